#include <facet/charts/time_scale.h>

#include <algorithm>
#include <cmath>

namespace facet::charts {
namespace {

constexpr double kShortest = 10;

} // namespace

double toNumber(Day day) {
  return static_cast<double>(day.time_since_epoch().count());
}

Day toDay(double number) {
  return Day(std::chrono::days(static_cast<int>(std::floor(number))));
}

TimeScale::TimeScale(double first, double last, double left, double width)
    : m_first(first)
    , m_last(std::max(last, first + 1e-3))
    , m_left(left)
    , m_width(std::max(width, 1.0)) {}

bool TimeScale::shows(Day first, Day last, double margin) const {
  return x(last) >= left() - margin && x(first) <= right() + margin;
}

TimeWindow::TimeWindow(const clinical::DayRange& extent) {
  const double first = toNumber(extent.earliest);
  const double last = toNumber(extent.latest) + 1;
  const double room = std::max((last - first) * 0.02, (60 - (last - first)) / 2);
  m_earliest = first - std::max(room, 0.0);
  m_latest = last + std::max(room, 0.0);
  m_first = m_earliest;
  m_last = m_latest;
}

bool TimeWindow::showsAll() const {
  return m_first <= m_earliest && m_last >= m_latest;
}

void TimeWindow::fit() {
  m_first = m_earliest;
  m_last = m_latest;
}

void TimeWindow::show(double first, double last) {
  const double length = std::clamp(last - first, kShortest, m_latest - m_earliest);
  const double middle = (first + last) / 2;
  m_first = std::clamp(middle - length / 2, m_earliest, m_latest - length);
  m_last = m_first + length;
}

void TimeWindow::zoom(double factor, double about) {
  const double length = std::clamp((m_last - m_first) / factor, kShortest, m_latest - m_earliest);
  const double share = (about - m_first) / (m_last - m_first);
  const double first = about - share * length;
  m_first = std::clamp(first, m_earliest, m_latest - length);
  m_last = m_first + length;
}

void TimeWindow::pan(double days) {
  const double length = m_last - m_first;
  m_first = std::clamp(m_first + days, m_earliest, m_latest - length);
  m_last = m_first + length;
}

void TimeWindow::reveal(Day day) {
  const double room = (m_last - m_first) * 0.05;
  const double when = toNumber(day) + 0.5;
  if (when < m_first + room) {
    pan(when - room - m_first);
  } else if (when > m_last - room) {
    pan(when + room - m_last);
  }
}

} // namespace facet::charts
