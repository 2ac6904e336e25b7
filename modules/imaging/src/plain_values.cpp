#include "plain_values.h"

#include <facet/core/parallel.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace facet::imaging {
namespace {

constexpr std::size_t kGrain = std::size_t(1) << 20U;

template <class From, class To>
Result<PlainValues> converted(const Volume& volume, std::span<const From> stored) {
  const Rescale rescale = volume.rescale();
  std::vector<To> values(stored.size());
  std::vector<double> errors(stored.size() / kGrain + 1, 0);
  parallelFor(stored.size(), kGrain, [&](std::size_t begin, std::size_t end) {
    double largest = 0;
    for (std::size_t at = begin; at < end; ++at) {
      const double exact = static_cast<double>(stored[at]) * rescale.slope + rescale.intercept;
      values[at] = static_cast<To>(exact);
      const double error = std::abs(static_cast<double>(values[at]) - exact);
      largest = std::max(largest, std::isfinite(error) ? error : 0);
    }
    errors[begin / kGrain] = largest;
  });
  auto made = makeVolume(volume.grid(), std::move(values));
  if (!made) {
    return made.error();
  }
  return PlainValues{std::move(made).value(), *std::max_element(errors.begin(), errors.end())};
}

template <class From>
Result<PlainValues> convertedTo(VoxelType type, const Volume& volume, std::span<const From> stored) {
  switch (type) {
  case VoxelType::Int8:
    return converted<From, std::int8_t>(volume, stored);
  case VoxelType::UInt8:
    return converted<From, std::uint8_t>(volume, stored);
  case VoxelType::Int16:
    return converted<From, std::int16_t>(volume, stored);
  case VoxelType::UInt16:
    return converted<From, std::uint16_t>(volume, stored);
  case VoxelType::Int32:
    return converted<From, std::int32_t>(volume, stored);
  case VoxelType::UInt32:
    return converted<From, std::uint32_t>(volume, stored);
  case VoxelType::Float32:
    return converted<From, float>(volume, stored);
  case VoxelType::Float64:
    break;
  }
  return converted<From, double>(volume, stored);
}

struct IntegerType {
  VoxelType type;
  double low;
  double high;
};

template <class T>
constexpr IntegerType integerType() {
  return {voxelTypeOf<T>(), static_cast<double>(std::numeric_limits<T>::min()),
          static_cast<double>(std::numeric_limits<T>::max())};
}

constexpr std::array<IntegerType, 6> kIntegers = {integerType<std::uint8_t>(), integerType<std::int8_t>(),
                                                  integerType<std::int16_t>(), integerType<std::uint16_t>(),
                                                  integerType<std::int32_t>(), integerType<std::uint32_t>()};

bool isInteger(VoxelType type) {
  return type != VoxelType::Float32 && type != VoxelType::Float64;
}

VoxelType typeForValues(const Volume& volume) {
  const Rescale rescale = volume.rescale();
  if (!isInteger(volume.type())) {
    return volume.type();
  }
  const auto range = storedRange(volume);
  const bool whole = rescale.slope == std::round(rescale.slope) && rescale.intercept == std::round(rescale.intercept);
  if (whole && range) {
    const double a = range->low * rescale.slope + rescale.intercept;
    const double b = range->high * rescale.slope + rescale.intercept;
    const auto holds = [&](const IntegerType& t) { return std::min(a, b) >= t.low && std::max(a, b) <= t.high; };
    for (const bool own : {true, false}) {
      for (const IntegerType& candidate : kIntegers) {
        if (holds(candidate) && (candidate.type == volume.type() || !own)) {
          return candidate.type;
        }
      }
    }
  }
  return bytesPerVoxel(volume.type()) > 2 ? VoxelType::Float64 : VoxelType::Float32;
}

} // namespace

std::optional<StoredRange> storedRange(const Volume& volume) {
  return visitVoxels(volume, [](auto voxels) -> std::optional<StoredRange> {
    struct Part {
      double low = std::numeric_limits<double>::infinity();
      double high = -std::numeric_limits<double>::infinity();
      bool nan = false;
    };
    std::vector<Part> parts(voxels.size() / kGrain + 1);
    parallelFor(voxels.size(), kGrain, [&](std::size_t begin, std::size_t end) {
      Part part;
      auto low = voxels[begin];
      auto high = voxels[begin];
      for (std::size_t at = begin; at < end; ++at) {
        const auto value = voxels[at];
        if constexpr (std::is_floating_point_v<decltype(low)>) {
          part.nan = part.nan || std::isnan(value);
          low = std::isnan(low) || value < low ? value : low;
          high = std::isnan(high) || value > high ? value : high;
        } else {
          low = std::min(low, value);
          high = std::max(high, value);
        }
      }
      if (low == low) {
        part.low = static_cast<double>(low);
        part.high = static_cast<double>(high);
      }
      parts[begin / kGrain] = part;
    });
    Part all;
    for (const Part& part : parts) {
      all.low = std::min(all.low, part.low);
      all.high = std::max(all.high, part.high);
      all.nan = all.nan || part.nan;
    }
    if (all.low > all.high) {
      return std::nullopt;
    }
    return StoredRange{all.low, all.high, all.nan};
  });
}

Result<PlainValues> withPlainValues(const Volume& volume) {
  if (volume.rescale().isIdentity()) {
    return PlainValues{volume, 0};
  }
  const VoxelType type = typeForValues(volume);
  return visitVoxels(volume, [&](auto stored) { return convertedTo(type, volume, stored); });
}

} // namespace facet::imaging
