#pragma once

#include <facet/charts/timeline_widget.h>

#include <QWidget>

namespace facet::charts {

/// All of the time in a strip, with a frame around what the timeline shows. The frame is dragged, its edges too; a
/// click beside it takes it there, a double click shows everything.
class TimelineOverview : public QWidget {
  Q_OBJECT

public:
  TimelineOverview(const workspace::Theme& theme, TimelineWidget& timeline, QWidget* parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override { return {1000, 64}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {480, 64}; }

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  enum class Part { None, Frame, LeftEdge, RightEdge, Outside };
  void retranslate();
  [[nodiscard]] TimeScale scale() const;
  [[nodiscard]] QRectF frame() const;
  [[nodiscard]] Part partAt(const QPointF& point) const;

  const workspace::Theme& m_theme;
  TimelineWidget& m_timeline;
  Part m_dragged = Part::None;
  double m_grabbed = 0; ///< days from the frame's left edge to where it was taken
};

} // namespace facet::charts
