#include <facet/rendering/anatomy.h>
#include <facet/workspace/study.h>

#include <algorithm>

namespace facet::workspace {

using storage::PersonImages;
using storage::StoredImage;

namespace {

bool shareFrame(const StoredImage& a, const StoredImage& b) {
  return spaceOf(a) == spaceOf(b) && (!spaceOf(a).empty() || a.session == b.session);
}

/// One step from an image to others, transforms before what is assumed of a session.
struct Step {
  const StoredImage* to = nullptr;
  Affine3 toFromHere;
};

std::vector<Step> stepsFrom(const PersonImages& images, const StoredImage& here) {
  std::vector<Step> steps;
  const auto add = [&](const storage::Digest& voxels, const Affine3& toFromHere) {
    for (const StoredImage& image : images.images) {
      if (image.voxels == voxels) {
        steps.push_back({&image, toFromHere});
      }
    }
  };
  for (const storage::StoredTransform& transform : images.transforms) {
    if (transform.fixed == here.voxels) {
      add(transform.moving, transform.movingFromFixed);
    }
    if (transform.moving == here.voxels) {
      if (const std::optional<Affine3> fixedFromMoving = transform.movingFromFixed.inverse()) {
        add(transform.fixed, *fixedFromMoving);
      }
    }
  }
  for (const StoredImage& image : images.images) {
    if (&image != &here && shareFrame(here, image)) {
      steps.push_back({&image, Affine3{}});
    }
  }
  return steps;
}

/// The same share of the way along L, P and S, from outer face to outer face of the grids.
std::optional<Affine3> proportionalMap(const imaging::Grid& source, const imaging::Grid& target) {
  const std::optional<Affine3> sourceIjkFromLps = source.lpsFromIjk.inverse();
  if (!sourceIjkFromLps) {
    return std::nullopt;
  }
  const rendering::AnatomicalAxes from = rendering::anatomicalAxes(source.lpsFromIjk);
  const rendering::AnatomicalAxes to = rendering::anatomicalAxes(target.lpsFromIjk);
  const std::array<std::int64_t, 3> sourceSize = {source.size.i, source.size.j, source.size.k};
  const std::array<std::int64_t, 3> targetSize = {target.size.i, target.size.j, target.size.k};
  Affine3 targetFromSourceIjk;
  targetFromSourceIjk.matrix = {};
  for (std::size_t side = 0; side < 3; ++side) {
    const std::size_t a = from.gridAxis[side];
    const std::size_t b = to.gridAxis[side];
    const auto n = static_cast<double>(sourceSize[a]);
    const auto m = static_cast<double>(targetSize[b]);
    const bool turned = from.sign[side] != to.sign[side];
    // (index + 0.5) / size is the share of the way.
    targetFromSourceIjk.matrix[b][a] = turned ? -m / n : m / n;
    targetFromSourceIjk.offset[b] = turned ? m - 0.5 - 0.5 * m / n : 0.5 * m / n - 0.5;
  }
  return compose(target.lpsFromIjk, compose(targetFromSourceIjk, *sourceIjkFromLps));
}

} // namespace

std::optional<Affine3> knownMap(const PersonImages& images, const StoredImage& from, const StoredImage& to) {
  struct Reached {
    const StoredImage* image;
    Affine3 imageFromStart;
  };
  std::vector<Reached> reached = {{&from, Affine3{}}};
  for (std::size_t n = 0; n < reached.size(); ++n) {
    const Reached here = reached[n];
    if (here.image == &to || here.image->voxels == to.voxels) {
      return here.imageFromStart;
    }
    for (const Step& step : stepsFrom(images, *here.image)) {
      if (std::none_of(reached.begin(), reached.end(), [&](const Reached& r) { return r.image == step.to; })) {
        reached.push_back({step.to, compose(step.toFromHere, here.imageFromStart)});
      }
    }
  }
  return std::nullopt;
}

VisitLink linkVisits(const PersonImages& images, const StudyVisit& source, const StudyVisit& target) {
  const StoredImage& from = *source.images.front();
  const StoredImage& to = *target.images.front();
  if (const std::optional<Affine3> known = knownMap(images, from, to)) {
    return {LinkKind::Anatomy, *known};
  }
  const StoredImage& alike = *target.images[imageLike(target, from)];
  const Affine3 toFromAlike = knownMap(images, alike, to).value_or(Affine3{});
  if (from.grid.sameAs(alike.grid)) {
    return {LinkKind::SameGrid, toFromAlike};
  }
  const Affine3 alikeFromSource = proportionalMap(from.grid, alike.grid).value_or(Affine3{});
  return {LinkKind::Proportion, compose(toFromAlike, alikeFromSource)};
}

} // namespace facet::workspace
