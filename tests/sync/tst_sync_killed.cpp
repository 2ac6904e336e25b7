#include "cache_dump.h"
#include "sync_fixture.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QtTest>

#include <atomic>
#include <random>

using namespace facet;
using namespace facet::clinical;
using namespace facet::sync;

namespace fs = std::filesystem;

#define QVERIFY_TAKEN(report)                                                                                          \
  do {                                                                                                                 \
    const auto& taken = (report);                                                                                      \
    QVERIFY2(taken.ok(), taken.ok() ? "" : describe(taken.error()).c_str());                                           \
  } while (false)

namespace {

constexpr int kKills = 110;

/// Asks to stop from the given question on.
class StopAt final : public Progress {
public:
  explicit StopAt(int question)
      : m_left(question) {}
  void setFraction(double) override {}
  void setStep(const Message&) override {}
  [[nodiscard]] bool stopRequested() const override { return --m_left < 0; }

private:
  mutable std::atomic<int> m_left;
};

void fill(ReleaseFixture& release, int version) {
  Records records;
  for (int i = 1; i <= 30; ++i) {
    // Each release has people that the other has not.
    if (i % 10 != version) {
      addPerson(records, "SE-" + std::to_string(i));
      MriExam exam;
      exam.id = "e" + std::to_string(i);
      exam.date = *parseIsoDay("2021-02-03") + std::chrono::days(version);
      exam.bidsSession = "sub-SE" + std::to_string(i) + "/ses-01";
      records.add("SE-" + std::to_string(i), exam);
    }
  }
  records.add("SE-5", visitOn("SE-5-v1", "2022-01-05", 30));
  records.addLine("Observation", "not a record");
  records.putInto(release);
  addDatasetDescription(release);
  for (int i = 4; i <= 7; ++i) {
    addImages(release, "SE" + std::to_string(i), "01", i * 20 + (i % 2) * version);
  }
  release.manifest.time += std::chrono::hours(24 * version);
  release.finish();
}

/// The release before and the one that is synced, a cache with the first, and what it is to be with the second.
struct Scene {
  Scene() {
    fill(first, 1);
    fill(second, 2);
    base = fs::path(folder.path().toStdString()) / "base";
    work = fs::path(folder.path().toStdString()) / "work";
    DemoCache cache(base);
    ok = cache.sync(first.folder()).ok();
    cache.close();
    copyBase();
    DemoCache undisturbed(work);
    ok = ok && undisturbed.sync(second.folder()).ok();
    expected = dumpOf(undisturbed.cache());
  }
  void copyBase() const {
    fs::remove_all(work);
    fs::copy(base, work, fs::copy_options::recursive);
  }

  QTemporaryDir folder;
  ReleaseFixture first;
  ReleaseFixture second;
  fs::path base;
  fs::path work;
  std::vector<std::string> expected;
  bool ok = false;
};

} // namespace

class TestSyncKilled : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void endsTheSameWhereverItIsKilled() {
    const Scene scene;
    QVERIFY(scene.ok);
    const QStringList arguments = {QString::fromStdString(scene.work.string()),
                                   QString::fromStdString(scene.second.folder().string())};
    const auto start = [&](QProcess& process) {
      process.start(QStringLiteral(FACET_SYNC_ONCE), arguments);
      return process.waitForStarted();
    };
    // How long it takes when nothing happens.
    scene.copyBase();
    QElapsedTimer timer;
    timer.start();
    QProcess whole;
    QVERIFY(start(whole) && whole.waitForFinished(30000));
    QCOMPARE(whole.exitCode(), 0);
    const auto duration = static_cast<int>(timer.elapsed()) + 1;
    std::mt19937 random(20261128);
    int kills = 0;
    int rounds = 0;
    while (kills < kKills && rounds < 4 * kKills) {
      scene.copyBase();
      // One to four kills in a row, so that also a sync that resumes is killed.
      const auto row = 1 + random() % 4;
      for (unsigned i = 0; i < row; ++i, ++rounds) {
        QProcess process;
        QVERIFY(start(process));
        if (!process.waitForFinished(static_cast<int>(random() % static_cast<unsigned>(duration)))) {
          process.kill();
          QVERIFY(process.waitForFinished(10000));
          ++kills;
        }
      }
      DemoCache cache(scene.work);
      const auto report = cache.sync(scene.second.folder());
      QVERIFY_TAKEN(report);
      QCOMPARE(QString::fromStdString(difference(scene.expected, dumpOf(cache.cache()))), QString());
    }
    QVERIFY2(kills >= 100, qPrintable(QString::number(kills)));
  }

  void endsTheSameWhereverItIsCancelled() {
    const Scene scene;
    QVERIFY(scene.ok);
    int cancelled = 0;
    for (int question = 0; question < 100000; question = question + 1 + question / 6) {
      scene.copyBase();
      DemoCache cache(scene.work);
      StopAt stop(question);
      const auto report = cache.sync(scene.second.folder(), {}, stop);
      if (report) {
        break;
      }
      QCOMPARE(report.error().code, ErrorCode::Cancelled);
      ++cancelled;
      QVERIFY_TAKEN(cache.sync(scene.second.folder()));
      QCOMPARE(QString::fromStdString(difference(scene.expected, dumpOf(cache.cache()))), QString());
    }
    QVERIFY2(cancelled > 10, qPrintable(QString::number(cancelled)));
  }
};

QTEST_GUILESS_MAIN(TestSyncKilled)
#include "tst_sync_killed.moc"
