#include "../support/records.h"

#include <facet/clinical/exposure.h>

#include <QtTest>

using namespace facet;
using namespace facet::clinical;
using namespace facet::clinical::test;

namespace {

const Day kToday = day("2026-11-14");

/// Glatiramer, a gap, an overlap of two drugs, a gap of five months, ocrelizumab that goes on.
PatientRecord switching() {
  PatientRecord record;
  record.treatments = {
      treatment("glatiramer acetate", "2019-06-12", "2021-08-30", "inefficacy-relapses"),
      treatment("dimethyl fumarate", "2021-10-04", "2022-07-01", "intolerance"),
      treatment("fingolimod", "2022-06-10", "2025-04-02", "inefficacy-mri"),
      treatment("ocrelizumab", "2025-09-08"),
  };
  record.visits = {visit("2026-09-12", 2.5)};
  return record;
}

} // namespace

class TestExposure : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void nothing() {
    const Exposure exposure = exposureOf({}, kToday);
    QVERIFY(exposure.episodes.empty());
    QVERIFY(exposure.gaps.empty());
    QVERIFY(!exposure.lastContact);
  }

  void episodesAndGaps() {
    const Exposure exposure = exposureOf(switching(), kToday);
    QCOMPARE(exposure.episodes.size(), std::size_t(4));
    QCOMPARE(*exposure.lastContact, day("2026-09-12"));
    QCOMPARE(lengthOf(exposure.episodes[0].span), (Days{810, 810}));
    QCOMPARE(lengthOf(exposure.episodes[2].span), (Days{1027, 1027}));
    // Followed to the last visit, not to today.
    QCOMPARE(exposure.episodes[3].span.end, rangeOf(day("2026-09-12")));
    QCOMPARE(exposure.episodes[3].span.kind, SpanEnd::Open);
    QCOMPARE(exposure.episodes[0].drug->efficacy, Efficacy::Modest);

    QCOMPARE(exposure.gaps.size(), std::size_t(2));
    QCOMPARE(exposure.gaps[0].after, std::size_t(0));
    QCOMPARE(*exposure.gaps[0].before, std::size_t(1));
    QCOMPARE(lengthOf(exposure.gaps[0].span), (Days{35, 35}));
    QCOMPARE(exposure.gaps[1].after, std::size_t(2));
    QCOMPARE(lengthOf(exposure.gaps[1].span), (Days{159, 159}));
  }

  void overlapsAreNamed() {
    const Exposure exposure = exposureOf(switching(), kToday);
    const auto overlaps = overlapsOf(exposure, 1);
    QCOMPARE(overlaps.size(), std::size_t(1));
    QCOMPARE(overlaps[0].with, std::size_t(2));
    QCOMPARE(overlaps[0].days, (Days{21, 21}));
    QVERIFY(overlapsOf(exposure, 3).empty());
  }

  void aLongEpisodeCoversAShortOne() {
    PatientRecord record;
    record.treatments = {treatment("interferon beta-1a", "2010-01-01", "2020-01-01"),
                         treatment("azathioprine", "2012-01-01", "2013-01-01"),
                         treatment("fingolimod", "2020-03-01", "2021-01-01")};
    const Exposure exposure = exposureOf(record, kToday);
    QCOMPARE(exposure.gaps.size(), std::size_t(1));
    QCOMPARE(exposure.gaps[0].after, std::size_t(0));
    QCOMPARE(lengthOf(exposure.gaps[0].span), (Days{60, 60}));
  }

  void timeSinceTheLastDrugIsAGap() {
    PatientRecord record;
    record.treatments = {treatment("cladribine", "2019-01-10", "2020-02-14", "course-complete")};
    record.visits = {visit("2023-02-14", 1.5)};
    const Exposure exposure = exposureOf(record, kToday);
    QCOMPARE(exposure.gaps.size(), std::size_t(1));
    QVERIFY(!exposure.gaps[0].before);
    QCOMPARE(exposure.gaps[0].span.kind, SpanEnd::Open);
    QCOMPARE(lengthOf(exposure.gaps[0].span), (Days{1096, 1096}));
  }

  void aChangeOfDoseIsNoSwitch() {
    PatientRecord record;
    record.treatments = {treatment("Copaxone", "2019-01-01", "2019-06-30"),
                         treatment("glatiramer acetate", "2019-07-01")};
    const Exposure exposure = exposureOf(record, kToday);
    QCOMPARE(exposure.episodes.size(), std::size_t(1));
    QCOMPARE(exposure.episodes[0].treatmentIds.size(), std::size_t(2));
    QVERIFY(!exposure.episodes[0].stop);
    QVERIFY(exposure.gaps.empty());
  }

  void aPauseOrAReasonIsAStop_data() {
    QTest::addColumn<QByteArray>("stop");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("restart");
    QTest::newRow("two days between") << QByteArray("2019-06-30") << QByteArray("") << QByteArray("2019-07-02");
    QTest::newRow("stopped for a reason")
        << QByteArray("2019-06-30") << QByteArray("pregnancy") << QByteArray("2019-07-01");
    QTest::newRow("day not known") << QByteArray("2019-06") << QByteArray("") << QByteArray("2019-07-01");
  }
  void aPauseOrAReasonIsAStop() {
    QFETCH(QByteArray, stop);
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, restart);
    PatientRecord record;
    record.treatments = {treatment("fingolimod", "2019-01-01", stop.constData(), reason.constData()),
                         treatment("fingolimod", restart.constData())};
    QCOMPARE(exposureOf(record, kToday).episodes.size(), std::size_t(2));
  }

  void partialDatesGiveRanges() {
    PatientRecord record;
    record.treatments = {treatment("teriflunomide", "2019", "2021-03-15"), treatment("fingolimod", "2021")};
    record.visits = {visit("2023-06-01", 2)};
    const Exposure exposure = exposureOf(record, kToday);
    QCOMPARE(lengthOf(exposure.episodes[0].span), (Days{440, 804}));
    // The second began in 2021, perhaps before the first was stopped: that is no gap for certain.
    QVERIFY(exposure.gaps.empty());
    QCOMPARE(overlapsOf(exposure, 0).front().days, (Days{0, 73}));
  }

  void stopBeforeStartIsNoTime() {
    PatientRecord record;
    record.treatments = {treatment("fingolimod", "2021-03-15", "2020-03-15"), treatment("ocrelizumab", "2022-01-01")};
    record.visits = {visit("2022-06-01", 2)};
    const Exposure exposure = exposureOf(record, kToday);
    QVERIFY(isContradictory(exposure.episodes[0].span));
    QVERIFY(exposure.gaps.empty());
  }

  void followUpEndsWithDeathAndWithTheData() {
    PatientRecord record = switching();
    record.visits.push_back(visit("2027-01-01", 3));
    QCOMPARE(*exposureOf(record, kToday).lastContact, day("2026-09-12"));
    record.person.death = date("2026-05");
    QCOMPARE(*exposureOf(record, kToday).lastContact, day("2026-05-01"));
  }

  void startAfterTheLastContactIsNoTime() {
    PatientRecord record;
    record.treatments = {treatment("ocrelizumab", "2026")};
    record.visits = {visit("2025-06-01", 2)};
    const Exposure exposure = exposureOf(record, kToday);
    QCOMPARE(lengthOf(exposure.episodes[0].span), (Days{0, 0}));
  }

  void dosesFindTheirEpisode() {
    PatientRecord record = switching();
    record.administrations = {dose("ocrelizumab", "2025-09-08", "t-ocrelizumab-2025-09-08"),
                              dose("Ocrevus", "2025-09-22"),
                              dose("rituximab", "2025-06-01"), // between two drugs, belongs to none
                              dose("natalizumab", "2023-01-01")};
    const Exposure exposure = exposureOf(record, kToday);
    QCOMPARE(exposure.episodes[3].doses, (std::vector<std::size_t>{0, 1}));
    QCOMPARE(exposure.gaps[1].doses, (std::vector<std::size_t>{2}));
    QVERIFY(exposure.episodes[2].doses.empty());
  }

  void anUnknownDrugKeepsItsName() {
    PatientRecord record;
    record.treatments = {treatment("trial drug X-17", "2019-01-01", "2020-01-01"),
                         treatment("Trial Drug x-17 ", "2020-01-02")};
    const Exposure exposure = exposureOf(record, kToday);
    QCOMPARE(exposure.episodes.size(), std::size_t(1));
    QVERIFY(exposure.episodes[0].drug == nullptr);
    QCOMPARE(QString::fromStdString(exposure.episodes[0].name), QString("trial drug X-17"));
  }
};

QTEST_APPLESS_MAIN(TestExposure)
#include "tst_exposure.moc"
