#pragma once

#include "database.h"

#include <facet/core/date.h>

#include <optional>
#include <string>

/// Values as they stand in the columns of the databases.
namespace facet::storage {

[[nodiscard]] inline Day dayAt(const Statement& row, int column) {
  return Day(std::chrono::days(row.integer(column)));
}

[[nodiscard]] inline std::optional<Day> optionalDayAt(const Statement& row, int column) {
  return row.isNull(column) ? std::nullopt : std::optional(dayAt(row, column));
}

/// A date in two columns: its first day, and how much of it is known.
[[nodiscard]] inline PartialDate dateAt(const Statement& row, int column) {
  return PartialDate::fromEarliest(dayAt(row, column), static_cast<DatePrecision>(row.integer(column + 1)));
}

[[nodiscard]] inline std::optional<PartialDate> optionalDateAt(const Statement& row, int column) {
  return row.isNull(column) ? std::nullopt : std::optional(dateAt(row, column));
}

[[nodiscard]] inline std::string textAt(const Statement& row, int column) {
  return std::string(row.text(column));
}

[[nodiscard]] inline std::optional<int> numberAt(const Statement& row, int column) {
  return row.isNull(column) ? std::nullopt : std::optional(static_cast<int>(row.integer(column)));
}

[[nodiscard]] inline std::optional<double> realAt(const Statement& row, int column) {
  return row.isNull(column) ? std::nullopt : std::optional(row.real(column));
}

[[nodiscard]] inline std::optional<bool> flagAt(const Statement& row, int column) {
  return row.isNull(column) ? std::nullopt : std::optional(row.integer(column) != 0);
}

/// A value that the table's CHECK holds within the enumeration.
template <class E>
[[nodiscard]] E enumAt(const Statement& row, int column) {
  return static_cast<E>(row.integer(column));
}

/// Calls `take(row)` for each row of a prepared statement and makes it ready for another round.
template <class F>
Result<void> eachRow(Statement& statement, F&& take) {
  while (true) {
    const auto row = statement.step();
    if (!row || !*row) {
      statement.reset();
      return row ? Result<void>() : Result<void>(row.error());
    }
    take(std::as_const(statement));
  }
}

} // namespace facet::storage
