#pragma once

#include <facet/core/geometry.h>
#include <facet/core/result.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace facet::imaging {

/// How a voxel is stored.
enum class VoxelType : std::uint8_t { Int8, UInt8, Int16, UInt16, Int32, UInt32, Float32, Float64 };

[[nodiscard]] std::size_t bytesPerVoxel(VoxelType type);
/// "int16", "float32" …
[[nodiscard]] std::string_view nameOf(VoxelType type);

/// Numbers of voxels along i, j, k.
struct GridSize {
  std::int64_t i = 0;
  std::int64_t j = 0;
  std::int64_t k = 0;

  [[nodiscard]] std::size_t voxels() const { return static_cast<std::size_t>(i * j * k); }
  [[nodiscard]] bool contains(IjkIndex v) const {
    return v.i >= 0 && v.j >= 0 && v.k >= 0 && v.i < i && v.j < j && v.k < k;
  }
  [[nodiscard]] bool operator==(const GridSize&) const = default;
};

/// A grid of voxels and its place in the patient.
struct Grid {
  GridSize size;
  /// Frame: LPS mm from IJK index; column c is the step from one voxel to the next along axis c. It may be oblique,
  /// left-handed or sheared, but is always invertible.
  Affine3 lpsFromIjk;

  /// Length of the step along each axis. Units: mm.
  [[nodiscard]] Vec3 spacingMm() const;
  [[nodiscard]] double voxelVolumeMm3() const;
  /// Whether sizes are equal and no corner voxel lies further apart than `toleranceMm`.
  [[nodiscard]] bool sameAs(const Grid& other, double toleranceMm = 1e-3) const;
  /// The largest distance between a corner voxel of this grid and the voxel of the same index in the other.
  /// Units: mm; NaN or infinite where a map is not finite.
  [[nodiscard]] double largestDistanceMm(const Grid& other) const;
};

/// value = stored · slope + intercept.
struct Rescale {
  double slope = 1;
  double intercept = 0;
  [[nodiscard]] bool isIdentity() const { return slope == 1 && intercept == 0; }
  [[nodiscard]] bool operator==(const Rescale&) const = default;
};

/// A three-dimensional image that keeps its file's voxel type. Copies share the voxels; they are never changed after
/// the volume is made. Thread: may be read from any number of threads.
class Volume {
public:
  /// Takes voxels in memory order (i fastest). Errors: InvalidInput where the count does not fit the grid, a size is
  /// below 1, lpsFromIjk has no inverse, or the slope is 0 or not finite.
  static Result<Volume> make(Grid grid, VoxelType type, std::shared_ptr<const std::byte[]> voxels, std::size_t bytes,
                             Rescale rescale = {});

  [[nodiscard]] const Grid& grid() const { return m_grid; }
  [[nodiscard]] GridSize size() const { return m_grid.size; }
  [[nodiscard]] VoxelType type() const { return m_type; }
  [[nodiscard]] Rescale rescale() const { return m_rescale; }
  /// Stored voxels as bytes, i fastest, in the machine's byte order.
  [[nodiscard]] std::span<const std::byte> bytes() const;

  /// Stored voxels; T must be the type of type().
  template <class T>
  [[nodiscard]] std::span<const T> stored() const {
    return {reinterpret_cast<const T*>(m_voxels.get()), m_grid.size.voxels()};
  }
  /// The value (after rescaling) of a voxel inside the grid.
  [[nodiscard]] double valueAt(IjkIndex voxel) const;
  /// The same voxels at another place, for a corrected header. Errors: InvalidInput where it has no inverse.
  [[nodiscard]] Result<Volume> withGeometry(const Affine3& lpsFromIjk) const;

private:
  Volume() = default;

  Grid m_grid;
  VoxelType m_type = VoxelType::Int16;
  Rescale m_rescale;
  std::shared_ptr<const std::byte[]> m_voxels;
};

/// The VoxelType of a C++ number type.
template <class T>
[[nodiscard]] constexpr VoxelType voxelTypeOf() {
  if constexpr (std::is_same_v<T, std::int8_t>) {
    return VoxelType::Int8;
  } else if constexpr (std::is_same_v<T, std::uint8_t>) {
    return VoxelType::UInt8;
  } else if constexpr (std::is_same_v<T, std::int16_t>) {
    return VoxelType::Int16;
  } else if constexpr (std::is_same_v<T, std::uint16_t>) {
    return VoxelType::UInt16;
  } else if constexpr (std::is_same_v<T, std::int32_t>) {
    return VoxelType::Int32;
  } else if constexpr (std::is_same_v<T, std::uint32_t>) {
    return VoxelType::UInt32;
  } else if constexpr (std::is_same_v<T, float>) {
    return VoxelType::Float32;
  } else {
    static_assert(std::is_same_v<T, double>, "no voxel type");
    return VoxelType::Float64;
  }
}

/// A volume that takes over `voxels` (i fastest) without copying them. Errors: as Volume::make.
template <class T>
[[nodiscard]] Result<Volume> makeVolume(Grid grid, std::vector<T> voxels, Rescale rescale = {}) {
  const auto owner = std::make_shared<const std::vector<T>>(std::move(voxels));
  std::shared_ptr<const std::byte[]> bytes(owner, reinterpret_cast<const std::byte*>(owner->data()));
  return Volume::make(grid, voxelTypeOf<T>(), std::move(bytes), owner->size() * sizeof(T), rescale);
}

/// Calls `f(std::span<const T>)` with the stored voxels in their own type and returns what it returns.
template <class F>
auto visitVoxels(const Volume& volume, F&& f) {
  switch (volume.type()) {
  case VoxelType::Int8:
    return f(volume.stored<std::int8_t>());
  case VoxelType::UInt8:
    return f(volume.stored<std::uint8_t>());
  case VoxelType::Int16:
    return f(volume.stored<std::int16_t>());
  case VoxelType::UInt16:
    return f(volume.stored<std::uint16_t>());
  case VoxelType::Int32:
    return f(volume.stored<std::int32_t>());
  case VoxelType::UInt32:
    return f(volume.stored<std::uint32_t>());
  case VoxelType::Float32:
    return f(volume.stored<float>());
  case VoxelType::Float64:
    break;
  }
  return f(volume.stored<double>());
}

} // namespace facet::imaging
