#include "oracle.h"

#include <facet/core/random.h>
#include <facet/lesions/components.h>

#include <QtTest>

#include <algorithm>
#include <array>
#include <limits>
#include <map>

using namespace facet;
using namespace facet::imaging;
using namespace facet::lesions;

namespace {

Grid gridOf(GridSize size) {
  Grid grid;
  grid.size = size;
  return grid;
}

template <class T>
ComponentMap components(GridSize size, std::vector<T> voxels, Connectivity connectivity, Rescale rescale = {}) {
  NullProgress progress;
  const auto volume = makeVolume<T>(gridOf(size), std::move(voxels), rescale);
  auto map = connectedComponents(*volume, connectivity, progress);
  Q_ASSERT(map);
  return std::move(*map);
}

std::vector<std::uint8_t> randomMask(GridSize size, double share, std::uint64_t seed) {
  RandomStream random(seed, 0, 0);
  std::vector<std::uint8_t> voxels(size.voxels());
  for (auto& v : voxels) {
    v = random.chance(share) ? 1 : 0;
  }
  return voxels;
}

constexpr GridSize kSize = {37, 23, 19};
constexpr std::array<double, 5> kShares = {0.02, 0.12, 0.25, 0.32, 0.6};

/// Labels of each mask on stdin by 6-, 18- and 26-connectivity.
const char* const kLabelProgram = R"(
import sys, numpy, scipy.ndimage
a = numpy.frombuffer(sys.stdin.buffer.read(), 'u1').reshape(-1, 19, 23, 37)
for mask in a:
    for rank in (1, 2, 3):
        l, n = scipy.ndimage.label(mask, scipy.ndimage.generate_binary_structure(3, rank))
        sys.stdout.buffer.write(l.astype('<i4').tobytes())
)";

} // namespace

class TestComponents : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    QByteArray input;
    for (std::size_t n = 0; n < kShares.size(); ++n) {
      const auto voxels = randomMask(kSize, kShares[n], n);
      input.append(reinterpret_cast<const char*>(voxels.data()), static_cast<qsizetype>(voxels.size()));
    }
    m_oracle = scipyOracle(QString::fromLatin1(kLabelProgram), input);
  }

  void agreesWithScipy_data() {
    QTest::addColumn<std::size_t>("mask");
    QTest::addColumn<int>("rank");
    for (std::size_t n = 0; n < kShares.size(); ++n) {
      for (const int rank : {1, 2, 3}) {
        QTest::addRow("rank %d, share %g", rank, kShares[n]) << n << rank;
      }
    }
  }
  void agreesWithScipy() {
    QFETCH(std::size_t, mask);
    QFETCH(int, rank);
    if (m_oracle.isNull()) {
      QSKIP("needs /usr/bin/python3 with scipy");
    }
    const auto voxels = randomMask(kSize, kShares[mask], mask);
    QCOMPARE(static_cast<std::size_t>(m_oracle.size()), kShares.size() * 3 * voxels.size() * 4);
    const auto* expected = reinterpret_cast<const qint32*>(m_oracle.constData()) +
                           (mask * 3 + static_cast<std::size_t>(rank) - 1) * voxels.size();
    const auto map = components(kSize, voxels,
                                rank == 1   ? Connectivity::Six
                                : rank == 2 ? Connectivity::Eighteen
                                            : Connectivity::TwentySix);
    QCOMPARE(map.labels.type(), VoxelType::UInt16);
    const auto labels = map.labels.stored<std::uint16_t>();
    // The same partition, whatever the numbers; ours go by first voxel.
    std::map<int, int> ours;
    int largest = 0;
    for (std::size_t n = 0; n < voxels.size(); ++n) {
      QCOMPARE(labels[n] == 0, expected[n] == 0);
      if (labels[n] != 0) {
        const auto [at, added] = ours.emplace(labels[n], expected[n]);
        QCOMPARE(at->second, expected[n]);
        if (added) {
          QCOMPARE(static_cast<int>(labels[n]), ++largest);
        }
      }
    }
    QCOMPARE(static_cast<int>(map.count), largest);
    QCOMPARE(*std::max_element(expected, expected + voxels.size()), largest);
  }

  void joinsByFaceEdgeAndCorner() {
    // Two voxels that share a corner, and one that shares an edge with the second.
    std::vector<std::uint8_t> voxels(27, 0);
    voxels[0] = 1;                 // 0 0 0
    voxels[1 + 3 + 9] = 1;         // 1 1 1
    voxels[2 + 2 * 3 + 1 * 9] = 1; // 2 2 1
    QCOMPARE(components<std::uint8_t>({3, 3, 3}, voxels, Connectivity::Six).count, std::size_t(3));
    QCOMPARE(components<std::uint8_t>({3, 3, 3}, voxels, Connectivity::Eighteen).count, std::size_t(2));
    QCOMPARE(components<std::uint8_t>({3, 3, 3}, voxels, Connectivity::TwentySix).count, std::size_t(1));
  }

  void takesValuesAboveZero() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(components<double>({6, 1, 1}, {nan, 0.2, -1, -0.0, 3, 9}, Connectivity::Six).count, std::size_t(2));
    // Rescaling moves zero: stored 0 is 5, stored 1 is −5.
    const auto map = components<std::int16_t>({4, 1, 1}, {0, 1, 0, 0}, Connectivity::Six, {-10, 5});
    QCOMPARE(map.count, std::size_t(2));
    QCOMPARE(map.labels.valueAt({3, 0, 0}), 2.0);
    QCOMPARE(map.labels.valueAt({1, 0, 0}), 0.0);
  }

  void emptyAndFull() {
    QCOMPARE(components<std::uint8_t>({5, 4, 3}, std::vector<std::uint8_t>(60, 0), Connectivity::Six).count,
             std::size_t(0));
    QCOMPARE(components<std::uint8_t>({5, 4, 3}, std::vector<std::uint8_t>(60, 255), Connectivity::Six).count,
             std::size_t(1));
    QCOMPARE(components<std::uint8_t>({1, 1, 1}, {1}, Connectivity::TwentySix).count, std::size_t(1));
  }

  void needsWiderLabelsForManyParts() {
    // A chequerboard: no two voxels share a face.
    const GridSize size = {52, 52, 52};
    std::vector<std::uint8_t> voxels(size.voxels());
    for (std::size_t n = 0; n < voxels.size(); ++n) {
      voxels[n] = (n % 52 + n / 52 % 52 + n / (52 * 52)) % 2 == 0 ? 1 : 0;
    }
    const auto map = components(size, voxels, Connectivity::Six);
    QCOMPARE(map.count, std::size_t(70304));
    QCOMPARE(map.labels.type(), VoxelType::UInt32);
    QCOMPARE(components(size, voxels, Connectivity::Eighteen).count, std::size_t(1));
  }

private:
  QByteArray m_oracle;
};

QTEST_APPLESS_MAIN(TestComponents)
#include "tst_components.moc"
