#pragma once

#include <facet/workspace/job_runner.h>
#include <facet/workspace/session.h>
#include <facet/workspace/window_presets.h>

#include <QObject>

#include <list>
#include <map>
#include <memory>
#include <vector>

namespace facet::workspace {

struct LoadedVolume {
  imaging::Volume volume;
  WindowRange range;
  /// The part of the grid that holds the head: without the air around it, which says nothing.
  imaging::Grid content;
};
using LoadedPtr = std::shared_ptr<const LoadedVolume>;

/// Reads images in jobs and keeps them within a budget of memory, those that were asked for last the longest.
class VolumeStore : public QObject {
  Q_OBJECT

public:
  struct Limits {
    std::uint64_t keepBytes = std::uint64_t{320} << 20U; ///< for all that is not shown
    std::uint64_t imageBytes = std::uint64_t{2} << 30U;  ///< for one image
  };

  VolumeStore(JobRunner& jobs, VolumeReader reader, Limits limits, QObject* parent = nullptr);

  /// Makes these the images that are wanted: `shown` always, `others` in their order while there is room. What is
  /// being read for an earlier call and is not wanted now is stopped.
  void want(const std::vector<const storage::StoredImage*>& shown,
            const std::vector<const storage::StoredImage*>& others);
  void clear();

  /// An image that has been read, or nothing.
  [[nodiscard]] LoadedPtr find(const storage::StoredImage& image) const;
  /// Why a wanted image could not be read, or nothing.
  [[nodiscard]] const Error* failure(const storage::StoredImage& image) const;
  [[nodiscard]] bool isBusy() const { return !m_reading.empty(); }
  /// Memory of what is kept. Units: bytes.
  [[nodiscard]] std::uint64_t keptBytes() const;

Q_SIGNALS:
  /// An image was read, or could not be.
  void changed();

private:
  void read(const storage::StoredImage& image);
  void makeRoom();

  JobRunner& m_runner;
  VolumeReader m_reader;
  Limits m_limits;
  std::map<storage::Digest, std::unique_ptr<JobScope>> m_reading;
  std::map<storage::Digest, LoadedPtr> m_kept;
  std::map<storage::Digest, Error> m_failures;
  std::list<storage::Digest> m_order; ///< kept ones, last wanted first
  std::vector<storage::Digest> m_shown;
};

/// The smallest block of the grid that holds nearly all of what is brighter than the background; the whole grid where
/// nothing stands out. Cost: 5 ms for 256³ voxels.
[[nodiscard]] imaging::Grid contentGrid(const imaging::Volume& volume, const WindowRange& range);

} // namespace facet::workspace
