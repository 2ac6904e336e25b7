#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>

namespace facet {

/// A direction or offset. Frame and units: those of the expression it stands in.
struct Vec3 {
  double x = 0;
  double y = 0;
  double z = 0;

  [[nodiscard]] double operator[](std::size_t i) const { return i == 0 ? x : i == 1 ? y : z; }
  [[nodiscard]] double& operator[](std::size_t i) { return i == 0 ? x : i == 1 ? y : z; }
  [[nodiscard]] bool operator==(const Vec3&) const = default;
};

[[nodiscard]] inline Vec3 operator+(Vec3 a, Vec3 b) {
  return {a.x + b.x, a.y + b.y, a.z + b.z};
}
[[nodiscard]] inline Vec3 operator-(Vec3 a, Vec3 b) {
  return {a.x - b.x, a.y - b.y, a.z - b.z};
}
[[nodiscard]] inline Vec3 operator*(Vec3 a, double s) {
  return {a.x * s, a.y * s, a.z * s};
}
[[nodiscard]] inline double dot(Vec3 a, Vec3 b) {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
[[nodiscard]] inline Vec3 cross(Vec3 a, Vec3 b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
[[nodiscard]] inline double norm(Vec3 a) {
  return std::sqrt(dot(a, a));
}

/// A place in the patient. Frame: LPS (x to the patient's left, y to posterior, z to superior). Units: mm.
struct LpsPoint {
  double l = 0;
  double p = 0;
  double s = 0;

  [[nodiscard]] bool operator==(const LpsPoint&) const = default;
};

/// A place in a voxel grid, i fastest in memory; whole numbers are voxel centres. Frame: IJK index.
struct IjkPoint {
  double i = 0;
  double j = 0;
  double k = 0;

  [[nodiscard]] bool operator==(const IjkPoint&) const = default;
};

/// A voxel. Frame: IJK index.
struct IjkIndex {
  std::int64_t i = 0;
  std::int64_t j = 0;
  std::int64_t k = 0;

  [[nodiscard]] bool operator==(const IjkIndex&) const = default;
};

[[nodiscard]] inline Vec3 asVec(LpsPoint p) {
  return {p.l, p.p, p.s};
}
[[nodiscard]] inline Vec3 asVec(IjkPoint p) {
  return {p.i, p.j, p.k};
}
[[nodiscard]] inline LpsPoint asLps(Vec3 v) {
  return {v.x, v.y, v.z};
}
[[nodiscard]] inline IjkPoint asIjk(Vec3 v) {
  return {v.x, v.y, v.z};
}
[[nodiscard]] inline double distanceMm(LpsPoint a, LpsPoint b) {
  return norm(asVec(a) - asVec(b));
}

/// "L 18.4 P 22.1 S 26.0 mm": each coordinate as the letter of its side and its size; 0 keeps the positive letter.
[[nodiscard]] std::string toLetters(LpsPoint point);

/// x ↦ matrix · x + offset. Name variables `targetFromSource`: the map takes points of source to target.
struct Affine3 {
  /// Rows of the matrix.
  std::array<std::array<double, 3>, 3> matrix = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
  Vec3 offset = {};

  [[nodiscard]] Vec3 operator()(Vec3 v) const { return linear(v) + offset; }
  /// matrix · v, without the offset: for directions.
  [[nodiscard]] Vec3 linear(Vec3 v) const {
    return {matrix[0][0] * v.x + matrix[0][1] * v.y + matrix[0][2] * v.z,
            matrix[1][0] * v.x + matrix[1][1] * v.y + matrix[1][2] * v.z,
            matrix[2][0] * v.x + matrix[2][1] * v.y + matrix[2][2] * v.z};
  }
  [[nodiscard]] Vec3 column(std::size_t c) const { return {matrix[0][c], matrix[1][c], matrix[2][c]}; }
  void setColumn(std::size_t c, Vec3 v) {
    matrix[0][c] = v.x;
    matrix[1][c] = v.y;
    matrix[2][c] = v.z;
  }
  [[nodiscard]] double determinant() const;
  /// The inverse map, or nothing where the matrix has no usable inverse (zero or non-finite determinant).
  [[nodiscard]] std::optional<Affine3> inverse() const;
  [[nodiscard]] bool isFinite() const;
  [[nodiscard]] bool operator==(const Affine3&) const = default;
};

/// The map that applies `b` first, then `a`: cFromA = compose(cFromB, bFromA).
[[nodiscard]] Affine3 compose(const Affine3& a, const Affine3& b);

} // namespace facet
