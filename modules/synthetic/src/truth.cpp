#include "truth.h"

#include "disability.h"

#include <facet/clinical/codes.h>

#include <nlohmann/json.hpp>

#include <cmath>

namespace facet::synthetic {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 5> kDiseases = {"none", "radiologically-isolated", "clinically-isolated",
                                                       "relapsing", "primary-progressive"};

double round4(double value) {
  return std::round(value * 1e4) / 1e4;
}

Json attackJson(const Attack& attack) {
  Json rises = Json::object();
  for (std::size_t i = 0; i < clinical::kFunctionalSystems; ++i) {
    if (attack.rise[i] > 0) {
      rises[std::string(clinical::codeOf(static_cast<clinical::FunctionalSystem>(i)))] = round4(attack.rise[i]);
    }
  }
  return {{"day", toIso(attack.day)},
          {"pseudo", attack.pseudo},
          {"rise", std::move(rises)},
          {"residue", round4(attack.residue)},
          {"recoveryDays", round4(attack.recoveryDays)}};
}

int permanentTenths(const History& history, Day day, Day attacksUntil) {
  return edssOf(exactSystems(disabilityOf(history, day, Causes::ProgressionAndResidue, attacksUntil))).tenths();
}

} // namespace

std::vector<Worsening> worseningsOf(const History& history) {
  std::vector<Worsening> found;
  std::optional<Day> before;
  int reached = 0;
  for (const Encounter& seen : history.encounters) {
    if (seen.day < history.traits.entry) {
      continue;
    }
    const int now = permanentTenths(history, seen.day, seen.day);
    if (before && now > reached) {
      const int without = permanentTenths(history, seen.day, *before);
      found.push_back({*before, seen.day, reached, now, without <= reached});
    }
    reached = before ? std::max(reached, now) : now;
    before = seen.day;
  }
  return found;
}

std::string truthOf(const History& history) {
  const Traits& traits = history.traits;
  Json person = {{"id", traits.id}, {"disease", kDiseases[static_cast<std::size_t>(traits.disease)]}};
  if (traits.disease != Disease::None) {
    person["onset"] = toIso(traits.onset);
    person["diagnosis"] = toIso(traits.diagnosis);
    person["entry"] = toIso(traits.entry);
    person["relapseFrailty"] = round4(traits.relapseFrailty);
    person["progressionSpeed"] = round4(traits.progressionSpeed);
    person["relapses"] = Json::array();
    for (const Attack& attack : history.attacks) {
      person["relapses"].push_back(attackJson(attack));
    }
    person["treatments"] = Json::array();
    for (const Spell& spell : history.spells) {
      Json one = {{"drug", spell.drug->name}, {"start", toIso(spell.start)}};
      if (spell.stop) {
        one["stop"] = toIso(*spell.stop);
      }
      person["treatments"].push_back(std::move(one));
    }
    person["edss"] = Json::array();
    for (const Encounter& seen : history.encounters) {
      if (seen.day < traits.entry) {
        continue;
      }
      const auto tenths = [&](Causes causes) {
        return edssOf(exactSystems(disabilityOf(history, seen.day, causes))).value();
      };
      person["edss"].push_back({{"day", toIso(seen.day)},
                                {"exact", tenths(Causes::All)},
                                {"permanent", tenths(Causes::ProgressionAndResidue)},
                                {"progression", tenths(Causes::ProgressionAlone)}});
    }
    person["worsenings"] = Json::array();
    for (const Worsening& one : worseningsOf(history)) {
      person["worsenings"].push_back({{"after", toIso(one.from)},
                                      {"day", toIso(one.day)},
                                      {"from", one.fromTenths / 10.0},
                                      {"to", one.toTenths / 10.0},
                                      {"cause", one.byRelapse ? "relapse" : "progression"}});
    }
  }
  return person.dump();
}

std::string sharedTruth() {
  Json drugs = Json::array();
  for (const DrugFacts& drug : drugFacts()) {
    drugs.push_back({{"drug", drug.name},
                     {"relapseRateRatio", drug.relapses},
                     {"newLesionRateRatio", drug.lesions},
                     {"progressionRatio", drug.progression},
                     {"fullEffectAfterDays", 90},
                     {"actsOnDays", drug.actsOnDays}});
  }
  return Json{{"note", "Parameters of the simulation. They are nobody's statement of fact."}, {"drugs", drugs}}.dump(
             2) +
         "\n";
}

} // namespace facet::synthetic
