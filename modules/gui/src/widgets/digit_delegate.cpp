#include <facet/gui/digit_delegate.h>
#include <facet/gui/paint.h>
#include <facet/workspace/digits.h>

#include <QApplication>
#include <QPainter>

namespace facet::gui {

using workspace::Size;
using workspace::Theme;
using workspace::Token;

DigitDelegate::DigitDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme) {}

Token DigitDelegate::ink(const QModelIndex& /*index*/) const {
  return Token::Text;
}

void DigitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem cell(option);
  initStyleOption(&cell, index);
  const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
  style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
  painter->save();
  painter->setFont(cell.font);
  painter->setPen(m_theme.color(cell.state.testFlag(QStyle::State_Enabled) ? ink(index) : Token::TextTertiary));
  const int margin = m_theme.grid(2);
  const QRect box = cell.rect.adjusted(margin, 0, -margin, 0);
  if (cell.displayAlignment.testFlag(Qt::AlignRight)) {
    workspace::drawDigitText(*painter, box, Qt::AlignRight | Qt::AlignVCenter, cell.text);
  } else {
    const QString shown = QFontMetrics(cell.font).elidedText(cell.text, Qt::ElideRight, box.width());
    painter->drawText(box, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), shown);
  }
  drawEdge(*painter, cell.rect, Edge::Bottom, m_theme.color(Token::Line));
  painter->restore();
}

QSize DigitDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem cell(option);
  initStyleOption(&cell, index);
  const double width = workspace::digitTextWidth(QFontMetricsF(cell.font), cell.text);
  return {static_cast<int>(width) + 2 * m_theme.grid(2) + 1, m_theme.size(Size::Row)};
}

} // namespace facet::gui
