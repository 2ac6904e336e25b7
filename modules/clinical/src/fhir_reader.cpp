#include "fhir_reader.h"

#include <facet/core/text.h>

#include <algorithm>

namespace facet::clinical {
namespace {

using Kind = JsonValue::Kind;

constexpr std::size_t kLongestId = 64;

} // namespace

bool isResourceId(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  };
  return !text.empty() && text.size() <= kLongestId && std::all_of(text.begin(), text.end(), allowed);
}

void FhirReader::fail(JsonValue at, const Message& reason, ErrorCode code) {
  if (!m_error) {
    const std::string path = at.path();
    m_error = Error{code, {}, reason, path.empty() ? Message() : FACET_TEXT("clinical", "at %1").with(path)};
  }
}

void FhirReader::failMissing(JsonValue object, std::string_view key) {
  if (!m_error) {
    const std::string path = object.path();
    m_error = Error{ErrorCode::InvalidInput,
                    {},
                    FACET_TEXT("clinical", "the element %1 is missing").with(key),
                    path.empty() ? Message() : FACET_TEXT("clinical", "at %1").with(path)};
  }
}

void FhirReader::failCode(JsonValue at, std::string_view code) {
  fail(at, FACET_TEXT("clinical", "the code %1 is not one of those that are allowed").with(code));
}

std::optional<std::string_view> FhirReader::textOf(JsonValue value) {
  if (value.kind() != Kind::String || value.text().empty()) {
    fail(value, FACET_TEXT("clinical", "must be a text that is not empty"));
    return std::nullopt;
  }
  return value.text();
}

std::string FhirReader::text(JsonValue object, std::string_view key) {
  const JsonValue value = object[key];
  if (!value.exists()) {
    failMissing(object, key);
    return {};
  }
  return std::string(textOf(value).value_or(""));
}

std::string FhirReader::optionalText(JsonValue object, std::string_view key) {
  const JsonValue value = object[key];
  return value.exists() ? std::string(textOf(value).value_or("")) : std::string();
}

std::optional<PartialDate> FhirReader::optionalDate(JsonValue object, std::string_view key) {
  const JsonValue value = object[key];
  if (!value.exists()) {
    return std::nullopt;
  }
  const auto text = textOf(value);
  if (!text) {
    return std::nullopt;
  }
  const auto date = parseIsoDate(*text);
  if (!date) {
    fail(value, date.error().reason);
    return std::nullopt;
  }
  return *date;
}

std::optional<PartialDate> FhirReader::date(JsonValue object, std::string_view key) {
  if (!object[key].exists()) {
    failMissing(object, key);
    return std::nullopt;
  }
  return optionalDate(object, key);
}

std::optional<Day> FhirReader::day(JsonValue object, std::string_view key) {
  const auto given = date(object, key);
  if (!given) {
    return std::nullopt;
  }
  if (!given->isExact()) {
    fail(object[key], FACET_TEXT("clinical", "must be known to the day"));
    return std::nullopt;
  }
  return given->earliest();
}

std::optional<double> FhirReader::numberOf(JsonValue value) {
  const auto number = value.kind() == Kind::Number ? parseNumber(value.text()) : std::nullopt;
  if (!number) {
    fail(value, FACET_TEXT("clinical", "must be a number"));
  }
  return number;
}

double FhirReader::number(JsonValue object, std::string_view key) {
  const JsonValue value = object[key];
  if (!value.exists()) {
    failMissing(object, key);
    return 0;
  }
  return numberOf(value).value_or(0);
}

int FhirReader::integer(JsonValue object, std::string_view key) {
  const JsonValue value = object[key];
  if (!value.exists()) {
    failMissing(object, key);
    return 0;
  }
  const auto number = value.kind() == Kind::Number ? parseInteger(value.text()) : std::nullopt;
  constexpr long long limit = 1000000;
  if (!number || *number < -limit || *number > limit) {
    fail(value, FACET_TEXT("clinical", "must be a whole number up to %1").with(limit));
    return 0;
  }
  return static_cast<int>(*number);
}

std::optional<bool> FhirReader::optionalFlag(JsonValue object, std::string_view key) {
  const JsonValue value = object[key];
  switch (value.kind()) {
  case Kind::Missing:
    return std::nullopt;
  case Kind::True:
    return true;
  case Kind::False:
    return false;
  default:
    fail(value, FACET_TEXT("clinical", "must be true or false"));
    return std::nullopt;
  }
}

JsonValue FhirReader::optionalObject(JsonValue object, std::string_view key) {
  const JsonValue value = object[key];
  if (value.exists() && value.kind() != Kind::Object) {
    fail(value, FACET_TEXT("clinical", "must be an object"));
    return {};
  }
  return value;
}

JsonValue FhirReader::object(JsonValue object, std::string_view key) {
  if (!object[key].exists()) {
    failMissing(object, key);
    return {};
  }
  return optionalObject(object, key);
}

JsonValue FhirReader::firstOf(JsonValue object, std::string_view key) {
  const JsonValue value = object[key];
  if (!value.exists()) {
    return {};
  }
  if (value.kind() != Kind::Array || !value.first().exists()) {
    fail(value, FACET_TEXT("clinical", "must be a list that is not empty"));
    return {};
  }
  return value.first();
}

std::string FhirReader::id(JsonValue object, std::string_view key) {
  std::string value = text(object, key);
  if (!failed() && !isResourceId(value)) {
    fail(object[key], FACET_TEXT("clinical", "is no id of a resource (1 to 64 of letters, digits, '-' and '.')"));
  }
  return value;
}

std::string FhirReader::reference(JsonValue object, std::string_view key, std::string_view type) {
  const JsonValue target = this->object(object, key);
  return target.exists() ? referenceIn(target, type) : std::string();
}

std::string FhirReader::referenceIn(JsonValue element, std::string_view type) {
  const std::string given = text(element, "reference");
  if (failed()) {
    return {};
  }
  const std::string_view view = given;
  const std::size_t slash = view.find('/');
  if (slash == std::string_view::npos || view.substr(0, slash) != type || !isResourceId(view.substr(slash + 1))) {
    fail(element["reference"], FACET_TEXT("clinical", "is no reference of the form %1/id").with(type));
    return {};
  }
  return std::string(view.substr(slash + 1));
}

std::string FhirReader::optionalReference(JsonValue object, std::string_view key, std::string_view type) {
  return object[key].exists() ? reference(object, key, type) : std::string();
}

std::optional<std::string> FhirReader::codeIn(JsonValue concept_, std::string_view system) {
  for (JsonValue coding = firstOf(concept_, "coding"); coding.exists(); coding = coding.next()) {
    if (coding["system"].text() == system) {
      return text(coding, "code");
    }
  }
  return std::nullopt;
}

bool FhirReader::hasCode(JsonValue concept_, std::string_view system, std::string_view code) {
  return codeIn(concept_, system) == code;
}

std::string FhirReader::label(JsonValue concept_) {
  if (concept_["text"].exists()) {
    return text(concept_, "text");
  }
  const JsonValue coding = firstOf(concept_, "coding");
  if (!coding.exists()) {
    failMissing(concept_, "text");
    return {};
  }
  return text(coding, coding["display"].exists() ? "display" : "code");
}

JsonValue FhirReader::extension(std::string_view url) {
  for (JsonValue item = firstOf(m_root, "extension"); item.exists(); item = item.next()) {
    if (item["url"].text() == url) {
      return item;
    }
  }
  return {};
}

} // namespace facet::clinical
