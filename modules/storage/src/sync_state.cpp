#include "message_json.h"
#include "release_writer_state.h"

#include <facet/storage/sync_state.h>

namespace facet::storage {
namespace {

Result<Database> openToRead(const Cache& cache) {
  const CacheState& state = *cache.state();
  return openForReading(state.files, state.document, state.key);
}

/// Calls `take` for each row of a statement, its parameters being integers.
template <class F>
Result<void> forEachRow(Database& database, const char* sql, std::initializer_list<std::int64_t> values, F&& take) {
  auto rows = database.prepare(sql);
  if (!rows) {
    return rows.error();
  }
  int place = 1;
  for (const std::int64_t value : values) {
    rows->bind(place++, value);
  }
  while (true) {
    const auto row = rows->step();
    if (!row) {
      return row.error();
    }
    if (!*row) {
      return {};
    }
    take(*rows);
  }
}

} // namespace

Result<std::vector<SyncSource>> readSources(const Cache& cache) {
  auto database = openToRead(cache);
  if (!database) {
    return database.error();
  }
  std::vector<SyncSource> sources;
  const auto read = forEachRow(
      *database,
      "SELECT s.key, s.series, s.location, s.name, s.demo, s.public_key, c.identity, c.version, c.time, c.dates, "
      "c.complete FROM source s LEFT JOIN sync_cursor c ON c.source = s.key ORDER BY s.name, s.series",
      {}, [&](const Statement& row) {
        SyncSource source;
        source.key = row.integer(0);
        source.series = row.text(1);
        source.location = row.text(2);
        source.name = row.text(3);
        source.demo = row.integer(4) == 1;
        if (!row.isNull(5)) {
          source.publicKey = PublicKey{digestOf(row, 5).bytes};
        }
        if (!row.isNull(6)) {
          source.applied = AppliedRelease{digestOf(row, 6), std::string(row.text(7)), instantOf(row.integer(8)),
                                          static_cast<clinical::ReleaseDates>(row.integer(9)), row.integer(10) == 1};
        }
        sources.push_back(std::move(source));
      });
  if (!read) {
    return read.error();
  }
  return sources;
}

Result<std::vector<SyncRun>> readSyncRuns(const Cache& cache, std::int64_t source, int limit) {
  auto database = openToRead(cache);
  if (!database) {
    return database.error();
  }
  std::vector<SyncRun> runs;
  const auto read = forEachRow(*database,
                               "SELECT release, started, ended, state, added, changed, unchanged, deleted, refused, "
                               "images, failure FROM sync_run "
                               "WHERE source = ?1 ORDER BY key DESC LIMIT ?2",
                               {source, limit}, [&](const Statement& row) {
                                 SyncRun run;
                                 run.version = row.text(0);
                                 run.started = instantOf(row.integer(1));
                                 if (const auto ended = row.optionalInteger(2)) {
                                   run.ended = instantOf(*ended);
                                 }
                                 run.state = static_cast<SyncRunState>(row.integer(3));
                                 run.counts = {row.integer(4), row.integer(5), row.integer(6),
                                               row.integer(7), row.integer(8), row.integer(9)};
                                 run.failure = row.text(10);
                                 runs.push_back(std::move(run));
                               });
  if (!read) {
    return read.error();
  }
  return runs;
}

Result<std::vector<QuarantineEntry>> readQuarantine(const Cache& cache, std::int64_t source) {
  auto database = openToRead(cache);
  if (!database) {
    return database.error();
  }
  std::vector<QuarantineEntry> entries;
  const auto read = forEachRow(
      *database,
      "SELECT f.path, q.line, q.subject, q.code, q.reason, q.place FROM quarantine q JOIN release_file f ON f.key = "
      "q.file WHERE f.source = ?1 ORDER BY f.path, q.line, q.key",
      {source}, [&](const Statement& row) {
        QuarantineEntry entry;
        entry.file = row.text(0);
        entry.line = row.integer(1);
        entry.error = {static_cast<ErrorCode>(row.integer(3)), std::string(row.text(2)), messageFromJson(row.text(4)),
                       messageFromJson(row.text(5))};
        entries.push_back(std::move(entry));
      });
  if (!read) {
    return read.error();
  }
  return entries;
}

Result<std::optional<std::string>> readQuarantinedLine(const Cache& cache, std::int64_t source, const std::string& file,
                                                       std::int64_t line) {
  auto database = openToRead(cache);
  if (!database) {
    return database.error();
  }
  auto find =
      database->prepare("SELECT q.bytes FROM quarantine q JOIN release_file f ON f.key = q.file WHERE f.source = "
                        "?1 AND f.path = ?2 AND q.line = ?3");
  if (!find) {
    return find.error();
  }
  find->bind(1, source);
  find->bind(2, std::string_view(file));
  find->bind(3, line);
  const auto row = find->step();
  if (!row) {
    return row.error();
  }
  if (!*row) {
    return Error{ErrorCode::NotFound, file, FACET_TEXT("storage", "has no such line in quarantine"),
                 atLine(static_cast<std::size_t>(line))};
  }
  return find->isNull(0) ? std::optional<std::string>() : std::optional(std::string(textOf(find->blob(0))));
}

} // namespace facet::storage
