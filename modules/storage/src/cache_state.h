#pragma once

#include "profile.h"

#include <facet/storage/cache.h>

#include <mutex>

namespace facet::storage {

/// What all copies of a Cache and its readers and writers share.
struct CacheState {
  CacheState(ProfileFiles profile, NewKey opened, std::optional<ProfileLock> held, const Clock& time)
      : files(std::move(profile))
      , document(std::move(opened.document))
      , key(std::move(opened.key))
      , lock(std::move(held))
      , clock(time) {}

  const ProfileFiles files;
  KeyDocument document;
  const SecretKey key;
  const std::optional<ProfileLock> lock;
  const Clock& clock;
  WriteState writeState = WriteState::NotAsked;
  std::vector<Repair> repairs;
  std::mutex mutex;
};

} // namespace facet::storage
