#pragma once

#include <facet/clinical/records.h>
#include <facet/core/date.h>
#include <facet/core/random.h>
#include <facet/synthetic/people.h>

#include <array>
#include <cstdint>
#include <string>

namespace facet::synthetic {

/// What a stream of random numbers is for. Each purpose has numbers of its own, so that drawing more for one changes
/// none of the others.
enum class Purpose : std::uint32_t {
  Traits = 1,
  Levels,
  Course,
  Choice,
  Pregnancy,
  Dates,
  Rater,
  Laboratory,
  Tests,
  Habits,
  Doses,
  SideEffects,
  Vaccinations,
  Scans,
  Amendments,
  Phantom
};

enum class Disease : std::uint8_t { None, RadiologicallyIsolated, ClinicallyIsolated, Relapsing, PrimaryProgressive };

/// What is fixed for one person from the beginning.
struct Traits {
  std::uint64_t seed = 0;
  std::uint64_t item = 0; ///< of the random streams
  PersonGroup group = PersonGroup::Participant;
  Disease disease = Disease::None;
  std::string id;
  std::string country;
  std::string site;
  std::size_t siteNumber = 0; ///< over all countries
  clinical::Sex sex = clinical::Sex::Unknown;
  Day birth;
  Day onset;     ///< first symptom, or the first scan with lesions
  Day diagnosis; ///< not before the onset
  Day entry;     ///< into the registry; what came before is known from memory and letters
  double relapseFrailty = 1;
  double progressionSpeed = 1;
  double startingProgress = 0;
  std::array<double, clinical::kFunctionalSystems> systemShare{};
  int educationLevel = 1; ///< 0 primary … 2 university
  bool jcvPositive = false;
  double jcvIndex = 0;
};

/// The stream of one person for one purpose and the index-th thing of that purpose.
[[nodiscard]] RandomStream streamOf(const Traits& traits, Purpose purpose, std::uint32_t index = 0);

/// Draws the index-th person of a group. `epoch` is the day to which the cohort was recruited.
[[nodiscard]] Traits drawTraits(std::uint64_t seed, PersonGroup group, std::uint32_t index, Day epoch);

/// What lies above or below the mean in one person all the time.
enum class Level : std::uint8_t { NfL, Lymphocytes, Igg, Bmi, VitaminD, Walking, Hand, Symbols, Fatigue, Mood, Liver };
/// Standard normal over people.
[[nodiscard]] double level(const Traits& traits, Level what);

/// The nearest day from `day` on that is no Sunday and no 25 December; Saturdays mostly become Mondays.
[[nodiscard]] Day workday(Day day, RandomStream& random);

[[nodiscard]] inline Day plusDays(Day day, double days) {
  return day + std::chrono::days(static_cast<int>(days));
}

} // namespace facet::synthetic
