#include "palette_delegate.h"

#include "command_palette.h"

#include <facet/gui/paint.h>

namespace facet::gui {

using workspace::Size;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

PaletteDelegate::PaletteDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme) {}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const QRect row = option.rect;
  painter->save();
  if (selected) {
    drawBox(*painter, row, m_theme.color(Token::Selection), {}, m_theme.size(Size::Radius));
  } else if (option.state.testFlag(QStyle::State_MouseOver)) {
    drawBox(*painter, row, m_theme.color(Token::Raised), {}, m_theme.size(Size::Radius));
  }
  const int margin = m_theme.grid(3);
  const int side = m_theme.size(Size::Icon);
  drawIcon(*painter, QRectF(row.left() + margin, row.center().y() + 0.5 - side / 2.0, side, side),
           static_cast<Icon>(index.data(PaletteModel::IconRole).toInt()),
           m_theme.color(selected ? Token::Text : Token::TextSecondary));

  const QString detail = index.data(PaletteModel::DetailRole).toString();
  painter->setFont(m_theme.font(TypeSize::Dense));
  painter->setPen(m_theme.color(Token::TextSecondary));
  const QRect words = row.adjusted(margin + side + margin, 0, -margin, 0);
  painter->drawText(words, static_cast<int>(Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine), detail);
  const int right = words.right() - painter->fontMetrics().horizontalAdvance(detail) - margin;

  const QString title = index.data().toString();
  const auto places = index.data(PaletteModel::PlacesRole).value<QList<int>>();
  const QFont plain = m_theme.font(TypeSize::Base);
  const QFont bold = m_theme.font(TypeSize::Base, TypeWeight::Strong);
  painter->setClipRect(QRect(words.left(), row.top(), right - words.left(), row.height()));
  double x = words.left();
  for (qsizetype i = 0; i < title.size();) {
    const bool hit = places.contains(static_cast<int>(i));
    qsizetype end = i;
    while (end < title.size() && places.contains(static_cast<int>(end)) == hit) {
      ++end;
    }
    const QString part = title.mid(i, end - i);
    painter->setFont(hit ? bold : plain);
    painter->setPen(m_theme.color(hit && !selected ? Token::Accent : Token::Text));
    const QFontMetricsF metrics(painter->font());
    painter->drawText(QRectF(x, row.top(), right - x, row.height()), Qt::AlignVCenter | Qt::TextSingleLine, part);
    x += metrics.horizontalAdvance(part);
    i = end;
  }
  painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const {
  return {option.rect.width(), kRowHeight};
}

} // namespace facet::gui
