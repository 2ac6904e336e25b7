#include "bids_names.h"

#include <facet/core/text.h>

#include <algorithm>

namespace facet::imaging {

const std::string& BidsEntities::operator[](std::string_view key) const {
  static const std::string kNone;
  const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == key; });
  return found == pairs.end() ? kNone : found->second;
}

std::optional<BidsName> parseBidsName(std::string_view fileName) {
  BidsName name;
  const std::size_t dot = fileName.find('.');
  if (dot == std::string_view::npos || dot == 0) {
    return std::nullopt;
  }
  name.extension = toLowerAscii(fileName.substr(dot));
  const auto parts = splitText(fileName.substr(0, dot), '_');
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const std::size_t dash = parts[at].find('-');
    const bool last = at + 1 == parts.size();
    if (last ? dash != std::string_view::npos || parts[at].empty()
             : dash == std::string_view::npos || dash == 0 || dash + 1 == parts[at].size()) {
      return std::nullopt;
    }
    if (last) {
      name.suffix = parts[at];
    } else {
      name.entities.pairs.emplace_back(parts[at].substr(0, dash), parts[at].substr(dash + 1));
    }
  }
  return name;
}

bool applies(const BidsName& sidecar, const BidsName& file) {
  return sidecar.suffix == file.suffix &&
         std::all_of(sidecar.entities.pairs.begin(), sidecar.entities.pairs.end(),
                     [&](const auto& pair) { return file.entities[pair.first] == pair.second; });
}

} // namespace facet::imaging
