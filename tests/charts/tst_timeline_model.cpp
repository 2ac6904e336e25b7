#include "../support/patients.h"

#include <facet/charts/timeline_model.h>
#include <facet/charts/timeline_table.h>

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace facet;
using namespace facet::charts;
using namespace facet::clinical::test;
using facet::clinical::PatientRecord;

namespace {

TimelineModel modelOf(PatientRecord record) {
  return {std::make_shared<const PatientRecord>(std::move(record)), day("2026-11-14")};
}

std::vector<LaneKind> kinds(const TimelineModel& model) {
  std::vector<LaneKind> found;
  for (const Lane& lane : model.lanes()) {
    found.push_back(lane.kind);
  }
  return found;
}

} // namespace

class TestTimelineModel : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void nothing() {
    const TimelineModel model = modelOf({});
    QVERIFY(model.isEmpty());
    QVERIFY(model.lanes().empty());
    QVERIFY(!model.next(std::nullopt) && !model.previous(std::nullopt));
  }

  void lanesStandInTheOrderOfTheClinic() {
    const std::vector<LaneKind> expected = {LaneKind::Phase, LaneKind::Treatment, LaneKind::Relapse,
                                            LaneKind::Edss,  LaneKind::Systems,   LaneKind::Test,
                                            LaneKind::Test,  LaneKind::Mri,       LaneKind::Marker};
    QCOMPARE(kinds(modelOf(switcher())), expected);
    QCOMPARE(kinds(modelOf(newcomer())), std::vector<LaneKind>{LaneKind::Edss});
  }

  void eventsStandInTheOrderOfTime() {
    const TimelineModel model = modelOf(veteran());
    for (std::size_t i = 1; i < model.events().size(); ++i) {
      QVERIFY(model.events()[i - 1].begin.earliest <= model.events()[i].begin.earliest);
    }
    QCOMPARE(model.extent().earliest, day("1985-01-01"));
    QCOMPARE(model.extent().latest, day("2026-02-11"));
  }

  void everyRecordIsAnEvent() {
    const PatientRecord record = switcher();
    const TimelineModel model = modelOf(record);
    const std::size_t gaps = 3;
    QCOMPARE(model.events().size(), record.phases.size() + record.treatments.size() + gaps +
                                        record.administrations.size() + record.relapses.size() + record.visits.size() +
                                        record.measurements.size() + record.exams.size());
    for (std::size_t i = 0; i < record.exams.size(); ++i) {
      const auto event = model.find(EventKind::Exam, i);
      QVERIFY(event);
      QCOMPARE(model.events()[*event].begin.earliest, record.exams[i].date);
    }
    QVERIFY(!model.find(EventKind::Exam, record.exams.size()));
  }

  void stepsPassOverDoses() {
    const TimelineModel model = modelOf(switcher());
    std::size_t steps = 0;
    std::optional<std::size_t> last;
    for (auto at = model.next(std::nullopt); at; at = model.next(at)) {
      QVERIFY(model.events()[*at].kind != EventKind::Dose);
      last = at;
      ++steps;
    }
    QCOMPARE(steps, model.events().size() - model.record().administrations.size());
    QCOMPARE(*model.previous(std::nullopt), *last);
    std::size_t back = 0;
    for (auto at = model.previous(std::nullopt); at; at = model.previous(at)) {
      ++back;
    }
    QCOMPARE(back, steps);
  }

  void nearestInALane() {
    const TimelineModel model = modelOf(switcher());
    const auto relapse = model.nearest(2, day("2021-05-01"));
    QCOMPARE(model.events()[*relapse].begin.earliest, day("2021-05-20"));
  }

  void overlappingTreatmentsStack() {
    PatientRecord record;
    record.treatments = {treatment("interferon beta-1a", "2010-01-01", "2020-01-01"),
                         treatment("azathioprine", "2012-01-01", "2016-01-01"),
                         treatment("fingolimod", "2020-01-01", "2026-01-01")};
    const TimelineModel model = modelOf(std::move(record));
    QCOMPARE(model.rowOf(0), std::size_t(0));
    QCOMPARE(model.rowOf(1), std::size_t(1));
    QCOMPARE(model.rowOf(2), std::size_t(0));
    QCOMPARE(model.rows(), std::size_t(2));
  }

  void twoOpenTreatmentsStack() {
    PatientRecord record;
    record.treatments = {treatment("fingolimod", "2010-01-01"), treatment("ocrelizumab", "2018-01-01")};
    const TimelineModel model = modelOf(std::move(record));
    QVERIFY(model.rowOf(0) != model.rowOf(1));
  }

  void aShortTreatmentStepsDown() {
    const TimelineModel model = modelOf(switcher());
    QCOMPARE(model.rowOf(1), std::size_t(1)); // seven months of dimethyl fumarate
    QCOMPARE(model.rowOf(0), std::size_t(0));
    QCOMPARE(model.rowOf(2), std::size_t(0));
    QCOMPARE(model.rowOf(3), std::size_t(0));
  }

  void twoVisitsOnOneDay() {
    PatientRecord record;
    record.visits = {visit("2020-01-01", 2), visit("2020-01-01", 3)};
    const TimelineModel model = modelOf(std::move(record));
    QCOMPARE(model.events().size(), std::size_t(2));
    QCOMPARE(*model.next(std::size_t(0)), std::size_t(1));
  }

  void tableHasTheSameRows() {
    const auto model = std::make_shared<const TimelineModel>(modelOf(switcher()));
    TimelineTable table;
    const QAbstractItemModelTester tester(&table);
    table.setModel(model);
    QCOMPARE(table.rowCount(), static_cast<int>(model->events().size()));
    QCOMPARE(table.columnCount(), 4);
    for (int row = 0; row < table.rowCount(); ++row) {
      for (int column = 0; column < 3; ++column) {
        QVERIFY(!table.index(row, column).data().toString().isEmpty());
      }
    }
    const QStringList lines = toTsv(*model).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), table.rowCount() + 1);
    for (const QString& line : lines) {
      QCOMPARE(line.count('\t'), 4);
    }
    QCOMPARE(lines[1].section('\t', 0, 2), QString("2018-03-14\t2019-04-20\tPhase"));
    // A month stays a month.
    QVERIFY(toTsv(*model).contains("\n2023-03\t\tRelapses"));
    table.setModel(nullptr);
    QCOMPARE(table.rowCount(), 0);
  }

  void tabsAndLineEndsDoNotBreakTheTable() {
    PatientRecord record;
    record.treatments = {treatment("a\tname\nin two lines", "2020-01-01")};
    const QStringList lines = toTsv(modelOf(std::move(record))).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[1].count('\t'), 4);
  }
};

QTEST_MAIN(TestTimelineModel)
#include "tst_timeline_model.moc"
