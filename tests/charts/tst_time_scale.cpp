#include "../support/records.h"

#include <facet/charts/time_scale.h>

#include <QtTest>

using namespace facet;
using namespace facet::charts;
using facet::clinical::test::day;

namespace {

const workspace::Texts& english() {
  static const workspace::Texts texts = *workspace::Texts::inLanguage(QStringLiteral("en"));
  return texts;
}

QStringList labels(const std::vector<Tick>& ticks) {
  QStringList texts;
  for (const Tick& tick : ticks) {
    texts << tick.label;
  }
  return texts;
}

AxisTicks ticks(const char* first, const char* last, double width, AxisMode mode = AxisMode::Calendar,
                const char* origin = "2018-03-14") {
  return ticksFor(TimeScale(toNumber(day(first)), toNumber(day(last)), 0, width), mode, day(origin), english(), 50);
}

} // namespace

class TestTimeScale : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void daysAndNumbers() {
    QCOMPARE(toNumber(day("1970-01-02")), 1.0);
    QCOMPARE(toDay(1.9), day("1970-01-02"));
    QCOMPARE(toDay(-0.5), day("1969-12-31"));
    const TimeScale scale(100, 200, 50, 1000);
    QCOMPARE(scale.x(150.0), 550.0);
    QCOMPARE(scale.dayAt(550), 150.0);
  }

  void decades() {
    const AxisTicks axis = ticks("1985-01-01", "2026-01-01", 500);
    QVERIFY(axis.coarse.empty());
    QCOMPARE(labels(axis.fine), QStringList({"1985", "1990", "1995", "2000", "2005", "2010", "2015", "2020", "2025"}));
  }

  void yearsKeepTheOneBeforeTheEdge() {
    const AxisTicks axis = ticks("2018-03-01", "2021-06-01", 300);
    QCOMPARE(labels(axis.fine), QStringList({"2018", "2019", "2020", "2021"}));
    QCOMPARE(axis.fine[2].day, toNumber(day("2020-01-01")));
  }

  void months() {
    const AxisTicks axis = ticks("2023-11-15", "2024-03-20", 500);
    QCOMPARE(labels(axis.fine), QStringList({"Dec", "Jan", "Feb", "Mar"}));
    QCOMPARE(labels(axis.coarse), QStringList({"2023", "2024"}));
    QCOMPARE(axis.fine[3].day - axis.fine[2].day, 29.0); // 2024 is a leap year
  }

  void weeksBeginOnMonday() {
    const AxisTicks axis = ticks("2024-02-20", "2024-03-20", 300);
    // 26 February 2024 was a Monday.
    QCOMPARE(labels(axis.fine), QStringList({"26", "4", "11", "18"}));
    QCOMPARE(labels(axis.coarse), QStringList({"Feb 2024", "Mar 2024"}));
  }

  void singleDays() {
    const AxisTicks axis = ticks("2024-02-27", "2024-03-02", 400);
    QCOMPARE(labels(axis.fine), QStringList({"27", "28", "29", "1", "2"}));
  }

  void beforeTheEpoch() {
    const AxisTicks axis = ticks("1968-12-20", "1969-01-10", 200);
    QCOMPARE(labels(axis.fine), QStringList({"23", "30", "6"}));
  }

  void yearsSinceOnset() {
    const AxisTicks axis = ticks("2018-03-14", "2022-03-20", 300, AxisMode::SinceOnset);
    QCOMPARE(labels(axis.fine), QStringList({"0 y", "1 y", "2 y", "3 y", "4 y"}));
    QCOMPARE(axis.fine[2].day, toNumber(day("2020-03-14")));
  }

  void beforeOnsetIsNegative() {
    const AxisTicks axis = ticks("2016-03-20", "2018-04-14", 200, AxisMode::SinceOnset);
    QCOMPARE(labels(axis.fine).last(), QString("0 y"));
    QVERIFY(labels(axis.fine).contains(QString::fromUtf8("−1 y")));
  }

  void onsetOnTheLeapDay() {
    const AxisTicks axis = ticks("2020-02-29", "2022-03-02", 200, AxisMode::SinceOnset, "2020-02-29");
    QCOMPARE(axis.fine[1].day, toNumber(day("2021-02-28")));
  }

  void labelsNeverCrowd() {
    for (double width = 60; width < 2000; width *= 1.3) {
      for (const char* last : {"2020-01-20", "2020-06-01", "2023-01-01", "2035-01-01", "2085-01-01"}) {
        for (const AxisMode mode : {AxisMode::Calendar, AxisMode::SinceOnset}) {
          const TimeScale scale(toNumber(day("2020-01-01")), toNumber(day(last)), 0, width);
          const AxisTicks axis = ticksFor(scale, mode, day("2018-03-14"), english(), 50);
          QVERIFY(axis.fine.size() < 60);
          for (std::size_t i = 1; i < axis.fine.size(); ++i) {
            QVERIFY(scale.x(axis.fine[i].day) - scale.x(axis.fine[i - 1].day) >= 0.7 * 50);
          }
        }
      }
    }
  }

  void zoomKeepsThePointUnderThePointer() {
    TimeWindow window({day("2018-01-01"), day("2026-01-01")});
    const double about = toNumber(day("2021-05-05"));
    for (int i = 0; i < 12; ++i) {
      const double share = (about - window.first()) / (window.last() - window.first());
      window.zoom(1.25, about);
      QVERIFY(std::abs((about - window.first()) / (window.last() - window.first()) - share) < 1e-9);
    }
    QVERIFY(!window.showsAll());
    window.fit();
    QVERIFY(window.showsAll());
  }

  void limitsHold() {
    TimeWindow window({day("2018-01-01"), day("2026-01-01")});
    window.zoom(1e9, window.first());
    QCOMPARE(window.last() - window.first(), 10.0);
    window.pan(-1e9);
    QCOMPARE(window.first(), window.earliest());
    window.pan(1e9);
    QVERIFY(std::abs(window.last() - window.latest()) < 1e-6);
    window.zoom(1e-9, window.first());
    QVERIFY(window.showsAll());
    window.show(window.earliest() - 500, window.earliest() - 400);
    QCOMPARE(window.first(), window.earliest());
    QVERIFY(std::abs(window.last() - window.first() - 100) < 1e-9);
  }

  void oneDayStillHasAWindow() {
    TimeWindow window({day("2026-10-05"), day("2026-10-05")});
    QVERIFY(window.last() - window.first() >= 10);
    window.reveal(day("2026-10-05"));
    QVERIFY(window.first() < toNumber(day("2026-10-05")) && window.last() > toNumber(day("2026-10-05")));
  }

  void revealPansNoMoreThanNeeded() {
    TimeWindow window({day("2018-01-01"), day("2026-01-01")});
    window.show(toNumber(day("2020-01-01")), toNumber(day("2020-03-01")));
    const double first = window.first();
    window.reveal(day("2020-02-01"));
    QCOMPARE(window.first(), first);
    window.reveal(day("2022-02-01"));
    QVERIFY(window.last() > toNumber(day("2022-02-01")) && window.last() < toNumber(day("2022-02-10")));
  }
};

QTEST_APPLESS_MAIN(TestTimeScale)
#include "tst_time_scale.moc"
