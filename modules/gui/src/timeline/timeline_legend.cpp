#include "timeline_legend.h"

#include <QPainter>

#include <cmath>

namespace facet::gui {

TimelineLegend::TimelineLegend(const workspace::Theme& theme, const charts::TimelineWidget& timeline, QWidget* parent)
    : QWidget(parent)
    , m_timeline(timeline) {
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setAccessibleName(tr("What the marks mean"));
  connect(&theme, &workspace::Theme::changed, this, qOverload<>(&QWidget::update));
}

int TimelineLegend::heightForWidth(int width) const {
  const charts::TimelinePainter* painter = m_timeline.painter();
  return painter != nullptr ? static_cast<int>(std::ceil(painter->legendHeight(width, this))) : 0;
}

QSize TimelineLegend::sizeHint() const {
  constexpr int kUsualWidth = 900;
  return {kUsualWidth, heightForWidth(kUsualWidth)};
}

void TimelineLegend::paintEvent(QPaintEvent* /*event*/) {
  if (const charts::TimelinePainter* legend = m_timeline.painter()) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    legend->paintLegend(painter, rect());
  }
}

} // namespace facet::gui
