#pragma once

#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/synthetic/phantom.h>

#include <array>
#include <cstdint>
#include <vector>

namespace facet::synthetic {

/// A point or displacement in single precision. Frame and units: those of the expression it stands in.
struct Point {
  float x = 0;
  float y = 0;
  float z = 0;
};
[[nodiscard]] inline Point operator+(Point a, Point b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}
[[nodiscard]] inline Point operator-(Point a, Point b) {
  return {a.x - b.x, a.y - b.y, a.z - b.z};
}
[[nodiscard]] inline Point operator*(Point a, float s) {
  return {a.x * s, a.y * s, a.z * s};
}
[[nodiscard]] inline float dot(Point a, Point b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

/// What a voxel of the atlas belongs to; the numbers of `resources/phantom/head.json`.
enum class Tissue : std::uint8_t {
  Dark,
  Cerebrum,
  Cerebellum,
  Brainstem,
  Cord,
  Csf,
  LateralVentricle,
  MidlineVentricle,
  Caudate,
  Putamen,
  Pallidum,
  Thalamus,
  ChoroidPlexus,
  LimbicCortex,
  Dura,
  Soft,
  Skin,
  Artery,
  Callosum,
  VentricleWall,
  Eye,
  Lens
};

/// A code of the atlas: the part, and the brightness on the T1w series that it was computed from (12 cerebrospinal
/// fluid, 44 cortex, 70.5 white matter; outside the brain 9 fat, 36 muscle).
struct TissueCode {
  Tissue tissue = Tissue::Dark;
  float brightness = 0;
};

/// A place where a lesion may lie. Frame: atlas, LPS mm.
struct AtlasSite {
  LesionSite site = LesionSite::DeepWhite;
  Point place;
  /// Away from the ventricle, the cortex or the surface; a unit vector.
  Point normal;
};

/// The head that all patients are shaped from.
struct HeadAtlas {
  std::array<int, 3> size{};
  float spacingMm = 1;
  Point origin; ///< of voxel 0, 0, 0. Frame: LPS mm, x to the left, y to posterior, z to superior.
  /// Along each axis +1 or -1: whether the voxels go with LPS.
  std::array<float, 3> direction{};
  std::vector<std::uint8_t> codes; ///< i fastest
  std::vector<TissueCode> table;
  std::vector<AtlasSite> sites;

  [[nodiscard]] std::size_t index(int i, int j, int k) const {
    return static_cast<std::size_t>(i) +
           static_cast<std::size_t>(size[0]) *
               (static_cast<std::size_t>(j) + static_cast<std::size_t>(size[1]) * static_cast<std::size_t>(k));
  }
  /// Frame: voxel index, from LPS mm of the atlas.
  [[nodiscard]] Point voxelAt(Point p) const {
    return {(p.x - origin.x) * direction[0] / spacingMm, (p.y - origin.y) * direction[1] / spacingMm,
            (p.z - origin.z) * direction[2] / spacingMm};
  }
  [[nodiscard]] Point placeOf(Point voxel) const {
    return {origin.x + voxel.x * direction[0] * spacingMm, origin.y + voxel.y * direction[1] * spacingMm,
            origin.z + voxel.z * direction[2] * spacingMm};
  }
};

/// The atlas that comes with the program, with every second voxel for coarse images. Errors: Internal where the
/// resource is damaged; Cancelled.
[[nodiscard]] Result<HeadAtlas> loadHeadAtlas(PhantomDetail detail, Progress& progress);

} // namespace facet::synthetic
