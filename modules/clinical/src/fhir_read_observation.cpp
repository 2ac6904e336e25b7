#include "fhir_reader.h"
#include "fhir_terms.h"

#include <facet/clinical/tables.h>
#include <facet/core/units.h>

namespace facet::clinical {
namespace {

/// A grade below `code`'s element of a component, within its range.
std::optional<int> gradeOf(FhirReader& reader, JsonValue component, int highest) {
  const int grade = reader.integer(component, "valueInteger");
  if (reader.failed()) {
    return std::nullopt;
  }
  if (grade < 0 || grade > highest) {
    reader.fail(component["valueInteger"], FACET_TEXT("clinical", "is outside 0 to %1").with(highest));
    return std::nullopt;
  }
  return grade;
}

void readComponent(FhirReader& reader, JsonValue component, FunctionalSystems& systems) {
  const JsonValue concept_ = reader.object(component, "code");
  const auto code = reader.codeIn(concept_, fhir::kSystems);
  if (!code) {
    return;
  }
  std::optional<int>* target = &systems.ambulation;
  int highest = kHighestAmbulation;
  if (*code != fhir::kAmbulation) {
    const auto system = fromCode<FunctionalSystem>(*code);
    if (!system) {
      reader.failCode(concept_, *code);
      return;
    }
    target = &systems[*system];
    highest = kHighestGrade[static_cast<std::size_t>(*system)];
  }
  if (target->has_value()) {
    reader.fail(component, FACET_TEXT("clinical", "gives the grade of %1 twice").with(*code));
    return;
  }
  *target = gradeOf(reader, component, highest);
}

Record readVisit(FhirReader& reader, std::string id) {
  const JsonValue root = reader.root();
  Visit visit;
  visit.id = std::move(id);
  visit.date = reader.day(root, "effectiveDateTime").value_or(Day());
  const JsonValue quantity = reader.optionalObject(root, "valueQuantity");
  if (quantity.exists()) {
    const auto edss = Edss::fromNumber(reader.number(quantity, "value"));
    if (edss) {
      visit.edss = *edss;
    } else {
      reader.fail(quantity["value"], edss.error().reason);
    }
  }
  const JsonValue occasion = reader.extension(fhir::kOccasion);
  if (occasion.exists()) {
    visit.occasion = reader.coded(occasion, reader.text(occasion, "valueCode"), Occasion::Unknown);
  }
  const JsonValue method = reader.optionalObject(root, "method");
  const auto mode = reader.codeIn(method, fhir::kModes);
  visit.mode = reader.coded(method, mode.value_or(""), ExaminationMode::Unknown);
  visit.rater = reader.optionalText(reader.firstOf(root, "performer"), "display");
  for (JsonValue item = reader.firstOf(root, "component"); item.exists() && !reader.failed(); item = item.next()) {
    readComponent(reader, item, visit.systems);
  }
  return visit;
}

/// The code of the dictionary, or "system|code" where the dictionary has none.
std::string variableOf(FhirReader& reader, JsonValue concept_, const Variable*& known) {
  std::string foreign;
  for (JsonValue coding = reader.firstOf(concept_, "coding"); coding.exists(); coding = coding.next()) {
    const std::string_view system = coding["system"].text();
    const std::string_view code = coding["code"].text();
    if (code.empty()) {
      reader.failMissing(coding, "code");
      return {};
    }
    if (system == fhir::kVariables) {
      known = variable(code);
      return std::string(code);
    }
    if (known == nullptr) {
      known = variableByCoding(system, code);
    }
    if (foreign.empty()) {
      foreign = std::string(system) + "|" + std::string(code);
    }
  }
  return known != nullptr ? known->code : foreign.empty() ? reader.label(concept_) : foreign;
}

Record readMeasurement(FhirReader& reader, std::string id, std::string code, const Variable* known,
                       JsonValue quantity) {
  const JsonValue root = reader.root();
  const auto date = reader.date(root, "effectiveDateTime");
  Measurement measurement{.id = std::move(id),
                          .code = std::move(code),
                          .date = date.value_or(PartialDate(Day())),
                          .unit = {},
                          .method = {},
                          .batch = {}};
  measurement.value = reader.number(quantity, "value");
  const bool ucum = quantity["system"].text() == fhir::kUcum;
  measurement.unit = ucum ? reader.text(quantity, "code") : reader.optionalText(quantity, "unit");
  if (quantity["comparator"].exists()) {
    reader.fail(quantity["comparator"], FACET_TEXT("clinical", "a bound instead of a value is not read"),
                ErrorCode::Unsupported);
  }
  if (known != nullptr && known->kind == Variable::Kind::Number && !reader.failed()) {
    const auto inUnit = convertUnit(measurement.value, measurement.unit, known->unit);
    if (!inUnit) {
      reader.fail(quantity, FACET_TEXT("clinical", "the unit %1 does not fit %2, which is given in %3")
                                .with(measurement.unit, known->code, known->unit));
    } else if (*inUnit < known->min || *inUnit > known->max) {
      reader.fail(quantity["value"], FACET_TEXT("clinical", "%1 is outside what is possible, %2 to %3 %4")
                                         .with(*inUnit, known->min, known->max, known->unit));
    }
  }
  measurement.method = reader.optionalText(reader.optionalObject(root, "method"), "text");
  measurement.batch = reader.optionalText(reader.extension(fhir::kAssayBatch), "valueString");
  return measurement;
}

std::string levelOf(FhirReader& reader, JsonValue concept_) {
  const auto local = reader.codeIn(concept_, fhir::kLevels);
  return local ? *local : reader.label(concept_);
}

} // namespace

std::optional<Record> readObservation(FhirReader& reader) {
  const JsonValue root = reader.root();
  const JsonValue concept_ = reader.object(root, "code");
  std::string id = reader.id(root, "id");
  if (reader.hasCode(concept_, fhir::kSnomed, fhir::kSnomedEdss) ||
      reader.hasCode(concept_, fhir::kVariables, fhir::kEdss)) {
    return readVisit(reader, std::move(id));
  }
  const Variable* known = nullptr;
  std::string code = variableOf(reader, concept_, known);
  const JsonValue quantity = reader.optionalObject(root, "valueQuantity");
  if (quantity.exists()) {
    return readMeasurement(reader, std::move(id), std::move(code), known, quantity);
  }
  Finding finding{.id = std::move(id), .code = std::move(code), .date = {}, .value = {}};
  finding.date = reader.optionalDate(root, "effectiveDateTime");
  if (root["valueCodeableConcept"].exists()) {
    finding.value = levelOf(reader, reader.object(root, "valueCodeableConcept"));
  } else if (root["valueBoolean"].exists()) {
    finding.value = reader.optionalFlag(root, "valueBoolean").value_or(false) ? "yes" : "no";
  } else {
    finding.value = reader.text(root, "valueString");
  }
  return finding;
}

std::optional<Record> readImmunization(FhirReader& reader) {
  const JsonValue root = reader.root();
  if (root["status"].text() == "not-done") {
    return std::nullopt;
  }
  Finding finding;
  finding.id = reader.id(root, "id");
  finding.code = fhir::kVaccination;
  finding.date = reader.optionalDate(root, "occurrenceDateTime");
  finding.value = levelOf(reader, reader.object(root, "vaccineCode"));
  return finding;
}

} // namespace facet::clinical
