#include "blob_file.h"

#include "descriptor.h"

#include <facet/core/files.h>

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace facet::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kChunk = std::size_t(1) << 20U;
constexpr std::size_t kSealed = kChunk + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::array<char, 8> kMagic = {'F', 'A', 'C', 'E', 'T', 'B', '0', '1'};

static_assert(SecretKey::kBytes == crypto_secretstream_xchacha20poly1305_KEYBYTES);

using Stream = crypto_secretstream_xchacha20poly1305_state;

Error damaged(const fs::path& path) {
  return {ErrorCode::Corrupt, displayName(path), FACET_TEXT("storage", "is damaged")};
}

/// The file under its first name; removed unless it was given its last one.
class Unfinished {
public:
  explicit Unfinished(fs::path path)
      : m_path(std::move(path)) {}
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() {
    if (!m_path.empty()) {
      ::unlink(m_path.c_str());
    }
  }
  [[nodiscard]] const fs::path& path() const { return m_path; }
  Result<void> becomes(const fs::path& path) {
    if (::rename(m_path.c_str(), path.c_str()) != 0) {
      return systemError(path, errno);
    }
    m_path.clear();
    return {};
  }

private:
  fs::path m_path;
};

fs::path unfinishedName(const fs::path& folder) {
  std::array<std::uint8_t, 16> random{};
  randombytes_buf(random.data(), random.size());
  std::array<char, 33> hex{};
  sodium_bin2hex(hex.data(), hex.size(), random.data(), random.size());
  return folder / (std::string(kUnfinishedBlob) + hex.data());
}

Result<void> writeChunks(int fd, const fs::path& path, Bytes content, const BlobSeal& seal, const Progress& progress) {
  Stream stream;
  std::array<unsigned char, kMagic.size() + kHeader> head{};
  std::memcpy(head.data(), kMagic.data(), kMagic.size());
  crypto_secretstream_xchacha20poly1305_init_push(&stream, head.data() + kMagic.size(), seal.key.bytes().data());
  if (!writeFully(fd, std::as_bytes(std::span(head)))) {
    return systemError(path, errno);
  }
  std::vector<unsigned char> sealed(kSealed);
  bool last = false;
  auto written = static_cast<off_t>(head.size());
  while (!last) {
    if (progress.stopRequested()) {
      return cancelledError();
    }
    const Bytes chunk = content.first(std::min(kChunk, content.size()));
    content = content.subspan(chunk.size());
    last = content.empty();
    unsigned long long bytes = 0;
    crypto_secretstream_xchacha20poly1305_push(
        &stream, sealed.data(), &bytes, reinterpret_cast<const unsigned char*>(chunk.data()), chunk.size(),
        seal.digest.bytes.data(), seal.digest.bytes.size(),
        last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    if (!writeFully(fd, std::as_bytes(std::span(sealed)).first(static_cast<std::size_t>(bytes)))) {
      return systemError(path, errno);
    }
    // The disk begins while the next chunks are sealed; where it cannot, the sync at the end does it all.
    ::sync_file_range(fd, written, static_cast<off_t>(bytes), SYNC_FILE_RANGE_WRITE);
    written += static_cast<off_t>(bytes);
  }
  sodium_memzero(&stream, sizeof stream);
  return {};
}

} // namespace

Result<void> writeBlobFile(const fs::path& path, Bytes content, const BlobSeal& seal, const Progress& progress) {
  Unfinished file(unfinishedName(path.parent_path()));
  Descriptor descriptor(::open(file.path().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!descriptor.valid()) {
    return systemError(path, errno);
  }
  if (auto written = writeChunks(descriptor.get(), path, content, seal, progress); !written) {
    return written;
  }
  if (::fdatasync(descriptor.get()) != 0) {
    return systemError(path, errno);
  }
  descriptor.reset();
  if (auto named = file.becomes(path); !named) {
    return named;
  }
  return syncFolder(path.parent_path());
}

Result<std::string> readBlobFile(const fs::path& path, const BlobSeal& seal, const Progress& progress) {
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat info {};
  if (!descriptor.valid() || ::fstat(descriptor.get(), &info) != 0) {
    return systemError(path, errno);
  }
  std::array<unsigned char, kMagic.size() + kHeader> head{};
  const auto headBytes = readFully(descriptor.get(), std::as_writable_bytes(std::span(head)));
  if (!headBytes) {
    return systemError(path, errno);
  }
  Stream stream;
  if (*headBytes != head.size() || std::memcmp(head.data(), kMagic.data(), kMagic.size()) != 0 ||
      crypto_secretstream_xchacha20poly1305_init_pull(&stream, head.data() + kMagic.size(), seal.key.bytes().data()) !=
          0) {
    return damaged(path);
  }
  std::string content(static_cast<std::size_t>(info.st_size), '\0');
  std::vector<unsigned char> sealed(kSealed);
  std::size_t filled = 0;
  std::size_t taken = head.size();
  while (true) {
    if (progress.stopRequested()) {
      return cancelledError();
    }
    const auto got = readFully(descriptor.get(), std::as_writable_bytes(std::span(sealed)));
    if (!got) {
      return systemError(path, errno);
    }
    constexpr std::size_t kExtra = crypto_secretstream_xchacha20poly1305_ABYTES;
    if (*got < kExtra || content.size() - filled < *got - kExtra) {
      return damaged(path);
    }
    unsigned long long bytes = 0;
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&stream, reinterpret_cast<unsigned char*>(content.data()) + filled,
                                                   &bytes, &tag, sealed.data(), *got, seal.digest.bytes.data(),
                                                   seal.digest.bytes.size()) != 0) {
      return damaged(path);
    }
    filled += static_cast<std::size_t>(bytes);
    taken += *got;
    if (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
      break;
    }
  }
  sodium_memzero(&stream, sizeof stream);
  if (taken != static_cast<std::size_t>(info.st_size)) {
    return damaged(path);
  }
  content.resize(filled);
  return content;
}

} // namespace facet::storage
