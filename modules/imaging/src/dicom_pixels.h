#pragma once

#include "dicom_header.h"

#include <facet/core/result.h>

#include <cstddef>
#include <span>
#include <string>

namespace facet::imaging {

/// The pixels of a parsed file, unpacked where they are compressed.
class DicomPixels {
public:
  /// Both must outlive this.
  DicomPixels(DcmFileFormat& file, const DicomHeader& header)
      : m_file(file)
      , m_header(header) {}

  /// Copies a frame as it is stored, sign and unused bits put right, to memory of the frame's size.
  /// Errors: Unsupported for a transfer syntax without a decoder here; Corrupt where the file has less, or the decoder
  /// fails or finds an image of another size.
  [[nodiscard]] Result<void> copyFrame(std::uint32_t frame, std::span<std::byte> to);

private:
  DcmFileFormat& m_file;
  const DicomHeader& m_header;
  bool m_unpacked = false;
};

/// An image in a JPEG 2000 code stream. Errors: Corrupt where it is damaged, cut, or not of the format's size.
[[nodiscard]] Result<void> unpackJpeg2000(std::span<const std::byte> stream, const PixelFormat& format,
                                          std::span<std::byte> to, const std::string& name);

/// The error for pixels that their decoder refuses.
[[nodiscard]] Error damagedPixels(const std::string& name);

} // namespace facet::imaging
