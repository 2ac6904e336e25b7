#pragma once

#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/storage/bytes.h>
#include <facet/storage/digest.h>
#include <facet/storage/secret.h>

#include <filesystem>
#include <string>

/// One encrypted file: a magic, then the stream of libsodium's secretstream (XChaCha20-Poly1305) in chunks, of which
/// the last is marked, so that a file that was cut or changed anywhere is told.
namespace facet::storage {

/// What the name of a file begins with while it is written.
inline constexpr std::string_view kUnfinishedBlob = "unfinished-";

/// What closes and opens a file. The digest is bound to it: a file put in the place of another is told as damaged.
struct BlobSeal {
  const SecretKey& key;
  const Digest& digest;
};

/// Writes `content` encrypted to `path` in one step; when it returns, it outlives a power cut. The folder must exist.
/// Errors: as systemError; Cancelled.
Result<void> writeBlobFile(const std::filesystem::path& path, Bytes content, const BlobSeal& seal,
                           const Progress& progress);

/// What writeBlobFile was given. Errors: NotFound; Corrupt; as systemError; Cancelled.
[[nodiscard]] Result<std::string> readBlobFile(const std::filesystem::path& path, const BlobSeal& seal,
                                               const Progress& progress);

} // namespace facet::storage
