#include "bids_sidecar.h"

#include <facet/core/files.h>
#include <facet/core/text.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace facet::imaging {
namespace {

using nlohmann::json;

/// Fields of converters that say who was scanned, where and by whom.
constexpr std::array<const char*, 22> kPersonal = {"PatientName",
                                                   "PatientID",
                                                   "PatientBirthDate",
                                                   "PatientSex",
                                                   "PatientAge",
                                                   "PatientSize",
                                                   "PatientWeight",
                                                   "PatientAddress",
                                                   "OtherPatientIDs",
                                                   "AccessionNumber",
                                                   "InstitutionName",
                                                   "InstitutionAddress",
                                                   "InstitutionalDepartmentName",
                                                   "ReferringPhysicianName",
                                                   "PerformingPhysicianName",
                                                   "PhysiciansOfRecord",
                                                   "OperatorsName",
                                                   "StationName",
                                                   "DeviceSerialNumber",
                                                   "StudyID",
                                                   "ProcedureStepDescription",
                                                   "ImageComments"};

std::string textIn(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<double> numberIn(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

std::optional<int> integerIn(const json& object, const char* key) {
  const auto number = numberIn(object, key);
  return number && *number == std::floor(*number) && std::abs(*number) < 2e9 ? std::optional(static_cast<int>(*number))
                                                                             : std::nullopt;
}

/// BIDS gives times in seconds.
std::optional<double> millisecondsIn(const json& object, const char* key) {
  const auto seconds = numberIn(object, key);
  return seconds ? std::optional(*seconds * 1000) : std::nullopt;
}

std::vector<std::string> wordsIn(const json& object, const char* key) {
  std::vector<std::string> words;
  const auto found = object.find(key);
  if (found == object.end()) {
    return words;
  }
  if (found->is_string()) {
    const std::string text = found->get<std::string>();
    for (const std::string_view word : splitText(text, text.find('\\') != std::string::npos ? '\\' : '_')) {
      words.emplace_back(word);
    }
  } else if (found->is_array()) {
    for (const json& word : *found) {
      if (word.is_string()) {
        words.push_back(word.get<std::string>());
      }
    }
  }
  return words;
}

SequenceFacts factsIn(const json& object) {
  SequenceFacts facts;
  facts.modality = textIn(object, "Modality");
  facts.studyUid = textIn(object, "StudyInstanceUID");
  facts.seriesUid = textIn(object, "SeriesInstanceUID");
  facts.seriesNumber = integerIn(object, "SeriesNumber");
  facts.echoNumber = integerIn(object, "EchoNumber");
  facts.seriesDescription = textIn(object, "SeriesDescription");
  facts.protocolName = textIn(object, "ProtocolName");
  facts.sequenceName = textIn(object, "SequenceName");
  facts.bodyPart = textIn(object, "BodyPart").empty() ? textIn(object, "BodyPartExamined") : textIn(object, "BodyPart");
  facts.acquisitionType = textIn(object, "MRAcquisitionType");
  facts.imageType = wordsIn(object, "ImageType");
  facts.scanningSequence = wordsIn(object, "ScanningSequence");
  facts.sequenceVariant = wordsIn(object, "SequenceVariant");
  facts.scanOptions = wordsIn(object, "ScanOptions");
  facts.echoTimeMs = millisecondsIn(object, "EchoTime");
  facts.repetitionTimeMs = millisecondsIn(object, "RepetitionTime");
  facts.inversionTimeMs = millisecondsIn(object, "InversionTime");
  facts.flipAngleDegrees = numberIn(object, "FlipAngle");
  facts.fieldStrengthTesla = numberIn(object, "MagneticFieldStrength");
  facts.sliceThicknessMm = numberIn(object, "SliceThickness");
  facts.echoTrainLength = integerIn(object, "EchoTrainLength");
  facts.manufacturer = textIn(object, "Manufacturer");
  facts.model = textIn(object, "ManufacturersModelName");
  const std::string ingredient = toLowerAscii(textIn(object, "ContrastBolusIngredient"));
  if (!ingredient.empty()) {
    facts.contrastAgent = ingredient == "none" ? ContrastAgent::NotGiven : ContrastAgent::Given;
  }
  return facts;
}

} // namespace

void SidecarIndex::add(const std::filesystem::path& path, const BidsName& name) {
  m_byFolder[path.parent_path()].push_back({path, name});
}

std::vector<std::filesystem::path> SidecarIndex::forFile(const std::filesystem::path& root,
                                                         const std::filesystem::path& file, const BidsName& name,
                                                         std::string_view extension) const {
  std::vector<std::filesystem::path> found;
  std::vector<std::filesystem::path> folders = {root};
  for (const auto& part : file.parent_path().lexically_relative(root)) {
    if (part != ".") {
      folders.push_back(folders.back() / part);
    }
  }
  for (const auto& folder : folders) {
    const auto entries = m_byFolder.find(folder);
    if (entries == m_byFolder.end()) {
      continue;
    }
    std::vector<const Entry*> here;
    for (const Entry& entry : entries->second) {
      if (entry.name.extension == extension && applies(entry.name, name)) {
        here.push_back(&entry);
      }
    }
    std::sort(here.begin(), here.end(), [](const Entry* a, const Entry* b) {
      return std::pair(a->name.entities.pairs.size(), a->path) < std::pair(b->name.entities.pairs.size(), b->path);
    });
    for (const Entry* entry : here) {
      found.push_back(entry->path);
    }
  }
  return found;
}

void readSidecars(BidsImage& image, const std::vector<std::filesystem::path>& sidecars, std::vector<Notice>& notices) {
  json merged = json::object();
  for (const auto& path : sidecars) {
    const auto bytes = readFile(path, std::uint64_t(16) << 20U);
    const auto text = bytes ? decodeText(*bytes) : Result<std::string>(bytes.error());
    const json parsed = text ? json::parse(*text, nullptr, false) : json();
    if (parsed.is_object()) {
      merged.update(parsed);
    } else {
      notices.push_back({displayName(path), FACET_TEXT("imaging", "is no JSON object and was left aside"), {}});
    }
  }
  for (const char* field : kPersonal) {
    merged.erase(field);
  }
  if (!merged.empty()) {
    image.facts = factsIn(merged);
    image.sidecar = merged.dump(-1, ' ', false, json::error_handler_t::replace);
  }
}

ContrastGuess contrastOf(const BidsImage& image) {
  const auto bySuffix = [&](Contrast contrast) {
    return ContrastGuess{contrast, FACET_TEXT("imaging", "its BIDS suffix is %1").with(image.suffix), {}};
  };
  if (image.kind != BidsImageKind::Image) {
    return bySuffix(Contrast::Other);
  }
  if (image.suffix == "T1w") {
    if (!image.entities["ce"].empty() || image.facts.contrastAgent == ContrastAgent::Given) {
      return {Contrast::T1wEnhanced,
              FACET_TEXT("imaging", "its BIDS suffix is %1, after contrast agent").with(image.suffix),
              {}};
    }
    return bySuffix(Contrast::T1w);
  }
  if (image.suffix == "T2w") {
    return bySuffix(Contrast::T2w);
  }
  if (image.suffix == "FLAIR") {
    return bySuffix(Contrast::Flair);
  }
  if (image.suffix == "PDw" || image.suffix == "PD") {
    return bySuffix(Contrast::ProtonDensity);
  }
  if (image.suffix == "STIR") {
    return bySuffix(Contrast::Stir);
  }
  if (image.suffix == "swi") {
    return bySuffix(Contrast::Swi);
  }
  return image.sidecar.empty() ? bySuffix(Contrast::Other) : guessContrast(image.facts);
}

} // namespace facet::imaging
