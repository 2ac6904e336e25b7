#include "lane_canvas.h"

namespace facet::charts {
namespace {

using namespace clinical;
using workspace::Token;

double sizeOf(RelapseSeverity severity) {
  switch (severity) {
  case RelapseSeverity::Mild:
    return 10;
  case RelapseSeverity::Severe:
    return 18;
  case RelapseSeverity::Moderate:
  case RelapseSeverity::Unknown:
    break;
  }
  return 14;
}

} // namespace

void drawRelapse(QPainter& painter, const ChartStyle& style, const QPointF& middle, const Relapse& relapse) {
  const double size = sizeOf(relapse.severity);
  const double top = middle.y() - size * 0.45;
  const QPolygonF triangle{{middle.x() - size / 2, top}, {middle.x() + size / 2, top}, {middle.x(), top + size * 0.9}};
  const bool pseudo = relapse.certainty == RelapseCertainty::Pseudo;
  const bool examined =
      relapse.certainty == RelapseCertainty::Examined || relapse.certainty == RelapseCertainty::Confirmed;
  const QColor area = pseudo ? style.color(Token::Stable) : style.color(Token::RelapseArea);
  QPen pen(area, 1.5);
  pen.setJoinStyle(Qt::MiterJoin);
  painter.setPen(pen);
  painter.setBrush(examined ? area : style.color(Token::Panel));
  painter.drawPolygon(triangle);
  if (relapse.severity == RelapseSeverity::Unknown && !pseudo) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(examined ? style.color(Token::Panel) : area);
    painter.drawEllipse(QPointF(middle.x(), top + size * 0.3), 2, 2);
  }
  if (pseudo) {
    painter.drawLine(QPointF(middle.x() - size / 2 - 2, top + size * 0.9), QPointF(middle.x() + size / 2 + 2, top - 2));
  }
  if (relapse.steroids.value_or(false)) {
    painter.setPen(QPen(style.color(Token::Text), 1.4));
    const double x = middle.x() + size / 2 + 4;
    painter.drawLine(QPointF(x, middle.y() - 7), QPointF(x, middle.y() + 7));
  }
}

void paintRelapses(const LaneCanvas& canvas) {
  const double y = canvas.box.center().y();
  for (const std::size_t event : canvas.events()) {
    const TimelineEvent& which = canvas.event(event);
    const Relapse& relapse = canvas.model.record().relapses[which.index];
    if (!canvas.scale.shows(which.begin.earliest, which.end ? which.end->latest : which.begin.latest, 12)) {
      continue;
    }
    const double x = markX(canvas.scale, which.begin);
    if (which.end && which.end->latest > which.begin.latest) {
      canvas.painter.setPen(
          QPen(canvas.style.mixed(Token::RelapseArea, Token::Panel, 0.45), 3, Qt::SolidLine, Qt::FlatCap));
      canvas.painter.drawLine(QPointF(x, y + 13), QPointF(canvas.scale.x(which.end->earliest), y + 13));
    }
    drawUncertainty(canvas, which.begin, y - 12, canvas.color(Token::Relapse));
    drawRelapse(canvas.painter, canvas.style, {x, y}, relapse);
    canvas.mark(event, QRectF(x - 9, y - 9, 18, 18));
  }
}

} // namespace facet::charts
