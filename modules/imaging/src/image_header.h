#pragma once

#include "byte_source.h"

#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/imaging/image_io.h>
#include <facet/imaging/volume.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace facet::imaging {

enum class Packing : std::uint8_t { None, Deflate, Text };

enum class ByteOrder : std::uint8_t { Little, Big };

/// What a file's header says, with its coordinates already turned to LPS.
struct ImageHeader {
  ImageFormat format = ImageFormat::Nifti;
  Grid grid;
  VoxelType type = VoxelType::Int16;
  Rescale rescale;
  CoordinateSpace space = CoordinateSpace::Unknown;
  Orientation orientation = Orientation::Stated;
  std::vector<Notice> notices;
  FreeText freeText = FreeText::None;

  /// The file of the voxels where it is not the header's own.
  std::unique_ptr<ByteSource> detached;
  std::uint64_t dataOffset = 0;   ///< first byte of the voxels, or of their compressed stream
  std::uint64_t skipUnpacked = 0; ///< bytes to leave out at the begin of the unpacked stream
  Packing packing = Packing::None;
  ByteOrder byteOrder = ByteOrder::Little;
};

/// Completes the axes of a header and judges them: an axis of one voxel and no length gets the direction across the
/// others (a notice says so), oblique-angled axes are kept and told. Errors: InvalidInput for axes without length.
[[nodiscard]] Result<void> settleAxes(ImageHeader& header, const std::string& name);

/// The volume of a header whose source was checked. Errors: Corrupt where the source cannot hold the voxels (found
/// before memory is asked for), is cut or damaged; Unsupported over the limits; Cancelled.
[[nodiscard]] Result<LoadedImage> loadVoxels(ImageHeader header, const ByteSource& source, const ReadLimits& limits,
                                             Progress& progress);

/// The number of bytes of `size` voxels. Errors: InvalidInput for a size below 1; Unsupported over the limits.
[[nodiscard]] Result<std::uint64_t> voxelBytes(GridSize size, VoxelType type, const ReadLimits& limits,
                                               const std::string& name);

/// A second file that a header names: only a plain name of a regular file in the header's folder is taken.
/// Errors: InvalidInput for a path, a link, and where there is no folder; as openSource.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> openDetached(const ByteSource& header, const std::string& fileName);

[[nodiscard]] Error invalidImage(const std::string& name, Message reason, Message place = {});
[[nodiscard]] Error unsupportedImage(const std::string& name, Message reason, Message place = {});

[[nodiscard]] Result<ImageHeader> readNiftiHeader(const ByteSource& source);
[[nodiscard]] Result<ImageHeader> readNrrdHeader(const ByteSource& source);
[[nodiscard]] Result<ImageHeader> readMetaImageHeader(const ByteSource& source);

/// Fills in the header fields that stand before the voxels.
[[nodiscard]] std::string niftiHead(const Volume& volume, CoordinateSpace space);
[[nodiscard]] std::string nrrdHead(const Volume& volume, Packing packing);
/// `dataFile` is "LOCAL" or a file name; `packedBytes` is 0 where nothing is packed.
[[nodiscard]] std::string metaImageHead(const Volume& volume, std::string_view dataFile, std::uint64_t packedBytes);

} // namespace facet::imaging
