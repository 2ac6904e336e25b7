#include <facet/gui/digit_delegate.h>
#include <facet/gui/table.h>

#include <QHeaderView>
#include <QTableView>

namespace facet::gui {

void setUpTable(QTableView& table, const workspace::Theme& theme, const QString& name) {
  table.setItemDelegate(new DigitDelegate(theme, &table));
  table.setAccessibleName(name);
  table.setFrameShape(QFrame::NoFrame);
  table.setFont(theme.font());
  table.setShowGrid(false);
  table.setWordWrap(false);
  table.setTabKeyNavigation(false);
  table.setCornerButtonEnabled(false);
  table.setSelectionBehavior(QAbstractItemView::SelectRows);
  table.setSelectionMode(QAbstractItemView::SingleSelection);
  table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table.verticalHeader()->hide();
  table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  table.verticalHeader()->setDefaultSectionSize(theme.size(workspace::Size::Row));
  table.horizontalHeader()->setHighlightSections(false);
  table.horizontalHeader()->setAccessibleName(name);
}

} // namespace facet::gui
