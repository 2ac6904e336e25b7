#pragma once

#include "history.h"

namespace facet::synthetic {

/// What the neurologist knows when a drug is chosen.
struct Situation {
  Day day;
  double ageYears = 0;
  double edss = 0;
  bool progressive = false;
  bool wishForChild = false;
  int relapsesInTwoYears = 0;
};

/// The next drug, or null where none fits or is to be had.
[[nodiscard]] const DrugFacts* chooseDrug(const History& history, const Situation& situation, RandomStream& random);

} // namespace facet::synthetic
