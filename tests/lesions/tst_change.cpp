#include <facet/lesions/change.h>

#include <QtTest>

#include <cmath>

using namespace facet;
using namespace facet::imaging;
using namespace facet::lesions;

namespace {

Grid unitGrid() {
  Grid grid;
  grid.size = {200, 200, 200};
  return grid;
}

/// A cube of `edge` mm, as measureLabels would describe it.
LesionShape cube(std::int64_t label, double edge) {
  LesionShape shape;
  shape.label = label;
  shape.volumeMm3 = edge * edge * edge;
  shape.surfaceMm2 = 6 * edge * edge;
  shape.longestDiameterMm = std::max(0.0, edge - 1) * std::sqrt(3.0);
  shape.slices = {std::int64_t(edge), std::int64_t(edge), std::int64_t(edge)};
  shape.mostOnSlice = {std::int64_t(edge * edge), std::int64_t(edge * edge), std::int64_t(edge * edge)};
  return shape;
}

LesionShape withVolume(LesionShape shape, double volumeMm3) {
  shape.volumeMm3 = volumeMm3;
  return shape;
}

} // namespace

class TestChange : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void namesEveryStatus() {
    QCOMPARE(codeOf(ChangeStatus::New), "new");
    QCOMPARE(codeOf(ChangeStatus::NoLongerVisible), "no_longer_visible");
    QCOMPARE(codeOf(ChangeStatus::WithinError), "within_error");
  }

  // Surface of the smooth body behind a voxel cube of 10 mm: 600/1.5 = 400 mm². A border off by 0.3 mm (one standard
  // deviation, assumed) is 120 mm³; z · 120 = 235.2.
  void callsChangesByTheAssumedNoise() {
    const std::vector<LesionShape> before = {cube(1, 10), cube(2, 10), cube(3, 10), cube(4, 10), cube(5, 10)};
    const std::vector<LesionShape> after = {withVolume(cube(1, 10), 1119), withVolume(cube(2, 10), 1121),
                                            withVolume(cube(3, 10), 1236), withVolume(cube(4, 10), 764), cube(9, 10)};
    const ChangeRule rule;
    const PairNoise noise = estimatePairNoise({before, unitGrid()}, {after, unitGrid()}, rule);
    QVERIFY(noise.origin == PairNoise::Origin::Assumed);
    QCOMPARE(noise.lesions, std::size_t(4));
    QVERIFY(std::abs(noise.borderMm - 0.3) < 1e-12);
    const auto changes = compareVisits({before, unitGrid()}, {after, unitGrid()}, noise, rule);
    const std::vector<ChangeStatus> expected = {ChangeStatus::Stable,          ChangeStatus::WithinError,
                                                ChangeStatus::Enlarging,       ChangeStatus::Shrinking,
                                                ChangeStatus::NoLongerVisible, ChangeStatus::New};
    QCOMPARE(changes.size(), expected.size());
    for (std::size_t n = 0; n < expected.size(); ++n) {
      QVERIFY2(changes[n].status == expected[n], codeOf(changes[n].status).data());
      QVERIFY(changes[n].counted);
    }
    QVERIFY(std::abs(*changes[0].errorMm3 - 1.96 * 120) < 1e-9);
    QCOMPARE(changes[2].changeMm3, 236.0);
    QVERIFY(!changes[4].afterMm3 && !changes[4].errorMm3);
    QCOMPARE(changes[4].changeMm3, -1000.0);
    QVERIFY(!changes[5].beforeMm3);
    QCOMPARE(changes[5].label, std::int64_t(9));
  }

  // Shifts of the border in mm: nine lesions; median 0.05; deviations sorted 0 .05 .05 .1 .1 .15 .25 .3 .45: median
  // 0.1.
  void measuresTheNoiseOfThePair() {
    const std::vector<double> shifts = {0, 0.05, 0.1, -0.05, 0.15, -0.1, 0.3, -0.25, 0.5};
    std::vector<LesionShape> before;
    std::vector<LesionShape> after;
    for (std::size_t n = 0; n < shifts.size(); ++n) {
      const auto label = static_cast<std::int64_t>(n) + 1;
      before.push_back(cube(label, 10));
      after.push_back(withVolume(cube(label, 10), 1000 + 400 * shifts[n]));
    }
    const ChangeRule rule;
    const PairNoise noise = estimatePairNoise({before, unitGrid()}, {after, unitGrid()}, rule);
    QVERIFY(noise.origin == PairNoise::Origin::Measured);
    QVERIFY(std::abs(noise.medianMm - 0.05) < 1e-12);
    QVERIFY(std::abs(noise.borderMm - std::hypot(0.14826, 0.05)) < 1e-9);
    const auto changes = compareVisits({before, unitGrid()}, {after, unitGrid()}, noise, rule);
    QVERIFY(changes[8].status == ChangeStatus::Enlarging);
    QVERIFY(changes[4].status == ChangeStatus::Stable);
    QVERIFY(changes[6].status == ChangeStatus::WithinError); // 0.3 of 0.156: between 1 and 1.96
    const auto counts = countByStatus(changes);
    QCOMPARE(counts[static_cast<std::size_t>(ChangeStatus::Enlarging)], std::size_t(1));
  }

  void neverTrustsABorderBetweenVoxels() {
    std::vector<LesionShape> same;
    for (std::int64_t label = 1; label <= 12; ++label) {
      same.push_back(cube(label, 8));
    }
    const PairNoise noise = estimatePairNoise({same, unitGrid()}, {same, unitGrid()}, {});
    QVERIFY(noise.origin == PairNoise::Origin::Measured);
    QVERIFY(std::abs(noise.borderMm - 0.1) < 1e-12);
  }

  void showsSmallOnesAndCountsThemNot() {
    const std::vector<LesionShape> after = {cube(1, 1), cube(2, 5)};
    const auto changes = compareVisits({{}, unitGrid()}, {after, unitGrid()}, {}, {});
    QCOMPARE(changes.size(), std::size_t(2));
    QVERIFY(!changes[0].counted);
    QVERIFY(changes[1].counted);
    QCOMPARE(countByStatus(changes)[0], std::size_t(1));
  }

  void emptyVisits() {
    QVERIFY(
        compareVisits({{}, unitGrid()}, {{}, unitGrid()}, estimatePairNoise({{}, unitGrid()}, {{}, unitGrid()}, {}), {})
            .empty());
  }
};

QTEST_APPLESS_MAIN(TestChange)
#include "tst_change.moc"
