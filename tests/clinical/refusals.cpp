#include "refusals.h"

#include "example_records.h"

#include <cassert>

namespace {

std::string with(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  assert(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

} // namespace

// A file without a test class: the meta-object compiler stumbles over raw strings with "//".
std::vector<Refusal> refusals() {
  std::vector<Refusal> rows;
  const auto row = [&rows](const char* name, std::string json, const char* expected) {
    rows.push_back({name, std::move(json), expected});
  };
  const std::string edss = edssObservation();
  row("empty", "", "JSON");
  row("blank", "   ", "JSON");
  row("no object", "[1]", "is no JSON object");
  row("a number", "7", "is no JSON object");
  row("no type", R"({"id":"1"})", "resource: the element resourceType is missing");
  row("type is a number", R"({"resourceType":7})", "at resourceType");
  row("foreign type", R"({"resourceType":"Medication","id":"1"})", "Medication/1: is of a type");
  row("no id", with(edss, R"("id": "obs.7", )", ""), "the element id is missing");
  row("bad id", with(edss, "obs.7", "obs 7"), "is no id of a resource");
  row("long id", with(edss, "obs.7", std::string(65, 'a')), "is no id of a resource");
  row("no subject", with(edss, R"("subject": {"reference": "Patient/DE-1"}, )", ""), "the element subject is missing");
  row("subject of another type", with(edss, "Patient/DE-1", "Group/DE-1"), "(at subject.reference)");
  row("subject elsewhere", with(edss, "Patient/DE-1", "https://x/Patient/DE-1"), "(at subject.reference)");
  row("subject without id", with(edss, "Patient/DE-1", "Patient/"), "(at subject.reference)");
  row("EDSS 0.5", with(edss, "3.50", "0.5"),
      "Observation/obs.7: is no step of the EDSS (0, 1, 1.5, 2 … 10) (at valueQuantity.value)");
  row("EDSS 11", with(edss, "3.50", "11"), "(at valueQuantity.value)");
  row("EDSS 1e400", with(edss, "3.50", "1e400"), "has a number that cannot be stored");
  row("EDSS as text", with(edss, "3.50", "\"3.5\""), "must be a number (at valueQuantity.value)");
  row("EDSS null", with(edss, "3.50", "null"), "must be a number (at valueQuantity.value)");
  row("grade too high", with(edss, "\"valueInteger\": 3", "\"valueInteger\": 7"),
      "is outside 0 to 6 (at component[0].valueInteger)");
  row("grade negative", with(edss, "\"valueInteger\": 2", "\"valueInteger\": -1"), "component[1].valueInteger");
  row("grade with fraction", with(edss, "\"valueInteger\": 2", "\"valueInteger\": 2.5"), "must be a whole number");
  row("unknown system", with(edss, "\"pyramidal\"", "\"optic\""), "the code optic is not one of those");
  row("system twice", with(edss, "\"visual\"", "\"pyramidal\""), "gives the grade of pyramidal twice");
  row("component no list", with(edss, "\"component\": [", "\"component\": {}, \"x\": ["), "(at component)");
  row("day that does not exist", with(edss, "2021-03-09T10:30:00+01:00", "2021-02-29"),
      "is no date of the form YYYY, YYYY-MM or YYYY-MM-DD (at effectiveDateTime)");
  row("visit without day", with(edss, "2021-03-09T10:30:00+01:00", "2021-03"), "must be known to the day");
  row("unknown occasion", with(edss, "\"scheduled\"", "\"by chance\""), "the code by chance is not one of those");
  row("entered in error", with(edss, "\"final\"", "\"entered-in-error\""), "is marked as entered in error");
  row("modifier", with(edss, "\"status\": \"final\"", "\"modifierExtension\": [{\"url\": \"x\"}]"),
      "(at modifierExtension)");
  row("key twice", with(edss, "\"status\": \"final\"", "\"id\": \"other\""), "has a key twice");
  row("key twice, escaped", with(edss, "\"status\": \"final\"", "\"\\u0069d\": \"other\""), "has a key twice");
  row("text after the end", edss + "{}", "has text after the end");
  row("cut", edss.substr(0, edss.size() - 3), "is no JSON");
  row("no UTF-8", with(edss, "<div>EDSS</div>", "\xC3\x28"), "is no UTF-8 text");
  row("over-long UTF-8", with(edss, "<div>EDSS</div>", "\xC0\xAF"), "is no UTF-8 text");
  row("control character", with(edss, "<div>EDSS</div>", "a\tb"), "is no JSON");
  row("half a surrogate pair", with(edss, "<div>EDSS</div>", "\\ud800"), "is no JSON");
  row("surrogates in the wrong order", with(edss, "<div>EDSS</div>", "\\udc00\\ud800"), "is no JSON");
  row("NUL character", with(edss, "<div>EDSS</div>", "a\\u0000b"), "NUL");
  row("number with leading zero", with(edss, "3.50", "03.5"), "is no JSON");
  row("NaN", with(edss, "3.50", "NaN"), "is no JSON");
  row("infinity", with(edss, "3.50", "-Infinity"), "is no JSON");
  row("1 MB text", with(edss, "<div>EDSS</div>", std::string(1 << 20, 'x')), "has a text of more than 65536");
  row("9 MB line", edss + std::string(9 << 20, ' '), "is longer than");
  row("depth bomb", std::string(1000000, '['), "is nested more than 32 deep");
  row(
      "depth bomb of objects",
      [] {
        std::string bomb;
        for (int i = 0; i < 100000; ++i) {
          bomb += "{\"a\":";
        }
        return bomb;
      }(),
      "is nested more than 32 deep");

  const auto lab = [](const char* code, const char* quantity) {
    return std::string(R"({"resourceType":"Observation","id":"1","code":{"coding":[{"system":)"
                       R"("https://multiplems.eu/fhir/variable","code":")") +
           code + R"("}]},"subject":{"reference":"Patient/p"},"effectiveDateTime":"2022-01-01","valueQuantity":)" +
           quantity + "}";
  };
  row("negative lymphocytes", lab("lymphocytes", R"({"value":-0.1,"unit":"10*9/L"})"),
      "-0.1 is outside what is possible, 0 to 500 10*9/L (at valueQuantity.value)");
  row("lymphocytes in seconds", lab("lymphocytes", R"({"value":1,"unit":"s"})"), "the unit s does not fit");
  row("lymphocytes without unit", lab("lymphocytes", R"({"value":1})"), "does not fit");
  row("below the detection limit", lab("snfl", R"({"value":1,"unit":"pg/mL","comparator":"<"})"),
      "a bound instead of a value is not read");
  row("SDMT 111", lab("sdmt", R"({"value":111,"unit":"{score}"})"), "outside what is possible");
  row("no value", R"({"resourceType":"Observation","id":"1","code":{"text":"x"},"subject":{"reference":"Patient/p"}})",
      "the element valueString is missing");

  row("relapse without onset",
      R"({"resourceType":"Condition","id":"1","code":{"coding":[{"system":"http://snomed.info/sct",)"
      R"("code":"192929006"}]},"subject":{"reference":"Patient/p"}})",
      "the element onsetDateTime is missing");
  row("relapse ends before it starts",
      R"({"resourceType":"Condition","id":"1","code":{"coding":[{"system":"http://snomed.info/sct",)"
      R"("code":"192929006"}]},"subject":{"reference":"Patient/p"},"onsetDateTime":"2020-05",)"
      R"("abatementDateTime":"2020-04-30"})",
      "lies before the start (at abatementDateTime)");
  row("another disease",
      R"({"resourceType":"Condition","id":"1","code":{"coding":[{"system":"http://snomed.info/sct",)"
      R"("code":"73211009"}]},"subject":{"reference":"Patient/p"},"onsetDateTime":"2020"})",
      "has a code that Facet does not read");
  row("death before birth", R"({"resourceType":"Patient","id":"1","birthDate":"1990","deceasedDateTime":"1989-12-31"})",
      "lies before the birth");
  row("unknown sex", R"({"resourceType":"Patient","id":"1","gender":"F"})", "the code F is not one of those");
  row("treatment without start",
      R"({"resourceType":"MedicationStatement","id":"1","medicationCodeableConcept":{"text":"x"},)"
      R"("subject":{"reference":"Patient/p"},"effectivePeriod":{"end":"2020"}})",
      "the element start is missing (at effectivePeriod)");
  row("treatment stops before it starts",
      R"({"resourceType":"MedicationStatement","id":"1","medicationCodeableConcept":{"text":"x"},)"
      R"("subject":{"reference":"Patient/p"},"effectivePeriod":{"start":"2021","end":"2020"}})",
      "(at effectivePeriod.end)");
  row("treatment without drug",
      R"({"resourceType":"MedicationStatement","id":"1","medicationCodeableConcept":{},)"
      R"("subject":{"reference":"Patient/p"},"effectivePeriod":{"start":"2021"}})",
      "the element text is missing (at medicationCodeableConcept)");
  row("dose in grams",
      R"({"resourceType":"MedicationAdministration","id":"1","medicationCodeableConcept":{"text":"x"},)"
      R"("subject":{"reference":"Patient/p"},"effectiveDateTime":"2020-01-01","dosage":{"dose":)"
      R"({"value":1,"unit":"g"}}})",
      "must be a dose in mg (at dosage.dose)");
  row("cohort names one twice",
      R"({"resourceType":"Group","id":"g","code":{"coding":[{"system":"https://multiplems.eu/fhir/cohort",)"
      R"("code":"c"}]},"member":[{"entity":{"reference":"Patient/a"}},{"entity":{"reference":"Patient/a"}}]})",
      "names a person twice");
  row("negative count of lesions",
      R"({"resourceType":"DiagnosticReport","id":"1","code":{"coding":[{"system":)"
      R"("https://multiplems.eu/fhir/variable","code":"mri"}]},"subject":{"reference":"Patient/p"},)"
      R"("effectiveDateTime":"2020-01-01","contained":[{"component":[{"code":{"coding":[{"system":)"
      R"("https://multiplems.eu/fhir/variable","code":"new-t2-lesions"}]},"valueInteger":-2}]}]})",
      "must not be negative (at contained[0].component[0].valueInteger)");
  return rows;
}

namespace foreign {
const char* const marker = R"({"resourceType":"Observation","id":"1","status":"final","code":{"coding":[)"
                           R"({"system":"http://loinc.org","code":"101281-4"}]},"subject":{"reference":"Patient/p"},)"
                           R"("effectiveDateTime":"2022","valueQuantity":{"value":8,"unit":"ng/L"}})";
const char* const unknownMarker =
    R"({"resourceType":"Observation","id":"1","status":"final","code":{"coding":[)"
    R"({"system":"http://loinc.org","code":"2947-0"}]},"subject":{"reference":"Patient/p"},)"
    R"("effectiveDateTime":"2022","valueQuantity":{"value":140,"unit":"whatever"}})";
const char* const flag = R"({"resourceType":"Observation","id":"1","code":{"text":"Some flag"},)"
                         R"("subject":{"reference":"Patient/p"},"valueBoolean":true})";
const char* const secondaryProgressive =
    R"({"resourceType":"Condition","id":"1","code":{"coding":[{"system":"http://snomed.info/sct",)"
    R"("code":"425500002"}]},"subject":{"reference":"Patient/p"},"onsetDateTime":"2015"})";
const char* const retiredCode =
    R"({"resourceType":"MedicationStatement","id":"1","status":"active","medicationCodeableConcept":{"coding":[)"
    R"({"system":"http://www.whocc.no/atc","code":"L04AA27","display":"fingolimod"}]},)"
    R"("subject":{"reference":"Patient/p"},"effectivePeriod":{"start":"2014-05"}})";
const char* const cohort = R"({"resourceType":"Group","id":"g","type":"person","actual":true,"code":{"coding":[)"
                           R"({"system":"https://multiplems.eu/fhir/cohort","code":"newly-diagnosed"}]},"member":[)"
                           R"({"entity":{"reference":"Patient/b"}},{"entity":{"reference":"Patient/a"}},)"
                           R"({"entity":{"reference":"Patient/c"},"inactive":true}]})";
const char* const unknownLevel =
    R"({"resourceType":"Observation","id":"1","code":{"coding":[{"system":"https://multiplems.eu/fhir/variable",)"
    R"("code":"smoking"}]},"subject":{"reference":"Patient/p"},"valueCodeableConcept":{"text":"pipe only"}})";
} // namespace foreign
