#pragma once

#include <facet/workspace/theme.h>

#include <QStyledItemDelegate>

namespace facet::gui {

/// Draws table cells in the theme's dense type: text from the left, numbers from the right with digits of one width. A
/// cell is a number where its model's Qt::TextAlignmentRole says AlignRight.
class DigitDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  explicit DigitDelegate(const workspace::Theme& theme, QObject* parent = nullptr);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
  /// Colour of a cell's text where it is enabled.
  [[nodiscard]] virtual workspace::Token ink(const QModelIndex& index) const;

  const workspace::Theme& m_theme;
};

} // namespace facet::gui
