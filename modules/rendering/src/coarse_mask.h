#pragma once

#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/imaging/volume.h>

#include <vector>

namespace facet::rendering {

/// Means over blocks of voxels of about the same edge along each axis.
struct CoarseImage {
  imaging::Grid grid;
  std::vector<float> values;

  [[nodiscard]] std::size_t offset(std::int64_t i, std::int64_t j, std::int64_t k) const {
    return static_cast<std::size_t>((k * grid.size.j + j) * grid.size.i + i);
  }
  [[nodiscard]] float at(std::int64_t i, std::int64_t j, std::int64_t k) const { return values[offset(i, j, k)]; }
  [[nodiscard]] float& at(std::int64_t i, std::int64_t j, std::int64_t k) { return values[offset(i, j, k)]; }
};

/// What is averaged; NaN and infinite values count as 0.
enum class CoarseValues : std::uint8_t { Values, AboveZero };

/// Means over blocks of about `edgeMm`. Errors: Cancelled.
[[nodiscard]] Result<CoarseImage> coarsen(const imaging::Volume& volume, double edgeMm, CoarseValues what,
                                          Progress& progress);

/// Weights each voxel and its two neighbours by 1/4, 1/2, 1/4 along every axis; beyond the grid is 0.
void blur(CoarseImage& image);

} // namespace facet::rendering
