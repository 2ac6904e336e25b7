#pragma once

#include "command.h"

namespace facet::cli {

/// `facetctl show`: everything that the cache knows of one person.
void addShow(CLI::App& app, Action& chosen);

} // namespace facet::cli
