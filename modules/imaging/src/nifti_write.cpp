#include "image_header.h"
#include "nifti_turn.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

// Source of the layout: nifti1.h and nifti2.h (NIfTI Data Format Working Group).

namespace facet::imaging {
namespace {

/// A header being filled, in little-endian order.
struct HeaderBytes {
  std::string bytes;
  bool second;

  template <class T>
  void put(std::size_t offset, T value) {
    auto raw = std::bit_cast<std::array<char, sizeof(T)>>(value);
    if constexpr (std::endian::native == std::endian::big) {
      std::reverse(raw.begin(), raw.end());
    }
    std::memcpy(bytes.data() + offset, raw.data(), sizeof(T));
  }
  void real(std::size_t first, std::size_t secondOffset, std::size_t index, double value) {
    if (second) {
      put(secondOffset + 8 * index, value);
    } else {
      put(first + 4 * index, static_cast<float>(value));
    }
  }
  void dim(std::size_t index, std::int64_t value) {
    if (second) {
      put(16 + 8 * index, value);
    } else {
      put(40 + 2 * index, static_cast<std::int16_t>(value));
    }
  }
  void code(std::size_t first, std::size_t secondOffset, int value) {
    if (second) {
      put(secondOffset, static_cast<std::int32_t>(value));
    } else {
      put(first, static_cast<std::int16_t>(value));
    }
  }
};

int codeOf(VoxelType type) {
  switch (type) {
  case VoxelType::Int8:
    return 256;
  case VoxelType::UInt8:
    return 2;
  case VoxelType::Int16:
    return 4;
  case VoxelType::UInt16:
    return 512;
  case VoxelType::Int32:
    return 8;
  case VoxelType::UInt32:
    return 768;
  case VoxelType::Float32:
    return 16;
  case VoxelType::Float64:
    break;
  }
  return 64;
}

int codeOf(CoordinateSpace space) {
  switch (space) {
  case CoordinateSpace::Aligned:
    return 2;
  case CoordinateSpace::Talairach:
    return 3;
  case CoordinateSpace::Mni152:
    return 4;
  case CoordinateSpace::OtherTemplate:
    return 5;
  case CoordinateSpace::Unknown:
  case CoordinateSpace::Scanner:
    break;
  }
  return 1;
}

/// The qform, so that programs that prefer it see the same place: left out where the axes are not at right angles, and
/// where its rounded numbers would move a voxel (turns by almost 180 degrees).
void putQform(HeaderBytes& header, const Grid& ras, int space) {
  const Vec3 spacing = ras.spacingMm();
  std::array<Vec3, 3> axes;
  for (std::size_t c = 0; c < 3; ++c) {
    axes[c] = ras.lpsFromIjk.column(c) * (1 / spacing[c]);
  }
  const double handedness = ras.lpsFromIjk.determinant() < 0 ? -1 : 1;
  header.real(76, 104, 0, handedness);
  axes[2] = axes[2] * handedness;
  const auto parts = quaternionOfAxes(axes);
  const auto read = axesOfQuaternion(parts[0], parts[1], parts[2]);
  Grid again = ras;
  for (std::size_t c = 0; c < 3; ++c) {
    again.lpsFromIjk.setColumn(c, read[c] * (spacing[c] * (c == 2 ? handedness : 1)));
  }
  if (!(ras.largestDistanceMm(again) < 5e-4)) {
    return;
  }
  header.code(252, 344, space);
  for (std::size_t index = 0; index < 3; ++index) {
    header.real(256, 352, index, static_cast<double>(parts[index]));
    header.real(268, 376, index, ras.lpsFromIjk.offset[index]);
  }
}

} // namespace

std::string niftiHead(const Volume& volume, CoordinateSpace space) {
  const Grid& grid = volume.grid();
  const std::array<std::int64_t, 3> sizes = {grid.size.i, grid.size.j, grid.size.k};
  const bool second = *std::max_element(sizes.begin(), sizes.end()) > std::numeric_limits<std::int16_t>::max();
  HeaderBytes header{std::string(second ? 544 : 352, '\0'), second};
  header.put<std::int32_t>(0, second ? 540 : 348);
  const std::string_view magic = second ? std::string_view("n+2\0\r\n\x1A\n", 8) : std::string_view("n+1\0", 4);
  std::memcpy(header.bytes.data() + (second ? 4 : 344), magic.data(), magic.size());
  if (!second) {
    header.bytes[38] = 'r';
  }
  header.dim(0, 3);
  for (std::size_t axis = 1; axis < 8; ++axis) {
    header.dim(axis, axis <= 3 ? sizes[axis - 1] : 1);
    header.real(76, 104, axis, 1);
  }
  header.put<std::int16_t>(second ? 12 : 70, static_cast<std::int16_t>(codeOf(volume.type())));
  header.put<std::int16_t>(second ? 14 : 72, static_cast<std::int16_t>(8 * bytesPerVoxel(volume.type())));
  if (second) {
    header.put<std::int64_t>(168, 544);
    header.put<std::int32_t>(500, 2);
  } else {
    header.put<float>(108, 352);
    header.put<std::uint8_t>(123, 2);
  }
  header.real(112, 176, 0, volume.rescale().slope);
  header.real(116, 184, 0, volume.rescale().intercept);

  Grid ras = grid;
  for (std::size_t row = 0; row < 2; ++row) {
    for (double& value : ras.lpsFromIjk.matrix[row]) {
      value = -value;
    }
    ras.lpsFromIjk.offset[row] = -ras.lpsFromIjk.offset[row];
  }
  const Vec3 spacing = ras.spacingMm();
  putQform(header, ras, codeOf(space));
  header.code(254, 348, codeOf(space));
  for (std::size_t row = 0; row < 3; ++row) {
    header.real(76, 104, row + 1, spacing[row]);
    for (std::size_t column = 0; column < 3; ++column) {
      header.real(280, 400, 4 * row + column, ras.lpsFromIjk.matrix[row][column]);
    }
    header.real(280, 400, 4 * row + 3, ras.lpsFromIjk.offset[row]);
  }
  return header.bytes;
}

} // namespace facet::imaging
