#include "record.h"

#include <algorithm>
#include <array>
#include <cmath>

// Habits, infections, vaccinations and other diseases.
namespace facet::synthetic {

using namespace clinical;
using std::chrono::days;

namespace {

class Findings {
public:
  explicit Findings(const RecordParts& parts)
      : m_parts(parts) {}

  void put(std::string_view code, std::string_view value, std::optional<PartialDate> date, std::string_view key = {}) {
    Finding made;
    made.id = idOf(m_parts.history, "f-" + std::string(code) + (key.empty() ? "" : "-" + std::string(key)));
    made.code = code;
    made.date = std::move(date);
    made.value = value;
    m_parts.record.findings.push_back(std::move(made));
  }

private:
  const RecordParts& m_parts;
};

PartialDate inYear(int year) {
  return *PartialDate::fromYear(year);
}

void addSpinalFluid(const RecordParts& parts, Findings& findings) {
  const Traits& traits = parts.history.traits;
  RandomStream random = streamOf(traits, Purpose::Habits, 1);
  const bool punctured = random.chance(traits.disease == Disease::RadiologicallyIsolated ? 0.6 : 0.82);
  const double positive = traits.disease == Disease::ClinicallyIsolated       ? 0.65
                          : traits.disease == Disease::RadiologicallyIsolated ? 0.62
                                                                              : 0.88;
  const bool bands = random.chance(positive);
  const Day day = workday(traits.diagnosis - days(random.below(20)), random);
  const bool chains = random.chance(0.35);
  const double index = bands ? 14 + random.gamma(1.6, 38) : 1.2 + random.gamma(2, 0.9);
  if (!punctured || day > parts.history.until) {
    return;
  }
  const Day done = std::max(day, traits.onset);
  const bool old = yearsBetween(done, traits.entry) > 3;
  const PartialDate date = old ? inYear(yearOf(done)) : PartialDate(done);
  findings.put("oligoclonal-bands", bands ? "positive" : "negative", date);
  if (chains && yearOf(done) >= 2014) {
    Measurement made{.id = idOf(parts.history, "c0-kflc-index"),
                     .code = "kflc-index",
                     .date = date,
                     .value = rounded(index, 1),
                     .unit = "1",
                     .method = "nephelometry",
                     .batch = {}};
    parts.record.measurements.push_back(std::move(made));
  }
}

void addInfections(const RecordParts& parts, Findings& findings) {
  const Traits& traits = parts.history.traits;
  const bool control = traits.group == PersonGroup::Control;
  RandomStream random = streamOf(traits, Purpose::Habits, 2);
  const PartialDate date(workday(traits.entry + days(random.below(90)), random));
  const bool asked = random.chance(0.7);
  const bool vca = random.chance(control ? 0.94 : 0.997);
  const bool high = random.chance(control ? 0.5 : 0.72);
  const double mono = random.uniform();
  const bool varicella = random.chance(0.95);
  const bool varicellaAsked = random.chance(0.5);
  const bool drawn = date.latest() <= parts.history.until;
  if (asked && drawn) {
    findings.put("ebv-vca-igg", vca ? "positive" : "negative", date);
    findings.put("ebv-ebna-igg", !vca ? "negative" : high ? "high" : "low", date);
  }
  const double had = control ? 0.08 : 0.17;
  findings.put("infectious-mononucleosis", mono < had ? "yes" : mono < had + 0.12 ? "unsure" : "no", std::nullopt);
  if (!control && varicellaAsked && drawn) {
    findings.put("vzv-igg", varicella ? "positive" : "negative", date);
  }
  const bool considered = std::any_of(parts.history.spells.begin(), parts.history.spells.end(),
                                      [](const Spell& spell) { return spell.drug->name == "natalizumab"; });
  if (considered) {
    const auto spell = std::find_if(parts.history.spells.begin(), parts.history.spells.end(),
                                    [](const Spell& one) { return one.drug->name == "natalizumab"; });
    RandomStream test = streamOf(traits, Purpose::Habits, 3);
    const Day day = workday(spell->start - days(20 + test.below(20)), test);
    if (yearOf(day) >= 2012 && day >= traits.diagnosis) {
      findings.put("jcv-antibody", traits.jcvPositive ? "positive" : "negative", PartialDate(day));
    }
  }
}

void addHabits(const RecordParts& parts, Findings& findings) {
  const Traits& traits = parts.history.traits;
  const bool control = traits.group == PersonGroup::Control;
  RandomStream random = streamOf(traits, Purpose::Habits, 4);
  const PartialDate asked(traits.entry);
  const std::array smoking = control ? std::array{0.55, 0.25, 0.2} : std::array{0.45, 0.28, 0.27};
  constexpr std::array kSmoking = {"never", "former", "current"};
  const std::size_t smokes = random.pick(smoking);
  findings.put("smoking", kSmoking[smokes], asked);
  const double packs = std::max(0.5, random.gamma(1.8, 5));
  if (smokes > 0) {
    const double most = std::max(0.5, (yearsBetween(traits.birth, traits.entry) - 15) * 1.2);
    parts.record.measurements.push_back({.id = idOf(parts.history, "c0-pack-years"),
                                         .code = "pack-years",
                                         .date = asked,
                                         .value = rounded(std::min(packs, most), 1),
                                         .unit = "1",
                                         .method = {},
                                         .batch = {}});
  }
  // Some stop later.
  const bool stops = random.chance(0.3);
  const Day later = workday(traits.entry + days(700 + random.below(2500)), random);
  if (smokes == 2 && stops && !control && later <= parts.history.until) {
    findings.put("smoking", "former", PartialDate(later), "2");
  }
  constexpr std::array kSun = {"low", "medium", "high"};
  const std::array sun = control ? std::array{0.3, 0.4, 0.3} : std::array{0.42, 0.38, 0.2};
  const std::size_t exposure = random.pick(sun);
  if (random.chance(0.6)) {
    findings.put("sun-exposure", kSun[exposure], std::nullopt);
  }
  constexpr std::array kEducation = {"primary", "secondary", "university"};
  findings.put("education", kEducation[static_cast<std::size_t>(traits.educationLevel)], asked);
  const double age20 = 22.2 + 3.2 * (0.8 * level(traits, Level::Bmi) + 0.6 * random.normal()) + (control ? 0 : 0.7);
  if (random.chance(0.45) && yearsBetween(traits.birth, traits.entry) > 20) {
    parts.record.measurements.push_back({.id = idOf(parts.history, "c0-bmi-age-20"),
                                         .code = "bmi-age-20",
                                         .date = asked,
                                         .value = rounded(std::clamp(age20, 15.5, 44.0), 1),
                                         .unit = "kg/m2",
                                         .method = {},
                                         .batch = {}});
  }
}

std::string_view employmentOf(double age, double walking, double choice) {
  if (age < 22 && choice < 0.8) {
    return "in-education";
  }
  if (age >= 66) {
    return "retired";
  }
  const double unable = walking < 3 ? 0.06 : walking < 5 ? 0.35 : 0.75;
  if (choice < unable) {
    return choice < unable * 0.25 ? "sick-leave" : "disability-pension";
  }
  return choice < unable + 0.22 ? "part-time" : choice < 0.93 ? "full-time" : "none";
}

void addEmployment(const RecordParts& parts, Findings& findings) {
  const History& history = parts.history;
  RandomStream random = streamOf(history.traits, Purpose::Habits, 5);
  // One's place among others stays, so that work changes with age and walking alone.
  const double choice = random.uniform();
  std::string_view last;
  int number = 0;
  Day asked = history.traits.entry;
  for (const Visit& visit : parts.record.visits) {
    if (visit.date < asked || visit.mode == ExaminationMode::Unknown) {
      continue;
    }
    asked = visit.date + days(900);
    const std::string_view now =
        employmentOf(yearsBetween(history.traits.birth, visit.date), disabilityOf(history, visit.date).walking, choice);
    if (now != last) {
      findings.put("employment", now, PartialDate(visit.date), std::to_string(++number));
      last = now;
    }
  }
}

void addDiseases(const RecordParts& parts, Findings& findings) {
  struct Comorbidity {
    std::string_view code;
    double perYear;
    double fromAge;
  };
  constexpr std::array<Comorbidity, 8> kDiseases = {{{"depression", 0.011, 18},
                                                     {"hypertension", 0.014, 40},
                                                     {"thyroid-disease", 0.004, 22},
                                                     {"migraine", 0.006, 15},
                                                     {"diabetes", 0.004, 42},
                                                     {"asthma", 0.003, 5},
                                                     {"psoriasis", 0.0018, 15},
                                                     {"cancer", 0.0035, 45}}};
  const History& history = parts.history;
  RandomStream random = streamOf(history.traits, Purpose::Habits, 6);
  for (const Comorbidity& disease : kDiseases) {
    const double age = disease.fromAge + random.exponential(disease.perYear);
    const Day day = plusDays(history.traits.birth, 365.25 * std::min(age, 200.0));
    if (day <= history.until) {
      findings.put("comorbidity", disease.code, inYear(yearOf(day)), disease.code);
    }
  }
}

void addVaccinations(const RecordParts& parts, Findings& findings) {
  const History& history = parts.history;
  RandomStream random = streamOf(history.traits, Purpose::Vaccinations);
  const bool takes = random.chance(0.45);
  const bool covid = random.chance(0.88);
  const Day from = history.traits.entry;
  const auto put = [&](Day day, std::string_view what) {
    RandomStream date =
        streamOf(history.traits, Purpose::Vaccinations, static_cast<std::uint32_t>(day.time_since_epoch().count()));
    const Day done = workday(day, date);
    if (done >= from && done <= history.until) {
      findings.put("vaccination", what, PartialDate(done), std::string(what) + "-" + toIso(done));
    }
  };
  for (int year = std::max(2008, yearOf(from)); year <= yearOf(history.until); ++year) {
    RandomStream season = streamOf(history.traits, Purpose::Vaccinations, static_cast<std::uint32_t>(year));
    const Day autumn = *dayOf(year, 10, 1) + days(season.below(55));
    const bool thisYear = season.chance(year < 2015 ? 0.5 : 0.75);
    if (takes && thisYear) {
      put(autumn, "influenza");
    }
    if (covid && year == 2021) {
      const Day first = *dayOf(2021, 2, 15) + days(season.below(120));
      put(first, "covid-19");
      put(first + days(28 + season.below(40)), "covid-19");
      put(*dayOf(2021, 11, 20) + days(season.below(40)), "covid-19");
    } else if (covid && year > 2021 && takes) {
      put(*dayOf(year, 10, 5) + days(season.below(60)), "covid-19");
    }
  }
  // Before a drug that weakens the answer to vaccines.
  for (std::size_t i = 0; i < history.spells.size(); ++i) {
    const Spell& spell = history.spells[i];
    RandomStream before = streamOf(history.traits, Purpose::Vaccinations, 100 + static_cast<std::uint32_t>(i));
    const bool gap = before.chance(0.4);
    const Day day = spell.start - days(25 + before.below(20));
    if (spell.drug->rank == Rank::High && gap && yearOf(day) >= 2012) {
      put(day, spell.drug->name == "fingolimod" ? "zoster" : "pneumococcal");
    }
  }
}

void addContraception(const RecordParts& parts, Findings& findings) {
  const History& history = parts.history;
  if (history.traits.sex != Sex::Female) {
    return;
  }
  for (std::size_t i = 0; i < history.spells.size(); ++i) {
    const Spell& spell = history.spells[i];
    RandomStream random = streamOf(history.traits, Purpose::Habits, 100 + static_cast<std::uint32_t>(i));
    const double age = yearsBetween(history.traits.birth, spell.start);
    const double choice = random.uniform();
    const bool needed = spell.drug->conceptionAfterDays > 0;
    if (!needed || age > 45 || spell.start < history.traits.entry) {
      continue;
    }
    findings.put("contraception",
                 choice < 0.5   ? "hormonal"
                 : choice < 0.8 ? "intrauterine"
                                : "other",
                 PartialDate(spell.start), "t" + std::to_string(i + 1));
  }
}

} // namespace

void addFindings(const RecordParts& parts) {
  Findings findings(parts);
  const bool control = parts.history.traits.group == PersonGroup::Control;
  if (!control) {
    addSpinalFluid(parts, findings);
  }
  addInfections(parts, findings);
  addHabits(parts, findings);
  addDiseases(parts, findings);
  if (!control) {
    addEmployment(parts, findings);
    addVaccinations(parts, findings);
    addContraception(parts, findings);
  }
}

} // namespace facet::synthetic
