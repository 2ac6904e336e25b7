#include <facet/gui/pages.h>

namespace facet::gui {

std::vector<PageEntry> allPages() {
  return {patientsPage(), overviewPage()};
}

} // namespace facet::gui
