#include "farthest.h"
#include "runs.h"

#include <facet/core/parallel.h>
#include <facet/lesions/shape.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace facet::lesions {
namespace {

/// A run of one label and its row.
struct PlacedRun {
  Run run;
  std::int64_t j;
  std::int64_t k;
};

struct Box {
  IjkIndex first;
  IjkIndex last;
};

Box boxOf(const std::vector<PlacedRun>& runs) {
  Box box = {{runs.front().run.first, runs.front().j, runs.front().k},
             {runs.front().run.last, runs.front().j, runs.front().k}};
  for (const PlacedRun& r : runs) {
    box.first = {std::min<std::int64_t>(box.first.i, r.run.first), std::min(box.first.j, r.j),
                 std::min(box.first.k, r.k)};
    box.last = {std::max<std::int64_t>(box.last.i, r.run.last), std::max(box.last.j, r.j), std::max(box.last.k, r.k)};
  }
  return box;
}

/// Voxels on each slice of the box, across each axis.
std::array<std::vector<std::int64_t>, 3> slicesOf(const std::vector<PlacedRun>& runs, const Box& box) {
  std::array<std::vector<std::int64_t>, 3> counts;
  counts[0].assign(static_cast<std::size_t>(box.last.i - box.first.i + 1), 0);
  counts[1].assign(static_cast<std::size_t>(box.last.j - box.first.j + 1), 0);
  counts[2].assign(static_cast<std::size_t>(box.last.k - box.first.k + 1), 0);
  for (const PlacedRun& r : runs) {
    for (std::int32_t i = r.run.first; i <= r.run.last; ++i) {
      ++counts[0][static_cast<std::size_t>(i - box.first.i)];
    }
    const std::int64_t length = r.run.last - r.run.first + 1;
    counts[1][static_cast<std::size_t>(r.j - box.first.j)] += length;
    counts[2][static_cast<std::size_t>(r.k - box.first.k)] += length;
  }
  return counts;
}

/// Voxels that can be an end of a diameter. The largest distance within any set of voxels that holds whole lines of
/// the grid is between ends of lines, for lines along every axis.
struct Ends {
  /// Ends of lines along i, in order of their slice across j … and across k; and of lines along j, for slices across i.
  std::vector<IjkIndex> alongI;
  std::vector<IjkIndex> alongJ;
};

Ends endsOf(const std::vector<PlacedRun>& runs, const Box& box) {
  Ends ends;
  const std::int64_t width = box.last.i - box.first.i + 1;
  std::vector<std::int64_t> least(static_cast<std::size_t>(width), -1);
  std::vector<std::int64_t> most(static_cast<std::size_t>(width), -1);
  const auto flush = [&](std::int64_t k) {
    for (std::int64_t i = 0; i < width; ++i) {
      const auto n = static_cast<std::size_t>(i);
      if (least[n] >= 0) {
        ends.alongJ.push_back({box.first.i + i, least[n], k});
        if (most[n] != least[n]) {
          ends.alongJ.push_back({box.first.i + i, most[n], k});
        }
      }
      least[n] = most[n] = -1;
    }
  };
  for (std::size_t n = 0; n < runs.size(); ++n) {
    const PlacedRun& r = runs[n];
    const bool firstOfRow = n == 0 || runs[n - 1].j != r.j || runs[n - 1].k != r.k;
    const bool lastOfRow = n + 1 == runs.size() || runs[n + 1].j != r.j || runs[n + 1].k != r.k;
    if (firstOfRow) {
      ends.alongI.push_back({r.run.first, r.j, r.k});
    }
    if (lastOfRow && !(firstOfRow && r.run.first == r.run.last)) {
      ends.alongI.push_back({r.run.last, r.j, r.k});
    }
    for (std::int32_t i = r.run.first; i <= r.run.last; ++i) {
      const auto at = static_cast<std::size_t>(i - box.first.i);
      if (least[at] < 0) {
        least[at] = r.j;
      }
      most[at] = r.j;
    }
    if (n + 1 == runs.size() || runs[n + 1].k != r.k) {
      flush(r.k);
    }
  }
  return ends;
}

Vec3 lpsOf(const Affine3& lpsFromIjk, IjkIndex v) {
  return lpsFromIjk({static_cast<double>(v.i), static_cast<double>(v.j), static_cast<double>(v.k)});
}

std::int64_t along(IjkIndex v, std::size_t axis) {
  return axis == 0 ? v.i : axis == 1 ? v.j : v.k;
}

/// Largest distance within one slice across `axis`, over all slices.
double inPlaneDiameter(std::vector<IjkIndex> ends, std::size_t axis, const Affine3& lpsFromIjk) {
  std::stable_sort(ends.begin(), ends.end(),
                   [axis](IjkIndex a, IjkIndex b) { return along(a, axis) < along(b, axis); });
  double largest = 0;
  std::vector<Vec3> slice;
  for (std::size_t n = 0; n < ends.size(); ++n) {
    slice.push_back(lpsOf(lpsFromIjk, ends[n]));
    if (n + 1 == ends.size() || along(ends[n + 1], axis) != along(ends[n], axis)) {
      largest = std::max(largest, farthestPair(slice).distance);
      slice.clear();
    }
  }
  return largest;
}

LesionShape measure(const std::vector<PlacedRun>& runs, const imaging::Grid& grid) {
  LesionShape shape;
  const Affine3& lpsFromIjk = grid.lpsFromIjk;
  shape.label = runs.front().run.value;
  const Box box = boxOf(runs);
  shape.boxFirst = box.first;
  shape.boxLast = box.last;
  double sumI = 0;
  double sumJ = 0;
  double sumK = 0;
  for (const PlacedRun& r : runs) {
    const double length = r.run.last - r.run.first + 1;
    shape.voxels += static_cast<std::size_t>(length);
    sumI += length * 0.5 * (static_cast<double>(r.run.first) + r.run.last);
    sumJ += length * static_cast<double>(r.j);
    sumK += length * static_cast<double>(r.k);
  }
  const auto voxels = static_cast<double>(shape.voxels);
  shape.volumeMm3 = voxels * grid.voxelVolumeMm3();
  shape.centroid = asLps(lpsFromIjk({sumI / voxels, sumJ / voxels, sumK / voxels}));
  const auto counts = slicesOf(runs, box);
  for (std::size_t axis = 0; axis < 3; ++axis) {
    shape.slices[axis] = std::count_if(counts[axis].begin(), counts[axis].end(), [](auto n) { return n > 0; });
    shape.mostOnSlice[axis] = *std::max_element(counts[axis].begin(), counts[axis].end());
  }
  const Ends ends = endsOf(runs, box);
  std::vector<Vec3> points;
  points.reserve(ends.alongI.size());
  for (const IjkIndex& end : ends.alongI) {
    points.push_back(lpsOf(lpsFromIjk, end));
  }
  const FarthestPair pair = farthestPair(points);
  shape.longestDiameterMm = pair.distance;
  shape.diameterEnds = {asLps(points[pair.a]), asLps(points[pair.b])};
  shape.inPlaneDiameterMm = {inPlaneDiameter(ends.alongJ, 0, lpsFromIjk), inPlaneDiameter(ends.alongI, 1, lpsFromIjk),
                             inPlaneDiameter(ends.alongI, 2, lpsFromIjk)};
  return shape;
}

/// Number of voxels of `run` that lie beside a voxel of the same value in another row.
std::int64_t overlap(const RunImage& image, const Run& run, std::size_t row) {
  std::int64_t shared = 0;
  const auto begin = image.runs.begin() + static_cast<std::ptrdiff_t>(image.rowBegin[row]);
  const auto end = image.runs.begin() + static_cast<std::ptrdiff_t>(image.rowBegin[row + 1]);
  for (auto other = std::lower_bound(begin, end, run.first, [](const Run&r, std::int32_t i) { return r.last < i; });
       other != end && other->first <= run.last; ++other) {
    if (other->value == run.value) {
      shared += std::min(other->last, run.last) - std::max(other->first, run.first) + 1;
    }
  }
  return shared;
}

/// Faces of the run's voxels, across each axis, with no voxel of the same value behind them.
std::array<std::int64_t, 3> freeFaces(const RunImage& image, const PlacedRun& placed) {
  const std::int64_t length = placed.run.last - placed.run.first + 1;
  std::array<std::int64_t, 3> faces = {2, 2 * length, 2 * length};
  for (const std::int64_t step : {-1, 1}) {
    if (placed.j + step >= 0 && placed.j + step < image.size.j) {
      faces[1] -= overlap(image, placed.run, image.rowOf(placed.j + step, placed.k));
    }
    if (placed.k + step >= 0 && placed.k + step < image.size.k) {
      faces[2] -= overlap(image, placed.run, image.rowOf(placed.j, placed.k + step));
    }
  }
  return faces;
}

} // namespace

Result<std::vector<LesionShape>> measureLabels(const imaging::Volume& labels, Progress& progress) {
  const auto image = findRuns(labels, RunValues::Labels, progress);
  if (!image) {
    return image.error();
  }
  const RunParts parts = connectRuns(*image, Connectivity::Six);

  std::vector<std::int32_t> values;
  values.reserve(image->runs.size());
  for (const Run& run : image->runs) {
    values.push_back(run.value);
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  const auto indexOf = [&values](std::int32_t value) {
    return static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), value) - values.begin());
  };

  std::vector<std::vector<PlacedRun>> runsOf(values.size());
  std::vector<std::size_t> partsOf(values.size(), 0);
  std::vector<bool> seen(parts.count, false);
  for (std::size_t row = 0; row + 1 < image->rowBegin.size(); ++row) {
    for (std::size_t run = image->rowBegin[row]; run < image->rowBegin[row + 1]; ++run) {
      const std::size_t index = indexOf(image->runs[run].value);
      runsOf[index].push_back({image->runs[run], static_cast<std::int64_t>(row) % image->size.j,
                               static_cast<std::int64_t>(row) / image->size.j});
      if (!seen[parts.partOfRun[run]]) {
        seen[parts.partOfRun[run]] = true;
        ++partsOf[index];
      }
    }
  }

  const imaging::Grid& grid = labels.grid();
  const Vec3 edge[3] = {grid.lpsFromIjk.column(0), grid.lpsFromIjk.column(1), grid.lpsFromIjk.column(2)};
  const std::array<double, 3> faceMm2 = {norm(cross(edge[1], edge[2])), norm(cross(edge[2], edge[0])),
                                         norm(cross(edge[0], edge[1]))};
  std::vector<LesionShape> shapes(values.size());
  parallelFor(values.size(), 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t n = begin; n < end && !progress.stopRequested(); ++n) {
      shapes[n] = measure(runsOf[n], grid);
      shapes[n].parts = partsOf[n];
      for (const PlacedRun& run : runsOf[n]) {
        const auto faces = freeFaces(*image, run);
        for (std::size_t axis = 0; axis < 3; ++axis) {
          shapes[n].surfaceMm2 += static_cast<double>(faces[axis]) * faceMm2[axis];
        }
      }
    }
  });
  if (progress.stopRequested()) {
    return cancelledError();
  }
  return shapes;
}

bool isCountedLesion(const LesionShape& shape, const imaging::Grid& grid, const CountingRule& rule) {
  const Vec3 spacing = grid.spacingMm();
  const double shortest = std::min({spacing.x, spacing.y, spacing.z});
  if (shape.longestDiameterMm + shortest < rule.minLengthMm - 1e-9) {
    return false;
  }
  // Slices lie across the longest edge; the last axis where all are alike.
  std::size_t sliceAxis = 2;
  for (const std::size_t axis : {std::size_t(1), std::size_t(0)}) {
    if (spacing[axis] > spacing[sliceAxis] * 1.01) {
      sliceAxis = axis;
    }
  }
  if (shape.slices[sliceAxis] >= rule.minSlices) {
    return true;
  }
  int planes = 0;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const double a = spacing[(axis + 1) % 3];
    const double b = spacing[(axis + 2) % 3];
    const bool acquired = std::max(a, b) <= std::min(a, b) * rule.maxPixelAspect;
    planes += acquired && shape.mostOnSlice[axis] >= 2 ? 1 : 0;
  }
  return planes >= rule.minPlanes;
}

} // namespace facet::lesions
