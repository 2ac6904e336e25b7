#pragma once

#include <facet/clinical/records.h>

#include <string>
#include <string_view>
#include <variant>

/// The consortium's FHIR R4 profiles: one resource is one record. Reading and writing stand side by side, so that what
/// is written is read back equal.
namespace facet::clinical {

using Record = std::variant<Person, Onset, Phase, Visit, Relapse, Treatment, Administration, AdverseEvent, Measurement,
                            Finding, Pregnancy, MriExam, Cohort>;

/// One resource of a release.
struct FhirResource {
  std::string type;     ///< "Patient", "Observation", …
  std::string id;       ///< unique within its type
  std::string version;  ///< meta.versionId, may be empty
  std::string personId; ///< whom it is about; for a Person its own id, for a Cohort empty
  Record record;
};

/// The record in one line of NDJSON.
/// Errors: InvalidInput with the JSON path as place for text that is no JSON, a missing or wrongly typed element, an
/// impossible value (EDSS 0.5, a date that does not exist, a grade above its system's highest) or an id that breaks
/// FHIR's rules; Unsupported for resource types and profiles that Facet does not read. Never throws.
[[nodiscard]] Result<FhirResource> readFhir(std::string_view line);

/// The resource type that a record is written as.
[[nodiscard]] std::string_view fhirTypeOf(const Record& record);
[[nodiscard]] const std::string& idOf(const Record& record);

/// One line of NDJSON, without the line end; keys in a fixed order.
[[nodiscard]] std::string writeFhir(const FhirResource& resource);

} // namespace facet::clinical
