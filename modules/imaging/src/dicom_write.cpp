#include "dicom_bytes.h"
#include "dicom_parse.h"
#include "pixel_codes.h"

#include <facet/core/files.h>
#include <facet/core/parallel.h>
#include <facet/imaging/dicom.h>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <new>
#include <sys/stat.h>
#include <system_error>

namespace facet::imaging {
namespace {

namespace fs = std::filesystem;

/// What all slices of the series have in common.
struct SeriesPlan {
  const Volume& volume;
  const DicomWriteOptions& options;
  PixelCodes codes;
  Vec3 along; ///< of length 1
  Vec3 down;
  Vec3 normal;
  std::string studyUid;
  std::string seriesUid;
  std::string frameOfReferenceUid;
  std::vector<std::int64_t> order; ///< k of each slice, along the normal
};

std::string dateText(std::optional<Day> day) {
  if (!day) {
    return {};
  }
  const std::chrono::year_month_day date(*day);
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d%02u%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : "\\") + word;
  }
  return text;
}

std::string numberText(std::optional<double> value) {
  return value ? decimalString(*value) : std::string();
}

std::string vectorText(std::initializer_list<double> values) {
  std::string text;
  for (const double value : values) {
    // No "-0": it is the same place and another byte.
    text += (text.empty() ? "" : "\\") + decimalString(value == 0 ? 0 : value);
  }
  return text;
}

/// A UID of this volume: of its voxels and its place, so that the same volume gets the same.
std::string derivedUid(const Volume& volume) {
  const auto bytes = volume.bytes();
  std::string place;
  for (const auto& row : volume.grid().lpsFromIjk.matrix) {
    for (const double value : row) {
      place += decimalString(value) + " ";
    }
  }
  const Vec3 offset = volume.grid().lpsFromIjk.offset;
  place += vectorText({offset.x, offset.y, offset.z});
  return uidFor(place + uidFor({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
}

/// Errors: Unsupported where rows and columns are not at right angles.
Result<SeriesPlan> planFor(const Volume& volume, const DicomWriteOptions& options, const std::string& name) {
  auto codes = pixelCodesFor(volume);
  if (!codes) {
    Error error = codes.error();
    error.subject = name;
    return error;
  }
  const GridSize size = volume.size();
  if (size.i > 65535 || size.j > 65535) {
    return Error{ErrorCode::Unsupported, name,
                 FACET_TEXT("imaging", "%1 × %2 pixels are more than DICOM holds in a slice").with(size.i, size.j)};
  }
  const Affine3& map = volume.grid().lpsFromIjk;
  const Vec3 spacing = volume.grid().spacingMm();
  SeriesPlan plan{volume,
                  options,
                  std::move(codes).value(),
                  map.column(0) * (1 / spacing.x),
                  map.column(1) * (1 / spacing.y),
                  {},
                  {},
                  {},
                  {},
                  {}};
  // How far the last pixel of a column would move by making the axes upright.
  if (std::abs(dot(plan.along, plan.down)) * spacing.y * static_cast<double>(size.j) > 5e-4) {
    return Error{ErrorCode::Unsupported, name,
                 FACET_TEXT("imaging", "its rows and columns are not at right angles, which DICOM cannot hold")};
  }
  plan.normal = cross(plan.along, plan.down);
  for (std::int64_t k = 0; k < size.k; ++k) {
    plan.order.push_back(k);
  }
  if (dot(plan.normal, map.column(2)) < 0) {
    std::reverse(plan.order.begin(), plan.order.end());
  }
  const bool derive =
      options.facts.studyUid.empty() || options.facts.seriesUid.empty() || options.facts.frameOfReferenceUid.empty();
  const std::string derived = derive ? derivedUid(volume) : std::string();
  const auto uid = [&](const std::string& given, const char* purpose) {
    return given.empty() ? uidFor(derived + purpose) : given;
  };
  plan.studyUid = uid(options.facts.studyUid, "study");
  plan.seriesUid = uid(options.facts.seriesUid, "series");
  plan.frameOfReferenceUid = uid(options.facts.frameOfReferenceUid, "frame of reference");
  return plan;
}

void put(DcmItem& item, const DcmTagKey& tag, const std::string& value) {
  item.putAndInsertString(tag, value.c_str());
}

void putIfKnown(DcmItem& item, const DcmTagKey& tag, const std::string& value) {
  if (!value.empty()) {
    put(item, tag, value);
  }
}

std::string integerText(std::optional<int> value) {
  return value ? std::to_string(*value) : std::string();
}

void putIdentity(DcmItem& item, const SeriesPlan& plan) {
  const Identity& identity = plan.options.identity;
  put(item, DCM_SpecificCharacterSet, "ISO_IR 192");
  put(item, DCM_PatientName, identity.name);
  put(item, DCM_PatientID, identity.patientId);
  putIfKnown(item, DCM_IssuerOfPatientID, identity.issuer);
  put(item, DCM_PatientBirthDate, identity.birthDate);
  put(item, DCM_PatientSex, identity.sex);
  put(item, DCM_AccessionNumber, identity.accession);
  put(item, DCM_ReferringPhysicianName, "");
  putIfKnown(item, DCM_InstitutionName, plan.options.institution);
}

/// Study, series and how the images were taken. Elements of type 2 are there without a value where nothing is known.
void putFacts(DcmItem& item, const SeriesPlan& plan) {
  const SequenceFacts& facts = plan.options.facts;
  put(item, DCM_Modality, "MR");
  put(item, DCM_StudyInstanceUID, plan.studyUid);
  put(item, DCM_SeriesInstanceUID, plan.seriesUid);
  put(item, DCM_FrameOfReferenceUID, plan.frameOfReferenceUid);
  put(item, DCM_PositionReferenceIndicator, "");
  put(item, DCM_StudyID, "");
  put(item, DCM_StudyDate, dateText(facts.studyDate));
  put(item, DCM_StudyTime, "");
  putIfKnown(item, DCM_SeriesDate, dateText(facts.acquisitionDate ? facts.acquisitionDate : facts.studyDate));
  putIfKnown(item, DCM_AcquisitionDate, dateText(facts.acquisitionDate));
  put(item, DCM_SeriesNumber, integerText(facts.seriesNumber));
  putIfKnown(item, DCM_StudyDescription, facts.studyDescription);
  putIfKnown(item, DCM_SeriesDescription, facts.seriesDescription);
  putIfKnown(item, DCM_ProtocolName, facts.protocolName);
  putIfKnown(item, DCM_SequenceName, facts.sequenceName);
  putIfKnown(item, DCM_BodyPartExamined, facts.bodyPart);
  put(item, DCM_Manufacturer, facts.manufacturer);
  putIfKnown(item, DCM_ManufacturerModelName, facts.model);
  put(item, DCM_ImageType, facts.imageType.empty() ? "DERIVED\\SECONDARY\\OTHER" : joined(facts.imageType));
  put(item, DCM_ScanningSequence, facts.scanningSequence.empty() ? "RM" : joined(facts.scanningSequence));
  put(item, DCM_SequenceVariant, facts.sequenceVariant.empty() ? "NONE" : joined(facts.sequenceVariant));
  put(item, DCM_ScanOptions, joined(facts.scanOptions));
  put(item, DCM_MRAcquisitionType, facts.acquisitionType);
  put(item, DCM_RepetitionTime, numberText(facts.repetitionTimeMs));
  put(item, DCM_EchoTime, numberText(facts.echoTimeMs));
  put(item, DCM_EchoTrainLength, integerText(facts.echoTrainLength));
  putIfKnown(item, DCM_EchoNumbers, integerText(facts.echoNumber));
  putIfKnown(item, DCM_InversionTime, numberText(facts.inversionTimeMs));
  putIfKnown(item, DCM_FlipAngle, numberText(facts.flipAngleDegrees));
  putIfKnown(item, DCM_MagneticFieldStrength, numberText(facts.fieldStrengthTesla));
  if (facts.contrastAgent == ContrastAgent::Given) {
    put(item, DCM_ContrastBolusAgent, "GIVEN");
  }
}

void putGeometry(DcmItem& item, const SeriesPlan& plan, std::int64_t k) {
  const Grid& grid = plan.volume.grid();
  const Vec3 spacing = grid.spacingMm();
  const Vec3 place = grid.lpsFromIjk({0, 0, static_cast<double>(k)});
  const double step = std::abs(dot(grid.lpsFromIjk.column(2), plan.normal));
  put(item, DCM_ImagePositionPatient, vectorText({place.x, place.y, place.z}));
  put(item, DCM_ImageOrientationPatient,
      vectorText({plan.along.x, plan.along.y, plan.along.z, plan.down.x, plan.down.y, plan.down.z}));
  put(item, DCM_PixelSpacing, vectorText({spacing.y, spacing.x}));
  put(item, DCM_SliceThickness, decimalString(plan.options.facts.sliceThicknessMm.value_or(step)));
  put(item, DCM_SpacingBetweenSlices, decimalString(step));
  put(item, DCM_SliceLocation, decimalString(dot(place, plan.normal)));
}

void putPixels(DcmItem& item, const SeriesPlan& plan, std::int64_t k) {
  const GridSize size = plan.volume.size();
  item.putAndInsertUint16(DCM_SamplesPerPixel, 1);
  put(item, DCM_PhotometricInterpretation, "MONOCHROME2");
  item.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(size.j));
  item.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(size.i));
  item.putAndInsertUint16(DCM_BitsAllocated, 16);
  item.putAndInsertUint16(DCM_BitsStored, 16);
  item.putAndInsertUint16(DCM_HighBit, 15);
  item.putAndInsertUint16(DCM_PixelRepresentation, plan.codes.isSigned ? 1 : 0);
  put(item, DCM_RescaleIntercept, plan.codes.interceptText);
  put(item, DCM_RescaleSlope, plan.codes.slopeText);
  put(item, DCM_RescaleType, "US");
  std::vector<Uint16> pixels(static_cast<std::size_t>(size.i * size.j));
  encodeSlice(plan.volume, plan.codes, k, pixels.data());
  item.putAndInsertUint16Array(DCM_PixelData, pixels.data(), static_cast<unsigned long>(pixels.size()));
}

Result<std::string> sliceBytes(const SeriesPlan& plan, std::size_t number) {
  const std::int64_t k = plan.order[number - 1];
  DcmFileFormat file;
  DcmItem& item = *file.getDataset();
  put(item, DCM_SOPClassUID, UID_MRImageStorage);
  const std::string own = plan.seriesUid + "." + std::to_string(number);
  put(item, DCM_SOPInstanceUID, own.size() <= 64 ? own : uidFor(own));
  put(item, DCM_InstanceNumber, std::to_string(number));
  putIdentity(item, plan);
  putFacts(item, plan);
  putGeometry(item, plan, k);
  putPixels(item, plan, k);
  return bytesOf(file, static_cast<std::size_t>(plan.volume.size().i * plan.volume.size().j) * 2);
}

std::string fileName(std::size_t number) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "IM%04zu.dcm", number);
  return buffer;
}

Result<void> writeSlices(const SeriesPlan& plan, const fs::path& folder, Progress& progress) {
  std::mutex mutex;
  std::optional<Error> failure;
  std::atomic<std::size_t> done{0};
  parallelFor(plan.order.size(), 4, [&](std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      auto bytes = progress.stopRequested() ? Result<std::string>(cancelledError()) : sliceBytes(plan, at + 1);
      std::optional<Error> wrong;
      if (!bytes) {
        wrong = bytes.error();
      } else {
        errno = 0;
        std::ofstream stream(folder / fileName(at + 1), std::ios::binary);
        stream.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
        stream.close();
        if (!stream) {
          wrong = systemError(folder / fileName(at + 1), errno != 0 ? errno : EIO);
        }
      }
      if (wrong) {
        const std::lock_guard lock(mutex);
        failure = failure ? failure : wrong;
        return;
      }
    }
    progress.setFraction(static_cast<double>(done += end - begin) / static_cast<double>(plan.order.size()));
  });
  return failure ? Result<void>(*failure) : Result<void>();
}

/// Writes into a folder beside `folder` and renames it, so that a series is there whole or not at all.
Result<void> writeFolder(const SeriesPlan& plan, const fs::path& folder, Progress& progress) {
  std::error_code error;
  if (fs::exists(folder, error) && (!fs::is_directory(folder, error) || !fs::is_empty(folder, error))) {
    return Error{ErrorCode::Conflict, displayName(folder),
                 FACET_TEXT("imaging", "is no empty folder; a series is written into one of its own")};
  }
  std::string temporary = (folder.has_filename() ? folder : folder.parent_path()).string() + ".part-XXXXXX";
  if (::mkdtemp(temporary.data()) == nullptr) {
    return systemError(folder, errno);
  }
  auto written = writeSlices(plan, temporary, progress);
  if (written) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::chmod(temporary.c_str(), 0777 & ~mask);
    fs::rename(temporary, folder, error);
    if (error) {
      written = systemError(folder, error.value());
    }
  }
  if (!written) {
    fs::remove_all(temporary, error);
  }
  return written;
}

} // namespace

Result<WriteReport> writeDicomSeries(const Volume& volume, const fs::path& folder, const DicomWriteOptions& options,
                                     Progress& progress) {
  quietDcmtk();
  const std::string name = displayName(folder);
  try {
    const auto plan = planFor(volume, options, name);
    if (!plan) {
      return plan.error();
    }
    if (auto written = writeFolder(*plan, folder, progress); !written) {
      return written.error();
    }
    WriteReport report;
    report.largestError = plan->codes.largestError;
    if (!plan->codes.exact) {
      report.notices.push_back(
          {name,
           FACET_TEXT("imaging", "values were rescaled to 16 bits (largest difference %1)").with(report.largestError),
           {}});
    }
    return report;
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::Io, name, FACET_TEXT("imaging", "does not fit into the memory of this computer")};
  }
}

} // namespace facet::imaging
