#pragma once

#include <facet/core/result.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace facet::imaging {

/// Bytes of known number that can be read in any order: a file, or memory. Thread: may be read from several threads.
class ByteSource {
public:
  explicit ByteSource(std::string name)
      : m_name(std::move(name)) {}
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  [[nodiscard]] const std::string& name() const { return m_name; }
  [[nodiscard]] virtual std::uint64_t size() const = 0;
  /// Fills `to` with the bytes from `offset`. Errors: Corrupt where there are fewer; as systemError.
  [[nodiscard]] virtual Result<void> readAt(std::uint64_t offset, std::span<std::byte> to) const = 0;
  /// The folder of the file, or an empty path for memory.
  [[nodiscard]] virtual std::filesystem::path folder() const { return {}; }
  /// The first bytes, `count` or fewer where the source is shorter.
  [[nodiscard]] Result<std::string> head(std::size_t count) const;

private:
  std::string m_name;
};

enum class Links { Follow, Refuse };

/// A regular file. Errors: as systemError; InvalidInput for a folder, a device, and with Links::Refuse for a link.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> openSource(const std::filesystem::path& path,
                                                             Links links = Links::Follow);
/// Memory that must outlive the source.
[[nodiscard]] std::unique_ptr<ByteSource> sourceOver(std::string_view bytes, std::string name);

} // namespace facet::imaging
