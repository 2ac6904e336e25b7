#include <facet/workspace/cursors.h>
#include <facet/workspace/navigator.h>
#include <facet/workspace/session.h>

#include <utility>

namespace facet::workspace {

Navigator::Navigator(Session& session, TimeCursor& time, PageId first, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_time(time)
    , m_page(first) {
  connect(&session, &Session::patientChanged, this, [this] {
    m_time.setDay(std::nullopt);
    if (const auto page = std::exchange(m_afterOpening, std::nullopt)) {
      goTo(*page);
    }
  });
  connect(&session, &Session::openingFailed, this, [this] { m_afterOpening.reset(); });
}

void Navigator::goTo(PageId page, std::optional<Day> day) {
  if (day) {
    m_time.setDay(day);
  }
  if (page != m_page) {
    m_page = page;
    Q_EMIT pageChanged(page);
  }
}

void Navigator::openPatient(const QString& id, PageId page) {
  if (m_session.patient() && m_session.patient()->record.person.id == id.toStdString() && !m_session.isOpening()) {
    goTo(page);
    return;
  }
  m_session.open(id);
  m_afterOpening = page;
}

} // namespace facet::workspace
