#include "fhir_reader.h"
#include "fhir_terms.h"

#include <facet/core/text.h>

namespace facet::clinical {
namespace {

constexpr std::string_view kStatement = "MedicationStatement";

struct Medication {
  std::string atc;
  std::string name;
};

/// A code without a text is a medication as well; its name is then the display, if any.
Medication medicationOf(FhirReader& reader) {
  const JsonValue concept_ = reader.object(reader.root(), "medicationCodeableConcept");
  Medication medication;
  medication.atc = reader.codeIn(concept_, fhir::kAtc).value_or("");
  if (medication.atc.empty()) {
    medication.name = concept_.exists() ? reader.label(concept_) : std::string();
    return medication;
  }
  medication.name = reader.optionalText(concept_, "text");
  for (JsonValue item = reader.firstOf(concept_, "coding"); item.exists(); item = item.next()) {
    if (medication.name.empty()) {
      medication.name = reader.optionalText(item, "display");
    }
  }
  return medication;
}

} // namespace

std::optional<Record> readMedicationStatement(FhirReader& reader) {
  const JsonValue root = reader.root();
  if (root["status"].text() == "not-taken" || root["status"].text() == "intended") {
    return std::nullopt;
  }
  Medication medication = medicationOf(reader);
  const JsonValue period = reader.object(root, "effectivePeriod");
  const auto start = period.exists() ? reader.date(period, "start") : std::nullopt;
  if (!start) {
    return std::nullopt;
  }
  Treatment treatment{.id = reader.id(root, "id"),
                      .atc = std::move(medication.atc),
                      .name = std::move(medication.name),
                      .start = *start,
                      .stop = reader.optionalDate(period, "end"),
                      .stopReason = {},
                      .dose = {}};
  if (treatment.stop && *treatment.stop < treatment.start) {
    reader.fail(period["end"], FACET_TEXT("clinical", "lies before the start"));
  }
  const JsonValue reason = reader.firstOf(root, "statusReason");
  if (reason.exists()) {
    const auto local = reader.codeIn(reason, fhir::kStopReasons);
    treatment.stopReason = local ? *local : reader.label(reason);
  }
  treatment.dose = reader.optionalText(reader.firstOf(root, "dosage"), "text");
  return treatment;
}

std::optional<Record> readMedicationAdministration(FhirReader& reader) {
  const JsonValue root = reader.root();
  if (root["status"].text() == "not-done") {
    return std::nullopt;
  }
  Medication medication = medicationOf(reader);
  Administration administration;
  administration.id = reader.id(root, "id");
  administration.atc = std::move(medication.atc);
  administration.name = std::move(medication.name);
  for (JsonValue item = reader.firstOf(root, "supportingInformation"); item.exists(); item = item.next()) {
    if (item["reference"].text().starts_with(kStatement)) {
      administration.treatmentId = reader.referenceIn(item, kStatement);
    }
  }
  // A single day, or the first day of a course.
  const JsonValue period = reader.optionalObject(root, "effectivePeriod");
  administration.date =
      (period.exists() ? reader.day(period, "start") : reader.day(root, "effectiveDateTime")).value_or(Day());
  const JsonValue dose = reader.optionalObject(reader.optionalObject(root, "dosage"), "dose");
  if (dose.exists()) {
    const double value = reader.number(dose, "value");
    const std::string unit = reader.text(dose, dose["code"].exists() ? "code" : "unit");
    if (!reader.failed() && (unit != "mg" || value < 0)) {
      reader.fail(dose, FACET_TEXT("clinical", "must be a dose in mg"));
    }
    administration.doseMg = value;
  }
  return administration;
}

std::optional<Record> readAdverseEvent(FhirReader& reader) {
  const JsonValue root = reader.root();
  if (root["actuality"].text() == "potential") {
    return std::nullopt;
  }
  const auto date = reader.date(root, "date");
  if (!date) {
    return std::nullopt;
  }
  AdverseEvent event{.id = reader.id(root, "id"), .treatmentId = {}, .date = *date, .term = {}, .serious = {}};
  event.term = reader.label(reader.object(root, "event"));
  if (const auto code = reader.codeIn(reader.optionalObject(root, "seriousness"), fhir::kSeriousness)) {
    const std::string lower = toLowerAscii(*code);
    event.serious = lower != "non-serious";
    if (!lower.starts_with("serious") && lower != "non-serious") {
      reader.failCode(root["seriousness"], *code);
    }
  }
  const JsonValue suspect = reader.firstOf(root, "suspectEntity");
  if (suspect.exists()) {
    event.treatmentId = reader.reference(suspect, "instance", kStatement);
  }
  return event;
}

} // namespace facet::clinical
