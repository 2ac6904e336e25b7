#pragma once

#include "command.h"

namespace facet::cli {

/// `facetctl patients`: who is in the cache, all or those of an expression.
void addPatients(CLI::App& app, Action& chosen);

} // namespace facet::cli
