#pragma once

#include <facet/workspace/overview.h>

#include <QStringList>

namespace facet::workspace {

/// What the parts of the overview look at: a patient's records in (since, until].
struct OverviewSpan {
  const clinical::PatientRecord& record;
  Day since;
  Day until;
  const Texts& texts;

  [[nodiscard]] bool contains(Day day) const { return day > since && day <= until; }
  /// A date that is not known to the day counts where it can lie in the span.
  [[nodiscard]] bool contains(const PartialDate& date) const {
    return date.latest() > since && date.earliest() <= until;
  }
  [[nodiscard]] QString say(const Message& message) const { return texts.say(message); }
};

[[nodiscard]] std::optional<OverviewLine> relapseLine(const OverviewSpan& span);
[[nodiscard]] std::optional<OverviewLine> edssLine(const OverviewSpan& span);
[[nodiscard]] std::optional<OverviewLine> scanLine(const OverviewSpan& span);
[[nodiscard]] std::optional<OverviewLine> testLine(const OverviewSpan& span);
[[nodiscard]] std::optional<OverviewLine> laboratoryLine(const OverviewSpan& span);
[[nodiscard]] std::optional<OverviewLine> treatmentLine(const OverviewSpan& span);
[[nodiscard]] std::optional<OverviewLine> doseLine(const OverviewSpan& span);
[[nodiscard]] std::optional<OverviewLine> sideEffectLine(const OverviewSpan& span);
[[nodiscard]] std::optional<OverviewLine> otherLine(const OverviewSpan& span);
[[nodiscard]] std::optional<OverviewLine> missingLine(const OverviewSpan& span);

/// The first of them joined by "; ", and how many more there are.
[[nodiscard]] QString shortList(const Texts& texts, const QStringList& all, qsizetype most);

} // namespace facet::workspace
