#include "deflate.h"

#include <facet/core/parallel.h>

#include <zlib.h>

#include <algorithm>
#include <atomic>
#include <new>
#include <vector>

namespace facet::imaging {
namespace {

constexpr std::size_t kBlock = std::size_t(1) << 20U;
constexpr std::size_t kWindow = std::size_t(1) << 15U;

struct Block {
  std::string packed;
  uLong checksum = 0;
  std::size_t length = 0;
};

/// One stretch of a deflate stream, ended on a byte so that the next one can follow. `before` primes the window.
Block deflateBlock(std::span<const std::byte> before, std::span<const std::byte> data, bool last, Wrapper wrapper,
                   int level) {
  z_stream stream{};
  if (deflateInit2(&stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  if (!before.empty()) {
    deflateSetDictionary(&stream, reinterpret_cast<const Bytef*>(before.data()), static_cast<uInt>(before.size()));
  }
  Block block;
  block.length = data.size();
  const auto* bytes = reinterpret_cast<const Bytef*>(data.data());
  const auto count = static_cast<uInt>(data.size());
  block.checksum = wrapper == Wrapper::Gzip ? crc32(crc32(0, nullptr, 0), bytes, count)
                                            : adler32(adler32(0, nullptr, 0), bytes, count);
  // The flush marker is not in deflateBound.
  block.packed.resize(deflateBound(&stream, count) + 16);
  stream.next_in = const_cast<Bytef*>(bytes);
  stream.avail_in = count;
  stream.next_out = reinterpret_cast<Bytef*>(block.packed.data());
  stream.avail_out = static_cast<uInt>(block.packed.size());
  deflate(&stream, last ? Z_FINISH : Z_SYNC_FLUSH);
  block.packed.resize(block.packed.size() - stream.avail_out);
  deflateEnd(&stream);
  return block;
}

void appendLittle(std::string& out, std::uint32_t value) {
  for (unsigned shift = 0; shift < 32; shift += 8) {
    out += static_cast<char>(value >> shift & 0xFFU);
  }
}

void appendBig(std::string& out, std::uint32_t value) {
  for (unsigned shift = 32; shift > 0; shift -= 8) {
    out += static_cast<char>(value >> (shift - 8) & 0xFFU);
  }
}

} // namespace

Result<std::string> compress(std::string_view head, std::span<const std::byte> body, Wrapper wrapper, int level,
                             Progress& progress) {
  const std::size_t parts = std::max<std::size_t>(1, body.size() / kBlock + (body.size() % kBlock != 0 ? 1 : 0));
  std::vector<Block> blocks(parts + 1);
  blocks[0] = deflateBlock({}, std::as_bytes(std::span(head)), false, wrapper, level);
  std::atomic<std::size_t> done{0};
  std::atomic<bool> stop{false};
  parallelFor(parts, 1, [&](std::size_t part, std::size_t) {
    if (stop || progress.stopRequested()) {
      stop = true;
      return;
    }
    const std::size_t begin = part * kBlock;
    const std::size_t window = std::min(begin, kWindow);
    blocks[part + 1] =
        deflateBlock(body.subspan(begin - window, window), body.subspan(begin, std::min(kBlock, body.size() - begin)),
                     part + 1 == parts, wrapper, level);
    progress.setFraction(static_cast<double>(++done) / static_cast<double>(parts));
  });
  if (stop) {
    return cancelledError();
  }

  std::size_t size = 32;
  for (const Block& block : blocks) {
    size += block.packed.size();
  }
  std::string out;
  out.reserve(size);
  // RFC 1952: no time, fastest or no hint, unknown system; RFC 1950: 32 kB window, no dictionary.
  out += wrapper == Wrapper::Gzip ? std::string_view("\x1F\x8B\x08\0\0\0\0\0\0\xFF", 10) : std::string_view("\x78\x01");
  uLong checksum = wrapper == Wrapper::Gzip ? crc32(0, nullptr, 0) : adler32(0, nullptr, 0);
  std::size_t total = 0;
  for (const Block& block : blocks) {
    out += block.packed;
    const auto length = static_cast<z_off_t>(block.length);
    checksum = wrapper == Wrapper::Gzip ? crc32_combine(checksum, block.checksum, length)
                                        : adler32_combine(checksum, block.checksum, length);
    total += block.length;
  }
  if (wrapper == Wrapper::Gzip) {
    appendLittle(out, static_cast<std::uint32_t>(checksum));
    appendLittle(out, static_cast<std::uint32_t>(total & 0xFFFFFFFFU));
  } else {
    appendBig(out, static_cast<std::uint32_t>(checksum));
  }
  return out;
}

} // namespace facet::imaging
