#pragma once

#include <facet/core/result.h>

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace facet {

/// A calendar day, counted in days since 1970-01-01 (proleptic Gregorian).
using Day = std::chrono::sys_days;

/// How much of a date is known.
enum class DatePrecision : std::uint8_t { Year, Month, Day };

/// A date of which perhaps only the year, or year and month, is known. The unknown part is never guessed:
/// comparison and arithmetic go through earliest() and latest().
class PartialDate {
public:
  /// A date known to the day.
  explicit PartialDate(Day day);
  /// A date known to the year. Errors: InvalidInput outside 1 … 9999.
  static Result<PartialDate> fromYear(int year);
  /// A date known to the month. Errors: InvalidInput for a month outside 1 … 12 or a year outside 1 … 9999.
  static Result<PartialDate> fromYearMonth(int year, unsigned month);
  /// The date whose first day is `earliest` and of which `precision` is known; days inside the unit are cut off.
  static PartialDate fromEarliest(Day earliest, DatePrecision precision);

  [[nodiscard]] DatePrecision precision() const { return m_precision; }
  [[nodiscard]] bool isExact() const { return m_precision == DatePrecision::Day; }
  [[nodiscard]] int year() const;
  [[nodiscard]] std::optional<unsigned> month() const;
  /// First and last day that the date can mean; equal when it is known to the day.
  [[nodiscard]] Day earliest() const { return m_earliest; }
  [[nodiscard]] Day latest() const;

  /// ISO 8601: "2021", "2021-03" or "2021-03-09".
  [[nodiscard]] std::string toIso() const;

  [[nodiscard]] bool operator==(const PartialDate& other) const = default;

private:
  PartialDate(Day earliest, DatePrecision precision)
      : m_earliest(earliest)
      , m_precision(precision) {}

  Day m_earliest;
  DatePrecision m_precision;
};

/// Order by what is certain: less when `a` ends before `b` begins, greater the other way round, else unordered
/// (equal only when both are the same date with the same precision).
[[nodiscard]] std::partial_ordering operator<=>(const PartialDate& a, const PartialDate& b);

/// The date in "YYYY", "YYYY-MM" or "YYYY-MM-DD"; a time after 'T' is checked for form and dropped.
/// Errors: InvalidInput for any other form and for days that do not exist.
[[nodiscard]] Result<PartialDate> parseIsoDate(std::string_view text);
/// The day in "YYYY-MM-DD". Errors: as parseIsoDate, and InvalidInput when only a year or month is given.
[[nodiscard]] Result<Day> parseIsoDay(std::string_view text);
/// "YYYY-MM-DD".
[[nodiscard]] std::string toIso(Day day);
/// The day for a year, month and day of the month, or nothing where there is no such day.
[[nodiscard]] std::optional<Day> dayOf(int year, unsigned month, unsigned dayOfMonth);

/// Completed years from `birth` to `when`, as people count their age; negative before birth.
/// A birthday on 29 February is kept on 1 March in common years.
[[nodiscard]] int completedYears(Day birth, Day when);

/// Years of 365.25 days between two days, for durations and rates. Units: years.
[[nodiscard]] double yearsBetween(Day from, Day to);

} // namespace facet
