#include "plain_values.h"

#include <facet/core/parallel.h>
#include <facet/imaging/statistics.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace facet::imaging {
namespace {

constexpr std::size_t kGrain = std::size_t(1) << 19U;
constexpr std::size_t kMostSteps = 4096;

/// Counts stored numbers into `steps` equal parts of low … high; adds those that are not finite at the end.
template <class T>
std::vector<std::uint64_t> countSteps(std::span<const T> voxels, double low, double high, std::size_t steps) {
  const std::size_t parts = voxels.size() / kGrain + 1;
  std::vector<std::vector<std::uint64_t>> counts(parts);
  const auto last = static_cast<double>(steps - 1);
  const double scale = high > low ? static_cast<double>(steps) / (high - low) : 0;
  parallelFor(voxels.size(), kGrain, [&](std::size_t begin, std::size_t end) {
    // 32 bits: a part has fewer voxels than that holds.
    std::vector<std::uint32_t> own(steps + 1, 0);
    for (std::size_t at = begin; at < end; ++at) {
      if constexpr (std::is_floating_point_v<T>) {
        if (!std::isfinite(voxels[at])) {
          ++own[steps];
          continue;
        }
      }
      const double step = (static_cast<double>(voxels[at]) - low) * scale;
      ++own[static_cast<std::size_t>(std::clamp(step, 0.0, last))];
    }
    counts[begin / kGrain].assign(own.begin(), own.end());
  });
  std::vector<std::uint64_t> total(steps + 1, 0);
  for (const auto& part : counts) {
    for (std::size_t step = 0; step < part.size(); ++step) {
      total[step] += part[step];
    }
  }
  return total;
}

struct FiniteRange {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
};

FiniteRange finiteRange(const Volume& volume) {
  const auto range = storedRange(volume);
  if (!range) {
    return {};
  }
  if (std::isfinite(range->low) && std::isfinite(range->high)) {
    return {range->low, range->high};
  }
  return visitVoxels(volume, [](auto voxels) {
    FiniteRange found;
    for (const auto value : voxels) {
      const auto number = static_cast<double>(value);
      if (std::isfinite(number)) {
        found.low = std::min(found.low, number);
        found.high = std::max(found.high, number);
      }
    }
    return found;
  });
}

/// The range of a sample of the voxels without its outermost ten-thousandths, somewhat widened; the whole range where
/// that has no width.
FiniteRange withoutFarValues(const Volume& volume, FiniteRange whole) {
  constexpr std::size_t kSample = 65536;
  std::vector<double> sample = visitVoxels(volume, [](auto voxels) {
    const std::size_t stride = voxels.size() / kSample + 1;
    std::vector<double> taken;
    for (std::size_t at = 0; at < voxels.size(); at += stride) {
      const auto value = static_cast<double>(voxels[at]);
      if (std::isfinite(value)) {
        taken.push_back(value);
      }
    }
    return taken;
  });
  if (sample.empty()) {
    return whole;
  }
  std::sort(sample.begin(), sample.end());
  const std::size_t outer = sample.size() / 10000;
  const double low = sample[outer];
  const double high = sample[sample.size() - 1 - outer];
  const double more = 0.25 * (high - low);
  return high > low ? FiniteRange{std::max(whole.low, low - more), std::min(whole.high, high + more)} : whole;
}

/// Threshold between two groups of a histogram. Source: Otsu, IEEE Trans Syst Man Cybern 1979;9:62.
std::size_t otsuStep(const std::vector<double>& weights) {
  double total = 0;
  double sum = 0;
  for (std::size_t step = 0; step < weights.size(); ++step) {
    total += weights[step];
    sum += weights[step] * static_cast<double>(step);
  }
  double below = 0;
  double sumBelow = 0;
  double best = -1;
  std::size_t threshold = 0;
  for (std::size_t step = 0; step + 1 < weights.size(); ++step) {
    below += weights[step];
    sumBelow += weights[step] * static_cast<double>(step);
    if (below <= 0 || below >= total) {
      continue;
    }
    const double apart = sumBelow / below - (sum - sumBelow) / (total - below);
    const double between = below * (total - below) * apart * apart;
    if (between > best) {
      best = between;
      threshold = step;
    }
  }
  return threshold;
}

/// The value above which the head is: Otsu's threshold over square roots, which draw the long tail of bright values in.
double headThreshold(const Histogram& histogram) {
  constexpr std::size_t kSteps = 256;
  std::vector<double> weights(kSteps, 0);
  const auto steps = static_cast<double>(histogram.counts.size());
  for (std::size_t step = 0; step < histogram.counts.size(); ++step) {
    const double root = std::sqrt((static_cast<double>(step) + 0.5) / steps);
    weights[std::min(kSteps - 1, static_cast<std::size_t>(root * kSteps))] +=
        static_cast<double>(histogram.counts[step]);
  }
  const double root = static_cast<double>(otsuStep(weights) + 1) / kSteps;
  return histogram.low + root * root * (histogram.high - histogram.low);
}

/// The part of a histogram from a value on.
Histogram above(const Histogram& histogram, double value) {
  Histogram part = histogram;
  const double width = (histogram.high - histogram.low) / static_cast<double>(histogram.counts.size());
  part.finite = 0;
  for (std::size_t step = 0; step < part.counts.size(); ++step) {
    if (histogram.low + width * static_cast<double>(step) < value) {
      part.counts[step] = 0;
    }
    part.finite += part.counts[step];
  }
  return part;
}

std::size_t usedSteps(const Histogram& histogram) {
  return static_cast<std::size_t>(
      std::count_if(histogram.counts.begin(), histogram.counts.end(), [](std::uint64_t count) { return count != 0; }));
}

} // namespace

double Histogram::percentile(double share) const {
  const double wanted = std::clamp(share, 0.0, 1.0) * static_cast<double>(finite);
  const double width = (high - low) / static_cast<double>(counts.size());
  double below = 0;
  for (std::size_t step = 0; step < counts.size(); ++step) {
    const auto here = static_cast<double>(counts[step]);
    if (here > 0 && below + here >= wanted) {
      const double value = low + width * (static_cast<double>(step) + (wanted - below) / here);
      return share <= 0 ? smallest : share >= 1 ? largest : std::clamp(value, smallest, largest);
    }
    below += here;
  }
  return largest;
}

std::optional<Histogram> histogramOf(const Volume& volume) {
  const FiniteRange range = finiteRange(volume);
  if (!(range.low <= range.high)) {
    return std::nullopt;
  }
  const bool whole = volume.type() != VoxelType::Float32 && volume.type() != VoxelType::Float64;
  FiniteRange steps = range;
  std::size_t count = kMostSteps;
  if (whole && range.high - range.low < 65536) {
    const double perStep = std::ceil((range.high - range.low + 1) / static_cast<double>(kMostSteps));
    count = static_cast<std::size_t>(std::ceil((range.high - range.low + 1) / perStep));
    steps = {range.low - 0.5, range.low - 0.5 + perStep * static_cast<double>(count)};
  } else {
    steps = withoutFarValues(volume, range);
  }
  const auto counts =
      visitVoxels(volume, [&](auto voxels) { return countSteps(voxels, steps.low, steps.high, count); });
  Histogram histogram;
  const Rescale rescale = volume.rescale();
  const auto value = [&](double stored) { return stored * rescale.slope + rescale.intercept; };
  histogram.smallest = value(range.low);
  histogram.largest = value(range.high);
  histogram.low = value(steps.low);
  histogram.high = value(steps.high);
  histogram.counts.assign(counts.begin(), counts.end() - 1);
  histogram.notFinite = counts.back();
  histogram.finite = volume.size().voxels() - histogram.notFinite;
  if (rescale.slope < 0) {
    std::swap(histogram.smallest, histogram.largest);
    std::swap(histogram.low, histogram.high);
    std::reverse(histogram.counts.begin(), histogram.counts.end());
  }
  return histogram;
}

namespace {

/// How bright the most common value of the head may be drawn: what is brighter, such as lesions in white matter on
/// FLAIR, needs room above it.
constexpr double kMostCommonGrey = 0.65;

/// The most common value between two, in 64 groups.
double mostCommon(const Histogram& histogram, double from, double to) {
  constexpr std::size_t kGroups = 64;
  std::array<std::uint64_t, kGroups> groups{};
  const double step = (histogram.high - histogram.low) / static_cast<double>(histogram.counts.size());
  for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
    const double at = (histogram.low + (static_cast<double>(i) + 0.5) * step - from) / (to - from);
    if (at >= 0 && at < 1) {
      groups[static_cast<std::size_t>(at * kGroups)] += histogram.counts[i];
    }
  }
  const auto fullest = std::max_element(groups.begin(), groups.end()) - groups.begin();
  return from + (static_cast<double>(fullest) + 0.5) / kGroups * (to - from);
}

} // namespace

Window defaultWindow(const Volume& volume) {
  const auto histogram = histogramOf(volume);
  if (!histogram) {
    return {};
  }
  const double low = histogram->smallest;
  const double high = histogram->largest;
  if (!(high > low)) {
    return {low, low + 1};
  }
  // Masks and label images.
  if (usedSteps(*histogram) <= 16) {
    return {low, high};
  }
  const Histogram head = above(*histogram, headThreshold(*histogram));
  if (head.finite == 0) {
    return {low, high};
  }
  Window window{std::min(head.percentile(0.01), histogram->percentile(0.5)), head.percentile(0.995)};
  if (!(window.high > window.low)) {
    return {low, high};
  }
  const double common = mostCommon(head, head.percentile(0.01), window.high);
  window.high = std::max(window.high, window.low + (common - window.low) / kMostCommonGrey);
  return window;
}

} // namespace facet::imaging
