#pragma once

#include <facet/core/result.h>
#include <facet/imaging/volume.h>

#include <cstdint>
#include <string>

namespace facet::imaging {

/// How the values of a volume become 16-bit codes: value = code · slope + intercept, with slope and intercept as a
/// DICOM decimal string can hold them.
struct PixelCodes {
  bool isSigned = false;
  /// code = stored − offset where codes are exact; else code = round((value − intercept) / slope).
  bool exact = true;
  std::int64_t offset = 0;
  std::string slopeText = "1";
  std::string interceptText = "0";
  Rescale rescale;
  /// The largest difference between a value and what its code stands for.
  double largestError = 0;
};

/// Errors: Unsupported for NaN and infinite values.
[[nodiscard]] Result<PixelCodes> pixelCodesFor(const Volume& volume);

/// The 16-bit codes of a slice, little-endian, row by row.
void encodeSlice(const Volume& volume, const PixelCodes& codes, std::int64_t k, std::uint16_t* to);

/// A number as a decimal string of at most 16 characters, as near as that goes.
[[nodiscard]] std::string decimalString(double value);

} // namespace facet::imaging
