#include "byte_source.h"

#include <facet/core/files.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace facet::imaging {
namespace {

Error endsEarly(const std::string& name, std::uint64_t size) {
  return {ErrorCode::Corrupt, name, FACET_TEXT("imaging", "ends early, after %1 bytes").with(size)};
}

class MemorySource final : public ByteSource {
public:
  MemorySource(std::string_view bytes, std::string name)
      : ByteSource(std::move(name))
      , m_bytes(bytes) {}

  [[nodiscard]] std::uint64_t size() const override { return m_bytes.size(); }
  [[nodiscard]] Result<void> readAt(std::uint64_t offset, std::span<std::byte> to) const override {
    if (offset > m_bytes.size() || to.size() > m_bytes.size() - offset) {
      return endsEarly(name(), m_bytes.size());
    }
    if (!to.empty()) {
      std::memcpy(to.data(), m_bytes.data() + offset, to.size());
    }
    return {};
  }

private:
  std::string_view m_bytes;
};

class FileSource final : public ByteSource {
public:
  FileSource(const std::filesystem::path& path, int fd, std::uint64_t size)
      : ByteSource(displayName(path))
      , m_path(path)
      , m_fd(fd)
      , m_size(size) {}
  ~FileSource() override { ::close(m_fd); }

  [[nodiscard]] std::uint64_t size() const override { return m_size; }
  [[nodiscard]] std::filesystem::path folder() const override {
    return m_path.has_parent_path() ? m_path.parent_path() : std::filesystem::path(".");
  }
  [[nodiscard]] Result<void> readAt(std::uint64_t offset, std::span<std::byte> to) const override {
    if (offset > m_size || to.size() > m_size - offset) {
      return endsEarly(name(), m_size);
    }
    while (!to.empty()) {
      const ssize_t got = ::pread(m_fd, to.data(), to.size(), static_cast<off_t>(offset));
      if (got < 0) {
        if (errno == EINTR) {
          continue;
        }
        return systemError(m_path, errno);
      }
      if (got == 0) {
        return endsEarly(name(), offset);
      }
      to = to.subspan(static_cast<std::size_t>(got));
      offset += static_cast<std::uint64_t>(got);
    }
    return {};
  }

private:
  std::filesystem::path m_path;
  int m_fd;
  std::uint64_t m_size;
};

} // namespace

Result<std::string> ByteSource::head(std::size_t count) const {
  std::string bytes(static_cast<std::size_t>(std::min<std::uint64_t>(count, size())), '\0');
  if (auto read = readAt(0, std::as_writable_bytes(std::span(bytes))); !read) {
    return read.error();
  }
  return bytes;
}

Result<std::unique_ptr<ByteSource>> openSource(const std::filesystem::path& path, Links links) {
  // O_NONBLOCK: a pipe must not make the program wait.
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | (links == Links::Refuse ? O_NOFOLLOW : 0));
  if (fd < 0) {
    if (errno == ELOOP && links == Links::Refuse) {
      return Error{ErrorCode::InvalidInput, displayName(path), FACET_TEXT("imaging", "is a link to another place")};
    }
    return systemError(path, errno);
  }
  struct stat info {};
  if (::fstat(fd, &info) != 0) {
    const int failure = errno;
    ::close(fd);
    return systemError(path, failure);
  }
  if (!S_ISREG(info.st_mode)) {
    ::close(fd);
    return S_ISDIR(info.st_mode)
               ? systemError(path, EISDIR)
               : Error{ErrorCode::InvalidInput, displayName(path), FACET_TEXT("imaging", "is no regular file")};
  }
  return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(path, fd, static_cast<std::uint64_t>(info.st_size)));
}

std::unique_ptr<ByteSource> sourceOver(std::string_view bytes, std::string name) {
  return std::make_unique<MemorySource>(bytes, std::move(name));
}

} // namespace facet::imaging
