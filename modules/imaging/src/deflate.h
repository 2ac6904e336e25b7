#pragma once

#include <facet/core/progress.h>
#include <facet/core/result.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace facet::imaging {

enum class Wrapper { Gzip, Zlib };

/// `head` followed by `body` as one compressed stream. It depends on the input and the level alone: no time, no name,
/// and the split over threads is fixed. Errors: Cancelled.
[[nodiscard]] Result<std::string> compress(std::string_view head, std::span<const std::byte> body, Wrapper wrapper,
                                           int level, Progress& progress);

} // namespace facet::imaging
