#include "choice.h"

#include <algorithm>

namespace facet::synthetic {
namespace {

bool isAntiCd20(std::string_view name) {
  return name == "ocrelizumab" || name == "ofatumumab" || name == "ublituximab" || name == "rituximab";
}

bool isInjected(std::string_view name) {
  return name.starts_with("interferon") || name == "peginterferon beta-1a" || name == "glatiramer acetate";
}

bool isSphingosine(std::string_view name) {
  return name == "fingolimod" || name == "ozanimod" || name == "siponimod" || name == "ponesimod";
}

int yearOf(Day day) {
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

/// Fashion: what was given less once something better was there.
double fashion(const DrugFacts& drug, int year) {
  if (isInjected(drug.name)) {
    return year < 2011 ? 1 : year < 2015 ? 0.6 : year < 2020 ? 0.2 : 0.06;
  }
  if (drug.name == "natalizumab") {
    return year < 2018 ? 1 : 0.5;
  }
  if (drug.name == "fingolimod" || drug.name == "dimethyl fumarate" || drug.name == "teriflunomide") {
    return year < 2020 ? 1 : 0.45;
  }
  return 1;
}

double weightOf(const DrugFacts& drug, const History& history, const Situation& now) {
  const Traits& traits = history.traits;
  const CountryFacts& country = countryFacts()[siteFacts()[traits.siteNumber].country];
  const int year = yearOf(now.day);
  const bool woman = traits.sex == clinical::Sex::Female;
  if (traits.disease == Disease::PrimaryProgressive) {
    // Nothing else has shown an effect in it.
    return drug.name == "ocrelizumab" ? 1 : drug.name == "rituximab" ? country.rituximab * 0.4 : 0;
  }
  double weight = history.spells.empty() ? drug.first : drug.later;
  if (drug.name == "rituximab") {
    weight = year < 2012 ? 0.01 : (history.spells.empty() ? 0.5 : 1.0) * country.rituximab;
  } else if (isAntiCd20(drug.name) && country.rituximab > 2) {
    weight *= 0.2;
  }
  if (country.code == "DK" && (drug.name == "cladribine" || drug.name == "fingolimod")) {
    weight *= 1.4;
  }
  weight *= fashion(drug, year);
  if (drug.rank == Rank::High && history.spells.empty() && year < 2019) {
    weight *= now.relapsesInTwoYears > 1 ? 1.2 : 0.35;
  } else if (drug.rank == Rank::High && now.relapsesInTwoYears > 1) {
    weight *= 3;
  }
  if (drug.name == "natalizumab" && traits.jcvPositive && year >= 2012) {
    weight *= traits.jcvIndex > 1.5 ? 0.06 : 0.4;
  }
  if (woman && now.wishForChild) {
    weight *= drug.conceptionAfterDays > 0 ? (isAntiCd20(drug.name) ? 0.5 : 0.0) : 1.6;
  }
  if (woman && now.ageYears < 40 && (drug.name == "teriflunomide" || isSphingosine(drug.name))) {
    weight *= 0.5;
  }
  if (now.progressive) {
    weight *= drug.name == "siponimod" ? 40 : isAntiCd20(drug.name) ? 1 : 0.25;
  }
  if (now.ageYears > 60 && drug.rank == Rank::High) {
    weight *= 0.3;
  }
  const bool known = std::any_of(history.spells.begin(), history.spells.end(), [&](const Spell& spell) {
    return spell.drug == &drug && spell.reason != "pregnancy" && spell.reason != "pregnancy-wish";
  });
  return known ? 0 : weight;
}

} // namespace

const DrugFacts* chooseDrug(const History& history, const Situation& situation, RandomStream& random) {
  const std::size_t country = siteFacts()[history.traits.siteNumber].country;
  std::vector<double> weights;
  double sum = 0;
  for (const DrugFacts& drug : drugFacts()) {
    // The start lies a few weeks after the decision, in which a drug must not be withdrawn.
    const bool there =
        isAvailable(drug, country, situation.day) && isAvailable(drug, country, situation.day + std::chrono::days(90));
    weights.push_back(there ? weightOf(drug, history, situation) : 0);
    sum += weights.back();
  }
  return sum < 0.02 ? nullptr : &drugFacts()[random.pick(weights)];
}

} // namespace facet::synthetic
