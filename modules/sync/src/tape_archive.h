#pragma once

#include <span>
#include <string>

namespace facet::sync {

/// A file of a tape archive.
struct ArchivedFile {
  std::string name;
  std::string bytes;
};

/// An archive of small named files without owner and time, so that the same files give the same bytes.
/// Source: POSIX.1-2017, pax, ustar interchange format. Names have at most 100 bytes, files less than 8 GB.
[[nodiscard]] std::string tapeArchive(std::span<const ArchivedFile> files);

} // namespace facet::sync
