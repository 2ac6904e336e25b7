#include "cache_fixture.h"
#include "private_mount.h"

#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace facet;
using namespace facet::storage;
namespace fs = std::filesystem;

namespace {

bool says(const Error& error, const char* text) {
  return describe(error).find(text) != std::string::npos;
}

} // namespace

class TestCacheOpen : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void makesAPrivateFolder() {
    CacheFixture fixture;
    QVERIFY(!inspectCache(fixture.folder())->exists);
    QCOMPARE(fixture.open().error().code, ErrorCode::NotFound);
    QVERIFY(!fs::exists(fixture.folder()));
    {
      const auto cache = fixture.make();
      QVERIFY(cache);
      QCOMPARE(cache->kind(), CacheKind::Protected);
      QCOMPARE(cache->writeState(), WriteState::Writable);
      QVERIFY(!cache->writeRefusal());
      for (const auto& entry : fs::recursive_directory_iterator(fixture.folder())) {
        struct stat info {};
        ::stat(entry.path().c_str(), &info);
        QCOMPARE(info.st_mode & 077U, 0U);
      }
    }
    const auto status = inspectCache(fixture.folder());
    QVERIFY(status->exists);
    QCOMPARE(status->kind, CacheKind::Protected);
    QVERIFY(status->protections == std::vector{Protection::KeyFile});
    // A second time it is opened, not made again.
    const std::string key = fileBytes(fixture.folder() / "key.json");
    QVERIFY(fixture.make());
    QVERIFY(fileBytes(fixture.folder() / "key.json") == key);
  }

  void makesFoldersAbove() {
    CacheFixture fixture;
    CacheOptions options = fixture.options();
    options.ifAbsent = IfAbsent::MakeProtected;
    QVERIFY(Cache::open(fixture.scratch() / "a" / "b" / "c", options, fixture.clock()));
  }

  void pseudonymsStay() {
    CacheFixture fixture;
    const std::string first = fixture.make()->pseudonyms().pseudonym("A", "1");
    QVERIFY(fixture.open()->pseudonyms().pseudonym("A", "1") == first);
    CacheFixture other;
    QVERIFY(other.make()->pseudonyms().pseudonym("A", "1") != first);
  }

  void refusesAFolderWithOtherFiles() {
    CacheFixture fixture;
    fs::create_directory(fixture.folder());
    setFileBytes(fixture.folder() / "thesis.odt", "text");
    QCOMPARE(fixture.make().error().code, ErrorCode::InvalidInput);
    QCOMPARE(inspectCache(fixture.folder()).error().code, ErrorCode::InvalidInput);
    fs::remove(fixture.folder() / "thesis.odt");
    QVERIFY(fixture.make());
    CacheOptions options = fixture.options();
    QCOMPARE(Cache::open(fixture.keyFile(), options, fixture.clock()).error().code, ErrorCode::InvalidInput);
  }

  void needsAKey() {
    CacheFixture fixture;
    CacheOptions options;
    options.keys.secretService = SecretServiceUse::Never;
    options.ifAbsent = IfAbsent::MakeProtected;
    const auto refused = Cache::open(fixture.folder(), options, fixture.clock());
    QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
    QVERIFY(says(refused.error(), "key file") && says(refused.error(), "passphrase") &&
            says(refused.error(), "secret service"));
    QVERIFY(!inspectCache(fixture.folder())->exists);
    // Nothing is left in the way of a second attempt.
    QVERIFY(fixture.make());
  }

  void refusesTheWrongKey() {
    CacheFixture fixture;
    QVERIFY(fixture.make());
    CacheOptions options = fixture.options();
    const fs::path other = fixture.scratch() / "other";
    setFileBytes(other, std::string(64, '7'));
    ::chmod(other.c_str(), 0600);
    options.keys.keyFile = other;
    const auto wrong = Cache::open(fixture.folder(), options, fixture.clock());
    QCOMPARE(wrong.error().code, ErrorCode::Unauthorized);
    QVERIFY(says(wrong.error(), "does not open"));

    options.keys.keyFile.reset();
    const auto missing = Cache::open(fixture.folder(), options, fixture.clock());
    QCOMPARE(missing.error().code, ErrorCode::Unauthorized);
    QVERIFY(says(missing.error(), "key file, which was not given"));

    ::chmod(fixture.keyFile().c_str(), 0644);
    const auto shared = fixture.open();
    QCOMPARE(shared.error().code, ErrorCode::Unauthorized);
    QVERIFY(says(shared.error(), "others can read"));
  }

  void passphrases() {
    CacheFixture fixture;
    CacheOptions options;
    options.keys.secretService = SecretServiceUse::Never;
    options.ifAbsent = IfAbsent::MakeProtected;
    // Too short, then not repeated alike, then right.
    Answers making{{"short", "correct horse", "correct house", "correct horse", "correct horse"}};
    options.keys.askPassphrase = making.callback();
    QVERIFY(Cache::open(fixture.folder(), options, fixture.clock()));
    QVERIFY((making.asked == std::vector{PassphraseQuestion::New, PassphraseQuestion::New, PassphraseQuestion::Repeat,
                                         PassphraseQuestion::New, PassphraseQuestion::Repeat}));
    QVERIFY(inspectCache(fixture.folder())->protections == std::vector{Protection::Passphrase});
    QVERIFY(fileBytes(fixture.folder() / "key.json").find("horse") == std::string::npos);

    Answers opening{{"correct house", "correct horse"}};
    options.keys.askPassphrase = opening.callback();
    QVERIFY(Cache::open(fixture.folder(), options, fixture.clock()));
    QCOMPARE(opening.asked.size(), std::size_t{2});
    Answers givingUp{{}};
    options.keys.askPassphrase = givingUp.callback();
    QCOMPARE(Cache::open(fixture.folder(), options, fixture.clock()).error().code, ErrorCode::Cancelled);
    options.keys.askPassphrase = {};
    const auto nobody = Cache::open(fixture.folder(), options, fixture.clock());
    QCOMPARE(nobody.error().code, ErrorCode::Unauthorized);
    QVERIFY(says(nobody.error(), "passphrase"));
    options.keys.keyFile = fixture.keyFile();
    QVERIFY(says(Cache::open(fixture.folder(), options, fixture.clock()).error(), "not made with a key file"));
  }

  void aPassphraseCanBeAdded() {
    CacheFixture fixture;
    {
      auto cache = fixture.make();
      Answers answers{{"correct horse", "correct horse"}};
      QVERIFY(cache->setPassphrase(answers.callback()));
    }
    QVERIFY(fixture.open());
    CacheOptions options;
    options.keys.secretService = SecretServiceUse::Never;
    Answers opening{{"correct horse"}};
    options.keys.askPassphrase = opening.callback();
    QVERIFY(Cache::open(fixture.folder(), options, fixture.clock()));
  }

  void onlyTheDemoCacheOpensWithoutAsking() {
    CacheFixture fixture;
    CacheOptions nothing;
    nothing.keys.secretService = SecretServiceUse::Never;
    {
      auto demo = fixture.makeDemo();
      QVERIFY(demo);
      QCOMPARE(demo->kind(), CacheKind::Demo);
      Answers answers{{"correct horse", "correct horse"}};
      QCOMPARE(demo->setPassphrase(answers.callback()).error().code, ErrorCode::Unauthorized);
    }
    QCOMPARE(inspectCache(fixture.folder())->kind, CacheKind::Demo);
    QCOMPARE(Cache::open(fixture.folder(), nothing, fixture.clock())->kind(), CacheKind::Demo);

    // A demo cache's key.json does not open a protected cache, nor does a changed mark.
    CacheFixture safe;
    QVERIFY(safe.make());
    const std::string own = fileBytes(safe.folder() / "key.json");
    for (const char* name : {"key.json", "key.copy.json"}) {
      setFileBytes(safe.folder() / name, fileBytes(fixture.folder() / name));
    }
    QCOMPARE(Cache::open(safe.folder(), nothing, safe.clock()).error().code, ErrorCode::Corrupt);
    for (const char* name : {"key.json", "key.copy.json"}) {
      setFileBytes(safe.folder() / name, own);
    }
    QVERIFY(safe.open());
  }

  void theOtherFilesOfADemoCacheAreNotTaken() {
    // Databases of one cache under the key.json of another are told, whatever the keys.
    CacheFixture a;
    CacheFixture b;
    QVERIFY(a.make());
    QVERIFY(b.make());
    fs::copy_file(a.folder() / "cache.db", b.folder() / "cache.db", fs::copy_options::overwrite_existing);
    QCOMPARE(b.open().error().code, ErrorCode::Corrupt);
  }

  void aDamagedKeyFileIsTold() {
    CacheFixture fixture;
    QVERIFY(fixture.make());
    const std::string sound = fileBytes(fixture.folder() / "key.json");
    const auto setBoth = [&](const std::string& bytes) {
      setFileBytes(fixture.folder() / "key.json", bytes);
      setFileBytes(fixture.folder() / "key.copy.json", bytes);
    };
    // One of two is enough.
    setFileBytes(fixture.folder() / "key.json", "");
    QVERIFY(fixture.open());
    fs::remove(fixture.folder() / "key.json");
    QVERIFY(fixture.open());
    for (std::size_t at = 0; at < sound.size(); ++at) {
      std::string flipped = sound;
      flipped[at] = static_cast<char>(flipped[at] ^ 1);
      setBoth(flipped);
      const auto opened = fixture.open();
      // White space and the case of digits do not matter.
      QVERIFY2(opened || opened.error().code == ErrorCode::Corrupt, qPrintable(QString::number(at)));
    }
    for (std::size_t length = 0; length + 2 < sound.size(); ++length) {
      setBoth(sound.substr(0, length));
      QCOMPARE(fixture.open().error().code, ErrorCode::Corrupt);
    }
    setBoth(std::string(900000, '['));
    QCOMPARE(fixture.open().error().code, ErrorCode::Corrupt);
    fs::remove(fixture.folder() / "key.json");
    fs::remove(fixture.folder() / "key.copy.json");
    const auto gone = fixture.open();
    QCOMPARE(gone.error().code, ErrorCode::Corrupt);
    QVERIFY(says(gone.error(), "without it nothing"));
    // Above all nothing is made anew over the files.
    QCOMPARE(fixture.make().error().code, ErrorCode::Corrupt);
    setBoth(sound);
    QVERIFY(fixture.open());
  }

  void aSecondProgramOpensReadOnly() {
    CacheFixture fixture;
    auto first = fixture.make();
    const auto second = fixture.open();
    QVERIFY(second);
    QCOMPARE(second->writeState(), WriteState::InUse);
    const auto refusal = second->writeRefusal();
    QCOMPARE(refusal->code, ErrorCode::Locked);
    QVERIFY(says(*refusal, qPrintable(QString("another Facet (process %1)").arg(::getpid()))));
    const auto reader = fixture.openForReading();
    QCOMPARE(reader->writeState(), WriteState::NotAsked);
    first = cancelledError();
    QCOMPARE(fixture.open()->writeState(), WriteState::Writable);
  }

  void aHalfMadeCacheIsMadeAgain() {
    CacheFixture fixture;
    // As a crash leaves it before key.json is written.
    fs::create_directories(fixture.folder() / "blobs");
    for (const char* name : {"making", "lock", "cache.db", "cache.db-wal", "work.db", "key.copy.json.part-x8Uq1z"}) {
      setFileBytes(fixture.folder() / name, name);
    }
    QCOMPARE(fixture.open().error().code, ErrorCode::NotFound);
    QVERIFY(fixture.make());
    QVERIFY(!fs::exists(fixture.folder() / "making"));
    // And after that, before the mark is taken away.
    setFileBytes(fixture.folder() / "making", "");
    QVERIFY(fixture.open());
    QVERIFY(!fs::exists(fixture.folder() / "making"));
  }

  void aReadOnlyDisk() {
    CacheFixture fixture;
    const auto wrong = withSmallDisk(fixture.scratch(), 8192, [&](const std::function<bool()>& makeReadOnly) {
      CacheFixture inside;
      const fs::path folder = fixture.scratch() / "cache";
      CacheOptions options = inside.options();
      options.ifAbsent = IfAbsent::MakeProtected;
      if (!Cache::open(folder, options, inside.clock())) {
        return std::string("cannot make it");
      }
      if (!makeReadOnly()) {
        return std::string("cannot remount");
      }
      const auto cache = Cache::open(folder, options, inside.clock());
      if (!cache) {
        return describe(cache.error());
      }
      if (cache->writeState() != WriteState::ReadOnlyPlace || !says(*cache->writeRefusal(), "can be read but not")) {
        return std::string("not seen as read-only");
      }
      const auto absent = Cache::open(fixture.scratch() / "new", options, inside.clock());
      if (absent || absent.error().code != ErrorCode::Unauthorized) {
        return std::string("made on a read-only disk");
      }
      return std::string();
    });
    if (!wrong) {
      QSKIP("this system lets nobody mount a disk");
    }
    QVERIFY2(wrong->empty(), wrong->c_str());
  }

  void aFullDisk() {
    CacheFixture fixture;
    const auto wrong = withSmallDisk(fixture.scratch(), 64, [&](const std::function<bool()>&) {
      CacheFixture inside;
      const fs::path folder = fixture.scratch() / "cache";
      CacheOptions options = inside.options();
      options.ifAbsent = IfAbsent::MakeProtected;
      const auto cache = Cache::open(folder, options, inside.clock());
      if (cache || cache.error().code != ErrorCode::NoSpace) {
        return "not told as full: " + (cache ? "opened" : describe(cache.error()));
      }
      const auto status = inspectCache(folder);
      return status && !status->exists ? std::string() : std::string("a half cache is taken for a whole one");
    });
    if (!wrong) {
      QSKIP("this system lets nobody mount a disk");
    }
    QVERIFY2(wrong->empty(), wrong->c_str());
  }

  void defaultFolders() {
    const QByteArray home = qgetenv("HOME");
    const QByteArray data = qgetenv("XDG_DATA_HOME");
    qputenv("HOME", "/home/x");
    qputenv("XDG_DATA_HOME", "/data");
    QVERIFY(*defaultCacheFolder(CacheKind::Protected) == "/data/facet/cache");
    QVERIFY(*defaultCacheFolder(CacheKind::Demo) == "/data/facet/demo");
    qputenv("XDG_DATA_HOME", "relative");
    QVERIFY(*defaultCacheFolder(CacheKind::Demo) == "/home/x/.local/share/facet/demo");
    qunsetenv("XDG_DATA_HOME");
    qunsetenv("HOME");
    QCOMPARE(defaultCacheFolder(CacheKind::Demo).error().code, ErrorCode::NotFound);
    qputenv("HOME", home);
    qputenv("XDG_DATA_HOME", data);
  }
};

QTEST_APPLESS_MAIN(TestCacheOpen)
#include "tst_cache_open.moc"
