#pragma once

#include "release_fixture.h"

#include <facet/core/clock.h>
#include <facet/imaging/volume.h>
#include <facet/storage/cache.h>
#include <facet/sync/sync_release.h>

#include <QTemporaryDir>

#include <memory>
#include <set>
#include <string>
#include <vector>

/// The records of a release, to be changed by a test and written to it.
struct Records {
  std::map<std::string, std::vector<std::string>> lines; ///< by type

  void add(const std::string& person, facet::clinical::Record record);
  void addLine(const std::string& type, const std::string& line);
  /// Puts them as fhir/TYPE.ndjson.
  void putInto(ReleaseFixture& release) const;
};

/// A person with onset, phase, visits, relapse, treatment with infusions, a marker and smoking.
void addPerson(Records& records, const std::string& id, const std::string& birth = "1985-04");
facet::clinical::Visit visitOn(const std::string& id, const std::string& day, int edssTenths);

/// A small head in a file as BIDS names it; `seed` makes other voxels.
std::string smallImage(int seed, facet::imaging::VoxelType type = facet::imaging::VoxelType::Int16);
/// bids/ with one session for a subject: FLAIR, T1w and a reader's lesion mask.
void addImages(ReleaseFixture& release, const std::string& subject, const std::string& session, int seed);
void addDatasetDescription(ReleaseFixture& release);

/// A cache for synthetic data that is made anew.
class DemoCache {
public:
  DemoCache();
  explicit DemoCache(const std::filesystem::path& folder);

  [[nodiscard]] const facet::storage::Cache& cache() const { return *m_cache; }
  [[nodiscard]] std::filesystem::path folder() const { return m_folder; }
  void close() { m_cache.reset(); }
  void open();
  facet::Result<facet::sync::SyncReport> sync(const std::filesystem::path& release,
                                              const facet::sync::SyncOptions& options = {});
  facet::Result<facet::sync::SyncReport> sync(const std::filesystem::path& release,
                                              const facet::sync::SyncOptions& options, facet::Progress& progress);

private:
  std::unique_ptr<QTemporaryDir> m_temporary;
  std::filesystem::path m_folder;
  facet::SystemClock m_clock;
  std::optional<facet::storage::Cache> m_cache;
};

/// "FILE:LINE SUBJECT: REASON (PLACE)" for each.
std::vector<std::string> linesOf(const std::vector<facet::storage::QuarantineEntry>& refused);
