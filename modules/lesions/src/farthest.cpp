#include "farthest.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace facet::lesions {

FarthestPair farthestPair(const std::vector<Vec3>& points) {
  FarthestPair best;
  if (points.size() < 2) {
    return best;
  }
  Vec3 middle;
  for (const Vec3& p : points) {
    middle = middle + p;
  }
  middle = middle * (1.0 / static_cast<double>(points.size()));
  struct Entry {
    Vec3 at;
    double radius;
    std::size_t index;
  };
  std::vector<Entry> entries;
  entries.reserve(points.size());
  for (std::size_t n = 0; n < points.size(); ++n) {
    entries.push_back({points[n], norm(points[n] - middle), n});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.radius > b.radius; });
  double bestSquare = -1;
  for (std::size_t a = 0; a < entries.size(); ++a) {
    // Two points are at most the sum of their radii apart.
    if (entries[a].radius + entries[0].radius < best.distance) {
      break;
    }
    for (std::size_t b = 0; b < a; ++b) {
      if (entries[a].radius + entries[b].radius < best.distance) {
        break;
      }
      const Vec3 between = entries[a].at - entries[b].at;
      const double square = dot(between, between);
      if (square > bestSquare) {
        bestSquare = square;
        best = {std::sqrt(square), entries[b].index, entries[a].index};
      }
    }
  }
  return best;
}

} // namespace facet::lesions
