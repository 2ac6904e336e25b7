#include "fhir_reader.h"
#include "fhir_terms.h"

#include <array>

namespace facet::clinical {
namespace {

struct SnomedCourse {
  std::string_view code;
  Course course;
};
constexpr std::array kSnomedCourses = {SnomedCourse{"426373005", Course::RelapsingRemitting},
                                       SnomedCourse{"425500002", Course::SecondaryProgressive},
                                       SnomedCourse{"428700003", Course::PrimaryProgressive}};

void checkOrder(FhirReader& reader, const std::optional<PartialDate>& start, const std::optional<PartialDate>& end) {
  if (start && end && *end < *start) {
    reader.fail(reader.root()["abatementDateTime"], FACET_TEXT("clinical", "lies before the start"));
  }
}

std::optional<Course> courseOf(FhirReader& reader, JsonValue code) {
  if (const auto local = reader.codeIn(code, fhir::kCourses)) {
    return reader.coded(code, *local, Course::Unknown);
  }
  const auto snomed = reader.codeIn(code, fhir::kSnomed);
  for (const SnomedCourse& entry : kSnomedCourses) {
    if (snomed == entry.code) {
      return entry.course;
    }
  }
  return std::nullopt;
}

RelapseCertainty certaintyOf(FhirReader& reader, JsonValue status) {
  const auto code = reader.codeIn(status, fhir::kConditionVerification);
  if (!code) {
    return RelapseCertainty::Unknown;
  }
  if (*code == "confirmed") {
    return RelapseCertainty::Confirmed;
  }
  if (*code == "provisional") {
    return RelapseCertainty::Examined;
  }
  if (*code == "unconfirmed") {
    return RelapseCertainty::Reported;
  }
  if (*code == "refuted") {
    return RelapseCertainty::Pseudo;
  }
  if (*code != "differential") {
    reader.failCode(status, *code);
  }
  return RelapseCertainty::Unknown;
}

// Severity: codes of FHIR R4's value set condition-severity.
RelapseSeverity severityOf(FhirReader& reader, JsonValue severity) {
  const auto code = reader.codeIn(severity, fhir::kSnomed);
  if (!code) {
    return RelapseSeverity::Unknown;
  }
  if (*code == "255604002") {
    return RelapseSeverity::Mild;
  }
  if (*code == "6736007") {
    return RelapseSeverity::Moderate;
  }
  if (*code == "24484000") {
    return RelapseSeverity::Severe;
  }
  reader.failCode(severity, *code);
  return RelapseSeverity::Unknown;
}

Record readRelapse(FhirReader& reader, std::string id, PartialDate onset, std::optional<PartialDate> end) {
  const JsonValue root = reader.root();
  Relapse relapse{.id = std::move(id), .onset = onset, .end = end, .steroids = {}, .systems = {}};
  relapse.severity = severityOf(reader, reader.optionalObject(root, "severity"));
  relapse.certainty = certaintyOf(reader, reader.optionalObject(root, "verificationStatus"));
  const JsonValue recovery = reader.extension(fhir::kRecovery);
  if (recovery.exists()) {
    relapse.recovery = reader.coded(recovery, reader.text(recovery, "valueCode"), Recovery::Unknown);
  }
  relapse.steroids = reader.optionalFlag(reader.extension(fhir::kSteroids), "valueBoolean");
  for (JsonValue item = reader.firstOf(root, "evidence"); item.exists(); item = item.next()) {
    for (JsonValue code = reader.firstOf(item, "code"); code.exists(); code = code.next()) {
      const auto system = reader.codeIn(code, fhir::kSystems);
      if (system) {
        relapse.systems.push_back(reader.coded(code, *system, FunctionalSystem::Pyramidal));
      }
    }
  }
  return relapse;
}

Record readPregnancy(FhirReader& reader, std::string id, PartialDate conception, std::optional<PartialDate> end) {
  Pregnancy pregnancy{.id = std::move(id), .conception = conception, .end = end};
  const JsonValue outcome = reader.extension(fhir::kPregnancyOutcome);
  if (outcome.exists()) {
    pregnancy.outcome = reader.coded(outcome, reader.text(outcome, "valueCode"), PregnancyOutcome::Unknown);
  }
  return pregnancy;
}

} // namespace

std::optional<Record> readCondition(FhirReader& reader) {
  const JsonValue root = reader.root();
  const JsonValue code = reader.object(root, "code");
  std::string id = reader.id(root, "id");
  const auto start = reader.optionalDate(root, "onsetDateTime");
  const auto end = reader.optionalDate(root, "abatementDateTime");
  checkOrder(reader, start, end);
  const std::string local = reader.codeIn(code, fhir::kConditions).value_or("");
  const std::string snomed = reader.codeIn(code, fhir::kSnomed).value_or("");
  const auto course = courseOf(reader, code);

  if (!course && (local == fhir::kMs || snomed == fhir::kSnomedMs)) {
    Onset onset{.id = std::move(id), .onset = start, .diagnosis = {}};
    onset.diagnosis = reader.optionalDate(reader.extension(fhir::kAssertedDate), "valueDateTime");
    if (onset.onset && onset.diagnosis && *onset.diagnosis < *onset.onset) {
      reader.fail(reader.extension(fhir::kAssertedDate), FACET_TEXT("clinical", "lies before the start"));
    }
    return onset;
  }
  const bool relapse = local == fhir::kRelapse || snomed == fhir::kSnomedRelapse;
  if (!course && !relapse && local != fhir::kPregnancy) {
    return std::nullopt;
  }
  if (!start) {
    reader.failMissing(root, "onsetDateTime");
    return std::nullopt;
  }
  if (course) {
    return Phase{.id = std::move(id), .course = *course, .start = *start, .end = end};
  }
  return relapse ? readRelapse(reader, std::move(id), *start, end) : readPregnancy(reader, std::move(id), *start, end);
}

} // namespace facet::clinical
