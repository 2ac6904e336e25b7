#include <facet/gui/pages.h>

namespace facet::gui {

std::vector<PageEntry> allPages() {
  return {patientsPage(), overviewPage(), mriPage(), reportPage(), syncPage()};
}

} // namespace facet::gui
