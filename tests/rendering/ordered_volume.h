#pragma once

#include <facet/core/geometry.h>
#include <facet/imaging/volume.h>

#include <array>
#include <cstdint>
#include <vector>

/// The same anatomy stored in one of 48 orders of axes. Everything is counted in steps along L, P, S from a corner, by
/// arithmetic on whole numbers; the code under test is not used.
struct OrderedVolume {
  static constexpr std::array<std::int64_t, 3> kCount = {8, 6, 5};   ///< voxels along L, P, S
  static constexpr std::array<double, 3> kStepMm = {0.8, 1.1, 2.7};  ///< from one to the next
  static constexpr std::array<double, 3> kFirstMm = {-3, -20.5, 11}; ///< centre of the first

  std::array<std::size_t, 3> anatomyOf{}; ///< of each stored axis
  std::array<bool, 3> flipped{};

  /// 1 … 240, another for every voxel.
  static int value(std::int64_t l, std::int64_t p, std::int64_t s) {
    return static_cast<int>(1 + l + kCount[0] * (p + kCount[1] * s));
  }

  /// `lpsFromUpright` turns the whole patient.
  [[nodiscard]] facet::imaging::Grid grid(const facet::Affine3& lpsFromUpright = {}) const {
    facet::imaging::Grid grid;
    grid.size = {kCount[anatomyOf[0]], kCount[anatomyOf[1]], kCount[anatomyOf[2]]};
    facet::Affine3 upright;
    facet::Vec3 first = {kFirstMm[0], kFirstMm[1], kFirstMm[2]};
    for (std::size_t axis = 0; axis < 3; ++axis) {
      const std::size_t a = anatomyOf[axis];
      facet::Vec3 step;
      step[a] = flipped[axis] ? -kStepMm[a] : kStepMm[a];
      upright.setColumn(axis, step);
      if (flipped[axis]) {
        first[a] += kStepMm[a] * static_cast<double>(kCount[a] - 1);
      }
    }
    upright.offset = first;
    grid.lpsFromIjk = facet::compose(lpsFromUpright, upright);
    return grid;
  }

  [[nodiscard]] std::vector<std::uint8_t> voxels() const {
    std::vector<std::uint8_t> result;
    const std::array<std::int64_t, 3> n = {kCount[anatomyOf[0]], kCount[anatomyOf[1]], kCount[anatomyOf[2]]};
    for (std::int64_t k = 0; k < n[2]; ++k) {
      for (std::int64_t j = 0; j < n[1]; ++j) {
        for (std::int64_t i = 0; i < n[0]; ++i) {
          const std::array<std::int64_t, 3> stored = {i, j, k};
          std::array<std::int64_t, 3> at{};
          for (std::size_t axis = 0; axis < 3; ++axis) {
            at[anatomyOf[axis]] = flipped[axis] ? n[axis] - 1 - stored[axis] : stored[axis];
          }
          result.push_back(static_cast<std::uint8_t>(value(at[0], at[1], at[2])));
        }
      }
    }
    return result;
  }

  /// All 48.
  static std::vector<OrderedVolume> all() {
    std::vector<OrderedVolume> orders;
    for (const std::array<std::size_t, 3> axes :
         {std::array<std::size_t, 3>{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
      for (unsigned flips = 0; flips < 8; ++flips) {
        orders.push_back({axes, {(flips & 1U) != 0, (flips & 2U) != 0, (flips & 4U) != 0}});
      }
    }
    return orders;
  }
};
