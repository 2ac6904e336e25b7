#pragma once

#include "traits.h"
#include "world.h"

#include <facet/clinical/records.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The course of one person as it really was, before anybody writes it down.
namespace facet::synthetic {

struct Attack {
  Day day;
  bool pseudo = false;
  clinical::RelapseSeverity severity = clinical::RelapseSeverity::Mild;
  std::array<double, clinical::kFunctionalSystems> rise{}; ///< grades that the systems rise by
  double residue = 0;                                      ///< the part of the rise that stays
  double recoveryDays = 50;                                ///< time constant of the rest
  bool examined = false;
  bool steroids = false;
};

/// A time on one drug.
struct Spell {
  const DrugFacts* drug = nullptr;
  Day start;
  std::optional<Day> stop;
  std::string_view reason;
};

struct Encounter {
  Day day;
  clinical::Occasion occasion = clinical::Occasion::Scheduled;
  clinical::ExaminationMode mode = clinical::ExaminationMode::Examined;
  std::optional<std::size_t> attack; ///< the relapse that brought the person
};

struct Gestation {
  Day conception;
  Day end;
  clinical::PregnancyOutcome outcome = clinical::PregnancyOutcome::LiveBirth;
};

struct History {
  Traits traits;
  std::vector<Attack> attacks;
  std::vector<Spell> spells;
  std::vector<Encounter> encounters; ///< those before the entry too
  std::vector<Gestation> gestations;
  std::optional<Day> progressive; ///< when secondary progression was recognised
  std::optional<Day> death;
  bool deathFromMs = false;
  std::optional<Day> lost; ///< last contact of somebody lost to follow-up
  Day until;               ///< the day of the data, or the death

  /// From the onset on, one value a week.
  std::vector<double> progress; ///< of disability, without relapses
  std::vector<double> lesions;  ///< expected number of new lesions so far

  [[nodiscard]] double progressAt(Day day) const { return at(progress, day); }
  [[nodiscard]] double lesionsAt(Day day) const { return at(lesions, day); }

private:
  [[nodiscard]] double at(const std::vector<double>& weekly, Day day) const;
};

/// Lives the course of one person from the onset to `until`. Of two runs that differ in `until` alone, the shorter is
/// the beginning of the longer.
[[nodiscard]] History live(const Traits& traits, Day until);

/// The factor on relapses (or lesions) of the drugs that act on a day: of those taken and those that still act.
enum class Effect : std::uint8_t { Relapses, Lesions, Progression };
[[nodiscard]] double drugFactor(const std::vector<Spell>& spells, Day day, Effect effect);

} // namespace facet::synthetic
