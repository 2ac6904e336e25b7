#pragma once

#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/imaging/image_io.h>
#include <facet/imaging/sequence.h>
#include <facet/imaging/volume.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace facet::imaging {

/// Who was scanned, as the header says it. Not to be kept: the caller makes a keyed hash of issuer and id and drops it.
/// Texts are UTF-8.
struct Identity {
  std::string issuer;
  std::string patientId;
  std::string name;
  std::string birthDate; ///< YYYYMMDD as written
  std::string sex;
  std::string accession;

  [[nodiscard]] bool operator==(const Identity&) const = default;
};

/// One image of a stack: a file, and the frame in it (0 for single-frame files).
struct DicomSlice {
  std::size_t file = 0; ///< index into DicomSeries::files
  std::uint32_t frame = 0;
  /// Place along the stack's normal. Units: mm.
  double positionMm = 0;
};

/// One volume of a DICOM series: images of one orientation, size, echo and kind, in geometric order.
struct DicomSeries {
  SequenceFacts facts;
  Identity identity;
  ContrastGuess contrast;
  /// The grid of the volume that readSeries gives.
  Grid grid;
  std::vector<std::filesystem::path> files;
  std::vector<DicomSlice> slices;
  /// Which of the volumes with this series' UID it is, and how many there are.
  unsigned part = 0;
  unsigned parts = 1;
  /// Missing and duplicate slices, tilt, unequal spacing and the like, with the files and places concerned.
  std::vector<Notice> notices;
};

struct DicomScan {
  /// By study, series number, series and part.
  std::vector<DicomSeries> series;
  /// DICOM that is no image that can be shown in space, with the reason, and damaged files.
  std::vector<Notice> refused;
  std::size_t otherFiles = 0; ///< files that are no DICOM, left alone
};

/// The image series in files and folders, nested or not, with any names; DICOMDIR is followed. Links that lead out of
/// the folder given are not followed. Only headers are read.
/// Errors: NotFound and the like for a path given; Cancelled. What is wrong inside goes to `refused` and to the
/// notices.
[[nodiscard]] Result<DicomScan> scanDicom(std::span<const std::filesystem::path> paths, Progress& progress);

/// Called with each file's whole bytes while they are in memory anyway, from several threads at once.
using OnDicomFile = std::function<void(std::size_t file, std::string_view bytes)>;

/// The volume of a series. Missing slices are empty (0), unevenly spaced ones are resampled to even steps along the
/// stack; the series' notices say so. Frame: LPS mm. Shape: the series' grid, whose third axis goes along the normal.
/// Errors: Corrupt for damaged pixels; Unsupported for colour and for pixels that no decoder here reads; as
/// systemError; Cancelled. Cost: 0.1 s for 384 slices of 384 × 274.
[[nodiscard]] Result<LoadedImage> readSeries(const DicomSeries& series, Progress& progress,
                                             const OnDicomFile& onFile = {}, const ReadLimits& limits = {});

/// What replaces who and when in a de-identified instance.
struct DeidentifyOptions {
  std::string pseudonym;
  /// Days added to every date, for one patient always the same; nothing: dates are removed.
  std::optional<int> dayShift;
  /// The new UID for an old one: always the same for the same, and not to be turned back. Thread: called from those
  /// that call deidentify.
  std::function<std::string(std::string_view uid)> newUid;
};

struct DeidentifiedInstance {
  std::string bytes;
  std::vector<Notice> notices; ///< such as text that the header says is burned into the image
};

/// An image instance without who and where: PS3.15 Annex E, Basic Profile (2024), with dates shifted (113107) or
/// removed, all private elements, overlays and curves dropped, and free text kept only where it is known to describe
/// the machine. Pixels and transfer syntax stay. Errors: InvalidInput for what is no DICOM; Unsupported for DICOM that
/// is no image; Corrupt for damaged files. Thread: any.
[[nodiscard]] Result<DeidentifiedInstance> deidentify(std::string_view instance, const DeidentifyOptions& options);

/// What a written series says besides its voxels.
struct DicomWriteOptions {
  /// UIDs and dates are written as given; empty UIDs are derived from the voxels. Instances get the series' UID with
  /// their number. contrastAgent is written as Given or not at all.
  SequenceFacts facts;
  Identity identity;
  std::string institution;
};

/// Writes a volume as one series of single-frame MR images of 16 bits, IM0001.dcm and on, in an empty or new folder.
/// Integers that span 65,536 values keep them exactly; others are rescaled by slope and intercept, with the largest
/// error in the report. Slices are stored along the normal of their rows and columns, so those of left-handed grids
/// turn round. The same input gives the same bytes. Errors: Unsupported for NaN and infinite values and for axes that
/// are not at right angles within a slice; Conflict for a folder with files in it; as systemError; Cancelled.
[[nodiscard]] Result<WriteReport> writeDicomSeries(const Volume& volume, const std::filesystem::path& folder,
                                                   const DicomWriteOptions& options, Progress& progress);

/// A UID of the 2.25 branch for a text: always the same for the same, different for different ones.
[[nodiscard]] std::string uidFor(std::string_view text);

} // namespace facet::imaging
