#include "dicom_header.h"
#include "dicom_pixels.h"

#include <facet/core/files.h>
#include <facet/core/parallel.h>
#include <facet/imaging/dicom.h>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <mutex>
#include <new>

namespace facet::imaging {
namespace {

using Voxels = std::shared_ptr<std::byte[]>;

/// A series being read: pixels as they are stored, one slice after the other in the order of the series.
struct StoredSlices {
  PixelFormat format;
  Voxels pixels;
  std::vector<Rescale> rescales;

  [[nodiscard]] std::span<std::byte> slice(std::size_t index) const {
    return {pixels.get() + index * format.frameBytes(), format.frameBytes()};
  }
};

Error changed(const std::string& name) {
  return {ErrorCode::Conflict, name, FACET_TEXT("imaging", "has changed since its folder was looked through")};
}

Result<void> readFileInto(const DicomSeries& series, std::size_t file, const std::vector<std::size_t>& places,
                          StoredSlices& stored, const OnDicomFile& onFile) {
  const std::filesystem::path& path = series.files[file];
  // A DICOM element holds 4 GB at most.
  const auto bytes = readFile(path, std::uint64_t(5) << 30U);
  if (!bytes) {
    return bytes.error();
  }
  const auto parsed = parseDicom(*bytes, displayName(path));
  if (!parsed) {
    return parsed.error();
  }
  const auto header = readDicomHeader(**parsed, displayName(path), bytes->size());
  if (!header) {
    return header.error();
  }
  if (!(header->pixels == stored.format)) {
    return changed(displayName(path));
  }
  DicomPixels pixels(**parsed, *header);
  for (const std::size_t slice : places) {
    const std::uint32_t frame = series.slices[slice].frame;
    if (frame >= header->frames.size()) {
      return changed(displayName(path));
    }
    stored.rescales[slice] = header->frames[frame].rescale;
    if (auto copied = pixels.copyFrame(frame, stored.slice(slice)); !copied) {
      return copied;
    }
  }
  if (onFile) {
    onFile(file, *bytes);
  }
  return {};
}

Result<PixelFormat> formatOf(const DicomSeries& series) {
  const auto source = openSource(series.files.front());
  if (!source) {
    return source.error();
  }
  const auto header = readDicomHeader(**source);
  if (!header) {
    return header.error();
  }
  return header->pixels;
}

Result<StoredSlices> readSlices(const DicomSeries& series, const OnDicomFile& onFile, const ReadLimits& limits,
                                Progress& progress) {
  const auto format = formatOf(series);
  if (!format) {
    return format.error();
  }
  StoredSlices stored;
  stored.format = *format;
  const std::string name = displayName(series.files.front());
  if (format->columns != series.grid.size.i || format->rows != series.grid.size.j) {
    return changed(name);
  }
  const std::uint64_t needed = std::uint64_t(format->frameBytes()) * series.slices.size();
  if (needed > limits.voxelBytes) {
    return Error{
        ErrorCode::Unsupported, name,
        FACET_TEXT("imaging", "its series has %1 bytes of voxels, the limit is %2").with(needed, limits.voxelBytes)};
  }
  stored.pixels = std::make_shared_for_overwrite<std::byte[]>(static_cast<std::size_t>(needed));
  stored.rescales.resize(series.slices.size());
  std::vector<std::vector<std::size_t>> places(series.files.size());
  for (std::size_t slice = 0; slice < series.slices.size(); ++slice) {
    places.at(series.slices[slice].file).push_back(slice);
  }
  std::mutex mutex;
  std::optional<Error> failure;
  std::atomic<std::size_t> done{0};
  parallelFor(series.files.size(), 4, [&](std::size_t begin, std::size_t end) {
    for (std::size_t file = begin; file < end; ++file) {
      Result<void> read = progress.stopRequested() ? Result<void>(cancelledError())
                                                   : readFileInto(series, file, places[file], stored, onFile);
      if (!read) {
        const std::lock_guard lock(mutex);
        // The first file's failure, whatever the threads do.
        if (!failure) {
          failure = read.error();
        }
        return;
      }
    }
    progress.setFraction(static_cast<double>(done += end - begin) / static_cast<double>(series.files.size()));
  });
  if (failure) {
    return *failure;
  }
  return stored;
}

template <class T>
void toFloat(std::span<const std::byte> from, Rescale rescale, std::span<float> to) {
  for (std::size_t at = 0; at < to.size(); ++at) {
    T value{};
    std::memcpy(&value, from.data() + at * sizeof(T), sizeof(T));
    to[at] = static_cast<float>(static_cast<double>(value) * rescale.slope + rescale.intercept);
  }
}

void toFloat(VoxelType type, std::span<const std::byte> from, Rescale rescale, std::span<float> to) {
  switch (type) {
  case VoxelType::Int8:
    return toFloat<std::int8_t>(from, rescale, to);
  case VoxelType::UInt8:
    return toFloat<std::uint8_t>(from, rescale, to);
  case VoxelType::Int16:
    return toFloat<std::int16_t>(from, rescale, to);
  case VoxelType::UInt16:
    return toFloat<std::uint16_t>(from, rescale, to);
  case VoxelType::Int32:
    return toFloat<std::int32_t>(from, rescale, to);
  case VoxelType::UInt32:
    return toFloat<std::uint32_t>(from, rescale, to);
  case VoxelType::Float32:
    return toFloat<float>(from, rescale, to);
  case VoxelType::Float64:
    return toFloat<double>(from, rescale, to);
  }
}

/// Slices with rescalings of their own become values, in float32.
void makeValues(StoredSlices& stored) {
  const std::size_t pixels = std::size_t(stored.format.rows) * stored.format.columns;
  const auto values = std::make_shared_for_overwrite<std::byte[]>(stored.rescales.size() * pixels * sizeof(float));
  parallelFor(stored.rescales.size(), 4, [&](std::size_t begin, std::size_t end) {
    for (std::size_t slice = begin; slice < end; ++slice) {
      auto* to = reinterpret_cast<float*>(values.get()) + slice * pixels;
      toFloat(stored.format.type, stored.slice(slice), stored.rescales[slice], {to, pixels});
    }
  });
  stored.pixels = values;
  stored.format.type = VoxelType::Float32;
  std::fill(stored.rescales.begin(), stored.rescales.end(), Rescale{});
}

template <class T>
void blend(std::span<const std::byte> low, std::span<const std::byte> high, double share, std::span<std::byte> to) {
  for (std::size_t at = 0; at + sizeof(T) <= to.size(); at += sizeof(T)) {
    T a{};
    T b{};
    std::memcpy(&a, low.data() + at, sizeof(T));
    std::memcpy(&b, high.data() + at, sizeof(T));
    const double value = static_cast<double>(a) + share * (static_cast<double>(b) - static_cast<double>(a));
    const T result = std::is_integral_v<T> ? static_cast<T>(std::round(value)) : static_cast<T>(value);
    std::memcpy(to.data() + at, &result, sizeof(T));
  }
}

void blend(VoxelType type, std::span<const std::byte> low, std::span<const std::byte> high, double share,
           std::span<std::byte> to) {
  switch (type) {
  case VoxelType::Int8:
    return blend<std::int8_t>(low, high, share, to);
  case VoxelType::UInt8:
    return blend<std::uint8_t>(low, high, share, to);
  case VoxelType::Int16:
    return blend<std::int16_t>(low, high, share, to);
  case VoxelType::UInt16:
    return blend<std::uint16_t>(low, high, share, to);
  case VoxelType::Int32:
    return blend<std::int32_t>(low, high, share, to);
  case VoxelType::UInt32:
    return blend<std::uint32_t>(low, high, share, to);
  case VoxelType::Float32:
    return blend<float>(low, high, share, to);
  case VoxelType::Float64:
    return blend<double>(low, high, share, to);
  }
}

/// Each slice of the grid, counted in even steps from the first stored one: where the stored slices lie.
std::vector<double> placesOf(const DicomSeries& series) {
  std::vector<double> places;
  const double first = series.slices.front().positionMm;
  const double length = series.slices.back().positionMm - first;
  const auto steps = static_cast<double>(series.grid.size.k - 1);
  for (const DicomSlice& slice : series.slices) {
    places.push_back(length > 0 ? (slice.positionMm - first) / length * steps : 0);
  }
  return places;
}

/// Whether each slice lies near a step of its own.
bool lieOnSteps(const std::vector<double>& places) {
  double last = -1;
  for (const double place : places) {
    const double step = std::round(place);
    if (std::abs(place - step) > 0.11 || step <= last) {
      return false;
    }
    last = step;
  }
  return true;
}

/// Puts the stored slices at their places in the grid: as they are where all lie on even steps, else interpolated.
Voxels placed(const DicomSeries& series, const StoredSlices& stored) {
  const auto places = placesOf(series);
  const auto count = static_cast<std::size_t>(series.grid.size.k);
  const std::size_t bytes = stored.format.frameBytes();
  const bool even = lieOnSteps(places);
  if (even && count == places.size()) {
    return stored.pixels;
  }
  auto voxels = std::make_shared<std::byte[]>(count * bytes);
  if (even) {
    for (std::size_t slice = 0; slice < places.size(); ++slice) {
      std::memcpy(voxels.get() + static_cast<std::size_t>(std::lround(places[slice])) * bytes,
                  stored.slice(slice).data(), bytes);
    }
    return voxels;
  }
  std::size_t above = 1;
  for (std::size_t k = 0; k < count; ++k) {
    while (above + 1 < places.size() && places[above] < static_cast<double>(k)) {
      ++above;
    }
    const double gap = places[above] - places[above - 1];
    const double share = std::clamp((static_cast<double>(k) - places[above - 1]) / gap, 0.0, 1.0);
    blend(stored.format.type, stored.slice(above - 1), stored.slice(above), share, {voxels.get() + k * bytes, bytes});
  }
  return voxels;
}

} // namespace

Result<LoadedImage> readSeries(const DicomSeries& series, Progress& progress, const OnDicomFile& onFile,
                               const ReadLimits& limits) {
  if (series.files.empty() || series.slices.empty()) {
    return Error{ErrorCode::InvalidInput, {}, FACET_TEXT("imaging", "a series without files was asked for")};
  }
  const std::string name = displayName(series.files.front());
  try {
    auto stored = readSlices(series, onFile, limits, progress);
    if (!stored) {
      return stored.error();
    }
    const bool mixed = std::any_of(stored->rescales.begin(), stored->rescales.end(),
                                   [&](const Rescale& r) { return !(r == stored->rescales.front()); });
    if (mixed) {
      makeValues(*stored);
    }
    const std::size_t bytes = stored->format.frameBytes() * static_cast<std::size_t>(series.grid.size.k);
    auto volume =
        Volume::make(series.grid, stored->format.type, placed(series, *stored), bytes, stored->rescales.front());
    if (!volume) {
      Error error = volume.error();
      error.subject = name;
      return error;
    }
    return LoadedImage{std::move(volume).value(), ImageFormat::Dicom, CoordinateSpace::Scanner,
                       Orientation::Stated,       series.notices,     FreeText::None};
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::Io, name, FACET_TEXT("imaging", "does not fit into the memory of this computer")};
  } catch (const std::out_of_range&) {
    return Error{ErrorCode::InvalidInput, name,
                 FACET_TEXT("imaging", "a series was asked for whose slices name no file")};
  }
}

} // namespace facet::imaging
