#include <facet/rendering/anatomy.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace facet::rendering {
namespace {

/// sin 10°: below it a letter would only tell of the usual tilt of a head.
constexpr double kLetterSine = 0.173648;

Vec3 unit(Vec3 v) {
  const double length = norm(v);
  return length > 0 ? v * (1 / length) : Vec3{};
}

std::int64_t along(imaging::GridSize size, std::size_t axis) {
  return axis == 0 ? size.i : axis == 1 ? size.j : size.k;
}

/// Axis of the patient (L, P, S) across a plane.
std::size_t acrossAxis(Plane plane) {
  return plane == Plane::Axial ? 2 : plane == Plane::Coronal ? 1 : 0;
}

} // namespace

AnatomicalAxes anatomicalAxes(const Affine3& lpsFromIjk) {
  std::array<std::size_t, 3> order = {0, 1, 2};
  AnatomicalAxes best;
  double bestSum = -1;
  do {
    double sum = 0;
    for (std::size_t a = 0; a < 3; ++a) {
      sum += std::abs(unit(lpsFromIjk.column(order[a]))[a]);
    }
    if (sum > bestSum + 1e-9) {
      bestSum = sum;
      best.gridAxis = order;
    }
  } while (std::next_permutation(order.begin(), order.end()));
  for (std::size_t a = 0; a < 3; ++a) {
    best.sign[a] = lpsFromIjk.column(best.gridAxis[a])[a] < 0 ? -1 : 1;
  }
  return best;
}

PlaneAxes planeAxes(const Affine3& lpsFromIjk, Plane plane) {
  const AnatomicalAxes axes = anatomicalAxes(lpsFromIjk);
  const std::size_t right = plane == Plane::Sagittal ? 1 : 0;
  const std::size_t down = plane == Plane::Axial ? 1 : 2;
  const std::size_t across = acrossAxis(plane);
  PlaneAxes result;
  result.right = axes.gridAxis[right];
  result.rightSign = axes.sign[right];
  result.down = axes.gridAxis[down];
  // Down is posterior on axial slices and inferior on the others.
  result.downSign = plane == Plane::Axial ? axes.sign[down] : -axes.sign[down];
  result.slice = axes.gridAxis[across];
  result.sliceSign = axes.sign[across];
  return result;
}

std::int64_t sliceCount(const imaging::Grid& grid, Plane plane) {
  return along(grid.size, planeAxes(grid.lpsFromIjk, plane).slice);
}

std::int64_t sliceNumber(const imaging::Grid& grid, Plane plane, std::int64_t slice) {
  const PlaneAxes axes = planeAxes(grid.lpsFromIjk, plane);
  return axes.sliceSign > 0 ? slice + 1 : along(grid.size, axes.slice) - slice;
}

std::int64_t sliceOfNumber(const imaging::Grid& grid, Plane plane, std::int64_t number) {
  const PlaneAxes axes = planeAxes(grid.lpsFromIjk, plane);
  return axes.sliceSign > 0 ? number - 1 : along(grid.size, axes.slice) - number;
}

std::int64_t nearestSlice(const imaging::Grid& grid, Plane plane, LpsPoint at) {
  const auto ijkFromLps = grid.lpsFromIjk.inverse();
  if (!ijkFromLps) {
    return 0;
  }
  const std::size_t axis = planeAxes(grid.lpsFromIjk, plane).slice;
  const double index = (*ijkFromLps)(asVec(at))[axis];
  const auto last = static_cast<double>(along(grid.size, axis) - 1);
  return static_cast<std::int64_t>(std::floor(std::clamp(index, 0.0, last) + 0.5));
}

std::string directionLetters(Vec3 lpsDirection) {
  constexpr std::array<std::array<char, 2>, 3> kLetters = {{{'L', 'R'}, {'P', 'A'}, {'S', 'I'}}};
  const Vec3 d = unit(lpsDirection);
  std::array<std::size_t, 3> order = {0, 1, 2};
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return std::abs(d[a]) > std::abs(d[b]); });
  std::string letters;
  for (const std::size_t axis : order) {
    if (letters.empty() || std::abs(d[axis]) > kLetterSine) {
      letters += kLetters[axis][d[axis] < 0 ? 1 : 0];
    }
  }
  return letters;
}

double tiltDegrees(const imaging::Grid& grid, Plane plane) {
  const PlaneAxes axes = planeAxes(grid.lpsFromIjk, plane);
  const Vec3 normal = unit(cross(grid.lpsFromIjk.column(axes.right), grid.lpsFromIjk.column(axes.down)));
  const double cosine = std::min(1.0, std::abs(normal[acrossAxis(plane)]));
  return std::acos(cosine) * 180 / std::numbers::pi;
}

} // namespace facet::rendering
