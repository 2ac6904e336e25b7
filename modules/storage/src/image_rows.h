#pragma once

#include "database.h"

#include <facet/storage/images.h>

/// Rows of images, alike in cache.db and work.db. The statements are prepared once and run inside the caller's
/// transaction; `broughtBy` is the key of the release file (cache.db) or of the import (work.db). Put the blob first
/// (blob_store.h), then its row:
///
///   auto rows = ImageRows::prepare(database);
///   rows->putSession(session);
///   rows->putImage(image, file);
namespace facet::storage {

class ImageRows {
public:
  /// For a connection that writes; `database` must outlive it. Errors: as for statements.
  static Result<ImageRows> prepare(Database& database);

  /// Adds a session. One of the same person and label is kept; it gets the date if it has none.
  Result<void> putSession(const StoredSession& session);
  /// Adds an image, or replaces the one of the same person, session and name. Errors: InvalidInput for a value that
  /// breaks a rule of the table; as for statements.
  Result<void> putImage(const StoredImage& image, std::int64_t broughtBy);
  /// The image that putImage would replace. Errors: Corrupt for values that are none of ours; as for statements.
  [[nodiscard]] Result<std::optional<StoredImage>> findImage(const StoredImage& image);
  /// Adds a transform, or replaces the one of the same two images.
  Result<void> putTransform(const StoredTransform& transform, std::int64_t broughtBy);
  /// The transform that putTransform would replace. Errors: as findImage.
  [[nodiscard]] Result<std::optional<StoredTransform>> findTransform(const StoredTransform& transform);
  /// Removes the images and transforms that a file or import brought, and sessions that are left without images.
  Result<void> removeBroughtBy(std::int64_t broughtBy);

private:
  ImageRows() = default;

  Statement m_putSession;
  Statement m_putImage;
  Statement m_findImage;
  Statement m_putTransform;
  Statement m_findTransform;
  Statement m_removeImages;
  Statement m_removeTransforms;
  Statement m_removeSessions;
};

/// Reads the rows of one person from a schema of a connection ("main", "work"), in no order.
class ImageReader {
public:
  static Result<ImageReader> prepare(Database& database, const std::string& schema, ImageOrigin origin);

  /// Adds the person's sessions and images; a session that is there already is not added again.
  /// Errors: Corrupt for values that are none of ours; as for statements.
  Result<void> readImages(const std::string& person, PersonImages& images);
  /// Adds the transforms between two of `images.images`, which must be complete.
  Result<void> readTransforms(PersonImages& images);

private:
  ImageReader() = default;

  ImageOrigin m_origin = ImageOrigin::Release;
  std::string m_subject;
  Statement m_sessions;
  Statement m_images;
  Statement m_transforms;
};

} // namespace facet::storage
