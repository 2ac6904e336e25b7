#include "import_take.h"

#include "tape_archive.h"

#include <facet/core/files.h>
#include <facet/core/parallel.h>
#include <facet/imaging/label_map.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <mutex>

namespace facet::sync {
namespace {

namespace fs = std::filesystem;
using imaging::DicomSeries;
using imaging::LoadedImage;
using storage::ImageRole;

/// Larger files are refused; NIfTI of the largest image that is read is half of it.
constexpr std::uint64_t kLargestFile = std::uint64_t(8) << 30U;

/// An image in memory, with what is kept of the file.
struct ReadImage {
  LoadedImage image;
  std::optional<std::string> original;
};

/// Asks to stop when another progress does, and reports nothing: for parts that run side by side.
class QuietProgress final : public Progress {
public:
  explicit QuietProgress(const Progress& whole)
      : m_whole(whole) {}
  void setFraction(double) override {}
  void setStep(const Message&) override {}
  [[nodiscard]] bool stopRequested() const override { return m_whole.stopRequested(); }

private:
  const Progress& m_whole;
};

Result<ReadImage> readFileImage(const fs::path& path, Progress& progress) {
  auto bytes = readFile(path, kLargestFile);
  if (!bytes) {
    return bytes.error();
  }
  auto image = imaging::readImage(*bytes, displayName(path), progress);
  if (image) {
    // Texts in a header may name a person; the voxels are kept without them.
    return image->freeText == imaging::FreeText::None ? ReadImage{std::move(image).value(), std::move(bytes).value()}
                                                      : ReadImage{std::move(image).value(), {}};
  }
  if (image.error().code != ErrorCode::Unsupported) {
    return image.error();
  }
  // The voxels may lie in a second file.
  auto pair = imaging::readImage(path, progress);
  return pair ? Result<ReadImage>(ReadImage{std::move(pair).value(), {}}) : pair.error();
}

/// The instances of a series while they are read: de-identified, by several threads.
class Instances {
public:
  Instances(const std::string& pseudonym, const TakeOptions& options, std::size_t files)
      : m_files(files) {
    m_options.pseudonym = pseudonym;
    // Without dates: the day of the scan stands in the session's row.
    m_options.newUid = [&options](std::string_view uid) {
      const auto hash = options.hash.of({"uid", uid});
      std::string text;
      for (const std::uint8_t byte : hash) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 15U];
      }
      return imaging::uidFor(text);
    };
  }

  void add(std::size_t file, std::string_view bytes) {
    auto instance = imaging::deidentify(bytes, m_options);
    if (instance) {
      m_files[file].bytes = std::move(instance->bytes);
    }
    const std::lock_guard lock(m_mutex);
    if (!instance) {
      m_failure = instance.error();
      return;
    }
    for (const Notice& notice : instance->notices) {
      if (std::none_of(m_notices.begin(), m_notices.end(),
                       [&](const Notice& told) { return told.reason.english() == notice.reason.english(); })) {
        m_notices.push_back(notice);
      }
    }
  }

  /// All instances in one container; nothing, with a notice, where one could not be de-identified.
  [[nodiscard]] std::optional<std::string> container(std::vector<Notice>& notices) {
    notices.insert(notices.end(), m_notices.begin(), m_notices.end());
    if (m_failure) {
      notices.push_back({{}, FACET_TEXT("sync", "its DICOM files were not kept: they could not be de-identified"), {}});
      return std::nullopt;
    }
    for (std::size_t at = 0; at < m_files.size(); ++at) {
      std::array<char, 32> name{};
      std::snprintf(name.data(), name.size(), "IM%05zu.dcm", at + 1);
      m_files[at].name = name.data();
    }
    return tapeArchive(m_files);
  }

private:
  imaging::DeidentifyOptions m_options;
  std::vector<ArchivedFile> m_files;
  std::mutex m_mutex;
  std::optional<Error> m_failure;
  std::vector<Notice> m_notices;
};

Result<ReadImage> readDicomImage(const DicomSeries& series, const std::string& pseudonym, const TakeOptions& options,
                                 Progress& progress) {
  Instances instances(pseudonym, options, series.files.size());
  auto image = imaging::readSeries(series, progress,
                                   [&](std::size_t file, std::string_view bytes) { instances.add(file, bytes); });
  if (!image) {
    return image.error();
  }
  ReadImage read{std::move(image).value(), {}};
  read.original = instances.container(read.image.notices);
  return read;
}

/// A sentence that names files without their folders, which may be called after a person.
Message withoutFolder(const Message& message, const std::string& folder) {
  Message out(message.context(), message.source());
  for (const std::string& argument : message.arguments()) {
    out = out.with(argument.starts_with(folder) ? argument.substr(folder.size()) : argument);
  }
  return out;
}

/// Notices as they are kept: files without their folders.
std::vector<Notice> kept(std::vector<Notice> notices, const fs::path& file) {
  const std::string folder = displayName(file.parent_path()) + "/";
  for (Notice& notice : notices) {
    notice.subject = notice.subject.empty()               ? displayName(file.filename())
                     : notice.subject.starts_with(folder) ? notice.subject.substr(folder.size())
                                                          : notice.subject;
    notice.reason = withoutFolder(notice.reason, folder);
  }
  return notices;
}

fs::path fileOf(const FoundImage& found) {
  const auto* series = std::get_if<DicomSeries>(&found.source);
  return series != nullptr ? series->files.front() : std::get<fs::path>(found.source);
}

void addSpaceNotice(const FoundImage& found, imaging::CoordinateSpace space, std::vector<Notice>& notices) {
  using imaging::CoordinateSpace;
  const char* name = space == CoordinateSpace::Mni152          ? "MNI152"
                     : space == CoordinateSpace::Talairach     ? "Talairach"
                     : space == CoordinateSpace::OtherTemplate ? "?"
                                                               : nullptr;
  // The plan's notices tell a template that the file's name gives.
  if (name != nullptr && found.plan.notices.empty()) {
    notices.push_back(
        {{},
         FACET_TEXT("sync", "lies in the template space %1: places and sizes are the template's, not the patient's")
             .with(name),
         {}});
  }
}

storage::StoredImage rowOf(const FoundImage& found, const std::string& pseudonym, const LoadedImage& image) {
  storage::StoredImage row;
  row.person = pseudonym;
  row.session = found.plan.session;
  row.name = found.plan.name;
  row.role = found.plan.role;
  row.sequence = found.plan.sequence;
  row.format = image.format;
  row.madeBy = found.plan.madeBy;
  row.voxelType = image.volume.type();
  row.grid = image.volume.grid();
  row.origin = storage::ImageOrigin::Import;
  std::vector<Notice> notices = image.notices;
  // Those of a DICOM series are both.
  if (image.format != imaging::ImageFormat::Dicom) {
    notices.insert(notices.end(), found.plan.notices.begin(), found.plan.notices.end());
  }
  addSpaceNotice(found, image.space, notices);
  row.notices = kept(std::move(notices), fileOf(found));
  return row;
}

/// Masks hold whole numbers. A loose file that is called a mask and holds others is taken as an image.
Result<void> checkRole(const FoundPatient& patient, const imaging::Volume& volume, storage::StoredImage& row) {
  if (row.role == ImageRole::Image) {
    return {};
  }
  const auto labels = imaging::LabelMap::fromVolume(volume);
  if (labels) {
    return {};
  }
  if (patient.kind != ImportKind::Loose) {
    return labels.error();
  }
  row.role = ImageRole::Image;
  row.sequence = imaging::nameOf(imaging::Contrast::Other);
  return {};
}

/// What became of one image.
struct Outcome {
  std::optional<TakenImage> taken;
  std::optional<Error> refused;
  std::optional<Error> failure; ///< ends the import
};

Outcome takeOne(const FoundPatient& patient, std::size_t index, const std::string& pseudonym,
                const TakeOptions& options, Progress& progress) {
  const FoundImage& found = patient.images[index];
  Outcome outcome;
  PartProgress reading(progress, 0, 0.6);
  const auto* series = std::get_if<DicomSeries>(&found.source);
  auto read = series != nullptr ? readDicomImage(*series, pseudonym, options, reading)
                                : readFileImage(std::get<fs::path>(found.source), reading);
  if (!read) {
    (read.error().code == ErrorCode::Cancelled ? outcome.failure : outcome.refused) = read.error();
    return outcome;
  }
  TakenImage taken{rowOf(found, pseudonym, read->image), index};
  if (auto checked = checkRole(patient, read->image.volume, taken.stored); !checked) {
    outcome.refused = checked.error();
    outcome.refused->subject = displayName(fileOf(found));
    return outcome;
  }
  PartProgress writing(progress, 0.6, 1);
  const auto voxels = options.blobs.putVolume(read->image.volume, writing);
  if (!voxels) {
    outcome.failure = voxels.error();
    return outcome;
  }
  taken.stored.voxels = *voxels;
  if (read->original) {
    const auto original = options.blobs.put(storage::bytesOf(*read->original), writing);
    if (!original) {
      outcome.failure = original.error();
      return outcome;
    }
    taken.stored.original = *original;
  }
  outcome.taken = std::move(taken);
  return outcome;
}

/// A mask was drawn on the image that has its grid: FLAIR, where several have.
void findSequences(std::vector<TakenImage>& images) {
  constexpr std::array<std::string_view, 3> kOrder = {"FLAIR", "T2w", "T1w"};
  const auto rank = [&](const TakenImage& image) {
    return std::find(kOrder.begin(), kOrder.end(), image.stored.sequence) - kOrder.begin();
  };
  for (TakenImage& mask : images) {
    const TakenImage* best = nullptr;
    for (const TakenImage& image : images) {
      const bool fits = mask.stored.role != ImageRole::Image && image.stored.role == ImageRole::Image &&
                        image.stored.session == mask.stored.session && image.stored.grid.sameAs(mask.stored.grid);
      if (fits && (best == nullptr || rank(image) < rank(*best))) {
        best = &image;
      }
    }
    if (best != nullptr) {
      mask.stored.sequence = best->stored.sequence;
    }
  }
}

} // namespace

Result<TakenPatient> takeImages(const FoundPatient& patient, const std::string& pseudonym, const TakeOptions& options,
                                Progress& progress) {
  TakenPatient taken;
  // A series is read by all threads already, and whole volumes at once need memory.
  const std::size_t atOnce = patient.kind == ImportKind::Dicom ? 1 : std::min<std::size_t>(threadLimit(), 4);
  const std::size_t count = patient.images.size();
  for (std::size_t begin = 0; begin < count; begin += atOnce) {
    const std::size_t end = std::min(begin + atOnce, count);
    std::vector<Outcome> outcomes(end - begin);
    const auto share = [&](std::size_t index) { return static_cast<double>(index) / static_cast<double>(count); };
    PartProgress part(progress, share(begin), share(end));
    QuietProgress quiet(part);
    parallelFor(end - begin, 1, [&](std::size_t at, std::size_t) {
      outcomes[at] =
          takeOne(patient, begin + at, pseudonym, options, atOnce == 1 ? static_cast<Progress&>(part) : quiet);
    });
    part.setFraction(1);
    for (Outcome& outcome : outcomes) {
      if (outcome.failure) {
        return *outcome.failure;
      }
      if (outcome.refused) {
        taken.refused.push_back({outcome.refused->subject, outcome.refused->reason, outcome.refused->place});
      } else {
        taken.images.push_back(std::move(*outcome.taken));
      }
    }
    if (progress.stopRequested()) {
      return cancelledError();
    }
  }
  findSequences(taken.images);
  taken.transforms = transformsBetween(patient, taken.images, taken.warnings);
  return taken;
}

} // namespace facet::sync
