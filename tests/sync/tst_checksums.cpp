#include "checksums.h"
#include "release_path.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace facet;
using namespace facet::sync;

namespace {

// SHA-256 of "abc". Source: FIPS 180-2, appendix B.1.
const std::string kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

} // namespace

class TestChecksums : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void readsWhatSha256sumWrites() {
    const QString tool = QStandardPaths::findExecutable("sha256sum");
    if (tool.isEmpty()) {
      QSKIP("sha256sum is not installed");
    }
    QTemporaryDir folder;
    for (const char* name : {"abc", "with two  spaces", "sub-01_T1w.nii.gz"}) {
      std::ofstream(folder.filePath(name).toStdString()) << "abc";
    }
    std::ofstream(folder.filePath("back\\slash").toStdString()) << "abc";
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(tool, {"abc", "back\\slash", "with two  spaces", "-b", "sub-01_T1w.nii.gz"});
    QVERIFY(process.waitForFinished());
    const auto sums = parseChecksums(process.readAllStandardOutput().toStdString());
    QVERIFY2(sums.ok(), sums.ok() ? "" : describe(sums.error()).c_str());
    QCOMPARE(sums->files.size(), std::size_t{3});
    QCOMPARE(sums->files[0].path, std::string("abc"));
    QCOMPARE(sums->files[0].sha256.toHex(), kAbc);
    QCOMPARE(sums->files[1].path, std::string("sub-01_T1w.nii.gz"));
    QCOMPARE(sums->files[2].path, std::string("with two  spaces"));
    QCOMPARE(sums->refused.size(), std::size_t{1});
    QCOMPARE(sums->refused[0].subject, std::string("back\\slash"));
  }

  void takesCrLfAndDotSlash() {
    const auto sums = parseChecksums(kAbc + "  ./b\r\n" + kAbc + " *a/c\r\n");
    QVERIFY(sums.ok());
    QCOMPARE(sums->files.size(), std::size_t{2});
    QCOMPARE(sums->files[0].path, std::string("a/c"));
    QCOMPARE(sums->files[1].path, std::string("b"));
  }

  void passesOverTruth() {
    const auto sums = parseChecksums(kAbc + "  truth/lesions.tsv\n" + kAbc + "  TRUTH/x\n" + kAbc + "  truths/x\n");
    QVERIFY(sums.ok());
    QCOMPARE(sums->files.size(), std::size_t{1});
    QVERIFY(sums->refused.empty());
  }

  void refusesOtherLines_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QString abc = QString::fromStdString(kAbc);
    QTest::newRow("blank line") << abc + "  a\n\n" + abc + "  b\n"
                                << "SHA256SUMS: is no line of sha256sum (line 2)";
    QTest::newRow("short digest") << abc.left(63) + "  a\n"
                                  << "is no line of sha256sum (line 1)";
    QTest::newRow("no digits") << QString(64, 'g') + "  a\n"
                               << "is no line of sha256sum (line 1)";
    QTest::newRow("one space") << abc + " a\n"
                               << "is no line of sha256sum (line 1)";
    QTest::newRow("no path") << abc + "  \n"
                             << "is no line of sha256sum (line 1)";
    QTest::newRow("BSD form") << "SHA256 (a) = " + abc + "\n"
                              << "is no line of sha256sum (line 1)";
    QTest::newRow("unknown escape") << "\\" + abc + "  a\\t\n"
                                    << "is no line of sha256sum (line 1)";
    QTest::newRow("escape cut") << "\\" + abc + "  a\\\n"
                                << "is no line of sha256sum (line 1)";
    QTest::newRow("a path twice") << abc + "  a\n" + abc + "  ./a\n"
                                  << "names a a second time (line 2)";
  }

  void refusesOtherLines() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto sums = parseChecksums(text.toStdString());
    QVERIFY(!sums.ok());
    const std::string told = describe(sums.error());
    QVERIFY2(told.find(expected.toStdString()) != std::string::npos, told.c_str());
  }

  void refusesPathsByName_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("reason");
    QTest::newRow("parent") << "../etc/passwd"
                            << "leads out of the release";
    QTest::newRow("parent inside") << "bids/../../x"
                                   << "leads out of the release";
    QTest::newRow("parent at the end") << "bids/.."
                                       << "leads out of the release";
    QTest::newRow("dot inside") << "bids/./x"
                                << "leads out of the release or round about";
    QTest::newRow("absolute") << "/etc/passwd"
                              << "is an absolute path";
    QTest::newRow("drive") << "C:/x"
                           << "is an absolute path";
    QTest::newRow("share") << "\\\\server\\x"
                           << "is an absolute path";
    QTest::newRow("backslash") << "bids\\..\\x"
                               << "has characters other than";
    QTest::newRow("address") << "https://example.org/x"
                             << "is an address";
    QTest::newRow("file address") << "file:///etc/passwd"
                                  << "is an address";
    QTest::newRow("encoded") << "%2e%2e/x"
                             << "has characters other than";
    QTest::newRow("stream") << "bids/x:y"
                            << "has characters other than";
    QTest::newRow("control character") << "bids/x\x1b[2J"
                                       << "has characters other than";
    QTest::newRow("look-alike letter") << QString::fromUtf8("bids/\xD1\x85") << "has characters other than";
    QTest::newRow("double slash") << "bids//x"
                                  << "has an empty part";
    QTest::newRow("slash at the end") << "bids/"
                                      << "has an empty part";
    QTest::newRow("dot at the end") << "bids/x."
                                    << "ends with a dot";
    QTest::newRow("space at the end") << "bids/x /y"
                                      << "begins or ends with a space";
    QTest::newRow("long name") << "bids/" + QString(256, 'a') << "more than 255 characters";
    QTest::newRow("long path") << QString("a/").repeated(600) + "x"
                               << "more than 1024 characters";
    QTest::newRow("empty") << ""
                           << "empty path";
  }

  void refusesPathsByName() {
    QFETCH(QString, path);
    QFETCH(QString, reason);
    const auto fault = pathFault(path.toStdString());
    QVERIFY(fault.has_value());
    const std::string told = fault->english();
    QVERIFY2(told.find(reason.toStdString()) != std::string::npos, told.c_str());
  }

  void takesOrdinaryPaths() {
    for (const std::string& path :
         {std::string("manifest.json"), std::string("bids/sub-A/ses-1/anat/sub-A_ses-1_acq-3D_T1w.nii.gz"),
          std::string("fhir/Observation.12.ndjson"), std::string("dict/.keep"), "x/" + std::string(200, 'n'),
          std::string("bids/..x/y")}) {
      QVERIFY2(!pathFault(path), path.c_str());
    }
  }

  void refusesTwoThatOnlyCaseTellsApart() {
    const auto sums = parseChecksums(kAbc + "  fhir/Patient.ndjson\n" + kAbc + "  fhir/patient.ndjson\n");
    QVERIFY(sums.ok());
    QCOMPARE(sums->files.size(), std::size_t{1});
    QCOMPARE(sums->refused.size(), std::size_t{1});
    QCOMPARE(
        describe(sums->refused[0]),
        std::string("fhir/patient.ndjson: differs from fhir/Patient.ndjson only in upper and lower case (line 2)"));
  }
};

QTEST_APPLESS_MAIN(TestChecksums)
#include "tst_checksums.moc"
