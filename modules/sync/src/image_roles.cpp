#include "image_roles.h"

#include <facet/core/text.h>

#include <algorithm>
#include <array>

namespace facet::sync {
namespace {

using storage::ImageRole;

bool hasAny(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

/// The role that a word says, or nothing.
std::optional<ImageRole> roleOfWord(std::string_view lower) {
  const bool lesion = hasAny(lower, {"lesion", "wmh", "plaque"});
  if (hasAny(lower, {"change", "newles", "newt2", "enlarg"}) || (lesion && hasAny(lower, {"new", "diff"}))) {
    return ImageRole::LesionChange;
  }
  if (lesion || lower == "msl" || lower == "l") {
    return ImageRole::LesionMask;
  }
  if (hasAny(lower, {"brain"}) && !hasAny(lower, {"stem"})) {
    return ImageRole::BrainMask;
  }
  return std::nullopt;
}

/// A segmentation whose numbers are named after what lesions did.
bool namesChange(const std::map<int, std::string>& labels) {
  return std::any_of(labels.begin(), labels.end(), [](const auto& label) {
    return hasAny(toLowerAscii(label.second), {"new", "enlarg", "shrink"});
  });
}

} // namespace

ImageRole roleOf(const imaging::BidsImage& image) {
  if (image.kind == imaging::BidsImageKind::Image) {
    return ImageRole::Image;
  }
  const std::string label = toLowerAscii(image.entities["label"]);
  const std::string description = toLowerAscii(image.entities["desc"]);
  auto found = roleOfWord(label + description);
  if (!found) {
    found = roleOfWord(label);
  }
  if (found == ImageRole::LesionMask && namesChange(image.labels)) {
    return ImageRole::LesionChange;
  }
  return found.value_or(ImageRole::OtherLabels);
}

ImageRole roleOfName(std::string_view stem) {
  const std::string lower = toLowerAscii(stem);
  if (!hasAny(lower, {"mask", "seg", "label", "roi"})) {
    return ImageRole::Image;
  }
  return roleOfWord(lower).value_or(ImageRole::OtherLabels);
}

bool isTemplateSpace(std::string_view space) {
  static constexpr std::array<std::string_view, 11> kBeginnings = {
      "MNI", "ICBM", "IXI549", "Talairach", "fsaverage", "fsLR", "OASIS30", "NIHPD", "UNCInfant", "dhcp", "PAM50"};
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) {
    return toLowerAscii(space).starts_with(toLowerAscii(beginning));
  });
}

} // namespace facet::sync
