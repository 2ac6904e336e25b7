#include "life.h"

#include <algorithm>
#include <cmath>

namespace facet::synthetic {
namespace {

using clinical::ExaminationMode;
using clinical::FunctionalSystem;
using clinical::kFunctionalSystems;
using clinical::Occasion;
using clinical::PregnancyOutcome;
using clinical::RelapseSeverity;
using std::chrono::days;

constexpr double kWeek = 7 / 365.25;
/// Two relapses are at least this far apart.
constexpr days kRelapseGap{62};

double daysSince(Day from, Day to) {
  return static_cast<double>((to - from).count());
}

/// Shares of the systems among relapses, in the order of FunctionalSystem.
constexpr std::array<double, kFunctionalSystems> kRelapseSystems = {0.3, 0.16, 0.22, 0.42, 0.07, 0.24, 0.03};

} // namespace

Life::Life(const Traits& traits, Day until)
    : m_random(streamOf(traits, Purpose::Course))
    , m_choice(streamOf(traits, Purpose::Choice))
    , m_pregnancy(streamOf(traits, Purpose::Pregnancy))
    , m_end(until)
    , m_nextVisit(traits.diagnosis)
    , m_noStartBefore(traits.diagnosis) {
  m_history.traits = traits;
  m_history.until = until;
  m_wantsNoDrug = m_choice.chance(0.06);
  m_childrenWanted = static_cast<int>(m_pregnancy.below(3));
}

double Life::ageAt(Day day) const {
  return yearsBetween(m_history.traits.birth, day);
}

bool Life::isPregnant(Day day) const {
  return !m_history.gestations.empty() && day >= m_history.gestations.back().conception &&
         day < m_history.gestations.back().end;
}

int Life::relapsesSince(Day day) const {
  return static_cast<int>(std::count_if(m_history.attacks.begin(), m_history.attacks.end(),
                                        [&](const Attack& attack) { return !attack.pseudo && attack.day >= day; }));
}

const Spell* Life::current() const {
  return m_history.spells.empty() || m_history.spells.back().stop ? nullptr : &m_history.spells.back();
}

double Life::relapseRate(Day day) const {
  const double age = ageAt(day);
  const double since = yearsBetween(m_history.traits.onset, day);
  // Falls with age and time, and ends before 70.
  double rate = 1.05 * m_history.traits.relapseFrailty * std::exp(-0.036 * std::max(0.0, age - 22)) *
                std::exp(-0.02 * since) / (1 + std::exp((age - 60) / 2.2));
  if (age > 67) {
    return 0;
  }
  if (m_history.progressive) {
    rate *= 0.35;
  }
  rate *= drugFactor(m_history.spells, day, Effect::Relapses);
  if (isPregnant(day)) {
    rate *= daysSince(m_history.gestations.back().conception, day) > 180 ? 0.3 : 0.65;
  } else if (!m_history.gestations.empty() && daysSince(m_history.gestations.back().end, day) < 92) {
    rate *= 1.6;
  }
  // Rebound after natalizumab.
  if (!m_history.spells.empty()) {
    const Spell& last = m_history.spells.back();
    const double off = last.stop ? daysSince(*last.stop, day) : -1;
    if (last.drug->name == "natalizumab" && off > 60 && off < 240) {
      rate *= 2.4;
    }
  }
  return rate;
}

double Life::progressionRate(Day day) const {
  const Traits& traits = m_history.traits;
  const double age = ageAt(day);
  const double primary = traits.disease == Disease::PrimaryProgressive ? 0.14 : 0;
  const double rate = 0.04 + primary + 0.24 / (1 + std::exp(-(age - 45) / 5));
  // Walking declines slowest once aids are used.
  const double reached = m_history.progress.empty() ? 0 : m_history.progress.back();
  const double braking = reached > 8.2 ? 0.3 : reached > 5 && reached < 6.4 ? 0.5 : 1;
  return rate * braking * traits.progressionSpeed * drugFactor(m_history.spells, day, Effect::Progression);
}

double Life::exactEdss(Day day) const {
  return edssOf(exactSystems(disabilityOf(m_history, day))).value();
}

void Life::accumulate(Day day) {
  auto& progress = m_history.progress;
  auto& lesions = m_history.lesions;
  if (progress.empty()) {
    progress.push_back(m_history.traits.startingProgress);
    lesions.push_back(0);
    return;
  }
  progress.push_back(progress.back() + progressionRate(day) * kWeek);
  // New lesions are about five for one relapse without treatment, and drugs prevent more of them than of relapses.
  const double relapses = drugFactor(m_history.spells, day, Effect::Relapses);
  const double ratio = relapses > 0 ? drugFactor(m_history.spells, day, Effect::Lesions) / relapses : 1;
  const double isolated = m_history.traits.disease == Disease::RadiologicallyIsolated ? 0.5 : 0;
  lesions.push_back(lesions.back() + (4.5 * relapseRate(day) * ratio + isolated + 0.02) * kWeek);
}

void Life::attack(Day day, bool pseudo) {
  Attack made;
  made.day = day;
  made.pseudo = pseudo;
  const double force = m_random.uniform();
  made.severity = force < 0.42   ? RelapseSeverity::Mild
                  : force < 0.87 ? RelapseSeverity::Moderate
                                 : RelapseSeverity::Severe;
  const double height = made.severity == RelapseSeverity::Mild       ? 1.1
                        : made.severity == RelapseSeverity::Moderate ? 1.9
                                                                     : 2.7;
  const int systems = 1 + (m_random.chance(0.4) ? 1 : 0) + (m_random.chance(0.1) ? 1 : 0);
  for (int i = 0; i < systems; ++i) {
    const std::size_t system = m_random.pick(kRelapseSystems);
    made.rise[system] = std::max(made.rise[system], height * m_random.uniform(0.8, 1.15));
  }
  const double recovery = m_random.uniform();
  made.residue = recovery < 0.45 ? 0 : recovery < 0.87 ? m_random.uniform(0.12, 0.5) : m_random.uniform(0.5, 0.9);
  made.recoveryDays = m_random.uniform(28, 60);
  const bool recorded = day >= m_history.traits.entry;
  made.examined = m_random.chance(recorded ? 0.8 : 0.45);
  made.steroids = m_random.chance(made.severity == RelapseSeverity::Mild ? 0.35 : 0.8);
  if (made.examined) {
    m_relapseVisit = {day + days(2 + m_random.below(15)), m_history.attacks.size()};
  }
  m_history.attacks.push_back(made);
}

void Life::maybeAttack(Day week) {
  const double rate = relapseRate(week);
  const double chance = m_random.uniform();
  const double pseudo = m_random.uniform();
  const days within{m_random.below(7)};
  if (!m_history.attacks.empty() && week - m_history.attacks.back().day < kRelapseGap) {
    return;
  }
  if (chance < rate * kWeek) {
    attack(week + within, false);
  } else if (rate > 0 && pseudo < 0.012 * kWeek && m_history.traits.disease == Disease::Relapsing &&
             exactEdss(week) >= 2) {
    attack(week + within, true);
  }
}

void Life::maybeDie(Day week) {
  const double chance = m_random.uniform();
  const bool lost = m_random.chance(0.011 * kWeek);
  if (week < m_history.traits.entry + days(60)) {
    return;
  }
  const double edss = std::min(9.5, m_history.progress.back());
  const double hazard = std::exp(-9.9 + 0.083 * ageAt(week)) * (edss >= 8 ? 9 : edss >= 6 ? 2.5 : 1.2);
  if (chance < hazard * kWeek) {
    m_history.deathFromMs = edss >= 6.5 && m_random.chance(0.6);
    RandomStream date = streamOf(m_history.traits, Purpose::Dates, 0xfffff);
    m_history.death = m_history.deathFromMs ? workday(week, date) : week + days(m_random.below(7));
  } else if (lost && !m_history.lost) {
    m_history.lost = week;
  }
}

void Life::maybeConceive(Day week) {
  const double chance = m_pregnancy.uniform();
  const double surprise = m_pregnancy.uniform();
  const double age = ageAt(week);
  if (!isWoman() || age < 21 || age > 43 || isPregnant(week) || week < m_history.traits.diagnosis ||
      (!m_history.gestations.empty() && week < m_history.gestations.back().end + days(330))) {
    return;
  }
  if (!m_wish && m_children < m_childrenWanted && age < 39 && chance < 0.16 * kWeek) {
    m_wish = week;
  }
  const Spell* spell = current();
  const bool mustWait = (spell != nullptr && spell->drug->conceptionAfterDays > 0) ||
                        std::any_of(m_history.spells.begin(), m_history.spells.end(), [&](const Spell& past) {
                          return past.stop && past.drug->conceptionAfterDays > 0 &&
                                 week < *past.stop + days(past.drug->conceptionAfterDays);
                        });
  // A planned start of such a drug rules it out as well.
  if (mustWait || (m_planned != nullptr && m_planned->conceptionAfterDays > 0)) {
    return;
  }
  if (m_wish && chance < 1.1 * kWeek && week > *m_wish + days(30)) {
    conceive(week, true);
  } else if (!m_wish && surprise < 0.008 * kWeek && age < 38) {
    conceive(week, false);
  }
}

void Life::conceive(Day day, bool planned) {
  Gestation made;
  made.conception = day;
  const double end = m_pregnancy.uniform();
  if (end < (planned ? 0.84 : 0.7)) {
    made.end = day + days(245 + m_pregnancy.below(32));
  } else {
    const bool loss = planned || end < 0.85;
    made.outcome = loss ? PregnancyOutcome::Loss : PregnancyOutcome::Termination;
    made.end = day + days(38 + m_pregnancy.below(40));
  }
  m_children += made.outcome == PregnancyOutcome::LiveBirth ? 1 : 0;
  m_wish.reset();
  m_history.gestations.push_back(made);
  m_planned = nullptr;
  // Known after some weeks; natalizumab is sometimes kept.
  const Spell* spell = current();
  const bool kept = spell != nullptr && (spell->drug->name == "glatiramer acetate" ||
                                         (spell->drug->name == "natalizumab" && m_pregnancy.chance(0.5)));
  if (spell != nullptr && !kept && spell->start < day + days(30)) {
    stop(day + days(33 + m_pregnancy.below(12)), "pregnancy");
  }
  m_noStartBefore = made.end + days(21 + m_pregnancy.below(120));
}

History Life::run() {
  if (m_history.traits.disease == Disease::None) {
    m_history.until = m_end;
    return std::move(m_history);
  }
  for (Day week = m_history.traits.onset; week <= m_end; week += days(7)) {
    accumulate(week);
    if (week == m_history.traits.onset) {
      const Disease disease = m_history.traits.disease;
      if (disease == Disease::Relapsing || disease == Disease::ClinicallyIsolated) {
        attack(week, false);
      }
      continue;
    }
    maybeAttack(week);
    endCourses(week);
    startPlanned();
    maybeConceive(week);
    visit(week);
    maybeDie(week);
    if (m_history.death || m_history.lost) {
      break;
    }
  }
  // What lies after the day of the data has not happened yet.
  auto& history = m_history;
  if (history.death && *history.death > m_end) {
    history.death.reset();
  }
  history.until = std::min({m_end, history.death.value_or(m_end), history.lost.value_or(m_end)});
  if (history.progressive && *history.progressive > history.until) {
    history.progressive.reset();
  }
  std::erase_if(history.attacks, [&](const Attack& attack) { return attack.day > history.until; });
  std::erase_if(history.encounters, [&](const Encounter& seen) { return seen.day > history.until; });
  std::erase_if(history.spells, [&](const Spell& spell) { return spell.start > history.until; });
  std::erase_if(history.gestations, [&](const Gestation& one) { return one.conception + days(50) > history.until; });
  if (!history.spells.empty()) {
    Spell& last = history.spells.back();
    if (last.stop && *last.stop > history.until) {
      last.stop.reset();
      last.reason = {};
    }
    if (!last.stop && history.death == std::optional(history.until)) {
      last.stop = history.until;
      last.reason = "death";
    }
  }
  return std::move(m_history);
}

double History::at(const std::vector<double>& weekly, Day day) const {
  if (weekly.empty()) {
    return 0;
  }
  const double weeks = std::max(0.0, daysSince(traits.onset, day) / 7);
  const auto index = static_cast<std::size_t>(weeks);
  if (index + 1 >= weekly.size()) {
    return weekly.back();
  }
  const double rest = weeks - static_cast<double>(index);
  return weekly[index] * (1 - rest) + weekly[index + 1] * rest;
}

History live(const Traits& traits, Day until) {
  return Life(traits, until).run();
}

double drugFactor(const std::vector<Spell>& spells, Day day, Effect effect) {
  // Only the last drugs can still act.
  double strongest = 1;
  const std::size_t first = spells.size() > 3 ? spells.size() - 3 : 0;
  for (std::size_t i = first; i < spells.size(); ++i) {
    const Spell& spell = spells[i];
    const double on = daysSince(spell.start, day);
    const double off = spell.stop ? daysSince(*spell.stop, day) : 0;
    if (on < 0 || off >= spell.drug->actsOnDays) {
      continue;
    }
    const double full = effect == Effect::Relapses  ? spell.drug->relapses
                        : effect == Effect::Lesions ? spell.drug->lesions
                                                    : spell.drug->progression;
    // Full after three months; fading over the second half of the time that it still acts.
    const double onset = std::min(1.0, on / 90);
    const double fading = off <= 0 ? 1 : std::min(1.0, 2 * (1 - off / spell.drug->actsOnDays));
    strongest = std::min(strongest, 1 - (1 - full) * onset * fading);
  }
  return strongest;
}

} // namespace facet::synthetic
