#include "cache_option.h"

#include "outcome.h"
#include "passphrase_prompt.h"

#include <facet/core/files.h>

namespace facet::cli {
namespace {

namespace fs = std::filesystem;
using storage::Cache;
using storage::CacheKind;

storage::KeyOptions keysOf(const Context& context) {
  storage::KeyOptions keys;
  if (!context.keyFile.empty()) {
    keys.keyFile = context.keyFile;
  }
  keys.askPassphrase = passphrasePrompt(*context.progress);
  return keys;
}

/// The folder of a command that only reads.
Result<fs::path> folderToRead(const Context& context) {
  if (!context.cacheFolder.empty()) {
    return fs::path(context.cacheFolder);
  }
  auto own = storage::defaultCacheFolder(CacheKind::Protected);
  const auto demo = storage::defaultCacheFolder(CacheKind::Demo);
  std::error_code unknown;
  if (own && demo && !fs::exists(*own, unknown) && fs::exists(*demo, unknown)) {
    return *demo;
  }
  return own;
}

std::vector<Notice> noticesOf(const std::vector<storage::Repair>& repairs) {
  std::vector<Notice> notices;
  for (const storage::Repair& repair : repairs) {
    const std::string file = displayName(repair.file);
    if (repair.setAside.empty()) {
      notices.push_back({file, FACET_TEXT("app", "was gone and was made again"), {}});
    } else {
      notices.push_back(
          {file, FACET_TEXT("app", "was damaged; it was kept as %1").with(displayName(repair.setAside)), {}});
    }
    if (repair.tables.empty()) {
      notices.push_back({file, FACET_TEXT("app", "is empty now; sync again to fill it"), {}});
    }
    for (const storage::SalvagedTable& table : repair.tables) {
      Message saved = FACET_TEXT("app", "%1 rows of %2 were saved, %3 of them from the backup")
                          .with(table.saved, table.name, table.fromBackup);
      Message lost = !table.lost       ? FACET_TEXT("app", "how many were lost is not known")
                     : *table.lost > 0 ? FACET_TEXT("app", "%1 were lost").with(*table.lost)
                                       : Message();
      notices.push_back({file, std::move(saved), std::move(lost)});
    }
  }
  return notices;
}

Result<Cache> openExisting(const Context& context, storage::OpenFor openFor, const Clock& clock) {
  const auto folder = folderToRead(context);
  if (!folder) {
    return folder.error();
  }
  storage::CacheOptions options;
  options.keys = keysOf(context);
  options.openFor = openFor;
  return Cache::open(*folder, options, clock);
}

} // namespace

Result<Cache> openCacheToRead(const Context& context, const Clock& clock) {
  return openExisting(context, storage::OpenFor::Reading, clock);
}

Result<Cache> openCacheToRecord(const Context& context, const Clock& clock) {
  return openExisting(context, storage::OpenFor::Writing, clock);
}

Result<Cache> openCacheToWrite(const Context& context, CacheKind kindIfNew, const Clock& clock) {
  const auto folder = context.cacheFolder.empty() ? storage::defaultCacheFolder(kindIfNew)
                                                  : Result<fs::path>(fs::path(context.cacheFolder));
  if (!folder) {
    return folder.error();
  }
  storage::CacheOptions options;
  options.keys = keysOf(context);
  options.ifAbsent = kindIfNew == CacheKind::Demo ? storage::IfAbsent::MakeDemo : storage::IfAbsent::MakeProtected;
  options.ifDamaged = storage::IfDamaged::Repair;
  auto cache = Cache::open(*folder, options, clock);
  if (!cache) {
    return cache;
  }
  reportWarnings(noticesOf(cache->repairs()));
  if (auto refusal = cache->writeRefusal()) {
    return *refusal;
  }
  return cache;
}

} // namespace facet::cli
