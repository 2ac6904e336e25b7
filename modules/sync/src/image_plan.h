#pragma once

#include "image_sync.h"

#include <facet/imaging/bids.h>
#include <facet/imaging/dicom.h>

#include <optional>
#include <string>
#include <vector>

namespace facet::sync {

/// An image of a release that is to be in the cache.
struct PlannedRead {
  /// Paths in the release; the first is the one that the image is known by.
  std::vector<std::string> paths;
  std::optional<imaging::DicomSeries> series; ///< absent for NIfTI
  storage::StoredSession session;
  /// What is known before the voxels are read.
  std::string name;
  storage::ImageRole role = storage::ImageRole::Image;
  std::string sequence;
  std::string madeBy;
  std::string suffix; ///< of the BIDS name, for transforms
  std::vector<Notice> notices;
  /// Why it cannot be taken, known before it is read.
  std::optional<Error> fault;
};

/// A transform with the names of what it leads from and to.
struct PlannedTransform {
  std::string path;
  std::string person;
  std::string session;
  std::string from;
  std::string to;
  std::string method;
  Affine3 movingFromFixed;
};

struct ImagePlan {
  std::vector<PlannedRead> images;
  std::vector<PlannedTransform> transforms;
  std::vector<Notice> notices;
};

/// The images in `bids/`, and the DICOM in `bids/sourcedata` of sessions that have no others. What has no checksum is
/// left out. Errors: of databases; Cancelled.
[[nodiscard]] Result<ImagePlan> planImages(const Release& release, storage::ReleaseWriter& writer, Progress& progress);

} // namespace facet::sync
