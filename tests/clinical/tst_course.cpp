#include "../support/records.h"

#include <facet/clinical/course.h>

#include <QtTest>

using namespace facet;
using namespace facet::clinical;
using namespace facet::clinical::test;

namespace {

Span span(const char* begin, const char* end, SpanEnd kind = SpanEnd::Closed) {
  return {rangeOf(date(begin)), rangeOf(date(end)), kind};
}

using Indices = std::vector<std::size_t>;

} // namespace

class TestCourse : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void countsRelapses() {
    PatientRecord record;
    record.relapses = {relapse("2019-06-11"),
                       relapse("2019-06-12"),
                       relapse("2020", RelapseCertainty::Reported),
                       relapse("2021-01-05", RelapseCertainty::Pseudo),
                       relapse("2021", RelapseCertainty::Unknown),
                       relapse("2021-08-30")};
    const RelapseCount count = relapsesIn(record, span("2019-06-12", "2021-08-30"));
    QCOMPARE(count.certain, (Indices{1, 2}));
    QCOMPARE(count.possible, (Indices{4}));
    QCOMPARE(count.notExamined, std::size_t(2));
    QVERIFY(!count.isExact());
  }

  void countsRelapsesOfTheYearBefore() {
    PatientRecord record;
    record.relapses = {relapse("2018-06-11"), relapse("2018-06-12"), relapse("2019-06-11"), relapse("2019-06-12")};
    const RelapseCount count = relapsesIn(record, yearBefore(span("2019-06-12", "2021-08-30")));
    QCOMPARE(count.certain, (Indices{1, 2}));
    QVERIFY(count.isExact());
    // A start that is known to the year leaves every relapse of two years open.
    const RelapseCount open = relapsesIn(record, yearBefore(span("2019", "2021-08-30")));
    QVERIFY(open.certain.empty());
    QCOMPARE(open.possible.size(), std::size_t(4));
  }

  void edssCourse() {
    PatientRecord record;
    record.visits = {visit("2019-01-10", 2),   visit("2019-06-12", 3.5, Occasion::Relapse),
                     visit("2019-12-01", 2.5), visit("2020-06-01", 2),
                     visit("2021-08-30", 4),   visit("2021-09-15", 4.5)};
    const EdssCourse course = edssIn(record, span("2019-06-12", "2021-08-30"));
    QCOMPARE(*course.before, std::size_t(1));
    QCOMPARE(course.within, (Indices{2, 3, 4}));
    QCOMPARE(*course.first, std::size_t(2));
    QCOMPARE(*course.last, std::size_t(4));
    QCOMPARE(*course.lowest, std::size_t(3));
    QCOMPARE(*course.changeInTenths, 5);
    QVERIFY(course.perhaps.empty());
  }

  void edssWithoutVisits() {
    const EdssCourse none = edssIn({}, span("2019-06-12", "2021-08-30"));
    QVERIFY(!none.before && !none.first && !none.last && !none.lowest && !none.changeInTenths);
    PatientRecord record;
    record.visits = {visit("2019-06-12", 3)};
    record.visits.push_back(visit("2020-01-01", 0));
    record.visits.back().edss.reset();
    const EdssCourse one = edssIn(record, span("2019-06-12", "2021-08-30"));
    QVERIFY(one.before && !one.last && !one.changeInTenths);
  }

  void ofTwoVisitsOnADayTheExaminedCounts() {
    PatientRecord record;
    record.visits = {visit("2020-06-01", 2, Occasion::Scheduled, ExaminationMode::Examined),
                     visit("2020-06-01", 3, Occasion::Scheduled, ExaminationMode::Telephone)};
    QCOMPARE(*edssIn(record, span("2019-06-12", "2021-08-30")).last, std::size_t(0));
    std::swap(record.visits[0], record.visits[1]);
    QCOMPARE(*edssIn(record, span("2019-06-12", "2021-08-30")).last, std::size_t(1));
    QCOMPARE(*edssIn(record, span("2019-06-12", "2021-08-30")).first, std::size_t(1));
    QCOMPARE(*edssIn(record, span("2020-06-01", "2021-08-30")).before, std::size_t(1));
  }

  void edssWithPartialDates() {
    PatientRecord record;
    record.visits = {visit("2018-12-01", 1.5), visit("2019-05-01", 2), visit("2020-05-01", 3), visit("2021-05-01", 4)};
    const EdssCourse course = edssIn(record, span("2019", "2021"));
    QCOMPARE(*course.before, std::size_t(0));
    QCOMPARE(course.perhaps, (Indices{1, 3}));
    QCOMPARE(course.within, (Indices{2}));
    QCOMPARE(*course.changeInTenths, 15);
  }

  void placesScanIntervals_data() {
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QByteArray>("scan");
    QTest::addColumn<int>("place");
    const auto row = [](const char* name, const char* begin, const char* end, const char* reference, const char* scan,
                        std::optional<ScanPlace> place) {
      QTest::newRow(name) << QByteArray(begin) << QByteArray(end) << QByteArray(reference) << QByteArray(scan)
                          << (place ? static_cast<int>(*place) : -1);
    };
    const std::optional<ScanPlace> none;
    const char* begin = "2020-01-10";
    const char* end = "2021-01-10";
    row("both within", begin, end, "2020-03-01", "2020-09-01", ScanPlace::Under);
    row("first day to last day", begin, end, "2020-01-10", "2021-01-10", ScanPlace::Under);
    row("reference one day early", begin, end, "2020-01-09", "2020-09-01", ScanPlace::SpansStart);
    row("scan one day late", begin, end, "2020-03-01", "2021-01-11", ScanPlace::SpansStop);
    row("around", begin, end, "2019-03-01", "2022-01-11", ScanPlace::SpansBoth);
    row("before", begin, end, "2019-03-01", "2019-09-01", none);
    row("up to the first day", begin, end, "2019-03-01", "2020-01-10", none);
    row("from the last day", begin, end, "2021-01-10", "2021-09-10", none);
    row("start known to the year", "2020", end, "2020-03-01", "2020-09-01", ScanPlace::Unsure);
    row("start known to the year, both after it", "2019", end, "2020-03-01", "2020-09-01", ScanPlace::Under);
    row("stop known to the month", begin, "2021-01", "2020-03-01", "2021-01-10", ScanPlace::Unsure);
  }
  void placesScanIntervals() {
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, end);
    QFETCH(QByteArray, reference);
    QFETCH(QByteArray, scan);
    QFETCH(int, place);
    PatientRecord record;
    record.exams = {test::scan(reference.constData()), test::scan(scan.constData(), reference.constData(), 2)};
    const ScanCourse course = scansIn(record, span(begin.constData(), end.constData()));
    int found = -1;
    for (const ScanInterval& interval : course.intervals) {
      found = interval.exam == 1 ? static_cast<int>(interval.place) : found;
    }
    QCOMPARE(found, place);
    QCOMPARE(course.brain.intervals, std::size_t(place == static_cast<int>(ScanPlace::Under) ? 1 : 0));
    QCOMPARE(course.brain.lesions, place == static_cast<int>(ScanPlace::Under) ? 2 : 0);
  }

  void addsLesionsOnlyOfReportedIntervals() {
    PatientRecord record;
    record.exams = {scan("2020-02-01"), scan("2020-08-01", "2020-02-01", 3), scan("2021-02-01", "2020-08-01"),
                    scan("2021-08-01", "2021-02-01", 0)};
    const ScanCourse course = scansIn(record, span("2020-01-10", "2022-01-10"));
    QCOMPARE(course.brain.lesions, 3);
    QCOMPARE(course.brain.intervals, std::size_t(2));
    QCOMPARE(course.brain.notReported, std::size_t(1));
    QVERIFY(!course.brain.overlapping);
    QVERIFY(course.hasScan());
  }

  void sharedIntervalsGiveNoSum() {
    PatientRecord record;
    record.exams = {scan("2020-02-01"), scan("2020-08-01", "2020-02-01", 3), scan("2021-02-01", "2020-02-01", 4)};
    QVERIFY(scansIn(record, span("2020-01-10", "2022-01-10")).brain.overlapping);
  }

  void brainAndCordAreKeptApart() {
    PatientRecord record;
    record.exams = {scan("2020-02-01"), scan("2020-02-01"), scan("2020-08-01", nullptr, 3),
                    scan("2020-08-01", nullptr, 1)};
    record.exams[1].id = "cord-1";
    record.exams[1].regions = {"cervical-cord"};
    record.exams[2].comparatorId = record.exams[0].id;
    record.exams[3].id = "cord-2";
    record.exams[3].regions = {"cervical-cord", "thoracic-cord"};
    record.exams[3].comparatorId = "cord-1";
    const ScanCourse course = scansIn(record, span("2020-01-10", "2022-01-10"));
    QCOMPARE(course.brain.lesions, 3);
    QCOMPARE(course.elsewhere.lesions, 1);
    QVERIFY(!course.brain.overlapping);
    QVERIFY(showsCord(record.exams[3]) && !showsBrain(record.exams[3]));
  }

  void aComparatorThatIsMissingOrLaterIsSaid() {
    PatientRecord record;
    record.exams = {scan("2020-08-01", "2020-02-01", 3), scan("2020-09-01", "2020-09-01", 1)};
    const ScanCourse course = scansIn(record, span("2020-01-10", "2022-01-10"));
    QCOMPARE(course.intervals.size(), std::size_t(2));
    QCOMPARE(course.intervals[0].comparison, Comparison::NotOnRecord);
    QCOMPARE(course.intervals[1].comparison, Comparison::NotOnRecord);
    QCOMPARE(course.brain.intervals, std::size_t(0));
  }

  void aScanBeforeAndOneAfterAreNoScanUnderTreatment() {
    PatientRecord record;
    record.exams = {scan("2019-12-01"), scan("2022-08-01", "2019-12-01", 3)};
    const ScanCourse course = scansIn(record, span("2020-01-10", "2021-01-10"));
    QCOMPARE(course.intervals.size(), std::size_t(1));
    QVERIFY(!course.hasScan());
  }
};

QTEST_APPLESS_MAIN(TestCourse)
#include "tst_course.moc"
