#include <facet/core/geometry.h>

#include <cstdio>

namespace facet {

std::string toLetters(LpsPoint point) {
  const auto part = [](double value, char positive, char negative) {
    // Rounded first, so that -0.04 is not shown on the negative side as 0.0.
    const double rounded = std::round(value * 10) / 10;
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, "%c %.1f", rounded < 0 ? negative : positive, std::abs(rounded));
    return std::string(buffer);
  };
  return part(point.l, 'L', 'R') + " " + part(point.p, 'P', 'A') + " " + part(point.s, 'S', 'I') + " mm";
}

double Affine3::determinant() const {
  return dot(column(0), cross(column(1), column(2)));
}

bool Affine3::isFinite() const {
  for (const auto& row : matrix) {
    for (const double v : row) {
      if (!std::isfinite(v)) {
        return false;
      }
    }
  }
  return std::isfinite(offset.x) && std::isfinite(offset.y) && std::isfinite(offset.z);
}

std::optional<Affine3> Affine3::inverse() const {
  const double det = determinant();
  const double scale = norm(column(0)) * norm(column(1)) * norm(column(2));
  if (!isFinite() || !(std::abs(det) > 1e-12 * scale)) {
    return std::nullopt;
  }
  const Vec3 rows[3] = {cross(column(1), column(2)), cross(column(2), column(0)), cross(column(0), column(1))};
  Affine3 result;
  for (std::size_t r = 0; r < 3; ++r) {
    for (std::size_t c = 0; c < 3; ++c) {
      result.matrix[r][c] = rows[r][c] / det;
    }
  }
  result.offset = result.linear(offset) * -1.0;
  return result;
}

Affine3 compose(const Affine3& a, const Affine3& b) {
  Affine3 result;
  for (std::size_t c = 0; c < 3; ++c) {
    result.setColumn(c, a.linear(b.column(c)));
  }
  result.offset = a(b.offset);
  return result;
}

} // namespace facet
