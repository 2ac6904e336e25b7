#pragma once

#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/imaging/image_io.h>
#include <facet/imaging/sequence.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace facet::imaging {

/// An image of any kind that is read here, with what its header says besides.
struct AnyImage {
  LoadedImage image;
  SequenceFacts facts;         ///< of a DICOM series; else empty
  std::vector<Notice> refused; ///< files of a DICOM folder that are no part of the image
};

/// The image at a path, recognised by content: an image file, or a file or folder of DICOM with one volume; of several,
/// that with `number`, counted from 1 in the order of scanDicom. Errors: as readImage, scanDicom and readSeries;
/// Conflict where there are several volumes and no number, with a list of them; NotFound for a number too high.
[[nodiscard]] Result<AnyImage> readAnyImage(const std::filesystem::path& path, std::optional<unsigned> number,
                                            Progress& progress);

/// Writes an image to a path: in the format of its ending, else as one DICOM series into the folder of that name.
/// Errors: as writeImage and writeDicomSeries.
[[nodiscard]] Result<WriteReport> writeAnyImage(const AnyImage& image, const std::filesystem::path& path,
                                                Progress& progress);

} // namespace facet::imaging
