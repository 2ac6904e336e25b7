#pragma once

#include <facet/clinical/release_manifest.h>
#include <facet/reporting/mri_findings.h>
#include <facet/reporting/report.h>
#include <facet/workspace/cache_state.h>
#include <facet/workspace/session.h>

#include <bitset>
#include <optional>

namespace facet::reporting {

/// Where the data of a report come from.
struct ReportSource {
  workspace::CacheKind cache = workspace::CacheKind::None;
  /// What the dates of the release mean; none where it is not known.
  std::optional<clinical::ReleaseDates> dates;
};

struct ReportChoice {
  std::bitset<kSections> sections = std::bitset<kSections>().set();
  /// The visit since which the summary tells what is new; none: the one before the last.
  std::optional<Day> since;
  /// How much of the course the time line shows, up to the day of the data; none: all of it.
  std::optional<int> timelineYears;

  [[nodiscard]] bool has(SectionId section) const { return sections.test(static_cast<std::size_t>(section)); }
};

/// The report of one patient in the language of `texts`. `mri` is left out where it is null: then the report says that
/// images were not read. Thread: any, with a Texts of a language of its own.
[[nodiscard]] Report makeReport(const workspace::Patient& patient, const MriFindings* mri, const ReportSource& source,
                                const ReportChoice& choice, const workspace::Texts& texts);

} // namespace facet::reporting
