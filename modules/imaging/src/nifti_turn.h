#pragma once

#include <facet/core/geometry.h>

#include <array>

namespace facet::imaging {

/// The columns of the rotation that a header's quaternion parts b, c, d stand for. Source: "Method 2" of nifti1.h.
[[nodiscard]] std::array<Vec3, 3> axesOfQuaternion(double b, double c, double d);

/// The parts b, c, d for a rotation, as float numbers: `axes` are orthonormal with determinant 1.
[[nodiscard]] std::array<float, 3> quaternionOfAxes(const std::array<Vec3, 3>& axes);

} // namespace facet::imaging
