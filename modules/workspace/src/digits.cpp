#include <facet/workspace/digits.h>

#include <algorithm>

namespace facet::workspace {

namespace {

double digitWidth(const QFontMetricsF& metrics) {
  double width = 0;
  for (char digit = '0'; digit <= '9'; ++digit) {
    width = std::max(width, metrics.horizontalAdvance(QLatin1Char(digit)));
  }
  return width;
}

bool isDigit(QChar c) {
  return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

/// Calls `part(text, width, isDigit)` for each digit and each run without digits.
template <class F>
void forParts(const QFontMetricsF& metrics, const QString& text, F part) {
  const double width = digitWidth(metrics);
  qsizetype begin = 0;
  while (begin < text.size()) {
    if (isDigit(text[begin])) {
      part(text.mid(begin, 1), width, true);
      ++begin;
      continue;
    }
    qsizetype end = begin;
    while (end < text.size() && !isDigit(text[end])) {
      ++end;
    }
    const QString run = text.mid(begin, end - begin);
    part(run, metrics.horizontalAdvance(run), false);
    begin = end;
  }
}

} // namespace

double digitTextWidth(const QFontMetricsF& metrics, const QString& text) {
  double total = 0;
  forParts(metrics, text, [&](const QString&, double width, bool) { total += width; });
  return total;
}

void drawDigitText(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text) {
  const QFontMetricsF metrics(painter.font(), painter.device());
  const double total = digitTextWidth(metrics, text);
  double x = box.left();
  if (alignment.testFlag(Qt::AlignRight)) {
    x = box.right() - total;
  } else if (alignment.testFlag(Qt::AlignHCenter)) {
    x = box.center().x() - total / 2;
  }
  double y = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
  if (alignment.testFlag(Qt::AlignTop)) {
    y = box.top() + metrics.ascent();
  } else if (alignment.testFlag(Qt::AlignBottom)) {
    y = box.bottom() - metrics.descent();
  }
  forParts(metrics, text, [&](const QString& part, double width, bool digit) {
    const double shift = digit ? (width - metrics.horizontalAdvance(part)) / 2 : 0;
    painter.drawText(QPointF(x + shift, y), part);
    x += width;
  });
}

} // namespace facet::workspace
