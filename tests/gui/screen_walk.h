#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

/// Looks at every widget of a window as a careful reader would.
namespace screen {

/// A text that a widget shows, and where.
struct Shown {
  QString where; ///< class and name of the widget, and which of its texts
  QString text;
};

/// All texts of the visible widgets below `root`: labels, buttons, placeholders, tooltips, heads, menus, accessible
/// names. Cells of tables are data and are left out.
[[nodiscard]] QList<Shown> texts(const QWidget& root);

/// Words of a text that the pseudo-locale did not mark: what stands outside of [ … ] and is neither a number, a date,
/// a key, nor one of `data` (ids and other words that come from the records).
[[nodiscard]] QStringList unmarked(const QString& text, const QStringList& data);

/// Visible widgets below `root` whose text has no room, one line each.
[[nodiscard]] QStringList clipped(const QWidget& root);

/// Visible widgets below `root` that take the focus or hold a value and have no accessible name, one line each.
[[nodiscard]] QStringList unnamed(const QWidget& root);

/// Enabled visible widgets below `root` that take the focus by Tab but are not reached from `root` by it.
[[nodiscard]] QStringList unreached(QWidget& root);

} // namespace screen
