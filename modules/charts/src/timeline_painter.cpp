#include "lane_canvas.h"

#include <facet/charts/timeline_painter.h>
#include <facet/charts/timeline_texts.h>

#include <QFontMetricsF>

#include <algorithm>

namespace facet::charts {
namespace {

using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

constexpr double kLabels = 122; ///< width of the column of lane names and value axes
constexpr double kRight = 18;
constexpr double kHeader = 38;
constexpr double kTickSpacing = 54;
constexpr double kHitSize = 24;

/// The centre of the nearest part of a mark, for telling which of several is meant.
double distanceTo(const QRectF& box, const QPointF& point) {
  const double dx = std::max({box.left() - point.x(), 0.0, point.x() - box.right()});
  const double dy = std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()});
  return dx * dx + dy * dy;
}

} // namespace

TimelinePainter::TimelinePainter(const TimelineModel& model, const ChartStyle& style, const workspace::Texts& texts)
    : m_model(model)
    , m_style(style)
    , m_texts(texts) {}

double TimelinePainter::leastHeight() const {
  double height = kHeader;
  for (std::size_t lane = 0; lane < m_model.lanes().size(); ++lane) {
    height += laneHeight(m_model, lane);
  }
  return height;
}

double TimelinePainter::mostHeight() const {
  double height = leastHeight();
  for (std::size_t lane = 0; lane < m_model.lanes().size(); ++lane) {
    height += laneGrowth(m_model, lane);
  }
  return height;
}

double TimelinePainter::plotLeft() {
  return kLabels;
}

double TimelinePainter::plotRight(double width) {
  return width - kRight;
}

void TimelinePainter::setPaper(const QRectF& paper) {
  m_paper = paper;
  m_lanes.clear();
  const double growth = mostHeight() - leastHeight();
  const double share = growth > 0 ? std::clamp((paper.height() - leastHeight()) / growth, 0.0, 1.0) : 0;
  double top = paper.top() + kHeader;
  for (std::size_t lane = 0; lane < m_model.lanes().size(); ++lane) {
    const double height = laneHeight(m_model, lane) + share * laneGrowth(m_model, lane);
    m_lanes.emplace_back(paper.left(), top, paper.width(), height);
    top += height;
  }
  m_paper.setBottom(std::min(top, paper.bottom()));
}

TimeScale TimelinePainter::scaleFor(const TimelineView& view) const {
  return {view.first, view.last, m_paper.left() + kLabels, m_paper.width() - kLabels - kRight};
}

Day TimelinePainter::origin() const {
  return m_model.onset() ? m_model.onset()->earliest() : m_model.extent().earliest;
}

void TimelinePainter::paint(QPainter& painter, const TimelineView& view) {
  m_marks.clear();
  const TimeScale scale = scaleFor(view);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  paintFrame(painter, view, scale);
  for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
    paintLane(painter, view, scale, lane);
  }
  paintAxis(painter, view, scale);
  if (view.selected) {
    const QRectF mark = markOf(*view.selected);
    if (!mark.isEmpty()) {
      painter.setClipRect(
          QRectF(m_paper.left() + kLabels - 6, m_paper.top(), m_paper.width() - kLabels + 6, m_paper.height()));
      painter.setPen(QPen(m_style.color(Token::Accent), 2));
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(mark.adjusted(-4, -4, 4, 4), 5, 5);
    }
  }
  painter.restore();
}

void TimelinePainter::paintFrame(QPainter& painter, const TimelineView& view, const TimeScale& scale) const {
  painter.fillRect(m_paper, m_style.color(Token::Panel));
  QPen grid = m_style.hairline(m_style.color(Token::Line));
  grid.setDashPattern({2, 3});
  painter.setPen(grid);
  for (const Tick& tick : ticksFor(scale, view.axis, origin(), m_texts, kTickSpacing).fine) {
    const double x = scale.x(tick.day);
    if (x >= scale.left()) {
      painter.drawLine(QPointF(x, m_paper.top() + kHeader), QPointF(x, m_paper.bottom()));
    }
  }
  painter.setPen(m_style.hairline(m_style.color(Token::Line)));
  for (const QRectF& lane : m_lanes) {
    painter.drawLine(lane.topLeft(), lane.topRight());
  }
  if (!m_lanes.empty()) {
    painter.drawLine(m_lanes.back().bottomLeft(), m_lanes.back().bottomRight());
  }
}

void TimelinePainter::paintAxis(QPainter& painter, const TimelineView& view, const TimeScale& scale) const {
  const AxisTicks ticks = ticksFor(scale, view.axis, origin(), m_texts, kTickSpacing);
  const bool twoRows = !ticks.coarse.empty();
  const QRectF header(m_paper.left(), m_paper.top(), m_paper.width(), kHeader);
  painter.setFont(m_style.font(TypeSize::Dense));
  const QFontMetricsF metrics(painter.font(), painter.device());
  const double fineTop = header.top() + (twoRows ? 19 : 10);
  painter.setPen(m_style.color(Token::TextSecondary));
  for (std::size_t i = 0; i < ticks.fine.size(); ++i) {
    const double x = scale.x(ticks.fine[i].day);
    const double width = metrics.horizontalAdvance(ticks.fine[i].label);
    const double left = std::max(x, scale.left()) + 3;
    const double next = i + 1 < ticks.fine.size() ? scale.x(ticks.fine[i + 1].day) : m_paper.right();
    if (left + width <= next) {
      painter.setPen(m_style.color(Token::TextSecondary));
      painter.drawText(QRectF(left, fineTop, width + 2, 16), Qt::AlignLeft | Qt::AlignVCenter, ticks.fine[i].label);
    }
    if (x >= scale.left()) {
      painter.setPen(m_style.hairline(m_style.color(Token::Line)));
      painter.drawLine(QPointF(x, header.bottom() - 18), QPointF(x, header.bottom()));
    }
  }
  // The unit above stays in sight at the left edge until the next one comes.
  painter.setFont(m_style.font(TypeSize::Dense, TypeWeight::Strong));
  painter.setPen(m_style.color(Token::Text));
  const QFontMetricsF strong(painter.font(), painter.device());
  for (std::size_t i = 0; i < ticks.coarse.size(); ++i) {
    const double width = strong.horizontalAdvance(ticks.coarse[i].label);
    const double x = std::max(scale.x(ticks.coarse[i].day), scale.left()) + 3;
    const double next = i + 1 < ticks.coarse.size() ? scale.x(ticks.coarse[i + 1].day) : m_paper.right();
    if (x + width + 4 <= next && x <= scale.right()) {
      painter.drawText(QRectF(x, header.top() + 3, width + 2, 16), Qt::AlignLeft | Qt::AlignVCenter,
                       ticks.coarse[i].label);
    }
  }
}

void TimelinePainter::paintLane(QPainter& painter, const TimelineView& /*view*/, const TimeScale& scale,
                                std::size_t lane) {
  const QRectF& box = m_lanes[lane];
  painter.setPen(m_style.color(Token::Text));
  painter.setFont(m_style.font(TypeSize::Base, TypeWeight::Medium));
  const double labelTop = box.top() + std::min(8.0, (box.height() - 18) / 2);
  painter.drawText(QRectF(box.left() + 12, labelTop, kLabels - 16, 18), Qt::AlignLeft | Qt::AlignVCenter,
                   laneTitle(m_model, lane, m_texts));
  const QString subtitle = laneSubtitle(m_model, lane, m_texts);
  if (!subtitle.isEmpty()) {
    painter.setFont(m_style.font(TypeSize::Dense));
    painter.setPen(m_style.color(Token::TextSecondary));
    const QFontMetricsF metrics(painter.font(), painter.device());
    painter.drawText(QRectF(box.left() + 12, labelTop + 17, kLabels - 14, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(subtitle, Qt::ElideRight, kLabels - 40));
  }

  painter.save();
  const QRectF plot(scale.left(), box.top(), scale.width(), box.height());
  painter.setClipRect(plot.adjusted(-6, 0, kRight, 0), Qt::IntersectClip);
  const LaneCanvas canvas{painter, m_style, m_texts, m_model, scale, lane, plot, box.left() + 12, m_marks};
  switch (m_model.lanes()[lane].kind) {
  case LaneKind::Phase:
    paintPhases(canvas);
    break;
  case LaneKind::Treatment:
    paintTreatments(canvas);
    break;
  case LaneKind::Relapse:
    paintRelapses(canvas);
    break;
  case LaneKind::Edss:
    paintEdss(canvas);
    break;
  case LaneKind::Systems:
    paintSystems(canvas);
    break;
  case LaneKind::Mri:
    paintExams(canvas);
    break;
  case LaneKind::Test:
  case LaneKind::Marker:
    paintValues(canvas);
    break;
  }
  painter.restore();
}

void TimelinePainter::paintTag(QPainter& painter, double x, const QString& text, const QColor& fill) const {
  painter.setFont(m_style.font(TypeSize::Dense, TypeWeight::Strong));
  const double width = QFontMetricsF(painter.font(), painter.device()).horizontalAdvance(text) + 14;
  const double left = std::clamp(x - width / 2, m_paper.left() + kLabels - 10, m_paper.right() - width);
  const QRectF box(left, m_paper.top() + 8, width, 22);
  // Axis labels under the tag go, so that none is read by half.
  painter.fillRect(QRectF(left - 14, m_paper.top() + 1, width + 28, kHeader - 2), m_style.color(Token::Panel));
  painter.setPen(Qt::NoPen);
  painter.setBrush(fill);
  painter.drawRoundedRect(box, 4, 4);
  painter.setPen(ChartStyle::readableOn(fill));
  painter.drawText(box, Qt::AlignCenter, text);
}

void TimelinePainter::paintCursor(QPainter& painter, const TimelineView& view, Day day) const {
  const TimeScale scale = scaleFor(view);
  // The line stands in the middle of the day.
  const double x = scale.x(toNumber(day) + 0.5);
  if (x < scale.left() || x > scale.right() + 1) {
    return;
  }
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  paintTag(painter, x, m_texts.date(day), m_style.color(Token::Accent));
  painter.setPen(QPen(m_style.color(Token::Accent), 2));
  painter.drawLine(QPointF(x, m_paper.top() + 30), QPointF(x, m_paper.bottom()));
  painter.restore();
}

void TimelinePainter::paintHover(QPainter& painter, const TimelineView& view, Day day) const {
  const TimeScale scale = scaleFor(view);
  const double x = scale.x(toNumber(day) + 0.5);
  if (x < scale.left() || x > scale.right() + 1) {
    return;
  }
  painter.save();
  paintTag(painter, x, m_texts.date(day), m_style.mixed(Token::TextSecondary, Token::Panel, 0.25));
  painter.setPen(m_style.hairline(m_style.color(Token::TextSecondary)));
  painter.drawLine(QPointF(x, m_paper.top() + 30), QPointF(x, m_paper.bottom()));
  painter.restore();
}

std::optional<std::size_t> TimelinePainter::eventAt(const QPointF& point) const {
  std::optional<std::size_t> best;
  double bestDistance = 0;
  double bestArea = 0;
  for (const Mark& mark : m_marks) {
    const double dx = std::max(0.0, (kHitSize - mark.box.width()) / 2);
    const double dy = std::max(0.0, (kHitSize - mark.box.height()) / 2);
    if (!mark.box.adjusted(-dx, -dy, dx, dy).contains(point)) {
      continue;
    }
    // The nearest mark; of several under the point the smallest.
    const double distance = distanceTo(mark.box, point);
    const double area = mark.box.width() * mark.box.height();
    if (!best || distance < bestDistance || (distance == bestDistance && area < bestArea)) {
      best = mark.event;
      bestDistance = distance;
      bestArea = area;
    }
  }
  return best;
}

QRectF TimelinePainter::markOf(std::size_t event) const {
  const auto found =
      std::find_if(m_marks.begin(), m_marks.end(), [&](const Mark& mark) { return mark.event == event; });
  return found == m_marks.end() ? QRectF() : found->box;
}

bool TimelinePainter::isOnPlot(const QPointF& point) const {
  return m_paper.contains(point) && point.x() >= m_paper.left() + kLabels;
}

} // namespace facet::charts
