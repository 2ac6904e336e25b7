#pragma once

#include "dicom_header.h"

#include <facet/core/result.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace facet::imaging {

/// The unpacked pixels of all frames of a compressed DICOM file, in the machine's byte order.
/// Errors: Unsupported for a transfer syntax without a decoder here; Corrupt where the decoder fails or gives
/// another number of bytes than `expected`, which is checked before anything is unpacked.
[[nodiscard]] Result<std::string> unpackDicom(std::string_view file, const PixelFormat& format, std::size_t expected,
                                              const std::string& name);

/// Puts the stored bits of pixels in place: shifts them down to bit 0 and extends the sign.
void normalisePixels(std::span<std::byte> pixels, const PixelFormat& format);

} // namespace facet::imaging
