#pragma once

#include <facet/storage/cache.h>
#include <facet/storage/sync_state.h>
#include <facet/sync/import.h>
#include <facet/sync/sync_release.h>
#include <facet/workspace/cache_state.h>
#include <facet/workspace/patient_list.h>
#include <facet/workspace/questions.h>
#include <facet/workspace/session.h>

#include <QObject>
#include <QStringList>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace facet::workspace {

/// One publisher with what was synced from it.
struct SyncedSource {
  storage::SyncSource source;
  std::vector<storage::SyncRun> runs;               ///< newest first
  std::vector<storage::QuarantineEntry> quarantine; ///< by file and line
};

/// What the cache that is open knows of its releases.
struct SyncOverview {
  std::filesystem::path folder;
  storage::CacheKind kind = storage::CacheKind::Demo;
  std::vector<storage::Protection> protections;
  std::optional<Error> writeRefusal;
  std::vector<storage::Repair> repairs;
  std::vector<SyncedSource> sources;
};

/// Where caches lie and which one is wanted.
struct CachePlaces {
  std::filesystem::path demo;
  std::filesystem::path own;
  /// The key of one's own; none: the keyring or a passphrase.
  std::optional<std::filesystem::path> keyFile;
};

/// The cache of the window: opens it, brings releases and images into it, and reads from it. Synthetic data and one's
/// own never meet: a release or an import that does not belong into the open cache opens, or makes, the other one.
/// Thread: GUI thread; the readers may be called from any.
class OpenCache : public QObject {
  Q_OBJECT

public:
  /// What is given must outlive it.
  OpenCache(JobRunner& jobs, Questions& questions, const Clock& clock, CachePlaces places, QObject* parent = nullptr);
  ~OpenCache() override;

  [[nodiscard]] bool isOpen() const;
  [[nodiscard]] bool isOpening() const { return m_opening.isBusy(); }
  /// The cache that is open, or nothing.
  [[nodiscard]] std::optional<storage::Cache> cache() const;
  [[nodiscard]] CacheState state() const;

  /// Readers of the cache that is open when they are called; nothing is there while none is.
  [[nodiscard]] RowReader rows() const;
  [[nodiscard]] PatientReader patients() const;
  [[nodiscard]] VolumeReader volumes() const;

  /// Opens a cache that exists; ends with opened() or openingFailed().
  void open(const std::filesystem::path& folder);
  /// Opens the demo cache and makes it first where there is none: writes the synthetic consortium beside it and syncs
  /// it.
  void openDemo();
  /// Brings a release into the cache it belongs to; ends with synced() or syncFailed().
  void sync(const std::filesystem::path& release);
  /// Brings images into one's own cache; ends with imported() or importFailed().
  void import(const std::vector<std::filesystem::path>& paths);
  /// Asks for a new passphrase of the open cache; ends with passphraseSet() or passphraseFailed().
  void setPassphrase();

  /// What the open cache knows of its releases. Thread: any; meant for a job.
  [[nodiscard]] static Result<SyncOverview> overviewOf(const storage::Cache& cache);

Q_SIGNALS:
  /// Another cache is open.
  void opened();
  void openingFailed(const facet::Error& error);
  /// What the cache holds may be another: after a sync and an import, also one that failed on the way.
  void dataChanged();
  void synced(const facet::sync::SyncReport& report);
  void syncFailed(const facet::Error& error);
  void imported(const facet::sync::ImportReport& report);
  void importFailed(const facet::Error& error);
  void passphraseSet();
  void passphraseFailed(const facet::Error& error);

private:
  struct Slot;

  void adopt(const storage::Cache& cache);
  [[nodiscard]] storage::KeyOptions keysOf(storage::CacheKind kind, const Progress& progress) const;
  /// The open cache where it is of that kind, else the one of that kind that is opened or made. Thread: a job's.
  [[nodiscard]] Result<storage::Cache> cacheFor(storage::CacheKind kind, const std::optional<storage::Cache>& current,
                                                const Progress& progress) const;

  const Clock& m_clock;
  const CachePlaces m_places;
  JobQuestions m_questions;
  JobScope m_opening;
  JobScope m_work;
  std::shared_ptr<Slot> m_slot;
};

} // namespace facet::workspace
