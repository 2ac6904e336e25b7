#pragma once

#include <facet/charts/timeline_texts.h>

/// Each kind of event in words; `index` as in TimelineEvent. `when` is left to the caller.
namespace facet::charts {

[[nodiscard]] EventText phaseText(const TimelineModel& model, std::size_t index, const workspace::Texts& texts);
[[nodiscard]] EventText treatmentText(const TimelineModel& model, std::size_t index, const workspace::Texts& texts);
[[nodiscard]] EventText gapText(const TimelineModel& model, std::size_t index, const workspace::Texts& texts);
[[nodiscard]] EventText doseText(const TimelineModel& model, std::size_t index, const workspace::Texts& texts);
[[nodiscard]] EventText relapseText(const TimelineModel& model, std::size_t index, const workspace::Texts& texts);
[[nodiscard]] EventText visitText(const TimelineModel& model, std::size_t index, const workspace::Texts& texts);
[[nodiscard]] EventText examText(const TimelineModel& model, std::size_t index, const workspace::Texts& texts);
[[nodiscard]] EventText measurementText(const TimelineModel& model, std::size_t index, const workspace::Texts& texts);

} // namespace facet::charts
