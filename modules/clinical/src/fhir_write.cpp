#include "fhir_terms.h"
#include "fhir_writer.h"

#include <facet/clinical/codes.h>

namespace facet::clinical {

FhirWriter::FhirWriter(const FhirResource& resource, std::size_t reserve)
    : m_resource(resource)
    , m_json(reserve) {
  m_json.open('{').pair("resourceType", resource.type).pair("id", resource.id);
  if (!resource.version.empty()) {
    m_json.key("meta").open('{').pair("versionId", resource.version).close('}');
  }
}

std::string FhirWriter::finish() {
  m_json.close('}');
  return m_json.take();
}

void FhirWriter::reference(std::string_view key, std::string_view type, std::string_view id) {
  std::string target;
  target.reserve(type.size() + id.size() + 1);
  target.append(type).append("/").append(id);
  m_json.key(key).open('{').pair("reference", target).close('}');
}

void FhirWriter::coding(std::string_view system, std::string_view code, std::string_view display) {
  m_json.open('{').pair("system", system).pair("code", code).optional("display", display).close('}');
}

void FhirWriter::concept_(std::string_view key, std::string_view system, std::string_view code,
                          std::string_view display) {
  m_json.key(key).open('{').key("coding").open('[');
  coding(system, code, display);
  m_json.close(']').close('}');
}

void FhirWriter::extension(std::string_view url, std::string_view valueKey, std::string_view value) {
  m_json.open('{').pair("url", url).pair(valueKey, value).close('}');
}

void FhirWriter::date(std::string_view key, const PartialDate& date) {
  m_json.pair(key, date.toIso());
}

void FhirWriter::date(std::string_view key, Day day) {
  m_json.pair(key, toIso(day));
}

void FhirWriter::medication(std::string_view atc, std::string_view name) {
  m_json.key("medicationCodeableConcept").open('{');
  if (!atc.empty()) {
    m_json.key("coding").open('[');
    coding(fhir::kAtc, atc);
    m_json.close(']');
  }
  m_json.optional("text", name).close('}');
}

void writePatient(FhirWriter& writer, const Person& person) {
  JsonText& json = writer.json();
  json.key("extension").open('[');
  writer.extension(fhir::kParticipantKind, "valueCode", codeOf(person.kind));
  json.close(']').pair("gender", codeOf(person.sex));
  if (person.birth) {
    writer.date("birthDate", *person.birth);
  }
  if (person.death) {
    writer.date("deceasedDateTime", *person.death);
  } else if (person.deceased) {
    json.key("deceasedBoolean").word("true");
  }
  if (!person.country.empty()) {
    json.key("address").open('[').open('{').pair("country", person.country).close('}').close(']');
  }
  if (!person.site.empty()) {
    json.key("managingOrganization").open('{').key("identifier").open('{');
    json.pair("system", fhir::kSites).pair("value", person.site).close('}').close('}');
  }
}

void writeGroup(FhirWriter& writer, const Cohort& cohort) {
  JsonText& json = writer.json();
  json.pair("type", "person").key("actual").word("true");
  writer.concept_("code", fhir::kCohorts, cohort.code);
  json.optional("name", cohort.name).pair("quantity", static_cast<int>(cohort.members.size()));
  if (cohort.members.empty()) {
    return;
  }
  json.key("member").open('[');
  for (const std::string& member : cohort.members) {
    json.open('{');
    writer.reference("entity", "Patient", member);
    json.close('}');
  }
  json.close(']');
}

namespace {

struct WriteVisitor {
  const FhirResource& resource;

  template <class T>
  std::string with(std::size_t reserve, void (*write)(FhirWriter&, const T&), const T& record) const {
    FhirWriter writer(resource, reserve);
    write(writer, record);
    return writer.finish();
  }

  std::string operator()(const Person& r) const { return with(400, writePatient, r); }
  std::string operator()(const Cohort& r) const { return with(300 + 60 * r.members.size(), writeGroup, r); }
  std::string operator()(const Onset& r) const { return with<Onset>(600, writeCondition, r); }
  std::string operator()(const Phase& r) const { return with<Phase>(600, writeCondition, r); }
  std::string operator()(const Relapse& r) const { return with<Relapse>(900, writeCondition, r); }
  std::string operator()(const Pregnancy& r) const { return with<Pregnancy>(600, writeCondition, r); }
  std::string operator()(const Visit& r) const { return with<Visit>(1600, writeObservation, r); }
  std::string operator()(const Measurement& r) const { return with<Measurement>(700, writeObservation, r); }
  std::string operator()(const Finding& r) const {
    return r.code == fhir::kVaccination ? with(400, writeImmunization, r) : with<Finding>(600, writeObservation, r);
  }
  std::string operator()(const Treatment& r) const { return with(600, writeMedicationStatement, r); }
  std::string operator()(const Administration& r) const { return with(600, writeMedicationAdministration, r); }
  std::string operator()(const AdverseEvent& r) const { return with(500, writeAdverseEvent, r); }
  std::string operator()(const MriExam& r) const { return with(1600, writeDiagnosticReport, r); }
};

struct TypeVisitor {
  std::string_view operator()(const Person&) const { return "Patient"; }
  std::string_view operator()(const Cohort&) const { return "Group"; }
  std::string_view operator()(const Onset&) const { return "Condition"; }
  std::string_view operator()(const Phase&) const { return "Condition"; }
  std::string_view operator()(const Relapse&) const { return "Condition"; }
  std::string_view operator()(const Pregnancy&) const { return "Condition"; }
  std::string_view operator()(const Visit&) const { return "Observation"; }
  std::string_view operator()(const Measurement&) const { return "Observation"; }
  std::string_view operator()(const Finding& r) const {
    return r.code == fhir::kVaccination ? "Immunization" : "Observation";
  }
  std::string_view operator()(const Treatment&) const { return "MedicationStatement"; }
  std::string_view operator()(const Administration&) const { return "MedicationAdministration"; }
  std::string_view operator()(const AdverseEvent&) const { return "AdverseEvent"; }
  std::string_view operator()(const MriExam&) const { return "DiagnosticReport"; }
};

} // namespace

std::string_view fhirTypeOf(const Record& record) {
  return std::visit(TypeVisitor{}, record);
}

const std::string& idOf(const Record& record) {
  return std::visit([](const auto& one) -> const std::string& { return one.id; }, record);
}

std::string writeFhir(const FhirResource& resource) {
  return std::visit(WriteVisitor{resource}, resource.record);
}

} // namespace facet::clinical
