#include "sampling.h"

namespace facet::rendering {
namespace {

AxisMap axisMap(double scale, double offset, std::int64_t count, int pixels) {
  AxisMap map;
  map.scale = scale;
  map.offset = offset + 0.5 * scale;
  map.count = count;
  // Inside is −0.5 ≤ index < count − 0.5.
  const auto inside = [&](int pixel) {
    const double at = map.indexAt(pixel);
    return at >= -0.5 && at < static_cast<double>(count) - 0.5;
  };
  const double a = (-0.5 - map.offset) / scale;
  const double b = (static_cast<double>(count) - 0.5 - map.offset) / scale;
  const double least = std::clamp(std::min(a, b), -1.0, static_cast<double>(pixels));
  const double most = std::clamp(std::max(a, b), -1.0, static_cast<double>(pixels));
  map.begin = std::clamp(static_cast<int>(std::floor(least)) - 1, 0, pixels);
  map.end = std::clamp(static_cast<int>(std::ceil(most)) + 1, 0, pixels);
  while (map.begin < map.end && !inside(map.begin)) {
    ++map.begin;
  }
  while (map.end > map.begin && !inside(map.end - 1)) {
    --map.end;
  }
  return map;
}

} // namespace

std::optional<OrthogonalMap> orthogonalMap(const Affine3& ijkFromPixel, imaging::GridSize size, int width, int height) {
  constexpr double kTolerance = 0.01;
  const auto strongest = [&](std::size_t column) {
    const Vec3 v = ijkFromPixel.column(column);
    return std::abs(v.x) >= std::abs(v.y) ? (std::abs(v.x) >= std::abs(v.z) ? 0U : 2U)
                                          : (std::abs(v.y) >= std::abs(v.z) ? 1U : 2U);
  };
  OrthogonalMap map;
  map.xAxis = strongest(0);
  map.yAxis = strongest(1);
  if (map.xAxis == map.yAxis) {
    return std::nullopt;
  }
  map.sliceAxis = 3 - map.xAxis - map.yAxis;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const double drift = (axis == map.xAxis ? 0 : std::abs(ijkFromPixel.matrix[axis][0]) * width) +
                         (axis == map.yAxis ? 0 : std::abs(ijkFromPixel.matrix[axis][1]) * height);
    if (!(drift < kTolerance)) {
      return std::nullopt;
    }
  }
  const Vec3 offset = ijkFromPixel.offset;
  const double slice = offset[map.sliceAxis];
  if (!std::isfinite(slice) || std::abs(slice) > 1e9) {
    return std::nullopt;
  }
  map.x = axisMap(ijkFromPixel.matrix[map.xAxis][0], offset[map.xAxis], voxelsAlong(size, map.xAxis), width);
  map.y = axisMap(ijkFromPixel.matrix[map.yAxis][1], offset[map.yAxis], voxelsAlong(size, map.yAxis), height);
  map.slice = static_cast<std::int64_t>(std::floor(slice + 0.5));
  map.inside = map.slice >= 0 && map.slice < voxelsAlong(size, map.sliceAxis);
  return map;
}

InsideRange insideRange(Vec3 start, Vec3 step, imaging::GridSize size, int width, double margin) {
  double from = 0;
  double to = width;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const double low = margin - start[axis];
    const double high = static_cast<double>(voxelsAlong(size, axis)) - 1 - margin - start[axis];
    if (std::abs(step[axis]) < 1e-12) {
      if (low > 0 || high <= 0) {
        return {0, 0};
      }
      continue;
    }
    const double a = low / step[axis];
    const double b = high / step[axis];
    from = std::max(from, std::min(a, b));
    to = std::min(to, std::max(a, b));
  }
  if (!(from < to)) {
    return {0, 0};
  }
  return {static_cast<int>(std::ceil(from)), std::min(width, static_cast<int>(std::ceil(to)))};
}

} // namespace facet::rendering
