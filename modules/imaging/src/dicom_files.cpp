#include "dicom_files.h"

#include <facet/core/files.h>

#include <algorithm>

namespace facet::imaging {
namespace {

namespace fs = std::filesystem;

void addEntry(const fs::directory_entry& entry, const fs::path& root, FoundFiles& found) {
  std::error_code error;
  if (!entry.is_symlink(error)) {
    if (entry.is_regular_file(error)) {
      found.files.push_back(entry.path());
    }
    return;
  }
  if (!liesIn(entry.path(), root)) {
    found.refused.push_back(
        {displayName(entry.path()), FACET_TEXT("imaging", "is a link that leads out of the folder"), {}});
  } else if (entry.is_regular_file(error)) {
    // The file itself is found on its own.
    const fs::path target = fs::canonical(entry.path(), error);
    if (!error) {
      found.files.push_back(target);
    }
  }
}

Result<void> addFolder(const fs::path& folder, FoundFiles& found, Progress& progress) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error) {
    return systemError(folder, error.value());
  }
  std::vector<fs::path> open = {root};
  while (!open.empty()) {
    if (progress.stopRequested()) {
      return cancelledError();
    }
    const fs::path next = open.back();
    open.pop_back();
    fs::directory_iterator entries(next, error);
    if (error) {
      if (next == root) {
        return systemError(folder, error.value());
      }
      const Error told = systemError(next, error.value());
      found.refused.push_back({told.subject, told.reason, {}});
      continue;
    }
    for (const fs::directory_iterator end; entries != end; entries.increment(error)) {
      if (error) {
        break;
      }
      std::error_code kind;
      if (!entries->is_symlink(kind) && entries->is_directory(kind)) {
        open.push_back(entries->path());
      } else {
        addEntry(*entries, root, found);
      }
    }
  }
  return {};
}

} // namespace

bool liesIn(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  const fs::path target = fs::canonical(path, error);
  if (error) {
    return false;
  }
  const fs::path root = fs::canonical(folder, error);
  if (error) {
    return false;
  }
  const auto [rootEnd, targetAt] = std::mismatch(root.begin(), root.end(), target.begin(), target.end());
  return rootEnd == root.end();
}

Result<FoundFiles> findFiles(std::span<const fs::path> paths, Progress& progress) {
  FoundFiles found;
  for (const fs::path& path : paths) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (error) {
      return systemError(path, error.value());
    }
    if (!fs::is_directory(status)) {
      found.files.push_back(path);
    } else if (auto added = addFolder(path, found, progress); !added) {
      return added.error();
    }
  }
  std::sort(found.files.begin(), found.files.end());
  found.files.erase(std::unique(found.files.begin(), found.files.end()), found.files.end());
  return found;
}

} // namespace facet::imaging
