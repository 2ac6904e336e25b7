#include "nifti_turn.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace facet::imaging {
namespace {

constexpr double kHalfTurn = 1e-7;

double squaresOf(const std::array<float, 3>& parts) {
  double sum = 0;
  for (const float part : parts) {
    sum += static_cast<double>(part) * static_cast<double>(part);
  }
  return sum;
}

} // namespace

std::array<Vec3, 3> axesOfQuaternion(double b, double c, double d) {
  const double squares = b * b + c * c + d * d;
  double a = 0;
  if (squares > 1 - kHalfTurn) {
    // Half a turn: rounding may have made the quaternion longer than 1.
    const double scale = 1 / std::sqrt(squares);
    b *= scale;
    c *= scale;
    d *= scale;
  } else {
    a = std::sqrt(1 - squares);
  }
  return {{{a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c)},
           {2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b)},
           {2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c}}};
}

std::array<float, 3> quaternionOfAxes(const std::array<Vec3, 3>& r) {
  // The largest of the four parts comes from the diagonal, the others from sums and differences across it.
  const std::array<double, 4> squares = {r[0].x + r[1].y + r[2].z, r[0].x - r[1].y - r[2].z, r[1].y - r[0].x - r[2].z,
                                         r[2].z - r[0].x - r[1].y};
  const auto largest = static_cast<std::size_t>(std::max_element(squares.begin(), squares.end()) - squares.begin());
  const double root = 0.5 * std::sqrt(std::max(0.0, 1 + squares[largest]));
  const double share = 0.25 / root;
  const double ab = (r[1].z - r[2].y) * share;
  const double ac = (r[2].x - r[0].z) * share;
  const double ad = (r[0].y - r[1].x) * share;
  const double bc = (r[0].y + r[1].x) * share;
  const double bd = (r[2].x + r[0].z) * share;
  const double cd = (r[1].z + r[2].y) * share;
  const std::array<std::array<double, 4>, 4> rows = {
      {{root, ab, ac, ad}, {ab, root, bc, bd}, {ac, bc, root, cd}, {ad, bd, cd, root}}};
  const auto& q = rows[largest];
  const double sign = q[0] < 0 ? -1 : 1;
  std::array<float, 3> parts = {static_cast<float>(sign * q[1]), static_cast<float>(sign * q[2]),
                                static_cast<float>(sign * q[3])};
  if (1 - squaresOf(parts) < kHalfTurn) {
    // Readers take a from what is missing to 1: at half a turn nothing may be missing.
    while (squaresOf(parts) < 1) {
      float& part =
          *std::max_element(parts.begin(), parts.end(), [](float x, float y) { return std::abs(x) < std::abs(y); });
      part = std::nextafter(part, std::copysign(2.0F, part));
    }
  }
  return parts;
}

} // namespace facet::imaging
