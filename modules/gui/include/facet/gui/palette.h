#pragma once

#include <facet/gui/icons.h>

#include <QString>

#include <functional>
#include <vector>

namespace facet::gui {

/// Something that the command palette can find and do.
struct PaletteItem {
  QString title;
  QString detail; ///< at the right, in the secondary colour: kind, keys
  Icon icon = Icon::ChevronRight;
  std::function<void()> run;
  double score = 0;         ///< how well it fits the query; higher first
  std::vector<int> matched; ///< places in the title that fit the query
};

/// Finds items for a query; an empty query asks for what is offered first. Called while the user types: within 10 ms.
using PaletteProvider = std::function<std::vector<PaletteItem>(const QString& query)>;

} // namespace facet::gui
