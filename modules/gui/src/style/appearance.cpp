#include "style.h"

#include <facet/gui/appearance.h>

#include <QApplication>
#include <QPalette>
#include <QToolTip>

namespace facet::gui {

namespace {
void applyPalette(FacetStyle& style) {
  QPalette palette;
  style.polish(palette);
  QApplication::setPalette(palette);
  QToolTip::setPalette(palette);
}
} // namespace

void applyTheme(workspace::Theme& theme) {
  auto* style = new FacetStyle(theme);
  QApplication::setStyle(style); // takes ownership
  QApplication::setFont(theme.font());
  QToolTip::setFont(theme.font(workspace::TypeSize::Dense));
  applyPalette(*style);
  QObject::connect(&theme, &workspace::Theme::changed, style, [style] { applyPalette(*style); });
}

} // namespace facet::gui
