#pragma once

#include <facet/clinical/records.h>
#include <facet/clinical/release_manifest.h>
#include <facet/core/progress.h>
#include <facet/storage/cache.h>
#include <facet/storage/images.h>
#include <facet/storage/own_person.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace facet::storage {

/// What the list of patients knows of one person, as of the day of the data.
struct PersonRow {
  std::string id;
  clinical::PersonKind kind = clinical::PersonKind::Patient;
  clinical::Sex sex = clinical::Sex::Unknown;
  std::optional<PartialDate> birth;
  bool deceased = false; ///< true also where the day is not known
  std::optional<PartialDate> death;
  std::string country; ///< ISO 3166-1 alpha-2, may be empty
  std::string site;
  clinical::Course course = clinical::Course::Unknown;
  std::optional<PartialDate> onset;
  /// Those that go on; of the records only what the name needs.
  std::vector<clinical::Treatment> treatments;
  std::optional<clinical::Edss> edss;
  std::optional<Day> edssDate;
  /// Onset of the last relapse that is no pseudo-relapse.
  std::optional<PartialDate> lastRelapse;
  int relapsesInYear = 0; ///< begun in the twelve months up to the day of the data
  std::optional<Day> lastVisit;
  std::optional<Day> lastScan;
  std::optional<Day> lastReport; ///< when a report was last made in this cache
  bool hasImages = false;        ///< whether images are in the cache
};

/// Everything of one person.
struct StoredPerson {
  clinical::PatientRecord record;
  std::optional<OwnPerson> own; ///< where the person, or some of their images, came by an import
  PersonImages images;
};

/// What a release says of all its records.
struct ReleaseStamp {
  Day day; ///< of the data
  clinical::ReleaseDates dates = clinical::ReleaseDates::Exact;
};

/// Reads what is in a cache while others may write. Thread: used by one at a time.
class CacheReader {
public:
  /// Errors: as for databases.
  static Result<CacheReader> open(const Cache& cache);
  CacheReader(CacheReader&&) noexcept;
  CacheReader& operator=(CacheReader&&) noexcept;
  ~CacheReader();

  /// The newest release; nothing where none was synced. Errors: as for databases.
  [[nodiscard]] Result<std::optional<ReleaseStamp>> newestRelease();
  /// Everybody, by pseudonym. `dataDay` is the day up to which records count, `yearBefore` the same day of the year
  /// before. Errors: as for databases; Cancelled.
  [[nodiscard]] Result<std::vector<PersonRow>> people(Day dataDay, Day yearBefore, Progress& progress);
  /// Everything of one person: the lists by date, then id. Of people known by imports alone each scan with a day
  /// stands as an examination. Errors: NotFound where nobody has the pseudonym; as for databases.
  [[nodiscard]] Result<StoredPerson> person(const std::string& pseudonym);

  /// The visit after which the overview counts what is new, where one was set.
  [[nodiscard]] Result<std::optional<Day>> lastVisitMark(const std::string& pseudonym);
  /// A setting that belongs to one person; nothing where none is kept.
  [[nodiscard]] Result<std::optional<std::string>> patientSetting(const std::string& pseudonym,
                                                                  const std::string& name);

private:
  struct State;
  explicit CacheReader(std::unique_ptr<State> state);

  std::unique_ptr<State> m_state;
};

} // namespace facet::storage
