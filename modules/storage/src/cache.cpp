#include "cache_state.h"
#include "salvage.h"

#include <facet/core/files.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

namespace facet::storage {
namespace {

namespace fs = std::filesystem;

/// Every name that may stand in the folder of a cache before it has a key.
bool isLeftover(const std::string& name) {
  constexpr std::array<std::string_view, 5> names = {"lock", "making", "blobs", "cache.db", "work.db"};
  return std::any_of(names.begin(), names.end(), [&](std::string_view known) {
    return name == known || (known.ends_with(".db") && name.starts_with(known)) || name.starts_with("making.part-") ||
           name.starts_with("key.json.part-") || name.starts_with("key.copy.json.part-");
  });
}

enum class Found { Nothing, Cache, HalfMade };

/// What stands in the folder. Errors: InvalidInput where it is no folder for a cache; Corrupt where the key is gone.
Result<Found> look(const ProfileFiles& files) {
  struct stat info {};
  if (::stat(files.folder.c_str(), &info) != 0) {
    if (errno == ENOENT) {
      return Found::Nothing;
    }
    return systemError(files.folder, errno);
  }
  if (!S_ISDIR(info.st_mode)) {
    return Error{ErrorCode::InvalidInput, displayName(files.folder), FACET_TEXT("storage", "is no folder")};
  }
  const auto there = [&](const fs::path& path) { return ::stat(path.c_str(), &info) == 0; };
  if (there(files.folder / "key.json") || there(files.folder / "key.copy.json")) {
    return Found::Cache;
  }
  if (there(files.making())) {
    return Found::HalfMade;
  }
  if (there(files.cache()) || there(files.work())) {
    return Error{ErrorCode::Corrupt, displayName(files.folder / "key.json"),
                 FACET_TEXT("storage", "is gone; without it nothing in the folder can be read")};
  }
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(files.folder, failure)) {
    if (!isLeftover(entry.path().filename().string())) {
      return Error{ErrorCode::InvalidInput, displayName(files.folder),
                   FACET_TEXT("storage", "holds other files and is no cache; choose an empty folder")};
    }
  }
  if (failure) {
    return systemError(files.folder, failure.value());
  }
  return Found::Nothing;
}

Error withSubject(Error error, const fs::path& path) {
  if (error.subject.empty() && error.code != ErrorCode::Cancelled) {
    error.subject = displayName(path);
  }
  return error;
}

Error inUse(const ProfileFiles& files, std::optional<int> process) {
  const Message reason = process ? FACET_TEXT("storage", "is in use by another Facet (process %1)").with(*process)
                                 : FACET_TEXT("storage", "is in use by another Facet");
  return {ErrorCode::Locked, displayName(files.folder), reason};
}

/// Makes the folder and every one above it that is missing, private to the user.
Result<void> makeFolders(const fs::path& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) {
    return {};
  }
  if (errno != ENOENT || !folder.has_parent_path() || folder.parent_path() == folder) {
    return systemError(folder, errno);
  }
  if (auto parent = makeFolders(folder.parent_path()); !parent) {
    return parent;
  }
  return ::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST ? Result<void>()
                                                               : Result<void>(systemError(folder, errno));
}

Result<NewKey> makeOrOpenKey(const ProfileFiles& files, const CacheOptions& options, bool mayMake) {
  const auto found = look(files);
  if (!found) {
    return found.error();
  }
  if (*found != Found::Cache) {
    if (options.ifAbsent == IfAbsent::Refuse || !mayMake) {
      return Error{ErrorCode::NotFound, displayName(files.folder), FACET_TEXT("storage", "there is no cache here yet")};
    }
    return makeProfile(files, options.ifAbsent == IfAbsent::MakeDemo ? CacheKind::Demo : CacheKind::Protected,
                       options.keys);
  }
  auto document = readKeyDocument(files.folder);
  if (!document) {
    return document.error();
  }
  auto key = openKey(*document, options.keys);
  if (!key) {
    return withSubject(key.error(), files.folder);
  }
  return NewKey{std::move(*document), std::move(*key)};
}

/// Brings both databases into a state in which they can be written, or tells why not.
Result<void> prepareForWriting(CacheState& state, IfDamaged ifDamaged) {
  const ProfileFiles& files = state.files;
  ::unlink(files.making().c_str());
  if (auto finished = finishSalvage(files); !finished) {
    return finished;
  }
  const bool suspected = fs::exists(files.damage());
  const auto check = [&](Result<Database> opened, const fs::path& path) -> Result<void> {
    if (!opened) {
      return opened.error();
    }
    return suspected ? checkWhole(files, path, state.key) : Result<void>();
  };
  auto work = check(openWorkForWriting(files, state.document, state.key), files.work());
  if (!work && work.error().code == ErrorCode::Corrupt && ifDamaged == IfDamaged::Repair) {
    auto repair = salvageWork(files, state.document, state.key, state.clock.now());
    if (!repair) {
      return repair.error();
    }
    state.repairs.push_back(std::move(*repair));
  } else if (!work) {
    return work;
  }
  auto cache = check(openCacheForWriting(files, state.document, state.key), files.cache());
  if (!cache && cache.error().code == ErrorCode::Corrupt && ifDamaged == IfDamaged::Repair) {
    auto repair = replaceCache(files, state.document, state.key);
    if (!repair) {
      return repair.error();
    }
    state.repairs.push_back(std::move(*repair));
  } else if (!cache) {
    return cache;
  }
  ::unlink(files.damage().c_str());
  auto backedUp = openWorkForWriting(files, state.document, state.key);
  if (!backedUp) {
    return backedUp.error();
  }
  // A copy that cannot be made, on a full disk for one, must not keep anybody from working.
  if (const auto copied = backUpWork(files, *backedUp, state.key, state.clock.now()); !copied) {
    return copied.error().code == ErrorCode::Corrupt ? copied : Result<void>();
  }
  return {};
}

WriteState writeStateOf(const ProfileLock& lock) {
  switch (lock.state()) {
  case ProfileLock::State::Held:
    return WriteState::Writable;
  case ProfileLock::State::HeldByOther:
    return WriteState::InUse;
  case ProfileLock::State::ReadOnlyPlace:
    break;
  }
  return WriteState::ReadOnlyPlace;
}

} // namespace

Result<CacheStatus> inspectCache(const fs::path& folder) {
  const ProfileFiles files{folder};
  const auto found = look(files);
  if (!found) {
    return found.error();
  }
  CacheStatus status;
  if (*found != Found::Cache) {
    return status;
  }
  const auto document = readKeyDocument(folder);
  if (!document) {
    return document.error();
  }
  status.exists = true;
  status.kind = document->kind;
  for (const SealedKey& key : document->keys) {
    status.protections.push_back(key.protection);
  }
  return status;
}

Result<Cache> Cache::open(const fs::path& folder, const CacheOptions& options, const Clock& clock) {
  const ProfileFiles files{folder};
  std::optional<ProfileLock> lock;
  if (options.openFor == OpenFor::Writing) {
    const auto found = look(files);
    if (!found) {
      return found.error();
    }
    if (*found == Found::Nothing && options.ifAbsent == IfAbsent::Refuse) {
      return Error{ErrorCode::NotFound, displayName(folder), FACET_TEXT("storage", "there is no cache here yet")};
    }
    if (auto made = makeFolders(folder); !made) {
      return made.error();
    }
    auto acquired = ProfileLock::acquire(folder);
    if (!acquired) {
      return acquired.error();
    }
    lock = std::move(*acquired);
    if (*found != Found::Cache && lock->state() == ProfileLock::State::HeldByOther) {
      return inUse(files, lock->otherProcess());
    }
  }
  const bool writable = lock && lock->state() == ProfileLock::State::Held;
  auto key = makeOrOpenKey(files, options, writable);
  if (!key) {
    return key.error();
  }
  auto state = std::make_shared<CacheState>(files, std::move(*key), std::move(lock), clock);
  state->writeState = state->lock ? writeStateOf(*state->lock) : WriteState::NotAsked;
  const auto ready = writable ? prepareForWriting(*state, options.ifDamaged) : checkForReading(files, state->key);
  if (!ready) {
    return ready.error();
  }
  return Cache(std::move(state));
}

const fs::path& Cache::folder() const {
  return m_state->files.folder;
}

CacheKind Cache::kind() const {
  return m_state->document.kind;
}

WriteState Cache::writeState() const {
  return m_state->writeState;
}

std::optional<Error> Cache::writeRefusal() const {
  switch (m_state->writeState) {
  case WriteState::Writable:
    return std::nullopt;
  case WriteState::InUse:
    return inUse(m_state->files, m_state->lock->otherProcess());
  case WriteState::NotAsked:
    return Error{ErrorCode::Unauthorized, displayName(folder()), FACET_TEXT("storage", "was opened for reading only")};
  case WriteState::ReadOnlyPlace:
    break;
  }
  return Error{ErrorCode::Unauthorized, displayName(folder()), FACET_TEXT("storage", "can be read but not written")};
}

const std::vector<Repair>& Cache::repairs() const {
  return m_state->repairs;
}

KeyedHash Cache::pseudonyms() const {
  return {m_state->key, "pseudonyms"};
}

Result<void> Cache::setPassphrase(const AskPassphrase& ask) {
  if (auto refusal = writeRefusal()) {
    return *refusal;
  }
  if (kind() == CacheKind::Demo) {
    return Error{ErrorCode::Unauthorized, displayName(folder()),
                 FACET_TEXT("storage", "a demo cache has no passphrase")};
  }
  const std::lock_guard lock(m_state->mutex);
  KeyDocument changed = m_state->document;
  if (auto sealed = sealByPassphrase(changed, m_state->key, ask); !sealed) {
    return withSubject(sealed.error(), folder());
  }
  if (auto written = writeKeyDocument(folder(), changed); !written) {
    return written;
  }
  m_state->document = std::move(changed);
  return {};
}

Result<fs::path> defaultCacheFolder(CacheKind kind) {
  const char* leaf = kind == CacheKind::Demo ? "demo" : "cache";
  const auto variable = [](const char* name) -> std::string {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
  };
  // A relative path in XDG_DATA_HOME is invalid by the XDG base directory specification.
  if (const fs::path data = variable("XDG_DATA_HOME"); data.is_absolute()) {
    return data / "facet" / leaf;
  }
  if (const fs::path home = variable("HOME"); home.is_absolute()) {
    return home / ".local" / "share" / "facet" / leaf;
  }
  return Error{ErrorCode::NotFound, {}, FACET_TEXT("storage", "the user's data folder is not known; name a folder")};
}

} // namespace facet::storage
