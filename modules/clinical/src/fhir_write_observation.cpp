#include "fhir_terms.h"
#include "fhir_writer.h"

#include <facet/clinical/codes.h>
#include <facet/clinical/tables.h>

namespace facet::clinical {
namespace {

void writeQuantity(FhirWriter& writer, double value, std::string_view unit) {
  JsonText& json = writer.json();
  json.key("valueQuantity").open('{').pair("value", value).optional("unit", unit);
  if (!unit.empty()) {
    json.pair("system", fhir::kUcum).pair("code", unit);
  }
  json.close('}');
}

void writeGrade(FhirWriter& writer, std::string_view code, int grade) {
  JsonText& json = writer.json();
  json.open('{');
  writer.concept_("code", fhir::kSystems, code);
  json.pair("valueInteger", grade).close('}');
}

/// The dictionary's code and those of terminologies, or the foreign code that came as "system|code".
void writeVariable(FhirWriter& writer, const std::string& code) {
  JsonText& json = writer.json();
  const std::size_t bar = code.find('|');
  if (bar != std::string::npos) {
    writer.concept_("code", std::string_view(code).substr(0, bar), std::string_view(code).substr(bar + 1));
    return;
  }
  json.key("code").open('{').key("coding").open('[');
  const Variable* known = variable(code);
  writer.coding(fhir::kVariables, code, known == nullptr ? std::string_view() : std::string_view(known->label));
  if (known != nullptr) {
    for (const Coding& coding : known->codings) {
      writer.coding(coding.system, coding.code, coding.display);
    }
  }
  json.close(']').close('}');
}

} // namespace

void writeObservation(FhirWriter& writer, const Visit& visit) {
  JsonText& json = writer.json();
  if (visit.occasion != Occasion::Unknown) {
    json.key("extension").open('[');
    writer.extension(fhir::kOccasion, "valueCode", codeOf(visit.occasion));
    json.close(']');
  }
  json.pair("status", "final");
  writer.concept_("code", fhir::kSnomed, fhir::kSnomedEdss, "Expanded disability status scale");
  writer.subject();
  writer.date("effectiveDateTime", visit.date);
  if (!visit.rater.empty()) {
    json.key("performer").open('[').open('{').pair("display", visit.rater).close('}').close(']');
  }
  if (visit.edss) {
    writeQuantity(writer, visit.edss->value(), "{score}");
  } else {
    json.raw(R"("dataAbsentReason":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason",)"
             R"("code":"not-performed"}]})");
  }
  if (visit.mode != ExaminationMode::Unknown) {
    writer.concept_("method", fhir::kModes, codeOf(visit.mode));
  }
  if (!visit.systems.empty()) {
    json.key("component").open('[');
    for (std::size_t i = 0; i < kFunctionalSystems; ++i) {
      if (visit.systems.grades[i]) {
        writeGrade(writer, codeOf(static_cast<FunctionalSystem>(i)), *visit.systems.grades[i]);
      }
    }
    if (visit.systems.ambulation) {
      writeGrade(writer, fhir::kAmbulation, *visit.systems.ambulation);
    }
    json.close(']');
  }
}

void writeObservation(FhirWriter& writer, const Measurement& measurement) {
  JsonText& json = writer.json();
  if (!measurement.batch.empty()) {
    json.key("extension").open('[');
    writer.extension(fhir::kAssayBatch, "valueString", measurement.batch);
    json.close(']');
  }
  json.pair("status", "final");
  writeVariable(writer, measurement.code);
  writer.subject();
  writer.date("effectiveDateTime", measurement.date);
  writeQuantity(writer, measurement.value, measurement.unit);
  if (!measurement.method.empty()) {
    json.key("method").open('{').pair("text", measurement.method).close('}');
  }
}

void writeObservation(FhirWriter& writer, const Finding& finding) {
  JsonText& json = writer.json();
  json.pair("status", "final");
  writeVariable(writer, finding.code);
  writer.subject();
  if (finding.date) {
    writer.date("effectiveDateTime", *finding.date);
  }
  writer.concept_("valueCodeableConcept", fhir::kLevels, finding.value);
}

void writeImmunization(FhirWriter& writer, const Finding& finding) {
  writer.json().pair("status", "completed");
  writer.concept_("vaccineCode", fhir::kLevels, finding.value);
  writer.subject("patient");
  if (finding.date) {
    writer.date("occurrenceDateTime", *finding.date);
  } else {
    writer.json().pair("occurrenceString", "unknown");
  }
}

} // namespace facet::clinical
