#include "cache_fixture.h"
#include "cache_state.h"

#include <facet/storage/work_writer.h>

#include <QtTest>

using namespace facet;
using namespace facet::storage;

namespace {

Digest digest(std::uint8_t first) {
  Digest made;
  made.bytes[0] = first;
  return made;
}

StoredImage image(const std::string& name, std::uint8_t voxels) {
  StoredImage made;
  made.person = "P1";
  made.session = "1";
  made.name = name;
  made.sequence = "T2w";
  made.grid.size = {2, 2, 2};
  made.voxels = digest(voxels);
  return made;
}

Instant at(int days) {
  return Instant(std::chrono::hours(24 * days));
}

} // namespace

class TestWorkWriter : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_fixture.emplace();
    m_cache.emplace(std::move(m_fixture->make()).value());
    m_writer.emplace(std::move(WorkWriter::open(*m_cache)).value());
  }
  void cleanup() {
    m_writer.reset();
    m_cache.reset();
  }

  void keepsAnImportWholeOrNotAtAll() {
    {
      auto import = m_writer->beginImport(ImportKind::Bids, at(1));
      must(import);
      must(import->putImage(image("t2", 1)));
    }
    QCOMPARE(count("SELECT count(*) FROM image"), 0);
    QCOMPARE(count("SELECT count(*) FROM import"), 0);
    {
      auto import = m_writer->beginImport(ImportKind::Bids, at(2));
      must(import);
      QCOMPARE(*import->putPerson({"P1", clinical::Sex::Female, 34.5, {}, {}}), RowState::Added);
      QCOMPARE(*import->putSession({"P1", "1", std::nullopt}), RowState::Added);
      QCOMPARE(*import->putImage(image("t2", 1)), RowState::Added);
      QCOMPARE(*import->putTransform({digest(1), digest(2), TransformModel::Rigid, {}, "given", {}}), RowState::Added);
      must(import->commit(3));
    }
    QCOMPARE(count("SELECT count(*) FROM image WHERE brought_by = (SELECT key FROM import)"), 1);
    QCOMPARE(count("SELECT images * 100 + refused * 10 + kind FROM import"), 131);
    QCOMPARE(count("SELECT count(*) FROM audit WHERE event = 'import' AND person = 'P1'"), 1);
  }

  void theSameAgainChangesNothing() {
    const auto run = [&](int day) {
      auto import = m_writer->beginImport(ImportKind::Dicom, at(day));
      must(import);
      std::vector<RowState> states;
      states.push_back(*import->putPerson({"P1", clinical::Sex::Male, 40, clinical::Course::RelapsingRemitting,
                                           clinical::Edss::fromTenths(25).value()}));
      states.push_back(*import->putSession({"P1", "1", PartialDate(Day(std::chrono::days(3)))}));
      StoredImage noted = image("t2", 1);
      noted.notices = {{"a.dcm", FACET_TEXT("imaging", "slice %1 is missing").with(4), {}}};
      states.push_back(*import->putImage(noted));
      states.push_back(*import->putTransform({digest(1), digest(2), TransformModel::Rigid, {}, "given", 0.5}));
      must(import->commit(0));
      return states;
    };
    QCOMPARE(run(1), std::vector<RowState>(4, RowState::Added));
    QCOMPARE(run(2), std::vector<RowState>(4, RowState::Unchanged));
    QCOMPARE(count("SELECT count(*) FROM import"), 1);
    QCOMPARE(count("SELECT count(*) FROM audit"), 1);
  }

  void replacesAndFillsIn() {
    auto import = m_writer->beginImport(ImportKind::LooseFiles, at(1));
    must(import);
    QCOMPARE(*import->putPerson({"P1", clinical::Sex::Female, {}, {}, {}}), RowState::Added);
    // What is not said stays, what is said is taken.
    QCOMPARE(*import->putPerson({"P1", clinical::Sex::Unknown, 50, {}, {}}), RowState::Replaced);
    QCOMPARE(*import->putPerson({"P1", clinical::Sex::Unknown, {}, clinical::Course::PrimaryProgressive, {}}),
             RowState::Replaced);
    QCOMPARE(*import->putPerson({"P1", clinical::Sex::Female, 50, {}, {}}), RowState::Unchanged);
    QCOMPARE(*import->putImage(image("t2", 1)), RowState::Added);
    QCOMPARE(*import->putImage(image("t2", 2)), RowState::Replaced);
    QCOMPARE(*import->putSession({"P1", "1", {}}), RowState::Added);
    QCOMPARE(*import->putSession({"P1", "1", PartialDate(Day())}), RowState::Replaced);
    must(import->commit(0));
    QCOMPARE(count("SELECT sex * 1000 + age_years * 10 + course FROM own_person"), 504);
    QCOMPARE(count("SELECT count(*) FROM image"), 1);
  }

  void refusesImpossibleValues() {
    auto import = m_writer->beginImport(ImportKind::LooseFiles, at(1));
    must(import);
    QCOMPARE(import->putPerson({"P1", clinical::Sex::Female, 131, {}, {}}).error().code, ErrorCode::InvalidInput);
    StoredImage empty = image("t2", 1);
    empty.grid.size.k = 0;
    QCOMPARE(import->putImage(empty).error().code, ErrorCode::InvalidInput);
    // One refused row does not end the import.
    must(import->putImage(image("t2", 1)));
    must(import->commit(2));
    QCOMPARE(count("SELECT count(*) FROM image"), 1);
  }

  void keepsReportsMarksAndSettings() {
    must(m_writer->addReport("P1", at(5), "de", digest(7)));
    QCOMPARE(count("SELECT at FROM report WHERE person = 'P1' AND language = 'de' AND length(sha256) = 32"),
             std::int64_t(5) * 24 * 3600 * 1000);
    must(m_writer->setLastVisitMark("P1", Day(std::chrono::days(10))));
    must(m_writer->setLastVisitMark("P1", Day(std::chrono::days(11))));
    QCOMPARE(count("SELECT sum(day) FROM last_visit_mark"), 11);
    must(m_writer->setLastVisitMark("P1", std::nullopt));
    QCOMPARE(count("SELECT count(*) FROM last_visit_mark"), 0);
    must(m_writer->setPatientSetting("P1", "mri.window", "5"));
    must(m_writer->setPatientSetting("P1", "mri.window", "6"));
    must(m_writer->setPatientSetting("P2", "mri.window", "7"));
    QCOMPARE(count("SELECT value FROM patient_setting WHERE person = 'P1'"), 6);
    must(m_writer->setPatientSetting("P1", "mri.window", ""));
    QCOMPARE(count("SELECT count(*) FROM patient_setting"), 1);
  }

  void theAuditTellsWhatWasChanged_data() {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("broken");
    QTest::newRow("nothing") << "" << 0;
    QTest::newRow("event") << "UPDATE audit SET event = 'x' WHERE seq = 2" << 2;
    QTest::newRow("person") << "UPDATE audit SET person = NULL WHERE seq = 3" << 3;
    QTest::newRow("moment") << "UPDATE audit SET at = at + 1 WHERE seq = 1" << 1;
    QTest::newRow("hash") << "UPDATE audit SET hash = zeroblob(32) WHERE seq = 4" << 4;
    QTest::newRow("missing") << "DELETE FROM audit WHERE seq = 2" << 3;
    QTest::newRow("swapped") << "UPDATE audit SET seq = 9 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3; "
                                "UPDATE audit SET seq = 3 WHERE seq = 9"
                             << 2;
    QTest::newRow("text moved over") << "UPDATE audit SET event = 'even', detail = 't' || detail WHERE seq = 2" << 2;
  }

  void theAuditTellsWhatWasChanged() {
    QFETCH(QString, sql);
    QFETCH(int, broken);
    for (int i = 1; i <= 5; ++i) {
      must(m_writer->appendAudit({at(i), "event", i == 3 ? "P1" : "", "{\"n\":" + std::to_string(i) + "}"}));
    }
    Database work = open();
    QVERIFY(!work.execute("UPDATE audit SET event = 'x'"));
    QVERIFY(!work.execute("DELETE FROM audit"));
    must(work.execute("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted"));
    must(work.execute(sql.toStdString().c_str()));
    NullProgress progress;
    const auto check = m_writer->verifyAudit(progress);
    must(check);
    QCOMPARE(check->entries, count("SELECT count(*) FROM audit"));
    QCOMPARE(check->firstBroken.value_or(0), broken);
  }

  void refusesACacheThatIsReadOnly() {
    m_writer.reset();
    m_cache.reset();
    const auto cache = m_fixture->openForReading();
    must(cache);
    QCOMPARE(WorkWriter::open(*cache).error().code, ErrorCode::Unauthorized);
  }

private:
  Database open() {
    return std::move(openWorkForWriting(m_cache->state()->files, m_cache->state()->document, m_cache->state()->key))
        .value();
  }
  std::int64_t count(const char* sql) {
    Database work = open();
    const auto found = work.integer(sql);
    must(found);
    return *found;
  }

  std::optional<CacheFixture> m_fixture;
  std::optional<Cache> m_cache;
  std::optional<WorkWriter> m_writer;
};

QTEST_APPLESS_MAIN(TestWorkWriter)
#include "tst_work_writer.moc"
