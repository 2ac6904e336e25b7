#pragma once

#include <facet/clinical/records.h>
#include <facet/clinical/span.h>

#include <optional>
#include <string>
#include <vector>

/// What happened in a stretch of time: relapses, EDSS and scans. Results are indices into the record's lists.
namespace facet::clinical {

struct RelapseCount {
  std::vector<std::size_t> certain;  ///< began in it
  std::vector<std::size_t> possible; ///< began in it perhaps: a date is not known to the day
  std::size_t notExamined = 0;       ///< of both, those that nobody examined or of which it is not known

  [[nodiscard]] bool isExact() const { return possible.empty(); }
};

/// The relapses that began in a stretch of time. Pseudo-relapses do not count.
[[nodiscard]] RelapseCount relapsesIn(const PatientRecord& record, const Span& span);

/// The EDSS before and in a stretch of time. Of two visits on one day the examined one counts, else the later listed.
struct EdssCourse {
  std::optional<std::size_t> before; ///< last visit that is certainly not later than the first day
  std::vector<std::size_t> within;   ///< after the first day, up to and with the last, for certain
  std::vector<std::size_t> perhaps;  ///< visits that may lie in it or not
  std::optional<std::size_t> first;
  std::optional<std::size_t> last;
  std::optional<std::size_t> lowest; ///< the first with the lowest value
  std::optional<int> changeInTenths; ///< from `before` to `last`
};
[[nodiscard]] EdssCourse edssIn(const PatientRecord& record, const Span& span);

/// Where the time between two scans lies, seen from a stretch of time.
enum class ScanPlace : std::uint8_t {
  Under,      ///< both scans lie in it
  SpansStart, ///< the reference scan lies before it
  SpansStop,  ///< the later scan lies after it
  SpansBoth,
  Unsure ///< dates known in part leave it open
};

enum class Comparison : std::uint8_t {
  Compared,
  FirstScan,   ///< no comparator was named
  NotOnRecord, ///< the comparator is not on record, or is not earlier
};

/// A scan with what new lesions it was compared against.
struct ScanInterval {
  std::size_t exam = 0;
  std::optional<std::size_t> comparator;
  Comparison comparison = Comparison::FirstScan;
  ScanPlace place = ScanPlace::Unsure; ///< of the scan alone where there is no comparator
};

/// New T2 lesions of the scan intervals that lie under a treatment altogether.
struct NewLesions {
  int lesions = 0;             ///< of those that were reported
  std::size_t intervals = 0;   ///< reported
  std::size_t notReported = 0; ///< intervals without a number
  bool overlapping = false;    ///< intervals share time, so that the same lesion may stand in two; no sum
};

struct ScanCourse {
  std::vector<ScanInterval> intervals; ///< that share time with the stretch, and scans in it without a comparator
  NewLesions brain;                    ///< of scans that show the brain
  NewLesions elsewhere;                ///< of scans of the cord or the optic nerve alone

  /// Whether any scan lies in it, for certain or perhaps.
  [[nodiscard]] bool hasScan() const;
};
[[nodiscard]] ScanCourse scansIn(const PatientRecord& record, const Span& span);

/// Whether the scan shows the brain; a scan without regions is taken for one of the brain.
[[nodiscard]] bool showsBrain(const MriExam& exam);
/// Whether the scan shows a part of the spinal cord.
[[nodiscard]] bool showsCord(const MriExam& exam);

} // namespace facet::clinical
