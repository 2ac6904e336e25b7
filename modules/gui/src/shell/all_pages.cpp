#include <facet/gui/pages.h>

namespace facet::gui {

std::vector<PageEntry> allPages() {
  return {patientsPage(), overviewPage(), mriPage(), timelinePage(), responsePage(), reportPage(), syncPage()};
}

} // namespace facet::gui
