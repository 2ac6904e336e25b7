#include <facet/workspace/cursors.h>

namespace facet::workspace {

void TimeCursor::setDay(std::optional<Day> day) {
  if (day != m_day) {
    m_day = day;
    Q_EMIT dayChanged();
  }
}

void AnatomyCursor::setPoint(std::optional<LpsPoint> point) {
  if (point != m_point) {
    m_point = point;
    Q_EMIT pointChanged();
  }
}

} // namespace facet::workspace
