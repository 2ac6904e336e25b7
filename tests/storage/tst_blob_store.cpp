#include "cache_fixture.h"
#include "cache_state.h"
#include "image_rows.h"
#include "private_mount.h"

#include <facet/core/files.h>
#include <facet/core/random.h>
#include <facet/storage/blob_store.h>

#include <QtTest>

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace facet;
using namespace facet::storage;
namespace fs = std::filesystem;

namespace {

std::string noise(std::size_t bytes) {
  RandomStream random(7, 1, 1);
  std::string text(bytes, '\0');
  for (char& c : text) {
    c = static_cast<char>(random.word());
  }
  return text;
}

std::vector<fs::path> filesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files.push_back(entry.path());
    }
  }
  return files;
}

imaging::Volume someVolume() {
  imaging::Grid grid;
  grid.size = {31, 17, 1300};
  grid.lpsFromIjk.matrix = {{{-0.9, 0.1, 0.02}, {0.1, 0.8, 0.2}, {0, -0.2, 1.1}}};
  grid.lpsFromIjk.offset = {10, -20, 30.5};
  std::vector<std::int16_t> voxels(grid.size.voxels());
  RandomStream random(3, 1, 1);
  for (std::int16_t& voxel : voxels) {
    voxel = static_cast<std::int16_t>(random.below(900));
  }
  return *imaging::makeVolume(grid, std::move(voxels), {0.5, -3});
}

class Stopped final : public Progress {
public:
  void setFraction(double) override {}
  void setStep(const Message&) override {}
  [[nodiscard]] bool stopRequested() const override { return true; }
};

} // namespace

class TestBlobStore : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void keepsBytes_data() {
    QTest::addColumn<int>("bytes");
    for (const int bytes : {0, 1, 1000, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20}) {
      QTest::newRow(qPrintable(QString::number(bytes))) << bytes;
    }
  }
  void keepsBytes() {
    QFETCH(int, bytes);
    CacheFixture fixture;
    const auto cache = fixture.make();
    QVERIFY(cache.ok());
    const BlobStore blobs(*cache);
    const std::string content = noise(static_cast<std::size_t>(bytes));
    const auto digest = blobs.put(bytesOf(content), m_progress);
    QVERIFY2(digest.ok(), digest.ok() ? "" : describe(digest.error()).c_str());
    QVERIFY(*digest == sha256(bytesOf(content)));
    QVERIFY(blobs.contains(*digest));
    QVERIFY(*blobs.read(*digest, m_progress) == content);
    // The same content once more is the same file.
    QVERIFY(*blobs.put(bytesOf(content), m_progress) == *digest);
    QCOMPARE(filesIn(cache->folder() / "blobs").size(), std::size_t(1));
    QCOMPARE(static_cast<int>(fs::status(filesIn(cache->folder() / "blobs").front()).permissions()), 0600);
  }

  void keepsVolumes() {
    CacheFixture fixture;
    const auto cache = fixture.make();
    const BlobStore blobs(*cache);
    const imaging::Volume volume = someVolume();
    const auto digest = blobs.putVolume(volume, m_progress);
    QVERIFY(digest.ok());
    const auto back = blobs.readVolume(*digest, m_progress);
    QVERIFY2(back.ok(), back.ok() ? "" : describe(back.error()).c_str());
    QVERIFY(back->grid().lpsFromIjk == volume.grid().lpsFromIjk);
    QVERIFY(back->size() == volume.size());
    QVERIFY(back->type() == volume.type());
    QVERIFY(back->rescale() == volume.rescale());
    QVERIFY(std::equal(back->bytes().begin(), back->bytes().end(), volume.bytes().begin(), volume.bytes().end()));
    // Bytes that are no volume.
    const auto other = blobs.put(bytesOf(std::string(2000, 'x')), m_progress);
    const auto refused = blobs.readVolume(*other, m_progress);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::Corrupt);
  }

  void tellsDamage() {
    CacheFixture fixture;
    const auto cache = fixture.make();
    const BlobStore blobs(*cache);
    const std::string content = noise((2 << 20) + 77);
    const auto digest = blobs.put(bytesOf(content), m_progress);
    const fs::path file = filesIn(cache->folder() / "blobs").front();
    const std::string sealed = *readFile(file, 1U << 30U);
    for (std::size_t size : {std::size_t(0), std::size_t(7), std::size_t(40), sealed.size() / 2, sealed.size() - 1}) {
      QVERIFY(writeFileAtomically(file, std::string_view(sealed).substr(0, size)).ok());
      QVERIFY(!blobs.read(*digest, m_progress).ok());
      QCOMPARE(blobs.read(*digest, m_progress).error().code, ErrorCode::Corrupt);
    }
    for (std::size_t at : {std::size_t(3), std::size_t(20), std::size_t(5000), sealed.size() - 3}) {
      std::string changed = sealed;
      changed[at] = static_cast<char>(changed[at] ^ 1);
      QVERIFY(writeFileAtomically(file, changed).ok());
      QCOMPARE(blobs.read(*digest, m_progress).error().code, ErrorCode::Corrupt);
    }
    QVERIFY(writeFileAtomically(file, sealed + "more").ok());
    QCOMPARE(blobs.read(*digest, m_progress).error().code, ErrorCode::Corrupt);
    QVERIFY(writeFileAtomically(file, sealed).ok());
    QVERIFY(*blobs.read(*digest, m_progress) == content);
    // A file in the place of another.
    const auto second = blobs.put(bytesOf(std::string("other")), m_progress);
    fs::path secondFile;
    for (const fs::path& each : filesIn(cache->folder() / "blobs")) {
      secondFile = each == file ? secondFile : each;
    }
    QVERIFY(writeFileAtomically(file, *readFile(secondFile, 1U << 20U)).ok());
    QCOMPARE(blobs.read(*digest, m_progress).error().code, ErrorCode::Corrupt);
    fs::remove(file);
    QCOMPARE(blobs.read(*digest, m_progress).error().code, ErrorCode::NotFound);
    QVERIFY(*blobs.read(*second, m_progress) == "other");
  }

  void leavesNoPlaintextAndNoName() {
    CacheFixture fixture;
    const auto cache = fixture.make();
    const BlobStore blobs(*cache);
    std::string content;
    for (int i = 0; i < 50000; ++i) {
      content += "Annegret Musterfrau 1961-03-04 ";
    }
    const auto digest = blobs.put(bytesOf(content), m_progress);
    for (const fs::path& file : filesIn(cache->folder())) {
      const std::string bytes = *readFile(file, 1U << 30U);
      QVERIFY(bytes.find("Musterfrau") == std::string::npos);
      QVERIFY(file.string().find(digest->toHex().substr(0, 16)) == std::string::npos);
    }
  }

  void stopsWhenAsked() {
    CacheFixture fixture;
    const auto cache = fixture.make();
    Stopped stopped;
    const auto digest = BlobStore(*cache).put(bytesOf(noise(1000)), stopped);
    QCOMPARE(digest.error().code, ErrorCode::Cancelled);
    QVERIFY(filesIn(cache->folder() / "blobs").empty());
  }

  void tellsOfAFullDisk() {
    const ScratchFolder folder;
    const auto failure = withSmallDisk(folder.path(), 6144, [&](const auto& makeReadOnly) -> std::string {
      FixedClock clock(Instant{});
      CacheOptions options;
      options.keys.secretService = SecretServiceUse::Never;
      options.ifAbsent = IfAbsent::MakeDemo;
      const auto cache = Cache::open(folder / "cache", options, clock);
      if (!cache) {
        return describe(cache.error());
      }
      const BlobStore blobs(*cache);
      const auto small = blobs.put(bytesOf(std::string("small")), m_progress);
      if (!small) {
        return describe(small.error());
      }
      const auto large = blobs.put(bytesOf(noise(8 << 20)), m_progress);
      if (large || large.error().code != ErrorCode::NoSpace) {
        return large ? "was stored" : describe(large.error());
      }
      if (filesIn(folder / "cache" / "blobs").size() != 1) {
        return "half a file is left";
      }
      if (!blobs.put(bytesOf(noise(100'000)), m_progress)) {
        return "the room was not given back";
      }
      if (!makeReadOnly()) {
        return {};
      }
      const auto refused = blobs.put(bytesOf(noise(10)), m_progress);
      if (refused || refused.error().code != ErrorCode::Unauthorized) {
        return "wrote to a read-only disk";
      }
      const auto back = blobs.read(*small, m_progress);
      return back && *back == "small" ? "" : "cannot read on a read-only disk";
    });
    if (!failure) {
      QSKIP("no disk can be mounted here");
    }
    QCOMPARE(*failure, std::string());
  }

  void aKilledWriterLeavesNothingThatCounts() {
    CacheFixture fixture;
    const std::string content = noise(64 << 20);
    // The child is killed at another moment each time, some of them while it writes.
    for (int round = 0; round < 6; ++round) {
      {
        const auto cache = fixture.make();
        QVERIFY(cache.ok());
      }
      const pid_t child = ::fork();
      if (child == 0) {
        const auto cache = fixture.make();
        if (cache) {
          (void)BlobStore(*cache).put(bytesOf(content).first(content.size() - static_cast<std::size_t>(round)),
                                      m_progress);
        }
        ::_exit(0);
      }
      const fs::path blobs = fixture.folder() / "blobs";
      QVERIFY(QTest::qWaitFor([&] { return fs::exists(blobs) && !filesIn(blobs).empty(); }, 20000));
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
      const auto cache = fixture.make();
      QVERIFY(cache.ok());
      const BlobStore store(*cache);
      const auto whole = bytesOf(content).first(content.size() - static_cast<std::size_t>(round));
      const Digest digest = sha256(whole);
      if (store.contains(digest)) {
        const auto read = store.read(digest, m_progress);
        QVERIFY(read.ok() && textOf(whole) == *read);
      } else {
        QCOMPARE(store.read(digest, m_progress).error().code, ErrorCode::NotFound);
      }
      QVERIFY(*store.sweep(m_progress) >= 1);
      QVERIFY(filesIn(blobs).empty());
    }
  }

  void refusesToWriteWhatIsReadOnly() {
    CacheFixture fixture;
    { QVERIFY(fixture.make().ok()); }
    const auto cache = fixture.openForReading();
    QVERIFY(cache.ok());
    QVERIFY(!BlobStore(*cache).put(bytesOf(std::string("x")), m_progress).ok());
  }

  void sweepsWhatNoRowNames() {
    CacheFixture fixture;
    const auto cache = fixture.make();
    const BlobStore blobs(*cache);
    const auto kept = blobs.putVolume(someVolume(), m_progress);
    const auto lost = blobs.put(bytesOf(std::string("nobody names me")), m_progress);
    const fs::path folder = filesIn(cache->folder() / "blobs").front().parent_path();
    std::ofstream(folder / "unfinished-0123") << "killed while writing";
    StoredImage image;
    image.person = "p";
    image.session = "1";
    image.name = "FLAIR";
    image.grid = someVolume().grid();
    image.voxels = *kept;
    const CacheState& state = *cache->state();
    auto database = openWorkForWriting(state.files, state.document, state.key);
    auto rows = ImageRows::prepare(*database);
    QVERIFY(rows.ok());
    QVERIFY(rows->putImage(image, 1).ok());
    QCOMPARE(*blobs.sweep(m_progress), std::size_t(2));
    QVERIFY(blobs.contains(*kept));
    QVERIFY(!blobs.contains(*lost));
    QCOMPARE(filesIn(cache->folder() / "blobs").size(), std::size_t(1));
  }

private:
  NullProgress m_progress;
};

QTEST_GUILESS_MAIN(TestBlobStore)
#include "tst_blob_store.moc"
