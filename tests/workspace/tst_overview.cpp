#include "../support/sample_patient.h"

#include <facet/workspace/language.h>
#include <facet/workspace/overview.h>

#include <QtTest>

using namespace facet;
using namespace facet::clinical;
using namespace facet::workspace;

namespace {

Day day(const char* iso) {
  return *parseIsoDay(iso);
}

/// "sentence | detail" of a part, or an empty text.
QString line(const Patient& patient, const char* since, OverviewPart part) {
  for (const OverviewLine& found : overviewSince(patient, day(since), Texts())) {
    if (found.part == part) {
      return found.detail.isEmpty() ? found.sentence : found.sentence + QStringLiteral(" | ") + found.detail;
    }
  }
  return {};
}

OverviewLine whole(const Patient& patient, const char* since, OverviewPart part) {
  for (const OverviewLine& found : overviewSince(patient, day(since), Texts())) {
    if (found.part == part) {
      return found;
    }
  }
  return {};
}

Patient nobody() {
  Patient patient;
  patient.dataDay = day("2026-11-14");
  patient.record.person.id = "X";
  return patient;
}

} // namespace

class TestOverview : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { QVERIFY(m_language.set(QStringLiteral("en")).ok()); }

  void beginsAtTheVisitBeforeTheLast() {
    QCOMPARE(*usualSince(samplePatient()), day("2026-03-10"));
    Patient patient = nobody();
    QVERIFY(!usualSince(patient));
    Visit visit;
    visit.date = day("2026-01-05");
    patient.record.visits = {visit, visit};
    QCOMPARE(*usualSince(patient), day("2026-01-05"));
    visit.date = day("2027-01-05"); // after the day of the data
    patient.record.visits.push_back(visit);
    QCOMPARE(visitDays(patient).size(), 1U);
  }

  void tellsEachPart() {
    const Patient patient = samplePatient();
    QCOMPARE(line(patient, "2026-03-10", OverviewPart::Relapses), QStringLiteral("No relapse recorded"));
    QCOMPARE(line(patient, "2026-03-10", OverviewPart::Edss),
             QString::fromUtf8("EDSS 3.0 → 2.5 on 12 Sep 2026 | pyramidal 3 → 2"));
    QCOMPARE(
        line(patient, "2026-03-10", OverviewPart::Scans),
        QStringLiteral("MRI of 3 Nov 2026 (brain): 2 new T2 lesions, 1 enlarging, no contrast given | compared with "
                       "28 Oct 2025"));
    QCOMPARE(line(patient, "2026-03-10", OverviewPart::Tests),
             QString::fromUtf8("T25FW 5.4 → 6.1 s | newest of 12 Sep 2026"));
    QCOMPARE(line(patient, "2026-03-10", OverviewPart::Laboratory),
             QString::fromUtf8("Lymphocytes in blood 1.1 ×10⁹/L; sNfL 9.1 → 14.2 pg/mL | newest of 12 Sep 2026"));
    QCOMPARE(line(patient, "2026-03-10", OverviewPart::Treatment), QString());
    QCOMPARE(line(patient, "2026-03-10", OverviewPart::Doses),
             QStringLiteral("2 doses of ocrelizumab | 12 Mar 2026; 14 Sep 2026"));
    QCOMPARE(line(patient, "2026-03-10", OverviewPart::Missing),
             QStringLiteral("Missing: no contrast at the last MRI of the brain, the cord was never imaged"));
    QCOMPARE(line(patient, "2025-03-14", OverviewPart::Treatment),
             QStringLiteral("fingolimod stopped 30 Apr 2025 (Relapses); ocrelizumab started 12 Sep 2025"));
    QCOMPARE(line(patient, "2022-05-01", OverviewPart::Relapses),
             QStringLiteral("1 relapse | 26 Nov 2024: moderate, confirmed, pyramidal, brainstem, partial recovery"));
  }

  void hasAtMostTenLinesAndEachLeadsSomewhere() {
    const Patient patient = samplePatient();
    const auto lines = overviewSince(patient, day("2018-01-01"), Texts());
    QVERIFY(lines.size() <= 10);
    for (const OverviewLine& each : lines) {
      QVERIFY(each.page != PageId::Overview);
      QVERIFY(!each.sentence.isEmpty());
      QVERIFY(!each.sentence.contains(QLatin1Char('%')));
    }
    QCOMPARE(whole(patient, "2026-03-10", OverviewPart::Scans).page, PageId::Mri);
    QCOMPARE(*whole(patient, "2026-03-10", OverviewPart::Scans).day, day("2026-11-03"));
    QCOMPARE(whole(patient, "2026-03-10", OverviewPart::Scans).tone, OverviewTone::Relapse);
    QCOMPARE(whole(patient, "2026-03-10", OverviewPart::Edss).tone, OverviewTone::Better);
  }

  void countsWhatLiesAfterTheDay() {
    Patient patient = nobody();
    const auto relapse = [](const char* iso, RelapseCertainty certainty) {
      Relapse made{.id = iso, .onset = *parseIsoDate(iso), .end = {}, .steroids = {}, .systems = {}};
      made.certainty = certainty;
      return made;
    };
    patient.record.relapses = {relapse("2025-06-01", RelapseCertainty::Confirmed), // the day itself is not after it
                               relapse("2025-06", RelapseCertainty::Reported),     // may lie after it
                               relapse("2026-01-10", RelapseCertainty::Pseudo),
                               relapse("2027-01-10", RelapseCertainty::Confirmed)}; // after the day of the data
    QCOMPARE(line(patient, "2025-06-01", OverviewPart::Relapses),
             QStringLiteral("1 relapse | Jun 2025: severity not stated, reported, not examined, recovery not stated; 1 "
                            "pseudo-relapse not counted"));
  }

  void saysWhatIsNotKnown() {
    Patient patient = nobody();
    QCOMPARE(line(patient, "2026-01-01", OverviewPart::Missing),
             QStringLiteral("Missing: no visit, no MRI of the brain, the cord was never imaged"));
    Visit visit;
    visit.date = day("2026-05-05");
    patient.record.visits = {visit};
    QVERIFY(line(patient, "2026-01-01", OverviewPart::Missing).startsWith(QStringLiteral("Missing: no EDSS")));
    MriExam exam;
    exam.id = "m";
    exam.date = day("2026-06-06");
    exam.regions = {"cervical-cord"};
    patient.record.exams = {exam};
    QCOMPARE(
        line(patient, "2026-01-01", OverviewPart::Scans),
        QStringLiteral(
            "MRI of 6 Jun 2026 (cervical cord): no count of new lesions reported | compared with no earlier scan"));
    QVERIFY(line(patient, "2026-01-01", OverviewPart::Missing).contains(QStringLiteral("no MRI of the brain")));
    QVERIFY(!line(patient, "2026-01-01", OverviewPart::Missing).contains(QStringLiteral("cord")));
  }

  void showsTheHighestEdssAndHowItWasTaken() {
    Patient patient = nobody();
    const auto visit = [](const char* iso, double edss, ExaminationMode mode) {
      Visit made;
      made.date = *parseIsoDay(iso);
      made.edss = *Edss::fromNumber(edss);
      made.mode = mode;
      return made;
    };
    patient.record.visits = {visit("2025-01-01", 2, ExaminationMode::Examined),
                             visit("2025-06-01", 4, ExaminationMode::Examined),
                             visit("2025-12-01", 2.5, ExaminationMode::Telephone)};
    QCOMPARE(line(patient, "2025-01-01", OverviewPart::Edss),
             QString::fromUtf8("EDSS 2.0 → 2.5 on 1 Dec 2025 | highest 4.0 on 1 Jun 2025; by telephone"));
    QCOMPARE(whole(patient, "2025-01-01", OverviewPart::Edss).tone, OverviewTone::Worse);
    QCOMPARE(line(patient, "2024-12-31", OverviewPart::Edss),
             QStringLiteral("EDSS 2.5 on 1 Dec 2025, no earlier one | highest 4.0 on 1 Jun 2025; by telephone"));
  }

  void doesNotCompareAcrossUnitsAndMethods() {
    Patient patient = nobody();
    patient.record.measurements = {{"1", "snfl", *parseIsoDate("2025-01-01"), 9, "pg/mL", "Simoa", ""},
                                   {"2", "snfl", *parseIsoDate("2026-01-01"), 12, "pg/mL", "Ella", ""},
                                   {"3", "not-in-the-dictionary", *parseIsoDate("2026-01-01"), 12, "g", "", ""}};
    QCOMPARE(line(patient, "2025-06-01", OverviewPart::Laboratory),
             QStringLiteral("sNfL 12 pg/mL | newest of 1 Jan 2026"));
  }

  void shortensLongLists() {
    Patient patient = nobody();
    for (int i = 1; i <= 9; ++i) {
      patient.record.adverseEvents.push_back({"a" + std::to_string(i), "",
                                              *PartialDate::fromYearMonth(2026, static_cast<unsigned>(i)), "headache",
                                              i == 9});
    }
    const QString text = line(patient, "2025-06-01", OverviewPart::SideEffects);
    QVERIFY2(text.startsWith(QStringLiteral("9 side effects | headache (Jan 2026); ")), qPrintable(text));
    QVERIFY2(text.endsWith(QStringLiteral("; 5 more")), qPrintable(text));
    QCOMPARE(whole(patient, "2025-06-01", OverviewPart::SideEffects).tone, OverviewTone::Worse);
  }

  void copiesAsPlainText() {
    const Patient patient = samplePatient();
    const Texts texts;
    const QString text =
        plainOverview(patient, day("2026-03-10"), overviewSince(patient, day("2026-03-10"), texts), texts);
    const QStringList rows = text.split(QLatin1Char('\n'));
    QCOMPARE(rows.first(), QStringLiteral("SE-K7Q2-M3: new since the visit of 10 Mar 2026 (data of 14 Nov 2026)"));
    QCOMPARE(rows[1], QStringLiteral("- No relapse recorded"));
    QVERIFY(rows.contains(QString::fromUtf8("  pyramidal 3 → 2")));
    QCOMPARE(rows.last(), QStringLiteral("Facet, for research, not for diagnosis"));
  }

private:
  ApplicationLanguage m_language;
};

QTEST_GUILESS_MAIN(TestOverview)
#include "tst_overview.moc"
