#pragma once

#include <facet/reporting/page_layout.h>
#include <facet/workspace/theme.h>

#include <QAbstractScrollArea>
#include <QPixmap>

#include <memory>
#include <optional>
#include <vector>

namespace facet::gui {

/// The pages of a report one below the other, as they will be printed: always on white paper.
class PagePreview final : public QAbstractScrollArea {
  Q_OBJECT

public:
  explicit PagePreview(const workspace::Theme& theme, QWidget* parent = nullptr);

  /// Shows another report at the same place; null shows nothing.
  void setLayoutOfPages(std::shared_ptr<const reporting::PageLayout> layout);
  [[nodiscard]] int pages() const { return m_layout ? m_layout->pages() : 0; }
  /// The page in the middle of the view, from 0.
  [[nodiscard]] int currentPage() const;
  void showPage(int page);

  /// Logical pixels for one of 1/96 inch.
  [[nodiscard]] double zoom() const { return m_zoom; }
  void zoomBy(double factor);
  /// The page fills the width of the view, and goes on to do so.
  void fitWidth();

Q_SIGNALS:
  /// Another page is in the middle, or another zoom.
  void viewChanged();

protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  void setZoom(double zoom);
  void updateBars();
  [[nodiscard]] QRectF boxOf(int page) const;
  [[nodiscard]] const QPixmap& pictureOf(int page);

  const workspace::Theme& m_theme;
  std::shared_ptr<const reporting::PageLayout> m_layout;
  std::vector<std::optional<QPixmap>> m_pictures;
  double m_zoom = 1;
  bool m_fits = true;
};

} // namespace facet::gui
