#include "page_preview.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace facet::gui {

namespace {
constexpr double kGap = 16; ///< around and between pages
constexpr double kLeastZoom = 0.3;
constexpr double kMostZoom = 3;
constexpr double kStep = 1.2;
constexpr int kLine = 48;
constexpr int kKept = 3; ///< pictures kept before and after the page in sight
constexpr double kDotsPerInch = 96;
} // namespace

PagePreview::PagePreview(const workspace::Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme) {
  setFrameShape(QFrame::NoFrame);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Pages of the report"));
  verticalScrollBar()->setSingleStep(kLine);
  connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PagePreview::viewChanged);
  connect(&theme, &workspace::Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void PagePreview::setLayoutOfPages(std::shared_ptr<const reporting::PageLayout> layout) {
  m_layout = std::move(layout);
  m_pictures.assign(static_cast<std::size_t>(pages()), std::nullopt);
  updateBars();
  viewport()->update();
  Q_EMIT viewChanged();
}

QRectF PagePreview::boxOf(int page) const {
  const QSizeF size = reporting::PageLayout::pageSize() * m_zoom;
  const double left = std::max(kGap, (viewport()->width() - size.width()) / 2) - horizontalScrollBar()->value();
  const double top = kGap + page * (size.height() + kGap) - verticalScrollBar()->value();
  // Whole pixels, so that a picture is shown as it was drawn.
  return {std::round(left), std::round(top), std::round(size.width()), std::round(size.height())};
}

int PagePreview::currentPage() const {
  const double step = reporting::PageLayout::pageSize().height() * m_zoom + kGap;
  const double middle = verticalScrollBar()->value() + viewport()->height() / 2.0;
  return std::clamp(static_cast<int>(middle / step), 0, std::max(0, pages() - 1));
}

void PagePreview::showPage(int page) {
  const double step = reporting::PageLayout::pageSize().height() * m_zoom + kGap;
  verticalScrollBar()->setValue(static_cast<int>(std::lround(page * step)));
}

void PagePreview::zoomBy(double factor) {
  m_fits = false;
  setZoom(m_zoom * factor);
}

void PagePreview::fitWidth() {
  m_fits = true;
  updateBars();
}

void PagePreview::setZoom(double zoom) {
  zoom = std::clamp(zoom, kLeastZoom, kMostZoom);
  if (zoom == m_zoom) {
    return;
  }
  const double place = verticalScrollBar()->value() / m_zoom;
  m_zoom = zoom;
  m_pictures.assign(static_cast<std::size_t>(pages()), std::nullopt);
  updateBars();
  verticalScrollBar()->setValue(static_cast<int>(std::lround(place * m_zoom)));
  viewport()->update();
  Q_EMIT viewChanged();
}

void PagePreview::updateBars() {
  const QSizeF page = reporting::PageLayout::pageSize();
  if (m_fits) {
    m_fits = false;
    setZoom(std::min(1.4, (viewport()->width() - 2 * kGap) / page.width()));
    m_fits = true;
  }
  const double height = pages() * (page.height() * m_zoom + kGap) + kGap;
  verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(height)) - viewport()->height()));
  verticalScrollBar()->setPageStep(viewport()->height());
  const double width = page.width() * m_zoom + 2 * kGap;
  horizontalScrollBar()->setRange(0, std::max(0, static_cast<int>(std::ceil(width)) - viewport()->width()));
  horizontalScrollBar()->setPageStep(viewport()->width());
}

const QPixmap& PagePreview::pictureOf(int page) {
  auto& picture = m_pictures[static_cast<std::size_t>(page)];
  if (!picture) {
    const double ratio = devicePixelRatioF();
    picture = QPixmap::fromImage(m_layout->image(page, kDotsPerInch * m_zoom * ratio));
    picture->setDevicePixelRatio(ratio);
  }
  return *picture;
}

void PagePreview::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(viewport());
  painter.fillRect(viewport()->rect(), m_theme.color(workspace::Token::Window));
  const int current = currentPage();
  for (int page = 0; page < pages(); ++page) {
    const QRectF box = boxOf(page);
    if (!box.intersects(QRectF(viewport()->rect()))) {
      if (std::abs(page - current) > kKept) {
        m_pictures[static_cast<std::size_t>(page)].reset();
      }
      continue;
    }
    painter.drawPixmap(box.topLeft(), pictureOf(page));
    painter.setPen(m_theme.color(workspace::Token::Line));
    painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5));
  }
}

void PagePreview::resizeEvent(QResizeEvent* /*event*/) {
  updateBars();
}

void PagePreview::wheelEvent(QWheelEvent* event) {
  if (event->modifiers().testFlag(Qt::ControlModifier)) {
    zoomBy(std::pow(kStep, event->angleDelta().y() / 120.0));
    event->accept();
    return;
  }
  QAbstractScrollArea::wheelEvent(event);
}

void PagePreview::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
  case Qt::Key_Home:
    showPage(0);
    break;
  case Qt::Key_End:
    showPage(pages() - 1);
    break;
  case Qt::Key_PageDown:
    showPage(std::min(pages() - 1, currentPage() + 1));
    break;
  case Qt::Key_PageUp:
    showPage(std::max(0, currentPage() - 1));
    break;
  default:
    QAbstractScrollArea::keyPressEvent(event);
  }
}

} // namespace facet::gui
