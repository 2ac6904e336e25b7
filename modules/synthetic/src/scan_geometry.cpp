#include "scan_geometry.h"

#include <facet/core/random.h>

#include <cmath>
#include <numbers>

namespace facet::synthetic {
namespace {

constexpr std::uint32_t kPosePurpose = 0x504F5345;
constexpr std::uint32_t kGridPurpose = 0x47524944;

double radians(double degrees) {
  return degrees * std::numbers::pi / 180;
}

/// A turn about an axis through zero. Source: Rodrigues' formula.
Affine3 turn(Vec3 axis, double angle) {
  const Vec3 u = axis * (1 / norm(axis));
  const double c = std::cos(angle);
  const double s = std::sin(angle);
  Affine3 map;
  for (std::size_t column = 0; column < 3; ++column) {
    Vec3 e;
    e[column] = 1;
    map.setColumn(column, e * c + cross(u, e) * s + u * (dot(u, e) * (1 - c)));
  }
  return map;
}

/// The grid with the given steps whose middle lies at `centre`.
imaging::Grid centred(imaging::GridSize size, Vec3 stepI, Vec3 stepJ, Vec3 stepK, Vec3 centre) {
  imaging::Grid grid;
  grid.size = size;
  grid.lpsFromIjk.setColumn(0, stepI);
  grid.lpsFromIjk.setColumn(1, stepJ);
  grid.lpsFromIjk.setColumn(2, stepK);
  grid.lpsFromIjk.offset = centre - stepI * (static_cast<double>(size.i - 1) / 2) -
                           stepJ * (static_cast<double>(size.j - 1) / 2) -
                           stepK * (static_cast<double>(size.k - 1) / 2);
  return grid;
}

ImageGeometry sagittal(double coarse) {
  const auto count = [&](double full) { return static_cast<std::int64_t>(std::lround(full / coarse)); };
  // Rows run to posterior, columns down, slices to the right, so that the axes are right-handed as DICOM wants them.
  return {.grid = centred({count(256), count(240), count(176)}, {0, coarse, 0}, {0, 0, -coarse}, {-coarse, 0, 0},
                          {0, -6, -16})};
}

ImageGeometry axial(double coarse, std::uint64_t seed, std::size_t scan, std::size_t contrast) {
  RandomStream random(seed, scan * 8 + contrast, kGridPurpose);
  constexpr std::array<double, 3> kThickness = {3.0, 3.0, 4.0};
  constexpr std::array<double, 3> kInPlane = {1.0, 0.9375, 1.0};
  const double thickness = kThickness[contrast] * (coarse > 1 ? 1.5 : 1);
  const double step = kInPlane[contrast] * coarse;
  const Affine3 oblique =
      compose(turn({1, 0, 0}, radians(random.uniform(-14, -6))), turn({0, 1, 0}, radians(random.uniform(-2, 2))));
  const auto inPlane = static_cast<std::int64_t>(std::lround(240 / step));
  const auto slices = static_cast<std::int64_t>(std::lround(174 / thickness));
  return {.grid = centred({inPlane, inPlane, slices}, oblique.linear({step, 0, 0}), oblique.linear({0, step, 0}),
                          oblique.linear({0, 0, thickness}), {random.uniform(-1, 1), -4 + random.uniform(-2, 2), 2}),
          .samplesAlongSlice = 3,
          .sliceThicknessMm = thickness};
}

} // namespace

Affine3 headFromScannerOn(std::uint64_t seed, std::size_t scan) {
  RandomStream random(seed, scan, kPosePurpose);
  const double angle = radians(random.uniform(3, 8)) * (random.chance(0.5) ? 1 : -1);
  // Nodding and turning more than leaning.
  const Vec3 axis = {random.uniform(0.3, 1), random.uniform(-0.6, 0.6), random.uniform(-0.8, 0.8)};
  Affine3 map = turn(axis, angle);
  map.offset = {random.uniform(-3, 3), random.uniform(-4, 4), random.uniform(-4, 4)};
  return map;
}

ImageGeometry geometryOf(Protocol protocol, PhantomDetail detail, std::uint64_t seed, std::size_t scan,
                         std::size_t contrast) {
  const double coarse = detail == PhantomDetail::Coarse ? 3 : 1;
  ImageGeometry geometry = protocol == Protocol::ThreeD1mm ? sagittal(coarse) : axial(coarse, seed, scan, contrast);
  if (protocol == Protocol::ThreeD1mm) {
    geometry.sliceThicknessMm = coarse;
  }
  return geometry;
}

} // namespace facet::synthetic
