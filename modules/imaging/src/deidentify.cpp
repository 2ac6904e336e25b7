#include "dicom_bytes.h"
#include "dicom_header.h"
#include "dicom_parse.h"
#include "facet_resources.h"

#include <facet/core/text.h>
#include <facet/imaging/dicom.h>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <new>
#include <unordered_map>

// Source: DICOM PS3.15 2024b Annex E. The table resources/tables/dicom-keep.tsv names what stays, which is none of the
// elements that table E.1-1 protects without saying how they are changed.

namespace facet::imaging {
namespace {

enum class Rule { Keep, Uid, Date, Empty, Pseudonym, Agent };

std::uint32_t keyOf(const DcmTagKey& tag) {
  return std::uint32_t(tag.getGroup()) << 16U | tag.getElement();
}

std::unordered_map<std::uint32_t, Rule> readRules() {
  static const std::unordered_map<std::string_view, Rule> kNames = {
      {"keep", Rule::Keep},           {"uid", Rule::Uid},    {"date", Rule::Date}, {"empty", Rule::Empty},
      {"pseudonym", Rule::Pseudonym}, {"agent", Rule::Agent}};
  std::unordered_map<std::uint32_t, Rule> rules;
  for (const std::string_view line : splitText(resources::dicom_keep_tsv, '\n')) {
    const auto cells = splitText(line, '\t');
    if (cells.size() != 3 || line.starts_with('#')) {
      continue;
    }
    std::uint32_t group = 0;
    std::uint32_t element = 0;
    std::from_chars(cells[0].data(), cells[0].data() + 4, group, 16);
    std::from_chars(cells[0].data() + 5, cells[0].data() + 9, element, 16);
    rules.emplace(group << 16U | element, kNames.at(cells[2]));
  }
  return rules;
}

const std::unordered_map<std::uint32_t, Rule>& rules() {
  static const auto kRules = readRules();
  return kRules;
}

bool allOf(std::string_view text, bool (*allowed)(char)) {
  return std::all_of(text.begin(), text.end(), allowed);
}

bool isCodeCharacter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ' ' || c == '\\' || c == '+' ||
         c == '-' || c == '.' || c == '/';
}

bool isNumberCharacter(char c) {
  return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E' || c == ' ' || c == '\\';
}

bool isPlainCharacter(char c) {
  return c >= ' ' && c <= '~';
}

/// One instance on its way.
class Deidentifier {
public:
  Deidentifier(DcmDataset& dataset, const DeidentifyOptions& options, std::vector<Notice>& notices)
      : m_dataset(dataset)
      , m_options(options)
      , m_notices(notices) {
    collectNames(dataset);
    const std::string characterSet = textOf(dataset, DCM_SpecificCharacterSet);
    m_identity.patientId = textOf(dataset, DCM_PatientID, characterSet);
    m_identity.accession = textOf(dataset, DCM_AccessionNumber, characterSet);
    m_identity.birthDate = textOf(dataset, DCM_PatientBirthDate);
  }

  void run() {
    if (textOf(m_dataset, DCM_BurnedInAnnotation) == "YES") {
      m_notices.push_back({{}, FACET_TEXT("imaging", "says that text is burned into its pixels: look at them"), {}});
    }
    clearUnusedBits();
    clean(m_dataset);
    addMarks();
  }

private:
  /// Every person's name anywhere: none of them may stand in a text that is kept.
  void collectNames(DcmItem& item) {
    for (unsigned long index = 0; index < item.card(); ++index) {
      DcmElement* element = item.getElement(index);
      if (element->ident() == EVR_PN) {
        OFString value;
        element->getOFStringArray(value);
        m_identity.name += std::string(value.c_str(), value.length()) + "^";
      } else if (element->ident() == EVR_SQ) {
        auto* sequence = static_cast<DcmSequenceOfItems*>(element);
        DcmObject* next = nullptr;
        while ((next = sequence->nextInContainer(next)) != nullptr) {
          collectNames(*static_cast<DcmItem*>(next));
        }
      }
    }
  }

  void clean(DcmItem& item) {
    std::vector<DcmElement*> dropped;
    for (unsigned long index = 0; index < item.card(); ++index) {
      DcmElement* element = item.getElement(index);
      const DcmTagKey tag = element->getTag().getXTag();
      const auto rule = rules().find(keyOf(tag));
      if (rule == rules().end() || !apply(rule->second, *element)) {
        dropped.push_back(element);
      }
    }
    for (DcmElement* element : dropped) {
      delete item.remove(element);
    }
  }

  /// Changes an element as its rule says; false where it must go.
  bool apply(Rule rule, DcmElement& element) {
    switch (rule) {
    case Rule::Keep:
      return keep(element);
    case Rule::Uid:
      return mapUids(element);
    case Rule::Date:
      return shiftDates(element);
    case Rule::Empty:
      return replace(element, "");
    case Rule::Pseudonym:
      return replace(element, m_options.pseudonym);
    case Rule::Agent:
      break;
    }
    OFString agent;
    element.getOFStringArray(agent);
    return replace(element, agent.empty() ? "" : "GIVEN");
  }

  static bool replace(DcmElement& element, const std::string& value) {
    return element.putOFStringArray(OFString(value.c_str(), value.size())).good();
  }

  bool keep(DcmElement& element) {
    if (element.ident() == EVR_SQ) {
      auto& sequence = static_cast<DcmSequenceOfItems&>(element);
      DcmObject* next = nullptr;
      while ((next = sequence.nextInContainer(next)) != nullptr) {
        clean(*static_cast<DcmItem*>(next));
      }
      return true;
    }
    switch (element.ident()) {
    case EVR_CS:
      return isHarmless(element, isCodeCharacter, 16);
    case EVR_DS:
    case EVR_IS:
      // The standard allows 16; real files have more.
      return isHarmless(element, isNumberCharacter, 32);
    case EVR_SH:
    case EVR_LO:
      return isHarmless(element, isPlainCharacter, 64);
    case EVR_UI: {
      OFString uid;
      element.getOFStringArray(uid);
      return allOf({uid.c_str(), uid.length()}, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    }
    case EVR_US:
    case EVR_SS:
    case EVR_UL:
    case EVR_SL:
    case EVR_FL:
    case EVR_FD:
    case EVR_AT:
    case EVR_xs:
      return true;
    default:
      // Pixels and their tables.
      return element.getTag().getGroup() == 0x7FE0;
    }
  }

  /// Whether a text has the form of its type and holds nothing of a person.
  bool isHarmless(DcmElement& element, bool (*allowed)(char), std::size_t longest) {
    OFString value;
    if (element.getOFStringArray(value).bad()) {
      return false;
    }
    const std::string text(value.c_str(), value.length());
    for (const std::string_view part : splitText(text, '\\')) {
      if (part.size() > longest) {
        return false;
      }
    }
    return allOf(text, allowed) && withoutIdentity(text, m_identity) == text;
  }

  bool mapUids(DcmElement& element) {
    OFString value;
    if (element.getOFStringArray(value).bad()) {
      return false;
    }
    std::string mapped;
    for (const std::string_view uid : splitText(std::string_view(value.c_str(), value.length()), '\\')) {
      mapped += (mapped.empty() ? "" : "\\") + (uid.empty() ? std::string() : m_options.newUid(trimText(uid)));
    }
    return replace(element, mapped);
  }

  bool shiftDates(DcmElement& element) {
    OFString value;
    element.getOFStringArray(value);
    const auto day = parseDicomDay(std::string_view(value.c_str(), value.length()));
    if (!m_options.dayShift || !day) {
      // The study's date must be there, if without value.
      return element.getTag() == DCM_StudyDate && replace(element, "");
    }
    const std::chrono::year_month_day date(*day + std::chrono::days(*m_options.dayShift));
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%04d%02u%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return replace(element, buffer);
  }

  /// Bits that hold no pixel may hold an overlay: those above and below the stored ones are cleared.
  void clearUnusedBits() {
    const int allocated = integerOf(m_dataset, DCM_BitsAllocated).value_or(16);
    const int stored = integerOf(m_dataset, DCM_BitsStored).value_or(allocated);
    const int high = integerOf(m_dataset, DCM_HighBit).value_or(stored - 1);
    if (allocated != 16 || stored >= 16 || stored < 1 || high < stored - 1 || high > 15) {
      return;
    }
    if (DcmXfer(m_dataset.getOriginalXfer()).isEncapsulated()) {
      if (m_dataset.tagExists(DcmTagKey(0x6000, 0x0102)) && !m_dataset.tagExists(DCM_OverlayData)) {
        m_notices.push_back(
            {{}, FACET_TEXT("imaging", "may hold an overlay inside its compressed pixels: look at them"), {}});
      }
      return;
    }
    const bool isSigned = integerOf(m_dataset, DCM_PixelRepresentation).value_or(0) == 1;
    DcmElement* element = nullptr;
    Uint16* pixels = nullptr;
    if (m_dataset.findAndGetElement(DCM_PixelData, element).bad() || element->getUint16Array(pixels).bad() ||
        pixels == nullptr) {
      return;
    }
    const unsigned low = static_cast<unsigned>(high + 1 - stored);
    const auto mask = static_cast<unsigned>((1U << static_cast<unsigned>(stored)) - 1) << low;
    const unsigned above = 0xFFFFU & ~((1U << static_cast<unsigned>(high + 1)) - 1);
    const unsigned sign = 1U << static_cast<unsigned>(high);
    const std::size_t count = element->getLength() / 2;
    for (std::size_t at = 0; at < count; ++at) {
      const unsigned value = pixels[at] & mask;
      pixels[at] = static_cast<Uint16>(isSigned && (value & sign) != 0 ? value | above : value);
    }
  }

  /// Elements that every image has, and those that say what was done.
  void addMarks() {
    for (const DcmTagKey& tag : {DCM_PatientBirthDate, DCM_PatientSex, DCM_AccessionNumber, DCM_ReferringPhysicianName,
                                 DCM_StudyID, DCM_StudyDate, DCM_StudyTime}) {
      if (!m_dataset.tagExists(tag)) {
        m_dataset.insertEmptyElement(tag);
      }
    }
    m_dataset.putAndInsertString(DCM_PatientName, m_options.pseudonym.c_str());
    m_dataset.putAndInsertString(DCM_PatientID, m_options.pseudonym.c_str());
    if (!allOf(m_options.pseudonym, isPlainCharacter)) {
      m_dataset.putAndInsertString(DCM_SpecificCharacterSet, "ISO_IR 192");
    }
    m_dataset.putAndInsertString(DCM_PatientIdentityRemoved, "YES");
    m_dataset.putAndInsertString(DCM_LongitudinalTemporalInformationModified,
                                 m_options.dayShift ? "MODIFIED" : "REMOVED");
    addMethod(0, "113100", "Basic Application Confidentiality Profile");
    if (m_options.dayShift) {
      addMethod(1, "113107", "Retain Longitudinal Temporal Information Modified Dates Option");
    }
  }

  void addMethod(long index, const char* code, const char* meaning) {
    DcmItem* item = nullptr;
    if (m_dataset.findOrCreateSequenceItem(DCM_DeidentificationMethodCodeSequence, item, index).good()) {
      item->putAndInsertString(DCM_CodeValue, code);
      item->putAndInsertString(DCM_CodingSchemeDesignator, "DCM");
      item->putAndInsertString(DCM_CodeMeaning, meaning);
    }
  }

  DcmDataset& m_dataset;
  const DeidentifyOptions& m_options;
  std::vector<Notice>& m_notices;
  Identity m_identity;
};

bool hasPixels(DcmDataset& dataset) {
  return dataset.tagExists(DCM_PixelData) || dataset.tagExists(DCM_FloatPixelData) ||
         dataset.tagExists(DCM_DoubleFloatPixelData);
}

} // namespace

Result<DeidentifiedInstance> deidentify(std::string_view instance, const DeidentifyOptions& options) {
  try {
    auto parsed = parseDicom(instance, {});
    if (!parsed) {
      return parsed.error();
    }
    DcmDataset* dataset = (*parsed)->getDataset();
    if (!hasPixels(*dataset)) {
      return Error{ErrorCode::Unsupported, {}, FACET_TEXT("imaging", "is DICOM without an image")};
    }
    DeidentifiedInstance done;
    Deidentifier(*dataset, options, done.notices).run();
    // A file of its own: the old one's preamble and meta header may name a place.
    DcmFileFormat fresh((*parsed)->getAndRemoveDataset(), OFFalse);
    auto bytes = bytesOf(fresh, instance.size());
    if (!bytes) {
      return bytes.error();
    }
    done.bytes = std::move(bytes).value();
    return done;
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::Io, {}, FACET_TEXT("imaging", "does not fit into the memory of this computer")};
  }
}

} // namespace facet::imaging
