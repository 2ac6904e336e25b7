#include "import_take.h"

#include <algorithm>
#include <cmath>

namespace facet::sync {
namespace {

using imaging::BidsEntities;
using storage::ImageRole;

/// Whether an image is what a transform calls `name`: the contrast as it was taken, or anything in a space of this
/// name.
bool isCalled(const FoundImage& image, const std::string& name) {
  const std::string& space = image.entities["space"];
  return space.empty() || space == "orig" ? image.plan.role == ImageRole::Image && image.suffix == name : space == name;
}

/// Session and run must be the transform's where both say one.
bool matches(const BidsEntities& image, const BidsEntities& transform) {
  const auto agrees = [&](std::string_view key) {
    return image[key].empty() || transform[key].empty() || image[key] == transform[key];
  };
  return agrees("ses") && agrees("acq") && agrees("run");
}

std::vector<const TakenImage*> imagesCalled(const std::string& name, const imaging::BidsTransform& transform,
                                            const FoundPatient& patient, const std::vector<TakenImage>& taken) {
  std::vector<const TakenImage*> found;
  for (const TakenImage& image : taken) {
    const FoundImage& source = patient.images[image.found];
    if (isCalled(source, name) && matches(source.entities, transform.entities)) {
      found.push_back(&image);
    }
  }
  return found;
}

bool isRigid(const Affine3& map) {
  for (std::size_t a = 0; a < 3; ++a) {
    for (std::size_t b = a; b < 3; ++b) {
      double product = 0;
      for (std::size_t row = 0; row < 3; ++row) {
        product += map.matrix[row][a] * map.matrix[row][b];
      }
      if (std::abs(product - (a == b ? 1 : 0)) > 1e-5) {
        return false;
      }
    }
  }
  return map.determinant() > 0;
}

} // namespace

std::vector<storage::StoredTransform>
transformsBetween(const FoundPatient& patient, const std::vector<TakenImage>& taken, std::vector<Notice>& warnings) {
  std::vector<storage::StoredTransform> stored;
  std::size_t absent = 0;
  for (const imaging::BidsTransform& transform : patient.transforms) {
    const auto fixed = imagesCalled(transform.to, transform, patient, taken);
    const auto moving = imagesCalled(transform.from, transform, patient, taken);
    for (const TakenImage* to : fixed) {
      for (const TakenImage* from : moving) {
        // Two masks may have the same voxels, and an image is where it is.
        const bool known = std::any_of(stored.begin(), stored.end(), [&](const storage::StoredTransform& other) {
          return other.fixed == to->stored.voxels && other.moving == from->stored.voxels;
        });
        if (!known && to->stored.voxels != from->stored.voxels) {
          stored.push_back(
              {to->stored.voxels,
               from->stored.voxels,
               isRigid(transform.movingFromFixed) ? storage::TransformModel::Rigid : storage::TransformModel::Affine,
               transform.movingFromFixed,
               transform.pipeline,
               {}});
        }
      }
    }
    absent += fixed.empty() || moving.empty() ? 1 : 0;
  }
  if (absent > 0) {
    warnings.push_back(
        {"sub-" + patient.name, FACET_TEXT("sync", "%1 transforms name images that are not here").with(absent), {}});
  }
  return stored;
}

} // namespace facet::sync
