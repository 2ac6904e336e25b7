#pragma once

#include "json_text.h"

#include <facet/clinical/fhir.h>

namespace facet::clinical {

/// What the writers of all resource types share: elements in the profiles' fixed order.
class FhirWriter {
public:
  FhirWriter(const FhirResource& resource, std::size_t reserve);

  JsonText& json() { return m_json; }

  /// {"reference":"Type/id"}
  void reference(std::string_view key, std::string_view type, std::string_view id);
  void subject(std::string_view key = "subject") { reference(key, "Patient", m_resource.personId); }
  /// "key":{"coding":[{"system":…,"code":…,"display":…}]}; display only when it is not empty
  void concept_(std::string_view key, std::string_view system, std::string_view code, std::string_view display = {});
  void coding(std::string_view system, std::string_view code, std::string_view display = {});
  /// {"url":…,"valueX":…} within "extension":[…]
  void extension(std::string_view url, std::string_view valueKey, std::string_view value);
  void date(std::string_view key, const PartialDate& date);
  void date(std::string_view key, Day day);
  void medication(std::string_view atc, std::string_view name);

  /// The line.
  [[nodiscard]] std::string finish();

private:
  const FhirResource& m_resource;
  JsonText m_json;
};

void writePatient(FhirWriter& writer, const Person& person);
void writeGroup(FhirWriter& writer, const Cohort& cohort);
void writeCondition(FhirWriter& writer, const Onset& onset);
void writeCondition(FhirWriter& writer, const Phase& phase);
void writeCondition(FhirWriter& writer, const Relapse& relapse);
void writeCondition(FhirWriter& writer, const Pregnancy& pregnancy);
void writeObservation(FhirWriter& writer, const Visit& visit);
void writeObservation(FhirWriter& writer, const Measurement& measurement);
void writeObservation(FhirWriter& writer, const Finding& finding);
void writeImmunization(FhirWriter& writer, const Finding& finding);
void writeMedicationStatement(FhirWriter& writer, const Treatment& treatment);
void writeMedicationAdministration(FhirWriter& writer, const Administration& administration);
void writeAdverseEvent(FhirWriter& writer, const AdverseEvent& event);
void writeDiagnosticReport(FhirWriter& writer, const MriExam& exam);

} // namespace facet::clinical
