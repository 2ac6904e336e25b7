#include <facet/storage/blob_store.h>
#include <facet/storage/reader.h>
#include <facet/workspace/cache_access.h>
#include <facet/workspace/texts.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <vector>

namespace facet::workspace {

namespace {

constexpr int kMonthsInYear = 12;

/// Connections that are not in use. One thread takes one and gives it back.
class Connections {
public:
  explicit Connections(storage::Cache cache)
      : m_cache(std::move(cache)) {}

  /// Calls `use` with a connection of its own.
  template <class F>
  auto with(F&& use) -> decltype(use(std::declval<storage::CacheReader&>())) {
    auto reader = take();
    if (!reader) {
      return reader.error();
    }
    auto result = use(*reader);
    if (result) {
      const std::lock_guard lock(m_mutex);
      m_idle.push_back(std::move(*reader));
    }
    return result;
  }

private:
  Result<storage::CacheReader> take() {
    {
      const std::lock_guard lock(m_mutex);
      if (!m_idle.empty()) {
        storage::CacheReader reader = std::move(m_idle.back());
        m_idle.pop_back();
        return reader;
      }
    }
    return storage::CacheReader::open(m_cache);
  }

  storage::Cache m_cache;
  std::mutex m_mutex;
  std::vector<storage::CacheReader> m_idle;
};

/// The newest release; where there are imports alone, today and nothing about dates.
struct Stamp {
  Day day;
  std::optional<clinical::ReleaseDates> dates;
};

Result<Stamp> stampOf(storage::CacheReader& reader, const Clock& clock) {
  const auto release = reader.newestRelease();
  if (!release) {
    return release.error();
  }
  return *release ? Stamp{(*release)->day, (*release)->dates} : Stamp{clock.today(), std::nullopt};
}

} // namespace

RowReader rowReader(const storage::Cache& cache, const Clock& clock) {
  return [connections = std::make_shared<Connections>(cache), &clock](Progress& progress) {
    return connections->with([&](storage::CacheReader& reader) -> Result<PatientRows> {
      const auto stamp = stampOf(reader, clock);
      if (!stamp) {
        return stamp.error();
      }
      auto people = reader.people(stamp->day, monthsBefore(stamp->day, kMonthsInYear), progress);
      if (!people) {
        return people.error();
      }
      PatientRows rows;
      rows.dataDay = stamp->day;
      rows.rows = std::move(*people);
      return rows;
    });
  };
}

PatientReader patientReader(const storage::Cache& cache, const Clock& clock) {
  return [connections = std::make_shared<Connections>(cache), &clock](const std::string& id, Progress&) {
    return connections->with([&](storage::CacheReader& reader) -> Result<Patient> {
      const auto stamp = stampOf(reader, clock);
      if (!stamp) {
        return stamp.error();
      }
      auto person = reader.person(id);
      if (!person) {
        return person.error();
      }
      Patient patient;
      patient.dataDay = stamp->day;
      patient.record = std::move(person->record);
      patient.images = std::move(person->images);
      if (!person->own) {
        patient.dates = stamp->dates;
      }
      patient.own = std::move(person->own);
      return patient;
    });
  };
}

VolumeReader volumeReader(const storage::Cache& cache) {
  return [blobs = storage::BlobStore(cache)](const storage::StoredImage& image, Progress& progress) {
    return blobs.readVolume(image.voxels, progress);
  };
}

Result<CacheState> cacheState(const storage::Cache& cache) {
  CacheState state;
  state.kind = cache.kind() == storage::CacheKind::Demo ? CacheKind::Demo : CacheKind::Protected;
  state.access = cache.writeRefusal() ? CacheAccess::ReadOnly : CacheAccess::ReadWrite;
  auto reader = storage::CacheReader::open(cache);
  if (!reader) {
    return reader.error();
  }
  const auto release = reader->newestRelease();
  if (!release) {
    return release.error();
  }
  if (*release) {
    state.dataDay = (*release)->day;
  }
  return state;
}

} // namespace facet::workspace
