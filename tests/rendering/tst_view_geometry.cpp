#include "ordered_volume.h"

#include <facet/rendering/view_geometry.h>

#include <QtTest>

#include <cmath>

using namespace facet;
using namespace facet::imaging;
using namespace facet::rendering;

namespace {

/// A turn about one axis of the patient, in degrees.
Affine3 turnAbout(std::size_t axis, double degrees) {
  const double angle = degrees * 3.14159265358979 / 180;
  const std::size_t a = (axis + 1) % 3;
  const std::size_t b = (axis + 2) % 3;
  Affine3 turn;
  turn.matrix[a][a] = turn.matrix[b][b] = std::cos(angle);
  turn.matrix[a][b] = -std::sin(angle);
  turn.matrix[b][a] = std::sin(angle);
  return turn;
}

std::string edges(const Grid& grid, Plane plane) {
  const EdgeLetters e = ViewGeometry({grid, plane, 0, centreOf(grid), 1, 10, 10}).edgeLetters();
  return e.left + " " + e.right + " " + e.top + " " + e.bottom;
}

} // namespace

class TestViewGeometry : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void showsRadiologicallyInEveryOrder() {
    for (const OrderedVolume& order : OrderedVolume::all()) {
      const Grid grid = order.grid();
      QCOMPARE(edges(grid, Plane::Axial), "R L A P");
      QCOMPARE(edges(grid, Plane::Coronal), "R L S I");
      QCOMPARE(edges(grid, Plane::Sagittal), "A P S I");
    }
  }

  void writesCompoundLetters_data() {
    QTest::addColumn<double>("x"); // L
    QTest::addColumn<double>("y"); // P
    QTest::addColumn<double>("z"); // S
    QTest::addColumn<QString>("letters");
    QTest::newRow("left") << 1.0 << 0.0 << 0.0 << "L";
    QTest::newRow("head first") << 0.0 << 0.0 << -3.0 << "I";
    QTest::newRow("9 degrees") << 0.156 << -0.988 << 0.0 << "A";
    QTest::newRow("11 degrees") << 0.191 << -0.982 << 0.0 << "AL";
    QTest::newRow("between") << -0.6 << 0.7 << 0.38 << "PRS";
  }
  void writesCompoundLetters() {
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(double, z);
    QFETCH(QString, letters);
    QCOMPARE(QString::fromStdString(directionLetters({x, y, z})), letters);
  }

  // Turned by 15° about S, towards posterior from left: axial right is L and a little P.
  void lettersOfObliqueViews() {
    const Grid grid = OrderedVolume::all().front().grid(turnAbout(2, 15));
    QCOMPARE(edges(grid, Plane::Axial), "RA LP AL PR");
    QVERIFY(std::abs(tiltDegrees(grid, Plane::Axial)) < 1e-6);
    QVERIFY(std::abs(tiltDegrees(grid, Plane::Coronal) - 15) < 1e-6);
    QVERIFY(std::abs(tiltDegrees(grid, Plane::Sagittal) - 15) < 1e-6);
  }

  void takesTheNearestAxes() {
    // Turned by 80° about L: what is stored along P runs along S (down to up or up to down) and so on.
    const Grid grid = OrderedVolume::all().front().grid(turnAbout(0, 80));
    QCOMPARE(sliceCount(grid, Plane::Axial), std::int64_t(6));
    QCOMPARE(sliceCount(grid, Plane::Coronal), std::int64_t(5));
    QCOMPARE(sliceCount(grid, Plane::Sagittal), std::int64_t(8));
    QVERIFY(std::abs(tiltDegrees(grid, Plane::Axial) - 10) < 1e-6);
  }

  void numbersSlicesTowardsSuperiorPosteriorLeft() {
    for (const OrderedVolume& order : OrderedVolume::all()) {
      const Grid grid = order.grid();
      for (const Plane plane : kPlanes) {
        const std::size_t axis = plane == Plane::Axial ? 2 : plane == Plane::Coronal ? 1 : 0;
        LpsPoint at = {OrderedVolume::kFirstMm[0], OrderedVolume::kFirstMm[1], OrderedVolume::kFirstMm[2]};
        QCOMPARE(sliceNumber(grid, plane, nearestSlice(grid, plane, at)), std::int64_t(1));
        (axis == 0 ? at.l : axis == 1 ? at.p : at.s) += 2.4 * OrderedVolume::kStepMm[axis];
        const std::int64_t slice = nearestSlice(grid, plane, at);
        QCOMPARE(sliceNumber(grid, plane, slice), std::int64_t(3));
        QCOMPARE(sliceOfNumber(grid, plane, 3), slice);
        (axis == 0 ? at.l : axis == 1 ? at.p : at.s) += 1e6;
        QCOMPARE(sliceNumber(grid, plane, nearestSlice(grid, plane, at)), OrderedVolume::kCount[axis]);
      }
    }
  }

  void measuresTheWholeGrid() {
    for (const OrderedVolume& order : OrderedVolume::all()) {
      const PlaneExtent axial = planeExtent(order.grid(), Plane::Axial);
      QVERIFY(std::abs(axial.widthMm - 8 * 0.8) < 1e-9);
      QVERIFY(std::abs(axial.heightMm - 6 * 1.1) < 1e-9);
      const PlaneExtent sagittal = planeExtent(order.grid(turnAbout(1, 12)), Plane::Sagittal);
      QVERIFY(std::abs(sagittal.widthMm - 6 * 1.1) < 1e-9);
      QVERIFY(std::abs(sagittal.heightMm - 5 * 2.7) < 1e-9);
    }
  }

  // Gantry tilt: slices are stacked at an angle, each of them is square on the screen.
  void keepsShearedSlicesInTheirPlane() {
    Grid grid;
    grid.size = {20, 20, 10};
    grid.lpsFromIjk.matrix = {{{1, 0, 0}, {0, 1, 0.9}, {0, 0, 3}}};
    const ViewGeometry view({grid, Plane::Axial, 4, {10, 10, 12}, 1, 20, 20});
    const auto voxel = view.voxelAt(10, 10); // the middle: P 10 on slice 4 is index 10 − 0.9 · 4 = 6.4
    QVERIFY(voxel);
    QCOMPARE(*voxel, (IjkIndex{10, 6, 4}));
    QVERIFY(std::abs(view.lpsAt(3, 17).s - 12) < 1e-9);
    QVERIFY(std::abs(view.pixelAt({10, 10, 15}).z - 1) < 1e-9);
  }

  void roundsScaleBars_data() {
    QTest::addColumn<double>("most");
    QTest::addColumn<double>("length");
    QTest::newRow("5 cm") << 74.0 << 50.0;
    QTest::newRow("exactly 2 cm") << 20.0 << 20.0;
    QTest::newRow("1 cm") << 19.9 << 10.0;
    QTest::newRow("half a millimetre") << 0.7 << 0.5;
    QTest::newRow("nothing") << 0.0 << 0.0;
  }
  void roundsScaleBars() {
    QFETCH(double, most);
    QFETCH(double, length);
    QCOMPARE(roundLengthMm(most), length);
  }
};

QTEST_APPLESS_MAIN(TestViewGeometry)
#include "tst_view_geometry.moc"
