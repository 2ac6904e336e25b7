#pragma once

#include <facet/charts/chart_style.h>
#include <facet/charts/time_scale.h>
#include <facet/charts/timeline_model.h>
#include <facet/workspace/texts.h>

#include <QPainter>
#include <QRectF>

#include <optional>
#include <vector>

namespace facet::charts {

/// What of a timeline is shown and marked.
struct TimelineView {
  double first = 0; ///< days since 1970-01-01
  double last = 1;
  AxisMode axis = AxisMode::Calendar;
  std::optional<std::size_t> selected; ///< event
};

/// Draws a timeline on any painter: a screen, a picture, an SVG or a PDF, with the same marks. Lengths are logical
/// pixels of 1/96 inch. Model and style must outlive it. Not for several threads at a time.
class TimelinePainter {
public:
  TimelinePainter(const TimelineModel& model, const ChartStyle& style, const workspace::Texts& texts);

  /// The height below which lanes would lose what they say; with more, the EDSS lane grows up to its limit.
  [[nodiscard]] double leastHeight() const;
  [[nodiscard]] double mostHeight() const;
  /// Where the time axis begins and ends on paper of that width.
  [[nodiscard]] static double plotLeft();
  [[nodiscard]] static double plotRight(double width);

  /// Lays out the lanes in `paper`; needed before the calls below.
  void setPaper(const QRectF& paper);
  [[nodiscard]] TimeScale scaleFor(const TimelineView& view) const;

  void paint(QPainter& painter, const TimelineView& view);
  /// The vertical line at a day, with the day at its top.
  void paintCursor(QPainter& painter, const TimelineView& view, Day day) const;
  void paintHover(QPainter& painter, const TimelineView& view, Day day) const;

  /// The event whose mark is at a point or near it, from the last paint(); marks answer within 24 x 24 pixels.
  [[nodiscard]] std::optional<std::size_t> eventAt(const QPointF& point) const;
  /// The place of an event's mark in the last paint(), or an empty box.
  [[nodiscard]] QRectF markOf(std::size_t event) const;
  /// Whether a point lies on the plot, right of the labels.
  [[nodiscard]] bool isOnPlot(const QPointF& point) const;

  /// What marks mean: only of those that this timeline has. Returns the height that it takes.
  double paintLegend(QPainter& painter, const QRectF& box) const;
  [[nodiscard]] double legendHeight(double width, const QPaintDevice* device) const;

  struct Mark {
    std::size_t event = 0;
    QRectF box;
  };

private:
  void paintFrame(QPainter& painter, const TimelineView& view, const TimeScale& scale) const;
  void paintAxis(QPainter& painter, const TimelineView& view, const TimeScale& scale) const;
  void paintLane(QPainter& painter, const TimelineView& view, const TimeScale& scale, std::size_t lane);
  void paintTag(QPainter& painter, double x, const QString& text, const QColor& fill) const;
  [[nodiscard]] Day origin() const;

  const TimelineModel& m_model;
  const ChartStyle& m_style;
  workspace::Texts m_texts;
  QRectF m_paper;
  std::vector<QRectF> m_lanes;
  std::vector<Mark> m_marks;
};

} // namespace facet::charts
