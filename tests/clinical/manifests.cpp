#include "manifests.h"

#include <cassert>
#include <string_view>

namespace {

// Elements in another order than the writer's, with those of the profile that Facet has no use for.
const char* const kManifest = R"({
  "resourceType": "http://hl7.org/fhir/uv/bulkdata/StructureDefinition/BulkPublishManifest",
  "id": "m1",
  "extension": [
    {"url": "https://example.org/other", "valueBoolean": true},
    {"url": "https://multiplems.eu/fhir/ext/release", "extension": [
      {"url": "name", "valueString": "Consortium"},
      {"url": "schema", "valueInteger": 1},
      {"url": "series", "valueString": "multiplems"},
      {"url": "version", "valueString": "2026.1"},
      {"url": "dates", "valueCode": "exact"},
      {"url": "content", "valueCode": "changes"},
      {"url": "since", "valueInstant": "2025-09-01T00:00:00Z"}
    ]}
  ],
  "updateCadence": "P6M",
  "epochStartTime": "2025-01-01T00:00:00Z",
  "transactionTime": "2026-03-01T00:00:00Z",
  "requiresAccessToken": false,
  "output": [{"type": "Observation", "url": "fhir/Observation.ndjson", "count": 5000000000}],
  "deleted": [{"type": "Bundle", "url": "fhir/deleted.ndjson"}]
})";

std::string with(std::string_view from, std::string_view to) {
  std::string text = kManifest;
  const auto at = text.find(from);
  assert(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

} // namespace

std::string handWrittenManifest() {
  return kManifest;
}

std::vector<ManifestRefusal> manifestRefusals() {
  const char* const release = "(at extension[1]";
  return {
      {"empty", "", "JSON"},
      {"a list", "[]", "is no JSON object"},
      {"an empty object", "{}", "the element requiresAccessToken is missing"},
      {"key twice", with("\"id\": \"m1\"", "\"id\": \"m1\", \"id\": \"m2\""), "has a key twice"},
      {"unknown element", with("\"id\": \"m1\"", "\"outputs\": []"), "is no element of a manifest (at outputs)"},
      {"no time", with("\"transactionTime\": \"2026-03-01T00:00:00Z\",", ""), "the element transactionTime is missing"},
      {"time is a day", with("2026-03-01T00:00:00Z", "2026-03-01"), "(at transactionTime)"},
      {"time is a number", with("\"2026-03-01T00:00:00Z\"", "7"),
       "must be a text that is not empty (at transactionTime)"},
      {"token is a text", with("\"requiresAccessToken\": false", "\"requiresAccessToken\": \"no\""),
       "must be true or false (at requiresAccessToken)"},
      {"another manifest", with("\"id\": \"m1\"", "\"manifestType\": \"http://example.org/export\""),
       "is another kind of manifest (at manifestType)"},
      {"second page", with("\"id\": \"m1\"", "\"link\": [{\"relation\": \"next\", \"url\": \"b.json\"}]"),
       "goes on in a second manifest, which Facet does not read (at link)"},
      {"Parquet", with("\"id\": \"m1\"", "\"outputFormat\": \"application/vnd.apache.parquet\""), "(at outputFormat)"},
      {"no output", with("\"output\"", "\"request\": \"x\", \"error\""), "the element output is missing"},
      {"output is an object", with("[{\"type\": \"Observation\"", "{\"a\": 1}, \"error\": [{\"type\": \"Observation\""),
       "must be a list (at output)"},
      {"output of texts",
       with("{\"type\": \"Observation\", \"url\": \"fhir/Observation.ndjson\", \"count\": 5000000000}",
            "\"fhir/Observation.ndjson\""),
       "must be an object (at output[0])"},
      {"no url", with("\"url\": \"fhir/Observation.ndjson\", ", ""), "the element url is missing (at output[0])"},
      {"no type", with("\"type\": \"Observation\", ", ""), "the element type is missing (at output[0])"},
      {"count negative", with("5000000000", "-1"), "must be a whole number from 0 (at output[0].count)"},
      {"count with fraction", with("5000000000", "1.5"), "(at output[0].count)"},
      {"file twice", with("fhir/deleted.ndjson", "fhir/Observation.ndjson"), "names a file twice (at deleted[0].url)"},
      {"no extensions", with("\"extension\": [\n    {\"url\": \"https://e", "\"error\": [\n    {\"url\": \"https://e"),
       "the extension https://multiplems.eu/fhir/ext/release is missing"},
      {"not ours", with("https://multiplems.eu/fhir/ext/release", "https://example.org/release"),
       "the extension https://multiplems.eu/fhir/ext/release is missing (at extension)"},
      {"no schema", with("{\"url\": \"schema\", \"valueInteger\": 1},", ""), "the extension schema is missing (at ext"},
      {"newer schema", with("\"valueInteger\": 1", "\"valueInteger\": 2"),
       "is schema 2 of the release format; this Facet reads schema 1 (at extension[1].extension[1].valueInteger)"},
      {"schema as text", with("\"valueInteger\": 1", "\"valueInteger\": \"1\""), release},
      {"no series", with("{\"url\": \"series\", \"valueString\": \"multiplems\"},", ""),
       "the extension series is missing"},
      {"series with a path", with("\"valueString\": \"multiplems\"", "\"valueString\": \"../multiplems\""), release},
      {"no version", with("{\"url\": \"version\", \"valueString\": \"2026.1\"},", ""),
       "the extension version is missing"},
      {"no dates", with("{\"url\": \"dates\", \"valueCode\": \"exact\"},", ""), "the extension dates is missing"},
      {"unknown dates", with("\"exact\"", "\"roughly\""), "the code roughly is not one of those that are allowed"},
      {"unknown content", with("\"changes\"", "\"some\""), "the code some is not one of those"},
      {"demo is a text",
       with("{\"url\": \"version\"", "{\"url\": \"demo\", \"valueBoolean\": \"no\"}, {\"url\": \"version\""),
       "must be true or false"},
      {"changes since never", with(",\n      {\"url\": \"since\", \"valueInstant\": \"2025-09-01T00:00:00Z\"}", ""),
       "says since when"},
      {"snapshot since", with("\"changes\"", "\"snapshot\""), "says since when"},
      {"since the release itself", with("2025-09-01T00:00:00Z", "2026-03-01T00:00:00Z"),
       "is not before the release itself"},
  };
}

std::vector<ManifestRefusal> deletionRefusals() {
  const std::string head = R"({"resourceType":"Bundle","type":"transaction","entry":[)";
  return {
      {"another resource", R"({"resourceType":"Patient","id":"1"})", "is no Bundle of type transaction"},
      {"another bundle", R"({"resourceType":"Bundle","type":"history"})", "is no Bundle of type transaction"},
      {"entry without request", head + R"({"fullUrl":"Patient/1"}]})", "the element request is missing (at entry[0])"},
      {"PUT", head + R"({"request":{"method":"PUT","url":"Patient/1"}}]})", "(at entry[0].request.method)"},
      {"no id", head + R"({"request":{"method":"DELETE","url":"Patient/"}}]})", "(at entry[0].request.url)"},
      {"no type", head + R"({"request":{"method":"DELETE","url":"/1"}}]})", "(at entry[0].request.url)"},
      {"a search", head + R"({"request":{"method":"DELETE","url":"Patient?x=1"}}]})", "(at entry[0].request.url)"},
  };
}
