#pragma once

#include <facet/core/result.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Tables of the domain, delivered with the program as resources/tables/*.json. Every row names its source and how far
/// it was checked, so that a person can judge and correct it.
namespace facet::clinical {

enum class Confidence : std::uint8_t {
  Primary,    ///< seen in the primary text or its data
  Secondary,  ///< seen in a secondary text
  Unverified, ///< not checked; never shown as fact
  Local       ///< the consortium's own convention, nothing to check
};

struct Provenance {
  std::string source;
  Confidence confidence = Confidence::Unverified;
};

/// How a drug is taken; it decides what acts between two doses.
enum class Dosing : std::uint8_t {
  Continuous, ///< daily to monthly by the patient
  Infusion,   ///< at a centre, each dose an event
  Course      ///< a few days, acting for years
};

enum class Efficacy : std::uint8_t { Modest, High, Unclassified };

struct Drug {
  std::string name;
  std::vector<std::string> alsoNamed;
  std::string atc; ///< code in force, may be empty
  std::vector<std::string> retiredAtc;
  std::string drugClass;
  Dosing dosing = Dosing::Continuous;
  std::string route;
  std::string interval;
  Efficacy efficacy = Efficacy::Unclassified;
  int launchEu = 0; ///< year of launch or first use in the European Union
  std::optional<int> withdrawn;
  bool licensedForMs = false;
  Provenance codesFrom;
  Provenance efficacyFrom;
  Provenance intervalFrom;
  Provenance launchFrom;
};

struct StopReason {
  std::string code;
  std::string label;
  std::string group; ///< "lack of effect", "tolerability", "safety", "pregnancy", "planned", "patient", "other"
  Provenance from;
};

/// A code of a terminology.
struct Coding {
  std::string system;
  std::string code;
  std::string display;
  Provenance from;
};

struct Level {
  std::string code;
  std::string label;
};

enum class Worse : std::uint8_t { Higher, Lower, Neither };

/// A variable of the dictionary: a number with a unit (Measurement) or one of some levels (Finding).
struct Variable {
  enum class Kind : std::uint8_t { Number, Category };

  std::string code;
  std::string label;
  std::string group;
  Kind kind = Kind::Number;
  std::string unit; ///< UCUM
  double min = 0;   ///< lowest and highest value that is possible at all, in `unit`
  double max = 0;
  Worse worse = Worse::Neither;
  std::vector<Level> levels;
  std::vector<Coding> codings;
  Provenance from;
};

struct Country {
  std::string code; ///< ISO 3166-1 alpha-2
  std::string name;
  Provenance from;
};

/// The tables that came with the program. Thread: safe.
[[nodiscard]] const std::vector<Drug>& drugs();
[[nodiscard]] const std::vector<StopReason>& stopReasons();
[[nodiscard]] const std::vector<Variable>& variables();
[[nodiscard]] const std::vector<Country>& countries();

/// The drug of an ATC code in force or retired, or null.
[[nodiscard]] const Drug* drugByAtc(std::string_view code);
/// The drug of a name or trade name, upper and lower case alike, or null.
[[nodiscard]] const Drug* drugByName(std::string_view name);
[[nodiscard]] const StopReason* stopReason(std::string_view code);
/// The variable of a code of the dictionary, or null.
[[nodiscard]] const Variable* variable(std::string_view code);
/// The variable that a terminology's code stands for, or null.
[[nodiscard]] const Variable* variableByCoding(std::string_view system, std::string_view code);

/// The texts of the tables, as they stand in a release's `dict` folder.
struct TableText {
  std::string_view fileName; ///< "drugs.json"
  std::string_view json;
};
[[nodiscard]] const std::vector<TableText>& tableTexts();

/// Tables from JSON of the same form, for those that a user corrected.
/// Errors: InvalidInput naming the row and the element that is missing or wrong.
[[nodiscard]] Result<std::vector<Drug>> parseDrugs(std::string_view json);
[[nodiscard]] Result<std::vector<StopReason>> parseStopReasons(std::string_view json);
[[nodiscard]] Result<std::vector<Variable>> parseVariables(std::string_view json);
[[nodiscard]] Result<std::vector<Country>> parseCountries(std::string_view json);

} // namespace facet::clinical
