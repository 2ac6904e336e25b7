#pragma once

#include "head_scene.h"
#include "head_shape.h"
#include "scan_geometry.h"

#include <facet/core/progress.h>

#include <cstdint>
#include <span>
#include <vector>

namespace facet::synthetic {

/// What the scanner adds.
struct RenderTraits {
  std::uint64_t seed = 0;
  std::size_t scan = 0;
  double fieldTesla = 3;
  HeadMotion motion = HeadMotion::Still;
};

/// The images of some channels on one grid, i fastest: partial volume, uneven brightness, motion and Rician noise.
/// The same for any number of threads. Errors: Cancelled.
[[nodiscard]] Result<std::vector<std::vector<std::int16_t>>>
renderChannels(const HeadScene& scene, const HeadShape& shape, const ImageGeometry& geometry,
               const Affine3& headFromScanner, std::span<const Channel> channels, const RenderTraits& traits,
               Progress& progress);

} // namespace facet::synthetic
