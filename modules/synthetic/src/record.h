#pragma once

#include "disability.h"
#include "history.h"

#include <facet/clinical/records.h>

#include <optional>

/// How a course is written down by the people of a registry.
namespace facet::synthetic {

/// The spell of a history as a treatment of its record: both have the same index.
struct RecordParts {
  const History& history;
  clinical::PatientRecord& record;
};

/// A day as somebody remembers or was told it on `told`: the older, the less exact, and heaping on round dates:
/// the 15th, and 1 January and 1 July where they are at most `reach` days away.
[[nodiscard]] PartialDate remembered(Day day, Day told, RandomStream& random, int reach = 15);

/// Person, onset, phases, visits, relapses, treatments and pregnancies.
void addCourse(const RecordParts& parts);
/// Infusions and courses of tablets, and side effects.
void addDoses(const RecordParts& parts);
void addSideEffects(const RecordParts& parts);
/// Laboratory values, tests, questionnaires and body measures at the visits.
void addLaboratory(const RecordParts& parts);
void addTests(const RecordParts& parts);
/// Habits, infections, vaccinations and other diseases.
void addFindings(const RecordParts& parts);
void addScans(const RecordParts& parts);

[[nodiscard]] int yearOf(Day day);
/// Rounded to `digits` decimals, as laboratories report.
[[nodiscard]] double rounded(double value, int digits);
[[nodiscard]] std::string idOf(const History& history, std::string_view suffix);
/// The spell on a day, or null.
[[nodiscard]] const Spell* spellOn(const History& history, Day day);
/// Days since the last relapse that is none of the pseudo-relapses.
[[nodiscard]] std::optional<double> daysSinceAttack(const History& history, Day day);

} // namespace facet::synthetic
