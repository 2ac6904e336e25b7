#include "segment_delegate.h"

#include <facet/charts/edss_multiples.h>
#include <facet/gui/paint.h>
#include <facet/workspace/digits.h>

#include <QApplication>

namespace facet::gui {

using workspace::SegmentModel;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {
constexpr int kSwatch = 22;
constexpr int kFirstLine = 5;
constexpr int kLine = 16;
} // namespace

SegmentDelegate::SegmentDelegate(const Theme& theme, const SegmentModel& segments, QObject* parent)
    : DigitDelegate(theme, parent)
    , m_segments(segments) {}

void SegmentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyleOptionViewItem cell(option);
  initStyleOption(&cell, index);
  const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
  style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);
  const workspace::Segment& segment = m_segments.response().segments[static_cast<std::size_t>(index.row())];
  painter->save();
  QRect box = cell.rect.adjusted(m_theme.grid(2), 0, -m_theme.grid(2), 0);
  const bool isName = index.column() == SegmentModel::TreatmentColumn;
  if (isName) {
    const charts::ChartStyle chart(m_theme, m_theme.mode(), painter->device()->logicalDpiY());
    const QRectF swatch(box.left(), box.top() + kFirstLine + 3, kSwatch, 10);
    if (segment.episode) {
      charts::drawTreatmentSwatch(*painter, chart, swatch,
                                  m_segments.response().exposure.episodes[*segment.episode].drug);
    } else {
      charts::drawGapSwatch(*painter, chart, swatch);
    }
    box.setLeft(box.left() + kSwatch + m_theme.grid(2));
  }
  const auto line = [&](int top, const QFont& font, Token ink, const QString& text) {
    painter->setFont(font);
    painter->setPen(m_theme.color(ink));
    const QRect room(box.left(), box.top() + top, box.width(), kLine);
    if (cell.displayAlignment.testFlag(Qt::AlignRight)) {
      workspace::drawDigitText(*painter, room, Qt::AlignRight | Qt::AlignVCenter, text);
    } else {
      painter->drawText(room, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                        QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
    }
  };
  const Token ink = segment.episode ? Token::Text : Token::TextSecondary;
  const bool strong = isName && segment.episode;
  line(kFirstLine, m_theme.font(TypeSize::Dense, strong ? TypeWeight::Strong : TypeWeight::Regular), ink, cell.text);
  line(kFirstLine + kLine, m_theme.font(TypeSize::Dense), Token::TextSecondary,
       index.data(SegmentModel::MoreRole).toString());
  drawEdge(*painter, cell.rect, Edge::Bottom, m_theme.color(Token::Line));
  painter->restore();
}

QSize SegmentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const QFontMetricsF metrics(m_theme.font(TypeSize::Dense, TypeWeight::Strong));
  const double width = std::max(workspace::digitTextWidth(metrics, index.data().toString()),
                                workspace::digitTextWidth(metrics, index.data(SegmentModel::MoreRole).toString()));
  const int swatch = index.column() == SegmentModel::TreatmentColumn ? kSwatch + m_theme.grid(2) : 0;
  Q_UNUSED(option);
  return {static_cast<int>(width) + swatch + 2 * m_theme.grid(2) + 1, kRowHeight};
}

} // namespace facet::gui
