#include "import_scan.h"

#include <facet/core/files.h>
#include <facet/core/text.h>

#include <algorithm>
#include <array>

namespace facet::sync {
namespace {

using clinical::Course;
using clinical::Sex;
using imaging::BidsTable;

/// One row of participants.tsv being read.
class Row {
public:
  Row(const imaging::BidsDataset& dataset, std::size_t row, std::vector<Notice>& notices)
      : m_table(dataset.participants)
      , m_row(row)
      , m_name(displayName(dataset.root / "participants.tsv"))
      , m_notices(notices) {}

  /// The column that has one of the names, whatever their case; the first name counts most.
  [[nodiscard]] const imaging::BidsColumn* column(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      const auto found =
          std::find_if(m_table.columns.begin(), m_table.columns.end(),
                       [&](const imaging::BidsColumn& column) { return toLowerAscii(column.name) == name; });
      if (found != m_table.columns.end()) {
        return &*found;
      }
    }
    return nullptr;
  }
  [[nodiscard]] std::optional<std::string> cell(const imaging::BidsColumn& column) const {
    return m_table.cell(m_row, column.name);
  }
  /// What the cell means: the level that its code stands for, else the cell itself.
  [[nodiscard]] static std::string meaning(const imaging::BidsColumn& column, const std::string& cell) {
    const auto level = column.levels.find(cell);
    return level == column.levels.end() ? cell : level->second;
  }
  void tell(Message reason) { m_notices.push_back({m_name, std::move(reason), atLine(m_row + 2)}); }

private:
  const BidsTable& m_table;
  std::size_t m_row;
  std::string m_name;
  std::vector<Notice>& m_notices;
};

/// Lower case, with one space for what parts words.
std::string plainWords(std::string_view text) {
  std::string words;
  for (const char c : toLowerAscii(text)) {
    const bool parts = c == ' ' || c == '-' || c == '_' || c == '/' || c == '\t';
    if (!parts) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  return std::string(trimText(words));
}

std::optional<Sex> sexOf(std::string_view text) {
  const std::string word = plainWords(text);
  if (word == "f" || word == "female" || word == "w" || word == "woman") {
    return Sex::Female;
  }
  if (word == "m" || word == "male" || word == "man") {
    return Sex::Male;
  }
  if (word == "o" || word == "other" || word == "d" || word == "diverse") {
    return Sex::Other;
  }
  return std::nullopt;
}

/// Source: Lublin et al., Neurology 2014;83:278; what was called progressive relapsing is primary progressive there.
std::optional<Course> courseOf(std::string_view text) {
  static const std::array<std::pair<std::string_view, Course>, 18> kNames = {{
      {"ris", Course::RadiologicallyIsolated},
      {"radiologically isolated", Course::RadiologicallyIsolated},
      {"cis", Course::ClinicallyIsolated},
      {"clinically isolated", Course::ClinicallyIsolated},
      {"rr", Course::RelapsingRemitting},
      {"rrms", Course::RelapsingRemitting},
      {"relapsing remitting", Course::RelapsingRemitting},
      {"sp", Course::SecondaryProgressive},
      {"spms", Course::SecondaryProgressive},
      {"secondary progressive", Course::SecondaryProgressive},
      {"pp", Course::PrimaryProgressive},
      {"ppms", Course::PrimaryProgressive},
      {"primary progressive", Course::PrimaryProgressive},
      {"pr", Course::PrimaryProgressive},
      {"prms", Course::PrimaryProgressive},
      {"progressive relapsing", Course::PrimaryProgressive},
      {"primary progressive relapsing", Course::PrimaryProgressive},
      {"unknown", Course::Unknown},
  }};
  std::string words = plainWords(text);
  for (const std::string_view ending : {" multiple sclerosis", " ms", " syndrome"}) {
    if (words.ends_with(ending)) {
      words.resize(words.size() - ending.size());
    }
  }
  const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& name) { return name.first == words; });
  return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> ageOf(const imaging::BidsColumn& column, std::string_view cell) {
  // BIDS writes "89+" where the age itself would tell who it is.
  const bool more = cell.ends_with('+');
  const auto number = parseNumber(more ? cell.substr(0, cell.size() - 1) : cell);
  if (!number) {
    return std::nullopt;
  }
  const std::string unit = toLowerAscii(column.units);
  const double years = unit.starts_with("month")  ? *number / 12
                       : unit.starts_with("week") ? *number * 7 / 365.25
                       : unit.starts_with("day")  ? *number / 365.25
                                                  : *number;
  return years >= 0 && years <= 130 ? std::optional(years) : std::nullopt;
}

void readSex(Row& row, FoundFacts& facts) {
  const auto* column = row.column({"sex", "gender"});
  const auto cell = column != nullptr ? row.cell(*column) : std::nullopt;
  if (!cell) {
    return;
  }
  if (const auto sex = sexOf(Row::meaning(*column, *cell))) {
    facts.sex = *sex;
  } else {
    row.tell(FACET_TEXT("sync", "%1 “%2” is none that is known and was left out").with(column->name, *cell));
  }
}

void readAge(Row& row, FoundFacts& facts) {
  const auto* column = row.column({"age", "age_at_scan", "age_at_first_scan", "age_years"});
  const auto cell = column != nullptr ? row.cell(*column) : std::nullopt;
  if (!cell) {
    return;
  }
  facts.ageYears = ageOf(*column, *cell);
  if (!facts.ageYears) {
    row.tell(FACET_TEXT("sync", "%1 “%2” is no age and was left out").with(column->name, *cell));
  }
}

void readCourse(Row& row, FoundFacts& facts) {
  const auto* column = row.column({"ms_type", "mstype", "phenotype", "ms_phenotype", "course", "disease_course",
                                   "ms_course", "subtype", "ms_subtype"});
  const auto cell = column != nullptr ? row.cell(*column) : std::nullopt;
  if (!cell) {
    return;
  }
  // A code of which the description gives a meaning that is not known may still be one that is.
  facts.course = courseOf(Row::meaning(*column, *cell));
  if (!facts.course) {
    facts.course = courseOf(*cell);
  }
  if (!facts.course) {
    row.tell(FACET_TEXT("sync", "%1 “%2” is none that is known and was left out").with(column->name, *cell));
  } else if (facts.course == Course::PrimaryProgressive && plainWords(*cell).starts_with("pr") &&
             !plainWords(*cell).starts_with("primary")) {
    row.tell(FACET_TEXT("sync", "%1 “%2” was taken as primary progressive, which it is called since 2014")
                 .with(column->name, *cell));
  }
}

void readEdss(Row& row, FoundFacts& facts) {
  const auto* column = row.column({"edss", "edss_score", "edss_total"});
  const auto cell = column != nullptr ? row.cell(*column) : std::nullopt;
  if (!cell) {
    return;
  }
  const auto number = parseNumber(*cell);
  const auto edss =
      number ? clinical::Edss::fromNumber(*number) : Result<clinical::Edss>(Error{ErrorCode::InvalidInput, {}, {}});
  if (edss) {
    facts.edss = *edss;
  } else {
    row.tell(FACET_TEXT("sync", "EDSS “%1” is no step of the scale and was left out").with(*cell));
  }
}

} // namespace

FoundFacts participantFacts(const imaging::BidsDataset& dataset, std::size_t row, std::vector<Notice>& notices) {
  Row reading(dataset, row, notices);
  FoundFacts facts;
  readSex(reading, facts);
  readAge(reading, facts);
  readCourse(reading, facts);
  readEdss(reading, facts);
  return facts;
}

} // namespace facet::sync
