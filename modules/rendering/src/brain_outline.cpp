#include "coarse_mask.h"

#include <facet/rendering/brain_outline.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace facet::rendering {
namespace {

constexpr double kEdgeMm = 3;
/// Half axes of a box that holds any adult's brain, from its middle. Units: mm along L, P, S.
constexpr Vec3 kBrainHalfMm = {88, 108, 92};
/// The brain's middle lies about this far below the top of the head. Units: mm.
constexpr double kBelowTopMm = 75;
/// A squared distance that no head has. Units: mm².
constexpr float kFar = 1e9F;
constexpr double kLeastMl = 500;
constexpr double kMostMl = 2400;
/// A head holds 2000 ml and more above the neck, a brain rarely 1500.
constexpr double kMostExtractedMl = 1500;

/// The darkest brain, as a share of the most common value, which may be white matter: where grey matter is much darker
/// than it, the first one leaves too little, and the next is tried.
constexpr std::array kDarkestShares = {0.55, 0.45, 0.35};

using Mask = std::vector<std::uint8_t>;

Error notABrain() {
  return {ErrorCode::InvalidInput, {}, FACET_TEXT("rendering", "no brain stands out in this image")};
}

/// Calls f(index, LPS) for every voxel.
template <class F>
void eachVoxel(const CoarseImage& image, F&& f) {
  std::size_t n = 0;
  for (std::int64_t k = 0; k < image.grid.size.k; ++k) {
    for (std::int64_t j = 0; j < image.grid.size.j; ++j) {
      for (std::int64_t i = 0; i < image.grid.size.i; ++i) {
        f(n++, image.grid.lpsFromIjk({static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)}));
      }
    }
  }
}

/// Otsu's threshold of the square roots, whose long tail of bright voxels is shorter. Source: Otsu, IEEE SMC 1979;9:62.
std::optional<double> headThreshold(const std::vector<float>& values) {
  const float most = *std::max_element(values.begin(), values.end());
  if (!(most > 0)) {
    return std::nullopt;
  }
  constexpr std::size_t kBins = 256;
  std::array<double, kBins> counts{};
  for (const float v : values) {
    const double root = std::sqrt(std::max(0.0F, v) / most);
    counts[std::min(kBins - 1, static_cast<std::size_t>(root * kBins))] += 1;
  }
  double total = 0;
  double sum = 0;
  for (std::size_t n = 0; n < kBins; ++n) {
    total += counts[n];
    sum += counts[n] * static_cast<double>(n);
  }
  double below = 0;
  double sumBelow = 0;
  double best = -1;
  std::size_t at = 0;
  for (std::size_t n = 0; n + 1 < kBins; ++n) {
    below += counts[n];
    sumBelow += counts[n] * static_cast<double>(n);
    if (below == 0 || below == total) {
      continue;
    }
    const double difference = sumBelow / below - (sum - sumBelow) / (total - below);
    const double between = below * (total - below) * difference * difference;
    if (between > best) {
      best = between;
      at = n;
    }
  }
  const double root = static_cast<double>(at + 1) / kBins;
  return root * root * static_cast<double>(most);
}

/// About the middle of the brain: in the middle of the head, some way below its top.
std::optional<Vec3> brainMiddle(const CoarseImage& image, const Mask& head) {
  const double voxelMm3 = image.grid.voxelVolumeMm3();
  double highest = -1e30;
  eachVoxel(image, [&](std::size_t n, Vec3 at) {
    if (head[n] != 0) {
      highest = std::max(highest, at.z);
    }
  });
  // The top is where a head's worth of tissue begins: 20 ml above it may be a hand, hair or noise.
  std::vector<double> ml(600, 0);
  eachVoxel(image, [&](std::size_t n, Vec3 at) {
    const double depth = highest - at.z;
    if (head[n] != 0 && depth < 600) {
      ml[static_cast<std::size_t>(std::max(0.0, depth))] += voxelMm3 / 1000;
    }
  });
  double above = 0;
  double top = highest;
  for (std::size_t mm = 0; mm < ml.size(); ++mm) {
    above += ml[mm];
    if (above > 20) {
      top = highest - static_cast<double>(mm);
      break;
    }
  }
  Vec3 sum;
  double count = 0;
  eachVoxel(image, [&](std::size_t n, Vec3 at) {
    if (head[n] != 0 && at.z < top - 15 && at.z > top - 120) {
      sum = sum + at;
      count += 1;
    }
  });
  if (count * voxelMm3 < kLeastMl * 1000 / 2) {
    return std::nullopt;
  }
  Vec3 middle = sum * (1 / count);
  middle.z = top - kBelowTopMm;
  return middle;
}

double relativeRadius(Vec3 at, Vec3 middle) {
  return std::hypot((at.x - middle.x) / kBrainHalfMm.x, (at.y - middle.y) / kBrainHalfMm.y,
                    (at.z - middle.z) / kBrainHalfMm.z);
}

/// The most frequent value around the middle, background left out: white matter, or white and grey together.
std::optional<double> tissuePeak(const CoarseImage& image, const Mask& head, Vec3 middle) {
  std::vector<float> values;
  eachVoxel(image, [&](std::size_t n, Vec3 at) {
    if (head[n] != 0 && relativeRadius(at, middle) < 0.6) {
      values.push_back(image.values[n]);
    }
  });
  if (values.size() < 500) {
    return std::nullopt;
  }
  std::sort(values.begin(), values.end());
  // The half of the values that lies closest together; its middle is the peak however the tails look.
  const std::size_t half = values.size() / 2;
  std::size_t best = 0;
  for (std::size_t n = 0; n + half < values.size(); ++n) {
    if (values[n + half] - values[n] < values[best + half] - values[best]) {
      best = n;
    }
  }
  return values[best + half / 2];
}

/// Replaces each value by the smallest value + squared distance along a line. `edge` is the step in mm.
/// Source: Felzenszwalb and Huttenlocher, Theory of Computing 2012;8:415.
void lowerEnvelope(std::vector<float>& line, float edge, std::vector<float>& result, std::vector<int>& owner,
                   std::vector<float>& bound) {
  const auto count = static_cast<int>(line.size());
  const float square = edge * edge;
  const auto meet = [&](int a, int b) {
    return ((line[static_cast<std::size_t>(b)] - line[static_cast<std::size_t>(a)]) / square +
            static_cast<float>(b * b - a * a)) /
           static_cast<float>(2 * (b - a));
  };
  std::size_t last = 0;
  owner[0] = 0;
  bound[0] = -kFar;
  for (int n = 1; n < count; ++n) {
    float at = meet(owner[last], n);
    while (last > 0 && at <= bound[last]) {
      --last;
      at = meet(owner[last], n);
    }
    if (at > bound[last]) {
      ++last;
    }
    owner[last] = n;
    bound[last] = last == 0 ? -kFar : at;
  }
  const std::size_t parabolas = last + 1;
  std::size_t current = 0;
  for (int n = 0; n < count; ++n) {
    while (current + 1 < parabolas && bound[current + 1] < static_cast<float>(n)) {
      ++current;
    }
    const auto step = static_cast<float>(n - owner[current]);
    result[static_cast<std::size_t>(n)] = line[static_cast<std::size_t>(owner[current])] + square * step * step;
  }
}

/// Squared distance of each voxel to the nearest one of a value; what is beyond the grid has none. Units: mm².
std::vector<float> squaredDistance(const CoarseImage& image, const Mask& mask, std::uint8_t value) {
  std::vector<float> squares(mask.size());
  for (std::size_t n = 0; n < mask.size(); ++n) {
    squares[n] = mask[n] == value ? 0 : kFar;
  }
  const imaging::GridSize size = image.grid.size;
  const std::array<std::int64_t, 3> counts = {size.i, size.j, size.k};
  const std::array<std::int64_t, 3> strides = {1, size.i, size.i * size.j};
  const Vec3 spacing = image.grid.spacingMm();
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const auto count = static_cast<std::size_t>(counts[axis]);
    std::vector<float> line(count);
    std::vector<float> result(count);
    std::vector<int> owner(count);
    std::vector<float> bound(count);
    for (std::size_t start = 0; start < squares.size(); ++start) {
      if (static_cast<std::int64_t>(start) / strides[axis] % counts[axis] != 0) {
        continue;
      }
      const auto stride = static_cast<std::size_t>(strides[axis]);
      for (std::size_t n = 0; n < count; ++n) {
        line[n] = squares[start + n * stride];
      }
      lowerEnvelope(line, static_cast<float>(spacing[axis]), result, owner, bound);
      for (std::size_t n = 0; n < count; ++n) {
        squares[start + n * stride] = result[n];
      }
    }
  }
  return squares;
}

Mask within(const CoarseImage& image, const Mask& mask, std::uint8_t value, double radiusMm) {
  const std::vector<float> squares = squaredDistance(image, mask, value);
  Mask result(mask.size());
  for (std::size_t n = 0; n < mask.size(); ++n) {
    result[n] = squares[n] <= static_cast<float>(radiusMm * radiusMm) ? 1 : 0;
  }
  return result;
}

Mask dilated(const CoarseImage& image, const Mask& mask, double radiusMm) {
  return within(image, mask, 1, radiusMm);
}

Mask eroded(const CoarseImage& image, const Mask& mask, double radiusMm) {
  Mask hit = within(image, mask, 0, radiusMm);
  for (std::size_t n = 0; n < hit.size(); ++n) {
    hit[n] = mask[n] != 0 && hit[n] == 0 ? 1 : 0;
  }
  return hit;
}

/// Keeps the largest part whose voxels touch by faces; with `value` 0, the largest part of the background.
Mask largestPart(const CoarseImage& image, const Mask& mask, std::uint8_t value) {
  const imaging::GridSize size = image.grid.size;
  std::vector<std::int32_t> part(mask.size(), 0);
  std::vector<std::size_t> stack;
  std::int32_t parts = 0;
  std::int32_t best = 0;
  std::size_t bestSize = 0;
  const std::array<std::int64_t, 3> counts = {size.i, size.j, size.k};
  const std::array<std::int64_t, 3> strides = {1, size.i, size.i * size.j};
  for (std::size_t seed = 0; seed < mask.size(); ++seed) {
    if (mask[seed] != value || part[seed] != 0) {
      continue;
    }
    part[seed] = ++parts;
    stack.push_back(seed);
    std::size_t voxels = 0;
    while (!stack.empty()) {
      const std::size_t at = stack.back();
      stack.pop_back();
      ++voxels;
      for (std::size_t axis = 0; axis < 3; ++axis) {
        const std::int64_t index = static_cast<std::int64_t>(at) / strides[axis] % counts[axis];
        for (const std::int64_t step : {std::int64_t(-1), std::int64_t(1)}) {
          if (index + step < 0 || index + step >= counts[axis]) {
            continue;
          }
          const auto next = static_cast<std::size_t>(static_cast<std::int64_t>(at) + step * strides[axis]);
          if (mask[next] == value && part[next] == 0) {
            part[next] = parts;
            stack.push_back(next);
          }
        }
      }
    }
    if (voxels > bestSize) {
      bestSize = voxels;
      best = parts;
    }
  }
  Mask result(mask.size());
  for (std::size_t n = 0; n < mask.size(); ++n) {
    result[n] = best != 0 && part[n] == best ? 1 : 0;
  }
  return result;
}

/// Whether the skull was removed: what is not brain is exactly 0, and there is no more than a brain.
bool isExtracted(const CoarseImage& image, const Mask& head) {
  const auto zeros = static_cast<double>(std::count(image.values.begin(), image.values.end(), 0.0F));
  const auto voxels = static_cast<double>(std::count(head.begin(), head.end(), 1));
  return zeros > 0.3 * static_cast<double>(image.values.size()) &&
         voxels * image.grid.voxelVolumeMm3() < kMostExtractedMl * 1000;
}

/// The largest thing inside the skull, which is dark; empty where no brain is found. `share` of the most common value
/// is the darkest that counts as brain.
Mask insideSkull(const CoarseImage& image, const Mask& head, double share) {
  const auto middle = brainMiddle(image, head);
  const auto peak = middle ? tissuePeak(image, head, *middle) : std::nullopt;
  Mask tissue(head.size(), 0);
  if (!peak) {
    return tissue;
  }
  eachVoxel(image, [&](std::size_t n, Vec3 at) {
    tissue[n] = image.values[n] > share * *peak && relativeRadius(at, *middle) < 1.05 ? 1 : 0;
  });
  // An erosion cuts what crosses the skull.
  const Mask core = largestPart(image, eroded(image, tissue, 2.5 * kEdgeMm), 1);
  return dilated(image, core, 2.9 * kEdgeMm);
}

/// Closes sulci and ventricles.
void close(const CoarseImage& image, Mask& brain) {
  brain = eroded(image, dilated(image, brain, 4 * kEdgeMm), 4 * kEdgeMm);
  const Mask outside = largestPart(image, brain, 0);
  for (std::size_t n = 0; n < brain.size(); ++n) {
    brain[n] = outside[n] == 0 ? 1 : 0;
  }
}

} // namespace

Result<imaging::Volume> estimateBrainOutline(const imaging::Volume& image, Progress& progress) {
  const auto coarse = coarsen(image, kEdgeMm, CoarseValues::Values, progress);
  if (!coarse) {
    return coarse.error();
  }
  const auto threshold = headThreshold(coarse->values);
  if (!threshold) {
    return notABrain();
  }
  Mask head(coarse->values.size());
  for (std::size_t n = 0; n < head.size(); ++n) {
    head[n] = coarse->values[n] > *threshold ? 1 : 0;
  }
  for (const double share : kDarkestShares) {
    Mask brain = isExtracted(*coarse, head) ? largestPart(*coarse, head, 1) : insideSkull(*coarse, head, share);
    if (progress.stopRequested()) {
      return cancelledError();
    }
    close(*coarse, brain);
    const auto voxels = static_cast<double>(std::count(brain.begin(), brain.end(), 1));
    const double ml = voxels * coarse->grid.voxelVolumeMm3() / 1000;
    if (ml >= kLeastMl && ml <= kMostMl) {
      return imaging::makeVolume(coarse->grid, std::move(brain));
    }
  }
  return notABrain();
}

} // namespace facet::rendering
