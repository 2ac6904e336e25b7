#pragma once

#include "head_atlas.h"

#include <vector>

namespace facet::synthetic {

/// A blurred picture of the lateral ventricles and of all tissue, whose slope says where the ventricles are.
class VentricleSlope {
public:
  /// `atlas` must outlive it.
  explicit VentricleSlope(const HeadAtlas& atlas);

  /// Towards the nearest lateral ventricle; about 1 long at its wall. Frame: atlas, LPS mm.
  [[nodiscard]] Point towards(Point atlas) const;
  /// Whether there is tissue within 7 mm.
  [[nodiscard]] bool tissueNear(Point atlas) const;

private:
  static constexpr int kStep = 4;

  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>(m_size[0]) * static_cast<std::size_t>(m_size[1]) *
           static_cast<std::size_t>(m_size[2]);
  }
  [[nodiscard]] bool inside(int i, int j, int k) const {
    return i >= 0 && j >= 0 && k >= 0 && i < m_size[0] && j < m_size[1] && k < m_size[2];
  }
  [[nodiscard]] std::size_t cell(int i, int j, int k) const {
    return static_cast<std::size_t>(i) +
           static_cast<std::size_t>(m_size[0]) *
               (static_cast<std::size_t>(j) + static_cast<std::size_t>(m_size[1]) * static_cast<std::size_t>(k));
  }
  [[nodiscard]] float at(int i, int j, int k) const { return inside(i, j, k) ? m_blur[cell(i, j, k)] : 0.0F; }
  [[nodiscard]] Point slope(int i, int j, int k) const {
    return {at(i + 1, j, k) - at(i - 1, j, k), at(i, j + 1, k) - at(i, j - 1, k), at(i, j, k + 1) - at(i, j, k - 1)};
  }
  void blur(std::vector<float>& cells, std::size_t axis) const;

  const HeadAtlas& m_atlas;
  std::array<int, 3> m_size{};
  std::vector<float> m_blur;
  std::vector<std::uint8_t> m_tissue; ///< or a neighbour of such
  float m_steepest = 0;
};

} // namespace facet::synthetic
