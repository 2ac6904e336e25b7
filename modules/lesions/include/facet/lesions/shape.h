#pragma once

#include <facet/core/geometry.h>
#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/imaging/volume.h>

#include <array>
#include <cstdint>
#include <vector>

namespace facet::lesions {

/// Measures of the voxels of one value. Arrays go by the axes i, j, k of the grid.
struct LesionShape {
  std::int64_t label = 0;
  std::size_t voxels = 0;
  std::size_t parts = 0; ///< connected parts, voxels touching by faces
  double volumeMm3 = 0;
  LpsPoint centroid;
  IjkIndex boxFirst; ///< first and last voxel of the box around it, both inside
  IjkIndex boxLast;
  /// Largest distance between centres of two of its voxels, exact.
  double longestDiameterMm = 0;
  std::array<LpsPoint, 2> diameterEnds;
  /// The same among voxels of one slice, for slices across each axis.
  std::array<double, 3> inPlaneDiameterMm{};
  /// Number of slices across each axis on which it is seen.
  std::array<std::int64_t, 3> slices{};
  /// Largest number of its voxels on one slice across each axis.
  std::array<std::int64_t, 3> mostOnSlice{};
  /// Area of the voxel faces between it and what is not of this value.
  double surfaceMm2 = 0;
};

/// One entry for each value above 0, ordered by value: all voxels of a value are one lesion, in however many parts.
/// Errors: InvalidInput for values that are no whole numbers or below 0; Cancelled.
/// Cost: 30 ms for 256³ voxels with 400 lesions on two cores.
[[nodiscard]] Result<std::vector<LesionShape>> measureLabels(const imaging::Volume& labels, Progress& progress);

/// What makes connected voxels a lesion that counts. Source: practice of MS trials and MAGNIMS reading, "≥ 3 mm, on at
/// least two slices or in two planes"; every number may be changed.
struct CountingRule {
  /// Longest diameter between voxel centres plus half the shortest voxel edge at each end. Units: mm.
  double minLengthMm = 3;
  int minSlices = 2; ///< across the axis of the longest voxel edge
  /// Planes of the grid that show at least two voxels of it on one slice. A plane whose pixels are longer than wide by
  /// more than `maxPixelAspect` was not acquired and does not count.
  int minPlanes = 2;
  double maxPixelAspect = 2;
};

/// Whether it counts as a lesion by the rule; smaller parts are components only.
[[nodiscard]] bool isCountedLesion(const LesionShape& shape, const imaging::Grid& grid, const CountingRule& rule = {});

/// Components and lesions are two counts, always shown together.
struct LesionCounts {
  std::size_t components = 0;
  std::size_t lesions = 0;
};

} // namespace facet::lesions
