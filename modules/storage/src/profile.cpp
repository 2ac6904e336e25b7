#include "profile.h"

#include "descriptor.h"
#include "schemas.h"

#include <facet/core/files.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace facet::storage {
namespace {

namespace fs = std::filesystem;

constexpr int kWriterCacheKiB = 65536;
constexpr int kReaderCacheKiB = 16384;
/// 64 MiB between checkpoints: a batch of a sync is not copied twice.
constexpr int kCheckpointPages = 16384;

Result<void> makeFolder(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
    return systemError(folder, errno);
  }
  return {};
}

/// SQLite takes an empty file for a new database; here it is one that lost everything.
Result<void> checkNotEmpty(const fs::path& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) {
    if (errno == ENOENT) {
      return Error{ErrorCode::Corrupt, displayName(path), FACET_TEXT("storage", "is gone")};
    }
    return systemError(path, errno);
  }
  if (info.st_size == 0) {
    return Error{ErrorCode::Corrupt, displayName(path), FACET_TEXT("storage", "is damaged")};
  }
  return {};
}

Result<void> checkIdentity(Database& database, const std::string& schema, const fs::path& path,
                           const KeyDocument& document) {
  auto statement = database.prepare("SELECT id, demo FROM " + schema + ".profile WHERE only = 1");
  if (!statement) {
    return statement.error();
  }
  const auto row = statement->step();
  if (!row) {
    return row.error();
  }
  if (!*row || statement->text(0) != document.id) {
    return Error{ErrorCode::Corrupt, displayName(path), FACET_TEXT("storage", "belongs to another cache")};
  }
  if ((statement->integer(1) == 1) != (document.kind == CacheKind::Demo)) {
    return Error{ErrorCode::Unauthorized, displayName(path),
                 FACET_TEXT("storage", "the mark of a demo cache stands in only one of its files")};
  }
  return {};
}

Result<void> writeIdentity(Database& database, const char* sql, const KeyDocument& document) {
  auto statement = database.prepare(sql);
  if (!statement) {
    return statement.error();
  }
  statement->bind(1, std::string_view(document.id));
  statement->bind(2, document.kind == CacheKind::Demo ? 1 : 0);
  return statement->run();
}

bool hasLog(const fs::path& database) {
  struct stat info {};
  return ::stat((database.string() + "-wal").c_str(), &info) == 0 && info.st_size > 0;
}

/// How a file can be read: in a place that cannot be written there is nothing to coordinate with others, unless a log
/// is left that must be read with it.
DatabaseAccess readingAccess(const ProfileFiles& files, const fs::path& database) {
  const bool writable = ::access(files.folder.c_str(), W_OK) == 0;
  return writable || hasLog(database) ? DatabaseAccess::ReadOnly : DatabaseAccess::Immutable;
}

template <class Migrate>
Result<Database> openForWriting(const ProfileFiles& files, const fs::path& path, const KeyDocument& document,
                                const SecretKey& key, const DatabaseOptions& options, Migrate&& migrate) {
  if (auto there = checkNotEmpty(path); !there) {
    return there.error();
  }
  auto database = Database::open(watchedFile(files, path), key, options);
  if (!database) {
    return database;
  }
  if (auto migrated = migrate(*database); !migrated) {
    return migrated.error();
  }
  if (auto identity = checkIdentity(*database, "main", path, document); !identity) {
    return identity.error();
  }
  return database;
}

} // namespace

DatabaseFile watchedFile(const ProfileFiles& files, const fs::path& path) {
  return {path, [mark = files.damage()] {
            const Descriptor file(::open(mark.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
          }};
}

Result<void> removeDatabase(const fs::path& path) {
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    const std::string name = path.string() + suffix;
    if (::unlink(name.c_str()) != 0 && errno != ENOENT) {
      return systemError(name, errno);
    }
  }
  return {};
}

Result<void> makeCacheDatabase(const ProfileFiles& files, const KeyDocument& document, const SecretKey& key) {
  auto database = Database::open(watchedFile(files, files.cache()), key, {DatabaseAccess::Create});
  if (!database) {
    return database.error();
  }
  if (auto migrated = migrateCache(*database); !migrated) {
    return migrated;
  }
  return writeIdentity(*database, "INSERT INTO profile(only, id, demo, projection, batch) VALUES(1, ?1, ?2, 0, 0)",
                       document);
}

Result<void> makeWorkDatabase(const fs::path& path, const KeyDocument& document, const SecretKey& key) {
  auto database = Database::open({path}, key, {DatabaseAccess::Create});
  if (!database) {
    return database.error();
  }
  if (auto migrated = migrateWork(*database); !migrated) {
    return migrated;
  }
  return writeIdentity(*database, "INSERT INTO profile(only, id, demo) VALUES(1, ?1, ?2)", document);
}

Result<NewKey> makeProfile(const ProfileFiles& files, CacheKind kind, const KeyOptions& options) {
  auto made = createKey(kind, options);
  if (!made) {
    Error error = made.error();
    if (error.subject.empty()) {
      error.subject = displayName(files.folder);
    }
    return error;
  }
  if (auto marked = writeFileAtomically(files.making(), "", FileAccess::Private); !marked) {
    return marked.error();
  }
  const auto build = [&]() -> Result<void> {
    for (const fs::path& path : {files.cache(), files.work(), files.workBackup(), files.workSaved()}) {
      if (auto removed = removeDatabase(path); !removed) {
        return removed;
      }
    }
    if (auto folder = makeFolder(files.blobs()); !folder) {
      return folder;
    }
    if (auto cache = makeCacheDatabase(files, made->document, made->key); !cache) {
      return cache;
    }
    if (auto work = makeWorkDatabase(files.work(), made->document, made->key); !work) {
      return work;
    }
    return writeKeyDocument(files.folder, made->document);
  };
  if (auto built = build(); !built) {
    return built.error();
  }
  if (::unlink(files.making().c_str()) != 0) {
    return systemError(files.making(), errno);
  }
  if (auto synced = syncFolder(files.folder); !synced) {
    return synced.error();
  }
  return made;
}

Result<Database> openCacheForWriting(const ProfileFiles& files, const KeyDocument& document, const SecretKey& key) {
  return openForWriting(files, files.cache(), document, key,
                        {DatabaseAccess::ReadWrite, kWriterCacheKiB, kCheckpointPages}, migrateCache);
}

Result<Database> openWorkForWriting(const ProfileFiles& files, const KeyDocument& document, const SecretKey& key) {
  return openForWriting(files, files.work(), document, key, {}, migrateWork);
}

Result<void> checkForReading(const ProfileFiles& files, const SecretKey& key) {
  const auto check = [&](const fs::path& path, Result<void> (*version)(Database&)) -> Result<void> {
    if (auto there = checkNotEmpty(path); !there) {
      return there;
    }
    auto database = Database::open(watchedFile(files, path), key, {readingAccess(files, path)});
    return database ? version(*database) : Result<void>(database.error());
  };
  if (auto cache = check(files.cache(), checkCacheVersion); !cache) {
    return cache;
  }
  return check(files.work(), checkWorkVersion);
}

Result<Database> openForReading(const ProfileFiles& files, const KeyDocument& document, const SecretKey& key) {
  auto database =
      Database::open(watchedFile(files, files.cache()), key, {readingAccess(files, files.cache()), kReaderCacheKiB});
  if (!database) {
    return database;
  }
  if (auto attached = database->attach(files.work(), "work", key, readingAccess(files, files.work())); !attached) {
    return attached.error();
  }
  if (auto identity = checkIdentity(*database, "main", files.cache(), document); !identity) {
    return identity.error();
  }
  if (auto identity = checkIdentity(*database, "work", files.work(), document); !identity) {
    return identity.error();
  }
  return database;
}

} // namespace facet::storage
