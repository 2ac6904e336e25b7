#pragma once

#include <facet/core/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace facet {

/// Text as UTF-8 with '\n' line ends and without a byte order mark. Reads UTF-8, and UTF-16 with a byte order mark.
/// Errors: InvalidInput with the byte for a sequence that is no valid text, or for a NUL character.
[[nodiscard]] Result<std::string> decodeText(std::string_view bytes);

/// The first byte that is not valid UTF-8 (over-long forms and surrogates included), or nothing.
[[nodiscard]] std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

/// Appends a Unicode code point (at most 0x10FFFF, no surrogate).
void appendUtf8(std::string& text, std::uint32_t codePoint);

/// The parts between separators; an empty text has one empty part.
[[nodiscard]] std::vector<std::string_view> splitText(std::string_view text, char separator);

/// Without spaces, tabs and line ends at both ends.
[[nodiscard]] std::string_view trimText(std::string_view text);

/// The whole text as a number with '.' as decimal sign, in any locale; nothing for other text, NaN and infinity.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);
/// The whole text as a decimal integer; nothing for other text or where it does not fit.
[[nodiscard]] std::optional<long long> parseInteger(std::string_view text);

/// ASCII letters in lower case, other characters as they are.
[[nodiscard]] std::string toLowerAscii(std::string_view text);

} // namespace facet
