#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

/// `facetctl import` as a user calls it: exit codes and what is printed where. Importing itself is tested in
/// tests/sync/tst_import.cpp.
class TestImportCommand : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    write("key", "3b1f0a5c7d9e8f60413223345566778899aabbccddeeff000102030405060708\n");
    QFile::setPermissions(file("key"), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    write("Case1_FLAIR.nrrd", "NRRD0005\ntype: short\ndimension: 3\nspace: LPS\nsizes: 2 1 1\nencoding: ascii\n"
                              "space directions: (0.5,0,0) (0,2,0) (0,0,3)\nspace origin: (1,2,3)\n\n7 9\n");
  }

  void takesAndSaysSo() {
    import({file("Case1_FLAIR.nrrd")});
    QCOMPARE(m_code, 0);
    QCOMPARE(m_error, QString());
    QCOMPARE(m_out, QString("patient Case1_FLAIR\n  added     -  Case1_FLAIR  image, FLAIR\n"
                            "added 1, replaced 0, unchanged 0\n"));
    import({file("Case1_FLAIR.nrrd")});
    QCOMPARE(m_code, 0);
    QVERIFY2(m_out.endsWith("nothing new: all 1 images are in the cache already\n"), qPrintable(m_out));
  }

  void printsOneDocument() {
    import({"--json", file("Case1_FLAIR.nrrd"), "--patient", "Case 1"});
    QCOMPARE(m_code, 0);
    const QJsonObject document = QJsonDocument::fromJson(m_out.toUtf8()).object();
    QCOMPARE(document["patients"].toArray(), (QJsonArray{"Case 1"}));
    const QJsonObject image = document["taken"].toArray().at(0).toObject();
    QCOMPARE(image["patient"].toString(), QString("Case 1"));
    QCOMPARE(image["name"].toString(), QString("Case1_FLAIR"));
    QCOMPARE(image["role"].toString(), QString("image"));
    QCOMPARE(image["contrast"].toString(), QString("FLAIR"));
    QCOMPARE(image["state"].toString(), QString("added"));
    QCOMPARE(image["size"].toArray(), (QJsonArray{2, 1, 1}));
    QCOMPARE(image["lps_from_ijk"].toArray()[0].toArray(), (QJsonArray{0.5, 0, 0, 1}));
    QVERIFY(image["date"].isNull());
    QCOMPARE(document["added"].toInt(), 1);
    QVERIFY(document["refused"].toArray().isEmpty());
  }

  void refusesWithAReason() {
    write("text.nii", "no image");
    import({file("Case1_FLAIR.nrrd"), file("text.nii"), file("absent")});
    QCOMPARE(m_code, 3);
    QVERIFY2(m_error.contains("refused: " + file("text.nii") + ": is no image in a format that is read here\n"),
             qPrintable(m_error));
    QVERIFY2(m_error.contains("refused: " + file("absent") + ": does not exist\n"), qPrintable(m_error));
    import({file("text.nii")});
    QCOMPARE(m_code, 1);
    QVERIFY2(m_error.contains("error: " + file("text.nii") + ": nothing in it could be taken\n"), qPrintable(m_error));
    import({"--json", file("text.nii")});
    QCOMPARE(m_code, 1);
    QVERIFY(QJsonDocument::fromJson(m_out.toUtf8()).object()["taken"].toArray().isEmpty());
    import({});
    QCOMPARE(m_code, 2);
  }

  void explainsItself() {
    run({"import", "--help"});
    QCOMPARE(m_code, 0);
    QVERIFY(m_out.contains("Example: facetctl import"));
  }

private:
  QString file(const QString& name) const { return m_dir->filePath(name); }
  void write(const QString& name, const QByteArray& bytes) {
    QFile out(file(name));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(bytes);
  }
  void import(const QStringList& arguments) {
    run(QStringList{"import", "--cache", file("cache"), "--key-file", file("key")} + arguments);
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

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_import_command.moc"
