#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

/// `facetctl convert` as a user calls it: exit codes, what is printed where, and a sample of grids there and back. All
/// grids are converted in tests/imaging/tst_convert.cpp.
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

  // Three grids (one left-handed) in four types through each format, by the program alone; nibabel writes and judges.
  void keepsEveryVoxel_data() {
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("share");
    QTest::newRow("NIfTI") << ".nii.gz"
                           << "0";
    QTest::newRow("NRRD") << ".nrrd"
                          << "0";
    QTest::newRow("MHA") << ".mha"
                         << "0";
    QTest::newRow("DICOM") << ""
                           << "0.0000077";
  }
  void keepsEveryVoxel() {
    QFETCH(QString, ending);
    QFETCH(QString, share);
    QDir dir(m_dir->path());
    QVERIFY(dir.mkdir("all") && dir.mkdir("some") && dir.mkdir("there") && dir.mkdir("back"));
    const QByteArray made = python({"make_grids.py", file("all")});
    if (made.isEmpty()) {
      QSKIP("/usr/bin/python3 has no nibabel");
    }
    for (const char* grid : {"axes201-+-", "oblique06", "oblique07"}) {
      for (const char* type : {"int16", "uint8", "uint16", "float32"}) {
        const QString name = QString("%1-%2").arg(grid, type);
        QVERIFY(QFile::rename(file("all/" + name + ".nii"), file("some/" + name + ".nii")));
        run({"convert", file("some/" + name + ".nii"), file("there/" + name + ending)});
        QVERIFY2(m_code == 0, qPrintable(m_error));
        run({"convert", file("there/" + name + ending), file("back/" + name + ".nii")});
        QVERIFY2(m_code == 0, qPrintable(m_error));
      }
    }
    QCOMPARE(python({"check_round_trips.py", file("some"), file("back"), share}), QByteArray("checked 12\n"));
  }

  // Damaged files end with 1 and a sentence, and leave nothing behind.
  void refusesDamagedFiles() {
    run({"convert", file("in.nrrd"), file("good.nii.gz")});
    QCOMPARE(m_code, 0);
    QFile good(file("good.nii.gz"));
    QVERIFY(good.open(QIODevice::ReadOnly));
    const QByteArray bytes = good.readAll();
    for (const qsizetype count : {qsizetype(0), qsizetype(10), bytes.size() / 2, bytes.size() - 1}) {
      write("cut.nii.gz", bytes.left(count));
      run({"convert", file("cut.nii.gz"), file("out.mha")});
      QCOMPARE(m_code, 1);
      QVERIFY2(m_error.startsWith("error: " + file("cut.nii.gz") + ": "), qPrintable(m_error));
      QVERIFY(!QFile::exists(file("out.mha")));
    }
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
  /// What a script of tests/imaging prints; nothing where it cannot run.
  static QByteArray python(QStringList arguments) {
    arguments[0] = QString(FACET_SOURCE_DIR) + "/tests/imaging/" + arguments[0];
    QProcess process;
    process.start("/usr/bin/python3", arguments);
    return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
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
