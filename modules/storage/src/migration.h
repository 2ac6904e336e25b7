#pragma once

#include "database.h"

#include <span>

namespace facet::storage {

/// The shape of one kind of database: a number that marks its files and the scripts that lead from version 0 (empty)
/// to the newest, one version each.
struct Schema {
  std::int32_t applicationId;
  std::span<const std::string_view> scripts;
};

/// Brings a database to the newest version, each step in a transaction of its own.
/// Errors: Unsupported where a newer Facet wrote it; Corrupt where it is another kind of file; as for statements.
Result<void> migrate(Database& database, const Schema& schema);

/// Checks without writing that a database is of the newest version.
/// Errors: as migrate, and Unsupported where it must first be opened for writing.
Result<void> checkVersion(Database& database, const Schema& schema);

} // namespace facet::storage
