#include <facet/clinical/span.h>

#include <algorithm>

namespace facet::clinical {
namespace {

int daysFrom(Day from, Day to) {
  return static_cast<int>((to - from).count());
}

Day oneYearEarlier(Day day) {
  const std::chrono::year_month_day date(day);
  const auto earlier = date - std::chrono::years(1);
  // sys_days of 29 February in a common year is 1 March.
  return std::chrono::sys_days(earlier);
}

} // namespace

DayRange rangeOf(Day day) {
  return {day, day};
}

DayRange rangeOf(const PartialDate& date) {
  return {date.earliest(), date.latest()};
}

Days daysBetween(const DayRange& from, const DayRange& to) {
  return {daysFrom(from.latest, to.earliest), daysFrom(from.earliest, to.latest)};
}

Days lengthOf(const Span& span) {
  const Days days = daysBetween(span.begin, span.end);
  return {std::max(0, days.least), std::max(0, days.most)};
}

bool isContradictory(const Span& span) {
  return span.kind == SpanEnd::Closed && span.end.latest < span.begin.earliest;
}

Answer contains(const Span& span, const DayRange& when) {
  const bool closed = span.kind == SpanEnd::Closed;
  if (when.latest < span.begin.earliest || (closed && when.earliest >= span.end.latest)) {
    return Answer::No;
  }
  if (when.earliest >= span.begin.latest && (!closed || when.latest < span.end.earliest)) {
    return Answer::Yes;
  }
  return Answer::Perhaps;
}

Days overlapOf(const Span& a, const Span& b) {
  const Day lastBegin = std::max(a.begin.latest, b.begin.latest);
  const Day firstBegin = std::max(a.begin.earliest, b.begin.earliest);
  return {std::max(0, daysFrom(lastBegin, std::min(a.end.earliest, b.end.earliest))),
          std::max(0, daysFrom(firstBegin, std::min(a.end.latest, b.end.latest)))};
}

Span yearBefore(const Span& span) {
  return {{oneYearEarlier(span.begin.earliest), oneYearEarlier(span.begin.latest)}, span.begin, SpanEnd::Closed};
}

} // namespace facet::clinical
