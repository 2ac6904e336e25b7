#pragma once

#include "command.h"

namespace facet::cli {

/// `import PATH…`: the user's own images into the cache.
void addImport(CLI::App& app, Action& chosen);

} // namespace facet::cli
