#include "cache_fixture.h"
#include "cache_state.h"
#include "message_json.h"

#include <facet/storage/blob_store.h>
#include <facet/storage/reader.h>
#include <facet/storage/work_writer.h>

#include <QtTest>

using namespace facet;
using namespace facet::storage;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kName = "Musterfrau-Zyxwv";

/// The name as it may stand in a file.
std::vector<std::string> formsOf(std::string_view name) {
  std::string little;
  std::string big;
  for (const char c : name) {
    little += {c, '\0'};
    big += {'\0', c};
  }
  // Half of the name is enough to tell.
  return {std::string(name.substr(0, name.size() / 2)), little.substr(0, name.size()), big.substr(0, name.size())};
}

} // namespace

/// A name that is planted wherever a text can go stands in no file of the profile.
class TestSecrecy : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void noFileTellsAName() {
    CacheFixture fixture;
    const Cache cache = std::move(fixture.make()).value();
    const std::string name(kName);
    const CacheState& state = *cache.state();
    {
      Database release = std::move(openCacheForWriting(state.files, state.document, state.key)).value();
      const auto run = [&](const std::string& sql) { must(release.execute(sql.c_str())); };
      run("INSERT INTO source(key, series, location, name, demo, added) VALUES(1, 's', '/home/" + name + "', '" + name +
          "', 0, 0)");
      run("INSERT INTO release_file(key, source, path, bytes, modified_ns, sha256, state) VALUES(1, 1, '" + name +
          "', 1, 1, zeroblob(32), 1)");
      run("INSERT INTO quarantine(file, line, run, subject, code, reason, bytes) VALUES(1, 1, 1, '" + name + "', 1, '" +
          messageToJson(FACET_TEXT("x", "bad name %1").with(name)) + "', CAST('" + name + "' AS BLOB))");
      run("INSERT INTO subject(key, pseudonym) VALUES(1, '" + name + "')");
      run("INSERT INTO resource(key, type, id, kind, subject, file, run, sha256, dictionary, json) VALUES(1, 1, '" +
          name + "', 0, 1, 1, 1, zeroblob(32), 0, CAST('" + name + "' AS BLOB))");
      run("INSERT INTO person(resource, subject, kind, sex, deceased, site) VALUES(1, 1, 0, 0, 0, '" + name + "')");
      // Sorting and temporary tables must stay in memory.
      run("CREATE TEMP TABLE scratch AS SELECT pseudonym FROM subject; CREATE INDEX temp.by_name ON "
          "scratch(pseudonym)");

      NullProgress progress;
      const BlobStore blobs(cache);
      std::string many;
      while (many.size() < 3'000'000) {
        many += name;
      }
      must(blobs.put(bytesOf(many), progress));
      std::vector<std::uint8_t> voxels(many.begin(), many.end());
      imaging::Grid grid;
      grid.size = {static_cast<std::int64_t>(voxels.size()), 1, 1};
      StoredImage image;
      image.voxels = *blobs.putVolume(*imaging::makeVolume(grid, std::move(voxels)), progress);
      image.person = image.session = image.name = image.sequence = image.madeBy = name;
      image.grid.size = {1, 1, 1};
      image.notices = {{name, FACET_TEXT("x", "bad name %1").with(name), {}}};

      WorkWriter work = std::move(WorkWriter::open(cache)).value();
      auto import = work.beginImport(ImportKind::Dicom, fixture.clock().now());
      must(import);
      must(import->putPerson({name, clinical::Sex::Female, {}, {}, {}}));
      must(import->putSession({name, name, std::nullopt}));
      must(import->putImage(image));
      must(import->commit(0));
      must(work.addReport(name, fixture.clock().now(), name, {}));
      must(work.setLastVisitMark(name, Day()));
      must(work.setPatientSetting(name, name, name));
      must(work.appendAudit({fixture.clock().now(), name, name, name}));
      CacheReader reader = std::move(CacheReader::open(cache)).value();
      must(reader.person(name));
      // The logs are still there with the rows in them, and no temporary file is open.
      QVERIFY(fs::file_size(state.files.work().string() + "-wal") > 0);
      QVERIFY(fs::file_size(state.files.cache().string() + "-wal") > 0);
      search(cache.folder());
      searchOpenFiles(fixture.scratch());
    }
    // With the logs copied into the files.
    search(cache.folder());
  }

  void theDailyCopyTellsNoName() {
    CacheFixture fixture;
    {
      const Cache cache = std::move(fixture.make()).value();
      must(std::move(WorkWriter::open(cache)).value().setPatientSetting(std::string(kName), "a", std::string(kName)));
    }
    fixture.clock().set(fixture.clock().now() + std::chrono::hours(48));
    const Cache cache = std::move(fixture.open()).value();
    QVERIFY(fs::exists(cache.state()->files.workBackup()));
    search(cache.folder());
  }

private:
  static void search(const fs::path& folder) {
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      const std::string path = entry.path().string();
      QVERIFY2(path.find(kName) == std::string::npos, path.c_str());
      if (entry.is_regular_file()) {
        ++files;
        const std::string bytes = fileBytes(entry.path());
        for (const std::string& form : formsOf(kName)) {
          QVERIFY2(bytes.find(form) == std::string::npos, path.c_str());
        }
      }
    }
    QVERIFY(files >= 4);
  }

  /// Files that this program has open elsewhere, such as SQLite's temporary ones, which have no name any more.
  static void searchOpenFiles(const fs::path& known) {
    for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
      std::error_code none;
      const std::string target = fs::read_symlink(entry.path(), none).string();
      const bool deleted = target.ends_with(" (deleted)");
      QVERIFY2(!deleted || target.starts_with("/memfd:") || target.starts_with(known.string()), target.c_str());
    }
  }
};

QTEST_APPLESS_MAIN(TestSecrecy)
#include "tst_secrecy.moc"
