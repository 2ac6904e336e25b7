#include "search_button.h"

#include <facet/gui/icons.h>
#include <facet/gui/paint.h>

#include <QKeySequence>

namespace facet::gui {

using workspace::Size;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;

namespace {
constexpr int kFullWidth = 300;
constexpr int kShortWidth = 32;
constexpr int kHeight = 32;
constexpr int kIconPx = 16;
} // namespace

SearchButton::SearchButton(const Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme) {
  setText(tr("Search patients and commands"));
  setAccessibleName(text());
  setToolTip(tr("Find a patient, a page or a command (Ctrl+K)"));
  setAttribute(Qt::WA_Hover);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::IBeamCursor);
  setFont(theme.font(TypeSize::Base));
  setLength(Length::Full);
}

void SearchButton::setLength(Length length) {
  m_length = length;
  setFixedSize(length == Length::Full ? kFullWidth : kShortWidth, kHeight);
}

void SearchButton::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const bool focused = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
  drawBox(painter, rect(), m_theme.color(underMouse() ? Token::Hover : Token::Raised),
          m_theme.color(focused ? Token::Accent : Token::Line), m_theme.size(Size::Radius));
  const int margin = m_theme.grid(2);
  drawIcon(painter, QRectF(margin, (height() - kIconPx) / 2.0, kIconPx, kIconPx), Icon::Search,
           m_theme.color(Token::TextSecondary));
  painter.setPen(m_theme.color(Token::TextSecondary));
  painter.setFont(font());
  const QRect words = rect().adjusted(margin + kIconPx + margin, 0, -margin, 0);
  if (m_length == Length::Short) {
    return;
  }
  const QString keys = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
  const int keysWidth = fontMetrics().horizontalAdvance(keys);
  const int room = words.width() - keysWidth - margin;
  painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideRight, room));
  painter.setFont(m_theme.font(TypeSize::Dense));
  painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, keys);
}

} // namespace facet::gui
