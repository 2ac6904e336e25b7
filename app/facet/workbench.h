#pragma once

#include "arguments.h"
#include "data_notices.h"
#include "places.h"

#include <facet/gui/asker.h>
#include <facet/gui/main_window.h>
#include <facet/gui/notices.h>
#include <facet/gui/report_desk.h>
#include <facet/workspace/cursors.h>
#include <facet/workspace/language.h>
#include <facet/workspace/patient_list.h>
#include <facet/workspace/settings.h>

#include <QApplication>

#include <memory>

namespace facet::app {

/// Everything that the window stands on, and the window itself.
class Workbench {
public:
  Workbench(const Arguments& arguments, const StartPlaces& start);
  ~Workbench();
  Workbench(const Workbench&) = delete;
  Workbench& operator=(const Workbench&) = delete;

  /// Opens the window, or draws it into a file. Returns the program's exit code.
  int run();

private:
  void openWindow();
  void changeLanguage(const QString& code);
  void openData();
  void openFirst();
  void bringIn(const QStringList& paths);
  void showCacheState();
  void grab();
  [[nodiscard]] Result<void> record(const gui::ReportRecord& made) const;
  void fail(const Error& error);
  [[nodiscard]] gui::PageContext context();

  Arguments m_arguments;
  workspace::Settings m_settings;
  workspace::ApplicationLanguage m_language;
  workspace::Theme m_theme;
  workspace::JobRunner m_jobs;
  SystemClock m_clock;
  gui::Asker m_asker;
  workspace::OpenCache m_data;
  workspace::PatientList m_patients;
  workspace::Session m_session;
  workspace::TimeCursor m_time;
  workspace::AnatomyCursor m_place;
  workspace::VolumeReader m_volumes;
  workspace::Navigator m_navigator;
  gui::Notices m_notices;
  DataNotices m_dataNotices;
  gui::ReportDesk m_reports;
  std::optional<std::filesystem::path> m_first; ///< the cache to open
  bool m_firstShown = false;                    ///< the page and patient that the command line asks for
  std::unique_ptr<gui::MainWindow> m_window;
};

} // namespace facet::app
