#pragma once

#include "database.h"

#include <facet/storage/keyed_hash.h>
#include <facet/storage/work_writer.h>

/// The audit of work.db. Each row's hash covers the row and the hash before it, with a key of the cache.
namespace facet::storage {

/// The hashes of a cache's audit.
[[nodiscard]] KeyedHash auditHash(const SecretKey& cacheKey);

/// Appends inside the caller's transaction. Errors: as for statements.
Result<void> appendAudit(Database& work, const KeyedHash& hash, const AuditEntry& entry);

/// Errors: as for statements; Cancelled.
[[nodiscard]] Result<AuditCheck> verifyAudit(Database& work, const KeyedHash& hash, Progress& progress);

} // namespace facet::storage
