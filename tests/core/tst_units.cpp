#include <facet/core/units.h>

#include <QtTest>

#include <cmath>

using namespace facet;

class TestUnits : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void converts_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<double>("expected");
    QTest::newRow("sNfL") << 14.2 << "ng/L"
                          << "pg/mL" << 14.2;
    QTest::newRow("lymphocytes") << 500.0 << "/uL"
                                 << "10*9/L" << 0.5;
    QTest::newRow("lesion volume") << 1250.0 << "mm3"
                                   << "mL" << 1.25;
    QTest::newRow("minutes") << 1.5 << "min"
                             << "s" << 90.0;
    QTest::newRow("same") << 0.1 << "s"
                          << "s" << 0.1;
  }
  void converts() {
    QFETCH(double, value);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(double, expected);
    const auto result = convertUnit(value, from.toStdString(), to.toStdString());
    QVERIFY(result);
    QVERIFY(std::abs(*result - expected) <= 1e-12 * std::abs(expected));
  }

  void refuses() {
    QCOMPARE(convertUnit(1, "ng/mL", "nmol/L").error().code, ErrorCode::InvalidInput);
    QCOMPARE(convertUnit(1, "furlong", "mm").error().code, ErrorCode::Unsupported);
    QVERIFY(!isKnownUnit(""));
    QVERIFY(unitSymbol("furlong") == "furlong");
    QVERIFY(unitSymbol("10*9/L") == "×10⁹/L");
  }
};

QTEST_APPLESS_MAIN(TestUnits)
#include "tst_units.moc"
