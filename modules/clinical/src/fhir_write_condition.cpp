#include "fhir_terms.h"
#include "fhir_writer.h"

#include <facet/clinical/codes.h>

namespace facet::clinical {
namespace {

/// R4's invariant con-4: what has ended must say so in its clinical status.
void writeStatus(FhirWriter& writer, const std::optional<PartialDate>& end, std::string_view ended) {
  writer.concept_("clinicalStatus", fhir::kConditionClinical, end ? ended : std::string_view("active"));
}

void writePeriod(FhirWriter& writer, const PartialDate& start, const std::optional<PartialDate>& end) {
  writer.date("onsetDateTime", start);
  if (end) {
    writer.date("abatementDateTime", *end);
  }
}

void writeFlag(FhirWriter& writer, std::string_view url, bool value) {
  writer.json().open('{').pair("url", url).key("valueBoolean").word(value ? "true" : "false").close('}');
}

std::string_view snomedOf(Course course) {
  switch (course) {
  case Course::RelapsingRemitting:
    return "426373005";
  case Course::SecondaryProgressive:
    return "425500002";
  case Course::PrimaryProgressive:
    return "428700003";
  default:
    return {};
  }
}

std::string_view displayOf(Course course) {
  switch (course) {
  case Course::RadiologicallyIsolated:
    return "Radiologically isolated syndrome";
  case Course::ClinicallyIsolated:
    return "Clinically isolated syndrome";
  case Course::RelapsingRemitting:
    return "Relapsing remitting multiple sclerosis";
  case Course::SecondaryProgressive:
    return "Secondary progressive multiple sclerosis";
  case Course::PrimaryProgressive:
    return "Primary progressive multiple sclerosis";
  case Course::Unknown:
    break;
  }
  return "Course not known";
}

std::string_view verificationOf(RelapseCertainty certainty) {
  switch (certainty) {
  case RelapseCertainty::Reported:
    return "unconfirmed";
  case RelapseCertainty::Examined:
    return "provisional";
  case RelapseCertainty::Confirmed:
    return "confirmed";
  case RelapseCertainty::Pseudo:
    return "refuted";
  case RelapseCertainty::Unknown:
    break;
  }
  return {};
}

/// Codes of FHIR R4's value set condition-severity.
std::string_view severityOf(RelapseSeverity severity) {
  switch (severity) {
  case RelapseSeverity::Mild:
    return "255604002";
  case RelapseSeverity::Moderate:
    return "6736007";
  case RelapseSeverity::Severe:
    return "24484000";
  case RelapseSeverity::Unknown:
    break;
  }
  return {};
}

} // namespace

void writeCondition(FhirWriter& writer, const Onset& onset) {
  JsonText& json = writer.json();
  if (onset.diagnosis) {
    json.key("extension").open('[').open('{').pair("url", fhir::kAssertedDate);
    writer.date("valueDateTime", *onset.diagnosis);
    json.close('}').close(']');
  }
  writeStatus(writer, std::nullopt, {});
  writer.concept_("code", fhir::kSnomed, fhir::kSnomedMs, "Multiple sclerosis");
  writer.subject();
  if (onset.onset) {
    writer.date("onsetDateTime", *onset.onset);
  }
}

void writeCondition(FhirWriter& writer, const Phase& phase) {
  JsonText& json = writer.json();
  writeStatus(writer, phase.end, "inactive");
  json.key("code").open('{').key("coding").open('[');
  const std::string_view display = displayOf(phase.course);
  if (const std::string_view snomed = snomedOf(phase.course); !snomed.empty()) {
    writer.coding(fhir::kSnomed, snomed, display);
  }
  writer.coding(fhir::kCourses, codeOf(phase.course), display);
  json.close(']').close('}');
  writer.subject();
  writePeriod(writer, phase.start, phase.end);
}

void writeCondition(FhirWriter& writer, const Relapse& relapse) {
  JsonText& json = writer.json();
  const bool recovery = relapse.recovery != Recovery::Unknown;
  if (recovery || relapse.steroids) {
    json.key("extension").open('[');
    if (recovery) {
      writer.extension(fhir::kRecovery, "valueCode", codeOf(relapse.recovery));
    }
    if (relapse.steroids) {
      writeFlag(writer, fhir::kSteroids, *relapse.steroids);
    }
    json.close(']');
  }
  writeStatus(writer, relapse.end, "resolved");
  if (const std::string_view status = verificationOf(relapse.certainty); !status.empty()) {
    writer.concept_("verificationStatus", fhir::kConditionVerification, status);
  }
  if (const std::string_view severity = severityOf(relapse.severity); !severity.empty()) {
    writer.concept_("severity", fhir::kSnomed, severity);
  }
  writer.concept_("code", fhir::kSnomed, fhir::kSnomedRelapse, "Exacerbation of multiple sclerosis");
  writer.subject();
  writePeriod(writer, relapse.onset, relapse.end);
  if (!relapse.systems.empty()) {
    json.key("evidence").open('[').open('{').key("code").open('[');
    for (const FunctionalSystem system : relapse.systems) {
      json.open('{').key("coding").open('[');
      writer.coding(fhir::kSystems, codeOf(system));
      json.close(']').close('}');
    }
    json.close(']').close('}').close(']');
  }
}

void writeCondition(FhirWriter& writer, const Pregnancy& pregnancy) {
  JsonText& json = writer.json();
  if (pregnancy.outcome != PregnancyOutcome::Unknown) {
    json.key("extension").open('[');
    writer.extension(fhir::kPregnancyOutcome, "valueCode", codeOf(pregnancy.outcome));
    json.close(']');
  }
  writeStatus(writer, pregnancy.end, "resolved");
  writer.concept_("code", fhir::kConditions, fhir::kPregnancy, "Pregnancy");
  writer.subject();
  writePeriod(writer, pregnancy.conception, pregnancy.end);
}

} // namespace facet::clinical
