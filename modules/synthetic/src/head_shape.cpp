#include "head_shape.h"

#include <facet/core/parallel.h>
#include <facet/core/random.h>

#include <algorithm>
#include <cmath>

namespace facet::synthetic {
namespace {

constexpr float kNodeMm = 4;
/// The box of nodes, around the middle of the brain.
constexpr std::array<float, 3> kLow = {-128, -152, -148};
constexpr std::array<std::size_t, 3> kNodes = {65, 72, 68};
constexpr std::uint32_t kShapePurpose = 0x48454144;

/// Random vectors on a lattice, made smooth by cubic B-splines.
class Bend {
public:
  Bend(std::uint64_t seed, std::uint64_t item, float lattice, float sdMm)
      : m_lattice(lattice) {
    // The B-spline mean of independent numbers has about a third of their spread.
    const double sd = 3.0 * sdMm;
    RandomStream random(seed, item, kShapePurpose);
    for (std::size_t axis = 0; axis < 3; ++axis) {
      m_size[axis] = static_cast<std::size_t>(static_cast<float>(kNodes[axis]) * kNodeMm / lattice) + 5;
    }
    m_vectors.resize(m_size[0] * m_size[1] * m_size[2]);
    for (Point& v : m_vectors) {
      v = {static_cast<float>(random.normal(0, sd)), static_cast<float>(random.normal(0, sd)),
           static_cast<float>(random.normal(0, sd))};
    }
  }

  [[nodiscard]] Point at(Point head) const {
    std::array<std::array<float, 4>, 3> weight{};
    std::array<std::size_t, 3> first{};
    const std::array<float, 3> p = {head.x, head.y, head.z};
    for (std::size_t axis = 0; axis < 3; ++axis) {
      const float u = std::max(0.0F, (p[axis] - kLow[axis]) / m_lattice);
      first[axis] = std::min(static_cast<std::size_t>(u), m_size[axis] - 4);
      const float t = u - static_cast<float>(first[axis]);
      weight[axis] = {(1 - t) * (1 - t) * (1 - t) / 6, (3 * t * t * t - 6 * t * t + 4) / 6,
                      (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6, t * t * t / 6};
    }
    Point sum;
    for (std::size_t c = 0; c < 4; ++c) {
      for (std::size_t b = 0; b < 4; ++b) {
        const std::size_t row = first[0] + m_size[0] * (first[1] + b + m_size[1] * (first[2] + c));
        const float w = weight[1][b] * weight[2][c];
        for (std::size_t a = 0; a < 4; ++a) {
          sum = sum + m_vectors[row + a] * (w * weight[0][a]);
        }
      }
    }
    return sum;
  }

private:
  float m_lattice;
  std::array<std::size_t, 3> m_size{};
  std::vector<Point> m_vectors;
};

} // namespace

HeadShape::HeadShape(const VentricleSlope& ventricles, const ShapeTraits& traits)
    : m_size(kNodes)
    , m_nodes(kNodes[0] * kNodes[1] * kNodes[2]) {
  RandomStream random(traits.seed, 0, kShapePurpose);
  const float swap = random.chance(0.5) ? -1.0F : 1.0F;
  const double size = traits.sex == clinical::Sex::Male ? 0.985 : 1.015;
  const Point scale = {static_cast<float>(size * random.uniform(0.95, 1.04)),
                       static_cast<float>(size * random.uniform(0.965, 1.06)),
                       static_cast<float>(size * random.uniform(0.96, 1.05))};
  const double widening = 0.055 * (traits.ageAtFirstScan - 32) + random.normal(0, 1.0);
  const float wider = static_cast<float>(std::clamp(widening, -1.6, 4.5) + 0.14 * traits.yearsSinceFirstScan);
  const Bend large(traits.seed, 1, 56, 2.5F);
  const Bend middle(traits.seed, 2, 28, 1.9F);
  const Bend small(traits.seed, 3, 15, 0.75F);
  parallelFor(kNodes[2], 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k) {
      for (std::size_t j = 0; j < kNodes[1]; ++j) {
        for (std::size_t i = 0; i < kNodes[0]; ++i) {
          const Point head = {kLow[0] + kNodeMm * static_cast<float>(i), kLow[1] + kNodeMm * static_cast<float>(j),
                              kLow[2] + kNodeMm * static_cast<float>(k)};
          Point to = head + large.at(head) + middle.at(head) + small.at(head);
          to = {to.x * scale.x * swap, to.y * scale.y, to.z * scale.z};
          to = to + ventricles.towards(to) * wider;
          const std::size_t at = i + kNodes[0] * (j + kNodes[1] * k);
          m_nodes[at] = {to.x, to.y, to.z, ventricles.tissueNear(to) ? 1.0F : 0.0F};
        }
      }
    }
  });
}

bool HeadShape::locate(Point head, std::size_t& base, Point& part) const {
  const Point u = {(head.x - kLow[0]) / kNodeMm, (head.y - kLow[1]) / kNodeMm, (head.z - kLow[2]) / kNodeMm};
  if (!(u.x >= 0 && u.y >= 0 && u.z >= 0)) {
    return false;
  }
  const auto i = static_cast<std::size_t>(u.x);
  const auto j = static_cast<std::size_t>(u.y);
  const auto k = static_cast<std::size_t>(u.z);
  if (i + 1 >= m_size[0] || j + 1 >= m_size[1] || k + 1 >= m_size[2]) {
    return false;
  }
  base = i + m_size[0] * (j + m_size[1] * k);
  part = {u.x - static_cast<float>(i), u.y - static_cast<float>(j), u.z - static_cast<float>(k)};
  return true;
}

Point HeadShape::atlasFromHead(Point head) const {
  std::size_t base = 0;
  Point part;
  return locate(head, base, part) ? mapAt(base, part) : Point{1e4F, 1e4F, 1e4F};
}

bool HeadShape::mapTissue(Point head, Point& atlas) const {
  std::size_t base = 0;
  Point part;
  if (!locate(head, base, part) || m_nodes[base].tissue == 0) {
    return false;
  }
  atlas = mapAt(base, part);
  return true;
}

Point HeadShape::mapAt(std::size_t base, Point t) const {
  const std::size_t row = m_size[0];
  const std::size_t slab = row * m_size[1];
  const auto mix = [](const Node& a, const Node& b, float f) {
    return Node{a.x + (b.x - a.x) * f, a.y + (b.y - a.y) * f, a.z + (b.z - a.z) * f, 0};
  };
  const Node* n = m_nodes.data() + base;
  const Node near = mix(mix(n[0], n[1], t.x), mix(n[row], n[row + 1], t.x), t.y);
  n += slab;
  const Node far = mix(mix(n[0], n[1], t.x), mix(n[row], n[row + 1], t.x), t.y);
  const Node result = mix(near, far, t.z);
  return {result.x, result.y, result.z};
}

Point HeadShape::headFromAtlas(Point atlas) const {
  // Both frames have nearly the same axes, up to a swap of sides: a fixed-point search converges.
  const Point right = atlasFromHead({20, 0, 0});
  const Point left = atlasFromHead({-20, 0, 0});
  const float swap = right.x >= left.x ? 1.0F : -1.0F;
  Point head = {atlas.x * swap, atlas.y, atlas.z};
  for (int step = 0; step < 60; ++step) {
    const Point miss = atlas - atlasFromHead(head);
    head = head + Point{miss.x * swap, miss.y, miss.z} * 0.8F;
    if (dot(miss, miss) < 1e-4F) {
      break;
    }
  }
  return head;
}

} // namespace facet::synthetic
