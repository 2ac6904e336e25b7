#include "image_header.h"
#include "text_header.h"

#include <facet/core/text.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

// Source of the format: "MetaIO documentation", docs.itk.org; coordinates as ITK reads and writes them (LPS).

namespace facet::imaging {
namespace {

using Fields = std::map<std::string, std::string>;

Error badField(const ByteSource& source, const char* field, const std::string& value) {
  return invalidImage(source.name(), FACET_TEXT("imaging", "its header says %1 = %2").with(field, value));
}

/// The first of several spellings of a field that the header has, or an empty text.
const std::string& valueOf(const Fields& fields, std::initializer_list<const char*> names) {
  static const std::string kNone;
  for (const char* name : names) {
    if (const auto found = fields.find(name); found != fields.end()) {
      return found->second;
    }
  }
  return kNone;
}

bool isTrue(const std::string& value) {
  return value.starts_with('T') || value.starts_with('t') || value == "1";
}

std::optional<VoxelType> typeOf(const std::string& name) {
  static const std::map<std::string, VoxelType> kTypes = {
      {"MET_CHAR", VoxelType::Int8},     {"MET_UCHAR", VoxelType::UInt8},   {"MET_SHORT", VoxelType::Int16},
      {"MET_USHORT", VoxelType::UInt16}, {"MET_INT", VoxelType::Int32},     {"MET_UINT", VoxelType::UInt32},
      {"MET_FLOAT", VoxelType::Float32}, {"MET_DOUBLE", VoxelType::Float64}};
  const auto found = kTypes.find(name);
  return found == kTypes.end() ? std::nullopt : std::optional(found->second);
}

/// `count` numbers of a field; nothing where it has another number of them or something else.
std::optional<std::vector<double>> exactly(std::size_t count, const std::string& value) {
  auto found = numbers(value);
  return found && found->size() == count ? found : std::nullopt;
}

/// The sizes along all axes of the file. Errors: InvalidInput for sizes below 1; Unsupported for more than one volume.
Result<std::vector<std::int64_t>> readSizes(const Fields& fields, const ByteSource& source) {
  const auto count = parseInteger(valueOf(fields, {"NDims"}));
  if (!count || *count < 1 || *count > 10) {
    return badField(source, "NDims", valueOf(fields, {"NDims"}));
  }
  const std::string& text = valueOf(fields, {"DimSize"});
  const auto parts = words(text);
  if (parts.size() != static_cast<std::size_t>(*count)) {
    return badField(source, "DimSize", text);
  }
  std::vector<std::int64_t> sizes;
  for (const std::string_view part : parts) {
    const auto size = parseInteger(part);
    if (!size || *size < 1) {
      return badField(source, "DimSize", text);
    }
    if (sizes.size() >= 3 && *size > 1) {
      return unsupportedImage(source.name(), FACET_TEXT("imaging", "holds %1 volumes; one is wanted").with(*size));
    }
    sizes.push_back(*size);
  }
  return sizes;
}

Result<void> readGeometry(const Fields& fields, ImageHeader& header, const ByteSource& source) {
  auto sizes = readSizes(fields, source);
  if (!sizes) {
    return sizes.error();
  }
  const std::size_t axes = sizes->size();
  std::vector<double> spacing(axes, 1);
  if (const std::string& text = valueOf(fields, {"ElementSpacing", "ElementSize"}); !text.empty()) {
    const auto found = exactly(axes, text);
    if (!found || std::any_of(found->begin(), found->end(), [](double v) { return !(v > 0); })) {
      return badField(source, "ElementSpacing", text);
    }
    spacing = *found;
  }
  std::vector<double> matrix(axes * axes, 0);
  for (std::size_t axis = 0; axis < axes; ++axis) {
    matrix[axis * axes + axis] = 1;
  }
  const std::string& matrixText = valueOf(fields, {"TransformMatrix", "Rotation", "Orientation"});
  if (!matrixText.empty()) {
    const auto found = exactly(axes * axes, matrixText);
    if (!found) {
      return badField(source, "TransformMatrix", matrixText);
    }
    matrix = *found;
  }
  std::vector<double> offset(axes, 0);
  if (const std::string& text = valueOf(fields, {"Offset", "Position", "Origin"}); !text.empty()) {
    const auto found = exactly(axes, text);
    if (!found) {
      return badField(source, "Offset", text);
    }
    offset = *found;
  }

  sizes->resize(3, 1);
  header.grid.size = {(*sizes)[0], (*sizes)[1], (*sizes)[2]};
  Affine3& map = header.grid.lpsFromIjk;
  map.matrix = {};
  for (std::size_t axis = 0; axis < std::min<std::size_t>(axes, 3); ++axis) {
    // The file lists the direction of each axis in turn.
    for (std::size_t row = 0; row < std::min<std::size_t>(axes, 3); ++row) {
      map.matrix[row][axis] = matrix[axis * axes + row] * spacing[axis];
    }
    map.offset[axis] = offset[axis];
  }
  if (matrixText.empty() || axes < 3) {
    header.orientation = Orientation::Assumed;
    header.notices.push_back(
        {source.name(),
         FACET_TEXT("imaging",
                    "its header does not say which side is left: its axes were taken as left, posterior and superior"),
         {}});
  }
  return {};
}

/// ITK leaves these fields aside, and with it every program built on it.
void tellRescale(const Fields& fields, ImageHeader& header, const ByteSource& source) {
  const std::string& slope = valueOf(fields, {"ElementToIntensityFunctionSlope"});
  const std::string& offset = valueOf(fields, {"ElementToIntensityFunctionOffset"});
  if ((!slope.empty() && parseNumber(slope) != 1.0) || (!offset.empty() && parseNumber(offset) != 0.0)) {
    header.notices.push_back({source.name(),
                              FACET_TEXT("imaging", "its header asks for rescaling by slope %1 and offset %2: stored "
                                                    "values were taken, as most programs do")
                                  .with(slope.empty() ? "1" : slope, offset.empty() ? "0" : offset),
                              {}});
  }
}

Result<void> readPlaceOfVoxels(const Fields& fields, std::uint64_t headerEnd, ImageHeader& header,
                               const ByteSource& source) {
  const std::string& binary = valueOf(fields, {"BinaryData"});
  const bool packed = isTrue(valueOf(fields, {"CompressedData"}));
  header.packing = packed ? Packing::Deflate : !binary.empty() && !isTrue(binary) ? Packing::Text : Packing::None;
  header.byteOrder =
      isTrue(valueOf(fields, {"BinaryDataByteOrderMSB", "ElementByteOrderMSB"})) && header.packing != Packing::Text
          ? ByteOrder::Big
          : ByteOrder::Little;
  header.dataOffset = headerEnd;
  const std::string& file = valueOf(fields, {"ElementDataFile"});
  const std::string lower = toLowerAscii(file);
  if (lower == "list" || lower.starts_with("list ") || file.find('%') != std::string::npos) {
    return unsupportedImage(source.name(), FACET_TEXT("imaging", "its voxels are spread over several files"));
  }
  if (lower != "local") {
    auto data = openDetached(source, file);
    if (!data) {
      return data.error();
    }
    header.detached = std::move(data).value();
    header.dataOffset = 0;
  }
  const ByteSource& data = header.detached ? *header.detached : source;
  const std::string& skipText = valueOf(fields, {"HeaderSize"});
  const auto skip = skipText.empty() ? std::optional(0LL) : parseInteger(skipText);
  if (!skip || *skip < -1 || (*skip != 0 && header.packing != Packing::None)) {
    return badField(source, "HeaderSize", skipText);
  }
  if (*skip == -1) {
    const auto needed = voxelBytes(header.grid.size, header.type, {}, source.name());
    if (!needed) {
      return needed.error();
    }
    header.dataOffset = data.size() - std::min(data.size(), *needed);
  } else {
    header.dataOffset += static_cast<std::uint64_t>(*skip);
  }
  return {};
}

/// The side from which an axis comes, as ITK writes it: "RAI" is LPS.
char sideOf(Vec3 step) {
  const std::array<double, 3> sizes = {std::abs(step.x), std::abs(step.y), std::abs(step.z)};
  const auto axis = static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  return (step[axis] < 0 ? "LPS" : "RAI")[axis];
}

/// Any field that the format does not define for an image, and those that name or describe it.
FreeText freeTextOf(const Fields& fields) {
  static constexpr std::array<const char*, 31> kPlain = {"ObjectType",
                                                         "NDims",
                                                         "DimSize",
                                                         "ElementSpacing",
                                                         "ElementSize",
                                                         "TransformMatrix",
                                                         "Rotation",
                                                         "Orientation",
                                                         "Offset",
                                                         "Position",
                                                         "Origin",
                                                         "CenterOfRotation",
                                                         "AnatomicalOrientation",
                                                         "BinaryData",
                                                         "BinaryDataByteOrderMSB",
                                                         "ElementByteOrderMSB",
                                                         "CompressedData",
                                                         "CompressedDataSize",
                                                         "CompressionLevel",
                                                         "ElementType",
                                                         "ElementNumberOfChannels",
                                                         "ElementDataFile",
                                                         "HeaderSize",
                                                         "ElementMin",
                                                         "ElementMax",
                                                         "ElementToIntensityFunctionSlope",
                                                         "ElementToIntensityFunctionOffset",
                                                         "Color",
                                                         "Modality",
                                                         "DistanceUnits",
                                                         "SequenceID"};
  const bool found = std::any_of(fields.begin(), fields.end(), [](const auto& field) {
    return std::find(kPlain.begin(), kPlain.end(), field.first) == kPlain.end();
  });
  return found ? FreeText::Present : FreeText::None;
}

} // namespace

Result<ImageHeader> readMetaImageHeader(const ByteSource& source) {
  const auto text = readLines(source, [](std::string_view line) { return line.starts_with("ElementDataFile"); });
  if (!text) {
    return text.error();
  }
  Fields fields;
  for (std::size_t at = 0; at < text->lines.size(); ++at) {
    const std::string_view line = text->lines[at];
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) {
      if (trimText(line).empty()) {
        continue;
      }
      return invalidImage(source.name(), FACET_TEXT("imaging", "has a header line without a field"), atLine(at + 1));
    }
    fields[std::string(trimText(line.substr(0, equals)))] = trimText(line.substr(equals + 1));
  }
  const std::string& object = valueOf(fields, {"ObjectType"});
  if (!object.empty() && object != "Image") {
    return unsupportedImage(source.name(), FACET_TEXT("imaging", "holds a %1, no image").with(object));
  }
  if (!fields.contains("ElementDataFile")) {
    return invalidImage(source.name(), FACET_TEXT("imaging", "its header does not say where the voxels are"));
  }
  ImageHeader header;
  header.format = ImageFormat::MetaImage;
  header.space = CoordinateSpace::Scanner;
  header.freeText = freeTextOf(fields);
  const std::string& channels = valueOf(fields, {"ElementNumberOfChannels"});
  if (!channels.empty() && channels != "1") {
    return unsupportedImage(source.name(),
                            FACET_TEXT("imaging", "holds %1 values for each voxel; one is wanted").with(channels));
  }
  const std::string& typeName = valueOf(fields, {"ElementType"});
  const auto type = typeOf(typeName);
  if (!type) {
    return unsupportedImage(source.name(),
                            FACET_TEXT("imaging", "has voxels of type %1, which is not read").with(typeName));
  }
  header.type = *type;
  if (auto read = readGeometry(fields, header, source); !read) {
    return read.error();
  }
  tellRescale(fields, header, source);
  if (auto read = readPlaceOfVoxels(fields, text->end, header, source); !read) {
    return read.error();
  }
  return header;
}

std::string metaImageHead(const Volume& volume, std::string_view dataFile, std::uint64_t packedBytes) {
  static constexpr std::array<const char*, 8> kTypes = {"MET_CHAR", "MET_UCHAR", "MET_SHORT", "MET_USHORT",
                                                        "MET_INT",  "MET_UINT",  "MET_FLOAT", "MET_DOUBLE"};
  const Grid& grid = volume.grid();
  const Vec3 spacing = grid.spacingMm();
  std::string matrix;
  std::string offset;
  std::string lengths;
  std::string sides;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const Vec3 step = grid.lpsFromIjk.column(axis);
    for (std::size_t row = 0; row < 3; ++row) {
      matrix += " " + exactText(step[row] / spacing[axis]);
    }
    offset += " " + exactText(grid.lpsFromIjk.offset[axis]);
    lengths += " " + exactText(spacing[axis]);
    sides += sideOf(step);
  }
  std::string text = "ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\n";
  text += packedBytes == 0 ? "CompressedData = False\n"
                           : "CompressedData = True\nCompressedDataSize = " + std::to_string(packedBytes) + "\n";
  text += "TransformMatrix =" + matrix + "\nOffset =" + offset + "\nCenterOfRotation = 0 0 0\n";
  text += "AnatomicalOrientation = " + sides + "\nElementSpacing =" + lengths + "\n";
  text += "DimSize = " + std::to_string(grid.size.i) + " " + std::to_string(grid.size.j) + " " +
          std::to_string(grid.size.k) + "\n";
  text += "ElementType = " + std::string(kTypes[static_cast<std::size_t>(volume.type())]) + "\n";
  text += "ElementDataFile = " + std::string(dataFile) + "\n";
  return text;
}

} // namespace facet::imaging
