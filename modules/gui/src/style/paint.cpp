#include <facet/gui/paint.h>

#include <QPainterPath>

#include <algorithm>

namespace facet::gui {

namespace {
double devicePixel(const QPainter& painter) {
  return 1.0 / painter.device()->devicePixelRatioF();
}
} // namespace

QPen hairline(const QColor& color) {
  QPen pen(color, 0);
  pen.setCosmetic(true);
  return pen;
}

void drawBox(QPainter& painter, const QRectF& box, const QColor& fill, const QColor& border, double radius) {
  const double pixel = devicePixel(painter);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, radius > 0);
  painter.setPen(Qt::NoPen);
  if (fill.isValid()) {
    painter.setBrush(fill);
    painter.drawRoundedRect(box, radius, radius);
  }
  if (border.isValid()) {
    // The ring between two shapes is exactly one device pixel, which a stroke at a corner is not.
    QPainterPath ring;
    ring.addRoundedRect(box, radius, radius);
    ring.addRoundedRect(box.adjusted(pixel, pixel, -pixel, -pixel), std::max(0.0, radius - pixel),
                        std::max(0.0, radius - pixel));
    painter.fillPath(ring, border);
  }
  painter.restore();
}

void drawEdge(QPainter& painter, const QRectF& box, Edge edge, const QColor& color) {
  const double pixel = devicePixel(painter);
  QRectF line = box;
  switch (edge) {
  case Edge::Left:
    line.setWidth(pixel);
    break;
  case Edge::Right:
    line.setLeft(box.right() - pixel);
    break;
  case Edge::Top:
    line.setHeight(pixel);
    break;
  case Edge::Bottom:
    line.setTop(box.bottom() - pixel);
    break;
  }
  painter.fillRect(line, color);
}

} // namespace facet::gui
