#pragma once

#include <facet/core/geometry.h>
#include <facet/imaging/volume.h>

#include <array>
#include <cstdint>
#include <string>

namespace facet::rendering {

enum class Plane : std::uint8_t { Axial, Coronal, Sagittal };
inline constexpr std::array<Plane, 3> kPlanes = {Plane::Axial, Plane::Coronal, Plane::Sagittal};

/// Which axis of a grid runs along which axis of the patient. Arrays go by L, P, S.
struct AnatomicalAxes {
  std::array<std::size_t, 3> gridAxis{}; ///< 0 for i, 1 for j, 2 for k; each once
  std::array<int, 3> sign{};             ///< 1 where the index grows towards L, P or S, else −1
};

/// The assignment with the smallest angles in all.
[[nodiscard]] AnatomicalAxes anatomicalAxes(const Affine3& lpsFromIjk);

/// How a plane of a grid is put on the screen: radiologically, the patient's right on the left of the image, anterior
/// on top of an axial and on the left of a sagittal one.
struct PlaneAxes {
  std::size_t right = 0; ///< grid axis that runs to the right
  int rightSign = 1;     ///< −1 where the index falls to the right
  std::size_t down = 1;
  int downSign = 1;
  std::size_t slice = 2; ///< grid axis across the plane
  int sliceSign = 1;     ///< −1 where the index falls towards superior, posterior or left
};
[[nodiscard]] PlaneAxes planeAxes(const Affine3& lpsFromIjk, Plane plane);

/// Number of slices of the grid across the plane.
[[nodiscard]] std::int64_t sliceCount(const imaging::Grid& grid, Plane plane);
/// The number by which a slice is called, from 1, growing towards superior, posterior or left, however it is stored.
[[nodiscard]] std::int64_t sliceNumber(const imaging::Grid& grid, Plane plane, std::int64_t slice);
/// The slice of that number; the inverse of sliceNumber.
[[nodiscard]] std::int64_t sliceOfNumber(const imaging::Grid& grid, Plane plane, std::int64_t number);
/// The slice nearest to a place, within the grid.
[[nodiscard]] std::int64_t nearestSlice(const imaging::Grid& grid, Plane plane, LpsPoint at);

/// The sides that a direction points to, the strongest first: "A", and "AL" where it lies more than 10° off A towards
/// L. Source: the letters of DICOM PS3.3 C.7.6.1.1.1 (Patient Orientation).
[[nodiscard]] std::string directionLetters(Vec3 lpsDirection);

/// Angle between the slices of a plane and the plane of the same name in scanner coordinates. Units: degrees, 0 … 90.
[[nodiscard]] double tiltDegrees(const imaging::Grid& grid, Plane plane);

} // namespace facet::rendering
