#pragma once

#include <facet/core/date.h>
#include <facet/core/geometry.h>
#include <facet/core/result.h>
#include <facet/imaging/image_io.h>
#include <facet/imaging/volume.h>
#include <facet/storage/digest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The images of a person as rows of the cache; the voxels are blobs (see blob_store.h).
namespace facet::storage {

enum class ImageRole : std::uint8_t { Image, LesionMask, BrainMask, LesionChange, OtherLabels };

/// Who brought a row: the consortium's releases (cache.db) or the user's own import (work.db).
enum class ImageOrigin : std::uint8_t { Release, Import };

struct StoredImage {
  std::string person;  ///< pseudonym
  std::string session; ///< label of a StoredSession
  std::string name;    ///< unique within the session: file name without ending, or what the series is called
  ImageRole role = ImageRole::Image;
  std::string sequence; ///< imaging::nameOf(Contrast) of an image: "T1w", "FLAIR" …; of a mask the image's it was
                        ///< drawn on, may be empty
  imaging::ImageFormat format = imaging::ImageFormat::Nifti;
  std::string madeBy; ///< of masks: "reader", "manual" or the pipeline; may be empty
  imaging::VoxelType voxelType = imaging::VoxelType::Int16;
  imaging::Grid grid;
  /// The file as delivered; of a DICOM series its de-identified instances in one container.
  std::optional<Digest> original;
  Digest voxels; ///< for BlobStore::readVolume
  std::vector<Notice> notices;
  ImageOrigin origin = ImageOrigin::Release;
};

/// A scan's images; `label` is the BIDS session ("ses-" left out), or the day of the scan for other imports.
struct StoredSession {
  std::string person;
  std::string label;
  std::optional<PartialDate> date;
};

enum class TransformModel : std::uint8_t { Rigid, Affine };

/// Maps points of the fixed image to points of the moving one; images are named by the digest of their voxels.
struct StoredTransform {
  Digest fixed;
  Digest moving;
  TransformModel model = TransformModel::Rigid;
  Affine3 movingFromFixed; ///< Frame: LPS mm
  std::string method;
  std::optional<double> metric;
};

/// Everything of one person; sessions by date (those without one last), images by session and name.
struct PersonImages {
  std::vector<StoredSession> sessions;
  std::vector<StoredImage> images;
  std::vector<StoredTransform> transforms;
};

} // namespace facet::storage
