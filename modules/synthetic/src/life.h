#pragma once

#include "choice.h"
#include "disability.h"

namespace facet::synthetic {

/// One course, lived week by week.
class Life {
public:
  Life(const Traits& traits, Day until);
  History run();

private:
  [[nodiscard]] double ageAt(Day day) const;
  [[nodiscard]] bool isPregnant(Day day) const;
  [[nodiscard]] bool isWoman() const { return m_history.traits.sex == clinical::Sex::Female; }
  [[nodiscard]] int relapsesSince(Day day) const;
  [[nodiscard]] double relapseRate(Day day) const;
  [[nodiscard]] double progressionRate(Day day) const;
  [[nodiscard]] double exactEdss(Day day) const;

  void accumulate(Day day);
  void maybeAttack(Day week);
  void attack(Day day, bool pseudo);
  void maybeDie(Day week);
  void maybeConceive(Day week);
  void conceive(Day day, bool planned);

  void seePatient(Day day, const Encounter& encounter);
  void decideOnTreatment(Day day);
  void considerStopping(Day day);
  [[nodiscard]] std::string_view reasonToStop(const Spell& spell, Day day);
  void planStart(const DrugFacts* drug, Day day);
  void stop(Day day, std::string_view reason);
  void startPlanned();
  void endCourses(Day day);
  void recogniseProgression(Day day);
  [[nodiscard]] double daysToNextVisit(Day day);
  void visit(Day week);
  [[nodiscard]] Situation situation(Day day) const;
  [[nodiscard]] const Spell* current() const;

  History m_history;
  RandomStream m_random;    ///< of the course
  RandomStream m_choice;    ///< of decisions
  RandomStream m_pregnancy; ///< of pregnancies
  Day m_end;
  Day m_nextVisit;
  std::optional<std::pair<Day, std::size_t>> m_relapseVisit;
  const DrugFacts* m_planned = nullptr;
  Day m_plannedStart;
  Day m_noStartBefore;
  std::optional<Day> m_wish; ///< for a child, since
  bool m_wantsNoDrug = false;
  int m_children = 0;
  int m_childrenWanted = 0;
};

} // namespace facet::synthetic
