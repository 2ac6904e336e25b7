#pragma once

#include <facet/core/result.h>
#include <facet/imaging/volume.h>

#include <optional>

namespace facet::imaging {

struct PlainValues {
  Volume volume;           ///< without rescaling
  double largestError = 0; ///< the largest change of a value, by rounding to the new type
};

/// The volume with its values stored as they are: in its own type where they fit it, else in the smallest integer type
/// that holds them all, else in float32, and in float64 where the stored type has more than 24 bits.
[[nodiscard]] Result<PlainValues> withPlainValues(const Volume& volume);

/// The smallest and the largest stored number that is not NaN; nothing where all are.
struct StoredRange {
  double low;
  double high;
  bool hasNan;
};
[[nodiscard]] std::optional<StoredRange> storedRange(const Volume& volume);

} // namespace facet::imaging
