#pragma once

#include <facet/core/clock.h>
#include <facet/core/result.h>
#include <facet/storage/digest.h>
#include <facet/workspace/cache_state.h>

#include <functional>
#include <string>

namespace facet::gui {

/// A report that was made.
struct ReportRecord {
  std::string person;
  Instant at;
  std::string language;
  storage::Digest digest; ///< of the file
};

/// What the report page needs of the cache that is open. Empty functions: there is none.
struct ReportDesk {
  std::function<workspace::CacheState()> state;
  /// Keeps in the cache that a report was made. Thread: called from a job's thread. Errors: Unauthorized where the
  /// cache is read-only; as for databases.
  std::function<Result<void>(const ReportRecord& record)> record;
};

} // namespace facet::gui
