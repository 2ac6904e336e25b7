#pragma once

#include "history.h"

namespace facet::synthetic {

/// What an examination would find without error: grades as real numbers, and walking.
struct Disability {
  std::array<double, clinical::kFunctionalSystems> systems{};
  double walking = 0; ///< on the scale of the EDSS; below 4 it does not limit

  [[nodiscard]] double of(clinical::FunctionalSystem system) const { return systems[static_cast<std::size_t>(system)]; }
};

/// Which causes of disability count.
enum class Causes : std::uint8_t { All, ProgressionAlone, ProgressionAndResidue };

/// Disability on a day; relapses that began after `attacksUntil` are left out.
[[nodiscard]] Disability disabilityOf(const History& history, Day day, Causes causes = Causes::All,
                                      Day attacksUntil = Day::max());

/// The grades without any error of an examiner.
[[nodiscard]] clinical::FunctionalSystems exactSystems(const Disability& disability);
/// What one examiner finds: borderline grades fall to either side. Two draws are two examiners on one day.
[[nodiscard]] clinical::FunctionalSystems examine(const Disability& disability, RandomStream& rater);

/// The EDSS of complete grades.
[[nodiscard]] clinical::Edss edssOf(const clinical::FunctionalSystems& systems);

} // namespace facet::synthetic
