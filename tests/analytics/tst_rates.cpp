#include <facet/analytics/rates.h>

#include <QtTest>

#include <cmath>
#include <limits>

using namespace facet::analytics;

class TestRates : public QObject {
  Q_OBJECT

private Q_SLOTS:
  // poisson.test(events, years, conf.level = level)$conf.int of R 4.2.2.
  void agreesWithR_data() {
    QTest::addColumn<int>("events");
    QTest::addColumn<double>("years");
    QTest::addColumn<double>("level");
    QTest::addColumn<double>("lower");
    QTest::addColumn<double>("upper");
    QTest::newRow("none") << 0 << 1.2 << 0.95 << 0.0 << 3.07406621176161;
    QTest::newRow("none in four days") << 0 << 0.01 << 0.95 << 0.0 << 368.887945411394;
    QTest::newRow("one") << 1 << 2.75 << 0.95 << 0.00920647563065087 << 2.0260521421596;
    QTest::newRow("two") << 2 << 2.2 << 0.95 << 0.110095126610893 << 3.28394893987453;
    QTest::newRow("90 %") << 3 << 4.0 << 0.9 << 0.204422861790988 << 1.93841413198318;
    QTest::newRow("five") << 5 << 10.0 << 0.95 << 0.162348639011842 << 1.16683320793227;
    QTest::newRow("dozens") << 37 << 120.5 << 0.95 << 0.216194311760216 << 0.423233411966231;
    QTest::newRow("a cohort") << 1000 << 812.25 << 0.95 << 1.15601479643914 << 1.30988259281785;
  }
  void agreesWithR() {
    QFETCH(int, events);
    QFETCH(double, years);
    QFETCH(double, level);
    QFETCH(double, lower);
    QFETCH(double, upper);
    const auto rate = exactPoissonRate(events, years, level);
    QVERIFY(rate);
    QVERIFY(std::abs(rate->lower - lower) <= 1e-10 * lower);
    QVERIFY(std::abs(rate->upper - upper) <= 1e-10 * upper);
    QCOMPARE(rate->rate, events / years);
  }

  void refusesWhatIsNoRate() {
    for (const double years :
         {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
      QVERIFY(!exactPoissonRate(1, years));
    }
    QVERIFY(!exactPoissonRate(-1, 1));
    QVERIFY(!exactPoissonRate(1, 1, 1));
    QVERIFY(!exactPoissonRate(1, 1, 0));
  }
};

QTEST_APPLESS_MAIN(TestRates)
#include "tst_rates.moc"
