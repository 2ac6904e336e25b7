#include "main_menu.h"

#include <facet/workspace/common_settings.h>
#include <facet/workspace/language.h>

#include <QActionGroup>
#include <QApplication>
#include <QFileDialog>

#include <algorithm>

namespace facet::gui {

using workspace::PageId;
using workspace::ThemeMode;

MainMenu::MainMenu(const PageContext& context, const std::vector<PageEntry>& pages, QWidget& window)
    : m_context(context)
    , m_window(window) {
  m_menu.setAccessibleName(tr("Menu"));
  addFile(pages);
  m_pageMenu = m_menu.addMenu(QString());
  addView(pages);
  addHelp();
  m_menu.addSeparator();
  add(m_menu, Icon::Close, tr("&Quit"), QKeySequence::Quit, [this] { m_window.close(); });
}

QAction* MainMenu::add(QMenu& menu, Icon icon, const QString& text, const QKeySequence& keys,
                       std::function<void()> run) {
  QAction* action = menu.addAction(themedIcon(m_context.theme, icon), text);
  action->setShortcut(keys);
  connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
  m_window.addAction(action);
  m_actions << action;
  return action;
}

void MainMenu::addFile(const std::vector<PageEntry>& pages) {
  const auto exists = [&](PageId id) {
    return std::any_of(pages.begin(), pages.end(), [id](const PageEntry& entry) { return entry.id == id; });
  };
  QMenu& file = *m_menu.addMenu(tr("&File"));
  m_openFolder = add(file, Icon::Folder, tr("&Open folder …"), QKeySequence::Open, [this] { chooseFolder(); });
  m_openFiles =
      add(file, Icon::Import, tr("Open f&iles …"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, [this] { chooseFiles(); });
  m_openFolder->setVisible(false);
  m_openFiles->setVisible(false);
  if (exists(PageId::Sync)) {
    add(file, Icon::Sync, tr("&Sync …"), Qt::Key_F5, [this] { m_context.navigator.goTo(PageId::Sync); });
  }
  if (exists(PageId::Report)) {
    m_ofPatient << add(file, Icon::Export, tr("&Export report …"), Qt::CTRL | Qt::Key_E,
                       [this] { m_context.navigator.goTo(PageId::Report); });
  }
  m_ofPatient << add(file, Icon::Close, tr("&Close patient"), Qt::CTRL | Qt::Key_W, [this] {
    m_context.session.close();
    m_context.navigator.goTo(PageId::Patients);
  });
}

void MainMenu::addView(const std::vector<PageEntry>& pages) {
  QMenu& view = *m_menu.addMenu(tr("&View"));
  int number = 0;
  for (const PageEntry& entry : pages) {
    ++number;
    QAction* action = add(view, pageIcon(entry.id), pageTitle(entry.id),
                          QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)),
                          [this, id = entry.id] { m_context.navigator.goTo(id); });
    m_showPages << action;
    if (entry.scope == PageScope::OfOnePatient) {
      m_ofPatient << action;
    }
  }
  view.addSeparator();
  QMenu& theme = *view.addMenu(tr("&Theme"));
  auto* themes = new QActionGroup(this);
  for (const auto& [mode, text] : {std::pair{ThemeMode::Dark, tr("&Dark, for the reading room")},
                                   std::pair{ThemeMode::Light, tr("&Light, for the office")}}) {
    QAction* action = theme.addAction(text);
    action->setCheckable(true);
    action->setActionGroup(themes);
    action->setChecked(m_context.theme.mode() == mode);
    connect(action, &QAction::triggered, this, [this, chosen = mode] {
      m_context.theme.setMode(chosen);
      m_context.settings.set(workspace::themeSetting(), workspace::wordOf(chosen));
    });
    connect(&m_context.theme, &workspace::Theme::changed, action,
            [this, action, own = mode] { action->setChecked(m_context.theme.mode() == own); });
  }
  m_languageMenu = view.addMenu(tr("&Language"));
  m_languageMenu->menuAction()->setVisible(false);
  auto* languages = new QActionGroup(this);
  for (const workspace::Language& language : workspace::languages()) {
    QAction* action = m_languageMenu->addAction(language.name);
    action->setCheckable(true);
    action->setActionGroup(languages);
    action->setChecked(QLocale().name().startsWith(language.code));
    connect(action, &QAction::triggered, this, [this, code = language.code] { m_changeLanguage(code); });
  }
  view.addSeparator();
  add(view, Icon::Fit, tr("&Full screen"), QKeySequence::FullScreen,
      [this] { m_window.setWindowState(m_window.windowState() ^ Qt::WindowFullScreen); });
}

void MainMenu::addHelp() {
  QMenu& help = *m_menu.addMenu(tr("&Help"));
  add(help, Icon::Keyboard, tr("&Keys"), QKeySequence::HelpContents, [this] { Q_EMIT keysRequested(); });
  add(help, Icon::Info, tr("&About Facet"), {}, [this] { Q_EMIT aboutRequested(); });
}

QList<QAction*> MainMenu::commands() const {
  QList<QAction*> all = m_actions;
  all.removeIf([this](QAction* action) { return m_showPages.contains(action); });
  return all;
}

void MainMenu::setPage(const Page& page, PageId id) {
  m_pageMenu->clear();
  m_pageMenu->setTitle(pageTitle(id));
  for (QAction* action : page.actions()) {
    m_pageMenu->addAction(action);
  }
  m_pageMenu->menuAction()->setVisible(!page.actions().isEmpty());
}

void MainMenu::setPatient(const workspace::PatientPtr& patient) {
  for (QAction* action : m_ofPatient) {
    action->setEnabled(patient != nullptr);
  }
}

void MainMenu::setOpenHandler(std::function<void(const QStringList&)> open) {
  m_open = std::move(open);
  m_openFolder->setVisible(m_open != nullptr);
  m_openFiles->setVisible(m_open != nullptr);
}

void MainMenu::setLanguageHandler(std::function<void(const QString&)> change) {
  m_changeLanguage = std::move(change);
  m_languageMenu->menuAction()->setVisible(m_changeLanguage != nullptr);
}

void MainMenu::chooseFolder() {
  const QString folder =
      QFileDialog::getExistingDirectory(&m_window, tr("Open a folder of images: BIDS, DICOM, NIfTI, NRRD or MHA"));
  if (!folder.isEmpty()) {
    m_open({folder});
  }
}

void MainMenu::chooseFiles() {
  const QStringList files = QFileDialog::getOpenFileNames(&m_window, tr("Open images: DICOM, NIfTI, NRRD or MHA"));
  if (!files.isEmpty()) {
    m_open(files);
  }
}

} // namespace facet::gui
