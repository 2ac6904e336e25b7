#pragma once

#include "command.h"

#include <facet/core/result.h>

#include <vector>

namespace facet::cli {

/// Prints "error: WHAT: WHY (WHERE)" on standard error and returns Failed, or Cancelled for a cancelled job.
[[nodiscard]] Exit fail(const Error& error);

/// Prints "refused: WHAT: WHY (WHERE)" on standard error for each; Partly when there is any, else Done.
[[nodiscard]] Exit reportRefused(const std::vector<Notice>& refused);

/// Prints "warning: WHAT: WHY (WHERE)" on standard error for each.
void reportWarnings(const std::vector<Notice>& warnings);

/// Prints "wrote PATH" on standard output, or nothing with --json.
void reportWritten(const Context& context, const std::string& path);

} // namespace facet::cli
