#include "lesion_masks.h"

#include "head_scene.h"

#include <facet/core/parallel.h>
#include <facet/core/random.h>

#include <algorithm>
#include <cmath>

namespace facet::synthetic {
namespace {

constexpr std::uint32_t kReaderPurpose = 0x52454144;

Point asPoint(Vec3 v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)};
}

Vec3 asVec(Point p) {
  return {p.x, p.y, p.z};
}

/// A voxel and how much of it is lesion.
struct Filled {
  IjkIndex voxel;
  float share = 0;
};

/// The voxels that hold some of the lesion, in memory order.
std::vector<Filled> fill(const MaskGrid& grid, const PlannedLesion& lesion, float scale) {
  const imaging::Grid& image = grid.geometry.grid;
  const Affine3 headFromIjk = compose(grid.headFromScanner, image.lpsFromIjk);
  const auto ijkFromHead = headFromIjk.inverse();
  std::vector<Filled> filled;
  if (!ijkFromHead) {
    return filled;
  }
  const Vec3 head = asVec(grid.shape.headFromAtlas(lesion.centre));
  const Vec3 middle = (*ijkFromHead)(head);
  // The shapes stretch by less than a half.
  const double reach = 1.5 * lesion.reachMm(scale);
  const Vec3 spacing = image.spacingMm();
  const double furthest = reach + 0.5 * norm(spacing);
  std::array<std::int64_t, 3> low{};
  std::array<std::int64_t, 3> high{};
  const std::array<std::int64_t, 3> size = {image.size.i, image.size.j, image.size.k};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    low[axis] = std::max<std::int64_t>(0, std::llround(std::floor(middle[axis] - reach / spacing[axis])));
    high[axis] = std::min<std::int64_t>(size[axis] - 1, std::llround(std::ceil(middle[axis] + reach / spacing[axis])));
  }
  std::array<int, 3> samples{};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    samples[axis] = std::max(2, static_cast<int>(std::lround(spacing[axis] / 0.6)));
  }
  const float part = 1.0F / static_cast<float>(samples[0] * samples[1] * samples[2]);
  for (std::int64_t k = low[2]; k <= high[2]; ++k) {
    for (std::int64_t j = low[1]; j <= high[1]; ++j) {
      for (std::int64_t i = low[0]; i <= high[0]; ++i) {
        const Vec3 from = headFromIjk({static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)}) - head;
        if (dot(from, from) > furthest * furthest) {
          continue;
        }
        float share = 0;
        for (int n = 0; n < samples[0] * samples[1] * samples[2]; ++n) {
          const std::array<int, 3> step = {n % samples[0], n / samples[0] % samples[1], n / (samples[0] * samples[1])};
          Vec3 at = {static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)};
          for (std::size_t axis = 0; axis < 3; ++axis) {
            at[axis] += (step[axis] + 0.5) / samples[axis] - 0.5;
          }
          share += part * lesionAt(grid.atlas, lesion, scale, grid.shape.atlasFromHead(asPoint(headFromIjk(at))));
        }
        if (share > 0.02F) {
          filled.push_back({{i, j, k}, share});
        }
      }
    }
  }
  return filled;
}

/// Labels with the lesion's id what it fills to at least half, or else as far as it does; never another's voxels.
void draw(imaging::LabelMap& map, const std::vector<Filled>& filled, int id) {
  float most = 0;
  for (const Filled& f : filled) {
    most = std::max(most, f.share);
  }
  const float least = std::min(0.5F, 0.75F * most);
  for (const Filled& f : filled) {
    if (f.share >= least && map.labelAt(f.voxel) == 0) {
      map.setSpan(f.voxel.i, f.voxel.i + 1, f.voxel.j, f.voxel.k, static_cast<std::uint16_t>(id));
    }
  }
}

/// The chance that the reader passes over a lesion, by its volume.
double missChance(double volumeMm3, bool infratentorial) {
  const double base = volumeMm3 < 30 ? 0.35 : volumeMm3 < 60 ? 0.15 : 0.02;
  return infratentorial ? 1.5 * base : base;
}

} // namespace

Result<imaging::LabelMap> exactMask(const MaskGrid& grid, std::span<const PlannedLesion> lesions, std::size_t scan) {
  auto map = imaging::LabelMap::make(grid.geometry.grid);
  if (!map) {
    return map.error();
  }
  std::vector<std::vector<Filled>> filled(lesions.size());
  parallelFor(lesions.size(), 1, [&](std::size_t begin, std::size_t) {
    if (lesions[begin].states[scan].scale > 0) {
      filled[begin] = fill(grid, lesions[begin], lesions[begin].states[scan].scale);
    }
  });
  for (std::size_t l = 0; l < lesions.size(); ++l) {
    draw(*map, filled[l], lesions[l].id);
  }
  return std::move(*map);
}

Result<ReaderMask> readersMask(const MaskGrid& grid, std::span<const PlannedLesion> lesions, std::size_t scan,
                               std::uint64_t seed, std::span<const double> volumesMm3) {
  auto map = imaging::LabelMap::make(grid.geometry.grid);
  if (!map) {
    return map.error();
  }
  std::vector<std::vector<Filled>> filled(lesions.size());
  std::vector<bool> seen(lesions.size(), false);
  for (std::size_t l = 0; l < lesions.size(); ++l) {
    // One draw for all scans: what was missed stays missed until it grows.
    const double luck = RandomStream(seed, static_cast<std::uint64_t>(lesions[l].id), kReaderPurpose).uniform();
    seen[l] = lesions[l].states[scan].scale > 0 &&
              (lesions[l].reported || luck >= missChance(volumesMm3[l], isInfratentorial(lesions[l].site)));
  }
  parallelFor(lesions.size(), 1, [&](std::size_t begin, std::size_t) {
    if (!seen[begin]) {
      return;
    }
    PlannedLesion drawn = lesions[begin];
    RandomStream random(seed, (scan + 1) << 16U | static_cast<std::uint64_t>(drawn.id), kReaderPurpose);
    const float scale = drawn.states[scan].scale * static_cast<float>(std::clamp(random.normal(1.02, 0.06), 0.88, 1.2));
    const auto beside = [&] { return static_cast<float>(std::clamp(random.normal(0, 0.25), -0.5, 0.5)); };
    drawn.centre = drawn.centre + Point{beside(), beside(), beside()};
    drawn.surface ^= random.word() & 0x0FFF0FFFU;
    filled[begin] = fill(grid, drawn, scale);
  });
  for (std::size_t l = 0; l < lesions.size(); ++l) {
    draw(*map, filled[l], lesions[l].id);
  }
  return ReaderMask{.map = std::move(*map), .seen = std::move(seen)};
}

double lesionVolumeMm3(const HeadAtlas& atlas, const HeadShape& shape, const PlannedLesion& lesion, std::size_t scan) {
  const float scale = lesion.states[scan].scale;
  if (scale <= 0) {
    return 0;
  }
  constexpr float kStep = 0.6F;
  const Point middle = shape.headFromAtlas(lesion.centre);
  const int reach = static_cast<int>(std::ceil(1.5F * lesion.reachMm(scale) / kStep));
  double sum = 0;
  for (int k = -reach; k <= reach; ++k) {
    for (int j = -reach; j <= reach; ++j) {
      for (int i = -reach; i <= reach; ++i) {
        if (i * i + j * j + k * k > reach * reach) {
          continue;
        }
        const Point head = middle + Point{static_cast<float>(i), static_cast<float>(j), static_cast<float>(k)} * kStep;
        sum += lesionAt(atlas, lesion, scale, shape.atlasFromHead(head));
      }
    }
  }
  return sum * kStep * kStep * kStep;
}

} // namespace facet::synthetic
