#include <facet/core/date.h>

#include <QtTest>

using namespace facet;

namespace {
QString iso(const Result<PartialDate>& date) {
  return date ? QString::fromStdString(date->toIso()) : QString();
}
PartialDate date(const char* text) {
  return *parseIsoDate(text);
}
} // namespace

class TestDate : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void parses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("year") << "2021"
                          << "2021";
    QTest::newRow("month") << "2021-03"
                           << "2021-03";
    QTest::newRow("day") << "2021-03-09"
                         << "2021-03-09";
    QTest::newRow("leap day") << "2024-02-29"
                              << "2024-02-29";
    QTest::newRow("leap day of a century") << "2000-02-29"
                                           << "2000-02-29";
    QTest::newRow("FHIR dateTime") << "2021-03-09T23:30:00+01:00"
                                   << "2021-03-09";
    QTest::newRow("FHIR instant") << "2021-03-09T23:30:00.123Z"
                                  << "2021-03-09";
  }
  void parses() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(iso(parseIsoDate(text.toStdString())), expected);
  }

  void refuses_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"",
                             " ",
                             "21",
                             "2021-",
                             "2021-3",
                             "2021-03-9",
                             "2021-13",
                             "2021-00",
                             "2021-02-29",
                             "1900-02-29",
                             "2021-04-31",
                             "2021-03-00",
                             "0000",
                             "20210309",
                             "2021/03/09",
                             "2021-03-09T",
                             "2021-03-09T25:00",
                             "2021-03T10:00",
                             "2021-03-09 10:00",
                             "+2021",
                             "-2021",
                             "2021-03-09Z",
                             "09.03.2021",
                             "20211",
                             "2021-03-09T10:00:00.Z"}) {
      QTest::newRow(text) << text;
    }
  }
  void refuses() {
    QFETCH(QString, text);
    const auto result = parseIsoDate(text.toStdString());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidInput);
  }

  void spansWhatItCanMean() {
    QCOMPARE(toIso(date("2024").earliest()), std::string("2024-01-01"));
    QCOMPARE(toIso(date("2024").latest()), std::string("2024-12-31"));
    QCOMPARE(toIso(date("2024-02").latest()), std::string("2024-02-29"));
    QCOMPARE(toIso(date("2023-02").latest()), std::string("2023-02-28"));
    QVERIFY(date("2024-02-03").isExact());
    QVERIFY(!date("2024-02").isExact());
  }

  void ordersOnlyWhatIsCertain() {
    QVERIFY(date("2020") < date("2021"));
    QVERIFY(date("2021-03-09") < date("2021-04"));
    QVERIFY(date("2021") > date("2020-12-31"));
    QVERIFY((date("2021") <=> date("2021-06-01")) == std::partial_ordering::unordered);
    QVERIFY((date("2021-03") <=> date("2021-03")) == std::partial_ordering::equivalent);
    QVERIFY(date("2021") != date("2021-01-01"));
  }

  void survivesStorage() {
    for (const char* text : {"2021", "2021-03", "2021-03-09"}) {
      const PartialDate original = date(text);
      QVERIFY(PartialDate::fromEarliest(original.earliest(), original.precision()) == original);
    }
  }

  void countsYears_data() {
    QTest::addColumn<QString>("birth");
    QTest::addColumn<QString>("when");
    QTest::addColumn<int>("years");
    QTest::newRow("day before birthday") << "1980-05-10"
                                         << "2020-05-09" << 39;
    QTest::newRow("birthday") << "1980-05-10"
                              << "2020-05-10" << 40;
    QTest::newRow("born on a leap day, before") << "2000-02-29"
                                                << "2021-02-28" << 20;
    QTest::newRow("born on a leap day, after") << "2000-02-29"
                                               << "2021-03-01" << 21;
    QTest::newRow("born on a leap day, leap year") << "2000-02-29"
                                                   << "2020-02-29" << 20;
    QTest::newRow("before birth") << "2000-06-01"
                                  << "2000-05-31" << -1;
  }
  void countsYears() {
    QFETCH(QString, birth);
    QFETCH(QString, when);
    QFETCH(int, years);
    QCOMPARE(completedYears(*parseIsoDay(birth.toStdString()), *parseIsoDay(when.toStdString())), years);
  }

  void needsADayWhereADayIsWanted() { QVERIFY(!parseIsoDay("2021-03")); }
};

QTEST_APPLESS_MAIN(TestDate)
#include "tst_date.moc"
