#include "image_header.h"

#include <cmath>
#include <limits>

namespace facet::imaging {
namespace {

/// The cosine from which two axes count as not at right angles: 0.006 degrees, far above the rounding of a float
/// header.
constexpr double kShearCosine = 1e-4;

bool usable(Vec3 axis) {
  const double length = norm(axis);
  return std::isfinite(length) && length > 0;
}

std::int64_t sizeAlong(GridSize size, std::size_t axis) {
  return axis == 0 ? size.i : axis == 1 ? size.j : size.k;
}

/// Gives axes of one voxel without a usable length a direction; false where that is not possible.
bool completeSingleVoxelAxes(ImageHeader& header, const std::string& name) {
  Affine3& map = header.grid.lpsFromIjk;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    if (usable(map.column(axis))) {
      continue;
    }
    const Vec3 across = cross(map.column((axis + 1) % 3), map.column((axis + 2) % 3));
    if (sizeAlong(header.grid.size, axis) != 1 || !usable(across)) {
      return false;
    }
    map.setColumn(axis, across * (1 / norm(across)));
    header.notices.push_back(
        {name, FACET_TEXT("imaging", "the header gives its one slice no thickness: 1 mm was taken"), {}});
  }
  return true;
}

} // namespace

Error invalidImage(const std::string& name, Message reason, Message place) {
  return {ErrorCode::InvalidInput, name, std::move(reason), std::move(place)};
}

Error unsupportedImage(const std::string& name, Message reason, Message place) {
  return {ErrorCode::Unsupported, name, std::move(reason), std::move(place)};
}

Result<void> settleAxes(ImageHeader& header, const std::string& name) {
  const Affine3& map = header.grid.lpsFromIjk;
  if (!completeSingleVoxelAxes(header, name) || !map.inverse()) {
    return invalidImage(name, FACET_TEXT("imaging", "the axes in its header have no length or lie in one plane"));
  }
  double worst = 0;
  for (std::size_t a = 0; a < 3; ++a) {
    const Vec3 u = map.column(a);
    const Vec3 v = map.column((a + 1) % 3);
    worst = std::max(worst, std::abs(dot(u, v)) / (norm(u) * norm(v)));
  }
  if (worst > kShearCosine) {
    const double degrees = std::asin(std::min(worst, 1.0)) * 57.29577951308232;
    header.notices.push_back(
        {name,
         FACET_TEXT("imaging",
                    "its axes are not at right angles (%1° off): every voxel was kept where the header puts it")
             .with(std::round(degrees * 1000) / 1000),
         {}});
  }
  return {};
}

Result<std::uint64_t> voxelBytes(GridSize size, VoxelType type, const ReadLimits& limits, const std::string& name) {
  std::uint64_t bytes = bytesPerVoxel(type);
  for (const std::int64_t n : {size.i, size.j, size.k}) {
    if (n < 1) {
      return invalidImage(name,
                          FACET_TEXT("imaging", "%1 × %2 × %3 voxels make no image").with(size.i, size.j, size.k));
    }
    if (bytes > limits.voxelBytes / static_cast<std::uint64_t>(n)) {
      return unsupportedImage(name, FACET_TEXT("imaging", "%1 × %2 × %3 voxels are more than the limit of %4 bytes")
                                        .with(size.i, size.j, size.k, limits.voxelBytes));
    }
    bytes *= static_cast<std::uint64_t>(n);
  }
  return bytes;
}

Result<std::unique_ptr<ByteSource>> openDetached(const ByteSource& header, const std::string& fileName) {
  if (header.folder().empty()) {
    return unsupportedImage(
        header.name(),
        FACET_TEXT("imaging", "its voxels lie in another file, %1, which did not come with it").with(fileName));
  }
  const std::filesystem::path plain(fileName);
  if (fileName.empty() || plain.has_root_path() || plain.has_parent_path() || fileName == "." || fileName == "..") {
    return invalidImage(
        header.name(),
        FACET_TEXT("imaging", "names %1 for its voxels, which is no file of its own folder").with(fileName));
  }
  return openSource(header.folder() / plain, Links::Refuse);
}

} // namespace facet::imaging
