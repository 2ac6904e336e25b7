#include "oracle.h"

#include <facet/core/random.h>
#include <facet/lesions/shape.h>

#include <QtTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace facet;
using namespace facet::imaging;
using namespace facet::lesions;

namespace {

constexpr double kPi = std::numbers::pi;

template <class T>
Result<std::vector<LesionShape>> measured(const Grid& grid, std::vector<T> voxels) {
  NullProgress progress;
  return measureLabels(*makeVolume<T>(grid, std::move(voxels)), progress);
}

/// Turned about two axes, with unequal voxels; left-handed where `flip` is −1.
Grid obliqueGrid(GridSize size, Vec3 spacing, double flip) {
  const double a = 0.3;
  const double b = -0.5;
  const Vec3 x = {std::cos(a), std::sin(a), 0};
  const Vec3 y = {-std::sin(a) * std::cos(b), std::cos(a) * std::cos(b), std::sin(b)};
  const Vec3 z = cross(x, y);
  Grid grid;
  grid.size = size;
  grid.lpsFromIjk.setColumn(0, x * spacing.x);
  grid.lpsFromIjk.setColumn(1, y * spacing.y);
  grid.lpsFromIjk.setColumn(2, z * (flip * spacing.z));
  grid.lpsFromIjk.offset = {-31, 12, 55};
  return grid;
}

/// Voxels whose centre is within an ellipsoid; its axes lie along those of LPS.
std::vector<std::uint8_t> ellipsoid(const Grid& grid, Vec3 middle, Vec3 radii) {
  std::vector<std::uint8_t> voxels;
  voxels.reserve(grid.size.voxels());
  for (std::int64_t k = 0; k < grid.size.k; ++k) {
    for (std::int64_t j = 0; j < grid.size.j; ++j) {
      for (std::int64_t i = 0; i < grid.size.i; ++i) {
        const Vec3 d =
            grid.lpsFromIjk({static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)}) - middle;
        const double r = std::pow(d.x / radii.x, 2) + std::pow(d.y / radii.y, 2) + std::pow(d.z / radii.z, 2);
        voxels.push_back(r <= 1 ? 1 : 0);
      }
    }
  }
  return voxels;
}

/// Everything about each label by brute force, one line a label.
const char* const kMeasureProgram = R"(
import sys, numpy, scipy.ndimage, scipy.spatial.distance
d = sys.stdin.buffer.read()
ni, nj, nk = numpy.frombuffer(d[:12], '<i4')
m = numpy.frombuffer(d[12:12 + 96], '<f8').reshape(4, 3)
a = numpy.frombuffer(d[108:], '<u2').reshape(nk, nj, ni)
six = scipy.ndimage.generate_binary_structure(3, 1)
def far(p):
    return scipy.spatial.distance.pdist(p).max() if len(p) > 1 else 0.0
for v in numpy.unique(a):
    if v == 0: continue
    at = numpy.argwhere(a == v)[:, ::-1]
    lps = at @ m[:3] + m[3]
    com = numpy.array(scipy.ndimage.center_of_mass(a == v))[::-1] @ m[:3] + m[3]
    planes = [max(far(lps[at[:, x] == s]) for s in numpy.unique(at[:, x])) for x in range(3)]
    slices = [len(numpy.unique(at[:, x])) for x in range(3)]
    most = [max((at[:, x] == s).sum() for s in numpy.unique(at[:, x])) for x in range(3)]
    padded = numpy.pad(a == v, 1).astype(int)
    faces = [numpy.abs(numpy.diff(padded, axis=2 - x)).sum() for x in range(3)]
    area = [numpy.linalg.norm(numpy.cross(m[(x + 1) % 3], m[(x + 2) % 3])) for x in range(3)]
    row = [v, len(at), scipy.ndimage.label(a == v, six)[1], len(at) * abs(numpy.linalg.det(m[:3]))]
    row += list(com) + list(at.min(0)) + list(at.max(0)) + [far(lps)] + planes + slices + most + [numpy.dot(faces, area)]
    print(' '.join(repr(float(x)) for x in row))
)";

} // namespace

class TestShape : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void agreesWithScipy_data() {
    QTest::addColumn<double>("flip");
    QTest::addColumn<double>("share");
    QTest::newRow("sparse") << 1.0 << 0.03;
    QTest::newRow("dense, left-handed") << -1.0 << 0.5;
  }
  void agreesWithScipy() {
    QFETCH(double, flip);
    QFETCH(double, share);
    const Grid grid = obliqueGrid({17, 14, 11}, {0.7, 0.9, 3.1}, flip);
    RandomStream random(5, 0, 0);
    std::vector<std::uint16_t> voxels(grid.size.voxels());
    for (auto& v : voxels) {
      v = random.chance(share) ? static_cast<std::uint16_t>(1 + random.below(6) * 9) : 0;
    }
    QByteArray input;
    for (const qint32 n : {17, 14, 11}) {
      input.append(reinterpret_cast<const char*>(&n), 4);
    }
    for (std::size_t c = 0; c < 4; ++c) {
      const Vec3 v = c < 3 ? grid.lpsFromIjk.column(c) : grid.lpsFromIjk.offset;
      for (const double x : {v.x, v.y, v.z}) {
        input.append(reinterpret_cast<const char*>(&x), 8);
      }
    }
    input.append(reinterpret_cast<const char*>(voxels.data()), static_cast<qsizetype>(voxels.size() * 2));
    const QByteArray output = scipyOracle(QString::fromLatin1(kMeasureProgram), input);
    if (output.isNull()) {
      QSKIP("needs /usr/bin/python3 with scipy");
    }
    const auto shapes = measured(grid, voxels);
    QVERIFY(shapes);
    const QList<QByteArray> lines = output.trimmed().split('\n');
    QCOMPARE(static_cast<std::size_t>(lines.size()), shapes->size());
    for (qsizetype n = 0; n < lines.size(); ++n) {
      const LesionShape& s = (*shapes)[static_cast<std::size_t>(n)];
      std::vector<double> ours = {static_cast<double>(s.label),
                                  static_cast<double>(s.voxels),
                                  static_cast<double>(s.parts),
                                  s.volumeMm3,
                                  s.centroid.l,
                                  s.centroid.p,
                                  s.centroid.s};
      for (const IjkIndex& corner : {s.boxFirst, s.boxLast}) {
        ours.insert(ours.end(),
                    {static_cast<double>(corner.i), static_cast<double>(corner.j), static_cast<double>(corner.k)});
      }
      ours.push_back(s.longestDiameterMm);
      ours.insert(ours.end(), s.inPlaneDiameterMm.begin(), s.inPlaneDiameterMm.end());
      ours.insert(ours.end(), s.slices.begin(), s.slices.end());
      ours.insert(ours.end(), s.mostOnSlice.begin(), s.mostOnSlice.end());
      ours.push_back(s.surfaceMm2);
      const QList<QByteArray> expected = lines[n].split(' ');
      QCOMPARE(static_cast<std::size_t>(expected.size()), ours.size());
      for (std::size_t c = 0; c < ours.size(); ++c) {
        const double e = expected[static_cast<qsizetype>(c)].toDouble();
        QVERIFY2(std::abs(ours[c] - e) <= 1e-9 * std::max(1.0, std::abs(e)),
                 qPrintable(QStringLiteral("label %1, column %2: %3, not %4").arg(s.label).arg(c).arg(ours[c]).arg(e)));
      }
      QVERIFY(std::abs(distanceMm(s.diameterEnds[0], s.diameterEnds[1]) - s.longestDiameterMm) < 1e-9);
    }
  }

  void measuresEllipsoids_data() {
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<double>("z");
    QTest::newRow("sphere of 3 mm") << 3.0 << 3.0 << 3.0;
    QTest::newRow("sphere of 11.3 mm") << 11.3 << 11.3 << 11.3;
    QTest::newRow("ovoid") << 4.0 << 14.0 << 6.5;
  }
  void measuresEllipsoids() {
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(double, z);
    for (const Vec3 spacing : {Vec3{1, 1, 1}, Vec3{0.5, 0.6, 1.5}}) {
      const Grid grid = obliqueGrid({80, 80, 40}, spacing, 1);
      const Vec3 middle = grid.lpsFromIjk({38.3, 39.7, 20.4});
      const auto shapes = measured(grid, ellipsoid(grid, middle, {x, y, z}));
      QVERIFY(shapes);
      QCOMPARE(shapes->size(), std::size_t(1));
      const LesionShape& s = shapes->front();
      const double volume = 4.0 / 3.0 * kPi * x * y * z;
      // The error of counting voxels grows with the surface: at most a tenth of a voxel's edge all over it here.
      const double surface =
          4 * kPi * std::pow((std::pow(x * y, 1.6) + std::pow(x * z, 1.6) + std::pow(y * z, 1.6)) / 3, 1 / 1.6);
      QVERIFY(std::abs(s.volumeMm3 - volume) < 0.1 * surface * std::cbrt(spacing.x * spacing.y * spacing.z));
      // No two centres inside are further apart than the longest axis, and voxels lie near both its ends.
      const double longest = 2 * std::max({x, y, z});
      QVERIFY(s.longestDiameterMm <= longest);
      QVERIFY(s.longestDiameterMm >= longest - norm(spacing));
      QVERIFY(distanceMm(s.centroid, asLps(middle)) < 0.1 * norm(spacing));
      for (std::size_t axis = 0; axis < 3; ++axis) {
        QVERIFY(s.inPlaneDiameterMm[axis] <= s.longestDiameterMm + 1e-9);
      }
    }
  }

  void measuresOneVoxel() {
    Grid grid;
    grid.size = {3, 3, 3};
    std::vector<std::uint8_t> voxels(27, 0);
    voxels[13] = 42;
    const auto shapes = measured(grid, voxels);
    QVERIFY(shapes);
    const LesionShape& s = shapes->front();
    QCOMPARE(s.label, std::int64_t(42));
    QCOMPARE(s.longestDiameterMm, 0.0);
    QCOMPARE(s.surfaceMm2, 6.0);
    QCOMPARE(s.centroid, (LpsPoint{1, 1, 1}));
    QCOMPARE(s.boxFirst, (IjkIndex{1, 1, 1}));
    QCOMPARE(s.boxLast, s.boxFirst);
    QVERIFY(!isCountedLesion(s, grid));
  }

  void refusesWhatIsNoLabel_data() {
    QTest::addColumn<double>("value");
    QTest::newRow("half") << 0.5;
    QTest::newRow("negative") << -1.0;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
    QTest::newRow("too large") << 4e9;
  }
  void refusesWhatIsNoLabel() {
    QFETCH(double, value);
    Grid grid;
    grid.size = {2, 1, 1};
    const auto shapes = measured<double>(grid, {1, value});
    QVERIFY(!shapes);
    QCOMPARE(shapes.error().code, ErrorCode::InvalidInput);
  }

  void nothingInAnEmptyMask() {
    Grid grid;
    grid.size = {4, 4, 4};
    const auto shapes = measured(grid, std::vector<std::uint8_t>(64, 0));
    QVERIFY(shapes);
    QVERIFY(shapes->empty());
  }

  // ≥ 3 mm on ≥ 2 slices or in 2 planes; half a voxel counts at each end.
  void countsLesions_data() {
    QTest::addColumn<double>("slice"); // thickness in mm; in the plane voxels are 1 mm
    QTest::addColumn<int>("i");        // voxels along each axis
    QTest::addColumn<int>("j");
    QTest::addColumn<int>("k");
    QTest::addColumn<bool>("counted");
    QTest::newRow("2 × 2 × 2 mm") << 1.0 << 2 << 2 << 2 << false; // √3 + 1 = 2.73
    QTest::newRow("a row of 3 mm") << 1.0 << 3 << 1 << 1 << true; // two planes show it
    QTest::newRow("a row of 2 mm") << 1.0 << 2 << 1 << 1 << false;
    QTest::newRow("thick, one slice") << 4.0 << 6 << 6 << 1 << false; // the other planes were not acquired
    QTest::newRow("thick, two slices") << 4.0 << 3 << 3 << 2 << true;
    QTest::newRow("thick, two slices, one voxel each") << 4.0 << 1 << 1 << 2 << true;
    QTest::newRow("thick, one voxel") << 4.0 << 1 << 1 << 1 << false;
  }
  void countsLesions() {
    QFETCH(double, slice);
    QFETCH(int, i);
    QFETCH(int, j);
    QFETCH(int, k);
    QFETCH(bool, counted);
    Grid grid;
    grid.size = {10, 10, 10};
    grid.lpsFromIjk.matrix[2][2] = slice;
    std::vector<std::uint8_t> voxels(1000, 0);
    for (int z = 0; z < k; ++z) {
      for (int y = 0; y < j; ++y) {
        std::fill_n(voxels.begin() + 200 + z * 100 + y * 10 + 3, i, std::uint8_t(1));
      }
    }
    const auto shapes = measured(grid, voxels);
    QVERIFY(shapes);
    QCOMPARE(isCountedLesion(shapes->front(), grid), counted);
  }
};

QTEST_APPLESS_MAIN(TestShape)
#include "tst_shape.moc"
