#include "migration.h"
#include "scratch_folder.h"

#include <QtTest>

#include <array>

using namespace facet;
using namespace facet::storage;

namespace {

constexpr std::array<std::string_view, 3> kScripts = {"CREATE TABLE a(x INTEGER) STRICT; INSERT INTO a VALUES(1)",
                                                      "CREATE TABLE b(x INTEGER) STRICT",
                                                      "INSERT INTO a VALUES(3);\n-- a comment at the end"};

Schema schema(std::size_t versions, std::int32_t applicationId = 77) {
  return {applicationId, std::span(kScripts).first(versions)};
}

} // namespace

class TestMigration : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_folder.emplace();
    m_database.emplace(
        std::move(Database::open({*m_folder / "a.db"}, SecretKey::random(), {DatabaseAccess::Create})).value());
  }

  void goesStepByStep() {
    for (std::size_t versions = 1; versions <= kScripts.size(); ++versions) {
      QCOMPARE(checkVersion(*m_database, schema(versions)).error().code, ErrorCode::Unsupported);
      // A second time changes nothing.
      QVERIFY(migrate(*m_database, schema(versions)));
      QVERIFY(migrate(*m_database, schema(versions)));
      QVERIFY(checkVersion(*m_database, schema(versions)));
      QCOMPARE(*m_database->integer("PRAGMA user_version"), static_cast<std::int64_t>(versions));
      QCOMPARE(*m_database->integer("PRAGMA application_id"), 77);
    }
    QCOMPARE(*m_database->integer("SELECT count(*) FROM a"), 2);
  }

  void refusesANewerFile() {
    QVERIFY(migrate(*m_database, schema(3)));
    const auto refused = migrate(*m_database, schema(2));
    QCOMPARE(refused.error().code, ErrorCode::Unsupported);
    QVERIFY(describe(refused.error()).find("newer Facet (version 3 of the file; this program knows up to version 2)") !=
            std::string::npos);
    QCOMPARE(checkVersion(*m_database, schema(2)).error().code, ErrorCode::Unsupported);
    QCOMPARE(*m_database->integer("PRAGMA user_version"), 3);
  }

  void refusesAnotherKindOfFile() {
    QVERIFY(migrate(*m_database, schema(1)));
    QCOMPARE(migrate(*m_database, schema(2, 78)).error().code, ErrorCode::Corrupt);
    QVERIFY(migrate(*m_database, schema(2)));
  }

  void aFailedStepLeavesTheVersionBefore() {
    const std::array<std::string_view, 2> broken = {kScripts[0], "CREATE TABLE c(x INTEGER) STRICT; SELEC 1"};
    QVERIFY(!migrate(*m_database, {77, broken}));
    QCOMPARE(*m_database->integer("PRAGMA user_version"), 1);
    QCOMPARE(*m_database->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'c'"), 0);
    QVERIFY(migrate(*m_database, schema(2)));
  }

private:
  std::optional<ScratchFolder> m_folder;
  std::optional<Database> m_database;
};

QTEST_APPLESS_MAIN(TestMigration)
#include "tst_migration.moc"
