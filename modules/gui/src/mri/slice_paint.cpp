#include "slice_view.h"

#include <facet/gui/paint.h>
#include <facet/workspace/texts.h>

#include <QPainter>

#include <cmath>

namespace facet::gui {

using rendering::ViewGeometry;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

constexpr int kMargin = 8;
constexpr double kGap = 9;           ///< of the cross-hair around its place
constexpr double kScaleShare = 0.25; ///< of the view's width at most

/// Text over an image, with a dark edge so that it can be read on white.
void drawOver(QPainter& painter, const QRectF& box, Qt::Alignment alignment, const QString& text, const QColor& ink) {
  const int flags = static_cast<int>(alignment) | Qt::TextDontClip;
  painter.setPen(QColor(0, 0, 0, 190));
  for (const QPointF& shift : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
    painter.drawText(box.translated(shift), flags, text);
  }
  painter.setPen(ink);
  painter.drawText(box, flags, text);
}

} // namespace

QString SliceView::sliceText() const {
  const imaging::Grid* shown = grid();
  if (shown == nullptr) {
    return {};
  }
  const LpsPoint at = m_model.place(m_row).value_or(rendering::centreOf(*shown));
  const std::int64_t number = rendering::sliceNumber(*shown, m_plane, rendering::nearestSlice(*shown, m_plane, at));
  return QStringLiteral("%1/%2").arg(number).arg(rendering::sliceCount(*shown, m_plane));
}

QString SliceView::scaleText(double lengthMm) const {
  const workspace::Texts texts;
  if (lengthMm >= 10) {
    return tr("%1 cm").arg(texts.number(lengthMm / 10, 0));
  }
  return tr("%1 mm").arg(texts.number(lengthMm, lengthMm < 1 ? 1 : 0));
}

QStringList SliceView::paintedTexts() const {
  QStringList all = {planeName(m_plane), message()};
  if (geometry()) {
    all << scaleText(50) << scaleText(5);
  }
  return all;
}

void SliceView::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const std::optional<ViewGeometry> view = geometry();
  const bool ready = view && m_model.loaded(m_row);
  if (ready) {
    draw(*view);
    painter.drawImage(QRectF(0, 0, width(), height()), m_image);
  } else {
    painter.fillRect(rect(), m_theme.color(Token::Viewport));
  }
  const QString text = message();
  if (!text.isEmpty()) {
    paintMessage(painter, text);
  } else if (ready) {
    paintCrossHair(painter, *view);
    paintLetters(painter, *view);
    paintScale(painter, *view);
  }
  painter.setFont(m_theme.font(TypeSize::Dense));
  const QRectF inside = QRectF(rect()).adjusted(kMargin, kMargin - 2, -kMargin, -kMargin);
  drawOver(painter, inside, Qt::AlignLeft | Qt::AlignTop, planeName(m_plane), m_theme.color(Token::OnViewport));
  if (ready) {
    drawOver(painter, inside, Qt::AlignRight | Qt::AlignTop, sliceText(), m_theme.color(Token::OnViewport));
  }
  if (hasFocus()) {
    const double line = 1.5;
    painter.setPen(QPen(m_theme.color(Token::Accent, workspace::ThemeMode::Dark), line));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2));
  }
}

void SliceView::paintCrossHair(QPainter& painter, const ViewGeometry& view) {
  const std::optional<LpsPoint> place = m_model.place(m_row);
  if (!place) {
    return;
  }
  const double dpr = devicePixelRatioF();
  const Vec3 pixel = view.pixelAt(*place);
  // A line of one device pixel lies on the middle of that pixel.
  const double x = (std::floor(pixel.x) + 0.5) / dpr;
  const double y = (std::floor(pixel.y) + 0.5) / dpr;
  QColor ink = m_theme.color(Token::Accent, workspace::ThemeMode::Dark);
  ink.setAlphaF(0.8F);
  painter.setPen(hairline(ink));
  painter.drawLine(QPointF(x, 0), QPointF(x, y - kGap));
  painter.drawLine(QPointF(x, y + kGap), QPointF(x, height()));
  painter.drawLine(QPointF(0, y), QPointF(x - kGap, y));
  painter.drawLine(QPointF(x + kGap, y), QPointF(width(), y));
}

void SliceView::paintLetters(QPainter& painter, const ViewGeometry& view) {
  painter.setFont(m_theme.font(TypeSize::Dense, TypeWeight::Strong));
  const QColor ink = m_theme.color(Token::Orientation);
  const QRectF inside = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
  const rendering::EdgeLetters letters = view.edgeLetters();
  const auto letter = [&](Qt::Alignment where, const std::string& text) {
    drawOver(painter, inside, where, QString::fromStdString(text), ink);
  };
  letter(Qt::AlignLeft | Qt::AlignVCenter, letters.left);
  letter(Qt::AlignRight | Qt::AlignVCenter, letters.right);
  letter(Qt::AlignHCenter | Qt::AlignTop, letters.top);
  letter(Qt::AlignHCenter | Qt::AlignBottom, letters.bottom);
}

void SliceView::paintScale(QPainter& painter, const ViewGeometry& view) {
  const double mmPerLogical = view.spec().mmPerPixel * devicePixelRatioF();
  const double lengthMm = rendering::roundLengthMm(kScaleShare * width() * mmPerLogical);
  const double length = lengthMm / mmPerLogical;
  const double right = width() - kMargin;
  const double y = height() - kMargin - 1;
  const QColor ink = m_theme.color(Token::OnViewport);
  painter.fillRect(QRectF(right - length - 1, y - 2, length + 2, 4), QColor(0, 0, 0, 150));
  painter.fillRect(QRectF(right - length, y - 1, length, 2), ink);
  painter.setFont(m_theme.font(TypeSize::Dense));
  drawOver(painter, QRectF(right - length, y - 22, length, 18), Qt::AlignHCenter | Qt::AlignBottom, scaleText(lengthMm),
           ink);
}

void SliceView::paintMessage(QPainter& painter, const QString& text) {
  painter.setFont(m_theme.font());
  painter.setPen(m_theme.color(Token::TextSecondary, workspace::ThemeMode::Dark));
  const QRectF inside = QRectF(rect()).adjusted(3 * kMargin, 4 * kMargin, -3 * kMargin, -4 * kMargin);
  painter.drawText(inside, static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap, text);
}

} // namespace facet::gui
