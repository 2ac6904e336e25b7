#include "private_mount.h"

#include <facet/clinical/release_manifest.h>
#include <facet/core/files.h>
#include <facet/core/parallel.h>
#include <facet/storage/demo_key.h>
#include <facet/synthetic/demo.h>

#include <QProcess>
#include <QtTest>

#include <fstream>
#include <map>

using namespace facet;
using namespace facet::synthetic;

namespace {

namespace fs = std::filesystem;

DemoOptions small() {
  DemoOptions options;
  options.participants = 14;
  options.controls = 5;
  options.newlyDiagnosed = 3;
  options.mri = 0;
  return options;
}

/// Path and content of every file below a folder, hidden ones too.
std::map<std::string, std::string> contentOf(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      files[entry.path().lexically_relative(folder).string()] = *readFile(entry.path(), 1u << 30);
    }
  }
  return files;
}

/// Exit code and output of a program run in a folder.
std::pair<int, QString> runIn(const fs::path& folder, const QString& program, const QStringList& arguments) {
  QProcess process;
  process.setWorkingDirectory(QString::fromStdString(folder.string()));
  process.start(program, arguments);
  if (!process.waitForFinished(60000)) {
    return {-1, process.errorString()};
  }
  return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError())};
}

/// Asks to stop once some part of the work is done.
class StopAt final : public Progress {
public:
  explicit StopAt(double fraction)
      : m_at(fraction) {}
  void setFraction(double fraction) override { m_stop = m_stop || fraction >= m_at; }
  void setStep(const Message&) override {}
  bool stopRequested() const override { return m_stop; }

private:
  double m_at;
  std::atomic<bool> m_stop{false};
};

} // namespace

class TestDemo : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_root = m_dir->path().toStdString();
  }

  void writesARelease() {
    const auto summary = writeDemoRelease(m_root / "new/demo", small(), m_progress);
    QVERIFY2(summary, summary ? "" : describe(summary.error()).c_str());
    const fs::path release = m_root / "new/demo";
    const auto manifest = clinical::readManifest(*readFile(release / "manifest.json", 1u << 20));
    QVERIFY(manifest);
    QVERIFY(manifest->demo);
    QCOMPARE(toIso(manifest->time), std::string("2026-11-14T06:00:00.000Z"));
    std::uint64_t lines = 0;
    std::uint64_t members = 0;
    for (const clinical::ManifestFile& file : manifest->output) {
      std::ifstream text(release / file.path);
      std::int64_t count = 0;
      for (std::string line; std::getline(text, line); ++count) {
        const auto read = clinical::readFhir(line);
        QVERIFY2(read, read ? "" : describe(read.error()).c_str());
        QCOMPARE(read->type, file.type);
        if (const auto* cohort = std::get_if<clinical::Cohort>(&read->record)) {
          QCOMPARE(cohort->code, std::string(clinical::kNewlyDiagnosed));
          members += cohort->members.size();
        }
      }
      QCOMPARE(count, *file.count);
      lines += static_cast<std::uint64_t>(count);
    }
    QCOMPARE(lines, summary->resources);
    QCOMPARE(members, std::uint64_t{3});
    QVERIFY(!fs::exists(release / ".facet-demo-part"));
  }

  // By sha256sum, openssl and Python, none of which is ours.
  void othersAgree() {
    QVERIFY(writeDemoRelease(m_root, small(), m_progress));
    const auto sums = runIn(m_root, "sha256sum", {"--check", "--strict", "--quiet", "SHA256SUMS"});
    QVERIFY2(sums.first == 0, qPrintable(sums.second));
    const auto order = runIn(m_root, "sh", {"-c", "cut -c67- SHA256SUMS | LC_ALL=C sort -c"});
    QVERIFY2(order.first == 0, qPrintable(order.second));
    // Every file but the two and the truth has a checksum.
    const auto listed = runIn(m_root, "bash",
                              {"-c", "find . -type f ! -path './truth/*' ! -name 'SHA256SUMS*' -printf '%P\\n' | "
                                     "LC_ALL=C sort | diff - <(cut -c67- SHA256SUMS)"});
    QVERIFY2(listed.first == 0, qPrintable(listed.second));
    const auto signature = runIn(m_root, "sh",
                                 {"-c", "(printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'; "
                                        "xxd -r -p keys/release.pub 2>/dev/null || "
                                        "/usr/bin/python3 -c 'import sys; sys.stdout.buffer.write(bytes.fromhex("
                                        "open(\"keys/release.pub\").read()))') > key.der && "
                                        "openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin "
                                        "-in SHA256SUMS -sigfile SHA256SUMS.sig"});
    QVERIFY2(signature.first == 0, qPrintable(signature.second));
    const auto json = runIn(m_root, "/usr/bin/python3",
                            {"-c", "import json, glob\n"
                                   "m = json.load(open('manifest.json'))\n"
                                   "files = {f['url']: f['count'] for f in m['output']}\n"
                                   "assert set(files) == set(glob.glob('fhir/*.ndjson'))\n"
                                   "ids, refs = set(), set()\n"
                                   "def walk(o):\n"
                                   "  if isinstance(o, dict):\n"
                                   "    if isinstance(o.get('reference'), str): refs.add(o['reference'])\n"
                                   "    for v in o.values(): walk(v)\n"
                                   "  elif isinstance(o, list):\n"
                                   "    for v in o: walk(v)\n"
                                   "for f, n in files.items():\n"
                                   "  rows = [json.loads(l) for l in open(f)]\n"
                                   "  assert len(rows) == n, f\n"
                                   "  for r in rows:\n"
                                   "    key = r['resourceType'] + '/' + r['id']\n"
                                   "    assert key not in ids, key\n"
                                   "    ids.add(key); walk(r)\n"
                                   "missing = {r for r in refs if not r.startswith('#')} - ids\n"
                                   "assert not missing, missing\n"
                                   "for l in open('truth/people.ndjson'): json.loads(l)\n"
                                   "assert 'truth' not in open('SHA256SUMS').read() + open('manifest.json').read()\n"});
    QVERIFY2(json.first == 0, qPrintable(json.second));
  }

  void isTheSameOnAnyNumberOfThreads() {
    setThreadLimit(1);
    QVERIFY(writeDemoRelease(m_root / "one", small(), m_progress));
    setThreadLimit(5);
    QVERIFY(writeDemoRelease(m_root / "five", small(), m_progress));
    setThreadLimit(0);
    QVERIFY(contentOf(m_root / "one") == contentOf(m_root / "five"));
    DemoOptions other = small();
    other.consortium.seed = 2;
    QVERIFY(writeDemoRelease(m_root / "other", other, m_progress));
    QVERIFY(contentOf(m_root / "one") != contentOf(m_root / "other"));
  }

  void splitsLargeFiles() {
    DemoOptions options = small();
    QVERIFY(writeDemoRelease(m_root / "whole", options, m_progress));
    options.largestFile = 200'000;
    QVERIFY(writeDemoRelease(m_root / "split", options, m_progress));
    QVERIFY(!fs::exists(m_root / "split/fhir/Observation.ndjson"));
    std::string joined;
    for (int i = 1; fs::exists(m_root / ("split/fhir/Observation." + std::to_string(i) + ".ndjson")); ++i) {
      joined += *readFile(m_root / ("split/fhir/Observation." + std::to_string(i) + ".ndjson"), 1u << 30);
    }
    QVERIFY(joined == *readFile(m_root / "whole/fhir/Observation.ndjson", 1u << 30));
    const auto manifest = clinical::readManifest(*readFile(m_root / "split/manifest.json", 1u << 20));
    QVERIFY(std::any_of(manifest->output.begin(), manifest->output.end(),
                        [](const auto& file) { return file.path == "fhir/Observation.2.ndjson"; }));
    QCOMPARE(runIn(m_root / "split", "sha256sum", {"--check", "--quiet", "SHA256SUMS"}).first, 0);
  }

  void nobodyAtAll() {
    DemoOptions options = small();
    options.participants = options.controls = 0;
    options.newlyDiagnosed.reset();
    const auto summary = writeDemoRelease(m_root / "empty", options, m_progress);
    QVERIFY(summary);
    QCOMPARE(summary->people, std::uint64_t{0});
    QVERIFY(clinical::readManifest(*readFile(m_root / "empty/manifest.json", 1u << 20)));
  }

  void replacesAFormerOneOnly() {
    QVERIFY(writeDemoRelease(m_root, small(), m_progress));
    DemoOptions other = small();
    other.consortium.seed = 7;
    QVERIFY(writeDemoRelease(m_root, other, m_progress));
    QCOMPARE(runIn(m_root, "sha256sum", {"--check", "--quiet", "SHA256SUMS"}).first, 0);
    // A file of somebody else among the release's own.
    std::ofstream(m_root / "fhir/thesis.txt") << "mine";
    const auto before = contentOf(m_root);
    const auto refused = writeDemoRelease(m_root, small(), m_progress);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY2(describe(refused.error()).find("fhir/thesis.txt") != std::string::npos, describe(refused.error()).c_str());
    QVERIFY(contentOf(m_root) == before);
  }

  void refusesAFolderWithOtherFiles() {
    std::ofstream(m_root / "thesis.txt") << "mine";
    const auto refused = writeDemoRelease(m_root, small(), m_progress);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(contentOf(m_root).size(), std::size_t{1});
    const auto file = writeDemoRelease(m_root / "thesis.txt", small(), m_progress);
    QVERIFY(!file);
    // A release signed by somebody else is nobody's to replace.
    fs::remove(m_root / "thesis.txt");
    QVERIFY(writeDemoRelease(m_root, small(), m_progress));
    std::ofstream(m_root / "keys/release.pub") << std::string(64, 'a');
    QVERIFY(!writeDemoRelease(m_root, small(), m_progress));
  }

  void aStopLeavesWhatWasThere() {
    StopAt soon(0.01);
    const auto stopped = writeDemoRelease(m_root / "fresh", small(), soon);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QVERIFY(!fs::exists(m_root / "fresh"));
    QVERIFY(writeDemoRelease(m_root / "old", small(), m_progress));
    const auto before = contentOf(m_root / "old");
    StopAt again(0.01);
    QVERIFY(!writeDemoRelease(m_root / "old", small(), again));
    QVERIFY(contentOf(m_root / "old") == before);
  }

  void goesOnAfterAKill() {
    // As a kill while the release was put in its place leaves it.
    QVERIFY(writeDemoRelease(m_root, small(), m_progress));
    fs::remove(m_root / "SHA256SUMS.sig");
    fs::remove_all(m_root / "fhir");
    fs::create_directory(m_root / ".facet-demo-part");
    QVERIFY(writeDemoRelease(m_root, small(), m_progress));
    QCOMPARE(runIn(m_root, "sha256sum", {"--check", "--quiet", "SHA256SUMS"}).first, 0);
  }

  void aFullOrReadOnlyDiskIsToldAndLeavesNothing() {
    const auto failure = withSmallDisk(m_root, 256, [&](const std::function<bool()>& makeReadOnly) -> std::string {
      NullProgress none;
      const auto full = writeDemoRelease(m_root / "demo", small(), none);
      if (full || full.error().code != ErrorCode::NoSpace) {
        return "a full disk was not told: " + (full ? std::string("written") : describe(full.error()));
      }
      if (fs::exists(m_root / "demo")) {
        return "a full disk left files behind";
      }
      if (makeReadOnly()) {
        const auto fixed = writeDemoRelease(m_root / "demo", small(), none);
        if (fixed || fixed.error().code != ErrorCode::Unauthorized) {
          return "a read-only disk was not told";
        }
      }
      return {};
    });
    if (!failure) {
      QSKIP("this system lets nobody mount a disk");
    }
    QCOMPARE(*failure, std::string());
  }

  void changesLeadOnFromAnEarlierRelease() {
    DemoOptions first = small();
    first.participants = 120;
    first.consortium.dataDay = demoEpoch() - std::chrono::days(160);
    QVERIFY(writeDemoRelease(m_root / "first", first, m_progress));
    DemoOptions whole = first;
    whole.consortium.dataDay = demoEpoch();
    QVERIFY(writeDemoRelease(m_root / "whole", whole, m_progress));
    DemoOptions changes = whole;
    changes.since = first.consortium.dataDay;
    QVERIFY(writeDemoRelease(m_root / "changes", changes, m_progress));
    const auto manifest = clinical::readManifest(*readFile(m_root / "changes/manifest.json", 1u << 20));
    QVERIFY(manifest->content == clinical::ReleaseContent::Changes);
    const auto earlier = clinical::readManifest(*readFile(m_root / "first/manifest.json", 1u << 20));
    QCOMPARE(*manifest->since, earlier->time);
    QCOMPARE(manifest->series, earlier->series);
    // First and changes together are the whole.
    auto lines = linesOf(m_root / "first");
    const std::size_t before = lines.size();
    QCOMPARE(manifest->deleted.size(), std::size_t{1});
    std::ifstream gone(m_root / "changes" / manifest->deleted.front());
    std::size_t deleted = 0;
    for (std::string line; std::getline(gone, line);) {
      const auto resources = clinical::readDeleted(line);
      QVERIFY(resources);
      for (const auto& one : *resources) {
        QCOMPARE(lines.erase(one.type + "/" + one.id), std::size_t{1});
        ++deleted;
      }
    }
    const auto added = linesOf(m_root / "changes");
    QVERIFY(added.size() > 100 && added.size() < before / 3 && deleted > 0);
    for (const auto& [key, line] : added) {
      lines[key] = line;
    }
    QVERIFY(lines == linesOf(m_root / "whole"));
  }

private:
  static std::map<std::string, std::string> linesOf(const fs::path& release) {
    std::map<std::string, std::string> lines;
    const auto manifest = clinical::readManifest(*readFile(release / "manifest.json", 1u << 20));
    for (const clinical::ManifestFile& file : manifest->output) {
      std::ifstream text(release / file.path);
      for (std::string line; std::getline(text, line);) {
        lines[file.type + "/" + clinical::readFhir(line)->id] = line;
      }
    }
    return lines;
  }

  NullProgress m_progress;
  std::unique_ptr<QTemporaryDir> m_dir;
  fs::path m_root;
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
