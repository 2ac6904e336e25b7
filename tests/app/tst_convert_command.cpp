#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

/// `facetctl convert` as a user calls it: exit codes and what is printed where. Conversion itself is tested in
/// tests/imaging/tst_convert.cpp.
class TestConvertCommand : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    // Two voxels, rescaling-free, oriented.
    write("in.nrrd", "NRRD0005\ntype: float\ndimension: 3\nspace: LPS\nsizes: 2 1 1\nencoding: ascii\n"
                     "space directions: (0.5,0,0) (0,2,0) (0,0,3)\nspace origin: (1,2,3)\n\n0.1 7.7\n");
  }

  void convertsAndSaysSo() {
    run({"convert", file("in.nrrd"), file("out.nii.gz")});
    QCOMPARE(m_code, 0);
    QCOMPARE(m_out, "wrote " + file("out.nii.gz") + "\n");
    QCOMPARE(m_error, QString());
    QVERIFY(QFile::exists(file("out.nii.gz")));
  }

  void printsOneDocument() {
    run({"--json", "convert", file("in.nrrd"), file("series")});
    QCOMPARE(m_code, 0);
    const QJsonObject document = QJsonDocument::fromJson(m_out.toUtf8()).object();
    QCOMPARE(document["input_format"].toString(), QString("NRRD"));
    QCOMPARE(document["input_voxel_type"].toString(), QString("float32"));
    QCOMPARE(document["size"].toArray(), (QJsonArray{2, 1, 1}));
    QCOMPARE(document["spacing_mm"].toArray(), (QJsonArray{0.5, 2, 3}));
    QCOMPARE(document["lps_from_ijk"].toArray()[1].toArray(), (QJsonArray{0, 2, 0, 2}));
    QVERIFY(document["largest_error"].toDouble() > 0 && document["largest_error"].toDouble() < 7.6 / 65535);
    QCOMPARE(document["warnings"].toArray().size(), 1);
    // The largest error is printed for people too.
    QVERIFY2(m_error.contains("warning: " + file("series") + ": values were rescaled to 16 bits (largest difference "),
             qPrintable(m_error));
  }

  void refusesWithAReason() {
    write("nan.nrrd", "NRRD0005\ntype: float\ndimension: 3\nspace: LPS\nsizes: 1 1 1\nencoding: ascii\n"
                      "space directions: (1,0,0) (0,1,0) (0,0,1)\n\nnan\n");
    run({"convert", file("nan.nrrd"), file("series")});
    QCOMPARE(m_code, 1);
    QCOMPARE(m_error, "error: " + file("series") + ": has voxels that are no number, which DICOM cannot hold\n");
    QCOMPARE(m_out, QString());
    run({"convert", file("absent"), file("x.nii")});
    QCOMPARE(m_code, 1);
    QCOMPARE(m_error, "error: " + file("absent") + ": does not exist\n");
    run({"convert", file("in.nrrd")});
    QCOMPARE(m_code, 2);
    run({"convert", "--series", "0", file("in.nrrd"), file("x.nii")});
    QCOMPARE(m_code, 2);
  }

  void warnsAndGoesOn() {
    write("odd.nrrd", "NRRD0005\ntype: uchar\ndimension: 3\nsizes: 1 1 1\nspacings: 1 1 1\nencoding: raw\n\nab");
    run({"convert", file("odd.nrrd"), file("odd.mha")});
    QCOMPARE(m_code, 0);
    QVERIFY2(m_error.contains("does not say which side is left"), qPrintable(m_error));
    QVERIFY2(m_error.contains("has 1 bytes more than its header promises"), qPrintable(m_error));
  }

  // One image taken, one file refused: exit 3.
  void takesWhatItCan() {
    run({"convert", file("in.nrrd"), file("dicom")});
    QCOMPARE(m_code, 0);
    QByteArray cut;
    {
      QFile whole(file("dicom/IM0001.dcm"));
      QVERIFY(whole.open(QIODevice::ReadOnly));
      cut = whole.readAll().left(400);
    }
    write("dicom/cut", cut);
    run({"convert", file("dicom"), file("back.nii")});
    QCOMPARE(m_code, 3);
    QVERIFY2(m_error.startsWith("refused: " + file("dicom/cut") + ": is a DICOM file that is cut off"),
             qPrintable(m_error));
    QVERIFY(QFile::exists(file("back.nii")));
  }

  void explainsItself() {
    run({"convert", "--help"});
    QCOMPARE(m_code, 0);
    QVERIFY(m_out.contains("Example: facetctl convert"));
  }

private:
  QString file(const QString& name) const { return m_dir->filePath(name); }
  void write(const QString& name, const QByteArray& bytes) {
    QFile out(file(name));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(bytes);
  }
  void run(const QStringList& arguments) {
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + "/facetctl", arguments);
    QVERIFY(process.waitForFinished());
    m_code = process.exitCode();
    m_out = QString::fromUtf8(process.readAllStandardOutput());
    m_error = QString::fromUtf8(process.readAllStandardError());
  }

  std::unique_ptr<QTemporaryDir> m_dir;
  int m_code = -1;
  QString m_out;
  QString m_error;
};

QTEST_GUILESS_MAIN(TestConvertCommand)
#include "tst_convert_command.moc"
