#pragma once

#include <facet/workspace/theme.h>

#include <QString>

class QTableView;

namespace facet::gui {

/// Gives a table the look and the keys of all tables: rows are selected one at a time, no grid, no row numbers, a name
/// for screen readers, the theme's row height. Cells are drawn by a DigitDelegate; another delegate may be set after.
void setUpTable(QTableView& table, const workspace::Theme& theme, const QString& name);

} // namespace facet::gui
