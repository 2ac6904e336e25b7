#pragma once

#include <facet/core/progress.h>
#include <facet/storage/digest.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace facet::sync {

/// What tells without reading whether a file is still the one that was seen before.
struct FileFacts {
  std::int64_t bytes = 0;
  std::int64_t modifiedNs = 0; ///< since 1970
  bool operator==(const FileFacts&) const = default;
};

/// A regular file inside a folder, open for reading. What is checked is the file that was opened, so that nothing put
/// in its place meanwhile is read. Thread: used by one at a time.
class InputFile {
public:
  /// `root` must be canonical; `path` may lead through symbolic links as long as it ends inside and not in `truth/`.
  /// Errors, with `path` as subject: Unauthorized for one that leads out; InvalidInput for what is no regular file; as
  /// systemError.
  static Result<InputFile> openInside(const std::filesystem::path& root, const std::string& path);
  InputFile(InputFile&& other) noexcept;
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  InputFile& operator=(InputFile&&) = delete;
  ~InputFile();

  [[nodiscard]] const FileFacts& facts() const { return m_facts; }
  /// Bytes from the current place on; fewer than asked for only at the end. Errors: as systemError.
  Result<std::size_t> read(std::span<char> buffer);
  /// Goes to a place counted from the beginning. Errors: as systemError.
  Result<void> seek(std::int64_t offset);
  /// All bytes from the beginning. Errors: InvalidInput over `limit`; as systemError; Cancelled.
  Result<std::string> readAll(std::int64_t limit, const Progress& progress);
  /// The digest of all bytes. Errors: as systemError; Cancelled.
  Result<storage::Digest> digest(const Progress& progress);

private:
  InputFile(int fd, FileFacts facts, std::string name)
      : m_fd(fd)
      , m_facts(facts)
      , m_name(std::move(name)) {}

  int m_fd;
  FileFacts m_facts;
  std::string m_name;
};

} // namespace facet::sync
