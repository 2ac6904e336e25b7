#pragma once

#include <facet/clinical/release_manifest.h>
#include <facet/core/clock.h>
#include <facet/storage/cache.h>
#include <facet/storage/digest.h>
#include <facet/storage/signature.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What a cache knows of the releases that were synced into it.
namespace facet::storage {

/// The release whose rows are in the cache.
struct AppliedRelease {
  Digest identity; ///< SHA-256 of its SHA256SUMS
  std::string version;
  Instant time; ///< of the data
  clinical::ReleaseDates dates = clinical::ReleaseDates::Exact;
  /// False while images are still to come, or files of it were refused as a whole.
  bool complete = false;
};

/// A publisher whose releases are in the cache.
struct SyncSource {
  std::int64_t key = 0;
  std::string series;
  std::string location; ///< the folder that the last release came from
  std::string name;     ///< of the publisher
  bool demo = false;
  std::optional<PublicKey> publicKey; ///< pinned
  std::optional<AppliedRelease> applied;
};

enum class SyncRunState : std::uint8_t {
  Running, ///< or killed
  Complete,
  Cancelled,
  Failed
};

struct SyncCounts {
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t unchanged = 0;
  std::int64_t deleted = 0;
  std::int64_t refused = 0; ///< what stands in quarantine
  std::int64_t images = 0;  ///< read anew
};

struct SyncRun {
  std::string version; ///< of the release
  Instant started;
  std::optional<Instant> ended;
  SyncRunState state = SyncRunState::Running;
  SyncCounts counts;
  std::string failure; ///< in English, may be empty
};

/// A line or a whole file that was not taken.
struct QuarantineEntry {
  std::string file;
  std::int64_t line = 0; ///< 0 for the file as a whole
  Error error;           ///< its place names line and element
};

/// The publishers, by name. Errors: as for databases.
[[nodiscard]] Result<std::vector<SyncSource>> readSources(const Cache& cache);
/// The last runs of a source, newest first.
[[nodiscard]] Result<std::vector<SyncRun>> readSyncRuns(const Cache& cache, std::int64_t source, int limit);
/// What was not taken of the releases of a source, by file and line.
[[nodiscard]] Result<std::vector<QuarantineEntry>> readQuarantine(const Cache& cache, std::int64_t source);
/// The line of a quarantine entry as it came, or nothing where it was too long to be kept.
[[nodiscard]] Result<std::optional<std::string>> readQuarantinedLine(const Cache& cache, std::int64_t source,
                                                                     const std::string& file, std::int64_t line);

} // namespace facet::storage
