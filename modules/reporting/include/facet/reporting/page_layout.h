#pragma once

#include <facet/reporting/report.h>

#include <QSizeF>

#include <memory>

class QPainter;

namespace facet::reporting {

/// Fonts are measured at this resolution whatever they are drawn on, so that lines break the same on every device.
inline constexpr int kLayoutDotsPerInch = 1200;

/// A report on pages of A4. Lengths are 1/96 inch. Thread: one at a time; each thread makes its own.
class PageLayout {
public:
  explicit PageLayout(const Report& report);
  ~PageLayout();
  PageLayout(PageLayout&&) noexcept;
  PageLayout& operator=(PageLayout&&) noexcept;

  [[nodiscard]] static QSizeF pageSize();
  [[nodiscard]] int pages() const;
  /// The page on which a part begins, from 0; -1 where the report has no such part.
  [[nodiscard]] int pageOf(SectionId section) const;

  /// Draws a page (from 0) with its upper left corner at 0, 0. `painter` must draw on a device of kLayoutDotsPerInch,
  /// scaled so that its unit is 1/96 inch of paper.
  void paint(QPainter& painter, int page) const;

  /// A page as a picture on white, as `paint` draws it.
  [[nodiscard]] QImage image(int page, double pixelsPerInch) const;

private:
  struct Pages;
  std::unique_ptr<Pages> m_pages;
};

} // namespace facet::reporting
