#include "hex.h"

#include <sodium.h>

namespace facet::storage {

std::string toHex(std::span<const std::uint8_t> bytes) {
  // sodium_bin2hex writes an end mark after the digits, which std::string has room for.
  std::string text(2 * bytes.size(), '\0');
  sodium_bin2hex(text.data(), text.size() + 1, bytes.data(), bytes.size());
  return text;
}

bool fromHex(std::string_view text, std::span<std::uint8_t> bytes) {
  std::size_t filled = 0;
  return text.size() == 2 * bytes.size() &&
         sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &filled, nullptr) == 0 &&
         filled == bytes.size();
}

} // namespace facet::storage
