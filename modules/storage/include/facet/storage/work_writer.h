#pragma once

#include <facet/core/clock.h>
#include <facet/core/progress.h>
#include <facet/storage/cache.h>
#include <facet/storage/images.h>
#include <facet/storage/own_person.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

/// What the user makes or brings, written to work.db.
namespace facet::storage {

enum class ImportKind : std::uint8_t { Dicom, Bids, LooseFiles };

/// What a row did to the cache.
enum class RowState : std::uint8_t { Added, Replaced, Unchanged };

/// A line of the audit: what was done, when, and to whose data.
struct AuditEntry {
  Instant at;
  std::string event;  ///< "import", "report" …
  std::string person; ///< pseudonym, may be empty
  std::string detail; ///< JSON, or empty
};

/// What a look through the audit found.
struct AuditCheck {
  std::int64_t entries = 0;
  /// The number of the first entry that was changed, put in or stands after a missing one; nothing where all are as
  /// they were written. Entries that are missing at the end cannot be told.
  std::optional<std::int64_t> firstBroken;
};

class WorkWriter;

/// One import in one transaction: all of it is kept by commit(), or nothing. It must not outlive its writer, and the
/// writer does nothing else meanwhile. Blobs are put first (see BlobStore). Errors of all members: InvalidInput for a
/// value that breaks a rule of the tables; as for databases.
class ImportWriter {
public:
  ImportWriter(ImportWriter&&) noexcept;
  ImportWriter& operator=(ImportWriter&&) noexcept;
  ~ImportWriter();

  /// Adds a person, or adds to a known one what is said here; what is not said here stays.
  Result<RowState> putPerson(const OwnPerson& person);
  /// Adds a session; a known one gets the date if it has none.
  Result<RowState> putSession(const StoredSession& session);
  /// Adds an image, or replaces the one of the same person, session and name.
  Result<RowState> putImage(const StoredImage& image);
  /// Adds a transform, or replaces the one of the same two images.
  Result<RowState> putTransform(const StoredTransform& transform);

  /// Keeps the import and writes it to the audit; `refused` counts what was not taken. Where nothing was added or
  /// replaced nothing is written at all. When it returns, the import outlives a power cut.
  Result<void> commit(std::int64_t refused);

private:
  friend class WorkWriter;
  struct State;
  explicit ImportWriter(std::unique_ptr<State> state);

  std::unique_ptr<State> m_state;
};

/// Writes to work.db; each member is one transaction, written to disk when it returns. Another writer of the same
/// program is waited for, up to five seconds. Thread: used by one at a time.
class WorkWriter {
public:
  /// Errors: Unauthorized where the cache is read-only; as for databases.
  static Result<WorkWriter> open(const Cache& cache);
  WorkWriter(WorkWriter&&) noexcept;
  WorkWriter& operator=(WorkWriter&&) noexcept;
  ~WorkWriter();

  /// Errors: Locked where another writer does not end; as for databases.
  Result<ImportWriter> beginImport(ImportKind kind, Instant at);

  /// Notes a report that was made of a person, by the digest of its file, also in the audit.
  Result<void> addReport(const std::string& person, Instant at, const std::string& language, const Digest& digest);
  /// Sets the visit after which the overview counts what is new (CacheReader::lastVisitMark); nothing forgets it.
  Result<void> setLastVisitMark(const std::string& person, std::optional<Day> day);
  /// Keeps a setting that belongs to one person (CacheReader::patientSetting); an empty value forgets it.
  Result<void> setPatientSetting(const std::string& person, const std::string& name, const std::string& value);

  Result<void> appendAudit(const AuditEntry& entry);
  /// Looks through the whole audit. Errors: as for databases; Cancelled.
  [[nodiscard]] Result<AuditCheck> verifyAudit(Progress& progress);

private:
  friend class ImportWriter;
  struct State;
  explicit WorkWriter(std::unique_ptr<State> state);

  std::unique_ptr<State> m_state;
};

} // namespace facet::storage
