#pragma once

#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/imaging/volume.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace facet::imaging {

enum class ImageFormat : std::uint8_t { Nifti, Nrrd, MetaImage, Dicom };
/// "NIfTI", "NRRD", "MetaImage", "DICOM".
[[nodiscard]] std::string_view nameOf(ImageFormat format);

/// What the zero of an image's millimetres is.
enum class CoordinateSpace : std::uint8_t {
  Unknown,
  Scanner,       ///< the scanner of this session
  Aligned,       ///< another image of the patient
  Talairach,     ///< the Talairach atlas
  Mni152,        ///< the MNI152 template
  OtherTemplate, ///< a template that the file does not name
};

/// Whether the file says which side is which.
enum class Orientation : std::uint8_t {
  Stated,
  Assumed ///< it does not; a notice tells what was taken, and left may be right
};

/// Whether the header holds texts of whoever wrote it (descriptions, comments, extensions): they may name a person.
enum class FreeText : std::uint8_t { None, Present };

/// An image from a file, and everything in the file that the reader had to decide about.
struct LoadedImage {
  Volume volume;
  ImageFormat format = ImageFormat::Nifti;
  CoordinateSpace space = CoordinateSpace::Unknown;
  Orientation orientation = Orientation::Stated;
  std::vector<Notice> notices;
  FreeText freeText = FreeText::None; ///< of DICOM not looked for
};

/// What a reader refuses before it asks for memory.
struct ReadLimits {
  std::uint64_t voxelBytes = std::uint64_t(4) << 30U;
};

/// The format that a file with these first bytes has, or nothing; 1 kB is enough. Names play no part.
[[nodiscard]] std::optional<ImageFormat> imageFormatOf(std::string_view firstBytes);

/// The image in a file: NIfTI-1 and -2 (one file, gzipped or not, or a pair), NRRD (raw, gzip, text; data inside or in
/// a file of the same folder), MetaImage (the same). Recognised by content. Frame: LPS mm, whatever the file uses.
/// Shape: one grey volume; the file's voxel type and rescaling are kept. Errors: NotFound, Unauthorized, Io as the
/// system says; Unsupported for what is no image, for other voxel types, for colour, for more than one volume and for
/// what is over the limits; InvalidInput for headers that break their format; Corrupt for cut and damaged files;
/// Cancelled.
[[nodiscard]] Result<LoadedImage> readImage(const std::filesystem::path& path, Progress& progress,
                                            const ReadLimits& limits = {});
/// The same from a file in memory; `name` stands in messages. Errors: also Unsupported where the voxels lie in a second
/// file.
[[nodiscard]] Result<LoadedImage> readImage(std::string_view file, const std::string& name, Progress& progress,
                                            const ReadLimits& limits = {});

/// A file format to write.
enum class FileKind : std::uint8_t { Nifti, NiftiGz, Nrrd, Mha, Mhd };

/// The kind that a file's ending asks for (.nii .nii.gz .nrrd .mha .mhd, in any case), or nothing.
[[nodiscard]] std::optional<FileKind> fileKindOf(const std::filesystem::path& path);

struct WriteOptions {
  /// 0 (fast, large) … 9; NIfTI without .gz is never compressed. Level 1 is ten times as fast as 6 on noisy MRI and 2 %
  /// larger.
  int compressionLevel = 1;
  /// Kept by NIfTI alone; Unknown is written as Scanner.
  CoordinateSpace space = CoordinateSpace::Scanner;
};

/// What changed on the way into a file.
struct WriteReport {
  /// The largest difference between a value of the volume and the same voxel's value in the file.
  double largestError = 0;
  std::vector<Notice> notices;
};

/// Writes a volume so that each voxel keeps its place. NIfTI keeps rescaling; NRRD and MetaImage have none, so rescaled
/// volumes are stored as values there (a notice says in which type). The same volume gives the same bytes, whatever the
/// time and the number of threads. An existing file is replaced at the end, in one step. Errors: Unsupported for an
/// unknown ending; as writeFileAtomically; Cancelled.
[[nodiscard]] Result<WriteReport> writeImage(const Volume& volume, const std::filesystem::path& path,
                                             const WriteOptions& options, Progress& progress);

struct EncodedImage {
  std::string bytes;
  WriteReport report;
};

/// The bytes that writeImage would write. Errors: Unsupported for Mhd, which is two files; Cancelled.
[[nodiscard]] Result<EncodedImage> encodeImage(const Volume& volume, FileKind kind, const WriteOptions& options,
                                               Progress& progress);

} // namespace facet::imaging
