#include "cache_fixture.h"
#include "cache_state.h"

#include <facet/storage/reader.h>
#include <facet/storage/work_writer.h>

#include <QtTest>

using namespace facet;
using namespace facet::clinical;
using namespace facet::storage;

namespace {

Day day(const char* iso) {
  return *parseIsoDay(iso);
}

PartialDate date(const char* iso) {
  return *parseIsoDate(iso);
}

std::string days(const char* iso) {
  return std::to_string(day(iso).time_since_epoch().count());
}

/// Rows as a sync writes them, one statement after the other. Keys of resources and subjects are given by the test.
class Release {
public:
  explicit Release(const Cache& cache)
      : m_database(
            std::move(openCacheForWriting(cache.state()->files, cache.state()->document, cache.state()->key)).value()) {
    run("INSERT INTO source(key, series, location, name, demo, added) VALUES(1, 's', '/r', 'R', 0, 0)");
    run("INSERT INTO release_file(key, source, path, bytes, modified_ns, sha256, state) "
        "VALUES(1, 1, 'fhir/a.ndjson', 1, 1, zeroblob(32), 1)");
    run("INSERT INTO sync_cursor(source, run, identity, version, time, dates, complete) VALUES(1, 1, zeroblob(32), "
        "'1', "
        "1735689600000 + 3600000, 0, 1)"); // 2025-01-01 01:00 UTC
  }

  void run(const std::string& sql) { must(m_database.execute(sql.c_str())); }
  void term(int key, const std::string& text) {
    run("INSERT INTO term(key, text) VALUES(" + std::to_string(key) + ", '" + text + "')");
  }
  void subject(int key, const std::string& pseudonym) {
    run("INSERT INTO subject(key, pseudonym) VALUES(" + std::to_string(key) + ", '" + pseudonym + "')");
  }
  /// Adds a resource and its projection.
  void record(int kind, const std::string& id, int subject, const std::string& table, const std::string& columns,
              const std::string& values) {
    const std::string key = std::to_string(++m_resources);
    run("INSERT INTO resource(key, type, id, kind, subject, file, run, sha256, dictionary, json) VALUES(" + key +
        ", 1, '" + id + "', " + std::to_string(kind) + ", " + (subject == 0 ? "NULL" : std::to_string(subject)) +
        ", 1, 1, zeroblob(32), 0, x'00')");
    const std::string about = table == "cohort" ? "" : "subject, ";
    run("INSERT INTO " + table + "(resource, " + about + columns + ") VALUES(" + key + ", " +
        (about.empty() ? "" : std::to_string(subject) + ", ") + values + ")");
  }
  [[nodiscard]] std::string last() const { return std::to_string(m_resources); }
  Database& database() { return m_database; }

private:
  Database m_database;
  int m_resources = 0;
};

} // namespace

class TestReader : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_fixture.emplace();
    m_cache.emplace(std::move(m_fixture->make()).value());
  }
  void cleanup() { m_cache.reset(); }

  void anEmptyCacheHasNobody() {
    CacheReader reader = open();
    QVERIFY(!*reader.newestRelease());
    QVERIFY(reader.people(day("2025-01-01"), day("2024-01-01"), m_progress)->empty());
    QCOMPARE(reader.person("P1").error().code, ErrorCode::NotFound);
    QVERIFY(!*reader.lastVisitMark("P1"));
    QVERIFY(!*reader.patientSetting("P1", "x"));
  }

  void readsEveryRecordOfAPerson() {
    Release release(*m_cache);
    fill(release);
    CacheReader reader = open();
    QVERIFY((*reader.newestRelease())->day == day("2025-01-01"));
    const auto found = reader.person("SE-1");
    must(found);
    const PatientRecord& record = found->record;
    QVERIFY(!found->own);
    QVERIFY(record.person ==
            (Person{"SE-1", PersonKind::Patient, Sex::Male, date("1980"), true, std::nullopt, "SE", "SE02"}));
    QCOMPARE(record.cohorts, (std::vector<std::string>{"biobank", "newly-diagnosed"}));
    QVERIFY(record.onset == (Onset{"o1", date("2010-03"), date("2011-01-15")}));
    QVERIFY(record.phases ==
            (std::vector<Phase>{{"p2", Course::ClinicallyIsolated, date("2010-03"), date("2011-01-15")},
                                {"p1", Course::RelapsingRemitting, date("2011-01-15"), std::nullopt}}));
    Visit first{"v2", day("2020-02-29"), Occasion::Relapse, ExaminationMode::Telephone, "R1", std::nullopt, {}};
    Visit second{"v1", day("2021-05-01"), Occasion::Scheduled, ExaminationMode::Examined, "", *Edss::fromTenths(35),
                 {}};
    second.systems.grades = {1, 2, 3, 4, 5, 6, 0};
    second.systems.ambulation = 16;
    Visit third = first;
    third.id = "v3"; // on the same day: by id
    QVERIFY(record.visits == (std::vector<Visit>{first, third, second}));
    QVERIFY(record.relapses == (std::vector<Relapse>{{"r1",
                                                      date("2020"),
                                                      date("2020-06"),
                                                      RelapseSeverity::Severe,
                                                      RelapseCertainty::Confirmed,
                                                      Recovery::Partial,
                                                      true,
                                                      {FunctionalSystem::Visual, FunctionalSystem::Pyramidal}},
                                                     {"r2",
                                                      date("2024-07-01"),
                                                      std::nullopt,
                                                      RelapseSeverity::Unknown,
                                                      RelapseCertainty::Pseudo,
                                                      Recovery::Unknown,
                                                      std::nullopt,
                                                      {}}}));
    QVERIFY(
        record.treatments ==
        (std::vector<Treatment>{{"t1", "L03AB07", "interferon beta-1a", date("2011"), date("2013-02"), "efficacy", ""},
                                {"t2", "", "trial drug", date("2013-03-01"), std::nullopt, "", "240 mg"}}));
    QVERIFY(record.administrations ==
            (std::vector<Administration>{{"a1", "t2", "L04AG01", "natalizumab", day("2013-04-01"), 300.0},
                                         {"a2", "", "", "unknown", day("2013-05-01"), std::nullopt}}));
    QVERIFY(record.adverseEvents == (std::vector<AdverseEvent>{{"e1", "t1", date("2012"), "Flu", false}}));
    QVERIFY(record.measurements ==
            (std::vector<Measurement>{{"m1", "snfl", date("2021-05"), 14.25, "pg/mL", "Simoa", "B07"},
                                      {"m2", "snfl", date("2022-05-03"), 9, "pg/mL", "", ""}}));
    QVERIFY(record.findings ==
            (std::vector<Finding>{{"f2", "ocb", std::nullopt, "positive"}, {"f1", "smoking", date("2015"), "former"}}));
    QVERIFY(record.pregnancies ==
            (std::vector<Pregnancy>{{"g1", date("2016-01"), date("2016-10-02"), PregnancyOutcome::LiveBirth}}));
    MriExam exam;
    exam.id = "x1";
    exam.date = day("2019-01-01");
    exam.bidsSession = "sub-1/ses-2";
    exam.regions = {"cervical-cord", "brain"};
    exam.scanner = "Maker Model";
    exam.fieldTesla = 1.5;
    exam.contrast = ContrastGiven::No;
    exam.comparatorId = "x0";
    exam.newT2 = 0;
    exam.enhancing = 3;
    QVERIFY(record.exams == (std::vector<MriExam>{exam}));

    // The other person has none of it.
    const auto other = reader.person("SE-2");
    must(other);
    QVERIFY(other->record.visits.empty() && other->record.cohorts == std::vector<std::string>{"biobank"});
    QVERIFY(other->record.person.death == date("2022-12") && other->record.person.deceased);
    // A member of a cohort whom no release has brought is nobody.
    QCOMPARE(reader.person("SE-3").error().code, ErrorCode::NotFound);
  }

  void listsPeopleAsOfADay() {
    Release release(*m_cache);
    fill(release);
    release.run("INSERT INTO person_summary(subject, person, course, onset, onset_precision, last_visit, last_edss, "
                "last_edss_day, last_relapse, last_relapse_precision, last_exam) SELECT subject, resource, 2, " +
                days("2010-03-01") + ", 1, " + days("2021-05-01") + ", 35, " + days("2021-05-01") + ", " +
                days("2020-01-01") + ", 0, " + days("2019-01-01") + " FROM person WHERE subject = 1");
    must(std::move(WorkWriter::open(*m_cache))
             .value()
             .addReport("SE-1", Instant(day("2024-05-06").time_since_epoch()), "en", {}));
    CacheReader reader = open();
    const auto people = reader.people(day("2025-01-01"), day("2024-01-01"), m_progress);
    must(people);
    QCOMPARE(people->size(), 2U);
    const PersonRow& row = people->at(0);
    QCOMPARE(row.id, std::string("SE-1"));
    QCOMPARE(row.course, Course::RelapsingRemitting);
    QVERIFY(row.onset == date("2010-03"));
    QVERIFY(row.edss == *Edss::fromTenths(35) && row.edssDate == day("2021-05-01"));
    QVERIFY(row.lastRelapse == date("2020"));
    // The one relapse of the year is a pseudo-relapse.
    QCOMPARE(row.relapsesInYear, 0);
    QVERIFY(row.lastScan == day("2019-01-01"));
    QVERIFY(row.lastReport == day("2024-05-06"));
    QVERIFY(row.deceased && !row.death);
    QCOMPARE(row.treatments.size(), 1U);
    QCOMPARE(row.treatments[0].name, std::string("trial drug"));
    // Without a summary what is known of the person is still shown.
    QCOMPARE(people->at(1).id, std::string("SE-2"));
    QVERIFY(!people->at(1).lastVisit && people->at(1).treatments.empty());
    // In February 2013 the first treatment may still have gone on, and the second had not begun.
    const auto before = reader.people(day("2013-02-10"), day("2012-02-10"), m_progress);
    QCOMPARE(before->at(0).treatments.size(), 1U);
    QCOMPARE(before->at(0).treatments[0].atc, std::string("L03AB07"));
    release.run("UPDATE relapse SET certainty = 1 WHERE certainty = 3");
    QCOMPARE(reader.people(day("2025-01-01"), day("2024-01-01"), m_progress)->at(0).relapsesInYear, 1);
    QCOMPARE(reader.people(day("2025-07-02"), day("2024-07-01"), m_progress)->at(0).relapsesInYear, 0);
  }

  void joinsImportsWithTheRelease() {
    Release release(*m_cache);
    fill(release);
    WorkWriter work = std::move(WorkWriter::open(*m_cache)).value();
    {
      auto import = work.beginImport(ImportKind::Dicom, Instant());
      must(import);
      must(import->putPerson({"SE-1", Sex::Female, {}, {}, {}}));
      must(import->putPerson({"PAB", Sex::Female, 33, Course::PrimaryProgressive, *Edss::fromTenths(60)}));
      must(import->putSession({"PAB", "2023-04-05", PartialDate(day("2023-04-05"))}));
      must(import->putSession({"PAB", "a", std::nullopt}));
      must(import->putSession({"PAB", "b", date("2022")}));
      must(import->putSession({"SE-1", "new", PartialDate(day("2024-04-05"))}));
      StoredImage image;
      image.person = "PAB";
      image.session = "2023-04-05";
      image.name = "flair";
      image.grid.size = {1, 1, 1};
      must(import->putImage(image));
      must(import->commit(0));
    }
    must(work.setLastVisitMark("PAB", day("2023-01-01")));
    must(work.setPatientSetting("PAB", "mri.left", "flair"));
    CacheReader reader = open();
    const auto people = reader.people(day("2025-01-01"), day("2024-01-01"), m_progress);
    must(people);
    QCOMPARE(people->size(), 3U);
    QCOMPARE(people->at(0).id, std::string("PAB"));
    QVERIFY(people->at(0).hasImages && people->at(0).lastScan == day("2023-04-05"));
    QCOMPARE(people->at(0).course, Course::PrimaryProgressive);
    // The release says more of a person than an import does.
    QCOMPARE(people->at(1).sex, Sex::Male);
    QVERIFY(people->at(1).lastScan == day("2024-04-05"));
    const auto own = reader.person("PAB");
    must(own);
    QVERIFY(own->own == (OwnPerson{"PAB", Sex::Female, 33, Course::PrimaryProgressive, *Edss::fromTenths(60)}));
    QCOMPARE(own->record.exams.size(), 1U);
    QVERIFY(own->record.exams[0].date == day("2023-04-05"));
    QCOMPARE(own->images.sessions.size(), 3U);
    QCOMPARE(own->images.sessions[0].label, std::string("b"));
    QCOMPARE(own->images.sessions[2].label, std::string("a"));
    QCOMPARE(own->images.images.at(0).origin, ImageOrigin::Import);
    QVERIFY(**reader.lastVisitMark("PAB") == day("2023-01-01"));
    QCOMPARE(**reader.patientSetting("PAB", "mri.left"), std::string("flair"));
  }

  void readsWhileAnotherWrites() {
    Release release(*m_cache);
    CacheReader reader = open();
    auto transaction = Transaction::begin(release.database());
    must(transaction);
    release.subject(1, "SE-9");
    release.record(0, "SE-9", 1, "person", "kind, sex, deceased", "0, 0, 0");
    QCOMPARE(reader.person("SE-9").error().code, ErrorCode::NotFound);
    must(transaction->commit());
    must(reader.person("SE-9"));
  }

  void readsAReadOnlyCache() {
    {
      Release release(*m_cache);
      fill(release);
    }
    m_cache.reset();
    m_cache.emplace(std::move(m_fixture->openForReading()).value());
    CacheReader reader = open();
    must(reader.person("SE-1"));
  }

private:
  static void fill(Release& release) {
    release.subject(1, "SE-1");
    release.subject(2, "SE-2");
    release.subject(3, "SE-3");
    const char* const terms[] = {"snfl",    "pg/mL",    "Simoa",  "B07",   "ocb",
                                 "smoking", "positive", "former", "brain", "cervical-cord"};
    for (int i = 0; i < 10; ++i) {
      release.term(i + 1, terms[i]);
    }
    release.record(0, "SE-1", 1, "person", "kind, sex, birth, birth_precision, deceased, country, site",
                   "0, 1, " + days("1980-01-01") + ", 0, 1, 'SE', 'SE02'");
    release.record(0, "SE-2", 2, "person", "kind, sex, deceased, death, death_precision",
                   "1, 0, 1, " + days("2022-12-01") + ", 1");
    for (const auto& [id, code, members] :
         {std::tuple("c1", "newly-diagnosed", "(1), (3)"), std::tuple("c2", "biobank", "(1), (2)")}) {
      release.record(12, id, 0, "cohort", "code, name", std::string("'") + code + "', 'Name'");
      release.run("INSERT INTO cohort_member(subject, cohort) SELECT column1, " + release.last() + " FROM (VALUES" +
                  members + ")");
    }
    release.record(1, "o1", 1, "onset", "onset, onset_precision, diagnosis, diagnosis_precision",
                   days("2010-03-01") + ", 1, " + days("2011-01-15") + ", 2");
    release.record(2, "p1", 1, "phase", "course, start, start_precision", "2, " + days("2011-01-15") + ", 2");
    release.record(2, "p2", 1, "phase", "course, start, start_precision, stop, stop_precision",
                   "1, " + days("2010-03-01") + ", 1, " + days("2011-01-15") + ", 2");
    release.record(3, "v1", 1, "visit",
                   "day, occasion, mode, edss, pyramidal, cerebellar, brainstem, sensory, bowel_bladder, visual, "
                   "cerebral, ambulation",
                   days("2021-05-01") + ", 0, 0, 35, 1, 2, 3, 4, 5, 6, 0, 16");
    for (const char* id : {"v3", "v2"}) {
      release.record(3, id, 1, "visit", "day, occasion, mode, rater", days("2020-02-29") + ", 1, 1, 'R1'");
    }
    release.record(4, "r1", 1, "relapse",
                   "onset, onset_precision, stop, stop_precision, severity, certainty, recovery, steroids",
                   days("2020-01-01") + ", 0, " + days("2020-06-01") + ", 1, 2, 2, 1, 1");
    release.run("INSERT INTO relapse_system VALUES(" + release.last() + ", 0, 5), (" + release.last() + ", 1, 0)");
    release.record(4, "r2", 1, "relapse", "onset, onset_precision, severity, certainty, recovery",
                   days("2024-07-01") + ", 2, 3, 3, 3");
    release.record(5, "t1", 1, "treatment", "atc, name, start, start_precision, stop, stop_precision, stop_reason",
                   "'L03AB07', 'interferon beta-1a', " + days("2011-01-01") + ", 0, " + days("2013-02-01") +
                       ", 1, 'efficacy'");
    release.record(5, "t2", 1, "treatment", "name, start, start_precision, dose",
                   "'trial drug', " + days("2013-03-01") + ", 2, '240 mg'");
    release.record(6, "a1", 1, "administration", "treatment, atc, name, day, dose_mg",
                   "'t2', 'L04AG01', 'natalizumab', " + days("2013-04-01") + ", 300");
    release.record(6, "a2", 1, "administration", "name, day", "'unknown', " + days("2013-05-01"));
    release.record(7, "e1", 1, "adverse_event", "treatment, day, precision, term, serious",
                   "'t1', " + days("2012-01-01") + ", 0, 'Flu', 0");
    release.record(8, "m1", 1, "measurement", "code, day, precision, value, unit, method, batch",
                   "1, " + days("2021-05-01") + ", 1, 14.25, 2, 3, 4");
    release.record(8, "m2", 1, "measurement", "code, day, precision, value, unit",
                   "1, " + days("2022-05-03") + ", 2, 9, 2");
    release.record(9, "f1", 1, "finding", "code, day, precision, value", "6, " + days("2015-01-01") + ", 0, 8");
    release.record(9, "f2", 1, "finding", "code, value", "5, 7");
    release.record(10, "g1", 1, "pregnancy", "conception, conception_precision, stop, stop_precision, outcome",
                   days("2016-01-01") + ", 1, " + days("2016-10-02") + ", 2, 0");
    release.record(11, "x1", 1, "mri_exam",
                   "day, bids_session, scanner, field_tesla, contrast, comparator, new_t2, enhancing",
                   days("2019-01-01") + ", 'sub-1/ses-2', 'Maker Model', 1.5, 1, 'x0', 0, 3");
    release.run("INSERT INTO mri_exam_region VALUES(" + release.last() + ", 0, 10), (" + release.last() + ", 1, 9)");
  }

  CacheReader open() { return std::move(CacheReader::open(*m_cache)).value(); }

  NullProgress m_progress;
  std::optional<CacheFixture> m_fixture;
  std::optional<Cache> m_cache;
};

QTEST_APPLESS_MAIN(TestReader)
#include "tst_reader.moc"
