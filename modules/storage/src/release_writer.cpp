#include "message_json.h"
#include "release_writer_state.h"

#include <facet/core/files.h>

#include <algorithm>
#include <cstring>

namespace facet::storage {
namespace {

/// Longer lines are named in quarantine and not kept.
constexpr std::size_t kLongestKept = 65536;

} // namespace

Bytes bytesOfDigest(const Digest& digest) {
  return std::as_bytes(std::span(digest.bytes));
}

Digest digestOf(const Statement& row, int column) {
  Digest digest;
  const Bytes bytes = row.blob(column);
  std::memcpy(digest.bytes.data(), bytes.data(), std::min(bytes.size(), digest.bytes.size()));
  return digest;
}

std::int64_t millisecondsOf(Instant instant) {
  return instant.time_since_epoch().count();
}

Instant instantOf(std::int64_t milliseconds) {
  return Instant(std::chrono::milliseconds(milliseconds));
}

Result<void> ReleaseWriter::State::run(Statement& statement, std::initializer_list<std::int64_t> values) {
  int place = 1;
  for (const std::int64_t value : values) {
    statement.bind(place++, value);
  }
  return statement.run();
}

Result<void> ReleaseWriter::State::prepare() {
  const std::initializer_list<std::pair<Statement*, const char*>> statements = {
      {&findRecord,
       "SELECT r.key, r.sha256, r.file, f.source, r.subject FROM resource r JOIN release_file f ON f.key = "
       "r.file WHERE r.type = ?1 AND r.id = ?2"},
      {&insertRecord,
       "INSERT INTO resource(key, type, id, kind, subject, file, run, version, sha256, dictionary, json) "
       "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"},
      {&moveRecord, "UPDATE resource SET file = ?2 WHERE key = ?1"},
      {&deleteRecord, "DELETE FROM resource WHERE key = ?1"},
      {&putFile, "INSERT INTO release_file(source, path, bytes, modified_ns, sha256, state) "
                 "VALUES(?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT(source, path) DO UPDATE SET bytes = excluded.bytes, "
                 "modified_ns = excluded.modified_ns, sha256 = excluded.sha256, state = excluded.state RETURNING key"},
      {&clearQuarantine, "DELETE FROM quarantine WHERE file = ?1"},
      {&putQuarantine, "INSERT INTO quarantine(file, line, run, subject, code, reason, place, bytes) "
                       "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"}};
  for (const auto& [statement, sql] : statements) {
    auto prepared = database.prepare(sql);
    if (!prepared) {
      return prepared.error();
    }
    *statement = std::move(*prepared);
  }
  auto someTerms =
      Terms::prepare(database, "SELECT key FROM term WHERE text = ?1", "INSERT INTO term(text) VALUES(?1)");
  auto someSubjects = Terms::prepare(database, "SELECT key FROM subject WHERE pseudonym = ?1",
                                     "INSERT INTO subject(pseudonym) VALUES(?1)");
  if (!someTerms || !someSubjects) {
    return someTerms ? someSubjects.error() : someTerms.error();
  }
  terms = std::move(*someTerms);
  subjects = std::move(*someSubjects);
  auto projected = Projection::prepare(database, *terms, *subjects);
  if (!projected) {
    return projected.error();
  }
  projection = std::move(*projected);
  auto rows = ImageRows::prepare(database);
  if (!rows) {
    return rows.error();
  }
  images = std::move(*rows);
  return {};
}

Result<void> ReleaseWriter::State::prepareSource() {
  auto find =
      database.prepare("SELECT s.key, s.location, c.identity, c.version, c.time, c.dates, c.complete FROM source "
                       "s LEFT JOIN sync_cursor c ON c.source = s.key WHERE s.series = ?1");
  if (!find) {
    return find.error();
  }
  find->bind(1, std::string_view(about.series));
  const auto row = find->step();
  if (!row) {
    return row.error();
  }
  if (*row) {
    source = find->integer(0);
    samePlace = find->text(1) == about.location;
    if (!find->isNull(2)) {
      before = AppliedRelease{digestOf(*find, 2), std::string(find->text(3)), instantOf(find->integer(4)),
                              static_cast<clinical::ReleaseDates>(find->integer(5)), find->integer(6) == 1};
    }
  }
  find->reset();
  auto put = database.prepare(
      "INSERT INTO source(series, location, name, demo, public_key, added) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
      "ON CONFLICT(series) DO UPDATE SET location = excluded.location, name = excluded.name, public_key = "
      "excluded.public_key RETURNING key");
  auto begin = database.prepare(
      "INSERT INTO sync_run(source, release, started, state, added, changed, unchanged, deleted, refused, images) "
      "VALUES(?1, ?2, ?3, 0, 0, 0, 0, 0, 0, 0)");
  if (!put || !begin) {
    return put ? begin.error() : put.error();
  }
  const std::int64_t now = millisecondsOf(cache->clock.now());
  put->bind(1, std::string_view(about.series));
  put->bind(2, std::string_view(about.location));
  put->bind(3, std::string_view(about.name));
  put->bind(4, about.demo ? 1 : 0);
  put->bind(5, std::as_bytes(std::span(about.publicKey.bytes)));
  put->bind(6, now);
  return inTransaction([&]() -> Result<void> {
    const auto kept = put->step();
    if (!kept) {
      return kept.error();
    }
    source = put->integer(0);
    put->reset();
    begin->bind(1, source);
    begin->bind(2, std::string_view(about.version));
    begin->bind(3, now);
    if (auto begun = begin->run(); !begun) {
      return begun;
    }
    runKey = database.lastInsertedKey();
    // Facts of files in another folder say nothing about those in this one.
    if (!samePlace) {
      auto doubt = database.prepare("UPDATE release_file SET modified_ns = -1 WHERE source = ?1");
      return doubt ? run(*doubt, {source}) : Result<void>(doubt.error());
    }
    return {};
  });
}

Result<void> ReleaseWriter::State::loadFiles() {
  files.clear();
  fileKeys.clear();
  auto rows =
      database.prepare("SELECT path, key, bytes, modified_ns, sha256, state FROM release_file WHERE source = ?1");
  if (!rows) {
    return rows.error();
  }
  rows->bind(1, source);
  while (true) {
    const auto row = rows->step();
    if (!row) {
      return row.error();
    }
    if (!*row) {
      return {};
    }
    const std::string path(rows->text(0));
    fileKeys[path] = rows->integer(1);
    files[path] = {rows->integer(2), rows->integer(3), digestOf(*rows, 4), static_cast<FileState>(rows->integer(5))};
  }
}

Result<void> ReleaseWriter::State::loadDictionary(std::span<const std::string> samples) {
  auto find = database.prepare("SELECT key, bytes FROM dictionary ORDER BY key DESC LIMIT 1");
  if (!find) {
    return find.error();
  }
  const auto row = find->step();
  if (!row) {
    return row.error();
  }
  if (*row) {
    dictionaryKey = find->integer(0);
    dictionary = std::make_shared<const LineDictionary>(std::string(textOf(find->blob(1))));
    return {};
  }
  dictionaryKey = 0;
  dictionary = std::make_shared<const LineDictionary>(trainDictionary(samples));
  if (dictionary->bytes().empty()) {
    return {};
  }
  auto put = database.prepare("INSERT INTO dictionary(bytes) VALUES(?1)");
  if (!put) {
    return put.error();
  }
  put->bind(1, bytesOf(dictionary->bytes()));
  if (auto kept = put->run(); !kept) {
    return kept;
  }
  dictionaryKey = database.lastInsertedKey();
  return {};
}

Result<std::int64_t> ReleaseWriter::State::fileKey(const std::string& path) const {
  const auto found = fileKeys.find(path);
  if (found == fileKeys.end()) {
    return Error{ErrorCode::Internal, path, FACET_TEXT("storage", "was not noted before what is in it")};
  }
  return found->second;
}

Result<void> ReleaseWriter::State::writeFile(const std::string& path, const ReleaseFile& file) {
  putFile.bind(1, source);
  putFile.bind(2, std::string_view(path));
  putFile.bind(3, file.bytes);
  putFile.bind(4, file.modifiedNs);
  putFile.bind(5, bytesOfDigest(file.sha256));
  putFile.bind(6, file.state);
  const auto row = putFile.step();
  if (!row) {
    putFile.reset();
    return row.error();
  }
  const std::int64_t key = putFile.integer(0);
  putFile.reset();
  fileKeys[path] = key;
  files[path] = file;
  return run(clearQuarantine, {key});
}

Result<void> ReleaseWriter::State::writeQuarantine(std::int64_t file, std::int64_t line, const Error& error,
                                                   std::string_view bytes) {
  const std::string reason = messageToJson(error.reason);
  const std::string place = messageToJson(error.place);
  putQuarantine.bind(1, file);
  putQuarantine.bind(2, line);
  putQuarantine.bind(3, runKey);
  putQuarantine.bind(4, std::string_view(error.subject));
  putQuarantine.bind(5, error.code);
  putQuarantine.bind(6, std::string_view(reason));
  putQuarantine.bind(7, std::string_view(place));
  if (bytes.empty() || bytes.size() > kLongestKept) {
    putQuarantine.bindNull(8);
  } else {
    putQuarantine.bind(8, bytesOf(bytes));
  }
  return putQuarantine.run();
}

ReleaseWriter::ReleaseWriter(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
ReleaseWriter::ReleaseWriter(ReleaseWriter&&) noexcept = default;
ReleaseWriter& ReleaseWriter::operator=(ReleaseWriter&&) noexcept = default;
ReleaseWriter::~ReleaseWriter() = default;

Result<ReleaseWriter> ReleaseWriter::open(const Cache& cache, const ReleaseAbout& about) {
  if (auto refusal = cache.writeRefusal()) {
    return *refusal;
  }
  const CacheState& shared = *cache.state();
  auto database = openCacheForWriting(shared.files, shared.document, shared.key);
  if (!database) {
    return database.error();
  }
  auto state = std::make_unique<State>(cache.state(), std::move(*database), about);
  for (const auto step : {&State::prepare, &State::prepareSource, &State::loadFiles}) {
    if (auto done = ((*state).*step)(); !done) {
      return done.error();
    }
  }
  return ReleaseWriter(std::move(state));
}

std::int64_t ReleaseWriter::source() const {
  return m_state->source;
}

const std::optional<AppliedRelease>& ReleaseWriter::appliedBefore() const {
  return m_state->before;
}

bool ReleaseWriter::samePlace() const {
  return m_state->samePlace;
}

const std::map<std::string, ReleaseFile>& ReleaseWriter::files() const {
  return m_state->files;
}

Result<void> ReleaseWriter::begin(std::span<const std::string> samples) {
  auto begun = Transaction::begin(m_state->database);
  if (!begun) {
    return begun.error();
  }
  m_state->transaction.emplace(std::move(*begun));
  return m_state->loadDictionary(samples);
}

void ReleaseWriter::rollBack() {
  State& state = *m_state;
  if (!state.transaction) {
    return;
  }
  state.transaction.reset();
  state.terms->forget();
  state.subjects->forget();
  state.seen.clear();
  state.outdated.clear();
  // What cannot be read again now is told by the next statement.
  (void)state.loadFiles();
}

LinePacker ReleaseWriter::packer() const {
  return LinePacker(std::make_unique<LinePacker::State>(m_state->dictionary));
}

Result<void> ReleaseWriter::putFile(const std::string& path, const ReleaseFile& file) {
  return m_state->writeFile(path, file);
}

Result<void> ReleaseWriter::putQuarantine(const std::string& file, std::int64_t line, const Error& error,
                                          std::string_view bytes) {
  const auto key = m_state->fileKey(file);
  return key ? m_state->writeQuarantine(*key, line, error, bytes) : Result<void>(key.error());
}

Result<PutOutcome> ReleaseWriter::putRecord(const std::string& file, std::int64_t line,
                                            const clinical::FhirResource& resource, const PackedLine& packed) {
  State& state = *m_state;
  const auto fileKey = state.fileKey(file);
  const auto type = state.terms->keyOf(resource.type);
  if (!fileKey || !type) {
    return fileKey ? type.error() : fileKey.error();
  }
  state.findRecord.bind(1, *type);
  state.findRecord.bind(2, std::string_view(resource.id));
  const auto row = state.findRecord.step();
  if (!row) {
    state.findRecord.reset();
    return row.error();
  }
  PutOutcome outcome;
  std::optional<std::int64_t> key;
  if (*row) {
    key = state.findRecord.integer(0);
    const bool same = digestOf(state.findRecord, 1) == packed.sha256;
    const std::int64_t oldFile = state.findRecord.integer(2);
    const bool ours = state.findRecord.integer(3) == state.source;
    const auto oldSubject = state.findRecord.optionalInteger(4);
    state.findRecord.reset();
    if (!ours) {
      return PutOutcome{Put::OtherSource, {}, 0};
    }
    const auto [at, isFirst] = state.seen.try_emplace(*key, SeenAt{*fileKey, line});
    if (!isFirst) {
      const auto name = std::find_if(state.fileKeys.begin(), state.fileKeys.end(),
                                     [&, first = at->second.file](const auto& known) { return known.second == first; });
      return PutOutcome{Put::Twice, name == state.fileKeys.end() ? std::string() : name->first, at->second.line};
    }
    if (same) {
      outcome.put = Put::Unchanged;
      if (oldFile != *fileKey) {
        if (auto moved = state.run(state.moveRecord, {*key, *fileKey}); !moved) {
          return moved.error();
        }
      }
      return outcome;
    }
    if (auto gone = state.run(state.deleteRecord, {*key}); !gone) {
      return gone.error();
    }
    if (oldSubject) {
      state.outdated.insert(*oldSubject);
    }
    outcome.put = Put::Changed;
  } else {
    state.findRecord.reset();
  }
  std::optional<std::int64_t> subject;
  if (!resource.personId.empty()) {
    const auto found = state.subjects->keyOf(resource.personId);
    if (!found) {
      return found.error();
    }
    subject = *found;
    state.outdated.insert(*found);
  }
  Statement& insert = state.insertRecord;
  insert.bind(1, key);
  insert.bind(2, *type);
  insert.bind(3, std::string_view(resource.id));
  insert.bind(4, static_cast<std::int64_t>(resource.record.index()));
  insert.bind(5, subject);
  insert.bind(6, *fileKey);
  insert.bind(7, state.runKey);
  insert.bindUnlessEmpty(8, resource.version);
  insert.bind(9, bytesOfDigest(packed.sha256));
  insert.bind(10, state.dictionaryKey);
  insert.bind(11, bytesOf(packed.bytes));
  if (auto inserted = insert.run(); !inserted) {
    return inserted.error();
  }
  const std::int64_t made = state.database.lastInsertedKey();
  if (auto projected = state.projection->insert(made, subject, resource.record); !projected) {
    return projected.error();
  }
  state.seen[made] = {*fileKey, line};
  state.changed = true;
  return outcome;
}

Result<void> ReleaseWriter::commit() {
  State& state = *m_state;
  for (const auto step : {&State::removeLost, &State::writeCursor, &State::refreshSummaries, &State::raiseBatch}) {
    if (auto done = (state.*step)(); !done) {
      return done;
    }
  }
  auto committed = state.transaction->commit();
  state.transaction.reset();
  state.seen.clear();
  state.outdated.clear();
  return committed;
}

Result<void> ReleaseWriter::setComplete() {
  auto statement = m_state->database.prepare("UPDATE sync_cursor SET complete = 1 WHERE source = ?1");
  return statement ? m_state->run(*statement, {m_state->source}) : Result<void>(statement.error());
}

Result<void> ReleaseWriter::finish(SyncRunState runState, const SyncCounts& counts, const std::string& failure) {
  auto statement = m_state->database.prepare("UPDATE sync_run SET ended = ?2, state = ?3, added = ?4, changed = ?5, "
                                             "unchanged = ?6, deleted = ?7, refused = ?8, "
                                             "images = ?9, failure = ?10 WHERE key = ?1");
  if (!statement) {
    return statement.error();
  }
  statement->bindUnlessEmpty(10, failure);
  return m_state->run(*statement, {m_state->runKey, millisecondsOf(m_state->cache->clock.now()),
                                   static_cast<std::int64_t>(runState), counts.added, counts.changed, counts.unchanged,
                                   counts.deleted, counts.refused, counts.images});
}

} // namespace facet::storage
