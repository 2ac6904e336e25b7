#pragma once

#include <facet/core/date.h>

#include <QObject>
#include <QString>

#include <optional>

namespace facet::workspace {

class Session;
class TimeCursor;

/// The pages of the window, in the order of the rail.
enum class PageId { Patients, Overview, Mri, Timeline, Response, Report, Sync };

/// Which page is shown. Pages ask for another one here and know nothing of each other.
class Navigator : public QObject {
  Q_OBJECT

public:
  Navigator(Session& session, TimeCursor& time, PageId first, QObject* parent = nullptr);

  [[nodiscard]] PageId page() const { return m_page; }
  /// Shows a page and, where a day is given, moves the time cursor to it.
  void goTo(PageId page, std::optional<Day> day = {});
  /// Opens a patient and then shows a page; where the patient cannot be opened the page stays. A day that the time
  /// cursor held for another patient is forgotten.
  void openPatient(const QString& id, PageId page = PageId::Overview);

Q_SIGNALS:
  void pageChanged(facet::workspace::PageId page);

private:
  Session& m_session;
  TimeCursor& m_time;
  PageId m_page;
  std::optional<PageId> m_afterOpening;
};

} // namespace facet::workspace
