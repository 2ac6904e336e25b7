#include "cache_fixture.h"
#include "key_store.h"
#include "profile.h"

#include <QtTest>

#include <map>

using namespace facet;
using namespace facet::storage;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kPage = 4096;
constexpr int kSettings = 700;
constexpr int kAudits = 300;

std::string valueOf(std::int64_t key) {
  return "value " + std::to_string(key) + std::string(static_cast<std::size_t>(key % 90), 'x');
}

/// A work.db with two tables of many rows, one of them with gaps between its keys, and a long text.
class WorkFixture : public CacheFixture {
public:
  WorkFixture() {
    auto made = make();
    document = *readKeyDocument(folder());
    key.emplace(std::move(openKey(document, options().keys)).value());
    made = cancelledError();
    auto work = database();
    auto transaction = Transaction::begin(work);
    auto setting = work.prepare("INSERT INTO patient_setting(key, person, name, value) VALUES(?, ?, 'n', ?)");
    for (int i = 1; i <= kSettings; ++i) {
      const std::string person = "P" + std::to_string(i);
      const std::string value = valueOf(i);
      setting->bind(1, i);
      setting->bind(2, std::string_view(person));
      setting->bind(3, std::string_view(value));
      must(setting->run());
    }
    auto audit = work.prepare("INSERT INTO audit VALUES(?, 0, 'test', NULL, ?, zeroblob(32))");
    for (int i = 1; i <= kAudits; ++i) {
      const std::string detail = i == 100 ? std::string(20000, 'y') : valueOf(1000 * i);
      audit->bind(1, 1000 * i);
      audit->bind(2, std::string_view(detail));
      must(audit->run());
    }
    must(transaction->commit());
    must(work.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
  }

  Database database() { return std::move(openWorkForWriting({folder()}, document, *key)).value(); }
  [[nodiscard]] fs::path work() const { return folder() / "work.db"; }
  [[nodiscard]] fs::path backup() const { return folder() / "work.backup.db"; }

  KeyDocument document;
  std::optional<SecretKey> key;
};

struct Saved {
  std::int64_t settings = 0;
  std::int64_t audits = 0;
  std::map<std::string, SalvagedTable> report;
  std::string wrong;
};

/// Opens with repair, and checks that every row that is there is as it was.
Saved repaired(WorkFixture& fixture) {
  Saved saved;
  const auto cache = fixture.open(IfDamaged::Repair);
  if (!cache) {
    saved.wrong = describe(cache.error());
    return saved;
  }
  for (const Repair& repair : cache->repairs()) {
    if (repair.file != fixture.work()) {
      saved.wrong = "repaired another file";
    }
    for (const SalvagedTable& table : repair.tables) {
      saved.report[table.name] = table;
    }
  }
  Database work = fixture.database();
  auto rows = work.prepare("SELECT key, value FROM patient_setting");
  while (*rows->step()) {
    ++saved.settings;
    if (rows->text(1) != valueOf(rows->integer(0))) {
      saved.wrong = "changed row";
    }
  }
  rows = work.prepare("SELECT seq, detail FROM audit");
  while (*rows->step()) {
    ++saved.audits;
    if (rows->integer(0) != 100000 && rows->text(1) != valueOf(rows->integer(0))) {
      saved.wrong = "changed row";
    }
  }
  return saved;
}

} // namespace

class TestSalvage : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyDamagedPage_data() {
    QTest::addColumn<QString>("damage");
    QTest::newRow("one bit") << "bit";
    QTest::newRow("zeroed") << "zero";
  }

  void everyDamagedPage() {
    QFETCH(QString, damage);
    WorkFixture fixture;
    const std::string sound = fileBytes(fixture.work());
    const auto pages = static_cast<std::int64_t>(sound.size()) / kPage;
    QVERIFY(pages > 30);
    std::int64_t withLoss = 0;
    for (std::int64_t page = damage == "bit" ? 1 : 0; page < pages; page += 2) {
      std::string broken = sound;
      if (damage == "bit") {
        broken[static_cast<std::size_t>(page * kPage + 1000)] ^= 16;
      } else {
        std::fill_n(broken.begin() + page * kPage, kPage, '\0');
      }
      setFileBytes(fixture.work(), broken);
      fs::remove(fixture.backup());
      setFileBytes(fixture.folder() / "damage", "");
      const auto reported = fixture.open();
      if (reported) {
        // A page that holds nothing.
        continue;
      }
      QCOMPARE(reported.error().code, ErrorCode::Corrupt);
      const Saved saved = repaired(fixture);
      QVERIFY2(saved.wrong.empty(), saved.wrong.c_str());
      const SalvagedTable& settings = saved.report.at("patient_setting");
      const SalvagedTable& audits = saved.report.at("audit");
      QCOMPARE(settings.saved, saved.settings);
      QCOMPARE(audits.saved, saved.audits);
      QCOMPARE(settings.fromBackup, 0);
      if (settings.lost) {
        QCOMPARE(saved.settings + *settings.lost, kSettings);
      }
      if (audits.lost) {
        QCOMPARE(saved.audits + *audits.lost, kAudits);
      }
      const std::int64_t lost = kSettings - saved.settings + kAudits - saved.audits;
      withLoss += lost > 0 ? 1 : 0;
      // A leaf holds some forty rows; only the first page and a root take more with them.
      if (lost > 100) {
        QVERIFY2(page == 0 || saved.settings == 0 || saved.audits == 0, qPrintable(QString::number(page)));
      }
      // The damaged file is kept as it was.
      std::size_t kept = 0;
      for (const auto& entry : fs::directory_iterator(fixture.folder())) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("work.damaged-") && name.ends_with(".db")) {
          QVERIFY(fileBytes(entry.path()) == broken);
          fs::remove(entry.path());
          ++kept;
        }
      }
      QCOMPARE(kept, std::size_t{1});
    }
    QVERIFY(withLoss > 10);
  }

  void theBackupFillsWhatIsLost() {
    WorkFixture fixture;
    QVERIFY(fixture.open());
    QVERIFY(fs::exists(fixture.backup()));
    // After the backup a row is changed, one is added and one taken away.
    {
      Database work = fixture.database();
      QVERIFY(work.execute("DELETE FROM patient_setting WHERE key = 1; DELETE FROM patient_setting WHERE key = 700;"
                           "INSERT INTO patient_setting(key, person, name, value) "
                           "VALUES(701, 'P', 'n', 'value 701' || replace(hex(zeroblob(71)), '00', 'x'))"));
      QVERIFY(work.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    const std::string sound = fileBytes(fixture.work());
    for (std::int64_t page = 0; page < static_cast<std::int64_t>(sound.size()) / kPage; page += 5) {
      std::string broken = sound;
      std::fill_n(broken.begin() + page * kPage, kPage, '\0');
      setFileBytes(fixture.work(), broken);
      setFileBytes(fixture.folder() / "damage", "");
      const std::string backup = fileBytes(fixture.backup());
      if (fixture.open()) {
        continue;
      }
      setFileBytes(fixture.backup(), backup);
      const Saved saved = repaired(fixture);
      QVERIFY2(saved.wrong.empty(), saved.wrong.c_str());
      QCOMPARE(saved.audits, kAudits);
      // At most the newest rows on the lost page are gone, and rows taken away since may be back.
      QVERIFY(saved.settings >= kSettings - 2);
      QVERIFY(saved.settings <= kSettings + 1);
      setFileBytes(fixture.backup(), backup);
    }
  }

  void aFileThatIsGone_data() {
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("backup");
    for (const int length : {-1, 0, 100, 4096, 5000, 40000}) {
      for (const bool backup : {false, true}) {
        QTest::newRow(qPrintable(QString("%1 %2").arg(length).arg(backup))) << length << backup;
      }
    }
  }

  void aFileThatIsGone() {
    QFETCH(int, length);
    QFETCH(bool, backup);
    WorkFixture fixture;
    QVERIFY(fixture.open());
    if (!backup) {
      fs::remove(fixture.backup());
    }
    if (length < 0) {
      fs::remove(fixture.work());
    } else {
      fs::resize_file(fixture.work(), static_cast<std::uintmax_t>(length));
    }
    QCOMPARE(fixture.open().error().code, ErrorCode::Corrupt);
    QCOMPARE(fixture.openForReading().error().code, ErrorCode::Corrupt);
    const Saved saved = repaired(fixture);
    QVERIFY2(saved.wrong.empty(), saved.wrong.c_str());
    if (backup) {
      QCOMPARE(saved.settings, kSettings);
      QCOMPARE(saved.audits, kAudits);
      QVERIFY(saved.report.at("audit").fromBackup > 0);
    } else {
      QVERIFY(saved.settings < kSettings);
    }
    QVERIFY(fixture.open()->repairs().empty());
  }

  void aCrashDuringSalvageLosesNothing() {
    // Killed after the damaged file was moved and before the saved one took its place.
    WorkFixture fixture;
    fs::rename(fixture.work(), fixture.folder() / "work.saved.db");
    QVERIFY(fixture.open()->repairs().empty());
    Database work = fixture.database();
    QCOMPARE(*work.integer("SELECT count(*) FROM patient_setting"), kSettings);
    // Killed while it was being built.
    setFileBytes(fixture.folder() / "work.building.db", "half");
    QVERIFY(fixture.open());
  }

  void theLogIsSavedToo() {
    WorkFixture fixture;
    const fs::path copy = fixture.scratch() / "copy";
    {
      // As a kill leaves it: rows that stand in the log only.
      Database work = fixture.database();
      QVERIFY(work.execute("UPDATE patient_setting SET name = 'm' WHERE key = 7"));
      fs::copy(fixture.folder(), copy, fs::copy_options::recursive);
    }
    QVERIFY(fs::file_size(copy / "work.db-wal") > 0);
    fs::remove_all(fixture.folder());
    fs::rename(copy, fixture.folder());
    // A page near the end, of the audit.
    flipBit(fixture.work(), fs::file_size(fixture.work()) - 4096 * 3 + 17);
    setFileBytes(fixture.folder() / "damage", "");
    const Saved saved = repaired(fixture);
    QVERIFY2(saved.wrong.empty(), saved.wrong.c_str());
    QVERIFY(!saved.report.empty());
    Database work = fixture.database();
    QCOMPARE(*work.integer("SELECT count(*) FROM patient_setting WHERE name = 'm'"), 1);
  }

  void aDamagedCacheIsReplaced_data() {
    QTest::addColumn<int>("offset");
    QTest::newRow("salt") << 3;
    QTest::newRow("first page") << 2000;
    QTest::newRow("a later page") << 4096 * 5 + 100;
    QTest::newRow("gone") << -1;
  }

  void aDamagedCacheIsReplaced() {
    QFETCH(int, offset);
    WorkFixture fixture;
    const fs::path path = fixture.folder() / "cache.db";
    if (offset < 0) {
      fs::remove(path);
    } else {
      flipBit(path, static_cast<std::uint64_t>(offset));
      setFileBytes(fixture.folder() / "damage", "");
    }
    const auto reported = fixture.open();
    QCOMPARE(reported.error().code, ErrorCode::Corrupt);
    QVERIFY(describe(reported.error()).find("cache.db") != std::string::npos);
    {
      const auto cache = fixture.open(IfDamaged::Repair);
      QVERIFY(cache);
      QCOMPARE(cache->repairs().size(), std::size_t{1});
      QVERIFY(cache->repairs().front().file == path);
      QVERIFY(cache->repairs().front().setAside.empty() == (offset < 0));
    }
    QVERIFY(fixture.open()->repairs().empty());
    QCOMPARE(*fixture.database().integer("SELECT count(*) FROM patient_setting"), kSettings);
  }

  void anUnfoundedSuspicionIsForgotten() {
    WorkFixture fixture;
    setFileBytes(fixture.folder() / "damage", "");
    QVERIFY(fixture.open(IfDamaged::Repair)->repairs().empty());
    QVERIFY(!fs::exists(fixture.folder() / "damage"));
  }
};

QTEST_APPLESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
