#include "record.h"

#include <facet/clinical/tables.h>

#include <algorithm>
#include <cmath>

namespace facet::synthetic {

using namespace clinical;
using std::chrono::days;

namespace {

/// The calendar days on which remembered dates heap.
Day heaped(Day day, int reach, RandomStream& random) {
  const std::chrono::year_month_day parts(day);
  const double choice = random.uniform();
  if (choice < 0.16) {
    return Day(parts.year() / parts.month() / std::chrono::day(15));
  }
  if (choice < 0.27) {
    const Day january = Day(parts.year() / std::chrono::January / 1);
    const Day july = Day(parts.year() / std::chrono::July / 1);
    const Day nearest = std::abs((day - january).count()) < std::abs((day - july).count()) ? january : july;
    return std::abs((day - nearest).count()) < reach ? nearest : day;
  }
  return day;
}

PartialDate cutTo(Day day, DatePrecision precision) {
  const std::chrono::year_month_day parts(day);
  const Day first = precision == DatePrecision::Year ? Day(parts.year() / std::chrono::January / 1)
                                                     : Day(parts.year() / parts.month() / 1);
  return PartialDate::fromEarliest(first, precision);
}

RandomStream dates(const History& history, std::uint32_t index) {
  return streamOf(history.traits, Purpose::Dates, 400000 + index);
}

void addPerson(const RecordParts& parts) {
  const History& history = parts.history;
  const Traits& traits = history.traits;
  RandomStream random = dates(history, 0);
  Person& person = parts.record.person;
  person.id = traits.id;
  person.kind = traits.group == PersonGroup::Control ? PersonKind::Control : PersonKind::Patient;
  person.sex = traits.sex;
  person.birth = cutTo(traits.birth, random.chance(0.25) ? DatePrecision::Year : DatePrecision::Month);
  person.country = traits.country;
  person.site = traits.site;
  const bool toTheDay = history.deathFromMs || random.chance(0.7);
  if (history.death) {
    person.deceased = true;
    person.death = toTheDay ? PartialDate(*history.death) : cutTo(*history.death, DatePrecision::Month);
  }
}

void addPhases(const RecordParts& parts, const PartialDate& onset) {
  const History& history = parts.history;
  const Traits& traits = history.traits;
  auto& phases = parts.record.phases;
  const auto add = [&](Course course, const PartialDate& start, std::optional<PartialDate> end) {
    phases.push_back({idOf(history, "ph" + std::to_string(phases.size() + 1)), course, start, std::move(end)});
  };
  const PartialDate diagnosis = *parts.record.onset->diagnosis;
  switch (traits.disease) {
  case Disease::RadiologicallyIsolated:
    add(Course::RadiologicallyIsolated, diagnosis, std::nullopt);
    break;
  case Disease::ClinicallyIsolated:
    add(Course::ClinicallyIsolated, onset, std::nullopt);
    break;
  case Disease::PrimaryProgressive:
    add(Course::PrimaryProgressive, onset, std::nullopt);
    break;
  case Disease::Relapsing: {
    const bool isolated = onset.latest() < diagnosis.earliest();
    if (isolated) {
      add(Course::ClinicallyIsolated, onset, diagnosis);
    }
    std::optional<PartialDate> progressive;
    if (history.progressive) {
      RandomStream random = dates(history, 2);
      progressive = cutTo(*history.progressive, random.chance(0.3) ? DatePrecision::Year : DatePrecision::Month);
      if (progressive->earliest() <= diagnosis.latest()) {
        progressive = PartialDate(*history.progressive);
      }
    }
    add(Course::RelapsingRemitting, isolated ? diagnosis : onset, progressive);
    if (progressive) {
      add(Course::SecondaryProgressive, *progressive, std::nullopt);
    }
    break;
  }
  case Disease::None:
    break;
  }
}

void addOnset(const RecordParts& parts) {
  const History& history = parts.history;
  const Traits& traits = history.traits;
  RandomStream random = dates(history, 1);
  PartialDate onset = remembered(traits.onset, traits.entry, random, 75);
  PartialDate diagnosis = yearsBetween(traits.diagnosis, traits.entry) > 3
                              ? remembered(traits.diagnosis, traits.entry, random)
                              : PartialDate(traits.diagnosis);
  if (diagnosis.latest() < onset.earliest() || diagnosis.earliest() < onset.earliest()) {
    diagnosis = PartialDate(traits.diagnosis);
  }
  if (onset.earliest() > diagnosis.latest()) {
    onset = PartialDate(traits.onset);
  }
  Onset known;
  known.id = idOf(history, "o");
  // Nobody with isolated findings on a scan has had a symptom.
  if (traits.disease != Disease::RadiologicallyIsolated) {
    known.onset = onset;
  }
  known.diagnosis = diagnosis;
  parts.record.onset = known;
  addPhases(parts, onset);
}

void addVisits(const RecordParts& parts) {
  const History& history = parts.history;
  const Traits& traits = history.traits;
  RandomStream habit = streamOf(traits, Purpose::Rater, 0);
  const std::uint32_t usual = habit.below(4) + 1;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < history.encounters.size(); ++i) {
    const Encounter& seen = history.encounters[i];
    if (seen.day < traits.entry) {
      continue;
    }
    RandomStream rater = streamOf(traits, Purpose::Rater, static_cast<std::uint32_t>(i) + 1);
    Visit visit;
    visit.id = idOf(history, "v" + std::to_string(++number));
    visit.date = seen.day;
    visit.occasion = seen.occasion;
    visit.mode = seen.mode;
    const std::uint32_t who = rater.chance(0.75) ? usual : rater.below(4) + 1;
    const bool withoutEdss = rater.chance(0.02);
    const bool valueAlone = rater.chance(yearOf(seen.day) < 2002 ? 0.3 : 0.03);
    if (seen.mode != ExaminationMode::SelfReported) {
      visit.rater = traits.site + "-R" + std::to_string(who);
    }
    const FunctionalSystems found = examine(disabilityOf(history, seen.day), rater);
    if (!withoutEdss) {
      visit.edss = edssOf(found);
      if (seen.mode == ExaminationMode::Examined && !valueAlone) {
        visit.systems = found;
      } else if (*found.ambulation >= 3) {
        visit.systems.ambulation = found.ambulation;
      }
    }
    parts.record.visits.push_back(std::move(visit));
  }
  // Where the disease was the cause, the registry closes with EDSS 10.
  if (history.deathFromMs && history.death && (number == 0 || parts.record.visits.back().date < *history.death)) {
    Visit last;
    last.id = idOf(history, "v" + std::to_string(++number));
    last.date = *history.death;
    last.occasion = Occasion::Unscheduled;
    last.edss = *Edss::fromTenths(100);
    parts.record.visits.push_back(std::move(last));
  }
}

Relapse relapseOf(const History& history, std::size_t index) {
  const Attack& attack = history.attacks[index];
  const Traits& traits = history.traits;
  RandomStream random = dates(history, 1000 + static_cast<std::uint32_t>(index));
  const bool before = attack.day < traits.entry;
  const PartialDate onset = before            ? remembered(attack.day, traits.entry, random)
                            : attack.examined ? PartialDate(attack.day)
                                              : remembered(attack.day, attack.day + days(120), random);
  Relapse relapse{
      .id = idOf(history, "r" + std::to_string(index + 1)), .onset = onset, .end = {}, .steroids = {}, .systems = {}};
  relapse.severity = attack.severity;
  const double kind = random.uniform();
  relapse.certainty = attack.pseudo      ? RelapseCertainty::Pseudo
                      : !attack.examined ? RelapseCertainty::Reported
                      : kind < 0.7       ? RelapseCertainty::Confirmed
                                         : RelapseCertainty::Examined;
  const double lasts = attack.pseudo ? random.uniform(1, 6) : random.uniform(14, 110);
  const bool endKnown = !before && random.chance(0.75);
  const Day end = plusDays(attack.day, lasts);
  const bool steroidsKnown = !before || random.chance(0.6);
  if (steroidsKnown) {
    relapse.steroids = attack.steroids && !attack.pseudo;
  }
  for (std::size_t i = 0; i < kFunctionalSystems; ++i) {
    if (attack.rise[i] > 0 && (!before || random.chance(0.8))) {
      relapse.systems.push_back(static_cast<FunctionalSystem>(i));
    }
  }
  // Recovery is judged after half a year.
  if (attack.day + days(183) <= history.until) {
    relapse.recovery = attack.residue <= 0     ? Recovery::Complete
                       : attack.residue <= 0.5 ? Recovery::Partial
                                               : Recovery::None;
  }
  if (attack.pseudo) {
    relapse.systems.clear();
  }
  if (endKnown && end <= history.until && end > relapse.onset.latest()) {
    relapse.end = PartialDate(end);
  }
  return relapse;
}

void addRelapses(const RecordParts& parts) {
  const History& history = parts.history;
  for (std::size_t i = 0; i < history.attacks.size(); ++i) {
    const Attack& attack = history.attacks[i];
    RandomStream random = dates(history, 3000 + static_cast<std::uint32_t>(i));
    const bool first = i == 0;
    // Old relapses are forgotten.
    if (!first && attack.day < history.traits.entry && random.chance(0.2)) {
      continue;
    }
    Relapse relapse = relapseOf(history, i);
    if (first && parts.record.onset && parts.record.onset->onset) {
      relapse.onset = *parts.record.onset->onset;
      if (relapse.end && relapse.end->earliest() < relapse.onset.latest()) {
        relapse.end.reset();
      }
    }
    parts.record.relapses.push_back(std::move(relapse));
  }
  std::stable_sort(parts.record.relapses.begin(), parts.record.relapses.end(),
                   [](const Relapse& a, const Relapse& b) { return a.onset.earliest() < b.onset.earliest(); });
}

void addTreatments(const RecordParts& parts) {
  const History& history = parts.history;
  const SiteFacts& site = siteFacts()[history.traits.siteNumber];
  for (std::size_t i = 0; i < history.spells.size(); ++i) {
    const Spell& spell = history.spells[i];
    const Drug* drug = drugByName(spell.drug->name);
    RandomStream random = dates(history, 5000 + static_cast<std::uint32_t>(i));
    // Old treatments stay partial dates when their order is certain all the same.
    const bool old = spell.start + days(500) < history.traits.entry;
    const PartialDate start = old ? remembered(spell.start, history.traits.entry, random) : PartialDate(spell.start);
    const auto& all = parts.record.treatments;
    const bool inOrder =
        (all.empty() || all.back().stop->latest() <= start.earliest()) && start.year() == yearOf(spell.start);
    Treatment made{.id = idOf(history, "t" + std::to_string(i + 1)),
                   .atc = site.oldAtcCodes && !drug->retiredAtc.empty() ? drug->retiredAtc.front() : drug->atc,
                   .name = std::string(spell.drug->name),
                   .start = inOrder ? start : PartialDate(spell.start),
                   .stop = {},
                   .stopReason = {},
                   .dose = std::string(spell.drug->dose)};
    if (spell.stop) {
      const bool stopOld = *spell.stop + days(500) < history.traits.entry;
      PartialDate stop = stopOld ? remembered(*spell.stop, history.traits.entry, random) : PartialDate(*spell.stop);
      const bool beforeNext = i + 1 == history.spells.size() || stop.latest() <= history.spells[i + 1].start;
      if (!beforeNext || stop.earliest() <= made.start.latest()) {
        stop = PartialDate(*spell.stop);
      }
      made.stop = stop;
      made.stopReason = spell.reason;
    }
    parts.record.treatments.push_back(std::move(made));
  }
}

void addPregnancies(const RecordParts& parts) {
  const History& history = parts.history;
  for (std::size_t i = 0; i < history.gestations.size(); ++i) {
    const Gestation& one = history.gestations[i];
    RandomStream random = dates(history, 7000 + static_cast<std::uint32_t>(i));
    const PartialDate conception =
        random.chance(0.7) ? cutTo(one.conception, DatePrecision::Month) : PartialDate(one.conception);
    Pregnancy made{.id = idOf(history, "pr" + std::to_string(i + 1)), .conception = conception, .end = {}};
    if (one.end <= history.until) {
      made.end = PartialDate(one.end);
      made.outcome = one.outcome;
    } else {
      made.outcome = PregnancyOutcome::Ongoing;
    }
    parts.record.pregnancies.push_back(std::move(made));
  }
}

} // namespace

PartialDate remembered(Day day, Day told, RandomStream& random, int reach) {
  const double age = std::max(0.0, yearsBetween(day, told));
  const double yearOnly = age > 8 ? 0.42 : age > 2 ? 0.12 : 0.0;
  const double monthOnly = age > 8 ? 0.36 : age > 2 ? 0.4 : 0.22;
  const double choice = random.uniform();
  const Day heap = heaped(day, reach, random);
  if (choice < yearOnly) {
    return cutTo(day, DatePrecision::Year);
  }
  if (choice < yearOnly + monthOnly) {
    return cutTo(day, DatePrecision::Month);
  }
  return PartialDate(heap <= told ? heap : day);
}

void addCourse(const RecordParts& parts) {
  addPerson(parts);
  if (parts.history.traits.disease == Disease::None) {
    return;
  }
  addOnset(parts);
  addVisits(parts);
  addRelapses(parts);
  addTreatments(parts);
  addPregnancies(parts);
}

int yearOf(Day day) {
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

double rounded(double value, int digits) {
  const double scale = std::pow(10.0, digits);
  return std::round(value * scale) / scale;
}

std::string idOf(const History& history, std::string_view suffix) {
  std::string id = history.traits.id;
  id += '-';
  id += suffix;
  return id;
}

const Spell* spellOn(const History& history, Day day) {
  for (auto spell = history.spells.rbegin(); spell != history.spells.rend(); ++spell) {
    if (spell->start <= day && (!spell->stop || day < *spell->stop)) {
      return &*spell;
    }
  }
  return nullptr;
}

std::optional<double> daysSinceAttack(const History& history, Day day) {
  std::optional<double> found;
  for (const Attack& attack : history.attacks) {
    if (!attack.pseudo && attack.day <= day) {
      found = static_cast<double>((day - attack.day).count());
    }
  }
  return found;
}

} // namespace facet::synthetic
