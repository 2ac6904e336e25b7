#pragma once

#include "database.h"
#include "key_store.h"
#include "profile_lock.h"

#include <facet/core/clock.h>
#include <facet/storage/cache.h>

#include <filesystem>

namespace facet::storage {

/// The files of a cache.
struct ProfileFiles {
  std::filesystem::path folder;

  [[nodiscard]] std::filesystem::path cache() const { return folder / "cache.db"; }
  [[nodiscard]] std::filesystem::path work() const { return folder / "work.db"; }
  /// A copy of work.db, a day old at most when it was last opened.
  [[nodiscard]] std::filesystem::path workBackup() const { return folder / "work.backup.db"; }
  /// A saved work.db that has not taken its place yet.
  [[nodiscard]] std::filesystem::path workSaved() const { return folder / "work.saved.db"; }
  [[nodiscard]] std::filesystem::path blobs() const { return folder / "blobs"; }
  /// There while a new cache is being made.
  [[nodiscard]] std::filesystem::path making() const { return folder / "making"; }
  /// There since a database turned out to be damaged.
  [[nodiscard]] std::filesystem::path damage() const { return folder / "damage"; }
};

/// A database file of the profile whose damage leaves a mark in the folder.
[[nodiscard]] DatabaseFile watchedFile(const ProfileFiles& files, const std::filesystem::path& path);

/// Removes a database and the files that SQLite keeps beside it. Errors: as systemError.
Result<void> removeDatabase(const std::filesystem::path& path);

/// Makes the files of a new cache. The lock must be held. A crash halfway leaves the mark `making`, and the next call
/// begins again. Errors: as createKey and systemError.
[[nodiscard]] Result<NewKey> makeProfile(const ProfileFiles& files, CacheKind kind, const KeyOptions& options);

/// Makes an empty cache.db or work.db at `path`.
Result<void> makeCacheDatabase(const ProfileFiles& files, const KeyDocument& document, const SecretKey& key);
Result<void> makeWorkDatabase(const std::filesystem::path& path, const KeyDocument& document, const SecretKey& key);

/// Opens a database for writing, brings it to the newest version and checks that it belongs to the document.
/// Errors: Corrupt; Unsupported; Unauthorized where its mark as demo differs.
[[nodiscard]] Result<Database> openCacheForWriting(const ProfileFiles& files, const KeyDocument& document,
                                                   const SecretKey& key);
[[nodiscard]] Result<Database> openWorkForWriting(const ProfileFiles& files, const KeyDocument& document,
                                                  const SecretKey& key);

/// Whether both databases are there and of the newest version. Errors: as for writing; Unsupported where they must
/// first be opened for writing.
Result<void> checkForReading(const ProfileFiles& files, const SecretKey& key);

/// Opens both databases for reading, work.db as schema `work`. Errors: as for writing.
[[nodiscard]] Result<Database> openForReading(const ProfileFiles& files, const KeyDocument& document,
                                              const SecretKey& key);

} // namespace facet::storage
