#include "dicom_builder.h"
#include "support.h"

#include <facet/core/files.h>
#include <facet/core/random.h>
#include <facet/imaging/dicom.h>

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <sys/resource.h>

using namespace facet;
using namespace facet::imaging;
using namespace facet::imaging::testing;

namespace fs = std::filesystem;

/// DICOM files with bytes changed at random, with a fixed seed: each is read or refused, and none makes the program ask
/// for much memory.
class TestDicomFuzz : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void survivesChangedFiles_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("rounds");
    QTest::newRow("single frame") << "single"
                                  << "" << QStringList{} << 600;
    QTest::newRow("enhanced") << "enhanced"
                              << "" << QStringList{} << 400;
    QTest::newRow("implicit") << "single"
                              << "dcmconv" << QStringList{"+ti"} << 250;
    QTest::newRow("deflated") << "single"
                              << "dcmconv" << QStringList{"+td"} << 200;
    QTest::newRow("JPEG lossless") << "single"
                                   << "dcmcjpeg" << QStringList{"+e1"} << 250;
    QTest::newRow("JPEG-LS") << "single"
                             << "dcmcjpls" << QStringList{} << 250;
    QTest::newRow("JPEG 2000") << "single"
                               << "gdcmconv" << QStringList{"--j2k"} << 250;
    QTest::newRow("RLE") << "single"
                         << "dcmcrle" << QStringList{} << 250;
  }
  void survivesChangedFiles() {
    QFETCH(QString, kind);
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    QFETCH(int, rounds);
    QTemporaryDir dir;
    const fs::path folder = dir.path().toStdString();
    if (kind == "enhanced") {
      writeEnhanced(folder / "x", {0, 2, 4}, 1);
    } else {
      DicomImage image;
      image.rows = 32;
      image.columns = 32;
      writeDicom(image, folder / "x");
    }
    std::string whole = *readFile(folder / "x", 1 << 20);
    if (!program.isEmpty()) {
      const QString path = QStandardPaths::findExecutable(program);
      if (path.isEmpty()) {
        QSKIP(qPrintable(program + " is not installed"));
      }
      QVERIFY(runProgram(path, arguments + QStringList{dir.filePath("x"), dir.filePath("y")}).failure.isEmpty());
      whole = *readFile(folder / "y", 1 << 20);
    }
    DeidentifyOptions options;
    options.pseudonym = "P";
    options.dayShift = 3;
    options.newUid = [](std::string_view uid) { return uidFor(uid); };
    NullProgress progress;
    const fs::path changedPath = folder / "changed";
    ReadLimits limits;
    limits.voxelBytes = 1 << 22;
    int read = 0;
    for (int round = 0; round < rounds; ++round) {
      std::ofstream(changedPath, std::ios::binary) << changed(whole, static_cast<std::uint64_t>(round));
      const auto scan = scanDicom({&changedPath, 1}, progress);
      QVERIFY(scan);
      for (const DicomSeries& series : scan->series) {
        const auto image = readSeries(series, progress, {}, limits);
        read += image ? 1 : 0;
      }
      const auto done = deidentify(*readFile(changedPath, 1 << 20), options);
      QVERIFY(done || !done.error().reason.empty());
    }
    QVERIFY2(read > rounds / 50 && read < rounds, qPrintable(QString("%1 were read").arg(read)));
    struct rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
#ifndef __SANITIZE_ADDRESS__
    QVERIFY2(usage.ru_maxrss < 400000, qPrintable(QString("%1 kB").arg(usage.ru_maxrss)));
#endif
  }

private:
  static std::string changed(std::string bytes, std::uint64_t round) {
    RandomStream random(23, round, 1);
    const std::uint32_t changes = 1 + random.below(3);
    for (std::uint32_t change = 0; change < changes && bytes.size() > 140; ++change) {
      // Mostly behind the preamble, where something stands.
      const std::size_t at = 132 + random.below(static_cast<std::uint32_t>(bytes.size() - 132));
      switch (random.below(5)) {
      case 0:
        bytes[at] = static_cast<char>(random.below(256));
        break;
      case 1:
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
        break;
      case 2:
        bytes.insert(at, std::string(1 + random.below(6), random.chance(0.5) ? '\xFF' : '\0'));
        break;
      case 3:
        bytes.erase(at, 1 + random.below(6));
        break;
      default:
        bytes.resize(bytes.size() - random.below(60));
        break;
      }
    }
    return bytes;
  }
};

QTEST_GUILESS_MAIN(TestDicomFuzz)
#include "tst_dicom_fuzz.moc"
