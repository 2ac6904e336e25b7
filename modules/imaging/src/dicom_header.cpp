#include "dicom_header.h"

#include <facet/core/text.h>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace facet::imaging {
namespace {

/// One file being read: where its messages and its notices go.
struct Reading {
  DcmItem& item;
  DicomHeader& header;

  [[nodiscard]] Error unsupported(Message reason) const {
    return {ErrorCode::Unsupported, header.name, std::move(reason)};
  }
  [[nodiscard]] Error invalid(Message reason) const {
    return {ErrorCode::InvalidInput, header.name, std::move(reason)};
  }
};

Identity readIdentity(DcmItem& item, const std::string& characterSet) {
  Identity identity;
  identity.issuer = textOf(item, DCM_IssuerOfPatientID, characterSet);
  identity.patientId = textOf(item, DCM_PatientID, characterSet);
  identity.name = textOf(item, DCM_PatientName, characterSet);
  identity.birthDate = textOf(item, DCM_PatientBirthDate);
  identity.sex = textOf(item, DCM_PatientSex);
  identity.accession = textOf(item, DCM_AccessionNumber, characterSet);
  return identity;
}

ContrastAgent readContrastAgent(DcmItem& item) {
  if (itemCount(item, DCM_ContrastBolusAgentSequence) > 0 || numberOf(item, DCM_ContrastBolusVolume).value_or(0) > 0) {
    return ContrastAgent::Given;
  }
  if (!item.tagExists(DCM_ContrastBolusAgent)) {
    return ContrastAgent::NotStated;
  }
  const std::string agent = toLowerAscii(textOf(item, DCM_ContrastBolusAgent));
  for (const char* none : {"", "no", "none", "n", "n/a", "na", "0", "without"}) {
    if (agent == none) {
      return agent.empty() ? ContrastAgent::NotStated : ContrastAgent::NotGiven;
    }
  }
  return ContrastAgent::Given;
}

SequenceFacts readFacts(DcmItem& item, const Identity& identity, const std::string& characterSet) {
  const auto freeText = [&](const DcmTagKey& tag) {
    return withoutIdentity(textOf(item, tag, characterSet), identity);
  };
  SequenceFacts facts;
  facts.modality = textOf(item, DCM_Modality);
  facts.studyUid = textOf(item, DCM_StudyInstanceUID);
  facts.seriesUid = textOf(item, DCM_SeriesInstanceUID);
  facts.frameOfReferenceUid = textOf(item, DCM_FrameOfReferenceUID);
  facts.studyDate = dayOf(item, DCM_StudyDate);
  facts.acquisitionDate = dayOf(item, DCM_AcquisitionDate);
  if (!facts.acquisitionDate) {
    facts.acquisitionDate = dayOf(item, DCM_AcquisitionDateTime);
  }
  facts.seriesNumber = integerOf(item, DCM_SeriesNumber);
  facts.echoNumber = integerOf(item, DCM_EchoNumbers);
  facts.studyDescription = freeText(DCM_StudyDescription);
  facts.seriesDescription = freeText(DCM_SeriesDescription);
  facts.protocolName = freeText(DCM_ProtocolName);
  facts.sequenceName = freeText(DCM_SequenceName);
  if (facts.sequenceName.empty()) {
    facts.sequenceName = freeText(DCM_PulseSequenceName);
  }
  facts.bodyPart = freeText(DCM_BodyPartExamined);
  facts.acquisitionType = textOf(item, DCM_MRAcquisitionType);
  facts.imageType = wordsOf(item, DCM_ImageType);
  facts.scanningSequence = wordsOf(item, DCM_ScanningSequence);
  facts.sequenceVariant = wordsOf(item, DCM_SequenceVariant);
  facts.scanOptions = wordsOf(item, DCM_ScanOptions);
  facts.echoTimeMs = numberOf(item, DCM_EchoTime);
  facts.repetitionTimeMs = numberOf(item, DCM_RepetitionTime);
  facts.inversionTimeMs = numberOf(item, DCM_InversionTime);
  facts.flipAngleDegrees = numberOf(item, DCM_FlipAngle);
  facts.fieldStrengthTesla = numberOf(item, DCM_MagneticFieldStrength);
  if (facts.fieldStrengthTesla > 100) {
    // Some scanners write gauss.
    facts.fieldStrengthTesla = *facts.fieldStrengthTesla / 10000;
  }
  facts.sliceThicknessMm = numberOf(item, DCM_SliceThickness);
  facts.echoTrainLength = integerOf(item, DCM_EchoTrainLength);
  facts.contrastAgent = readContrastAgent(item);
  facts.manufacturer = freeText(DCM_Manufacturer);
  facts.model = freeText(DCM_ManufacturerModelName);
  return facts;
}

/// Facts that enhanced files keep in their first frame.
void addEnhancedFacts(SequenceFacts& facts, DcmItem* shared, DcmItem* first) {
  const auto within = [&](const DcmTagKey& sequence, const DcmTagKey& tag) -> std::optional<double> {
    for (DcmItem* groups : {first, shared}) {
      if (DcmItem* item = itemOf(groups, sequence)) {
        return numberOf(*item, tag);
      }
    }
    return std::nullopt;
  };
  const auto fill = [](std::optional<double>& value, std::optional<double> found) {
    if (!value) {
      value = found;
    }
  };
  fill(facts.echoTimeMs, within(DCM_MREchoSequence, DCM_EffectiveEchoTime));
  fill(facts.repetitionTimeMs, within(DCM_MRTimingAndRelatedParametersSequence, DCM_RepetitionTime));
  fill(facts.flipAngleDegrees, within(DCM_MRTimingAndRelatedParametersSequence, DCM_FlipAngle));
  fill(facts.inversionTimeMs, within(DCM_MRModifierSequence, DCM_InversionTimes));
  fill(facts.sliceThicknessMm, within(DCM_PixelMeasuresSequence, DCM_SliceThickness));
}

/// Why this kind of object is not read, or an empty message.
Message refusedKind(DcmItem& item, const std::string& sopClass) {
  if (sopClass == UID_SegmentationStorage) {
    return FACET_TEXT("imaging", "is a DICOM segmentation, no image");
  }
  if (sopClass == UID_RTDoseStorage) {
    return FACET_TEXT("imaging", "is a radiotherapy dose, no image");
  }
  const auto types = wordsOf(item, DCM_ImageType);
  if (std::find(types.begin(), types.end(), "MOSAIC") != types.end()) {
    return FACET_TEXT("imaging", "is a mosaic of several slices in one image, which is not read");
  }
  if (!item.tagExists(DCM_Rows) || !item.tagExists(DCM_Columns)) {
    const char* name = dcmFindNameOfUID(sopClass.c_str());
    return FACET_TEXT("imaging", "is DICOM without an image (%1)").with(name != nullptr ? name : "unknown kind");
  }
  return {};
}

std::optional<VoxelType> voxelType(int allocated, bool isSigned, bool isFloat) {
  switch (allocated) {
  case 8:
    return isSigned ? VoxelType::Int8 : VoxelType::UInt8;
  case 16:
    return isSigned ? VoxelType::Int16 : VoxelType::UInt16;
  case 32:
    return isFloat ? VoxelType::Float32 : isSigned ? VoxelType::Int32 : VoxelType::UInt32;
  case 64:
    return isFloat ? std::optional(VoxelType::Float64) : std::nullopt;
  default:
    return std::nullopt;
  }
}

Result<void> readPixelFormat(const Reading& r, const std::string& sopClass) {
  const int samples = integerOf(r.item, DCM_SamplesPerPixel).value_or(1);
  const std::string photometric = textOf(r.item, DCM_PhotometricInterpretation);
  if (samples != 1 || (!photometric.empty() && !photometric.starts_with("MONOCHROME"))) {
    return r.unsupported(FACET_TEXT("imaging", "is a colour image (%1); grey is wanted").with(photometric));
  }
  if (photometric == "MONOCHROME1") {
    r.header.notices.push_back(
        {r.header.name, FACET_TEXT("imaging", "asks to be shown inverted; its values were kept as they are"), {}});
  }
  const int rows = integerOf(r.item, DCM_Rows).value_or(0);
  const int columns = integerOf(r.item, DCM_Columns).value_or(0);
  if (rows < 1 || columns < 1) {
    return r.invalid(FACET_TEXT("imaging", "has %1 rows and %2 columns").with(rows, columns));
  }
  const int allocated = integerOf(r.item, DCM_BitsAllocated).value_or(0);
  const bool isFloat = sopClass == "1.2.840.10008.5.1.4.1.1.30" && allocated >= 32; // Parametric Map
  const auto type = voxelType(allocated, integerOf(r.item, DCM_PixelRepresentation).value_or(0) == 1, isFloat);
  if (!type) {
    return r.unsupported(FACET_TEXT("imaging", "has pixels of %1 bits, which are not read").with(allocated));
  }
  const int stored = integerOf(r.item, DCM_BitsStored).value_or(allocated);
  const int high = integerOf(r.item, DCM_HighBit).value_or(stored - 1);
  if (stored < 1 || stored > allocated || high < stored - 1 || high >= allocated) {
    return r.invalid(
        FACET_TEXT("imaging", "stores %1 of %2 bits up to bit %3, which cannot be").with(stored, allocated, high));
  }
  r.header.pixels = {static_cast<std::uint32_t>(rows), static_cast<std::uint32_t>(columns), *type,
                     static_cast<std::uint32_t>(stored), static_cast<std::uint32_t>(high)};
  return {};
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    text += part + "\\";
  }
  return text;
}

std::string rounded(std::optional<double> value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f", value.value_or(-1));
  return buffer;
}

/// A number as text whose order is that of the numbers.
std::string sortable(std::optional<double> value) {
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%020.4f", value.value_or(0) + 1e12);
  return value ? buffer : "";
}

/// The functional groups that hold for one frame: its own, and the shared ones where it has none.
struct Groups {
  DcmItem* own;
  DcmItem* shared;

  [[nodiscard]] DcmItem* find(const DcmTagKey& sequence) const {
    DcmItem* found = itemOf(own, sequence);
    return found != nullptr ? found : itemOf(shared, sequence);
  }
};

Result<void> readPlace(const Reading& r, DicomFrame& frame, DcmItem* position, DcmItem* orientation,
                       DcmItem* measures) {
  const auto point = position ? numbersOf(*position, DCM_ImagePositionPatient, 3) : std::nullopt;
  const auto cosines = orientation ? numbersOf(*orientation, DCM_ImageOrientationPatient, 6) : std::nullopt;
  if (!point || !cosines) {
    return r.unsupported(FACET_TEXT("imaging", "is an image without a place in the patient"));
  }
  const auto spacing = measures ? numbersOf(*measures, DCM_PixelSpacing, 2) : std::nullopt;
  if (!spacing || !((*spacing)[0] > 0) || !((*spacing)[1] > 0)) {
    return r.invalid(FACET_TEXT("imaging", "has no pixel spacing above 0"));
  }
  frame.position = {(*point)[0], (*point)[1], (*point)[2]};
  frame.along = {(*cosines)[0], (*cosines)[1], (*cosines)[2]};
  frame.down = {(*cosines)[3], (*cosines)[4], (*cosines)[5]};
  const double lengths[2] = {norm(frame.along), norm(frame.down)};
  if (std::abs(lengths[0] - 1) > 0.01 || std::abs(lengths[1] - 1) > 0.01 ||
      std::abs(dot(frame.along, frame.down)) > 0.01) {
    return r.invalid(FACET_TEXT("imaging", "its rows and columns are not at right angles to each other"));
  }
  frame.along = frame.along * (1 / lengths[0]);
  frame.down = frame.down * (1 / lengths[1]);
  frame.rowSpacingMm = (*spacing)[0];
  frame.columnSpacingMm = (*spacing)[1];
  frame.thicknessMm = numberOf(*measures, DCM_SliceThickness);
  frame.sliceDistanceMm = numberOf(*measures, DCM_SpacingBetweenSlices);
  return {};
}

void readRescale(const Reading& r, DicomFrame& frame, DcmItem* item) {
  if (item == nullptr) {
    return;
  }
  const auto slope = numberOf(*item, DCM_RescaleSlope);
  const auto intercept = numberOf(*item, DCM_RescaleIntercept);
  if (slope == 0) {
    r.header.notices.push_back(
        {r.header.name, FACET_TEXT("imaging", "rescales by slope 0: stored values were taken"), {}});
    return;
  }
  frame.rescale = {slope.value_or(1), intercept.value_or(0)};
}

/// b-value and direction of diffusion weighting, as one word.
std::string diffusionOf(DcmItem* item) {
  if (item == nullptr) {
    return {};
  }
  std::string word = sortable(numberOf(*item, DCM_DiffusionBValue));
  DcmItem* direction = itemOf(item, DCM_DiffusionGradientDirectionSequence);
  for (unsigned long axis = 0; axis < 3; ++axis) {
    word += rounded(numberOf(direction != nullptr ? *direction : *item, DCM_DiffusionGradientOrientation, axis));
  }
  return word;
}

Result<void> readSingleFrame(const Reading& r) {
  DicomFrame frame;
  if (auto read = readPlace(r, frame, &r.item, &r.item, &r.item); !read) {
    return read;
  }
  readRescale(r, frame, &r.item);
  const SequenceFacts& facts = r.header.facts;
  frame.echoTimeMs = facts.echoTimeMs;
  frame.kind = joined(facts.imageType) + "|" + rounded(frame.echoTimeMs) + "|" +
               std::to_string(facts.echoNumber.value_or(0)) + "|" + facts.frameOfReferenceUid + "|" +
               textOf(r.item, DCM_ComplexImageComponent);
  frame.order = {sortable(numberOf(r.item, DCM_TemporalPositionIdentifier)),
                 textOf(r.item, DCM_StackID),
                 sortable(numberOf(r.item, DCM_AcquisitionNumber)),
                 diffusionOf(&r.item),
                 sortable(facts.inversionTimeMs),
                 sortable(numberOf(r.item, DCM_TriggerTime)),
                 textOf(r.item, DCM_AcquisitionDate) + textOf(r.item, DCM_AcquisitionTime)};
  frame.instance = integerOf(r.item, DCM_InstanceNumber).value_or(0);
  r.header.frames.push_back(std::move(frame));
  return {};
}

Result<void> readFrames(const Reading& r, unsigned long count) {
  DcmItem* shared = itemOf(&r.item, DCM_SharedFunctionalGroupsSequence);
  DcmSequenceOfItems* perFrame = nullptr;
  r.item.findAndGetSequence(DCM_PerFrameFunctionalGroupsSequence, perFrame);
  if (perFrame == nullptr || perFrame->card() != count) {
    return r.unsupported(FACET_TEXT("imaging", "holds %1 frames without a place for each").with(count));
  }
  addEnhancedFacts(r.header.facts, shared, perFrame->getItem(0));
  // getItem would walk the list from its begin each time.
  DcmObject* next = nullptr;
  for (unsigned long index = 0; (next = perFrame->nextInContainer(next)) != nullptr; ++index) {
    const Groups groups{static_cast<DcmItem*>(next), shared};
    DicomFrame frame;
    frame.frame = static_cast<std::uint32_t>(index);
    frame.instance = static_cast<int>(index);
    if (auto read = readPlace(r, frame, groups.find(DCM_PlanePositionSequence),
                              groups.find(DCM_PlaneOrientationSequence), groups.find(DCM_PixelMeasuresSequence));
        !read) {
      return read;
    }
    readRescale(r, frame, groups.find(DCM_PixelValueTransformationSequence));
    if (DcmItem* echo = groups.find(DCM_MREchoSequence)) {
      frame.echoTimeMs = numberOf(*echo, DCM_EffectiveEchoTime);
    }
    std::string type;
    if (DcmItem* kind = groups.find(DCM_MRImageFrameTypeSequence)) {
      type = textOf(*kind, DCM_FrameType) + textOf(*kind, DCM_ComplexImageComponent);
    }
    frame.kind = type + "|" + rounded(frame.echoTimeMs) + "|" + r.header.facts.frameOfReferenceUid;
    if (DcmItem* content = groups.find(DCM_FrameContentSequence)) {
      frame.order[0] = sortable(numberOf(*content, DCM_TemporalPositionIndex));
      frame.order[1] = textOf(*content, DCM_StackID);
      frame.order[2] = sortable(numberOf(*content, DCM_FrameAcquisitionNumber));
      frame.order[6] = textOf(*content, DCM_FrameAcquisitionDateTime);
    }
    frame.order[3] = diffusionOf(groups.find(DCM_MRDiffusionSequence));
    if (DcmItem* modifier = groups.find(DCM_MRModifierSequence)) {
      frame.order[4] = sortable(numberOf(*modifier, DCM_InversionTimes));
    }
    if (DcmItem* heart = groups.find(DCM_CardiacSynchronizationSequence)) {
      frame.order[5] = sortable(numberOf(*heart, DCM_NominalCardiacTriggerDelayTime));
    }
    r.header.frames.push_back(std::move(frame));
  }
  return {};
}

/// Uncompressed pixels must be in the file: found here, so that a cut file is told before anything is made of it.
Result<void> checkLength(const Reading& r, DcmFileFormat& file, std::uint64_t fileBytes) {
  const DcmXfer transfer(file.getDataset()->getOriginalXfer());
  const bool plain = !transfer.isEncapsulated() && transfer.getStreamCompression() == ESC_none;
  const std::uint64_t needed = std::uint64_t(r.header.pixels.frameBytes()) * r.header.frames.size();
  if (plain && needed > fileBytes) {
    return Error{ErrorCode::Corrupt, r.header.name,
                 FACET_TEXT("imaging", "is cut off: its header promises %1 bytes of pixels and the file has %2")
                     .with(needed, fileBytes)};
  }
  return {};
}

bool isWordCharacter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (static_cast<unsigned char>(c) >= 0x80);
}

/// Replaces every occurrence of `part`; a short one only where it stands alone.
void blank(std::string& text, const std::string& part) {
  const std::string needle = toLowerAscii(part);
  std::size_t at = 0;
  while ((at = toLowerAscii(text).find(needle, at)) != std::string::npos) {
    const bool alone = (at == 0 || !isWordCharacter(text[at - 1])) &&
                       (at + needle.size() >= text.size() || !isWordCharacter(text[at + needle.size()]));
    if (alone || needle.size() >= 5) {
      text.replace(at, needle.size(), "…");
    } else {
      at += needle.size();
    }
  }
}

} // namespace

Result<DicomHeader> readDicomHeader(const ByteSource& source) {
  const auto file = parseDicomHeader(source);
  if (!file) {
    return file.error();
  }
  return readDicomHeader(**file, source.name(), source.size());
}

Result<DicomHeader> readDicomHeader(DcmFileFormat& file, const std::string& name, std::uint64_t fileBytes) {
  DicomHeader header;
  header.name = name;
  DcmItem& item = *file.getDataset();
  const Reading r{item, header};
  const std::string sopClass = textOf(item, DCM_SOPClassUID);
  if (Message why = refusedKind(item, sopClass); !why.empty()) {
    return r.unsupported(std::move(why));
  }
  const std::string characterSet = textOf(item, DCM_SpecificCharacterSet);
  header.identity = readIdentity(item, characterSet);
  header.facts = readFacts(item, header.identity, characterSet);
  header.instanceUid = textOf(item, DCM_SOPInstanceUID);
  if (auto read = readPixelFormat(r, sopClass); !read) {
    return read.error();
  }
  const int frames = integerOf(item, DCM_NumberOfFrames).value_or(1);
  const bool grouped = item.tagExists(DCM_PerFrameFunctionalGroupsSequence);
  if (frames < 1) {
    return r.invalid(FACET_TEXT("imaging", "holds %1 frames").with(frames));
  }
  if (auto read = grouped || frames > 1 ? readFrames(r, static_cast<unsigned long>(frames)) : readSingleFrame(r);
      !read) {
    return read.error();
  }
  if (auto checked = checkLength(r, file, fileBytes); !checked) {
    return checked.error();
  }
  return header;
}

std::string withoutIdentity(const std::string& text, const Identity& identity) {
  if (text.empty()) {
    return text;
  }
  std::string out = text;
  std::string name = identity.name;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '^' || c == '=' || c == ',' || c == '_' || c == '.'; }, ' ');
  for (const std::string_view part : splitText(name, ' ')) {
    if (part.size() >= 3) {
      blank(out, std::string(part));
    }
  }
  for (const std::string& id : {identity.patientId, identity.accession, identity.birthDate}) {
    if (id.size() >= 3) {
      blank(out, id);
    }
  }
  return out;
}

} // namespace facet::imaging
