#include "fhir_reader.h"
#include "fhir_terms.h"

#include <algorithm>
#include <array>

namespace facet::clinical {
namespace {

using Kind = JsonValue::Kind;

struct TypeReader {
  std::string_view type;
  std::optional<Record> (*read)(FhirReader&);
  std::string_view subject; ///< element that refers to the patient; empty where the resource is about no single one
};

constexpr std::array kTypes = {TypeReader{"Observation", readObservation, "subject"},
                               TypeReader{"MedicationAdministration", readMedicationAdministration, "subject"},
                               TypeReader{"Condition", readCondition, "subject"},
                               TypeReader{"MedicationStatement", readMedicationStatement, "subject"},
                               TypeReader{"DiagnosticReport", readDiagnosticReport, "subject"},
                               TypeReader{"Patient", readPatient, {}},
                               TypeReader{"Immunization", readImmunization, "patient"},
                               TypeReader{"AdverseEvent", readAdverseEvent, "subject"},
                               TypeReader{"Group", readGroup, {}}};

Error about(Error error, std::string_view type, std::string_view id) {
  error.subject = type.empty() ? "resource" : std::string(type) + (id.empty() ? "" : "/" + std::string(id));
  return error;
}

/// Elements that change the meaning of a resource; one that is not understood must not be passed over.
void refuseModifiers(FhirReader& reader) {
  const JsonValue root = reader.root();
  for (const char* key : {"modifierExtension", "implicitRules"}) {
    if (root[key].exists()) {
      reader.fail(root[key], FACET_TEXT("clinical", "has an element that changes its meaning"), ErrorCode::Unsupported);
    }
  }
  const std::string_view status = root["status"].text();
  if (status == "entered-in-error" || reader.hasCode(reader.optionalObject(root, "verificationStatus"),
                                                     fhir::kConditionVerification, "entered-in-error")) {
    reader.fail(root["status"], FACET_TEXT("clinical", "is marked as entered in error"), ErrorCode::Unsupported);
  }
}

} // namespace

std::optional<Record> readPatient(FhirReader& reader) {
  const JsonValue root = reader.root();
  Person person;
  person.id = reader.id(root, "id");
  person.sex = reader.coded(root["gender"], reader.optionalText(root, "gender"), Sex::Unknown);
  person.birth = reader.optionalDate(root, "birthDate");
  person.death = reader.optionalDate(root, "deceasedDateTime");
  person.deceased = person.death || reader.optionalFlag(root, "deceasedBoolean").value_or(false);
  const JsonValue address = reader.firstOf(root, "address");
  person.country = reader.optionalText(address, "country");
  const JsonValue organization = reader.optionalObject(root, "managingOrganization");
  person.site = reader.optionalText(reader.optionalObject(organization, "identifier"), "value");
  const JsonValue kind = reader.extension(fhir::kParticipantKind);
  if (kind.exists()) {
    person.kind = reader.coded(kind, reader.text(kind, "valueCode"), PersonKind::Patient);
  }
  if (person.birth && person.death && *person.death < *person.birth) {
    reader.fail(root["deceasedDateTime"], FACET_TEXT("clinical", "lies before the birth"));
  }
  return person;
}

std::optional<Record> readGroup(FhirReader& reader) {
  const JsonValue root = reader.root();
  const JsonValue code = reader.optionalObject(root, "code");
  const auto local = reader.codeIn(code, fhir::kCohorts);
  if (!local) {
    return std::nullopt;
  }
  Cohort cohort;
  cohort.id = reader.id(root, "id");
  cohort.code = *local;
  cohort.name = reader.optionalText(root, "name");
  for (JsonValue member = reader.firstOf(root, "member"); member.exists(); member = member.next()) {
    if (!reader.optionalFlag(member, "inactive").value_or(false)) {
      cohort.members.push_back(reader.reference(member, "entity", "Patient"));
    }
  }
  std::sort(cohort.members.begin(), cohort.members.end());
  if (std::adjacent_find(cohort.members.begin(), cohort.members.end()) != cohort.members.end()) {
    reader.fail(root["member"], FACET_TEXT("clinical", "names a person twice"));
  }
  return cohort;
}

Result<FhirResource> readFhir(std::string_view line) {
  const auto document = JsonDocument::parse(line);
  if (!document) {
    return about(document.error(), {}, {});
  }
  FhirReader reader(document->root());
  const JsonValue root = reader.root();
  if (root.kind() != Kind::Object) {
    return about({ErrorCode::InvalidInput, {}, FACET_TEXT("clinical", "is no JSON object")}, {}, {});
  }
  FhirResource resource;
  resource.type = reader.text(root, "resourceType");
  if (reader.failed()) {
    return about(*reader.error(), {}, {});
  }
  const auto* const known =
      std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeReader& entry) { return entry.type == resource.type; });
  resource.id = reader.id(root, "id");
  if (known == kTypes.end()) {
    return about({ErrorCode::Unsupported, {}, FACET_TEXT("clinical", "is of a type that Facet does not read")},
                 resource.type.substr(0, 64), reader.failed() ? std::string() : resource.id);
  }
  resource.version = reader.optionalText(reader.optionalObject(root, "meta"), "versionId");
  refuseModifiers(reader);
  if (!known->subject.empty()) {
    resource.personId = reader.reference(root, known->subject, "Patient");
  } else if (resource.type == "Patient") {
    resource.personId = resource.id;
  }
  std::optional<Record> record;
  if (!reader.failed()) {
    record = known->read(reader);
  }
  if (reader.failed()) {
    return about(*reader.error(), resource.type, reader.root()["id"].text().substr(0, 64));
  }
  if (!record) {
    return about({ErrorCode::Unsupported, {}, FACET_TEXT("clinical", "has a code that Facet does not read")},
                 resource.type, resource.id);
  }
  resource.record = *std::move(record);
  return resource;
}

} // namespace facet::clinical
