#include "state_pill.h"

#include <facet/gui/paint.h>

namespace facet::gui {

using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;

namespace {
constexpr double kDot = 8;
constexpr int kGap = 7;
} // namespace

StatePill::StatePill(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
  setFont(theme.font(TypeSize::Dense));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void StatePill::setState(const QString& text, Token shape, const QString& tip) {
  m_text = text;
  m_shape = shape;
  setAccessibleName(text);
  setToolTip(tip);
  updateGeometry();
  update();
}

QSize StatePill::sizeHint() const {
  return {static_cast<int>(kDot) + kGap + fontMetrics().horizontalAdvance(m_text) + 1, fontMetrics().height()};
}

void StatePill::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(m_theme.color(m_shape));
  painter.drawEllipse(QRectF(0, (height() - kDot) / 2.0, kDot, kDot));
  painter.setPen(m_theme.color(Token::TextSecondary));
  painter.setFont(font());
  painter.drawText(rect().adjusted(static_cast<int>(kDot) + kGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

} // namespace facet::gui
