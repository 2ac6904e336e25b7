#include "dicom_builder.h"
#include "protected_elements.h"
#include "support.h"

#include <facet/core/files.h>
#include <facet/core/text.h>
#include <facet/imaging/dicom.h>

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>
#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dctk.h>

#include <fstream>
#include <set>

using namespace facet;
using namespace facet::imaging;
using namespace facet::imaging::testing;

namespace fs = std::filesystem;

namespace {

/// What a planted value of a type looks like; empty for types that hold no text. Every one contains "PHI" or is a date,
/// time or number that occurs nowhere else.
std::string plantFor(const std::string& vr, int number) {
  if (vr == "DA") {
    return "19770713";
  }
  if (vr == "DT") {
    return "19770713101112.131415";
  }
  if (vr == "TM") {
    return "101112.131415";
  }
  if (vr == "AS") {
    return "099Y";
  }
  if (vr == "DS" || vr == "IS") {
    return "7654321";
  }
  if (vr == "US") {
    return "54321";
  }
  if (vr == "UI") {
    return "1.9.7654321." + std::to_string(number);
  }
  const std::set<std::string> texts = {"AE", "CS", "LO", "LT", "PN", "SH", "ST", "UC", "UT", "UR"};
  return texts.contains(vr) ? "PHI" + std::to_string(number) : std::string();
}

const std::vector<std::string> kSigns = {"PHI", "19770713", "101112.131415", "099Y", "7654321", "1.9.76"};

struct Planted {
  DcmFileFormat file;
  int count = 0;
  std::set<std::string> types;

  void plant(DcmItem& item, const DcmTagKey& key, const std::string& vr) {
    const std::string value = plantFor(vr, count);
    if (!value.empty() && item.putAndInsertString(DcmTag(key, DcmVR(vr.c_str()).getEVR()), value.c_str()).good()) {
      ++count;
      types.insert(vr);
    }
  }
};

void plantProtected(Planted& planted, DcmItem& item) {
  for (const std::string_view word : splitText(kProtectedElements, ' ')) {
    unsigned group = 0;
    unsigned element = 0;
    std::sscanf(std::string(word).c_str(), "%x,%x", &group, &element);
    const std::string vr = vrOf(static_cast<std::uint16_t>(group), static_cast<std::uint16_t>(element));
    planted.plant(item, {static_cast<Uint16>(group), static_cast<Uint16>(element)}, vr);
  }
}

/// An image with names, places and numbers wherever a scanner, an archive or somebody's script could have put them.
void build(Planted& planted) {
  DicomImage image;
  image.rows = 8;
  image.columns = 8;
  const std::string bytes = bytesOf(image);
  QTemporaryDir dir;
  std::ofstream(dir.filePath("x").toStdString(), std::ios::binary) << bytes;
  planted.file.loadFile(dir.filePath("x").toUtf8().constData());
  planted.file.loadAllDataIntoMemory();
  DcmItem& item = *planted.file.getDataset();
  plantProtected(planted, item);
  // The same inside sequences, those that stay and those that go, and two levels deep.
  const std::vector<DcmTagKey> hosts = {DCM_RequestAttributesSequence, DCM_ReferencedStudySequence,
                                        DCM_OriginalAttributesSequence, DCM_SharedFunctionalGroupsSequence,
                                        DCM_AnatomicRegionSequence};
  for (const DcmTagKey& sequence : hosts) {
    DcmItem* inner = nullptr;
    item.findOrCreateSequenceItem(sequence, inner, 0);
    plantProtected(planted, *inner);
    DcmItem* deeper = nullptr;
    inner->findOrCreateSequenceItem(DCM_PixelMeasuresSequence, deeper, 0);
    deeper->putAndInsertString(DCM_PixelSpacing, "1\\1");
    plantProtected(planted, *deeper);
  }
  // Private elements, with and without a creator, unknown standard ones, overlays and curves, texts in numbers and
  // codes.
  for (const auto& [group, element, vr] :
       std::vector<std::tuple<Uint16, Uint16, const char*>>{{0x0009, 0x0010, "LO"},
                                                            {0x0009, 0x1001, "LO"},
                                                            {0x0029, 0x0010, "LO"},
                                                            {0x0029, 0x1010, "UT"},
                                                            {0x0051, 0x100F, "LO"},
                                                            {0x2005, 0x1401, "ST"},
                                                            {0x0008, 0xFFF0, "LO"},
                                                            {0x0010, 0xABCD, "PN"},
                                                            {0x5000, 0x2500, "LO"},
                                                            {0x6000, 0x0022, "LO"},
                                                            {0x6000, 0x1500, "LO"},
                                                            {0x0018, 0x0024, "PN"},
                                                            {0x0028, 0x1055, "LO"},
                                                            {0x0020, 0x1040, "LO"},
                                                            {0x4FFE, 0x0001, "LO"}}) {
    planted.plant(item, {group, element}, vr);
  }
  item.putAndInsertString(DcmTag(0x6000, 0x3000, EVR_OW), "");
  const Uint16 overlay[4] = {0x4850, 0x2149, 0x4850, 0x2149}; // "PHI!"
  item.putAndInsertUint16Array(DcmTag(0x6000, 0x3000, EVR_OW), overlay, 4);
  item.putAndInsertString(DCM_PatientName, "Phiphi^PHI");
  item.putAndInsertString(DCM_BodyPartExamined, "PHIPHI");
  item.putAndInsertString(DCM_ManufacturerModelName, "Scanner of phiphi");
  item.putAndInsertString(DCM_SequenceName, "tfl3d1");
  item.putAndInsertString(DCM_Manufacturer, "EXAMPLE");
  item.putAndInsertString(DCM_EchoTime, "2.5");
  item.putAndInsertString(DCM_StudyDate, "19770713");
  item.putAndInsertString(DCM_AcquisitionDate, "19770720");
  planted.count += 5;
}

std::string saved(DcmFileFormat& file) {
  QTemporaryDir dir;
  file.saveFile(dir.filePath("x").toUtf8().constData(), EXS_LittleEndianExplicit);
  std::string bytes = *readFile(dir.filePath("x").toStdString(), 1 << 24);
  // The preamble is nobody's business either.
  bytes.replace(0, 20, "PHI in the preamble!");
  return bytes;
}

DeidentifyOptions options(std::optional<int> shift) {
  DeidentifyOptions options;
  options.pseudonym = "FCT-0042";
  options.dayShift = shift;
  options.newUid = [](std::string_view uid) { return uidFor("secret " + std::string(uid)); };
  return options;
}

} // namespace

class TestDeidentify : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() {
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    Planted planted;
    build(planted);
    m_planted = planted.count;
    m_types = planted.types;
    m_bytes = saved(planted.file);
  }

  void leavesNothingPlanted() {
    QVERIFY2(m_planted > 1000, qPrintable(QString::number(m_planted)));
    QVERIFY(m_types.size() >= 12);
    for (const std::string& sign : kSigns) {
      QVERIFY2(m_bytes.find(sign) != std::string::npos, sign.c_str());
    }
    for (const auto& shift : {std::optional<int>(), std::optional<int>(-100)}) {
      const auto done = deidentify(m_bytes, options(shift));
      QVERIFY2(done, done ? "" : describe(done.error()).c_str());
      for (const std::string& sign : kSigns) {
        QVERIFY2(done->bytes.find(sign) == std::string::npos, sign.c_str());
      }
      // The old UIDs and the old patient.
      for (const std::string& sign :
           {std::string("1.2.3.4"), std::string("PID-4711"), std::string("phiphi"), std::string("Phiphi")}) {
        QVERIFY2(done->bytes.find(sign) == std::string::npos, sign.c_str());
      }
    }
  }

  // What an independent program finds in the result.
  void keepsWhatTheImageIs() {
    const QString dcmdump = QStandardPaths::findExecutable("dcmdump");
    if (dcmdump.isEmpty()) {
      QSKIP("dcmdump is not installed");
    }
    const auto done = deidentify(m_bytes, options(-100));
    QTemporaryDir dir;
    std::ofstream(dir.filePath("x").toStdString(), std::ios::binary) << done->bytes;
    const auto dump = runProgram(dcmdump, {"+L", "-q", dir.filePath("x")});
    QVERIFY2(dump.failure.isEmpty(), qPrintable(dump.failure));
    const QString text = QString::fromUtf8(dump.out);
    const QStringList lines = text.split('\n');
    const auto has = [&](const char* line) {
      const bool found = std::any_of(lines.begin(), lines.end(), [&](const QString& l) { return l.startsWith(line); });
      if (!found) {
        qWarning("%s\n%s", line, qPrintable(text.left(8000)));
      }
      return found;
    };
    QVERIFY(has("(0010,0010) PN [FCT-0042]"));
    QVERIFY(has("(0010,0020) LO [FCT-0042]"));
    QVERIFY(has("(0010,0030) DA (no value available)"));
    QVERIFY(has("(0010,0040) CS (no value available)"));
    QVERIFY(has("(0008,0050) SH (no value available)"));
    // 100 days before 13 and 20 July 1977.
    QVERIFY(has("(0008,0020) DA [19770404]"));
    QVERIFY(has("(0008,0022) DA [19770411]"));
    QVERIFY(has("(0012,0062) CS [YES]"));
    QVERIFY(has("(0028,0303) CS [MODIFIED]"));
    QVERIFY(has("    (0008,0100) SH [113100]"));
    QVERIFY(has("    (0008,0100) SH [113107]"));
    QVERIFY(has("(0018,0081) DS [2.5]"));
    QVERIFY(has("(0018,0024) SH [tfl3d1]"));
    QVERIFY(has("(0008,0070) LO [EXAMPLE]"));
    QVERIFY(has("(0018,0010) LO [GIVEN]"));
    QVERIFY(has("(0020,0032) DS [0\\0\\0]"));
    QVERIFY(has(("(0020,000e) UI [" + uidFor("secret 1.2.3.4.5") + "]").c_str()));
    QVERIFY(has(("(0002,0003) UI [" + uidFor("secret 1.2.3.4.5.1") + "]").c_str()));
    QVERIFY(has("(7fe0,0010) OW 0064\\0065\\0066"));
    for (const QString& line : lines) {
      // No private group, no overlay, no curve.
      const QString group = line.trimmed().mid(1, 4);
      QVERIFY2(!group.startsWith("60") && !group.startsWith("50"), qPrintable(line));
      bool number = false;
      const uint value = group.toUInt(&number, 16);
      QVERIFY2(!number || !line.trimmed().startsWith('(') || value % 2 == 0, qPrintable(line));
    }
  }

  // gdcmanon implements the same profile: in our result it may only change what it changes in any file, UIDs and its
  // own marks.
  void leavesNothingForGdcmanon() {
    const QString gdcmanon = QStandardPaths::findExecutable("gdcmanon");
    const QString openssl = QStandardPaths::findExecutable("openssl");
    const QString dcmdump = QStandardPaths::findExecutable("dcmdump");
    if (gdcmanon.isEmpty() || openssl.isEmpty() || dcmdump.isEmpty()) {
      QSKIP("gdcmanon, openssl or dcmdump is not installed");
    }
    QTemporaryDir dir;
    const auto certificate =
        runProgram(openssl, {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=test", "-days", "2",
                             "-keyout", dir.filePath("key.pem"), "-out", dir.filePath("cert.pem")});
    QVERIFY2(certificate.failure.isEmpty(), qPrintable(certificate.failure));
    const auto done = deidentify(m_bytes, options({}));
    std::ofstream(dir.filePath("own").toStdString(), std::ios::binary) << done->bytes;
    // It refuses a file that says that somebody did this before.
    const auto unmarked =
        runProgram("dcmodify", {"-nb", "-ea", "(0012,0062)", "-ea", "(0012,0064)", dir.filePath("own")});
    QVERIFY2(unmarked.failure.isEmpty(), qPrintable(unmarked.failure));
    const auto anonymised =
        runProgram(gdcmanon, {"-e", "-c", dir.filePath("cert.pem"), dir.filePath("own"), dir.filePath("peer")});
    QVERIFY2(anonymised.failure.isEmpty(), qPrintable(anonymised.failure));
    const auto elements = [&](const char* name) {
      std::map<QString, QString> found;
      for (const QString& line :
           QString::fromUtf8(runProgram(dcmdump, {"-q", "+L", dir.filePath(name)}).out).split('\n')) {
        if (line.startsWith('(') && !line.startsWith("(0002") && !line.startsWith("(0012,006") &&
            !line.startsWith("(0400")) {
          found[line.left(11)] = line.section('#', 0, 0).mid(15).trimmed();
        }
      }
      return found;
    };
    const auto own = elements("own");
    const auto peer = elements("peer");
    QVERIFY(own.size() > 30);
    for (const auto& [tag, value] : own) {
      const auto there = peer.find(tag);
      const bool same = there != peer.end() && (there->second == value || value.startsWith("(Sequence"));
      const bool isUid = value.startsWith("[2.25.");
      // It blanks the pseudonym too, and the mark that dates were removed is not in its table of 2008.
      QVERIFY2(
          same || isUid || value == "[FCT-0042]" || tag == "(0028,0303)",
          qPrintable(tag + ": " + value + " became " + (there == peer.end() ? QString("nothing") : there->second)));
    }
  }

  void removesDatesWhereNoShiftIsGiven() {
    const auto done = deidentify(m_bytes, options({}));
    QTemporaryDir dir;
    const fs::path path = fs::path(dir.path().toStdString()) / "x";
    std::ofstream(path, std::ios::binary) << done->bytes;
    NullProgress progress;
    const auto scan = scanDicom({&path, 1}, progress);
    QCOMPARE(scan->series.size(), std::size_t(1));
    QVERIFY(!scan->series[0].facts.studyDate);
    QVERIFY(!scan->series[0].facts.acquisitionDate);
    QCOMPARE(scan->series[0].identity.patientId, std::string("FCT-0042"));
    QVERIFY(scan->series[0].facts.seriesDescription.empty());
  }

  void clearsBitsThatHoldNoPixel() {
    DicomImage image;
    image.elements = {{"0028,0101", "12"}, {"0028,0102", "11"}, {"0028,0103", "0"}};
    // An overlay in the upper four bits.
    image.pixels = {std::int16_t(0xF123), std::int16_t(0x8FFF), 0x0001};
    const auto done = deidentify(bytesOf(image), options({}));
    QVERIFY(done);
    DcmFileFormat file;
    DcmInputBufferStream stream;
    stream.setBuffer(done->bytes.data(), static_cast<offile_off_t>(done->bytes.size()));
    stream.setEos();
    file.transferInit();
    file.read(stream);
    file.transferEnd();
    const Uint16* pixels = nullptr;
    QVERIFY(file.getDataset()->findAndGetUint16Array(DCM_PixelData, pixels).good());
    QCOMPARE(pixels[0], Uint16(0x0123));
    QCOMPARE(pixels[1], Uint16(0x0FFF));
    QCOMPARE(pixels[2], Uint16(0x0001));
  }

  void keepsCompressedPixels() {
    const QString dcmcjpeg = QStandardPaths::findExecutable("dcmcjpeg");
    if (dcmcjpeg.isEmpty()) {
      QSKIP("dcmcjpeg is not installed");
    }
    QTemporaryDir dir;
    const fs::path folder = dir.path().toStdString();
    writeStack(folder / "plain", 2, 2);
    fs::create_directories(folder / "done");
    NullProgress progress;
    for (const char* name : {"image0", "image1"}) {
      QVERIFY(
          runProgram(dcmcjpeg, {"+e1", dir.filePath(QString("plain/") + name), dir.filePath(name)}).failure.isEmpty());
      const auto done = deidentify(*readFile(folder / name, 1 << 20), options(5));
      QVERIFY(done);
      std::ofstream(folder / "done" / name, std::ios::binary) << done->bytes;
    }
    const fs::path done = folder / "done";
    const auto scan = scanDicom({&done, 1}, progress);
    QCOMPARE(scan->series.size(), std::size_t(1));
    const auto image = readSeries(scan->series[0], progress);
    QVERIFY2(image, image ? "" : describe(image.error()).c_str());
    QCOMPARE(image->volume.valueAt({2, 1, 1}), 207.0);
  }

  void keepsEnhancedFiles() {
    QTemporaryDir dir;
    const fs::path folder = dir.path().toStdString();
    writeEnhanced(folder / "in" / "x", {0, 3, 6}, 2);
    const auto done = deidentify(*readFile(folder / "in" / "x", 1 << 20), options(5));
    QVERIFY(done);
    fs::create_directories(folder / "out");
    std::ofstream(folder / "out" / "x", std::ios::binary) << done->bytes;
    NullProgress progress;
    for (const char* name : {"in", "out"}) {
      const fs::path path = folder / name;
      const auto scan = scanDicom({&path, 1}, progress);
      QCOMPARE(scan->series.size(), std::size_t(2));
      QCOMPARE(readSeries(scan->series[1], progress)->volume.valueAt({1, 0, 2}), 2.0 * 501 - 1);
    }
  }

  // Real files write numbers longer than the 16 characters that the standard allows.
  void keepsThePlaceOfARealImage() {
    const fs::path data = sharedData();
    if (data.empty()) {
      QSKIP("no real data beside the project");
    }
    const fs::path file = data / "dicom-t1-series/dicoms/N2D_0054.dcm";
    const auto done = deidentify(*readFile(file, 1 << 24), options(5));
    QVERIFY(done);
    QTemporaryDir dir;
    const fs::path own = fs::path(dir.path().toStdString()) / "x";
    std::ofstream(own, std::ios::binary) << done->bytes;
    NullProgress progress;
    const auto before = scanDicom({&file, 1}, progress);
    const auto after = scanDicom({&own, 1}, progress);
    QCOMPARE(after->series.size(), std::size_t(1));
    QVERIFY(after->series[0].grid.sameAs(before->series[0].grid, 0));
    QVERIFY(done->bytes.find("Jane") == std::string::npos);
    QVERIFY(done->bytes.find("Hanke") == std::string::npos);
  }

  void tellsBurnedInText() {
    DicomImage image;
    image.elements["0028,0301"] = "YES";
    const auto done = deidentify(bytesOf(image), options({}));
    QCOMPARE(done->notices.size(), std::size_t(1));
    QVERIFY(describe(done->notices[0]).find("burned into its pixels") != std::string::npos);
  }

  void refusesWhatIsNoImage() {
    QCOMPARE(deidentify("", options({})).error().code, ErrorCode::InvalidInput);
    QCOMPARE(deidentify(std::string(5000, 'x'), options({})).error().code, ErrorCode::InvalidInput);
    QCOMPARE(deidentify(std::string_view(m_bytes).substr(0, m_bytes.size() / 2), options({})).error().code,
             ErrorCode::Corrupt);
    DcmFileFormat file;
    file.getDataset()->putAndInsertString(DCM_SOPClassUID, UID_EncapsulatedPDFStorage);
    file.getDataset()->putAndInsertString(DCM_SOPInstanceUID, "1.2.3");
    QCOMPARE(deidentify(saved(file), options({})).error().code, ErrorCode::Unsupported);
  }

  // The table's names and tags must belong together, and none may be an element that the profile protects.
  void keepsNothingThatTheProfileProtects() {
    std::ifstream table(FACET_SOURCE_DIR "/resources/tables/dicom-keep.tsv");
    const std::string protectedElements(kProtectedElements);
    int rows = 0;
    for (std::string line; std::getline(table, line);) {
      if (line.starts_with('#')) {
        continue;
      }
      const auto cells = splitText(line, '\t');
      QCOMPARE(cells.size(), std::size_t(3));
      unsigned group = 0;
      unsigned element = 0;
      std::sscanf(line.c_str(), "%x,%x", &group, &element);
      const std::string name = keywordOf(static_cast<std::uint16_t>(group), static_cast<std::uint16_t>(element));
      QVERIFY2(name == cells[1] || cells[1] == "B1rms", (line + " is " + name).c_str());
      if (cells[2] == "keep") {
        QVERIFY2(protectedElements.find(cells[0]) == std::string::npos, line.c_str());
      }
      ++rows;
    }
    QVERIFY(rows > 250);
  }

private:
  int m_planted = 0;
  std::set<std::string> m_types;
  std::string m_bytes;
};

QTEST_GUILESS_MAIN(TestDeidentify)
#include "tst_deidentify.moc"
