#include "bids_table.h"

#include <facet/core/files.h>
#include <facet/core/text.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace facet::imaging {
namespace {

constexpr std::uint64_t kLargestTable = std::uint64_t(256) << 20U;

std::optional<std::string> cellOf(std::string_view text) {
  const std::string_view trimmed = trimText(text);
  return trimmed.empty() || trimmed == "n/a" ? std::nullopt : std::optional<std::string>(trimmed);
}

void readColumns(BidsTable& table, std::string_view line, const std::string& name, std::vector<Notice>& notices) {
  std::set<std::string> seen;
  for (const std::string_view cell : splitText(line, '\t')) {
    BidsColumn column;
    column.name = trimText(cell);
    if (column.name.empty() || !seen.insert(column.name).second) {
      notices.push_back({name,
                         column.name.empty()
                             ? FACET_TEXT("imaging", "has a column without a name")
                             : FACET_TEXT("imaging", "has two columns of the name %1").with(column.name),
                         atLine(1)});
    }
    table.columns.push_back(std::move(column));
  }
}

void readRows(BidsTable& table, const std::vector<std::string_view>& lines, const std::string& name,
              std::vector<Notice>& notices) {
  for (std::size_t at = 1; at < lines.size(); ++at) {
    if (trimText(lines[at]).empty()) {
      continue;
    }
    std::vector<std::optional<std::string>> row;
    for (const std::string_view cell : splitText(lines[at], '\t')) {
      row.push_back(cellOf(cell));
    }
    if (row.size() != table.columns.size()) {
      notices.push_back(
          {name, FACET_TEXT("imaging", "has a row of %1 cells under %2 columns").with(row.size(), table.columns.size()),
           atLine(at + 1)});
      row.resize(table.columns.size());
    }
    table.rows.push_back(std::move(row));
  }
}

/// What participants.json and the like say of a column.
void describeColumn(BidsColumn& column, const nlohmann::json& about) {
  const auto text = [&](const char* key) {
    const auto found = about.find(key);
    return found != about.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  column.description = text("Description");
  column.units = text("Units");
  if (const auto levels = about.find("Levels"); levels != about.end() && levels->is_object()) {
    column.kind = ColumnKind::Category;
    for (const auto& [code, meaning] : levels->items()) {
      // Newer datasets give an object with a Description.
      const auto described = meaning.is_object() && meaning.contains("Description") ? meaning["Description"] : meaning;
      column.levels[code] = described.is_string() ? described.get<std::string>() : std::string();
    }
  }
}

/// Columns without levels are numbers where every cell is one; where units promise numbers, others are told.
void typeColumns(BidsTable& table, const std::string& name, std::vector<Notice>& notices) {
  for (std::size_t at = 0; at < table.columns.size(); ++at) {
    BidsColumn& column = table.columns[at];
    std::size_t numbers = 0;
    std::size_t filled = 0;
    std::string other;
    for (const auto& row : table.rows) {
      if (row[at]) {
        ++filled;
        if (parseNumber(*row[at])) {
          ++numbers;
        } else if (other.empty()) {
          other = *row[at];
        }
      }
    }
    if (column.kind == ColumnKind::Category) {
      continue;
    }
    if (filled > 0 && numbers == filled) {
      column.kind = ColumnKind::Number;
    } else if (!column.units.empty() && filled > 0) {
      column.kind = ColumnKind::Number;
      notices.push_back(
          {name,
           FACET_TEXT("imaging", "column %1 is measured in %2 and holds “%3”: such cells count as missing")
               .with(column.name, column.units, other),
           {}});
    }
  }
}

void readDescription(BidsTable& table, const std::filesystem::path& path, std::vector<Notice>& notices) {
  const auto bytes = readFile(path, std::uint64_t(16) << 20U);
  if (!bytes) {
    if (bytes.error().code != ErrorCode::NotFound) {
      notices.push_back({bytes.error().subject, bytes.error().reason, {}});
    }
    return;
  }
  const auto text = decodeText(*bytes);
  const auto json = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
  if (!json.is_object()) {
    notices.push_back({displayName(path), FACET_TEXT("imaging", "is no JSON object and was left aside"), {}});
    return;
  }
  for (BidsColumn& column : table.columns) {
    if (const auto about = json.find(column.name); about != json.end() && about->is_object()) {
      describeColumn(column, *about);
    }
  }
}

} // namespace

std::optional<std::size_t> BidsTable::columnIndex(std::string_view name) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const BidsColumn& column) { return column.name == name; });
  return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

std::optional<std::string> BidsTable::cell(std::size_t row, std::string_view column) const {
  const auto index = columnIndex(column);
  return index && row < rows.size() && *index < rows[row].size() ? rows[row][*index] : std::nullopt;
}

std::optional<double> BidsTable::number(std::size_t row, std::string_view column) const {
  const auto text = cell(row, column);
  return text ? parseNumber(*text) : std::nullopt;
}

Result<BidsTable> readBidsTable(const std::filesystem::path& path, const std::filesystem::path& description,
                                std::vector<Notice>& notices) {
  const auto bytes = readFile(path, kLargestTable);
  if (!bytes) {
    return bytes.error();
  }
  const std::string name = displayName(path);
  const auto text = decodeText(*bytes);
  if (!text) {
    Error error = text.error();
    error.subject = name;
    return error;
  }
  const auto lines = splitText(*text, '\n');
  if (trimText(lines.front()).empty()) {
    return Error{ErrorCode::InvalidInput, name, FACET_TEXT("imaging", "has no line of column names")};
  }
  BidsTable table;
  readColumns(table, lines.front(), name, notices);
  readRows(table, lines, name, notices);
  readDescription(table, description, notices);
  typeColumns(table, name, notices);
  return table;
}

} // namespace facet::imaging
