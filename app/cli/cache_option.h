#pragma once

#include "command.h"

#include <facet/storage/cache.h>

namespace facet::cli {

/// Opens the cache of --cache for reading; without --cache the protected one in the user's data folder, else the demo
/// cache there. A passphrase is asked for on the terminal. Errors: as Cache::open; NotFound where there is no cache.
[[nodiscard]] Result<storage::Cache> openCacheToRead(const Context& context, const Clock& clock);

/// As openCacheToRead, but so that what was done can be recorded where the cache can be written.
[[nodiscard]] Result<storage::Cache> openCacheToRecord(const Context& context, const Clock& clock);

/// Opens the cache of --cache for writing, without --cache the one of this kind in the user's data folder, and makes it
/// where there is none. Damaged files are repaired, and warnings say what became of them.
/// Errors: as Cache::open; Cache::writeRefusal where it can only be read.
[[nodiscard]] Result<storage::Cache> openCacheToWrite(const Context& context, storage::CacheKind kindIfNew,
                                                      const Clock& clock);

} // namespace facet::cli
