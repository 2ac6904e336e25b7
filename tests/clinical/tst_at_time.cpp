#include "../support/records.h"

#include <facet/clinical/at_time.h>

#include <QtTest>

using namespace facet;
using namespace facet::clinical;
using namespace facet::clinical::test;

namespace {

const Day kToday = day("2026-11-14");

PatientRecord sample() {
  PatientRecord record;
  record.phases = {
      {.id = "p1", .course = Course::ClinicallyIsolated, .start = date("2018-03"), .end = date("2019-04-20")},
      {.id = "p2", .course = Course::RelapsingRemitting, .start = date("2019-04-20"), .end = {}}};
  record.visits = {visit("2020-01-10", 2), visit("2021-01-10", 2.5)};
  record.visits.push_back(visit("2021-06-10", 0));
  record.visits.back().edss.reset();
  record.visits.back().systems[FunctionalSystem::Visual] = 1;
  record.relapses = {relapse("2019-04-20"), relapse("2021-02-01", RelapseCertainty::Pseudo)};
  record.treatments = {treatment("glatiramer acetate", "2019-06-12", "2020-08-30"), treatment("fingolimod", "2021")};
  record.measurements = {measurement("snfl", "2020-01-10", 9.5, "pg/mL", "Simoa"),
                         measurement("snfl", "2021", 12, "pg/mL", "Simoa"),
                         measurement("t25fw", "2021-01-10", 5.4, "s")};
  record.exams = {scan("2020-02-01"), scan("2021-03-01", "2020-02-01", 1)};
  return record;
}

} // namespace

class TestAtTime : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void beforeEverything() {
    const PatientRecord record = sample();
    const Snapshot at = snapshotAt(record, exposureOf(record, kToday), day("2018-03-15"));
    QVERIFY(!at.phase && !at.edss && !at.systems && !at.relapse && !at.exam && !at.gap);
    QVERIFY(at.measurements.empty() && at.episodes.empty());
  }

  void valuesHoldUntilTheNext() {
    const PatientRecord record = sample();
    const Exposure exposure = exposureOf(record, kToday);
    const Snapshot before = snapshotAt(record, exposure, day("2021-01-09"));
    QCOMPARE(*before.edss, std::size_t(0));
    const Snapshot on = snapshotAt(record, exposure, day("2021-01-10"));
    QCOMPARE(*on.edss, std::size_t(1));
    QVERIFY(!on.systems);
    QCOMPARE(*on.exam, std::size_t(0));
    QCOMPARE(*on.phase, std::size_t(1));
    // The sNfL of "2021" may be later than this day; the one of 2020 is the last that is certain.
    QCOMPARE(on.measurements, (std::vector<std::size_t>{0, 2}));
    const Snapshot later = snapshotAt(record, exposure, day("2021-12-31"));
    QCOMPARE(later.measurements, (std::vector<std::size_t>{1, 2}));
    QCOMPARE(*later.edss, std::size_t(1));
    QCOMPARE(*later.systems, std::size_t(2));
    // A pseudo-relapse is none.
    QCOMPARE(*later.relapse, std::size_t(0));
  }

  void treatmentAtTheCursor() {
    const PatientRecord record = sample();
    const Exposure exposure = exposureOf(record, kToday);
    const Snapshot on = snapshotAt(record, exposure, day("2019-06-13"));
    QCOMPARE(on.episodes.size(), std::size_t(1));
    QCOMPARE(on.episodes[0].sinceStart, (Days{1, 1}));
    const Snapshot between = snapshotAt(record, exposure, day("2020-09-15"));
    QVERIFY(between.episodes.empty());
    QCOMPARE(*between.gap, std::size_t(0));
    const Snapshot perhaps = snapshotAt(record, exposure, day("2021-03-01"));
    QCOMPARE(perhaps.episodes.size(), std::size_t(1));
    QCOMPARE(perhaps.episodes[0].on, Answer::Perhaps);
    QVERIFY(!perhaps.gap);
    const Snapshot since = snapshotAt(record, exposure, day("2022-12-31"));
    QCOMPARE(since.episodes[0].on, Answer::Yes);
    QCOMPARE(since.episodes[0].sinceStart, (Days{365, 729}));
  }

  void phasesEnd() {
    PatientRecord record = sample();
    record.phases.pop_back();
    const Exposure exposure = exposureOf(record, kToday);
    QVERIFY(snapshotAt(record, exposure, day("2019-04-20")).phase);
    QVERIFY(!snapshotAt(record, exposure, day("2019-04-21")).phase);
  }
};

QTEST_APPLESS_MAIN(TestAtTime)
#include "tst_at_time.moc"
