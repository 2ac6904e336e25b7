#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace facet::storage {

/// Two digits in lower case for each byte; takes the same time for all values.
[[nodiscard]] std::string toHex(std::span<const std::uint8_t> bytes);
/// Fills `bytes` from exactly two hexadecimal digits each; false for any other text.
[[nodiscard]] bool fromHex(std::string_view text, std::span<std::uint8_t> bytes);

} // namespace facet::storage
