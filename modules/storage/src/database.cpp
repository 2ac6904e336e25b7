#include "database.h"

#include "database_error.h"
#include "descriptor.h"
#include "hex.h"

#include <facet/core/files.h>

#include <sodium.h>
#include <sqlite3.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <utility>

namespace facet::storage {
namespace {

/// The form in which SQLCipher takes a raw key: x'…' around 64 digits.
class KeyText {
public:
  explicit KeyText(const SecretKey& key) {
    m_text = "x'";
    std::string digits = toHex(key.bytes());
    m_text += digits;
    m_text += '\'';
    sodium_memzero(digits.data(), digits.size());
  }
  KeyText(const KeyText&) = delete;
  KeyText& operator=(const KeyText&) = delete;
  ~KeyText() { sodium_memzero(m_text.data(), m_text.size()); }
  [[nodiscard]] std::string_view view() const { return m_text; }

private:
  std::string m_text;
};

/// "file:" and the path with the characters escaped that mean something in it.
std::string fileUri(const std::filesystem::path& path, DatabaseAccess access) {
  std::string uri = "file:";
  for (const char c : path.string()) {
    if (c == '%' || c == '?' || c == '#') {
      std::array<char, 4> escaped{};
      std::snprintf(escaped.data(), escaped.size(), "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
      uri += escaped.data();
    } else {
      uri += c;
    }
  }
  return uri + (access == DatabaseAccess::Immutable  ? "?immutable=1"
                : access == DatabaseAccess::ReadOnly ? "?mode=ro"
                                                     : "");
}

Result<void> makePrivateFile(const std::filesystem::path& path) {
  // SQLite gives the files beside it the same mode.
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  struct stat info {};
  if (!file.valid() || ::fstat(file.get(), &info) != 0) {
    return systemError(path, errno);
  }
  if (info.st_size != 0) {
    return Error{ErrorCode::Conflict, displayName(path), FACET_TEXT("storage", "is there already")};
  }
  return {};
}

/// Whether a version "4.6.1 community" is 4.6 or later.
bool isNewEnough(std::string_view version) {
  int major = 0;
  int minor = 0;
  return std::sscanf(std::string(version).c_str(), "%d.%d", &major, &minor) == 2 &&
         std::pair(major, minor) >= std::pair(4, 6);
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::check(int code) {
  if (code != SQLITE_OK && m_bindFailure == 0) {
    m_bindFailure = code;
  }
}

void Statement::bind(int place, std::int64_t value) {
  check(sqlite3_bind_int64(m_statement.get(), place, value));
}

void Statement::bind(int place, double value) {
  check(sqlite3_bind_double(m_statement.get(), place, value));
}

void Statement::bind(int place, std::string_view text) {
  // A null pointer would be bound as NULL.
  check(sqlite3_bind_text64(m_statement.get(), place, text.data() == nullptr ? "" : text.data(), text.size(),
                            SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int place, Bytes bytes) {
  check(sqlite3_bind_blob64(m_statement.get(), place,
                            bytes.data() == nullptr ? static_cast<const void*>("") : bytes.data(), bytes.size(),
                            SQLITE_STATIC));
}

void Statement::bindNull(int place) {
  check(sqlite3_bind_null(m_statement.get(), place));
}

void Statement::bindColumn(int place, const Statement& from, int column) {
  check(sqlite3_bind_value(m_statement.get(), place, sqlite3_column_value(from.m_statement.get(), column)));
}

void Statement::bindUnlessEmpty(int place, std::string_view text) {
  if (text.empty()) {
    bindNull(place);
  } else {
    bind(place, text);
  }
}

Result<bool> Statement::step() {
  if (m_bindFailure != 0) {
    return databaseError(std::exchange(m_bindFailure, 0), 0, "a place that cannot be bound", *m_file);
  }
  const int code = sqlite3_step(m_statement.get());
  if (code == SQLITE_ROW) {
    return true;
  }
  if (code == SQLITE_DONE) {
    return false;
  }
  return databaseError(sqlite3_db_handle(m_statement.get()), *m_file);
}

Result<void> Statement::run() {
  while (true) {
    auto row = step();
    if (!row || !*row) {
      reset();
      return row ? Result<void>() : Result<void>(row.error());
    }
  }
}

void Statement::reset() {
  sqlite3_reset(m_statement.get());
}

bool Statement::isNull(int column) const {
  return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(m_statement.get(), column);
}

std::optional<std::int64_t> Statement::optionalInteger(int column) const {
  return isNull(column) ? std::nullopt : std::optional(integer(column));
}

double Statement::real(int column) const {
  return sqlite3_column_double(m_statement.get(), column);
}

std::string_view Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
  return text == nullptr
             ? std::string_view()
             : std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)));
}

Bytes Statement::blob(int column) const {
  const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(m_statement.get(), column));
  return {bytes, bytes == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

int Statement::columns() const {
  return sqlite3_column_count(m_statement.get());
}

std::string Statement::nameOf(int column) const {
  const char* name = sqlite3_column_name(m_statement.get(), column);
  return name == nullptr ? std::string() : name;
}

void Database::Close::operator()(sqlite3* handle) const {
  // Statements that are still there keep the connection until they are gone.
  sqlite3_close_v2(handle);
}

Result<Database> Database::open(DatabaseFile file, const SecretKey& key, const DatabaseOptions& options) {
  if (options.access == DatabaseAccess::Create) {
    if (auto made = makePrivateFile(file.path); !made) {
      return made.error();
    }
  }
  const bool writes = options.access == DatabaseAccess::ReadWrite || options.access == DatabaseAccess::Create;
  const int flags = (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                    SQLITE_OPEN_EXRESCODE;
  auto shared = std::make_shared<const DatabaseFile>(std::move(file));
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(fileUri(shared->path, options.access).c_str(), &handle, flags, nullptr);
  Database database(handle, shared);
  if (code != SQLITE_OK) {
    return handle == nullptr ? databaseError(code, 0, sqlite3_errstr(code), *shared) : databaseError(handle, *shared);
  }
  if (auto prepared = database.prepareConnection(key, options); !prepared) {
    return prepared.error();
  }
  return database;
}

Result<void> Database::prepareConnection(const SecretKey& key, const DatabaseOptions& options) {
  sqlite3* handle = m_handle.get();
  sqlite3_busy_timeout(handle, 5000);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // Refused pages are told as errors; SQLCipher's own lines would go to standard error.
  if (auto quiet = execute("PRAGMA cipher_log_level = NONE"); !quiet) {
    return quiet;
  }
  auto version = prepare("PRAGMA cipher_version");
  if (!version) {
    return version.error();
  }
  if (const auto row = version->step(); !row || !*row || !isNewEnough(version->text(0))) {
    return Error{ErrorCode::Unsupported, "SQLCipher", FACET_TEXT("storage", "version 4.6 or later is needed")};
  }
  const KeyText text(key);
  if (sqlite3_key_v2(handle, "main", text.view().data(), static_cast<int>(text.view().size())) != SQLITE_OK) {
    return databaseError(handle, *m_file);
  }
  // The first read shows whether the key fits.
  if (const auto pages = integer("SELECT count(*) FROM sqlite_schema"); !pages) {
    return pages.error();
  }
  const std::string settings = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON;"
                               "PRAGMA cache_size = -" +
                               std::to_string(options.cacheKiB) +
                               "; PRAGMA wal_autocheckpoint = " + std::to_string(options.checkpointPages);
  if (auto set = execute(settings.c_str()); !set) {
    return set;
  }
  if (options.access == DatabaseAccess::Create) {
    return execute("PRAGMA journal_mode = WAL");
  }
  return {};
}

Result<void> Database::attach(const std::filesystem::path& path, const char* schema, const SecretKey& key,
                              DatabaseAccess access) {
  auto statement = prepare("ATTACH DATABASE ?1 AS ?2 KEY ?3");
  if (!statement) {
    return statement.error();
  }
  const std::string uri = fileUri(path, access);
  const KeyText text(key);
  statement->bind(1, std::string_view(uri));
  statement->bind(2, std::string_view(schema));
  statement->bind(3, text.view());
  if (auto run = statement->run(); !run) {
    Error error = run.error();
    error.subject = displayName(path);
    return error;
  }
  return {};
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(m_handle.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) {
    return databaseError(m_handle.get(), *m_file);
  }
  return Statement(statement, m_file);
}

Result<void> Database::execute(const char* sql) {
  if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    return databaseError(m_handle.get(), *m_file);
  }
  return {};
}

Result<std::int64_t> Database::integer(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) {
    return statement.error();
  }
  const auto row = statement->step();
  if (!row) {
    return row.error();
  }
  if (!*row) {
    return Error{ErrorCode::NotFound, displayName(path()), FACET_TEXT("storage", "has no such row")};
  }
  return statement->integer(0);
}

std::int64_t Database::lastInsertedKey() const {
  return sqlite3_last_insert_rowid(m_handle.get());
}

std::int64_t Database::changedRows() const {
  return sqlite3_changes64(m_handle.get());
}

std::int64_t Database::totalChanges() const {
  return sqlite3_total_changes64(m_handle.get());
}

bool Database::insideTransaction() const {
  return sqlite3_get_autocommit(m_handle.get()) == 0;
}

Result<void> Database::copyTo(Database& target) {
  sqlite3_backup* backup = sqlite3_backup_init(target.m_handle.get(), "main", m_handle.get(), "main");
  if (backup == nullptr) {
    return databaseError(target.m_handle.get(), *target.m_file);
  }
  const int step = sqlite3_backup_step(backup, -1);
  const int finish = sqlite3_backup_finish(backup);
  if (step != SQLITE_DONE || finish != SQLITE_OK) {
    return databaseError(finish != SQLITE_OK ? finish : step, 0, sqlite3_errstr(step), *m_file);
  }
  return {};
}

Result<Transaction> Transaction::begin(Database& database) {
  if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun) {
    return begun.error();
  }
  return Transaction(database.m_handle.get(), database.m_file);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
    , m_file(std::move(other.m_file)) {}

Transaction::~Transaction() {
  // SQLite itself has rolled back after some failures.
  if (m_handle != nullptr && sqlite3_get_autocommit(m_handle) == 0) {
    sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

Result<void> Transaction::commit() {
  assert(m_handle != nullptr);
  if (sqlite3_exec(m_handle, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK) {
    return databaseError(m_handle, *m_file);
  }
  m_handle = nullptr;
  return {};
}

} // namespace facet::storage
