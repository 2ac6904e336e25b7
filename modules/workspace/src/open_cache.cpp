#include <facet/synthetic/demo.h>
#include <facet/workspace/cache_access.h>
#include <facet/workspace/open_cache.h>

#include <mutex>

namespace facet::workspace {

namespace fs = std::filesystem;
using storage::Cache;

/// The open cache with its readers, shared with the threads that read.
struct OpenCache::Slot {
  struct Opened {
    Cache cache;
    RowReader rows;
    PatientReader patients;
    VolumeReader volumes;
  };

  [[nodiscard]] std::shared_ptr<const Opened> get() const {
    const std::lock_guard lock(mutex);
    return opened;
  }
  void set(const Cache& cache, const Clock& clock) {
    auto next = std::make_shared<const Opened>(
        Opened{cache, rowReader(cache, clock), patientReader(cache, clock), volumeReader(cache)});
    const std::lock_guard lock(mutex);
    opened = std::move(next);
  }

  mutable std::mutex mutex;
  std::shared_ptr<const Opened> opened;
};

namespace {

constexpr int kRunsShown = 20;

Error nothingOpen(const std::string& subject) {
  return {ErrorCode::NotFound, subject, FACET_TEXT("workspace", "no data are open")};
}

/// What a job brings back: the cache it worked on, and what came of it.
template <class T>
struct Done {
  Cache cache;
  Result<T> outcome;
};

} // namespace

OpenCache::OpenCache(JobRunner& jobs, Questions& questions, const Clock& clock, CachePlaces places, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
    , m_places(std::move(places))
    , m_questions(questions, *this)
    , m_opening(jobs)
    , m_work(jobs)
    , m_slot(std::make_shared<Slot>()) {}

OpenCache::~OpenCache() = default;

bool OpenCache::isOpen() const {
  return m_slot->get() != nullptr;
}

std::optional<Cache> OpenCache::cache() const {
  const auto opened = m_slot->get();
  return opened ? std::optional(opened->cache) : std::nullopt;
}

CacheState OpenCache::state() const {
  const auto opened = m_slot->get();
  return opened ? cacheState(opened->cache).valueOr({}) : CacheState{};
}

RowReader OpenCache::rows() const {
  return [slot = m_slot](Progress& progress) -> Result<PatientRows> {
    const auto opened = slot->get();
    return opened ? opened->rows(progress) : PatientRows{};
  };
}

PatientReader OpenCache::patients() const {
  return [slot = m_slot](const std::string& id, Progress& progress) -> Result<Patient> {
    const auto opened = slot->get();
    return opened ? opened->patients(id, progress) : nothingOpen(id);
  };
}

VolumeReader OpenCache::volumes() const {
  return [slot = m_slot](const storage::StoredImage& image, Progress& progress) -> Result<imaging::Volume> {
    const auto opened = slot->get();
    return opened ? opened->volumes(image, progress) : nothingOpen(image.name);
  };
}

void OpenCache::adopt(const Cache& cache) {
  const auto opened = m_slot->get();
  const bool another = !opened || opened->cache.folder() != cache.folder();
  if (another) {
    m_slot->set(cache, m_clock);
    Q_EMIT this->opened();
  }
}

storage::KeyOptions OpenCache::keysOf(storage::CacheKind kind, const Progress& progress) const {
  storage::KeyOptions keys;
  if (kind == storage::CacheKind::Protected) {
    keys.keyFile = m_places.keyFile;
  }
  keys.askPassphrase = m_questions.askPassphrase(progress);
  return keys;
}

Result<Cache> OpenCache::cacheFor(storage::CacheKind kind, const std::optional<Cache>& current,
                                  const Progress& progress) const {
  if (current && current->kind() == kind) {
    return *current;
  }
  storage::CacheOptions options;
  options.keys = keysOf(kind, progress);
  options.ifAbsent = kind == storage::CacheKind::Demo ? storage::IfAbsent::MakeDemo : storage::IfAbsent::MakeProtected;
  options.ifDamaged = storage::IfDamaged::Repair;
  return Cache::open(kind == storage::CacheKind::Demo ? m_places.demo : m_places.own, options, m_clock);
}

void OpenCache::open(const fs::path& folder) {
  m_opening.restart();
  m_opening.run(
      {FACET_TEXT("workspace", "Opening the data")},
      [this, folder](Progress& progress) {
        storage::CacheOptions options;
        options.keys = keysOf(storage::CacheKind::Protected, progress);
        options.ifDamaged = storage::IfDamaged::Repair;
        return Cache::open(folder, options, m_clock);
      },
      [this](const Result<Cache>& cache) {
        if (cache) {
          adopt(*cache);
        } else {
          Q_EMIT openingFailed(cache.error());
        }
      });
}

void OpenCache::openDemo() {
  m_opening.restart();
  m_opening.run(
      {FACET_TEXT("workspace", "Making the demo consortium")},
      [this](Progress& progress) -> Result<Cache> {
        Result<Cache> cache = cacheFor(storage::CacheKind::Demo, {}, progress);
        if (!cache) {
          return cache;
        }
        const auto sources = storage::readSources(*cache);
        if (!sources || !sources->empty()) {
          return sources ? cache : Result<Cache>(sources.error());
        }
        const fs::path release = m_places.demo.parent_path() / "demo-release";
        PartProgress writing(progress, 0, 0.8);
        if (const auto written = synthetic::writeDemoRelease(release, {}, writing); !written) {
          return written.error();
        }
        PartProgress syncing(progress, 0.8, 1);
        const auto opened = sync::Release::open(release, syncing);
        if (!opened) {
          return opened.error();
        }
        const auto report = sync::syncRelease(*cache, *opened, {}, syncing);
        return report ? cache : Result<Cache>(report.error());
      },
      [this](const Result<Cache>& cache) {
        if (cache) {
          adopt(*cache);
        } else {
          Q_EMIT openingFailed(cache.error());
        }
      });
}

void OpenCache::sync(const fs::path& folder) {
  m_work.run(
      {FACET_TEXT("workspace", "Syncing a release"), JobKind::Background},
      [this, folder, current = cache()](Progress& progress) -> Result<Done<sync::SyncReport>> {
        const auto release = sync::Release::open(folder, progress);
        if (!release) {
          return release.error();
        }
        const Result<Cache> cache = cacheFor(
            release->manifest().demo ? storage::CacheKind::Demo : storage::CacheKind::Protected, current, progress);
        if (!cache) {
          return cache.error();
        }
        sync::SyncOptions options;
        options.trust.confirm = m_questions.confirmKey(progress);
        return Done<sync::SyncReport>{*cache, sync::syncRelease(*cache, *release, options, progress)};
      },
      [this](const Result<Done<sync::SyncReport>>& done) {
        if (!done) {
          Q_EMIT syncFailed(done.error());
          return;
        }
        adopt(done->cache);
        Q_EMIT dataChanged();
        if (done->outcome) {
          Q_EMIT synced(*done->outcome);
        } else {
          Q_EMIT syncFailed(done->outcome.error());
        }
      });
}

void OpenCache::import(const std::vector<fs::path>& paths) {
  m_work.run(
      {FACET_TEXT("workspace", "Importing images"), JobKind::Background},
      [this, paths, current = cache()](Progress& progress) -> Result<Done<sync::ImportReport>> {
        Result<Cache> cache = cacheFor(storage::CacheKind::Protected, current, progress);
        if (!cache) {
          return cache.error();
        }
        return Done<sync::ImportReport>{*cache, sync::importImages(*cache, paths, {}, m_clock, progress)};
      },
      [this](const Result<Done<sync::ImportReport>>& done) {
        if (!done) {
          Q_EMIT importFailed(done.error());
          return;
        }
        adopt(done->cache);
        Q_EMIT dataChanged();
        if (done->outcome) {
          Q_EMIT imported(*done->outcome);
        } else {
          Q_EMIT importFailed(done->outcome.error());
        }
      });
}

void OpenCache::setPassphrase() {
  m_work.run(
      {FACET_TEXT("workspace", "Setting the passphrase")},
      [this, current = cache()](Progress& progress) -> Result<void> {
        if (!current) {
          return nothingOpen({});
        }
        Cache cache = *current;
        return cache.setPassphrase(m_questions.askPassphrase(progress));
      },
      [this](const Result<void>& set) {
        if (set) {
          Q_EMIT passphraseSet();
        } else {
          Q_EMIT passphraseFailed(set.error());
        }
      });
}

Result<SyncOverview> OpenCache::overviewOf(const Cache& cache) {
  SyncOverview overview{cache.folder(), cache.kind(), {}, cache.writeRefusal(), cache.repairs(), {}};
  if (const auto status = storage::inspectCache(cache.folder())) {
    overview.protections = status->protections;
  }
  const auto sources = storage::readSources(cache);
  if (!sources) {
    return sources.error();
  }
  for (const storage::SyncSource& source : *sources) {
    auto runs = storage::readSyncRuns(cache, source.key, kRunsShown);
    if (!runs) {
      return runs.error();
    }
    auto quarantine = storage::readQuarantine(cache, source.key);
    if (!quarantine) {
      return quarantine.error();
    }
    overview.sources.push_back({source, std::move(*runs), std::move(*quarantine)});
  }
  return overview;
}

} // namespace facet::workspace
