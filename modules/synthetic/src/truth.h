#pragma once

#include "history.h"

#include <facet/clinical/records.h>

#include <string>

namespace facet::synthetic {

/// What became of a person's permanent disability between two visits, and why.
struct Worsening {
  Day from; ///< visit before
  Day day;
  int fromTenths = 0;
  int toTenths = 0;
  bool byRelapse = false; ///< by what a relapse left behind; else by progression
};
/// The rises of the EDSS without any error of examination and without what is still to recover.
[[nodiscard]] std::vector<Worsening> worseningsOf(const History& history);

/// One line of JSON.
[[nodiscard]] std::string truthOf(const History& history);
/// The parameters that all people share, drug effects among them.
[[nodiscard]] std::string sharedTruth();

[[nodiscard]] clinical::PatientRecord recordOf(const History& history);

} // namespace facet::synthetic
