#pragma once

#include <facet/core/geometry.h>

#include <cstddef>
#include <utility>
#include <vector>

namespace facet::lesions {

/// The two points furthest apart and their distance; 0 and equal points where there are fewer than two.
struct FarthestPair {
  double distance = 0;
  std::size_t a = 0;
  std::size_t b = 0;
};

/// Cost: quadratic at worst; points far from the middle are tried first and the rest is never looked at.
[[nodiscard]] FarthestPair farthestPair(const std::vector<Vec3>& points);

} // namespace facet::lesions
