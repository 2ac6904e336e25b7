#pragma once

#include <span>

namespace facet::workspace {

/// The labels of the tables that come with the program, listed here so that they are translated; in the context
/// "tables". A test holds the list against the tables.
[[nodiscard]] std::span<const char* const> tableLabels();

} // namespace facet::workspace
