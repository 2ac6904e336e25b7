#pragma once

#include <facet/core/result.h>
#include <facet/imaging/volume.h>

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace facet::imaging {

/// Voxels of one label next to each other along i.
struct LabelRun {
  std::uint32_t length = 0;
  std::uint16_t label = 0;

  [[nodiscard]] bool operator==(const LabelRun&) const = default;
};

/// A label for each voxel of a grid, 0 being background, kept as runs along i. Copies share the slices that neither has
/// changed since. Thread: as a container of the standard library.
class LabelMap {
public:
  /// All background. Errors: InvalidInput where a size is below 1, i does not fit 32 bits, or the grid has no inverse.
  static Result<LabelMap> make(const Grid& grid);
  /// The values of an image as labels. Errors: InvalidInput with the first voxel whose value is no whole number of
  /// 0 … 65535.
  static Result<LabelMap> fromVolume(const Volume& volume);

  [[nodiscard]] const Grid& grid() const { return m_grid; }
  /// As a uint16 image.
  [[nodiscard]] Volume toVolume() const;

  /// The label of a voxel inside the grid.
  [[nodiscard]] std::uint16_t labelAt(IjkIndex voxel) const;
  /// The runs of a line, whose lengths add up to the grid's i; neighbours differ.
  [[nodiscard]] std::span<const LabelRun> line(std::int64_t j, std::int64_t k) const;

  /// Gives voxels iBegin … iEnd − 1 of a line a label.
  void setSpan(std::int64_t iBegin, std::int64_t iEnd, std::int64_t j, std::int64_t k, std::uint16_t label);
  /// Replaces a line; the lengths must add up to the grid's i.
  void setLine(std::int64_t j, std::int64_t k, std::span<const LabelRun> runs);

  /// Voxels of each label that occurs, background left out.
  [[nodiscard]] std::map<std::uint16_t, std::uint64_t> voxelCounts() const;
  [[nodiscard]] bool operator==(const LabelMap& other) const;

private:
  using Line = std::vector<LabelRun>;
  using Slice = std::vector<Line>;

  LabelMap() = default;
  Line& lineToChange(std::int64_t j, std::int64_t k);

  Grid m_grid;
  std::vector<std::shared_ptr<Slice>> m_slices;
};

} // namespace facet::imaging
