#pragma once

#include "byte_source.h"

#include <facet/core/result.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace facet::imaging {

/// The most that one byte of a deflate stream can unpack to. Source: RFC 1951 (258 bytes in 2 bits), zlib's manual.
inline constexpr std::uint64_t kLargestDeflateRatio = 1032;

/// Unpacks a gzip (of any number of members) or zlib stream from a source, front to back, as much as is asked for.
class Inflater {
public:
  /// Unpacks the `length` bytes from `offset`; the source must outlive the inflater.
  Inflater(const ByteSource& source, std::uint64_t offset, std::uint64_t length);
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater();

  /// Fills `to` and returns how much of it was filled: less only where the stream ends.
  /// Errors: Corrupt for a cut or damaged stream (checksums included); as ByteSource::readAt.
  [[nodiscard]] Result<std::size_t> read(std::span<std::byte> to);
  /// Reads over `count` bytes. Errors: as read, and Corrupt where there are fewer.
  [[nodiscard]] Result<void> skip(std::uint64_t count);
  /// Whether the stream ended and left bytes of the source over.
  [[nodiscard]] bool hasTrailingInput() const;

private:
  struct State;
  std::unique_ptr<State> m_state;
};

} // namespace facet::imaging
