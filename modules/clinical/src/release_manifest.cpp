#include "fhir_reader.h"
#include "fhir_terms.h"
#include "json_text.h"

#include <facet/clinical/release_manifest.h>
#include <facet/core/text.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace facet::clinical {
namespace {

using Kind = JsonValue::Kind;

constexpr std::array<std::pair<ReleaseDates, std::string_view>, 3> kDates = {
    {{ReleaseDates::Exact, "exact"}, {ReleaseDates::Shifted, "shifted"}, {ReleaseDates::YearOnly, "year"}}};
constexpr std::array<std::pair<ReleaseContent, std::string_view>, 2> kContents = {
    {{ReleaseContent::Snapshot, "snapshot"}, {ReleaseContent::Changes, "changes"}}};

template <class Table, class Value>
std::string_view wordOf(const Table& table, Value value) {
  return std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == value; })->second;
}

/// The elements that a manifest may have; Facet has no use for some of them.
constexpr std::array<std::string_view, 14> kElements = {
    "resourceType", "id",           "manifestType",        "epochStartTime", "transactionTime", "updateCadence",
    "request",      "outputFormat", "requiresAccessToken", "output",         "deleted",         "error",
    "extension",    "link"};

class ManifestReader {
public:
  explicit ManifestReader(JsonValue root)
      : m_reader(root)
      , m_root(root) {}

  Result<ReleaseManifest> read() {
    checkKind();
    ReleaseManifest manifest;
    manifest.time = instant(m_root, "transactionTime");
    readRelease(manifest);
    readOutput(manifest);
    manifest.deleted = paths("deleted");
    manifest.errors = paths("error");
    if (m_reader.error()) {
      return *m_reader.error();
    }
    return manifest;
  }

private:
  void checkKind() {
    for (JsonValue item = m_root.first(); item.exists(); item = item.next()) {
      const std::string path = item.path();
      if (std::find(kElements.begin(), kElements.end(), path) == kElements.end()) {
        m_reader.fail(item, FACET_TEXT("clinical", "is no element of a manifest"));
      }
    }
    if (m_root["manifestType"].exists() && m_reader.text(m_root, "manifestType") != fhir::kBulkPublish) {
      m_reader.fail(m_root["manifestType"], FACET_TEXT("clinical", "is another kind of manifest"),
                    ErrorCode::Unsupported);
    }
    if (m_root["link"].exists()) {
      m_reader.fail(m_root["link"], FACET_TEXT("clinical", "goes on in a second manifest, which Facet does not read"),
                    ErrorCode::Unsupported);
    }
    const std::string format = m_reader.optionalText(m_root, "outputFormat");
    if (!format.empty() && format != fhir::kNdjson && format != "application/ndjson" && format != "ndjson") {
      m_reader.fail(m_root["outputFormat"], FACET_TEXT("clinical", "is a format that Facet does not read"),
                    ErrorCode::Unsupported);
    }
    if (!m_root["requiresAccessToken"].exists()) {
      m_reader.failMissing(m_root, "requiresAccessToken");
    }
    (void)m_reader.optionalFlag(m_root, "requiresAccessToken");
  }

  Instant instant(JsonValue object, std::string_view key) {
    const std::string text = m_reader.text(object, key);
    if (m_reader.failed()) {
      return {};
    }
    const auto value = parseIsoInstant(text);
    if (!value) {
      m_reader.fail(object[key], value.error().reason);
      return {};
    }
    return *value;
  }

  /// The part of an extension with a name, or Missing.
  JsonValue part(JsonValue extension, std::string_view name) {
    for (JsonValue item = m_reader.firstOf(extension, "extension"); item.exists(); item = item.next()) {
      if (item["url"].text() == name) {
        return item;
      }
    }
    return {};
  }

  JsonValue neededPart(JsonValue extension, std::string_view name) {
    const JsonValue found = part(extension, name);
    if (!found.exists()) {
      m_reader.fail(extension, FACET_TEXT("clinical", "the extension %1 is missing").with(name));
    }
    return found;
  }

  template <class Table>
  auto coded(JsonValue extension, const Table& table) -> typename Table::value_type::first_type {
    const std::string code = m_reader.text(extension, "valueCode");
    const auto row = std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.second == code; });
    if (row == table.end()) {
      m_reader.failCode(extension["valueCode"], code);
      return table.front().first;
    }
    return row->first;
  }

  void readRelease(ReleaseManifest& manifest) {
    const JsonValue release = m_reader.extension(fhir::kRelease);
    if (!release.exists()) {
      m_reader.fail(m_root["extension"].exists() ? m_root["extension"] : m_root,
                    FACET_TEXT("clinical", "the extension %1 is missing").with(fhir::kRelease));
      return;
    }
    // Before all else, so that a newer form is told as such.
    const JsonValue schema = neededPart(release, "schema");
    const int number = schema.exists() ? m_reader.integer(schema, "valueInteger") : 0;
    if (!m_reader.failed() && number != kReleaseSchema) {
      m_reader.fail(schema["valueInteger"],
                    FACET_TEXT("clinical", "is schema %1 of the release format; this Facet reads schema %2")
                        .with(number, kReleaseSchema),
                    ErrorCode::Unsupported);
    }
    if (const JsonValue series = neededPart(release, "series"); series.exists()) {
      manifest.series = m_reader.id(series, "valueString");
    }
    if (const JsonValue name = neededPart(release, "name"); name.exists()) {
      manifest.name = m_reader.text(name, "valueString");
    }
    if (const JsonValue version = neededPart(release, "version"); version.exists()) {
      manifest.version = m_reader.text(version, "valueString");
    }
    if (const JsonValue demo = part(release, "demo"); demo.exists()) {
      manifest.demo = m_reader.optionalFlag(demo, "valueBoolean").value_or(false);
    }
    if (const JsonValue dates = neededPart(release, "dates"); dates.exists()) {
      manifest.dates = coded(dates, kDates);
    }
    if (const JsonValue content = neededPart(release, "content"); content.exists()) {
      manifest.content = coded(content, kContents);
    }
    readSince(release, manifest);
  }

  void readSince(JsonValue release, ReleaseManifest& manifest) {
    const JsonValue since = part(release, "since");
    if (since.exists() != (manifest.content == ReleaseContent::Changes)) {
      m_reader.fail(since.exists() ? since : release,
                    FACET_TEXT("clinical", "a release of changes says since when, and no other does"));
      return;
    }
    if (since.exists()) {
      manifest.since = instant(since, "valueInstant");
      if (!m_reader.failed() && *manifest.since >= manifest.time) {
        m_reader.fail(since["valueInstant"], FACET_TEXT("clinical", "is not before the release itself"));
      }
    }
  }

  JsonValue listOf(std::string_view key) {
    const JsonValue list = m_root[key];
    if (list.exists() && list.kind() != Kind::Array) {
      m_reader.fail(list, FACET_TEXT("clinical", "must be a list"));
      return {};
    }
    return list.first();
  }

  std::string path(JsonValue entry) {
    if (entry.kind() != Kind::Object) {
      m_reader.fail(entry, FACET_TEXT("clinical", "must be an object"));
      return {};
    }
    std::string url = m_reader.text(entry, "url");
    if (!m_reader.failed() && !m_paths.insert(url).second) {
      m_reader.fail(entry["url"], FACET_TEXT("clinical", "names a file twice"));
    }
    return url;
  }

  std::vector<std::string> paths(std::string_view key) {
    std::vector<std::string> list;
    for (JsonValue entry = listOf(key); entry.exists(); entry = entry.next()) {
      list.push_back(path(entry));
    }
    return list;
  }

  void readOutput(ReleaseManifest& manifest) {
    if (!m_root["output"].exists()) {
      m_reader.failMissing(m_root, "output");
      return;
    }
    for (JsonValue entry = listOf("output"); entry.exists(); entry = entry.next()) {
      ManifestFile file;
      file.path = path(entry);
      file.type = m_reader.text(entry, "type");
      if (const JsonValue count = entry["count"]; count.exists()) {
        file.count = count.kind() == Kind::Number ? parseInteger(count.text()) : std::nullopt;
        if (!file.count || *file.count < 0) {
          m_reader.fail(count, FACET_TEXT("clinical", "must be a whole number from 0"));
        }
      }
      manifest.output.push_back(std::move(file));
    }
  }

  FhirReader m_reader;
  JsonValue m_root;
  std::set<std::string> m_paths;
};

/// A text value of JSON in quotation marks.
std::string jsonText(std::string_view text) {
  JsonText json(text.size() + 8);
  json.string(text);
  return json.take();
}

void writePaths(std::string& json, const char* key, const std::vector<std::string>& paths) {
  json += std::string(",\n  \"") + key + "\": [";
  for (std::size_t i = 0; i < paths.size(); ++i) {
    json += (i == 0 ? "\n    {\"url\": " : ",\n    {\"url\": ") + jsonText(paths[i]) + "}";
  }
  json += paths.empty() ? "]" : "\n  ]";
}

} // namespace

Result<ReleaseManifest> readManifest(std::string_view json) {
  const auto document = JsonDocument::parse(json);
  if (!document) {
    return document.error();
  }
  if (document->root().kind() != Kind::Object) {
    return Error{ErrorCode::InvalidInput, {}, FACET_TEXT("clinical", "is no JSON object")};
  }
  return ManifestReader(document->root()).read();
}

std::string writeManifest(const ReleaseManifest& manifest) {
  const std::string time = toIso(manifest.time);
  std::string json = "{\n  \"manifestType\": " + jsonText(fhir::kBulkPublish);
  json += ",\n  \"epochStartTime\": " + jsonText(manifest.since ? toIso(*manifest.since) : time);
  json += ",\n  \"transactionTime\": " + jsonText(time);
  json += ",\n  \"requiresAccessToken\": false,\n  \"outputFormat\": " + jsonText(fhir::kNdjson);
  json += ",\n  \"output\": [";
  for (std::size_t i = 0; i < manifest.output.size(); ++i) {
    const ManifestFile& file = manifest.output[i];
    json += (i == 0 ? "\n    {\"type\": " : ",\n    {\"type\": ") + jsonText(file.type) +
            ", \"url\": " + jsonText(file.path);
    json += file.count ? ", \"count\": " + std::to_string(*file.count) + "}" : "}";
  }
  json += manifest.output.empty() ? "]" : "\n  ]";
  writePaths(json, "deleted", manifest.deleted);
  writePaths(json, "error", manifest.errors);
  json += ",\n  \"extension\": [\n    {\n      \"url\": " + jsonText(fhir::kRelease) + ",\n      \"extension\": [";
  auto part = [&, first = true](const char* name, const char* type, const std::string& value) mutable {
    json += std::string(first ? "\n" : ",\n") + "        {\"url\": \"" + name + "\", \"" + type + "\": " + value + "}";
    first = false;
  };
  part("schema", "valueInteger", std::to_string(kReleaseSchema));
  part("series", "valueString", jsonText(manifest.series));
  part("name", "valueString", jsonText(manifest.name));
  part("version", "valueString", jsonText(manifest.version));
  part("demo", "valueBoolean", manifest.demo ? "true" : "false");
  part("dates", "valueCode", jsonText(wordOf(kDates, manifest.dates)));
  part("content", "valueCode", jsonText(wordOf(kContents, manifest.content)));
  if (manifest.since) {
    part("since", "valueInstant", jsonText(toIso(*manifest.since)));
  }
  json += "\n      ]\n    }\n  ]\n}\n";
  return json;
}

Result<std::vector<DeletedResource>> readDeleted(std::string_view line) {
  const auto document = JsonDocument::parse(line);
  if (!document) {
    return document.error();
  }
  FhirReader reader(document->root());
  const JsonValue root = reader.root();
  if (root.kind() != Kind::Object) {
    return Error{ErrorCode::InvalidInput, {}, FACET_TEXT("clinical", "is no JSON object")};
  }
  if (reader.text(root, "resourceType") != "Bundle" || reader.text(root, "type") != "transaction") {
    reader.fail(root, FACET_TEXT("clinical", "is no Bundle of type transaction"));
  }
  std::vector<DeletedResource> deleted;
  for (JsonValue entry = reader.firstOf(root, "entry"); entry.exists(); entry = entry.next()) {
    const JsonValue request = reader.object(entry, "request");
    if (reader.text(request, "method") != "DELETE") {
      reader.fail(request["method"], FACET_TEXT("clinical", "asks for something else than DELETE"));
    }
    const std::string url = reader.text(request, "url");
    const std::size_t slash = url.find('/');
    if (!reader.failed() && (slash == 0 || slash == std::string::npos || !isResourceId(url.substr(slash + 1)))) {
      reader.fail(request["url"], FACET_TEXT("clinical", "is no reference of the form type/id"));
    }
    if (reader.failed()) {
      break;
    }
    deleted.push_back({url.substr(0, slash), url.substr(slash + 1)});
  }
  if (reader.error()) {
    return *reader.error();
  }
  return deleted;
}

std::string writeDeleted(std::span<const DeletedResource> resources) {
  JsonText json(64 + 80 * resources.size());
  json.open('{').pair("resourceType", "Bundle").pair("type", "transaction");
  if (!resources.empty()) {
    json.key("entry").open('[');
    for (const DeletedResource& resource : resources) {
      json.open('{').key("request").open('{').pair("method", "DELETE");
      json.pair("url", resource.type + "/" + resource.id).close('}').close('}');
    }
    json.close(']');
  }
  json.close('}');
  return json.take();
}

} // namespace facet::clinical
