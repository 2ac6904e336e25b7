#pragma once

#include <facet/core/result.h>
#include <facet/storage/digest.h>

#include <string>
#include <string_view>
#include <vector>

namespace facet::sync {

/// A file with the digest that a release promises for it.
struct Checksum {
  std::string path;
  storage::Digest sha256;
  bool operator==(const Checksum&) const = default;
};

struct Checksums {
  std::vector<Checksum> files; ///< by path; those in truth/ left out
  std::vector<Error> refused;  ///< paths that name no file of a release, or two that only case tells apart
};

/// The lines of sha256sum: digest, two signs, path; a backslash before the digest tells that the path is escaped.
/// Errors: InvalidInput with the line for other lines, for text that is no UTF-8 and for a path with two digests.
[[nodiscard]] Result<Checksums> parseChecksums(std::string_view text);

} // namespace facet::sync
