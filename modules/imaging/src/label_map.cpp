#include <facet/core/parallel.h>
#include <facet/imaging/label_map.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cmath>
#include <limits>

namespace facet::imaging {
namespace {

/// Adds a run at the end of a line, joined with the last one where the label is the same.
void append(std::vector<LabelRun>& line, std::uint32_t length, std::uint16_t label) {
  if (length == 0) {
    return;
  }
  if (!line.empty() && line.back().label == label) {
    line.back().length += length;
  } else {
    line.push_back({length, label});
  }
}

} // namespace

Result<LabelMap> LabelMap::make(const Grid& grid) {
  if (grid.size.i < 1 || grid.size.j < 1 || grid.size.k < 1 ||
      grid.size.i > std::numeric_limits<std::uint32_t>::max() ||
      grid.size.j > std::numeric_limits<std::int32_t>::max() ||
      grid.size.k > std::numeric_limits<std::int32_t>::max() || !grid.lpsFromIjk.inverse()) {
    return Error{
        ErrorCode::InvalidInput,
        {},
        FACET_TEXT("imaging", "%1 × %2 × %3 voxels make no label map").with(grid.size.i, grid.size.j, grid.size.k)};
  }
  LabelMap map;
  map.m_grid = grid;
  // All slices are the same empty one until they are changed.
  const auto empty = std::make_shared<Slice>(
      Slice(static_cast<std::size_t>(grid.size.j), Line{{static_cast<std::uint32_t>(grid.size.i), 0}}));
  map.m_slices.assign(static_cast<std::size_t>(grid.size.k), empty);
  return map;
}

Result<LabelMap> LabelMap::fromVolume(const Volume& volume) {
  auto made = make(volume.grid());
  if (!made) {
    return made.error();
  }
  LabelMap& map = *made;
  const GridSize size = volume.size();
  const Rescale rescale = volume.rescale();
  std::atomic<std::int64_t> firstBad{std::numeric_limits<std::int64_t>::max()};
  visitVoxels(volume, [&](auto voxels) {
    parallelFor(static_cast<std::size_t>(size.k), 1, [&](std::size_t k, std::size_t) {
      auto slice = std::make_shared<Slice>(static_cast<std::size_t>(size.j));
      for (std::int64_t j = 0; j < size.j; ++j) {
        const std::size_t begin =
            (k * static_cast<std::size_t>(size.j) + static_cast<std::size_t>(j)) * static_cast<std::size_t>(size.i);
        Line& line = (*slice)[static_cast<std::size_t>(j)];
        for (std::int64_t i = 0; i < size.i;) {
          const auto stored = voxels[begin + static_cast<std::size_t>(i)];
          std::int64_t end = i + 1;
          while (end < size.i && voxels[begin + static_cast<std::size_t>(end)] == stored) {
            ++end;
          }
          const double value = static_cast<double>(stored) * rescale.slope + rescale.intercept;
          if (!(value >= 0 && value <= 65535 && value == std::floor(value))) {
            const auto at = static_cast<std::int64_t>(begin) + i;
            std::int64_t known = firstBad;
            while (at < known && !firstBad.compare_exchange_weak(known, at)) {
            }
            return;
          }
          append(line, static_cast<std::uint32_t>(end - i), static_cast<std::uint16_t>(value));
          i = end;
        }
      }
      map.m_slices[k] = std::move(slice);
    });
  });
  if (firstBad != std::numeric_limits<std::int64_t>::max()) {
    const std::int64_t at = firstBad;
    const IjkIndex voxel{at % size.i, at / size.i % size.j, at / size.i / size.j};
    return Error{ErrorCode::InvalidInput,
                 {},
                 FACET_TEXT("imaging", "holds the value %1, which is no label").with(volume.valueAt(voxel)),
                 FACET_TEXT("imaging", "voxel %1, %2, %3").with(voxel.i, voxel.j, voxel.k)};
  }
  return made;
}

Volume LabelMap::toVolume() const {
  std::vector<std::uint16_t> voxels(m_grid.size.voxels());
  const auto lines = static_cast<std::size_t>(m_grid.size.j);
  const auto length = static_cast<std::size_t>(m_grid.size.i);
  parallelFor(m_slices.size(), 4, [&](std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k) {
      for (std::size_t j = 0; j < lines; ++j) {
        auto at = voxels.begin() + static_cast<std::ptrdiff_t>((k * lines + j) * length);
        for (const LabelRun& run : (*m_slices[k])[j]) {
          at = std::fill_n(at, run.length, run.label);
        }
      }
    }
  });
  // The grid was checked when the map was made.
  return makeVolume(m_grid, std::move(voxels)).value();
}

std::uint16_t LabelMap::labelAt(IjkIndex voxel) const {
  assert(m_grid.size.contains(voxel));
  std::int64_t end = 0;
  for (const LabelRun& run : line(voxel.j, voxel.k)) {
    end += run.length;
    if (voxel.i < end) {
      return run.label;
    }
  }
  return 0;
}

std::span<const LabelRun> LabelMap::line(std::int64_t j, std::int64_t k) const {
  return (*m_slices[static_cast<std::size_t>(k)])[static_cast<std::size_t>(j)];
}

LabelMap::Line& LabelMap::lineToChange(std::int64_t j, std::int64_t k) {
  auto& slice = m_slices[static_cast<std::size_t>(k)];
  if (slice.use_count() != 1) {
    slice = std::make_shared<Slice>(*slice);
  }
  return (*slice)[static_cast<std::size_t>(j)];
}

void LabelMap::setSpan(std::int64_t iBegin, std::int64_t iEnd, std::int64_t j, std::int64_t k, std::uint16_t label) {
  assert(iBegin >= 0 && iBegin <= iEnd && iEnd <= m_grid.size.i && j >= 0 && j < m_grid.size.j && k >= 0 &&
         k < m_grid.size.k);
  Line changed;
  std::int64_t begin = 0;
  for (const LabelRun& run : line(j, k)) {
    const std::int64_t end = begin + run.length;
    append(changed, static_cast<std::uint32_t>(std::max<std::int64_t>(0, std::min(end, iBegin) - begin)), run.label);
    append(changed,
           static_cast<std::uint32_t>(std::max<std::int64_t>(0, std::min(end, iEnd) - std::max(begin, iBegin))), label);
    append(changed, static_cast<std::uint32_t>(std::max<std::int64_t>(0, end - std::max(begin, iEnd))), run.label);
    begin = end;
  }
  lineToChange(j, k) = std::move(changed);
}

void LabelMap::setLine(std::int64_t j, std::int64_t k, std::span<const LabelRun> runs) {
  Line changed;
  for (const LabelRun& run : runs) {
    append(changed, run.length, run.label);
  }
  lineToChange(j, k) = std::move(changed);
}

std::map<std::uint16_t, std::uint64_t> LabelMap::voxelCounts() const {
  std::vector<std::uint64_t> counts(65536, 0);
  for (const auto& slice : m_slices) {
    for (const Line& line : *slice) {
      for (const LabelRun& run : line) {
        counts[run.label] += run.length;
      }
    }
  }
  std::map<std::uint16_t, std::uint64_t> found;
  for (std::size_t label = 1; label < counts.size(); ++label) {
    if (counts[label] != 0) {
      found.emplace(static_cast<std::uint16_t>(label), counts[label]);
    }
  }
  return found;
}

bool LabelMap::operator==(const LabelMap& other) const {
  return m_grid.sameAs(other.m_grid) &&
         std::equal(m_slices.begin(), m_slices.end(), other.m_slices.begin(), other.m_slices.end(),
                    [](const auto& a, const auto& b) { return a == b || *a == *b; });
}

} // namespace facet::imaging
