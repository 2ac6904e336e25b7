#include "facet_resources.h"

#include <facet/gui/icons.h>

#include <QIconEngine>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <string_view>

namespace facet::gui {

using workspace::Theme;
using workspace::Token;

namespace {

// In the order of Icon.
const std::array<std::string_view, kIcons>& sources() {
  using namespace resources;
  static const std::array<std::string_view, kIcons> all = {
      calendar_svg, cancel_svg,   check_svg,      chevron_down_svg, chevron_left_svg, chevron_right_svg, chevron_up_svg,
      clock_svg,    close_svg,    copy_svg,       crosshair_svg,    cube_svg,         dose_svg,          error_svg,
      export_svg,   eye_svg,      eye_off_svg,    filter_svg,       fit_svg,          folder_svg,        globe_svg,
      import_svg,   info_svg,     keyboard_svg,   lab_svg,          layout_svg,       layout_single_svg, link_svg,
      lock_svg,     menu_svg,     minus_svg,      missing_svg,      mri_svg,          overlay_svg,       overview_svg,
      pan_svg,      patients_svg, plus_svg,       print_svg,        relapse_svg,      report_svg,        response_svg,
      rotate_svg,   ruler_svg,    screenshot_svg, search_svg,       sync_svg,         table_svg,         test_svg,
      theme_svg,    timeline_svg, treatment_svg,  visit_svg,        warning_svg,      window_level_svg,  zoom_svg};
  return all;
}

class ThemedEngine final : public QIconEngine {
public:
  ThemedEngine(const Theme& theme, Icon icon, Token normal)
      : m_theme(theme)
      , m_icon(icon)
      , m_normal(normal) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    drawIcon(*painter, rect, m_icon, color(mode, state));
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    const QColor ink = color(mode, state);
    const QString key = QStringLiteral("facet-icon-%1-%2-%3-%4")
                            .arg(static_cast<int>(m_icon))
                            .arg(ink.rgba())
                            .arg(size.width())
                            .arg(size.height());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
      pixmap = QPixmap(size);
      pixmap.fill(Qt::transparent);
      QPainter painter(&pixmap);
      drawIcon(painter, QRectF(QPointF(), size), m_icon, ink);
      painter.end();
      QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
  }
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal /*scale*/) override {
    return pixmap(size, mode, state);
  }
  [[nodiscard]] QIconEngine* clone() const override { return new ThemedEngine(m_theme, m_icon, m_normal); }
  QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
  bool isNull() override { return false; }

private:
  [[nodiscard]] QColor color(QIcon::Mode mode, QIcon::State state) const {
    if (mode == QIcon::Disabled) {
      return m_theme.color(Token::TextTertiary);
    }
    if (state == QIcon::On) {
      return m_theme.color(Token::Accent);
    }
    return m_theme.color(mode == QIcon::Normal ? m_normal : Token::Text);
  }

  const Theme& m_theme;
  Icon m_icon;
  Token m_normal;
};

} // namespace

QIcon themedIcon(const Theme& theme, Icon icon, Token normal) {
  return QIcon(new ThemedEngine(theme, icon, normal));
}

void drawIcon(QPainter& painter, const QRectF& box, Icon icon, const QColor& color) {
  const std::string_view source = sources()[static_cast<std::size_t>(icon)];
  QByteArray svg(source.data(), static_cast<qsizetype>(source.size()));
  svg.replace("currentColor", color.name().toLatin1());
  QSvgRenderer renderer(svg);
  const double side = std::min(box.width(), box.height());
  QRectF square(0, 0, side, side);
  square.moveCenter(box.center());
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setOpacity(painter.opacity() * color.alphaF());
  renderer.render(&painter, square);
  painter.restore();
}

} // namespace facet::gui
