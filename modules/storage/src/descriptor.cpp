#include "descriptor.h"

#include <cerrno>
#include <unistd.h>
#include <utility>

namespace facet::storage {

Descriptor::Descriptor(Descriptor&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    reset();
    m_fd = std::exchange(other.m_fd, -1);
  }
  return *this;
}

void Descriptor::reset() {
  if (m_fd >= 0) {
    ::close(std::exchange(m_fd, -1));
  }
}

std::optional<std::size_t> readSome(int fd, std::span<std::byte> into) {
  while (true) {
    const ssize_t got = ::read(fd, into.data(), into.size());
    if (got >= 0) {
      return static_cast<std::size_t>(got);
    }
    if (errno != EINTR) {
      return std::nullopt;
    }
  }
}

std::optional<std::size_t> readFully(int fd, std::span<std::byte> into) {
  std::size_t filled = 0;
  while (filled < into.size()) {
    const auto got = readSome(fd, into.subspan(filled));
    if (!got) {
      return std::nullopt;
    }
    if (*got == 0) {
      break;
    }
    filled += *got;
  }
  return filled;
}

bool writeFully(int fd, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) {
        continue;
      }
      return false;
    }
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

} // namespace facet::storage
