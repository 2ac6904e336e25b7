#pragma once

#include <facet/core/result.h>
#include <facet/storage/key_options.h>

#include <filesystem>
#include <vector>

namespace facet::storage {

enum class CacheKind {
  Demo,     ///< synthetic data only, from demo releases; opens without asking
  Protected ///< never opens without its key
};

/// What can be told about a cache without opening it.
struct CacheStatus {
  bool exists = false;
  CacheKind kind = CacheKind::Protected;
  /// What can open it, any of them.
  std::vector<Protection> protections;
};

/// Errors: Corrupt for a damaged key.json; InvalidInput for a path that is no folder; as systemError.
[[nodiscard]] Result<CacheStatus> inspectCache(const std::filesystem::path& folder);

} // namespace facet::storage
