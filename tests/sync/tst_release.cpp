#include "release_files.h"
#include "release_fixture.h"

#include <facet/storage/demo_key.h>
#include <facet/sync/trust.h>

#include <QtTest>

#include <filesystem>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace facet;
using namespace facet::storage;
using namespace facet::sync;

namespace fs = std::filesystem;

namespace {

Result<Release> open(const fs::path& folder) {
  NullProgress progress;
  return Release::open(folder, progress);
}

std::string told(const Result<Release>& release) {
  return release.ok() ? std::string("it was taken") : describe(release.error());
}

bool names(const std::vector<Error>& refused, const std::string& expected) {
  return std::any_of(refused.begin(), refused.end(),
                     [&](const Error& error) { return describe(error).find(expected) != std::string::npos; });
}

Result<std::string> readInside(const Release& release, const std::string& path) {
  auto file = InputFile::openInside(release.folder(), path);
  if (!file) {
    return file.error();
  }
  return file->readAll(1 << 20, NullProgress());
}

} // namespace

#define QVERIFY_TOLD(release, expected)                                                                                \
  QVERIFY2(!(release).ok() && told(release).find(expected) != std::string::npos, told(release).c_str())

class TestRelease : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void opens() {
    ReleaseFixture fixture;
    fixture.resources("fhir/Group.ndjson", "Group", {});
    fixture.resources("fhir/Observation.ndjson", "Observation", {});
    fixture.resources("fhir/MedicationStatement.ndjson", "MedicationStatement", {});
    fixture.resources("fhir/Patient.ndjson", "Patient", {});
    fixture.put("bids/dataset_description.json", "{}");
    fixture.finish();
    const auto release = open(fixture.folder());
    QVERIFY2(release.ok(), told(release).c_str());
    QVERIFY(release->manifest() == fixture.manifest);
    QVERIFY(release->key() == demoSigningKey().publicKey());
    QVERIFY(release->refused().empty());
    QCOMPARE(release->files().all.size(), std::size_t{7});
    std::vector<std::string> order;
    for (const auto& file : release->files().resources) {
      order.push_back(file.type);
    }
    QCOMPARE(order, (std::vector<std::string>{"Patient", "MedicationStatement", "Observation", "Group"}));
    QVERIFY(findStrays(*release, NullProgress())->empty());
  }

  void tellsWhatIsNoRelease() {
    QTemporaryDir empty;
    QVERIFY_TOLD(open(empty.path().toStdString()), "is no release");
    QVERIFY_TOLD(open(empty.filePath("gone").toStdString()), "does not exist");
    const fs::path file = empty.filePath("file").toStdString();
    writeBytes(file, "x");
    QVERIFY_TOLD(open(file), "is no folder");
  }

  void refusesAChangedChecksum() {
    ReleaseFixture fixture;
    fixture.finish();
    writeBytes(fixture.file("SHA256SUMS"), readBytes(fixture.file("SHA256SUMS")) + " ");
    QVERIFY_TOLD(open(fixture.folder()), "SHA256SUMS: was changed after it was signed");
  }

  void refusesAChangedManifest() {
    ReleaseFixture fixture;
    fixture.finish();
    writeBytes(fixture.file("manifest.json"), readBytes(fixture.file("manifest.json")) + "\n");
    QVERIFY_TOLD(open(fixture.folder()), "manifest.json: has another content than its checksum says");
  }

  void refusesAnotherKey() {
    ReleaseFixture fixture;
    fixture.finish();
    writeBytes(fixture.file("keys/release.pub"), testKey("other").publicKey().toHex());
    QVERIFY_TOLD(open(fixture.folder()), "signed with another key than keys/release.pub");
    writeBytes(fixture.file("keys/release.pub"), "no key");
    QVERIFY_TOLD(open(fixture.folder()), "keys/release.pub: ");
    fs::remove(fixture.file("keys/release.pub"));
    QVERIFY_TOLD(open(fixture.folder()), "keys/release.pub: does not exist");
  }

  void refusesACutSignature() {
    ReleaseFixture fixture;
    fixture.finish();
    const std::string signature = readBytes(fixture.file("SHA256SUMS.sig"));
    for (std::size_t length = 0; length < signature.size(); ++length) {
      writeBytes(fixture.file("SHA256SUMS.sig"), signature.substr(0, length));
      QVERIFY_TOLD(open(fixture.folder()), "SHA256SUMS.sig: ");
    }
    writeBytes(fixture.file("SHA256SUMS.sig"), signature + "x");
    QVERIFY_TOLD(open(fixture.folder()), "SHA256SUMS.sig: ");
    fs::remove(fixture.file("SHA256SUMS.sig"));
    QVERIFY_TOLD(open(fixture.folder()), "SHA256SUMS.sig: does not exist");
  }

  void namesTheFaultOfTheManifest() {
    ReleaseFixture fixture;
    fixture.finish();
    fixture.put("manifest.json", "{}");
    const std::string digest = sha256(bytesOf("{}")).toHex();
    writeBytes(fixture.file("SHA256SUMS"), digest + "  manifest.json\n");
    fixture.sign();
    QVERIFY_TOLD(open(fixture.folder()), "manifest.json: the element requiresAccessToken is missing");
    writeBytes(fixture.file("SHA256SUMS"), digest + "  other.json\n");
    fixture.sign();
    QVERIFY_TOLD(open(fixture.folder()), "manifest.json: has no checksum in SHA256SUMS");
  }

  /// Text of other systems: a manifest in UTF-16 and checksums with CRLF.
  void takesOtherText() {
    ReleaseFixture fixture;
    fixture.finish();
    const QString text = QString::fromStdString(clinical::writeManifest(fixture.manifest)).replace("\n", "\r\n");
    QByteArray utf16("\xFF\xFE", 2);
    utf16.append(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    const std::string bytes = utf16.toStdString();
    writeBytes(fixture.file("manifest.json"), bytes);
    writeBytes(fixture.file("SHA256SUMS"), sha256(bytesOf(bytes)).toHex() + " *manifest.json\r\n");
    fixture.sign();
    const auto release = open(fixture.folder());
    QVERIFY2(release.ok(), told(release).c_str());
    QVERIFY(release->manifest() == fixture.manifest);
  }

  void refusesFilesOfTheManifestByName() {
    ReleaseFixture fixture;
    fixture.resources("fhir/Patient.ndjson", "Patient", {});
    fixture.manifest.output.push_back({"Observation", "../outside.ndjson", {}});
    fixture.manifest.output.push_back({"Observation", "/etc/passwd", {}});
    fixture.manifest.output.push_back({"Observation", "https://example.org/x.ndjson", {}});
    fixture.manifest.output.push_back({"Observation", "fhir/none.ndjson", {}});
    fixture.manifest.output.push_back({"Observation", "truth/x.ndjson", {}});
    fixture.put("truth/x.ndjson", "");
    fixture.put("fhir/gone.ndjson", "");
    fixture.manifest.deleted.emplace_back("fhir/gone.ndjson");
    fixture.finish();
    fs::remove(fixture.file("fhir/gone.ndjson"));
    const auto release = open(fixture.folder());
    QVERIFY2(release.ok(), told(release).c_str());
    QCOMPARE(release->files().resources.size(), std::size_t{1});
    QVERIFY(release->files().deletions.empty());
    QCOMPARE(release->refused().size(), std::size_t{6});
    QVERIFY(names(release->refused(), "../outside.ndjson: leads out of the release"));
    QVERIFY(names(release->refused(), "/etc/passwd: is an absolute path"));
    QVERIFY(names(release->refused(), "https://example.org/x.ndjson: is an address"));
    QVERIFY(names(release->refused(), "fhir/none.ndjson: has no checksum in SHA256SUMS (in manifest.json)"));
    QVERIFY(names(release->refused(), "truth/x.ndjson: lies in truth/, which is never read"));
    QVERIFY(names(release->refused(), "fhir/gone.ndjson: is named in the manifest but is not there"));
  }

  void refusesLinksThatLeadOut() {
    ReleaseFixture fixture;
    fixture.put("bids/inside.json", "inside");
    fixture.put("truth/x", "truth");
    fixture.finish();
    const fs::path outside = fixture.folder().parent_path() / "outside";
    writeBytes(outside, "outside");
    writeBytes(fixture.folder().parent_path() / "release2" / "x", "outside");
    fs::create_symlink(outside, fixture.file("bids/absolute"));
    fs::create_symlink("../../outside", fixture.file("bids/relative"));
    fs::create_symlink("../../release2/x", fixture.file("bids/sibling"));
    fs::create_directory_symlink("..", fixture.file("up"));
    fs::create_symlink("../truth/x", fixture.file("bids/truth"));
    fs::create_symlink("inside.json", fixture.file("bids/link"));
    fs::create_symlink("loop", fixture.file("bids/loop"));
    fs::create_symlink("nothing", fixture.file("bids/dangling"));
    const auto release = open(fixture.folder());
    QVERIFY2(release.ok(), told(release).c_str());
    for (const char* path : {"bids/absolute", "bids/relative", "bids/sibling", "up/outside"}) {
      const auto content = readInside(*release, path);
      QVERIFY2(!content.ok(), path);
      QCOMPARE(describe(content.error()), path + std::string(": is a link that leads out of the release"));
    }
    QCOMPARE(describe(readInside(*release, "bids/truth").error()),
             std::string("bids/truth: lies in truth/, which is never read"));
    QCOMPARE(*readInside(*release, "bids/link"), std::string("inside"));
    QVERIFY(!readInside(*release, "bids/loop").ok());
    QCOMPARE(readInside(*release, "bids/dangling").error().code, ErrorCode::NotFound);
  }

  void refusesALinkInPlaceOfTheManifest() {
    ReleaseFixture fixture;
    fixture.finish();
    const fs::path outside = fixture.folder().parent_path() / "manifest.json";
    fs::rename(fixture.file("manifest.json"), outside);
    fs::create_symlink(outside, fixture.file("manifest.json"));
    QVERIFY_TOLD(open(fixture.folder()), "manifest.json: is a link that leads out of the release");
  }

  /// A pipe would block for ever, a device may do anything when it is opened.
  void refusesSpecialFiles() {
    ReleaseFixture fixture;
    fixture.finish();
    QVERIFY(::mkfifo(fixture.file("pipe").c_str(), 0600) == 0);
    fs::create_directories(fixture.file("folder"));
    const auto release = open(fixture.folder());
    QVERIFY(release.ok());
    QCOMPARE(describe(readInside(*release, "pipe").error()), std::string("pipe: is no regular file"));
    QCOMPARE(describe(readInside(*release, "folder").error()), std::string("folder: is no regular file"));
  }

  void namesFilesWithoutChecksum() {
    ReleaseFixture fixture;
    fixture.put("bids/a.json", "{}");
    fixture.finish();
    writeBytes(fixture.file("bids/extra.json"), "{}");
    writeBytes(fixture.file("truth/x"), "");
    writeBytes(fixture.file(".git/config"), "");
    const auto release = open(fixture.folder());
    QVERIFY(release.ok());
    const auto strays = findStrays(*release, NullProgress());
    QVERIFY(strays.ok());
    QCOMPARE(strays->size(), std::size_t{1});
    QCOMPARE(strays->front().subject, std::string("bids/extra.json"));
    for (int i = 0; i < 150; ++i) {
      writeBytes(fixture.file("extra/" + std::to_string(i)), "");
    }
    const auto many = findStrays(*release, NullProgress());
    QCOMPARE(many->size(), std::size_t{101});
    QVERIFY(describe(many->back()).find("has 51 more files") != std::string::npos);
  }

  void trustsTheRightKeys() {
    ReleaseFixture demo;
    demo.finish();
    const auto synthetic = *open(demo.folder());
    ReleaseFixture real;
    real.manifest.demo = false;
    real.key = testKey("publisher");
    real.finish();
    const auto release = *open(real.folder());
    const PublicKey key = real.key.publicKey();
    const PublicKey other = testKey("other").publicKey();
    const auto reason = [](const Result<void>& result) { return result ? std::string() : describe(result.error()); };
    const auto has = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };

    // The demo key, in a demo cache alone and whatever anybody says.
    QVERIFY(checkTrust(synthetic, CacheKind::Demo, {}, {}).ok());
    QVERIFY(has(reason(checkTrust(synthetic, CacheKind::Protected, {}, {demoSigningKey().publicKey(), {}})),
                "is signed with the demo key"));
    QVERIFY(has(reason(checkTrust(release, CacheKind::Demo, {}, {key, {}})), "is no synthetic release"));
    // A known key that the publisher gave up for the demo key.
    QVERIFY(!checkTrust(synthetic, CacheKind::Demo, other, {}).ok());

    QVERIFY(checkTrust(release, CacheKind::Protected, {}, {key, {}}).ok());
    QVERIFY(checkTrust(release, CacheKind::Protected, other, {key, {}}).ok());
    QVERIFY(checkTrust(release, CacheKind::Protected, key, {}).ok());
    QVERIFY(has(reason(checkTrust(release, CacheKind::Protected, key, {other, {}})), "and the key to trust is"));
    QVERIFY(has(reason(checkTrust(release, CacheKind::Protected, other, {})), "earlier ones of this publisher"));
    const std::string unknown = reason(checkTrust(release, CacheKind::Protected, {}, {}));
    QVERIFY(has(unknown, "is signed with a key that is not known yet"));
    QVERIFY(unknown.find(key.fingerprint()) != std::string::npos);

    int asked = 0;
    const auto answer = [&](KeyAnswer given) {
      return TrustOptions{{}, [&asked, given](const clinical::ReleaseManifest&, const PublicKey&) -> Result<KeyAnswer> {
                            ++asked;
                            return given;
                          }};
    };
    QVERIFY(checkTrust(release, CacheKind::Protected, {}, answer(KeyAnswer::Trust)).ok());
    QVERIFY(has(reason(checkTrust(release, CacheKind::Protected, {}, answer(KeyAnswer::Refuse))), "do not trust"));
    QCOMPARE(asked, 2);
    // A changed key is never a question.
    QVERIFY(!checkTrust(release, CacheKind::Protected, other, answer(KeyAnswer::Trust)).ok());
    QVERIFY(checkTrust(release, CacheKind::Protected, key, answer(KeyAnswer::Refuse)).ok());
    QCOMPARE(asked, 2);
  }

  void readsAKeyFile() {
    QTemporaryDir folder;
    const fs::path path = folder.filePath("release.pub").toStdString();
    const PublicKey key = testKey("x").publicKey();
    writeBytes(path, key.toHex() + "\n");
    QVERIFY(*readPublicKey(path) == key);
    writeBytes(path, "x");
    QVERIFY(describe(readPublicKey(path).error()).find("release.pub: ") != std::string::npos);
    QVERIFY(!readPublicKey(folder.filePath("none").toStdString()).ok());
  }
};

QTEST_APPLESS_MAIN(TestRelease)
#include "tst_release.moc"
