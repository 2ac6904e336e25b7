#include <facet/synthetic/phantom.h>

namespace facet::synthetic {

std::string_view codeOf(LesionSite site) {
  switch (site) {
  case LesionSite::Periventricular:
    return "periventricular";
  case LesionSite::Callososeptal:
    return "callososeptal";
  case LesionSite::Juxtacortical:
    return "juxtacortical";
  case LesionSite::DeepWhite:
    return "deep-white";
  case LesionSite::Brainstem:
    return "brainstem";
  case LesionSite::CerebellarPeduncle:
    return "middle-cerebellar-peduncle";
  case LesionSite::Cerebellum:
    return "cerebellum";
  case LesionSite::DeepGrey:
    return "deep-grey";
  case LesionSite::Cord:
    break;
  }
  return "cord";
}

bool isInfratentorial(LesionSite site) {
  return site == LesionSite::Brainstem || site == LesionSite::CerebellarPeduncle || site == LesionSite::Cerebellum;
}

std::string_view codeOf(LesionStatus status) {
  switch (status) {
  case LesionStatus::New:
    return "new";
  case LesionStatus::Enlarging:
    return "enlarging";
  case LesionStatus::Stable:
    return "stable";
  case LesionStatus::Shrinking:
    return "shrinking";
  case LesionStatus::NoLongerVisible:
    return "no_longer_visible";
  case LesionStatus::Absent:
    break;
  }
  return "absent";
}

} // namespace facet::synthetic
