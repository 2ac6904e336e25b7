#pragma once

#include "arguments.h"

#include <facet/gui/main_window.h>
#include <facet/gui/notices.h>
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
  explicit Workbench(const Arguments& arguments);
  ~Workbench();
  Workbench(const Workbench&) = delete;
  Workbench& operator=(const Workbench&) = delete;

  /// Opens the window, or draws it into a file. Returns the program's exit code.
  int run();

private:
  void openWindow();
  void changeLanguage(const QString& code);
  void openFirst();
  void grab();
  [[nodiscard]] gui::PageContext context();

  Arguments m_arguments;
  workspace::Settings m_settings;
  workspace::ApplicationLanguage m_language;
  workspace::Theme m_theme;
  workspace::JobRunner m_jobs;
  workspace::PatientList m_patients;
  workspace::Session m_session;
  workspace::TimeCursor m_time;
  workspace::AnatomyCursor m_place;
  workspace::VolumeReader m_volumes;
  workspace::Navigator m_navigator;
  gui::Notices m_notices;
  std::unique_ptr<gui::MainWindow> m_window;
};

} // namespace facet::app
