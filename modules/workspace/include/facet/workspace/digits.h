#pragma once

#include <QFontMetricsF>
#include <QPainter>
#include <QString>

namespace facet::workspace {

/// Width of a text whose digits all take the room of the widest one, so that numbers in a column line up.
/// Units: logical pixels.
[[nodiscard]] double digitTextWidth(const QFontMetricsF& metrics, const QString& text);

/// Draws one line of text with digits of one width, with the painter's font and pen, placed in `box` by `alignment`.
void drawDigitText(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text);

} // namespace facet::workspace
