#pragma once

#include <facet/charts/timeline_widget.h>

namespace facet::gui {

/// What the marks of a timeline mean, of those only that it has.
class TimelineLegend final : public QWidget {
  Q_OBJECT

public:
  TimelineLegend(const workspace::Theme& theme, const charts::TimelineWidget& timeline, QWidget* parent = nullptr);

  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override;
  [[nodiscard]] QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  const charts::TimelineWidget& m_timeline;
};

} // namespace facet::gui
