#include <facet/core/date.h>

#include <charconv>
#include <cstdio>

namespace facet {
namespace {

using namespace std::chrono;

Error badDate(std::string_view text) {
  return {ErrorCode::InvalidInput, std::string(text),
          FACET_TEXT("core", "is no date of the form YYYY, YYYY-MM or YYYY-MM-DD")};
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      return std::nullopt;
    }
    value = 10 * value + (c - '0');
  }
  return value;
}

bool isYear(int year) {
  return year >= 1 && year <= 9999;
}

/// hh:mm, with optional :ss, fraction and zone, as FHIR's dateTime allows.
bool isTime(std::string_view text) {
  const auto pair = [](std::string_view t, int limit) {
    const auto value = t.size() == 2 ? digits(t) : std::nullopt;
    return value && *value < limit;
  };
  if (text.size() < 5 || !pair(text.substr(0, 2), 24) || text[2] != ':' || !pair(text.substr(3, 2), 60)) {
    return false;
  }
  text.remove_prefix(5);
  if (text.size() >= 3 && text[0] == ':') {
    if (!pair(text.substr(1, 2), 61)) {
      return false;
    }
    text.remove_prefix(3);
    if (!text.empty() && text[0] == '.') {
      std::size_t end = 1;
      while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
        ++end;
      }
      if (end == 1) {
        return false;
      }
      text.remove_prefix(end);
    }
  }
  if (text.empty() || text == "Z") {
    return true;
  }
  return text.size() == 6 && (text[0] == '+' || text[0] == '-') && pair(text.substr(1, 2), 15) && text[3] == ':' &&
         pair(text.substr(4, 2), 60);
}

} // namespace

std::optional<Day> dayOf(int year, unsigned month, unsigned dayOfMonth) {
  const year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(dayOfMonth)};
  if (!isYear(year) || !date.ok()) {
    return std::nullopt;
  }
  return sys_days(date);
}

PartialDate::PartialDate(Day day)
    : m_earliest(day)
    , m_precision(DatePrecision::Day) {}

Result<PartialDate> PartialDate::fromYear(int year) {
  const auto first = dayOf(year, 1, 1);
  if (!first) {
    return badDate(std::to_string(year));
  }
  return PartialDate(*first, DatePrecision::Year);
}

Result<PartialDate> PartialDate::fromYearMonth(int year, unsigned month) {
  const auto first = dayOf(year, month, 1);
  if (!first) {
    return badDate(std::to_string(year) + "-" + std::to_string(month));
  }
  return PartialDate(*first, DatePrecision::Month);
}

PartialDate PartialDate::fromEarliest(Day earliest, DatePrecision precision) {
  const year_month_day date(earliest);
  switch (precision) {
  case DatePrecision::Year:
    return {sys_days(date.year() / January / 1), precision};
  case DatePrecision::Month:
    return {sys_days(date.year() / date.month() / 1), precision};
  case DatePrecision::Day:
    break;
  }
  return PartialDate(earliest);
}

int PartialDate::year() const {
  return static_cast<int>(year_month_day(m_earliest).year());
}

std::optional<unsigned> PartialDate::month() const {
  if (m_precision == DatePrecision::Year) {
    return std::nullopt;
  }
  return static_cast<unsigned>(year_month_day(m_earliest).month());
}

Day PartialDate::latest() const {
  const year_month_day date(m_earliest);
  switch (m_precision) {
  case DatePrecision::Year:
    return sys_days(date.year() / December / 31);
  case DatePrecision::Month:
    return sys_days(date.year() / date.month() / last);
  case DatePrecision::Day:
    break;
  }
  return m_earliest;
}

std::string PartialDate::toIso() const {
  const std::string full = facet::toIso(m_earliest);
  switch (m_precision) {
  case DatePrecision::Year:
    return full.substr(0, 4);
  case DatePrecision::Month:
    return full.substr(0, 7);
  case DatePrecision::Day:
    break;
  }
  return full;
}

std::partial_ordering operator<=>(const PartialDate& a, const PartialDate& b) {
  if (a == b) {
    return std::partial_ordering::equivalent;
  }
  if (a.latest() < b.earliest()) {
    return std::partial_ordering::less;
  }
  if (b.latest() < a.earliest()) {
    return std::partial_ordering::greater;
  }
  return std::partial_ordering::unordered;
}

Result<PartialDate> parseIsoDate(std::string_view text) {
  std::string_view date = text;
  if (const auto t = text.find('T'); t != std::string_view::npos) {
    date = text.substr(0, t);
    if (date.size() != 10 || !isTime(text.substr(t + 1))) {
      return badDate(text);
    }
  }
  const bool form = date.size() == 4 || (date.size() == 7 && date[4] == '-') ||
                    (date.size() == 10 && date[4] == '-' && date[7] == '-');
  const auto year = form ? digits(date.substr(0, 4)) : std::nullopt;
  if (!year) {
    return badDate(text);
  }
  if (date.size() == 4) {
    return isYear(*year) ? PartialDate::fromYear(*year) : badDate(text);
  }
  const auto month = digits(date.substr(5, 2));
  if (!month || *month < 1 || *month > 12 || !isYear(*year)) {
    return badDate(text);
  }
  if (date.size() == 7) {
    return PartialDate::fromYearMonth(*year, static_cast<unsigned>(*month));
  }
  const auto dayOfMonth = digits(date.substr(8, 2));
  const auto day =
      dayOfMonth ? dayOf(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*dayOfMonth)) : std::nullopt;
  if (!day) {
    return badDate(text);
  }
  return PartialDate(*day);
}

Result<Day> parseIsoDay(std::string_view text) {
  const auto date = parseIsoDate(text);
  if (!date) {
    return date.error();
  }
  if (!date->isExact()) {
    return Error{ErrorCode::InvalidInput, std::string(text), FACET_TEXT("core", "is no date of the form YYYY-MM-DD")};
  }
  return date->earliest();
}

std::string toIso(Day day) {
  const year_month_day date(day);
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer;
}

int completedYears(Day birth, Day when) {
  const year_month_day b(birth);
  const year_month_day w(when);
  const int years = static_cast<int>(w.year()) - static_cast<int>(b.year());
  const bool hadBirthday = w.month() > b.month() || (w.month() == b.month() && w.day() >= b.day());
  return hadBirthday ? years : years - 1;
}

double yearsBetween(Day from, Day to) {
  return static_cast<double>((to - from).count()) / 365.25;
}

} // namespace facet
