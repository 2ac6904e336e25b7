#include <facet/gui/elided_label.h>

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace facet::gui {

using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {
constexpr int kShortest = 8; // characters
} // namespace

ElidedLabel::ElidedLabel(const Theme& theme, TypeSize size, TypeWeight weight, Token ink, QWidget* parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_ink(ink) {
  setFont(theme.font(size, weight));
  setTextFormat(Qt::PlainText);
}

void ElidedLabel::setInk(Token ink) {
  m_ink = ink;
  update();
}

void ElidedLabel::setHint(const QString& hint) {
  m_hint = hint;
}

bool ElidedLabel::isElided() const {
  return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

QSize ElidedLabel::minimumSizeHint() const {
  const QSize whole = sizeHint();
  return {std::min(whole.width(), fontMetrics().averageCharWidth() * kShortest), whole.height()};
}

bool ElidedLabel::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    QString tip = isElided() ? text() : QString();
    if (!m_hint.isEmpty()) {
      tip += (tip.isEmpty() ? QString() : QStringLiteral("\n")) + m_hint;
    }
    if (!tip.isEmpty()) {
      QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), tip, this);
      return true;
    }
  }
  return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setPen(m_theme.color(isEnabled() ? m_ink : Token::TextTertiary));
  const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
  painter.drawText(contentsRect(), static_cast<int>(alignment() | Qt::TextSingleLine), shown);
}

TextLabel::TextLabel(const Theme& theme, TypeSize size, TypeWeight weight, Token ink, QWidget* parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_ink(ink) {
  setFont(theme.font(size, weight));
  setTextFormat(Qt::PlainText);
  setWordWrap(true);
  applyInk();
}

void TextLabel::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::ApplicationPaletteChange) {
    applyInk();
  }
}

void TextLabel::applyInk() {
  QPalette own = palette();
  own.setColor(QPalette::WindowText, m_theme.color(m_ink));
  setPalette(own);
}

} // namespace facet::gui
