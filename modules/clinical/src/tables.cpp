#include <facet/clinical/tables.h>
#include <facet/core/text.h>

#include <algorithm>
#include <facet_resources.h>
#include <unordered_map>

namespace facet::clinical {
namespace {

/// A table of the program itself, whose text the tests prove to be right.
template <class Row>
std::vector<Row> builtIn(Result<std::vector<Row>> table) {
  assert(table.ok());
  return table ? std::move(table).value() : std::vector<Row>();
}

template <class Row>
const Row* find(const std::vector<Row>& rows, std::string_view code) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.code == code; });
  return found == rows.end() ? nullptr : &*found;
}

using VariableIndex = std::unordered_map<std::string_view, const Variable*>;

} // namespace

const std::vector<Drug>& drugs() {
  static const std::vector<Drug> table = builtIn(parseDrugs(resources::drugs_json));
  return table;
}

const std::vector<StopReason>& stopReasons() {
  static const std::vector<StopReason> table = builtIn(parseStopReasons(resources::stop_reasons_json));
  return table;
}

const std::vector<Variable>& variables() {
  static const std::vector<Variable> table = builtIn(parseVariables(resources::variables_json));
  return table;
}

const std::vector<Country>& countries() {
  static const std::vector<Country> table = builtIn(parseCountries(resources::countries_json));
  return table;
}

const std::vector<TableText>& tableTexts() {
  static const std::vector<TableText> texts = {{"countries.json", resources::countries_json},
                                               {"drugs.json", resources::drugs_json},
                                               {"stop-reasons.json", resources::stop_reasons_json},
                                               {"variables.json", resources::variables_json}};
  return texts;
}

const Drug* drugByAtc(std::string_view code) {
  if (code.empty()) {
    return nullptr;
  }
  for (const Drug& drug : drugs()) {
    if (drug.atc == code || std::find(drug.retiredAtc.begin(), drug.retiredAtc.end(), code) != drug.retiredAtc.end()) {
      return &drug;
    }
  }
  return nullptr;
}

const Drug* drugByName(std::string_view name) {
  const std::string wanted = toLowerAscii(trimText(name));
  const auto same = [&](const std::string& other) { return toLowerAscii(other) == wanted; };
  for (const Drug& drug : drugs()) {
    if (same(drug.name) || std::any_of(drug.alsoNamed.begin(), drug.alsoNamed.end(), same)) {
      return &drug;
    }
  }
  return nullptr;
}

const StopReason* stopReason(std::string_view code) {
  return find(stopReasons(), code);
}

const Variable* variable(std::string_view code) {
  static const VariableIndex index = [] {
    VariableIndex map;
    for (const Variable& row : variables()) {
      map.emplace(row.code, &row);
    }
    return map;
  }();
  const auto found = index.find(code);
  return found == index.end() ? nullptr : found->second;
}

const Variable* variableByCoding(std::string_view system, std::string_view code) {
  for (const Variable& row : variables()) {
    for (const Coding& coding : row.codings) {
      if (coding.code == code && coding.system == system) {
        return &row;
      }
    }
  }
  return nullptr;
}

} // namespace facet::clinical
