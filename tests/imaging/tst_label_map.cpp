#include "support.h"

#include <facet/core/random.h>
#include <facet/imaging/label_map.h>

#include <QtTest>

#include <limits>

using namespace facet;
using namespace facet::imaging;
using namespace facet::imaging::testing;

class TestLabelMap : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void startsEmpty() {
    const auto map = LabelMap::make(axisOrders()[0].grid);
    QVERIFY(map);
    QVERIFY(map->voxelCounts().empty());
    QCOMPARE(map->line(0, 0).size(), std::size_t(1));
    QCOMPARE(map->line(0, 0)[0], (LabelRun{5, 0}));
    Grid none = axisOrders()[0].grid;
    none.size.k = 0;
    QVERIFY(!LabelMap::make(none));
    Grid flat = axisOrders()[0].grid;
    flat.lpsFromIjk.setColumn(1, {});
    QVERIFY(!LabelMap::make(flat));
  }

  void goesThereAndBack() {
    Grid grid = obliques()[3].grid;
    grid.size = {50, 20, 10};
    std::vector<std::uint16_t> voxels(grid.size.voxels());
    RandomStream random(1, 2, 3);
    std::map<std::uint16_t, std::uint64_t> counts;
    for (std::uint16_t& voxel : voxels) {
      voxel = random.chance(0.7) ? 0 : static_cast<std::uint16_t>(random.chance(0.5) ? 65535 : random.below(4));
      if (voxel != 0) {
        ++counts[voxel];
      }
    }
    const Volume volume = *makeVolume(grid, voxels);
    const auto map = LabelMap::fromVolume(volume);
    QVERIFY(map);
    QVERIFY(map->voxelCounts() == counts);
    const Volume back = map->toVolume();
    QCOMPARE(back.type(), VoxelType::UInt16);
    QVERIFY(std::ranges::equal(back.bytes(), volume.bytes()));
    QVERIFY(back.grid().sameAs(grid, 0));
    for (const IjkIndex v : {IjkIndex{0, 0, 0}, {49, 19, 9}, {7, 11, 3}}) {
      QCOMPARE(double(map->labelAt(v)), volume.valueAt(v));
    }
  }

  void takesWholeNumbersOfAnyType() {
    const Grid grid = axisOrders()[0].grid;
    std::vector<float> voxels(60, 0);
    voxels[7] = 3;
    const auto map = LabelMap::fromVolume(*makeVolume(grid, voxels));
    QVERIFY(map);
    QCOMPARE(map->labelAt({2, 1, 0}), std::uint16_t(3));
    // 1 · 2 + 0 = 2 by rescaling.
    std::vector<std::uint8_t> rescaled(60, 1);
    QCOMPARE(LabelMap::fromVolume(*makeVolume(grid, rescaled, {2, 0}))->labelAt({0, 0, 0}), std::uint16_t(2));
    for (const float bad : {-1.0F, 0.5F, 65536.0F, std::numeric_limits<float>::quiet_NaN()}) {
      voxels[26] = bad;
      voxels[59] = -7;
      const auto refused = LabelMap::fromVolume(*makeVolume(grid, voxels));
      QVERIFY(!refused);
      // 26 = 1 + 1·5 + 1·20: the first bad voxel, whatever the threads do.
      QVERIFY(describe(refused.error()).ends_with("which is no label (voxel 1, 1, 1)"));
    }
  }

  // Against a plain array that is painted the same way.
  void paintsSpans() {
    Grid grid = axisOrders()[0].grid;
    grid.size = {40, 3, 2};
    auto map = LabelMap::make(grid).value();
    std::vector<std::uint16_t> plain(grid.size.voxels(), 0);
    RandomStream random(5, 6, 7);
    for (int round = 0; round < 2000; ++round) {
      const std::int64_t a = random.below(41);
      const std::int64_t b = random.below(41);
      const std::int64_t j = random.below(3);
      const std::int64_t k = random.below(2);
      const auto label = static_cast<std::uint16_t>(random.below(3));
      map.setSpan(std::min(a, b), std::max(a, b), j, k, label);
      for (std::int64_t i = std::min(a, b); i < std::max(a, b); ++i) {
        plain[static_cast<std::size_t>((k * 3 + j) * 40 + i)] = label;
      }
      std::uint32_t length = 0;
      int last = -1;
      for (const LabelRun& run : map.line(j, k)) {
        QVERIFY(run.length > 0 && run.label != last);
        last = run.label;
        length += run.length;
      }
      QCOMPARE(length, 40U);
    }
    QVERIFY(std::ranges::equal(map.toVolume().stored<std::uint16_t>(), plain));
  }

  void sharesUnchangedSlices() {
    Grid grid = axisOrders()[0].grid;
    auto map = LabelMap::make(grid).value();
    map.setSpan(1, 3, 2, 1, 9);
    const LabelMap before = map;
    QVERIFY(map == before);
    map.setSpan(0, 5, 2, 1, 4);
    QCOMPARE(before.labelAt({1, 2, 1}), std::uint16_t(9));
    QCOMPARE(map.labelAt({1, 2, 1}), std::uint16_t(4));
    QVERIFY(!(map == before));
    QCOMPARE(map.line(0, 0).data(), before.line(0, 0).data());
    const std::vector<LabelRun> runs = {{2, 1}, {1, 1}, {2, 0}};
    map.setLine(0, 0, runs);
    QCOMPARE(map.line(0, 0).size(), std::size_t(2));
    QCOMPARE(map.line(0, 0)[0], (LabelRun{3, 1}));
  }
};

QTEST_APPLESS_MAIN(TestLabelMap)
#include "tst_label_map.moc"
