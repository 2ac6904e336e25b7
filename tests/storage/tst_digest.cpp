#include <facet/storage/digest.h>

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>

using namespace facet;
using namespace facet::storage;
namespace fs = std::filesystem;

namespace {

/// Asks to stop from the beginning.
class StoppedProgress final : public Progress {
public:
  void setFraction(double) override {}
  void setStep(const Message&) override {}
  [[nodiscard]] bool stopRequested() const override { return true; }
};

} // namespace

class TestDigest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  // Source: FIPS 180-4, examples published by NIST with the standard (SHA256.pdf).
  void knownAnswers_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("empty") << QByteArray()
                           << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("one block") << QByteArray("abc")
                               << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("long") << QByteArray(1000000, 'a')
                          << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }

  void knownAnswers() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    QVERIFY(sha256(bytesOf(view)).toHex() == expected.toStdString());

    // In parts of 7 bytes, twice with one object.
    Sha256 hash;
    for (int round = 0; round < 2; ++round) {
      for (std::size_t at = 0; at < view.size(); at += 7) {
        hash.update(bytesOf(view.substr(at, 7)));
      }
      QVERIFY(hash.finish().toHex() == expected.toStdString());
    }

    const fs::path path = fs::path(m_folder.path().toStdString()) / "file";
    std::ofstream(path, std::ios::binary).write(view.data(), static_cast<std::streamsize>(view.size()));
    NullProgress progress;
    const auto ofFile = sha256OfFile(path, progress);
    QVERIFY(ofFile);
    QVERIFY(ofFile->toHex() == expected.toStdString());
  }

  void readsItsOwnText() {
    const Digest digest = sha256(bytesOf("abc"));
    QVERIFY(*Digest::fromHex(digest.toHex()) == digest);
    QVERIFY(*Digest::fromHex(QByteArray(digest.toHex().c_str()).toUpper().toStdString()) == digest);
    for (const std::string& bad : {std::string(), std::string(63, 'a'), std::string(65, 'a'), std::string(64, 'g'),
                                   "0x" + std::string(62, 'a'), std::string(32, 'a') + " " + std::string(31, 'a')}) {
      QCOMPARE(Digest::fromHex(bad).error().code, ErrorCode::InvalidInput);
    }
  }

  void refusesWhatIsNoFile() {
    NullProgress progress;
    const fs::path folder = m_folder.path().toStdString();
    QCOMPARE(sha256OfFile(folder, progress).error().code, ErrorCode::InvalidInput);
    QCOMPARE(sha256OfFile(folder / "absent", progress).error().code, ErrorCode::NotFound);
    // A pipe that nobody writes must not be waited for.
    const fs::path pipe = folder / "pipe";
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    QCOMPARE(sha256OfFile(pipe, progress).error().code, ErrorCode::InvalidInput);
  }

  void stops() {
    const fs::path path = fs::path(m_folder.path().toStdString()) / "stopped";
    std::ofstream(path) << "abc";
    StoppedProgress progress;
    QCOMPARE(sha256OfFile(path, progress).error().code, ErrorCode::Cancelled);
  }

private:
  QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestDigest)
#include "tst_digest.moc"
