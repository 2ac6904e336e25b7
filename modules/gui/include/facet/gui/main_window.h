#pragma once

#include <facet/gui/page.h>
#include <facet/gui/palette.h>
#include <facet/workspace/cache_state.h>

#include <QMainWindow>
#include <QStringList>

#include <map>
#include <memory>

class QStackedWidget;

namespace facet::gui {

class CommandPalette;
class DropVeil;
class MainMenu;
class NoticeStack;
class PatientHeader;
class Rail;
class StatusLine;

/// The window: rail, patient header, the current page, status line; palette and notices over them. All its texts are
/// set when it is made: another language needs another window.
class MainWindow final : public QMainWindow {
  Q_OBJECT

public:
  /// `providers` are those of the palette beyond pages and commands.
  MainWindow(const PageContext& context, std::vector<PageEntry> pages, std::vector<PaletteProvider> providers,
             QWidget* parent = nullptr);
  ~MainWindow() override;

  void setCacheState(const workspace::CacheState& state);
  /// Offers opening files and folders by menu and by dropping them on the window.
  void setOpenHandler(std::function<void(const QStringList& paths)> open);
  /// Offers to quit into another language.
  void setLanguageHandler(std::function<void(const QString& code)> change);

  /// The page that is shown; it is made when it is first asked for.
  [[nodiscard]] Page* currentPage() const { return m_current; }
  /// Whether the page has loaded, no patient is being opened and no job of someone who waits is running.
  [[nodiscard]] bool isSettled() const;

  void openPalette();
  void showKeys();
  void showAbout();

Q_SIGNALS:
  /// isSettled() may have become true.
  void settled();

protected:
  void resizeEvent(QResizeEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  void showPage(workspace::PageId id);
  Page* pageOf(workspace::PageId id);
  void showPatient();
  void showReadout();
  void placeOverlays();
  [[nodiscard]] std::vector<PaletteItem> findPages(const QString& query);
  [[nodiscard]] std::vector<PaletteItem> findCommands(const QString& query);

  PageContext m_context;
  std::vector<PageEntry> m_entries;
  std::unique_ptr<MainMenu> m_menu;
  Rail* m_rail;
  PatientHeader* m_header;
  QStackedWidget* m_stack;
  StatusLine* m_status;
  NoticeStack* m_notices;
  CommandPalette* m_palette;
  DropVeil* m_veil;
  std::map<workspace::PageId, Page*> m_pages;
  std::map<workspace::PageId, workspace::PatientPtr> m_shown; ///< the patient that each page was last told of
  Page* m_current = nullptr;
  std::function<void(const QStringList&)> m_open;
};

} // namespace facet::gui
