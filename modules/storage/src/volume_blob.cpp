#include "volume_blob.h"

#include <facet/core/parallel.h>

#include <zstd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstring>
#include <memory>
#include <vector>

namespace facet::storage {
namespace {

using imaging::Grid;
using imaging::Rescale;
using imaging::Volume;
using imaging::VoxelType;

static_assert(std::endian::native == std::endian::little);

constexpr std::array<char, 8> kMagic = {'F', 'A', 'C', 'E', 'T', 'V', '0', '1'};
constexpr std::size_t kPart = std::size_t(1) << 20U;
constexpr int kLevel = 1;
constexpr std::uint64_t kMostBytes = std::uint64_t(1) << 36U;

/// Everything but the parts' sizes and the parts. Lowest byte first.
struct Head {
  std::array<char, 8> magic = kMagic;
  std::uint64_t type = 0;
  std::array<std::int64_t, 3> size{};
  std::array<double, 12> lpsFromIjk{}; ///< rows of the matrix, then the offset
  double slope = 1;
  double intercept = 0;
};
static_assert(sizeof(Head) == 8 * 19);

Head headOf(const Volume& volume) {
  Head head;
  head.type = static_cast<std::uint64_t>(volume.type());
  head.size = {volume.size().i, volume.size().j, volume.size().k};
  const Affine3& map = volume.grid().lpsFromIjk;
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      head.lpsFromIjk[3 * row + column] = map.matrix[row][column];
    }
    head.lpsFromIjk[9 + row] = map.offset[row];
  }
  head.slope = volume.rescale().slope;
  head.intercept = volume.rescale().intercept;
  return head;
}

Grid gridOf(const Head& head) {
  Grid grid;
  grid.size = {head.size[0], head.size[1], head.size[2]};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      grid.lpsFromIjk.matrix[row][column] = head.lpsFromIjk[3 * row + column];
    }
    grid.lpsFromIjk.offset[row] = head.lpsFromIjk[9 + row];
  }
  return grid;
}

/// Bytes of all voxels, or nothing for a head that cannot be.
std::optional<std::size_t> voxelBytesOf(const Head& head) {
  if (head.magic != kMagic || head.type > static_cast<std::uint64_t>(VoxelType::Float64)) {
    return std::nullopt;
  }
  std::uint64_t bytes = imaging::bytesPerVoxel(static_cast<VoxelType>(head.type));
  for (const std::int64_t size : head.size) {
    if (size < 1 || static_cast<std::uint64_t>(size) > kMostBytes / bytes) {
      return std::nullopt;
    }
    bytes *= static_cast<std::uint64_t>(size);
  }
  return static_cast<std::size_t>(bytes);
}

} // namespace

Result<std::string> packVolume(const Volume& volume, const Progress& progress) {
  const std::span<const std::byte> voxels = volume.bytes();
  const std::size_t parts = (voxels.size() + kPart - 1) / kPart;
  std::vector<std::string> packed(parts);
  std::atomic<bool> failed = false;
  parallelFor(parts, 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t part = begin; part < end && !progress.stopRequested(); ++part) {
      const auto from = voxels.subspan(part * kPart, std::min(kPart, voxels.size() - part * kPart));
      std::string& to = packed[part];
      to.resize(ZSTD_compressBound(from.size()));
      const std::size_t bytes = ZSTD_compress(to.data(), to.size(), from.data(), from.size(), kLevel);
      if (ZSTD_isError(bytes) != 0) {
        failed = true;
        return;
      }
      to.resize(bytes);
    }
  });
  if (progress.stopRequested()) {
    return cancelledError();
  }
  if (failed) {
    return Error{ErrorCode::Internal, "zstd", FACET_TEXT("storage", "the voxels could not be compressed")};
  }
  const Head head = headOf(volume);
  std::vector<std::uint32_t> sizes;
  std::size_t total = sizeof head + parts * sizeof(std::uint32_t);
  for (const std::string& part : packed) {
    sizes.push_back(static_cast<std::uint32_t>(part.size()));
    total += part.size();
  }
  std::string bytes;
  bytes.reserve(total);
  bytes.append(reinterpret_cast<const char*>(&head), sizeof head);
  bytes.append(reinterpret_cast<const char*>(sizes.data()), sizes.size() * sizeof(std::uint32_t));
  for (const std::string& part : packed) {
    bytes += part;
  }
  return bytes;
}

Result<Volume> unpackVolume(std::string_view bytes, const std::string& name, const Progress& progress) {
  const Error damaged{ErrorCode::Corrupt, name, FACET_TEXT("storage", "holds no voxels that can be read")};
  Head head;
  if (bytes.size() < sizeof head) {
    return damaged;
  }
  std::memcpy(&head, bytes.data(), sizeof head);
  bytes.remove_prefix(sizeof head);
  const auto voxelBytes = voxelBytesOf(head);
  if (!voxelBytes) {
    return damaged;
  }
  const std::size_t parts = (*voxelBytes + kPart - 1) / kPart;
  if (bytes.size() < parts * sizeof(std::uint32_t)) {
    return damaged;
  }
  std::vector<std::uint32_t> sizes(parts);
  std::memcpy(sizes.data(), bytes.data(), parts * sizeof(std::uint32_t));
  bytes.remove_prefix(parts * sizeof(std::uint32_t));
  std::vector<std::string_view> packed;
  for (const std::uint32_t size : sizes) {
    if (size > bytes.size()) {
      return damaged;
    }
    packed.push_back(bytes.substr(0, size));
    bytes.remove_prefix(size);
  }
  if (!bytes.empty()) {
    return damaged;
  }
  // Without an initial value: every byte is written below.
  std::shared_ptr<std::byte[]> voxels(new std::byte[*voxelBytes]);
  std::atomic<bool> failed = false;
  parallelFor(parts, 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t part = begin; part < end && !progress.stopRequested(); ++part) {
      const std::size_t room = std::min(kPart, *voxelBytes - part * kPart);
      if (ZSTD_decompress(voxels.get() + part * kPart, room, packed[part].data(), packed[part].size()) != room) {
        failed = true;
        return;
      }
    }
  });
  if (progress.stopRequested()) {
    return cancelledError();
  }
  if (failed) {
    return damaged;
  }
  auto volume = Volume::make(gridOf(head), static_cast<VoxelType>(head.type), std::move(voxels), *voxelBytes,
                             Rescale{head.slope, head.intercept});
  return volume ? std::move(volume) : Result<Volume>(damaged);
}

} // namespace facet::storage
