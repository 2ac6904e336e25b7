#pragma once

#include "profile.h"

namespace facet::storage {

/// Saves what can be read of a damaged or lost work.db, row by row, fills what is lost from the backup as far as that
/// goes, and puts the result in the place of work.db; the damaged file stays beside it. The lock must be held. A crash
/// halfway loses nothing: the next call begins again or finishes. Errors: as for databases and systemError.
[[nodiscard]] Result<Repair> salvageWork(const ProfileFiles& files, const KeyDocument& document, const SecretKey& key,
                                         Instant now);

/// Puts a saved work.db in its place where a crash came before that. The lock must be held.
Result<void> finishSalvage(const ProfileFiles& files);

/// Moves a damaged cache.db aside, instead of one that was set aside before, and makes an empty one.
[[nodiscard]] Result<Repair> replaceCache(const ProfileFiles& files, const KeyDocument& document, const SecretKey& key);

/// Copies work.db beside itself when the copy is more than a day older. The lock must be held.
Result<void> backUpWork(const ProfileFiles& files, Database& work, const SecretKey& key, Instant now);

/// Whether every page of a database can be read and fits the others; Corrupt where not.
Result<void> checkWhole(const ProfileFiles& files, const std::filesystem::path& path, const SecretKey& key);

} // namespace facet::storage
