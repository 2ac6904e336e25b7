#include <facet/workspace/study.h>
#include <facet/workspace/volume_store.h>

#include <algorithm>
#include <array>
#include <utility>

namespace facet::workspace {

using storage::Digest;
using storage::StoredImage;

namespace {

/// First and last of the counts that are more than a hundredth of the largest.
std::pair<std::int64_t, std::int64_t> spanOf(const std::vector<std::int64_t>& counts) {
  constexpr std::int64_t kShare = 100;
  const std::int64_t least = *std::max_element(counts.begin(), counts.end()) / kShare;
  const auto more = [&](std::int64_t count) { return count > least; };
  const auto first = std::find_if(counts.begin(), counts.end(), more);
  const auto last = std::find_if(counts.rbegin(), counts.rend(), more);
  if (first == counts.end()) {
    return {0, static_cast<std::int64_t>(counts.size()) - 1};
  }
  return {first - counts.begin(), counts.rend() - last - 1};
}

} // namespace

imaging::Grid contentGrid(const imaging::Volume& volume, const WindowRange& range) {
  constexpr double kDarkest = 0.15; ///< share of the automatic window that is still background
  constexpr std::int64_t kStep = 2;
  const imaging::GridSize size = volume.size();
  const imaging::Rescale rescale = volume.rescale();
  const double limit = range.automatic.low + kDarkest * (range.automatic.high - range.automatic.low);
  std::array<std::vector<std::int64_t>, 3> counts = {std::vector<std::int64_t>(static_cast<std::size_t>(size.i)),
                                                     std::vector<std::int64_t>(static_cast<std::size_t>(size.j)),
                                                     std::vector<std::int64_t>(static_cast<std::size_t>(size.k))};
  imaging::visitVoxels(volume, [&](const auto& voxels) {
    for (std::int64_t k = 0; k < size.k; ++k) {
      for (std::int64_t j = 0; j < size.j; j += kStep) {
        const auto* line = voxels.data() + size.i * (j + size.j * k);
        for (std::int64_t i = k % kStep; i < size.i; i += kStep) {
          if (static_cast<double>(line[i]) * rescale.slope + rescale.intercept > limit) {
            ++counts[0][static_cast<std::size_t>(i)];
            ++counts[1][static_cast<std::size_t>(j)];
            ++counts[2][static_cast<std::size_t>(k)];
          }
        }
      }
    }
  });
  const auto [i0, i1] = spanOf(counts[0]);
  const auto [j0, j1] = spanOf(counts[1]);
  const auto [k0, k1] = spanOf(counts[2]);
  imaging::Grid content = volume.grid();
  content.size = {i1 - i0 + 1, j1 - j0 + 1, k1 - k0 + 1};
  content.lpsFromIjk.offset =
      volume.grid().lpsFromIjk({static_cast<double>(i0), static_cast<double>(j0), static_cast<double>(k0)});
  return content;
}

VolumeStore::VolumeStore(JobRunner& jobs, VolumeReader reader, Limits limits, QObject* parent)
    : QObject(parent)
    , m_runner(jobs)
    , m_reader(std::move(reader))
    , m_limits(limits) {}

void VolumeStore::want(const std::vector<const StoredImage*>& shown, const std::vector<const StoredImage*>& others) {
  std::vector<const StoredImage*> wanted = shown;
  std::uint64_t bytes = 0;
  for (const StoredImage* image : shown) {
    bytes += voxelBytes(*image);
  }
  for (const StoredImage* image : others) {
    if (bytes + voxelBytes(*image) <= m_limits.keepBytes) {
      bytes += voxelBytes(*image);
      wanted.push_back(image);
    }
  }
  m_shown.clear();
  std::transform(shown.begin(), shown.end(), std::back_inserter(m_shown),
                 [](const auto* image) { return image->voxels; });
  std::erase_if(m_reading, [&](const auto& entry) {
    return std::none_of(wanted.begin(), wanted.end(), [&](const auto* image) { return image->voxels == entry.first; });
  });
  for (auto image = wanted.rbegin(); image != wanted.rend(); ++image) {
    const auto at = std::find(m_order.begin(), m_order.end(), (*image)->voxels);
    if (at != m_order.end()) {
      m_order.splice(m_order.begin(), m_order, at);
    }
  }
  m_failures.clear();
  for (const StoredImage* image : wanted) {
    if (!m_kept.contains(image->voxels) && !m_reading.contains(image->voxels)) {
      read(*image);
    }
  }
  makeRoom();
}

void VolumeStore::clear() {
  m_reading.clear();
  m_kept.clear();
  m_failures.clear();
  m_order.clear();
  m_shown.clear();
}

LoadedPtr VolumeStore::find(const StoredImage& image) const {
  const auto at = m_kept.find(image.voxels);
  return at == m_kept.end() ? nullptr : at->second;
}

const Error* VolumeStore::failure(const StoredImage& image) const {
  const auto at = m_failures.find(image.voxels);
  return at == m_failures.end() ? nullptr : &at->second;
}

std::uint64_t VolumeStore::keptBytes() const {
  std::uint64_t bytes = 0;
  for (const auto& [digest, loaded] : m_kept) {
    bytes += loaded->volume.bytes().size();
  }
  return bytes;
}

void VolumeStore::read(const StoredImage& image) {
  const Digest digest = image.voxels;
  if (voxelBytes(image) > m_limits.imageBytes) {
    constexpr std::uint64_t kMegabyte = std::uint64_t{1} << 20U;
    m_failures.emplace(digest, Error{ErrorCode::Unsupported, image.name,
                                     FACET_TEXT("workspace", "takes %1 MB of memory; one image may take %2 MB")
                                         .with(voxelBytes(image) / kMegabyte, m_limits.imageBytes / kMegabyte)});
    return;
  }
  m_reading.emplace(digest, std::make_unique<JobScope>(m_runner))
      .first->second->run(
          {FACET_TEXT("workspace", "Reading %1").with(image.sequence.empty() ? image.name : image.sequence)},
          [reader = m_reader, image](Progress& progress) -> Result<LoadedPtr> {
            Result<imaging::Volume> volume = reader(image, progress);
            if (!volume) {
              return volume.error();
            }
            if (progress.stopRequested()) {
              return cancelledError();
            }
            const WindowRange range = windowRangeOf(*volume);
            return std::make_shared<const LoadedVolume>(LoadedVolume{*volume, range, contentGrid(*volume, range)});
          },
          [this, digest](const Result<LoadedPtr>& result) {
            if (result) {
              m_kept[digest] = *result;
              m_order.push_front(digest);
              makeRoom();
            } else {
              m_failures.emplace(digest, result.error());
            }
            m_reading.erase(digest);
            Q_EMIT changed();
          });
}

void VolumeStore::makeRoom() {
  std::uint64_t bytes = keptBytes();
  for (auto last = m_order.end(); last != m_order.begin() && bytes > m_limits.keepBytes;) {
    --last;
    if (std::find(m_shown.begin(), m_shown.end(), *last) != m_shown.end()) {
      continue;
    }
    bytes -= m_kept.at(*last)->volume.bytes().size();
    m_kept.erase(*last);
    last = m_order.erase(last);
  }
}

} // namespace facet::workspace
