#pragma once

#include <facet/core/date.h>

#include <cstdint>

/// Stretches of time whose ends are perhaps known to the month or the year only.
namespace facet::clinical {

/// The days that a date can mean, both included.
struct DayRange {
  Day earliest;
  Day latest;

  [[nodiscard]] bool isExact() const { return earliest == latest; }
  [[nodiscard]] bool operator==(const DayRange&) const = default;
};

[[nodiscard]] DayRange rangeOf(Day day);
[[nodiscard]] DayRange rangeOf(const PartialDate& date);

/// A number of days of which perhaps only bounds are known.
struct Days {
  int least = 0;
  int most = 0;

  [[nodiscard]] bool isExact() const { return least == most; }
  [[nodiscard]] bool operator==(const Days&) const = default;
};

/// Days from one date to another; negative where `to` comes first.
[[nodiscard]] Days daysBetween(const DayRange& from, const DayRange& to);

/// Whether something holds, as far as the dates tell.
enum class Answer : std::uint8_t { No, Perhaps, Yes };

enum class SpanEnd : std::uint8_t {
  Closed, ///< it ended
  Open    ///< it goes on; its end is the last day of which anything is known
};

/// A stretch of time. Its first day belongs to it; the day on which it ended does not, so that two stretches that touch
/// share no day.
struct Span {
  DayRange begin;
  DayRange end;
  SpanEnd kind = SpanEnd::Closed;

  [[nodiscard]] bool operator==(const Span&) const = default;
};

/// Its length. An end before the begin counts as no time at all. Units: days.
[[nodiscard]] Days lengthOf(const Span& span);

/// Whether it ends before it begins, whatever the unknown parts of its dates are.
[[nodiscard]] bool isContradictory(const Span& span);

/// Whether something of that date lies in it. An open stretch contains everything after its begin.
[[nodiscard]] Answer contains(const Span& span, const DayRange& when);

/// The time that two stretches share. Units: days.
[[nodiscard]] Days overlapOf(const Span& a, const Span& b);

/// The year that ends where `span` begins: from the same day of the year before; for 29 February from 1 March.
[[nodiscard]] Span yearBefore(const Span& span);

} // namespace facet::clinical
