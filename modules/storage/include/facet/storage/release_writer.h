#pragma once

#include <facet/clinical/fhir.h>
#include <facet/core/progress.h>
#include <facet/storage/images.h>
#include <facet/storage/sync_state.h>

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace facet::storage {

/// The release that is written.
struct ReleaseAbout {
  std::string series;
  std::string location;
  std::string name;
  bool demo = false;
  PublicKey publicKey;
  Digest identity;
  std::string version;
  Instant time;
  clinical::ReleaseDates dates = clinical::ReleaseDates::Exact;
};

enum class FileState : std::uint8_t {
  Waiting, ///< not taken yet
  Taken,   ///< everything in it was taken or refused
  Refused  ///< as a whole
};

/// A file of a release as it was last seen.
struct ReleaseFile {
  std::int64_t bytes = 0;
  std::int64_t modifiedNs = 0; ///< since 1970
  Digest sha256;
  FileState state = FileState::Waiting;
};

/// A line of NDJSON made ready to be stored.
struct PackedLine {
  Digest sha256;
  std::string bytes; ///< compressed
};

/// Packs lines against the release's dictionary. Thread: one at a time; others may have their own.
class LinePacker {
public:
  LinePacker(LinePacker&& other) noexcept;
  LinePacker& operator=(LinePacker&& other) noexcept;
  ~LinePacker();
  [[nodiscard]] PackedLine pack(std::string_view line);

private:
  friend class ReleaseWriter;
  struct State;
  explicit LinePacker(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

enum class Put : std::uint8_t {
  Added,
  Changed,
  Unchanged,
  Twice,      ///< the release has brought it before; the first one was kept
  OtherSource ///< another publisher brought it; that one was kept
};

struct PutOutcome {
  Put put = Put::Added;
  std::string file; ///< where the one that was kept stands, for Twice
  std::int64_t line = 0;
};

struct KnownPerson {
  std::string id;
  std::optional<PartialDate> birth;
};

struct KnownTreatment {
  std::string id;
  std::string person;
};

/// An examination with images in the release.
struct KnownExam {
  std::string person;
  std::string bidsSession; ///< "sub-X/ses-Y"
  Day date;
};

/// An image with what it needs to be stored; its blobs are there already.
struct ArrivedImage {
  StoredSession session;
  StoredImage image;
};

enum class DroppedFiles : std::uint8_t { Keep, Forget };

/// Writes one sync of one release. Records and the cursor are written in one transaction (begin … commit), so that a
/// reader sees the release before or this one and nothing between; images follow one by one.
/// Thread: used by one at a time.
class ReleaseWriter {
public:
  /// Opens the cache for the sync of a release and notes that it has begun. A publisher that is not known yet is added
  /// with its key; the key given is pinned. Errors: as Cache::writeRefusal; as for databases.
  static Result<ReleaseWriter> open(const Cache& cache, const ReleaseAbout& about);
  ReleaseWriter(ReleaseWriter&& other) noexcept;
  ReleaseWriter& operator=(ReleaseWriter&& other) noexcept;
  ~ReleaseWriter();

  [[nodiscard]] std::int64_t source() const;
  /// What was applied when this sync began.
  [[nodiscard]] const std::optional<AppliedRelease>& appliedBefore() const;
  /// Whether the last release came from the same place, so that facts about its files hold.
  [[nodiscard]] bool samePlace() const;
  /// The files of the source, by path.
  [[nodiscard]] const std::map<std::string, ReleaseFile>& files() const;

  /// Begins the transaction that records are written in. `samples` are lines to learn a dictionary from where there is
  /// none yet.
  Result<void> begin(std::span<const std::string> samples);
  /// Ends it: brings summaries up to date and sets the cursor to this release, not complete.
  Result<void> commit();
  /// Gives it up.
  void rollBack();

  // Within the transaction:
  [[nodiscard]] LinePacker packer() const;
  /// Notes a file and forgets what of it stood in quarantine.
  Result<void> putFile(const std::string& path, const ReleaseFile& file);
  /// Adds a record or brings it up to date; `file` must have been noted.
  Result<PutOutcome> putRecord(const std::string& file, std::int64_t line, const clinical::FhirResource& resource,
                               const PackedLine& packed);
  /// Notes what was not taken; `bytes` is the line, kept where it is not long.
  Result<void> putQuarantine(const std::string& file, std::int64_t line, const Error& error, std::string_view bytes);
  /// Takes a resource back, and with a person all that belongs to them. Returns whether it was there.
  Result<bool> removeRecord(const std::string& type, const std::string& id);
  /// Removes the source's records that this transaction has not seen, but those of the types given, and returns how
  /// many.
  Result<std::int64_t> removeUnseen(const std::set<std::string>& keepTypes);
  /// What is known now.
  Result<std::vector<KnownPerson>> people();
  Result<std::vector<KnownTreatment>> treatments();

  // Outside of it, each in a transaction of its own:
  Result<std::vector<KnownExam>> exams();
  /// Removes images and files that are not among `paths`; with Keep, files that records or images came from stay.
  Result<void> keepFiles(const std::set<std::string>& paths, DroppedFiles dropped);
  /// Notes an image and the files that it came from, the first being the one that it is known by.
  Result<void> putImage(const ArrivedImage& arrived, const std::vector<std::pair<std::string, ReleaseFile>>& files);
  /// Notes a transform.
  Result<void> putTransform(const StoredTransform& transform, const std::string& path, const ReleaseFile& file);
  /// Notes that nothing was taken of files, for one reason; `state` says whether they are to be looked at again.
  Result<void> refuse(const std::vector<std::pair<std::string, ReleaseFile>>& files, const Error& error);
  /// The image that a file brought, or nothing.
  Result<std::optional<StoredImage>> imageOf(const std::string& path);
  /// The date of a session in the cache, or nothing.
  Result<std::optional<PartialDate>> dateOf(const StoredSession& session);
  /// Notes files of which nothing is kept but their facts.
  Result<void> putFacts(const std::vector<std::pair<std::string, ReleaseFile>>& files);
  /// Notes that all of the release was taken.
  Result<void> setComplete();
  /// Ends the run.
  Result<void> finish(SyncRunState state, const SyncCounts& counts, const std::string& failure);

private:
  struct State;
  explicit ReleaseWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

} // namespace facet::storage
