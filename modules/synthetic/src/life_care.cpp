#include "life.h"

#include <algorithm>
#include <cmath>

// Visits and decisions on treatment.
namespace facet::synthetic {

using clinical::ExaminationMode;
using clinical::Occasion;
using std::chrono::days;

namespace {

int yearOf(Day day) {
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

bool isPandemic(Day day) {
  return day >= *dayOf(2020, 3, 15) && day <= *dayOf(2021, 5, 31);
}

/// Probability in a stretch of `years` at a yearly rate.
double within(double rate, double years) {
  return 1 - std::exp(-rate * years);
}

} // namespace

Situation Life::situation(Day day) const {
  return {day,
          ageAt(day),
          exactEdss(day),
          m_history.progressive.has_value() || m_history.traits.disease == Disease::PrimaryProgressive,
          m_wish.has_value(),
          relapsesSince(day - days(730))};
}

void Life::stop(Day day, std::string_view reason) {
  Spell& spell = m_history.spells.back();
  RandomStream date = streamOf(m_history.traits, Purpose::Dates, static_cast<std::uint32_t>(m_history.spells.size()));
  spell.stop = std::max(workday(day, date), spell.start + days(14));
  spell.reason = reason;
  m_noStartBefore = std::max(m_noStartBefore, *spell.stop + days(spell.drug->washoutDays));
}

/// Cladribine and alemtuzumab are given in two courses a year apart, and then act for years.
void Life::endCourses(Day day) {
  const Spell* spell = current();
  if (spell == nullptr) {
    return;
  }
  if (!spell->drug->until.empty() && spell->drug->name == "daclizumab" && day >= *parseIsoDay(spell->drug->until)) {
    stop(*parseIsoDay(spell->drug->until), "withdrawn");
    return;
  }
  const bool cladribine = spell->drug->name == "cladribine";
  if (!cladribine && spell->drug->name != "alemtuzumab") {
    return;
  }
  const Day last = spell->start + days(cladribine ? 365 + 33 : 365 + 2);
  if (day >= last) {
    stop(last, "course-complete");
    m_noStartBefore = last + days(900);
  }
}

void Life::startPlanned() {
  const Day week = m_history.traits.onset + days(7 * static_cast<int>(m_history.progress.size() - 1));
  if (m_planned == nullptr || week < m_plannedStart) {
    return;
  }
  m_history.spells.push_back({m_planned, m_plannedStart, std::nullopt, {}});
  m_planned = nullptr;
}

void Life::planStart(const DrugFacts* drug, Day day) {
  if (drug == nullptr) {
    return;
  }
  m_planned = drug;
  RandomStream date =
      streamOf(m_history.traits, Purpose::Dates, 1000 + static_cast<std::uint32_t>(m_history.spells.size()));
  m_plannedStart = std::max(day + days(8 + m_choice.below(45)), m_noStartBefore);
  // Many starts are put on the first or the middle of a month.
  if (m_choice.chance(0.22)) {
    const std::chrono::year_month_day parts(m_plannedStart);
    const unsigned round = static_cast<unsigned>(parts.day()) < 15 ? 15 : 1;
    const auto month =
        round == 15 ? parts.year() / parts.month() : parts.year() / parts.month() + std::chrono::months(1);
    m_plannedStart = Day(month / std::chrono::day(round));
  }
  m_plannedStart = workday(m_plannedStart, date);
}

std::string_view Life::reasonToStop(const Spell& spell, Day day) {
  const DrugFacts& drug = *spell.drug;
  const double on = yearsBetween(spell.start, day);
  const double step = 0.45;
  const double age = ageAt(day);
  // Each reason draws its own number, so that the order of questions changes nothing.
  std::array<double, 9> chance{};
  for (double& one : chance) {
    one = m_choice.uniform();
  }
  if (m_wish && drug.conceptionAfterDays > 0) {
    return "pregnancy-wish";
  }
  if (drug.name == "natalizumab" && m_history.traits.jcvPositive && yearOf(day) >= 2012) {
    const bool high = m_history.traits.jcvIndex > 1.5;
    if (chance[0] < within(high ? (on > 1.6 ? 7.0 : 1.2) : (on > 2 ? 0.35 : 0.05), step)) {
      return "jcv-risk";
    }
  }
  const double early = on < 1 ? 2 : 0.7;
  if (chance[1] < within(drug.intolerance * early, step)) {
    return chance[2] < 0.5 ? "adverse-event" : "intolerance";
  }
  // Lymphocytes fall lowest in those who had few, liver enzymes rise where they were high.
  const bool liver = drug.name == "teriflunomide" || drug.name.find("interferon") != std::string_view::npos;
  const double burden = liver ? level(m_history.traits, Level::Liver) : -level(m_history.traits, Level::Lymphocytes);
  if (chance[2] < within(drug.laboratory * (burden > 0.8 ? 4 : 0.2), step)) {
    return "laboratory";
  }
  const int relapses = on > 0.3 ? relapsesSince(std::max(spell.start + days(90), day - days(200))) : 0;
  if (relapses > 0 && chance[3] < (drug.rank == Rank::Modest ? 0.5 : 0.3)) {
    return "inefficacy-relapses";
  }
  const double lesions = m_history.lesionsAt(day) - m_history.lesionsAt(day - days(180));
  if (on > 0.5 && chance[4] < within(0.1 * lesions, step)) {
    return "inefficacy-mri";
  }
  if (m_history.progressive && drug.name != "siponimod" && chance[5] < within(0.14, step)) {
    return "progression";
  }
  if (age > 57 && on > 5 && day - days(1500) > (m_history.attacks.empty() ? Day() : m_history.attacks.back().day) &&
      chance[6] < within(0.06, step)) {
    return "stable";
  }
  const bool injected = drug.name.find("interferon") != std::string_view::npos || drug.name == "glatiramer acetate";
  if (chance[7] < within(injected && yearOf(day) >= 2012 ? 0.07 : 0.012, step)) {
    return injected && chance[8] < 0.5 ? "new-option" : chance[8] < 0.85 ? "convenience" : "adherence";
  }
  return {};
}

void Life::considerStopping(Day day) {
  const Spell* spell = current();
  if (spell == nullptr || day < spell->start + days(25)) {
    return;
  }
  const bool course = spell->drug->name == "cladribine" || spell->drug->name == "alemtuzumab";
  const std::string_view reason = reasonToStop(*spell, day);
  if (reason.empty() || (course && reason != "adverse-event")) {
    return;
  }
  stop(day + days(1 + m_choice.below(20)), reason);
  if (reason == "stable") {
    m_wantsNoDrug = true;
  } else if (reason == "progression" && m_choice.chance(0.6)) {
    m_wantsNoDrug = true;
  } else if (reason == "pregnancy-wish") {
    m_noStartBefore = *m_history.spells.back().stop + days(500);
  } else if (!isPregnant(day)) {
    planStart(chooseDrug(m_history, situation(day), m_choice), day);
  }
}

void Life::decideOnTreatment(Day day) {
  const Traits& traits = m_history.traits;
  const double chance = m_choice.uniform();
  if (current() != nullptr || m_planned != nullptr || m_wantsNoDrug || isPregnant(day) || m_wish ||
      day + days(30) < m_noStartBefore || day < traits.diagnosis) {
    return;
  }
  // A course that still acts needs no other drug.
  if (drugFactor(m_history.spells, day, Effect::Relapses) < 0.7 && relapsesSince(day - days(250)) == 0) {
    return;
  }
  const double age = ageAt(day);
  const int year = yearOf(day);
  double wanted = year < 2001 ? 0.3 : year < 2010 ? 0.55 : 0.85;
  if (traits.disease == Disease::RadiologicallyIsolated) {
    wanted = year < 2022 ? 0 : 0.06;
  } else if (traits.disease == Disease::ClinicallyIsolated) {
    wanted *= 0.25;
  } else if (traits.disease == Disease::PrimaryProgressive) {
    wanted = age < 58 && exactEdss(day) < 7 ? 0.5 : 0;
  } else if (m_history.progressive) {
    wanted *= relapsesSince(day - days(730)) > 0 ? 0.5 : 0.08;
  } else if (age > 55 && relapsesSince(day - days(730)) == 0) {
    wanted *= 0.15;
  }
  if (chance < wanted) {
    planStart(chooseDrug(m_history, situation(day), m_choice), day);
  }
}

void Life::recogniseProgression(Day day) {
  const double chance = m_random.uniform();
  if (m_history.progressive || m_history.traits.disease != Disease::Relapsing || ageAt(day) < 35) {
    return;
  }
  const double edss = edssOf(exactSystems(disabilityOf(m_history, day, Causes::ProgressionAlone))).value();
  if (edss >= 3.5 && m_history.progressAt(day) > 3.2 && chance < 0.18) {
    m_history.progressive = day;
  }
}

double Life::daysToNextVisit(Day day) {
  const Spell* spell = current();
  double mean = 365;
  if (spell != nullptr || m_planned != nullptr) {
    const bool early = spell == nullptr || day < spell->start + days(270);
    mean = early ? 105 : 190;
  } else if (ageAt(day) < 45) {
    mean = 250;
  }
  // Illness brings people in more often.
  if (relapsesSince(day - days(120)) > 0) {
    mean = std::min(mean, 95.0);
  }
  const double missed = m_random.chance(0.07) ? mean : 0;
  return std::max(21.0, mean * m_random.uniform(0.82, 1.25) + missed);
}

void Life::seePatient(Day day, const Encounter& encounter) {
  m_history.encounters.push_back(encounter);
  recogniseProgression(day);
  considerStopping(day);
  decideOnTreatment(day);
}

void Life::visit(Day week) {
  if (m_relapseVisit && m_relapseVisit->first < week + days(7)) {
    const auto [day, index] = *m_relapseVisit;
    m_relapseVisit.reset();
    RandomStream date = streamOf(m_history.traits, Purpose::Dates, 2000 + static_cast<std::uint32_t>(index));
    const Day seen = workday(std::max(day, m_history.traits.onset + days(2)), date);
    if (m_history.encounters.empty() || seen > m_history.encounters.back().day) {
      seePatient(seen, {seen, Occasion::Relapse, ExaminationMode::Examined, index});
      m_nextVisit = std::max(std::min(m_nextVisit, seen + days(75 + m_random.below(40))), seen + days(25));
    }
    return;
  }
  if (week < m_nextVisit) {
    return;
  }
  const auto number = static_cast<std::uint32_t>(m_history.encounters.size());
  RandomStream date = streamOf(m_history.traits, Purpose::Dates, 200000 + number);
  const Day seen = workday(week + days(date.below(5)), date);
  if (m_history.encounters.empty() || seen > m_history.encounters.back().day) {
    const bool telephone = date.chance(isPandemic(seen) ? 0.5 : 0.012);
    const bool self = date.chance(0.008);
    const auto mode = telephone ? ExaminationMode::Telephone
                      : self    ? ExaminationMode::SelfReported
                                : ExaminationMode::Examined;
    const bool unscheduled = date.chance(0.05);
    seePatient(seen, {seen, unscheduled ? Occasion::Unscheduled : Occasion::Scheduled, mode, std::nullopt});
  }
  m_nextVisit = seen + days(static_cast<int>(daysToNextVisit(seen)));
}

} // namespace facet::synthetic
