#pragma once

#include "command.h"

namespace facet::cli {

/// `demo DIR`: writes a synthetic release of the consortium.
void addDemo(CLI::App& app, Action& chosen);

} // namespace facet::cli
