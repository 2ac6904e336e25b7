#include "traits.h"

#include "world.h"

#include <algorithm>
#include <cmath>

namespace facet::synthetic {
namespace {

using clinical::Sex;

constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// A permutation of the numbers below 2^30, so that pseudonyms look drawn and never meet (a Feistel network).
std::uint32_t scramble(std::uint64_t seed, std::uint32_t number) {
  std::uint32_t left = number >> 15;
  std::uint32_t right = number & 0x7fff;
  for (std::uint32_t round = 0; round < 4; ++round) {
    const auto words =
        philox4x32({right, round, 0x1d, 0}, {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
    const std::uint32_t next = left ^ (words[0] & 0x7fff);
    left = right;
    right = next;
  }
  return left << 15 | right;
}

std::string pseudonym(std::uint64_t seed, std::string_view country, PersonGroup group, std::uint32_t index) {
  std::uint32_t rest = scramble(seed, static_cast<std::uint32_t>(group) << 28 | index);
  std::string id(country);
  id += '-';
  for (int i = 0; i < 6; ++i) {
    if (i == 4) {
      id += '-';
    }
    id += kLetters[rest & 31];
    rest >>= 5;
  }
  return id;
}

Day dayIn(int year, RandomStream& random) {
  return *dayOf(year, 1, 1) + std::chrono::days(random.below(365));
}

int yearOf(Day day) {
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

double meanDelayYears(int year) {
  return year < 1995 ? 3.0 : year < 2003 ? 1.8 : year < 2012 ? 0.9 : 0.45;
}

/// Onset, diagnosis and entry of somebody who has been in the registry for a while on the epoch.
void drawParticipantDates(Traits& traits, RandomStream& random, Day epoch) {
  const bool late = traits.disease == Disease::PrimaryProgressive;
  for (int attempt = 0; attempt < 40; ++attempt) {
    const double since = 2.2 + random.gamma(1.9, 6.6);
    const double age = late ? random.normal(42, 8.5) : random.normal(30.5, 9);
    if (since > 42 || age < 12 || age > (late ? 65 : 57) || age + since > 80) {
      continue;
    }
    traits.onset = plusDays(epoch, -365.25 * since);
    traits.birth = plusDays(traits.onset, -365.25 * age);
    break;
  }
  if (traits.onset == Day()) {
    traits.onset = plusDays(epoch, -3650);
    traits.birth = plusDays(epoch, -16000);
  }
  const double longest = yearsBetween(traits.onset, epoch) - 1.5;
  const double delay =
      std::min(longest, 0.06 + random.exponential(1 / (meanDelayYears(yearOf(traits.onset)) * (late ? 1.6 : 1))));
  traits.diagnosis = plusDays(traits.onset, 365.25 * std::max(delay, 0.05));
  const SiteFacts& site = siteFacts()[traits.siteNumber];
  Day entry = traits.diagnosis;
  if (random.chance(0.25)) {
    entry = plusDays(entry, 365.25 * random.exponential(1 / 4.0));
  }
  if (yearOf(entry) < site.firstYear) {
    entry = plusDays(dayIn(site.firstYear, random), 365.25 * random.uniform(0, 2));
  }
  traits.entry = std::min(entry, plusDays(epoch, -365 - static_cast<double>(random.below(200))));
  traits.entry = std::max(traits.entry, traits.diagnosis);
}

void drawNewlyDiagnosedDates(Traits& traits, RandomStream& random, Day epoch) {
  const bool late = traits.disease == Disease::PrimaryProgressive;
  traits.diagnosis = plusDays(epoch, -20 - static_cast<double>(random.below(700)));
  traits.onset = plusDays(traits.diagnosis, -25 - 365.25 * random.exponential(1 / (late ? 1.2 : 0.5)));
  const double age = std::clamp(late ? random.normal(45, 8) : random.normal(33, 9), 16.0, 66.0);
  traits.birth = plusDays(traits.onset, -365.25 * age);
  traits.entry = traits.diagnosis;
}

void drawControlDates(Traits& traits, RandomStream& random, Day epoch) {
  const double age = std::clamp(random.normal(44, 13), 18.0, 79.0);
  traits.entry = plusDays(epoch, -30 - 365.25 * random.uniform(0, 14));
  traits.birth = plusDays(traits.entry, -365.25 * age);
  traits.onset = traits.entry;
  traits.diagnosis = traits.entry;
}

void drawDisease(Traits& traits, RandomStream& random) {
  if (traits.group == PersonGroup::Control) {
    return;
  }
  const std::array weights = traits.group == PersonGroup::NewlyDiagnosed ? std::array{0.05, 0.15, 0.72, 0.08}
                                                                         : std::array{0.015, 0.045, 0.82, 0.12};
  traits.disease = static_cast<Disease>(random.pick(weights) + 1);
}

void drawCourse(Traits& traits, RandomStream& random) {
  traits.relapseFrailty = random.gamma(2.2, 1 / 2.2);
  traits.progressionSpeed = std::exp(random.normal(-0.2, 0.72));
  // Which systems progression and relapses hit; the mean of each is 1.
  for (double& share : traits.systemShare) {
    share = std::exp(random.normal(-0.06, 0.35));
  }
  switch (traits.disease) {
  case Disease::PrimaryProgressive:
    traits.startingProgress = random.uniform(0.8, 2.2);
    traits.relapseFrailty *= 0.05;
    break;
  case Disease::ClinicallyIsolated:
    traits.relapseFrailty = 0;
    traits.progressionSpeed *= 0.25;
    traits.startingProgress = random.uniform(0, 0.6);
    break;
  case Disease::RadiologicallyIsolated:
    traits.relapseFrailty = 0;
    traits.progressionSpeed *= 0.15;
    break;
  case Disease::Relapsing:
    traits.startingProgress = random.uniform(0.1, 1.1);
    break;
  case Disease::None:
    break;
  }
}

} // namespace

RandomStream streamOf(const Traits& traits, Purpose purpose, std::uint32_t index) {
  return {traits.seed, traits.item, static_cast<std::uint32_t>(purpose) << 20 | (index & 0xfffff)};
}

Traits drawTraits(std::uint64_t seed, PersonGroup group, std::uint32_t index, Day epoch) {
  Traits traits;
  traits.seed = seed;
  traits.item = static_cast<std::uint64_t>(group) << 40 | index;
  traits.group = group;
  RandomStream random = streamOf(traits, Purpose::Traits);
  std::vector<double> weights;
  for (const CountryFacts& country : countryFacts()) {
    weights.push_back(country.share);
  }
  // The first dozen of a group are spread over the countries, so that a small release has them all.
  const std::size_t drawn = random.pick(weights);
  const std::size_t country = index < weights.size() ? (index * 7 + 10) % weights.size() : drawn;
  traits.country = countryFacts()[country].code;
  std::vector<std::size_t> sites;
  for (std::size_t i = 0; i < siteFacts().size(); ++i) {
    if (siteFacts()[i].country == country) {
      sites.push_back(i);
    }
  }
  traits.siteNumber = sites[random.below(static_cast<std::uint32_t>(sites.size()))];
  traits.site = siteFacts()[traits.siteNumber].code;
  traits.id = pseudonym(seed, traits.country, group, index);
  drawDisease(traits, random);
  const double female = traits.disease == Disease::PrimaryProgressive ? 0.52 : 0.72;
  traits.sex = random.chance(female) ? Sex::Female : Sex::Male;
  switch (group) {
  case PersonGroup::Participant:
    drawParticipantDates(traits, random, epoch);
    break;
  case PersonGroup::NewlyDiagnosed:
    drawNewlyDiagnosedDates(traits, random, epoch);
    break;
  case PersonGroup::Control:
    drawControlDates(traits, random, epoch);
    break;
  }
  if (traits.disease == Disease::RadiologicallyIsolated) {
    traits.onset = traits.diagnosis;
  }
  traits.diagnosis = workday(traits.diagnosis, random);
  traits.entry = std::max(workday(traits.entry, random), traits.diagnosis);
  drawCourse(traits, random);
  const double level = random.uniform();
  traits.educationLevel = level < 0.15 ? 0 : level < 0.6 ? 1 : 2;
  traits.jcvPositive = random.chance(0.55);
  traits.jcvIndex = 0.4 + random.gamma(2.0, 0.75);
  return traits;
}

double level(const Traits& traits, Level what) {
  return streamOf(traits, Purpose::Levels, static_cast<std::uint32_t>(what)).normal();
}

Day workday(Day day, RandomStream& random) {
  const bool worksOnSaturday = random.chance(0.04);
  while (true) {
    const std::chrono::year_month_day date(day);
    const std::chrono::weekday weekday(day);
    const bool christmas = date.month() == std::chrono::December && date.day() == std::chrono::day(25);
    if (weekday != std::chrono::Sunday && !christmas && (weekday != std::chrono::Saturday || worksOnSaturday)) {
      return day;
    }
    day += std::chrono::days(1);
  }
}

} // namespace facet::synthetic
