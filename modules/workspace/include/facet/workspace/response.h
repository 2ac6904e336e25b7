#pragma once

#include <facet/analytics/rates.h>
#include <facet/clinical/course.h>
#include <facet/clinical/exposure.h>

#include <optional>
#include <vector>

/// What happened under each treatment of one person. Counts and rates of that person alone: no comparison with others
/// and between drugs is made here.
namespace facet::workspace {

/// Relapses per person-year. Where dates are known in part there are two: the lowest has only the relapses that are
/// certain over the longest possible time, the highest all possible ones over the shortest. The interval reaches from
/// lowest.lower to highest.upper.
struct RelapseRate {
  analytics::Rate lowest;
  analytics::Rate highest;

  [[nodiscard]] bool isExact() const {
    return lowest.events == highest.events && lowest.personYears == highest.personYears;
  }
};

/// A time under one drug, or between drugs.
struct Segment {
  std::optional<std::size_t> episode; ///< of Exposure::episodes, or
  std::optional<std::size_t> gap;     ///< of Exposure::gaps
  bool contradictory = false;         ///< its dates contradict each other; then nothing is counted
  clinical::Days days;
  clinical::RelapseCount relapses;
  std::optional<RelapseRate> rate; ///< none where perhaps no day passed
  clinical::EdssCourse edss;
  clinical::ScanCourse scans;
  std::vector<clinical::Overlap> overlaps; ///< with other drugs
  /// Drugs only: relapses that began in the year before the start.
  std::optional<clinical::RelapseCount> yearBefore;
  /// Days from the first symptom to the start, where the first symptom lies within that year, perhaps.
  std::optional<clinical::Days> onsetWithinYearBefore;
};

struct Response {
  clinical::Exposure exposure;
  std::vector<Segment> segments; ///< drugs and gaps, by begin
};

/// Source: person-years of 365.25 days; exact interval of Garwood, Biometrika 1936;28:437.
[[nodiscard]] Response responseOf(const clinical::PatientRecord& record, Day asOf);

/// The span of a segment.
[[nodiscard]] const clinical::Span& spanOf(const clinical::Exposure& exposure, const Segment& segment);

} // namespace facet::workspace
