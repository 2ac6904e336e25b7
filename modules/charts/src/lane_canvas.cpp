#include "lane_canvas.h"

#include <facet/clinical/records.h>
#include <facet/workspace/digits.h>

#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace facet::charts {
namespace {

using workspace::Token;
using workspace::TypeSize;

constexpr double kArrow = 7;

/// Days in which a bar perhaps lasted: thin, outlined with dashes.
void drawPerhaps(const LaneCanvas& canvas, double from, double to, const Bar& bar) {
  if (to - from < 1) {
    return;
  }
  const QRectF box(from, bar.top + bar.height * 0.25, to - from, bar.height * 0.5);
  canvas.painter.setPen(canvas.style.dashed(bar.fill));
  canvas.painter.setBrush(Qt::NoBrush);
  canvas.painter.drawRect(box);
}

} // namespace

BarPlace drawBar(const LaneCanvas& canvas, const Bar& bar) {
  QPainter& painter = canvas.painter;
  // Far outside the paper lengths would overflow what painters can draw.
  const auto x = [&](Day day) {
    return std::clamp(canvas.scale.x(day), canvas.scale.left() - 40, canvas.scale.right() + 40);
  };
  const double first = x(bar.begin.earliest);
  const double from = x(bar.begin.latest);
  const double to = bar.end ? x(bar.end->earliest) : std::max(x(bar.until), from + 2);
  const double last = bar.end ? std::max(x(bar.end->latest), from) : to;
  BarPlace place{QRectF(first, bar.top, std::max(last - first, 2.0), bar.height), {}};
  if (to > from) {
    const QRectF core(from, bar.top, std::max(to - from, 2.0), bar.height);
    place.core = core;
    const double radius = std::min(2.0, core.width() / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(bar.fill);
    painter.drawRoundedRect(core, radius, radius);
    drawHatch(painter, core, bar.hatch, bar.ink);
    drawPerhaps(canvas, first, from, bar);
    drawPerhaps(canvas, to, last, bar);
  } else {
    drawPerhaps(canvas, first, std::max(last, first + 2), bar);
  }
  if (!bar.end && canvas.scale.x(bar.until) <= canvas.scale.right()) {
    const double middle = bar.top + bar.height / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(bar.fill);
    painter.drawPolygon(QPolygonF{{to + 2, middle - 5}, {to + 2 + kArrow, middle}, {to + 2, middle + 5}});
  }
  return place;
}

void drawHatch(QPainter& painter, const QRectF& box, Hatch hatch, const QColor& ink) {
  if (hatch == Hatch::None || box.isEmpty()) {
    return;
  }
  constexpr double kPitch = 6;
  painter.save();
  painter.setClipRect(box, Qt::IntersectClip);
  if (hatch == Hatch::Diagonal) {
    QVector<QLineF> lines;
    // Lines keep their place in time while a bar grows at its left edge.
    const double begin = std::floor((box.left() - box.height()) / kPitch) * kPitch;
    for (double x = begin; x < box.right(); x += kPitch) {
      lines.append({x, box.bottom(), x + box.height(), box.top()});
    }
    painter.setPen(QPen(ink, 1.2));
    painter.drawLines(lines);
  } else {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    int row = 0;
    for (double y = box.top() + 3; y < box.bottom(); y += kPitch, ++row) {
      for (double x = std::floor(box.left() / kPitch) * kPitch + (row % 2) * 3; x < box.right(); x += kPitch) {
        painter.drawRect(QRectF(x, y, 1.5, 1.5));
      }
    }
  }
  painter.restore();
}

void drawUncertainty(const LaneCanvas& canvas, const clinical::DayRange& when, double y, const QColor& ink) {
  if (when.isExact()) {
    return;
  }
  const double from = canvas.scale.x(when.earliest);
  const double to = canvas.scale.x(toNumber(when.latest) + 1);
  canvas.painter.setPen(QPen(ink, 1));
  canvas.painter.drawLine(QPointF(from, y), QPointF(to, y));
  canvas.painter.drawLine(QPointF(from, y - 4), QPointF(from, y + 4));
  canvas.painter.drawLine(QPointF(to, y - 4), QPointF(to, y + 4));
}

double markX(const TimeScale& scale, const clinical::DayRange& when) {
  return (scale.x(when.earliest) + scale.x(when.latest)) / 2;
}

void drawValueAxis(const LaneCanvas& canvas, const std::vector<std::pair<double, QString>>& yAndLabel) {
  QPainter& painter = canvas.painter;
  painter.save();
  painter.setClipping(false);
  painter.setFont(canvas.style.font(TypeSize::Small));
  constexpr double kLabelPitch = 14;
  const double length = yAndLabel.empty() ? 0 : std::abs(yAndLabel.front().first - yAndLabel.back().first);
  const bool crowded = length < kLabelPitch * static_cast<double>(yAndLabel.size() - 1);
  for (std::size_t i = 0; i < yAndLabel.size(); ++i) {
    const auto& [y, label] = yAndLabel[i];
    if (crowded && i > 0 && i + 1 < yAndLabel.size()) {
      continue;
    }
    painter.setPen(canvas.style.hairline(canvas.style.mixed(Token::Line, Token::Panel, 0.6)));
    painter.drawLine(QPointF(canvas.box.left(), y), QPointF(canvas.box.right(), y));
    painter.setPen(canvas.color(Token::TextSecondary));
    workspace::drawDigitText(painter, QRectF(canvas.box.left() - 60, y - 8, 54, 16), Qt::AlignRight | Qt::AlignVCenter,
                             label);
  }
  painter.restore();
}

double drawTextFrom(const LaneCanvas& canvas, double x, double right, const QRectF& box, const QString& text) {
  const QFontMetricsF metrics(canvas.painter.font(), canvas.painter.device());
  const QString shown = metrics.elidedText(text, Qt::ElideRight, right - x);
  if (right <= x || 3 * shown.size() < 2 * text.size()) {
    return x;
  }
  canvas.painter.drawText(QRectF(x, box.top(), right - x + 2, box.height()), Qt::AlignLeft | Qt::AlignVCenter, shown);
  return x + metrics.horizontalAdvance(shown);
}

double laneHeight(const TimelineModel& model, std::size_t lane) {
  const auto withKeys = [&](double least) {
    const std::size_t series = seriesOf(model, lane).size();
    return series > 1 ? std::max(least, 44 + 14 * static_cast<double>(series)) : least;
  };
  switch (model.lanes()[lane].kind) {
  case LaneKind::Phase:
    return 32;
  case LaneKind::Treatment:
    return 16 + kRowPitch * static_cast<double>(std::max<std::size_t>(model.rows(), 1));
  case LaneKind::Relapse:
    return 40;
  case LaneKind::Edss:
    return 132;
  case LaneKind::Systems:
    return 14 + kSystemPitch * static_cast<double>(clinical::kFunctionalSystems);
  case LaneKind::Test:
    return withKeys(56);
  case LaneKind::Mri:
    return 52;
  case LaneKind::Marker:
    return withKeys(76);
  }
  return 0;
}

double laneGrowth(const TimelineModel& model, std::size_t lane) {
  switch (model.lanes()[lane].kind) {
  case LaneKind::Edss:
    return 108;
  case LaneKind::Marker:
    return 36;
  case LaneKind::Test:
    return 16;
  default:
    return 0;
  }
}

} // namespace facet::charts
