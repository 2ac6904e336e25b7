#include "head_scene.h"

#include <facet/core/parallel.h>

#include <algorithm>
#include <cmath>

namespace facet::synthetic {
namespace {

/// Where fluid that flows in is not dark on FLAIR: in front of the pons and at the foramina. Frame: atlas, LPS mm.
struct Inflow {
  Point centre;
  float radius = 0;
  float brightness = 0;
};
constexpr std::array<Inflow, 3> kInflow = {{{{0, -14, -26}, 13, 34}, {{0, -11, 9}, 6, 26}, {{0, -6, -52}, 12, 18}}};

float inflowAt(Point place) {
  float sum = 0;
  for (const Inflow& flow : kInflow) {
    const Point d = place - flow.centre;
    sum += flow.brightness * std::exp(-dot(d, d) / (flow.radius * flow.radius));
  }
  return sum;
}

bool isFluid(Tissue tissue) {
  return tissue == Tissue::Csf || tissue == Tissue::LateralVentricle || tissue == Tissue::MidlineVentricle;
}

/// The receiver coil sees less of the neck.
float coil(float z) {
  return z > -62 ? 1.0F : std::max(0.3F, 1 - (-62 - z) * 0.011F);
}

} // namespace

HeadScene::HeadScene(const HeadAtlas& atlas, const TissueContrast& contrast, std::span<const PlannedLesion> lesions,
                     std::size_t scan)
    : m_atlas(atlas)
    , m_voxels(atlas.codes.size()) {
  paintTissue(contrast);
  for (const PlannedLesion& lesion : lesions) {
    if (lesion.states[scan].scale > 0) {
      paintLesion(lesion, lesion.states[scan]);
    }
  }
}

void HeadScene::paintTissue(const TissueContrast& contrast) {
  parallelFor(static_cast<std::size_t>(m_atlas.size[2]), 4, [&](std::size_t begin, std::size_t end) {
    for (std::size_t slice = begin; slice < end; ++slice) {
      const int k = static_cast<int>(slice);
      const float gain = coil(m_atlas.placeOf({0, 0, static_cast<float>(k)}).z);
      for (int j = 0; j < m_atlas.size[1]; ++j) {
        const std::size_t row = m_atlas.index(0, j, k);
        for (int i = 0; i < m_atlas.size[0]; ++i) {
          const std::size_t at = row + static_cast<std::size_t>(i);
          const std::uint8_t code = m_atlas.codes[at];
          if (code == 0) {
            continue;
          }
          Brightness b = contrast.of(code);
          if (isFluid(m_atlas.table[code].tissue)) {
            const Point voxel = {static_cast<float>(i), static_cast<float>(j), static_cast<float>(k)};
            b[static_cast<std::size_t>(Channel::Flair)] += inflowAt(m_atlas.placeOf(voxel));
          }
          for (float& channel : b) {
            channel *= gain;
          }
          m_voxels[at] = b;
        }
      }
    }
  });
}

void HeadScene::paintLesion(const PlannedLesion& lesion, const LesionState& state) {
  const bool poor = isInfratentorial(lesion.site) || lesion.site == LesionSite::Cord;
  Brightness full = {90, poor ? 158.0F : 182.0F, poor ? 122.0F : 158.0F, 90};
  if (state.t1 == T1Look::Grey) {
    full[0] = 72;
  } else if (state.t1 == T1Look::BlackHole) {
    full[0] = 44;
  }
  full[3] = full[0];
  const float reach = lesion.reachMm(state.scale);
  const Point a = m_atlas.voxelAt(lesion.centre - Point{reach, reach, reach});
  const Point b = m_atlas.voxelAt(lesion.centre + Point{reach, reach, reach});
  const auto range = [](float u, float v, int size) {
    return std::pair(std::clamp(static_cast<int>(std::floor(std::min(u, v))), 0, size - 1),
                     std::clamp(static_cast<int>(std::ceil(std::max(u, v))), 0, size - 1));
  };
  const auto [i0, i1] = range(a.x, b.x, m_atlas.size[0]);
  const auto [j0, j1] = range(a.y, b.y, m_atlas.size[1]);
  const auto [k0, k1] = range(a.z, b.z, m_atlas.size[2]);
  for (int k = k0; k <= k1; ++k) {
    for (int j = j0; j <= j1; ++j) {
      for (int i = i0; i <= i1; ++i) {
        const std::size_t at = m_atlas.index(i, j, k);
        const float room = lesionShare(m_atlas.table[m_atlas.codes[at]]);
        if (room <= 0) {
          continue;
        }
        const Point place = m_atlas.placeOf({static_cast<float>(i), static_cast<float>(j), static_cast<float>(k)});
        const float share = room * lesion.shareAt(place, state.scale);
        if (share <= 0) {
          continue;
        }
        Brightness& voxel = m_voxels[at];
        const float core = lesion.shareAt(place, 0.6F * state.scale);
        Brightness target = full;
        if (state.t1 == T1Look::BlackHole) {
          target[2] -= 26 * core;
        }
        for (std::size_t c = 0; c < kChannels; ++c) {
          // T1w never gets brighter by a lesion, T2w and FLAIR never darker.
          const float to = c == 1 || c == 2 ? std::max(target[c], voxel[c]) : std::min(target[c], voxel[c]);
          voxel[c] += (to - voxel[c]) * share;
        }
        if (state.uptake != Uptake::None) {
          const Point d = place - lesion.centre;
          const bool open = state.uptake == Uptake::OpenRing && dot(d, lesion.axes[1]) > 0.45F * lesion.halfMm[1];
          const float taken = state.uptake == Uptake::Nodular ? std::max(core, 0.5F * share)
                              : open                          ? 0.1F * share
                                                              : std::max(0.0F, share - 0.9F * core);
          voxel[3] += 105 * taken;
        }
      }
    }
  }
}

Brightness HeadScene::at(Point place) const {
  const Point v = m_atlas.voxelAt(place);
  if (!(v.x >= 0 && v.y >= 0 && v.z >= 0)) {
    return {};
  }
  const int i = static_cast<int>(v.x);
  const int j = static_cast<int>(v.y);
  const int k = static_cast<int>(v.z);
  if (i + 1 >= m_atlas.size[0] || j + 1 >= m_atlas.size[1] || k + 1 >= m_atlas.size[2]) {
    return {};
  }
  const Point t = {v.x - static_cast<float>(i), v.y - static_cast<float>(j), v.z - static_cast<float>(k)};
  const std::size_t row = static_cast<std::size_t>(m_atlas.size[0]);
  const std::size_t slab = row * static_cast<std::size_t>(m_atlas.size[1]);
  const Brightness* n = m_voxels.data() + m_atlas.index(i, j, k);
  const std::array<float, 8> w = {(1 - t.x) * (1 - t.y) * (1 - t.z),
                                  t.x * (1 - t.y) * (1 - t.z),
                                  (1 - t.x) * t.y * (1 - t.z),
                                  t.x * t.y * (1 - t.z),
                                  (1 - t.x) * (1 - t.y) * t.z,
                                  t.x * (1 - t.y) * t.z,
                                  (1 - t.x) * t.y * t.z,
                                  t.x * t.y * t.z};
  Brightness sum;
  for (std::size_t c = 0; c < kChannels; ++c) {
    sum[c] = w[0] * n[0][c] + w[1] * n[1][c] + w[2] * n[row][c] + w[3] * n[row + 1][c] + w[4] * n[slab][c] +
             w[5] * n[slab + 1][c] + w[6] * n[slab + row][c] + w[7] * n[slab + row + 1][c];
  }
  return sum;
}

float lesionAt(const HeadAtlas& atlas, const PlannedLesion& lesion, float scale, Point place) {
  const float share = lesion.shareAt(place, scale);
  if (share <= 0) {
    return 0;
  }
  const Point v = atlas.voxelAt(place);
  const Point base = {std::floor(v.x), std::floor(v.y), std::floor(v.z)};
  const Point t = v - base;
  float room = 0;
  for (int c = 0; c < 8; ++c) {
    const int i = static_cast<int>(base.x) + (c & 1);
    const int j = static_cast<int>(base.y) + ((c >> 1) & 1);
    const int k = static_cast<int>(base.z) + ((c >> 2) & 1);
    if (i < 0 || j < 0 || k < 0 || i >= atlas.size[0] || j >= atlas.size[1] || k >= atlas.size[2]) {
      continue;
    }
    const float w = ((c & 1) ? t.x : 1 - t.x) * ((c & 2) ? t.y : 1 - t.y) * ((c & 4) ? t.z : 1 - t.z);
    room += w * lesionShare(atlas.table[atlas.codes[atlas.index(i, j, k)]]);
  }
  return share * room;
}

} // namespace facet::synthetic
