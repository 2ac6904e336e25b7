#include "input_file.h"

#include "release_path.h"

#include <facet/core/files.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace facet::sync {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = std::size_t{1} << 18;

Error failed(const std::string& name, int errnoValue) {
  return systemError(fs::path(name), errnoValue);
}

std::string selfPath(int fd) {
  return "/proc/self/fd/" + std::to_string(fd);
}

/// Where an open file really lies.
Result<std::string> realPath(int fd, const std::string& name) {
  std::array<char, 8192> buffer{};
  const ssize_t length = ::readlink(selfPath(fd).c_str(), buffer.data(), buffer.size());
  if (length < 0) {
    return failed(name, errno);
  }
  return std::string(buffer.data(), static_cast<std::size_t>(length));
}

/// Errors unless the open file lies in the folder.
Result<void> checkInside(int fd, const fs::path& root, const std::string& name) {
  const auto real = realPath(fd, name);
  if (!real) {
    return real.error();
  }
  const std::string inside = root.string() + "/";
  if (!real->starts_with(inside)) {
    return Error{ErrorCode::Unauthorized, name, FACET_TEXT("sync", "is a link that leads out of the release")};
  }
  if (isTruth(std::string_view(*real).substr(inside.size()))) {
    return Error{ErrorCode::Unauthorized, name, FACET_TEXT("sync", "lies in truth/, which is never read")};
  }
  return {};
}

} // namespace

Result<InputFile> InputFile::openInside(const fs::path& root, const std::string& path) {
  // A handle that reads nothing, so that a pipe does not block and a device is not touched before it is known.
  const int handle = ::open((root / path).c_str(), O_PATH | O_CLOEXEC);
  if (handle < 0) {
    return failed(path, errno);
  }
  const InputFile guard(handle, {}, path);
  struct stat info {};
  if (::fstat(handle, &info) != 0) {
    return failed(path, errno);
  }
  if (auto inside = checkInside(handle, root, path); !inside) {
    return inside.error();
  }
  if (!S_ISREG(info.st_mode)) {
    return Error{ErrorCode::InvalidInput, path, FACET_TEXT("sync", "is no regular file")};
  }
  const int fd = ::open(selfPath(handle).c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    return failed(path, errno);
  }
  const std::int64_t modified = static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec;
  return InputFile(fd, {static_cast<std::int64_t>(info.st_size), modified}, path);
}

InputFile::InputFile(InputFile&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
    , m_facts(other.m_facts)
    , m_name(std::move(other.m_name)) {}

InputFile::~InputFile() {
  if (m_fd >= 0) {
    ::close(m_fd);
  }
}

Result<std::size_t> InputFile::read(std::span<char> buffer) {
  std::size_t filled = 0;
  while (filled < buffer.size()) {
    const ssize_t got = ::read(m_fd, buffer.data() + filled, buffer.size() - filled);
    if (got < 0) {
      if (errno == EINTR) {
        continue;
      }
      return failed(m_name, errno);
    }
    if (got == 0) {
      break;
    }
    filled += static_cast<std::size_t>(got);
  }
  return filled;
}

Result<void> InputFile::seek(std::int64_t offset) {
  if (::lseek(m_fd, offset, SEEK_SET) < 0) {
    return failed(m_name, errno);
  }
  return {};
}

Result<std::string> InputFile::readAll(std::int64_t limit, const Progress& progress) {
  const Error tooLarge{ErrorCode::InvalidInput, m_name,
                       FACET_TEXT("sync", "is larger than the %1 bytes that such a file may have").with(limit)};
  if (m_facts.bytes > limit) {
    return tooLarge;
  }
  if (auto moved = seek(0); !moved) {
    return moved.error();
  }
  std::string bytes;
  // One byte more than promised tells whether the file has grown.
  bytes.resize(static_cast<std::size_t>(m_facts.bytes) + 1);
  std::size_t filled = 0;
  while (true) {
    if (progress.stopRequested()) {
      return cancelledError();
    }
    const std::size_t wanted = std::min(bytes.size() - filled, std::size_t{1} << 22);
    const auto got = read(std::span(bytes).subspan(filled, wanted));
    if (!got) {
      return got.error();
    }
    filled += *got;
    if (*got < wanted) {
      bytes.resize(filled);
      return bytes;
    }
    if (filled == bytes.size()) {
      if (filled > static_cast<std::size_t>(limit)) {
        return tooLarge;
      }
      bytes.resize(filled + kBlock);
    }
  }
}

Result<storage::Digest> InputFile::digest(const Progress& progress) {
  if (auto moved = seek(0); !moved) {
    return moved.error();
  }
  storage::Sha256 hash;
  std::vector<char> buffer(kBlock);
  while (true) {
    if (progress.stopRequested()) {
      return cancelledError();
    }
    const auto got = read(buffer);
    if (!got) {
      return got.error();
    }
    hash.update(storage::bytesOf(std::string_view(buffer.data(), *got)));
    if (*got < buffer.size()) {
      return hash.finish();
    }
  }
}

} // namespace facet::sync
