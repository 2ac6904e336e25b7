#include "drop_veil.h"

#include <facet/gui/icons.h>

namespace facet::gui {

using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {
constexpr int kInset = 16;
constexpr int kIconPx = 48;
constexpr float kVeil = 0.85F;
} // namespace

DropVeil::DropVeil(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setAccessibleName(tr("Drop to open"));
  hide();
}

void DropVeil::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QColor veil = m_theme.color(Token::Window);
  veil.setAlphaF(kVeil);
  painter.fillRect(rect(), veil);
  painter.setPen(QPen(m_theme.color(Token::Accent), 2, Qt::DashLine));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(rect()).adjusted(kInset, kInset, -kInset, -kInset), 8, 8);
  const QPointF middle = QRectF(rect()).center();
  drawIcon(painter, QRectF(middle.x() - kIconPx / 2.0, middle.y() - kIconPx - 12, kIconPx, kIconPx), Icon::Import,
           m_theme.color(Token::Accent));
  painter.setFont(m_theme.font(TypeSize::Title, TypeWeight::Strong));
  painter.setPen(m_theme.color(Token::Text));
  painter.drawText(QRectF(0, middle.y(), width(), 32), Qt::AlignCenter, tr("Drop to open"));
  painter.setFont(m_theme.font());
  painter.setPen(m_theme.color(Token::TextSecondary));
  painter.drawText(QRectF(0, middle.y() + 34, width(), 24), Qt::AlignCenter,
                   tr("Folders or files in DICOM, BIDS, NIfTI, NRRD or MHA. Names and ids are dropped on the way in."));
}

} // namespace facet::gui
