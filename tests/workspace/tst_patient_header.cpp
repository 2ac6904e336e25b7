#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/patient_header.h>

#include <QtTest>

using namespace facet;
using namespace facet::clinical;
using namespace facet::workspace;

namespace {

PartialDate on(const char* iso) {
  return *parseIsoDate(iso);
}

Patient patient() {
  Patient p;
  p.dataDay = *dayOf(2026, 11, 14);
  p.record.person.id = "SE-K7Q2-M3";
  p.record.person.sex = Sex::Female;
  p.record.person.birth = on("1992-05-10");
  return p;
}

QString value(const Patient& p, const char* label) {
  for (const HeaderFact& fact : headerFacts(p, Texts())) {
    if (fact.label == QLatin1String(label)) {
      return (fact.presence == Presence::Missing ? QStringLiteral("? ") : QString()) + fact.value;
    }
  }
  return QStringLiteral("(no such fact)");
}

} // namespace

class TestPatientHeader : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

  void saysWhatIsMissing() {
    const Patient p = patient();
    QCOMPARE(value(p, "Phenotype"), QStringLiteral("? not recorded"));
    QCOMPARE(value(p, "Onset"), QStringLiteral("? not recorded"));
    QCOMPARE(value(p, "Treatment"), QStringLiteral("none so far"));
    QCOMPARE(value(p, "EDSS"), QStringLiteral("? not recorded"));
    QCOMPARE(value(p, "Last MRI"), QStringLiteral("? none"));
    QCOMPARE(value(p, "Last cord MRI"), QStringLiteral("? none"));
    QCOMPARE(value(p, "sNfL"), QStringLiteral("? not measured"));
  }

  void countsAges_data() {
    QTest::addColumn<QString>("birth");
    QTest::addColumn<QString>("death");
    QTest::addColumn<QString>("text");
    QTest::newRow("exact") << "1992-05-10"
                           << ""
                           << "F, 34 y";
    QTest::newRow("birthday on the day") << "1992-11-14"
                                         << ""
                                         << "F, 34 y";
    QTest::newRow("birthday tomorrow") << "1992-11-15"
                                       << ""
                                       << "F, 33 y";
    QTest::newRow("only the year") << "1992"
                                   << ""
                                   << "F, 33–34 y";
    QTest::newRow("month that is over") << "1992-05"
                                        << ""
                                        << "F, 34 y";
    QTest::newRow("not known") << ""
                               << ""
                               << "F, age not known";
    QTest::newRow("died") << "1950-01-01"
                          << "2020-06-30"
                          << "F, died 2020 at 70 y";
    QTest::newRow("born after the data") << "2027-01-01"
                                         << ""
                                         << "F, age not known";
  }
  void countsAges() {
    QFETCH(QString, birth);
    QFETCH(QString, death);
    Patient p = patient();
    p.record.person.birth = birth.isEmpty() ? std::nullopt : std::optional(on(qPrintable(birth)));
    p.record.person.death = death.isEmpty() ? std::nullopt : std::optional(on(qPrintable(death)));
    QTEST(value(p, "Sex, age"), "text");
  }

  void namesTheTreatmentThatGoesOn() {
    Patient p = patient();
    p.record.treatments = {{"1", "L04AA27", "Gilenya", on("2022-06-01"), on("2025-04-30"), "", ""},
                           {"2", "L04AA36", "Ocrevus", on("2025-09-12"), {}, "", ""},
                           {"3", "", "trial drug", on("2027-01-01"), {}, "", ""}};
    QCOMPARE(value(p, "Treatment"), QStringLiteral("ocrelizumab · 14 mo"));
    p.record.treatments.erase(p.record.treatments.begin() + 1);
    QCOMPARE(value(p, "Treatment"), QStringLiteral("none since Apr 2025"));
    p.record.treatments = {{"4", "", "Study drug X", on("2026"), {}, "", ""}};
    QCOMPARE(value(p, "Treatment"), QStringLiteral("Study drug X · 10 mo"));
  }

  void takesTheLastThatWasRecorded() {
    Patient p = patient();
    p.record.phases = {{"1", Course::ClinicallyIsolated, on("2018-03"), on("2019-02")},
                       {"2", Course::RelapsingRemitting, on("2019-02"), {}}};
    p.record.onset = Onset{"o", on("2018-03"), on("2019-02-11")};
    Visit examined;
    examined.date = *dayOf(2026, 7, 12);
    examined.edss = *Edss::fromNumber(2.5);
    Visit withoutEdss;
    withoutEdss.date = *dayOf(2026, 10, 1);
    p.record.visits = {examined, withoutEdss};
    MriExam brain;
    brain.date = *dayOf(2026, 11, 3);
    brain.regions = {"brain", "cervical-cord"};
    MriExam cord;
    cord.date = *dayOf(2026, 11, 5);
    cord.regions = {"thoracic-cord"};
    p.record.exams = {brain, cord};
    p.record.measurements = {{"s", "snfl", on("2026-07-12"), 11.25, "pg/mL", "Simoa", ""},
                             {"b", "bmi", on("2026-10-12"), 24, "kg/m2", "", ""}};
    QCOMPARE(value(p, "Phenotype"), QStringLiteral("RRMS since 2019"));
    QCOMPARE(value(p, "Onset"), QStringLiteral("Mar 2018 · 8.7 y"));
    QCOMPARE(value(p, "EDSS"), QStringLiteral("2.5 · 12 Jul 2026"));
    QCOMPARE(value(p, "Last MRI"), QStringLiteral("3 Nov 2026"));
    QCOMPARE(value(p, "Last cord MRI"), QStringLiteral("5 Nov 2026"));
    QCOMPARE(value(p, "sNfL"), QStringLiteral("11.3 pg/mL · Jul 2026"));
  }

  void showsControlsOnlyWhatApplies() {
    Patient p = patient();
    p.record.person.kind = PersonKind::Control;
    QCOMPARE(value(p, "Group"), QStringLiteral("healthy control"));
    QCOMPARE(value(p, "EDSS"), QStringLiteral("(no such fact)"));
  }
};

QTEST_GUILESS_MAIN(TestPatientHeader)
#include "tst_patient_header.moc"
