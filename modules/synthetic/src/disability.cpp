#include "disability.h"

#include <algorithm>
#include <cmath>

namespace facet::synthetic {
namespace {

using clinical::FunctionalSystem;
using clinical::FunctionalSystems;
using clinical::kFunctionalSystems;

/// Grades by which progression of 1 raises each system, in the order of FunctionalSystem.
constexpr std::array<double, kFunctionalSystems> kProgressionShare = {0.78, 0.42, 0.2, 0.5, 0.46, 0.2, 0.34};
/// Grades to which progression without relapses raises a system at most.
constexpr std::array<double, kFunctionalSystems> kProgressionLimit = {4.3, 3.4, 2.4, 3.4, 4.2, 2.6, 3.4};
/// How much a grade of each system from relapses limits walking.
constexpr std::array<double, kFunctionalSystems> kWalkingShare = {0.62, 0.5, 0.1, 0.22, 0, 0, 0};

constexpr double kSystemNoise = 0.19;
constexpr double kWalkingNoise = 0.13;

double part(const Attack& attack, Day day, Causes causes) {
  const double since = static_cast<double>((day - attack.day).count());
  if (attack.pseudo || since < 0) {
    return 0;
  }
  switch (causes) {
  case Causes::ProgressionAlone:
    return 0;
  case Causes::ProgressionAndResidue:
    return attack.residue;
  case Causes::All:
    break;
  }
  return attack.residue + (1 - attack.residue) * std::exp(-since / attack.recoveryDays);
}

/// Steps of the ambulation score, by how far walking is limited on the scale of the EDSS. Few people stay long between
/// 4.5 and 5.5.
int ambulationOf(double walking) {
  constexpr std::array<double, 16> steps = {3.7, 4.25, 4.5, 4.75, 5.0,  5.35, 5.65, 6.1,
                                            6.5, 7.1,  7.7, 8.15, 8.65, 9.1,  9.5,  10.5};
  return static_cast<int>(std::upper_bound(steps.begin(), steps.end(), walking) - steps.begin());
}

FunctionalSystems gradesOf(const Disability& disability, RandomStream* rater) {
  FunctionalSystems found;
  const double noise = rater != nullptr ? rater->normal(0, kWalkingNoise) : 0;
  found.ambulation = ambulationOf(disability.walking + noise);
  for (std::size_t i = 0; i < kFunctionalSystems; ++i) {
    // A grade of 1 stands for signs without disability and is reached late.
    const double value = disability.systems[i] + (rater != nullptr ? rater->normal(0, kSystemNoise) : 0);
    int grade = static_cast<int>(std::floor(value + 0.4));
    // Whoever walks without limits has no severe paresis, ataxia or loss of feeling.
    const bool bearsOnWalking = kWalkingShare[i] > 0.15;
    if (bearsOnWalking && *found.ambulation < 3) {
      grade = std::min(grade, *found.ambulation == 0 ? 3 : 4);
    }
    found.grades[i] = std::clamp(grade, 0, clinical::kHighestGrade[i]);
  }
  // Limited walking has a cause.
  auto& pyramidal = found[FunctionalSystem::Pyramidal];
  if (*found.ambulation >= 3 && *pyramidal < 3) {
    pyramidal = std::max(*pyramidal, *found.ambulation >= 8 ? 3 : 2);
  }
  return found;
}

} // namespace

Disability disabilityOf(const History& history, Day day, Causes causes, Day attacksUntil) {
  Disability found;
  const double progress = history.progressAt(day);
  found.walking = progress;
  for (std::size_t i = 0; i < kFunctionalSystems; ++i) {
    const double byProgress = progress * kProgressionShare[i] * history.traits.systemShare[i];
    double byRelapses = 0;
    for (const Attack& attack : history.attacks) {
      byRelapses += attack.day > attacksUntil ? 0 : attack.rise[i] * part(attack, day, causes);
    }
    found.systems[i] = std::min(byProgress, kProgressionLimit[i]) + byRelapses;
    found.walking += byRelapses * kWalkingShare[i];
  }
  found.walking = std::min(found.walking, 9.9);
  return found;
}

FunctionalSystems exactSystems(const Disability& disability) {
  return gradesOf(disability, nullptr);
}

FunctionalSystems examine(const Disability& disability, RandomStream& rater) {
  return gradesOf(disability, &rater);
}

clinical::Edss edssOf(const FunctionalSystems& systems) {
  return *clinical::edssFromSystems(systems);
}

} // namespace facet::synthetic
