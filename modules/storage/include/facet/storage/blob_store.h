#pragma once

#include <facet/core/progress.h>
#include <facet/imaging/volume.h>
#include <facet/storage/cache.h>
#include <facet/storage/digest.h>

#include <string>

namespace facet::storage {

/// Files of a cache, kept encrypted and found by the SHA-256 of their content; the same content is stored once.
/// Writing comes before the row that names it, so that a row never points at nothing; what no row names is removed by
/// sweep(). Thread: any.
class BlobStore {
public:
  explicit BlobStore(const Cache& cache)
      : m_cache(cache) {}

  /// Stores bytes and returns their digest. When it returns, they outlive a power cut.
  /// Errors: Unauthorized where the cache is read-only; as systemError; Cancelled.
  Result<Digest> put(Bytes content, Progress& progress) const;
  /// The bytes that were stored. Errors: NotFound; Corrupt where they were changed; as systemError; Cancelled.
  [[nodiscard]] Result<std::string> read(const Digest& digest, Progress& progress) const;
  [[nodiscard]] bool contains(const Digest& digest) const;

  /// Stores a volume's voxels with their type, grid and rescaling, compressed, and returns the digest of the blob.
  Result<Digest> putVolume(const imaging::Volume& volume, Progress& progress) const;
  /// The volume that was stored. Errors: as read.
  [[nodiscard]] Result<imaging::Volume> readVolume(const Digest& digest, Progress& progress) const;

  /// Removes the blobs that no row of either database names and what is left of writing that was killed, and returns
  /// how many. Nothing else may be writing to the cache. Errors: as for put and for databases.
  Result<std::size_t> sweep(Progress& progress) const;

private:
  Cache m_cache;
};

} // namespace facet::storage
