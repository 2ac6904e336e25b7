#pragma once

#include <facet/core/clock.h>
#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/imaging/image_io.h>
#include <facet/storage/cache.h>
#include <facet/storage/images.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The user's own images on their way into a cache.
namespace facet::sync {

enum class ImportKind : std::uint8_t { Dicom, Bids, Loose };

/// An image or mask as it will be called in the cache.
struct PlannedImage {
  std::string session; ///< as in storage::StoredSession; empty where the data name neither session nor day
  std::optional<PartialDate> date;
  std::string name;
  storage::ImageRole role = storage::ImageRole::Image;
  std::string sequence; ///< imaging::nameOf(Contrast); of a mask empty until it is read
  Message reason;       ///< why this sequence; empty for masks
  Message doubt;        ///< what speaks against it; may be empty
  imaging::ImageFormat format = imaging::ImageFormat::Nifti;
  std::string madeBy;          ///< of derivatives the pipeline
  std::vector<Notice> notices; ///< what will be kept with the image as its warnings
};

struct PlannedPatient {
  ImportKind kind = ImportKind::Loose;
  /// The BIDS subject or the file's name; empty for DICOM, whose patients get a pseudonym of the cache.
  std::string name;
  std::vector<PlannedImage> images; ///< masks last
};

struct ImportPlan {
  std::vector<PlannedPatient> patients;
  std::vector<Notice> refused;
  std::vector<Notice> warnings; ///< about files that are no image; those of images stand with them
};

/// What would be taken from files and folders, recognised by content: DICOM, BIDS datasets, NIfTI, NRRD and MetaImage.
/// No voxel is read. Errors: Cancelled. A path that cannot be read is refused in the plan.
[[nodiscard]] Result<ImportPlan> planImport(std::span<const std::filesystem::path> paths, Progress& progress);

struct ImportOptions {
  /// The patient whose images they are; empty: as the data say.
  std::string patient;
};

enum class ImportState : std::uint8_t { Added, Replaced, Unchanged };

struct ImportedImage {
  storage::StoredImage image;
  std::optional<PartialDate> date; ///< of its session
  ImportState state = ImportState::Added;
  Message reason; ///< as in PlannedImage
  Message doubt;
};

struct ImportReport {
  std::vector<std::string> patients; ///< pseudonyms, in the order of the images
  std::vector<ImportedImage> images;
  std::size_t transforms = 0; ///< maps between two of the images
  std::vector<Notice> refused;
  std::vector<Notice> warnings; ///< those of the images among them

  [[nodiscard]] std::size_t count(ImportState state) const;
  /// Whether all that was taken was in the cache already.
  [[nodiscard]] bool changedNothing() const { return count(ImportState::Unchanged) == images.size(); }
};

/// Takes images into a protected cache: voxels and originals as blobs, then the rows of one patient after the other,
/// each patient whole or not at all. What is refused never stops the rest, and the same data again change nothing.
/// DICOM is kept de-identified, under a pseudonym made from issuer and id of the patient. Errors: Unauthorized for a
/// demo cache and one that is read-only; InvalidInput for a patient's name that is none, and for one name for the
/// images of several patients; Cancelled (patients before remain); as storage.
[[nodiscard]] Result<ImportReport> importImages(storage::Cache& cache, std::span<const std::filesystem::path> paths,
                                                const ImportOptions& options, const Clock& clock, Progress& progress);

} // namespace facet::sync
