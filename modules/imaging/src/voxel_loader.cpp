#include "image_header.h"
#include "inflate.h"

#include <facet/core/parallel.h>
#include <facet/core/text.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <mutex>
#include <optional>

namespace facet::imaging {
namespace {

using Voxels = std::shared_ptr<std::byte[]>;

static_assert(std::endian::native == std::endian::little, "voxels in memory are little-endian");

constexpr std::size_t kChunk = std::size_t(4) << 20U;

Error cutOff(const std::string& name, std::uint64_t needed, std::uint64_t there) {
  return {
      ErrorCode::Corrupt, name,
      FACET_TEXT("imaging", "is cut off: its header promises %1 bytes of voxels and there are %2").with(needed, there)};
}

/// Memory that is not touched before it is filled, so that a wrong promise costs nothing.
Voxels allocate(std::uint64_t bytes) {
  return std::make_shared_for_overwrite<std::byte[]>(static_cast<std::size_t>(bytes));
}

template <std::size_t N>
void swapEach(std::span<std::byte> bytes) {
  for (std::size_t at = 0; at + N <= bytes.size(); at += N) {
    std::reverse(bytes.data() + at, bytes.data() + at + N);
  }
}

void swapBytes(std::span<std::byte> bytes, std::size_t width) {
  if (width == 2) {
    swapEach<2>(bytes);
  } else if (width == 4) {
    swapEach<4>(bytes);
  } else if (width == 8) {
    swapEach<8>(bytes);
  }
}

Result<Voxels> loadPlain(const ImageHeader& header, const ByteSource& source, std::uint64_t needed,
                         Progress& progress) {
  const std::uint64_t there = source.size() - std::min(source.size(), header.dataOffset);
  if (there < needed) {
    return cutOff(source.name(), needed, there);
  }
  Voxels voxels = allocate(needed);
  const std::span all(voxels.get(), static_cast<std::size_t>(needed));
  std::atomic<std::size_t> done{0};
  std::atomic<bool> stop{false};
  std::mutex mutex;
  std::optional<Error> failure;
  parallelFor(all.size(), kChunk, [&](std::size_t begin, std::size_t end) {
    if (stop || progress.stopRequested()) {
      stop = true;
      return;
    }
    const auto part = all.subspan(begin, end - begin);
    if (auto read = source.readAt(header.dataOffset + begin, part); !read) {
      const std::lock_guard lock(mutex);
      failure = read.error();
      return;
    }
    if (header.byteOrder == ByteOrder::Big) {
      swapBytes(part, bytesPerVoxel(header.type));
    }
    progress.setFraction(static_cast<double>(done += part.size()) / static_cast<double>(all.size()));
  });
  if (failure) {
    return *failure;
  }
  if (stop) {
    return cancelledError();
  }
  return voxels;
}

Result<Voxels> loadDeflated(ImageHeader& header, const ByteSource& source, std::uint64_t needed, Progress& progress) {
  const std::uint64_t packed = source.size() - std::min(source.size(), header.dataOffset);
  if (needed + header.skipUnpacked < needed || packed < (needed + header.skipUnpacked) / kLargestDeflateRatio) {
    return Error{ErrorCode::Corrupt, source.name(),
                 FACET_TEXT("imaging", "is cut off or damaged: %1 compressed bytes cannot hold the %2 that its header "
                                       "promises")
                     .with(packed, needed)};
  }
  Inflater inflater(source, header.dataOffset, packed);
  if (auto skipped = inflater.skip(header.skipUnpacked); !skipped) {
    return skipped.error();
  }
  Voxels voxels = allocate(needed);
  const std::span all(voxels.get(), static_cast<std::size_t>(needed));
  for (std::size_t begin = 0; begin < all.size(); begin += kChunk) {
    if (progress.stopRequested()) {
      return cancelledError();
    }
    const auto part = all.subspan(begin, std::min(kChunk, all.size() - begin));
    const auto got = inflater.read(part);
    if (!got) {
      return got.error();
    }
    if (*got < part.size()) {
      return cutOff(source.name(), needed, begin + *got);
    }
    if (header.byteOrder == ByteOrder::Big) {
      swapBytes(part, bytesPerVoxel(header.type));
    }
    progress.setFraction(static_cast<double>(begin + part.size()) / static_cast<double>(all.size()));
  }
  // One byte more than promised: it reaches the checksum where the stream ends, and tells where it does not.
  std::byte extra{};
  const auto more = inflater.read({&extra, 1});
  if (!more) {
    return more.error();
  }
  if (*more != 0 || inflater.hasTrailingInput()) {
    header.notices.push_back({source.name(), FACET_TEXT("imaging", "has more data than its header promises"), {}});
  }
  return voxels;
}

template <class T>
bool parseVoxel(std::string_view word, std::byte* to) {
  T value{};
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  std::memcpy(to, &value, sizeof value);
  return error == std::errc() && end == word.data() + word.size();
}

bool parseVoxel(VoxelType type, std::string_view word, std::byte* to) {
  switch (type) {
  case VoxelType::Int8:
    return parseVoxel<std::int8_t>(word, to);
  case VoxelType::UInt8:
    return parseVoxel<std::uint8_t>(word, to);
  case VoxelType::Int16:
    return parseVoxel<std::int16_t>(word, to);
  case VoxelType::UInt16:
    return parseVoxel<std::uint16_t>(word, to);
  case VoxelType::Int32:
    return parseVoxel<std::int32_t>(word, to);
  case VoxelType::UInt32:
    return parseVoxel<std::uint32_t>(word, to);
  case VoxelType::Float32:
    return parseVoxel<float>(word, to);
  case VoxelType::Float64:
    break;
  }
  return parseVoxel<double>(word, to);
}

Result<Voxels> loadText(const ImageHeader& header, const ByteSource& source, std::uint64_t needed, Progress& progress) {
  const std::uint64_t there = source.size() - std::min(source.size(), header.dataOffset);
  const std::uint64_t count = needed / bytesPerVoxel(header.type);
  // A digit and a space for each voxel, no space after the last one.
  if (there < 2 * count - 1) {
    return cutOff(source.name(), needed, there);
  }
  std::string text(static_cast<std::size_t>(there), '\0');
  if (auto read = source.readAt(header.dataOffset, std::as_writable_bytes(std::span(text))); !read) {
    return read.error();
  }
  Voxels voxels = allocate(needed);
  std::size_t at = 0;
  for (std::uint64_t voxel = 0; voxel < count; ++voxel) {
    if (voxel % 65536 == 0 && progress.stopRequested()) {
      return cancelledError();
    }
    at = std::min(text.find_first_not_of(" \t\r\n,", at), text.size());
    const std::size_t end = std::min(text.find_first_of(" \t\r\n,", at), text.size());
    if (at == end) {
      return cutOff(source.name(), needed, voxel * bytesPerVoxel(header.type));
    }
    if (!parseVoxel(header.type, std::string_view(text).substr(at, end - at),
                    voxels.get() + voxel * bytesPerVoxel(header.type))) {
      return invalidImage(source.name(), FACET_TEXT("imaging", "has a voxel that is no %1").with(nameOf(header.type)),
                          atByte(header.dataOffset + at));
    }
    at = end;
  }
  return voxels;
}

Result<Voxels> load(ImageHeader& header, const ByteSource& source, std::uint64_t needed, Progress& progress) {
  switch (header.packing) {
  case Packing::Deflate:
    return loadDeflated(header, source, needed, progress);
  case Packing::Text:
    return loadText(header, source, needed, progress);
  case Packing::None:
    break;
  }
  auto voxels = loadPlain(header, source, needed, progress);
  if (voxels && source.size() - header.dataOffset > needed) {
    header.notices.push_back({source.name(),
                              FACET_TEXT("imaging", "has %1 bytes more than its header promises")
                                  .with(source.size() - header.dataOffset - needed),
                              {}});
  }
  return voxels;
}

} // namespace

Result<LoadedImage> loadVoxels(ImageHeader header, const ByteSource& source, const ReadLimits& limits,
                               Progress& progress) {
  const auto needed = voxelBytes(header.grid.size, header.type, limits, source.name());
  if (!needed) {
    return needed.error();
  }
  if (auto settled = settleAxes(header, source.name()); !settled) {
    return settled.error();
  }
  auto voxels = load(header, header.detached ? *header.detached : source, *needed, progress);
  if (!voxels) {
    return voxels.error();
  }
  auto volume = Volume::make(header.grid, header.type, std::move(voxels).value(), static_cast<std::size_t>(*needed),
                             header.rescale);
  if (!volume) {
    Error error = volume.error();
    error.subject = source.name();
    return error;
  }
  return LoadedImage{std::move(volume).value(), header.format,  header.space, header.orientation,
                     std::move(header.notices), header.freeText};
}

} // namespace facet::imaging
