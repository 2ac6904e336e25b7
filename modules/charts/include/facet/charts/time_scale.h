#pragma once

#include <facet/clinical/span.h>
#include <facet/core/date.h>
#include <facet/workspace/texts.h>

#include <QString>

#include <optional>
#include <vector>

namespace facet::charts {

/// Days since 1970-01-01 as a number that zooming can split.
[[nodiscard]] double toNumber(Day day);
/// The day that a number lies in.
[[nodiscard]] Day toDay(double number);

/// Where a stretch of time stands on the paper. The axis is never broken: a day has the same width everywhere.
class TimeScale {
public:
  TimeScale() = default;
  /// `first` to `last` (days) on `left` to `left` + `width` (pixels).
  TimeScale(double first, double last, double left, double width);

  [[nodiscard]] double first() const { return m_first; }
  [[nodiscard]] double last() const { return m_last; }
  [[nodiscard]] double left() const { return m_left; }
  [[nodiscard]] double right() const { return m_left + m_width; }
  [[nodiscard]] double width() const { return m_width; }
  [[nodiscard]] double pixelsPerDay() const { return m_width / (m_last - m_first); }

  [[nodiscard]] double x(double day) const { return m_left + (day - m_first) * pixelsPerDay(); }
  [[nodiscard]] double x(Day day) const { return x(toNumber(day)); }
  [[nodiscard]] double dayAt(double x) const { return m_first + (x - m_left) / pixelsPerDay(); }
  /// Whether a stretch of days shows, with `margin` pixels around.
  [[nodiscard]] bool shows(Day first, Day last, double margin = 0) const;

private:
  double m_first = 0;
  double m_last = 1;
  double m_left = 0;
  double m_width = 1;
};

/// The part of time that is shown, kept within limits.
class TimeWindow {
public:
  /// Shows all of `extent` with a little room around it. Shortest: ten days.
  explicit TimeWindow(const clinical::DayRange& extent);

  [[nodiscard]] double first() const { return m_first; }
  [[nodiscard]] double last() const { return m_last; }
  [[nodiscard]] bool showsAll() const;
  /// The limits of panning and zooming.
  [[nodiscard]] double earliest() const { return m_earliest; }
  [[nodiscard]] double latest() const { return m_latest; }

  void fit();
  /// Shows 1/factor of the time, so that `about` stays where it is.
  void zoom(double factor, double about);
  void pan(double days);
  /// Shows from `first` to `last`, as near as the limits allow.
  void show(double first, double last);
  /// Pans as little as is needed to show a day with some room.
  void reveal(Day day);

private:
  double m_earliest;
  double m_latest;
  double m_first;
  double m_last;
};

enum class AxisMode {
  Calendar,
  SinceOnset ///< counted from the first symptom
};

struct Tick {
  double day = 0;
  QString label;
};

struct AxisTicks {
  std::vector<Tick> fine;   ///< grid lines with labels; of years also the last one before the left edge
  std::vector<Tick> coarse; ///< where the unit above begins: the year over months, month and year over days
};

/// Ticks at whole days, Mondays, months, quarters, years … decades, so that labels stand at least `spacing` pixels
/// apart. `origin` is the day 0 of AxisMode::SinceOnset.
[[nodiscard]] AxisTicks ticksFor(const TimeScale& scale, AxisMode mode, Day origin, const workspace::Texts& texts,
                                 double spacing);

} // namespace facet::charts
