#include "database.h"
#include "scratch_folder.h"

#include <QtTest>

#include <limits>
#include <sys/stat.h>

using namespace facet;
using namespace facet::storage;
namespace fs = std::filesystem;

namespace {

const SecretKey kKey = SecretKey::random();

Result<Database> create(const fs::path& path) {
  return Database::open({path}, kKey, {DatabaseAccess::Create});
}

Result<Database> reopen(const fs::path& path, DatabaseAccess access = DatabaseAccess::ReadWrite) {
  return Database::open({path}, kKey, {access});
}

void fill(Database& database, int rows);

/// A new file with a filled table.
void make(const fs::path& path, int rows) {
  auto database = create(path);
  QVERIFY(database);
  fill(*database, rows);
}

/// A table of `rows` rows with texts that can be searched for.
void fill(Database& database, int rows) {
  QVERIFY(database.execute("CREATE TABLE t(k INTEGER PRIMARY KEY, v TEXT NOT NULL) STRICT"));
  auto transaction = Transaction::begin(database);
  QVERIFY(transaction);
  auto insert = database.prepare("INSERT INTO t VALUES(?, ?)");
  QVERIFY(insert);
  for (int i = 1; i <= rows; ++i) {
    const std::string text = "Planted Name " + std::to_string(i) + std::string(100, '.');
    insert->bind(1, i);
    insert->bind(2, std::string_view(text));
    QVERIFY(insert->run());
  }
  QVERIFY(transaction->commit());
}

} // namespace

class TestDatabase : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void createsAPrivateFile() {
    const ScratchFolder folder;
    const fs::path path = folder / "a.db";
    {
      auto database = create(path);
      QVERIFY(database);
      QCOMPARE(*database->integer("SELECT 1"), 1);
      fill(*database, 1);
      struct stat info {};
      for (const char* suffix : {"", "-wal", "-shm"}) {
        QCOMPARE(::stat((path.string() + suffix).c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777U, 0600U);
      }
    }
    QCOMPARE(create(path).error().code, ErrorCode::Conflict);
    auto again = reopen(path);
    QVERIFY(again);
    QCOMPARE(*again->integer("SELECT count(*) FROM t"), 1);
    QCOMPARE(*again->integer("PRAGMA foreign_keys"), 1);
    QCOMPARE(*again->integer("PRAGMA synchronous"), 2);
  }

  void saysWhyItCannotOpen() {
    const ScratchFolder folder;
    const fs::path path = folder / "a.db";
    QCOMPARE(reopen(path).error().code, ErrorCode::NotFound);
    QCOMPARE(reopen(folder.path()).error().code, ErrorCode::Io);
    make(path, 1);
    QCOMPARE(Database::open({path}, SecretKey::random(), {}).error().code, ErrorCode::Corrupt);
    setFileBytes(path, "SQLite format 3" + std::string(4081, '\0'));
    QCOMPARE(reopen(path).error().code, ErrorCode::Corrupt);
  }

  void opensOddNames() {
    const ScratchFolder folder;
    for (const char* name : {"a?mode=memory", "b%41", "c#d", "e f", "g'h", "ü€"}) {
      const fs::path path = folder / name;
      make(path, 3);
      QVERIFY2(fs::exists(path), name);
      QCOMPARE(*reopen(path, DatabaseAccess::ReadOnly)->integer("SELECT count(*) FROM t"), 3);
    }
  }

  void keepsValues() {
    const ScratchFolder folder;
    auto database = create(folder / "a.db");
    QVERIFY(database->execute("CREATE TABLE t(i INTEGER, r REAL, s TEXT, b BLOB) STRICT"));
    auto insert = database->prepare("INSERT INTO t VALUES(?, ?, ?, ?)");
    const std::string withNul("a\0b", 3);
    insert->bind(1, std::numeric_limits<std::int64_t>::min());
    insert->bind(2, -0.1);
    insert->bind(3, std::string_view(withNul));
    insert->bind(4, bytesOf(withNul));
    QVERIFY(insert->run());
    insert->bind(1, std::optional<int>());
    insert->bindNull(2);
    insert->bind(3, std::string_view());
    insert->bind(4, Bytes());
    QVERIFY(insert->run());
    insert->bindUnlessEmpty(3, "");
    QVERIFY(insert->run());

    auto select = database->prepare("SELECT i, r, s, b, typeof(s), typeof(b) FROM t ORDER BY rowid");
    QVERIFY(*select->step());
    QCOMPARE(select->columns(), 6);
    QCOMPARE(select->integer(0), std::numeric_limits<std::int64_t>::min());
    QCOMPARE(select->real(1), -0.1);
    QVERIFY(select->text(2) == withNul);
    QVERIFY(textOf(select->blob(3)) == withNul);
    QVERIFY(*select->step());
    QVERIFY(select->isNull(0));
    QVERIFY(!select->optionalInteger(0));
    QVERIFY(select->isNull(1));
    // Empty is not missing.
    QVERIFY(select->text(4) == "text");
    QVERIFY(select->text(5) == "blob");
    QVERIFY(*select->step());
    QVERIFY(select->text(4) == "null");
    QVERIFY(!*select->step());
  }

  void tellsWhatIsWrong() {
    const ScratchFolder folder;
    auto database = create(folder / "a.db");
    QCOMPARE(database->prepare("SELEC 1").error().code, ErrorCode::Internal);
    // Double quotes are names only.
    QCOMPARE(database->prepare("SELECT \"x\"").error().code, ErrorCode::Internal);
    QVERIFY(database->execute("CREATE TABLE p(k INTEGER PRIMARY KEY) STRICT;"
                              "CREATE TABLE c(p INTEGER NOT NULL REFERENCES p(k), n INTEGER CHECK(n < 5)) STRICT"));
    QCOMPARE(database->execute("INSERT INTO c VALUES(1, 1)").error().code, ErrorCode::InvalidInput);
    QVERIFY(database->execute("INSERT INTO p VALUES(1)"));
    QCOMPARE(database->execute("INSERT INTO c VALUES(1, 9)").error().code, ErrorCode::InvalidInput);
    QCOMPARE(database->execute("INSERT INTO c VALUES(1, 'x')").error().code, ErrorCode::InvalidInput);
    QVERIFY(database->execute("INSERT INTO c VALUES(1, 4)"));
    QCOMPARE(database->integer("SELECT n FROM c WHERE n = 0").error().code, ErrorCode::NotFound);

    auto statement = database->prepare("SELECT ?1");
    statement->bind(2, 1);
    QVERIFY(!statement->step());
    statement->bind(1, 7);
    QVERIFY(*statement->step());
    QCOMPARE(statement->integer(0), 7);

    auto reader = reopen(folder / "a.db", DatabaseAccess::ReadOnly);
    QCOMPARE(reader->execute("INSERT INTO p VALUES(2)").error().code, ErrorCode::Unauthorized);
  }

  void rollsBackWhatIsNotCommitted() {
    const ScratchFolder folder;
    auto database = create(folder / "a.db");
    fill(*database, 2);
    {
      const auto transaction = Transaction::begin(*database);
      QVERIFY(transaction);
      QVERIFY(database->execute("DELETE FROM t"));
      QVERIFY(database->insideTransaction());
    }
    QVERIFY(!database->insideTransaction());
    QCOMPARE(*database->integer("SELECT count(*) FROM t"), 2);
    {
      auto transaction = Transaction::begin(*database);
      QVERIFY(database->execute("DELETE FROM t WHERE k = 1"));
      Transaction moved = std::move(*transaction);
      QVERIFY(moved.commit());
    }
    QCOMPARE(*database->integer("SELECT count(*) FROM t"), 1);
  }

  void readersAndTheWriterDoNotWait() {
    const ScratchFolder folder;
    auto writer = create(folder / "a.db");
    fill(*writer, 2);
    auto reader = reopen(folder / "a.db", DatabaseAccess::ReadOnly);
    auto transaction = Transaction::begin(*writer);
    QVERIFY(writer->execute("DELETE FROM t"));
    QCOMPARE(*reader->integer("SELECT count(*) FROM t"), 2);
    auto rows = reader->prepare("SELECT k FROM t");
    QVERIFY(*rows->step());
    QVERIFY(transaction->commit());
    // A statement that has begun keeps what it saw.
    QVERIFY(*rows->step());
    QVERIFY(!*rows->step());
    QCOMPARE(*reader->integer("SELECT count(*) FROM t"), 0);
  }

  void nothingIsReadable() {
    const ScratchFolder folder;
    auto database = create(folder / "a.db");
    fill(*database, 3000);
    // A sort that is larger than the page cache would spill to a file if it could.
    auto sorted = database->prepare("SELECT v FROM t a, (SELECT 1 UNION SELECT 2) ORDER BY v DESC");
    QVERIFY(*sorted->step());
    for (const auto& entry : fs::directory_iterator(folder.path())) {
      const std::string bytes = fileBytes(entry.path());
      QVERIFY2(bytes.find("Planted") == std::string::npos, entry.path().c_str());
      QVERIFY2(bytes.find("SQLite format") == std::string::npos, entry.path().c_str());
    }
  }

  void everyDamagedPageIsNoticed() {
    const ScratchFolder folder;
    const fs::path path = folder / "a.db";
    {
      auto database = create(path);
      fill(*database, 400);
      QVERIFY(database->execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    const std::string sound = fileBytes(path);
    const std::size_t pages = sound.size() / 4096;
    QVERIFY(pages > 10);
    int told = 0;
    for (std::size_t page = 0; page < pages; ++page) {
      // Salt or content, then the random start value and the authentication code at the page's end.
      for (const std::size_t offset : {std::size_t{3}, std::size_t{2000}, std::size_t{4020}, std::size_t{4060}}) {
        setFileBytes(path, sound);
        flipBit(path, page * 4096 + offset, 5);
        auto database = Database::open({path, [&told] { ++told; }}, kKey, {DatabaseAccess::ReadOnly});
        const auto sum = database ? database->integer("SELECT sum(length(v)) FROM t") : database.error();
        QVERIFY2(!sum, qPrintable(QString("page %1 offset %2").arg(page).arg(offset)));
        QCOMPARE(sum.error().code, ErrorCode::Corrupt);
      }
    }
    QCOMPARE(static_cast<std::size_t>(told), pages * 4);
    for (std::size_t page = 0; page < pages; ++page) {
      setFileBytes(path, sound.substr(0, page * 4096 + 100));
      auto database = reopen(path, DatabaseAccess::ReadOnly);
      const auto sum = database ? database->integer("SELECT sum(length(v)) FROM t") : database.error();
      QCOMPARE(sum.error().code, ErrorCode::Corrupt);
    }
  }

  void readsWhatNobodyCanWrite() {
    const ScratchFolder folder;
    const fs::path path = folder / "a.db";
    make(path, 3);
    {
      auto database = reopen(path, DatabaseAccess::Immutable);
      QVERIFY(database);
      QCOMPARE(*database->integer("SELECT count(*) FROM t"), 3);
    }
    QCOMPARE(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
  }

  void attachesAnotherFile() {
    const ScratchFolder folder;
    make(folder / "a.db", 3);
    {
      auto other = Database::open({folder / "b?.db"}, kKey, {DatabaseAccess::Create});
      fill(*other, 5);
    }
    auto database = reopen(folder / "a.db", DatabaseAccess::ReadOnly);
    QVERIFY(database->attach(folder / "b?.db", "other", kKey, DatabaseAccess::ReadOnly));
    QCOMPARE(*database->integer("SELECT (SELECT count(*) FROM t) * 10 + (SELECT count(*) FROM other.t)"), 35);
    auto second = reopen(folder / "a.db", DatabaseAccess::ReadOnly);
    QCOMPARE(second->attach(folder / "b?.db", "other", SecretKey::random(), DatabaseAccess::ReadOnly).error().code,
             ErrorCode::Corrupt);
    const auto absent = second->attach(folder / "absent", "other", kKey, DatabaseAccess::ReadOnly);
    QVERIFY(!absent);
    QVERIFY(!fs::exists(folder / "absent"));
  }

  void copiesUnderAnotherKey() {
    const ScratchFolder folder;
    const SecretKey otherKey = SecretKey::random();
    auto source = create(folder / "a.db");
    fill(*source, 300);
    {
      auto target = Database::open({folder / "b.db"}, otherKey, {DatabaseAccess::Create});
      QVERIFY(source->copyTo(*target));
    }
    QCOMPARE(Database::open({folder / "b.db"}, kKey, {}).error().code, ErrorCode::Corrupt);
    auto copy = Database::open({folder / "b.db"}, otherKey, {});
    QVERIFY(copy);
    QCOMPARE(*copy->integer("SELECT count(*) FROM t"), 300);
  }
};

QTEST_APPLESS_MAIN(TestDatabase)
#include "tst_database.moc"
