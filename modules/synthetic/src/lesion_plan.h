#pragma once

#include "head_atlas.h"

#include <span>

namespace facet::synthetic {

/// How a lesion looks on T1w.
enum class T1Look : std::uint8_t { Equal, Grey, BlackHole };
/// How it takes up contrast agent on the day of a scan.
enum class Uptake : std::uint8_t { None, Nodular, OpenRing };

/// One lesion at one scan.
struct LesionState {
  /// Against the lesion's own size; 0: not there.
  float scale = 0;
  LesionStatus status = LesionStatus::Absent;
  Uptake uptake = Uptake::None;
  T1Look t1 = T1Look::Equal;
};

/// A lesion of the plan: an ovoid with an uneven surface in the atlas, and what becomes of it.
struct PlannedLesion {
  int id = 0;
  LesionSite site = LesionSite::DeepWhite;
  Point centre; ///< Frame: atlas, LPS mm
  /// Axes of the ovoid, unit vectors, and half their lengths at scale 1.
  std::array<Point, 3> axes{};
  std::array<float, 3> halfMm{};
  std::uint32_t surface = 0;       ///< seed of the uneven surface
  bool reported = false;           ///< the record tells of it, so that no reader misses it
  std::vector<LesionState> states; ///< one per scan

  /// How much of a point is lesion: 1 inside, 0 outside, 0.5 on the surface. Frame: atlas, LPS mm.
  [[nodiscard]] float shareAt(Point atlas, float scale) const;
  /// No point further from the centre belongs to it. Units: mm of the atlas.
  [[nodiscard]] float reachMm(float scale) const;
};

/// Errors: InvalidInput for names, dates, ages and numbers that contradict each other.
[[nodiscard]] Result<void> checkPlan(std::span<const PatientScans> patients);

/// The lesions of one patient over all scans; every number of the plan is fulfilled. Errors: InvalidInput where there
/// are more lesions than places for them.
[[nodiscard]] Result<std::vector<PlannedLesion>> planLesions(const HeadAtlas& atlas, const PatientScans& patient);

} // namespace facet::synthetic
