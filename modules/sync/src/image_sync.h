#pragma once

#include "record_sync.h"

#include <facet/storage/blob_store.h>

namespace facet::sync {

/// Whether a file is read as an image; its checksum is checked on the bytes that are decoded.
[[nodiscard]] bool isImageFile(std::string_view path);

/// What became of the images of a release.
struct ImageSyncResult {
  std::int64_t images = 0; ///< read anew
  /// Files that images came from, whether taken or refused.
  std::set<std::string> looked;
  std::vector<Notice> notices;
};

/// Brings the images of a release into the cache, each on its own; those that are there already are not read again.
/// `checked` holds the tables and sidecars. Errors: of databases and the blob store; Cancelled.
[[nodiscard]] Result<ImageSyncResult> syncImages(const Release& release, const FileCheckResult& checked,
                                                 const storage::BlobStore& blobs, storage::ReleaseWriter& writer,
                                                 HashAgain again, Progress& progress);

} // namespace facet::sync
