#pragma once

#include <facet/workspace/response_texts.h>

#include <array>

/// What the words of a segment are made from.
namespace facet::workspace {

struct SegmentView {
  const clinical::PatientRecord& record;
  const Response& response;
  const Segment& segment;
  const Texts& texts;

  /// None for a gap.
  [[nodiscard]] const clinical::Episode* episode() const {
    return segment.episode ? &response.exposure.episodes[*segment.episode] : nullptr;
  }
  [[nodiscard]] const clinical::Gap* gap() const {
    return segment.gap ? &response.exposure.gaps[*segment.gap] : nullptr;
  }
  [[nodiscard]] const clinical::Span& span() const { return spanOf(response.exposure, segment); }
};

/// "2", "1–3".
[[nodiscard]] QString countText(const clinical::RelapseCount& count, const Texts& texts);
/// "2.22", "1.20–2.20": person-years.
[[nodiscard]] QString personYearsText(const clinical::Days& days, const Texts& texts);
/// "0.90", "0.45–1.66"; "0.11–3.26".
[[nodiscard]] QString rateText(const RelapseRate& rate, const Texts& texts);
[[nodiscard]] QString rateIntervalText(const RelapseRate& rate, const Texts& texts);
/// "+1.0", "−0.5", "0.0".
[[nodiscard]] QString changeText(int tenths, const Texts& texts);

/// New lesions by where the interval between two scans lies.
struct LesionGroup {
  std::size_t intervals = 0;
  std::size_t reported = 0;
  int lesions = 0;
};
struct LesionGroups {
  std::array<LesionGroup, 5> byPlace; ///< by ScanPlace, of compared scans
  std::size_t notCompared = 0;        ///< first scans and those whose comparator is not on record

  [[nodiscard]] const LesionGroup& at(clinical::ScanPlace place) const {
    return byPlace[static_cast<std::size_t>(place)];
  }
};
enum class LesionSite { Brain, Elsewhere };
[[nodiscard]] LesionGroups lesionGroups(const SegmentView& view, LesionSite site);
/// Where an interval lies, in words: "under it", "spans the switch" …
[[nodiscard]] QString placeText(const SegmentView& view, clinical::ScanPlace place);

/// A fact with its label and definition.
[[nodiscard]] inline ResponseFact startFact(ResponsePart part, const QString& label, const Texts& texts) {
  ResponseFact fact;
  fact.part = part;
  fact.label = label;
  fact.definition = definitionOf(part, texts);
  return fact;
}

[[nodiscard]] ResponseFact relapseFact(const SegmentView& view);
[[nodiscard]] ResponseFact yearBeforeFact(const SegmentView& view);
[[nodiscard]] ResponseFact edssFact(const SegmentView& view);
[[nodiscard]] ResponseFact lesionFact(const SegmentView& view);
[[nodiscard]] ResponseFact doseFact(const SegmentView& view);
[[nodiscard]] ResponseFact sideEffectFact(const SegmentView& view);
[[nodiscard]] ResponseFact treatmentFact(const SegmentView& view);

} // namespace facet::workspace
