#include "inflate.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>
#include <vector>

namespace facet::imaging {

struct Inflater::State {
  const ByteSource& source;
  std::uint64_t next;
  std::uint64_t end;
  std::vector<std::byte> input;
  z_stream stream{};
  bool finished = false;
  bool gzip = false;

  State(const ByteSource& from, std::uint64_t offset, std::uint64_t length)
      : source(from)
      , next(offset)
      , end(offset + length)
      , input(std::size_t(1) << 18U) {}

  [[nodiscard]] std::uint64_t inputLeft() const { return stream.avail_in + (end - next); }

  Result<void> refill() {
    if (stream.avail_in != 0 || next == end) {
      return {};
    }
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(input.size(), end - next));
    if (auto got = source.readAt(next, std::span(input).first(count)); !got) {
      return got;
    }
    next += count;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(count);
    return {};
  }

  /// After a gzip member: goes on with the next one, or finishes where something else or nothing follows.
  Result<void> startNextMember() {
    if (auto filled = refill(); !filled) {
      return filled;
    }
    const bool another = gzip && stream.avail_in != 0 && *stream.next_in == 0x1F && inputLeft() >= 18;
    if (!another || inflateReset(&stream) != Z_OK) {
      finished = true;
    }
    return {};
  }
};

Inflater::Inflater(const ByteSource& source, std::uint64_t offset, std::uint64_t length)
    : m_state(std::make_unique<State>(source, offset, length)) {
  // 32: zlib finds out itself whether the wrapper is gzip's or zlib's.
  if (inflateInit2(&m_state->stream, MAX_WBITS + 32) != Z_OK) {
    throw std::bad_alloc();
  }
}

Inflater::~Inflater() {
  inflateEnd(&m_state->stream);
}

bool Inflater::hasTrailingInput() const {
  return m_state->finished && m_state->inputLeft() != 0;
}

Result<std::size_t> Inflater::read(std::span<std::byte> to) {
  State& s = *m_state;
  std::size_t filled = 0;
  while (filled < to.size() && !s.finished) {
    if (auto refilled = s.refill(); !refilled) {
      return refilled.error();
    }
    if (s.stream.avail_in == 0) {
      return Error{ErrorCode::Corrupt, s.source.name(), FACET_TEXT("imaging", "is cut off inside its compressed data")};
    }
    if (s.stream.total_in == 0) {
      s.gzip = *s.stream.next_in == 0x1F;
    }
    const std::size_t room = std::min<std::size_t>(to.size() - filled, std::numeric_limits<uInt>::max());
    s.stream.next_out = reinterpret_cast<Bytef*>(to.data() + filled);
    s.stream.avail_out = static_cast<uInt>(room);
    const int status = inflate(&s.stream, Z_NO_FLUSH);
    filled += room - s.stream.avail_out;
    if (status == Z_STREAM_END) {
      if (auto started = s.startNextMember(); !started) {
        return started.error();
      }
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      return Error{ErrorCode::Corrupt, s.source.name(), FACET_TEXT("imaging", "its compressed data are damaged"),
                   atByte(s.end - s.inputLeft())};
    }
  }
  return filled;
}

Result<void> Inflater::skip(std::uint64_t count) {
  std::vector<std::byte> scratch(static_cast<std::size_t>(std::min<std::uint64_t>(count, std::uint64_t(1) << 18U)));
  while (count > 0) {
    const auto part = static_cast<std::size_t>(std::min<std::uint64_t>(count, scratch.size()));
    const auto got = read(std::span(scratch).first(part));
    if (!got) {
      return got.error();
    }
    if (*got < part) {
      return Error{ErrorCode::Corrupt, m_state->source.name(), FACET_TEXT("imaging", "ends before its voxels begin")};
    }
    count -= part;
  }
  return {};
}

} // namespace facet::imaging
