#pragma once

#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/imaging/volume.h>
#include <facet/lesions/components.h>

#include <cstdint>
#include <vector>

namespace facet::lesions {

/// Neighbouring voxels of one row (along i) with one value; `last` is inside.
struct Run {
  std::int32_t first;
  std::int32_t last;
  std::int32_t value;
};

/// The non-zero voxels of a volume, row by row in memory order.
struct RunImage {
  imaging::GridSize size;
  std::vector<Run> runs;
  /// rowBegin[k · size.j + j] is the first run of that row; one entry more at the end.
  std::vector<std::size_t> rowBegin;

  [[nodiscard]] std::size_t rowOf(std::int64_t j, std::int64_t k) const {
    return static_cast<std::size_t>(k * size.j + j);
  }
};

/// What becomes of voxel values in a RunImage.
enum class RunValues {
  Mask,  ///< 1 where above 0
  Labels ///< the value, which must be a whole number from 0 to 2³¹−1
};

/// Errors: InvalidInput for Labels with other values; Cancelled.
[[nodiscard]] Result<RunImage> findRuns(const imaging::Volume& volume, RunValues values, Progress& progress);

/// For each run the number of its connected part, from 0, in the order of the first runs; voxels of different values
/// never connect.
struct RunParts {
  std::vector<std::uint32_t> partOfRun;
  std::size_t count = 0;
};
[[nodiscard]] RunParts connectRuns(const RunImage& image, Connectivity connectivity);

} // namespace facet::lesions
