#pragma once

#include "dicom_parse.h"

#include <facet/core/geometry.h>
#include <facet/core/result.h>
#include <facet/imaging/dicom.h>
#include <facet/imaging/sequence.h>
#include <facet/imaging/volume.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace facet::imaging {

/// How the pixels of a file are stored.
struct PixelFormat {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  VoxelType type = VoxelType::UInt16; ///< Int8, UInt8, Int16, UInt16, Int32, UInt32, Float32 or Float64
  std::uint32_t bitsStored = 16;
  std::uint32_t highBit = 15;

  [[nodiscard]] std::size_t frameBytes() const { return std::size_t(rows) * columns * bytesPerVoxel(type); }
  [[nodiscard]] bool operator==(const PixelFormat&) const = default;
};

/// One image: its place and what tells it from the other images of its series.
struct DicomFrame {
  std::size_t file = 0;
  std::uint32_t frame = 0;
  /// Centre of the first pixel. Frame: LPS mm.
  Vec3 position;
  /// Directions of growing column and row index, of length 1 as the header has them.
  Vec3 along;
  Vec3 down;
  double columnSpacingMm = 1;
  double rowSpacingMm = 1;
  std::optional<double> thicknessMm;
  std::optional<double> sliceDistanceMm;
  Rescale rescale;
  std::optional<double> echoTimeMs;
  std::string kind; ///< image type, echo and the like: images of one volume share it
  /// What may tell apart images at one place, in the order in which it is tried.
  std::array<std::string, 7> order;
  int instance = 0;
  double height = 0; ///< place along the normal of its stack; set when stacks are made
};

/// What the header of one file says.
struct DicomHeader {
  std::filesystem::path path;
  std::string name; ///< for messages
  Identity identity;
  SequenceFacts facts;
  std::string instanceUid;
  PixelFormat pixels;
  std::vector<DicomFrame> frames;
  std::vector<Notice> notices;
};

/// The header of a file that is an image in space. Errors: Unsupported for DICOM that is none, with the reason;
/// InvalidInput and Corrupt for headers that contradict themselves; as parseDicomHeader.
[[nodiscard]] Result<DicomHeader> readDicomHeader(const ByteSource& source);
/// The same of a file that is parsed already; `fileBytes` is its size.
[[nodiscard]] Result<DicomHeader> readDicomHeader(DcmFileFormat& file, const std::string& name,
                                                  std::uint64_t fileBytes);

/// `text` without the parts of a name, the ids and the date of birth of `identity`: each becomes "…".
[[nodiscard]] std::string withoutIdentity(const std::string& text, const Identity& identity);

} // namespace facet::imaging
