#include <facet/imaging/volume.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

namespace facet::imaging {
namespace {

/// The product of sizes and bytes per voxel, or 0 where a size is below 1 or the product does not fit.
std::size_t bytesOf(GridSize size, VoxelType type) {
  std::size_t bytes = bytesPerVoxel(type);
  for (const std::int64_t n : {size.i, size.j, size.k}) {
    if (n < 1 || static_cast<std::size_t>(n) > std::numeric_limits<std::ptrdiff_t>::max() / bytes) {
      return 0;
    }
    bytes *= static_cast<std::size_t>(n);
  }
  return bytes;
}

Error invalid(Message reason) {
  return {ErrorCode::InvalidInput, {}, std::move(reason)};
}

Result<void> checkGeometry(const Affine3& lpsFromIjk) {
  if (!lpsFromIjk.isFinite() || !lpsFromIjk.inverse()) {
    return invalid(FACET_TEXT("imaging", "the axes of the voxel grid have no length or lie in one plane"));
  }
  return {};
}

} // namespace

std::size_t bytesPerVoxel(VoxelType type) {
  switch (type) {
  case VoxelType::Int8:
  case VoxelType::UInt8:
    return 1;
  case VoxelType::Int16:
  case VoxelType::UInt16:
    return 2;
  case VoxelType::Int32:
  case VoxelType::UInt32:
  case VoxelType::Float32:
    return 4;
  case VoxelType::Float64:
    break;
  }
  return 8;
}

std::string_view nameOf(VoxelType type) {
  switch (type) {
  case VoxelType::Int8:
    return "int8";
  case VoxelType::UInt8:
    return "uint8";
  case VoxelType::Int16:
    return "int16";
  case VoxelType::UInt16:
    return "uint16";
  case VoxelType::Int32:
    return "int32";
  case VoxelType::UInt32:
    return "uint32";
  case VoxelType::Float32:
    return "float32";
  case VoxelType::Float64:
    break;
  }
  return "float64";
}

Vec3 Grid::spacingMm() const {
  return {norm(lpsFromIjk.column(0)), norm(lpsFromIjk.column(1)), norm(lpsFromIjk.column(2))};
}

double Grid::voxelVolumeMm3() const {
  return std::abs(lpsFromIjk.determinant());
}

double Grid::largestDistanceMm(const Grid& other) const {
  double largest = 0;
  for (unsigned corner = 0; corner < 8; ++corner) {
    const Vec3 ijk = {(corner & 1U) != 0 ? static_cast<double>(size.i - 1) : 0,
                      (corner & 2U) != 0 ? static_cast<double>(size.j - 1) : 0,
                      (corner & 4U) != 0 ? static_cast<double>(size.k - 1) : 0};
    const double distance = norm(lpsFromIjk(ijk) - other.lpsFromIjk(ijk));
    // Written so that NaN counts as far.
    if (!(distance <= largest)) {
      largest = distance;
    }
  }
  return largest;
}

bool Grid::sameAs(const Grid& other, double toleranceMm) const {
  return size == other.size && largestDistanceMm(other) <= toleranceMm;
}

Result<Volume> Volume::make(Grid grid, VoxelType type, std::shared_ptr<const std::byte[]> voxels, std::size_t bytes,
                            Rescale rescale) {
  const std::size_t needed = bytesOf(grid.size, type);
  if (needed == 0) {
    return invalid(
        FACET_TEXT("imaging", "%1 × %2 × %3 voxels make no image").with(grid.size.i, grid.size.j, grid.size.k));
  }
  if (voxels == nullptr || bytes != needed) {
    return invalid(FACET_TEXT("imaging", "%1 × %2 × %3 voxels of type %4 need %5 bytes, not %6")
                       .with(grid.size.i, grid.size.j, grid.size.k, nameOf(type), needed, bytes));
  }
  if (auto checked = checkGeometry(grid.lpsFromIjk); !checked) {
    return checked.error();
  }
  if (!std::isfinite(rescale.slope) || !std::isfinite(rescale.intercept) || rescale.slope == 0) {
    return invalid(FACET_TEXT("imaging", "values cannot be rescaled by slope %1 and intercept %2")
                       .with(rescale.slope, rescale.intercept));
  }
  Volume volume;
  volume.m_grid = grid;
  volume.m_type = type;
  volume.m_rescale = rescale;
  volume.m_voxels = std::move(voxels);
  return volume;
}

std::span<const std::byte> Volume::bytes() const {
  return {m_voxels.get(), m_grid.size.voxels() * bytesPerVoxel(m_type)};
}

double Volume::valueAt(IjkIndex voxel) const {
  assert(m_grid.size.contains(voxel));
  const auto at = static_cast<std::size_t>((voxel.k * m_grid.size.j + voxel.j) * m_grid.size.i + voxel.i);
  const double stored = visitVoxels(*this, [at](auto voxels) { return static_cast<double>(voxels[at]); });
  return stored * m_rescale.slope + m_rescale.intercept;
}

Result<Volume> Volume::withGeometry(const Affine3& lpsFromIjk) const {
  if (auto checked = checkGeometry(lpsFromIjk); !checked) {
    return checked.error();
  }
  Volume moved = *this;
  moved.m_grid.lpsFromIjk = lpsFromIjk;
  return moved;
}

} // namespace facet::imaging
