#include "image_header.h"
#include "text_header.h"

#include <facet/core/text.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

// Source of the format: "Definition of NRRD File Format", teem.sourceforge.net/nrrd/format.html.

namespace facet::imaging {
namespace {

using Fields = std::map<std::string, std::string>;

std::optional<VoxelType> typeOf(const std::string& name) {
  static const std::map<std::string, VoxelType> kTypes = {
      {"signed char", VoxelType::Int8},
      {"int8", VoxelType::Int8},
      {"int8_t", VoxelType::Int8},
      {"uchar", VoxelType::UInt8},
      {"unsigned char", VoxelType::UInt8},
      {"uint8", VoxelType::UInt8},
      {"uint8_t", VoxelType::UInt8},
      {"short", VoxelType::Int16},
      {"short int", VoxelType::Int16},
      {"signed short", VoxelType::Int16},
      {"signed short int", VoxelType::Int16},
      {"int16", VoxelType::Int16},
      {"int16_t", VoxelType::Int16},
      {"ushort", VoxelType::UInt16},
      {"unsigned short", VoxelType::UInt16},
      {"unsigned short int", VoxelType::UInt16},
      {"uint16", VoxelType::UInt16},
      {"uint16_t", VoxelType::UInt16},
      {"int", VoxelType::Int32},
      {"signed int", VoxelType::Int32},
      {"int32", VoxelType::Int32},
      {"int32_t", VoxelType::Int32},
      {"uint", VoxelType::UInt32},
      {"unsigned int", VoxelType::UInt32},
      {"uint32", VoxelType::UInt32},
      {"uint32_t", VoxelType::UInt32},
      {"float", VoxelType::Float32},
      {"double", VoxelType::Float64},
  };
  const auto found = kTypes.find(name);
  return found == kTypes.end() ? std::nullopt : std::optional(found->second);
}

Error badField(const ByteSource& source, const char* field, const std::string& value) {
  return invalidImage(source.name(), FACET_TEXT("imaging", "its header says %1: %2").with(field, value));
}

/// A field's value, or an empty text where the header has no such field.
const std::string& valueOf(const Fields& fields, const char* field) {
  static const std::string kNone;
  const auto found = fields.find(field);
  return found == fields.end() ? kNone : found->second;
}

/// Fields by name in lower case; "datafile" and the like under the spelling with a space.
Result<Fields> parseFields(const std::vector<std::string>& lines, const ByteSource& source) {
  static const std::map<std::string, std::string> kOther = {{"datafile", "data file"}, {"lineskip", "line skip"},
                                                            {"byteskip", "byte skip"}, {"centers", "centerings"},
                                                            {"axismins", "axis mins"}, {"axismaxs", "axis maxs"}};
  Fields fields;
  for (std::size_t at = 1; at < lines.size(); ++at) {
    const std::string_view line = lines[at];
    if (line.empty() || line.starts_with('#')) {
      continue;
    }
    const std::size_t colon = line.ends_with(':') ? line.size() - 1 : line.find(": ");
    const std::size_t pair = line.find(":=");
    if (pair != std::string_view::npos && pair < colon) {
      continue;
    }
    if (colon == std::string_view::npos) {
      return invalidImage(source.name(), FACET_TEXT("imaging", "has a header line without a field"), atLine(at + 1));
    }
    std::string field = toLowerAscii(trimText(line.substr(0, colon)));
    if (const auto other = kOther.find(field); other != kOther.end()) {
      field = other->second;
    }
    if (!fields.emplace(field, trimText(line.substr(colon + 1))).second) {
      return invalidImage(source.name(), FACET_TEXT("imaging", "its header has the field %1 twice").with(field),
                          atLine(at + 1));
    }
  }
  return fields;
}

/// "(a,b,c)" or "none", one for each axis; nothing where the text is neither.
std::optional<std::vector<std::optional<std::vector<double>>>> vectors(std::string_view text) {
  std::vector<std::optional<std::vector<double>>> found;
  while (!(text = trimText(text)).empty()) {
    if (text.starts_with("none")) {
      found.emplace_back(std::nullopt);
      text.remove_prefix(4);
      continue;
    }
    const std::size_t close = text.find(')');
    if (!text.starts_with('(') || close == std::string_view::npos) {
      return std::nullopt;
    }
    std::vector<double> values;
    for (const std::string_view part : splitText(text.substr(1, close - 1), ',')) {
      const auto value = parseNumber(trimText(part));
      if (!value) {
        return std::nullopt;
      }
      values.push_back(*value);
    }
    found.emplace_back(std::move(values));
    text.remove_prefix(close + 1);
  }
  return found;
}

/// Signs that turn the axes of a space to LPS.
struct Space {
  double x;
  double y;
  double z;
  Orientation orientation;
};

std::optional<Space> spaceOf(const std::string& name) {
  static const std::map<std::string, Space> kSpaces = {
      {"left-posterior-superior", {1, 1, 1, Orientation::Stated}},
      {"lps", {1, 1, 1, Orientation::Stated}},
      {"right-anterior-superior", {-1, -1, 1, Orientation::Stated}},
      {"ras", {-1, -1, 1, Orientation::Stated}},
      {"left-anterior-superior", {1, -1, 1, Orientation::Stated}},
      {"las", {1, -1, 1, Orientation::Stated}},
      {"scanner-xyz", {1, 1, 1, Orientation::Assumed}},
      {"3d-right-handed", {1, 1, 1, Orientation::Assumed}},
      {"3d-left-handed", {1, 1, 1, Orientation::Assumed}},
  };
  const auto found = kSpaces.find(name);
  return found == kSpaces.end() ? std::nullopt : std::optional(found->second);
}

/// What an axis of the file is: its size, and its step where it has one.
struct Axis {
  std::int64_t size = 1;
  std::optional<Vec3> step;
  bool spatial = false;
};

Result<std::vector<Axis>> readAxes(const Fields& fields, const ByteSource& source) {
  const auto dimension = parseInteger(valueOf(fields, "dimension"));
  if (!dimension || *dimension < 1 || *dimension > 16) {
    return badField(source, "dimension", valueOf(fields, "dimension"));
  }
  const auto count = static_cast<std::size_t>(*dimension);
  std::vector<Axis> axes(count);
  const auto sizes = words(valueOf(fields, "sizes"));
  if (sizes.size() != count) {
    return badField(source, "sizes", valueOf(fields, "sizes"));
  }
  for (std::size_t axis = 0; axis < count; ++axis) {
    const auto size = parseInteger(sizes[axis]);
    if (!size || *size < 1) {
      return badField(source, "sizes", valueOf(fields, "sizes"));
    }
    axes[axis].size = *size;
  }
  const std::string& kinds = valueOf(fields, "kinds");
  const auto kindWords = words(kinds);
  if (!kinds.empty() && kindWords.size() != count) {
    return badField(source, "kinds", kinds);
  }
  for (std::size_t axis = 0; axis < count; ++axis) {
    const std::string kind = kindWords.empty() ? "" : toLowerAscii(kindWords[axis]);
    axes[axis].spatial = kind.empty() || kind == "domain" || kind == "space" || kind == "???" || kind == "none";
    if (!axes[axis].spatial && axes[axis].size > 1) {
      return unsupportedImage(source.name(),
                              FACET_TEXT("imaging", "holds %1 values for each voxel (axis of kind %2); one is wanted")
                                  .with(axes[axis].size, std::string(kindWords[axis])));
    }
  }
  return axes;
}

/// Steps of axes without "space directions": along the file's own axes, with its spacings.
Result<void> useSpacings(const Fields& fields, std::vector<Axis>& axes, const ByteSource& source) {
  const std::string& text = valueOf(fields, "spacings");
  const auto spacings = words(text);
  if (!text.empty() && spacings.size() != axes.size()) {
    return badField(source, "spacings", text);
  }
  std::size_t along = 0;
  for (std::size_t axis = 0; axis < axes.size() && along < 3; ++axis) {
    if (!axes[axis].spatial) {
      continue;
    }
    double step = 1;
    if (!spacings.empty() && toLowerAscii(spacings[axis]) != "nan") {
      const auto value = parseNumber(spacings[axis]);
      if (!value || !(*value > 0)) {
        return badField(source, "spacings", text);
      }
      step = *value;
    } else if (!spacings.empty() && axes[axis].size > 1) {
      return badField(source, "spacings", text);
    }
    Vec3 direction;
    direction[along++] = step;
    axes[axis].step = direction;
  }
  return {};
}

Result<void> useDirections(const Fields& fields, std::vector<Axis>& axes, const ByteSource& source) {
  const std::string& text = valueOf(fields, "space directions");
  const auto directions = vectors(text);
  if (!directions || directions->size() != axes.size()) {
    return badField(source, "space directions", text);
  }
  for (std::size_t axis = 0; axis < axes.size(); ++axis) {
    const auto& direction = (*directions)[axis];
    if (direction && direction->size() != 3) {
      return badField(source, "space directions", text);
    }
    if (direction) {
      axes[axis].step = Vec3{(*direction)[0], (*direction)[1], (*direction)[2]};
    }
  }
  return {};
}

/// The grid from the axes that have a step; all others hold one element.
Result<void> readGeometry(const Fields& fields, ImageHeader& header, const ByteSource& source) {
  auto axes = readAxes(fields, source);
  if (!axes) {
    return axes.error();
  }
  const bool directed = fields.contains("space directions");
  if (auto read = directed ? useDirections(fields, *axes, source) : useSpacings(fields, *axes, source); !read) {
    return read;
  }
  std::array<std::int64_t, 3> sizes = {1, 1, 1};
  Affine3 map;
  map.matrix = {};
  std::size_t used = 0;
  for (const Axis& axis : *axes) {
    if (axis.step && used < 3) {
      sizes[used] = axis.size;
      map.setColumn(used++, *axis.step);
    } else if (axis.size > 1) {
      return unsupportedImage(source.name(), FACET_TEXT("imaging", "holds %1 volumes; one is wanted").with(axis.size));
    }
  }
  header.grid.size = {sizes[0], sizes[1], sizes[2]};

  const std::string& spaceName = valueOf(fields, "space");
  const auto space = spaceOf(toLowerAscii(spaceName));
  if (!spaceName.empty() && !space) {
    return unsupportedImage(source.name(),
                            FACET_TEXT("imaging", "lies in the space %1, which is not read").with(spaceName));
  }
  const Space signs = space.value_or(Space{1, 1, 1, Orientation::Assumed});
  if (const std::string& origin = valueOf(fields, "space origin"); !origin.empty()) {
    const auto parsed = vectors(origin);
    if (!parsed || parsed->size() != 1 || !parsed->front() || parsed->front()->size() != 3) {
      return badField(source, "space origin", origin);
    }
    const auto& point = *parsed->front();
    map.offset = {point[0], point[1], point[2]};
  }
  for (std::size_t column = 0; column < 3; ++column) {
    const Vec3 step = map.column(column);
    map.setColumn(column, {step.x * signs.x, step.y * signs.y, step.z * signs.z});
  }
  map.offset = {map.offset.x * signs.x, map.offset.y * signs.y, map.offset.z * signs.z};
  header.grid.lpsFromIjk = map;
  header.orientation = directed ? signs.orientation : Orientation::Assumed;
  if (header.orientation == Orientation::Assumed) {
    header.notices.push_back(
        {source.name(),
         FACET_TEXT("imaging",
                    "its header does not say which side is left: its axes were taken as left, posterior and superior"),
         {}});
  }
  return {};
}

/// Moves the begin of the voxels behind `count` line ends.
Result<void> skipLines(std::uint64_t count, ImageHeader& header, const ByteSource& data) {
  std::string part(std::size_t(1) << 16U, '\0');
  while (count > 0) {
    const std::uint64_t left = data.size() - std::min(data.size(), header.dataOffset);
    part.resize(static_cast<std::size_t>(std::min<std::uint64_t>(left, part.size())));
    if (part.empty()) {
      return Error{ErrorCode::Corrupt, data.name(), FACET_TEXT("imaging", "ends before its voxels begin")};
    }
    if (auto read = data.readAt(header.dataOffset, std::as_writable_bytes(std::span(part))); !read) {
      return read;
    }
    std::size_t at = 0;
    while (count > 0 && (at = part.find('\n', at)) != std::string::npos) {
      --count;
      ++at;
    }
    header.dataOffset += count == 0 ? at : part.size();
  }
  return {};
}

Result<void> readPlaceOfVoxels(const Fields& fields, std::uint64_t headerEnd, ImageHeader& header,
                               const ByteSource& source) {
  const std::string encoding = toLowerAscii(valueOf(fields, "encoding"));
  if (encoding == "gz" || encoding == "gzip") {
    header.packing = Packing::Deflate;
  } else if (encoding == "txt" || encoding == "text" || encoding == "ascii") {
    header.packing = Packing::Text;
  } else if (encoding != "raw") {
    return unsupportedImage(source.name(),
                            FACET_TEXT("imaging", "its voxels are encoded as %1, which is not read").with(encoding));
  }
  const std::string endian = toLowerAscii(valueOf(fields, "endian"));
  if (header.packing != Packing::Text && bytesPerVoxel(header.type) > 1 && endian != "little" && endian != "big") {
    return badField(source, "endian", endian);
  }
  header.byteOrder = endian == "big" && header.packing != Packing::Text ? ByteOrder::Big : ByteOrder::Little;

  header.dataOffset = headerEnd;
  if (const std::string& file = valueOf(fields, "data file"); !file.empty()) {
    if (file == "LIST" || file.starts_with("LIST ") || file.find('%') != std::string::npos) {
      return unsupportedImage(source.name(), FACET_TEXT("imaging", "its voxels are spread over several files"));
    }
    auto data = openDetached(source, file.starts_with("./") ? file.substr(2) : file);
    if (!data) {
      return data.error();
    }
    header.detached = std::move(data).value();
    header.dataOffset = 0;
  }
  const ByteSource& data = header.detached ? *header.detached : source;
  const std::string& lineSkip = valueOf(fields, "line skip");
  const std::string& byteSkip = valueOf(fields, "byte skip");
  const auto lines = lineSkip.empty() ? std::optional(0LL) : parseInteger(lineSkip);
  const auto bytes = byteSkip.empty() ? std::optional(0LL) : parseInteger(byteSkip);
  if (!lines || *lines < 0) {
    return badField(source, "line skip", lineSkip);
  }
  if (!bytes || *bytes < -1 || (*bytes == -1 && header.packing != Packing::None)) {
    return badField(source, "byte skip", byteSkip);
  }
  if (auto skipped = skipLines(static_cast<std::uint64_t>(*lines), header, data); !skipped) {
    return skipped;
  }
  if (*bytes == -1) {
    const auto needed = voxelBytes(header.grid.size, header.type, {}, source.name());
    if (!needed) {
      return needed.error();
    }
    header.dataOffset = data.size() - std::min(data.size(), *needed);
  } else if (header.packing == Packing::Deflate) {
    header.skipUnpacked = static_cast<std::uint64_t>(*bytes);
  } else {
    header.dataOffset += static_cast<std::uint64_t>(*bytes);
  }
  return {};
}

/// Comments, keys with values and "content"; not the two comments that all NRRD writers put first.
FreeText freeTextOf(const std::vector<std::string>& lines) {
  const bool found = std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
    const bool usual = line.starts_with("# Complete NRRD file format specification at:") ||
                       line == "# http://teem.sourceforge.net/nrrd/format.html";
    return (line.starts_with('#') && !usual) || line.find(":=") != std::string::npos ||
           toLowerAscii(line).starts_with("content:");
  });
  return found ? FreeText::Present : FreeText::None;
}

} // namespace

Result<ImageHeader> readNrrdHeader(const ByteSource& source) {
  const auto text = readLines(source, [](std::string_view line) { return line.empty(); });
  if (!text) {
    return text.error();
  }
  const auto fields = parseFields(text->lines, source);
  if (!fields) {
    return fields.error();
  }
  ImageHeader header;
  header.format = ImageFormat::Nrrd;
  header.space = CoordinateSpace::Scanner;
  header.freeText = freeTextOf(text->lines);
  const std::string typeName = toLowerAscii(valueOf(*fields, "type"));
  const auto type = typeOf(typeName);
  if (!type) {
    return unsupportedImage(source.name(),
                            FACET_TEXT("imaging", "has voxels of type %1, which is not read").with(typeName));
  }
  header.type = *type;
  if (auto read = readGeometry(*fields, header, source); !read) {
    return read.error();
  }
  if (auto read = readPlaceOfVoxels(*fields, text->end, header, source); !read) {
    return read.error();
  }
  return header;
}

std::string nrrdHead(const Volume& volume, Packing packing) {
  static constexpr std::array<const char*, 8> kTypes = {"int8",  "uint8",  "int16", "uint16",
                                                        "int32", "uint32", "float", "double"};
  const Grid& grid = volume.grid();
  const auto vectorText = [](Vec3 v) {
    return "(" + exactText(v.x) + "," + exactText(v.y) + "," + exactText(v.z) + ")";
  };
  std::string text = "NRRD0005\n";
  text += "type: " + std::string(kTypes[static_cast<std::size_t>(volume.type())]) + "\n";
  text += "dimension: 3\nspace: left-posterior-superior\n";
  text += "sizes: " + std::to_string(grid.size.i) + " " + std::to_string(grid.size.j) + " " +
          std::to_string(grid.size.k) + "\n";
  text += "space directions:";
  for (std::size_t axis = 0; axis < 3; ++axis) {
    text += " " + vectorText(grid.lpsFromIjk.column(axis));
  }
  text += "\nkinds: domain domain domain\nendian: little\n";
  text += packing == Packing::Deflate ? "encoding: gzip\n" : "encoding: raw\n";
  text += "space origin: " + vectorText(grid.lpsFromIjk.offset) + "\n\n";
  return text;
}

} // namespace facet::imaging
