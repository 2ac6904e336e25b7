#include "phantom_fixture.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <set>

using namespace facet;
using namespace facet::synthetic;

namespace {

using Spoil = std::function<void(PatientScans&)>;

int count(const PhantomTruth& truth, std::size_t scan, LesionStatus status) {
  return static_cast<int>(std::count_if(truth.lesions.begin(), truth.lesions.end(),
                                        [&](const LesionTruth& lesion) { return lesion.status[scan] == status; }));
}

} // namespace
Q_DECLARE_METATYPE(Spoil)

class PhantomPlan : public QObject {
  Q_OBJECT

private slots:
  void contradictionsAreRefused_data() {
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* reason, Spoil spoil) {
      QTest::newRow(name) << std::move(spoil) << QString(reason);
    };
    row("no subject", "letters and digits", [](PatientScans& p) { p.subject.clear(); });
    row("path as subject", "letters and digits", [](PatientScans& p) { p.subject = "../x"; });
    row("space in session", "letters and digits", [](PatientScans& p) { p.scans[1].session = "M 12"; });
    row("200 characters", "letters and digits", [](PatientScans& p) { p.subject.assign(200, 'a'); });
    row("session twice", "is there twice", [](PatientScans& p) { p.scans[1].session = "M0"; });
    row("same day", "not later", [](PatientScans& p) { p.scans[1].date = p.scans[0].date; });
    row("backwards", "not later", [](PatientScans& p) { std::swap(p.scans[0].date, p.scans[2].date); });
    row("negative age", "age outside", [](PatientScans& p) { p.scans[0].ageYears = -1; });
    row("no age", "age outside", [](PatientScans& p) { p.scans[0].ageYears = std::nan(""); });
    row("no field", "field strength", [](PatientScans& p) { p.scans[0].scanner.fieldTesla = 0; });
    row("negative number", "negative number", [](PatientScans& p) { p.scans[0].activity.newLesions = -1; });
    row("enlarging before there are any", "cannot enlarge", [](PatientScans& p) { p.scans[0].activity.enlarging = 1; });
    row("more vanish than there are", "cannot enlarge", [](PatientScans& p) { p.scans[1].activity.vanishing = 17; });
    row("more sites than lesions", "more sites",
        [](PatientScans& p) { p.scans[1].activity.sites.assign(4, LesionSite::Cord); });
    row("more enhancing than active", "more enhancing", [](PatientScans& p) { p.scans[1].activity.enhancing = 6; });
    row("no room", "room", [](PatientScans& p) { p.scans[0].activity.newLesions = 5000; });
    row("no room at one site", "room",
        [](PatientScans& p) { p.scans[0].activity.sites.assign(18, LesionSite::CerebellarPeduncle); });
  }
  void contradictionsAreRefused() {
    QFETCH(Spoil, spoil);
    QFETCH(QString, reason);
    PatientScans patient = phantomPatient(3, Protocol::ThreeD1mm);
    spoil(patient);
    const Phantoms phantoms({patient});
    QVERIFY2(QString::fromStdString(phantoms.error).contains(reason), phantoms.error.c_str());
    QVERIFY(!std::filesystem::exists(phantoms.bids() / "participants.tsv"));
  }

  void subjectsAreUnique() {
    const PatientScans patient = phantomPatient(3, Protocol::ThreeD1mm, 1);
    QVERIFY(Phantoms({patient, patient}).error.find("is there twice") != std::string::npos);
  }

  void stopsWhenAsked() {
    class Stopped final : public Progress {
      void setFraction(double) override {}
      void setStep(const Message&) override {}
      [[nodiscard]] bool stopRequested() const override { return true; }
    } progress;
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    const std::vector patients = {phantomPatient(3, Protocol::ThreeD1mm, 1)};
    const auto written =
        writePhantoms(patients, {.release = root / "r", .truth = root / "t"}, PhantomDetail::Coarse, progress);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Cancelled);
  }

  /// Everything in the plan happens, and nothing else.
  void planIsFulfilled() {
    const PatientScans patient = phantomPatient(5, Protocol::Thick2D);
    const Phantoms phantoms({patient});
    QCOMPARE(phantoms.error, std::string());
    const PhantomTruth& truth = phantoms.truth.front();
    QCOMPARE(truth.lesions.size(), std::size_t(24));
    std::set<int> ids;
    for (const LesionTruth& lesion : truth.lesions) {
      ids.insert(lesion.id);
      QCOMPARE(lesion.volumeMm3.size(), std::size_t(3));
      for (std::size_t scan = 0; scan < 3; ++scan) {
        const bool gone =
            lesion.status[scan] == LesionStatus::Absent || lesion.status[scan] == LesionStatus::NoLongerVisible;
        QCOMPARE(lesion.volumeMm3[scan] == 0, gone);
        QVERIFY(!(gone && (lesion.inReadersMask[scan] || lesion.enhancing[scan])));
        if (scan == 0) {
          continue;
        }
        const double before = lesion.volumeMm3[scan - 1];
        const double now = lesion.volumeMm3[scan];
        switch (lesion.status[scan]) {
        case LesionStatus::Enlarging:
          QVERIFY2(now > 1.3 * before, qPrintable(QString("%1 to %2").arg(before).arg(now)));
          break;
        case LesionStatus::Shrinking:
          QVERIFY2(now < 0.85 * before && now > 0.4 * before, qPrintable(QString("%1 to %2").arg(before).arg(now)));
          break;
        case LesionStatus::Stable:
          QCOMPARE(now, before);
          break;
        default:
          break;
        }
      }
    }
    QCOMPARE(ids.size(), truth.lesions.size());
    for (std::size_t scan = 0; scan < 3; ++scan) {
      const LesionActivity& activity = patient.scans[scan].activity;
      QCOMPARE(count(truth, scan, LesionStatus::New), activity.newLesions);
      QCOMPARE(count(truth, scan, LesionStatus::Enlarging), activity.enlarging);
      QCOMPARE(count(truth, scan, LesionStatus::NoLongerVisible), activity.vanishing);
      QCOMPARE(std::count_if(truth.lesions.begin(), truth.lesions.end(),
                             [&](const LesionTruth& lesion) { return lesion.enhancing[scan]; }),
               std::ptrdiff_t(activity.enhancing));
    }
    QVERIFY(std::any_of(truth.lesions.begin(), truth.lesions.end(), [](const LesionTruth& lesion) {
      return lesion.site == LesionSite::Brainstem && lesion.status[1] == LesionStatus::New && lesion.inReadersMask[1];
    }));
  }

  /// What the report counts is what the reader's mask shows.
  void reportAgreesWithTheMask() {
    PatientScans patient = phantomPatient(6, Protocol::Thick2D, 2);
    patient.scans[1].gadolinium = Gadolinium::NotGiven;
    const Phantoms phantoms({patient});
    QCOMPARE(phantoms.error, std::string());
    std::vector<std::set<int>> seen;
    for (const ScanReport& report : phantoms.truth.front().reports) {
      const auto mask = Phantoms::values(phantoms.readersMask(patient.subject, report.session));
      std::set<int> ids;
      for (const double value : mask) {
        if (value > 0) {
          ids.insert(static_cast<int>(value));
        }
      }
      QCOMPARE(static_cast<int>(ids.size()), report.lesions);
      QCOMPARE(report.bidsSession, "sub-" + patient.subject + "/ses-" + report.session);
      seen.push_back(std::move(ids));
    }
    const auto& reports = phantoms.truth.front().reports;
    QVERIFY(!reports[0].newT2 && !reports[0].enlargingT2 && reports[0].enhancing);
    QVERIFY(!reports[1].enhancing);
    QCOMPARE(*reports[1].newT2, static_cast<int>(std::count_if(seen[1].begin(), seen[1].end(),
                                                               [&](int id) { return !seen[0].contains(id); })));
  }
};

QTEST_APPLESS_MAIN(PhantomPlan)
#include "tst_phantom_plan.moc"
