#include "audit.h"
#include "cache_state.h"
#include "image_rows.h"

#include <facet/storage/work_writer.h>

#include <string>

namespace facet::storage {
namespace {

bool sameImage(const StoredImage& a, const StoredImage& b) {
  return a.role == b.role && a.sequence == b.sequence && a.format == b.format && a.madeBy == b.madeBy &&
         a.voxelType == b.voxelType && a.grid.size == b.grid.size && a.grid.lpsFromIjk == b.grid.lpsFromIjk &&
         a.original == b.original && a.voxels == b.voxels && a.notices == b.notices;
}

template <class T>
std::optional<std::int64_t> numberOf(const std::optional<T>& value) {
  return value ? std::optional(static_cast<std::int64_t>(*value)) : std::nullopt;
}

} // namespace

struct WorkWriter::State {
  explicit State(std::shared_ptr<CacheState> shared, Database opened)
      : cache(std::move(shared))
      , database(std::move(opened))
      , hash(auditHash(cache->key)) {}

  /// Runs `write` in a transaction of its own.
  template <class F>
  Result<void> inTransaction(F&& write) {
    auto transaction = Transaction::begin(database);
    if (!transaction) {
      return transaction.error();
    }
    if (auto written = write(); !written) {
      return written;
    }
    return transaction->commit();
  }

  /// Keeps the lock of the cache as long as something writes.
  std::shared_ptr<CacheState> cache;
  Database database;
  KeyedHash hash;
};

struct ImportWriter::State {
  State(WorkWriter::State& work, Transaction begun, ImageRows prepared, std::int64_t row, AuditEntry entry)
      : writer(work)
      , transaction(std::move(begun))
      , rows(std::move(prepared))
      , import(row)
      , audit(std::move(entry)) {}

  /// Counts what `put` did by the rows that it changed.
  template <class F>
  Result<RowState> put(bool known, F&& put) {
    const std::int64_t before = writer.database.totalChanges();
    if (auto written = put(); !written) {
      return written.error();
    }
    if (writer.database.totalChanges() == before) {
      return RowState::Unchanged;
    }
    changed = true;
    return known ? RowState::Replaced : RowState::Added;
  }

  WorkWriter::State& writer;
  Transaction transaction;
  ImageRows rows;
  std::int64_t import;
  AuditEntry audit;
  std::int64_t images = 0;
  bool changed = false;
};

ImportWriter::ImportWriter(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
ImportWriter::ImportWriter(ImportWriter&&) noexcept = default;
ImportWriter& ImportWriter::operator=(ImportWriter&&) noexcept = default;
ImportWriter::~ImportWriter() = default;

Result<RowState> ImportWriter::putPerson(const OwnPerson& person) {
  Database& database = m_state->writer.database;
  auto known = database.prepare("SELECT 1 FROM own_person WHERE pseudonym = ?1");
  if (!known) {
    return known.error();
  }
  known->bind(1, std::string_view(person.pseudonym));
  const auto found = known->step();
  if (!found) {
    return found.error();
  }
  known->reset();
  auto put = database.prepare(
      "INSERT INTO own_person(pseudonym, sex, age_years, course, edss, added) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
      "ON CONFLICT(pseudonym) DO UPDATE SET sex = CASE excluded.sex WHEN ?7 THEN sex ELSE excluded.sex END, "
      "age_years = coalesce(excluded.age_years, age_years), course = coalesce(excluded.course, course), "
      "edss = coalesce(excluded.edss, edss) "
      "WHERE (excluded.sex != ?7 AND excluded.sex != sex) OR coalesce(excluded.age_years != age_years, "
      "excluded.age_years IS NOT NULL) OR coalesce(excluded.course != course, excluded.course IS NOT NULL) "
      "OR coalesce(excluded.edss != edss, excluded.edss IS NOT NULL)");
  if (!put) {
    return put.error();
  }
  put->bind(1, std::string_view(person.pseudonym));
  put->bind(2, person.sex);
  put->bind(3, person.ageYears);
  put->bind(4, numberOf(person.course));
  put->bind(5, person.edss ? std::optional(static_cast<std::int64_t>(person.edss->tenths())) : std::nullopt);
  put->bind(6, static_cast<std::int64_t>(m_state->audit.at.time_since_epoch().count()));
  put->bind(7, clinical::Sex::Unknown);
  auto state = m_state->put(*found, [&] { return put->run(); });
  if (m_state->audit.person.empty()) {
    m_state->audit.person = person.pseudonym;
  }
  return state;
}

Result<RowState> ImportWriter::putSession(const StoredSession& session) {
  auto known = m_state->writer.database.prepare("SELECT 1 FROM imaging_session WHERE person = ?1 AND label = ?2");
  if (!known) {
    return known.error();
  }
  known->bind(1, std::string_view(session.person));
  known->bind(2, std::string_view(session.label));
  const auto found = known->step();
  if (!found) {
    return found.error();
  }
  known->reset();
  return m_state->put(*found, [&] { return m_state->rows.putSession(session); });
}

Result<RowState> ImportWriter::putImage(const StoredImage& image) {
  const auto known = m_state->rows.findImage(image);
  if (!known) {
    return known.error();
  }
  if (*known && sameImage(**known, image)) {
    return RowState::Unchanged;
  }
  ++m_state->images;
  return m_state->put(known->has_value(), [&] { return m_state->rows.putImage(image, m_state->import); });
}

Result<RowState> ImportWriter::putTransform(const StoredTransform& transform) {
  const auto known = m_state->rows.findTransform(transform);
  if (!known) {
    return known.error();
  }
  if (*known && (*known)->model == transform.model && (*known)->movingFromFixed == transform.movingFromFixed &&
      (*known)->method == transform.method && (*known)->metric == transform.metric) {
    return RowState::Unchanged;
  }
  return m_state->put(known->has_value(), [&] { return m_state->rows.putTransform(transform, m_state->import); });
}

Result<void> ImportWriter::commit(std::int64_t refused) {
  const std::unique_ptr<State> state = std::move(m_state);
  if (!state->changed) {
    return {};
  }
  Database& database = state->writer.database;
  auto count = database.prepare("UPDATE import SET images = ?1, refused = ?2 WHERE key = ?3");
  if (!count) {
    return count.error();
  }
  count->bind(1, state->images);
  count->bind(2, refused);
  count->bind(3, state->import);
  if (auto counted = count->run(); !counted) {
    return counted;
  }
  state->audit.detail =
      "{\"images\":" + std::to_string(state->images) + ",\"refused\":" + std::to_string(refused) + "}";
  if (auto audited = storage::appendAudit(database, state->writer.hash, state->audit); !audited) {
    return audited;
  }
  return state->transaction.commit();
}

WorkWriter::WorkWriter(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
WorkWriter::WorkWriter(WorkWriter&&) noexcept = default;
WorkWriter& WorkWriter::operator=(WorkWriter&&) noexcept = default;
WorkWriter::~WorkWriter() = default;

Result<WorkWriter> WorkWriter::open(const Cache& cache) {
  if (auto refusal = cache.writeRefusal()) {
    return *refusal;
  }
  const std::shared_ptr<CacheState>& state = cache.state();
  auto database = openWorkForWriting(state->files, state->document, state->key);
  if (!database) {
    return database.error();
  }
  return WorkWriter(std::make_unique<State>(state, std::move(*database)));
}

Result<ImportWriter> WorkWriter::beginImport(ImportKind kind, Instant at) {
  Database& database = m_state->database;
  auto transaction = Transaction::begin(database);
  if (!transaction) {
    return transaction.error();
  }
  auto rows = ImageRows::prepare(database);
  if (!rows) {
    return rows.error();
  }
  auto insert = database.prepare("INSERT INTO import(at, kind, images, refused) VALUES(?1, ?2, 0, 0)");
  if (!insert) {
    return insert.error();
  }
  insert->bind(1, static_cast<std::int64_t>(at.time_since_epoch().count()));
  insert->bind(2, kind);
  if (auto inserted = insert->run(); !inserted) {
    return inserted.error();
  }
  return ImportWriter(std::make_unique<ImportWriter::State>(*m_state, std::move(*transaction), std::move(*rows),
                                                            database.lastInsertedKey(),
                                                            AuditEntry{at, "import", {}, {}}));
}

Result<void> WorkWriter::addReport(const std::string& person, Instant at, const std::string& language,
                                   const Digest& digest) {
  return m_state->inTransaction([&]() -> Result<void> {
    auto insert = m_state->database.prepare("INSERT INTO report(person, at, language, sha256) VALUES(?1, ?2, ?3, ?4)");
    if (!insert) {
      return insert.error();
    }
    insert->bind(1, std::string_view(person));
    insert->bind(2, static_cast<std::int64_t>(at.time_since_epoch().count()));
    insert->bind(3, std::string_view(language));
    insert->bind(4, Bytes(std::as_bytes(std::span(digest.bytes))));
    if (auto inserted = insert->run(); !inserted) {
      return inserted;
    }
    return storage::appendAudit(m_state->database, m_state->hash,
                                {at, "report", person, "{\"sha256\":\"" + digest.toHex() + "\"}"});
  });
}

Result<void> WorkWriter::setLastVisitMark(const std::string& person, std::optional<Day> day) {
  return m_state->inTransaction([&]() -> Result<void> {
    auto write = m_state->database.prepare(day ? "INSERT INTO last_visit_mark(person, day) VALUES(?1, ?2) "
                                                 "ON CONFLICT(person) DO UPDATE SET day = excluded.day"
                                               : "DELETE FROM last_visit_mark WHERE person = ?1");
    if (!write) {
      return write.error();
    }
    write->bind(1, std::string_view(person));
    if (day) {
      write->bind(2, static_cast<std::int64_t>(day->time_since_epoch().count()));
    }
    return write->run();
  });
}

Result<void> WorkWriter::setPatientSetting(const std::string& person, const std::string& name,
                                           const std::string& value) {
  return m_state->inTransaction([&]() -> Result<void> {
    auto write =
        m_state->database.prepare(value.empty() ? "DELETE FROM patient_setting WHERE person = ?1 AND name = ?2"
                                                : "INSERT INTO patient_setting(person, name, value) VALUES(?1, ?2, ?3) "
                                                  "ON CONFLICT(person, name) DO UPDATE SET value = excluded.value");
    if (!write) {
      return write.error();
    }
    write->bind(1, std::string_view(person));
    write->bind(2, std::string_view(name));
    if (!value.empty()) {
      write->bind(3, std::string_view(value));
    }
    return write->run();
  });
}

Result<void> WorkWriter::appendAudit(const AuditEntry& entry) {
  return m_state->inTransaction([&] { return storage::appendAudit(m_state->database, m_state->hash, entry); });
}

Result<AuditCheck> WorkWriter::verifyAudit(Progress& progress) {
  return storage::verifyAudit(m_state->database, m_state->hash, progress);
}

} // namespace facet::storage
