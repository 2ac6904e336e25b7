#include "dicom_pixels.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dccodec.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmdata/dcxfer.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpls/djdecode.h>

#include <cstring>
#include <mutex>
#include <type_traits>
#include <vector>

namespace facet::imaging {
namespace {

void registerDecoders() {
  static std::once_flag once;
  std::call_once(once, [] {
    DJDecoderRegistration::registerCodecs();
    DJLSDecoderRegistration::registerCodecs();
    DcmRLEDecoderRegistration::registerCodecs();
  });
}

bool isJpeg2000(E_TransferSyntax syntax) {
  return syntax == EXS_JPEG2000LosslessOnly || syntax == EXS_JPEG2000;
}

Error fewerPixels(const std::string& name) {
  return {ErrorCode::Corrupt, name, FACET_TEXT("imaging", "has fewer pixels than its header promises")};
}

/// The compressed bytes of a frame: the fragments from one that begins a code stream to the next that does.
std::string streamOf(DcmPixelSequence& sequence, std::uint32_t frame) {
  std::string stream;
  std::int64_t current = -1;
  // Item 0 is the offset table.
  for (unsigned long index = 1; index < sequence.card(); ++index) {
    DcmPixelItem* item = nullptr;
    Uint8* bytes = nullptr;
    if (sequence.getItem(item, index).bad() || item->getUint8Array(bytes).bad() || bytes == nullptr) {
      continue;
    }
    const std::string_view fragment(reinterpret_cast<const char*>(bytes), item->getLength());
    current += fragment.starts_with("\xFF\x4F\xFF\x51") ? 1 : 0;
    if (current == static_cast<std::int64_t>(frame)) {
      stream += fragment;
    }
  }
  return stream;
}

Result<void> copyJpeg2000(DcmDataset& dataset, const DicomHeader& header, std::uint32_t frame,
                          std::span<std::byte> to) {
  DcmElement* element = nullptr;
  DcmPixelSequence* sequence = nullptr;
  const E_TransferSyntax syntax = dataset.getOriginalXfer();
  if (dataset.findAndGetElement(DCM_PixelData, element).bad() ||
      static_cast<DcmPixelData*>(element)->getEncapsulatedRepresentation(syntax, nullptr, sequence).bad() ||
      sequence == nullptr) {
    return fewerPixels(header.name);
  }
  const std::string stream = streamOf(*sequence, frame);
  return unpackJpeg2000(std::as_bytes(std::span(stream)), header.pixels, to, header.name);
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

/// Puts the stored bits in place: shifts them down to bit 0 and extends the sign.
void normalise(std::span<std::byte> pixels, const PixelFormat& format) {
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

} // namespace

Error damagedPixels(const std::string& name) {
  return {ErrorCode::Corrupt, name, FACET_TEXT("imaging", "its compressed pixels are damaged")};
}

Result<void> DicomPixels::copyFrame(std::uint32_t frame, std::span<std::byte> to) {
  DcmDataset& dataset = *m_file.getDataset();
  const DcmXfer syntax(dataset.getOriginalXfer());
  if (isJpeg2000(syntax.getXfer())) {
    if (auto copied = copyJpeg2000(dataset, m_header, frame, to); !copied) {
      return copied;
    }
    normalise(to, m_header.pixels);
    return {};
  }
  if (syntax.isEncapsulated() && !m_unpacked) {
    registerDecoders();
    if (!DcmCodecList::canChangeCoding(syntax.getXfer(), EXS_LittleEndianExplicit)) {
      return Error{ErrorCode::Unsupported, m_header.name,
                   FACET_TEXT("imaging", "is compressed as %1, which is not read").with(syntax.getXferName())};
    }
    if (dataset.chooseRepresentation(EXS_LittleEndianExplicit, nullptr).bad()) {
      return damagedPixels(m_header.name);
    }
    m_unpacked = true;
  }
  DcmElement* element = nullptr;
  for (const DcmTagKey& tag : {DCM_PixelData, DCM_FloatPixelData, DCM_DoubleFloatPixelData}) {
    if (element == nullptr && dataset.findAndGetElement(tag, element).bad()) {
      element = nullptr;
    }
  }
  const std::uint64_t offset = std::uint64_t(frame) * to.size();
  if (element == nullptr || element->getLength() < offset + to.size() ||
      element
          ->getPartialValue(to.data(), static_cast<Uint32>(offset), static_cast<Uint32>(to.size()), nullptr,
                            EBO_LittleEndian)
          .bad()) {
    return fewerPixels(m_header.name);
  }
  normalise(to, m_header.pixels);
  return {};
}

} // namespace facet::imaging
