#include "dicom_pixels.h"

#include <gdcmImage.h>
#include <gdcmImageReader.h>
#include <gdcmTrace.h>

#include <cstring>
#include <exception>
#include <istream>
#include <mutex>
#include <streambuf>

namespace facet::imaging {
namespace {

/// A stream over memory that it does not copy.
class MemoryBuffer final : public std::streambuf {
public:
  explicit MemoryBuffer(std::string_view bytes) {
    char* begin = const_cast<char*>(bytes.data());
    setg(begin, begin, begin + bytes.size());
  }

protected:
  pos_type seekoff(off_type offset, std::ios_base::seekdir way, std::ios_base::openmode) override {
    const off_type base = way == std::ios_base::beg   ? 0
                          : way == std::ios_base::cur ? gptr() - eback()
                                                      : egptr() - eback();
    const off_type target = base + offset;
    if (target < 0 || target > egptr() - eback()) {
      return pos_type(off_type(-1));
    }
    setg(eback(), eback() + target, egptr());
    return pos_type(target);
  }
  pos_type seekpos(pos_type position, std::ios_base::openmode mode) override {
    return seekoff(off_type(position), std::ios_base::beg, mode);
  }
};

Error undecodable(const std::string& name) {
  return {ErrorCode::Corrupt, name, FACET_TEXT("imaging", "its compressed pixels are damaged")};
}

void quietGdcm() {
  static std::once_flag once;
  std::call_once(once, [] {
    gdcm::Trace::SetDebug(false);
    gdcm::Trace::SetWarning(false);
    gdcm::Trace::SetError(false);
  });
}

template <class T>
void shiftAll(std::span<std::byte> bytes, unsigned down, unsigned up) {
  for (std::size_t at = 0; at + sizeof(T) <= bytes.size(); at += sizeof(T)) {
    T value{};
    std::memcpy(&value, bytes.data() + at, sizeof value);
    using Unsigned = std::make_unsigned_t<T>;
    // Left first, so that shifting right fills with the sign of signed types.
    value = static_cast<T>(static_cast<T>(static_cast<Unsigned>(static_cast<Unsigned>(value) << up)) >> down);
    std::memcpy(bytes.data() + at, &value, sizeof value);
  }
}

} // namespace

Result<std::string> unpackDicom(std::string_view file, const PixelFormat& format, std::size_t expected,
                                const std::string& name) {
  quietGdcm();
  try {
    MemoryBuffer buffer(file);
    std::istream stream(&buffer);
    gdcm::ImageReader reader;
    reader.SetStream(stream);
    if (!reader.Read()) {
      return undecodable(name);
    }
    const gdcm::Image& image = reader.GetImage();
    const unsigned int* sizes = image.GetDimensions();
    if (sizes[0] != format.columns || sizes[1] != format.rows || image.GetBufferLength() != expected) {
      return undecodable(name);
    }
    std::string pixels(expected, '\0');
    if (!image.GetBuffer(pixels.data())) {
      return undecodable(name);
    }
    return pixels;
  } catch (const std::exception&) {
    return undecodable(name);
  }
}

void normalisePixels(std::span<std::byte> pixels, const PixelFormat& format) {
  const auto allocated = static_cast<unsigned>(8 * bytesPerVoxel(format.type));
  if (format.bitsStored == allocated) {
    return;
  }
  const unsigned up = allocated - 1 - format.highBit;
  const unsigned down = allocated - format.bitsStored;
  switch (format.type) {
  case VoxelType::Int8:
    return shiftAll<std::int8_t>(pixels, down, up);
  case VoxelType::UInt8:
    return shiftAll<std::uint8_t>(pixels, down, up);
  case VoxelType::Int16:
    return shiftAll<std::int16_t>(pixels, down, up);
  case VoxelType::UInt16:
    return shiftAll<std::uint16_t>(pixels, down, up);
  case VoxelType::Int32:
    return shiftAll<std::int32_t>(pixels, down, up);
  case VoxelType::UInt32:
    return shiftAll<std::uint32_t>(pixels, down, up);
  case VoxelType::Float32:
  case VoxelType::Float64:
    break;
  }
}

} // namespace facet::imaging
