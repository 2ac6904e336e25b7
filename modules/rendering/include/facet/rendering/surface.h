#pragma once

#include <facet/core/geometry.h>
#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/imaging/volume.h>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace facet::rendering {

struct Point3f {
  float x = 0;
  float y = 0;
  float z = 0;
};

/// A closed surface. Frame: LPS mm.
struct SurfaceMesh {
  std::vector<Point3f> points;
  std::vector<Point3f> normals; ///< outwards, length 1, one for each point
  /// Indices of points; seen from outside they go round against the clock.
  std::vector<std::array<std::uint32_t, 3>> triangles;
};

/// A label and the box that holds all its voxels, first and last inside.
struct LabelBox {
  std::int64_t label = 0;
  IjkIndex first;
  IjkIndex last;
};

/// A smooth surface around the voxels of each label, in the order of the boxes; empty for labels that do not occur.
/// Errors: Cancelled; Internal where a library failed. Cost: 0.3 ms for a usual lesion.
[[nodiscard]] Result<std::vector<SurfaceMesh>> labelSurfaces(const imaging::Volume& labels,
                                                             std::span<const LabelBox> boxes, Progress& progress);

/// A smooth surface around the voxels above 0 of a mask, as fine as about 2.5 mm: for a shell around lesions, not for
/// measuring. Errors: InvalidInput for an empty mask; Cancelled; Internal. Cost: 0.1 s for 256³ voxels.
[[nodiscard]] Result<SurfaceMesh> shellSurface(const imaging::Volume& mask, Progress& progress);

} // namespace facet::rendering
