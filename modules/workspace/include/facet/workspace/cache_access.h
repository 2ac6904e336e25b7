#pragma once

#include <facet/core/clock.h>
#include <facet/storage/cache.h>
#include <facet/workspace/cache_state.h>
#include <facet/workspace/patient_list.h>
#include <facet/workspace/session.h>

/// What the window and the command line read from a cache. The readers keep the cache open and share connections; they
/// may be called from any number of threads.
namespace facet::workspace {

[[nodiscard]] RowReader rowReader(const storage::Cache& cache, const Clock& clock);
[[nodiscard]] PatientReader patientReader(const storage::Cache& cache, const Clock& clock);
[[nodiscard]] VolumeReader volumeReader(const storage::Cache& cache);

/// What the window says of a cache. Errors: as storage::CacheReader.
[[nodiscard]] Result<CacheState> cacheState(const storage::Cache& cache);

} // namespace facet::workspace
