#include "dicom_builder.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <unistd.h>

namespace facet::imaging::testing {
namespace {

std::string text(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.10g", value);
  return buffer;
}

std::string text(Vec3 v) {
  return text(v.x) + "\\" + text(v.y) + "\\" + text(v.z);
}

DcmTagKey keyOf(const std::string& text) {
  unsigned group = 0;
  unsigned element = 0;
  if (std::sscanf(text.c_str(), "%x,%x", &group, &element) != 2) {
    throw std::runtime_error("no tag: " + text);
  }
  return {static_cast<Uint16>(group), static_cast<Uint16>(element)};
}

void putCommon(DcmItem& item) {
  const std::vector<std::pair<DcmTagKey, const char*>> values = {{DCM_SOPClassUID, UID_MRImageStorage},
                                                                 {DCM_StudyInstanceUID, "1.2.3.4"},
                                                                 {DCM_SeriesInstanceUID, "1.2.3.4.5"},
                                                                 {DCM_FrameOfReferenceUID, "1.2.3.4.6"},
                                                                 {DCM_Modality, "MR"},
                                                                 {DCM_PatientName, "Muster^Anna"},
                                                                 {DCM_PatientID, "PID-4711"},
                                                                 {DCM_StudyDate, "20200229"},
                                                                 {DCM_SeriesNumber, "3"},
                                                                 {DCM_SeriesDescription, "t1 mprage"},
                                                                 {DCM_ImageType, "ORIGINAL\\PRIMARY\\M"},
                                                                 {DCM_EchoTime, "2.5"},
                                                                 {DCM_RepetitionTime, "1900"},
                                                                 {DCM_PhotometricInterpretation, "MONOCHROME2"}};
  for (const auto& [tag, value] : values) {
    item.putAndInsertString(tag, value);
  }
  item.putAndInsertUint16(DCM_SamplesPerPixel, 1);
  item.putAndInsertUint16(DCM_BitsAllocated, 16);
  item.putAndInsertUint16(DCM_BitsStored, 16);
  item.putAndInsertUint16(DCM_HighBit, 15);
  item.putAndInsertUint16(DCM_PixelRepresentation, 1);
}

void build(const DicomImage& image, DcmItem& item) {
  putCommon(item);
  item.putAndInsertString(DCM_SOPInstanceUID, ("1.2.3.4.5." + std::to_string(image.instance)).c_str());
  item.putAndInsertString(DCM_InstanceNumber, std::to_string(image.instance).c_str());
  item.putAndInsertUint16(DCM_Rows, image.rows);
  item.putAndInsertUint16(DCM_Columns, image.columns);
  item.putAndInsertString(DCM_ImagePositionPatient, text(image.position).c_str());
  item.putAndInsertString(DCM_ImageOrientationPatient, (text(image.along) + "\\" + text(image.down)).c_str());
  item.putAndInsertString(DCM_PixelSpacing, (text(image.rowSpacing) + "\\" + text(image.columnSpacing)).c_str());
  item.putAndInsertString(DCM_SliceThickness, "2");
  std::vector<std::int16_t> pixels = image.pixels;
  for (std::size_t at = pixels.size(); at < std::size_t(image.rows) * image.columns; ++at) {
    pixels.push_back(static_cast<std::int16_t>(image.instance * 100 + static_cast<int>(at)));
  }
  item.putAndInsertUint16Array(DCM_PixelData, reinterpret_cast<const Uint16*>(pixels.data()),
                               static_cast<unsigned long>(pixels.size()));
  for (const auto& [tag, value] : image.elements) {
    const DcmTagKey key = keyOf(tag);
    if (value.empty()) {
      item.findAndDeleteElement(key);
    } else if (item.putAndInsertString(DcmTag(key), value.c_str()).bad()) {
      throw std::runtime_error("cannot set " + tag);
    }
  }
}

void save(DcmFileFormat& file, const std::filesystem::path& path) {
  if (file.saveFile(path.c_str(), EXS_LittleEndianExplicit).bad()) {
    throw std::runtime_error("cannot write " + path.string());
  }
}

} // namespace

std::string bytesOf(const DicomImage& image) {
  DcmFileFormat file;
  build(image, *file.getDataset());
  char name[] = "/tmp/facet-dicom-XXXXXX";
  const int fd = ::mkstemp(name);
  ::close(fd);
  save(file, name);
  std::ifstream stream(name, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  std::filesystem::remove(name);
  return bytes;
}

void writeDicom(const DicomImage& image, const std::filesystem::path& path) {
  DcmFileFormat file;
  build(image, *file.getDataset());
  std::filesystem::create_directories(path.parent_path());
  save(file, path);
}

void writeStack(const std::filesystem::path& folder, int count, double step,
                const std::function<void(int, DicomImage&)>& change) {
  for (int index = 0; index < count; ++index) {
    DicomImage image;
    image.instance = index + 1;
    image.position = {-10, 20, step * index};
    std::string name = "image" + std::to_string(index);
    if (change) {
      change(index, image);
    }
    writeDicom(image, folder / name);
  }
}

void writeEnhanced(const std::filesystem::path& path, const std::vector<double>& positions, int echoes) {
  DcmFileFormat file;
  DcmItem& item = *file.getDataset();
  putCommon(item);
  item.putAndInsertString(DCM_SOPClassUID, UID_EnhancedMRImageStorage);
  item.putAndInsertString(DCM_SOPInstanceUID, "1.2.3.4.5.1");
  item.findAndDeleteElement(DCM_EchoTime);
  item.putAndInsertUint16(DCM_Rows, 4);
  item.putAndInsertUint16(DCM_Columns, 5);
  const std::size_t frames = positions.size() * static_cast<std::size_t>(echoes);
  item.putAndInsertString(DCM_NumberOfFrames, std::to_string(frames).c_str());
  DcmItem* shared = nullptr;
  item.findOrCreateSequenceItem(DCM_SharedFunctionalGroupsSequence, shared, 0);
  DcmItem* group = nullptr;
  shared->findOrCreateSequenceItem(DCM_PlaneOrientationSequence, group, 0);
  group->putAndInsertString(DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
  shared->findOrCreateSequenceItem(DCM_PixelMeasuresSequence, group, 0);
  group->putAndInsertString(DCM_PixelSpacing, "1.5\\1.25");
  group->putAndInsertString(DCM_SliceThickness, "2");
  shared->findOrCreateSequenceItem(DCM_PixelValueTransformationSequence, group, 0);
  group->putAndInsertString(DCM_RescaleSlope, "2");
  group->putAndInsertString(DCM_RescaleIntercept, "-1");
  std::vector<Uint16> pixels;
  for (std::size_t frame = 0; frame < frames; ++frame) {
    DcmItem* own = nullptr;
    item.findOrCreateSequenceItem(DCM_PerFrameFunctionalGroupsSequence, own, -2);
    own->findOrCreateSequenceItem(DCM_PlanePositionSequence, group, 0);
    const double z = positions[frame / static_cast<std::size_t>(echoes)];
    group->putAndInsertString(DCM_ImagePositionPatient, text({-10, 20, z}).c_str());
    own->findOrCreateSequenceItem(DCM_MREchoSequence, group, 0);
    group->putAndInsertFloat64(DCM_EffectiveEchoTime,
                               20.0 + 60.0 * static_cast<double>(frame % static_cast<std::size_t>(echoes)));
    for (std::size_t at = 0; at < 20; ++at) {
      pixels.push_back(static_cast<Uint16>(frame * 100 + at));
    }
  }
  item.putAndInsertUint16Array(DCM_PixelData, pixels.data(), static_cast<unsigned long>(pixels.size()));
  std::filesystem::create_directories(path.parent_path());
  save(file, path);
}

std::string vrOf(std::uint16_t group, std::uint16_t element) {
  DcmTag tag(group, element);
  return tag.error().good() ? tag.getVRName() : "";
}

std::string keywordOf(std::uint16_t group, std::uint16_t element) {
  DcmTag tag(group, element);
  const char* name = tag.getTagName();
  return name != nullptr ? name : "";
}

} // namespace facet::imaging::testing
