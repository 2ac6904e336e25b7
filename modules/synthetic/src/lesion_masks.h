#pragma once

#include "head_shape.h"
#include "lesion_plan.h"
#include "scan_geometry.h"

#include <facet/imaging/label_map.h>

#include <optional>
#include <span>
#include <vector>

namespace facet::synthetic {

/// Where lesions are looked at.
struct MaskGrid {
  const HeadAtlas& atlas;
  const HeadShape& shape;
  const ImageGeometry& geometry;
  Affine3 headFromScanner;
};

/// Voxels of which a lesion fills at least half; a lesion that fills none that far gets the voxels that it fills most.
/// Labels are the lesions' ids.
[[nodiscard]] Result<imaging::LabelMap> exactMask(const MaskGrid& grid, std::span<const PlannedLesion> lesions,
                                                  std::size_t scan);

/// The mask of a reader, who draws each lesion a little too large, too small or beside, and misses small ones.
struct ReaderMask {
  imaging::LabelMap map;
  std::vector<bool> seen; ///< for each lesion
};
[[nodiscard]] Result<ReaderMask> readersMask(const MaskGrid& grid, std::span<const PlannedLesion> lesions,
                                             std::size_t scan, std::uint64_t seed, std::span<const double> volumesMm3);

/// Volume of a lesion at a scan, from samples 0.6 mm apart in the head. Units: mm³.
[[nodiscard]] double lesionVolumeMm3(const HeadAtlas& atlas, const HeadShape& shape, const PlannedLesion& lesion,
                                     std::size_t scan);

} // namespace facet::synthetic
