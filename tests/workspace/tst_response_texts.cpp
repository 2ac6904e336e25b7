#include "../support/patients.h"

#include <facet/workspace/response_texts.h>

#include <QtTest>

using namespace facet;
using namespace facet::clinical;
using namespace facet::clinical::test;
using namespace facet::workspace;

namespace {

const Day kToday = day("2026-11-14");

Texts english() {
  return *Texts::inLanguage(QStringLiteral("en"));
}

/// The words of a record's segments, whatever they are.
struct Words {
  PatientRecord record;
  Response response;
  Texts texts = english();

  explicit Words(PatientRecord of)
      : record(std::move(of))
      , response(responseOf(record, kToday)) {}

  [[nodiscard]] SegmentText text(std::size_t segment) const { return segmentText(record, response, segment, texts); }
  [[nodiscard]] std::vector<ResponseFact> facts(std::size_t segment) const {
    return factsOf(record, response, segment, texts);
  }
  [[nodiscard]] ResponseFact fact(std::size_t segment, ResponsePart part) const {
    for (const ResponseFact& fact : facts(segment)) {
      if (fact.part == part) {
        return fact;
      }
    }
    return {};
  }
  [[nodiscard]] QString warnings(std::size_t segment) const {
    return segmentWarnings(record, response, segment, texts).join(QLatin1Char('\n'));
  }
};

} // namespace

class TestResponseTexts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  // Rates by R 4.2.2: poisson.test(2, 821 / 365.25) and poisson.test(0, 1061 / 365.25 …); days by Python's datetime.
  void aRowOfTheTable() {
    const Words words(switcher());
    const SegmentText glatiramer = words.text(0);
    QCOMPARE(glatiramer.treatment.main, QStringLiteral("glatiramer acetate"));
    QCOMPARE(glatiramer.treatment.more, QString::fromUtf8("1 Jun 2019 – 30 Aug 2021"));
    QCOMPARE(glatiramer.relapses.main, QStringLiteral("2"));
    QCOMPARE(glatiramer.rate.main, QStringLiteral("0.89"));
    QCOMPARE(glatiramer.rate.more, QString::fromUtf8("0.11–3.21"));
    QCOMPARE(glatiramer.edss.main, QString::fromUtf8("2.5 → 3.5"));
    QCOMPARE(glatiramer.edss.more, QStringLiteral("lowest 1.5"));
    QCOMPARE(glatiramer.ended.main, QStringLiteral("Relapses"));
    // Two intervals lie under it; the third one began before and spans the start.
    QVERIFY2(glatiramer.lesions.main.startsWith(QStringLiteral("4 in 1")), qPrintable(glatiramer.lesions.main));
    QVERIFY2(glatiramer.lesions.more.startsWith(QStringLiteral("2 ")), qPrintable(glatiramer.lesions.more));
  }

  void aGapIsASegmentOfItsOwn() {
    const Words words(switcher());
    QVERIFY(words.response.segments[1].gap.has_value());
    QCOMPARE(words.text(1).treatment.main, QStringLiteral("No drug, after glatiramer acetate"));
    QCOMPARE(words.text(1).lesions.main, QStringLiteral("no scan"));
    QVERIFY(words.warnings(1).contains(QStringLiteral("It is counted here, where it began.")));
    QVERIFY(words.fact(1, ResponsePart::YearBefore).label.isEmpty());
  }

  void regressionToTheMeanIsSaidAndNoRatioIsGiven() {
    const Words words(switcher());
    for (std::size_t segment = 0; segment < words.response.segments.size(); ++segment) {
      const QString all = plainSegment(words.record, words.response, segment, words.texts);
      QVERIFY(!all.contains(QStringLiteral("hazard")) && !all.contains(QStringLiteral("p =")));
    }
    const ResponseFact before = words.fact(0, ResponsePart::YearBefore);
    QCOMPARE(before.notes.front(),
             QStringLiteral("1 in the year before the start, 2 since, in 2.25 years. Treatment is started after "
                            "relapses, so the rate falls without it too."));
    QVERIFY(before.definition.contains(QStringLiteral("no rate ratio and no p-value")));
    QCOMPARE(before.records.size(), std::size_t(1));
    QCOMPARE(*before.records.front().day, day("2019-02-10"));
  }

  void lesionsByPlaceOfTheInterval() {
    PatientRecord record;
    record.treatments = {treatment("fingolimod", "2022-01-01", "2024-01-01"), treatment("ocrelizumab", "2024-01-01")};
    record.exams = {scan("2021-06-01"), scan("2022-06-01", "2021-06-01", 3, 1),
                    scan("2023-06-01", "2022-06-01", std::nullopt, std::nullopt, ContrastGiven::No),
                    scan("2024-06-01", "2023-06-01", 2), scan("2025-06-01", "2024-06-01", 0, 0)};
    record.visits = {visit("2026-01-01", 2)};
    const Words words(std::move(record));
    QCOMPARE(words.text(0).lesions.main, QStringLiteral("not reported"));
    QVERIFY(words.text(0).lesions.more.startsWith(QStringLiteral("5 ")));
    const ResponseFact first = words.fact(0, ResponsePart::Lesions);
    QCOMPARE(first.rows.size(), std::size_t(3));
    QCOMPARE(first.rows[0].value, QStringLiteral("not reported"));
    QCOMPARE(first.rows[1].label, QStringLiteral("spans the start"));
    QCOMPARE(first.rows[2].label, QStringLiteral("spans the switch from it"));
    QVERIFY(first.records[1].what.contains(QStringLiteral("no contrast given")));
    QCOMPARE(first.records[0].page, PageId::Mri);
    QCOMPARE(words.fact(1, ResponsePart::Lesions).rows[1].label, QStringLiteral("spans the switch to it"));
  }

  void nothingIsNotZero() {
    PatientRecord record;
    record.treatments = {treatment("teriflunomide", "2020-01-01", "2022-01-01")};
    const Words words(std::move(record));
    QCOMPARE(words.text(0).lesions.main, QStringLiteral("no scan"));
    QCOMPARE(words.text(0).edss.main, QStringLiteral("no EDSS"));
    QCOMPARE(words.text(0).ended.main, QStringLiteral("reason not on record"));
    QCOMPARE(words.text(0).relapses.main, QStringLiteral("0"));
    QCOMPARE(words.fact(0, ResponsePart::SideEffects).value, QStringLiteral("none on record"));
  }

  void partialDatesGiveBounds() {
    PatientRecord record;
    record.treatments = {treatment("teriflunomide", "2019", "2021-03-15")};
    record.relapses = {relapse("2019-06-01", RelapseCertainty::Reported), relapse("2020-06-01")};
    const Words words(std::move(record));
    const SegmentText text = words.text(0);
    QCOMPARE(text.treatment.more, QString::fromUtf8("2019 – 15 Mar 2021"));
    QCOMPARE(text.duration.main, QString::fromUtf8("1.2–2.2 y"));
    QCOMPARE(text.relapses.main, QString::fromUtf8("1–2"));
    QCOMPARE(text.relapses.more, QStringLiteral("1 not examined"));
    QCOMPARE(text.rate.main, QString::fromUtf8("0.45–1.66"));
    QCOMPARE(text.rate.more, QString::fromUtf8("0.01–6.00"));
    QVERIFY(words.warnings(0).contains(QStringLiteral("not known to the day")));
    QVERIFY(words.fact(0, ResponsePart::Relapses).records.front().detail.contains(QStringLiteral("perhaps in it")));
  }

  void contradictoryDatesCountNothing() {
    PatientRecord record;
    record.treatments = {treatment("teriflunomide", "2021-05-01", "2020-05-01")};
    record.relapses = {relapse("2020-06-01")};
    const Words words(std::move(record));
    QCOMPARE(words.text(0).duration.main, QStringLiteral("contradictory"));
    QVERIFY(words.text(0).relapses.main.isEmpty() && words.text(0).rate.main.isEmpty());
    QVERIFY(words.warnings(0).contains(QStringLiteral("stop lies before the start")));
    for (const ResponseFact& fact : words.facts(0)) {
      QVERIFY(fact.part == ResponsePart::SideEffects || fact.part == ResponsePart::Records);
    }
    QVERIFY(!segmentAt(words.response, day("2020-08-01")));
  }

  void overlapsAndUnknownDrugsAreSaid() {
    PatientRecord record;
    record.treatments = {treatment("dimethyl fumarate", "2021-10-04", "2022-07-01"),
                         treatment("compound 17", "2022-06-10", "2025-04-02")};
    const Words words(std::move(record));
    QVERIFY(words.warnings(0).contains(QStringLiteral("compound 17 for 21 d")));
    QVERIFY(words.warnings(1).contains(QString::fromUtf8("“compound 17” is not in the table of drugs")));
  }

  void afterACourseOneIsNotUntreated() {
    const Words words(veteran());
    QString found;
    for (std::size_t i = 0; i < words.response.segments.size(); ++i) {
      if (words.text(i).treatment.main.contains(QStringLiteral("After cladribine"))) {
        found = words.warnings(i);
      }
    }
    QVERIFY(found.contains(QStringLiteral("this time is not untreated")));
  }

  void everyNumberHasItsDefinitionAndRecords() {
    for (const PatientRecord& record : {switcher(), veteran(), busy(400)}) {
      const Words words(record);
      for (std::size_t i = 0; i < words.response.segments.size(); ++i) {
        const Segment& segment = words.response.segments[i];
        for (const ResponseFact& fact : words.facts(i)) {
          QVERIFY(!fact.label.isEmpty() && !fact.value.isEmpty() && fact.definition.endsWith(QLatin1Char('.')));
        }
        QCOMPARE(words.fact(i, ResponsePart::Relapses).records.size(),
                 segment.relapses.certain.size() + segment.relapses.possible.size());
        QCOMPARE(words.fact(i, ResponsePart::Lesions).records.size(), segment.scans.intervals.size());
        if (segment.episode) {
          QCOMPARE(words.fact(i, ResponsePart::Records).records.size(),
                   words.response.exposure.episodes[*segment.episode].treatmentIds.size());
        }
      }
    }
  }

  void dosesOfATreatment() {
    const Words words(switcher());
    const ResponseFact doses = words.fact(words.response.segments.size() - 1, ResponsePart::Doses);
    QCOMPARE(doses.value, QStringLiteral("4"));
    QCOMPARE(doses.rows[0].value, QStringLiteral("18 Sep 2025"));
    QCOMPARE(doses.rows[2].value, QString::fromUtf8("14–183 d"));
    // A drug that is taken daily has no part for doses.
    QVERIFY(words.fact(0, ResponsePart::Doses).label.isEmpty());
  }

  void aDayFindsItsSegment() {
    const Words words(switcher());
    QCOMPARE(*segmentAt(words.response, day("2019-06-01")), std::size_t(0));
    QCOMPARE(*segmentAt(words.response, day("2021-08-30")), std::size_t(1));
    QVERIFY(!segmentAt(words.response, day("2019-05-31")));
  }

  void aSegmentAsPlainText() {
    const Words words(switcher());
    const QString text = plainSegment(words.record, words.response, 0, words.texts);
    QVERIFY(text.startsWith(QStringLiteral("SE-K7Q2-M3\nglatiramer acetate, ")));
    QVERIFY(text.contains(QStringLiteral("How it is counted")));
    QVERIFY(text.contains(QStringLiteral("  - 2 May 2020: Relapse, moderate")));
  }
};

QTEST_GUILESS_MAIN(TestResponseTexts)
#include "tst_response_texts.moc"
