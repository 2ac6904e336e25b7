#pragma once

#include <facet/gui/palette.h>

#include <QAbstractListModel>
#include <QPointer>
#include <QWidget>

class QLineEdit;
class QListView;

namespace facet::gui {

class ElidedLabel;

/// What the palette found for a query, best first.
class PaletteModel final : public QAbstractListModel {
  Q_OBJECT

public:
  enum Role { DetailRole = Qt::UserRole, IconRole, PlacesRole };

  using QAbstractListModel::QAbstractListModel;
  void setItems(std::vector<PaletteItem> items);
  [[nodiscard]] const PaletteItem& item(int row) const { return m_items[static_cast<std::size_t>(row)]; }
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
  std::vector<PaletteItem> m_items;
};

/// Ctrl+K: one field that finds patients, pages and commands, driven by the keyboard. It lies over the window's
/// content.
class CommandPalette final : public QWidget {
  Q_OBJECT

public:
  CommandPalette(const workspace::Theme& theme, std::vector<PaletteProvider> providers, QWidget* parent);

  void open();
  void dismiss();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

private:
  void search();
  void choose(const QModelIndex& index);
  void moveBy(int rows);
  void place();

  const workspace::Theme& m_theme;
  std::vector<PaletteProvider> m_providers;
  PaletteModel* m_model;
  QWidget* m_box;
  QLineEdit* m_query;
  QListView* m_list;
  ElidedLabel* m_nothing;
  QPointer<QWidget> m_focusBefore;
};

} // namespace facet::gui
