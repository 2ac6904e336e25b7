#include "dicom_builder.h"
#include "support.h"

#include <facet/core/files.h>
#include <facet/imaging/dicom.h>

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>
#include <set>

using namespace facet;
using namespace facet::imaging;
using namespace facet::imaging::testing;

namespace fs = std::filesystem;

namespace {

std::string noticesOf(const std::vector<Notice>& notices) {
  std::string text;
  for (const Notice& notice : notices) {
    text += describe(notice) + "\n";
  }
  return text;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

} // namespace

class TestDicomRead : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_folder = fs::canonical(m_dir->path().toStdString());
  }

  // Names and instance numbers run against the geometry: places alone decide.
  void sortsByPlace() {
    writeStack(m_folder / "a" / "b", 6, 2.5, [](int index, DicomImage& image) {
      image.position.z = 2.5 * ((index * 5 + 3) % 6) - 4;
      image.instance = 6 - index;
    });
    const DicomSeries series = one();
    QCOMPARE(series.grid.size, (GridSize{5, 4, 6}));
    QCOMPARE(series.grid.lpsFromIjk.offset, (Vec3{-10, 20, -4}));
    // Pixel spacing is row spacing first: 1.5 along columns, 1.25 along rows.
    QCOMPARE(series.grid.lpsFromIjk.column(0), (Vec3{1.25, 0, 0}));
    QCOMPARE(series.grid.lpsFromIjk.column(1), (Vec3{0, 1.5, 0}));
    QCOMPARE(series.grid.lpsFromIjk.column(2), (Vec3{0, 0, 2.5}));
    QVERIFY2(series.notices.empty(), noticesOf(series.notices).c_str());
    const Volume volume = read(series).volume;
    QCOMPARE(volume.type(), VoxelType::Int16);
    for (int index = 0; index < 6; ++index) {
      // Row 1, column 2 is pixel 7.
      QCOMPARE(volume.valueAt({2, 1, (index * 5 + 3) % 6}), (6 - index) * 100.0 + 7);
    }
  }

  void readsHeaderFacts() {
    writeStack(m_folder, 2, 2, [](int, DicomImage& image) {
      image.elements = {{"0010,0021", "Hospital"},
                        {"0010,0030", "19800131"},
                        {"0010,0040", "F"},
                        {"0008,0050", "ACC99"},
                        {"0008,0005", "ISO_IR 100"},
                        {"0010,0010", "M\xFCller^J\xF6rg"},
                        {"0018,0087", "3"},
                        {"0008,0070", "SIEMENS"},
                        {"0018,0082", "900"},
                        {"0018,1314", "9"},
                        {"0018,0015", "HEAD"},
                        {"0018,0020", "GR\\IR"},
                        {"0008,103E", "t1 PID-4711 muller mprage"},
                        {"0018,1030", "M\xFCller protocol ACC99"},
                        {"0018,0010", "Gadovist"},
                        {"0018,0023", "3D"},
                        {"0008,0022", "20200301"}};
    });
    const DicomSeries series = one();
    QCOMPARE(series.identity, (Identity{"Hospital", "PID-4711", "Müller^Jörg", "19800131", "F", "ACC99"}));
    const SequenceFacts& facts = series.facts;
    QCOMPARE(facts.modality, std::string("MR"));
    QCOMPARE(facts.studyUid, std::string("1.2.3.4"));
    QVERIFY(facts.studyDate == *facet::dayOf(2020, 2, 29));
    QVERIFY(facts.acquisitionDate == *facet::dayOf(2020, 3, 1));
    QCOMPARE(facts.seriesNumber.value(), 3);
    QCOMPARE(facts.fieldStrengthTesla.value(), 3.0);
    QCOMPARE(facts.inversionTimeMs.value(), 900.0);
    QCOMPARE(facts.flipAngleDegrees.value(), 9.0);
    QCOMPARE(facts.sliceThicknessMm.value(), 2.0);
    QCOMPARE(facts.bodyPart, std::string("HEAD"));
    QCOMPARE(facts.acquisitionType, std::string("3D"));
    QVERIFY(facts.scanningSequence == (std::vector<std::string>{"GR", "IR"}));
    QCOMPARE(facts.contrastAgent, ContrastAgent::Given);
    // Free text keeps nothing of who it is.
    QCOMPARE(facts.seriesDescription, std::string("t1 … muller mprage"));
    QCOMPARE(facts.protocolName, std::string("… protocol …"));
    QCOMPARE(series.contrast.contrast, Contrast::T1wEnhanced);
  }

  void splitsWhatSharesOneUid() {
    // Two echoes, a localizer plane, another size: four volumes under one series UID.
    writeStack(m_folder / "e1", 4, 2);
    writeStack(m_folder / "e2", 4, 2, [](int index, DicomImage& image) {
      image.instance = 100 + index;
      image.elements["0018,0081"] = "80";
      image.elements["0018,0086"] = "2";
    });
    writeStack(m_folder / "sagittal", 3, 2, [](int index, DicomImage& image) {
      image.instance = 200 + index;
      image.along = {0, 1, 0};
      image.down = {0, 0, -1};
      image.position = {4.0 * index, 0, 0};
    });
    writeStack(m_folder / "large", 2, 2, [](int index, DicomImage& image) {
      image.instance = 300 + index;
      image.rows = 6;
    });
    const DicomScan scan = all();
    QCOMPARE(scan.series.size(), std::size_t(4));
    std::multiset<std::int64_t> slices;
    for (const DicomSeries& series : scan.series) {
      QCOMPARE(series.parts, 4U);
      slices.insert(series.grid.size.k);
      QVERIFY2(series.notices.empty(), noticesOf(series.notices).c_str());
    }
    QVERIFY(slices == (std::multiset<std::int64_t>{2, 3, 4, 4}));
  }

  void splitsRepeatedPlaces_data() {
    QTest::addColumn<QString>("tag");
    QTest::newRow("temporal position") << "0020,0100";
    QTest::newRow("acquisition number") << "0020,0012";
    QTest::newRow("inversion time") << "0018,0082";
    QTest::newRow("by number alone") << "";
  }
  void splitsRepeatedPlaces() {
    QFETCH(QString, tag);
    writeStack(m_folder, 12, 0, [&](int index, DicomImage& image) {
      image.position.z = 3.0 * (index % 4);
      if (!tag.isEmpty()) {
        image.elements[tag.toStdString()] = std::to_string(1 + index / 4);
      }
    });
    const DicomScan scan = all();
    QCOMPARE(scan.series.size(), std::size_t(3));
    for (std::size_t part = 0; part < 3; ++part) {
      const DicomSeries& series = scan.series[part];
      QCOMPARE(series.grid.size.k, 4);
      QCOMPARE(series.part, unsigned(part));
      // Volume `part` holds instances 4·part+1 … 4·part+4 in order.
      QCOMPARE(read(series).volume.valueAt({0, 0, 1}), 100.0 * (4 * static_cast<double>(part) + 2));
    }
  }

  void namesMissingSlices() {
    writeStack(m_folder, 10, 2);
    fs::remove(m_folder / "image4");
    fs::remove(m_folder / "image7");
    fs::remove(m_folder / "image8");
    const DicomSeries series = one();
    QCOMPARE(series.grid.size.k, 10);
    QCOMPARE(series.grid.lpsFromIjk.column(2), (Vec3{0, 0, 2}));
    const std::string text = noticesOf(series.notices);
    QVERIFY2(contains(text, "image3: the slice between it and " + (m_folder / "image5").string() +
                                " is missing and was left empty (at 6 mm along the stack)"),
             text.c_str());
    QVERIFY2(contains(text, "2 slices between it and " + (m_folder / "image9").string() + " are missing"),
             text.c_str());
    const LoadedImage image = read(series);
    QCOMPARE(image.volume.valueAt({0, 0, 3}), 400.0);
    QCOMPARE(image.volume.valueAt({0, 0, 4}), 0.0);
    QCOMPARE(image.volume.valueAt({0, 0, 9}), 1000.0);
    QCOMPARE(image.notices.size(), std::size_t(2));
  }

  void leavesOutDoubles() {
    writeStack(m_folder, 20, 2);
    fs::copy_file(m_folder / "image3", m_folder / "copy of image3");
    DicomImage again;
    again.instance = 77;
    again.position = {-10, 20, 10};
    writeDicom(again, m_folder / "again");
    const DicomSeries series = one();
    QCOMPARE(series.grid.size.k, 20);
    const std::string text = noticesOf(series.notices);
    QVERIFY2(contains(text, "image3: is the same instance as " + (m_folder / "copy of image3").string()), text.c_str());
    QVERIFY2(contains(text, "again: lies at the same place as " + (m_folder / "image5").string()), text.c_str());
    QCOMPARE(read(series).volume.valueAt({0, 0, 5}), 600.0);
  }

  // Anonymisers exist that give all instances one UID.
  void takesImagesThatShareAnInstanceUid() {
    writeStack(m_folder, 5, 2, [](int, DicomImage& image) { image.elements["0008,0018"] = "1.2.3"; });
    QCOMPARE(one().grid.size.k, 5);
  }

  void keepsTilt() {
    writeStack(m_folder, 5, 2, [](int index, DicomImage& image) { image.position.y = 20 + index; });
    const DicomSeries series = one();
    QCOMPARE(series.grid.lpsFromIjk.column(2), (Vec3{0, 1, 2}));
    // atan(1/2) = 26.565 degrees.
    QVERIFY2(contains(noticesOf(series.notices), "tilted by 26.565°"), noticesOf(series.notices).c_str());
    QCOMPARE(read(series).volume.valueAt({0, 0, 4}), 500.0);
  }

  void interpolatesUnevenSpacing() {
    // At 0, 2, 4, 6, 9, 11, 13 mm: gaps of 2, once 3. The grid gets round(13/2)+1 = 8 slices every 13/7 mm.
    const std::vector<double> places = {0, 2, 4, 6, 9, 11, 13};
    writeStack(m_folder, 7, 0, [&](int index, DicomImage& image) {
      image.position.z = places[static_cast<std::size_t>(index)];
      // The value is the place, so that interpolation must give the place again.
      image.pixels.assign(20, static_cast<std::int16_t>(std::lround(1000 * image.position.z)));
    });
    const DicomSeries series = one();
    const std::string text = noticesOf(series.notices);
    QVERIFY2(
        contains(text, "image3: lies 3 mm from " + (m_folder / "image4").string() +
                           ", other slices 2 mm from each other: the volume was interpolated to slices every 1.857 mm"),
        text.c_str());
    QCOMPARE(series.grid.size.k, 8);
    const Volume volume = read(series).volume;
    for (std::int64_t k = 0; k < 8; ++k) {
      QVERIFY(std::abs(volume.valueAt({2, 2, k}) - 1000 * 13.0 / 7 * static_cast<double>(k)) <= 0.5);
    }
  }

  void tellsSmallUnevenness() {
    writeStack(m_folder, 5, 2, [](int index, DicomImage& image) { image.position.z += index == 2 ? 0.1 : 0; });
    const DicomSeries series = one();
    QVERIFY2(contains(noticesOf(series.notices), "even steps were taken, which moves a slice by up to 0.1 mm"),
             noticesOf(series.notices).c_str());
    QCOMPARE(read(series).volume.valueAt({0, 0, 2}), 300.0);
  }

  void refusesSlicesThatMakeNoVolume() {
    writeStack(m_folder, 4, 2, [](int index, DicomImage& image) { image.position.x += index == 2 ? 15 : 0; });
    const DicomScan scan = all();
    QVERIFY(scan.series.empty());
    QVERIFY2(contains(noticesOf(scan.refused), "lies 15 mm beside the line of the other slices: they make no volume"),
             noticesOf(scan.refused).c_str());
  }

  void storesMixedRescalingAsValues() {
    writeStack(m_folder, 3, 2, [](int index, DicomImage& image) {
      image.elements["0028,1053"] = index == 1 ? "0.5" : "2";
      image.elements["0028,1052"] = "10";
    });
    const DicomSeries series = one();
    QVERIFY2(contains(noticesOf(series.notices), "image1: is rescaled by slope 0.5 and intercept 10"),
             noticesOf(series.notices).c_str());
    const Volume volume = read(series).volume;
    QCOMPARE(volume.type(), VoxelType::Float32);
    QVERIFY(volume.rescale().isIdentity());
    QCOMPARE(volume.valueAt({0, 0, 0}), 210.0);
    QCOMPARE(volume.valueAt({0, 0, 1}), 110.0);
  }

  void keepsOneRescaling() {
    writeStack(m_folder, 3, 2, [](int, DicomImage& image) {
      image.elements["0028,1053"] = "0.25";
      image.elements["0028,1052"] = "-3";
    });
    const Volume volume = read(one()).volume;
    QCOMPARE(volume.type(), VoxelType::Int16);
    QCOMPARE(volume.rescale(), (Rescale{0.25, -3}));
  }

  // 12 bits stored of 16, with rubbish above them.
  void readsStoredBitsOnly() {
    writeStack(m_folder, 2, 2, [](int, DicomImage& image) {
      image.elements = {{"0028,0101", "12"}, {"0028,0102", "11"}};
      image.pixels = {0x0123, std::int16_t(0xF7FF), std::int16_t(0x5FFF), 0x0800};
    });
    const Volume volume = read(one()).volume;
    QCOMPARE(volume.valueAt({0, 0, 0}), 291.0);
    QCOMPARE(volume.valueAt({1, 0, 0}), 2047.0);
    QCOMPARE(volume.valueAt({2, 0, 0}), -1.0);
    QCOMPARE(volume.valueAt({3, 0, 0}), -2048.0);
  }

  void takesOneSlice() {
    writeStack(m_folder, 1, 2);
    const DicomSeries series = one();
    QCOMPARE(series.grid.size.k, 1);
    QCOMPARE(series.grid.spacingMm().z, 2.0);
    QVERIFY(series.notices.empty());
  }

  void readsEnhancedFiles() {
    // Frames out of order, two echoes each.
    writeEnhanced(m_folder / "enhanced", {6, 0, 3}, 2);
    const DicomScan scan = all();
    QVERIFY2(scan.series.size() == 2, noticesOf(scan.refused).c_str());
    for (const DicomSeries& series : scan.series) {
      QCOMPARE(series.grid.size, (GridSize{5, 4, 3}));
      QCOMPARE(series.grid.lpsFromIjk.column(2), (Vec3{0, 0, 3}));
      const int echo = series.facts.echoTimeMs == 20.0 ? 0 : 1;
      const Volume volume = read(series).volume;
      QCOMPARE(volume.rescale(), (Rescale{2, -1}));
      // Position 0 was written second: frames 2 and 3.
      QCOMPARE(volume.valueAt({1, 0, 0}), 2.0 * ((2 + echo) * 100 + 1) - 1);
      QCOMPARE(volume.valueAt({1, 0, 2}), 2.0 * (echo * 100 + 1) - 1);
    }
  }

  void refusesWhatIsNoImageInSpace_data() {
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("reason");
    QTest::newRow("colour") << "0028,0004"
                            << "RGB"
                            << "is a colour image (RGB); grey is wanted";
    QTest::newRow("palette") << "0028,0004"
                             << "PALETTE COLOR"
                             << "is a colour image (PALETTE COLOR); grey is wanted";
    QTest::newRow("no place") << "0020,0032"
                              << ""
                              << "is an image without a place in the patient";
    QTest::newRow("broken place") << "0020,0032"
                                  << "1\\2"
                                  << "is an image without a place in the patient";
    QTest::newRow("no orientation") << "0020,0037"
                                    << ""
                                    << "is an image without a place in the patient";
    QTest::newRow("no length") << "0020,0037"
                               << "0\\0\\0\\0\\1\\0"
                               << "its rows and columns are not at right angles to each other";
    QTest::newRow("zero spacing") << "0028,0030"
                                  << "0\\1"
                                  << "has no pixel spacing above 0";
    QTest::newRow("negative spacing") << "0028,0030"
                                      << "1\\-1"
                                      << "has no pixel spacing above 0";
    QTest::newRow("mosaic") << "0008,0008"
                            << "ORIGINAL\\PRIMARY\\M\\MOSAIC"
                            << "is a mosaic of several slices in one image, which is not read";
    QTest::newRow("no rows") << "0028,0010"
                             << ""
                             << "is DICOM without an image (MRImageStorage)";
    QTest::newRow("zero rows") << "0028,0010"
                               << "0"
                               << "has 0 rows and 5 columns";
    QTest::newRow("12 bits") << "0028,0100"
                             << "12"
                             << "has pixels of 12 bits, which are not read";
    QTest::newRow("bits") << "0028,0101"
                          << "17"
                          << "stores 17 of 16 bits up to bit 15, which cannot be";
    QTest::newRow("frames") << "0028,0008"
                            << "3"
                            << "holds 3 frames without a place for each";
    QTest::newRow("billions") << "0028,0010"
                              << "65535"
                              << "is cut off: its header promises 655350 bytes of pixels and the file has ";
    QTest::newRow("segmentation") << "0008,0016"
                                  << "1.2.840.10008.5.1.4.1.1.66.4"
                                  << "is a DICOM segmentation, no image";
  }
  void refusesWhatIsNoImageInSpace() {
    QFETCH(QString, tag);
    QFETCH(QString, value);
    QFETCH(QString, reason);
    DicomImage image;
    image.elements[tag.toStdString()] = value.toStdString();
    writeDicom(image, m_folder / "x");
    const DicomScan scan = all();
    QVERIFY(scan.series.empty());
    QCOMPARE(scan.refused.size(), std::size_t(1));
    const std::string text = describe(scan.refused[0]);
    QVERIFY2(text.starts_with((m_folder / "x").string() + ": " + reason.toStdString()), text.c_str());
  }

  void leavesOtherFilesAlone() {
    writeStack(m_folder, 2, 2);
    std::ofstream(m_folder / "README") << "text";
    std::ofstream(m_folder / "large.txt") << std::string(5000, 'x');
    std::ofstream(m_folder / "empty");
    fs::create_directories(m_folder / std::string(200, 'd'));
    fs::copy_file(m_folder / "image1", m_folder / std::string(200, 'd') / std::string(200, 'f'));
    fs::remove(m_folder / "image1");
    const DicomScan scan = all();
    QCOMPARE(scan.otherFiles, std::size_t(3));
    QVERIFY(scan.refused.empty());
    QCOMPARE(scan.series.at(0).grid.size.k, 2);
  }

  void followsNoLinkOutOfTheFolder() {
    const fs::path outside = m_folder / "outside";
    const fs::path inside = m_folder / "inside";
    writeStack(outside, 1, 2);
    writeStack(inside, 2, 2);
    fs::create_symlink(outside / "image0", inside / "link");
    fs::create_symlink(outside, inside / "folder link");
    fs::create_symlink(inside / "image0", inside / "within");
    fs::create_symlink(inside, inside / "loop");
    NullProgress progress;
    const auto scan = scanDicom({&inside, 1}, progress);
    QVERIFY(scan);
    QCOMPARE(scan->refused.size(), std::size_t(2));
    QVERIFY(contains(noticesOf(scan->refused), "link: is a link that leads out of the folder"));
    QCOMPARE(scan->series.size(), std::size_t(1));
    QCOMPARE(scan->series[0].grid.size.k, 2);
    QVERIFY(scan->series[0].notices.empty());
  }

  void refusesCutFiles() {
    writeStack(m_folder, 3, 2);
    const std::string whole = *readFile(m_folder / "image1", 1 << 20);
    for (std::size_t cut = 0; cut < whole.size(); cut += 13) {
      std::ofstream(m_folder / "image1", std::ios::binary) << whole.substr(0, cut);
      const DicomScan scan = all();
      // Cut before the mark it is no DICOM; cut in the pixels, reading refuses it.
      if (scan.refused.empty() && scan.otherFiles == 0) {
        NullProgress progress;
        const auto image = readSeries(scan.series.at(0), progress);
        QVERIFY2(!image, qPrintable(QString("read although cut at %1").arg(cut)));
        QCOMPARE(image.error().code, ErrorCode::Corrupt);
      }
    }
  }

  void tellsChangedFiles() {
    writeStack(m_folder, 3, 2);
    const DicomSeries series = one();
    DicomImage other;
    other.rows = 8;
    writeDicom(other, m_folder / "image1");
    NullProgress progress;
    QCOMPARE(readSeries(series, progress).error().code, ErrorCode::Conflict);
    fs::remove(m_folder / "image1");
    QCOMPARE(readSeries(series, progress).error().code, ErrorCode::NotFound);
  }

  void handsOverEachFileOnce() {
    writeStack(m_folder, 30, 2);
    const DicomSeries series = one();
    std::vector<std::atomic<int>> seen(series.files.size());
    NullProgress progress;
    const auto image = readSeries(series, progress, [&](std::size_t file, std::string_view bytes) {
      seen[file] += bytes.size() == fs::file_size(series.files[file]) ? 1 : 100;
    });
    QVERIFY(image);
    for (const auto& count : seen) {
      QCOMPARE(count.load(), 1);
    }
  }

private:
  DicomScan all() {
    NullProgress progress;
    auto scan = scanDicom({&m_folder, 1}, progress);
    if (!scan) {
      qFatal("%s", describe(scan.error()).c_str());
    }
    return std::move(scan).value();
  }
  DicomSeries one() {
    DicomScan scan = all();
    if (scan.series.size() != 1) {
      qFatal("%zu series\n%s", scan.series.size(), noticesOf(scan.refused).c_str());
    }
    return scan.series[0];
  }
  LoadedImage read(const DicomSeries& series) {
    NullProgress progress;
    auto image = readSeries(series, progress);
    if (!image) {
      qFatal("%s", describe(image.error()).c_str());
    }
    return std::move(image).value();
  }

  std::unique_ptr<QTemporaryDir> m_dir;
  fs::path m_folder;
};

QTEST_APPLESS_MAIN(TestDicomRead)
#include "tst_dicom_read.moc"
