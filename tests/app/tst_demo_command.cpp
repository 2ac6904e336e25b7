#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

/// `facetctl demo` as a user calls it; the release itself is tested in tests/synthetic/tst_demo.cpp.
class TestDemoCommand : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() { m_dir = std::make_unique<QTemporaryDir>(); }

  void writesAndSaysSo() {
    run({"demo", file("demo"), "--participants", "9", "--controls", "4", "--mri", "0"});
    QCOMPARE(m_error, QString());
    QCOMPARE(m_code, 0);
    QCOMPARE(m_out, "wrote " + file("demo") + "\n");
    QVERIFY(QFile::exists(file("demo/SHA256SUMS.sig")) && QFile::exists(file("demo/truth/people.ndjson")));
    // One newly diagnosed person in a hundred participants, rounded up.
    QFile group(file("demo/fhir/Group.ndjson"));
    QVERIFY(group.open(QIODevice::ReadOnly));
    QCOMPARE(group.readAll().count("Patient/"), 1);
  }

  void printsOneDocument() {
    run({"--json", "demo", file("demo"), "--participants", "5", "--controls", "2", "--newly-diagnosed", "3", "--mri",
         "0", "--seed", "11"});
    QCOMPARE(m_code, 0);
    const QJsonObject document = QJsonDocument::fromJson(m_out.toUtf8()).object();
    QCOMPARE(document["people"].toInt(), 10);
    QCOMPARE(document["seed"].toInt(), 11);
    QVERIFY(document["resources"].toInt() > 100);
  }

  void refusesWithAReason() {
    run({"demo"});
    QCOMPARE(m_code, 2);
    run({"demo", file("demo"), "--participants", "-1"});
    QCOMPARE(m_code, 2);
    run({"demo", file("demo"), "--participants", "many"});
    QCOMPARE(m_code, 2);
    run({"demo", file("demo"), "--participants", "3", "--mri", "4"});
    QCOMPARE(m_code, 2);
    QVERIFY(!QFile::exists(file("demo")));
    QFile other(file("thesis.txt"));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.close();
    run({"demo", m_dir->path(), "--participants", "3", "--mri", "0"});
    QCOMPARE(m_code, 1);
    QVERIFY2(m_error.startsWith("error: " + m_dir->path() + ": holds files that are no demo release"),
             qPrintable(m_error));
    QCOMPARE(m_out, QString());
  }

  void stopsWhenAsked() {
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + "/facetctl",
                  {"demo", file("demo"), "--participants", "100000", "--mri", "0"});
    // Written to by the first people.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file("demo/.facet-demo-part/fhir/Patient.ndjson")), 20000);
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitCode(), 130);
    QVERIFY(!QFile::exists(file("demo")));
  }

private:
  QString file(const QString& name) const { return m_dir->filePath(name); }
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

QTEST_GUILESS_MAIN(TestDemoCommand)
#include "tst_demo_command.moc"
