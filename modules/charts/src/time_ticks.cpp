#include <facet/charts/time_scale.h>

#include <QDate>

#include <algorithm>
#include <array>
#include <cmath>

namespace facet::charts {
namespace {

using namespace std::chrono;
using workspace::Texts;

enum class Unit { Day, Month, Year };

struct Step {
  Unit unit;
  int count;
  double days; ///< its shortest length
};

constexpr std::array<Step, 11> kSteps = {{{Unit::Day, 1, 1},
                                          {Unit::Day, 7, 7},
                                          {Unit::Month, 1, 28},
                                          {Unit::Month, 3, 90},
                                          {Unit::Month, 6, 181},
                                          {Unit::Year, 1, 365},
                                          {Unit::Year, 2, 730},
                                          {Unit::Year, 5, 1826},
                                          {Unit::Year, 10, 3652},
                                          {Unit::Year, 20, 7305},
                                          {Unit::Year, 50, 18262}}};

/// Months and days stand below another label and are many: they need more room, or less.
double roomFor(Unit unit, double spacing) {
  switch (unit) {
  case Unit::Day:
    return spacing * 0.75;
  case Unit::Month:
    return spacing * 1.4;
  case Unit::Year:
    break;
  }
  return spacing;
}

const Step& stepFor(const TimeScale& scale, double spacing) {
  const auto fits = [&](const Step& step) { return step.days * scale.pixelsPerDay() >= roomFor(step.unit, spacing); };
  const auto found = std::find_if(kSteps.begin(), kSteps.end(), fits);
  return found == kSteps.end() ? kSteps.back() : *found;
}

int floorDivide(int value, int by) {
  return value >= 0 ? value / by : -((-value + by - 1) / by);
}

/// `months` after a day; the last of the month where the month is shorter.
Day plusMonths(Day day, int months) {
  const year_month_day date(day);
  const year_month_day moved = date + std::chrono::months(months);
  return moved.ok() ? sys_days(moved) : sys_days(moved.year() / moved.month() / last);
}

int monthNumber(Day day) {
  const year_month_day date(day);
  return 12 * static_cast<int>(date.year()) + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

Day firstOfMonth(int monthNumber) {
  const int year = floorDivide(monthNumber, 12);
  return sys_days(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(monthNumber - 12 * year + 1)) / 1);
}

QDate toQDate(Day day) {
  return QDate::fromJulianDay(2440588 + day.time_since_epoch().count());
}

/// Labels of a calendar axis.
class CalendarTicks {
public:
  CalendarTicks(const TimeScale& scale, const Step& step, const Texts& texts)
      : m_scale(scale)
      , m_step(step)
      , m_texts(texts) {}

  [[nodiscard]] AxisTicks make() const {
    AxisTicks ticks;
    if (m_step.unit == Unit::Day) {
      days(ticks);
    } else {
      months(ticks);
    }
    return ticks;
  }

private:
  void days(AxisTicks& ticks) const {
    int first = static_cast<int>(std::ceil(m_scale.first()));
    if (m_step.count == 7) {
      // Day 4 since 1970 was a Monday.
      first += (((4 - first) % 7) + 7) % 7;
    }
    for (int day = first; day <= m_scale.last(); day += m_step.count) {
      const Day when{std::chrono::days(day)};
      ticks.fine.push_back(
          {static_cast<double>(day), QString::number(static_cast<unsigned>(year_month_day(when).day()))});
    }
    const int lastMonth = monthNumber(toDay(m_scale.last()));
    for (int month = monthNumber(toDay(m_scale.first())); month <= lastMonth; ++month) {
      const Day when = firstOfMonth(month);
      ticks.coarse.push_back({toNumber(when), m_texts.month(PartialDate::fromEarliest(when, DatePrecision::Month))});
    }
  }

  void months(AxisTicks& ticks) const {
    const int months = m_step.count * (m_step.unit == Unit::Year ? 12 : 1);
    const int lastMonth = monthNumber(toDay(m_scale.last()));
    for (int month = floorDivide(monthNumber(toDay(m_scale.first())), months) * months; month <= lastMonth;
         month += months) {
      const Day when = firstOfMonth(month);
      const char* pattern = m_step.unit == Unit::Year ? "yyyy" : "MMM";
      if (toNumber(when) >= m_scale.first() || m_step.unit == Unit::Year) {
        ticks.fine.push_back({toNumber(when), m_texts.locale().toString(toQDate(when), QLatin1String(pattern))});
      }
    }
    if (m_step.unit == Unit::Year) {
      return;
    }
    for (int month = floorDivide(monthNumber(toDay(m_scale.first())), 12) * 12; month <= lastMonth; month += 12) {
      const Day when = firstOfMonth(month);
      ticks.coarse.push_back({toNumber(when), m_texts.locale().toString(toQDate(when), QStringLiteral("yyyy"))});
    }
  }

  const TimeScale& m_scale;
  const Step& m_step;
  const Texts& m_texts;
};

/// Labels of an axis that counts from a day.
class RelativeTicks {
public:
  RelativeTicks(const TimeScale& scale, const Step& step, Day origin, const Texts& texts)
      : m_scale(scale)
      , m_step(step)
      , m_origin(origin)
      , m_texts(texts) {}

  [[nodiscard]] AxisTicks make() const {
    AxisTicks ticks;
    if (m_step.unit == Unit::Day) {
      days(ticks);
    } else {
      months(ticks);
    }
    return ticks;
  }

private:
  [[nodiscard]] QString years(int count) const {
    return m_texts.say(FACET_TEXT("charts", "%1 y").with(m_texts.count(count).toStdString()));
  }
  [[nodiscard]] QString monthsText(int count) const {
    return m_texts.say(FACET_TEXT("charts", "%1 mo").with(m_texts.count(count).toStdString()));
  }

  /// The number of months since the origin at or before the left edge.
  [[nodiscard]] int firstMonth() const {
    int month = monthNumber(toDay(m_scale.first())) - monthNumber(m_origin);
    while (toNumber(plusMonths(m_origin, month)) > m_scale.first()) {
      --month;
    }
    return month;
  }

  void days(AxisTicks& ticks) const {
    const int origin = static_cast<int>(toNumber(m_origin));
    const int count = m_step.count;
    for (int day = floorDivide(static_cast<int>(std::ceil(m_scale.first())) - origin, count) * count;
         origin + day <= m_scale.last(); day += count) {
      if (origin + day >= m_scale.first()) {
        ticks.fine.push_back({static_cast<double>(origin + day), m_texts.count(day)});
      }
    }
    coarseYears(ticks);
  }

  void coarseYears(AxisTicks& ticks) const {
    for (int month = floorDivide(firstMonth(), 12) * 12; toNumber(plusMonths(m_origin, month)) <= m_scale.last();
         month += 12) {
      ticks.coarse.push_back({toNumber(plusMonths(m_origin, month)), years(month / 12)});
    }
  }

  void months(AxisTicks& ticks) const {
    const int step = m_step.count * (m_step.unit == Unit::Year ? 12 : 1);
    for (int month = floorDivide(firstMonth(), step) * step; toNumber(plusMonths(m_origin, month)) <= m_scale.last();
         month += step) {
      const double day = toNumber(plusMonths(m_origin, month));
      if (day < m_scale.first() && m_step.unit != Unit::Year) {
        continue;
      }
      const int inYear = month - 12 * floorDivide(month, 12);
      const QString label = m_step.unit == Unit::Year ? years(month / 12)
                            : inYear == 0             ? QString()
                                                      : monthsText(inYear);
      ticks.fine.push_back({day, label});
    }
    if (m_step.unit == Unit::Month) {
      coarseYears(ticks);
    }
  }

  const TimeScale& m_scale;
  const Step& m_step;
  Day m_origin;
  const Texts& m_texts;
};

} // namespace

AxisTicks ticksFor(const TimeScale& scale, AxisMode mode, Day origin, const Texts& texts, double spacing) {
  const Step& step = stepFor(scale, spacing);
  if (mode == AxisMode::SinceOnset) {
    return RelativeTicks(scale, step, origin, texts).make();
  }
  return CalendarTicks(scale, step, texts).make();
}

} // namespace facet::charts
