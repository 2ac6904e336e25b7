#pragma once

#include "migration.h"

namespace facet::storage {

/// Brings a database to the newest version of cache.db. Errors: as migrate.
Result<void> migrateCache(Database& database);
/// The same for work.db.
Result<void> migrateWork(Database& database);
/// Errors: as checkVersion.
Result<void> checkCacheVersion(Database& database);
Result<void> checkWorkVersion(Database& database);

} // namespace facet::storage
