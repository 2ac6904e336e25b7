#include <facet/clinical/edss.h>

#include <algorithm>
#include <cmath>

namespace facet::clinical {
namespace {

constexpr std::size_t index(FunctionalSystem system) {
  return static_cast<std::size_t>(system);
}

/// A step that is reached by at least so many systems of at least grade 5, 4, 3, 2 and 1.
struct Pattern {
  int tenths;
  std::array<int, 5> atLeast;
};

// The rows of the scoring table from the highest step down. A higher grade also counts towards the lower columns, so
// "one 4 and three 3" asks for one of at least 4 and four of at least 3, and the EDSS can never fall when a grade
// rises.
constexpr std::array kPatterns = {
    Pattern{50, {1, 0, 0, 0, 0}}, Pattern{50, {0, 2, 0, 0, 0}}, Pattern{50, {0, 1, 4, 0, 0}},
    Pattern{50, {0, 0, 6, 0, 0}}, Pattern{45, {0, 1, 0, 2, 0}}, Pattern{45, {0, 0, 5, 0, 0}},
    Pattern{40, {0, 1, 0, 0, 0}}, Pattern{40, {0, 0, 3, 0, 0}}, Pattern{40, {0, 0, 2, 3, 0}},
    Pattern{40, {0, 0, 1, 4, 0}}, Pattern{40, {0, 0, 0, 6, 0}}, Pattern{35, {0, 0, 1, 2, 0}},
    Pattern{35, {0, 0, 0, 5, 0}}, Pattern{30, {0, 0, 1, 0, 0}}, Pattern{30, {0, 0, 0, 3, 0}},
    Pattern{25, {0, 0, 0, 2, 0}}, Pattern{20, {0, 0, 0, 1, 0}}, Pattern{15, {0, 0, 0, 0, 2}},
    Pattern{10, {0, 0, 0, 0, 1}}, Pattern{0, {0, 0, 0, 0, 0}}};

/// Lowest EDSS in tenths for each ambulation score; from 3 on it is the EDSS.
constexpr std::array<int, kHighestAmbulation + 1> kAmbulationTenths = {0,  20, 45, 50, 55, 60, 60, 60, 65,
                                                                       65, 70, 75, 80, 85, 90, 95, 100};
constexpr int kAmbulationDecides = 3;

int tenthsOfSystems(const std::array<int, kFunctionalSystems>& converted) {
  std::array<int, 5> atLeast{};
  for (const int grade : converted) {
    for (int level = 1; level <= std::min(grade, 5); ++level) {
      ++atLeast[static_cast<std::size_t>(5 - level)];
    }
  }
  for (const Pattern& pattern : kPatterns) {
    bool reached = true;
    for (std::size_t i = 0; i < atLeast.size(); ++i) {
      reached = reached && atLeast[i] >= pattern.atLeast[i];
    }
    if (reached) {
      return pattern.tenths;
    }
  }
  return 0;
}

Error notAStep(const std::string& given) {
  return {ErrorCode::InvalidInput, given, FACET_TEXT("clinical", "is no step of the EDSS (0, 1, 1.5, 2 … 10)")};
}

Error outOfRange(const std::string& subject, int value, int highest) {
  return {ErrorCode::InvalidInput, subject,
          FACET_TEXT("clinical", "a grade of %1 is outside 0 to %2").with(value, highest)};
}

constexpr std::array<const char*, kFunctionalSystems> kNames = {"pyramidal",     "cerebellar", "brainstem", "sensory",
                                                                "bowel-bladder", "visual",     "cerebral"};

} // namespace

Result<Edss> Edss::fromNumber(double value) {
  const double tenths = value * 10;
  if (!(tenths >= 0 && tenths <= 100) || tenths != std::round(tenths)) {
    return notAStep(Message("", "%1").with(value).english());
  }
  return fromTenths(static_cast<int>(tenths));
}

Result<Edss> Edss::fromTenths(int tenths) {
  if (tenths < 0 || tenths > 100 || tenths % 5 != 0 || tenths == 5) {
    return notAStep(Message("", "%1").with(tenths / 10.0).english());
  }
  return Edss(tenths);
}

bool FunctionalSystems::complete() const {
  return ambulation.has_value() &&
         std::all_of(grades.begin(), grades.end(), [](const auto& grade) { return grade.has_value(); });
}

bool FunctionalSystems::empty() const {
  return !ambulation.has_value() &&
         std::none_of(grades.begin(), grades.end(), [](const auto& grade) { return grade.has_value(); });
}

int convertedGrade(FunctionalSystem system, int grade) {
  constexpr std::array<int, 7> visual = {0, 1, 2, 2, 3, 3, 4};
  constexpr std::array<int, 7> bowelBladder = {0, 1, 2, 3, 3, 4, 5};
  const auto g = static_cast<std::size_t>(std::clamp(grade, 0, 6));
  switch (system) {
  case FunctionalSystem::Visual:
    return visual[g];
  case FunctionalSystem::BowelBladder:
    return bowelBladder[g];
  default:
    return grade;
  }
}

Result<Edss> edssFromSystems(const FunctionalSystems& systems, EdssRule rule) {
  for (std::size_t i = 0; i < kFunctionalSystems; ++i) {
    if (systems.grades[i] && (*systems.grades[i] < 0 || *systems.grades[i] > kHighestGrade[i])) {
      return outOfRange(kNames[i], *systems.grades[i], kHighestGrade[i]);
    }
  }
  if (!systems.ambulation) {
    return Error{ErrorCode::NotFound, "ambulation", FACET_TEXT("clinical", "was not examined")};
  }
  if (*systems.ambulation < 0 || *systems.ambulation > kHighestAmbulation) {
    return outOfRange("ambulation", *systems.ambulation, kHighestAmbulation);
  }
  const int floor = kAmbulationTenths[static_cast<std::size_t>(*systems.ambulation)];
  if (*systems.ambulation >= kAmbulationDecides) {
    return Edss::fromTenths(floor);
  }
  std::array<int, kFunctionalSystems> converted{};
  for (std::size_t i = 0; i < kFunctionalSystems; ++i) {
    if (!systems.grades[i]) {
      return Error{ErrorCode::NotFound, kNames[i], FACET_TEXT("clinical", "was not examined")};
    }
    converted[i] = convertedGrade(static_cast<FunctionalSystem>(i), *systems.grades[i]);
  }
  int& cerebral = converted[index(FunctionalSystem::Cerebral)];
  if (rule == EdssRule::Kurtzke1983 && cerebral == 1) {
    cerebral = 0;
  }
  return Edss::fromTenths(std::max(floor, tenthsOfSystems(converted)));
}

} // namespace facet::clinical
