#include "salvage.h"

#include "rescue.h"

#include <facet/core/files.h>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace facet::storage {
namespace {

namespace fs = std::filesystem;

constexpr auto kBackupAge = std::chrono::hours(24);
/// A larger work.db is not copied: that would be felt when the program starts. Units: bytes.
constexpr std::uintmax_t kLargestBackup = std::uintmax_t{512} << 20;

Result<void> renameFile(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0 && errno != ENOENT) {
    return systemError(from, errno);
  }
  return {};
}

/// A database with its log; the shared-memory file is made anew.
Result<void> moveDatabase(const fs::path& from, const fs::path& to) {
  const auto log = [](const fs::path& path) { return fs::path(path.string() + "-wal"); };
  // The log first: without its database it is never taken for another's.
  if (auto moved = renameFile(log(from), log(to)); !moved) {
    return moved;
  }
  if (auto moved = renameFile(from, to); !moved) {
    return moved;
  }
  ::unlink((from.string() + "-shm").c_str());
  return {};
}

/// "20250131T235959Z", for names of files.
std::string compact(Instant instant) {
  std::string text;
  for (const char c : toIso(instant)) {
    if (c == '.') {
      break;
    }
    if (c != '-' && c != ':') {
      text += c;
    }
  }
  return text + "Z";
}

/// A database that may be unreadable; nothing then.
std::optional<Database> openIfPossible(const fs::path& path, const SecretKey& key) {
  auto database = Database::open({path}, key, {DatabaseAccess::ReadOnly});
  return database ? std::optional(std::move(*database)) : std::nullopt;
}

Result<std::vector<std::string>> tablesOf(Database& database) {
  auto statement = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                                    "AND name != 'profile' ORDER BY rowid");
  if (!statement) {
    return statement.error();
  }
  std::vector<std::string> names;
  while (true) {
    const auto row = statement->step();
    if (!row) {
      return row.error();
    }
    if (!*row) {
      return names;
    }
    names.emplace_back(statement->text(0));
  }
}

/// Fills the empty work.db at `path` with what can be read.
Result<std::vector<SalvagedTable>> rescueAll(const ProfileFiles& files, const fs::path& path, const SecretKey& key) {
  auto fresh = Database::open({path}, key, {DatabaseAccess::ReadWrite});
  if (!fresh) {
    return fresh.error();
  }
  const auto tables = tablesOf(*fresh);
  if (!tables) {
    return tables.error();
  }
  auto damaged = openIfPossible(files.work(), key);
  auto backup = openIfPossible(files.workBackup(), key);
  auto transaction = Transaction::begin(*fresh);
  if (!transaction) {
    return transaction.error();
  }
  std::vector<SalvagedTable> reports;
  for (const std::string& table : *tables) {
    auto report = rescueTable(table, damaged ? &*damaged : nullptr, backup ? &*backup : nullptr, *fresh);
    if (!report) {
      return report.error();
    }
    reports.push_back(std::move(*report));
  }
  if (auto committed = transaction->commit(); !committed) {
    return committed.error();
  }
  if (auto copied = fresh->execute("PRAGMA wal_checkpoint(TRUNCATE)"); !copied) {
    return copied.error();
  }
  return reports;
}

} // namespace

Result<Repair> salvageWork(const ProfileFiles& files, const KeyDocument& document, const SecretKey& key, Instant now) {
  // Built under a name of its own; under the name workSaved() it is whole.
  const fs::path building = files.folder / "work.building.db";
  for (const fs::path& path : {building, files.workSaved()}) {
    if (auto removed = removeDatabase(path); !removed) {
      return removed.error();
    }
  }
  if (auto made = makeWorkDatabase(building, document, key); !made) {
    return made.error();
  }
  auto tables = rescueAll(files, building, key);
  if (!tables) {
    return tables.error();
  }
  Repair repair{files.work(), {}, std::move(*tables)};
  if (auto moved = moveDatabase(building, files.workSaved()); !moved) {
    return moved.error();
  }
  if (fs::exists(files.work())) {
    const std::string name = "work.damaged-" + compact(now);
    repair.setAside = files.folder / (name + ".db");
    for (int i = 2; fs::exists(repair.setAside); ++i) {
      repair.setAside = files.folder / (name + "-" + std::to_string(i) + ".db");
    }
    if (auto moved = moveDatabase(files.work(), repair.setAside); !moved) {
      return moved.error();
    }
  }
  if (auto finished = finishSalvage(files); !finished) {
    return finished.error();
  }
  return repair;
}

Result<void> finishSalvage(const ProfileFiles& files) {
  if (!fs::exists(files.workSaved()) || fs::exists(files.work())) {
    return {};
  }
  if (auto moved = moveDatabase(files.workSaved(), files.work()); !moved) {
    return moved;
  }
  return syncFolder(files.folder);
}

Result<Repair> replaceCache(const ProfileFiles& files, const KeyDocument& document, const SecretKey& key) {
  Repair repair{files.cache(), files.folder / "cache.damaged.db", {}};
  if (auto removed = removeDatabase(repair.setAside); !removed) {
    return removed.error();
  }
  if (auto moved = moveDatabase(files.cache(), repair.setAside); !moved) {
    return moved.error();
  }
  if (!fs::exists(repair.setAside)) {
    repair.setAside.clear();
  }
  if (auto made = makeCacheDatabase(files, document, key); !made) {
    return made.error();
  }
  return repair;
}

Result<void> backUpWork(const ProfileFiles& files, Database& work, const SecretKey& key, Instant now) {
  struct stat info {};
  if (::stat(files.workBackup().c_str(), &info) == 0) {
    const auto age = now - Instant(std::chrono::seconds(info.st_mtime));
    if (age >= Instant::duration::zero() && age < kBackupAge) {
      return {};
    }
  }
  std::error_code failure;
  if (fs::file_size(files.work(), failure) > kLargestBackup || failure) {
    return {};
  }
  const fs::path building = files.folder / "work.building.db";
  if (auto removed = removeDatabase(building); !removed) {
    return removed;
  }
  {
    auto copy = Database::open({building}, key, {DatabaseAccess::Create});
    if (!copy) {
      return copy.error();
    }
    if (auto copied = work.copyTo(*copy); !copied) {
      return copied;
    }
  }
  if (auto moved = moveDatabase(building, files.workBackup()); !moved) {
    return moved;
  }
  return syncFolder(files.folder);
}

Result<void> checkWhole(const ProfileFiles& files, const fs::path& path, const SecretKey& key) {
  auto database = Database::open(watchedFile(files, path), key, {DatabaseAccess::ReadOnly});
  if (!database) {
    return database.error();
  }
  auto check = database->prepare("PRAGMA quick_check(1)");
  if (!check) {
    return check.error();
  }
  const auto row = check->step();
  if (!row) {
    return row.error();
  }
  if (!*row || check->text(0) != "ok") {
    return Error{ErrorCode::Corrupt, displayName(path), FACET_TEXT("storage", "is damaged")};
  }
  return {};
}

} // namespace facet::storage
