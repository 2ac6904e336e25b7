#include "image_header.h"
#include "inflate.h"
#include "nifti_turn.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>

// Source of the layout and of every rule: nifti1.h and nifti2.h (NIfTI Data Format Working Group).

namespace facet::imaging {
namespace {

constexpr std::size_t kNifti1Bytes = 348;
constexpr std::size_t kNifti2Bytes = 540;

/// A header as bytes, with the order in which its numbers stand.
struct RawHeader {
  std::string bytes;
  bool second = false; ///< NIfTI-2
  bool swapped = false;

  template <class T>
  [[nodiscard]] T get(std::size_t offset) const {
    std::array<char, sizeof(T)> raw{};
    std::memcpy(raw.data(), bytes.data() + offset, sizeof(T));
    if (swapped) {
      std::reverse(raw.begin(), raw.end());
    }
    return std::bit_cast<T>(raw);
  }
  [[nodiscard]] double real(std::size_t first, std::size_t secondOffset, std::size_t index = 0) const {
    return second ? get<double>(secondOffset + 8 * index) : static_cast<double>(get<float>(first + 4 * index));
  }
  [[nodiscard]] std::int64_t dim(std::size_t index) const {
    return second ? get<std::int64_t>(16 + 8 * index) : get<std::int16_t>(40 + 2 * index);
  }
  [[nodiscard]] int datatype() const { return get<std::int16_t>(second ? 12 : 70); }
  [[nodiscard]] int bitpix() const { return get<std::int16_t>(second ? 14 : 72); }
  [[nodiscard]] double pixdim(std::size_t index) const { return real(76, 104, index); }
  [[nodiscard]] double slope() const { return real(112, 176); }
  [[nodiscard]] double intercept() const { return real(116, 184); }
  [[nodiscard]] int qformCode() const { return second ? get<std::int32_t>(344) : get<std::int16_t>(252); }
  [[nodiscard]] int sformCode() const { return second ? get<std::int32_t>(348) : get<std::int16_t>(254); }
  [[nodiscard]] double quaternion(std::size_t index) const { return real(256, 352, index); }
  [[nodiscard]] double qoffset(std::size_t index) const { return real(268, 376, index); }
  [[nodiscard]] double srow(std::size_t row, std::size_t column) const { return real(280, 400, 4 * row + column); }
  [[nodiscard]] int units() const { return second ? get<std::int32_t>(500) : get<std::uint8_t>(123); }
  [[nodiscard]] std::string_view magic() const { return std::string_view(bytes).substr(second ? 4 : 344, 4); }
  [[nodiscard]] std::size_t size() const { return second ? kNifti2Bytes : kNifti1Bytes; }
};

std::optional<VoxelType> typeOf(int code) {
  switch (code) {
  case 2:
    return VoxelType::UInt8;
  case 4:
    return VoxelType::Int16;
  case 8:
    return VoxelType::Int32;
  case 16:
    return VoxelType::Float32;
  case 64:
    return VoxelType::Float64;
  case 256:
    return VoxelType::Int8;
  case 512:
    return VoxelType::UInt16;
  case 768:
    return VoxelType::UInt32;
  default:
    return std::nullopt;
  }
}

std::string foreignType(int code) {
  switch (code) {
  case 1:
    return "bit";
  case 32:
    return "complex64";
  case 128:
    return "RGB24";
  case 1024:
    return "int64";
  case 1280:
    return "uint64";
  case 1536:
    return "float128";
  case 1792:
    return "complex128";
  case 2048:
    return "complex256";
  case 2304:
    return "RGBA32";
  default:
    return "number " + std::to_string(code);
  }
}

CoordinateSpace spaceOf(int code) {
  switch (code) {
  case 1:
    return CoordinateSpace::Scanner;
  case 2:
    return CoordinateSpace::Aligned;
  case 3:
    return CoordinateSpace::Talairach;
  case 4:
    return CoordinateSpace::Mni152;
  case 5:
    return CoordinateSpace::OtherTemplate;
  default:
    return CoordinateSpace::Unknown;
  }
}

/// NIfTI's coordinates are RAS.
Affine3 lpsFromRas(Affine3 map) {
  for (std::size_t row = 0; row < 2; ++row) {
    for (double& value : map.matrix[row]) {
      value = -value;
    }
    map.offset[row] = -map.offset[row];
  }
  return map;
}

Affine3 sform(const RawHeader& raw) {
  Affine3 map;
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      map.matrix[row][column] = raw.srow(row, column);
    }
    map.offset[row] = raw.srow(row, 3);
  }
  return lpsFromRas(map);
}

Affine3 qform(const RawHeader& raw, const std::array<double, 3>& spacing) {
  const auto axes = axesOfQuaternion(raw.quaternion(0), raw.quaternion(1), raw.quaternion(2));
  Affine3 map;
  for (std::size_t column = 0; column < 3; ++column) {
    const double sign = column == 2 && raw.pixdim(0) < 0 ? -1 : 1;
    map.setColumn(column, axes[column] * (spacing[column] * sign));
    map.offset[column] = raw.qoffset(column);
  }
  return lpsFromRas(map);
}

/// The header whose numbers make sense in one of the byte orders, or nothing.
std::optional<RawHeader> recognise(std::string_view bytes) {
  for (const bool second : {false, true}) {
    RawHeader raw{std::string(bytes), second, false};
    if (bytes.size() < raw.size()) {
      continue;
    }
    for (const bool swapped : {false, true}) {
      raw.swapped = swapped;
      if (raw.get<std::int32_t>(0) == static_cast<std::int32_t>(raw.size()) && raw.dim(0) >= 1 && raw.dim(0) <= 7) {
        return raw;
      }
    }
  }
  return std::nullopt;
}

/// The three sizes. Errors: Unsupported for more than one volume; InvalidInput for sizes below 1.
Result<GridSize> readSize(const RawHeader& raw, const std::string& name) {
  std::array<std::int64_t, 8> dim{};
  dim.fill(1);
  const auto used = static_cast<std::size_t>(raw.dim(0));
  for (std::size_t axis = 1; axis <= used; ++axis) {
    dim[axis] = raw.dim(axis);
    if (dim[axis] < 1) {
      return invalidImage(name, FACET_TEXT("imaging", "its header gives axis %1 the size %2").with(axis, dim[axis]));
    }
  }
  if (dim[4] > 1) {
    return unsupportedImage(name, FACET_TEXT("imaging", "holds %1 volumes; one is wanted").with(dim[4]));
  }
  for (std::size_t axis = 5; axis < 8; ++axis) {
    if (dim[axis] > 1) {
      return unsupportedImage(name,
                              FACET_TEXT("imaging", "holds %1 values for each voxel; one is wanted").with(dim[axis]));
    }
  }
  return GridSize{dim[1], dim[2], dim[3]};
}

void turnToMillimetres(const RawHeader& raw, ImageHeader& header, const std::string& name) {
  const int unit = raw.units() & 7;
  if (unit != 1 && unit != 3) {
    return;
  }
  const double scale = unit == 1 ? 1000 : 0.001;
  Affine3& map = header.grid.lpsFromIjk;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    map.setColumn(axis, map.column(axis) * scale);
  }
  map.offset = map.offset * scale;
  header.notices.push_back(
      {name,
       unit == 1 ? FACET_TEXT("imaging", "its lengths are in metres and were turned to millimetres")
                 : FACET_TEXT("imaging", "its lengths are in micrometres and were turned to millimetres"),
       {}});
}

/// The spacing, or nothing where an axis of more than one voxel has none that can be used.
std::optional<std::array<double, 3>> usableSpacing(const RawHeader& raw, GridSize size) {
  std::array<double, 3> spacing{};
  const std::array<std::int64_t, 3> sizes = {size.i, size.j, size.k};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const double value = raw.pixdim(axis + 1);
    const bool good = std::isfinite(value) && value > 0;
    if (!good && (sizes[axis] > 1 || value < 0 || std::isnan(value))) {
      return std::nullopt;
    }
    spacing[axis] = good ? value : 0;
  }
  return spacing;
}

Error badSpacing(const RawHeader& raw, const std::string& name) {
  return invalidImage(name, FACET_TEXT("imaging", "its header gives the voxels the spacing %1 × %2 × %3")
                                .with(raw.pixdim(1), raw.pixdim(2), raw.pixdim(3)));
}

/// Neither form: nothing says which side is which. Taken as most programs do (nibabel, FSL): stored from the patient's
/// right to the left, from back to front, from below to above, with the origin in the middle.
Result<void> assumeOrientation(const RawHeader& raw, ImageHeader& header, const std::string& name) {
  const auto spacing = usableSpacing(raw, header.grid.size);
  if (!spacing) {
    return badSpacing(raw, name);
  }
  Affine3 map;
  const std::array<std::int64_t, 3> sizes = {header.grid.size.i, header.grid.size.j, header.grid.size.k};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    map.matrix[axis][axis] = (axis == 1 ? -1 : 1) * (*spacing)[axis];
    map.offset[axis] = -map.matrix[axis][axis] * static_cast<double>(sizes[axis] - 1) / 2;
  }
  header.grid.lpsFromIjk = map;
  header.orientation = Orientation::Assumed;
  header.notices.push_back(
      {name,
       FACET_TEXT("imaging", "its header has neither an sform nor a qform, so left and right are not known: the first "
                             "voxel was taken as right, posterior and inferior"),
       {}});
  return {};
}

void tellConflict(const RawHeader& raw, const Grid& s, const Grid& q, ImageHeader& header, const std::string& name) {
  const double apart = s.largestDistanceMm(q);
  const Vec3 spacing = s.spacingMm();
  // A tenth of a voxel; a qform holds its turn in four rounded numbers.
  if (apart <= std::max(0.01, 0.1 * std::min({spacing.x, spacing.y, spacing.z}))) {
    return;
  }
  const bool mirrored = s.lpsFromIjk.determinant() * q.lpsFromIjk.determinant() < 0;
  const double shown = std::round(apart * 100) / 100;
  header.notices.push_back(
      {name,
       mirrored
           ? FACET_TEXT("imaging", "its sform and qform mirror each other and place a voxel up to %1 mm apart: the "
                                   "sform was taken, as its code is %2 (the qform's is %3)")
                 .with(shown, raw.sformCode(), raw.qformCode())
           : FACET_TEXT("imaging", "its sform and qform place a voxel up to %1 mm apart: the sform was taken, as "
                                   "its code is %2 (the qform's is %3)")
                 .with(shown, raw.sformCode(), raw.qformCode()),
       {}});
}

Result<void> readGeometry(const RawHeader& raw, ImageHeader& header, const std::string& name) {
  const auto spacing = usableSpacing(raw, header.grid.size);
  Grid s{header.grid.size, sform(raw)};
  Grid q{header.grid.size, spacing ? qform(raw, *spacing) : Affine3{}};
  // A single slice may lack its thickness: judged here as if it were there.
  const auto placed = [](Grid grid) {
    ImageHeader probe;
    probe.grid = grid;
    return grid.lpsFromIjk.isFinite() && settleAxes(probe, {}).ok();
  };
  const bool sUsable = raw.sformCode() > 0 && placed(s);
  const bool qUsable = raw.qformCode() > 0 && spacing && placed(q);
  if (raw.sformCode() > 0 && !sUsable && qUsable) {
    header.notices.push_back(
        {name, FACET_TEXT("imaging", "its sform has no length or lies in one plane: the qform was taken"), {}});
  }
  if (raw.qformCode() > 0 && !qUsable && sUsable) {
    header.notices.push_back(
        {name,
         FACET_TEXT("imaging", "its qform cannot be used (spacing %1 × %2 × %3): the sform was taken")
             .with(raw.pixdim(1), raw.pixdim(2), raw.pixdim(3)),
         {}});
  }
  if (!sUsable && !qUsable) {
    if (raw.sformCode() > 0) {
      return invalidImage(name, FACET_TEXT("imaging", "the axes in its header have no length or lie in one plane"));
    }
    if (raw.qformCode() > 0) {
      return spacing ? invalidImage(name, FACET_TEXT("imaging", "its qform is no turn and shift"))
                     : badSpacing(raw, name);
    }
    return assumeOrientation(raw, header, name);
  }
  if (sUsable && qUsable) {
    tellConflict(raw, s, q, header, name);
  }
  header.grid = sUsable ? s : q;
  header.space = spaceOf(sUsable ? raw.sformCode() : raw.qformCode());
  return {};
}

void readRescale(const RawHeader& raw, ImageHeader& header, const std::string& name) {
  const double slope = raw.slope();
  const double intercept = raw.intercept();
  // Slope 0 means "none" in the standard, NaN with NaN means it in nibabel's files.
  const bool unset = (slope == 0 && (intercept == 0 || std::isnan(intercept))) ||
                     (std::isnan(slope) && std::isnan(intercept)) || (std::isnan(slope) && intercept == 0);
  if (std::isfinite(slope) && slope != 0 && std::isfinite(intercept)) {
    header.rescale = {slope, intercept};
  } else if (!unset) {
    header.notices.push_back(
        {name,
         FACET_TEXT("imaging",
                    "its header rescales by slope %1 and intercept %2, which means nothing: stored values were taken")
             .with(slope, intercept),
         {}});
  }
}

/// Where the voxels begin. Errors: InvalidInput for an offset inside the header or that is no whole number.
Result<std::uint64_t> readOffset(const RawHeader& raw, bool single, ImageHeader& header, const std::string& name) {
  const double offset =
      raw.second ? static_cast<double>(raw.get<std::int64_t>(168)) : static_cast<double>(raw.get<float>(108));
  const double smallest = single ? static_cast<double>(raw.size() + 4) : 0;
  if (single && offset == 0) {
    header.notices.push_back(
        {name,
         FACET_TEXT("imaging", "its header does not say where the voxels begin: they were read right after it"),
         {}});
    return static_cast<std::uint64_t>(smallest);
  }
  if (!(offset >= smallest && offset < 9e15) || offset != std::floor(offset)) {
    return invalidImage(name, FACET_TEXT("imaging", "its header puts the voxels at byte %1").with(offset));
  }
  return static_cast<std::uint64_t>(offset);
}

Result<RawHeader> readRaw(const ByteSource& source, bool packed) {
  std::string bytes(kNifti2Bytes, '\0');
  if (packed) {
    Inflater inflater(source, 0, source.size());
    const auto got = inflater.read(std::as_writable_bytes(std::span(bytes)));
    if (!got) {
      return got.error();
    }
    bytes.resize(*got);
  } else {
    auto head = source.head(kNifti2Bytes);
    if (!head) {
      return head.error();
    }
    bytes = std::move(head).value();
  }
  auto raw = recognise(bytes);
  if (!raw) {
    return unsupportedImage(source.name(), FACET_TEXT("imaging", "is no image in a format that is read here"));
  }
  return std::move(*raw);
}

/// Texts and extensions are the only places where a NIfTI header can say who was scanned.
FreeText freeTextOf(const RawHeader& raw, std::uint64_t offset, bool single) {
  using Place = std::pair<std::size_t, std::size_t>;
  // data_type, db_name, descrip, aux_file and intent_name; in NIfTI-2 the first two are gone.
  static constexpr std::array<Place, 5> kFirst = {{{4, 10}, {14, 18}, {148, 80}, {228, 24}, {328, 16}}};
  static constexpr std::array<Place, 3> kSecond = {{{240, 80}, {320, 24}, {508, 16}}};
  const std::span<const Place> places = raw.second ? std::span<const Place>(kSecond) : std::span<const Place>(kFirst);
  const bool text = std::any_of(places.begin(), places.end(), [&](Place place) {
    const std::string_view bytes = std::string_view(raw.bytes).substr(place.first, place.second);
    return bytes.find_first_not_of(std::string_view("\0 ", 2)) != std::string_view::npos;
  });
  return text || (single && offset > raw.size() + 4) ? FreeText::Present : FreeText::None;
}

/// NAME.img for a NAME.hdr, in the header's spelling.
std::string dataNameOf(const std::string& headerName) {
  const std::filesystem::path path(headerName);
  const std::string extension = path.extension().string();
  const bool upper = extension.size() > 1 && extension[1] == 'H';
  return path.stem().string() + (upper ? ".IMG" : ".img");
}

} // namespace

Result<ImageHeader> readNiftiHeader(const ByteSource& source) {
  auto start = source.head(2);
  if (!start) {
    return start.error();
  }
  const bool packed = *start == "\x1F\x8B";
  const auto raw = readRaw(source, packed);
  if (!raw) {
    return raw.error();
  }
  const std::string& name = source.name();
  const bool single = raw->magic() == (raw->second ? std::string_view("n+2\0", 4) : std::string_view("n+1\0", 4));
  const bool pair = raw->magic() == (raw->second ? std::string_view("ni2\0", 4) : std::string_view("ni1\0", 4));
  if (pair && packed) {
    return unsupportedImage(name, FACET_TEXT("imaging", "is one of two compressed files; unpack both to read them"));
  }
  if (!single && !pair) {
    return unsupportedImage(
        name, FACET_TEXT("imaging", "is an Analyze header or a damaged NIfTI header: it has no NIfTI mark"));
  }
  ImageHeader header;
  header.format = ImageFormat::Nifti;
  header.byteOrder = raw->swapped ? ByteOrder::Big : ByteOrder::Little;

  const auto type = typeOf(raw->datatype());
  if (!type) {
    return unsupportedImage(
        name, FACET_TEXT("imaging", "has voxels of type %1, which is not read").with(foreignType(raw->datatype())));
  }
  header.type = *type;
  if (raw->bitpix() != static_cast<int>(8 * bytesPerVoxel(*type))) {
    header.notices.push_back(
        {name,
         FACET_TEXT("imaging", "its header gives %1 bits to voxels of type %2: the type was followed")
             .with(raw->bitpix(), nameOf(*type)),
         {}});
  }
  const auto size = readSize(*raw, name);
  if (!size) {
    return size.error();
  }
  header.grid.size = *size;
  if (auto placed = readGeometry(*raw, header, name); !placed) {
    return placed.error();
  }
  turnToMillimetres(*raw, header, name);
  readRescale(*raw, header, name);
  const auto offset = readOffset(*raw, single, header, name);
  if (!offset) {
    return offset.error();
  }
  header.freeText = freeTextOf(*raw, *offset, single);
  if (pair) {
    auto data = openDetached(source, dataNameOf(std::filesystem::path(name).filename().string()));
    if (!data) {
      return data.error();
    }
    header.detached = std::move(data).value();
  }
  header.packing = packed ? Packing::Deflate : Packing::None;
  (packed ? header.skipUnpacked : header.dataOffset) = *offset;
  return header;
}

} // namespace facet::imaging
