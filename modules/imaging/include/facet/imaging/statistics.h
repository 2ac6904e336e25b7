#pragma once

#include <facet/imaging/volume.h>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace facet::imaging {

/// How often values fall into equal steps. Values are after rescaling.
struct Histogram {
  double smallest = 0; ///< finite value
  double largest = 0;
  /// Begin of the first and end of the last step. Values outside are counted in these two: a few far ones do not widen
  /// the steps of all others. Steps of integers are centred on them.
  double low = 0;
  double high = 0;
  std::vector<std::uint64_t> counts;
  std::uint64_t finite = 0;    ///< values that were counted
  std::uint64_t notFinite = 0; ///< NaN and infinite ones

  /// The value under which a share of the counted values lies, interpolated within a step. Range of `share`: 0 … 1.
  [[nodiscard]] double percentile(double share) const;
};

/// A histogram of at most 4096 steps; integers get steps of whole numbers. Nothing where no value is finite.
/// Cost: 8 million voxels in 20 ms on 2 cores.
[[nodiscard]] std::optional<Histogram> histogramOf(const Volume& volume);

/// The values that are drawn black and white.
struct Window {
  double low = 0;
  double high = 1;

  [[nodiscard]] bool operator==(const Window&) const = default;
};

/// A window to begin with. White is the 99.5th percentile of the head, which is told from the background by Otsu's
/// threshold of the square roots, or more where the head's most common value would be brighter than 65 % grey; black
/// the 1st percentile of the head or the median of the image, whichever is darker. Masks and images of few values get
/// their whole range.
[[nodiscard]] Window defaultWindow(const Volume& volume);

} // namespace facet::imaging
