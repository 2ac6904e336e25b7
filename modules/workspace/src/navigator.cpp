#include <facet/workspace/cursors.h>
#include <facet/workspace/navigator.h>

namespace facet::workspace {

void Navigator::goTo(PageId page, std::optional<Day> day) {
  if (day) {
    m_time.setDay(day);
  }
  if (page != m_page) {
    m_page = page;
    Q_EMIT pageChanged(page);
  }
}

} // namespace facet::workspace
