#pragma once

#include "command.h"

namespace facet::cli {

/// `convert IN OUT`: between image formats, the same value at the same place.
void addConvert(CLI::App& app, Action& chosen);

} // namespace facet::cli
