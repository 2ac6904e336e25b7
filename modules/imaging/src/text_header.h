#pragma once

#include "byte_source.h"

#include <facet/core/geometry.h>
#include <facet/core/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace facet::imaging {

/// The lines at the begin of a file, without their ends.
struct TextLines {
  std::vector<std::string> lines;
  /// First byte after the last line that was taken.
  std::uint64_t end = 0;
};

/// Lines up to and with the first for which `isLast` is true, or to the end of the source.
/// Errors: InvalidInput where the lines go on past 1 MB.
[[nodiscard]] Result<TextLines> readLines(const ByteSource& source, bool (*isLast)(std::string_view line));

/// Words between spaces and tabs.
[[nodiscard]] std::vector<std::string_view> words(std::string_view text);
/// All words as numbers, or nothing where one is none.
[[nodiscard]] std::optional<std::vector<double>> numbers(std::string_view text);
/// The shortest text that reads back as the same number.
[[nodiscard]] std::string exactText(double value);

} // namespace facet::imaging
