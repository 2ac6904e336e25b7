#pragma once

#include "bids_names.h"

#include <facet/core/result.h>
#include <facet/imaging/bids.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace facet::imaging {

/// The files of a dataset that say something about others, by folder.
class SidecarIndex {
public:
  void add(const std::filesystem::path& path, const BidsName& name);

  /// The sidecars with an extension that apply to a file, from the dataset's folder down: the nearest comes last, and
  /// in one folder that with the most entities. Source: BIDS specification, "The inheritance principle".
  [[nodiscard]] std::vector<std::filesystem::path> forFile(const std::filesystem::path& root,
                                                           const std::filesystem::path& file, const BidsName& name,
                                                           std::string_view extension) const;

private:
  struct Entry {
    std::filesystem::path path;
    BidsName name;
  };
  std::map<std::filesystem::path, std::vector<Entry>> m_byFolder;
};

/// Fills facts and sidecar text of an image from its sidecars. What is no JSON object is told.
void readSidecars(BidsImage& image, const std::vector<std::filesystem::path>& sidecars, std::vector<Notice>& notices);

/// What an image shows, by its suffix and entities, else by its facts.
[[nodiscard]] ContrastGuess contrastOf(const BidsImage& image);

} // namespace facet::imaging
