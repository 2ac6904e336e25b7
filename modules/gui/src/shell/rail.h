#pragma once

#include <facet/gui/page.h>
#include <facet/gui/panel.h>

#include <QAbstractButton>
#include <QMenu>

#include <map>

namespace facet::gui {

/// A button of the rail: icon over word.
class RailButton final : public QAbstractButton {
  Q_OBJECT

public:
  RailButton(const workspace::Theme& theme, Icon icon, const QString& text, QWidget* parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  const workspace::Theme& m_theme;
  Icon m_icon;
};

/// The navigation rail: one button for each page, the menu at its foot.
class Rail final : public Panel {
  Q_OBJECT

public:
  Rail(const workspace::Theme& theme, const std::vector<PageEntry>& pages, QMenu& menu, QWidget* parent = nullptr);

  void setCurrent(workspace::PageId page);
  /// Pages of a patient are disabled until one is open; their tooltips say so.
  void setPatient(const workspace::PatientPtr& patient);
  void openMenu();

Q_SIGNALS:
  void pageChosen(facet::workspace::PageId page);

private:
  struct Item {
    RailButton* button;
    PageScope scope;
  };
  std::map<workspace::PageId, Item> m_items;
  QMenu& m_menu;
  RailButton* m_menuButton;
};

} // namespace facet::gui
