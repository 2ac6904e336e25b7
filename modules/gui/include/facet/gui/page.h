#pragma once

#include <facet/gui/icons.h>
#include <facet/workspace/navigator.h>
#include <facet/workspace/session.h>

#include <QStringList>
#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

namespace facet::workspace {
class AnatomyCursor;
class OpenCache;
class PatientList;
class Settings;
} // namespace facet::workspace

namespace facet::gui {

class Notices;
struct ReportDesk;

/// What every page is given. All of it outlives the pages.
struct PageContext {
  workspace::Theme& theme;
  workspace::Settings& settings;
  workspace::JobRunner& jobs;
  workspace::PatientList& patients;
  workspace::Session& session;
  workspace::Navigator& navigator;
  workspace::TimeCursor& time;
  workspace::AnatomyCursor& place;
  Notices& notices;
  const workspace::VolumeReader& volumes;
  workspace::OpenCache& data;
  const ReportDesk* reports = nullptr; ///< none: reports are made but not recorded
};

/// One page of the window. It is made when it is first shown. Its commands are its actions() that have a text: they are
/// listed in the palette and, with their keys, in the help. It asks for other pages through the navigator.
class Page : public QWidget {
  Q_OBJECT

public:
  using QWidget::QWidget;

  /// Shows another patient, or none. Called before the page is first shown and again while it is visible; a page that
  /// is hidden is told when it is shown next.
  virtual void setPatient(const workspace::PatientPtr& patient) { Q_UNUSED(patient); }
  /// Whether everything that it shows has been loaded and drawn.
  [[nodiscard]] virtual bool isSettled() const { return true; }
  /// What stands on the left of the status bar while the page is shown.
  [[nodiscard]] virtual QString readout() const { return {}; }
  /// Mouse gestures for the list of keys: (gesture, what it does).
  [[nodiscard]] virtual std::vector<std::pair<QString, QString>> gestures() const { return {}; }
  /// The visible texts that are painted, not held by widgets or models, so that a test can read them.
  [[nodiscard]] virtual QStringList paintedTexts() const { return {}; }

Q_SIGNALS:
  void readoutChanged();
  /// isSettled() may have become true.
  void settled();
};

enum class PageScope {
  Anywhere,    ///< of use without a patient
  OfOnePatient ///< disabled until one is open
};

/// A page that the window can show.
struct PageEntry {
  workspace::PageId id;
  PageScope scope;
  std::function<Page*(const PageContext& context, QWidget* parent)> make;
};

/// The page's name in the rail.
[[nodiscard]] QString pageTitle(workspace::PageId page);
/// What the page shows, in one sentence: its tooltip.
[[nodiscard]] QString pageSummary(workspace::PageId page);
[[nodiscard]] Icon pageIcon(workspace::PageId page);

} // namespace facet::gui
