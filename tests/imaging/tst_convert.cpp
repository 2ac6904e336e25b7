#include "support.h"

#include <facet/core/parallel.h>
#include <facet/imaging/convert.h>
#include <facet/imaging/dicom.h>

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <mutex>

using namespace facet;
using namespace facet::imaging;
using namespace facet::imaging::testing;

namespace fs = std::filesystem;

/// There and back through every format, with nibabel at both ends: it writes what goes in and reads what comes out.
class TestConvert : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    if (const QString why = whyNoNibabel(); !why.isEmpty()) {
      QSKIP(qPrintable(why));
    }
    // Thousands of small files that are synced one by one: in memory where that is possible.
    m_dir = std::make_unique<QTemporaryDir>(fs::exists("/dev/shm") ? "/dev/shm/facet-convert-XXXXXX" : QString());
    QVERIFY(m_dir->isValid());
    m_folder = m_dir->path().toStdString();
    fs::create_directories(m_folder / "in");
    const auto made = runScript("make_grids.py", {m_dir->filePath("in")});
    QVERIFY2(made.failure.isEmpty(), qPrintable(made.failure));
    QCOMPARE(made.out, QByteArray("68\n"));
  }

  void keepsEveryVoxel_data() {
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("share");
    QTest::newRow("NIfTI") << ".nii.gz"
                           << "0";
    QTest::newRow("NRRD") << ".nrrd"
                          << "0";
    QTest::newRow("MHA") << ".mha"
                         << "0";
    QTest::newRow("MHD") << ".mhd"
                         << "0";
    // 65535 steps over the range: half a step, and float32's rounding.
    QTest::newRow("DICOM") << ""
                           << "0.0000077";
  }
  void keepsEveryVoxel() {
    QFETCH(QString, ending);
    QFETCH(QString, share);
    const std::string name = ending.isEmpty() ? "dicom" : ending.toStdString().substr(1);
    const fs::path there = m_folder / ("there-" + name);
    const fs::path back = m_folder / ("back-" + name);
    fs::create_directories(there);
    fs::create_directories(back);
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(m_folder / "in")) {
      files.push_back(entry.path());
    }
    QCOMPARE(files.size(), std::size_t(68 * 4));
    std::mutex mutex;
    QStringList failures;
    parallelFor(files.size(), 1, [&](std::size_t at, std::size_t) {
      const fs::path middle = there / (files[at].stem().string() + ending.toStdString());
      for (const auto& [from, to] : {std::pair(files[at], middle), {middle, back / files[at].filename()}}) {
        const std::string failure = convert(from, to);
        if (!failure.empty()) {
          const std::lock_guard lock(mutex);
          failures << QString::fromStdString(failure);
        }
      }
    });
    QVERIFY2(failures.isEmpty(), qPrintable(failures.mid(0, 5).join('\n')));
    const auto checked =
        runScript("check_round_trips.py", {m_dir->filePath("in"), QString::fromStdString(back.string()), share});
    QVERIFY2(checked.failure.isEmpty(), qPrintable(checked.failure));
    QCOMPARE(QString::fromUtf8(checked.out), QString("checked 272\n"));
  }

  void choosesOneOfSeveralSeries() {
    const Volume volume = patterned(obliques()[0].grid, VoxelType::Int16);
    const Volume other = patterned(obliques()[2].grid, VoxelType::UInt8);
    const fs::path folder = m_folder / "several";
    fs::create_directories(folder);
    DicomWriteOptions options;
    options.facts.studyUid = "1.2";
    for (const auto& [one, number] : {std::pair(&volume, 5), {&other, 9}}) {
      options.facts.seriesNumber = number;
      options.facts.seriesDescription = "scan " + std::to_string(number);
      QVERIFY(writeDicomSeries(*one, folder / std::to_string(number), options, m_progress));
    }
    const auto unclear = readAnyImage(folder, {}, m_progress);
    QCOMPARE(unclear.error().code, ErrorCode::Conflict);
    QVERIFY(describe(unclear.error())
                .ends_with("holds 2 volumes, of which one must be chosen by its number: 1: scan 5, 5 "
                           "× 4 × 3; 2: scan 9, 5 × 4 × 3"));
    const auto second = readAnyImage(folder, 2U, m_progress);
    QVERIFY(second);
    QCOMPARE(second->image.volume.type(), VoxelType::UInt16);
    QCOMPARE(second->facts.seriesNumber.value(), 9);
    QCOMPARE(readAnyImage(folder, 3U, m_progress).error().code, ErrorCode::NotFound);
    QVERIFY(readAnyImage(folder / "5" / "IM0001.dcm", {}, m_progress));
  }

  void saysWhatItDoesNotTake() {
    const fs::path bids = m_folder / "bids";
    fs::create_directories(bids);
    std::ofstream(bids / "dataset_description.json") << R"({"BIDSVersion": "1.8.0"})";
    const auto why = [&](const fs::path& path) { return describe(readAnyImage(path, {}, m_progress).error()); };
    QVERIFY(why(bids).ends_with("is a BIDS dataset; one of its images is wanted"));
    fs::create_directories(m_folder / "nothing");
    QVERIFY(why(m_folder / "nothing").ends_with("holds no DICOM image"));
    QVERIFY(why(bids / "dataset_description.json").ends_with("is no image in a format that is read here"));
    QVERIFY(why(m_folder / "absent").ends_with("does not exist"));
  }

private:
  std::string convert(const fs::path& from, const fs::path& to) {
    NullProgress progress;
    const auto image = readAnyImage(from, {}, progress);
    if (!image) {
      return describe(image.error());
    }
    if (!image->image.notices.empty()) {
      return describe(image->image.notices[0]);
    }
    const auto written = writeAnyImage(*image, to, progress);
    return written ? std::string() : describe(written.error());
  }

  std::unique_ptr<QTemporaryDir> m_dir;
  fs::path m_folder;
  NullProgress m_progress;
};

QTEST_GUILESS_MAIN(TestConvert)
#include "tst_convert.moc"
