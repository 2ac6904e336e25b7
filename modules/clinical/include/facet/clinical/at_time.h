#pragma once

#include <facet/clinical/exposure.h>
#include <facet/clinical/records.h>
#include <facet/clinical/span.h>

#include <optional>
#include <vector>

/// What was known of a person on one day.
namespace facet::clinical {

struct EpisodeAt {
  std::size_t episode = 0;
  Answer on = Answer::Yes; ///< whether it was on for certain
  Days sinceStart;
};

/// Indices into the record's lists. A value holds from its own day until a newer one; dates known in part count from
/// their last possible day.
struct Snapshot {
  std::optional<std::size_t> phase;
  std::optional<std::size_t> edss;       ///< visit with the last EDSS
  std::optional<std::size_t> systems;    ///< visit with the last functional systems
  std::optional<std::size_t> relapse;    ///< last relapse that is none of the pseudo-relapses
  std::optional<std::size_t> exam;       ///< last scan
  std::vector<std::size_t> measurements; ///< the last of each variable, ordered by code
  std::vector<EpisodeAt> episodes;       ///< those that were on, or perhaps on
  std::optional<std::size_t> gap;        ///< of Exposure::gaps, where no drug was on for certain
};

[[nodiscard]] Snapshot snapshotAt(const PatientRecord& record, const Exposure& exposure, Day day);

} // namespace facet::clinical
