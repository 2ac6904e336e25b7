#pragma once

#include <facet/core/progress.h>
#include <facet/core/result.h>

#include <filesystem>
#include <span>
#include <vector>

namespace facet::imaging {

struct FoundFiles {
  std::vector<std::filesystem::path> files; ///< sorted, each once
  std::vector<Notice> refused;              ///< links that lead out of the folder, folders that cannot be opened
};

/// All regular files in the folders and files given, nested ones included. A link inside a folder is followed to a file
/// of the same folder and nowhere else. Errors: as systemError for a path given; Cancelled.
[[nodiscard]] Result<FoundFiles> findFiles(std::span<const std::filesystem::path> paths, Progress& progress);

/// Whether a path, all links resolved, lies in a folder.
[[nodiscard]] bool liesIn(const std::filesystem::path& path, const std::filesystem::path& folder);

} // namespace facet::imaging
