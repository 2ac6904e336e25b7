#include "example_records.h"
#include "refusals.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace facet;
using namespace facet::clinical;

namespace {

template <class T>
T readAs(const char* json) {
  const auto resource = readFhir(json);
  if (!resource) {
    qCritical("%s", describe(resource.error()).c_str());
    return T(std::get<T>(exampleResources().front().record));
  }
  return std::get<T>(resource->record);
}

std::string reasonOf(const std::string& json) {
  const auto resource = readFhir(json);
  return resource ? "accepted" : describe(resource.error());
}

} // namespace

class TestFhir : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void writesWhatItReads_data() {
    QTest::addColumn<int>("index");
    int index = 0;
    for (const FhirResource& resource : exampleResources()) {
      QTest::addRow("%s %s", resource.type.c_str(), resource.id.c_str()) << index++;
    }
  }
  void writesWhatItReads() {
    QFETCH(int, index);
    const FhirResource before = exampleResources()[static_cast<std::size_t>(index)];
    const std::string line = writeFhir(before);
    QVERIFY(line.find('\n') == std::string::npos);
    const auto after = readFhir(line);
    if (!after) {
      QFAIL(describe(after.error()).c_str());
    }
    QCOMPARE(after->type, before.type);
    QCOMPARE(after->id, before.id);
    QCOMPARE(after->version, before.version);
    QCOMPARE(after->personId, before.personId);
    QVERIFY(after->record == before.record);
    QCOMPARE(writeFhir(*after), line);

    // Another library's JSON of the same content: keys sorted, spaces, every character beyond ASCII escaped.
    const auto parsed = nlohmann::json::parse(line);
    const auto again = readFhir(parsed.dump(2, ' ', true));
    QVERIFY(again.ok());
    QVERIFY(again->record == before.record);
  }

  void readsAnEdssObservation() {
    const auto resource = readFhir(edssObservation());
    QVERIFY2(resource.ok(), resource ? "" : describe(resource.error()).c_str());
    QCOMPARE(resource->version, std::string("2"));
    QCOMPARE(resource->personId, std::string("DE-1"));
    const auto& visit = std::get<Visit>(resource->record);
    QCOMPARE(toIso(visit.date), std::string("2021-03-09"));
    QCOMPARE(visit.edss->tenths(), 35);
    QVERIFY(visit.occasion == Occasion::Scheduled);
    QVERIFY(visit.mode == ExaminationMode::Examined);
    QCOMPARE(visit.rater, std::string("DE01-R2"));
    QCOMPARE(visit.systems[FunctionalSystem::Pyramidal].value_or(-1), 3);
    QCOMPARE(visit.systems[FunctionalSystem::Visual].value_or(-1), 2);
    QVERIFY(!visit.systems[FunctionalSystem::Sensory].has_value());
    QCOMPARE(visit.systems.ambulation.value_or(-1), 0);
  }

  void readsForeignResources() {
    const auto marker = readAs<Measurement>(foreign::marker);
    QCOMPARE(marker.code, std::string("snfl"));
    QCOMPARE(marker.unit, std::string("ng/L"));
    const auto unknown = readAs<Measurement>(foreign::unknownMarker);
    QCOMPARE(unknown.code, std::string("http://loinc.org|2947-0"));
    const auto flag = readAs<Finding>(foreign::flag);
    QCOMPARE(flag.code, std::string("Some flag"));
    QCOMPARE(flag.value, std::string("yes"));
    const auto phase = readAs<Phase>(foreign::secondaryProgressive);
    QVERIFY(phase.course == Course::SecondaryProgressive);
    const auto statement = readAs<Treatment>(foreign::retiredCode);
    QCOMPARE(statement.atc, std::string("L04AA27"));
    QCOMPARE(statement.name, std::string("fingolimod"));
    QVERIFY(!statement.stop.has_value());
    const auto cohort = readAs<Cohort>(foreign::cohort);
    QCOMPARE(cohort.members, (std::vector<std::string>{"a", "b"}));
  }

  void refusesWithPlaceAndReason_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    for (const Refusal& refusal : refusals()) {
      QTest::newRow(refusal.name) << QByteArray::fromStdString(refusal.json) << QByteArray(refusal.expected);
    }
  }
  void refusesWithPlaceAndReason() {
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    const std::string reason = reasonOf(json.toStdString());
    QVERIFY2(reason.find(expected.toStdString()) != std::string::npos, reason.substr(0, 300).c_str());
    QVERIFY(reason.size() < 400);
  }

  void keepsWhatItCannotName() {
    // A level that the dictionary does not have, and a drug code that no table knows, are kept as delivered.
    const auto finding = readAs<Finding>(foreign::unknownLevel);
    QCOMPARE(finding.value, std::string("pipe only"));
  }
};

QTEST_APPLESS_MAIN(TestFhir)
#include "tst_fhir.moc"
