#include <facet/clinical/codes.h>
#include <facet/clinical/tables.h>
#include <facet/core/text.h>
#include <facet/workspace/patient_filter.h>

#include <algorithm>
#include <array>
#include <compare>
#include <vector>

namespace facet::workspace {

using namespace clinical;

namespace {

/// Yes, no, or not known.
using Known = std::optional<bool>;
using Condition = std::function<Known(const PatientRow&, Day)>;

enum class Comparison : std::uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };

/// The code of sexes and phenotypes that are not on record.
constexpr std::string_view kUnknown = "unknown";

struct Operator {
  std::string_view sign;
  Comparison comparison;
};
/// The longer signs first, so that "<=" is not read as "<".
constexpr std::array<Operator, 6> kOperators = {{{"!=", Comparison::NotEqual},
                                                 {"<=", Comparison::LessEqual},
                                                 {">=", Comparison::GreaterEqual},
                                                 {"=", Comparison::Equal},
                                                 {"<", Comparison::Less},
                                                 {">", Comparison::Greater}}};

bool holds(std::partial_ordering order, Comparison comparison) {
  switch (comparison) {
  case Comparison::Equal:
    return order == std::partial_ordering::equivalent;
  case Comparison::NotEqual:
    return order != std::partial_ordering::equivalent;
  case Comparison::Less:
    return order < 0;
  case Comparison::LessEqual:
    return order <= 0;
  case Comparison::Greater:
    return order > 0;
  case Comparison::GreaterEqual:
    break;
  }
  return order >= 0;
}

Error notUnderstood(std::string_view part, Message why) {
  return {ErrorCode::InvalidInput, "--where", std::move(why), FACET_TEXT("workspace", "“%1”").with(part)};
}

/// A quantity of which perhaps only bounds are known: the comparison holds where it does so for both.
struct Bounds {
  double least = 0;
  double most = 0;
};

Known compareBounds(const std::optional<Bounds>& value, Comparison comparison, double with) {
  if (!value) {
    return std::nullopt;
  }
  const bool low = holds(value->least <=> with, comparison);
  const bool high = holds(value->most <=> with, comparison);
  if (low == high) {
    // Between the bounds "=" may hold, or "!=" not, though neither bound tells.
    const bool inside = value->least < with && with < value->most;
    const bool byValue = comparison == Comparison::Equal || comparison == Comparison::NotEqual;
    return inside && byValue ? Known() : Known(low);
  }
  return std::nullopt;
}

std::optional<Bounds> yearsSince(const std::optional<PartialDate>& date, Day day) {
  if (!date || date->earliest() > day) {
    return std::nullopt;
  }
  return Bounds{static_cast<double>(std::max(0, completedYears(date->latest(), day))),
                static_cast<double>(completedYears(date->earliest(), day))};
}

using NumberOf = std::optional<Bounds> (*)(const PatientRow&, Day);
using DayOf = std::optional<Day> (*)(const PatientRow&);
using TextOf = std::string (*)(const PatientRow&);
using WordTest = bool (*)(const PatientRow&, Day);

template <class T>
struct Named {
  std::string_view name;
  T get;
};

std::optional<Bounds> exactly(double value) {
  return Bounds{value, value};
}

constexpr std::array<Named<NumberOf>, 4> kNumbers = {{
    {"age", [](const PatientRow& row,
               Day day) { return yearsSince(row.birth, row.death ? std::min(row.death->earliest(), day) : day); }},
    {"years-since-onset", [](const PatientRow& row, Day day) { return yearsSince(row.onset, day); }},
    {"edss",
     [](const PatientRow& row, Day) { return row.edss ? exactly(row.edss->value()) : std::optional<Bounds>(); }},
    {"relapses-in-year",
     [](const PatientRow& row, Day) {
       return row.kind == PersonKind::Patient ? exactly(row.relapsesInYear) : std::optional<Bounds>();
     }},
}};

constexpr std::array<Named<DayOf>, 2> kDays = {{
    {"last-visit", [](const PatientRow& row) { return row.lastVisit; }},
    {"last-scan", [](const PatientRow& row) { return row.lastScan; }},
}};

constexpr std::array<Named<TextOf>, 5> kTexts = {{
    {"id", [](const PatientRow& row) { return row.id; }},
    {"sex", [](const PatientRow& row) { return std::string(codeOf(row.sex)); }},
    {"phenotype", [](const PatientRow& row) { return std::string(codeOf(row.course)); }},
    {"country", [](const PatientRow& row) { return row.country; }},
    {"site", [](const PatientRow& row) { return row.site; }},
}};

constexpr std::array<Named<WordTest>, 8> kWords = {{
    {"mri", [](const PatientRow& row, Day) { return row.hasImages; }},
    {"relapse-in-year", [](const PatientRow& row, Day day) { return belongsTo(row, Worklist::RelapseInYear, day); }},
    {"scan-not-reported",
     [](const PatientRow& row, Day day) { return belongsTo(row, Worklist::ScanNotReported, day); }},
    {"no-visit-14-months",
     [](const PatientRow& row, Day day) { return belongsTo(row, Worklist::NoVisitFor14Months, day); }},
    {"patient", [](const PatientRow& row, Day) { return row.kind == PersonKind::Patient; }},
    {"control", [](const PatientRow& row, Day) { return row.kind == PersonKind::Control; }},
    {"deceased", [](const PatientRow& row, Day) { return row.deceased; }},
    {"treated", [](const PatientRow& row, Day) { return !row.treatments.empty(); }},
}};

template <class T, std::size_t N>
const Named<T>* find(const std::array<Named<T>, N>& all, std::string_view name) {
  const auto found = std::find_if(all.begin(), all.end(), [name](const Named<T>& each) { return each.name == name; });
  return found == all.end() ? nullptr : &*found;
}

Known fromOrder(std::optional<std::partial_ordering> order, Comparison comparison) {
  return order ? Known(holds(*order, comparison)) : Known();
}

bool isTreatment(const Treatment& treatment, const std::string& wanted) {
  const Drug* drug = drugByAtc(treatment.atc);
  drug = drug != nullptr ? drug : drugByName(treatment.name);
  const Drug* meant = drugByName(wanted);
  meant = meant != nullptr ? meant : drugByAtc(wanted);
  return (drug != nullptr && drug == meant) || toLowerAscii(treatment.name) == toLowerAscii(wanted);
}

Result<Condition> parseComparison(std::string_view part, std::string_view field, Comparison comparison,
                                  std::string_view value) {
  if (value.empty()) {
    return notUnderstood(part, FACET_TEXT("workspace", "nothing to compare with"));
  }
  if (const auto* number = find(kNumbers, field)) {
    const std::optional<double> with = parseNumber(value);
    if (!with) {
      return notUnderstood(part, FACET_TEXT("workspace", "%1 is compared with a number").with(field));
    }
    return Condition([get = number->get, comparison, with](const PatientRow& row, Day day) {
      return compareBounds(get(row, day), comparison, *with);
    });
  }
  if (const auto* day = find(kDays, field)) {
    const Result<Day> with = parseIsoDay(value);
    if (!with) {
      return notUnderstood(part, FACET_TEXT("workspace", "%1 is compared with a day such as 2025-03-09").with(field));
    }
    return Condition([get = day->get, comparison, with = *with](const PatientRow& row, Day) {
      const std::optional<Day> own = get(row);
      return fromOrder(own ? std::optional<std::partial_ordering>(*own <=> with) : std::nullopt, comparison);
    });
  }
  if (comparison != Comparison::Equal && comparison != Comparison::NotEqual) {
    return notUnderstood(part, FACET_TEXT("workspace", "%1 is compared by = or != alone").with(field));
  }
  const bool equal = comparison == Comparison::Equal;
  if (field == "treatment") {
    return Condition([equal, wanted = std::string(value)](const PatientRow& row, Day) {
      const bool has = std::any_of(row.treatments.begin(), row.treatments.end(),
                                   [&](const Treatment& treatment) { return isTreatment(treatment, wanted); });
      return Known(has == equal);
    });
  }
  if (const auto* text = find(kTexts, field)) {
    if ((field == "sex" && !fromCode<Sex>(toLowerAscii(value))) ||
        (field == "phenotype" && !fromCode<Course>(toLowerAscii(value)))) {
      return notUnderstood(part, FACET_TEXT("workspace", "%1 has no such value").with(field));
    }
    return Condition([get = text->get, equal, wanted = toLowerAscii(value)](const PatientRow& row, Day) {
      const std::string own = toLowerAscii(get(row));
      const bool known = !own.empty() && (own != kUnknown || wanted == kUnknown);
      return known ? Known((own == wanted) == equal) : Known();
    });
  }
  return notUnderstood(part, FACET_TEXT("workspace", "there is no field of this name"));
}

Result<Condition> parseCondition(std::string_view part) {
  for (std::size_t at = 0; at < part.size(); ++at) {
    for (const Operator& op : kOperators) {
      if (part.substr(at).starts_with(op.sign)) {
        return parseComparison(part, trimText(part.substr(0, at)), op.comparison,
                               trimText(part.substr(at + op.sign.size())));
      }
    }
  }
  if (const auto* word = find(kWords, part)) {
    return Condition([get = word->get](const PatientRow& row, Day day) { return Known(get(row, day)); });
  }
  return notUnderstood(part, FACET_TEXT("workspace", "there is no condition of this name"));
}

/// The parts between the words "and".
std::vector<std::string_view> partsOf(std::string_view expression) {
  constexpr std::string_view kAnd = " and ";
  std::vector<std::string_view> parts;
  for (std::size_t at = expression.find(kAnd); at != std::string_view::npos; at = expression.find(kAnd)) {
    parts.push_back(trimText(expression.substr(0, at)));
    expression.remove_prefix(at + kAnd.size());
  }
  parts.push_back(trimText(expression));
  return parts;
}

} // namespace

Result<RowTest> parseRowTest(std::string_view expression) {
  std::vector<Condition> conditions;
  for (std::string_view part : partsOf(expression)) {
    constexpr std::string_view kNot = "not ";
    const bool negated = part.starts_with(kNot);
    if (negated) {
      part = trimText(part.substr(kNot.size()));
    }
    Result<Condition> condition = parseCondition(part);
    if (!condition) {
      return condition.error();
    }
    conditions.push_back([negated, test = std::move(*condition)](const PatientRow& row, Day day) {
      const Known known = test(row, day);
      return known ? Known(*known != negated) : known;
    });
  }
  return RowTest([conditions = std::move(conditions)](const PatientRow& row, Day day) {
    return std::all_of(conditions.begin(), conditions.end(),
                       [&](const Condition& condition) { return condition(row, day).value_or(false); });
  });
}

} // namespace facet::workspace
