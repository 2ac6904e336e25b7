#pragma once

#include "json_document.h"

#include <facet/clinical/codes.h>
#include <facet/clinical/fhir.h>

#include <optional>
#include <string>

namespace facet::clinical {

/// Whether a text is an id of a resource: 1 to 64 of letters, digits, '-' and '.'.
[[nodiscard]] bool isResourceId(std::string_view text);

/// Takes elements out of a resource and remembers the first that is missing or wrong. Reading goes on after that with
/// empty values, so that a caller looks at error() once, at the end.
class FhirReader {
public:
  explicit FhirReader(JsonValue root)
      : m_root(root) {}

  [[nodiscard]] JsonValue root() const { return m_root; }
  [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
  [[nodiscard]] bool failed() const { return m_error.has_value(); }

  /// Notes an error at a value, or at an element of it that is missing.
  void fail(JsonValue at, const Message& reason, ErrorCode code = ErrorCode::InvalidInput);
  void failMissing(JsonValue object, std::string_view key);

  /// Elements that must be there.
  std::string text(JsonValue object, std::string_view key);
  std::optional<PartialDate> date(JsonValue object, std::string_view key);
  std::optional<Day> day(JsonValue object, std::string_view key);
  double number(JsonValue object, std::string_view key);
  int integer(JsonValue object, std::string_view key);
  JsonValue object(JsonValue object, std::string_view key);

  /// Elements that may be missing; wrong ones are errors all the same.
  std::string optionalText(JsonValue object, std::string_view key);
  std::optional<PartialDate> optionalDate(JsonValue object, std::string_view key);
  std::optional<bool> optionalFlag(JsonValue object, std::string_view key);
  JsonValue optionalObject(JsonValue object, std::string_view key);
  /// First value of an array, or Missing where there is no array.
  JsonValue firstOf(JsonValue object, std::string_view key);

  /// A resource id. Errors: unless [A-Za-z0-9-.]{1,64}.
  std::string id(JsonValue object, std::string_view key);
  /// The id in the reference "Type/id" of an element.
  std::string reference(JsonValue object, std::string_view key, std::string_view type);
  std::string optionalReference(JsonValue object, std::string_view key, std::string_view type);
  /// As reference(), from the element itself.
  std::string referenceIn(JsonValue element, std::string_view type);

  /// The code that a CodeableConcept has in a system, or nothing.
  std::optional<std::string> codeIn(JsonValue concept_, std::string_view system);
  /// Whether a CodeableConcept has this code.
  bool hasCode(JsonValue concept_, std::string_view system, std::string_view code);
  /// The text of a CodeableConcept, or the display or code of its first coding.
  std::string label(JsonValue concept_);

  /// The extension of a URL, or Missing.
  JsonValue extension(std::string_view url);

  /// The value of an enumeration's code. Errors: for a code that it does not have.
  template <class Enum>
  Enum coded(JsonValue at, std::string_view code, Enum missing) {
    if (code.empty()) {
      return missing;
    }
    const auto value = fromCode<Enum>(code);
    if (!value) {
      failCode(at, code);
    }
    return value.value_or(missing);
  }
  void failCode(JsonValue at, std::string_view code);

private:
  std::optional<std::string_view> textOf(JsonValue value);
  std::optional<double> numberOf(JsonValue value);

  JsonValue m_root;
  std::optional<Error> m_error;
};

/// Readers of the resource types. What they return counts only when the reader has no error; nothing without an error
/// means that the resource is of no kind that Facet reads.
std::optional<Record> readPatient(FhirReader& reader);
std::optional<Record> readGroup(FhirReader& reader);
std::optional<Record> readCondition(FhirReader& reader);
std::optional<Record> readObservation(FhirReader& reader);
std::optional<Record> readMedicationStatement(FhirReader& reader);
std::optional<Record> readMedicationAdministration(FhirReader& reader);
std::optional<Record> readAdverseEvent(FhirReader& reader);
std::optional<Record> readImmunization(FhirReader& reader);
std::optional<Record> readDiagnosticReport(FhirReader& reader);

} // namespace facet::clinical
