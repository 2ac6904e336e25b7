#include "image_sync.h"

#include <facet/core/files.h>
#include <facet/sync/sync_release.h>

#include <algorithm>

namespace facet::sync {
namespace {

using storage::FileState;

/// Parts of the whole that the steps take, by what they cost.
constexpr double kChecked = 0.05;
constexpr double kRecords = 0.25;

std::optional<storage::SyncSource> sourceOf(const std::vector<storage::SyncSource>& sources,
                                            const std::string& series) {
  const auto found = std::find_if(sources.begin(), sources.end(),
                                  [&](const storage::SyncSource& source) { return source.series == series; });
  return found == sources.end() ? std::nullopt : std::optional(*found);
}

std::string dayText(Instant instant) {
  return toIso(std::chrono::floor<std::chrono::days>(instant));
}

/// Whether the release may follow what is in the cache.
Result<void> checkOrder(const Release& release, const std::optional<storage::AppliedRelease>& applied) {
  const clinical::ReleaseManifest& manifest = release.manifest();
  const std::string folder = displayName(release.folder());
  if (applied && manifest.time < applied->time) {
    return Error{
        ErrorCode::Conflict, folder,
        FACET_TEXT("sync", "is of %1 and older than the release in the cache, which is of %2; nothing was changed")
            .with(dayText(manifest.time), dayText(applied->time))};
  }
  if (manifest.content == clinical::ReleaseContent::Snapshot) {
    return {};
  }
  if (!applied) {
    return Error{ErrorCode::Conflict, folder,
                 FACET_TEXT("sync", "holds only what has changed, and there is no earlier release in the cache; sync a "
                                    "whole release first")};
  }
  const bool again = applied->identity == release.identity();
  if (!again && manifest.since != applied->time) {
    return Error{ErrorCode::Conflict, folder,
                 FACET_TEXT("sync", "holds what has changed since %1, and the release in the cache is of %2; sync the "
                                    "releases between, or a whole one")
                     .with(manifest.since ? toIso(*manifest.since) : std::string("?"), toIso(applied->time))};
  }
  return {};
}

storage::ReleaseAbout aboutOf(const Release& release) {
  const clinical::ReleaseManifest& manifest = release.manifest();
  return {manifest.series,  displayName(release.folder()),
          manifest.name,    manifest.demo,
          release.key(),    release.identity(),
          manifest.version, manifest.time,
          manifest.dates};
}

class ReleaseSync {
public:
  ReleaseSync(const storage::Cache& cache, const Release& release, const SyncOptions& options,
              storage::ReleaseWriter& writer, SyncReport& report, Progress& progress)
      : m_cache(cache)
      , m_release(release)
      , m_again(options.verification == Verification::Always ? HashAgain::All : HashAgain::Changed)
      , m_writer(writer)
      , m_report(report)
      , m_progress(progress) {
    for (const Checksum& file : release.files().all) {
      m_all.push_back(file.path);
    }
  }

  Result<void> run() {
    const auto& before = m_writer.appliedBefore();
    if (before && before->complete && before->identity == m_release.identity()) {
      const auto settled = checkAgain();
      if (!settled || *settled) {
        return settled ? Result<void>() : Result<void>(settled.error());
      }
    }
    return apply();
  }

private:
  /// Looks whether the files of a release that was taken as a whole are still the same; true when nothing is left to
  /// do.
  Result<bool> checkAgain() {
    m_progress.setStep(FACET_TEXT("sync", "Checking files"));
    const auto checked = checkFiles(m_release, m_writer, m_all, m_again, m_progress);
    if (!checked) {
      return checked.error();
    }
    if (!checked->refused.empty() || !m_release.refused().empty()) {
      return false;
    }
    std::vector<std::pair<std::string, storage::ReleaseFile>> touched;
    for (const auto& [path, file] : checked->files) {
      const auto known = m_writer.files().find(path);
      if (known == m_writer.files().end()) {
        return false;
      }
      if (known->second.bytes != file.bytes || known->second.modifiedNs != file.modifiedNs) {
        touched.emplace_back(path, file);
      }
    }
    if (!touched.empty()) {
      if (auto noted = m_writer.putFacts(touched); !noted) {
        return noted.error();
      }
    }
    return true;
  }

  Result<void> apply() {
    std::vector<std::string> plain;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(plain),
                 [](const std::string& path) { return !isImageFile(path); });
    m_progress.setStep(FACET_TEXT("sync", "Checking files"));
    PartProgress checking(m_progress, 0, kChecked);
    auto checked = checkFiles(m_release, m_writer, plain, m_again, checking);
    if (!checked) {
      return checked.error();
    }
    m_progress.setStep(FACET_TEXT("sync", "Reading records"));
    PartProgress reading(m_progress, kChecked, kRecords);
    if (auto synced = syncRecords(m_release, *checked, m_writer, m_report.counts, reading); !synced) {
      return synced;
    }
    const bool snapshot = m_release.manifest().content == clinical::ReleaseContent::Snapshot;
    std::set<std::string> kept(m_all.begin(), m_all.end());
    for (const Error& error : m_release.refused()) {
      kept.insert(error.subject);
    }
    if (auto dropped = m_writer.keepFiles(kept, snapshot ? storage::DroppedFiles::Forget : storage::DroppedFiles::Keep);
        !dropped) {
      return dropped;
    }
    m_progress.setStep(FACET_TEXT("sync", "Reading images"));
    PartProgress imaging(m_progress, kRecords, 1);
    const storage::BlobStore blobs(m_cache);
    const auto images = syncImages(m_release, *checked, blobs, m_writer, m_again, imaging);
    if (!images) {
      return images.error();
    }
    m_report.counts.images = images->images;
    m_report.notices.insert(m_report.notices.end(), images->notices.begin(), images->notices.end());
    if (auto rest = takeTheRest(*checked, images->looked); !rest) {
      return rest;
    }
    // A sync that was cut off may have left blobs that no row names, so this is not only for what was replaced.
    if (auto swept = blobs.sweep(m_progress); !swept) {
      return swept.error();
    }
    const bool complete = std::none_of(kept.begin(), kept.end(), [&](const std::string& path) {
      const auto known = m_writer.files().find(path);
      return known == m_writer.files().end() || known->second.state == FileState::Refused;
    });
    return complete ? m_writer.setComplete() : Result<void>();
  }

  /// Notes the files from which nothing is read: dictionaries, tables, images of kinds that are not shown.
  Result<void> takeTheRest(const FileCheckResult& checked, const std::set<std::string>& images) {
    std::set<std::string> done = images;
    for (const auto& file : m_release.files().resources) {
      done.insert(file.path);
    }
    done.insert(m_release.files().deletions.begin(), m_release.files().deletions.end());
    std::vector<std::string> unseen;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(unseen),
                 [&](const std::string& path) { return !done.contains(path) && !checked.files.contains(path); });
    auto late = checkFiles(m_release, m_writer, unseen, m_again, m_progress);
    if (!late) {
      return late.error();
    }
    std::vector<std::pair<std::string, storage::ReleaseFile>> good;
    for (const FileCheckResult* part : {&checked, static_cast<const FileCheckResult*>(&*late)}) {
      for (auto [path, file] : part->files) {
        if (done.contains(path)) {
          continue;
        }
        if (const auto refused = part->refused.find(path); refused != part->refused.end()) {
          Error error = refused->second;
          error.subject.clear();
          if (auto told = m_writer.refuse({{path, file}}, error); !told) {
            return told;
          }
          continue;
        }
        file.state = FileState::Taken;
        good.emplace_back(path, file);
      }
    }
    return m_writer.putFacts(good);
  }

  const storage::Cache& m_cache;
  const Release& m_release;
  const HashAgain m_again;
  storage::ReleaseWriter& m_writer;
  SyncReport& m_report;
  Progress& m_progress;
  std::vector<std::string> m_all;
};

storage::SyncRunState stateOf(const Result<void>& done) {
  if (done) {
    return storage::SyncRunState::Complete;
  }
  return done.error().code == ErrorCode::Cancelled ? storage::SyncRunState::Cancelled : storage::SyncRunState::Failed;
}

} // namespace

Result<SyncReport> syncRelease(const storage::Cache& cache, const Release& release, const SyncOptions& options,
                               Progress& progress) {
  if (auto refusal = cache.writeRefusal()) {
    return *refusal;
  }
  const auto sources = storage::readSources(cache);
  if (!sources) {
    return sources.error();
  }
  const auto source = sourceOf(*sources, release.manifest().series);
  const auto pinned = source ? source->publicKey : std::nullopt;
  if (auto trusted = checkTrust(release, cache.kind(), pinned, options.trust); !trusted) {
    return trusted.error();
  }
  if (auto order = checkOrder(release, source ? source->applied : std::nullopt); !order) {
    return order.error();
  }
  auto strays = findStrays(release, progress);
  if (!strays) {
    return strays.error();
  }
  auto writer = storage::ReleaseWriter::open(cache, aboutOf(release));
  if (!writer) {
    return writer.error();
  }
  SyncReport report;
  report.source = writer->source();
  report.name = release.manifest().name;
  report.version = release.manifest().version;
  report.notices = std::move(*strays);
  const auto done = ReleaseSync(cache, release, options, *writer, report, progress).run();
  auto refused = storage::readQuarantine(cache, report.source);
  if (done && !refused) {
    return refused.error();
  }
  if (refused) {
    report.refused = std::move(*refused);
  }
  report.counts.refused = static_cast<std::int64_t>(report.refused.size());
  const auto ended = writer->finish(stateOf(done), report.counts, done ? std::string() : describe(done.error()));
  if (!done) {
    return done.error();
  }
  if (!ended) {
    return ended.error();
  }
  progress.setFraction(1);
  return report;
}

} // namespace facet::sync
