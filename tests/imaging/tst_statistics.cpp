#include "support.h"

#include <facet/core/random.h>
#include <facet/imaging/image_io.h>
#include <facet/imaging/statistics.h>

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace facet;
using namespace facet::imaging;
using namespace facet::imaging::testing;

namespace {

Grid gridOf(std::int64_t i, std::int64_t j, std::int64_t k) {
  Grid grid;
  grid.size = {i, j, k};
  return grid;
}

/// The value under which a share lies, by sorting.
double sorted(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

} // namespace

class TestStatistics : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void countsEveryValue() {
    const auto volume = makeVolume<std::uint8_t>(gridOf(6, 1, 1), {0, 1, 1, 3, 3, 3});
    const auto histogram = histogramOf(*volume);
    QVERIFY(histogram);
    QCOMPARE(histogram->counts, (std::vector<std::uint64_t>{1, 2, 0, 3}));
    QCOMPARE(histogram->low, -0.5);
    QCOMPARE(histogram->high, 3.5);
    QCOMPARE(histogram->finite, std::uint64_t(6));
    QCOMPARE(histogram->percentile(0), 0.0);
    QCOMPARE(histogram->percentile(1), 3.0);
    // Half of the values are 0 or 1.
    QCOMPARE(histogram->percentile(0.5), 1.5);
  }

  void agreesWithSorting_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("int16") << 0;
    QTest::newRow("uint16, full range") << 1;
    QTest::newRow("float32") << 2;
    QTest::newRow("float32 with far values") << 3;
    QTest::newRow("int32") << 4;
    QTest::newRow("rescaled, falling") << 5;
  }
  void agreesWithSorting() {
    QFETCH(int, kind);
    const Grid grid = gridOf(100, 100, 30);
    RandomStream random(9, static_cast<std::uint64_t>(kind), 1);
    std::vector<double> drawn(grid.size.voxels());
    for (double& value : drawn) {
      value = std::round(random.gamma(3, 200));
    }
    Result<Volume> volume = Error{};
    const auto as = [&]<class T>(T, Rescale rescale = {}) {
      std::vector<T> stored(drawn.begin(), drawn.end());
      return makeVolume(grid, std::move(stored), rescale);
    };
    double spread = sorted(drawn, 0.999) - sorted(drawn, 0.001);
    if (kind == 0) {
      volume = as(std::int16_t());
    } else if (kind == 1) {
      drawn[0] = 0;
      drawn[1] = 65535;
      volume = as(std::uint16_t());
      spread = 65535;
    } else if (kind == 2) {
      volume = as(float());
    } else if (kind == 3) {
      drawn[17] = 1099511627776.0; // 2^40: a float holds it
      drawn[18] = -1099511627776.0;
      volume = as(float());
    } else if (kind == 4) {
      for (double& value : drawn) {
        value *= 100000;
      }
      spread *= 100000;
      volume = as(std::int32_t());
    } else {
      volume = as(std::int16_t(), {-0.5, 7});
      for (double& value : drawn) {
        value = value * -0.5 + 7;
      }
    }
    QVERIFY(volume);
    const auto histogram = histogramOf(*volume);
    QVERIFY(histogram);
    QCOMPARE(histogram->smallest, *std::min_element(drawn.begin(), drawn.end()));
    QCOMPARE(histogram->largest, *std::max_element(drawn.begin(), drawn.end()));
    for (const double share : {0.01, 0.25, 0.5, 0.9, 0.99}) {
      const double wanted = sorted(drawn, share);
      const double found = histogram->percentile(share);
      // Within a hundredth of the spread.
      QVERIFY2(std::abs(found - wanted) < 0.01 * spread,
               qPrintable(QString("%1: %2 for %3").arg(share).arg(found).arg(wanted)));
    }
  }

  void leavesOutWhatIsNoNumber() {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float infinite = std::numeric_limits<float>::infinity();
    const auto histogram = histogramOf(*makeVolume<float>(gridOf(5, 1, 1), {nan, 1, infinite, 3, -infinite}));
    QVERIFY(histogram);
    QCOMPARE(histogram->finite, std::uint64_t(2));
    QCOMPARE(histogram->notFinite, std::uint64_t(3));
    QCOMPARE(histogram->smallest, 1.0);
    QCOMPARE(histogram->largest, 3.0);
    QVERIFY(!histogramOf(*makeVolume<float>(gridOf(2, 1, 1), {nan, infinite})));
    QCOMPARE(defaultWindow(*makeVolume<float>(gridOf(2, 1, 1), {nan, nan})), (Window{0, 1}));
  }

  void showsMasksWhole() {
    QCOMPARE(defaultWindow(*makeVolume<std::uint8_t>(gridOf(4, 1, 1), {0, 0, 0, 1})), (Window{0, 1}));
    QCOMPARE(defaultWindow(*makeVolume<std::uint8_t>(gridOf(2, 1, 1), {5, 5})), (Window{5, 6}));
  }

  // A head of known tissue values in noise, a fifth of the image, with a few very bright vessels.
  void fitsTheHeadNotTheBackground() {
    const Grid grid = gridOf(100, 100, 20);
    RandomStream random(3, 4, 5);
    std::vector<std::uint16_t> voxels(grid.size.voxels());
    for (std::size_t at = 0; at < voxels.size(); ++at) {
      const bool head = at % 5 == 0;
      const double value = head ? random.uniform(200, 900) : std::abs(random.normal(0, 8));
      voxels[at] = static_cast<std::uint16_t>(at % 5000 == 0 ? 20000 : value);
    }
    const Window window = defaultWindow(*makeVolume(grid, voxels));
    QVERIFY2(window.low < 50, qPrintable(QString::number(window.low)));
    QVERIFY2(window.high > 850 && window.high < 1500, qPrintable(QString::number(window.high)));
  }

  void fitsRealImages() {
    const auto data = sharedData();
    if (data.empty()) {
      QSKIP("no real data beside the project");
    }
    NullProgress progress;
    for (const char* name : {"open-ms-longitudinal/sub-long01/ses-1/anat/sub-long01_ses-1_FLAIR.nii.gz",
                             "open-ms-longitudinal/sub-long01/ses-1/anat/sub-long01_ses-1_T1w.nii.gz",
                             "open-ms-longitudinal/sub-long01/ses-1/anat/sub-long01_ses-1_T2w.nii.gz",
                             "open-ms-mni/sub-cs07/anat/sub-cs07_space-MNI152_FLAIR.nii.gz",
                             "open-ms-mni/sub-cs07/anat/sub-cs07_space-MNI152_T1w.nii.gz"}) {
      const auto image = readImage(data / name, progress);
      QVERIFY(image);
      const Window window = defaultWindow(image->volume);
      // The middle of the head must come out grey: neither nearly black nor nearly white.
      std::vector<double> head;
      const GridSize size = image->volume.size();
      for (std::int64_t i = size.i * 2 / 5; i < size.i * 3 / 5; ++i) {
        for (std::int64_t j = size.j * 2 / 5; j < size.j * 3 / 5; ++j) {
          head.push_back(image->volume.valueAt({i, j, size.k / 2}));
        }
      }
      const double grey = (sorted(head, 0.5) - window.low) / (window.high - window.low);
      QVERIFY2(grey > 0.2 && grey < 0.85,
               qPrintable(QString("%1: %2 … %3, middle %4").arg(name).arg(window.low).arg(window.high).arg(grey)));
    }
  }
};

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
