#pragma once

#include <facet/core/result.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace facet {

/// The error for a failed system call on `path`: NotFound, NoSpace, Unauthorized or Io by `errnoValue`, with the
/// system's reason.
[[nodiscard]] Error systemError(const std::filesystem::path& path, int errnoValue);

/// All bytes of a regular file. Errors: InvalidInput for a folder or a file over `limit` bytes; as systemError.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::uint64_t limit);

enum class FileAccess {
  Shared, ///< as the user's mask says
  Private ///< readable by the owner alone (mode 0600)
};

/// Writes `bytes` beside `path`, syncs them and renames, so that after a crash the file is the old or the new one.
/// Errors: as systemError.
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view bytes,
                                               FileAccess access = FileAccess::Shared);

/// Makes a rename or a new file in `folder` outlive a power cut. Errors: as systemError.
[[nodiscard]] Result<void> syncFolder(const std::filesystem::path& folder);

/// `path` as UTF-8, for messages.
[[nodiscard]] std::string displayName(const std::filesystem::path& path);

} // namespace facet
