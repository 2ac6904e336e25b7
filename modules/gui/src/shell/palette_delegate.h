#pragma once

#include <facet/workspace/theme.h>

#include <QStyledItemDelegate>

namespace facet::gui {

/// Draws a row of the palette: icon, title with the matched letters in bold, detail at the right.
class PaletteDelegate final : public QStyledItemDelegate {
  Q_OBJECT

public:
  static constexpr int kRowHeight = 36;

  explicit PaletteDelegate(const workspace::Theme& theme, QObject* parent = nullptr);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
  const workspace::Theme& m_theme;
};

} // namespace facet::gui
