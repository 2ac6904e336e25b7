#pragma once

#include <facet/clinical/records.h>
#include <facet/core/date.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace facet::workspace {

/// What the list of patients knows of one person, as of the day of the data.
struct PatientRow {
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
  bool hasImages = false;        ///< whether images of a scan are in the release
};

/// The row of a record. `lastReport` comes from the cache, not from the release.
[[nodiscard]] PatientRow patientRow(const clinical::PatientRecord& record, Day dataDay, std::optional<Day> lastReport);

/// Lists of people by plain facts.
enum class Worklist : std::uint8_t {
  Everyone,
  RelapseInYear,     ///< a relapse began in the last 12 months
  ScanNotReported,   ///< the last scan is newer than the last report, or there is none
  NoVisitFor14Months ///< living patients whose last visit is more than 14 months ago, or who have none
};

/// Whether a person belongs to a worklist. Controls belong to none but Everyone.
[[nodiscard]] bool belongsTo(const PatientRow& row, Worklist list, Day dataDay);

/// The day `months` calendar months earlier; the last day of that month where it has no such day.
[[nodiscard]] Day monthsBefore(Day day, int months);

} // namespace facet::workspace
