#include "runs.h"

#include <facet/lesions/components.h>

#include <algorithm>
#include <limits>

namespace facet::lesions {
namespace {

template <class T>
Result<imaging::Volume> paint(const imaging::Grid& grid, const RunImage& image, const RunParts& parts) {
  std::vector<T> voxels(grid.size.voxels(), T(0));
  const std::size_t rows = image.rowBegin.size() - 1;
  for (std::size_t row = 0; row < rows; ++row) {
    T* out = voxels.data() + row * static_cast<std::size_t>(grid.size.i);
    for (std::size_t run = image.rowBegin[row]; run < image.rowBegin[row + 1]; ++run) {
      std::fill(out + image.runs[run].first, out + image.runs[run].last + 1, static_cast<T>(parts.partOfRun[run] + 1));
    }
  }
  return imaging::makeVolume(grid, std::move(voxels));
}

} // namespace

Result<ComponentMap> connectedComponents(const imaging::Volume& mask, Connectivity connectivity, Progress& progress) {
  const auto image = findRuns(mask, RunValues::Mask, progress);
  if (!image) {
    return image.error();
  }
  const RunParts parts = connectRuns(*image, connectivity);
  auto labels = parts.count <= std::numeric_limits<std::uint16_t>::max()
                    ? paint<std::uint16_t>(mask.grid(), *image, parts)
                    : paint<std::uint32_t>(mask.grid(), *image, parts);
  if (!labels) {
    return labels.error();
  }
  return ComponentMap{std::move(*labels), parts.count};
}

} // namespace facet::lesions
