#include "ventricle_slope.h"

#include <algorithm>
#include <cmath>

namespace facet::synthetic {

VentricleSlope::VentricleSlope(const HeadAtlas& atlas)
    : m_atlas(atlas) {
  for (std::size_t axis = 0; axis < 3; ++axis) {
    m_size[axis] = (atlas.size[axis] + kStep - 1) / kStep;
  }
  m_blur.assign(count(), 0);
  std::vector<float> tissue(count(), 0);
  for (int k = 0; k < atlas.size[2]; ++k) {
    for (int j = 0; j < atlas.size[1]; ++j) {
      const std::size_t row = atlas.index(0, j, k);
      for (int i = 0; i < atlas.size[0]; ++i) {
        const std::uint8_t code = atlas.codes[row + static_cast<std::size_t>(i)];
        if (code == 0) {
          continue;
        }
        const std::size_t at = cell(i / kStep, j / kStep, k / kStep);
        tissue[at] = 1;
        m_blur[at] += atlas.table[code].tissue == Tissue::LateralVentricle ? 1.0F / (kStep * kStep * kStep) : 0.0F;
      }
    }
  }
  for (int pass = 0; pass < 3; ++pass) {
    for (std::size_t axis = 0; axis < 3; ++axis) {
      blur(m_blur, axis);
    }
  }
  for (int pass = 0; pass < 2; ++pass) {
    for (std::size_t axis = 0; axis < 3; ++axis) {
      blur(tissue, axis);
    }
  }
  m_tissue.resize(count());
  std::transform(tissue.begin(), tissue.end(), m_tissue.begin(), [](float t) { return t > 0 ? 1 : 0; });
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

Point VentricleSlope::towards(Point atlas) const {
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

bool VentricleSlope::tissueNear(Point atlas) const {
  const Point v = m_atlas.voxelAt(atlas) * (1.0F / kStep);
  const int i = static_cast<int>(std::floor(v.x));
  const int j = static_cast<int>(std::floor(v.y));
  const int k = static_cast<int>(std::floor(v.z));
  return m_tissue[cell(std::clamp(i, 0, m_size[0] - 1), std::clamp(j, 0, m_size[1] - 1),
                       std::clamp(k, 0, m_size[2] - 1))] != 0 &&
         i >= -2 && j >= -2 && k >= -2 && i < m_size[0] + 2 && j < m_size[1] + 2 && k < m_size[2] + 2;
}

void VentricleSlope::blur(std::vector<float>& cells, std::size_t axis) const {
  const std::vector<float> before = cells;
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
        cells[cell(i, j, k)] = sum / 3;
      }
    }
  }
}

} // namespace facet::synthetic
