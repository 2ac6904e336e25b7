#include "manifests.h"

#include <facet/clinical/release_manifest.h>

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace facet;
using namespace facet::clinical;

namespace {

ReleaseManifest full() {
  ReleaseManifest manifest;
  manifest.series = "multiplems.test";
  manifest.name = "Consortium \"Nord\" \xC3\xA5";
  manifest.version = "2026.1";
  manifest.time = *parseIsoInstant("2026-03-01T06:30:00.250Z");
  manifest.dates = ReleaseDates::Shifted;
  manifest.output = {{"Patient", "fhir/Patient.ndjson", 12},
                     {"Observation", "fhir/Observation.2.ndjson", std::nullopt}};
  manifest.deleted = {"fhir/deleted.ndjson"};
  manifest.errors = {"fhir/errors.ndjson"};
  return manifest;
}

} // namespace

class TestReleaseManifest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void comesBackEqual() {
    ReleaseManifest manifest = full();
    auto again = readManifest(writeManifest(manifest));
    QVERIFY2(again.ok(), again.ok() ? "" : describe(again.error()).c_str());
    QVERIFY(*again == manifest);

    manifest.demo = true;
    manifest.dates = ReleaseDates::YearOnly;
    manifest.content = ReleaseContent::Changes;
    manifest.since = *parseIsoInstant("2025-09-01T00:00:00Z");
    manifest.output.clear();
    manifest.deleted.clear();
    manifest.errors.clear();
    again = readManifest(writeManifest(manifest));
    QVERIFY2(again.ok(), again.ok() ? "" : describe(again.error()).c_str());
    QVERIFY(*again == manifest);
  }

  /// The elements that the bulk-publish profile asks for, seen by another library.
  void hasTheElementsOfBulkPublish() {
    const auto json = nlohmann::json::parse(writeManifest(full()));
    QCOMPARE(json["manifestType"].get<std::string>(),
             std::string("http://hl7.org/fhir/uv/bulkdata/OperationDefinition/bulk-publish"));
    QCOMPARE(json["transactionTime"].get<std::string>(), std::string("2026-03-01T06:30:00.250Z"));
    QCOMPARE(json["requiresAccessToken"].get<bool>(), false);
    QCOMPARE(json["output"][0]["type"].get<std::string>(), std::string("Patient"));
    QCOMPARE(json["output"][0]["url"].get<std::string>(), std::string("fhir/Patient.ndjson"));
    QCOMPARE(json["output"][0]["count"].get<int>(), 12);
    QVERIFY(!json["output"][1].contains("count"));
    QCOMPARE(json["deleted"][0]["url"].get<std::string>(), std::string("fhir/deleted.ndjson"));
    QCOMPARE(json["extension"][0]["extension"][1]["valueString"].get<std::string>(), std::string("multiplems.test"));
  }

  void readsOneByHand() {
    const auto manifest = readManifest(handWrittenManifest());
    QVERIFY2(manifest.ok(), manifest.ok() ? "" : describe(manifest.error()).c_str());
    QCOMPARE(manifest->series, std::string("multiplems"));
    QCOMPARE(toIso(manifest->time), std::string("2026-03-01T00:00:00.000Z"));
    QVERIFY(manifest->content == ReleaseContent::Changes);
    QCOMPARE(toIso(*manifest->since), std::string("2025-09-01T00:00:00.000Z"));
    QVERIFY(manifest->dates == ReleaseDates::Exact);
    QVERIFY(!manifest->demo);
    QCOMPARE(manifest->output.size(), std::size_t{1});
    QCOMPARE(*manifest->output[0].count, std::int64_t{5000000000});
  }

  void namesWhatIsWrong_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("expected");
    for (const ManifestRefusal& refusal : manifestRefusals()) {
      QTest::newRow(refusal.name) << QString::fromStdString(refusal.json) << QString::fromStdString(refusal.expected);
    }
  }

  void namesWhatIsWrong() {
    QFETCH(QString, json);
    QFETCH(QString, expected);
    const auto manifest = readManifest(json.toStdString());
    QVERIFY(!manifest.ok());
    const std::string told = describe(manifest.error());
    QVERIFY2(told.find(expected.toStdString()) != std::string::npos, told.c_str());
  }

  /// Every byte cut off: an error, never a crash and never half a manifest.
  void refusesEveryCut() {
    const std::string text = writeManifest(full());
    for (std::size_t length = 0; length + 2 < text.size(); ++length) {
      QVERIFY(!readManifest(std::string_view(text).substr(0, length)).ok());
    }
  }

  void deletionsComeBackEqual() {
    const std::vector<DeletedResource> gone = {{"Patient", "SE-1"}, {"Observation", "SE-1.v2"}};
    const auto again = readDeleted(writeDeleted(gone));
    QVERIFY2(again.ok(), again.ok() ? "" : describe(again.error()).c_str());
    QVERIFY(*again == gone);
    QVERIFY(readDeleted(writeDeleted({}))->empty());
  }

  void refusesOtherBundles_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("expected");
    for (const ManifestRefusal& refusal : deletionRefusals()) {
      QTest::newRow(refusal.name) << QString::fromStdString(refusal.json) << QString::fromStdString(refusal.expected);
    }
  }

  void refusesOtherBundles() {
    QFETCH(QString, json);
    QFETCH(QString, expected);
    const auto gone = readDeleted(json.toStdString());
    QVERIFY(!gone.ok());
    const std::string told = describe(gone.error());
    QVERIFY2(told.find(expected.toStdString()) != std::string::npos, told.c_str());
  }
};

QTEST_APPLESS_MAIN(TestReleaseManifest)
#include "tst_release_manifest.moc"
