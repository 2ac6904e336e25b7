#include "support.h"

#include <facet/core/files.h>
#include <facet/core/parallel.h>
#include <facet/imaging/image_io.h>

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <map>

using namespace facet;
using namespace facet::imaging;
using namespace facet::imaging::testing;

namespace {

struct Expected {
  QString type;
  GridSize size;
  Affine3 lpsFromIjk;
  std::vector<std::pair<IjkIndex, double>> voxels;
};

Expected parseExpected(const QString& line) {
  const QStringList cells = line.split('\t');
  Expected expected;
  expected.type = cells[1];
  QStringList sizes = cells[2].split(' ');
  while (sizes.size() < 3) {
    sizes << "1";
  }
  expected.size = {sizes[0].toLongLong(), sizes[1].toLongLong(), sizes[2].toLongLong()};
  const QStringList numbers = cells[3].split(' ');
  for (int row = 0; row < 3; ++row) {
    // RAS to LPS.
    const double sign = row < 2 ? -1 : 1;
    for (int column = 0; column < 3; ++column) {
      expected.lpsFromIjk.matrix[std::size_t(row)][std::size_t(column)] = sign * numbers[4 * row + column].toDouble();
    }
    expected.lpsFromIjk.offset[std::size_t(row)] = sign * numbers[4 * row + 3].toDouble();
  }
  for (const QString& voxel : cells[4].split(';')) {
    const QStringList parts = voxel.split(' ');
    expected.voxels.push_back({{parts[0].toInt(), parts[1].toInt(), parts[2].toInt()}, parts[3].toDouble()});
  }
  return expected;
}

std::string allNotices(const std::vector<Notice>& notices) {
  std::string text;
  for (const Notice& notice : notices) {
    text += describe(notice) + "\n";
  }
  return text;
}

bool sameValue(double a, double b) {
  return a == b || std::abs(a - b) <= 1e-9 * std::abs(b) || (std::isnan(a) && std::isnan(b));
}

} // namespace

class TestNifti : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    m_folder = m_dir.path().toStdString();
    m_noNibabel = whyNoNibabel();
    if (!m_noNibabel.isEmpty()) {
      return;
    }
    const ProgramOutput made = runScript("make_nifti.py", {m_dir.path()});
    QVERIFY2(made.failure.isEmpty(), qPrintable(made.failure));
    for (const QString& line : QString::fromUtf8(made.out).split('\n', Qt::SkipEmptyParts)) {
      m_expected[line.section('\t', 0, 0)] = parseExpected(line);
    }
    QVERIFY(m_expected.size() > 40);
  }

  void readsWhatNibabelWrites() {
    needNibabel();
    for (const auto& [name, expected] : m_expected) {
      auto loaded = readImage(m_folder / name.toStdString(), m_progress);
      QVERIFY2(loaded, qPrintable(name + ": " + (loaded ? "" : QString::fromStdString(describe(loaded.error())))));
      const Volume& volume = loaded->volume;
      QVERIFY2(volume.size() == expected.size, qPrintable(name));
      QVERIFY2(QString::fromLatin1(nameOf(volume.type()).data()) == expected.type, qPrintable(name));
      const double apart = volume.grid().largestDistanceMm({expected.size, expected.lpsFromIjk});
      QVERIFY2(apart < 1e-4, qPrintable(QString("%1: %2 mm").arg(name).arg(apart)));
      for (const auto& [voxel, value] : expected.voxels) {
        QVERIFY2(sameValue(volume.valueAt(voxel), value),
                 qPrintable(QString("%1: %2 instead of %3").arg(name).arg(volume.valueAt(voxel)).arg(value)));
      }
      QCOMPARE(loaded->format, ImageFormat::Nifti);
    }
  }

  void saysOnlyWhatIsOdd() {
    needNibabel();
    const std::map<QString, std::string> odd = {
        {"conflict.nii", "its sform and qform mirror each other"},
        {"sheared.nii.gz", "not at right angles (5.143°"},
        {"none.nii", "left and right are not known"},
    };
    for (const auto& [name, expected] : m_expected) {
      const auto loaded = readImage(m_folder / name.toStdString(), m_progress);
      QVERIFY(loaded);
      const std::string notices = allNotices(loaded->notices);
      if (const auto found = odd.find(name); found != odd.end()) {
        QVERIFY2(notices.find(found->second) != std::string::npos, notices.c_str());
        QCOMPARE(loaded->notices.size(), std::size_t(1));
      } else {
        QVERIFY2(notices.empty(), notices.c_str());
      }
      QCOMPARE(loaded->orientation == Orientation::Assumed, name == "none.nii");
    }
    QCOMPARE(readImage(m_folder / "MNI.nii.gz", m_progress)->space, CoordinateSpace::Mni152);
    QCOMPARE(readImage(m_folder / "conflict.nii", m_progress)->space, CoordinateSpace::Mni152);
    QCOMPARE(readImage(m_folder / "qform-oblique.nii.gz", m_progress)->space, CoordinateSpace::Scanner);
  }

  void readsTheSameFromMemory() {
    needNibabel();
    for (const char* name : {"int16-1-big.nii.gz", "float32-2-big.nii", "uint32-2-little.nii.gz"}) {
      const auto bytes = readFile(m_folder / name, 1 << 20);
      QVERIFY(bytes);
      const auto fromFile = readImage(m_folder / name, m_progress);
      const auto fromMemory = readImage(*bytes, "in memory", m_progress);
      QVERIFY(fromFile && fromMemory);
      QVERIFY(std::ranges::equal(fromFile->volume.bytes(), fromMemory->volume.bytes()));
      QVERIFY(fromFile->volume.grid().sameAs(fromMemory->volume.grid(), 0));
    }
    const auto pair = readFile(m_folder / "pair.hdr", 1 << 20);
    const auto refused = readImage(*pair, "pair.hdr", m_progress);
    QCOMPARE(refused.error().code, ErrorCode::Unsupported);
    QCOMPARE(describe(refused.error()), std::string("pair.hdr: its voxels lie in another file, pair.img, which did not "
                                                    "come with it"));
  }

  void writesWhatNibabelReads() {
    needNibabel();
    std::ofstream list(m_folder / "list.tsv");
    list.precision(17);
    std::vector<GridCase> cases = axisOrders();
    for (const GridCase& more : obliques()) {
      cases.push_back(more);
    }
    GridCase sheared = cases.back();
    sheared.name = "sheared";
    sheared.grid.lpsFromIjk.matrix[0][1] += 0.4;
    cases.push_back(sheared);
    int number = 0;
    for (const GridCase& one : cases) {
      const auto type = static_cast<VoxelType>(number % 8);
      const Volume volume = patterned(one.grid, type);
      const auto path = m_folder / ("w-" + one.name + (number++ % 3 == 0 ? ".nii" : ".nii.gz"));
      const auto written = writeImage(volume, path, {}, m_progress);
      QVERIFY2(written, path.c_str());
      QVERIFY(written->notices.empty());
      list << path.string() << '\t' << nameOf(type) << "\t5 4 3\t";
      for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
          list << one.grid.lpsFromIjk.matrix[row][column] << ' ';
        }
        list << one.grid.lpsFromIjk.offset[row] << ' ';
      }
      list << "\t0\t";
      for (const IjkIndex v : {IjkIndex{0, 0, 0}, {4, 3, 2}, {1, 2, 0}, {3, 0, 1}, {0, 3, 2}}) {
        list << v.i << ' ' << v.j << ' ' << v.k << ' ' << volume.valueAt(v) << (v == IjkIndex{0, 3, 2} ? "\n" : ";");
      }
    }
    list.close();
    const ProgramOutput checked =
        runScript("check_nifti.py", {QString::fromStdString((m_folder / "list.tsv").string())});
    QVERIFY2(checked.failure.isEmpty(), qPrintable(checked.failure));
    QCOMPARE(QString::fromUtf8(checked.out), QString("checked %1\n").arg(cases.size()));
  }

  void usesNifti2ForLongAxes() {
    Grid grid = axisOrders().front().grid;
    grid.size = {40000, 1, 1};
    const auto encoded = encodeImage(patterned(grid, VoxelType::UInt8), FileKind::Nifti, {}, m_progress);
    QVERIFY(encoded);
    QCOMPARE(encoded->bytes.size(), std::size_t(544 + 40000));
    const auto read = readImage(encoded->bytes, "long", m_progress);
    QVERIFY(read);
    QVERIFY(read->volume.grid().sameAs(grid));
    if (m_noNibabel.isEmpty()) {
      QVERIFY(writeFileAtomically(m_folder / "long.nii", encoded->bytes));
      const auto shape = runProgram("/usr/bin/python3", {"-c",
                                                         "import nibabel, sys; i = nibabel.load(sys.argv[1]); "
                                                         "print(type(i).__name__, i.shape)",
                                                         m_dir.filePath("long.nii")});
      QCOMPARE(shape.out, QByteArray("Nifti2Image (40000, 1, 1)\n"));
    }
  }

  // Slices, axes and values of an image of the real data, against what its header says in plain numbers.
  void keepsRescaling() {
    const Grid grid = obliques()[3].grid;
    std::vector<std::int16_t> voxels(60);
    voxels[7] = 100;
    const auto volume = makeVolume(grid, voxels, {0.25, -7});
    const auto encoded = encodeImage(*volume, FileKind::NiftiGz, {}, m_progress);
    const auto read = readImage(encoded->bytes, "rescaled", m_progress);
    QVERIFY(read);
    QCOMPARE(read->volume.rescale(), (Rescale{0.25, -7}));
    QCOMPARE(read->volume.type(), VoxelType::Int16);
    QCOMPARE(read->volume.valueAt({2, 1, 0}), 18.0);
    QVERIFY(encoded->report.notices.empty());
  }

  void writesTheSameBytesOnAnyNumberOfThreads() {
    Grid grid = obliques()[4].grid;
    grid.size = {200, 150, 60};
    const Volume volume = patterned(grid, VoxelType::Int16);
    std::vector<std::string> files;
    for (const std::size_t threads : {1U, 2U, 5U, 2U}) {
      setThreadLimit(threads);
      files.push_back(encodeImage(volume, FileKind::NiftiGz, {}, m_progress)->bytes);
    }
    setThreadLimit(0);
    for (const std::string& file : files) {
      QVERIFY(file == files.front());
    }
    // RFC 1952: bytes 4 … 7 are the time.
    QVERIFY(files.front().substr(4, 4) == std::string(4, '\0'));
    const auto read = readImage(files.front(), "threads", m_progress);
    QVERIFY(read);
    QVERIFY(std::ranges::equal(read->volume.bytes(), volume.bytes()));
    // gzip's own program finds the checksums right.
    QVERIFY(writeFileAtomically(m_folder / "threads.nii.gz", files.front()));
    const auto tested = runProgram("gzip", {"-t", m_dir.filePath("threads.nii.gz")});
    QVERIFY2(tested.failure.isEmpty(), qPrintable(tested.failure));
  }

  void readsSeveralGzipMembers() {
    const Volume volume = patterned(obliques()[0].grid, VoxelType::Int16);
    const std::string plain = encodeImage(volume, FileKind::Nifti, {}, m_progress)->bytes;
    for (int part = 0; part < 2; ++part) {
      const std::string half = part == 0 ? plain.substr(0, 400) : plain.substr(400);
      QVERIFY(writeFileAtomically(m_folder / ("half" + std::to_string(part)), half));
    }
    const QString both = m_dir.filePath("members.nii.gz");
    const auto packed = runProgram("sh", {"-c",
                                          "cd \"$1\" && gzip -c half0 > members.nii.gz && gzip -c half1 >> "
                                          "members.nii.gz",
                                          "sh", m_dir.path()});
    QVERIFY2(packed.failure.isEmpty(), qPrintable(packed.failure));
    const auto read = readImage(both.toStdString(), m_progress);
    QVERIFY(read);
    QVERIFY(std::ranges::equal(read->volume.bytes(), volume.bytes()));
    QVERIFY(read->notices.empty());
  }

  void opensTheRealData() {
    const auto data = sharedData();
    if (data.empty()) {
      QSKIP("no real data beside the project");
    }
    needNibabel();
    const auto path = data / "open-ms-longitudinal/sub-long01/ses-1/anat/sub-long01_ses-1_FLAIR.nii.gz";
    const auto read = readImage(path, m_progress);
    QVERIFY(read);
    const auto sums =
        runProgram("/usr/bin/python3", {"-c",
                                        "import nibabel, sys; i = nibabel.load(sys.argv[1]); d = i.get_fdata(); "
                                        "print(*i.shape, repr(float(d.sum())), repr(float(d[150, 160, 20])))",
                                        QString::fromStdString(path.string())});
    const QStringList parts = QString::fromUtf8(sums.out).trimmed().split(' ');
    QCOMPARE(parts.size(), 5);
    const GridSize size = read->volume.size();
    QCOMPARE(QString("%1 %2 %3").arg(size.i).arg(size.j).arg(size.k), parts.mid(0, 3).join(' '));
    double sum = 0;
    for (IjkIndex v; v.k < size.k; ++v.k) {
      for (v.j = 0; v.j < size.j; ++v.j) {
        for (v.i = 0; v.i < size.i; ++v.i) {
          sum += read->volume.valueAt(v);
        }
      }
    }
    QVERIFY(std::abs(sum - parts[3].toDouble()) < 1e-9 * std::abs(sum));
    QCOMPARE(read->volume.valueAt({150, 160, 20}), parts[4].toDouble());
  }

private:
  void needNibabel() {
    if (!m_noNibabel.isEmpty()) {
      QSKIP(qPrintable(m_noNibabel));
    }
  }

  QTemporaryDir m_dir;
  std::filesystem::path m_folder;
  QString m_noNibabel;
  std::map<QString, Expected> m_expected;
  NullProgress m_progress;
};

QTEST_GUILESS_MAIN(TestNifti)
#include "tst_nifti.moc"
