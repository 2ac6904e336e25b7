#include <facet/rendering/brain_outline.h>
#include <facet/rendering/surface.h>

#include <QtTest>

#include <cmath>
#include <map>
#include <numbers>
#include <utility>

using namespace facet;
using namespace facet::imaging;
using namespace facet::rendering;

namespace {

constexpr double kPi = std::numbers::pi;

Vec3 at(const Point3f& p) {
  return {p.x, p.y, p.z};
}

double volumeOf(const SurfaceMesh& mesh) {
  double sum = 0;
  for (const auto& t : mesh.triangles) {
    sum += dot(at(mesh.points[t[0]]), cross(at(mesh.points[t[1]]), at(mesh.points[t[2]]))) / 6;
  }
  return sum;
}

/// Every edge belongs to two triangles, once in each direction.
bool isClosed(const SurfaceMesh& mesh) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
  for (const auto& t : mesh.triangles) {
    for (std::size_t n = 0; n < 3; ++n) {
      ++edges[{t[n], t[(n + 1) % 3]}];
    }
  }
  return std::all_of(edges.begin(), edges.end(), [&](const auto& edge) {
    const auto back = edges.find({edge.first.second, edge.first.first});
    return edge.second == 1 && back != edges.end();
  });
}

Grid gridOf(GridSize size, Vec3 spacing, double handed) {
  Grid grid;
  grid.size = size;
  const double c = std::cos(0.3);
  const double s = std::sin(0.3);
  grid.lpsFromIjk.matrix = {
      {{c * spacing.x, -s * spacing.y, 0}, {s * spacing.x, c * spacing.y, 0}, {0, 0, handed * spacing.z}}};
  grid.lpsFromIjk.offset = {-20, 5, 40};
  return grid;
}

/// Value `label` within `radius` of a place, 0 elsewhere.
void addSphere(const Grid& grid, std::vector<std::uint8_t>& voxels, Vec3 middle, double radius, std::uint8_t label) {
  std::size_t n = 0;
  for (std::int64_t k = 0; k < grid.size.k; ++k) {
    for (std::int64_t j = 0; j < grid.size.j; ++j) {
      for (std::int64_t i = 0; i < grid.size.i; ++i, ++n) {
        if (norm(grid.lpsFromIjk({double(i), double(j), double(k)}) - middle) <= radius) {
          voxels[n] = label;
        }
      }
    }
  }
}

} // namespace

class TestSurface : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void wrapsSpheres_data() {
    QTest::addColumn<double>("handed");
    QTest::newRow("right-handed") << 1.0;
    QTest::newRow("left-handed") << -1.0;
  }
  void wrapsSpheres() {
    QFETCH(double, handed);
    const Grid grid = gridOf({50, 50, 30}, {0.8, 0.8, 1.3}, handed);
    std::vector<std::uint8_t> voxels(grid.size.voxels(), 0);
    const Vec3 middle = grid.lpsFromIjk({24.2, 25.4, 14.8});
    addSphere(grid, voxels, middle, 9, 4);
    const auto labels = makeVolume<std::uint8_t>(grid, voxels);
    NullProgress progress;
    const LabelBox box = {4, {10, 10, 5}, {40, 40, 25}};
    const auto surfaces = labelSurfaces(*labels, {&box, 1}, progress);
    QVERIFY(surfaces);
    const SurfaceMesh& mesh = surfaces->front();
    QVERIFY(isClosed(mesh));
    // Smoothing moves the surface by a fraction of a voxel.
    const double volume = 4.0 / 3.0 * kPi * 729;
    QVERIFY2(std::abs(volumeOf(mesh) - volume) < 0.06 * volume, qPrintable(QString::number(volumeOf(mesh))));
    for (std::size_t n = 0; n < mesh.points.size(); ++n) {
      const Vec3 out = at(mesh.points[n]) - middle;
      QVERIFY(std::abs(norm(out) - 9) < 1.0);
      QVERIFY(dot(at(mesh.normals[n]), out) > 0.85 * norm(out));
    }
  }

  void takesOneLabelOfMany() {
    const Grid grid = gridOf({30, 20, 20}, {1, 1, 1}, 1);
    std::vector<std::uint8_t> voxels(grid.size.voxels(), 0);
    addSphere(grid, voxels, grid.lpsFromIjk({8, 10, 10}), 5, 1);
    addSphere(grid, voxels, grid.lpsFromIjk({17, 10, 10}), 5, 2); // touches the first
    const auto labels = makeVolume<std::uint8_t>(grid, voxels);
    NullProgress progress;
    const std::vector<LabelBox> boxes = {
        {1, {0, 0, 0}, {29, 19, 19}}, {2, {0, 0, 0}, {29, 19, 19}}, {9, {0, 0, 0}, {29, 19, 19}}};
    const auto surfaces = labelSurfaces(*labels, boxes, progress);
    QVERIFY(surfaces);
    QCOMPARE(surfaces->size(), std::size_t(3));
    QVERIFY(isClosed((*surfaces)[0]) && isClosed((*surfaces)[1]));
    QVERIFY((*surfaces)[2].triangles.empty());
  }

  void wrapsOneVoxelAtTheEdge() {
    const Grid grid = gridOf({3, 3, 3}, {1, 1, 4}, 1);
    std::vector<std::uint8_t> voxels(27, 0);
    voxels[0] = 1;
    const auto labels = makeVolume<std::uint8_t>(grid, voxels);
    NullProgress progress;
    const LabelBox box = {1, {0, 0, 0}, {0, 0, 0}};
    const auto surfaces = labelSurfaces(*labels, {&box, 1}, progress);
    QVERIFY(surfaces);
    QVERIFY(isClosed(surfaces->front()));
    QVERIFY(volumeOf(surfaces->front()) > 0);
  }

  void makesAShell() {
    const Grid grid = gridOf({120, 120, 60}, {1, 1, 2}, -1);
    std::vector<std::uint8_t> voxels(grid.size.voxels(), 0);
    const Vec3 middle = grid.lpsFromIjk({60, 60, 30});
    addSphere(grid, voxels, middle, 45, 1);
    NullProgress progress;
    const auto mesh = shellSurface(*makeVolume<std::uint8_t>(grid, voxels), progress);
    QVERIFY(mesh);
    QVERIFY(isClosed(*mesh));
    for (const Point3f& p : mesh->points) {
      QVERIFY(std::abs(norm(at(p) - middle) - 45) < 2.5);
    }
  }

  void refusesAnEmptyMask() {
    const Grid grid = gridOf({10, 10, 10}, {1, 1, 1}, 1);
    NullProgress progress;
    const auto mesh = shellSurface(*makeVolume<std::uint8_t>(grid, std::vector<std::uint8_t>(1000, 0)), progress);
    QVERIFY(!mesh);
    QCOMPARE(mesh.error().code, ErrorCode::InvalidInput);
  }

  // A head of shells: brain of 65 mm, dark skull of 7, bright scalp of 6; and a neck.
  void findsABrainInAHead() {
    const Grid grid = gridOf({90, 90, 90}, {2, 2, 2}, 1);
    std::vector<std::uint8_t> voxels(grid.size.voxels(), 0);
    const Vec3 middle = grid.lpsFromIjk({45, 45, 48});
    std::size_t n = 0;
    for (int k = 0; k < 90; ++k) {
      for (int j = 0; j < 90; ++j) {
        for (int i = 0; i < 90; ++i, ++n) {
          const Vec3 d = grid.lpsFromIjk({double(i), double(j), double(k)}) - middle;
          const double r = norm(d);
          const bool neck = d.z < -55 && std::hypot(d.x, d.y) < 45;
          voxels[n] = r < 65 ? 100 : r < 72 ? 8 : r < 78 || neck ? 150 : 2;
        }
      }
    }
    NullProgress progress;
    const auto outline = estimateBrainOutline(*makeVolume<std::uint8_t>(grid, voxels), progress);
    QVERIFY(outline);
    const auto found = outline->stored<std::uint8_t>();
    const auto inside = static_cast<double>(std::count(found.begin(), found.end(), 1));
    const double ml = inside * outline->grid().voxelVolumeMm3() / 1000;
    const double truth = 4.0 / 3.0 * kPi * 65 * 65 * 65 / 1000;
    QVERIFY2(std::abs(ml - truth) < 0.15 * truth, qPrintable(QString::number(ml)));
  }

  void findsNoBrainInNoise() {
    const Grid grid = gridOf({40, 40, 40}, {1, 1, 1}, 1);
    NullProgress progress;
    for (const std::uint8_t value : {std::uint8_t(0), std::uint8_t(7)}) {
      const auto outline =
          estimateBrainOutline(*makeVolume<std::uint8_t>(grid, std::vector<std::uint8_t>(64000, value)), progress);
      QVERIFY(!outline);
      QCOMPARE(outline.error().code, ErrorCode::InvalidInput);
    }
    const auto slice = estimateBrainOutline(
        *makeVolume<std::uint8_t>(gridOf({200, 200, 1}, {1, 1, 5}, 1), std::vector<std::uint8_t>(40000, 90)), progress);
    QVERIFY(!slice);
  }
};

QTEST_APPLESS_MAIN(TestSurface)
#include "tst_surface.moc"
