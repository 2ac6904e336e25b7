#pragma once

#include <facet/charts/chart_style.h>
#include <facet/charts/time_scale.h>
#include <facet/charts/timeline_model.h>
#include <facet/charts/timeline_painter.h>
#include <facet/workspace/texts.h>

#include <QPainter>
#include <QPolygonF>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace facet::charts {

/// Beyond this a line is broken: the values before and after say nothing about the time between.
inline constexpr std::chrono::days kLongestLine{548}; // 18 months

/// What the painters of lanes draw on. The painter is clipped to `box`.
struct LaneCanvas {
  QPainter& painter;
  const ChartStyle& style;
  const workspace::Texts& texts;
  const TimelineModel& model;
  const TimeScale& scale;
  std::size_t lane;
  QRectF box;       ///< the lane, right of the labels
  double labelLeft; ///< where the lane's name begins
  std::vector<TimelinePainter::Mark>& marks;

  [[nodiscard]] QColor color(workspace::Token token) const { return style.color(token); }
  void mark(std::size_t event, const QRectF& where) const { marks.push_back({event, where}); }
  [[nodiscard]] const std::vector<std::size_t>& events() const { return model.eventsOf(lane); }
  [[nodiscard]] const TimelineEvent& event(std::size_t index) const { return model.events()[index]; }
};

/// Values of one variable by one method: only they may be joined by a line.
struct Series {
  std::string variable;
  std::string method;
  std::vector<std::size_t> events;
};
[[nodiscard]] std::vector<Series> seriesOf(const TimelineModel& model, std::size_t lane);

enum class Hatch { None, Diagonal, Dots };

/// A length of time as a bar: full where it certainly lasted, dashed and thin where a date is known in part. An open
/// end is an arrow.
struct Bar {
  clinical::DayRange begin;
  std::optional<clinical::DayRange> end; ///< none: goes on up to `until`
  Day until;
  double top = 0;
  double height = 0;
  QColor fill;
  QColor ink; ///< of hatch and outline
  Hatch hatch = Hatch::None;
};

struct BarPlace {
  QRectF whole; ///< from the first to the last possible day
  QRectF core;  ///< the days that are certain; empty where there are none
};
BarPlace drawBar(const LaneCanvas& canvas, const Bar& bar);
/// Fills a box with a pattern of lines or dots.
void drawHatch(QPainter& painter, const QRectF& box, Hatch hatch, const QColor& ink);
/// The range of days in which something happened, behind its mark; nothing for a day that is known.
void drawUncertainty(const LaneCanvas& canvas, const clinical::DayRange& when, double y, const QColor& ink);
/// Where the mark of an event stands: in the middle of the days that it can mean.
[[nodiscard]] double markX(const TimeScale& scale, const clinical::DayRange& when);
/// Labels of a value axis left of the lane, right-aligned, and its grid lines.
void drawValueAxis(const LaneCanvas& canvas, const std::vector<std::pair<double, QString>>& yAndLabel);
/// Text in one line from `x`, in the middle of `box`, cut with an ellipsis at `right`, or left out where most of it
/// would be cut; returns where it ends.
double drawTextFrom(const LaneCanvas& canvas, double x, double right, const QRectF& box, const QString& text);

void paintPhases(const LaneCanvas& canvas);
void paintTreatments(const LaneCanvas& canvas);
void paintRelapses(const LaneCanvas& canvas);
void paintEdss(const LaneCanvas& canvas);
void paintSystems(const LaneCanvas& canvas);
void paintExams(const LaneCanvas& canvas);
void paintValues(const LaneCanvas& canvas);

/// Marks that the legend shows too.
void drawRelapse(QPainter& painter, const ChartStyle& style, const QPointF& middle, const clinical::Relapse& relapse);
void drawVisit(QPainter& painter, const ChartStyle& style, const QPointF& middle, const clinical::Visit& visit,
               double radius);
void drawExam(QPainter& painter, const ChartStyle& style, const workspace::Texts& texts, const QRectF& box,
              const clinical::MriExam& exam);
/// The colour of a functional system's grade.
[[nodiscard]] QColor gradeColor(const ChartStyle& style, int grade);
/// The bar of a drug, without its place.
[[nodiscard]] Bar barOf(const ChartStyle& style, const clinical::Drug* drug);

/// Heights that lanes need, and by how much one may grow.
[[nodiscard]] double laneHeight(const TimelineModel& model, std::size_t lane);
[[nodiscard]] double laneGrowth(const TimelineModel& model, std::size_t lane);

inline constexpr double kBarHeight = 20;
inline constexpr double kRowPitch = 27;
inline constexpr double kSystemPitch = 12;
inline constexpr QSizeF kExamBox{40, 34};

} // namespace facet::charts
