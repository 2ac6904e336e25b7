#pragma once

#include <facet/gui/page.h>

#include <QAction>
#include <QMenu>

#include <functional>

namespace facet::gui {

/// The window's menu and its actions. The actions belong to the window, so that their keys work everywhere.
class MainMenu final : public QObject {
  Q_OBJECT

public:
  MainMenu(const PageContext& context, const std::vector<PageEntry>& pages, QWidget& window);

  [[nodiscard]] QMenu& menu() { return m_menu; }
  /// All actions, in the order of the menu.
  [[nodiscard]] const QList<QAction*>& actions() const { return m_actions; }
  /// All but those that show a page, which the palette finds by itself.
  [[nodiscard]] QList<QAction*> commands() const;
  /// Shows the commands of the page in the menu of its name.
  void setPage(const Page& page, workspace::PageId id);
  void setPatient(const workspace::PatientPtr& patient);
  void setOpenHandler(std::function<void(const QStringList& paths)> open);
  void setLanguageHandler(std::function<void(const QString& code)> change);

Q_SIGNALS:
  void keysRequested();
  void aboutRequested();

private:
  QAction* add(QMenu& menu, Icon icon, const QString& text, const QKeySequence& keys, std::function<void()> run);
  void addFile(const std::vector<PageEntry>& pages);
  void addView(const std::vector<PageEntry>& pages);
  void addHelp();
  void chooseFolder();
  void chooseFiles();

  PageContext m_context;
  QWidget& m_window;
  QMenu m_menu;
  QMenu* m_pageMenu = nullptr;
  QMenu* m_languageMenu = nullptr;
  QAction* m_openFolder = nullptr;
  QAction* m_openFiles = nullptr;
  QList<QAction*> m_ofPatient;
  QList<QAction*> m_actions;
  QList<QAction*> m_showPages;
  std::function<void(const QStringList&)> m_open;
  std::function<void(const QString&)> m_changeLanguage;
};

} // namespace facet::gui
