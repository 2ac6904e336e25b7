#include <facet/rendering/view_geometry.h>

#include <algorithm>
#include <cmath>

namespace facet::rendering {
namespace {

struct PlaneFrame {
  Vec3 right; ///< length 1
  Vec3 down;  ///< length 1, at a right angle to `right`, in the plane of the voxels
};

/// Screen axes of a plane. Where the grid is sheared, `down` leaves its axis but not the slice.
PlaneFrame frameOf(const Affine3& lpsFromIjk, const PlaneAxes& axes) {
  const Vec3 r = lpsFromIjk.column(axes.right) * axes.rightSign;
  const Vec3 d = lpsFromIjk.column(axes.down) * axes.downSign;
  PlaneFrame frame;
  frame.right = r * (1 / norm(r));
  const Vec3 across = d - frame.right * dot(d, frame.right);
  frame.down = across * (1 / norm(across));
  return frame;
}

IjkIndex rounded(Vec3 ijk) {
  return {static_cast<std::int64_t>(std::floor(ijk.x + 0.5)), static_cast<std::int64_t>(std::floor(ijk.y + 0.5)),
          static_cast<std::int64_t>(std::floor(ijk.z + 0.5))};
}

} // namespace

ViewGeometry::ViewGeometry(const ViewSpec& spec)
    : m_spec(spec)
    , m_axes(planeAxes(spec.grid.lpsFromIjk, spec.plane)) {
  const Affine3& lpsFromIjk = spec.grid.lpsFromIjk;
  const PlaneFrame frame = frameOf(lpsFromIjk, m_axes);
  const Vec3 normal = cross(frame.right, frame.down);
  Vec3 onSlice;
  onSlice[m_axes.slice] = static_cast<double>(spec.slice);
  const Vec3 centre = asVec(spec.centre);
  const Vec3 middle = centre + normal * dot(lpsFromIjk(onSlice) - centre, normal);
  m_lpsFromPixel.setColumn(0, frame.right * spec.mmPerPixel);
  m_lpsFromPixel.setColumn(1, frame.down * spec.mmPerPixel);
  m_lpsFromPixel.setColumn(2, lpsFromIjk.column(m_axes.slice));
  m_lpsFromPixel.offset =
      middle - frame.right * (spec.mmPerPixel * 0.5 * spec.width) - frame.down * (spec.mmPerPixel * 0.5 * spec.height);
  m_pixelFromLps = m_lpsFromPixel.inverse().value_or(Affine3{});
  m_ijkFromPixel = compose(lpsFromIjk.inverse().value_or(Affine3{}), m_lpsFromPixel);
}

std::optional<IjkIndex> ViewGeometry::voxelAt(double x, double y) const {
  Vec3 ijk = m_ijkFromPixel({x, y, 0});
  ijk[m_axes.slice] = static_cast<double>(m_spec.slice);
  if (!std::isfinite(ijk.x + ijk.y + ijk.z)) {
    return std::nullopt;
  }
  const IjkIndex voxel = rounded(ijk);
  return m_spec.grid.size.contains(voxel) ? std::optional(voxel) : std::nullopt;
}

Vec3 ViewGeometry::rightDirection() const {
  const Vec3 v = m_lpsFromPixel.column(0);
  return v * (1 / norm(v));
}

Vec3 ViewGeometry::downDirection() const {
  const Vec3 v = m_lpsFromPixel.column(1);
  return v * (1 / norm(v));
}

EdgeLetters ViewGeometry::edgeLetters() const {
  const Vec3 right = rightDirection();
  const Vec3 down = downDirection();
  return {directionLetters(right * -1), directionLetters(right), directionLetters(down * -1), directionLetters(down)};
}

LpsPoint centreOf(const imaging::Grid& grid) {
  return asLps(grid.lpsFromIjk({0.5 * static_cast<double>(grid.size.i - 1), 0.5 * static_cast<double>(grid.size.j - 1),
                                0.5 * static_cast<double>(grid.size.k - 1)}));
}

PlaneExtent planeExtent(const imaging::Grid& grid, Plane plane) {
  const PlaneAxes axes = planeAxes(grid.lpsFromIjk, plane);
  const PlaneFrame frame = frameOf(grid.lpsFromIjk, axes);
  const double sizes[3] = {static_cast<double>(grid.size.i), static_cast<double>(grid.size.j),
                           static_cast<double>(grid.size.k)};
  const Vec3 r = grid.lpsFromIjk.column(axes.right) * sizes[axes.right];
  const Vec3 d = grid.lpsFromIjk.column(axes.down) * sizes[axes.down];
  return {std::abs(dot(r, frame.right)) + std::abs(dot(d, frame.right)),
          std::abs(dot(r, frame.down)) + std::abs(dot(d, frame.down))};
}

double roundLengthMm(double atMostMm) {
  if (!(atMostMm > 0) || !std::isfinite(atMostMm)) {
    return 0;
  }
  const double power = std::pow(10.0, std::floor(std::log10(atMostMm) + 1e-12));
  for (const double step : {5.0, 2.0}) {
    if (step * power <= atMostMm * (1 + 1e-9)) {
      return step * power;
    }
  }
  return power;
}

} // namespace facet::rendering
