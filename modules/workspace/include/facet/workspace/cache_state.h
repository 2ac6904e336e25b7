#pragma once

#include <facet/core/date.h>

#include <optional>

namespace facet::workspace {

enum class CacheKind { None, Demo, Protected };
enum class CacheAccess { ReadWrite, ReadOnly };

/// What the window says of the cache that it shows.
struct CacheState {
  CacheKind kind = CacheKind::None;
  CacheAccess access = CacheAccess::ReadWrite;
  /// Day of the newest release that was synced; none before the first.
  std::optional<Day> dataDay;
};

} // namespace facet::workspace
