#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace facet::storage {

/// Closes its file descriptor.
class Descriptor {
public:
  Descriptor() = default;
  explicit Descriptor(int fd)
      : m_fd(fd) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { reset(); }

  [[nodiscard]] int get() const { return m_fd; }
  [[nodiscard]] bool valid() const { return m_fd >= 0; }
  void reset();

private:
  int m_fd = -1;
};

/// How many bytes came, 0 at the end, or nothing with errno set; begins again when a signal interrupts.
[[nodiscard]] std::optional<std::size_t> readSome(int fd, std::span<std::byte> into);
/// Fills `into` as far as the file goes, and returns how many bytes came, or nothing with errno set.
[[nodiscard]] std::optional<std::size_t> readFully(int fd, std::span<std::byte> into);
/// Whether all bytes were written; else errno is set.
[[nodiscard]] bool writeFully(int fd, std::span<const std::byte> bytes);

} // namespace facet::storage
