#pragma once

#include "checksums.h"
#include "input_file.h"

#include <facet/sync/release.h>

#include <string>
#include <vector>

namespace facet::sync {

/// The files of a release by what they are for. Paths are those of the checksums.
struct ReleaseFiles {
  /// Everything with a checksum, by path.
  std::vector<Checksum> all;
  /// Resources, in the order in which they are to be read: people first, then what belongs to people, groups last.
  std::vector<clinical::ManifestFile> resources;
  std::vector<std::string> deletions;

  /// The promised digest, or null.
  [[nodiscard]] const storage::Digest* digestOf(std::string_view path) const;
};

/// Where a resource type stands in the order of reading: what others refer to comes first.
[[nodiscard]] int readingOrder(std::string_view type);

/// The folder of a release that holds images and their tables.
inline constexpr std::string_view kImageFolder = "bids";

/// What lies in the folder without a checksum, the release's own signature files, hidden
/// ones and truth/ aside.
/// Errors: as systemError; Cancelled.
[[nodiscard]] Result<std::vector<Notice>> findStrays(const Release& release, const Progress& progress);

} // namespace facet::sync
