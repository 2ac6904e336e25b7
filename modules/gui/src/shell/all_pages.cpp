#include <facet/gui/pages.h>

namespace facet::gui {

std::vector<PageEntry> allPages() {
  return {patientsPage(), overviewPage(), mriPage()};
}

} // namespace facet::gui
