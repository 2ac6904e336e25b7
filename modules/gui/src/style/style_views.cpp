#include "style.h"

#include <facet/gui/icons.h>
#include <facet/gui/paint.h>

#include <QFrame>
#include <QStyleOption>
#include <QStyleOptionViewItem>

#include <cmath>

namespace facet::gui {

using workspace::Token;

void FacetStyle::drawFrame(const QStyleOption& option, QPainter& painter) const {
  const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
  if (frame == nullptr || frame->frameShape == QFrame::NoFrame) {
    return;
  }
  const QColor line = color(Token::Line);
  const QRectF box = frame->rect;
  switch (frame->frameShape) {
  case QFrame::HLine:
    return drawEdge(painter, QRectF(box.left(), std::floor(box.center().y()), box.width(), 1), Edge::Top, line);
  case QFrame::VLine:
    return drawEdge(painter, QRectF(std::floor(box.center().x()), box.top(), 1, box.height()), Edge::Left, line);
  default:
    drawBox(painter, box, {}, line, 0);
  }
}

void FacetStyle::drawItemPanel(const QStyleOption& option, QPainter& painter) const {
  const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(&option);
  if (item == nullptr) {
    return;
  }
  if (item->backgroundBrush.style() != Qt::NoBrush) {
    painter.fillRect(item->rect, item->backgroundBrush);
  }
  if (item->state.testFlag(State_Selected)) {
    painter.fillRect(item->rect, color(Token::Selection));
  } else if (item->state.testFlag(State_MouseOver)) {
    painter.fillRect(item->rect, color(Token::Raised));
  }
}

void FacetStyle::drawHeaderSection(const QStyleOption& option, QPainter& painter) const {
  painter.fillRect(option.rect, color(option.state.testFlag(State_MouseOver) ? Token::Raised : Token::Panel));
  drawEdge(painter, option.rect, Edge::Bottom, color(Token::Line));
}

void FacetStyle::drawHeaderLabel(const QStyleOption& option, QPainter& painter) const {
  const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
  if (header == nullptr) {
    return;
  }
  const int margin = m_theme.grid(1);
  QRect box = header->rect.adjusted(margin, 0, -margin, 0);
  painter.setFont(m_theme.font(workspace::TypeSize::Dense, workspace::TypeWeight::Medium));
  const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
  const bool right = header->textAlignment.testFlag(Qt::AlignRight);
  constexpr int kMark = 12;
  const QString text =
      painter.fontMetrics().elidedText(header->text, Qt::ElideRight, box.width() - (sorted ? kMark + 2 : 0));
  const int width = painter.fontMetrics().horizontalAdvance(text);
  if (sorted) {
    // Qt names the indicator by the shape of its arrow: down means ascending.
    const Icon icon = header->sortIndicator == QStyleOptionHeader::SortDown ? Icon::ChevronUp : Icon::ChevronDown;
    const int x = right ? box.right() - width - kMark - 1 : box.left() + width + 2;
    drawIcon(painter, QRectF(x, box.center().y() - kMark / 2.0 + 0.5, kMark, kMark), icon, color(Token::Text));
  }
  painter.setPen(color(sorted ? Token::Text : Token::TextSecondary));
  painter.drawText(box, static_cast<int>(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft)), text);
}

void FacetStyle::drawTab(const QStyleOption& option, QPainter& painter) const {
  const bool selected = option.state.testFlag(State_Selected);
  if (!selected && option.state.testFlag(State_MouseOver)) {
    drawBox(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), color(Token::Hover), {}, radius());
  }
  drawEdge(painter, option.rect, Edge::Bottom, color(Token::Line));
  if (selected) {
    QRectF mark(option.rect);
    mark.setTop(mark.bottom() - 2);
    painter.fillRect(mark, color(Token::Accent));
  }
  if (option.state.testFlag(State_HasFocus)) {
    drawFocusRing(option, painter);
  }
}

void FacetStyle::drawMenuBarItem(const QStyleOption& option, QPainter& painter) const {
  const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option);
  if (item == nullptr) {
    return;
  }
  painter.fillRect(item->rect, color(item->state.testFlag(State_Selected) ? Token::Hover : Token::Panel));
  painter.setPen(color(item->state.testFlag(State_Enabled) ? Token::Text : Token::TextTertiary));
  painter.drawText(item->rect, Qt::AlignCenter | Qt::TextShowMnemonic, item->text);
}

void FacetStyle::drawMenuItem(const QStyleOption& option, QPainter& painter) const {
  const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option);
  if (item == nullptr) {
    return;
  }
  const QRect box = item->rect;
  if (item->menuItemType == QStyleOptionMenuItem::Separator) {
    drawEdge(painter, QRectF(box).adjusted(0, box.height() / 2.0, 0, 0), Edge::Top, color(Token::Line));
    return;
  }
  const bool enabled = item->state.testFlag(State_Enabled);
  if (enabled && item->state.testFlag(State_Selected)) {
    drawBox(painter, QRectF(box).adjusted(2, 1, -2, -1), color(Token::Selection), {}, radius() - 2);
  }
  const int iconColumn = m_theme.grid(8);
  const QRectF mark(box.left() + m_theme.grid(2), box.center().y() - 7.5, 16, 16);
  if (item->checkType != QStyleOptionMenuItem::NotCheckable) {
    if (item->checked) {
      drawIcon(painter, mark, Icon::Check, color(enabled ? Token::Accent : Token::TextTertiary));
    }
  } else if (!item->icon.isNull()) {
    item->icon.paint(&painter, mark.toRect(), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
  }
  const QRect text = box.adjusted(iconColumn, 0, -m_theme.grid(6), 0);
  const auto tab = item->text.indexOf(QLatin1Char('\t'));
  painter.setFont(item->font);
  painter.setPen(color(enabled ? Token::Text : Token::TextTertiary));
  painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine,
                   item->text.left(tab));
  if (tab >= 0) {
    painter.setPen(color(enabled ? Token::TextSecondary : Token::TextTertiary));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, item->text.mid(tab + 1));
  }
  if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
    drawIcon(painter, QRectF(box.right() - m_theme.grid(5), box.center().y() - 5.5, 12, 12), Icon::ChevronRight,
             color(Token::TextSecondary));
  }
}

} // namespace facet::gui
