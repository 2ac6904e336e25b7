#pragma once

#include "database.h"

namespace facet::storage {

/// The error for SQLite's last failure on a connection; tells the file when it is damaged.
[[nodiscard]] Error databaseError(sqlite3* handle, const DatabaseFile& file);
/// The same for a code without a connection.
[[nodiscard]] Error databaseError(int code, int systemCode, const char* text, const DatabaseFile& file);

} // namespace facet::storage
