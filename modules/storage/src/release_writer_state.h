#pragma once

#include "cache_state.h"
#include "image_rows.h"
#include "projection.h"
#include "release_lines.h"

#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace facet::storage {

/// Where a record of this release stands.
struct SeenAt {
  std::int64_t file = 0;
  std::int64_t line = 0;
};

struct ReleaseWriter::State {
  State(std::shared_ptr<CacheState> cacheState, Database opened, ReleaseAbout release)
      : cache(std::move(cacheState))
      , database(std::move(opened))
      , about(std::move(release)) {}

  /// Prepares what is used again and again.
  Result<void> prepare();
  Result<void> prepareSource();
  Result<void> loadFiles();
  Result<void> loadDictionary(std::span<const std::string> samples);
  /// Runs a statement with integers bound in order.
  Result<void> run(Statement& statement, std::initializer_list<std::int64_t> values);
  Result<std::int64_t> fileKey(const std::string& path) const;
  Result<void> writeFile(const std::string& path, const ReleaseFile& file);
  Result<void> writeQuarantine(std::int64_t file, std::int64_t line, const Error& error, std::string_view bytes);
  Result<void> removeKey(std::int64_t key);
  Result<void> removePerson(std::int64_t subject);
  Result<void> removeLost();
  Result<void> refreshSummaries();
  Result<void> writeCursor();
  Result<void> raiseBatch();
  /// Calls `body` in a transaction of its own.
  template <class F>
  Result<void> inTransaction(F&& body) {
    auto own = Transaction::begin(database);
    if (!own) {
      return own.error();
    }
    if (auto done = body(); !done) {
      return done;
    }
    return own->commit();
  }

  std::shared_ptr<CacheState> cache;
  Database database;
  ReleaseAbout about;

  std::int64_t source = 0;
  std::int64_t runKey = 0;
  std::optional<AppliedRelease> before;
  bool samePlace = false;
  std::map<std::string, ReleaseFile> files;
  std::map<std::string, std::int64_t> fileKeys;

  std::optional<Transaction> transaction;
  std::shared_ptr<const LineDictionary> dictionary;
  std::int64_t dictionaryKey = 0;
  std::unordered_map<std::int64_t, SeenAt> seen;
  std::unordered_set<std::int64_t> outdated;
  bool changed = false;
  bool removed = false;

  std::optional<Terms> terms;
  std::optional<Terms> subjects;
  std::optional<Projection> projection;
  std::optional<ImageRows> images;
  Statement findRecord;
  Statement insertRecord;
  Statement moveRecord;
  Statement deleteRecord;
  Statement putFile;
  Statement clearQuarantine;
  Statement putQuarantine;
  Statement summarize;
};

[[nodiscard]] Bytes bytesOfDigest(const Digest& digest);
[[nodiscard]] Digest digestOf(const Statement& row, int column);
[[nodiscard]] std::int64_t millisecondsOf(Instant instant);
[[nodiscard]] Instant instantOf(std::int64_t milliseconds);

} // namespace facet::storage
