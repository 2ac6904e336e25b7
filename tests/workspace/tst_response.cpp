#include "../support/records.h"

#include <facet/workspace/response.h>

#include <QtTest>

using namespace facet;
using namespace facet::clinical;
using namespace facet::clinical::test;
using namespace facet::workspace;

namespace {

const Day kToday = day("2026-11-14");

bool isNear(double value, double expected) {
  return std::abs(value - expected) <= 1e-9 * std::max(1.0, std::abs(expected));
}

} // namespace

class TestResponse : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void nothing() {
    QVERIFY(responseOf({}, kToday).segments.empty());
    PatientRecord record;
    record.relapses = {relapse("2020-01-01")};
    record.visits = {visit("2020-01-10", 2)};
    QVERIFY(responseOf(record, kToday).segments.empty());
  }

  // poisson.test(n, days / 365.25)$conf.int of R 4.2.2, days counted by Python's datetime.
  void ratesOfAPatient() {
    PatientRecord record;
    record.onset = Onset{.id = "o", .onset = date("2018-09"), .diagnosis = {}};
    record.treatments = {treatment("glatiramer acetate", "2019-06-12", "2021-08-30", "inefficacy-relapses"),
                         treatment("fingolimod", "2022-06-10", "2025-04-02"), treatment("ocrelizumab", "2025-09-08")};
    record.relapses = {relapse("2019-04-20"), relapse("2020-04-20"), relapse("2021-04-20"), relapse("2022-01-01")};
    record.visits = {visit("2026-09-12", 2.5)};
    const Response response = responseOf(record, kToday);
    QCOMPARE(response.segments.size(), std::size_t(5));

    const Segment& glatiramer = response.segments[0];
    QCOMPARE(*glatiramer.episode, std::size_t(0));
    QCOMPARE(glatiramer.days, (Days{810, 810}));
    QVERIFY(glatiramer.rate->isExact());
    QVERIFY(isNear(glatiramer.rate->lowest.rate, 0.901851851851852));
    QVERIFY(isNear(glatiramer.rate->lowest.lower, 0.109218443195288));
    QVERIFY(isNear(glatiramer.rate->highest.upper, 3.25779897609404));
    QCOMPARE(glatiramer.yearBefore->certain.size(), std::size_t(1));
    QCOMPARE(*glatiramer.onsetWithinYearBefore, (Days{255, 284}));

    const Segment& gap = response.segments[1];
    QCOMPARE(*gap.gap, std::size_t(0));
    QCOMPARE(gap.relapses.certain.size(), std::size_t(1));
    QVERIFY(!gap.yearBefore);

    const Segment& fingolimod = response.segments[2];
    QCOMPARE(fingolimod.days, (Days{1027, 1027}));
    QCOMPARE(fingolimod.rate->lowest.rate, 0.0);
    QVERIFY(isNear(fingolimod.rate->highest.upper, 1.3119408185152));
    QCOMPARE(fingolimod.yearBefore->certain.size(), std::size_t(1));
    QVERIFY(!fingolimod.onsetWithinYearBefore);
    QCOMPARE(response.segments[4].days, (Days{369, 369}));
  }

  void partialDatesWidenTheRate() {
    PatientRecord record;
    record.treatments = {treatment("teriflunomide", "2019", "2021-03-15")};
    record.relapses = {relapse("2019-06-01"), relapse("2020-06-01")};
    const Segment segment = responseOf(record, kToday).segments.front();
    QCOMPARE(segment.days, (Days{440, 804}));
    QVERIFY(!segment.rate->isExact());
    QCOMPARE(segment.rate->lowest.events, std::int64_t(1));
    QCOMPARE(segment.rate->highest.events, std::int64_t(2));
    QVERIFY(isNear(segment.rate->lowest.rate, 365.25 / 804));
    QVERIFY(isNear(segment.rate->highest.rate, 2 * 365.25 / 440));
    QVERIFY(isNear(segment.rate->lowest.lower, 0.0115016534406242));
    QVERIFY(isNear(segment.rate->highest.upper, 5.99731175144585));
  }

  void noTimeIsNoRate() {
    PatientRecord record;
    record.treatments = {treatment("teriflunomide", "2019", "2019")};
    const Segment unknown = responseOf(record, kToday).segments.front();
    QCOMPARE(unknown.days, (Days{0, 364}));
    QVERIFY(!unknown.rate);
    record.treatments = {treatment("teriflunomide", "2019-05-01")};
    record.visits = {visit("2019-03-01", 2)};
    QVERIFY(!responseOf(record, kToday).segments.front().rate);
  }

  void contradictoryDatesCountNothing() {
    PatientRecord record;
    record.treatments = {treatment("teriflunomide", "2021-05-01", "2020-05-01")};
    record.relapses = {relapse("2020-06-01")};
    const Segment segment = responseOf(record, kToday).segments.front();
    QVERIFY(segment.contradictory);
    QVERIFY(!segment.rate && !segment.yearBefore && segment.relapses.certain.empty());
  }

  void aRelapseInAnOverlapCountsUnderBoth() {
    PatientRecord record;
    record.treatments = {treatment("dimethyl fumarate", "2021-10-04", "2022-07-01"),
                         treatment("fingolimod", "2022-06-10", "2025-04-02")};
    record.relapses = {relapse("2022-06-20")};
    const Response response = responseOf(record, kToday);
    QCOMPARE(response.segments[0].relapses.certain.size(), std::size_t(1));
    QCOMPARE(response.segments[1].relapses.certain.size(), std::size_t(1));
    QCOMPARE(response.segments[0].overlaps.front().days, (Days{21, 21}));
  }
};

QTEST_APPLESS_MAIN(TestResponse)
#include "tst_response.moc"
