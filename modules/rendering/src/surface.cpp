#include "coarse_mask.h"

#include <facet/rendering/surface.h>

#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkUnsignedCharArray.h>
#include <vtkWindowedSincPolyDataFilter.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <string>

namespace facet::rendering {
namespace {

Vec3 asVec3(const Point3f& p) {
  return {p.x, p.y, p.z};
}

Point3f asPoint(Vec3 v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)};
}

/// Normals as the mean of those of the triangles around a point, weighted by their area.
void addNormals(SurfaceMesh& mesh) {
  std::vector<Vec3> sums(mesh.points.size());
  for (const auto& t : mesh.triangles) {
    const Vec3 a = asVec3(mesh.points[t[0]]);
    const Vec3 normal = cross(asVec3(mesh.points[t[1]]) - a, asVec3(mesh.points[t[2]]) - a);
    for (const std::uint32_t corner : t) {
      sums[corner] = sums[corner] + normal;
    }
  }
  mesh.normals.reserve(sums.size());
  for (const Vec3& sum : sums) {
    const double length = norm(sum);
    mesh.normals.push_back(length > 0 ? asPoint(sum * (1 / length)) : Point3f{0, 0, 1});
  }
}

/// Outward means that the volume enclosed is positive.
double signedVolume(const SurfaceMesh& mesh) {
  double sum = 0;
  for (const auto& t : mesh.triangles) {
    sum += dot(asVec3(mesh.points[t[0]]), cross(asVec3(mesh.points[t[1]]), asVec3(mesh.points[t[2]])));
  }
  return sum / 6;
}

/// The smoothed surface at `level` of a box of values whose border is below it.
SurfaceMesh surfaceOf(vtkImageData* box, double level, const Affine3& lpsFromIjk) {
  vtkNew<vtkFlyingEdges3D> edges;
  edges->SetInputData(box);
  edges->SetValue(0, level);
  edges->ComputeNormalsOff();
  edges->ComputeGradientsOff();
  edges->ComputeScalarsOff();
  edges->Update();
  if (edges->GetOutput()->GetNumberOfPolys() == 0) {
    return {};
  }
  vtkNew<vtkWindowedSincPolyDataFilter> smooth;
  smooth->SetInputConnection(edges->GetOutputPort());
  smooth->SetNumberOfIterations(20);
  smooth->SetPassBand(0.08);
  smooth->BoundarySmoothingOff();
  smooth->FeatureEdgeSmoothingOff();
  smooth->NonManifoldSmoothingOn();
  smooth->NormalizeCoordinatesOn();
  smooth->Update();
  vtkPolyData* surface = smooth->GetOutput();

  SurfaceMesh mesh;
  const vtkIdType points = surface->GetNumberOfPoints();
  mesh.points.reserve(static_cast<std::size_t>(points));
  for (vtkIdType n = 0; n < points; ++n) {
    double ijk[3];
    surface->GetPoint(n, ijk);
    mesh.points.push_back(asPoint(lpsFromIjk({ijk[0], ijk[1], ijk[2]})));
  }
  vtkCellArray* cells = surface->GetPolys();
  const vtkIdType count = cells->GetNumberOfCells();
  mesh.triangles.reserve(static_cast<std::size_t>(count));
  for (vtkIdType n = 0; n < count; ++n) {
    vtkIdType size = 0;
    const vtkIdType* corners = nullptr;
    cells->GetCellAtId(n, size, corners);
    if (size == 3) {
      mesh.triangles.push_back({static_cast<std::uint32_t>(corners[0]), static_cast<std::uint32_t>(corners[1]),
                                static_cast<std::uint32_t>(corners[2])});
    }
  }
  // Flying edges winds by the gradient, and a left-handed grid turns that round.
  if (signedVolume(mesh) < 0) {
    for (auto& t : mesh.triangles) {
      std::swap(t[1], t[2]);
    }
  }
  addNormals(mesh);
  return mesh;
}

/// The voxels of one label in its box, with an empty layer around it.
vtkNew<vtkImageData> boxOf(const imaging::Volume& labels, const LabelBox& box) {
  vtkNew<vtkImageData> image;
  image->SetExtent(static_cast<int>(box.first.i) - 1, static_cast<int>(box.last.i) + 1,
                   static_cast<int>(box.first.j) - 1, static_cast<int>(box.last.j) + 1,
                   static_cast<int>(box.first.k) - 1, static_cast<int>(box.last.k) + 1);
  image->AllocateScalars(VTK_UNSIGNED_CHAR, 1);
  auto* out = static_cast<unsigned char*>(image->GetScalarPointer());
  const imaging::GridSize size = labels.size();
  const imaging::Rescale rescale = labels.rescale();
  imaging::visitVoxels(labels, [&](auto voxels) {
    for (std::int64_t k = box.first.k - 1; k <= box.last.k + 1; ++k) {
      for (std::int64_t j = box.first.j - 1; j <= box.last.j + 1; ++j) {
        for (std::int64_t i = box.first.i - 1; i <= box.last.i + 1; ++i) {
          const bool inBox = i >= box.first.i && i <= box.last.i && j >= box.first.j && j <= box.last.j &&
                             k >= box.first.k && k <= box.last.k;
          bool set = false;
          if (inBox && size.contains({i, j, k})) {
            const auto stored = voxels[static_cast<std::size_t>((k * size.j + j) * size.i + i)];
            const double value = static_cast<double>(stored) * rescale.slope + rescale.intercept;
            set = std::llround(value) == box.label;
          }
          *out++ = set ? 1 : 0;
        }
      }
    }
  });
  return image;
}

Error libraryError(const std::exception& failure) {
  return {ErrorCode::Internal, {}, FACET_TEXT("rendering", "no surface could be made: %1").with(failure.what())};
}

} // namespace

Result<std::vector<SurfaceMesh>> labelSurfaces(const imaging::Volume& labels, std::span<const LabelBox> boxes,
                                               Progress& progress) {
  try {
    std::vector<SurfaceMesh> meshes;
    meshes.reserve(boxes.size());
    for (std::size_t n = 0; n < boxes.size(); ++n) {
      if (progress.stopRequested()) {
        return cancelledError();
      }
      meshes.push_back(surfaceOf(boxOf(labels, boxes[n]), 0.5, labels.grid().lpsFromIjk));
      progress.setFraction(static_cast<double>(n + 1) / static_cast<double>(boxes.size()));
    }
    return meshes;
  } catch (const std::exception& failure) {
    return libraryError(failure);
  }
}

Result<SurfaceMesh> shellSurface(const imaging::Volume& mask, Progress& progress) {
  auto coarse = coarsen(mask, 2.5, CoarseValues::AboveZero, progress);
  if (!coarse) {
    return coarse.error();
  }
  blur(*coarse);
  blur(*coarse);
  if (std::none_of(coarse->values.begin(), coarse->values.end(), [](float v) { return v > 0.5F; })) {
    return Error{ErrorCode::InvalidInput, {}, FACET_TEXT("rendering", "the mask is empty")};
  }
  try {
    vtkNew<vtkImageData> image;
    image->SetExtent(-1, static_cast<int>(coarse->grid.size.i), -1, static_cast<int>(coarse->grid.size.j), -1,
                     static_cast<int>(coarse->grid.size.k));
    image->AllocateScalars(VTK_FLOAT, 1);
    auto* out = static_cast<float*>(image->GetScalarPointer());
    for (std::int64_t k = -1; k <= coarse->grid.size.k; ++k) {
      for (std::int64_t j = -1; j <= coarse->grid.size.j; ++j) {
        for (std::int64_t i = -1; i <= coarse->grid.size.i; ++i) {
          *out++ = coarse->grid.size.contains({i, j, k}) ? coarse->at(i, j, k) : 0;
        }
      }
    }
    return surfaceOf(image, 0.5, coarse->grid.lpsFromIjk);
  } catch (const std::exception& failure) {
    return libraryError(failure);
  }
}

} // namespace facet::rendering
