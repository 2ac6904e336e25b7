#pragma once

#include <facet/storage/cache.h>
#include <facet/storage/sync_state.h>
#include <facet/sync/trust.h>

#include <string>
#include <vector>

namespace facet::sync {

enum class Verification {
  WhenChanged, ///< files are hashed again when their size or time has changed
  Always
};

struct SyncOptions {
  TrustOptions trust;
  Verification verification = Verification::WhenChanged;
};

struct SyncReport {
  std::int64_t source = 0; ///< storage::SyncSource::key
  std::string name;        ///< of the publisher
  std::string version;     ///< of the release
  storage::SyncCounts counts;
  /// What of the release is not in the cache, by file and line; that of earlier syncs of it included.
  std::vector<storage::QuarantineEntry> refused;
  /// What is worth knowing and kept nothing out.
  std::vector<Notice> notices;
};

/// Brings a release into a cache. Records are replaced in one step: a reader sees those of the release before or of
/// this one. A bad record or image goes to quarantine and the rest goes on; a file whose checksum is wrong is refused,
/// and nothing that it brought before is removed. A sync that was cut off is repeated and ends as if it had not been.
/// Errors: as checkTrust; Conflict for a release older than the one in the cache, and for changes that lead on from
/// another one; as Cache::writeRefusal; as systemError and databases; Cancelled.
[[nodiscard]] Result<SyncReport> syncRelease(const storage::Cache& cache, const Release& release,
                                             const SyncOptions& options, Progress& progress);

} // namespace facet::sync
