#include "fhir_terms.h"
#include "fhir_writer.h"

#include <facet/clinical/codes.h>

namespace facet::clinical {
namespace {

void writeAcquisition(FhirWriter& writer, const MriExam& exam) {
  JsonText& json = writer.json();
  const bool contrast = exam.contrast != ContrastGiven::Unknown;
  if (exam.regions.empty() && exam.scanner.empty() && !exam.fieldTesla && !contrast && exam.comparatorId.empty()) {
    return;
  }
  json.key("extension").open('[');
  for (const std::string& region : exam.regions) {
    writer.extension(fhir::kMriRegion, "valueCode", region);
  }
  if (!exam.scanner.empty()) {
    writer.extension(fhir::kMriScanner, "valueString", exam.scanner);
  }
  if (exam.fieldTesla) {
    json.open('{').pair("url", fhir::kMriField).pair("valueDecimal", *exam.fieldTesla).close('}');
  }
  if (contrast) {
    writer.extension(fhir::kMriContrast, "valueCode", codeOf(exam.contrast));
  }
  if (!exam.comparatorId.empty()) {
    json.open('{').pair("url", fhir::kMriComparator);
    writer.reference("valueReference", "DiagnosticReport", exam.comparatorId);
    json.close('}');
  }
  json.close(']');
}

void writeCount(FhirWriter& writer, std::string_view code, const std::optional<int>& count) {
  if (!count) {
    return;
  }
  JsonText& json = writer.json();
  json.open('{');
  writer.concept_("code", fhir::kVariables, code);
  json.pair("valueInteger", *count).close('}');
}

} // namespace

void writeDiagnosticReport(FhirWriter& writer, const MriExam& exam) {
  JsonText& json = writer.json();
  const bool counts = exam.newT2 || exam.enlargingT2 || exam.enhancing;
  if (counts) {
    json.key("contained").open('[').open('{').pair("resourceType", "Observation").pair("id", "counts");
    json.pair("status", "final");
    writer.concept_("code", fhir::kVariables, fhir::kMri);
    json.key("component").open('[');
    writeCount(writer, fhir::kNewT2, exam.newT2);
    writeCount(writer, fhir::kEnlargingT2, exam.enlargingT2);
    writeCount(writer, fhir::kEnhancing, exam.enhancing);
    json.close(']').close('}').close(']');
  }
  writeAcquisition(writer, exam);
  if (!exam.bidsSession.empty()) {
    json.key("identifier").open('[').open('{').pair("system", fhir::kBidsSessions);
    json.pair("value", exam.bidsSession).close('}').close(']');
  }
  json.pair("status", "final");
  writer.concept_("code", fhir::kVariables, fhir::kMri, "MRI");
  writer.subject();
  writer.date("effectiveDateTime", exam.date);
  if (counts) {
    json.key("result").open('[').open('{').pair("reference", "#counts").close('}').close(']');
  }
}

} // namespace facet::clinical
