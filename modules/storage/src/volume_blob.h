#pragma once

#include <facet/core/progress.h>
#include <facet/imaging/volume.h>

#include <string>
#include <string_view>

/// A volume as one run of bytes: a head with type, grid and rescaling, then the voxels in parts that are compressed
/// each for itself (zstd), so that all threads pack and unpack. The same volume gives the same bytes.
namespace facet::storage {

/// Errors: Cancelled.
[[nodiscard]] Result<std::string> packVolume(const imaging::Volume& volume, const Progress& progress);
/// Errors: Corrupt, with `name` as subject; Cancelled.
[[nodiscard]] Result<imaging::Volume> unpackVolume(std::string_view bytes, const std::string& name,
                                                   const Progress& progress);

} // namespace facet::storage
