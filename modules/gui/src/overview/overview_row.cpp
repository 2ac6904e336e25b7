#include "overview_row.h"

#include <facet/gui/page.h>
#include <facet/gui/paint.h>

namespace facet::gui {

using workspace::OverviewLine;
using workspace::OverviewPart;
using workspace::OverviewTone;
using workspace::Size;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

constexpr int kIconColumn = 52;
constexpr int kTargetColumn = 132;
constexpr int kPadding = 11;
constexpr int kLineGap = 2;

Icon iconOf(OverviewPart part) {
  switch (part) {
  case OverviewPart::Relapses:
    return Icon::Relapse;
  case OverviewPart::Edss:
    return Icon::Visit;
  case OverviewPart::Scans:
    return Icon::Mri;
  case OverviewPart::Tests:
    return Icon::Test;
  case OverviewPart::Laboratory:
    return Icon::Lab;
  case OverviewPart::Treatment:
    return Icon::Treatment;
  case OverviewPart::Doses:
    return Icon::Dose;
  case OverviewPart::SideEffects:
    return Icon::Warning;
  case OverviewPart::Other:
    return Icon::Info;
  case OverviewPart::Missing:
    break;
  }
  return Icon::Missing;
}

Token inkOf(OverviewTone tone) {
  switch (tone) {
  case OverviewTone::Relapse:
    return Token::Relapse;
  case OverviewTone::Worse:
    return Token::Threshold;
  case OverviewTone::Better:
    return Token::Good;
  case OverviewTone::Plain:
  case OverviewTone::Missing:
    break;
  }
  return Token::TextSecondary;
}

} // namespace

OverviewRow::OverviewRow(const Theme& theme, const OverviewLine& line, Place place, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_line(line)
    , m_place(place)
    , m_target(pageTitle(line.page)) {
  setText(line.sentence);
  setAccessibleName(line.sentence);
  setAccessibleDescription(line.detail);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setCursor(Qt::PointingHandCursor);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

int OverviewRow::textWidth(int width) const {
  return width - kIconColumn - kTargetColumn;
}

QSize OverviewRow::sizeHint() const {
  constexpr int kUsualWidth = 640;
  return {kUsualWidth, heightForWidth(kUsualWidth)};
}

int OverviewRow::heightForWidth(int width) const {
  const QRect room(0, 0, textWidth(width), 10'000);
  int height = QFontMetrics(m_theme.font(TypeSize::Base, TypeWeight::Medium))
                   .boundingRect(room, Qt::TextWordWrap, m_line.sentence)
                   .height();
  if (!m_line.detail.isEmpty()) {
    height += kLineGap +
              QFontMetrics(m_theme.font(TypeSize::Dense)).boundingRect(room, Qt::TextWordWrap, m_line.detail).height();
  }
  return height + 2 * kPadding;
}

void OverviewRow::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  if (isDown() || underMouse()) {
    painter.fillRect(rect(), m_theme.color(Token::Raised));
  }
  if (m_place == Place::Between) {
    drawEdge(painter, rect(), Edge::Bottom, m_theme.color(Token::Line));
  }
  const int side = m_theme.size(Size::Icon);
  drawIcon(painter, QRectF(m_theme.grid(4), kPadding - 2, side, side), iconOf(m_line.part),
           m_theme.color(inkOf(m_line.tone)));
  QRect room(kIconColumn, kPadding, textWidth(width()), height());
  painter.setFont(m_theme.font(TypeSize::Base, TypeWeight::Medium));
  painter.setPen(m_theme.color(m_line.tone == OverviewTone::Missing ? Token::TextSecondary : Token::Text));
  QRect used;
  painter.drawText(room, Qt::TextWordWrap, m_line.sentence, &used);
  if (!m_line.detail.isEmpty()) {
    room.setTop(used.bottom() + 1 + kLineGap);
    painter.setFont(m_theme.font(TypeSize::Dense));
    painter.setPen(m_theme.color(Token::TextSecondary));
    painter.drawText(room, Qt::TextWordWrap, m_line.detail);
  }
  painter.setFont(m_theme.font(TypeSize::Dense));
  painter.setPen(m_theme.color(underMouse() || hasFocus() ? Token::Accent : Token::TextSecondary));
  const QRect target(width() - kTargetColumn, 0, kTargetColumn - m_theme.grid(9), height());
  painter.drawText(target, Qt::AlignRight | Qt::AlignVCenter, m_target);
  drawIcon(painter, QRectF(width() - m_theme.grid(8), height() / 2.0 - 8, 16, 16), Icon::ChevronRight,
           painter.pen().color());
  if (hasFocus()) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Token::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
  }
}

} // namespace facet::gui
