#include <facet/imaging/volume.h>

#include <QtTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace facet;
using namespace facet::imaging;

namespace {

Grid gridOf(GridSize size) {
  Grid grid;
  grid.size = size;
  grid.lpsFromIjk.matrix = {{{0.5, 0, 0}, {0, 2, 0}, {0, 0, -3}}};
  grid.lpsFromIjk.offset = {-10, 20, 30};
  return grid;
}

template <class T>
void keepsType(VoxelType type, std::string_view name) {
  const auto volume = makeVolume<T>(gridOf({3, 1, 1}), {T(1), T(2), std::numeric_limits<T>::max()});
  QVERIFY(volume);
  QCOMPARE(volume->type(), type);
  QVERIFY(nameOf(type) == name);
  QCOMPARE(bytesPerVoxel(type), sizeof(T));
  QCOMPARE(volume->bytes().size(), 3 * sizeof(T));
  QCOMPARE(volume->valueAt({2, 0, 0}), static_cast<double>(std::numeric_limits<T>::max()));
  QCOMPARE(visitVoxels(*volume, [](auto voxels) { return static_cast<double>(voxels[1]); }), 2.0);
}

} // namespace

class TestVolume : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void keepsEveryType() {
    keepsType<std::int8_t>(VoxelType::Int8, "int8");
    keepsType<std::uint8_t>(VoxelType::UInt8, "uint8");
    keepsType<std::int16_t>(VoxelType::Int16, "int16");
    keepsType<std::uint16_t>(VoxelType::UInt16, "uint16");
    keepsType<std::int32_t>(VoxelType::Int32, "int32");
    keepsType<std::uint32_t>(VoxelType::UInt32, "uint32");
    keepsType<float>(VoxelType::Float32, "float32");
    keepsType<double>(VoxelType::Float64, "float64");
  }

  void findsVoxelsWithIFastest() {
    std::vector<std::int16_t> voxels(2 * 3 * 4);
    std::iota(voxels.begin(), voxels.end(), std::int16_t(0));
    const auto volume = makeVolume<std::int16_t>(gridOf({2, 3, 4}), voxels, {2, -1});
    QVERIFY(volume);
    // 1 + 2·2 + 3·(2·3) = 23, rescaled 2·23 − 1.
    QCOMPARE(volume->valueAt({1, 2, 3}), 45.0);
    QVERIFY(!volume->rescale().isIdentity());
  }

  void measuresItsGrid() {
    const Grid grid = gridOf({4, 5, 6});
    QCOMPARE(grid.spacingMm(), (Vec3{0.5, 2, 3}));
    QCOMPARE(grid.voxelVolumeMm3(), 3.0);
    QVERIFY(grid.size.contains({3, 4, 5}));
    QVERIFY(!grid.size.contains({4, 0, 0}));
    QVERIFY(!grid.size.contains({0, -1, 0}));
  }

  // A rotation about the origin moves far corners and leaves near ones: the far one decides.
  void comparesGridsByTheirCorners() {
    const Grid grid = gridOf({101, 1, 1});
    Grid turned = grid;
    turned.lpsFromIjk.matrix[1][0] = 0.001;
    // 100 voxels along i move 0.1 mm in p.
    QVERIFY(std::abs(grid.largestDistanceMm(turned) - 0.1) < 1e-12);
    QVERIFY(!grid.sameAs(turned));
    QVERIFY(grid.sameAs(turned, 0.11));
    Grid longer = grid;
    longer.size.i = 102;
    QVERIFY(!grid.sameAs(longer, 1e9));
    Grid broken = grid;
    broken.lpsFromIjk.offset.x = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!grid.sameAs(broken, 1e9));
  }

  void refusesWhatDoesNotFit() {
    const auto bytes = std::make_shared<std::byte[]>(48);
    const auto make = [&](GridSize size, std::size_t count) {
      return Volume::make(gridOf(size), VoxelType::Int16, bytes, count);
    };
    QVERIFY(make({2, 3, 4}, 48));
    QCOMPARE(make({2, 3, 4}, 47).error().code, ErrorCode::InvalidInput);
    QVERIFY(!make({2, 3, 0}, 0));
    QVERIFY(!make({-2, -3, 4}, 48));
    // 2^62 voxels: the number of bytes does not fit.
    QVERIFY(!make({std::int64_t(1) << 31, std::int64_t(1) << 31, 1}, 48));
    QVERIFY(!make({std::int64_t(1) << 32, std::int64_t(1) << 32, 3}, 48));
    QVERIFY(!Volume::make(gridOf({2, 3, 4}), VoxelType::Int16, nullptr, 48));
  }

  void refusesFlatGridsAndUselessSlopes() {
    Grid flat = gridOf({1, 1, 1});
    flat.lpsFromIjk.setColumn(2, {});
    QVERIFY(!makeVolume<float>(flat, {1}));
    const auto volume = makeVolume<float>(gridOf({1, 1, 1}), {1});
    QVERIFY(volume);
    QCOMPARE(volume->withGeometry(flat.lpsFromIjk).error().code, ErrorCode::InvalidInput);
    QVERIFY(!makeVolume<float>(gridOf({1, 1, 1}), {1}, {0, 0}));
    QVERIFY(!makeVolume<float>(gridOf({1, 1, 1}), {1}, {1, std::numeric_limits<double>::infinity()}));
  }

  void sharesItsVoxels() {
    const auto volume = makeVolume<float>(gridOf({1, 1, 2}), {1, std::numeric_limits<float>::quiet_NaN()});
    QVERIFY(volume);
    const auto moved = volume->withGeometry(Affine3{});
    QVERIFY(moved);
    QCOMPARE(moved->bytes().data(), volume->bytes().data());
    QCOMPARE(moved->grid().spacingMm(), (Vec3{1, 1, 1}));
    QVERIFY(std::isnan(moved->valueAt({0, 0, 1})));
  }
};

QTEST_APPLESS_MAIN(TestVolume)
#include "tst_volume.moc"
