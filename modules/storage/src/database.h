#pragma once

#include <facet/core/result.h>
#include <facet/storage/bytes.h>
#include <facet/storage/secret.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace facet::storage {

/// What the connections to one file share.
struct DatabaseFile {
  std::filesystem::path path;
  /// Called when the file turns out to be damaged while it is read or written. Thread: any.
  std::function<void()> onDamage = {};
};

/// A prepared statement. Places are counted from 1, columns from 0, as in SQLite. What is wrong with a binding is told
/// by the next step(). Thread: that of its database.
class Statement {
public:
  Statement() = default;

  void bind(int place, std::int64_t value);
  void bind(int place, double value);
  /// The text must stay until the statement is reset or bound again.
  void bind(int place, std::string_view text);
  /// The bytes must stay until the statement is reset or bound again.
  void bind(int place, Bytes bytes);
  void bindNull(int place);
  template <class T>
  requires std::is_enum_v<T>
  void bind(int place, T value) { bind(place, static_cast<std::int64_t>(value)); }
  void bind(int place, int value) { bind(place, static_cast<std::int64_t>(value)); }
  template <class T>
  void bind(int place, const std::optional<T>& value) {
    if (value) {
      bind(place, *value);
    } else {
      bindNull(place);
    }
  }
  /// The value of another statement's current row, of whatever type it is.
  void bindColumn(int place, const Statement& from, int column);
  /// NULL for an empty text.
  void bindUnlessEmpty(int place, std::string_view text);

  /// Goes to the next row; false after the last one.
  Result<bool> step();
  /// Steps to the end and resets: for statements without rows.
  Result<void> run();
  /// Makes the statement ready for another round; bindings stay.
  void reset();

  [[nodiscard]] bool isNull(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::optional<std::int64_t> optionalInteger(int column) const;
  [[nodiscard]] double real(int column) const;
  /// Valid until the next step; empty for NULL.
  [[nodiscard]] std::string_view text(int column) const;
  /// Valid until the next step; empty for NULL.
  [[nodiscard]] Bytes blob(int column) const;
  [[nodiscard]] int columns() const;
  [[nodiscard]] std::string nameOf(int column) const;

private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(sqlite3_stmt* statement, std::shared_ptr<const DatabaseFile> file)
      : m_statement(statement)
      , m_file(std::move(file)) {}
  void check(int code);

  std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
  std::shared_ptr<const DatabaseFile> m_file;
  int m_bindFailure = 0;
};

enum class DatabaseAccess {
  ReadOnly,  ///< reads while another connection may write
  Immutable, ///< reads a file that nobody can write, without locks and without making files beside it
  ReadWrite,
  Create ///< makes the file, which must be absent or empty, readable by the owner alone
};

struct DatabaseOptions {
  DatabaseAccess access = DatabaseAccess::ReadWrite;
  int cacheKiB = 8192;
  /// WAL pages after which a commit copies them into the file.
  int checkpointPages = 2000;
};

/// A connection to an encrypted SQLite file. Thread: used by one at a time.
class Database {
public:
  /// Errors: Corrupt where the file is damaged or the key is another one (SQLCipher cannot tell which); NotFound;
  /// Unsupported where the linked SQLCipher is older than 4.6; as systemError.
  static Result<Database> open(DatabaseFile file, const SecretKey& key, const DatabaseOptions& options);

  /// Makes another file readable in the same statements as `schema`. Errors: as open.
  Result<void> attach(const std::filesystem::path& path, const char* schema, const SecretKey& key,
                      DatabaseAccess access);

  Result<Statement> prepare(std::string_view sql);
  /// Runs statements that are separated by ';' and have no rows to tell.
  Result<void> execute(const char* sql);
  /// The integer in the first column of the first row. Errors: NotFound where there is no row.
  Result<std::int64_t> integer(std::string_view sql);

  [[nodiscard]] std::int64_t lastInsertedKey() const;
  [[nodiscard]] std::int64_t changedRows() const;
  /// Rows that were added, changed or removed since the connection was opened.
  [[nodiscard]] std::int64_t totalChanges() const;
  [[nodiscard]] bool insideTransaction() const;
  [[nodiscard]] const std::filesystem::path& path() const { return m_file->path; }

  /// Copies everything into `target`, which must be empty and may have another key. Errors: as for statements.
  Result<void> copyTo(Database& target);

private:
  friend class Transaction;
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  Database(sqlite3* handle, std::shared_ptr<const DatabaseFile> file)
      : m_handle(handle)
      , m_file(std::move(file)) {}
  Result<void> prepareConnection(const SecretKey& key, const DatabaseOptions& options);

  std::unique_ptr<sqlite3, Close> m_handle;
  std::shared_ptr<const DatabaseFile> m_file;
};

/// Rolls back what was not committed.
class Transaction {
public:
  /// Takes the right to write at once, so that nothing fails halfway for lack of it.
  static Result<Transaction> begin(Database& database);
  Transaction(Transaction&& other) noexcept;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  /// When it returns success, what was written outlives a power cut.
  Result<void> commit();

private:
  explicit Transaction(sqlite3* handle, std::shared_ptr<const DatabaseFile> file)
      : m_handle(handle)
      , m_file(std::move(file)) {}

  sqlite3* m_handle;
  std::shared_ptr<const DatabaseFile> m_file;
};

} // namespace facet::storage
