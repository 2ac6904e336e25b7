#include "record_button.h"

#include <facet/gui/icons.h>
#include <facet/gui/page.h>
#include <facet/gui/paint.h>

namespace facet::gui {

using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {
constexpr int kPadding = 5;
constexpr int kChevron = 18;
} // namespace

RecordButton::RecordButton(const Theme& theme, const workspace::RecordLine& line, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_line(line) {
  setAccessibleName(line.when + QStringLiteral(": ") + line.what);
  setAccessibleDescription(line.detail);
  setToolTip(line.day ? tr("Show it on the page “%1”").arg(pageTitle(line.page)) : QString());
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setCursor(Qt::PointingHandCursor);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

QSize RecordButton::sizeHint() const {
  constexpr int kUsualWidth = 320;
  return {kUsualWidth, heightForWidth(kUsualWidth)};
}

int RecordButton::heightForWidth(int width) const {
  const QRect room(0, 0, width - kChevron, 10'000);
  const auto lines = [&](TypeWeight weight, const QString& text) {
    return text.isEmpty() ? 0
                          : QFontMetrics(m_theme.font(TypeSize::Dense, weight))
                                .boundingRect(room, Qt::TextWordWrap, text)
                                .height();
  };
  return lines(TypeWeight::Medium, m_line.when + QStringLiteral("   ") + m_line.what) +
         lines(TypeWeight::Regular, m_line.detail) + 2 * kPadding;
}

void RecordButton::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  if (isDown() || underMouse()) {
    painter.fillRect(rect(), m_theme.color(Token::Raised));
  }
  QRect room(0, kPadding, width() - kChevron, height());
  QRect used;
  painter.setFont(m_theme.font(TypeSize::Dense, TypeWeight::Medium));
  painter.setPen(m_theme.color(Token::Text));
  painter.drawText(room, Qt::TextWordWrap, m_line.when + QStringLiteral("   ") + m_line.what, &used);
  if (!m_line.detail.isEmpty()) {
    room.setTop(used.bottom() + 1);
    painter.setFont(m_theme.font(TypeSize::Dense));
    painter.setPen(m_theme.color(Token::TextSecondary));
    painter.drawText(room, Qt::TextWordWrap, m_line.detail);
  }
  if (m_line.day) {
    drawIcon(painter, QRectF(width() - kChevron + 2, kPadding, 14, 14), Icon::ChevronRight,
             m_theme.color(underMouse() || hasFocus() ? Token::Accent : Token::TextTertiary));
  }
  drawEdge(painter, rect(), Edge::Bottom, m_theme.color(Token::Line));
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::Accent), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
  }
}

} // namespace facet::gui
