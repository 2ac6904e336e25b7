#include "scratch_folder.h"

#include <facet/storage/key_options.h>

#include <QtTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace facet;
using namespace facet::storage;
namespace fs = std::filesystem;

namespace {

const std::string kDigits = "3b1f0a5c7d9e8f60413223345566778899AABBCCDDEEFF000102030405060708";

} // namespace

class TestKeyFile : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void contents_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<bool>("taken");
    QTest::newRow("digits") << kDigits << true;
    QTest::newRow("line end") << kDigits + "\n" << true;
    QTest::newRow("line end of Windows") << kDigits + "\r\n" << true;
    QTest::newRow("two lines") << kDigits + "\n\n" << false;
    QTest::newRow("carriage return alone twice") << kDigits + "\r\r" << false;
    QTest::newRow("one digit less") << kDigits.substr(1) << false;
    QTest::newRow("one digit more") << kDigits + "0" << false;
    QTest::newRow("space before") << " " + kDigits << false;
    QTest::newRow("prefix") << "0x" + kDigits.substr(2) << false;
    QTest::newRow("empty") << std::string() << false;
    QTest::newRow("long") << std::string(1000000, 'a') << false;
    QTest::newRow("bytes") << std::string(32, '\x80') << false;
  }

  void contents() {
    QFETCH(std::string, content);
    QFETCH(bool, taken);
    const fs::path path = m_folder / "key";
    setFileBytes(path, content);
    ::chmod(path.c_str(), 0600);
    const auto key = readKeyFile(path);
    QCOMPARE(key.ok(), taken);
    if (taken) {
      QVERIFY(*key == *SecretKey::fromHex(kDigits));
    } else {
      QCOMPARE(key.error().code, ErrorCode::InvalidInput);
      QVERIFY(describe(key.error()).find(kDigits.substr(2, 20)) == std::string::npos);
    }
  }

  void modes_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("taken");
    for (const auto& [mode, taken] : {std::pair(0600, true),
                                      {0400, true},
                                      {0640, false},
                                      {0604, false},
                                      {0660, false},
                                      {0644, false},
                                      {0610, false},
                                      {0700, false},
                                      {0602, false}}) {
      QTest::newRow(qPrintable(QString::number(mode, 8))) << mode << taken;
    }
  }

  void modes() {
    QFETCH(int, mode);
    QFETCH(bool, taken);
    const fs::path path = m_folder / "mode";
    fs::remove(path);
    setFileBytes(path, kDigits);
    ::chmod(path.c_str(), static_cast<mode_t>(mode));
    const auto key = readKeyFile(path);
    QCOMPARE(key.ok(), taken);
    if (!taken) {
      QCOMPARE(key.error().code, ErrorCode::Unauthorized);
      QVERIFY(describe(key.error()).find("mode 0" + QString::number(mode, 8).toStdString()) != std::string::npos);
    }
  }

  void pipes() {
    // As the shell gives one: --key-file <(command).
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    QCOMPARE(::write(ends[1], kDigits.data(), kDigits.size()), static_cast<ssize_t>(kDigits.size()));
    ::close(ends[1]);
    const auto key = readKeyFile("/proc/self/fd/" + std::to_string(ends[0]));
    ::close(ends[0]);
    QVERIFY(key);

    const fs::path path = m_folder / "fifo";
    QCOMPARE(::mkfifo(path.c_str(), 0666), 0);
    std::thread writer([&] {
      const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
      // In two parts, as a slow command does.
      (void)!::write(fd, kDigits.data(), 10);
      (void)!::write(fd, kDigits.data() + 10, 54);
      ::close(fd);
    });
    const auto named = readKeyFile(path);
    writer.join();
    QVERIFY(named);
  }

  void otherThings() {
    QCOMPARE(readKeyFile(m_folder / "absent").error().code, ErrorCode::NotFound);
    QCOMPARE(readKeyFile(m_folder.path()).error().code, ErrorCode::InvalidInput);
    QCOMPARE(readKeyFile("/dev/null").error().code, ErrorCode::InvalidInput);
    // A link counts as what it leads to.
    setFileBytes(m_folder / "target", kDigits);
    ::chmod((m_folder / "target").c_str(), 0644);
    fs::create_symlink(m_folder / "target", m_folder / "link");
    QCOMPARE(readKeyFile(m_folder / "link").error().code, ErrorCode::Unauthorized);
    ::chmod((m_folder / "target").c_str(), 0600);
    QVERIFY(readKeyFile(m_folder / "link"));
  }

private:
  ScratchFolder m_folder;
};

QTEST_APPLESS_MAIN(TestKeyFile)
#include "tst_key_file.moc"
