#include <facet/core/files.h>

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <sys/stat.h>

using namespace facet;

class TestFiles : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = std::filesystem::path(m_dir->path().toStdString());
  }

  void writesAndReads() {
    const std::string bytes("a\0b\xFF", 4);
    QVERIFY(writeFileAtomically(m_path / "x", bytes));
    QVERIFY(*readFile(m_path / "x", 100) == bytes);
    QVERIFY(writeFileAtomically(m_path / "x", "second"));
    QVERIFY(*readFile(m_path / "x", 100) == "second");
    QCOMPARE(std::distance(std::filesystem::directory_iterator(m_path), {}), std::ptrdiff_t(1));
  }

  void keepsPrivateFilesPrivate() {
    QVERIFY(writeFileAtomically(m_path / "key", "k", FileAccess::Private));
    struct stat info {};
    QCOMPARE(::stat((m_path / "key").c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0600U);
  }

  void namesWhatIsWrong() {
    QCOMPARE(readFile(m_path / "absent", 10).error().code, ErrorCode::NotFound);
    QVERIFY(!readFile(m_path, 10));
    QVERIFY(writeFileAtomically(m_path / "big", std::string(11, 'x')));
    QVERIFY(describe(readFile(m_path / "big", 10).error()).ends_with("is larger than 10 bytes"));
    QVERIFY(readFile(m_path / "big", 11));
    QCOMPARE(writeFileAtomically(m_path / "no" / "where", "x").error().code, ErrorCode::NotFound);
    QCOMPARE(writeFileAtomically("/dev/full/x", "x").error().code, ErrorCode::NotFound);
  }

  void doesNotWaitForAPipe() {
    QCOMPARE(::mkfifo((m_path / "pipe").c_str(), 0600), 0);
    QCOMPARE(readFile(m_path / "pipe", 10).error().code, ErrorCode::InvalidInput);
  }

private:
  std::unique_ptr<QTemporaryDir> m_dir;
  std::filesystem::path m_path;
};

QTEST_APPLESS_MAIN(TestFiles)
#include "tst_files.moc"
