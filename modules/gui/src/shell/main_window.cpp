#include "about_dialog.h"
#include "command_palette.h"
#include "drop_veil.h"
#include "keys_dialog.h"
#include "main_menu.h"
#include "notice_stack.h"
#include "patient_header.h"
#include "rail.h"
#include "status_line.h"

#include <facet/gui/main_window.h>
#include <facet/gui/notices.h>
#include <facet/workspace/common_settings.h>
#include <facet/workspace/cursors.h>
#include <facet/workspace/fuzzy.h>

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QShortcut>
#include <QStackedWidget>

namespace facet::gui {

using workspace::PageId;

namespace {

constexpr QSize kUsualSize{1440, 900};
constexpr QSize kLeastSize{960, 600};

QStringList localPaths(const QMimeData& data) {
  QStringList paths;
  for (const QUrl& url : data.urls()) {
    if (url.isLocalFile()) {
      paths << url.toLocalFile();
    }
  }
  return paths;
}

QString plain(QString text) {
  return text.remove(QLatin1Char('&')).remove(QStringLiteral(" …"));
}

} // namespace

MainWindow::MainWindow(const PageContext& context, std::vector<PageEntry> pages, std::vector<PaletteProvider> providers,
                       QWidget* parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_entries(std::move(pages))
    , m_menu(std::make_unique<MainMenu>(context, m_entries, *this))
    , m_rail(new Rail(context.theme, m_entries, m_menu->menu()))
    , m_header(new PatientHeader(context.theme))
    , m_stack(new QStackedWidget)
    , m_status(new StatusLine(context.theme, context.jobs)) {
  setWindowTitle(tr("Facet"));
  setAccessibleName(windowTitle());
  setMinimumSize(kLeastSize);
  auto* content = new QWidget;
  auto* columns = new QHBoxLayout(content);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(0);
  auto* rows = new QVBoxLayout;
  rows->setSpacing(0);
  rows->addWidget(m_header);
  rows->addWidget(m_stack, 1);
  rows->addWidget(m_status);
  columns->addWidget(m_rail);
  columns->addLayout(rows, 1);
  setCentralWidget(content);
  providers.insert(providers.begin(), {[this](const QString& query) { return findPages(query); },
                                       [this](const QString& query) { return findCommands(query); }});
  m_notices = new NoticeStack(context.theme, context.notices, this);
  m_palette = new CommandPalette(context.theme, std::move(providers), content);
  m_veil = new DropVeil(context.theme, this);

  connect(m_rail, &Rail::pageChosen, this, [this](PageId id) { m_context.navigator.goTo(id); });
  connect(m_header, &PatientHeader::searchRequested, this, &MainWindow::openPalette);
  connect(&context.navigator, &workspace::Navigator::pageChanged, this, &MainWindow::showPage);
  connect(&context.session, &workspace::Session::patientChanged, this, &MainWindow::showPatient);
  connect(&context.session, &workspace::Session::openingFailed, this, [this](const Error& error) {
    m_context.notices.postFailure(tr("The patient could not be opened."), error);
    Q_EMIT settled();
  });
  connect(&context.jobs, &workspace::JobRunner::becameIdle, this, &MainWindow::settled);
  connect(m_menu.get(), &MainMenu::keysRequested, this, &MainWindow::showKeys);
  connect(m_menu.get(), &MainMenu::aboutRequested, this, &MainWindow::showAbout);
  connect(new QShortcut(Qt::CTRL | Qt::Key_K, this), &QShortcut::activated, this, &MainWindow::openPalette);
  connect(new QShortcut(Qt::Key_F10, this), &QShortcut::activated, m_rail, &Rail::openMenu);

  const QByteArray geometry = context.settings.get(workspace::windowSetting());
  if (geometry.isEmpty() || !restoreGeometry(geometry)) {
    resize(kUsualSize);
  }
  showPatient();
  showPage(context.navigator.page());
}

MainWindow::~MainWindow() {
  // Pages may use what hangs on the window until they are gone.
  for (const auto& [id, page] : m_pages) {
    disconnect(page, nullptr, this, nullptr);
  }
}

void MainWindow::setCacheState(const workspace::CacheState& state) {
  m_status->setCacheState(state);
}

void MainWindow::setOpenHandler(std::function<void(const QStringList&)> open) {
  m_open = std::move(open);
  setAcceptDrops(m_open != nullptr);
  m_menu->setOpenHandler(m_open);
}

void MainWindow::setLanguageHandler(std::function<void(const QString&)> change) {
  m_menu->setLanguageHandler(std::move(change));
}

bool MainWindow::isSettled() const {
  return m_current != nullptr && m_current->isSettled() && !m_context.session.isOpening() && m_context.jobs.isIdle();
}

Page* MainWindow::pageOf(PageId id) {
  const auto known = m_pages.find(id);
  if (known != m_pages.end()) {
    return known->second;
  }
  for (const PageEntry& entry : m_entries) {
    if (entry.id == id) {
      Page* page = entry.make(m_context, m_stack);
      page->setAccessibleName(pageTitle(id));
      m_pages.emplace(id, page);
      m_stack->addWidget(page);
      connect(page, &Page::readoutChanged, this, &MainWindow::showReadout);
      connect(page, &Page::settled, this, &MainWindow::settled);
      return page;
    }
  }
  return nullptr;
}

void MainWindow::showPage(PageId id) {
  Page* page = pageOf(id);
  if (page == nullptr) {
    return;
  }
  m_current = page;
  const auto told = m_shown.find(id);
  if (told == m_shown.end() || told->second != m_context.session.patient()) {
    m_shown[id] = m_context.session.patient();
    page->setPatient(m_context.session.patient());
  }
  m_stack->setCurrentWidget(page);
  m_rail->setCurrent(id);
  m_menu->setPage(*page, id);
  showReadout();
  Q_EMIT settled();
}

void MainWindow::showPatient() {
  const workspace::PatientPtr& patient = m_context.session.patient();
  m_header->setPatient(patient);
  m_rail->setPatient(patient);
  m_menu->setPatient(patient);
  setWindowTitle(
      patient ? tr("%1 – Facet", "window title with a patient").arg(QString::fromStdString(patient->record.person.id))
              : tr("Facet"));
  if (m_current != nullptr) {
    showPage(m_context.navigator.page());
  }
}

void MainWindow::showReadout() {
  m_status->setReadout(m_current != nullptr ? m_current->readout() : QString());
}

void MainWindow::openPalette() {
  m_palette->open();
}

void MainWindow::showKeys() {
  auto* dialog =
      new KeysDialog(m_context.theme, m_menu->actions(), *m_current, pageTitle(m_context.navigator.page()), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::showAbout() {
  auto* dialog = new AboutDialog(m_context.theme, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

std::vector<PaletteItem> MainWindow::findPages(const QString& query) {
  std::vector<PaletteItem> found;
  for (const PageEntry& entry : m_entries) {
    const bool usable = entry.scope == PageScope::Anywhere || m_context.session.patient() != nullptr;
    const auto match = workspace::fuzzyMatch(query, pageTitle(entry.id));
    if (usable && match) {
      found.push_back({pageTitle(entry.id), tr("Page"), pageIcon(entry.id),
                       [this, id = entry.id] { m_context.navigator.goTo(id); }, match->score, match->places});
    }
  }
  return found;
}

std::vector<PaletteItem> MainWindow::findCommands(const QString& query) {
  std::vector<PaletteItem> found;
  QList<QAction*> actions = m_current != nullptr ? m_current->actions() : QList<QAction*>();
  actions << m_menu->commands();
  for (QAction* action : actions) {
    const QString text = plain(action->text());
    const auto match = workspace::fuzzyMatch(query, text);
    if (match && action->isEnabled() && action->isVisible() && !text.isEmpty()) {
      found.push_back({text, action->shortcut().toString(QKeySequence::NativeText), Icon::ChevronRight,
                       [action] { action->trigger(); }, match->score - 1, match->places});
    }
  }
  return found;
}

void MainWindow::placeOverlays() {
  m_notices->placeIn(QRect(m_stack->mapTo(this, QPoint()), m_stack->size()));
  m_veil->setGeometry(rect());
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  centralWidget()->layout()->activate();
  placeOverlays();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  m_context.settings.set(workspace::windowSetting(), saveGeometry());
  QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (m_open && !localPaths(*event->mimeData()).isEmpty()) {
    event->acceptProposedAction();
    m_veil->setGeometry(rect());
    m_veil->show();
    m_veil->raise();
  }
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent* /*event*/) {
  m_veil->hide();
}

void MainWindow::dropEvent(QDropEvent* event) {
  m_veil->hide();
  event->acceptProposedAction();
  m_open(localPaths(*event->mimeData()));
}

} // namespace facet::gui
