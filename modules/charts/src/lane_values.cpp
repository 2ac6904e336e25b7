#include "lane_canvas.h"
#include "say.h"

#include <facet/workspace/record_words.h>

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace facet::charts {
namespace {

using namespace clinical;
using workspace::Token;
using workspace::TypeSize;

/// The hand alone: the test is named by the lane.
QString shortHand(const workspace::Texts& texts, const std::string& variable) {
  if (variable == "nhpt-dominant") {
    return say(texts, FACET_TEXT("charts", "dominant"));
  }
  return variable == "nhpt-other" ? say(texts, FACET_TEXT("charts", "other hand"))
                                  : workspace::shortVariableText(texts, variable);
}

struct Range {
  double low = 0;
  double high = 1;
  double step = 1;
};

/// Round numbers around the values, in at most three steps.
Range niceRange(double low, double high) {
  const double raw = std::max((high - low) / 2, 1e-6);
  const double power = std::pow(10, std::floor(std::log10(raw)));
  double step = 10 * power;
  for (const double candidate : {1.0, 2.0, 5.0}) {
    if (candidate * power >= raw) {
      step = candidate * power;
      break;
    }
  }
  return {std::floor(low / step) * step, std::ceil(high / step) * step, step};
}

Range rangeOf(const LaneCanvas& canvas) {
  double low = std::numeric_limits<double>::max();
  double high = std::numeric_limits<double>::lowest();
  for (const std::size_t event : canvas.events()) {
    const double value = canvas.model.record().measurements[canvas.event(event).index].value;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  const bool fromZero = canvas.model.lanes()[canvas.lane].kind == LaneKind::Marker;
  if (fromZero) {
    low = std::min(low, 0.0);
  }
  if (high - low < 1e-9) {
    high = low + std::max(1.0, std::abs(low) * 0.1);
  }
  return niceRange(low, high);
}

enum class Shape { Disc, Square, Diamond, Ring };

void drawPoint(const LaneCanvas& canvas, const QPointF& middle, Shape shape, double radius, const QColor& ink) {
  canvas.painter.setPen(QPen(ink, 1.4));
  canvas.painter.setBrush(shape == Shape::Ring ? canvas.color(Token::Panel) : ink);
  const double r = radius;
  switch (shape) {
  case Shape::Disc:
  case Shape::Ring:
    canvas.painter.drawEllipse(middle, r, r);
    break;
  case Shape::Square:
    canvas.painter.drawRect(QRectF(middle.x() - r, middle.y() - r, 2 * r, 2 * r));
    break;
  case Shape::Diamond:
    canvas.painter.drawPolygon(QPolygonF{{middle.x(), middle.y() - 1.3 * r},
                                         {middle.x() + 1.3 * r, middle.y()},
                                         {middle.x(), middle.y() + 1.3 * r},
                                         {middle.x() - 1.3 * r, middle.y()}});
    break;
  }
}

/// Which of several series is which, below the lane's name.
void drawKey(const LaneCanvas& canvas, std::size_t row, const Series& series, Shape shape, const QColor& ink) {
  const bool byMethod = canvas.model.lanes()[canvas.lane].kind == LaneKind::Marker;
  QString text = byMethod ? QString::fromStdString(series.method) : shortHand(canvas.texts, series.variable);
  if (text.isEmpty()) {
    text = say(canvas.texts, FACET_TEXT("charts", "assay not stated"));
  }
  QPainter& painter = canvas.painter;
  painter.save();
  painter.setClipping(false);
  const QRectF box(canvas.labelLeft, canvas.box.top() + 40 + 14 * static_cast<double>(row), 76, 14);
  drawPoint(canvas, {box.left() + 4, box.center().y()}, shape, 3, ink);
  painter.setFont(canvas.style.font(TypeSize::Small));
  painter.setPen(canvas.color(Token::TextSecondary));
  const QFontMetricsF metrics(painter.font(), painter.device());
  painter.drawText(box.adjusted(13, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                   metrics.elidedText(text, Qt::ElideRight, box.width() - 13));
  painter.restore();
}

} // namespace

std::vector<Series> seriesOf(const TimelineModel& model, std::size_t lane) {
  std::vector<Series> series;
  for (const std::size_t event : model.eventsOf(lane)) {
    const Measurement& value = model.record().measurements[model.events()[event].index];
    auto found = std::find_if(series.begin(), series.end(), [&](const Series& known) {
      return known.variable == value.code && known.method == value.method;
    });
    if (found == series.end()) {
      series.push_back({value.code, value.method, {}});
      found = std::prev(series.end());
    }
    found->events.push_back(event);
  }
  return series;
}

void paintValues(const LaneCanvas& canvas) {
  const Range range = rangeOf(canvas);
  const QRectF plot = canvas.box.adjusted(0, 11, 0, -11);
  const auto y = [&](double value) {
    return plot.bottom() - (value - range.low) / (range.high - range.low) * plot.height();
  };
  std::vector<std::pair<double, QString>> axis;
  const int decimals = range.step < 1 ? static_cast<int>(std::ceil(-std::log10(range.step) - 1e-9)) : 0;
  const int steps = static_cast<int>(std::lround((range.high - range.low) / range.step));
  for (int i = 0; i <= steps; ++i) {
    axis.emplace_back(y(range.low + i * range.step), canvas.texts.number(range.low + i * range.step, decimals));
  }
  drawValueAxis(canvas, axis);

  constexpr std::array<Shape, 4> kShapes = {Shape::Disc, Shape::Ring, Shape::Square, Shape::Diamond};
  const auto series = seriesOf(canvas.model, canvas.lane);
  for (std::size_t i = 0; i < series.size(); ++i) {
    const QColor ink = i % 2 == 0 ? canvas.color(Token::Accent) : canvas.color(Token::Threshold);
    QPen line(ink, 1.5);
    if (i % 2 == 1) {
      line.setDashPattern({4, 3});
    }
    const auto place = [&](std::size_t event) {
      const TimelineEvent& which = canvas.event(event);
      return QPointF(markX(canvas.scale, which.begin), y(canvas.model.record().measurements[which.index].value));
    };
    double closest = canvas.box.width();
    for (std::size_t k = 1; k < series[i].events.size(); ++k) {
      const std::size_t event = series[i].events[k];
      const std::size_t before = series[i].events[k - 1];
      if (canvas.event(event).begin.earliest - canvas.event(before).begin.latest > kLongestLine) {
        continue;
      }
      canvas.painter.setPen(line);
      canvas.painter.drawLine(place(before), place(event));
      closest = std::min(closest, std::max(place(event).x() - place(before).x(), 0.5));
    }
    const double radius = std::clamp(closest / 3, 1.2, 3.5);
    for (const std::size_t event : series[i].events) {
      const TimelineEvent& which = canvas.event(event);
      if (!canvas.scale.shows(which.begin.earliest, which.begin.latest, 6)) {
        continue;
      }
      drawUncertainty(canvas, which.begin, place(event).y(), ink);
      drawPoint(canvas, place(event), kShapes[i % kShapes.size()], radius, ink);
      canvas.mark(event, QRectF(place(event).x() - 5, place(event).y() - 5, 10, 10));
    }
    if (series.size() > 1) {
      drawKey(canvas, i, series[i], kShapes[i % kShapes.size()], ink);
    }
  }
}

} // namespace facet::charts
