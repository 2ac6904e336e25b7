#include "support.h"

#include <facet/core/random.h>
#include <facet/imaging/image_io.h>

#include <QtTest>

using namespace facet;
using namespace facet::imaging;
using namespace facet::imaging::testing;

/// Headers with bytes changed at random, with a fixed seed: each is read or refused, and none may ask for more memory
/// than the limit. Memory errors are for the sanitizers to find.
class TestImageFuzz : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void survivesChangedHeaders_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("headerBytes");
    QTest::newRow("nii") << int(FileKind::Nifti) << 352;
    QTest::newRow("nii.gz") << int(FileKind::NiftiGz) << 200;
    QTest::newRow("nrrd") << int(FileKind::Nrrd) << 330;
    QTest::newRow("mha") << int(FileKind::Mha) << 400;
  }
  void survivesChangedHeaders() {
    QFETCH(int, kind);
    QFETCH(int, headerBytes);
    Grid grid = obliques()[3].grid;
    grid.size = {6, 5, 4};
    NullProgress progress;
    const std::string whole =
        encodeImage(patterned(grid, VoxelType::Int16), static_cast<FileKind>(kind), {}, progress)->bytes;
    ReadLimits limits;
    limits.voxelBytes = 1 << 20;
    int read = 0;
    constexpr int kRounds = 4000;
    for (int round = 0; round < kRounds; ++round) {
      RandomStream random(11, static_cast<std::uint64_t>(round), static_cast<std::uint32_t>(kind));
      std::string changed = whole;
      const std::uint32_t changes = 1 + random.below(4);
      for (std::uint32_t change = 0; change < changes; ++change) {
        const std::size_t at = random.below(static_cast<std::uint32_t>(
            std::min<std::size_t>(changed.size() - 1, static_cast<std::size_t>(headerBytes))));
        switch (random.below(5)) {
        case 0:
          changed[at] = static_cast<char>(random.below(256));
          break;
        case 1:
          changed[at] = static_cast<char>(changed[at] ^ (1 << random.below(8)));
          break;
        case 2:
          changed.insert(at, std::string(1 + random.below(9), "0123456789-. ()\n\xFF"[random.below(17)]));
          break;
        case 3:
          changed.erase(at, 1 + random.below(9));
          break;
        default:
          changed.resize(changed.size() - random.below(40));
          break;
        }
      }
      const auto result = readImage(changed, "x", progress, limits);
      if (result) {
        ++read;
        QVERIFY(result->volume.bytes().size() <= limits.voxelBytes);
        QVERIFY(result->volume.grid().lpsFromIjk.inverse());
      } else {
        QVERIFY(!result.error().reason.empty());
      }
    }
    // Both outcomes must occur, or the test tests nothing.
    QVERIFY2(read > 20 && read < kRounds - 500, qPrintable(QString("%1 were read").arg(read)));
  }
};

QTEST_APPLESS_MAIN(TestImageFuzz)
#include "tst_image_fuzz.moc"
