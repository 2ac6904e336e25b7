#include "schemas.h"

#include "facet_resources.h"

#include <array>

namespace facet::storage {
namespace {

// "FctC" and "FctW".
constexpr std::int32_t kCacheId = 0x46637443;
constexpr std::int32_t kWorkId = 0x46637457;

/// The scripts in the order in which they were added; a published list only grows.
std::array<std::string_view, 2> cacheScripts() {
  return {resources::_0001_cache_sql, resources::_0001_images_sql};
}

std::array<std::string_view, 2> workScripts() {
  return {resources::_0001_work_sql, resources::_0001_images_sql};
}

} // namespace

Result<void> migrateCache(Database& database) {
  return migrate(database, {kCacheId, cacheScripts()});
}

Result<void> migrateWork(Database& database) {
  return migrate(database, {kWorkId, workScripts()});
}

Result<void> checkCacheVersion(Database& database) {
  return checkVersion(database, {kCacheId, cacheScripts()});
}

Result<void> checkWorkVersion(Database& database) {
  return checkVersion(database, {kWorkId, workScripts()});
}

} // namespace facet::storage
