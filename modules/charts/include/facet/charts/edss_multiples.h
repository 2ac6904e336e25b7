#pragma once

#include <facet/charts/chart_style.h>
#include <facet/workspace/response.h>
#include <facet/workspace/texts.h>

#include <QPainter>
#include <QRectF>

#include <optional>
#include <vector>

namespace facet::charts {

/// What is marked in the small drawings.
struct MultiplesView {
  std::optional<std::size_t> selected; ///< of Response::segments
  std::optional<Day> cursor;
};

/// The EDSS under each treatment and in each gap as small drawings side by side, all on one scale: a year has the same
/// width and a step of the EDSS the same height in each. Each begins a year before the start. Draws on any painter.
/// Record, response and style must outlive it. Not for several threads at a time.
class EdssMultiples {
public:
  EdssMultiples(const clinical::PatientRecord& record, const workspace::Response& response, const ChartStyle& style,
                const workspace::Texts& texts);

  /// The height that all drawings take on paper of that width.
  [[nodiscard]] double heightFor(double width) const;
  /// Lays out the drawings from the top left of `paper`; needed before the calls below.
  void setPaper(const QRectF& paper);
  void paint(QPainter& painter, const MultiplesView& view) const;

  /// The drawing at a point: an index of Response::segments.
  [[nodiscard]] std::optional<std::size_t> segmentAt(const QPointF& point) const;
  /// The place of a segment's drawing; empty for one whose dates contradict each other.
  [[nodiscard]] QRectF boxOf(std::size_t segment) const;
  /// The day at a point of a segment's drawing, where it lies on its plot.
  [[nodiscard]] std::optional<Day> dayAt(std::size_t segment, const QPointF& point) const;

private:
  struct Panel {
    std::size_t segment = 0;
    QRectF box;
    QRectF plot;
  };
  [[nodiscard]] std::vector<Panel> layOut(const QRectF& paper, double& pixelsPerDay) const;
  [[nodiscard]] const Panel* panelOf(std::size_t segment) const;
  [[nodiscard]] double y(const Panel& panel, double edss) const;
  [[nodiscard]] double x(const Panel& panel, Day day) const;
  void paintPanel(QPainter& painter, const Panel& panel, const MultiplesView& view) const;
  void paintCourse(QPainter& painter, const Panel& panel) const;
  void paintTitle(QPainter& painter, const Panel& panel) const;

  const clinical::PatientRecord& m_record;
  const workspace::Response& m_response;
  const ChartStyle& m_style;
  workspace::Texts m_texts;
  int m_highest = 10; ///< EDSS at the top of all plots
  double m_step = 0;  ///< height of one point of the EDSS
  double m_pixelsPerDay = 0;
  std::vector<Panel> m_panels;
};

/// The bar of a drug in miniature, as on the timeline: `drug` is none where the table does not know it.
void drawTreatmentSwatch(QPainter& painter, const ChartStyle& style, const QRectF& box, const clinical::Drug* drug);
/// The dashed box of a gap in miniature.
void drawGapSwatch(QPainter& painter, const ChartStyle& style, const QRectF& box);

} // namespace facet::charts
