#include "workbench.h"

#include <facet/gui/appearance.h>
#include <facet/gui/grab.h>
#include <facet/gui/pages.h>
#include <facet/workspace/common_settings.h>

#include <QStandardPaths>
#include <QTimer>

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

Result<PatientRows> readRows(Progress& /*progress*/) {
  return PatientRows{};
}

Result<Patient> readPatient(const std::string& id, Progress& /*progress*/) {
  return Error{ErrorCode::NotFound, id, FACET_TEXT("app", "is not in this copy")};
}

Result<imaging::Volume> readVolume(const storage::StoredImage& image, Progress& /*progress*/) {
  return Error{ErrorCode::NotFound, image.name, FACET_TEXT("app", "is not in this copy")};
}

bool needsPatient(PageId page) {
  return page != PageId::Patients && page != PageId::Sync;
}

void report(const Error& error) {
  std::fprintf(stderr, "error: %s\n", describe(error).c_str());
}

} // namespace

Workbench::Workbench(const Arguments& arguments)
    : m_arguments(arguments)
    , m_settings(storeFor(arguments))
    , m_theme(themeModeOf(arguments.theme.isEmpty() ? m_settings.get(themeSetting()) : arguments.theme))
    , m_patients(m_jobs, readRows)
    , m_session(m_jobs, readPatient)
    , m_volumes(readVolume)
    , m_navigator(m_session, m_time, PageId::Patients) {
  QString code = arguments.language.isEmpty() ? m_settings.get(languageSetting()) : arguments.language;
  if (const Result<void> set = m_language.set(code.isEmpty() ? systemLanguage() : code); !set) {
    report(set.error());
  }
  gui::applyTheme(m_theme);
}

Workbench::~Workbench() = default;

gui::PageContext Workbench::context() {
  return {m_theme, m_settings, m_jobs, m_patients, m_session, m_navigator, m_time, m_place, m_notices, m_volumes};
}

void Workbench::openWindow() {
  m_window =
      std::make_unique<gui::MainWindow>(context(), gui::allPages(), std::vector{gui::patientProvider(context())});
  m_window->setLanguageHandler([this](const QString& code) { changeLanguage(code); });
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
  for (const PatientRow& row : m_patients.rows()->rows) {
    if (row.hasImages) {
      m_navigator.openPatient(QString::fromStdString(row.id), page);
      return;
    }
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
  bool opened = false;
  QObject::connect(&m_patients, &PatientList::rowsChanged, m_window.get(), [this, &opened] {
    if (!opened) {
      opened = true;
      openFirst();
    }
  });
  m_patients.reload();
  if (m_arguments.grabFile.isEmpty()) {
    m_window->show();
  } else {
    grab();
  }
  return QApplication::exec();
}

} // namespace facet::app
