#pragma once

#include "import_scan.h"

#include <facet/storage/blob_store.h>

namespace facet::sync {

/// An image whose blobs are written; its row is not.
struct TakenImage {
  storage::StoredImage stored;
  std::size_t found = 0; ///< index into FoundPatient::images
};

struct TakenPatient {
  std::vector<TakenImage> images; ///< masks last
  std::vector<storage::StoredTransform> transforms;
  std::vector<Notice> refused;
  std::vector<Notice> warnings; ///< about what is no image
};

/// What all images of an import have in common.
struct TakeOptions {
  const storage::BlobStore& blobs;
  /// Makes the pseudonyms of UIDs.
  const storage::KeyedHash& hash;
};

/// Reads the images of a patient and writes their blobs. What cannot be read is refused.
/// Errors: of the blob store; Cancelled.
[[nodiscard]] Result<TakenPatient> takeImages(const FoundPatient& patient, const std::string& pseudonym,
                                              const TakeOptions& options, Progress& progress);

/// The transforms of a dataset between images that were taken; one for each that lies in the space named.
[[nodiscard]] std::vector<storage::StoredTransform>
transformsBetween(const FoundPatient& patient, const std::vector<TakenImage>& taken, std::vector<Notice>& warnings);

} // namespace facet::sync
