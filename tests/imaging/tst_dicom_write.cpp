#include "support.h"

#include <facet/core/files.h>
#include <facet/core/parallel.h>
#include <facet/imaging/dicom.h>

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>
#include <limits>

using namespace facet;
using namespace facet::imaging;
using namespace facet::imaging::testing;

namespace fs = std::filesystem;

namespace {

std::string because(const Result<WriteReport>& result) {
  return result ? std::string("written") : describe(result.error());
}

} // namespace

class TestDicomWrite : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_folder = fs::canonical(m_dir->path().toStdString());
  }

  // Written here, taken apart by dcmdump and put together in Python.
  void writesWhatDcmdumpReads() {
    if (QStandardPaths::findExecutable("dcmdump").isEmpty() || !whyNoNibabel().isEmpty()) {
      QSKIP("no dcmdump, or no /usr/bin/python3 with numpy");
    }
    std::ofstream list(m_folder / "list.tsv");
    list.precision(17);
    std::vector<GridCase> cases = axisOrders();
    for (const GridCase& more : obliques()) {
      cases.push_back(more);
    }
    GridCase tilted = cases.front();
    tilted.name = "tilted";
    tilted.grid.lpsFromIjk.matrix[1][2] += 0.7;
    cases.push_back(tilted);
    int number = 0;
    for (const GridCase& one : cases) {
      constexpr std::array<VoxelType, 5> kTypes = {VoxelType::Int16, VoxelType::UInt8, VoxelType::UInt16,
                                                   VoxelType::Float32, VoxelType::Int8};
      const VoxelType type = kTypes[static_cast<std::size_t>(number++) % kTypes.size()];
      const Volume volume = patterned(one.grid, type);
      const fs::path folder = m_folder / one.name;
      const auto written = writeDicomSeries(volume, folder, {}, m_progress);
      QVERIFY2(written, because(written).c_str());
      QVERIFY(type == VoxelType::Float32 ? written->largestError < 0.2 && written->largestError > 0
                                         : written->largestError == 0);
      list << folder.string() << "\t5 4 3\t";
      for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
          list << one.grid.lpsFromIjk.matrix[row][column] << ' ';
        }
        list << one.grid.lpsFromIjk.offset[row] << ' ';
      }
      list << '\t' << written->largestError * 1.000001 << '\t';
      for (const IjkIndex v : {IjkIndex{0, 0, 0}, {4, 3, 2}, {1, 2, 0}, {3, 0, 1}, {0, 3, 2}}) {
        list << v.i << ' ' << v.j << ' ' << v.k << ' ' << volume.valueAt(v) << (v == IjkIndex{0, 3, 2} ? "\n" : ";");
      }
    }
    list.close();
    const ProgramOutput checked =
        runScript("check_dicom.py", {QString::fromStdString((m_folder / "list.tsv").string())});
    QVERIFY2(checked.failure.isEmpty(), qPrintable(checked.failure));
    QCOMPARE(QString::fromUtf8(checked.out), QString("checked %1\n").arg(cases.size()));
  }

  void writesTheSameBytesEachTime() {
    const Volume volume = patterned(obliques()[5].grid, VoxelType::Int16);
    std::vector<std::string> contents;
    for (const std::size_t threads : {1U, 3U}) {
      setThreadLimit(threads);
      const fs::path folder = m_folder / std::to_string(threads);
      QVERIFY(writeDicomSeries(volume, folder, {}, m_progress));
      std::string all;
      for (int number = 1; number <= 3; ++number) {
        all += *readFile(folder / ("IM000" + std::to_string(number) + ".dcm"), 1 << 20);
      }
      contents.push_back(all);
    }
    setThreadLimit(0);
    QVERIFY(contents[0] == contents[1]);
    // Another volume is another series.
    std::vector<std::int16_t> voxels(60, 5);
    QVERIFY(writeDicomSeries(*makeVolume(volume.grid(), voxels), m_folder / "other", {}, m_progress));
    const std::array<fs::path, 2> both = {m_folder / "1", m_folder / "other"};
    const auto scan = scanDicom(both, m_progress);
    QCOMPARE(scan->series.size(), std::size_t(2));
  }

  void writesTheFactsGiven() {
    DicomWriteOptions options;
    options.facts.studyUid = "1.2.3";
    options.facts.seriesUid = "1.2.3.4";
    options.facts.frameOfReferenceUid = "1.2.3.9";
    options.facts.studyDate = facet::dayOf(2021, 3, 9);
    options.facts.acquisitionDate = facet::dayOf(2021, 3, 10);
    options.facts.seriesNumber = 7;
    options.facts.seriesDescription = "t2_tse_dark-fluid_sag";
    options.facts.protocolName = "MS follow-up";
    options.facts.echoTimeMs = 389.5;
    options.facts.repetitionTimeMs = 5000;
    options.facts.inversionTimeMs = 1800;
    options.facts.fieldStrengthTesla = 3;
    options.facts.manufacturer = "Example";
    options.facts.contrastAgent = ContrastAgent::Given;
    options.identity.patientId = "F00001";
    options.identity.name = "Größe^Ö";
    options.identity.sex = "F";
    options.identity.issuer = "Facet";
    QVERIFY(writeDicomSeries(patterned(obliques()[5].grid, VoxelType::Int16), m_folder / "x", options, m_progress));
    const auto scan = scanDicom({&m_folder, 1}, m_progress);
    QCOMPARE(scan->series.size(), std::size_t(1));
    const SequenceFacts& facts = scan->series[0].facts;
    QCOMPARE(facts.seriesUid, std::string("1.2.3.4"));
    QVERIFY(facts.studyDate == options.facts.studyDate && facts.acquisitionDate == options.facts.acquisitionDate);
    QCOMPARE(facts.seriesNumber.value(), 7);
    QCOMPARE(facts.echoTimeMs.value(), 389.5);
    QCOMPARE(facts.inversionTimeMs.value(), 1800.0);
    QCOMPARE(facts.contrastAgent, ContrastAgent::Given);
    QCOMPARE(scan->series[0].identity, options.identity);
    QCOMPARE(scan->series[0].contrast.contrast, Contrast::Flair);
  }

  // 16-bit codes: exact where 65,536 of them are enough, else rescaled with the error told.
  void keepsWhatFits() {
    const Grid grid = obliques()[4].grid;
    const auto roundTrip = [&](auto voxels, Rescale rescale = {}) {
      using T = typename decltype(voxels)::value_type;
      voxels.resize(60, voxels.front());
      const auto volume = makeVolume<T>(grid, voxels, rescale);
      const fs::path folder = m_folder / ("n" + std::to_string(m_number++));
      const auto written = writeDicomSeries(*volume, folder, {}, m_progress);
      if (!written) {
        qFatal("%s", describe(written.error()).c_str());
      }
      const auto scan = scanDicom({&folder, 1}, m_progress);
      const Volume read = readSeries(scan->series.at(0), m_progress)->volume;
      double largest = 0;
      for (std::size_t at = 0; at < 60; ++at) {
        const auto index = static_cast<std::int64_t>(at);
        const IjkIndex v{index % 5, index / 5 % 4, index / 20};
        largest = std::max(largest, std::abs(read.valueAt(v) - volume->valueAt(v)));
      }
      return std::tuple(read.type(), largest, written->largestError, written->notices.size());
    };
    using Values = std::vector<double>;
    QCOMPARE(roundTrip(std::vector<std::int16_t>{-32768, 32767}),
             std::tuple(VoxelType::Int16, 0.0, 0.0, std::size_t(0)));
    QCOMPARE(roundTrip(std::vector<std::uint16_t>{0, 65535}), std::tuple(VoxelType::UInt16, 0.0, 0.0, std::size_t(0)));
    QCOMPARE(roundTrip(std::vector<std::int8_t>{-128, 127}), std::tuple(VoxelType::Int16, 0.0, 0.0, std::size_t(0)));
    QCOMPARE(roundTrip(std::vector<std::uint32_t>{4000000000, 4000065535}),
             std::tuple(VoxelType::UInt16, 0.0, 0.0, std::size_t(0)));
    QCOMPARE(roundTrip(std::vector<std::int32_t>{-100000, -50000}),
             std::tuple(VoxelType::UInt16, 0.0, 0.0, std::size_t(0)));
    QCOMPARE(roundTrip(Values{-5, 300, 7}), std::tuple(VoxelType::Int16, 0.0, 0.0, std::size_t(0)));
    QCOMPARE(roundTrip(std::vector<std::int16_t>{-3, 9}, {0.25, 100}),
             std::tuple(VoxelType::Int16, 0.0, 0.0, std::size_t(0)));
    // 0.3 has no exact decimal string and needs none: the string is what counts.
    const auto [type, largest, told, notices] = roundTrip(Values{-1.7, 0.3, 1e3, 12.25});
    QCOMPARE(type, VoxelType::UInt16);
    QCOMPARE(notices, std::size_t(1));
    // Half a code: 1001.7 / 65535 / 2.
    QVERIFY(told > 0 && told <= 1001.7 / 65535 / 2 * 1.0001);
    QVERIFY(std::abs(told - largest) < 1e-9);
    const auto tiny = roundTrip(Values{1e-9, 3e-9, 2.2e-9});
    QVERIFY(std::get<1>(tiny) < 2e-14);
    const auto constant = roundTrip(Values{0.1});
    QVERIFY(std::get<1>(constant) < 1e-15);
    const auto wide = roundTrip(std::vector<std::int32_t>{-2000000000, 2000000000, 77});
    QVERIFY(std::get<1>(wide) <= 4e9 / 65535 / 2 * 1.0001);
  }

  void refusesWhatDicomCannotHold() {
    const Grid grid = obliques()[4].grid;
    std::vector<float> voxels(60, 1);
    voxels[3] = std::numeric_limits<float>::quiet_NaN();
    QCOMPARE(because(writeDicomSeries(*makeVolume(grid, voxels), m_folder / "nan", {}, m_progress)),
             (m_folder / "nan").string() + ": has voxels that are no number, which DICOM cannot hold");
    voxels[3] = std::numeric_limits<float>::infinity();
    QVERIFY(!writeDicomSeries(*makeVolume(grid, voxels), m_folder / "infinite", {}, m_progress));
    Grid sheared = grid;
    sheared.lpsFromIjk.setColumn(1, sheared.lpsFromIjk.column(1) + sheared.lpsFromIjk.column(0) * 0.1);
    QCOMPARE(because(writeDicomSeries(patterned(sheared, VoxelType::Int16), m_folder / "sheared", {}, m_progress)),
             (m_folder / "sheared").string() +
                 ": its rows and columns are not at right angles, which DICOM cannot hold");
    QVERIFY(fs::is_empty(m_folder));
  }

  void writesIntoFoldersOfItsOwn() {
    const Volume volume = patterned(obliques()[4].grid, VoxelType::Int16);
    fs::create_directories(m_folder / "empty");
    QVERIFY(writeDicomSeries(volume, m_folder / "empty", {}, m_progress));
    QCOMPARE(writeDicomSeries(volume, m_folder / "empty", {}, m_progress).error().code, ErrorCode::Conflict);
    std::ofstream(m_folder / "file") << "x";
    QCOMPARE(writeDicomSeries(volume, m_folder / "file", {}, m_progress).error().code, ErrorCode::Conflict);
    QCOMPARE(writeDicomSeries(volume, m_folder / "no" / "such", {}, m_progress).error().code, ErrorCode::NotFound);
    QCOMPARE(std::distance(fs::directory_iterator(m_folder), {}), std::ptrdiff_t(2));
  }

  void makesUids() {
    // FNV-1a of nothing with 128 bits is its offset basis, 144066263297769815596495629667062367629.
    QCOMPARE(uidFor(""), std::string("2.25.144066263297769815596495629667062367629"));
    QVERIFY(uidFor("a") != uidFor("b"));
    QVERIFY(uidFor("some long text that stands for a series").size() <= 64);
  }

private:
  std::unique_ptr<QTemporaryDir> m_dir;
  fs::path m_folder;
  int m_number = 0;
  NullProgress m_progress;
};

QTEST_GUILESS_MAIN(TestDicomWrite)
#include "tst_dicom_write.moc"
