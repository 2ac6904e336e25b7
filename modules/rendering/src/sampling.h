#pragma once

#include <facet/core/geometry.h>
#include <facet/imaging/volume.h>
#include <facet/rendering/slice_image.h>
#include <facet/rendering/view_geometry.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace facet::rendering {

/// Rows that one thread draws at a time.
inline constexpr std::size_t kRowGrain = 16;

/// The map from pixels of a view to voxel indices of a volume on whatever grid.
[[nodiscard]] inline Affine3 sourceFromPixel(const imaging::Volume& volume, const Affine3& sourceFromView,
                                             const ViewGeometry& view) {
  return compose(compose(volume.grid().lpsFromIjk.inverse().value_or(Affine3{}), sourceFromView), view.lpsFromPixel());
}

[[nodiscard]] inline std::int64_t voxelsAlong(imaging::GridSize size, std::size_t axis) {
  return axis == 0 ? size.i : axis == 1 ? size.j : size.k;
}
[[nodiscard]] inline std::ptrdiff_t strideAlong(imaging::GridSize size, std::size_t axis) {
  return static_cast<std::ptrdiff_t>(axis == 0 ? 1 : axis == 1 ? size.i : size.i * size.j);
}

/// Where pixels fall along one axis of the source, for views whose axes are those of the source.
struct AxisMap {
  int begin = 0; ///< first pixel inside
  int end = 0;   ///< first pixel beyond
  double scale = 0;
  double offset = 0; ///< index of the middle of pixel x is scale · x + offset
  std::int64_t count = 0;

  [[nodiscard]] double indexAt(int pixel) const { return scale * pixel + offset; }
  [[nodiscard]] std::int64_t nearest(int pixel) const {
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(indexAt(pixel) + 0.5)), 0, count - 1);
  }
};

/// A view along the axes of the source: one axis to the right, one down, one slice.
struct OrthogonalMap {
  std::size_t xAxis = 0;
  std::size_t yAxis = 1;
  std::size_t sliceAxis = 2;
  AxisMap x;
  AxisMap y;
  std::int64_t slice = 0; ///< may be outside
  bool inside = false;    ///< whether the slice exists
};

/// Nothing where the axes differ by more than a hundredth of a voxel over the view.
[[nodiscard]] std::optional<OrthogonalMap> orthogonalMap(const Affine3& ijkFromPixel, imaging::GridSize size, int width,
                                                         int height);

/// Pixels of one row of an oblique view.
struct InsideRange {
  int begin = 0;
  int end = 0;
};

/// Those whose index start + x · step lies inside the grid by at least `margin`: −0.5 is the outer side of the voxels,
/// 0 the outermost centres.
[[nodiscard]] InsideRange insideRange(Vec3 start, Vec3 step, imaging::GridSize size, int width, double margin);

} // namespace facet::rendering
