#include "places.h"

#include <facet/core/files.h>

namespace facet::app {

namespace fs = std::filesystem;
using storage::CacheKind;

namespace {

Result<bool> holdsCache(const fs::path& folder) {
  const auto status = storage::inspectCache(folder);
  return status ? Result<bool>(status->exists) : Result<bool>(status.error());
}

} // namespace

Result<StartPlaces> startPlaces(const Arguments& arguments) {
  const auto demo = storage::defaultCacheFolder(CacheKind::Demo);
  const auto own = storage::defaultCacheFolder(CacheKind::Protected);
  if (!demo || !own) {
    return demo ? own.error() : demo.error();
  }
  StartPlaces start{{*demo, *own, {}}, {}};
  if (!arguments.keyFile.isEmpty()) {
    start.places.keyFile = arguments.keyFile.toStdString();
  }
  if (!arguments.cacheFolder.isEmpty()) {
    const fs::path folder = fs::absolute(arguments.cacheFolder.toStdString());
    const auto status = storage::inspectCache(folder);
    if (!status) {
      return status.error();
    }
    const bool isDemo = status->exists ? status->kind == CacheKind::Demo : arguments.demo;
    if (arguments.demo && !isDemo) {
      return Error{ErrorCode::InvalidInput, displayName(folder),
                   FACET_TEXT("app", "is a protected cache; --demo opens a demo cache alone")};
    }
    (isDemo ? start.places.demo : start.places.own) = folder;
    if (status->exists && !arguments.demo) {
      start.first = folder;
    }
    return start;
  }
  if (arguments.demo) {
    return start;
  }
  for (const fs::path& folder : {start.places.own, start.places.demo}) {
    const auto there = holdsCache(folder);
    if (!there) {
      return there.error();
    }
    if (*there) {
      start.first = folder;
      break;
    }
  }
  return start;
}

bool isRelease(const fs::path& folder) {
  std::error_code unknown;
  return fs::is_regular_file(folder / "SHA256SUMS", unknown) && fs::is_regular_file(folder / "manifest.json", unknown);
}

} // namespace facet::app
