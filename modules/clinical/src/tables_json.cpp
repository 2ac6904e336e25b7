#include <facet/clinical/tables.h>
#include <facet/core/units.h>

#include <nlohmann/json.hpp>

namespace facet::clinical {
namespace {

using Json = nlohmann::json;

/// Reads the elements of one row; the first that is missing or wrong is kept as the error.
class RowReader {
public:
  RowReader(const Json& row, std::string subject)
      : m_row(row)
      , m_subject(std::move(subject)) {}

  std::string text(const char* key) { return textIn(m_row, key); }

  double number(const char* key) {
    const Json* value = element(m_row, key);
    if (value == nullptr || !value->is_number()) {
      wrong(key, FACET_TEXT("clinical", "must be a number"));
      return 0;
    }
    return value->get<double>();
  }

  std::optional<int> optionalYear(const char* key) {
    if (!m_row.contains(key)) {
      return std::nullopt;
    }
    const Json& value = m_row[key];
    if (!value.is_number_integer()) {
      wrong(key, FACET_TEXT("clinical", "must be a year"));
      return std::nullopt;
    }
    return value.get<int>();
  }

  bool flag(const char* key) {
    const Json* value = element(m_row, key);
    if (value == nullptr || !value->is_boolean()) {
      wrong(key, FACET_TEXT("clinical", "must be true or false"));
      return false;
    }
    return value->get<bool>();
  }

  std::vector<std::string> texts(const char* key) {
    std::vector<std::string> found;
    for (const Json& item : rows(key)) {
      if (!item.is_string()) {
        wrong(key, FACET_TEXT("clinical", "must be a list of texts"));
        return {};
      }
      found.push_back(item.get<std::string>());
    }
    return found;
  }

  /// The list under `key`; empty where there is none.
  const Json& rows(const char* key) {
    static const Json none = Json::array();
    if (!m_row.contains(key)) {
      return none;
    }
    if (!m_row[key].is_array()) {
      wrong(key, FACET_TEXT("clinical", "must be a list"));
      return none;
    }
    return m_row[key];
  }

  /// One of `words`, by its place in the list.
  template <class Enum>
  Enum word(const char* key, std::initializer_list<std::string_view> words) {
    return wordOf<Enum>(key, text(key), words);
  }

  Provenance provenance() { return {text("source"), confidence("confidence", text("confidence"))}; }
  Provenance provenance(const char* part) {
    return {textIn(m_row.value("source", Json()), part),
            confidence(part, textIn(m_row.value("confidence", Json()), part))};
  }

  void wrong(const char* key, const Message& reason) {
    if (!m_error) {
      m_error = Error{ErrorCode::InvalidInput, m_subject, reason, FACET_TEXT("clinical", "at %1").with(key)};
    }
  }
  void take(const std::optional<Error>& other) {
    if (!m_error) {
      m_error = other;
    }
  }
  [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
  [[nodiscard]] const std::string& subject() const { return m_subject; }

private:
  static const Json* element(const Json& object, const char* key) {
    if (!object.is_object()) {
      return nullptr;
    }
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
  }
  std::string textIn(const Json& object, const char* key) {
    const Json* value = element(object, key);
    if (value == nullptr || !value->is_string()) {
      wrong(key, FACET_TEXT("clinical", "must be a text"));
      return {};
    }
    return value->get<std::string>();
  }
  template <class Enum>
  Enum wordOf(const char* key, const std::string& given, std::initializer_list<std::string_view> words) {
    std::size_t index = 0;
    for (const std::string_view candidate : words) {
      if (candidate == given) {
        return static_cast<Enum>(index);
      }
      ++index;
    }
    wrong(key, FACET_TEXT("clinical", "the word %1 is not one of those that are allowed").with(given));
    return Enum{};
  }
  Confidence confidence(const char* key, const std::string& given) {
    return wordOf<Confidence>(key, given, {"primary", "secondary", "unverified", "local"});
  }

  const Json& m_row;
  std::string m_subject;
  std::optional<Error> m_error;
};

template <class Row, class ReadRow>
Result<std::vector<Row>> parseTable(std::string_view text, const char* key, ReadRow readRow) {
  const Json document = Json::parse(text, nullptr, false);
  if (!document.is_object() || !document.contains(key) || !document[key].is_array()) {
    return Error{ErrorCode::InvalidInput, key, FACET_TEXT("clinical", "is no JSON object with a list of this name")};
  }
  std::vector<Row> found;
  for (const Json& row : document[key]) {
    RowReader reader(row, std::string(key) + "[" + std::to_string(found.size()) + "]");
    if (!row.is_object()) {
      reader.wrong("", FACET_TEXT("clinical", "must be an object"));
    } else {
      found.push_back(readRow(reader));
    }
    if (reader.error()) {
      return *reader.error();
    }
  }
  return found;
}

Variable readVariable(RowReader& row) {
  Variable variable;
  variable.code = row.text("code");
  variable.label = row.text("label");
  variable.group = row.text("group");
  variable.kind = row.word<Variable::Kind>("kind", {"number", "category"});
  variable.from = row.provenance();
  if (variable.kind == Variable::Kind::Number) {
    variable.unit = row.text("unit");
    variable.min = row.number("min");
    variable.max = row.number("max");
    variable.worse = row.word<Worse>("worse", {"higher", "lower", "neither"});
    if (!isKnownUnit(variable.unit)) {
      row.wrong("unit", FACET_TEXT("clinical", "the unit %1 is not known").with(variable.unit));
    }
    if (!(variable.min < variable.max)) {
      row.wrong("max", FACET_TEXT("clinical", "must be greater than min"));
    }
  }
  for (const Json& item : row.rows("levels")) {
    RowReader level(item, row.subject() + ".levels");
    variable.levels.push_back({level.text("code"), level.text("label")});
    row.take(level.error());
  }
  for (const Json& item : row.rows("codings")) {
    RowReader coding(item, row.subject() + ".codings");
    variable.codings.push_back(
        {coding.text("system"), coding.text("code"), coding.text("display"), coding.provenance()});
    row.take(coding.error());
  }
  if (variable.kind == Variable::Kind::Category && variable.levels.empty()) {
    row.wrong("levels", FACET_TEXT("clinical", "must name at least one level"));
  }
  return variable;
}

Drug readDrug(RowReader& row) {
  Drug drug;
  drug.name = row.text("name");
  drug.alsoNamed = row.texts("alsoNamed");
  drug.atc = row.text("atc");
  drug.retiredAtc = row.texts("retiredAtc");
  drug.drugClass = row.text("class");
  drug.dosing = row.word<Dosing>("dosing", {"continuous", "infusion", "course"});
  drug.route = row.text("route");
  drug.interval = row.text("interval");
  drug.efficacy = row.word<Efficacy>("efficacy", {"modest", "high", "unclassified"});
  drug.launchEu = row.optionalYear("launchEu").value_or(0);
  drug.withdrawn = row.optionalYear("withdrawn");
  drug.licensedForMs = row.flag("licensedForMs");
  drug.codesFrom = row.provenance("codes");
  drug.efficacyFrom = row.provenance("efficacy");
  drug.intervalFrom = row.provenance("interval");
  drug.launchFrom = row.provenance("launchEu");
  return drug;
}

} // namespace

Result<std::vector<Drug>> parseDrugs(std::string_view json) {
  return parseTable<Drug>(json, "drugs", readDrug);
}

Result<std::vector<StopReason>> parseStopReasons(std::string_view json) {
  return parseTable<StopReason>(json, "stopReasons", [](RowReader& row) {
    return StopReason{row.text("code"), row.text("label"), row.text("group"), row.provenance()};
  });
}

Result<std::vector<Variable>> parseVariables(std::string_view json) {
  return parseTable<Variable>(json, "variables", readVariable);
}

Result<std::vector<Country>> parseCountries(std::string_view json) {
  return parseTable<Country>(json, "countries", [](RowReader& row) {
    return Country{row.text("code"), row.text("name"), row.provenance()};
  });
}

} // namespace facet::clinical
