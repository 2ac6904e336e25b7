#include "../support/records.h"

#include <facet/workspace/patient_table.h>

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace facet;
using namespace facet::clinical;
using namespace facet::clinical::test;
using namespace facet::workspace;

namespace {

const Day kDataDay = day("2026-11-14");

PatientRow person(const char* id) {
  PatientRow row;
  row.id = id;
  return row;
}

PatientRowsPtr rows(std::vector<PatientRow> all) {
  PatientRows made;
  made.rows = std::move(all);
  made.dataDay = kDataDay;
  fillWords(made, Texts());
  return std::make_shared<const PatientRows>(std::move(made));
}

QStringList ids(const PatientTable& table) {
  QStringList all;
  for (int row = 0; row < table.rowCount(); ++row) {
    all << table.index(row, 0).data(PatientTable::IdRole).toString();
  }
  return all;
}

QStringList list(std::initializer_list<const char*> words) {
  QStringList all;
  for (const char* word : words) {
    all << QLatin1String(word);
  }
  return all;
}

} // namespace

class TestPatientTable : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

  void goesMonthsBack_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<int>("months");
    QTest::addColumn<QString>("to");
    QTest::newRow("same day") << "2026-11-14" << 12 << "2025-11-14";
    QTest::newRow("over new year") << "2026-01-31" << 2 << "2025-11-30";
    QTest::newRow("leap day") << "2024-02-29" << 12 << "2023-02-28";
  }
  void goesMonthsBack() {
    QFETCH(QString, from);
    QFETCH(int, months);
    QFETCH(QString, to);
    QCOMPARE(monthsBefore(day(qPrintable(from)), months), day(qPrintable(to)));
  }

  void readsARowFromARecord() {
    PatientRecord record;
    record.person.id = "A";
    record.relapses = {relapse("2025-11-14"), relapse("2025-11-15"), relapse("2026-02"),
                       relapse("2026-03-01", RelapseCertainty::Pseudo), relapse("2027-01-01")};
    record.visits = {visit("2025-01-01", 2.0), visit("2026-01-01", 3.5), visit("2027-01-01", 6.0)};
    record.visits[1].edss.reset();
    record.treatments = {treatment("fingolimod", "2020-01-01", "2025-01-01"), treatment("ocrelizumab", "2025-02-01"),
                         treatment("natalizumab", "2027-01-01")};
    record.exams = {scan("2025-05-05"), scan("2027-05-05")};
    const PatientRow row = patientRow(record, kDataDay, {});
    QCOMPARE(row.relapsesInYear, 2); // the day one year ago is not within the year
    QCOMPARE(*row.lastRelapse, date("2026-02"));
    QCOMPARE(*row.lastVisit, day("2026-01-01"));
    QCOMPARE(row.edss->tenths(), 20);
    QCOMPARE(*row.edssDate, day("2025-01-01"));
    QCOMPARE(row.treatments.size(), 1U);
    QCOMPARE(row.treatments[0].name, std::string("ocrelizumab"));
    QCOMPARE(*row.lastScan, day("2025-05-05"));
    QVERIFY(!row.hasImages);
  }

  void keepsWorklists() {
    PatientRow row = person("A");
    QVERIFY(belongsTo(row, Worklist::NoVisitFor14Months, kDataDay));
    row.lastVisit = day("2025-09-14");
    QVERIFY(!belongsTo(row, Worklist::NoVisitFor14Months, kDataDay));
    row.lastVisit = day("2025-09-13");
    QVERIFY(belongsTo(row, Worklist::NoVisitFor14Months, kDataDay));
    row.deceased = true;
    QVERIFY(!belongsTo(row, Worklist::NoVisitFor14Months, kDataDay));
    QVERIFY(!belongsTo(row, Worklist::ScanNotReported, kDataDay));
    row.lastScan = day("2026-01-01");
    QVERIFY(belongsTo(row, Worklist::ScanNotReported, kDataDay));
    row.lastReport = day("2026-01-01");
    QVERIFY(!belongsTo(row, Worklist::ScanNotReported, kDataDay));
    row.relapsesInYear = 1;
    QVERIFY(belongsTo(row, Worklist::RelapseInYear, kDataDay));
    row.kind = PersonKind::Control;
    QVERIFY(!belongsTo(row, Worklist::RelapseInYear, kDataDay));
    QVERIFY(belongsTo(row, Worklist::Everyone, kDataDay));
  }

  void isAModel() {
    PatientTable table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setRows(rows({person("B"), person("A"), person("C")}));
    table.sort(PatientTable::Id, Qt::DescendingOrder);
    table.setSearch(QStringLiteral("a"));
    table.setSearch(QString());
    table.setRows(nullptr);
    QCOMPARE(table.rowCount(), 0);
    QVERIFY(!table.data(table.index(5, 5), Qt::DisplayRole).isValid());
    QCOMPARE(table.headerData(0, Qt::Vertical, Qt::DisplayRole), QVariant());
  }

  void searchesEveryWordAnywhere() {
    PatientRow a = person("SE-1");
    a.country = "SE";
    a.course = Course::RelapsingRemitting;
    a.treatments = {treatment("Ocrevus", "2020-01-01")};
    PatientRow b = person("NO-1");
    b.course = Course::RelapsingRemitting;
    PatientTable table;
    table.setRows(rows({a, b}));
    table.setSearch(QStringLiteral("RRMS"));
    QCOMPARE(table.rowCount(), 2);
    table.setSearch(QStringLiteral(" rrms   ocrelizumab "));
    QCOMPARE(ids(table), list({"SE-1"}));
    table.setSearch(QStringLiteral("ocrevus"));
    QCOMPARE(ids(table), list({"SE-1"}));
    table.setSearch(QStringLiteral("rrms natalizumab"));
    QCOMPARE(table.rowCount(), 0);
  }

  void sortsByWhatIsMeantAndPutsWhatIsMissingLast() {
    PatientRow a = person("A");
    a.birth = date("1990");
    a.edss = *Edss::fromNumber(10);
    PatientRow b = person("B");
    b.birth = date("1960-05-05");
    b.edss = *Edss::fromNumber(2);
    const PatientRow c = person("C");
    PatientTable table;
    table.setRows(rows({a, b, c}));
    table.sort(PatientTable::EdssColumn, Qt::AscendingOrder);
    QCOMPARE(ids(table), list({"B", "A", "C"}));
    table.sort(PatientTable::EdssColumn, Qt::DescendingOrder);
    QCOMPARE(ids(table), list({"A", "B", "C"}));
    table.sort(PatientTable::Age, Qt::AscendingOrder);
    QCOMPARE(ids(table), list({"A", "B", "C"}));
    table.sort(PatientTable::Id, Qt::DescendingOrder);
    QCOMPARE(ids(table), list({"C", "B", "A"}));
    const QPersistentModelIndex kept(table.index(0, 0));
    table.sort(PatientTable::Id, Qt::AscendingOrder);
    QCOMPARE(kept.row(), 2);
  }

  void showsCells() {
    PatientRow a = person("A");
    a.sex = Sex::Female;
    a.birth = date("1990");
    a.onset = date("2018-03-01");
    a.edss = *Edss::fromNumber(2.5);
    a.lastVisit = day("2026-07-12");
    a.treatments = {treatment("ocrelizumab", "2020-01-01"), treatment("Study drug", "2021-01-01")};
    PatientTable table;
    table.setRows(rows({a}));
    QStringList cells;
    for (int column = 0; column < table.columnCount(); ++column) {
      cells << table.index(0, column).data().toString();
    }
    QCOMPARE(cells.join(QLatin1Char('|')),
             QString::fromUtf8("A|F|35–36|–|8.7|ocrelizumab, Study drug|2.5|0|12 Jul 2026|–|–|–"));
    QVERIFY(table.index(0, PatientTable::LastScan).data(PatientTable::MissingRole).toBool());
    QVERIFY(!table.index(0, PatientTable::LastVisit).data(PatientTable::MissingRole).toBool());
  }

  void countsWorklistsUnderTheSearch() {
    PatientRow a = person("A1");
    a.relapsesInYear = 1;
    PatientRow b = person("A2");
    PatientRow control = person("A3");
    control.kind = PersonKind::Control;
    PatientTable table;
    QSignalSpy counted(&table, &PatientTable::countsChanged);
    table.setRows(rows({a, b, control}));
    QCOMPARE(table.countOf(Worklist::Everyone), 2);
    QCOMPARE(table.countOf(Worklist::RelapseInYear), 1);
    QCOMPARE(table.countOf(Worklist::NoVisitFor14Months), 2);
    table.setControls(Controls::Shown);
    QCOMPARE(table.countOf(Worklist::Everyone), 3);
    table.setWorklist(Worklist::RelapseInYear);
    QCOMPARE(ids(table), list({"A1"}));
    table.setSearch(QStringLiteral("a2"));
    QCOMPARE(table.rowCount(), 0);
    QCOMPARE(table.countOf(Worklist::Everyone), 1);
    QCOMPARE(table.rowOf(QStringLiteral("A1")), -1);
    QCOMPARE(counted.size(), 4);
  }
};

QTEST_GUILESS_MAIN(TestPatientTable)
#include "tst_patient_table.moc"
