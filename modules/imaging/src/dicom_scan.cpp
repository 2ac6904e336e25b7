#include "dicom_files.h"
#include "dicom_header.h"
#include "dicom_stack.h"

#include <facet/core/files.h>
#include <facet/core/parallel.h>
#include <facet/core/text.h>
#include <facet/imaging/dicom.h>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <new>
#include <tuple>

namespace facet::imaging {
namespace {

namespace fs = std::filesystem;

/// What became of one file.
struct FileOutcome {
  std::optional<DicomHeader> header;
  std::optional<Notice> refused;
};

FileOutcome readOne(const fs::path& path) {
  FileOutcome outcome;
  const auto refuse = [&](const Error& error) { outcome.refused = {{error.subject, error.reason, error.place}}; };
  try {
    const auto source = openSource(path);
    if (!source) {
      refuse(source.error());
      return outcome;
    }
    const auto head = (*source)->head(132);
    if (!head || !mayBeDicom(*head)) {
      return outcome;
    }
    auto header = readDicomHeader(**source);
    if (header) {
      header->path = path;
      outcome.header = std::move(header).value();
    } else if (header.error().code != ErrorCode::InvalidInput || head->substr(128, 4) == "DICM") {
      refuse(header.error());
    }
  } catch (const std::bad_alloc&) {
    outcome.refused = {{displayName(path), FACET_TEXT("imaging", "does not fit into the memory of this computer"), {}}};
  }
  return outcome;
}

bool isDicomDir(DcmFileFormat& file) {
  return textOf(*file.getMetaInfo(), DCM_MediaStorageSOPClassUID) == UID_MediaStorageDirectoryStorage;
}

/// The files that a DICOMDIR names, with the spelling that they have on disk.
Result<std::vector<fs::path>> filesOfDicomDir(DcmFileFormat& directory, const fs::path& path,
                                              std::vector<Notice>& refused) {
  std::vector<fs::path> files;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  DcmSequenceOfItems* records = nullptr;
  directory.getDataset()->findAndGetSequence(DCM_DirectoryRecordSequence, records);
  DcmObject* record = nullptr;
  while (records != nullptr && (record = records->nextInContainer(record)) != nullptr) {
    fs::path named;
    for (const std::string& part : wordsOf(*static_cast<DcmItem*>(record), DCM_ReferencedFileID)) {
      named /= part;
    }
    if (named.empty()) {
      continue;
    }
    const bool inside = named.is_relative() && std::find(named.begin(), named.end(), "..") == named.end() &&
                        (!fs::exists(folder / named) || liesIn(folder / named, folder));
    const fs::path lower = toLowerAscii(named.string());
    if (!inside) {
      refused.push_back({displayName(path),
                         FACET_TEXT("imaging", "names %1, which lies outside its folder").with(displayName(named)),
                         {}});
    } else if (fs::exists(folder / named)) {
      files.push_back(folder / named);
    } else if (fs::exists(folder / lower) && liesIn(folder / lower, folder)) {
      files.push_back(folder / lower);
    } else {
      refused.push_back(
          {displayName(folder / named), FACET_TEXT("imaging", "is named in the DICOMDIR and is not there"), {}});
    }
  }
  return files;
}

/// The files given, with those of a DICOMDIR in its place. One that lies in a folder that is walked anyway is left
/// aside.
Result<std::vector<fs::path>> followDirectories(std::span<const fs::path> given, std::vector<fs::path> files,
                                                std::vector<Notice>& refused) {
  std::vector<fs::path> all;
  for (const fs::path& file : files) {
    const bool asked = std::find(given.begin(), given.end(), file) != given.end();
    const std::string name = toLowerAscii(displayName(file.filename()));
    if (!asked && !name.starts_with("dicomdir")) {
      all.push_back(file);
      continue;
    }
    const auto source = openSource(file);
    if (!source) {
      return source.error();
    }
    const auto parsed = parseDicomHeader(**source);
    if (!parsed || !isDicomDir(**parsed)) {
      all.push_back(file);
    } else if (asked) {
      const auto named = filesOfDicomDir(**parsed, file, refused);
      all.insert(all.end(), named->begin(), named->end());
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// Series are told apart by patient too: a UID that two patients share is somebody's mistake.
using SeriesKey = std::tuple<std::string, std::string, std::string, std::string>;

SeriesKey keyOf(const DicomHeader& header) {
  const std::string uid =
      header.facts.seriesUid.empty() ? displayName(header.path.parent_path()) : header.facts.seriesUid;
  return {header.identity.issuer, header.identity.patientId, header.facts.studyUid, uid};
}

DicomSeries seriesOf(const DicomStack& stack, std::span<const DicomHeader> headers) {
  const auto first = std::min_element(stack.frames.begin(), stack.frames.end(),
                                      [](const DicomFrame& a, const DicomFrame& b) { return a.instance < b.instance; });
  DicomSeries series;
  series.facts = headers[first->file].facts;
  series.identity = headers[first->file].identity;
  if (first->echoTimeMs) {
    series.facts.echoTimeMs = first->echoTimeMs;
  }
  series.contrast = guessContrast(series.facts);
  series.grid = stack.grid;
  series.notices = stack.notices;
  std::map<std::size_t, std::size_t> places;
  for (const DicomFrame& frame : stack.frames) {
    const auto [place, isNew] = places.emplace(frame.file, series.files.size());
    if (isNew) {
      series.files.push_back(headers[frame.file].path);
    }
    series.slices.push_back({place->second, frame.frame, frame.height});
  }
  return series;
}

/// The notices of the headers of a stack, each sentence once.
void addHeaderNotices(DicomSeries& series, const DicomStack& stack, std::span<const DicomHeader> headers) {
  std::vector<std::string> told;
  for (const DicomFrame& frame : stack.frames) {
    for (const Notice& notice : headers[frame.file].notices) {
      const std::string sentence = notice.reason.english();
      if (std::find(told.begin(), told.end(), sentence) == told.end()) {
        told.push_back(sentence);
        series.notices.push_back(notice);
      }
    }
  }
}

void addSeries(std::vector<DicomFrame> frames, std::span<const DicomHeader> headers, DicomScan& scan) {
  std::vector<Notice> doubles;
  std::vector<DicomSeries> parts;
  for (auto& stackFrames : splitIntoStacks(std::move(frames), headers, doubles)) {
    auto stack = arrangeStack(std::move(stackFrames), headers);
    if (!stack) {
      scan.refused.push_back({stack.error().subject, stack.error().reason, stack.error().place});
      continue;
    }
    parts.push_back(seriesOf(*stack, headers));
    addHeaderNotices(parts.back(), *stack, headers);
  }
  for (std::size_t part = 0; part < parts.size(); ++part) {
    parts[part].part = static_cast<unsigned>(part);
    parts[part].parts = static_cast<unsigned>(parts.size());
    if (part == 0) {
      parts[part].notices.insert(parts[part].notices.end(), doubles.begin(), doubles.end());
    }
    scan.series.push_back(std::move(parts[part]));
  }
}

auto orderOf(const DicomSeries& series) {
  return std::tuple(series.identity.patientId, series.facts.studyDate, series.facts.studyUid, series.facts.seriesNumber,
                    series.facts.seriesUid, series.part);
}

} // namespace

Result<DicomScan> scanDicom(std::span<const fs::path> paths, Progress& progress) {
  auto found = findFiles(paths, progress);
  if (!found) {
    return found.error();
  }
  DicomScan scan;
  scan.refused = std::move(found->refused);
  const auto files = followDirectories(paths, std::move(found->files), scan.refused);
  if (!files) {
    return files.error();
  }
  std::vector<FileOutcome> outcomes(files->size());
  std::atomic<std::size_t> done{0};
  parallelFor(files->size(), 4, [&](std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end && !progress.stopRequested(); ++at) {
      outcomes[at] = readOne((*files)[at]);
    }
    progress.setFraction(static_cast<double>(done += end - begin) / static_cast<double>(files->size()));
  });
  if (progress.stopRequested()) {
    return cancelledError();
  }

  std::vector<DicomHeader> headers;
  for (FileOutcome& outcome : outcomes) {
    if (outcome.header) {
      headers.push_back(std::move(*outcome.header));
    } else if (outcome.refused) {
      scan.refused.push_back(std::move(*outcome.refused));
    } else {
      ++scan.otherFiles;
    }
  }
  std::map<SeriesKey, std::vector<DicomFrame>> bySeries;
  for (std::size_t file = 0; file < headers.size(); ++file) {
    auto& frames = bySeries[keyOf(headers[file])];
    for (DicomFrame& frame : headers[file].frames) {
      frame.file = file;
      frames.push_back(std::move(frame));
    }
  }
  for (auto& [key, frames] : bySeries) {
    addSeries(std::move(frames), headers, scan);
  }
  std::stable_sort(scan.series.begin(), scan.series.end(),
                   [](const DicomSeries& a, const DicomSeries& b) { return orderOf(a) < orderOf(b); });
  return scan;
}

} // namespace facet::imaging
