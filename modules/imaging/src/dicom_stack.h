#pragma once

#include "dicom_header.h"

#include <facet/core/result.h>
#include <facet/imaging/volume.h>

#include <span>
#include <vector>

namespace facet::imaging {

/// How the slices of a stack lie.
enum class Spacing {
  Even,   ///< in even steps; some may be missing
  Uneven, ///< not: the volume is interpolated
};

/// Images that make one volume, in order along their normal.
struct DicomStack {
  std::vector<DicomFrame> frames;
  Grid grid;
  Spacing spacing = Spacing::Even;
  std::vector<Notice> notices;
};

/// The images of one series sorted into volumes: by orientation, size, spacing, pixel type, kind and echo; and where
/// several images lie at one place, by what tells them apart (time, acquisition, diffusion …). Images that are doubled
/// are left out and told.
[[nodiscard]] std::vector<std::vector<DicomFrame>>
splitIntoStacks(std::vector<DicomFrame> frames, std::span<const DicomHeader> headers, std::vector<Notice>& notices);

/// The grid of a stack's images and what is odd about it: missing slices, tilt, uneven spacing, mixed rescaling.
/// Errors: Unsupported where the images lie so unevenly that they make no volume.
[[nodiscard]] Result<DicomStack> arrangeStack(std::vector<DicomFrame> frames, std::span<const DicomHeader> headers);

/// The normal of an image: the direction across its rows and columns.
[[nodiscard]] Vec3 normalOf(const DicomFrame& frame);

} // namespace facet::imaging
