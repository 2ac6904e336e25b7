#include "fhir_terms.h"
#include "fhir_writer.h"

#include <facet/clinical/codes.h>
#include <facet/clinical/tables.h>

namespace facet::clinical {

void writeMedicationStatement(FhirWriter& writer, const Treatment& treatment) {
  JsonText& json = writer.json();
  const bool complete = treatment.stopReason == "course-complete";
  json.pair("status", !treatment.stop ? "active" : complete ? "completed" : "stopped");
  if (!treatment.stopReason.empty()) {
    const StopReason* reason = stopReason(treatment.stopReason);
    json.key("statusReason").open('[').open('{').key("coding").open('[');
    writer.coding(fhir::kStopReasons, treatment.stopReason,
                  reason == nullptr ? std::string_view() : std::string_view(reason->label));
    json.close(']').close('}').close(']');
  }
  writer.medication(treatment.atc, treatment.name);
  writer.subject();
  json.key("effectivePeriod").open('{');
  writer.date("start", treatment.start);
  if (treatment.stop) {
    writer.date("end", *treatment.stop);
  }
  json.close('}');
  if (!treatment.dose.empty()) {
    json.key("dosage").open('[').open('{').pair("text", treatment.dose).close('}').close(']');
  }
}

void writeMedicationAdministration(FhirWriter& writer, const Administration& administration) {
  JsonText& json = writer.json();
  json.pair("status", "completed");
  writer.medication(administration.atc, administration.name);
  writer.subject();
  if (!administration.treatmentId.empty()) {
    json.key("supportingInformation").open('[').open('{');
    json.pair("reference", "MedicationStatement/" + administration.treatmentId).close('}').close(']');
  }
  writer.date("effectiveDateTime", administration.date);
  if (administration.doseMg) {
    json.key("dosage").open('{').key("dose").open('{').pair("value", *administration.doseMg).pair("unit", "mg");
    json.pair("system", fhir::kUcum).pair("code", "mg").close('}').close('}');
  }
}

void writeAdverseEvent(FhirWriter& writer, const AdverseEvent& event) {
  JsonText& json = writer.json();
  json.pair("actuality", "actual").key("event").open('{').pair("text", event.term).close('}');
  writer.subject();
  writer.date("date", event.date);
  if (event.serious) {
    writer.concept_("seriousness", fhir::kSeriousness, *event.serious ? "serious" : "non-serious");
  }
  if (!event.treatmentId.empty()) {
    json.key("suspectEntity").open('[').open('{');
    writer.reference("instance", "MedicationStatement", event.treatmentId);
    json.close('}').close(']');
  }
}

} // namespace facet::clinical
