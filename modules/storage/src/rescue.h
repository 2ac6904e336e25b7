#pragma once

#include "database.h"

#include <facet/storage/cache.h>

namespace facet::storage {

/// Copies every readable row of a table from a damaged database to a fresh one, and rows of the backup where the
/// damaged one has lost its own. Either source may be absent (nullptr). Columns are matched by name. Errors: those of
/// the fresh database.
[[nodiscard]] Result<SalvagedTable> rescueTable(const std::string& table, Database* damaged, Database* backup,
                                                Database& fresh);

} // namespace facet::storage
