#include <facet/lesions/change.h>

#include <algorithm>
#include <cmath>

namespace facet::lesions {
namespace {

/// The faces of voxels overstate a smooth surface in random directions by this factor (mean of |x|+|y|+|z| on a
/// sphere).
constexpr double kFacesPerSurface = 1.5;

double meanSurfaceMm2(const LesionShape& before, const LesionShape& after) {
  return 0.5 * (before.surfaceMm2 + after.surfaceMm2) / kFacesPerSurface;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) {
    return *middle;
  }
  return 0.5 * (*middle + *std::max_element(values.begin(), middle));
}

const LesionShape* find(std::span<const LesionShape> shapes, std::int64_t label) {
  const auto at = std::lower_bound(shapes.begin(), shapes.end(), label,
                                   [](const LesionShape& s, std::int64_t l) { return s.label < l; });
  return at != shapes.end() && at->label == label ? &*at : nullptr;
}

ChangeStatus statusOf(double changeMm3, double sigmaMm3, double z) {
  if (std::abs(changeMm3) <= sigmaMm3) {
    return ChangeStatus::Stable;
  }
  if (std::abs(changeMm3) <= z * sigmaMm3) {
    return ChangeStatus::WithinError;
  }
  return changeMm3 > 0 ? ChangeStatus::Enlarging : ChangeStatus::Shrinking;
}

} // namespace

std::string_view codeOf(ChangeStatus status) {
  switch (status) {
  case ChangeStatus::New:
    return "new";
  case ChangeStatus::Enlarging:
    return "enlarging";
  case ChangeStatus::Stable:
    return "stable";
  case ChangeStatus::Shrinking:
    return "shrinking";
  case ChangeStatus::NoLongerVisible:
    return "no_longer_visible";
  case ChangeStatus::WithinError:
    break;
  }
  return "within_error";
}

PairNoise estimatePairNoise(const VisitLesions& before, const VisitLesions& after, const ChangeRule& rule) {
  std::vector<double> shifts;
  for (const LesionShape& b : before.shapes) {
    if (const LesionShape* a = find(after.shapes, b.label)) {
      shifts.push_back((a->volumeMm3 - b.volumeMm3) / meanSurfaceMm2(b, *a));
    }
  }
  PairNoise noise;
  noise.lesions = shifts.size();
  double smallest = 0;
  double assumed = 0;
  for (const imaging::Grid* grid : {&before.grid, &after.grid}) {
    const Vec3 edge = grid->spacingMm();
    smallest = std::max(smallest, rule.minBorderVoxels * std::min({edge.x, edge.y, edge.z}));
    assumed = std::max(assumed, rule.assumedBorderVoxels * std::cbrt(edge.x * edge.y * edge.z));
  }
  if (!shifts.empty()) {
    noise.medianMm = median(shifts);
  }
  if (shifts.size() < rule.minLesions) {
    noise.borderMm = assumed;
    return noise;
  }
  noise.origin = PairNoise::Origin::Measured;
  for (double& shift : shifts) {
    shift = std::abs(shift - noise.medianMm);
  }
  noise.borderMm = std::max(smallest, std::hypot(1.4826 * median(shifts), noise.medianMm));
  return noise;
}

std::vector<LesionChange> compareVisits(const VisitLesions& before, const VisitLesions& after, const PairNoise& noise,
                                        const ChangeRule& rule) {
  std::vector<LesionChange> changes;
  auto b = before.shapes.begin();
  auto a = after.shapes.begin();
  while (b != before.shapes.end() || a != after.shapes.end()) {
    LesionChange change;
    if (b == before.shapes.end() || (a != after.shapes.end() && a->label < b->label)) {
      change.label = a->label;
      change.status = ChangeStatus::New;
      change.afterMm3 = a->volumeMm3;
      change.changeMm3 = a->volumeMm3;
      change.counted = isCountedLesion(*a, after.grid, rule.counting);
      ++a;
    } else if (a == after.shapes.end() || b->label < a->label) {
      change.label = b->label;
      change.status = ChangeStatus::NoLongerVisible;
      change.beforeMm3 = b->volumeMm3;
      change.changeMm3 = -b->volumeMm3;
      change.counted = isCountedLesion(*b, before.grid, rule.counting);
      ++b;
    } else {
      const double sigma = noise.borderMm * meanSurfaceMm2(*b, *a);
      change.label = b->label;
      change.beforeMm3 = b->volumeMm3;
      change.afterMm3 = a->volumeMm3;
      change.changeMm3 = a->volumeMm3 - b->volumeMm3;
      change.errorMm3 = rule.z * sigma;
      change.status = statusOf(change.changeMm3, sigma, rule.z);
      change.counted =
          isCountedLesion(*b, before.grid, rule.counting) || isCountedLesion(*a, after.grid, rule.counting);
      ++a;
      ++b;
    }
    changes.push_back(change);
  }
  return changes;
}

std::array<std::size_t, kChangeStatuses> countByStatus(std::span<const LesionChange> changes) {
  std::array<std::size_t, kChangeStatuses> counts{};
  for (const LesionChange& change : changes) {
    if (change.counted) {
      ++counts[static_cast<std::size_t>(change.status)];
    }
  }
  return counts;
}

} // namespace facet::lesions
