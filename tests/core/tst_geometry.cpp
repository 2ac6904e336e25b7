#include <facet/core/geometry.h>

#include <QtTest>

#include <limits>

using namespace facet;

class TestGeometry : public QObject {
  Q_OBJECT

private Q_SLOTS:
  // LPS: +l is the patient's left, +p posterior, +s superior.
  void writesSidesAsLetters_data() {
    QTest::addColumn<double>("l");
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("s");
    QTest::addColumn<QString>("expected");
    QTest::newRow("all positive") << 18.4 << 22.1 << 26.0 << "L 18.4 P 22.1 S 26.0 mm";
    QTest::newRow("all negative") << -18.4 << -22.1 << -26.0 << "R 18.4 A 22.1 I 26.0 mm";
    QTest::newRow("zero") << 0.0 << -0.0 << 0.04 << "L 0.0 P 0.0 S 0.0 mm";
    QTest::newRow("rounds to zero") << -0.04 << -0.06 << 0.0 << "L 0.0 A 0.1 S 0.0 mm";
  }
  void writesSidesAsLetters() {
    QFETCH(double, l);
    QFETCH(double, p);
    QFETCH(double, s);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(toLetters({l, p, s})), expected);
  }

  void invertsAnOblique() {
    Affine3 lpsFromIjk;
    lpsFromIjk.matrix = {{{0.9, -0.2, 0.1}, {0.15, 1.1, -0.3}, {-0.05, 0.25, 3.0}}};
    lpsFromIjk.offset = {-90, -126, -72};
    const auto ijkFromLps = lpsFromIjk.inverse();
    QVERIFY(ijkFromLps);
    const Affine3 identity = compose(lpsFromIjk, *ijkFromLps);
    for (std::size_t r = 0; r < 3; ++r) {
      for (std::size_t c = 0; c < 3; ++c) {
        QVERIFY(std::abs(identity.matrix[r][c] - (r == c ? 1 : 0)) < 1e-12);
      }
      QVERIFY(std::abs(identity.offset[r]) < 1e-10);
    }
  }

  void composesRightToLeft() {
    Affine3 shift;
    shift.offset = {1, 2, 3};
    Affine3 twice;
    twice.matrix = {{{2, 0, 0}, {0, 2, 0}, {0, 0, 2}}};
    QCOMPARE(compose(twice, shift)({0, 0, 0}), (Vec3{2, 4, 6}));
    QCOMPARE(compose(shift, twice)({0, 0, 0}), (Vec3{1, 2, 3}));
  }

  void hasNoInverseOfASingularMap() {
    Affine3 flat;
    flat.matrix = {{{1, 2, 0}, {2, 4, 0}, {0, 0, 1}}};
    QVERIFY(!flat.inverse());
    flat.matrix = {{{1, 0, 0}, {0, std::numeric_limits<double>::quiet_NaN(), 0}, {0, 0, 1}}};
    QVERIFY(!flat.inverse());
    QVERIFY(!flat.isFinite());
  }

  void invertsTinyVoxels() {
    Affine3 tiny;
    tiny.matrix = {{{1e-5, 0, 0}, {0, 1e-5, 0}, {0, 0, 1e-5}}};
    QVERIFY(tiny.inverse());
  }
};

QTEST_APPLESS_MAIN(TestGeometry)
#include "tst_geometry.moc"
