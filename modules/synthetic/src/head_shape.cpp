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

/// A blurred picture of the lateral ventricles and of all tissue, whose slope says where the ventricles are.
class VentricleSlope {
public:
  explicit VentricleSlope(const HeadAtlas& atlas)
      : m_atlas(atlas) {
    for (std::size_t axis = 0; axis < 3; ++axis) {
      m_size[axis] = (atlas.size[axis] + kStep - 1) / kStep;
    }
    m_blur.assign(count(), 0);
    m_tissue.assign(count(), 0);
    for (int k = 0; k < atlas.size[2]; ++k) {
      for (int j = 0; j < atlas.size[1]; ++j) {
        const std::size_t row = atlas.index(0, j, k);
        for (int i = 0; i < atlas.size[0]; ++i) {
          const std::uint8_t code = atlas.codes[row + static_cast<std::size_t>(i)];
          if (code == 0) {
            continue;
          }
          const std::size_t at = cell(i / kStep, j / kStep, k / kStep);
          m_tissue[at] = 1;
          m_blur[at] += atlas.table[code].tissue == Tissue::LateralVentricle ? 1.0F / (kStep * kStep * kStep) : 0.0F;
        }
      }
    }
    for (int pass = 0; pass < 3; ++pass) {
      for (std::size_t axis = 0; axis < 3; ++axis) {
        boxBlur(axis);
      }
    }
    for (int k = 0; k < m_size[2]; ++k) {
      for (int j = 0; j < m_size[1]; ++j) {
        for (int i = 0; i < m_size[0]; ++i) {
          const Point g = slope(i, j, k);
          m_steepest = std::max(m_steepest, dot(g, g));
        }
      }
    }
    m_steepest = std::sqrt(std::max(m_steepest, 1e-12F));
  }

  /// Towards the nearest lateral ventricle; about 1 long at its wall. Frame: atlas LPS.
  [[nodiscard]] Point towards(Point atlas) const {
    const Point v = m_atlas.voxelAt(atlas) * (1.0F / kStep) - Point{0.5F, 0.5F, 0.5F};
    const std::array<float, 3> f = {std::floor(v.x), std::floor(v.y), std::floor(v.z)};
    const Point t = v - Point{f[0], f[1], f[2]};
    Point sum;
    for (int c = 0; c < 8; ++c) {
      const float w = ((c & 1) ? t.x : 1 - t.x) * ((c & 2) ? t.y : 1 - t.y) * ((c & 4) ? t.z : 1 - t.z);
      const Point g = slope(static_cast<int>(f[0]) + (c & 1), static_cast<int>(f[1]) + ((c >> 1) & 1),
                            static_cast<int>(f[2]) + ((c >> 2) & 1));
      sum = sum + g * w;
    }
    return Point{sum.x * m_atlas.direction[0], sum.y * m_atlas.direction[1], sum.z * m_atlas.direction[2]} *
           (1 / m_steepest);
  }

  /// Whether there is tissue in the cells around a point.
  [[nodiscard]] bool tissueNear(Point atlas) const {
    const Point v = m_atlas.voxelAt(atlas) * (1.0F / kStep);
    for (int c = -2; c <= 2; ++c) {
      for (int b = -2; b <= 2; ++b) {
        for (int a = -2; a <= 2; ++a) {
          const int i = static_cast<int>(std::floor(v.x)) + a;
          const int j = static_cast<int>(std::floor(v.y)) + b;
          const int k = static_cast<int>(std::floor(v.z)) + c;
          if (inside(i, j, k) && m_tissue[cell(i, j, k)] != 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

private:
  static constexpr int kStep = 4;

  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>(m_size[0]) * static_cast<std::size_t>(m_size[1]) *
           static_cast<std::size_t>(m_size[2]);
  }
  [[nodiscard]] bool inside(int i, int j, int k) const {
    return i >= 0 && j >= 0 && k >= 0 && i < m_size[0] && j < m_size[1] && k < m_size[2];
  }
  [[nodiscard]] std::size_t cell(int i, int j, int k) const {
    return static_cast<std::size_t>(i) +
           static_cast<std::size_t>(m_size[0]) *
               (static_cast<std::size_t>(j) + static_cast<std::size_t>(m_size[1]) * static_cast<std::size_t>(k));
  }
  [[nodiscard]] float at(int i, int j, int k) const { return inside(i, j, k) ? m_blur[cell(i, j, k)] : 0.0F; }
  [[nodiscard]] Point slope(int i, int j, int k) const {
    return {at(i + 1, j, k) - at(i - 1, j, k), at(i, j + 1, k) - at(i, j - 1, k), at(i, j, k + 1) - at(i, j, k - 1)};
  }
  void boxBlur(std::size_t axis) {
    const std::vector<float> before = m_blur;
    const std::array<int, 3> d = {axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0};
    for (int k = 0; k < m_size[2]; ++k) {
      for (int j = 0; j < m_size[1]; ++j) {
        for (int i = 0; i < m_size[0]; ++i) {
          float sum = before[cell(i, j, k)];
          for (const int s : {-1, 1}) {
            const int a = i + s * d[0];
            const int b = j + s * d[1];
            const int c = k + s * d[2];
            sum += inside(a, b, c) ? before[cell(a, b, c)] : 0.0F;
          }
          m_blur[cell(i, j, k)] = sum / 3;
        }
      }
    }
  }

  const HeadAtlas& m_atlas;
  std::array<int, 3> m_size{};
  std::vector<float> m_blur;
  std::vector<std::uint8_t> m_tissue;
  float m_steepest = 0;
};

} // namespace

HeadShape::HeadShape(const HeadAtlas& atlas, const ShapeTraits& traits)
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
  const Bend large(traits.seed, 1, 56, 3.4F);
  const Bend middle(traits.seed, 2, 28, 1.9F);
  const Bend small(traits.seed, 3, 15, 0.75F);
  const VentricleSlope ventricles(atlas);
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
  Point t;
  if (!locate(head, base, t)) {
    return {1e4F, 1e4F, 1e4F};
  }
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

bool HeadShape::mayHaveTissue(Point head) const {
  std::size_t base = 0;
  Point part;
  return locate(head, base, part) && m_nodes[base].tissue != 0;
}

} // namespace facet::synthetic
