#include "loaded_scan.h"
#include "slice_drawing.h"

#include <facet/rendering/view_geometry.h>
#include <facet/workspace/status_mark.h>
#include <facet/workspace/theme.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace facet::reporting {
namespace {

using lesions::ChangeStatus;
using lesions::LesionShape;
using rendering::Plane;
using workspace::Token;

constexpr std::size_t kMostPlaces = 3;
constexpr double kApartMm = 5;
constexpr std::size_t kNeighbours = 6; ///< lesions at both scans that tell how the head moved
constexpr std::size_t kLeastNeighbours = 3;
constexpr std::int64_t kMostColours = 65536;

std::size_t sliceAxis(const imaging::Grid& grid, Plane plane) {
  return rendering::planeAxes(grid.lpsFromIjk, plane).slice;
}

std::int64_t along(IjkIndex voxel, std::size_t axis) {
  return axis == 0 ? voxel.i : axis == 1 ? voxel.j : voxel.k;
}

LpsPoint toLps(const imaging::Grid& grid, Vec3 ijk) {
  return asLps(grid.lpsFromIjk(ijk));
}

/// The middle of a lesion on the slice that shows most of it.
LpsPoint middleOf(const imaging::Volume& labels, const LesionShape& shape, Plane plane) {
  const std::size_t axis = sliceAxis(labels.grid(), plane);
  struct Sum {
    std::int64_t voxels = 0;
    Vec3 place;
  };
  std::vector<Sum> slices(static_cast<std::size_t>(along(shape.boxLast, axis) - along(shape.boxFirst, axis) + 1));
  for (std::int64_t k = shape.boxFirst.k; k <= shape.boxLast.k; ++k) {
    for (std::int64_t j = shape.boxFirst.j; j <= shape.boxLast.j; ++j) {
      for (std::int64_t i = shape.boxFirst.i; i <= shape.boxLast.i; ++i) {
        const IjkIndex voxel{i, j, k};
        if (std::llround(labels.valueAt(voxel)) == shape.label) {
          Sum& sum = slices[static_cast<std::size_t>(along(voxel, axis) - along(shape.boxFirst, axis))];
          ++sum.voxels;
          sum.place = sum.place + Vec3{static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)};
        }
      }
    }
  }
  const auto most =
      std::max_element(slices.begin(), slices.end(), [](const Sum& a, const Sum& b) { return a.voxels < b.voxels; });
  return toLps(labels.grid(), most->place * (1.0 / static_cast<double>(std::max<std::int64_t>(1, most->voxels))));
}

/// The middle of the slice with the most labelled voxels; nothing where there are none.
std::optional<LpsPoint> largestArea(const imaging::Volume& labels, Plane plane) {
  const imaging::GridSize size = labels.size();
  const std::size_t axis = sliceAxis(labels.grid(), plane);
  std::vector<std::int64_t> counts(static_cast<std::size_t>(axis == 0 ? size.i : axis == 1 ? size.j : size.k));
  imaging::visitVoxels(labels, [&](auto voxels) {
    std::size_t at = 0;
    for (std::int64_t k = 0; k < size.k; ++k) {
      for (std::int64_t j = 0; j < size.j; ++j) {
        for (std::int64_t i = 0; i < size.i; ++i, ++at) {
          if (voxels[at] > 0) {
            ++counts[static_cast<std::size_t>(along({i, j, k}, axis))];
          }
        }
      }
    }
  });
  const auto most = std::max_element(counts.begin(), counts.end());
  if (most == counts.end() || *most == 0) {
    return std::nullopt;
  }
  std::array<double, 3> ijk = {static_cast<double>(size.i - 1) / 2, static_cast<double>(size.j - 1) / 2,
                               static_cast<double>(size.k - 1) / 2};
  ijk[axis] = static_cast<double>(most - counts.begin());
  return toLps(labels.grid(), {ijk[0], ijk[1], ijk[2]});
}

/// Takes a place of the later scan to the earlier one.
class PlaceFinder {
public:
  PlaceFinder(const MriFindings& findings, const std::vector<storage::StoredTransform>& transforms,
              const LoadedScan& earlier, const LoadedScan& later) {
    const storage::Digest& before = findings.earlier->image.voxels;
    const storage::Digest& after = findings.later->image.voxels;
    for (const storage::StoredTransform& transform : transforms) {
      if (transform.fixed == after && transform.moving == before) {
        m_earlierFromLater = transform.movingFromFixed;
      } else if (transform.fixed == before && transform.moving == after && !m_earlierFromLater) {
        m_earlierFromLater = transform.movingFromFixed.inverse();
      }
    }
    if (findings.comparison == Comparison::Compared) {
      for (const LesionShape& shape : later.lesions->shapes) {
        if (const LesionShape* same = earlier.shapeOf(shape.label)) {
          m_pairs.push_back({shape.centroid, same->centroid});
        }
      }
    }
  }

  struct Found {
    LpsPoint place;
    Correspondence by = Correspondence::SameCoordinates;
    std::size_t lesions = 0;
  };

  [[nodiscard]] Found earlierOf(LpsPoint later) const {
    if (m_earlierFromLater) {
      return {asLps((*m_earlierFromLater)(asVec(later))), Correspondence::Registration, 0};
    }
    if (m_pairs.size() < kLeastNeighbours) {
      return {later, Correspondence::SameCoordinates, 0};
    }
    // The nearest lesions moved as the place did; nearer ones count more.
    std::vector<Pair> nearest = m_pairs;
    const std::size_t used = std::min(kNeighbours, nearest.size());
    std::partial_sort(
        nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(used), nearest.end(),
        [&](const Pair& a, const Pair& b) { return distanceMm(a.later, later) < distanceMm(b.later, later); });
    Vec3 moved;
    double weights = 0;
    for (std::size_t i = 0; i < used; ++i) {
      const double weight = 1 / (1 + distanceMm(nearest[i].later, later));
      moved = moved + (asVec(nearest[i].earlier) - asVec(nearest[i].later)) * weight;
      weights += weight;
    }
    return {asLps(asVec(later) + moved * (1 / weights)), Correspondence::Lesions, used};
  }

private:
  struct Pair {
    LpsPoint later;
    LpsPoint earlier;
  };
  std::optional<Affine3> m_earlierFromLater;
  std::vector<Pair> m_pairs;
};

/// New and enlarging lesions that count, those that changed most first.
std::vector<lesions::LesionChange> candidates(const MriFindings& findings) {
  std::vector<lesions::LesionChange> chosen;
  for (const ChangeStatus status : {ChangeStatus::New, ChangeStatus::Enlarging}) {
    const auto begin = static_cast<std::ptrdiff_t>(chosen.size());
    for (const LesionFinding& lesion : findings.lesions) {
      if (findings.comparison == Comparison::Compared && lesion.change.status == status) {
        chosen.push_back(lesion.change);
      }
    }
    std::stable_sort(chosen.begin() + begin, chosen.end(),
                     [](const auto& a, const auto& b) { return a.changeMm3 > b.changeMm3; });
  }
  return chosen;
}

rendering::Colour colourOf(const workspace::Theme& theme, Token token) {
  return theme.color(token).rgba();
}

/// Stable and unknown ones in one quiet colour; new and enlarging ones in their own.
std::vector<rendering::Colour> coloursOf(const MriFindings& findings, const LoadedScan& later) {
  const workspace::Theme theme(workspace::ThemeMode::Dark);
  std::int64_t last = 0;
  if (later.lesions && !later.lesions->shapes.empty()) {
    last = std::min(later.lesions->shapes.back().label, kMostColours);
  }
  std::vector<rendering::Colour> colours(static_cast<std::size_t>(last) + 2, colourOf(theme, Token::Accent));
  for (const LesionFinding& lesion : findings.lesions) {
    const bool marked = lesion.change.status == ChangeStatus::New || lesion.change.status == ChangeStatus::Enlarging;
    if (findings.comparison == Comparison::Compared && marked && lesion.change.label <= last) {
      colours[static_cast<std::size_t>(lesion.change.label)] =
          colourOf(theme, lesion.change.status == ChangeStatus::New ? Token::RelapseArea : Token::ThresholdArea);
    }
  }
  return colours;
}

/// Draws one place; the two scans get the same size of picture.
void drawPlace(KeyPlace& place, const LoadedScan* earlier, const std::optional<LpsPoint>& before,
               const LoadedScan& later, LpsPoint after, const std::vector<rendering::Colour>& colours) {
  const bool points = place.reason == KeyReason::Lesion;
  const std::int64_t slice = rendering::nearestSlice(later.image.grid(), place.plane, after);
  SliceCrop crop = cropOf(later.image, later.window, place.plane, slice);
  std::int64_t sliceBefore = 0;
  SliceCrop cropBefore;
  if (earlier != nullptr) {
    sliceBefore = rendering::nearestSlice(earlier->image.grid(), place.plane, *before);
    cropBefore = cropOf(earlier->image, earlier->window, place.plane, sliceBefore);
    crop.widthMm = std::max(crop.widthMm, cropBefore.widthMm);
    crop.heightMm = std::max(crop.heightMm, cropBefore.heightMm);
    cropBefore.widthMm = crop.widthMm;
    cropBefore.heightMm = crop.heightMm;
    const bool seen = place.lesion && place.lesion->beforeMm3.has_value();
    place.earlier = drawSlice(earlier->image, earlier->window, place.plane, sliceBefore, cropBefore,
                              points && seen ? before : std::nullopt, nullptr);
  }
  place.later = drawSlice(later.image, later.window, place.plane, slice, crop,
                          points ? std::optional(after) : std::nullopt, nullptr);
  if (later.lesions) {
    const Outlines outlines{&later.lesions->labels, colours};
    place.outlined = drawSlice(later.image, later.window, place.plane, slice, crop, std::nullopt, &outlines);
  }
}

} // namespace

const LesionShape* LoadedScan::shapeOf(std::int64_t label) const {
  if (!lesions) {
    return nullptr;
  }
  const auto found = std::lower_bound(lesions->shapes.begin(), lesions->shapes.end(), label,
                                      [](const LesionShape& shape, std::int64_t l) { return shape.label < l; });
  return found == lesions->shapes.end() || found->label != label ? nullptr : &*found;
}

void addKeyPlaces(MriFindings& findings, const std::vector<storage::StoredTransform>& transforms,
                  const LoadedScan* earlier, const LoadedScan& later) {
  const Plane plane = acquiredPlane(later.image.grid());
  const std::vector<rendering::Colour> colours = coloursOf(findings, later);
  const std::optional<PlaceFinder> finder =
      earlier != nullptr ? std::optional(PlaceFinder(findings, transforms, *earlier, later)) : std::nullopt;
  std::vector<LpsPoint> taken;
  const auto add = [&](KeyPlace place, LpsPoint after, const LesionShape* sameBefore) {
    std::optional<LpsPoint> before;
    if (sameBefore != nullptr) {
      before = middleOf(earlier->lesions->labels, *sameBefore, plane);
      place.correspondence = Correspondence::ThisLesion;
    } else if (finder) {
      const PlaceFinder::Found found = finder->earlierOf(after);
      before = found.place;
      place.correspondence = found.by;
      place.lesionsUsed = found.lesions;
    }
    place.plane = plane;
    drawPlace(place, earlier, before, later, after, colours);
    taken.push_back(after);
    findings.places.push_back(std::move(place));
  };
  const auto isApart = [&](LpsPoint point) {
    const auto number = [&](LpsPoint at) { return rendering::nearestSlice(later.image.grid(), plane, at); };
    const Vec3 step = later.image.grid().lpsFromIjk.column(sliceAxis(later.image.grid(), plane));
    return std::all_of(taken.begin(), taken.end(), [&](LpsPoint other) {
      return static_cast<double>(std::abs(number(point) - number(other))) * norm(step) >= kApartMm;
    });
  };
  for (const lesions::LesionChange& change : candidates(findings)) {
    const LesionShape* shape = later.shapeOf(change.label);
    if (findings.places.size() == kMostPlaces || shape == nullptr) {
      continue;
    }
    const LpsPoint after = middleOf(later.lesions->labels, *shape, plane);
    if (isApart(after)) {
      add({.reason = KeyReason::Lesion, .lesion = change, .earlier = {}, .later = {}, .outlined = {}}, after,
          earlier != nullptr ? earlier->shapeOf(change.label) : nullptr);
    }
  }
  if (!findings.places.empty()) {
    return;
  }
  if (const auto area = later.lesions ? largestArea(later.lesions->labels, plane) : std::nullopt) {
    add({.reason = KeyReason::LargestArea, .lesion = {}, .earlier = {}, .later = {}, .outlined = {}}, *area, nullptr);
  } else {
    add({.reason = KeyReason::MiddleSlice, .lesion = {}, .earlier = {}, .later = {}, .outlined = {}},
        rendering::centreOf(later.image.grid()), nullptr);
  }
}

} // namespace facet::reporting
