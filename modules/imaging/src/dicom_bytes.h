#pragma once

#include <facet/core/result.h>

#include <string>

class DcmFileFormat;

namespace facet::imaging {

/// A file as bytes, in its data set's own transfer syntax where it was read from a file, else in explicit little
/// endian. Errors: Internal where DCMTK cannot write it.
[[nodiscard]] Result<std::string> bytesOf(DcmFileFormat& file, std::size_t expectedBytes);

} // namespace facet::imaging
