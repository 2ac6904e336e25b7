#include "release_fixture.h"

#include <facet/clinical/fhir.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

#include <csignal>

using namespace facet;

/// `facetctl sync` as a user calls it: exit codes, what is printed where, and which cache is made. What a sync does is
/// tested in tests/sync.
class TestSyncCommand : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_release = std::make_unique<ReleaseFixture>();
    clinical::Person person;
    person.id = "SE-1";
    m_release->resources("fhir/Patient.ndjson", "Patient", {line("SE-1", person)});
  }

  void makesADemoCacheAndSaysNothingNew() {
    m_release->finish();
    run({"--cache", file("cache"), "sync", release()});
    QCOMPARE(m_error, QString());
    QCOMPARE(m_code, 0);
    QVERIFY2(m_out.contains("1 records added, 0 changed"), qPrintable(m_out));
    run({"--cache", file("cache"), "sync", release()});
    QCOMPARE(m_code, 0);
    QVERIFY2(m_out.contains("nothing has changed"), qPrintable(m_out));
    run({"--cache", file("cache"), "--json", "sync", "--verify", release()});
    QCOMPARE(m_code, 0);
    const QJsonObject document = QJsonDocument::fromJson(m_out.toUtf8()).object();
    QCOMPARE(document["added"].toInt(-1), 0);
    QCOMPARE(document["refused"].toArray().size(), 0);
  }

  void namesWhatItRefuses() {
    m_release->resources("fhir/Relapse.ndjson", "Condition", {"{}", "nothing"});
    m_release->finish();
    run({"--cache", file("cache"), "sync", release()});
    QCOMPARE(m_code, 3);
    QVERIFY2(m_error.contains("refused: fhir/Relapse.ndjson: resource: the element resourceType is missing (line 1"),
             qPrintable(m_error));
    run({"--cache", file("cache"), "--json", "sync", release()});
    QCOMPARE(m_code, 3);
    const QJsonArray refused = QJsonDocument::fromJson(m_out.toUtf8()).object()["refused"].toArray();
    QCOMPARE(refused.size(), 2);
    QCOMPARE(refused[1].toObject()["line"].toInt(), 2);
  }

  void needsAKeyForRealData() {
    m_release->manifest.demo = false;
    m_release->key = testKey("publisher");
    m_release->finish();
    // Neither key file nor secret service nor terminal.
    run({"--cache", file("cache"), "sync", release()});
    QCOMPARE(m_code, 1);
    QVERIFY2(m_error.contains("a new cache needs a key"), qPrintable(m_error));
    write("key", QByteArray(64, 'a'), 0644);
    run({"--cache", file("cache"), "--key-file", file("key"), "sync", release()});
    QCOMPARE(m_code, 1);
    QVERIFY2(m_error.contains(file("key")), qPrintable(m_error));
    QFile::setPermissions(file("key"), QFile::ReadOwner | QFile::WriteOwner);
    // The publisher's key is not known.
    run({"--cache", file("cache"), "--key-file", file("key"), "sync", release()});
    QCOMPARE(m_code, 1);
    QVERIFY2(m_error.contains("is signed with a key that is not known yet"), qPrintable(m_error));
    write("publisher.pub", QByteArray::fromStdString(m_release->key.publicKey().toHex()), 0644);
    run({"--cache", file("cache"), "--key-file", file("key"), "sync", release(), "--trust", file("publisher.pub")});
    QCOMPARE(m_error, QString());
    QCOMPARE(m_code, 0);
    write("other", QByteArray(64, 'b'), 0600);
    run({"--cache", file("cache"), "--key-file", file("other"), "sync", release()});
    QCOMPARE(m_code, 1);
    QVERIFY2(m_error.contains("the key file does not open this cache"), qPrintable(m_error));
    // Synthetic releases signed with the key that everybody has stay out of it.
    ReleaseFixture demo;
    demo.finish();
    run({"--cache", file("cache"), "--key-file", file("key"), "sync", QString::fromStdString(demo.folder().string())});
    QCOMPARE(m_code, 1);
    QVERIFY2(m_error.contains("it is trusted in demo caches alone"), qPrintable(m_error));
  }

  void saysWhatIsWrong() {
    run({"sync"});
    QCOMPARE(m_code, 2);
    run({"--cache", file("cache"), "sync", file("absent")});
    QCOMPARE(m_code, 1);
    QVERIFY2(m_error.startsWith("error: " + file("absent") + ": does not exist"), qPrintable(m_error));
    m_release->finish();
    writeBytes(m_release->file("SHA256SUMS"), readBytes(m_release->file("SHA256SUMS")) + "\n");
    run({"--cache", file("cache"), "sync", release()});
    QCOMPARE(m_code, 1);
    QVERIFY2(m_error.contains("SHA256SUMS: was changed after it was signed"), qPrintable(m_error));
    QVERIFY(!QFile::exists(file("cache")));
  }

private:
  QString file(const QString& name) const { return m_dir->filePath(name); }
  QString release() const { return QString::fromStdString(m_release->folder().string()); }

  void write(const QString& name, const QByteArray& bytes, int mode) {
    writeBytes(file(name).toStdString(), bytes.toStdString());
    std::filesystem::permissions(file(name).toStdString(), static_cast<std::filesystem::perms>(mode));
  }

  void run(const QStringList& arguments) {
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QCoreApplication::applicationDirPath() + "/facetctl", arguments);
    QVERIFY(process.waitForFinished(30000));
    m_code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    m_out = QString::fromUtf8(process.readAllStandardOutput());
    m_error = QString::fromUtf8(process.readAllStandardError());
  }

  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<ReleaseFixture> m_release;
  int m_code = -1;
  QString m_out;
  QString m_error;
};

QTEST_GUILESS_MAIN(TestSyncCommand)
#include "tst_sync_command.moc"
