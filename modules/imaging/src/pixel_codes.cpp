#include "pixel_codes.h"

#include "plain_values.h"

#include <facet/core/parallel.h>
#include <facet/core/text.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <limits>
#include <mutex>

namespace facet::imaging {
namespace {

constexpr double kCodes = 65535;

double parsed(const std::string& text) {
  return parseNumber(text).value_or(0);
}

bool isInteger(VoxelType type) {
  return type != VoxelType::Float32 && type != VoxelType::Float64;
}

/// Whether every stored number is whole.
bool allWhole(const Volume& volume) {
  return visitVoxels(volume, [](auto voxels) {
    std::atomic<bool> whole{true};
    parallelFor(voxels.size(), std::size_t(1) << 18U, [&](std::size_t begin, std::size_t end) {
      for (std::size_t at = begin; at < end && whole; ++at) {
        const auto value = static_cast<double>(voxels[at]);
        if (value != std::round(value)) {
          whole = false;
        }
      }
    });
    return whole.load();
  });
}

void setRescale(PixelCodes& codes, double slope, double intercept) {
  codes.slopeText = decimalString(slope);
  codes.interceptText = decimalString(intercept);
  codes.rescale = {parsed(codes.slopeText), parsed(codes.interceptText)};
}

/// Codes that keep every stored number; `low` and `high` are whole and at most 65535 apart.
PixelCodes exactCodes(const Volume& volume, double low, double high) {
  PixelCodes codes;
  codes.isSigned = low < 0 && low >= -32768 && high <= 32767;
  const bool fits = codes.isSigned || (low >= 0 && high <= kCodes);
  codes.offset = fits ? 0 : static_cast<std::int64_t>(low);
  const Rescale rescale = volume.rescale();
  setRescale(codes, rescale.slope, rescale.intercept + rescale.slope * static_cast<double>(codes.offset));
  return codes;
}

double slopeAtLeast(double wanted) {
  double slope = wanted;
  std::string text = decimalString(slope);
  // Rounded down it would not reach the highest value.
  while (parsed(text) < wanted) {
    slope += std::abs(slope) * 1e-11;
    text = decimalString(slope);
  }
  return parsed(text);
}

PixelCodes scaledCodes(double low, double high) {
  PixelCodes codes;
  codes.exact = false;
  setRescale(codes, 1, low);
  const double intercept = codes.rescale.intercept;
  setRescale(codes, high > low ? slopeAtLeast((high - std::min(low, intercept)) / kCodes) : 1, low);
  return codes;
}

template <class T>
std::uint16_t codeOf(T stored, const Rescale& rescale, const PixelCodes& codes) {
  if (codes.exact) {
    return static_cast<std::uint16_t>(static_cast<std::int64_t>(stored) - codes.offset);
  }
  const double value = static_cast<double>(stored) * rescale.slope + rescale.intercept;
  return static_cast<std::uint16_t>(
      std::clamp(std::round((value - codes.rescale.intercept) / codes.rescale.slope), 0.0, kCodes));
}

double largestErrorOf(const Volume& volume, const PixelCodes& codes) {
  return visitVoxels(volume, [&](auto voxels) {
    std::mutex mutex;
    double largest = 0;
    parallelFor(voxels.size(), std::size_t(1) << 18U, [&](std::size_t begin, std::size_t end) {
      double most = 0;
      for (std::size_t at = begin; at < end; ++at) {
        const std::uint16_t code = codeOf(voxels[at], volume.rescale(), codes);
        const double number = codes.isSigned ? static_cast<std::int16_t>(code) : code;
        const double value = static_cast<double>(voxels[at]) * volume.rescale().slope + volume.rescale().intercept;
        most = std::max(most, std::abs(number * codes.rescale.slope + codes.rescale.intercept - value));
      }
      const std::lock_guard lock(mutex);
      largest = std::max(largest, most);
    });
    return largest;
  });
}

} // namespace

std::string decimalString(double value) {
  std::array<char, 40> buffer{};
  for (int digits = 17; digits > 0; --digits) {
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.*g", digits, value);
    if (length <= 16) {
      break;
    }
  }
  return buffer.data();
}

Result<PixelCodes> pixelCodesFor(const Volume& volume) {
  const auto range = storedRange(volume);
  if (!range || range->hasNan || !std::isfinite(range->low) || !std::isfinite(range->high)) {
    return Error{
        ErrorCode::Unsupported, {}, FACET_TEXT("imaging", "has voxels that are no number, which DICOM cannot hold")};
  }
  const bool whole = (isInteger(volume.type()) || allWhole(volume)) && std::abs(range->low) < 1e15;
  PixelCodes codes;
  if (whole && range->high - range->low <= kCodes) {
    codes = exactCodes(volume, range->low, range->high);
  } else {
    const Rescale rescale = volume.rescale();
    const double a = range->low * rescale.slope + rescale.intercept;
    const double b = range->high * rescale.slope + rescale.intercept;
    codes = scaledCodes(std::min(a, b), std::max(a, b));
  }
  codes.largestError = largestErrorOf(volume, codes);
  return codes;
}

void encodeSlice(const Volume& volume, const PixelCodes& codes, std::int64_t k, std::uint16_t* to) {
  const GridSize size = volume.size();
  const auto pixels = static_cast<std::size_t>(size.i * size.j);
  visitVoxels(volume, [&](auto voxels) {
    const auto slice = voxels.subspan(static_cast<std::size_t>(k) * pixels, pixels);
    for (std::size_t at = 0; at < pixels; ++at) {
      to[at] = codeOf(slice[at], volume.rescale(), codes);
    }
  });
}

} // namespace facet::imaging
