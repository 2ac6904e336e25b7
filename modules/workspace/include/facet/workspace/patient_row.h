#pragma once

#include <facet/clinical/records.h>
#include <facet/core/date.h>
#include <facet/storage/reader.h>

#include <cstdint>
#include <optional>

namespace facet::workspace {

using PatientRow = storage::PersonRow;

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
