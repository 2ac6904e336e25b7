#pragma once

#include <facet/core/clock.h>
#include <facet/core/progress.h>
#include <facet/storage/cache_status.h>
#include <facet/storage/keyed_hash.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace facet::storage {

/// What to do where there is no cache yet.
enum class IfAbsent { Refuse, MakeDemo, MakeProtected };
/// What to do about a damaged file: tell (Corrupt), or set cache.db aside for the next sync to fill again and save from
/// work.db what can be read.
enum class IfDamaged { Report, Repair };
enum class OpenFor { Reading, Writing };

struct CacheOptions {
  KeyOptions keys;
  IfAbsent ifAbsent = IfAbsent::Refuse;
  IfDamaged ifDamaged = IfDamaged::Report;
  /// With Writing the cache still opens read-only where it cannot be written; see Cache::writeState.
  OpenFor openFor = OpenFor::Writing;
};

enum class WriteState {
  Writable,
  NotAsked,     ///< opened for reading
  InUse,        ///< another program writes it
  ReadOnlyPlace ///< the folder or the disk cannot be written
};

/// What was saved of one table of a damaged work.db.
struct SalvagedTable {
  std::string name;
  std::int64_t saved = 0;
  /// Of those, rows that came from yesterday's copy because the damaged file had lost them.
  std::int64_t fromBackup = 0;
  /// Rows that could not be saved; nothing where even their number is lost.
  std::optional<std::int64_t> lost;
};

/// A file that was damaged and what became of it.
struct Repair {
  std::filesystem::path file;
  /// Where the damaged file stands now; empty where there was none.
  std::filesystem::path setAside;
  /// Empty for cache.db, which a sync fills again.
  std::vector<SalvagedTable> tables;
};

struct CacheState;

/// An open cache: a folder with the databases, blobs and the sealed key. Copies share it; it is closed, and may be
/// written by others, when the last one and all its readers are gone. Thread: any.
class Cache {
public:
  /// Opens the cache in a folder, or makes one. `clock` must outlive it.
  /// Errors: NotFound where there is none and none is to be made; Unauthorized where the key is missing or wrong;
  /// Corrupt for a damaged file; Unsupported for files of a newer Facet; InvalidInput for a folder with other files in
  /// it; Cancelled when the person gives up; as systemError.
  static Result<Cache> open(const std::filesystem::path& folder, const CacheOptions& options, const Clock& clock);

  [[nodiscard]] const std::filesystem::path& folder() const;
  [[nodiscard]] CacheKind kind() const;
  [[nodiscard]] WriteState writeState() const;
  /// Why nothing can be written, for people; nothing where it can.
  [[nodiscard]] std::optional<Error> writeRefusal() const;
  /// What was repaired when it was opened.
  [[nodiscard]] const std::vector<Repair>& repairs() const;

  /// Pseudonyms of this cache.
  [[nodiscard]] KeyedHash pseudonyms() const;

  /// Adds a passphrase that opens the cache too, or changes the one there is. Errors: Unauthorized for a demo cache or
  /// where it is read-only; as the callback.
  Result<void> setPassphrase(const AskPassphrase& ask);

  /// For the module's own use.
  [[nodiscard]] const std::shared_ptr<CacheState>& state() const { return m_state; }

private:
  explicit Cache(std::shared_ptr<CacheState> state)
      : m_state(std::move(state)) {}

  std::shared_ptr<CacheState> m_state;
};

/// Where the cache of a user lies when nothing else is said: "facet/cache" or "facet/demo" in the user's data folder
/// (XDG_DATA_HOME, else ~/.local/share). Errors: NotFound where neither is known.
[[nodiscard]] Result<std::filesystem::path> defaultCacheFolder(CacheKind kind);

} // namespace facet::storage
