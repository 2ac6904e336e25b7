#include "blob_file.h"
#include "cache_state.h"
#include "hex.h"
#include "rows.h"
#include "volume_blob.h"

#include <facet/core/files.h>
#include <facet/storage/blob_store.h>

#include <cerrno>
#include <cstring>
#include <set>
#include <sys/stat.h>

namespace facet::storage {
namespace {

namespace fs = std::filesystem;

/// The key of the blobs' content; their names have another one.
SecretKey contentKey(const CacheState& state) {
  return state.key.derive("blob content");
}

/// The file of a blob: a keyed hash, so that a name does not tell whether a known image is in the cache.
fs::path fileOf(const CacheState& state, const Digest& digest) {
  const KeyedHash::Value name = KeyedHash(state.key, "blob names").of({digest.toHex()});
  const std::string hex = toHex(name);
  return state.files.blobs() / hex.substr(0, 2) / hex.substr(2);
}

Result<void> makeFolder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0) {
    return syncFolder(folder.parent_path());
  }
  return errno == EEXIST ? Result<void>() : systemError(folder, errno);
}

/// The digests that rows of both databases name.
Result<std::set<fs::path>> namedFiles(const CacheState& state) {
  auto database = openForReading(state.files, state.document, state.key);
  if (!database) {
    return database.error();
  }
  auto statement = database->prepare("SELECT original FROM main.image UNION SELECT voxels FROM main.image UNION "
                                     "SELECT original FROM work.image UNION SELECT voxels FROM work.image");
  if (!statement) {
    return statement.error();
  }
  std::set<fs::path> files;
  const auto read = eachRow(*statement, [&](const Statement& row) {
    Digest digest;
    const Bytes bytes = row.blob(0);
    if (bytes.size() == digest.bytes.size()) {
      std::memcpy(digest.bytes.data(), bytes.data(), bytes.size());
      files.insert(fileOf(state, digest));
    }
  });
  return read ? Result<std::set<fs::path>>(std::move(files)) : read.error();
}

} // namespace

bool BlobStore::contains(const Digest& digest) const {
  std::error_code unknown;
  return fs::is_regular_file(fileOf(*m_cache.state(), digest), unknown);
}

Result<Digest> BlobStore::put(Bytes content, Progress& progress) const {
  if (const auto refusal = m_cache.writeRefusal()) {
    return *refusal;
  }
  const CacheState& state = *m_cache.state();
  const Digest digest = sha256(content);
  if (contains(digest)) {
    return digest;
  }
  const fs::path file = fileOf(state, digest);
  for (const fs::path& folder : {state.files.blobs(), file.parent_path()}) {
    if (auto made = makeFolder(folder); !made) {
      return made.error();
    }
  }
  const SecretKey key = contentKey(state);
  const auto written = writeBlobFile(file, content, {key, digest}, progress);
  return written ? Result<Digest>(digest) : written.error();
}

Result<std::string> BlobStore::read(const Digest& digest, Progress& progress) const {
  const CacheState& state = *m_cache.state();
  const fs::path file = fileOf(state, digest);
  const SecretKey key = contentKey(state);
  // The stream is authenticated with the digest: hashing its content once more would add nothing.
  return readBlobFile(file, {key, digest}, progress);
}

Result<Digest> BlobStore::putVolume(const imaging::Volume& volume, Progress& progress) const {
  const auto bytes = packVolume(volume, progress);
  return bytes ? put(bytesOf(*bytes), progress) : bytes.error();
}

Result<imaging::Volume> BlobStore::readVolume(const Digest& digest, Progress& progress) const {
  const CacheState& state = *m_cache.state();
  const fs::path file = fileOf(state, digest);
  const SecretKey key = contentKey(state);
  const auto bytes = readBlobFile(file, {key, digest}, progress);
  return bytes ? unpackVolume(*bytes, displayName(file), progress) : bytes.error();
}

Result<std::size_t> BlobStore::sweep(Progress& progress) const {
  if (const auto refusal = m_cache.writeRefusal()) {
    return *refusal;
  }
  const CacheState& state = *m_cache.state();
  const auto named = namedFiles(state);
  if (!named) {
    return named.error();
  }
  std::size_t removed = 0;
  std::error_code failure;
  for (fs::recursive_directory_iterator it(state.files.blobs(), failure), end; !failure && it != end;
       it.increment(failure)) {
    if (progress.stopRequested()) {
      return cancelledError();
    }
    if (it->is_regular_file(failure) && !named->contains(it->path())) {
      if (!fs::remove(it->path(), failure)) {
        break;
      }
      ++removed;
    }
  }
  if (failure && failure != std::errc::no_such_file_or_directory) {
    return systemError(state.files.blobs(), failure.value());
  }
  return removed;
}

} // namespace facet::storage
