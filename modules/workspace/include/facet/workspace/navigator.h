#pragma once

#include <facet/core/date.h>

#include <QObject>

#include <optional>

namespace facet::workspace {

class TimeCursor;

/// The pages of the window, in the order of the rail.
enum class PageId { Patients, Overview, Mri, Timeline, Response, Report, Sync };

/// Which page is shown. Pages ask for another one here and know nothing of each other.
class Navigator : public QObject {
  Q_OBJECT

public:
  Navigator(TimeCursor& time, PageId first, QObject* parent = nullptr)
      : QObject(parent)
      , m_time(time)
      , m_page(first) {}

  [[nodiscard]] PageId page() const { return m_page; }
  /// Shows a page and, where a day is given, moves the time cursor to it.
  void goTo(PageId page, std::optional<Day> day = {});

Q_SIGNALS:
  void pageChanged(facet::workspace::PageId page);

private:
  TimeCursor& m_time;
  PageId m_page;
};

} // namespace facet::workspace
