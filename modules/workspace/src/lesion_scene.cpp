#include <facet/rendering/brain_outline.h>
#include <facet/workspace/lesion_scene.h>

#include <algorithm>

namespace facet::workspace {

using rendering::LabelBox;
using rendering::Point3f;
using rendering::SurfaceMesh;

namespace {

Vec3 asVec(const Point3f& p) {
  return {p.x, p.y, p.z};
}

Point3f asPoint(Vec3 v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)};
}

/// Moves a mesh. Normals go by the inverse transpose, so that affine maps keep them at right angles.
void move(SurfaceMesh& mesh, const Affine3& targetFromSource) {
  if (targetFromSource == Affine3{}) {
    return;
  }
  const std::optional<Affine3> back = targetFromSource.inverse();
  if (!back) {
    mesh = {};
    return;
  }
  for (Point3f& point : mesh.points) {
    point = asPoint(targetFromSource(asVec(point)));
  }
  for (Point3f& normal : mesh.normals) {
    const Vec3 n = asVec(normal);
    const Vec3 turned = {dot(back->column(0), n), dot(back->column(1), n), dot(back->column(2), n)};
    const double length = norm(turned);
    normal = length > 0 ? asPoint(turned * (1 / length)) : normal;
  }
  if (targetFromSource.determinant() < 0) {
    for (auto& triangle : mesh.triangles) {
      std::swap(triangle[1], triangle[2]);
    }
  }
}

/// Adds the surfaces of those lesions of a mask that `wanted` picks.
template <class Wanted>
Result<void> addItems(LesionScene& scene, const LesionPair& pair, const VisitMask& mask, const Affine3& currentFromMask,
                      Wanted wanted, Progress& progress) {
  std::vector<LabelBox> boxes;
  std::vector<const LesionRow*> rows;
  for (const lesions::LesionShape& shape : mask.lesions.shapes) {
    const LesionRow* row = pair.rowOf(shape.label);
    if (row != nullptr && wanted(*row)) {
      boxes.push_back({shape.label, shape.boxFirst, shape.boxLast});
      rows.push_back(row);
    }
  }
  Result<std::vector<SurfaceMesh>> meshes = rendering::labelSurfaces(mask.lesions.labels, boxes, progress);
  if (!meshes) {
    return meshes.error();
  }
  for (std::size_t n = 0; n < rows.size(); ++n) {
    move((*meshes)[n], currentFromMask);
    scene.items.push_back({rows[n]->label, rows[n]->status, std::move((*meshes)[n])});
  }
  return {};
}

/// The shell, or an empty mesh.
Result<SurfaceMesh> makeShell(const LesionSceneInput& input, const VolumeReader& reader, LesionScene::Shell& origin,
                              Progress& progress) {
  const bool masked = input.brainMask && input.currentFromBrainMask;
  if (!masked && !input.outline) {
    return SurfaceMesh{};
  }
  const Result<imaging::Volume> source = reader(masked ? *input.brainMask : *input.outline, progress);
  if (!source) {
    return source.error();
  }
  const Result<imaging::Volume> mask = masked ? source : rendering::estimateBrainOutline(*source, progress);
  if (!mask) {
    return mask.error();
  }
  Result<SurfaceMesh> shell = rendering::shellSurface(*mask, progress);
  if (shell) {
    move(*shell, masked ? *input.currentFromBrainMask : input.currentFromOutline);
    origin = masked ? LesionScene::Shell::BrainMask : LesionScene::Shell::Estimated;
  }
  return shell;
}

} // namespace

Result<std::shared_ptr<const LesionScene>> makeLesionScene(const LesionSceneInput& input, const VolumeReader& reader,
                                                           Progress& progress) {
  auto scene = std::make_shared<LesionScene>();
  const LesionPair& pair = *input.pair;
  if (pair.after && input.currentFromAfter) {
    const auto added = addItems(
        *scene, pair, *pair.after, *input.currentFromAfter, [](const LesionRow&) { return true; }, progress);
    if (!added) {
      return added.error();
    }
  }
  const auto vanished = [](const LesionRow& row) { return row.status == LesionStatus::NoLongerVisible; };
  if (pair.before && input.currentFromBefore) {
    const auto added = addItems(*scene, pair, *pair.before, *input.currentFromBefore, vanished, progress);
    if (!added) {
      return added.error();
    }
  } else {
    scene->leftOut = static_cast<std::size_t>(std::count_if(pair.rows.begin(), pair.rows.end(), vanished));
  }
  Result<SurfaceMesh> shell = makeShell(input, reader, scene->shellOrigin, progress);
  if (shell) {
    scene->shell = std::move(*shell);
  } else if (shell.error().code == ErrorCode::Cancelled) {
    return shell.error();
  }
  return std::shared_ptr<const LesionScene>(std::move(scene));
}

} // namespace facet::workspace
