#pragma once

#include "command.h"

namespace facet::cli {

/// `sync SOURCE [--trust KEY.pub] [--verify]`: a release into the cache.
void addSync(CLI::App& app, Action& chosen);

} // namespace facet::cli
