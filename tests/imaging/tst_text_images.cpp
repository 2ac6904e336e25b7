#include "itk_oracle.h"
#include "support.h"

#include <facet/core/files.h>
#include <facet/imaging/image_io.h>

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <map>

using namespace facet;
using namespace facet::imaging;
using namespace facet::imaging::testing;

namespace {

struct Ending {
  const char* name;
  ItkFormat format;
};
constexpr std::array<Ending, 3> kEndings = {
    {{".nrrd", ItkFormat::Nrrd}, {".mha", ItkFormat::MetaImage}, {".mhd", ItkFormat::MetaImage}}};

std::vector<GridCase> allGrids() {
  std::vector<GridCase> cases = axisOrders();
  for (const GridCase& more : obliques()) {
    cases.push_back(more);
  }
  return cases;
}

const char* itkName(VoxelType type) {
  constexpr std::array<const char*, 8> kNames = {"char", "unsigned_char", "short", "unsigned_short",
                                                 "int",  "unsigned_int",  "float", "double"};
  return kNames[static_cast<std::size_t>(type)];
}

std::string because(const Result<LoadedImage>& result) {
  return result ? std::string("read") : describe(result.error());
}

} // namespace

class TestTextImages : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { m_folder = m_dir.path().toStdString(); }

  void readsWhatItkWrites() {
    int number = 0;
    for (const GridCase& one : allGrids()) {
      for (const Ending& ending : kEndings) {
        const auto type = static_cast<VoxelType>(number % 8);
        const auto compression = number++ % 3 == 0 ? Compression::Off : Compression::On;
        const Volume volume = patterned(one.grid, type);
        const auto path = m_folder / (one.name + ending.name);
        QCOMPARE(writeWithItk(volume, path, ending.format, compression), std::string());
        const auto read = readImage(path, m_progress);
        QVERIFY2(read, because(read).c_str());
        QCOMPARE(read->volume.type(), type);
        QVERIFY2(read->volume.grid().sameAs(one.grid), path.c_str());
        QVERIFY(std::ranges::equal(read->volume.bytes(), volume.bytes()));
        QVERIFY2(read->notices.empty(), read->notices.empty() ? "" : describe(read->notices[0]).c_str());
        QCOMPARE(read->orientation, Orientation::Stated);
      }
    }
  }

  void writesWhatItkReads() {
    int number = 0;
    for (const GridCase& one : allGrids()) {
      for (const Ending& ending : kEndings) {
        const auto type = static_cast<VoxelType>(number % 8);
        const Volume volume = patterned(one.grid, type);
        const auto path = m_folder / ("w-" + one.name + ending.name);
        WriteOptions options;
        options.compressionLevel = number++ % 3;
        QVERIFY(writeImage(volume, path, options, m_progress));
        std::string failure;
        const auto read = readWithItk(path, ending.format, failure);
        QVERIFY2(read, failure.c_str());
        QCOMPARE(read->componentType, std::string(itkName(type)));
        QVERIFY2(read->grid.sameAs(one.grid), path.c_str());
        for (std::size_t at = 0; at < read->values.size(); ++at) {
          const double stored = visitVoxels(volume, [at](auto voxels) { return static_cast<double>(voxels[at]); });
          QVERIFY2(read->values[at] == stored, path.c_str());
        }
      }
    }
  }

  // Headers by hand: the expected axes follow from the format's definition of its spaces.
  void turnsEverySpaceToLps_data() {
    QTest::addColumn<QString>("space");
    QTest::addColumn<double>("l");
    QTest::addColumn<double>("p");
    QTest::newRow("LPS") << "left-posterior-superior" << 1.0 << 1.0;
    QTest::newRow("lps") << "LPS" << 1.0 << 1.0;
    QTest::newRow("RAS") << "right-anterior-superior" << -1.0 << -1.0;
    QTest::newRow("ras") << "RAS" << -1.0 << -1.0;
    QTest::newRow("LAS") << "left-anterior-superior" << 1.0 << -1.0;
  }
  void turnsEverySpaceToLps() {
    QFETCH(QString, space);
    QFETCH(double, l);
    QFETCH(double, p);
    const std::string file = "NRRD0004\n# a comment\ntype: uchar\ndimension: 3\nspace: " + space.toStdString() +
                             "\nsizes: 2 1 1\nspace directions: (1, 2 ,3) (0,1,0) (0,0,1)\nspace origin: (10,20,30)\n"
                             "kinds: domain domain domain\nencoding: raw\nkey:=value: with a colon\n\nab";
    const auto read = readImage(file, "hand.nrrd", m_progress);
    QVERIFY2(read, because(read).c_str());
    const Affine3& map = read->volume.grid().lpsFromIjk;
    QCOMPARE(map.column(0), (Vec3{l, 2 * p, 3}));
    QCOMPARE(map.offset, (Vec3{10 * l, 20 * p, 30}));
    QCOMPARE(read->volume.valueAt({1, 0, 0}), double('b'));
  }

  void readsTextAndSwappedVoxels() {
    const std::string head = "NRRD0005\ntype: int16\ndimension: 3\nspace: LPS\nsizes: 3 1 1\n"
                             "space directions: (1,0,0) (0,1,0) (0,0,1)\n";
    const auto text = readImage(head + "encoding: ascii\n\n-5 70\r\n 32767 \n", "text.nrrd", m_progress);
    QVERIFY2(text, because(text).c_str());
    QCOMPARE(text->volume.valueAt({0, 0, 0}), -5.0);
    QCOMPARE(text->volume.valueAt({2, 0, 0}), 32767.0);
    const auto swapped = readImage(head + "encoding: raw\nendian: big\n\n" + std::string("\x01\x02\xFF\xFE\0\x07", 6),
                                   "big.nrrd", m_progress);
    QVERIFY2(swapped, because(swapped).c_str());
    QCOMPARE(swapped->volume.valueAt({0, 0, 0}), 258.0);
    QCOMPARE(swapped->volume.valueAt({1, 0, 0}), -2.0);
    QCOMPARE(swapped->volume.valueAt({2, 0, 0}), 7.0);
    const auto tooLarge = readImage(head + "encoding: ascii\n\n-5 70 32768", "text.nrrd", m_progress);
    QCOMPARE(tooLarge.error().code, ErrorCode::InvalidInput);
    const auto tooFew = readImage(head + "encoding: ascii\n\n-5    7 ", "text.nrrd", m_progress);
    QCOMPARE(tooFew.error().code, ErrorCode::Corrupt);
    const std::string meta = "ObjectType = Image\nNDims = 3\nBinaryData = False\nTransformMatrix = 1 0 0 0 1 0 0 0 1\n"
                             "DimSize = 2 1 1\nElementType = MET_FLOAT\nElementDataFile = LOCAL\n1.5 nan\n";
    const auto metaText = readImage(meta, "text.mha", m_progress);
    QVERIFY2(metaText, because(metaText).c_str());
    QCOMPARE(metaText->volume.valueAt({0, 0, 0}), 1.5);
    QVERIFY(std::isnan(metaText->volume.valueAt({1, 0, 0})));
  }

  void readsWhereTheHeaderPoints() {
    const std::string head = "NRRD0005\ntype: uint8\ndimension: 3\nspace: LPS\nsizes: 2 1 1\nencoding: raw\n"
                             "space directions: (1,0,0) (0,1,0) (0,0,1)\n";
    const auto at = [&](const std::string& more) { return readImage(head + more, "skip.nrrd", m_progress); };
    QCOMPARE(at("line skip: 2\nbyte skip: 1\n\nx\nyy\n!ab")->volume.valueAt({0, 0, 0}), double('a'));
    QCOMPARE(at("byte skip: -1\n\nlots of other bytes ab")->volume.valueAt({1, 0, 0}), double('b'));
    QCOMPARE(at("byte skip: 100\n\nab").error().code, ErrorCode::Corrupt);
    QCOMPARE(at("line skip: 3\n\nab").error().code, ErrorCode::Corrupt);
    QCOMPARE(at("byte skip: -2\n\nab").error().code, ErrorCode::InvalidInput);
    const auto more = at("\nabc");
    QVERIFY(more);
    QCOMPARE(describe(more->notices.at(0)), std::string("skip.nrrd: has 1 bytes more than its header promises"));
  }

  void takesFilesOfItsOwnFolderOnly() {
    const auto write = [&](const char* name, const std::string& bytes) {
      QVERIFY(writeFileAtomically(m_folder / name, bytes));
    };
    const auto nrrd = [](const std::string& file) {
      return "NRRD0005\ntype: uint8\ndimension: 3\nspace: LPS\nsizes: 2 1 1\nencoding: raw\n"
             "space directions: (1,0,0) (0,1,0) (0,0,1)\ndatafile: " +
             file + "\n";
    };
    const auto meta = [](const std::string& file) {
      return "ObjectType = Image\nNDims = 3\nTransformMatrix = 1 0 0 0 1 0 0 0 1\nDimSize = 2 1 1\n"
             "ElementType = MET_UCHAR\nElementDataFile = " +
             file + "\n";
    };
    write("voxels.raw", "ab");
    std::filesystem::create_directories(m_folder / "inner");
    write("inner/voxels.raw", "ab");
    std::filesystem::create_symlink(m_folder / "voxels.raw", m_folder / "link.raw");
    for (const auto& make :
         {std::function<std::string(const std::string&)>(nrrd), std::function<std::string(const std::string&)>(meta)}) {
      write("x.hdr", make("voxels.raw"));
      const auto read = readImage(m_folder / "x.hdr", m_progress);
      QVERIFY2(read, because(read).c_str());
      QCOMPARE(read->volume.valueAt({1, 0, 0}), double('b'));
      for (const std::string& name :
           {std::string("../voxels.raw"), std::string("inner/voxels.raw"), std::string("link.raw"),
            (m_folder / "voxels.raw").string(), std::string(".."), std::string("inner")}) {
        write("x.hdr", make(name));
        const auto refused = readImage(m_folder / "x.hdr", m_progress);
        QVERIFY2(!refused, name.c_str());
        QVERIFY2(refused.error().code == ErrorCode::InvalidInput || name == "inner", because(refused).c_str());
      }
      write("x.hdr", make("absent.raw"));
      QCOMPARE(readImage(m_folder / "x.hdr", m_progress).error().code, ErrorCode::NotFound);
      write("x.hdr", make("slice%03d.raw"));
      QCOMPARE(readImage(m_folder / "x.hdr", m_progress).error().code, ErrorCode::Unsupported);
    }
  }

  void refusesWhatIsNoGreyVolume_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("reason");
    QTest::newRow("complex") << "type: uint8"
                             << "type: int64"
                             << "has voxels of type int64, which is not read";
    QTest::newRow("block") << "type: uint8"
                           << "type: block"
                           << "has voxels of type block, which is not read";
    QTest::newRow("zero slices") << "sizes: 2 1 1"
                                 << "sizes: 2 1 0"
                                 << "its header says sizes: 2 1 0";
    QTest::newRow("negative size") << "sizes: 2 1 1"
                                   << "sizes: 2 -1 1"
                                   << "its header says sizes: 2 -1 1";
    QTest::newRow("two sizes") << "sizes: 2 1 1"
                               << "sizes: 2 1"
                               << "its header says sizes: 2 1";
    QTest::newRow("colour") << "kinds: domain domain domain"
                            << "kinds: RGB-color domain domain"
                            << "holds 2 values for each voxel (axis of kind RGB-color); one is wanted";
    QTest::newRow("NaN axis") << "(1,0,0)"
                              << "(nan,0,0)"
                              << "its header says space directions: (nan,0,0) (0,1,0) (0,0,1)";
    QTest::newRow("no length") << "(1,0,0)"
                               << "(0,0,0)"
                               << "the axes in its header have no length or lie in one plane";
    QTest::newRow("flat") << "(1,0,0)"
                          << "(0,2,0)"
                          << "the axes in its header have no length or lie in one plane";
    QTest::newRow("billions") << "sizes: 2 1 1"
                              << "sizes: 1000 1000 1000"
                              << "is cut off: its header promises 1000000000 bytes of voxels and there are 2";
    QTest::newRow("more than any disk")
        << "sizes: 2 1 1"
        << "sizes: 9000000000 9000000000 9000000000"
        << "9000000000 × 9000000000 × 9000000000 voxels are more than the limit of 4294967296 bytes";
    QTest::newRow("encoding") << "encoding: raw"
                              << "encoding: bzip2"
                              << "its voxels are encoded as bzip2, which is not read";
    QTest::newRow("twice") << "encoding: raw"
                           << "encoding: raw\nencoding: gzip"
                           << "its header has the field encoding twice (line 8)";
    QTest::newRow("space") << "space: LPS"
                           << "space: scanner-xyz-time"
                           << "lies in the space scanner-xyz-time, which is not read";
  }
  void refusesWhatIsNoGreyVolume() {
    QFETCH(QString, change);
    QFETCH(QString, to);
    QFETCH(QString, reason);
    QString file = "NRRD0005\ntype: uint8\ndimension: 3\nspace: LPS\nsizes: 2 1 1\nkinds: domain domain domain\n"
                   "encoding: raw\nspace directions: (1,0,0) (0,1,0) (0,0,1)\n\nab";
    QVERIFY(readImage(file.toStdString(), "x", m_progress));
    file.replace(change, to);
    const auto refused = readImage(file.toStdString(), "x", m_progress);
    QCOMPARE(QString::fromStdString(because(refused)), "x: " + reason);
  }

  void refusesMetaImagesThatAreNoGreyVolume_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("reason");
    QTest::newRow("long") << "MET_UCHAR"
                          << "MET_LONG"
                          << "has voxels of type MET_LONG, which is not read";
    QTest::newRow("colour") << "ObjectType = Image"
                            << "ObjectType = Image\nElementNumberOfChannels = 3"
                            << "holds 3 values for each voxel; one is wanted";
    QTest::newRow("mesh") << "ObjectType = Image"
                          << "ObjectType = Mesh"
                          << "holds a Mesh, no image";
    QTest::newRow("volumes") << "NDims = 3"
                             << "NDims = 4"
                             << "its header says DimSize = 2 1 1";
    QTest::newRow("zero slices") << "DimSize = 2 1 1"
                                 << "DimSize = 2 0 1"
                                 << "its header says DimSize = 2 0 1";
    QTest::newRow("negative spacing") << "ElementSpacing = 1 1 1"
                                      << "ElementSpacing = 1 -1 1"
                                      << "its header says ElementSpacing = 1 -1 1";
    QTest::newRow("NaN spacing") << "ElementSpacing = 1 1 1"
                                 << "ElementSpacing = 1 nan 1"
                                 << "its header says ElementSpacing = 1 nan 1";
    QTest::newRow("zero spacing") << "ElementSpacing = 1 1 1"
                                  << "ElementSpacing = 1 1 0"
                                  << "its header says ElementSpacing = 1 1 0";
    QTest::newRow("flat") << "1 0 0 0 1 0 0 0 1"
                          << "1 0 0 0 1 0 0 1 0"
                          << "the axes in its header have no length or lie in one plane";
    QTest::newRow("short") << "DimSize = 2 1 1"
                           << "DimSize = 3 1 1"
                           << "is cut off: its header promises 3 bytes of voxels and there are 2";
    QTest::newRow("no end") << "ElementDataFile = LOCAL\nab"
                            << ""
                            << "its header does not say where the voxels are";
  }
  void refusesMetaImagesThatAreNoGreyVolume() {
    QFETCH(QString, change);
    QFETCH(QString, to);
    QFETCH(QString, reason);
    QString file = "ObjectType = Image\nNDims = 3\nTransformMatrix = 1 0 0 0 1 0 0 0 1\nElementSpacing = 1 1 1\n"
                   "DimSize = 2 1 1\nElementType = MET_UCHAR\nElementDataFile = LOCAL\nab";
    QVERIFY(readImage(file.toStdString(), "x", m_progress));
    file.replace(change, to);
    QCOMPARE(QString::fromStdString(because(readImage(file.toStdString(), "x", m_progress))), "x: " + reason);
  }

  // NRRD and MetaImage have no rescaling: values keep, the type changes as little as it can.
  void storesRescaledValuesAsTheyAre() {
    const Grid grid = obliques()[2].grid;
    const auto converted = [&](std::vector<std::int16_t> voxels, Rescale rescale) {
      voxels.resize(60);
      const auto volume = makeVolume(grid, voxels, rescale);
      const auto encoded = encodeImage(*volume, FileKind::Nrrd, {}, m_progress);
      return std::pair(readImage(encoded->bytes, "x", m_progress)->volume, encoded->report);
    };
    const auto [same, sameReport] = converted({-1000, 1000}, {2, 1});
    QCOMPARE(same.type(), VoxelType::Int16);
    QCOMPARE(same.valueAt({0, 0, 0}), -1999.0);
    QCOMPARE(sameReport.notices.size(), std::size_t(1));
    const auto [wider, widerReport] = converted({-1000, 30000}, {1, 10000});
    QCOMPARE(wider.type(), VoxelType::UInt16);
    QCOMPARE(wider.valueAt({1, 0, 0}), 40000.0);
    const auto [real, realReport] = converted({-3, 7}, {0.1, 0});
    QCOMPARE(real.type(), VoxelType::Float32);
    QVERIFY(std::abs(real.valueAt({1, 0, 0}) - 0.7) < 1e-7);
    QVERIFY(realReport.largestError > 0 && realReport.largestError < 1e-7);
    QVERIFY(describe(realReport.notices[0]).find("values were stored as float32 instead of int16") !=
            std::string::npos);
  }

  void readsSlopesAsItkDoes() {
    const std::string file =
        "ObjectType = Image\nNDims = 3\nBinaryData = True\nTransformMatrix = 1 0 0 0 1 0 0 0 1\n"
        "ElementToIntensityFunctionSlope = 2\nElementToIntensityFunctionOffset = 5\nDimSize = 2 1 1\n"
        "ElementType = MET_UCHAR\nElementDataFile = LOCAL\nab";
    QVERIFY(writeFileAtomically(m_folder / "slope.mha", file));
    std::string failure;
    const auto itk = readWithItk(m_folder / "slope.mha", ItkFormat::MetaImage, failure);
    QVERIFY2(itk, failure.c_str());
    const auto read = readImage(m_folder / "slope.mha", m_progress);
    QVERIFY(read);
    QCOMPARE(read->volume.valueAt({0, 0, 0}), itk->values[0]);
    QCOMPARE(read->notices.size(), std::size_t(1));
  }

private:
  QTemporaryDir m_dir;
  std::filesystem::path m_folder;
  NullProgress m_progress;
};

QTEST_GUILESS_MAIN(TestTextImages)
#include "tst_text_images.moc"
