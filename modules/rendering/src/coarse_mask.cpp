#include "coarse_mask.h"

#include <facet/core/parallel.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>

namespace facet::rendering {
namespace {

std::int64_t blockOf(double spacingMm, double edgeMm) {
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::llround(edgeMm / spacingMm)));
}

std::int64_t blocks(std::int64_t count, std::int64_t block) {
  return (count + block - 1) / block;
}

float termOf(double value, CoarseValues what) {
  if (what == CoarseValues::AboveZero) {
    return value > 0 ? 1.0F : 0.0F;
  }
  return std::isfinite(value) ? static_cast<float>(value) : 0.0F;
}

void blurLine(float* first, std::int64_t stride, std::int64_t count) {
  float before = 0;
  for (std::int64_t n = 0; n < count; ++n) {
    float& here = first[n * stride];
    const float after = n + 1 < count ? first[(n + 1) * stride] : 0;
    const float value = 0.25F * before + 0.5F * here + 0.25F * after;
    before = here;
    here = value;
  }
}

} // namespace

Result<CoarseImage> coarsen(const imaging::Volume& volume, double edgeMm, CoarseValues what, Progress& progress) {
  const imaging::Grid& fine = volume.grid();
  const Vec3 spacing = fine.spacingMm();
  const std::array<std::int64_t, 3> block = {blockOf(spacing.x, edgeMm), blockOf(spacing.y, edgeMm),
                                             blockOf(spacing.z, edgeMm)};
  CoarseImage coarse;
  coarse.grid.size = {blocks(fine.size.i, block[0]), blocks(fine.size.j, block[1]), blocks(fine.size.k, block[2])};
  Vec3 first;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    coarse.grid.lpsFromIjk.setColumn(axis, fine.lpsFromIjk.column(axis) * static_cast<double>(block[axis]));
    first[axis] = 0.5 * static_cast<double>(block[axis] - 1);
  }
  coarse.grid.lpsFromIjk.offset = fine.lpsFromIjk(first);
  coarse.values.resize(coarse.grid.size.voxels());
  std::atomic<bool> cancelled{false};
  const imaging::Rescale rescale = volume.rescale();
  imaging::visitVoxels(volume, [&](auto voxels) {
    parallelFor(static_cast<std::size_t>(coarse.grid.size.k), 1, [&](std::size_t begin, std::size_t end) {
      std::vector<float> counts;
      for (auto k = static_cast<std::int64_t>(begin); k < static_cast<std::int64_t>(end); ++k) {
        if (progress.stopRequested()) {
          cancelled = true;
          return;
        }
        float* sums = coarse.values.data() + coarse.offset(0, 0, k);
        counts.assign(static_cast<std::size_t>(coarse.grid.size.i * coarse.grid.size.j), 0);
        for (std::int64_t z = k * block[2]; z < std::min(fine.size.k, (k + 1) * block[2]); ++z) {
          for (std::int64_t y = 0; y < fine.size.j; ++y) {
            const auto row = static_cast<std::size_t>((z * fine.size.j + y) * fine.size.i);
            const std::int64_t base = y / block[1] * coarse.grid.size.i;
            for (std::int64_t x = 0; x < fine.size.i; ++x) {
              const double value =
                  static_cast<double>(voxels[row + static_cast<std::size_t>(x)]) * rescale.slope + rescale.intercept;
              sums[base + x / block[0]] += termOf(value, what);
              counts[static_cast<std::size_t>(base + x / block[0])] += 1;
            }
          }
        }
        for (std::size_t n = 0; n < counts.size(); ++n) {
          sums[n] /= counts[n];
        }
      }
    });
  });
  if (cancelled) {
    return cancelledError();
  }
  return coarse;
}

void blur(CoarseImage& image) {
  const imaging::GridSize size = image.grid.size;
  for (std::int64_t k = 0; k < size.k; ++k) {
    for (std::int64_t j = 0; j < size.j; ++j) {
      blurLine(&image.at(0, j, k), 1, size.i);
    }
    for (std::int64_t i = 0; i < size.i; ++i) {
      blurLine(&image.at(i, 0, k), size.i, size.j);
    }
  }
  for (std::int64_t j = 0; j < size.j; ++j) {
    for (std::int64_t i = 0; i < size.i; ++i) {
      blurLine(&image.at(i, j, 0), size.i * size.j, size.k);
    }
  }
}

} // namespace facet::rendering
