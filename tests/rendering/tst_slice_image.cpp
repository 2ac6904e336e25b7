#include "ordered_volume.h"

#include <facet/core/random.h>
#include <facet/rendering/slice_image.h>

#include <QtTest>

#include <cmath>
#include <limits>

using namespace facet;
using namespace facet::imaging;
using namespace facet::rendering;

namespace {

struct Pixels {
  Pixels(int w, int h)
      : width(w)
      , height(h)
      , data(static_cast<std::size_t>(w * h), 0xff112233U) {}
  PixelBuffer buffer() { return {data.data(), width, height, width}; }
  [[nodiscard]] std::uint32_t at(int x, int y) const { return data[static_cast<std::size_t>(y * width + x)]; }
  [[nodiscard]] int grey(int x, int y) const { return static_cast<int>(at(x, y) & 0xffU); }

  int width;
  int height;
  std::vector<std::uint32_t> data;
};

/// Values 0 … 255 come out as they are.
constexpr Window kAsStored = {0, 255};

/// A rotation by up to about 30° with a shift.
Affine3 randomTurn(RandomStream& random) {
  Affine3 turn;
  turn.offset = {random.uniform(-50, 50), random.uniform(-50, 50), random.uniform(-50, 50)};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    const double angle = random.uniform(-0.3, 0.3);
    Affine3 one;
    const std::size_t a = (axis + 1) % 3;
    const std::size_t b = (axis + 2) % 3;
    one.matrix[a][a] = one.matrix[b][b] = std::cos(angle);
    one.matrix[a][b] = -std::sin(angle);
    one.matrix[b][a] = std::sin(angle);
    turn = compose(turn, one);
  }
  return turn;
}

/// What stands at a point of the screen, worked in steps along L, P, S; 0 outside.
struct Expectation {
  Plane plane;
  std::array<double, 3> centre; ///< upright LPS mm
  std::int64_t shown;           ///< step along the axis across the plane
  double mmPerPixel;
  int width;
  int height;

  [[nodiscard]] int valueAt(double x, double y) const {
    const double right = (x - width / 2.0) * mmPerPixel;
    const double down = (y - height / 2.0) * mmPerPixel;
    std::array<double, 3> mm = centre;
    if (plane == Plane::Sagittal) {
      mm[1] += right;
    } else {
      mm[0] += right;
    }
    if (plane == Plane::Axial) {
      mm[1] += down;
    } else {
      mm[2] -= down;
    }
    std::array<std::int64_t, 3> step{};
    for (std::size_t a = 0; a < 3; ++a) {
      step[a] =
          static_cast<std::int64_t>(std::floor((mm[a] - OrderedVolume::kFirstMm[a]) / OrderedVolume::kStepMm[a] + 0.5));
    }
    step[plane == Plane::Axial ? 2 : plane == Plane::Coronal ? 1 : 0] = shown;
    for (std::size_t a = 0; a < 3; ++a) {
      if (step[a] < 0 || step[a] >= OrderedVolume::kCount[a]) {
        return 0;
      }
    }
    return OrderedVolume::value(step[0], step[1], step[2]);
  }
};

} // namespace

class TestSliceImage : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void putsEveryVoxelInItsPlace_data() {
    QTest::addColumn<int>("scale");
    QTest::addColumn<double>("zoom");
    QTest::addColumn<bool>("turned");
    QTest::newRow("1x") << 1 << 1.0 << false;
    QTest::newRow("2x") << 2 << 1.0 << false;
    QTest::newRow("1x, zoomed") << 1 << 4.3 << false;
    QTest::newRow("2x, zoomed, oblique") << 2 << 3.1 << true;
    QTest::newRow("1x, oblique") << 1 << 0.7 << true;
  }
  void putsEveryVoxelInItsPlace() {
    QFETCH(int, scale);
    QFETCH(double, zoom);
    QFETCH(bool, turned);
    RandomStream random(11, 0, 0);
    for (const OrderedVolume& order : OrderedVolume::all()) {
      const Affine3 turn = turned ? randomTurn(random) : Affine3{};
      const auto volume = makeVolume<std::uint8_t>(order.grid(turn), order.voxels());
      QVERIFY(volume);
      for (const Plane plane : kPlanes) {
        Expectation expected = {plane, {}, 0, 0.311 / zoom / scale, 44 * scale, 35 * scale};
        for (std::size_t a = 0; a < 3; ++a) {
          const double extent = OrderedVolume::kStepMm[a] * static_cast<double>(OrderedVolume::kCount[a]);
          expected.centre[a] = OrderedVolume::kFirstMm[a] + extent * random.uniform(0.2, 0.7);
        }
        const std::size_t across = plane == Plane::Axial ? 2 : plane == Plane::Coronal ? 1 : 0;
        expected.shown =
            static_cast<std::int64_t>(random.below(static_cast<std::uint32_t>(OrderedVolume::kCount[across])));

        const LpsPoint centre = asLps(turn({expected.centre[0], expected.centre[1], expected.centre[2]}));
        const std::int64_t slice = sliceOfNumber(volume->grid(), plane, expected.shown + 1);
        const ViewGeometry view(
            {volume->grid(), plane, slice, centre, expected.mmPerPixel, expected.width, expected.height});
        Pixels pixels(expected.width, expected.height);
        ImageLayer layer;
        layer.volume = &*volume;
        layer.window = kAsStored;
        layer.interpolation = Interpolation::Off;
        drawImage(layer, view, pixels.buffer());
        for (int y = 0; y < expected.height; ++y) {
          for (int x = 0; x < expected.width; ++x) {
            const int value = expected.valueAt(x + 0.5, y + 0.5);
            QCOMPARE(pixels.grey(x, y), value);
            const auto voxel = view.voxelAt(x + 0.5, y + 0.5);
            QCOMPARE(voxel ? static_cast<int>(volume->valueAt(*voxel)) : 0, value);
          }
        }
        // There and back.
        const Vec3 back = view.pixelAt(view.lpsAt(7.25, 12.5));
        QVERIFY(norm(back - Vec3{7.25, 12.5, 0}) < 1e-9);
      }
    }
  }

  void keepsRampsByEveryInterpolation_data() {
    QTest::addColumn<int>("interpolation");
    QTest::addColumn<bool>("oblique");
    for (const bool oblique : {false, true}) {
      QTest::addRow("linear%s", oblique ? ", oblique" : "") << int(Interpolation::Linear) << oblique;
      QTest::addRow("cubic%s", oblique ? ", oblique" : "") << int(Interpolation::Cubic) << oblique;
    }
  }
  // A ramp is the one image that both kernels must give back exactly, away from the edges.
  void keepsRampsByEveryInterpolation() {
    QFETCH(int, interpolation);
    QFETCH(bool, oblique);
    Grid grid;
    grid.size = {30, 26, 22};
    grid.lpsFromIjk.matrix = {{{-0.9, 0, 0}, {0, 1.2, 0}, {0, 0, 1.5}}};
    grid.lpsFromIjk.offset = {13, -15, -16};
    const auto ramp = [](Vec3 lps) { return 1000 + 20 * lps.x - 7 * lps.y + 11 * lps.z; };
    std::vector<float> voxels;
    for (int k = 0; k < 22; ++k) {
      for (int j = 0; j < 26; ++j) {
        for (int i = 0; i < 30; ++i) {
          voxels.push_back(static_cast<float>(ramp(grid.lpsFromIjk({double(i), double(j), double(k)}))));
        }
      }
    }
    const auto volume = makeVolume<float>(grid, std::move(voxels));
    RandomStream random(3, 0, 0);
    Grid viewGrid = grid;
    if (oblique) {
      Affine3 turn = randomTurn(random);
      turn.offset = {};
      viewGrid.lpsFromIjk = compose(turn, grid.lpsFromIjk);
    }
    for (const Plane plane : kPlanes) {
      const std::int64_t slice = sliceCount(viewGrid, plane) / 2;
      const ViewGeometry view({viewGrid, plane, slice, {0, 0, 0}, 0.23, 40, 40});
      Pixels pixels(40, 40);
      ImageLayer layer;
      layer.volume = &*volume;
      layer.window = {745, 1255};
      layer.interpolation = static_cast<Interpolation>(interpolation);
      drawImage(layer, view, pixels.buffer());
      for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 40; ++x) {
          const double value = ramp(asVec(view.lpsAt(x + 0.5, y + 0.5)));
          const double grey = std::clamp((value - 745) / 510 * 255, 0.0, 255.0);
          QVERIFY2(std::abs(pixels.grey(x, y) - grey) <= 0.502,
                   qPrintable(QStringLiteral("%1 instead of %2").arg(pixels.grey(x, y)).arg(grey)));
        }
      }
    }
  }

  // Values first, window then: halfway between 0 and 200 is 100, which the window shows white; windowed voxels of 0 and
  // 255 would give a grey.
  void windowsAfterInterpolation() {
    Grid grid;
    grid.size = {2, 1, 1};
    const auto volume = makeVolume<std::int16_t>(grid, {0, 200});
    const ViewGeometry view({grid, Plane::Axial, 0, {0.5, 0, 0}, 0.01, 2, 1});
    Pixels pixels(2, 1);
    ImageLayer layer;
    layer.volume = &*volume;
    layer.window = {40, 60};
    drawImage(layer, view, pixels.buffer());
    QCOMPARE(pixels.grey(1, 0), 255);
  }

  void appliesSlopeAndIntercept() {
    Grid grid;
    grid.size = {2, 1, 1};
    const auto volume = makeVolume<std::int16_t>(grid, {10, 30}, {-2, 80}); // 60 and 20
    const ViewGeometry view({grid, Plane::Axial, 0, {0.5, 0, 0}, 1, 2, 1});
    Pixels pixels(2, 1);
    ImageLayer layer;
    layer.volume = &*volume;
    layer.window = kAsStored;
    layer.interpolation = Interpolation::Off;
    drawImage(layer, view, pixels.buffer());
    QCOMPARE(pixels.grey(0, 0), 60);
    QCOMPARE(pixels.grey(1, 0), 20);
  }

  void drawsNaNBlackAndEndsClamped() {
    Grid grid;
    grid.size = {4, 1, 1};
    const float infinity = std::numeric_limits<float>::infinity();
    const auto volume = makeVolume<float>(grid, {std::numeric_limits<float>::quiet_NaN(), infinity, -infinity, 1e30F});
    const ViewGeometry view({grid, Plane::Axial, 0, {1.5, 0, 0}, 1, 4, 1});
    Pixels pixels(4, 1);
    ImageLayer layer;
    layer.volume = &*volume;
    layer.window = kAsStored;
    layer.interpolation = Interpolation::Off;
    drawImage(layer, view, pixels.buffer());
    QCOMPARE(pixels.grey(0, 0), 0);
    QCOMPARE(pixels.grey(1, 0), 255);
    QCOMPARE(pixels.grey(2, 0), 0);
    QCOMPARE(pixels.grey(3, 0), 255);
  }

  void isBlackWhereTheVolumeIsNot() {
    const OrderedVolume order = OrderedVolume::all().front();
    const auto volume = makeVolume<std::uint8_t>(order.grid(), order.voxels());
    for (const Interpolation interpolation : {Interpolation::Off, Interpolation::Linear, Interpolation::Cubic}) {
      ImageLayer layer;
      layer.volume = &*volume;
      layer.window = kAsStored;
      layer.interpolation = interpolation;
      // Another place altogether, straight and oblique, and a slice that does not exist.
      for (const double turn : {0.0, 0.2}) {
        layer.sourceFromView.offset = {500, 0, 0};
        layer.sourceFromView.matrix[0][1] = turn;
        Pixels pixels(20, 10);
        drawImage(layer, ViewGeometry({volume->grid(), Plane::Axial, 2, centreOf(volume->grid()), 1, 20, 10}),
                  pixels.buffer());
        QVERIFY(std::all_of(pixels.data.begin(), pixels.data.end(), [](auto p) { return p == 0xff000000U; }));
      }
      layer.sourceFromView = {};
      Pixels pixels(20, 10);
      drawImage(layer, ViewGeometry({volume->grid(), Plane::Axial, 77, centreOf(volume->grid()), 1, 20, 10}),
                pixels.buffer());
      QVERIFY(std::all_of(pixels.data.begin(), pixels.data.end(), [](auto p) { return p == 0xff000000U; }));
    }
  }

  // Each layer has a frame of reference of its own: source = view + (2, 0, 0) draws the voxel at 2 where the view is 0.
  void takesTransforms() {
    Grid grid;
    grid.size = {5, 1, 1};
    const auto volume = makeVolume<std::uint8_t>(grid, {10, 20, 30, 40, 50});
    ImageLayer layer;
    layer.volume = &*volume;
    layer.window = kAsStored;
    layer.interpolation = Interpolation::Off;
    layer.sourceFromView.offset = {2, 0, 0};
    Pixels pixels(5, 1);
    drawImage(layer, ViewGeometry({grid, Plane::Axial, 0, {2, 0, 0}, 1, 5, 1}), pixels.buffer());
    QCOMPARE(pixels.grey(0, 0), 30);
    QCOMPARE(pixels.grey(2, 0), 50);
    QCOMPARE(pixels.grey(3, 0), 0);
  }

  void drawsLabelsFromAnotherGrid() {
    // Labels on every order of axes and with other voxels than the view, checked in millimetres.
    Grid grid;
    grid.size = {30, 30, 30};
    grid.lpsFromIjk.matrix = {{{0.4, 0, 0}, {0, 0.5, 0}, {0, 0, 1}}};
    grid.lpsFromIjk.offset = {-4, -22, 9};
    std::vector<Colour> colours(256);
    for (std::uint32_t n = 1; n < colours.size(); ++n) {
      colours[n] = 0xff000000U | n;
    }
    for (const OrderedVolume& order : OrderedVolume::all()) {
      const auto labels = makeVolume<std::uint8_t>(order.grid(), order.voxels());
      const double mm = 0.217;
      const ViewGeometry view({grid, Plane::Coronal, 9, {0.3, 0, 15}, mm, 50, 40});
      Pixels pixels(50, 40);
      std::fill(pixels.data.begin(), pixels.data.end(), 0xff000000U);
      LabelLayer layer;
      layer.labels = &*labels;
      layer.colours = colours;
      layer.fillOpacity = 1;
      layer.outlinePixels = 0;
      drawLabels(layer, view, pixels.buffer());
      // P of slice 9 is −22 + 4.5 = −17.5, the label step nearest to it (−17.5 + 20.5)/1.1 = 2.7 → 3.
      const Expectation expected = {Plane::Coronal, {0.3, -17.5, 15}, 3, mm, 50, 40};
      for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 50; ++x) {
          QCOMPARE(pixels.grey(x, y), expected.valueAt(x + 0.5, y + 0.5));
        }
      }
    }
  }

  void drawsOutlineAndFill() {
    Grid grid;
    grid.size = {5, 5, 1};
    std::vector<std::int16_t> voxels(25, 0);
    for (const int n : {6, 7, 8, 11, 12, 13, 16, 17, 18}) {
      voxels[static_cast<std::size_t>(n)] = 3;
    }
    const auto labels = makeVolume<std::int16_t>(grid, voxels);
    const ViewGeometry view({grid, Plane::Axial, 0, {2, 2, 0}, 0.1, 50, 50});
    const std::vector<Colour> colours = {0, 0, 0, 0xffff0000U};
    LabelLayer layer;
    layer.labels = &*labels;
    layer.colours = colours;
    layer.fillOpacity = 0.5;
    const auto count = [&](std::uint32_t colour) {
      Pixels pixels(50, 50);
      std::fill(pixels.data.begin(), pixels.data.end(), 0xff000000U);
      drawLabels(layer, view, pixels.buffer());
      return std::count(pixels.data.begin(), pixels.data.end(), colour);
    };
    // A square of 30 × 30 pixels: its outermost ring has 4 · 29.
    QCOMPARE(count(0xffff0000U), 116);
    QCOMPARE(count(0xff7f0000U), 28 * 28);
    layer.outlinePixels = 2;
    QCOMPARE(count(0xffff0000U), 900 - 26 * 26);
    layer.selected = 3;
    QCOMPARE(count(0xffff0000U), 900 - 22 * 22);
    layer.outlinePixels = 0;
    QCOMPARE(count(0xff7f0000U), 900);
  }

  void leavesTransparentLabelsOut() {
    Grid grid;
    grid.size = {4, 1, 1};
    const auto labels = makeVolume<float>(grid, {1, 2, 900, -3});
    const std::vector<Colour> colours = {0, 0, 0xff00ff00U}; // 1 hidden, 2 and all above green
    LabelLayer layer;
    layer.labels = &*labels;
    layer.colours = colours;
    layer.fillOpacity = 1;
    Pixels pixels(4, 1);
    drawLabels(layer, ViewGeometry({grid, Plane::Axial, 0, {1.5, 0, 0}, 1, 4, 1}), pixels.buffer());
    QCOMPARE(pixels.at(0, 0), 0xff112233U);
    QCOMPARE(pixels.at(1, 0), 0xff00ff00U);
    QCOMPARE(pixels.at(2, 0), 0xff00ff00U);
    QCOMPARE(pixels.at(3, 0), 0xff112233U);
  }

  void drawsOneSliceVolumes() {
    Grid grid;
    grid.size = {1, 1, 1};
    const auto volume = makeVolume<std::uint8_t>(grid, {99});
    ImageLayer layer;
    layer.volume = &*volume;
    layer.window = kAsStored;
    for (const Interpolation interpolation : {Interpolation::Off, Interpolation::Linear, Interpolation::Cubic}) {
      layer.interpolation = interpolation;
      for (const Plane plane : kPlanes) {
        Pixels pixels(8, 8);
        drawImage(layer, ViewGeometry({grid, plane, 0, {0, 0, 0}, 0.25, 8, 8}), pixels.buffer());
        QCOMPARE(pixels.grey(3, 3), 99);
        QCOMPARE(pixels.grey(2, 5), 99);
        QCOMPARE(pixels.grey(1, 3), 0);
        QCOMPARE(pixels.grey(6, 6), 0);
      }
    }
  }

  void drawsIntoAPartOfABuffer() {
    Pixels pixels(10, 10);
    Grid grid;
    grid.size = {1, 1, 1};
    const auto volume = makeVolume<std::uint8_t>(grid, {77});
    ImageLayer layer;
    layer.volume = &*volume;
    layer.window = kAsStored;
    drawImage(layer, ViewGeometry({grid, Plane::Axial, 0, {0, 0, 0}, 0.1, 4, 3}),
              {pixels.data.data() + 3 * 10 + 2, 4, 3, 10});
    QCOMPARE(pixels.at(1, 3), 0xff112233U);
    QCOMPARE(pixels.at(2, 3), 0xff4d4d4dU);
    QCOMPARE(pixels.at(5, 5), 0xff4d4d4dU);
    QCOMPARE(pixels.at(6, 5), 0xff112233U);
    QCOMPARE(pixels.at(2, 6), 0xff112233U);
  }
};

QTEST_APPLESS_MAIN(TestSliceImage)
#include "tst_slice_image.moc"
