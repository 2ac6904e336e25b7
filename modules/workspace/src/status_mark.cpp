#include <facet/workspace/status_mark.h>

#include <QPainterPath>

#include <algorithm>

namespace facet::workspace {

namespace {
constexpr double kShapePx = 9;
constexpr double kStrokePx = 1.6;
} // namespace

StatusMark markOf(LesionStatus status) {
  switch (status) {
  case LesionStatus::New:
    return {FACET_TEXT("workspace", "new"), Token::Relapse, Token::RelapseArea, u'●'};
  case LesionStatus::Enlarging:
    return {FACET_TEXT("workspace", "enlarging"), Token::Threshold, Token::ThresholdArea, u'▲'};
  case LesionStatus::Stable:
    return {FACET_TEXT("workspace", "stable"), Token::Stable, Token::Stable, u'–'};
  case LesionStatus::Shrinking:
    return {FACET_TEXT("workspace", "shrinking"), Token::Modest, Token::Modest, u'▼'};
  case LesionStatus::NoLongerVisible:
    return {FACET_TEXT("workspace", "no longer visible"), Token::Stable, Token::Stable, u'○'};
  case LesionStatus::WithinError:
    break;
  }
  return {FACET_TEXT("workspace", "within measurement error"), Token::Stable, Token::Stable, u'·'};
}

void drawStatusShape(QPainter& painter, const QRectF& box, LesionStatus status, const Theme& theme) {
  const double side = std::min({kShapePx, box.width(), box.height()});
  const QPointF c = box.center();
  const double r = side / 2;
  const QColor color = theme.color(markOf(status).shape);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  switch (status) {
  case LesionStatus::New:
    painter.drawEllipse(c, r, r);
    break;
  case LesionStatus::Enlarging:
    painter.drawPolygon(
        QPolygonF({{c.x(), c.y() - r * 0.9}, {c.x() + r, c.y() + r * 0.8}, {c.x() - r, c.y() + r * 0.8}}));
    break;
  case LesionStatus::Shrinking:
    painter.drawPolygon(
        QPolygonF({{c.x(), c.y() + r * 0.9}, {c.x() + r, c.y() - r * 0.8}, {c.x() - r, c.y() - r * 0.8}}));
    break;
  case LesionStatus::Stable:
    painter.drawRect(QRectF(c.x() - r * 0.9, c.y() - kStrokePx / 2, side * 0.9, kStrokePx));
    break;
  case LesionStatus::NoLongerVisible:
    painter.setPen(QPen(color, kStrokePx));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(c, r - kStrokePx / 2, r - kStrokePx / 2);
    break;
  case LesionStatus::WithinError:
    painter.drawEllipse(c, r * 0.4, r * 0.4);
    break;
  }
  painter.restore();
}

} // namespace facet::workspace
