#include "cache_dump.h"
#include "sync_fixture.h"

#include <facet/core/text.h>

#include <QtTest>

#include <algorithm>

using namespace facet;
using namespace facet::clinical;
using namespace facet::sync;

namespace fs = std::filesystem;

#define QVERIFY_TAKEN(report)                                                                                          \
  do {                                                                                                                 \
    const auto& taken = (report);                                                                                      \
    QVERIFY2(taken.ok(), taken.ok() ? "" : describe(taken.error()).c_str());                                           \
  } while (false)

namespace {

std::string told(const Result<SyncReport>& report) {
  return report ? std::string("it was taken") : describe(report.error());
}

bool names(const SyncReport& report, const std::string& expected) {
  const auto lines = linesOf(report.refused);
  return std::any_of(lines.begin(), lines.end(),
                     [&](const std::string& line) { return line.find(expected) != std::string::npos; });
}

std::string allOf(const SyncReport& report) {
  std::string all;
  for (const std::string& line : linesOf(report.refused)) {
    all += line + "\n";
  }
  return all;
}

std::vector<std::string> withoutSource(std::vector<std::string> dump) {
  std::erase_if(dump, [](const std::string& line) { return line.starts_with("sync_cursor|"); });
  return dump;
}

std::string wide(const std::string& text, bool bigEndian) {
  std::string bytes = bigEndian ? std::string("\xFE\xFF") : std::string("\xFF\xFE");
  for (const char c : text) {
    bytes += bigEndian ? std::string{'\0', c} : std::string{c, '\0'};
  }
  return bytes;
}

} // namespace

class TestSyncRecords : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void takesEverythingAndNothingTwice() {
    ReleaseFixture release;
    Records records;
    addPerson(records, "SE-1");
    addPerson(records, "SE-2");
    records.add("", Cohort{"g1", kNewlyDiagnosed, "Newly diagnosed", {"SE-2"}});
    records.putInto(release);
    release.finish();
    DemoCache cache;
    const auto first = cache.sync(release.folder());
    QVERIFY_TAKEN(first);
    QCOMPARE(allOf(*first), std::string());
    QCOMPARE(first->counts.added, 21);
    const auto dump = dumpOf(cache.cache());
    const auto again = cache.sync(release.folder());
    QVERIFY_TAKEN(again);
    QCOMPARE(again->counts.added + again->counts.changed + again->counts.deleted + again->counts.unchanged, 0);
    QCOMPARE(QString::fromStdString(difference(dump, dumpOf(cache.cache()))), QString());
    // Touched files are hashed again and found the same; so they are when everything is to be verified.
    fs::last_write_time(release.file("fhir/Patient.ndjson"), fs::file_time_type::clock::now() + std::chrono::hours(1));
    QVERIFY_TAKEN(cache.sync(release.folder()));
    QVERIFY_TAKEN(cache.sync(release.folder(), {{}, Verification::Always}));
    QCOMPARE(QString::fromStdString(difference(dump, dumpOf(cache.cache()))), QString());
    const auto runs = storage::readSyncRuns(cache.cache(), first->source, 10);
    QVERIFY(runs.ok());
    QCOMPARE(runs->size(), std::size_t(4));
    QCOMPARE(runs->back().counts.added, 21);
    QCOMPARE(runs->front().state, storage::SyncRunState::Complete);
  }

  void appliesANewerRelease() {
    ReleaseFixture first;
    Records records;
    addPerson(records, "SE-1");
    addPerson(records, "SE-2");
    records.putInto(first);
    first.finish();
    ReleaseFixture second;
    second.manifest.time = *parseIsoInstant("2026-06-01T00:00:00Z");
    Records later;
    addPerson(later, "SE-1");
    addPerson(later, "SE-3");
    later.lines["Observation"][0] = line("SE-1", visitOn("SE-1-v1", "2020-02-29", 25));
    later.add("SE-1", visitOn("SE-1-v3", "2026-03-05", 40));
    later.putInto(second);
    second.finish();
    DemoCache cache;
    QVERIFY_TAKEN(cache.sync(first.folder()));
    const auto report = cache.sync(second.folder());
    QVERIFY_TAKEN(report);
    QCOMPARE(report->counts.added, 11);
    QCOMPARE(report->counts.changed, 1);
    QCOMPARE(report->counts.unchanged, 9);
    QCOMPARE(report->counts.deleted, 10);
    DemoCache fresh;
    QVERIFY_TAKEN(fresh.sync(second.folder()));
    QCOMPARE(QString::fromStdString(difference(dumpOf(fresh.cache()), dumpOf(cache.cache()))), QString());
    // The older one is refused, and nothing changes.
    const auto older = cache.sync(first.folder());
    QVERIFY2(told(older).find("older than the release in the cache") != std::string::npos, told(older).c_str());
    QCOMPARE(QString::fromStdString(difference(dumpOf(fresh.cache()), dumpOf(cache.cache()))), QString());
  }

  void appliesChanges() {
    ReleaseFixture first;
    Records records;
    addPerson(records, "SE-1");
    addPerson(records, "SE-2");
    records.putInto(first);
    first.finish();
    ReleaseFixture changes;
    changes.manifest.time = *parseIsoInstant("2026-04-01T00:00:00Z");
    changes.manifest.content = ReleaseContent::Changes;
    changes.manifest.since = first.manifest.time;
    Records few;
    few.add("SE-1", visitOn("SE-1-v2", "2021-03-01", 30));
    few.add("SE-1", Administration{"SE-1-a2", "SE-1-t", "L04AG08", "ocrelizumab", *parseIsoDay("2020-03-24"), 300.0});
    few.add("SE-9", visitOn("SE-9-v1", "2021-03-01", 30));
    few.putInto(changes);
    changes.put("fhir/deleted.ndjson",
                writeDeleted(std::vector<DeletedResource>{{"Patient", "SE-2"}, {"Observation", "SE-1-m"}}) + "\n");
    changes.manifest.deleted = {"fhir/deleted.ndjson"};
    changes.finish();
    DemoCache cache;
    const auto tooEarly = cache.sync(changes.folder());
    QVERIFY2(told(tooEarly).find("sync a whole release first") != std::string::npos, told(tooEarly).c_str());
    QVERIFY_TAKEN(cache.sync(first.folder()));
    const auto report = cache.sync(changes.folder());
    QVERIFY_TAKEN(report);
    QCOMPARE(report->counts.added, 1);
    QCOMPARE(report->counts.changed, 1);
    QCOMPARE(report->counts.deleted, 2);
    QVERIFY2(names(*report, "is about SE-9, who is not in the release"), allOf(*report).c_str());
    const auto dump = dumpOf(cache.cache());
    // With the person everything of theirs is gone.
    QVERIFY(std::none_of(dump.begin(), dump.end(),
                         [](const std::string& row) { return row.find("SE-2") != std::string::npos; }));
    QCOMPARE(std::count_if(dump.begin(), dump.end(), [](const auto& row) { return row.starts_with("visit|"); }), 2);
  }

  void refusesWhatRecordsCannotShow_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* type, const std::string& bad, const char* reason) {
      QTest::newRow(name) << type << QByteArray::fromStdString(bad) << reason;
    };
    const std::string visit = line("SE-1", visitOn("x", "2021-01-05", 25));
    const auto with = [&](const std::string& from, const std::string& to) {
      std::string text = visit;
      return text.replace(text.find(from), from.size(), to);
    };
    row("after the release", "Observation", with("2021-01-05", "2031-01-05"),
        "Observation/x: has the date 2031-01-05, which is after the release");
    row("before birth", "Observation", with("2021-01-05", "1985-03-31"), "which is before the birth (1985-04)");
    row("EDSS 0.5", "Observation", with("\"value\":2.5", "\"value\":0.5"), "is no step of the EDSS");
    row("EDSS 11", "Observation", with("\"value\":2.5", "\"value\":11"), "is no step of the EDSS");
    row("twice", "Observation", line("SE-1", visitOn("SE-1-v1", "2022-01-05", 30)),
        "has the id of an earlier record (fhir/Observation.ndjson, line 1), which was kept");
    row("nobody", "Observation", line("SE-7", visitOn("x", "2021-01-05", 30)), "is about SE-7, who is not in");
    row("cut", "Observation", visit.substr(0, visit.size() / 2), "");
    row("Latin-1", "Observation", with("\"x\"", "\"x\xE5\""), "UTF-8");
    row("no JSON", "Observation", "visit", "JSON");
    row("another type", "Observation", line("SE-1", Relapse{"x", *parseIsoDate("2020"), {}, {}, {}, {}, {}, {}}),
        "stands in a file that the manifest gives to Observation");
    row("no treatment", "MedicationAdministration",
        line("SE-1", Administration{"x", "no-t", "", "ocrelizumab", *parseIsoDay("2020-09-10"), {}}),
        "names the treatment no-t, which is not in the release");
    row("another's treatment", "MedicationAdministration",
        line("SE-1", Administration{"x", "SE-2-t", "", "ocrelizumab", *parseIsoDay("2020-09-10"), {}}),
        "names the treatment SE-2-t, which is another person's");
    row("unborn", "Patient", line("SE-5", Person{"SE-5", {}, {}, *parseIsoDate("2033"), false, {}, "", ""}),
        "has the date 2033, which is after the release");
  }
  void refusesWhatRecordsCannotShow() {
    QFETCH(QString, type);
    QFETCH(QByteArray, bad);
    QFETCH(QString, reason);
    ReleaseFixture release;
    Records records;
    addPerson(records, "SE-1");
    addPerson(records, "SE-2");
    const std::string text = bad.toStdString();
    records.addLine(type.toStdString(), text);
    records.putInto(release);
    release.finish();
    DemoCache cache;
    const auto report = cache.sync(release.folder());
    QVERIFY_TAKEN(report);
    QCOMPARE(report->refused.size(), std::size_t(1));
    const auto& entry = report->refused.front();
    QCOMPARE(entry.file, "fhir/" + type.toStdString() + ".ndjson");
    QCOMPARE(entry.line, static_cast<std::int64_t>(records.lines.at(type.toStdString()).size()));
    QVERIFY2(names(*report, reason.toStdString()), allOf(*report).c_str());
    QCOMPARE(report->counts.added, 20);
    const auto kept = storage::readQuarantinedLine(cache.cache(), report->source, entry.file, entry.line);
    QVERIFY(kept.ok() && kept->has_value());
    QCOMPARE(**kept, text);
    // It is still told the second time, and nothing else happens.
    const auto again = cache.sync(release.folder());
    QVERIFY_TAKEN(again);
    QCOMPARE(again->refused.size(), std::size_t(1));
    QCOMPARE(again->counts.added + again->counts.changed + again->counts.deleted, 0);
  }

  void keepsTwoVisitsOnOneDayAndUnknownCodes() {
    ReleaseFixture release;
    Records records;
    addPerson(records, "SE-1");
    records.add("SE-1", visitOn("SE-1-v1b", "2020-02-29", 30));
    records.add("SE-1", Treatment{"SE-1-t2", "X99ZZ99", "wonder drug", *parseIsoDate("2015"), *parseIsoDate("2016"),
                                  "no-such-reason", ""});
    records.putInto(release);
    release.finish();
    DemoCache cache;
    const auto report = cache.sync(release.folder());
    QVERIFY_TAKEN(report);
    QCOMPARE(allOf(*report), std::string());
    QCOMPARE(report->counts.added, 12);
  }

  void readsTextInEveryForm_data() {
    QTest::addColumn<int>("form");
    QTest::newRow("CRLF") << 0;
    QTest::newRow("UTF-8 with mark") << 1;
    QTest::newRow("UTF-16 little") << 2;
    QTest::newRow("UTF-16 big") << 3;
    QTest::newRow("no line end at the end") << 4;
    QTest::newRow("empty lines") << 5;
  }
  void readsTextInEveryForm() {
    QFETCH(int, form);
    ReleaseFixture plain;
    ReleaseFixture release;
    Records records;
    addPerson(records, "SE-1");
    records.putInto(plain);
    plain.finish();
    for (const auto& [type, lines] : records.lines) {
      std::string text;
      for (const std::string& one : lines) {
        text += one + (form == 0 ? "\r\n" : form == 5 ? "\n\n  \n" : "\n");
      }
      if (form == 1) {
        text = "\xEF\xBB\xBF" + text;
      } else if (form == 2 || form == 3) {
        text = wide(text, form == 3);
      } else if (form == 4) {
        text.pop_back();
      }
      release.resources("fhir/" + type + ".ndjson", type, lines);
      release.put("fhir/" + type + ".ndjson", text);
    }
    release.finish();
    DemoCache cache;
    DemoCache reference;
    const auto report = cache.sync(release.folder());
    QVERIFY_TAKEN(report);
    QCOMPARE(allOf(*report), std::string());
    QVERIFY_TAKEN(reference.sync(plain.folder()));
    auto a = withoutSource(dumpOf(cache.cache()));
    auto b = withoutSource(dumpOf(reference.cache()));
    // The files differ, their records do not.
    std::erase_if(a, [](const std::string& row) { return row.starts_with("release_file|"); });
    std::erase_if(b, [](const std::string& row) { return row.starts_with("release_file|"); });
    QCOMPARE(QString::fromStdString(difference(a, b)), QString());
  }

  void tellsOfMissingLines() {
    ReleaseFixture release;
    Records records;
    addPerson(records, "SE-1");
    records.putInto(release);
    release.put("fhir/Observation.ndjson", "");
    release.finish();
    DemoCache cache;
    const auto report = cache.sync(release.folder());
    QVERIFY_TAKEN(report);
    QVERIFY2(names(*report, "fhir/Observation.ndjson:0 has 0 records, and the manifest promises 4"),
             allOf(*report).c_str());
    QCOMPARE(report->counts.added, 6);
  }

  void passesOverALineThatIsTooLong() {
    ReleaseFixture release;
    Records records;
    addPerson(records, "SE-1");
    auto& lines = records.lines["Observation"];
    lines.insert(lines.begin() + 1, std::string(std::size_t{9} << 20, 'x'));
    records.putInto(release);
    release.finish();
    DemoCache cache;
    const auto report = cache.sync(release.folder());
    QVERIFY_TAKEN(report);
    QCOMPARE(report->refused.size(), std::size_t(1));
    QVERIFY2(names(*report, "fhir/Observation.ndjson:2 is longer than the 8 MiB"), allOf(*report).c_str());
    QCOMPARE(report->counts.added, 10);
  }

  void refusesAFileWithAnotherContentAndKeepsWhatItBrought() {
    ReleaseFixture release;
    Records records;
    addPerson(records, "SE-1");
    addPerson(records, "SE-2");
    records.putInto(release);
    release.finish();
    DemoCache cache;
    QVERIFY_TAKEN(cache.sync(release.folder()));
    const auto whole = dumpOf(cache.cache());
    // A newer release whose observations were damaged on the way.
    release.manifest.time = *parseIsoInstant("2026-06-01T00:00:00Z");
    release.finish();
    const std::string good = readBytes(release.file("fhir/Observation.ndjson"));
    writeBytes(release.file("fhir/Observation.ndjson"), good.substr(0, good.size() - 7));
    const auto report = cache.sync(release.folder());
    QVERIFY_TAKEN(report);
    QVERIFY2(names(*report, "fhir/Observation.ndjson:0 has another content than its checksum says"),
             allOf(*report).c_str());
    QCOMPARE(report->counts.deleted, 0);
    const auto sources = storage::readSources(cache.cache());
    QVERIFY(sources.ok() && !sources->front().applied->complete);
    // It is asked for again every time, and taken once it is whole.
    QCOMPARE(cache.sync(release.folder())->refused.size(), std::size_t(1));
    writeBytes(release.file("fhir/Observation.ndjson"), good);
    const auto healed = cache.sync(release.folder());
    QVERIFY_TAKEN(healed);
    QCOMPARE(allOf(*healed), std::string());
    QVERIFY(storage::readSources(cache.cache())->front().applied->complete);
    // Without the people's file nothing of the others is taken or removed.
    const std::string people = readBytes(release.file("fhir/Patient.ndjson"));
    release.manifest.time = *parseIsoInstant("2026-07-01T00:00:00Z");
    release.finish();
    writeBytes(release.file("fhir/Patient.ndjson"), people + "\n");
    const auto without = cache.sync(release.folder());
    QVERIFY_TAKEN(without);
    QVERIFY2(names(*without, "waits for the people"), allOf(*without).c_str());
    QCOMPARE(without->counts.deleted, 0);
    const auto kept = dumpOf(cache.cache());
    QCOMPARE(std::count_if(kept.begin(), kept.end(), [](const auto& row) { return row.starts_with("visit|"); }), 4);
    QVERIFY(whole.size() > 40);
  }

  void passesOverLinksThatLeadOut() {
    ReleaseFixture release;
    Records records;
    addPerson(records, "SE-1");
    records.putInto(release);
    release.finish();
    const fs::path outside = release.folder().parent_path() / "outside.ndjson";
    fs::rename(release.file("fhir/Observation.ndjson"), outside);
    fs::create_symlink(outside, release.file("fhir/Observation.ndjson"));
    DemoCache cache;
    const auto report = cache.sync(release.folder());
    QVERIFY_TAKEN(report);
    QVERIFY2(names(*report, "is a link that leads out of the release"), allOf(*report).c_str());
  }

  void pinsAKeyAndKeepsPublishersApart() {
    ReleaseFixture first;
    Records records;
    addPerson(records, "SE-1");
    records.putInto(first);
    first.key = testKey("one");
    first.finish();
    DemoCache cache;
    const auto unknown = cache.sync(first.folder());
    QVERIFY2(told(unknown).find("is signed with a key that is not known yet") != std::string::npos,
             told(unknown).c_str());
    SyncOptions trusting;
    trusting.trust.given = first.key.publicKey();
    QVERIFY_TAKEN(cache.sync(first.folder(), trusting));
    QVERIFY_TAKEN(cache.sync(first.folder()));
    first.key = testKey("two");
    first.finish();
    const auto changed = cache.sync(first.folder());
    QVERIFY2(told(changed).find("and earlier ones of this publisher with") != std::string::npos, told(changed).c_str());
    // Another publisher cannot take over a record.
    ReleaseFixture other;
    other.manifest.series = "other";
    records.add("SE-1", visitOn("SE-1-v9", "2022-03-01", 40));
    records.putInto(other);
    other.finish();
    const auto report = cache.sync(other.folder());
    QVERIFY_TAKEN(report);
    QVERIFY2(names(*report, "has the id of a record of another publisher, which was kept"), allOf(*report).c_str());
    QCOMPARE(storage::readSources(cache.cache())->size(), std::size_t(2));
  }

  void refusesARealReleaseInADemoCache() {
    ReleaseFixture release;
    release.manifest.demo = false;
    Records records;
    addPerson(records, "SE-1");
    records.putInto(release);
    release.finish();
    DemoCache cache;
    const auto report = cache.sync(release.folder());
    QVERIFY2(told(report).find("a demo cache takes no others") != std::string::npos, told(report).c_str());
  }

  void tellsThatAnotherFacetHasTheCache() {
    ReleaseFixture release;
    Records records;
    addPerson(records, "SE-1");
    records.putInto(release);
    release.finish();
    DemoCache cache;
    const DemoCache second(cache.folder());
    NullProgress progress;
    const auto opened = Release::open(release.folder(), progress);
    QVERIFY(opened.ok());
    const auto report = syncRelease(second.cache(), *opened, {}, progress);
    QVERIFY2(told(report).find("is in use by another Facet") != std::string::npos, told(report).c_str());
  }
};

QTEST_GUILESS_MAIN(TestSyncRecords)
#include "tst_sync_records.moc"
