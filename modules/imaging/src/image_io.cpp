#include "byte_source.h"
#include "deflate.h"
#include "image_header.h"
#include "inflate.h"
#include "plain_values.h"

#include <facet/core/files.h>
#include <facet/core/text.h>
#include <facet/imaging/image_io.h>

#include <array>
#include <cstring>
#include <new>

namespace facet::imaging {
namespace {

Error outOfMemory(const std::string& name) {
  return {ErrorCode::Io, name, FACET_TEXT("imaging", "does not fit into the memory of this computer")};
}

bool looksLikeNifti(std::string_view bytes) {
  if (bytes.size() < 348) {
    return false;
  }
  const std::string_view size = bytes.substr(0, 4);
  const bool first = size == std::string_view("\x5C\x01\0\0", 4) || size == std::string_view("\0\0\x01\x5C", 4);
  const bool second = size == std::string_view("\x1C\x02\0\0", 4) || size == std::string_view("\0\0\x02\x1C", 4);
  return first || second;
}

bool looksLikeMetaImage(std::string_view bytes) {
  for (const std::string_view key : {"ObjectType", "NDims", "Comment", "ObjectSubType", "TransformType"}) {
    if (bytes.starts_with(key)) {
      const auto rest = trimText(bytes.substr(key.size(), 16));
      return rest.starts_with('=') && bytes.find("NDims") != std::string_view::npos;
    }
  }
  return false;
}

/// The first bytes of what a gzip stream holds, or an empty text where it is damaged there.
std::string unpackedHead(std::string_view packed) {
  const auto source = sourceOver(packed, {});
  Inflater inflater(*source, 0, source->size());
  std::string head(540, '\0');
  // Byte by byte: a cut stream still gives what it has.
  for (std::size_t at = 0; at < head.size(); ++at) {
    const auto got = inflater.read(std::as_writable_bytes(std::span(head).subspan(at, 1)));
    if (!got || *got == 0) {
      head.resize(at);
      break;
    }
  }
  return head;
}

Result<LoadedImage> readFrom(const ByteSource& source, Progress& progress, const ReadLimits& limits) {
  if (source.size() == 0) {
    return Error{ErrorCode::InvalidInput, source.name(), FACET_TEXT("imaging", "is empty")};
  }
  try {
    const auto head = source.head(4096);
    if (!head) {
      return head.error();
    }
    const auto format = imageFormatOf(*head);
    if (!format) {
      return unsupportedImage(source.name(), FACET_TEXT("imaging", "is no image in a format that is read here"));
    }
    if (*format == ImageFormat::Dicom) {
      return unsupportedImage(source.name(), FACET_TEXT("imaging", "is DICOM, which is read as a series"));
    }
    auto header = *format == ImageFormat::Nifti  ? readNiftiHeader(source)
                  : *format == ImageFormat::Nrrd ? readNrrdHeader(source)
                                                 : readMetaImageHeader(source);
    if (!header) {
      return header.error();
    }
    return loadVoxels(std::move(header).value(), source, limits, progress);
  } catch (const std::bad_alloc&) {
    return outOfMemory(source.name());
  }
}

/// The volume as a format without rescaling can hold it, with what that changed.
Result<Volume> plainFor(const Volume& volume, WriteReport& report, const std::string& name) {
  if (volume.rescale().isIdentity()) {
    return volume;
  }
  auto plain = withPlainValues(volume);
  if (!plain) {
    return plain.error();
  }
  report.largestError = plain->largestError;
  report.notices.push_back({name,
                            FACET_TEXT("imaging", "the format has no rescaling: values were stored as %1 instead of %2 "
                                                  "(largest difference %3)")
                                .with(nameOf(plain->volume.type()), nameOf(volume.type()), plain->largestError),
                            {}});
  return std::move(plain->volume);
}

std::string joined(const std::string& head, std::span<const std::byte> body) {
  std::string bytes;
  bytes.reserve(head.size() + body.size());
  bytes += head;
  bytes.append(reinterpret_cast<const char*>(body.data()), body.size());
  return bytes;
}

Result<EncodedImage> encodeNifti(const Volume& volume, FileKind kind, const WriteOptions& options, Progress& progress) {
  const std::string head = niftiHead(volume, options.space);
  if (kind == FileKind::Nifti) {
    return EncodedImage{joined(head, volume.bytes()), {}};
  }
  auto packed = compress(head, volume.bytes(), Wrapper::Gzip, options.compressionLevel, progress);
  if (!packed) {
    return packed.error();
  }
  return EncodedImage{std::move(packed).value(), {}};
}

Result<EncodedImage> encodeNrrd(const Volume& volume, const WriteOptions& options, Progress& progress,
                                const std::string& name) {
  EncodedImage image;
  const auto plain = plainFor(volume, image.report, name);
  if (!plain) {
    return plain.error();
  }
  if (options.compressionLevel == 0) {
    image.bytes = joined(nrrdHead(*plain, Packing::None), plain->bytes());
    return image;
  }
  auto packed = compress({}, plain->bytes(), Wrapper::Gzip, options.compressionLevel, progress);
  if (!packed) {
    return packed.error();
  }
  image.bytes = nrrdHead(*plain, Packing::Deflate) + *packed;
  return image;
}

/// Header and voxels of a MetaImage, which may go into one file or two.
struct MetaImageParts {
  std::string head;
  std::string data;
  WriteReport report;
};

Result<MetaImageParts> encodeMetaImage(const Volume& volume, const std::string& dataFile, const WriteOptions& options,
                                       Progress& progress, const std::string& name) {
  MetaImageParts parts;
  const auto plain = plainFor(volume, parts.report, name);
  if (!plain) {
    return plain.error();
  }
  if (options.compressionLevel == 0) {
    parts.data = joined({}, plain->bytes());
  } else {
    auto packed = compress({}, plain->bytes(), Wrapper::Zlib, options.compressionLevel, progress);
    if (!packed) {
      return packed.error();
    }
    parts.data = std::move(packed).value();
  }
  parts.head = metaImageHead(*plain, dataFile, options.compressionLevel == 0 ? 0 : parts.data.size());
  return parts;
}

Result<EncodedImage> encode(const Volume& volume, FileKind kind, const WriteOptions& options, Progress& progress,
                            const std::string& name) {
  switch (kind) {
  case FileKind::Nifti:
  case FileKind::NiftiGz:
    return encodeNifti(volume, kind, options, progress);
  case FileKind::Nrrd:
    return encodeNrrd(volume, options, progress, name);
  case FileKind::Mha: {
    auto parts = encodeMetaImage(volume, "LOCAL", options, progress, name);
    if (!parts) {
      return parts.error();
    }
    return EncodedImage{parts->head + parts->data, std::move(parts->report)};
  }
  case FileKind::Mhd:
    break;
  }
  return unsupportedImage(name, FACET_TEXT("imaging", "an MHD image is two files"));
}

Result<WriteReport> writePair(const Volume& volume, const std::filesystem::path& path, const WriteOptions& options,
                              Progress& progress) {
  std::filesystem::path dataPath = path;
  dataPath.replace_extension(options.compressionLevel == 0 ? ".raw" : ".zraw");
  auto parts = encodeMetaImage(volume, displayName(dataPath.filename()), options, progress, displayName(path));
  if (!parts) {
    return parts.error();
  }
  // The header last: it must never name voxels that are not there.
  if (auto written = writeFileAtomically(dataPath, parts->data); !written) {
    return written.error();
  }
  if (auto written = writeFileAtomically(path, parts->head); !written) {
    return written.error();
  }
  return std::move(parts->report);
}

} // namespace

std::string_view nameOf(ImageFormat format) {
  switch (format) {
  case ImageFormat::Nifti:
    return "NIfTI";
  case ImageFormat::Nrrd:
    return "NRRD";
  case ImageFormat::MetaImage:
    return "MetaImage";
  case ImageFormat::Dicom:
    break;
  }
  return "DICOM";
}

std::optional<ImageFormat> imageFormatOf(std::string_view firstBytes) {
  if (firstBytes.starts_with("\x1F\x8B")) {
    return looksLikeNifti(unpackedHead(firstBytes)) ? std::optional(ImageFormat::Nifti) : std::nullopt;
  }
  if (firstBytes.size() >= 132 && firstBytes.substr(128, 4) == "DICM") {
    return ImageFormat::Dicom;
  }
  if (firstBytes.size() > 8 && firstBytes.starts_with("NRRD000") && firstBytes[7] >= '1' && firstBytes[7] <= '5') {
    return ImageFormat::Nrrd;
  }
  if (looksLikeNifti(firstBytes)) {
    return ImageFormat::Nifti;
  }
  return looksLikeMetaImage(firstBytes) ? std::optional(ImageFormat::MetaImage) : std::nullopt;
}

Result<LoadedImage> readImage(const std::filesystem::path& path, Progress& progress, const ReadLimits& limits) {
  const auto source = openSource(path);
  if (!source) {
    return source.error();
  }
  return readFrom(**source, progress, limits);
}

Result<LoadedImage> readImage(std::string_view file, const std::string& name, Progress& progress,
                              const ReadLimits& limits) {
  return readFrom(*sourceOver(file, name), progress, limits);
}

std::optional<FileKind> fileKindOf(const std::filesystem::path& path) {
  const std::string name = toLowerAscii(displayName(path.filename()));
  // .nii.gz before .nii would not matter, but reads as one rule: the longest ending that fits.
  constexpr std::array<std::pair<const char*, FileKind>, 5> kEndings = {{{".nii.gz", FileKind::NiftiGz},
                                                                         {".nii", FileKind::Nifti},
                                                                         {".nrrd", FileKind::Nrrd},
                                                                         {".mha", FileKind::Mha},
                                                                         {".mhd", FileKind::Mhd}}};
  for (const auto& [ending, kind] : kEndings) {
    if (name.ends_with(ending)) {
      return kind;
    }
  }
  return std::nullopt;
}

Result<WriteReport> writeImage(const Volume& volume, const std::filesystem::path& path, const WriteOptions& options,
                               Progress& progress) {
  const auto kind = fileKindOf(path);
  const std::string name = displayName(path);
  if (!kind) {
    return unsupportedImage(name, FACET_TEXT("imaging", "its ending names no image format that is written here"));
  }
  try {
    if (*kind == FileKind::Mhd) {
      return writePair(volume, path, options, progress);
    }
    auto encoded = encode(volume, *kind, options, progress, name);
    if (!encoded) {
      return encoded.error();
    }
    if (auto written = writeFileAtomically(path, encoded->bytes); !written) {
      return written.error();
    }
    return std::move(encoded->report);
  } catch (const std::bad_alloc&) {
    return outOfMemory(name);
  }
}

Result<EncodedImage> encodeImage(const Volume& volume, FileKind kind, const WriteOptions& options, Progress& progress) {
  try {
    return encode(volume, kind, options, progress, {});
  } catch (const std::bad_alloc&) {
    return outOfMemory({});
  }
}

} // namespace facet::imaging
