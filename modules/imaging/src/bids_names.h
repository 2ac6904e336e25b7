#pragma once

#include <facet/core/result.h>
#include <facet/imaging/bids.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace facet::imaging {

/// A BIDS file name taken apart.
struct BidsName {
  BidsEntities entities;
  std::string suffix;
  std::string extension; ///< ".nii.gz", ".json" …
};

/// The parts of "sub-01_ses-2_T1w.nii.gz"; nothing where the name is not made of key-value pairs and a suffix.
[[nodiscard]] std::optional<BidsName> parseBidsName(std::string_view fileName);

/// Whether a sidecar applies to a file: the same suffix, and no entity that the file does not have with the same value.
[[nodiscard]] bool applies(const BidsName& sidecar, const BidsName& file);

} // namespace facet::imaging
