#include "dicom_builder.h"
#include "support.h"

#include <facet/imaging/dicom.h>

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace facet;
using namespace facet::imaging;
using namespace facet::imaging::testing;

namespace fs = std::filesystem;

/// Against DICOM that other programs wrote, and against what other programs read from the same files.
class TestDicomPeers : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void readsEveryTransferSyntax_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("JPEG lossless, first order") << "dcmcjpeg" << QStringList{"+e1"};
    QTest::newRow("JPEG lossless, process 14") << "dcmcjpeg" << QStringList{"+el"};
    QTest::newRow("JPEG-LS") << "dcmcjpls" << QStringList{};
    QTest::newRow("RLE") << "dcmcrle" << QStringList{};
    QTest::newRow("JPEG 2000") << "gdcmconv" << QStringList{"--j2k"};
    QTest::newRow("JPEG-LS by GDCM") << "gdcmconv" << QStringList{"--jpegls"};
    QTest::newRow("JPEG by GDCM") << "gdcmconv" << QStringList{"--jpeg"};
    QTest::newRow("deflated") << "dcmconv" << QStringList{"+td"};
    QTest::newRow("big endian") << "dcmconv" << QStringList{"+tb"};
    QTest::newRow("implicit") << "dcmconv" << QStringList{"+ti"};
  }
  void readsEveryTransferSyntax() {
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty()) {
      QSKIP(qPrintable(program + " is not installed"));
    }
    QTemporaryDir dir;
    const fs::path folder = dir.path().toStdString();
    const auto pixel = [](int slice, std::size_t at) {
      return static_cast<std::int16_t>(static_cast<int>(at * 37 % 4096) - 1500 + slice * 11);
    };
    writeStack(folder / "plain", 3, 2, [&](int index, DicomImage& image) {
      image.rows = 24;
      image.columns = 20;
      for (std::size_t at = 0; at < 480; ++at) {
        image.pixels.push_back(pixel(index, at));
      }
    });
    fs::create_directories(folder / "packed");
    for (int index = 0; index < 3; ++index) {
      const QString name = "image" + QString::number(index);
      const auto made =
          runProgram(path, arguments + QStringList{dir.filePath("plain/" + name), dir.filePath("packed/" + name)});
      QVERIFY2(made.failure.isEmpty(), qPrintable(made.failure));
    }
    const fs::path packed = folder / "packed";
    const auto scan = scanDicom({&packed, 1}, m_progress);
    QVERIFY(scan);
    QVERIFY2(scan->series.size() == 1, scan->refused.empty() ? "" : describe(scan->refused[0]).c_str());
    const auto image = readSeries(scan->series[0], m_progress);
    QVERIFY2(image, image ? "" : describe(image.error()).c_str());
    QCOMPARE(image->volume.type(), VoxelType::Int16);
    for (int slice = 0; slice < 3; ++slice) {
      for (std::size_t at = 0; at < 480; ++at) {
        const auto index = static_cast<std::int64_t>(at);
        QCOMPARE(image->volume.valueAt({index % 20, index / 20, slice}), double(pixel(slice, at)));
      }
    }
    // Half of a packed file is refused, not read as noise.
    fs::resize_file(packed / "image1", fs::file_size(packed / "image1") - 200);
    QVERIFY(!readSeries(scan->series[0], m_progress));
  }

  // A real series, against what dcm2niix makes of it.
  void readsARealSeriesAsDcm2niixDoes() {
    const fs::path data = sharedData() / "dicom-t1-series";
    const QString dcm2niix = QStandardPaths::findExecutable("dcm2niix");
    if (sharedData().empty() || dcm2niix.isEmpty()) {
      QSKIP("no real data beside the project, or no dcm2niix");
    }
    QTemporaryDir dir;
    const auto made = runProgram(dcm2niix, {"-z", "n", "-b", "n", "-f", "peer", "-o", dir.path(),
                                            QString::fromStdString((data / "dicoms").string())});
    QVERIFY2(made.failure.isEmpty(), qPrintable(made.failure));
    const auto peer = readImage(dir.filePath("peer.nii").toStdString(), m_progress);
    QVERIFY(peer);
    const auto scan = scanDicom({&data, 1}, m_progress);
    QVERIFY(scan);
    QCOMPARE(scan->series.size(), std::size_t(1));
    QVERIFY(scan->series[0].notices.empty());
    QCOMPARE(scan->otherFiles, std::size_t(2));
    const auto own = readSeries(scan->series[0], m_progress);
    QVERIFY(own);
    const Volume& a = own->volume;
    const Volume& b = peer->volume;
    QCOMPARE(a.bytes().size(), b.bytes().size());
    const auto bFromLps = b.grid().lpsFromIjk.inverse();
    int compared = 0;
    for (IjkIndex v{}; v.k < a.size().k; v.k += 7) {
      for (v.j = 0; v.j < a.size().j; v.j += 11) {
        for (v.i = 0; v.i < a.size().i; v.i += 13) {
          const Vec3 place = a.grid().lpsFromIjk({double(v.i), double(v.j), double(v.k)});
          const Vec3 at = (*bFromLps)(place);
          const IjkIndex there{std::llround(at.x), std::llround(at.y), std::llround(at.z)};
          const Vec3 back = b.grid().lpsFromIjk({double(there.i), double(there.j), double(there.k)});
          // dcm2niix rounds its step between slices: 1.5 µm at the last of 384.
          QVERIFY(norm(back - place) < 2e-3);
          QVERIFY(b.size().contains(there));
          QCOMPARE(a.valueAt(v), b.valueAt(there));
          ++compared;
        }
      }
    }
    QVERIFY(compared > 40000);
  }

  void followsADicomDir() {
    const QString program = QStandardPaths::findExecutable("dcmmkdir");
    if (program.isEmpty()) {
      QSKIP("dcmmkdir is not installed");
    }
    QTemporaryDir dir;
    const fs::path folder = fs::canonical(dir.path().toStdString());
    writeStack(folder / "IMAGES", 3, 2, [](int index, DicomImage& image) {
      image.elements = {{"0020,0010", "1"}, {"0008,0030", "101010"}};
      image.instance = index + 1;
    });
    for (int index = 0; index < 3; ++index) {
      fs::rename(folder / "IMAGES" / ("image" + std::to_string(index)),
                 folder / "IMAGES" / ("IM" + std::to_string(index)));
    }
    const auto made = runProgram(
        program, {"+r", "+id", dir.path(), "+D", dir.filePath("DICOMDIR"), "-Pgp", "--no-consistency-check"});
    QVERIFY2(made.failure.isEmpty(), qPrintable(made.failure));
    // The file alone leads to the images; the folder does not count it as one.
    for (const fs::path& path : {folder / "DICOMDIR", folder}) {
      const auto scan = scanDicom({&path, 1}, m_progress);
      QVERIFY(scan);
      QVERIFY2(scan->refused.empty(), scan->refused.empty() ? "" : describe(scan->refused[0]).c_str());
      QCOMPARE(scan->series.size(), std::size_t(1));
      QCOMPARE(scan->series[0].grid.size.k, 3);
    }
    fs::remove(folder / "IMAGES" / "IM1");
    const fs::path directory = folder / "DICOMDIR";
    const auto scan = scanDicom({&directory, 1}, m_progress);
    QCOMPARE(scan->refused.size(), std::size_t(1));
    QVERIFY(describe(scan->refused[0]).find("is named in the DICOMDIR and is not there") != std::string::npos);
  }

private:
  NullProgress m_progress;
};

QTEST_GUILESS_MAIN(TestDicomPeers)
#include "tst_dicom_peers.moc"
