#include "../support/records.h"

#include <facet/clinical/span.h>

#include <QtTest>

using namespace facet;
using namespace facet::clinical;
using facet::clinical::test::date;
using facet::clinical::test::day;

namespace {

Span span(const char* begin, const char* end, SpanEnd kind = SpanEnd::Closed) {
  return {rangeOf(date(begin)), rangeOf(date(end)), kind};
}

} // namespace

class TestSpan : public QObject {
  Q_OBJECT

private Q_SLOTS:
  // Days counted by Python's datetime.
  void countsDays_data() {
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("to the day") << QByteArray("2019-06-12") << QByteArray("2021-08-30") << 810 << 810;
    QTest::newRow("one day") << QByteArray("2021-01-01") << QByteArray("2021-01-01") << 0 << 0;
    QTest::newRow("over a leap day") << QByteArray("2024-02-28") << QByteArray("2024-03-01") << 2 << 2;
    QTest::newRow("over none") << QByteArray("2023-02-28") << QByteArray("2023-03-01") << 1 << 1;
    QTest::newRow("year to day") << QByteArray("2019") << QByteArray("2021-03-15") << 440 << 804;
    QTest::newRow("month to month") << QByteArray("2021-03") << QByteArray("2021-06") << 62 << 121;
    QTest::newRow("within one year") << QByteArray("2019") << QByteArray("2019") << 0 << 364;
    QTest::newRow("end before begin") << QByteArray("2021-03-15") << QByteArray("2020-01-01") << 0 << 0;
    QTest::newRow("end perhaps before begin") << QByteArray("2021-03-15") << QByteArray("2021") << 0 << 291;
  }
  void countsDays() {
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, end);
    QFETCH(int, least);
    QFETCH(int, most);
    const Days days = lengthOf(span(begin.constData(), end.constData()));
    QCOMPARE(days.least, least);
    QCOMPARE(days.most, most);
  }

  void knowsContradictions() {
    QVERIFY(isContradictory(span("2021-03-15", "2021-03-14")));
    QVERIFY(!isContradictory(span("2021-03-15", "2021-03-15")));
    QVERIFY(!isContradictory(span("2021-03-15", "2021")));
    QVERIFY(isContradictory(span("2021", "2020")));
    QVERIFY(!isContradictory(span("2021-03-15", "2021-03-14", SpanEnd::Open)));
  }

  void contains_data() {
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<bool>("open");
    QTest::addColumn<QByteArray>("when");
    QTest::addColumn<int>("answer");
    const auto row = [](const char* name, const char* begin, const char* end, bool open, const char* when, int answer) {
      QTest::newRow(name) << QByteArray(begin) << QByteArray(end) << open << QByteArray(when) << answer;
    };
    row("first day", "2020-05-01", "2021-05-01", false, "2020-05-01", 2);
    row("day before", "2020-05-01", "2021-05-01", false, "2020-04-30", 0);
    row("last day", "2020-05-01", "2021-05-01", false, "2021-04-30", 2);
    row("day of the stop", "2020-05-01", "2021-05-01", false, "2021-05-01", 0);
    row("after an open end", "2020-05-01", "2021-05-01", true, "2022-01-01", 2);
    row("month within", "2020-05-01", "2021-05-01", false, "2020-07", 2);
    row("month of the start", "2020-05-02", "2021-05-01", false, "2020-05", 1);
    row("month that begins with it", "2020-05-01", "2021-05-01", false, "2020-05", 2);
    row("year around", "2020-05-01", "2020-08-01", false, "2020", 1);
    row("year before", "2020-05-01", "2021-05-01", false, "2019", 0);
    row("day in the year of the start", "2020", "2022-05-01", false, "2020-07-01", 1);
    row("last day of the year of the start", "2020", "2022-05-01", false, "2020-12-31", 2);
    row("day in the year of the stop", "2020", "2022", false, "2022-07-01", 1);
    row("first day of the year of the stop", "2020", "2022", false, "2022-01-01", 1);
    row("last day of the year of the stop", "2020", "2022", false, "2022-12-31", 0);
  }
  void contains() {
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, end);
    QFETCH(bool, open);
    QFETCH(QByteArray, when);
    QFETCH(int, answer);
    const Span stretch = span(begin.constData(), end.constData(), open ? SpanEnd::Open : SpanEnd::Closed);
    QCOMPARE(static_cast<int>(facet::clinical::contains(stretch, rangeOf(date(when.constData())))), answer);
  }

  void overlaps() {
    const Span a = span("2020-01-01", "2020-06-01");
    QCOMPARE(overlapOf(a, span("2020-05-01", "2021-01-01")), (Days{31, 31}));
    QCOMPARE(overlapOf(a, span("2020-06-01", "2021-01-01")), (Days{0, 0}));
    QCOMPARE(overlapOf(a, span("2020-02-01", "2020-02-11")), (Days{10, 10}));
    QCOMPARE(overlapOf(a, span("2020-05", "2021-01-01")), (Days{1, 31}));
  }

  void yearBeforeTheLeapDay() {
    QCOMPARE(yearBefore(span("2024-02-29", "2025-01-01")).begin, rangeOf(day("2023-03-01")));
    QCOMPARE(yearBefore(span("2023-03-01", "2025-01-01")).begin, rangeOf(day("2022-03-01")));
    QCOMPARE(lengthOf(yearBefore(span("2024-03-01", "2025-01-01"))), (Days{366, 366}));
    const Span before = yearBefore(span("2019", "2021-01-01"));
    QCOMPARE(before.begin, (DayRange{day("2018-01-01"), day("2018-12-31")}));
    QCOMPARE(before.end, (DayRange{day("2019-01-01"), day("2019-12-31")}));
  }
};

QTEST_APPLESS_MAIN(TestSpan)
#include "tst_span.moc"
