#pragma once

#include <facet/core/result.h>

#include <cstdint>
#include <filesystem>

namespace facet::imaging {

/// What a file or folder that somebody gives is.
enum class InputKind : std::uint8_t {
  BidsDataset,
  Dicom,      ///< a DICOM file, or a folder with at least one
  LooseImage, ///< a NIfTI, NRRD or MetaImage file
  Unknown
};

/// What is at a path, by content and never by name. Of a folder, files are looked at until one tells.
/// Errors: NotFound and the like as systemError.
[[nodiscard]] Result<InputKind> recognise(const std::filesystem::path& path);

} // namespace facet::imaging
