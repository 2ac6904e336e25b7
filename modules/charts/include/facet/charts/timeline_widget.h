#pragma once

#include <facet/charts/chart_style.h>
#include <facet/charts/time_scale.h>
#include <facet/charts/timeline_model.h>
#include <facet/charts/timeline_painter.h>
#include <facet/workspace/cursors.h>

#include <QPixmap>
#include <QWidget>

#include <memory>
#include <optional>

namespace facet::charts {

/// The timeline on the screen. The wheel zooms at the pointer, dragging pans, a double click fits; arrow keys step from
/// event to event and from lane to lane. A click sets the time cursor, which all pages share.
class TimelineWidget : public QWidget {
  Q_OBJECT

public:
  TimelineWidget(const workspace::Theme& theme, workspace::TimeCursor& cursor, QWidget* parent = nullptr);
  ~TimelineWidget() override;

  /// Shows another person's timeline from end to end, or none. It must have something to show.
  void setModel(std::shared_ptr<const TimelineModel> model);
  [[nodiscard]] const std::shared_ptr<const TimelineModel>& model() const { return m_model; }

  [[nodiscard]] AxisMode axis() const { return m_axis; }
  void setAxis(AxisMode axis);

  /// The time that is shown; meaningful only with a model.
  [[nodiscard]] const TimeWindow& window() const { return *m_window; }
  void showWindow(double first, double last);
  void fit();
  /// Zooms about the time cursor, or about the middle where it is out of sight.
  void zoom(double factor);

  [[nodiscard]] std::optional<std::size_t> selected() const { return m_selected; }
  /// Marks an event, shows it and moves the time cursor to it.
  void select(std::optional<std::size_t> event);
  /// Marks an event and leaves the time cursor and what is shown as they are.
  void mark(std::optional<std::size_t> event);
  /// The day under the pointer.
  [[nodiscard]] std::optional<Day> hoveredDay() const { return m_hovered; }
  /// Does what a click on the event does: an MRI examination opens.
  void activate(std::size_t event);

  [[nodiscard]] QSize minimumSizeHint() const override;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] const TimelinePainter* painter() const { return m_painter.get(); }

Q_SIGNALS:
  void windowChanged();
  void selectionChanged();
  void hoverChanged();
  /// An MRI examination was asked for.
  void examActivated(facet::Day day);
  /// The widget is dragged up or down by that many pixels; it may be taller than its place.
  void draggedVertically(int pixels);

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void rebuild();
  void redraw();
  void setHovered(std::optional<Day> day);
  void click(const QPointF& point);
  void stepLane(int by);
  void showTip(const QPointF& point, const QPoint& global);
  [[nodiscard]] TimelineView view() const;
  [[nodiscard]] Day dayAt(double x) const;

  const workspace::Theme& m_theme;
  workspace::TimeCursor& m_cursor;
  std::shared_ptr<const TimelineModel> m_model;
  std::unique_ptr<ChartStyle> m_style;
  std::unique_ptr<TimelinePainter> m_painter;
  std::optional<TimeWindow> m_window;
  AxisMode m_axis = AxisMode::Calendar;
  std::optional<std::size_t> m_selected;
  std::optional<Day> m_hovered;
  QPixmap m_drawn; ///< everything but the cursor; null where it has to be drawn again

  enum class Drag { None, Pressed, Panning };
  Drag m_drag = Drag::None;
  QPointF m_pressed;
  QPointF m_lastDrag;
};

} // namespace facet::charts
