#include "fhir_reader.h"
#include "fhir_terms.h"

#include <facet/core/text.h>

namespace facet::clinical {
namespace {

void readCount(FhirReader& reader, JsonValue component, MriExam& exam) {
  const auto code = reader.codeIn(reader.object(component, "code"), fhir::kVariables);
  std::optional<int>* const target = code == fhir::kNewT2         ? &exam.newT2
                                     : code == fhir::kEnlargingT2 ? &exam.enlargingT2
                                     : code == fhir::kEnhancing   ? &exam.enhancing
                                                                  : nullptr;
  if (target == nullptr) {
    return;
  }
  const int count = reader.integer(component, "valueInteger");
  if (!reader.failed() && count < 0) {
    reader.fail(component["valueInteger"], FACET_TEXT("clinical", "must not be negative"));
  }
  *target = count;
}

} // namespace

std::optional<Record> readDiagnosticReport(FhirReader& reader) {
  const JsonValue root = reader.root();
  if (!reader.hasCode(reader.object(root, "code"), fhir::kVariables, fhir::kMri)) {
    return std::nullopt;
  }
  MriExam exam;
  exam.id = reader.id(root, "id");
  exam.date = reader.day(root, "effectiveDateTime").value_or(Day());
  for (JsonValue item = reader.firstOf(root, "identifier"); item.exists(); item = item.next()) {
    if (item["system"].text() == fhir::kBidsSessions) {
      exam.bidsSession = reader.text(item, "value");
    }
  }
  for (JsonValue item = reader.firstOf(root, "extension"); item.exists(); item = item.next()) {
    const std::string_view url = item["url"].text();
    if (url == fhir::kMriRegion) {
      exam.regions.push_back(reader.text(item, "valueCode"));
    } else if (url == fhir::kMriScanner) {
      exam.scanner = reader.text(item, "valueString");
    } else if (url == fhir::kMriField) {
      exam.fieldTesla = reader.number(item, "valueDecimal");
      if (!reader.failed() && !(*exam.fieldTesla > 0 && *exam.fieldTesla < 30)) {
        reader.fail(item["valueDecimal"], FACET_TEXT("clinical", "is no field strength in tesla"));
      }
    } else if (url == fhir::kMriContrast) {
      exam.contrast = reader.coded(item, reader.text(item, "valueCode"), ContrastGiven::Unknown);
    } else if (url == fhir::kMriComparator) {
      exam.comparatorId = reader.reference(item, "valueReference", "DiagnosticReport");
    }
  }
  for (JsonValue inner = reader.firstOf(root, "contained"); inner.exists(); inner = inner.next()) {
    for (JsonValue item = reader.firstOf(inner, "component"); item.exists() && !reader.failed(); item = item.next()) {
      readCount(reader, item, exam);
    }
  }
  return exam;
}

} // namespace facet::clinical
