#pragma once

#include <string>
#include <vector>

/// A line that must be refused, and what the reason must contain.
struct Refusal {
  const char* name;
  std::string json;
  const char* expected;
};
std::vector<Refusal> refusals();

/// Resources of other writers.
namespace foreign {
extern const char* const marker;
extern const char* const unknownMarker;
extern const char* const flag;
extern const char* const secondaryProgressive;
extern const char* const retiredCode;
extern const char* const cohort;
extern const char* const unknownLevel;
} // namespace foreign
