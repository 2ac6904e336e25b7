#include "support.h"

#include <facet/core/files.h>
#include <facet/core/random.h>
#include <facet/imaging/image_io.h>

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <cstring>
#include <limits>
#include <sys/resource.h>

using namespace facet;
using namespace facet::imaging;
using namespace facet::imaging::testing;

namespace {

/// A file in memory with a few bytes replaced.
template <class T>
std::string with(std::string file, std::size_t offset, T value) {
  std::memcpy(file.data() + offset, &value, sizeof value);
  return file;
}

std::string because(const Result<LoadedImage>& result) {
  return result ? std::string("read") : describe(result.error());
}

std::string noticesOf(const Result<LoadedImage>& result) {
  std::string text;
  for (const Notice& notice : result->notices) {
    text += describe(notice) + "\n";
  }
  return text;
}

Grid gridOf(GridSize size) {
  Grid grid;
  grid.size = size;
  grid.lpsFromIjk = obliques()[3].grid.lpsFromIjk;
  return grid;
}

/// Stops after it was asked a number of times.
class StoppingProgress final : public Progress {
public:
  explicit StoppingProgress(int questions)
      : m_left(questions) {}
  void setFraction(double) override {}
  void setStep(const Message&) override {}
  [[nodiscard]] bool stopRequested() const override { return m_left-- <= 0; }

private:
  mutable std::atomic<int> m_left;
};

} // namespace

class TestBadImages : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    m_folder = m_dir.path().toStdString();
    m_small = encoded(FileKind::Nifti, {16, 16, 16});
  }

  void refusesEmptyFiles() {
    QCOMPARE(because(read("")), std::string("x: is empty"));
    QVERIFY(writeFileAtomically(m_folder / "empty.nii", ""));
    QCOMPARE(readImage(m_folder / "empty.nii", m_progress).error().code, ErrorCode::InvalidInput);
  }

  void refusesWhatIsNoFile() {
    QCOMPARE(readImage(m_folder / "absent.nii", m_progress).error().code, ErrorCode::NotFound);
    QVERIFY(!readImage(m_folder, m_progress));
    QCOMPARE(readImage("/dev/zero", m_progress).error().code, ErrorCode::InvalidInput);
  }

  // Every format, cut at every kilobyte and at the bytes around header and end.
  void refusesSmallFilesCutAnywhere_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("nii") << int(FileKind::Nifti);
    QTest::newRow("nii.gz") << int(FileKind::NiftiGz);
    QTest::newRow("nrrd") << int(FileKind::Nrrd);
    QTest::newRow("mha") << int(FileKind::Mha);
  }
  void refusesSmallFilesCutAnywhere() {
    QFETCH(int, kind);
    const std::string whole = encoded(static_cast<FileKind>(kind), {24, 20, 18});
    QVERIFY(read(whole));
    std::vector<std::size_t> cuts;
    for (std::size_t at = 0; at < whole.size(); at += 1024) {
      cuts.push_back(at);
    }
    for (std::size_t at = 0; at < 600; at += 7) {
      cuts.push_back(at);
      cuts.push_back(whole.size() - 1 - at);
    }
    for (const std::size_t cut : cuts) {
      const auto result = read(whole.substr(0, cut));
      QVERIFY2(!result, qPrintable(QString("read although cut at %1").arg(cut)));
      QVERIFY(!result.error().reason.empty());
    }
  }

  void refusesALargeFileCutAt200Places() {
    const std::string whole = encoded(FileKind::NiftiGz, {160, 160, 120});
    QVERIFY(whole.size() > 4000000);
    QVERIFY(read(whole));
    for (std::size_t part = 1; part <= 200; ++part) {
      const std::size_t cut = whole.size() * part / 201;
      const auto result = readImage(std::string_view(whole).substr(0, cut), "x", m_progress);
      QVERIFY(!result);
      QCOMPARE(result.error().code, cut < 600 ? result.error().code : ErrorCode::Corrupt);
    }
  }

  void findsDamageByTheChecksum() {
    const std::string whole = encoded(FileKind::NiftiGz, {24, 20, 18});
    const auto result = read(with<char>(whole, whole.size() - 6, char(whole[whole.size() - 6] ^ 1)));
    QCOMPARE(because(result).substr(0, 35), std::string("x: its compressed data are damaged "));
  }

  // 4 GB of zeros pack to 4 MB; a header that promises less than comes must stop there, one that promises more than
  // the limit must not begin.
  void refusesGzipBombs() {
    const Grid grid = gridOf({1024, 1024, 64});
    std::vector<std::uint8_t> zeros(grid.size.voxels(), 0);
    WriteOptions options;
    options.compressionLevel = 9;
    const std::string bomb =
        encodeImage(*makeVolume(grid, std::move(zeros)), FileKind::NiftiGz, options, m_progress)->bytes;
    QVERIFY(bomb.size() < 100000);
    ReadLimits limits;
    limits.voxelBytes = 1 << 20;
    QCOMPARE(because(readImage(bomb, "x", m_progress, limits)),
             std::string("x: 1024 × 1024 × 64 voxels are more than the limit of 1048576 bytes"));
    // The same stream under a header that promises 16 MB: no more than that is unpacked.
    std::string head =
        encodeImage(patterned(gridOf({1, 1, 1}), VoxelType::UInt8), FileKind::Nifti, {}, m_progress)->bytes;
    head = with<std::int16_t>(with<std::int16_t>(head, 42, 16), 44, 16).substr(0, 352);
    QVERIFY(writeFileAtomically(m_folder / "head", head));
    const auto made =
        runProgram("sh", {"-c", "cd \"$1\" && (cat head; head -c 67108864 /dev/zero) | gzip -9 > bomb.nii.gz", "sh",
                          m_dir.path()});
    QVERIFY2(made.failure.isEmpty(), qPrintable(made.failure));
    const auto small = readImage(m_folder / "bomb.nii.gz", m_progress);
    QVERIFY2(small, because(small).c_str());
    QCOMPARE(small->volume.bytes().size(), std::size_t(256));
    QCOMPARE(describe(small->notices.at(0)).substr(m_folder.string().size()),
             std::string("/bomb.nii.gz: has more data than its header promises"));
  }

  // A header alone that claims 10^9 and more voxels: refused before memory is asked for.
  void refusesClaimsBeforeAllocating() {
    const long before = peakKilobytes();
    for (const FileKind kind : {FileKind::Nifti, FileKind::NiftiGz}) {
      std::string head = encoded(FileKind::Nifti, {4, 4, 4});
      for (std::size_t axis = 0; axis < 3; ++axis) {
        head = with<std::int16_t>(head, 42 + 2 * axis, 1200);
      }
      std::string file = head;
      if (kind == FileKind::NiftiGz) {
        QVERIFY(writeFileAtomically(m_folder / "claim", head));
        QVERIFY(runProgram("sh", {"-c", "gzip -f < \"$1\" > \"$1.nii.gz\"", "sh", m_dir.filePath("claim")})
                    .failure.isEmpty());
        file = *readFile(m_folder / "claim.nii.gz", 1 << 20);
      }
      const auto result = read(file);
      QVERIFY(!result);
      QCOMPARE(result.error().code, ErrorCode::Corrupt);
      QVERIFY(because(result).find("3456000000") != std::string::npos);
    }
    for (std::size_t axis = 0; axis < 3; ++axis) {
      m_small = with<std::int16_t>(m_small, 42 + 2 * axis, 32767);
    }
    QCOMPARE(read(m_small).error().code, ErrorCode::Unsupported);
    m_small = encoded(FileKind::Nifti, {16, 16, 16});
    QVERIFY(peakKilobytes() - before < 50000);
  }

  void refusesWrongMarks() {
    QCOMPARE(because(read(with<std::int32_t>(m_small, 344, 0))),
             std::string("x: is an Analyze header or a damaged NIfTI header: it has no NIfTI mark"));
    QCOMPARE(because(read(with<std::int32_t>(m_small, 0, 349))),
             std::string("x: is no image in a format that is read here"));
    QCOMPARE(because(read(std::string(5000, 'x'))), std::string("x: is no image in a format that is read here"));
    QCOMPARE(because(read(std::string("\x1F\x8B", 2) + std::string(5000, 'x'))),
             std::string("x: is no image in a format that is read here"));
    QVERIFY(!read("NRRD0009\n\n"));
    QVERIFY(!read("ObjectType = Image\n"));
  }

  void refusesSpacingThatIsNone_data() {
    QTest::addColumn<float>("value");
    QTest::newRow("NaN") << std::numeric_limits<float>::quiet_NaN();
    QTest::newRow("infinite") << std::numeric_limits<float>::infinity();
    QTest::newRow("negative") << -1.0F;
    QTest::newRow("zero") << 0.0F;
  }
  void refusesSpacingThatIsNone() {
    QFETCH(float, value);
    const std::string spacing = with<float>(m_small, 84, value);
    // With an sform the spacing is not needed: opened, and said.
    const auto sform = read(spacing);
    QVERIFY2(sform, because(sform).c_str());
    QVERIFY2(noticesOf(sform).find("its qform cannot be used") != std::string::npos, noticesOf(sform).c_str());
    for (const std::string& file :
         {with<std::int16_t>(spacing, 254, 0), with<std::int16_t>(with<std::int16_t>(spacing, 254, 0), 252, 0)}) {
      const auto result = read(file);
      QVERIFY(!result);
      QVERIFY2(because(result).find("gives the voxels the spacing") != std::string::npos, because(result).c_str());
    }
  }

  void refusesAxesThatAreNone() {
    const auto noQform = with<std::int16_t>(m_small, 252, 0);
    for (const float value : {0.0F, std::numeric_limits<float>::quiet_NaN()}) {
      std::string file = noQform;
      for (std::size_t row = 0; row < 3; ++row) {
        file = with<float>(file, 280 + 16 * row, value);
      }
      QCOMPARE(because(read(file)), std::string("x: the axes in its header have no length or lie in one plane"));
      // The qform still places it.
      for (std::size_t at = 252; at < 254; ++at) {
        file[at] = m_small[at];
      }
      const auto placed = read(file);
      QVERIFY(placed);
      QVERIFY(noticesOf(placed).find("its sform has no length or lies in one plane") != std::string::npos);
    }
  }

  void refusesMoreThanOneGreyVolume() {
    std::string file = with<std::int16_t>(m_small, 40, 4);
    QVERIFY(read(with<std::int16_t>(file, 48, 1)));
    QCOMPARE(because(read(with<std::int16_t>(file, 48, 2))), std::string("x: holds 2 volumes; one is wanted"));
    file = with<std::int16_t>(with<std::int16_t>(with<std::int16_t>(m_small, 40, 5), 48, 1), 50, 3);
    QCOMPARE(because(read(file)), std::string("x: holds 3 values for each voxel; one is wanted"));
    const std::vector<std::pair<std::int16_t, std::string>> types = {
        {128, "RGB24"}, {2304, "RGBA32"}, {32, "complex64"}, {1024, "int64"}, {1, "bit"}, {77, "number 77"}};
    for (const auto& [code, name] : types) {
      QCOMPARE(because(read(with<std::int16_t>(m_small, 70, code))),
               "x: has voxels of type " + name + ", which is not read");
    }
  }

  void refusesZeroSlicesAndTakesOne() {
    QCOMPARE(because(read(with<std::int16_t>(m_small, 46, 0))), std::string("x: its header gives axis 3 the size 0"));
    QCOMPARE(because(read(with<std::int16_t>(m_small, 44, -16))),
             std::string("x: its header gives axis 2 the size -16"));
    const auto one = read(encoded(FileKind::NiftiGz, {16, 16, 1}));
    QVERIFY(one);
    QVERIFY(one->notices.empty());
    // Without thickness it gets one, and that is said.
    std::string flat = with<std::int16_t>(with<std::int16_t>(m_small, 40, 2), 252, 0).substr(0, 352 + 512);
    for (std::size_t row = 0; row < 3; ++row) {
      flat = with<float>(flat, 288 + 16 * row, 0);
    }
    const auto thin = read(flat);
    QVERIFY2(thin, because(thin).c_str());
    QVERIFY(noticesOf(thin).find("gives its one slice no thickness") != std::string::npos);
    QVERIFY(std::abs(thin->volume.grid().spacingMm().z - 1) < 1e-6);
  }

  void refusesVoxelsInsideTheHeader() {
    for (const float offset : {100.0F, -352.0F, 352.5F, 1e30F, std::numeric_limits<float>::quiet_NaN()}) {
      QVERIFY2(!read(with<float>(m_small, 108, offset)), qPrintable(QString::number(double(offset))));
    }
    const auto unset = read(with<float>(m_small, 108, 0));
    QVERIFY(unset);
    QVERIFY(noticesOf(unset).find("does not say where the voxels begin") != std::string::npos);
  }

  void tellsSlopesThatMeanNothing() {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const auto slopes = [&](float slope, float intercept) {
      return read(with<float>(with<float>(m_small, 112, slope), 116, intercept));
    };
    // nifti1.h: slope 0 is "no rescaling"; nibabel writes NaN for it.
    for (const auto& [slope, intercept] : {std::pair(0.0F, 0.0F), {nan, nan}, {nan, 0.0F}}) {
      const auto result = slopes(slope, intercept);
      QVERIFY(result && result->notices.empty() && result->volume.rescale().isIdentity());
    }
    for (const auto& [slope, intercept] :
         {std::pair(0.0F, 5.0F), {nan, 5.0F}, {2.0F, nan}, {std::numeric_limits<float>::infinity(), 0.0F}}) {
      const auto result = slopes(slope, intercept);
      QVERIFY(result && result->volume.rescale().isIdentity());
      QVERIFY(noticesOf(result).find("which means nothing: stored values were taken") != std::string::npos);
    }
  }

  // Texts of a header may name a person, so whoever keeps the file must know of them.
  void tellsFreeText() {
    const auto said = [&](const std::string& file) { return read(file)->freeText == FreeText::Present; };
    QVERIFY(!said(m_small));
    for (const std::size_t place : {4, 14, 148, 227, 228, 328, 343}) {
      QCOMPARE(said(with<char>(m_small, place, 'D')), true);
    }
    QVERIFY(!said(with<char>(m_small, 148, ' ')));
    // An extension of 16 bytes between header and voxels.
    std::string extended = with<float>(m_small, 108, 368);
    extended.insert(352, std::string("\x10\0\0\0\x06\0\0\0Doe^Jane", 16));
    QVERIFY(said(with<char>(extended, 348, 1)));
    const auto text = [&](FileKind kind, const std::string& before, const std::string& line) {
      std::string file = encodeImage(patterned(gridOf({2, 2, 2}), VoxelType::Int16), kind, {}, m_progress)->bytes;
      return file.insert(file.find(before), line);
    };
    QVERIFY(!said(text(FileKind::Nrrd, "type:", "# Complete NRRD file format specification at:\n")));
    QVERIFY(said(text(FileKind::Nrrd, "type:", "# Doe, Jane\n")));
    QVERIFY(said(text(FileKind::Nrrd, "type:", "content: Doe\n")));
    QVERIFY(said(text(FileKind::Nrrd, "type:", "DICOM_0010_0010_NAME:=Doe\n")));
    QVERIFY(!said(text(FileKind::Mha, "NDims", "")));
    QVERIFY(!said(text(FileKind::Mha, "NDims", "Modality = MET_MOD_MR\n")));
    QVERIFY(said(text(FileKind::Mha, "NDims", "Comment = Doe\n")));
    QVERIFY(said(text(FileKind::Mha, "NDims", "PatientName = Doe\n")));
  }

  void tellsTrailingBytes() {
    QVERIFY(noticesOf(read(m_small + "abc")).find("has 3 bytes more than its header promises") != std::string::npos);
    QVERIFY(
        noticesOf(read(encoded(FileKind::NiftiGz, {4, 4, 4}) + "abc")).find("has more data than its header promises") !=
        std::string::npos);
  }

  void turnsUnitsToMillimetres() {
    const Vec3 mm = read(m_small)->volume.grid().spacingMm();
    const auto metres = read(with<std::uint8_t>(m_small, 123, 1));
    QVERIFY(std::abs(metres->volume.grid().spacingMm().x - 1000 * mm.x) < 1e-3);
    QVERIFY(noticesOf(metres).find("in metres") != std::string::npos);
    const auto micrometres = read(with<std::uint8_t>(m_small, 123, 3));
    QVERIFY(std::abs(micrometres->volume.grid().spacingMm().x - mm.x / 1000) < 1e-6);
  }

  void keepsNanVoxels() {
    const auto volume = makeVolume<float>(gridOf({1, 1, 3}), {1, std::numeric_limits<float>::quiet_NaN(), 3});
    for (const FileKind kind : {FileKind::Nifti, FileKind::NiftiGz, FileKind::Nrrd, FileKind::Mha}) {
      const auto again = read(encodeImage(*volume, kind, {}, m_progress)->bytes);
      QVERIFY(std::isnan(again->volume.valueAt({0, 0, 1})));
      QCOMPARE(again->volume.valueAt({0, 0, 2}), 3.0);
    }
  }

  void takesLongNamesAndLinks() {
    const std::string name = std::string(196, 'n') + ".nii";
    QVERIFY(writeFileAtomically(m_folder / "target.nii", m_small));
    std::filesystem::rename(m_folder / "target.nii", m_folder / name);
    QVERIFY(readImage(m_folder / name, m_progress));
    // A link that the user names is followed.
    std::filesystem::create_symlink(m_folder / name, m_folder / "link.nii");
    QVERIFY(readImage(m_folder / "link.nii", m_progress));
    std::filesystem::create_symlink(m_folder / "loop.nii", m_folder / "loop.nii");
    QVERIFY(!readImage(m_folder / "loop.nii", m_progress));
    const auto written = writeImage(patterned(gridOf({2, 2, 2}), VoxelType::Int16),
                                    m_folder / (std::string(192, 'w') + ".nii.gz"), {}, m_progress);
    QVERIFY2(written, written ? "" : describe(written.error()).c_str());
  }

  void refusesUnknownEndings() {
    const Volume volume = patterned(gridOf({2, 2, 2}), VoxelType::Int16);
    QCOMPARE(writeImage(volume, m_folder / "x.png", {}, m_progress).error().code, ErrorCode::Unsupported);
    QCOMPARE(writeImage(volume, m_folder / "no/such/x.nii", {}, m_progress).error().code, ErrorCode::NotFound);
    QCOMPARE(encodeImage(volume, FileKind::Mhd, {}, m_progress).error().code, ErrorCode::Unsupported);
    QVERIFY(fileKindOf("a.b.NII.GZ") == FileKind::NiftiGz);
    QVERIFY(!fileKindOf("nii"));
  }

  void stopsWhenAsked() {
    const std::string plain = encoded(FileKind::Nifti, {160, 160, 120});
    const std::string packed = encoded(FileKind::NiftiGz, {160, 160, 120});
    for (const std::string* file : {&plain, &packed}) {
      StoppingProgress stopping(1);
      QCOMPARE(readImage(*file, "x", stopping).error().code, ErrorCode::Cancelled);
    }
    StoppingProgress stopping(1);
    QCOMPARE(
        encodeImage(patterned(gridOf({160, 160, 120}), VoxelType::Int16), FileKind::NiftiGz, {}, stopping).error().code,
        ErrorCode::Cancelled);
  }

private:
  [[nodiscard]] Result<LoadedImage> read(const std::string& file) { return readImage(file, "x", m_progress); }
  [[nodiscard]] std::string encoded(FileKind kind, GridSize size) {
    return encodeImage(patterned(gridOf(size), VoxelType::Int16), kind, {}, m_progress)->bytes;
  }
  static long peakKilobytes() {
    struct rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
  }

  QTemporaryDir m_dir;
  std::filesystem::path m_folder;
  std::string m_small;
  NullProgress m_progress;
};

QTEST_GUILESS_MAIN(TestBadImages)
#include "tst_bad_images.moc"
