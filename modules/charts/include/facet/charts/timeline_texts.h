#pragma once

#include <facet/charts/timeline_model.h>
#include <facet/workspace/texts.h>

#include <QString>

#include <utility>
#include <vector>

namespace facet::charts {

/// A label and what stands beside it.
struct TextRow {
  QString label;
  QString value;
  QString age; ///< how old the value is; empty where that makes no sense
};

/// An event in words.
struct EventText {
  QString when;              ///< "2 Dec 2024", "Mar 2019 – 2 Apr 2021"
  QString title;             ///< "EDSS 3.5"
  QString sentence;          ///< everything that matters, as full sentences
  std::vector<TextRow> rows; ///< the raw values as they are on record
};

/// The lane's name, and below it its scale, unit or reading.
[[nodiscard]] QString laneTitle(const TimelineModel& model, std::size_t lane, const workspace::Texts& texts);
[[nodiscard]] QString laneSubtitle(const TimelineModel& model, std::size_t lane, const workspace::Texts& texts);

/// "2 Dec 2024" or "Mar 2019 – 2 Apr 2021"; an open end is "since Mar 2019".
[[nodiscard]] QString whenText(const TimelineModel& model, const TimelineEvent& event, const workspace::Texts& texts);
[[nodiscard]] EventText describeEvent(const TimelineModel& model, std::size_t event, const workspace::Texts& texts);

/// The value of every lane on a day, with its age: "EDSS · 2.0 · 41 d".
[[nodiscard]] std::vector<TextRow> valuesAt(const TimelineModel& model, Day day, const workspace::Texts& texts);
/// The same in one line, for a status bar: "14 Feb 2024 · 5.9 y since onset · EDSS 2.0 (41 d old) · …".
[[nodiscard]] QString valuesLine(const TimelineModel& model, Day day, const workspace::Texts& texts);

/// "5 d", "5–40 d": a number of days that is perhaps known in part.
[[nodiscard]] QString daysText(const clinical::Days& days, const workspace::Texts& texts);
/// "14.2 pg/mL", with as many decimals as the value has, at most three.
[[nodiscard]] QString quantityText(const clinical::Measurement& value, const workspace::Texts& texts);
/// "2 new T2 · Gd 1", "not compared · no contrast given".
[[nodiscard]] QString lesionText(const clinical::MriExam& exam, const workspace::Texts& texts);

} // namespace facet::charts
