#include "record.h"

#include <facet/clinical/tables.h>

#include <algorithm>
#include <cmath>
#include <numbers>

// Laboratory values, timed tests and questionnaires.
namespace facet::synthetic {

using namespace clinical;
using std::chrono::days;

namespace {

void put(const RecordParts& parts, std::string_view key, std::string_view code, Day day, double value, int digits,
         std::string_view method = {}, std::string_view batch = {}) {
  const Variable* known = variable(code);
  Measurement made{.id = idOf(parts.history, std::string(key) + "-" + std::string(code)),
                   .code = std::string(code),
                   .date = PartialDate(day),
                   .value = std::clamp(rounded(value, digits), known->min, known->max),
                   .unit = known->unit,
                   .method = std::string(method),
                   .batch = std::string(batch)};
  parts.record.measurements.push_back(std::move(made));
}

double ageAt(const History& history, Day day) {
  return yearsBetween(history.traits.birth, day);
}

double bmiAt(const History& history, Day day) {
  return std::clamp(24.6 + 4.2 * level(history.traits, Level::Bmi) + 0.05 * (ageAt(history, day) - 40), 16.5, 47.0);
}

/// The nearest earlier dose of a drug of which it acts on something, in days; negative without.
double daysOn(const Spell* spell, Day day) {
  return spell == nullptr ? -1 : static_cast<double>((day - spell->start).count());
}

void addNfl(const RecordParts& parts, std::string_view key, Day day, RandomStream& random) {
  const History& history = parts.history;
  const SiteFacts& site = siteFacts()[history.traits.siteNumber];
  const double age = ageAt(history, day);
  // Rises 3.1 % a year in healthy people and falls with the body mass index.
  double value = 7.6 * std::exp(0.031 * (age - 40) - 0.012 * (bmiAt(history, day) - 25) +
                                0.22 * level(history.traits, Level::NfL));
  for (const Attack& attack : history.attacks) {
    const double since = static_cast<double>((day - attack.day).count());
    if (!attack.pseudo && since >= 0 && since < 200) {
      double height = 0;
      for (const double rise : attack.rise) {
        height += rise;
      }
      // Back to where it was after about three months.
      value *= 1 + 0.75 * height * std::min(1.0, 0.3 + since / 20) * std::exp(-since / 38);
    }
  }
  const double newLesions = history.lesionsAt(day) - history.lesionsAt(day - days(90));
  const double slope = history.progressAt(day) - history.progressAt(day - days(365));
  value *= (1 + 0.22 * newLesions) * (1 + 0.7 * slope) * std::exp(random.normal(0, 0.11));
  const bool ella = site.ella && yearOf(day) >= 2022;
  char batch[24];
  const std::chrono::year_month_day ymd(day);
  std::snprintf(batch, sizeof batch, "%c%02d-%u", ella ? 'E' : 'S', yearOf(day) % 100,
                (static_cast<unsigned>(ymd.month()) + 2) / 3);
  put(parts, key, "snfl", day, ella ? value * 1.35 : value, 1, ella ? "Ella" : "Simoa", batch);
}

double lymphocytesAt(const History& history, Day day) {
  double value = 1.9 * std::exp(0.22 * level(history.traits, Level::Lymphocytes));
  double factor = 1;
  for (const Spell& spell : history.spells) {
    const double on = daysOn(&spell, day);
    const double off = spell.stop && day > *spell.stop ? static_cast<double>((day - *spell.stop).count()) : 0;
    if (on < 0) {
      continue;
    }
    const double ramp = std::min(1.0, on / 180);
    double full = 1;
    double back = 60; // days to half recovery
    const std::string_view name = spell.drug->name;
    if (name == "dimethyl fumarate" || name == "diroximel fumarate") {
      full = 0.7 - 0.12 * std::max(0.0, -level(history.traits, Level::Lymphocytes));
    } else if (name == "fingolimod" || name == "ozanimod" || name == "siponimod" || name == "ponesimod") {
      full = name == "fingolimod" ? 0.28 : 0.42;
      back = 25;
    } else if (name == "cladribine") {
      full = 0.45;
      back = 240;
    } else if (name == "alemtuzumab") {
      full = 0.4;
      back = 420;
    } else if (name == "natalizumab") {
      full = 1.6;
    } else if (spell.drug->name.ends_with("mab")) {
      full = 0.88;
    } else if (name == "teriflunomide" || name.find("interferon") != std::string_view::npos) {
      full = 0.88;
    }
    factor *= 1 + (full - 1) * ramp * std::exp2(-off / back);
  }
  return value * factor;
}

bool watchesBlood(std::string_view name) {
  return name != "glatiramer acetate";
}

void addBlood(const RecordParts& parts, std::string_view key, Day day, const Spell* spell, RandomStream& random) {
  const History& history = parts.history;
  const std::string_view name = spell != nullptr ? spell->drug->name : std::string_view();
  const double noise = std::exp(random.normal(0, 0.1));
  const double altNoise = std::exp(random.normal(0, 0.28));
  const bool leukocytes = random.chance(0.3);
  const double rest = random.normal(4.4, 0.9);
  const bool igg = random.chance(0.55);
  const double iggNoise = random.normal(0, 0.35);
  const bool liver = random.chance(0.6);
  if (spell == nullptr || !watchesBlood(name)) {
    return;
  }
  const double lymphocytes = std::max(0.08, lymphocytesAt(history, day) * noise);
  put(parts, key, "lymphocytes", day, lymphocytes, 2, {}, {});
  if (leukocytes) {
    put(parts, key, "leukocytes", day, std::max(1.2, rest + lymphocytes), 1);
  }
  const bool bearsOnLiver = name == "teriflunomide" || name.find("interferon") != std::string_view::npos ||
                            name == "fingolimod" || name == "dimethyl fumarate";
  if (liver && bearsOnLiver) {
    // Those whose liver bears it badly are the ones who stop for it.
    const double raised = name == "teriflunomide" ? 1.3 * std::exp(0.4 * level(history.traits, Level::Liver)) : 1.2;
    put(parts, key, "alt", day, 21 * std::exp(0.3 * level(history.traits, Level::Liver)) * raised * altNoise, 0);
  }
  const bool depletes = name == "ocrelizumab" || name == "rituximab" || name == "ofatumumab" || name == "ublituximab";
  if (igg && depletes) {
    const double years = daysOn(spell, day) / 365.25;
    put(parts, key, "igg", day,
        std::max(3.0, (10.6 + 1.7 * level(history.traits, Level::Igg)) * std::exp(-0.032 * years) + iggNoise), 1);
  }
}

void addJcv(const RecordParts& parts, std::string_view key, Day day, const Spell* spell, RandomStream& random) {
  const History& history = parts.history;
  const Traits& traits = history.traits;
  const bool asked = random.chance(0.7);
  const double noise = random.normal(0, 0.12);
  if (spell == nullptr || spell->drug->name != "natalizumab" || yearOf(day) < 2012 || !asked) {
    return;
  }
  const double value = traits.jcvPositive ? std::max(0.41, traits.jcvIndex + noise) : std::max(0.05, 0.2 + noise / 2);
  put(parts, key, "jcv-index", day, value, 2, "STRATIFY");
}

double vitaminD(const History& history, Day day, RandomStream& random) {
  const std::chrono::year_month_day ymd(day);
  const double season =
      std::sin(2 * std::numbers::pi * (static_cast<double>(static_cast<unsigned>(ymd.month())) - 5) / 12);
  return std::max(11.0, 58 + 17 * level(history.traits, Level::VitaminD) + 15 * season + random.normal(0, 6));
}

void addTimedTests(const RecordParts& parts, std::string_view key, Day day, const Disability& now,
                   RandomStream& random) {
  const History& history = parts.history;
  using enum FunctionalSystem;
  const double walkNoise = random.normal(0, 0.05);
  if (now.walking < 6.9) {
    const double slow =
        now.walking < 1 ? 0 : 0.06 * (now.walking - 1) + 0.028 * std::pow(std::max(0.0, now.walking - 3), 2);
    put(parts, key, "t25fw", day, 4.3 * std::exp(slow + 0.1 * level(history.traits, Level::Walking) + walkNoise), 1);
  }
  const double hand = 0.085 * now.of(Cerebellar) + 0.05 * now.of(Pyramidal) + 0.04 * now.of(Sensory);
  const double base =
      18.2 * std::exp(hand + 0.09 * level(history.traits, Level::Hand) + 0.003 * (ageAt(history, day) - 40));
  put(parts, key, "nhpt-dominant", day, base * std::exp(random.normal(0, 0.035)), 1);
  put(parts, key, "nhpt-other", day, base * 1.07 * std::exp(random.normal(0, 0.04)), 1);
}

void addSymbolDigit(const RecordParts& parts, std::string_view key, Day day, const Disability& now, int practice,
                    RandomStream& random) {
  const History& history = parts.history;
  const double value = 58 + 3.5 * (history.traits.educationLevel - 1) - 0.28 * (ageAt(history, day) - 38) +
                       8 * level(history.traits, Level::Symbols) - 4.2 * now.of(FunctionalSystem::Cerebral) -
                       0.9 * now.walking + 0.8 * std::min(practice, 4) + random.normal(0, 2.4);
  put(parts, key, "sdmt", day, std::max(6.0, value), 0);
}

void addQuestionnaires(const RecordParts& parts, std::string_view key, Day day, const Disability& now,
                       RandomStream& random) {
  const History& history = parts.history;
  const double fatigue = level(history.traits, Level::Fatigue);
  const double mood = level(history.traits, Level::Mood);
  put(parts, key, "msis29-physical", day, std::max(20.0, 24 + 7.2 * now.walking + 6 * fatigue + random.normal(0, 4)),
      0);
  put(parts, key, "msis29-psychological", day, std::max(9.0, 17 + 1.2 * now.walking + 5 * mood + random.normal(0, 2)),
      0);
  put(parts, key, "fsmc", day, std::max(20.0, 48 + 4.2 * now.walking + 15 * fatigue + random.normal(0, 4)), 0);
  put(parts, key, "eq5d-vas", day, 82 - 5.5 * now.walking - 6 * mood - 4 * fatigue + random.normal(0, 6), 0);
  const double steps = now.walking < 2   ? now.walking * 0.4
                       : now.walking < 4 ? 1 + (now.walking - 2) * 0.9
                                         : now.walking - 1.2;
  put(parts, key, "pdds", day, std::clamp(steps + random.normal(0, 0.4), 0.0, 8.0), 0);
}

} // namespace

void addLaboratory(const RecordParts& parts) {
  const History& history = parts.history;
  const SiteFacts& site = siteFacts()[history.traits.siteNumber];
  if (history.traits.disease == Disease::None) {
    RandomStream random = streamOf(history.traits, Purpose::Laboratory, 1);
    const bool nfl = site.measuresNfl || random.chance(0.3);
    const Day drawn = workday(history.traits.entry, random);
    if (nfl && yearOf(drawn) >= 2015 && drawn <= history.until) {
      addNfl(parts, "c1", drawn, random);
    }
    if (random.chance(0.7)) {
      put(parts, "c1", "vitamin-d", drawn, vitaminD(history, drawn, random), 0);
    }
    return;
  }
  Day lastNfl;
  Day lastVitaminD;
  for (std::size_t i = 0; i < parts.record.visits.size(); ++i) {
    const Visit& visit = parts.record.visits[i];
    if (visit.mode != ExaminationMode::Examined) {
      continue;
    }
    RandomStream random = streamOf(history.traits, Purpose::Laboratory, 10 + static_cast<std::uint32_t>(i));
    const std::string key = "v" + std::to_string(i + 1);
    const Spell* spell = spellOn(history, visit.date);
    const bool relapse = visit.occasion == Occasion::Relapse;
    const bool vitamin = random.chance(0.35);
    if (site.measuresNfl && yearOf(visit.date) >= 2015 && (relapse || visit.date > lastNfl + days(150))) {
      addNfl(parts, key, visit.date, random);
      lastNfl = visit.date;
    }
    RandomStream blood = streamOf(history.traits, Purpose::Laboratory, 100000 + static_cast<std::uint32_t>(i));
    addBlood(parts, key, visit.date, spell, blood);
    addJcv(parts, key, visit.date, spell, blood);
    if (vitamin && yearOf(visit.date) >= 2010 && visit.date > lastVitaminD + days(700)) {
      put(parts, key, "vitamin-d", visit.date, vitaminD(history, visit.date, blood), 0);
      lastVitaminD = visit.date;
    }
  }
}

void addTests(const RecordParts& parts) {
  const History& history = parts.history;
  const SiteFacts& site = siteFacts()[history.traits.siteNumber];
  if (history.traits.disease == Disease::None) {
    RandomStream random = streamOf(history.traits, Purpose::Tests, 1);
    const Day day = history.traits.entry;
    put(parts, "c1", "bmi", day, bmiAt(history, day) + random.normal(0, 0.2), 1);
    return;
  }
  Day lastYearly;
  Day lastBmi;
  int practice = 0;
  for (std::size_t i = 0; i < parts.record.visits.size(); ++i) {
    const Visit& visit = parts.record.visits[i];
    if (visit.mode == ExaminationMode::Unknown) {
      continue;
    }
    RandomStream random = streamOf(history.traits, Purpose::Tests, 10 + static_cast<std::uint32_t>(i));
    const std::string key = "v" + std::to_string(i + 1);
    const Disability now = disabilityOf(history, visit.date);
    const bool examined = visit.mode == ExaminationMode::Examined;
    const int year = yearOf(visit.date);
    if (examined && visit.date > lastYearly + days(300) && visit.occasion != Occasion::Relapse) {
      lastYearly = visit.date;
      addTimedTests(parts, key, visit.date, now, random);
      if (year >= 2010) {
        addSymbolDigit(parts, key, visit.date, now, practice++, random);
      }
      if (site.questionnaires && year >= 2015) {
        addQuestionnaires(parts, key, visit.date, now, random);
      }
    } else if (!examined && visit.mode == ExaminationMode::SelfReported) {
      put(parts, key, "pdds", visit.date, std::clamp(now.walking - 1, 0.0, 8.0), 0);
    }
    if (examined && visit.date > lastBmi + days(650)) {
      lastBmi = visit.date;
      put(parts, key, "bmi", visit.date, bmiAt(history, visit.date) + random.normal(0, 0.4), 1);
    }
  }
}

} // namespace facet::synthetic
