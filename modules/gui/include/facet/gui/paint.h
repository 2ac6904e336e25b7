#pragma once

#include <facet/workspace/theme.h>

#include <QPainter>
#include <QPen>

namespace facet::gui {

/// A pen of one device pixel at every scale.
[[nodiscard]] QPen hairline(const QColor& color);

/// Fills a rounded box and draws its hairline inside the edge; an invalid colour leaves that part out.
void drawBox(QPainter& painter, const QRectF& box, const QColor& fill, const QColor& border, double radius);

enum class Edge { Left, Top, Right, Bottom };
/// Draws a hairline along the inside of one edge.
void drawEdge(QPainter& painter, const QRectF& box, Edge edge, const QColor& color);

} // namespace facet::gui
