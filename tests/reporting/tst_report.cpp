#include "report_fixture.h"

#include <facet/reporting/page_layout.h>

#include <QtTest>

using namespace facet;
using namespace facet::reporting;
using namespace facet::reporting::test;
using namespace facet::clinical::test;
using clinical::PatientRecord;

Q_DECLARE_METATYPE(facet::clinical::PatientRecord)

namespace {

const Section* find(const Report& report, SectionId id) {
  for (const Section& section : report.sections) {
    if (section.id == id) {
      return &section;
    }
  }
  return nullptr;
}

template <class T>
const T* firstOf(const Section* section) {
  if (section != nullptr) {
    for (const Block& block : section->blocks) {
      if (const auto* found = std::get_if<T>(&block)) {
        return found;
      }
    }
  }
  return nullptr;
}

Report reportOf(const PatientRecord& record, const MriFindings* mri = nullptr, const ReportChoice& choice = {}) {
  return makeReport(patientOf(record), mri, demoSource(), choice, textsIn("en"));
}

/// Whether a strip of the page is white.
bool isBlank(const QImage& page, const QRect& strip) {
  for (int y = strip.top(); y <= strip.bottom(); ++y) {
    for (int x = strip.left(); x <= strip.right(); ++x) {
      if ((page.pixel(x, y) & 0xffffff) != 0xffffff) {
        return false;
      }
    }
  }
  return true;
}

PatientRecord crowded() {
  PatientRecord record = switcher();
  const std::string name(200, 'W');
  record.person.id = "P-" + name;
  record.person.site = name;
  record.treatments = {treatment(name.c_str(), "2019", "2020-05", name.c_str()), treatment("ocrelizumab", "2020-07")};
  for (int i = 0; i < 60; ++i) {
    const std::string iso = toIso(day("2010-01-04") + std::chrono::days(90 * i));
    record.visits.push_back(visit(iso.c_str(), 2));
  }
  std::sort(record.visits.begin(), record.visits.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
  record.exams.back().scanner = name;
  record.exams.back().regions = {name, "brain"};
  return record;
}

PatientRecord control() {
  PatientRecord record;
  record.person = {.id = "SE-CTRL", .birth = date("1980"), .death = {}, .country = "SE", .site = {}};
  record.person.kind = clinical::PersonKind::Control;
  return record;
}

} // namespace

class TestReport : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void saysWhereDataComeFrom() {
    Report report = reportOf(switcher());
    QCOMPARE(report.patientId, QStringLiteral("SE-K7Q2-M3"));
    QCOMPARE(report.dataLine, QStringLiteral("Data of 14 Nov 2026; exact dates"));
    QVERIFY(report.syntheticLine.contains(QStringLiteral("does not exist")));
    QVERIFY(report.researchLine.contains(QStringLiteral("Not for diagnosis")));
    report = makeReport(patientOf(switcher()), nullptr,
                        {workspace::CacheKind::Protected, clinical::ReleaseDates::Shifted}, {}, textsIn("en"));
    QVERIFY(report.syntheticLine.isEmpty());
    QVERIFY(report.dataLine.contains(QStringLiteral("shifted")));
    const auto* dates = firstOf<Definition>(find(report, SectionId::Definitions));
    QVERIFY(dates->text.contains(QStringLiteral("unknown number of days")));
  }

  void summaryTellsWhatIsNewSinceTheVisitBefore() {
    const Report report = reportOf(switcher());
    const Section* summary = find(report, SectionId::Summary);
    QCOMPARE(summary->title, QStringLiteral("New since the visit of 12 Mar 2026"));
    const QString text = firstOf<Paragraph>(summary)->text;
    QVERIFY2(text.contains(QStringLiteral("EDSS 3.0 → 2.5 on 12 Sep 2026")), qPrintable(text));
    QVERIFY(text.startsWith(QStringLiteral("No relapse recorded.")));
    ReportChoice choice;
    choice.since = day("2024-06-13");
    const Report longer = reportOf(switcher(), nullptr, choice);
    QCOMPARE(find(longer, SectionId::Summary)->title, QStringLiteral("New since the visit of 13 Jun 2024"));
  }

  void treatmentsHaveRatesWithExactIntervals() {
    const Report report = reportOf(switcher());
    const auto* table = firstOf<Table>(find(report, SectionId::Treatments));
    QCOMPARE(table->rows.size(), std::size_t{7}); // four drugs, three gaps
    // 2 relapses in 821 days under glatiramer acetate; R: poisson.test(2, 821/365.25) = 0.89 (0.108–3.214).
    QCOMPARE(table->rows[0][4].text, QStringLiteral("0.89"));
    QCOMPARE(table->rows[0][4].below, QStringLiteral("0.11–3.21"));
    QVERIFY(table->notes[0].contains(QStringLiteral("falls without it too")) ||
            table->notes[1].contains(QStringLiteral("falls without it too")));
    for (const auto& row : table->rows) {
      QCOMPARE(row.size(), table->columns.size());
    }
    QVERIFY(firstOf<ResponseFigure>(find(report, SectionId::Treatments)) != nullptr);
  }

  void noContrastIsNotZero() {
    const auto report = reportOf(switcher());
    const auto* table = firstOf<Table>(find(report, SectionId::Scans));
    QCOMPARE(table->rows[0][0].text, QStringLiteral("3 Nov 2026"));
    QCOMPARE(table->rows[0][6].text, QStringLiteral("no contrast given"));
    QCOMPARE(table->rows.back()[4].text, QStringLiteral("not compared"));
  }

  void bothCountsAndEveryStatusAreTold() {
    NullProgress progress;
    const ImagedPatient patient = imaged();
    const MriFindings mri = *readMri(patient.patient, patient.reader(), progress);
    const Report report = makeReport(patient.patient, &mri, demoSource(), {}, textsIn("en"));
    const QString counts = firstOf<Paragraph>(find(report, SectionId::Lesions))->text;
    QVERIFY2(counts.contains(QStringLiteral("1 new, 1 enlarging, 1 no longer visible")), qPrintable(counts));
    QVERIFY(counts.contains(QStringLiteral("13 connected part")));
    const auto* table = firstOf<Table>(find(report, SectionId::Lesions));
    QCOMPARE(table->rows.size(), std::size_t{14});
    QCOMPARE(table->rows[0][1].text, QStringLiteral("new"));
    QVERIFY(*table->rows[0][1].status == workspace::LesionStatus::New);
    QCOMPARE(table->rows[0][3].text, QStringLiteral("–"));
    QVERIFY(table->rows[0][2].text.startsWith(QStringLiteral("R\u00a0")));
    const auto* row = firstOf<SliceRow>(find(report, SectionId::KeyImages));
    QCOMPARE(row->pictures.size(), std::size_t{3});
    QVERIFY(row->pictures[0].heading.startsWith(QStringLiteral("28 Oct 2025")));
  }

  void whatIsNotThereIsSaid() {
    for (const PatientRecord& record : {newcomer(), control(), PatientRecord()}) {
      const MriFindings none;
      const Report report = reportOf(record, &none);
      for (const Section& section : report.sections) {
        QVERIFY2(!section.blocks.empty(), qPrintable(section.title));
      }
      QVERIFY(firstOf<Table>(find(report, SectionId::Scans)) == nullptr);
      QVERIFY(PageLayout(report).pages() >= 1);
    }
    const Report report = reportOf(control());
    QVERIFY(find(report, SectionId::Treatments) == nullptr);
    QVERIFY(firstOf<Paragraph>(find(report, SectionId::KeyImages))->text.contains(QStringLiteral("not read")));
  }

  void partsCanBeLeftOut() {
    ReportChoice choice;
    choice.sections.reset();
    choice.sections.set(static_cast<std::size_t>(SectionId::Visits));
    const Report report = reportOf(switcher(), nullptr, choice);
    QCOMPARE(report.sections.size(), std::size_t{1});
    const PageLayout layout(report);
    QCOMPARE(layout.pageOf(SectionId::Visits), 0);
    QCOMPARE(layout.pageOf(SectionId::Lesions), -1);
  }

  void nothingIsDrawnOutsideTheColumn_data() {
    QTest::addColumn<PatientRecord>("record");
    QTest::newRow("switcher") << switcher();
    QTest::newRow("partial dates") << veteran();
    QTest::newRow("one visit") << newcomer();
    QTest::newRow("control") << control();
    QTest::newRow("nothing") << PatientRecord();
    QTest::newRow("60 more visits, names of 200 letters") << crowded();
    QTest::newRow("1000 events") << busy(1000);
  }
  void nothingIsDrawnOutsideTheColumn() {
    QFETCH(PatientRecord, record);
    NullProgress progress;
    const ImagedPatient patient = imaged();
    const MriFindings mri = *readMri(patient.patient, patient.reader(), progress);
    for (const char* language : {"en", "de"}) {
      const Report report = makeReport(patientOf(record), &mri, demoSource(), {}, textsIn(language));
      const PageLayout layout(report);
      QVERIFY(layout.pages() < 60);
      for (int page = 0; page < layout.pages(); ++page) {
        const QImage image = layout.image(page, 96);
        QCOMPARE(image.size(), QSize(794, 1123));
        // Half a millimetre of slack for round ends.
        QVERIFY(isBlank(image, QRect(0, 0, 57, 1123)));
        QVERIFY2(isBlank(image, QRect(737, 0, 57, 1123)),
                 qPrintable(QString::number(page) + QLatin1Char(' ') + QLatin1String(language)));
        QVERIFY(isBlank(image, QRect(0, 0, 794, 30)));
        // Between the content and the line above the foot.
        QVERIFY2(isBlank(image, QRect(0, 1060, 794, 8)), qPrintable(QString::number(page)));
        QVERIFY(isBlank(image, QRect(0, 1108, 794, 15)));
      }
    }
  }

  void pagesAreTheSameAtEveryZoom() {
    const Report report = reportOf(switcher());
    const PageLayout layout(report);
    // A line that broke elsewhere would move the text below it.
    const QImage small = layout.image(1, 96);
    const QImage large = layout.image(1, 192).scaled(small.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    qint64 difference = 0;
    for (int y = 0; y < small.height(); ++y) {
      for (int x = 0; x < small.width(); ++x) {
        difference += std::abs(qGray(small.pixel(x, y)) - qGray(large.pixel(x, y)));
      }
    }
    const double mean = static_cast<double>(difference) / (small.width() * small.height());
    QVERIFY2(mean < 6, qPrintable(QString::number(mean)));
  }
};

QTEST_MAIN(TestReport)
#include "tst_report.moc"
