#pragma once

#include <facet/workspace/navigator.h>
#include <facet/workspace/session.h>
#include <facet/workspace/texts.h>

#include <QString>

#include <optional>
#include <vector>

namespace facet::workspace {

/// The parts of the overview, in the order in which they stand; each has at most one line.
enum class OverviewPart {
  Relapses,
  Edss,
  Scans,
  Tests,
  Laboratory,
  Treatment,
  Doses,
  SideEffects,
  Other, ///< pregnancies and findings
  Missing
};

enum class OverviewTone {
  Plain,
  Relapse, ///< a relapse or a new lesion
  Worse,   ///< a higher EDSS or an enlarging lesion
  Better,  ///< a lower EDSS
  Missing
};

/// One line: what is new, and where it can be seen.
struct OverviewLine {
  OverviewPart part = OverviewPart::Missing;
  OverviewTone tone = OverviewTone::Plain;
  QString sentence;
  QString detail; ///< more of it, may be empty
  PageId page = PageId::Timeline;
  std::optional<Day> day;
};

/// Days of visits up to the day of the data, newest first, each once.
[[nodiscard]] std::vector<Day> visitDays(const Patient& patient);
/// The day since which the overview looks at first: the visit before the last one, or the only one; none without
/// visits.
[[nodiscard]] std::optional<Day> usualSince(const Patient& patient);

/// What was recorded after `since` and up to the day of the data, in at most ten lines. Counts and values are given as
/// they were reported; nothing is judged beyond higher and lower.
[[nodiscard]] std::vector<OverviewLine> overviewSince(const Patient& patient, Day since, const Texts& texts);

/// The lines as plain text, for the clinic's letter.
[[nodiscard]] QString plainOverview(const Patient& patient, Day since, const std::vector<OverviewLine>& lines,
                                    const Texts& texts);

} // namespace facet::workspace
