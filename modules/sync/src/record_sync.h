#pragma once

#include "release_files.h"

#include <facet/storage/release_writer.h>

#include <map>
#include <set>
#include <string>

namespace facet::sync {

/// What the first reading of the files found.
struct FileCheckResult {
  /// Facts of every file that was looked at, with the state that it is to get.
  std::map<std::string, storage::ReleaseFile> files;
  /// Files that are refused as a whole.
  std::map<std::string, Error> refused;
};

/// Which files to read again.
enum class HashAgain { Changed, All };

/// Compares files with their checksums; those that the writer knows unchanged are not read, unless All.
/// Errors: Cancelled. What is wrong with a file is told in the result.
[[nodiscard]] Result<FileCheckResult> checkFiles(const Release& release, const storage::ReleaseWriter& writer,
                                                 const std::vector<std::string>& paths, HashAgain again,
                                                 Progress& progress);

/// Whether a file is what it was when it was last taken, by size, time and promise.
[[nodiscard]] bool isKnown(const storage::ReleaseWriter& writer, const std::string& path, const FileFacts& facts,
                           const storage::Digest& promised);

/// Writes the records of a release in one transaction, which is committed when it returns success.
/// Errors: Conflict for a file that changes while it is read; as ReleaseWriter; Cancelled.
[[nodiscard]] Result<void> syncRecords(const Release& release, const FileCheckResult& checked,
                                       storage::ReleaseWriter& writer, storage::SyncCounts& counts, Progress& progress);

} // namespace facet::sync
