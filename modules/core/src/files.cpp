#include <facet/core/files.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace facet {
namespace {

/// Closes its file descriptor.
class Descriptor {
public:
  explicit Descriptor(int fd)
      : m_fd(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (m_fd >= 0) {
      ::close(m_fd);
    }
  }
  [[nodiscard]] int get() const { return m_fd; }
  [[nodiscard]] bool valid() const { return m_fd >= 0; }
  /// The result of close(2), which may be the first to tell of a full disk.
  int close() { return ::close(std::exchange(m_fd, -1)); }

private:
  int m_fd;
};

Error tooLarge(const std::filesystem::path& path, std::uint64_t limit) {
  return {ErrorCode::InvalidInput, displayName(path), FACET_TEXT("core", "is larger than %1 bytes").with(limit)};
}

int writeAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) {
        continue;
      }
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

} // namespace

std::string displayName(const std::filesystem::path& path) {
  const auto text = path.u8string();
  return {text.begin(), text.end()};
}

Error systemError(const std::filesystem::path& path, int errnoValue) {
  const auto code = [errnoValue] {
    switch (errnoValue) {
    case ENOENT:
    case ENOTDIR:
      return ErrorCode::NotFound;
    case ENOSPC:
    case EDQUOT:
      return ErrorCode::NoSpace;
    case EACCES:
    case EPERM:
    case EROFS:
      return ErrorCode::Unauthorized;
    default:
      return ErrorCode::Io;
    }
  }();
  const auto reason = [errnoValue] {
    switch (errnoValue) {
    case ENOENT:
    case ENOTDIR:
      return FACET_TEXT("core", "does not exist");
    case ENOSPC:
    case EDQUOT:
      return FACET_TEXT("core", "no space left on the disk");
    case EACCES:
    case EPERM:
      return FACET_TEXT("core", "permission denied");
    case EROFS:
      return FACET_TEXT("core", "the disk is read-only");
    case EISDIR:
      return FACET_TEXT("core", "is a folder");
    case EMFILE:
    case ENFILE:
      return FACET_TEXT("core", "too many open files");
    default: {
      std::array<char, 128> buffer{};
      return FACET_TEXT("core", "the system says: %1").with(::strerror_r(errnoValue, buffer.data(), buffer.size()));
    }
    }
  }();
  return {code, displayName(path), reason};
}

Result<std::string> readFile(const std::filesystem::path& path, std::uint64_t limit) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.valid()) {
    return systemError(path, errno);
  }
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) {
    return systemError(path, errno);
  }
  if (S_ISDIR(info.st_mode)) {
    return systemError(path, EISDIR);
  }
  if (!S_ISREG(info.st_mode)) {
    return Error{ErrorCode::InvalidInput, displayName(path), FACET_TEXT("core", "is no regular file")};
  }
  const auto size = static_cast<std::uint64_t>(info.st_size);
  if (size > limit) {
    return tooLarge(path, limit);
  }
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (true) {
    if (filled == bytes.size()) {
      // The file may have grown since fstat: one byte more tells.
      char extra = 0;
      const ssize_t got = ::read(file.get(), &extra, 1);
      if (got == 0) {
        return bytes;
      }
      if (got < 0) {
        return systemError(path, errno);
      }
      bytes.push_back(extra);
      ++filled;
      if (bytes.size() > limit) {
        return tooLarge(path, limit);
      }
      continue;
    }
    const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0) {
      if (errno == EINTR) {
        continue;
      }
      return systemError(path, errno);
    }
    if (got == 0) {
      bytes.resize(filled);
      return bytes;
    }
    filled += static_cast<std::size_t>(got);
  }
}

Result<void> syncFolder(const std::filesystem::path& folder) {
  const Descriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!handle.valid() || ::fsync(handle.get()) != 0) {
    return systemError(folder, errno);
  }
  return {};
}

Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes, FileAccess access) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  std::string temporary = path.string() + ".part-XXXXXX";
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file.valid()) {
    return systemError(path, errno);
  }
  int failure = writeAll(file.get(), bytes);
  if (failure == 0 && access == FileAccess::Shared) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    failure = ::fchmod(file.get(), 0666 & ~mask) == 0 ? 0 : errno;
  }
  if (failure == 0 && ::fsync(file.get()) != 0) {
    failure = errno;
  }
  if (file.close() != 0 && failure == 0) {
    failure = errno;
  }
  if (failure == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) {
    failure = errno;
  }
  if (failure != 0) {
    ::unlink(temporary.c_str());
    return systemError(path, failure);
  }
  return syncFolder(folder);
}

} // namespace facet
