#include "../support/patients.h"

#include <facet/charts/timeline_texts.h>

#include <QtTest>

using namespace facet;
using namespace facet::charts;
using namespace facet::clinical::test;
using facet::clinical::ContrastGiven;
using facet::clinical::PatientRecord;

namespace {

const workspace::Texts& english() {
  static const workspace::Texts texts = *workspace::Texts::inLanguage(QStringLiteral("en"));
  return texts;
}

TimelineModel modelOf(PatientRecord record) {
  return {std::make_shared<const PatientRecord>(std::move(record)), day("2026-11-14")};
}

EventText textOf(const TimelineModel& model, EventKind kind, std::size_t index) {
  return describeEvent(model, *model.find(kind, index), english());
}

QString valueOf(const std::vector<TextRow>& rows, const QString& label) {
  for (const TextRow& row : rows) {
    if (row.label == label) {
      return row.age.isEmpty() ? row.value : row.value + QStringLiteral(" | ") + row.age;
    }
  }
  return QStringLiteral("no such row");
}

} // namespace

class TestTimelineTexts : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyEventHasWords() {
    for (const PatientRecord& record : {switcher(), veteran(), newcomer(), busy(100)}) {
      const TimelineModel model = modelOf(record);
      for (std::size_t i = 0; i < model.events().size(); ++i) {
        const EventText text = describeEvent(model, i, english());
        QVERIFY(!text.when.isEmpty());
        QVERIFY(!text.title.isEmpty());
        for (const QString& part : {text.when, text.title, text.sentence}) {
          QVERIFY2(!part.contains('%') && !part.contains("  "), qPrintable(part));
        }
      }
    }
  }

  void visit() {
    const TimelineModel model = modelOf(switcher());
    const EventText text = textOf(model, EventKind::Visit, 14);
    QCOMPARE(text.when, QString("2 Dec 2024"));
    QCOMPARE(text.title, QString("EDSS 3.5"));
    QVERIFY(text.sentence.startsWith("Visit for a relapse, examined. Before that 2.0 on 13 Jun 2024, 172 d earlier."));
    QCOMPARE(valueOf(text.rows, "EDSS as entered"), QString("3.5"));
    QCOMPARE(valueOf(text.rows, "Pyramidal"), QString("3"));
  }

  void entered_and_computed_EDSS_may_differ() {
    PatientRecord record = newcomer();
    record.visits[0].systems = systems({2, 0, 0, 0, 0, 0, 0});
    const EventText text = textOf(modelOf(record), EventKind::Visit, 0);
    QVERIFY(text.sentence.contains("The functional systems amount to 2.0."));
    QCOMPARE(valueOf(text.rows, "EDSS as entered"), QString("1.5"));
    QCOMPARE(valueOf(text.rows, "EDSS from systems"), QString("2.0"));
  }

  void relapse() {
    const TimelineModel model = modelOf(switcher());
    const EventText severe = textOf(model, EventKind::Relapse, 3);
    QCOMPARE(severe.when, QString::fromUtf8("20 May 2021 – 30 Jul 2021"));
    QCOMPARE(severe.title, QString("Relapse, severe"));
    QCOMPARE(severe.sentence, QString("Systems: pyramidal, sensory. Treatment then: glatiramer acetate (day 720)."));
    QCOMPARE(valueOf(severe.rows, "Steroids"), QString("given"));
    const EventText month = textOf(model, EventKind::Relapse, 4);
    QCOMPARE(month.when, QString("Mar 2023"));
    QCOMPARE(valueOf(month.rows, "Certainty"), QString("reported, not examined"));
    const EventText pseudo = textOf(model, EventKind::Relapse, 5);
    QCOMPARE(pseudo.title, QString("Pseudo-relapse"));
    QVERIFY(pseudo.sentence.startsWith("Not counted as a relapse."));
  }

  void treatmentAndGap() {
    const TimelineModel model = modelOf(switcher());
    const EventText fingolimod = textOf(model, EventKind::Treatment, 2);
    QCOMPARE(fingolimod.when, QString::fromUtf8("10 Jun 2022 – 2 May 2025"));
    QCOMPARE(fingolimod.sentence, QString("Taken for 2.9 years. Stopped: New lesions on MRI."));
    QCOMPARE(valueOf(fingolimod.rows, "Tier"), QString("high efficacy"));
    QVERIFY(!valueOf(fingolimod.rows, "Tier after").isEmpty());
    const EventText open = textOf(model, EventKind::Treatment, 3);
    QVERIFY(open.when.startsWith("since 18 Sep") && open.when.endsWith("2025"));
    QVERIFY(open.sentence.startsWith("Goes on; 1.1 years up to the last contact on 3 Nov 2026."));
    QCOMPARE(valueOf(open.rows, "Doses on record"), QString("4"));
    const EventText gap = textOf(model, EventKind::Gap, 2);
    QCOMPARE(gap.sentence, QString("139 d between fingolimod and ocrelizumab."));
  }

  void afterACourseIsNotUntreated() {
    const TimelineModel model = modelOf(veteran());
    bool found = false;
    for (std::size_t i = 0; i < model.exposure().gaps.size(); ++i) {
      const EventText text = textOf(model, EventKind::Gap, i);
      if (text.title == QString("No drug, after cladribine")) {
        found = true;
        QVERIFY(text.sentence.contains("cladribine acts beyond its course: this time is not untreated."));
      }
    }
    QVERIFY(found);
  }

  void scans() {
    const TimelineModel model = modelOf(switcher());
    const EventText spans = textOf(model, EventKind::Exam, 7);
    QCOMPARE(spans.title, QString::fromUtf8("MRI: 1 new T2 · Gd 0"));
    QVERIFY(spans.sentence.contains("The interval spans a switch: its new lesions belong to no drug."));
    const EventText under = textOf(model, EventKind::Exam, 8);
    QCOMPARE(under.title, QString::fromUtf8("MRI: 2 new T2 · contrast not given"));
    QCOMPARE(under.sentence,
             QString("Compared with the scan of 28 Oct 2025, 371 d earlier. Both scans lie under ocrelizumab."));
    QCOMPARE(valueOf(under.rows, "Enhancing lesions"), QString("contrast not given"));
    const EventText first = textOf(model, EventKind::Exam, 0);
    QCOMPARE(first.title, QString::fromUtf8("MRI: not compared · Gd 0"));
  }

  void whatWasNotReportedIsNotZero() {
    QCOMPARE(lesionText(scan("2020-01-01", "2019-01-01"), english()),
             QString::fromUtf8("new T2 not reported · Gd not reported"));
    QCOMPARE(lesionText(scan("2020-01-01", "2019-01-01", 0, std::nullopt, ContrastGiven::No), english()),
             QString::fromUtf8("0 new T2 · contrast not given"));
  }

  void markersSayTheirAssayAndNoJudgement() {
    const TimelineModel model = modelOf(switcher());
    for (std::size_t i = 0; i < model.record().measurements.size(); ++i) {
      if (model.record().measurements[i].code == "snfl") {
        const EventText text = textOf(model, EventKind::Measurement, i);
        QCOMPARE(valueOf(text.rows, "Assay"), QString("Simoa"));
        QVERIFY(text.sentence.contains("without a z score"));
        break;
      }
    }
  }

  void quantities() {
    QCOMPARE(quantityText(measurement("snfl", "2020", 14.2, "pg/mL"), english()), QString("14.2 pg/mL"));
    QCOMPARE(quantityText(measurement("sdmt", "2020", 52, "{score}"), english()), QString("52"));
    QCOMPARE(quantityText(measurement("t25fw", "2020", 5.3500001, "s"), english()), QString("5.35 s"));
    QCOMPARE(quantityText(measurement("snfl", "2020", 1.0 / 3, "pg/mL"), english()), QString("0.333 pg/mL"));
  }

  void valuesAtTheCursor() {
    const TimelineModel model = modelOf(switcher());
    const auto rows = valuesAt(model, day("2024-02-14"), english());
    QCOMPARE(valueOf(rows, "Phase"), QString("RRMS"));
    // 10 June 2022 is day 1.
    QCOMPARE(valueOf(rows, "fingolimod"), QString("day 615"));
    QCOMPARE(valueOf(rows, "EDSS"), QString("2.0 | 62 d"));
    QCOMPARE(valueOf(rows, "sNfL"), QString("14.2 pg/mL, Simoa | 3 d"));
    QCOMPARE(valueOf(rows, "Last relapse"), QString::fromUtf8("Mar 2023 | 10–11 mo"));
    QCOMPARE(valueOf(rows, "Last MRI"), QString::fromUtf8("0 new T2 · Gd 0 | 7 mo"));
    const QString line = valuesLine(model, day("2024-02-14"), english());
    QVERIFY(line.startsWith(QString::fromUtf8("14 Feb 2024 · 5.9–6.0 y since onset")) ||
            line.startsWith(QString::fromUtf8("14 Feb 2024 · 5.9 y since onset")));
    QVERIFY(line.contains("EDSS 2.0 (62 d old)"));
  }

  void valuesBeforeAnythingAndInAGap() {
    const TimelineModel model = modelOf(switcher());
    QVERIFY(valuesAt(model, day("2018-01-01"), english()).empty());
    QCOMPARE(valueOf(valuesAt(model, day("2021-09-15"), english()), "Treatment"),
             QString("none, after glatiramer acetate"));
    QVERIFY(valuesAt(modelOf({}), day("2020-01-01"), english()).empty());
  }

  void otherLanguagesBringTheirNumbers() {
    const auto german = workspace::Texts::inLanguage(QStringLiteral("de"));
    QVERIFY(german);
    QCOMPARE(quantityText(measurement("snfl", "2020", 14.2, "pg/mL"), *german), QString("14,2 pg/mL"));
  }
};

QTEST_MAIN(TestTimelineTexts)
#include "tst_timeline_texts.moc"
