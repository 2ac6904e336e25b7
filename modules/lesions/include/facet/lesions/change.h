#pragma once

#include <facet/imaging/volume.h>
#include <facet/lesions/shape.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace facet::lesions {

/// What became of a lesion between two visits.
enum class ChangeStatus : std::uint8_t { New, Enlarging, Stable, Shrinking, NoLongerVisible, WithinError };
inline constexpr std::size_t kChangeStatuses = 6;
/// "new", "enlarging", "stable", "shrinking", "no_longer_visible", "within_error", as in files.
[[nodiscard]] std::string_view codeOf(ChangeStatus status);

/// How exactly volumes of one pair of visits can be compared: how far the drawn border of a lesion moves for other
/// reasons than change. One number in millimetres serves small and large lesions, because the error of a volume is that
/// distance times the surface.
struct PairNoise {
  enum class Origin : std::uint8_t {
    Measured, ///< from the spread of the lesions seen at both visits
    Assumed   ///< from the voxel size, because fewer than `minLesions` are seen at both
  };
  Origin origin = Origin::Assumed;
  double borderMm = 0;     ///< one standard deviation
  double medianMm = 0;     ///< by how much borders lie further out at the later visit, in the middle
  std::size_t lesions = 0; ///< seen at both visits
};

/// Which differences are called a change. Every number may be changed.
struct ChangeRule {
  double z = 1.96;            ///< a change is beyond z standard deviations of the pair's noise
  std::size_t minLesions = 8; ///< seen at both visits, for the noise to be measured
  /// Smallest noise ever taken, as a fraction of the shortest voxel edge; a border between voxels is not known better.
  double minBorderVoxels = 0.1;
  /// The noise taken where it cannot be measured, as a fraction of the geometric mean of the voxel edges.
  double assumedBorderVoxels = 0.3;
  CountingRule counting;
};

/// A lesion with an identity at two visits.
struct LesionChange {
  std::int64_t label = 0;
  ChangeStatus status = ChangeStatus::Stable;
  std::optional<double> beforeMm3; ///< none where it is not there
  std::optional<double> afterMm3;
  double changeMm3 = 0;
  std::optional<double> errorMm3; ///< z standard deviations of the difference; none where one volume is missing
  bool counted = false;           ///< large enough to be a lesion at the visit where it is larger
};

/// The lesions of one visit, as compared.
struct VisitLesions {
  std::span<const LesionShape> shapes; ///< ordered by label, labels being identities
  imaging::Grid grid;
};

/// The noise of this pair: the median absolute deviation of the border's shift (change of volume over mean surface)
/// over the lesions of both visits, times 1.4826, with the median shift added in squares. Most lesions do not change
/// between two visits; where most do, the noise comes out too large and too little is called a change.
[[nodiscard]] PairNoise estimatePairNoise(const VisitLesions& before, const VisitLesions& after,
                                          const ChangeRule& rule);

/// One entry per identity that is at one of the visits, ordered by label. New and no longer visible go by presence
/// alone; the others by volume: within one standard deviation stable, within z of them within error.
[[nodiscard]] std::vector<LesionChange> compareVisits(const VisitLesions& before, const VisitLesions& after,
                                                      const PairNoise& noise, const ChangeRule& rule);

/// Number of changes of each status among those that count, by ChangeStatus.
[[nodiscard]] std::array<std::size_t, kChangeStatuses> countByStatus(std::span<const LesionChange> changes);

} // namespace facet::lesions
