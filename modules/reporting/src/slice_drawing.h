#pragma once

#include <facet/core/geometry.h>
#include <facet/imaging/statistics.h>
#include <facet/imaging/volume.h>
#include <facet/rendering/anatomy.h>
#include <facet/rendering/slice_image.h>
#include <facet/reporting/mri_findings.h>

#include <optional>
#include <vector>

namespace facet::reporting {

/// What of a slice is worth paper.
struct SliceCrop {
  LpsPoint centre; ///< on the slice
  double widthMm = 0;
  double heightMm = 0;
};

/// The part of a slice that is not dark, with a margin; the whole slice where all of it is dark.
[[nodiscard]] SliceCrop cropOf(const imaging::Volume& image, const imaging::Window& window, rendering::Plane plane,
                               std::int64_t slice);

struct Outlines {
  const imaging::Volume* labels = nullptr;
  std::vector<rendering::Colour> colours; ///< by label
};

/// Draws a slice of the acquired grid with the crop in the middle. `pointer` is a place near the slice.
[[nodiscard]] KeySlice drawSlice(const imaging::Volume& image, const imaging::Window& window, rendering::Plane plane,
                                 std::int64_t slice, const SliceCrop& crop, const std::optional<LpsPoint>& pointer,
                                 const Outlines* outlines);

/// Axial, or the plane across the longest voxel edge where that is more than twice the shortest: the plane in which
/// the scanner acquired.
[[nodiscard]] rendering::Plane acquiredPlane(const imaging::Grid& grid);

} // namespace facet::reporting
