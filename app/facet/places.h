#pragma once

#include "arguments.h"

#include <facet/core/result.h>
#include <facet/workspace/open_cache.h>

#include <filesystem>
#include <optional>

namespace facet::app {

/// Where the caches of this run lie, and which of them is opened first.
struct StartPlaces {
  workspace::CachePlaces places;
  /// Empty where there is none yet, or where the demo is to be made.
  std::optional<std::filesystem::path> first;
};

/// --cache names the cache to open: a demo or a protected one, as it is; a folder without one becomes the demo's place
/// with --demo, else the place of one's own. Without --cache one's own is opened where there is one, else the demo.
/// Errors: as storage::defaultCacheFolder and inspectCache; InvalidInput for --demo with a protected cache.
[[nodiscard]] Result<StartPlaces> startPlaces(const Arguments& arguments);

/// Whether a folder that somebody drops is a release to sync and no images to import.
[[nodiscard]] bool isRelease(const std::filesystem::path& folder);

} // namespace facet::app
