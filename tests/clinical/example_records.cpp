#include "example_records.h"

using namespace facet;
using namespace facet::clinical;

namespace {

PartialDate date(const char* text) {
  return *parseIsoDate(text);
}
Day day(const char* text) {
  return *parseIsoDay(text);
}

FhirResource resource(Record record, const char* person = "SE-K7Q2-M3", const char* version = "3") {
  FhirResource made;
  made.type = fhirTypeOf(record);
  made.id = idOf(record);
  made.version = version;
  made.personId = person;
  made.record = std::move(record);
  return made;
}

FunctionalSystems allSystems() {
  FunctionalSystems systems;
  systems.grades = {2, 1, 0, 2, 1, 5, 1};
  systems.ambulation = 1;
  return systems;
}

} // namespace

std::vector<FhirResource> exampleResources() {
  using enum FunctionalSystem;
  Person person{.id = "SE-K7Q2-M3",
                .kind = PersonKind::Patient,
                .sex = Sex::Female,
                .birth = date("1992-05"),
                .deceased = true,
                .death = date("2026-02-28"),
                .country = "SE",
                .site = "SE02"};
  Person unknownDeath{.id = "x",
                      .kind = PersonKind::Control,
                      .sex = Sex::Unknown,
                      .birth = {},
                      .deceased = true,
                      .death = {},
                      .country = {},
                      .site = {}};
  Person bare{.id = "A.1-b",
              .kind = PersonKind::Patient,
              .sex = Sex::Other,
              .birth = {},
              .deceased = false,
              .death = {},
              .country = {},
              .site = {}};
  Visit visit{.id = "v1",
              .date = day("2024-02-29"),
              .occasion = Occasion::Relapse,
              .mode = ExaminationMode::Telephone,
              .rater = "SE02-R1",
              .edss = *Edss::fromTenths(25),
              .systems = allSystems()};
  Visit noEdss{.id = "v2",
               .date = day("1999-12-31"),
               .occasion = Occasion::Unknown,
               .mode = ExaminationMode::Unknown,
               .rater = {},
               .edss = {},
               .systems = {}};
  Relapse relapse{.id = "r1",
                  .onset = date("2023-11"),
                  .end = date("2024-01-15"),
                  .severity = RelapseSeverity::Severe,
                  .certainty = RelapseCertainty::Pseudo,
                  .recovery = Recovery::Partial,
                  .steroids = false,
                  .systems = {Brainstem, BowelBladder}};
  Relapse bareRelapse{.id = "r2", .onset = date("1988"), .end = {}, .steroids = {}, .systems = {}};
  Treatment treatment{.id = "t1",
                      .atc = "L04AA36",
                      .name = "ocrelizumab \"Ocrevus\" \xE2\x80\x93 600\tmg",
                      .start = date("2020-03-02"),
                      .stop = date("2022"),
                      .stopReason = "adverse-event",
                      .dose = "600 mg every 6 months"};
  Treatment unnamed{
      .id = "t2", .atc = "L04AX07", .name = {}, .start = date("2019"), .stop = {}, .stopReason = {}, .dose = {}};
  Treatment noCode{
      .id = "t3", .atc = {}, .name = "bee venom", .start = date("2019-07"), .stop = {}, .stopReason = {}, .dose = {}};
  Treatment course{.id = "t4",
                   .atc = "L04AA40",
                   .name = "cladribine",
                   .start = date("2019-07-01"),
                   .stop = date("2019-07-05"),
                   .stopReason = "course-complete",
                   .dose = {}};
  Administration infusion{.id = "a1",
                          .treatmentId = "t1",
                          .atc = "L04AG08",
                          .name = "ocrelizumab",
                          .date = day("2020-03-16"),
                          .doseMg = 300.5};
  Administration bareInfusion{
      .id = "a2", .treatmentId = {}, .atc = {}, .name = "something", .date = day("2020-03-16"), .doseMg = {}};
  AdverseEvent event{
      .id = "e1", .treatmentId = "t1", .date = date("2021-06"), .term = "Herpes zoster", .serious = true};
  AdverseEvent bareEvent{.id = "e2", .treatmentId = {}, .date = date("2021"), .term = "flushing", .serious = {}};
  Measurement marker{.id = "m1",
                     .code = "snfl",
                     .date = date("2024-02-29"),
                     .value = 14.2,
                     .unit = "pg/mL",
                     .method = "Simoa",
                     .batch = "B-07"};
  Measurement foreign{.id = "m2",
                      .code = "http://loinc.org|2947-0",
                      .date = date("2024"),
                      .value = -1.5e-7,
                      .unit = "mmol/L",
                      .method = {},
                      .batch = {}};
  Measurement unitless{
      .id = "m3", .code = "own-score", .date = date("2024-05"), .value = 0, .unit = {}, .method = {}, .batch = {}};
  Finding finding{.id = "f1", .code = "oligoclonal-bands", .date = date("2018-04"), .value = "positive"};
  Finding undated{.id = "f2", .code = "smoking", .date = {}, .value = "former"};
  Finding vaccination{.id = "f3", .code = "vaccination", .date = date("2022-11-15"), .value = "influenza"};
  Finding undatedVaccination{.id = "f4", .code = "vaccination", .date = {}, .value = "tetanus"};
  Pregnancy pregnancy{
      .id = "p1", .conception = date("2021-01"), .end = date("2021-10-03"), .outcome = PregnancyOutcome::LiveBirth};
  Pregnancy ongoing{.id = "p2", .conception = date("2026-05"), .end = {}, .outcome = PregnancyOutcome::Unknown};
  MriExam exam{.id = "x2",
               .date = day("2025-10-28"),
               .bidsSession = "sub-SEK7Q2M3/ses-02",
               .regions = {"brain", "cervical-cord"},
               .scanner = "Siemens Skyra",
               .fieldTesla = 3,
               .contrast = ContrastGiven::Yes,
               .comparatorId = "x1",
               .newT2 = 2,
               .enlargingT2 = 0,
               .enhancing = 1};
  MriExam bareExam{.id = "x1",
                   .date = day("2024-10-28"),
                   .bidsSession = {},
                   .regions = {},
                   .scanner = {},
                   .fieldTesla = {},
                   .contrast = ContrastGiven::Unknown,
                   .comparatorId = {},
                   .newT2 = {},
                   .enlargingT2 = {},
                   .enhancing = {}};
  Cohort cohort{
      .id = "newly-diagnosed", .code = kNewlyDiagnosed, .name = "Newly diagnosed", .members = {"AT-1", "SE-2"}};
  Cohort emptyCohort{.id = "g2", .code = "other", .name = {}, .members = {}};
  return {
      resource(person),
      resource(unknownDeath, "x", ""),
      resource(bare, "A.1-b", ""),
      resource(Onset{.id = "o1", .onset = date("2018-03"), .diagnosis = date("2019-01-15")}),
      resource(Onset{.id = "o2", .onset = {}, .diagnosis = {}}),
      resource(Phase{.id = "ph1", .course = Course::RelapsingRemitting, .start = date("2018-03"), .end = date("2024")}),
      resource(Phase{.id = "ph2", .course = Course::ClinicallyIsolated, .start = date("2018"), .end = {}}),
      resource(visit),
      resource(noEdss),
      resource(relapse),
      resource(bareRelapse),
      resource(treatment),
      resource(unnamed),
      resource(noCode),
      resource(course),
      resource(infusion),
      resource(bareInfusion),
      resource(event),
      resource(bareEvent),
      resource(marker),
      resource(foreign),
      resource(unitless),
      resource(finding),
      resource(undated),
      resource(vaccination),
      resource(undatedVaccination),
      resource(pregnancy),
      resource(ongoing),
      resource(exam),
      resource(bareExam),
      resource(cohort, ""),
      resource(emptyCohort, "")};
}

std::string edssObservation() {
  return R"({
  "resourceType": "Observation", "id": "obs.7", "meta": {"versionId": "2", "lastUpdated": "2026-01-02T03:04:05Z"},
  "text": {"status": "generated", "div": "<div>EDSS</div>"},
  "extension": [{"url": "https://example.org/unknown", "valueString": "passed over"},
                {"url": "https://multiplems.eu/fhir/ext/occasion", "valueCode": "scheduled"}],
  "status": "final",
  "code": {"coding": [{"system": "http://example.org", "code": "1"},
                      {"system": "http://snomed.info/sct", "code": "273554001"}], "text": "EDSS"},
  "subject": {"reference": "Patient/DE-1"}, "effectiveDateTime": "2021-03-09T10:30:00+01:00",
  "performer": [{"display": "DE01-R2"}],
  "valueQuantity": {"value": 3.50, "unit": "{score}", "system": "http://unitsofmeasure.org", "code": "{score}"},
  "method": {"coding": [{"system": "https://multiplems.eu/fhir/examination-mode", "code": "examined"}]},
  "component": [
    {"code": {"coding": [{"system": "https://multiplems.eu/fhir/functional-system", "code": "pyramidal"}]},
     "valueInteger": 3},
    {"code": {"coding": [{"system": "https://multiplems.eu/fhir/functional-system", "code": "visual"}]},
     "valueInteger": 2},
    {"code": {"text": "a component of another profile"}, "valueString": "passed over"},
    {"code": {"coding": [{"system": "https://multiplems.eu/fhir/functional-system", "code": "ambulation"}]},
     "valueInteger": 0}]})";
}
