#pragma once

#include <facet/workspace/theme.h>

namespace facet::gui {

/// Draws the widgets of the QApplication from the theme's tokens, now and whenever the theme changes. The theme must
/// outlive the application.
void applyTheme(workspace::Theme& theme);

} // namespace facet::gui
