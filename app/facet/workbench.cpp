#include "workbench.h"

#include <facet/gui/appearance.h>
#include <facet/gui/grab.h>
#include <facet/gui/pages.h>
#include <facet/storage/work_writer.h>
#include <facet/workspace/common_settings.h>

#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace facet::app {

using namespace workspace;

namespace {

/// A picture does not depend on what was set in earlier runs.
std::unique_ptr<SettingsStore> storeFor(const Arguments& arguments) {
  if (!arguments.grabFile.isEmpty()) {
    return memorySettings();
  }
  return fileSettings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                      QStringLiteral("/facet.ini"));
}

bool needsPatient(PageId page) {
  return page != PageId::Patients && page != PageId::Sync;
}

void report(const Error& error) {
  std::fprintf(stderr, "error: %s\n", describe(error).c_str());
}

} // namespace

Workbench::Workbench(const Arguments& arguments, const StartPlaces& start)
    : m_arguments(arguments)
    , m_settings(storeFor(arguments))
    , m_theme(themeModeOf(arguments.theme.isEmpty() ? m_settings.get(themeSetting()) : arguments.theme))
    , m_asker(m_theme)
    , m_data(m_jobs, m_asker, m_clock, start.places)
    , m_patients(m_jobs, m_data.rows())
    , m_session(m_jobs, m_data.patients())
    , m_volumes(m_data.volumes())
    , m_navigator(m_session, m_time, PageId::Patients)
    , m_dataNotices(m_data, m_notices, m_navigator)
    , m_reports{[this] { return m_data.state(); }, [this](const gui::ReportRecord& made) { return record(made); }}
    , m_first(start.first) {
  QString code = arguments.language.isEmpty() ? m_settings.get(languageSetting()) : arguments.language;
  if (const Result<void> set = m_language.set(code.isEmpty() ? systemLanguage() : code); !set) {
    report(set.error());
  }
  gui::applyTheme(m_theme);
}

Workbench::~Workbench() = default;

gui::PageContext Workbench::context() {
  return {m_theme, m_settings, m_jobs,    m_patients, m_session, m_navigator,
          m_time,  m_place,    m_notices, m_volumes,  m_data};
}

/// Keeps in the open cache that a report was made.
Result<void> Workbench::record(const gui::ReportRecord& made) const {
  const auto cache = m_data.cache();
  if (!cache) {
    return Error{ErrorCode::NotFound, made.person, FACET_TEXT("app", "no data are open")};
  }
  auto writer = storage::WorkWriter::open(*cache);
  return writer ? writer->addReport(made.person, made.at, made.language, made.digest) : Result<void>(writer.error());
}

void Workbench::openWindow() {
  m_window =
      std::make_unique<gui::MainWindow>(context(), gui::allPages(), std::vector{gui::patientProvider(context())});
  m_window->setLanguageHandler([this](const QString& code) { changeLanguage(code); });
  m_window->setOpenHandler([this](const QStringList& paths) { bringIn(paths); });
  m_asker.setWindow(m_arguments.grabFile.isEmpty() ? m_window.get() : nullptr);
  showCacheState();
}

void Workbench::showCacheState() {
  m_window->setCacheState(m_data.state());
}

/// Releases among what was dropped or chosen are synced, everything else is imported.
void Workbench::bringIn(const QStringList& paths) {
  std::vector<std::filesystem::path> images;
  for (const QString& text : paths) {
    const std::filesystem::path path = text.toStdString();
    if (isRelease(path)) {
      m_data.sync(path);
    } else {
      images.push_back(path);
    }
  }
  if (!images.empty()) {
    m_data.import(images);
  }
}

// Every text is set where a widget is made, so another language needs other widgets; what is open stays open.
void Workbench::changeLanguage(const QString& code) {
  if (const Result<void> set = m_language.set(code); !set) {
    m_notices.postFailure(QApplication::translate("app", "The language could not be changed."), set.error());
    return;
  }
  m_settings.set(languageSetting(), code);
  // The menu that asked belongs to the window that goes.
  QTimer::singleShot(0, m_window.get(), [this] {
    const QRect place = m_window->geometry();
    m_window->hide();
    m_window.release()->deleteLater();
    openWindow();
    m_window->setGeometry(place);
    m_window->show();
    // Words to search in are those of the language.
    m_patients.reload();
  });
}

/// Opens the patient that was asked for, or the first with MRI where the page needs one.
void Workbench::openFirst() {
  const PageId page = m_arguments.page.value_or(PageId::Patients);
  if (!m_arguments.patient.isEmpty()) {
    m_navigator.openPatient(m_arguments.patient, m_arguments.page.value_or(PageId::Overview));
    return;
  }
  if (!needsPatient(page)) {
    m_navigator.goTo(page);
    return;
  }
  const std::vector<PatientRow>& rows = m_patients.rows()->rows;
  const auto withImages = std::find_if(rows.begin(), rows.end(), [](const PatientRow& row) { return row.hasImages; });
  const auto first = withImages == rows.end() ? rows.begin() : withImages;
  if (first != rows.end()) {
    m_navigator.openPatient(QString::fromStdString(first->id), page);
  } else {
    fail(Error{ErrorCode::NotFound, m_arguments.cacheFolder.toStdString(),
               FACET_TEXT("app", "there is no patient to show")});
  }
}

void Workbench::openData() {
  QObject::connect(&m_data, &OpenCache::opened, &m_data, [this] {
    m_session.close();
    showCacheState();
    m_patients.reload();
  });
  QObject::connect(&m_data, &OpenCache::dataChanged, &m_data, [this] {
    showCacheState();
    m_patients.reload();
    if (m_session.patient()) {
      m_session.open(QString::fromStdString(m_session.patient()->record.person.id));
    }
  });
  QObject::connect(&m_data, &OpenCache::openingFailed, &m_data, [this](const Error& error) { fail(error); });
  if (m_first) {
    m_data.open(*m_first);
  } else if (m_arguments.demo) {
    m_data.openDemo();
  } else {
    m_patients.reload();
  }
}

/// A failure that the window shows ends the drawing of a picture.
void Workbench::fail(const Error& error) {
  if (!m_arguments.grabFile.isEmpty()) {
    report(error);
    QApplication::exit(1);
  }
}

void Workbench::grab() {
  gui::grabWhenSettled(*m_window, m_arguments.grabSize, m_arguments.grabFile, [](const Result<void>& result) {
    if (!result) {
      report(result.error());
    }
    QApplication::exit(result ? 0 : 1);
  });
}

int Workbench::run() {
  openWindow();
  QObject::connect(&m_patients, &PatientList::rowsChanged, &m_data, [this] {
    if (!m_firstShown) {
      m_firstShown = true;
      openFirst();
    }
  });
  QObject::connect(&m_patients, &PatientList::loadingFailed, &m_data, [this](const Error& error) { fail(error); });
  QObject::connect(&m_session, &Session::openingFailed, &m_data, [this](const Error& error) { fail(error); });
  openData();
  if (m_arguments.grabFile.isEmpty()) {
    m_window->show();
  } else {
    grab();
  }
  return QApplication::exec();
}

} // namespace facet::app
