#include "record_sync.h"

#include "line_reader.h"
#include "record_checks.h"

#include <facet/core/parallel.h>

#include <algorithm>

namespace facet::sync {
namespace {

using clinical::FhirResource;
using storage::FileState;
using storage::Put;

/// Lines that one thread reads at a time.
constexpr std::size_t kGrain = 128;
constexpr std::size_t kSamplesOfFile = 300;
/// Bad lines of one file that are named one by one.
constexpr std::int64_t kNamedLines = 10000;
constexpr std::string_view kPeople = "Patient";

struct ParsedLine {
  Result<FhirResource> resource = Error{};
  storage::PackedLine packed;
};

class RecordSync {
public:
  RecordSync(const Release& release, const FileCheckResult& checked, storage::ReleaseWriter& writer,
             storage::SyncCounts& counts, Progress& progress)
      : m_release(release)
      , m_checked(checked)
      , m_writer(writer)
      , m_counts(counts)
      , m_progress(progress)
      , m_checks(release.manifest().time, release.manifest().dates) {
    for (const auto& file : release.files().resources) {
      m_bytes += checked.files.at(file.path).bytes;
    }
  }

  Result<void> run() {
    const auto samples = readSamples();
    if (!samples) {
      return samples.error();
    }
    if (auto begun = m_writer.begin(*samples); !begun) {
      return begun;
    }
    auto done = writeAll();
    if (!done) {
      m_writer.rollBack();
    }
    return done;
  }

private:
  [[nodiscard]] bool isRefused(const std::string& path) const { return m_checked.refused.contains(path); }

  Result<LineReader> open(const std::string& path) const {
    auto file = InputFile::openInside(m_release.folder(), path);
    return file ? Result<LineReader>(LineReader(std::move(*file))) : Result<LineReader>(file.error());
  }

  Result<std::vector<std::string>> readSamples() const {
    std::vector<std::string> samples;
    for (const auto& file : m_release.files().resources) {
      if (isRefused(file.path)) {
        continue;
      }
      auto reader = open(file.path);
      const auto lines = reader ? reader->next(m_progress) : Result<std::vector<InputLine>>(reader.error());
      if (!lines && lines.error().code == ErrorCode::Cancelled) {
        return lines.error();
      }
      for (std::size_t i = 0; lines && i < std::min(lines->size(), kSamplesOfFile); ++i) {
        samples.emplace_back((*lines)[i].text);
      }
    }
    return samples;
  }

  Result<void> noteFiles() {
    for (const Error& error : m_release.refused()) {
      if (auto noted = noteRefused(error.subject, {0, 0, {}, FileState::Refused}, error); !noted) {
        return noted;
      }
    }
    const auto note = [&](const std::string& path) -> Result<void> {
      storage::ReleaseFile file = m_checked.files.at(path);
      if (isRefused(path)) {
        return noteRefused(path, file, m_checked.refused.at(path));
      }
      file.state = FileState::Taken;
      return m_writer.putFile(path, file);
    };
    for (const auto& file : m_release.files().resources) {
      if (auto noted = note(file.path); !noted) {
        return noted;
      }
      if (isRefused(file.path)) {
        m_refusedTypes.insert(file.type);
      }
    }
    for (const std::string& path : m_release.files().deletions) {
      if (auto noted = note(path); !noted) {
        return noted;
      }
    }
    return {};
  }

  Result<void> noteRefused(const std::string& path, storage::ReleaseFile file, Error error) {
    file.state = FileState::Refused;
    if (auto noted = m_writer.putFile(path, file); !noted) {
      return noted;
    }
    error.subject.clear();
    return m_writer.putQuarantine(path, 0, error, {});
  }

  Result<void> writeAll() {
    if (auto noted = noteFiles(); !noted) {
      return noted;
    }
    const bool snapshot = m_release.manifest().content == clinical::ReleaseContent::Snapshot;
    for (const std::string& path : m_release.files().deletions) {
      if (auto deleted = isRefused(path) ? Result<void>() : takeDeletions(path); !deleted) {
        return deleted;
      }
    }
    if (auto known = knowWhatStays(snapshot); !known) {
      return known;
    }
    const bool withoutPeople = m_refusedTypes.contains(std::string(kPeople));
    for (const auto& file : m_release.files().resources) {
      if (isRefused(file.path)) {
        continue;
      }
      // Without the people it cannot be told whose records may be taken.
      const bool waits = withoutPeople && file.type != kPeople;
      if (auto taken = waits ? letWait(file) : takeFile(file); !taken) {
        return taken;
      }
    }
    if (snapshot && !withoutPeople) {
      const auto removed = m_writer.removeUnseen(m_refusedTypes);
      if (!removed) {
        return removed.error();
      }
      m_counts.deleted += *removed;
    }
    return m_writer.commit();
  }

  /// Records that are not in this release and stay may be referred to.
  Result<void> knowWhatStays(bool snapshot) {
    if (snapshot && m_refusedTypes.empty()) {
      return {};
    }
    if (!snapshot || m_refusedTypes.contains(std::string(kPeople))) {
      const auto people = m_writer.people();
      if (!people) {
        return people.error();
      }
      for (const auto& person : *people) {
        m_checks.know(person);
      }
    }
    const auto treatments = m_writer.treatments();
    if (!treatments) {
      return treatments.error();
    }
    for (const auto& treatment : *treatments) {
      m_checks.know(treatment);
    }
    return {};
  }

  Result<void> letWait(const clinical::ManifestFile& file) {
    return noteRefused(file.path, m_checked.files.at(file.path),
                       {ErrorCode::NotFound, {}, FACET_TEXT("sync", "waits for the people, whose file was refused")});
  }

  Result<void> takeDeletions(const std::string& path) {
    return forEachBlock(path, [&](const std::vector<InputLine>& lines) -> Result<void> {
      for (const InputLine& line : lines) {
        const auto gone =
            line.tooLong ? Result<std::vector<clinical::DeletedResource>>(tooLong()) : clinical::readDeleted(line.text);
        if (!gone) {
          if (auto told = quarantine(path, line, gone.error()); !told) {
            return told;
          }
          continue;
        }
        for (const auto& [type, id] : *gone) {
          const auto removed = m_writer.removeRecord(type, id);
          if (!removed) {
            return removed.error();
          }
          m_counts.deleted += *removed ? 1 : 0;
        }
      }
      return {};
    });
  }

  Result<void> takeFile(const clinical::ManifestFile& file) {
    m_badLines = 0;
    std::int64_t lines = 0;
    auto taken = forEachBlock(file.path, [&](const std::vector<InputLine>& block) {
      lines += static_cast<std::int64_t>(block.size());
      return takeBlock(file, block);
    });
    if (!taken) {
      return taken;
    }
    if (m_badLines > kNamedLines) {
      const Error more{ErrorCode::InvalidInput,
                       {},
                       FACET_TEXT("sync", "has %1 more lines that cannot be taken").with(m_badLines - kNamedLines)};
      if (auto told = m_writer.putQuarantine(file.path, 0, more, {}); !told) {
        return told;
      }
    }
    if (file.count && *file.count != lines) {
      const Error differs{ErrorCode::InvalidInput,
                          {},
                          FACET_TEXT("sync", "has %1 records, and the manifest promises %2").with(lines, *file.count)};
      return m_writer.putQuarantine(file.path, 0, differs, {});
    }
    return {};
  }

  /// Calls `take` for the lines of a file and makes sure that they were those of the checksum.
  template <class F>
  Result<void> forEachBlock(const std::string& path, F&& take) {
    auto reader = open(path);
    if (!reader) {
      return reader.error();
    }
    while (true) {
      const auto lines = reader->next(m_progress);
      if (!lines && lines.error().code == ErrorCode::InvalidInput) {
        Error error = lines.error();
        error.subject.clear();
        return m_writer.putQuarantine(path, 0, error, {});
      }
      if (!lines) {
        return lines.error();
      }
      if (lines->empty()) {
        break;
      }
      if (auto taken = take(*lines); !taken) {
        return taken;
      }
      advance(*lines);
    }
    if (reader->digest() != *m_release.files().digestOf(path)) {
      return Error{ErrorCode::Conflict, path, FACET_TEXT("sync", "was changed while it was read")};
    }
    return {};
  }

  void advance(const std::vector<InputLine>& lines) {
    for (const InputLine& line : lines) {
      m_done += static_cast<std::int64_t>(line.text.size()) + 1;
    }
    if (m_bytes > 0) {
      m_progress.setFraction(std::min(1.0, static_cast<double>(m_done) / static_cast<double>(m_bytes)));
    }
  }

  static Error tooLong() {
    return {ErrorCode::InvalidInput,
            {},
            FACET_TEXT("sync", "is longer than the %1 MiB that a line may have").with(LineReader::kLongestLine >> 20)};
  }

  Result<void> takeBlock(const clinical::ManifestFile& file, const std::vector<InputLine>& lines) {
    std::vector<ParsedLine> parsed(lines.size());
    parallelFor(lines.size(), kGrain, [&](std::size_t begin, std::size_t end) {
      auto packer = m_writer.packer();
      for (std::size_t i = begin; i < end; ++i) {
        if (lines[i].tooLong) {
          parsed[i].resource = tooLong();
          continue;
        }
        parsed[i].resource = clinical::readFhir(lines[i].text);
        if (parsed[i].resource) {
          parsed[i].packed = packer.pack(lines[i].text);
        }
      }
    });
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (auto taken = takeLine(file, lines[i], parsed[i]); !taken) {
        return taken;
      }
    }
    return {};
  }

  Result<void> takeLine(const clinical::ManifestFile& file, const InputLine& line, const ParsedLine& parsed) {
    if (!parsed.resource) {
      return quarantine(file.path, line, parsed.resource.error());
    }
    const FhirResource& resource = *parsed.resource;
    const std::string name = resource.type + "/" + resource.id;
    if (resource.type != file.type) {
      return quarantine(file.path, line,
                        {ErrorCode::InvalidInput, name,
                         FACET_TEXT("sync", "stands in a file that the manifest gives to %1").with(file.type)});
    }
    if (const auto fault = m_checks.fault(resource)) {
      return quarantine(file.path, line, *fault);
    }
    const auto put = m_writer.putRecord(file.path, line.number, resource, parsed.packed);
    if (!put) {
      return put.error();
    }
    switch (put->put) {
    case Put::Twice:
      return quarantine(file.path, line,
                        {ErrorCode::Conflict, name,
                         FACET_TEXT("sync", "has the id of an earlier record (%1, line %2), which was kept")
                             .with(put->file, put->line)});
    case Put::OtherSource:
      return quarantine(file.path, line,
                        {ErrorCode::Conflict, name,
                         FACET_TEXT("sync", "has the id of a record of another publisher, which was kept")});
    case Put::Added:
      ++m_counts.added;
      break;
    case Put::Changed:
      ++m_counts.changed;
      break;
    case Put::Unchanged:
      ++m_counts.unchanged;
      break;
    }
    m_checks.accept(resource);
    return {};
  }

  Result<void> quarantine(const std::string& path, const InputLine& line, const Error& error) {
    if (++m_badLines > kNamedLines) {
      return {};
    }
    return m_writer.putQuarantine(path, line.number, error, line.text);
  }

  const Release& m_release;
  const FileCheckResult& m_checked;
  storage::ReleaseWriter& m_writer;
  storage::SyncCounts& m_counts;
  Progress& m_progress;
  RecordChecks m_checks;
  std::set<std::string> m_refusedTypes;
  std::int64_t m_badLines = 0;
  std::int64_t m_bytes = 0;
  std::int64_t m_done = 0;
};

} // namespace

Result<void> syncRecords(const Release& release, const FileCheckResult& checked, storage::ReleaseWriter& writer,
                         storage::SyncCounts& counts, Progress& progress) {
  return RecordSync(release, checked, writer, counts, progress).run();
}

} // namespace facet::sync
