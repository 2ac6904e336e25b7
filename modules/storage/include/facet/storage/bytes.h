#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace facet::storage {

using Bytes = std::span<const std::byte>;

/// The characters of a text as bytes; valid as long as the text is.
[[nodiscard]] inline Bytes bytesOf(std::string_view text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}

/// Bytes as characters; valid as long as the bytes are.
[[nodiscard]] inline std::string_view textOf(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace facet::storage
