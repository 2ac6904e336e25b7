#pragma once

#include "head_atlas.h"

#include <facet/imaging/volume.h>

namespace facet::synthetic {

/// Where one image of a scan lies.
struct ImageGeometry {
  imaging::Grid grid;
  /// Points along the slice thickness that are averaged in one voxel.
  int samplesAlongSlice = 1;
  double sliceThicknessMm = 1;
};

/// How the head lies in the scanner on one day: turned by 3 to 8 degrees, and shifted. Frame: LPS mm.
[[nodiscard]] Affine3 headFromScannerOn(std::uint64_t seed, std::size_t scan);

/// The grid of T1w, T2w and FLAIR (0, 1, 2) of one scan.
[[nodiscard]] ImageGeometry geometryOf(Protocol protocol, PhantomDetail detail, std::uint64_t seed, std::size_t scan,
                                       std::size_t contrast);

} // namespace facet::synthetic
