#include "record.h"

#include <algorithm>
#include <cmath>

// MRI as the radiologist reported it.
namespace facet::synthetic {

using namespace clinical;
using std::chrono::days;

namespace {

enum class Part : std::uint8_t { Brain, BrainAndCord, Cord };

struct Appointment {
  Day day;
  Part part = Part::Brain;
};

std::vector<Appointment> appointments(const History& history) {
  const Traits& traits = history.traits;
  RandomStream random = streamOf(traits, Purpose::Scans, 0);
  const bool followsCord = random.chance(0.4);
  const double habit = random.uniform(0.85, 1.3);
  std::vector<Appointment> found;
  const Day first = workday(std::max(traits.onset, traits.diagnosis - days(3 + random.below(30))), random);
  if (first + days(200) >= traits.entry || random.chance(0.5)) {
    found.push_back({first, random.chance(0.6) ? Part::BrainAndCord : Part::Brain});
  }
  for (std::size_t i = 0; i < history.encounters.size(); ++i) {
    const Encounter& seen = history.encounters[i];
    RandomStream here = streamOf(traits, Purpose::Scans, 100 + static_cast<std::uint32_t>(i));
    const double relapseScan = here.uniform();
    const double cordChance = here.uniform();
    const Day day = workday(seen.day - days(here.below(9)), here);
    if (seen.day < traits.entry || yearOf(seen.day) < 1999 || seen.mode == ExaminationMode::SelfReported ||
        day > history.until) {
      continue;
    }
    const Day last = found.empty() ? Day() : found.back().day;
    const Spell* spell = spellOn(history, day);
    // Half a year after a start the scan is made that later ones are compared with.
    const bool rebaseline = spell != nullptr && day > spell->start + days(140) && last < spell->start + days(80);
    const double every = (spell != nullptr ? 370 : 520) * habit * (yearsBetween(traits.birth, day) > 58 ? 2 : 1);
    const bool due = day > plusDays(last, every * 0.9);
    const bool asked = seen.attack && relapseScan < 0.35;
    if ((rebaseline || due || asked) && day > last + days(40)) {
      const bool cord = cordChance < (followsCord ? 0.45 : 0.08);
      const bool cordAlone = cord && cordChance < 0.05;
      found.push_back({day, cordAlone ? Part::Cord : cord ? Part::BrainAndCord : Part::Brain});
    }
  }
  std::erase_if(found, [&](const Appointment& one) { return one.day > history.until; });
  return found;
}

std::vector<std::string> regionsOf(Part part) {
  switch (part) {
  case Part::Brain:
    return {"brain"};
  case Part::BrainAndCord:
    return {"brain", "cervical-cord"};
  case Part::Cord:
    break;
  }
  return {"cervical-cord", "thoracic-cord"};
}

/// Relapses that left a lesion between two days.
int attacksBetween(const History& history, Day after, Day until) {
  return static_cast<int>(std::count_if(history.attacks.begin(), history.attacks.end(), [&](const Attack& attack) {
    return !attack.pseudo && attack.day > after && attack.day <= until;
  }));
}

void addCounts(const History& history, MriExam& exam, const MriExam* before, Part part, RandomStream& random) {
  const double share = part == Part::Cord ? 0.12 : 0.88;
  const bool reported = !random.chance(0.04);
  const double recent = history.lesionsAt(exam.date) - history.lesionsAt(exam.date - days(35));
  const auto active = static_cast<int>(random.poisson(std::max(0.0, 0.75 * share * recent)));
  const double enlargingChance = random.uniform();
  std::optional<int> grown;
  if (before != nullptr) {
    const double expected = history.lesionsAt(exam.date) - history.lesionsAt(before->date);
    const int attacks = part == Part::Cord ? 0 : attacksBetween(history, before->date, exam.date);
    const int fresh = static_cast<int>(random.poisson(std::max(0.0, share * expected))) +
                      static_cast<int>(random.below(static_cast<std::uint32_t>(attacks) + 1));
    grown = static_cast<int>(random.poisson(0.12 * fresh)) + (enlargingChance < 0.04 ? 1 : 0);
    if (reported) {
      exam.newT2 = std::max(fresh, active);
      exam.enlargingT2 = *grown;
    }
  }
  if (exam.contrast == ContrastGiven::Yes && reported) {
    exam.enhancing = active;
  }
}

} // namespace

void addScans(const RecordParts& parts) {
  const History& history = parts.history;
  if (history.traits.disease == Disease::None) {
    return;
  }
  const SiteFacts& site = siteFacts()[history.traits.siteNumber];
  const auto planned = appointments(history);
  for (std::size_t i = 0; i < planned.size(); ++i) {
    const Appointment& one = planned[i];
    RandomStream random = streamOf(history.traits, Purpose::Scans, 100000 + static_cast<std::uint32_t>(i));
    MriExam exam;
    exam.id = idOf(history, "x" + std::to_string(i + 1));
    exam.date = one.day;
    exam.regions = regionsOf(one.part);
    const int year = yearOf(one.day);
    const ScannerFacts scanner = scannerOf(site, year, random.chance(0.15));
    if (random.chance(year < 2005 ? 0.7 : 0.97)) {
      exam.scanner = scanner.name;
      exam.fieldTesla = scanner.fieldTesla;
    }
    // Contrast is given less since deposits in the brain became known.
    const double given = i == 0 ? 0.9 : year < 2017 ? 0.8 : 0.35;
    exam.contrast = random.chance(0.03)    ? ContrastGiven::Unknown
                    : random.chance(given) ? ContrastGiven::Yes
                                           : ContrastGiven::No;
    const MriExam* before = nullptr;
    for (const MriExam& other : parts.record.exams) {
      const bool same = one.part == Part::Cord ? other.regions.front() != "brain" : other.regions.front() == "brain";
      before = same ? &other : before;
    }
    exam.comparatorId = before != nullptr ? before->id : std::string();
    addCounts(history, exam, before, one.part, random);
    parts.record.exams.push_back(std::move(exam));
  }
}

} // namespace facet::synthetic
