#include "runs.h"

#include <facet/core/parallel.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>
#include <optional>
#include <span>

namespace facet::lesions {
namespace {

constexpr double kLargestLabel = std::numeric_limits<std::int32_t>::max();

/// Index of the first voxel from `from` on whose bytes are not all zero, or `end`.
template <class T>
std::size_t skipZeros(const T* row, std::size_t from, std::size_t end) {
  constexpr std::size_t kStep = 16 / sizeof(T) == 0 ? 1 : 16 / sizeof(T);
  while (from + kStep <= end) {
    std::array<std::uint64_t, 2> words{};
    std::memcpy(words.data(), row + from, kStep * sizeof(T));
    if ((words[0] | words[1]) != 0) {
      break;
    }
    from += kStep;
  }
  while (from < end && row[from] == T(0)) {
    ++from;
  }
  return from;
}

/// The run value of a stored voxel, 0 for background, or nothing where it cannot be a label.
template <class T>
std::optional<std::int32_t> runValue(T stored, const imaging::Rescale& rescale, RunValues values) {
  const double value = rescale.isIdentity() ? static_cast<double>(stored)
                                            : static_cast<double>(stored) * rescale.slope + rescale.intercept;
  if (values == RunValues::Mask) {
    return value > 0 ? 1 : 0;
  }
  if (!(value >= 0) || value > kLargestLabel || value != std::floor(value)) {
    return std::nullopt;
  }
  return static_cast<std::int32_t>(value);
}

/// The runs of one slice and where its rows begin. Returns false for values that cannot be labels.
template <class T>
bool scanSlice(std::span<const T> voxels, const imaging::Volume& volume, std::int64_t k, RunValues values,
               std::vector<Run>& runs, std::vector<std::size_t>& rowBegin) {
  const imaging::GridSize size = volume.size();
  const imaging::Rescale rescale = volume.rescale();
  const bool zeroIsBackground = runValue(T(0), rescale, values) == 0;
  const auto width = static_cast<std::size_t>(size.i);
  for (std::int64_t j = 0; j < size.j; ++j) {
    rowBegin.push_back(runs.size());
    const T* row = voxels.data() + static_cast<std::size_t>(k * size.j + j) * width;
    std::size_t i = 0;
    while (i < width) {
      if (zeroIsBackground) {
        i = skipZeros(row, i, width);
        if (i == width) {
          break;
        }
      }
      const auto value = runValue(row[i], rescale, values);
      if (!value) {
        return false;
      }
      std::size_t end = i + 1;
      while (end < width && (row[end] == row[i] || runValue(row[end], rescale, values) == value)) {
        ++end;
      }
      if (*value != 0) {
        runs.push_back({static_cast<std::int32_t>(i), static_cast<std::int32_t>(end - 1), *value});
      }
      i = end;
    }
  }
  return true;
}

class DisjointSets {
public:
  explicit DisjointSets(std::size_t count)
      : m_parent(count) {
    std::iota(m_parent.begin(), m_parent.end(), std::uint32_t(0));
  }
  std::uint32_t root(std::uint32_t x) {
    while (m_parent[x] != x) {
      m_parent[x] = m_parent[m_parent[x]];
      x = m_parent[x];
    }
    return x;
  }
  /// The smaller number becomes the root, so that a root is the first run of its part.
  void unite(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    m_parent[std::max(a, b)] = std::min(a, b);
  }

private:
  std::vector<std::uint32_t> m_parent;
};

/// Unites runs of two rows that touch when the second may be shifted by up to `reach` along i.
void uniteRows(const RunImage& image, std::size_t row, std::size_t other, std::int32_t reach, DisjointSets& sets) {
  std::size_t a = image.rowBegin[row];
  std::size_t b = image.rowBegin[other];
  const std::size_t aEnd = image.rowBegin[row + 1];
  const std::size_t bEnd = image.rowBegin[other + 1];
  const auto meet = [&](std::size_t p, std::size_t q) {
    const Run& x = image.runs[p];
    const Run& y = image.runs[q];
    if (x.value == y.value && x.first <= y.last + reach && y.first <= x.last + reach) {
      sets.unite(static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(q));
    }
  };
  while (a < aEnd && b < bEnd) {
    meet(a, b);
    // The run that ends first has met all it can, except where both end together: then each may touch the other's
    // successor across a corner.
    const std::int32_t lastA = image.runs[a].last;
    const std::int32_t lastB = image.runs[b].last;
    if (lastA == lastB) {
      if (a + 1 < aEnd) {
        meet(a + 1, b);
      }
      if (b + 1 < bEnd) {
        meet(a, b + 1);
      }
    }
    a += lastA <= lastB ? 1 : 0;
    b += lastB <= lastA ? 1 : 0;
  }
}

} // namespace

Result<RunImage> findRuns(const imaging::Volume& volume, RunValues values, Progress& progress) {
  const imaging::GridSize size = volume.size();
  const auto slices = static_cast<std::size_t>(size.k);
  std::vector<std::vector<Run>> runs(slices);
  std::vector<std::vector<std::size_t>> rows(slices);
  std::atomic<bool> valid{true};
  std::atomic<bool> cancelled{false};
  parallelFor(slices, 8, [&](std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end && valid; ++k) {
      if (progress.stopRequested()) {
        cancelled = true;
        return;
      }
      rows[k].reserve(static_cast<std::size_t>(size.j));
      const bool ok = imaging::visitVoxels(volume, [&](auto voxels) {
        return scanSlice(voxels, volume, static_cast<std::int64_t>(k), values, runs[k], rows[k]);
      });
      if (!ok) {
        valid = false;
      }
    }
  });
  if (cancelled) {
    return cancelledError();
  }
  if (!valid) {
    return Error{ErrorCode::InvalidInput, {}, FACET_TEXT("lesions", "labels must be whole numbers from 0 on")};
  }
  RunImage image;
  image.size = size;
  image.rowBegin.reserve(slices * static_cast<std::size_t>(size.j) + 1);
  for (std::size_t k = 0; k < slices; ++k) {
    for (const std::size_t begin : rows[k]) {
      image.rowBegin.push_back(image.runs.size() + begin);
    }
    image.runs.insert(image.runs.end(), runs[k].begin(), runs[k].end());
  }
  image.rowBegin.push_back(image.runs.size());
  return image;
}

RunParts connectRuns(const RunImage& image, Connectivity connectivity) {
  struct Neighbour {
    std::int64_t dj;
    std::int64_t dk;
    std::int32_t reach;
  };
  std::vector<Neighbour> neighbours;
  switch (connectivity) {
  case Connectivity::Six:
    neighbours = {{-1, 0, 0}, {0, -1, 0}};
    break;
  case Connectivity::Eighteen:
    neighbours = {{-1, 0, 1}, {0, -1, 1}, {-1, -1, 0}, {1, -1, 0}};
    break;
  case Connectivity::TwentySix:
    neighbours = {{-1, 0, 1}, {0, -1, 1}, {-1, -1, 1}, {1, -1, 1}};
    break;
  }
  DisjointSets sets(image.runs.size());
  for (std::int64_t k = 0; k < image.size.k; ++k) {
    for (std::int64_t j = 0; j < image.size.j; ++j) {
      const std::size_t row = image.rowOf(j, k);
      if (image.rowBegin[row] == image.rowBegin[row + 1]) {
        continue;
      }
      for (const Neighbour& n : neighbours) {
        const std::int64_t nj = j + n.dj;
        const std::int64_t nk = k + n.dk;
        if (nj >= 0 && nj < image.size.j && nk >= 0) {
          uniteRows(image, row, image.rowOf(nj, nk), n.reach, sets);
        }
      }
    }
  }
  RunParts parts;
  parts.partOfRun.resize(image.runs.size());
  for (std::size_t run = 0; run < image.runs.size(); ++run) {
    const std::uint32_t root = sets.root(static_cast<std::uint32_t>(run));
    parts.partOfRun[run] = root == run ? static_cast<std::uint32_t>(parts.count++) : parts.partOfRun[root];
  }
  return parts;
}

} // namespace facet::lesions
