#include "../support/patients.h"
#include "screen_walk.h"
#include "window_fixture.h"

#include <facet/charts/timeline_widget.h>
#include <facet/gui/pages.h>
#include <facet/workspace/segment_model.h>

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

using namespace facet;
using namespace facet::gui;
using namespace facet::workspace;
using namespace facet::clinical::test;
using facet::clinical::PatientRecord;

namespace {

PatientRecord fortyTreatments() {
  PatientRecord record = switcher();
  record.treatments.clear();
  for (int i = 0; i < 40; ++i) {
    const std::string year = std::to_string(2000 + i / 2);
    record.treatments.push_back(treatment(i % 3 == 0 ? "a drug of a trial whose name is long" : "interferon beta-1a",
                                          (year + (i % 2 == 0 ? "-01-10" : "-07-10")).c_str(),
                                          (year + (i % 2 == 0 ? "-06-01" : "-12-20")).c_str(), "other"));
  }
  return record;
}

PatientRecord contradictory() {
  PatientRecord record = newcomer();
  record.treatments = {treatment("teriflunomide", "2021-05-01", "2020-05-01"), treatment("compound 17", "2022", "2023"),
                       treatment("fingolimod", "2022-06", "2024-02-01")};
  return record;
}

PatientRecord onlyATreatment() {
  PatientRecord record;
  record.person.id = "IM-1";
  record.treatments = {treatment("ocrelizumab", "2024")};
  return record;
}

PatientRecord control() {
  PatientRecord record = newcomer();
  record.person.kind = clinical::PersonKind::Control;
  return record;
}

PatientRecord imported() {
  PatientRecord record;
  record.person.id = "IM-2";
  return record;
}

using Maker = PatientRecord (*)();
const std::vector<std::pair<const char*, Maker>> kPeople = {{"switcher", switcher},
                                                            {"newcomer", newcomer},
                                                            {"veteran", veteran},
                                                            {"forty treatments", fortyTreatments},
                                                            {"contradictory", contradictory},
                                                            {"only a treatment", onlyATreatment},
                                                            {"control", control},
                                                            {"imported", imported}};

/// The window on one page of one person.
struct Scene {
  Desk desk;
  std::unique_ptr<MainWindow> window;

  Scene(PatientRecord record, PageId page, const char* language = "en", ThemeMode mode = ThemeMode::Light,
        QSize size = QSize(1600, 1000))
      : desk(language) {
    desk.theme.setMode(mode);
    desk.person.record = std::move(record);
    desk.person.images = {};
    window = std::make_unique<MainWindow>(desk.context(), allPages(), std::vector<PaletteProvider>());
    desk.openSample();
    desk.navigator.goTo(page);
    window->resize(size);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get())) {
      qFatal("the window does not show");
    }
    QCoreApplication::sendPostedEvents();
  }
  template <class T>
  [[nodiscard]] T* find() const {
    return window->currentPage()->findChild<T*>();
  }
  [[nodiscard]] bool says(const QString& text) const {
    for (const QLabel* label : window->currentPage()->findChildren<QLabel*>()) {
      if (label->isVisible() && label->text().contains(text)) {
        return true;
      }
    }
    return false;
  }
  [[nodiscard]] QPushButton* button(const QString& text) const {
    for (QPushButton* each : window->currentPage()->findChildren<QPushButton*>()) {
      if (each->text() == text) {
        return each;
      }
    }
    return nullptr;
  }
  void trigger(const QString& command) const {
    for (QAction* action : window->currentPage()->actions()) {
      if (action->text() == command) {
        action->trigger();
        return;
      }
    }
    QFAIL(qPrintable(QStringLiteral("no command ") + command));
  }
};

} // namespace

/// The timeline and the response with people as registries have them.
class TestCoursePages : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyone_data() {
    QTest::addColumn<int>("person");
    QTest::addColumn<PageId>("page");
    QTest::addColumn<QString>("language");
    for (std::size_t person = 0; person < kPeople.size(); ++person) {
      for (const PageId page : {PageId::Timeline, PageId::Response}) {
        for (const char* language : {"en", "qps"}) {
          QTest::addRow("%s, page %d, %s", kPeople[person].first, static_cast<int>(page), language)
              << static_cast<int>(person) << page << QString::fromLatin1(language);
        }
      }
    }
  }
  // Nothing is clipped, everything is named and reached, in both themes.
  void everyone() {
    QFETCH(int, person);
    QFETCH(PageId, page);
    QFETCH(QString, language);
    const bool wide = language == QLatin1String("qps");
    Scene scene(kPeople[static_cast<std::size_t>(person)].second(), page, qPrintable(language),
                wide ? ThemeMode::Dark : ThemeMode::Light, wide ? QSize(1600, 1000) : QSize(1280, 800));
    QVERIFY(scene.window->isSettled());
    if (qEnvironmentVariableIsSet("FACET_TEST_PICTURES")) {
      scene.window->grab().save(QStringLiteral("course-%1-%2-%3.png")
                                    .arg(QString::fromLatin1(kPeople[static_cast<std::size_t>(person)].first))
                                    .arg(static_cast<int>(page))
                                    .arg(language));
    }
    QStringList wrong = screen::clipped(*scene.window->currentPage());
    wrong << screen::unnamed(*scene.window->currentPage()) << screen::unreached(*scene.window);
    QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
  }

  void aClickOnADaySetsTheTimeCursor() {
    Scene scene(switcher(), PageId::Timeline);
    auto* timeline = scene.find<charts::TimelineWidget>();
    QTest::mouseClick(timeline, Qt::LeftButton, {}, QPoint(timeline->width() / 2, 20));
    QVERIFY(scene.desk.time.day().has_value());
    QVERIFY(scene.says(QStringLiteral("At the cursor, ")));
    QVERIFY(!scene.window->currentPage()->readout().isEmpty());
  }

  void theDayOfAnotherPageIsReadOut() {
    Scene scene(switcher(), PageId::Timeline);
    QVERIFY(scene.says(QStringLiteral("On the last day on record, ")));
    scene.desk.time.setDay(day("2024-02-14"));
    QVERIFY(scene.says(QStringLiteral("At the cursor, 14 Feb 2024")));
    QTRY_VERIFY(scene.says(QStringLiteral("day 615"))); // 10 Jun 2022 is day 1; Python's datetime
    scene.find<charts::TimelineWidget>()->showWindow(18'000, 18'100);
    scene.desk.time.setDay(day("2025-02-14"));
    const auto& window = scene.find<charts::TimelineWidget>()->window();
    const double at = charts::toNumber(day("2025-02-14"));
    QVERIFY(window.first() < at && at < window.last());
  }

  void jumpsFromADayToItsScanAndItsTreatment() {
    Scene scene(switcher(), PageId::Timeline);
    scene.desk.time.setDay(day("2024-02-14"));
    QPushButton* scan = scene.button(QStringLiteral("MRI of 4 Jul 2023"));
    QVERIFY(scan != nullptr && scan->isEnabled());
    scene.trigger(QStringLiteral("Response to the treatment at the time cursor"));
    QCOMPARE(scene.desk.navigator.page(), PageId::Response);
    QVERIFY(scene.says(QStringLiteral("fingolimod")));
    QCOMPARE(scene.find<QTableView>()->currentIndex().row(), 4);
  }

  void lanesAreHiddenAndShownAgain() {
    Scene scene(switcher(), PageId::Timeline);
    auto* timeline = scene.find<charts::TimelineWidget>();
    const std::size_t all = timeline->model()->lanes().size();
    const double first = timeline->window().first();
    auto* menu = scene.window->currentPage()->findChild<QMenu*>();
    QCOMPARE(menu->actions().size(), static_cast<qsizetype>(all));
    for (QAction* action : menu->actions()) {
      action->setChecked(false);
    }
    QCOMPARE(timeline->model()->lanes().size(), std::size_t(1)); // one always stays
    for (QAction* action : menu->actions()) {
      action->setChecked(true);
    }
    QCOMPARE(timeline->model()->lanes().size(), all);
    QVERIFY(std::abs(timeline->window().first() - first) < 800);
  }

  void theTableSaysTheSame() {
    Scene scene(switcher(), PageId::Timeline);
    scene.trigger(QStringLiteral("Timeline as a table"));
    auto* table = scene.find<QTableView>();
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(),
             static_cast<int>(scene.find<charts::TimelineWidget>()->model()->events().size()));
    table->selectRow(3);
    QCOMPARE(*scene.find<charts::TimelineWidget>()->selected(), std::size_t(3));
    scene.trigger(QStringLiteral("Copy all events as a table"));
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("from\tuntil\tlane")));
  }

  void datesThatAreNotTrueAreSaid() {
    for (const PageId page : {PageId::Timeline, PageId::Response}) {
      Desk desk;
      desk.person.record = switcher();
      desk.person.dates = clinical::ReleaseDates::Shifted;
      MainWindow window(desk.context(), allPages(), {});
      desk.openSample();
      desk.navigator.goTo(page);
      window.resize(1600, 1000);
      window.show();
      bool said = false;
      for (const QLabel* label : window.currentPage()->findChildren<QLabel*>()) {
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("Dates are shifted")));
      }
      QVERIFY(said);
    }
  }

  void choosingATimeShowsItEverywhere() {
    Scene scene(switcher(), PageId::Response);
    auto* table = scene.find<QTableView>();
    QCOMPARE(table->model()->rowCount(), 7);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTRY_VERIFY(scene.says(QStringLiteral("2 in 2.25 years")));
    QVERIFY(scene.says(QStringLiteral("Treatment is started after relapses")));
    const auto* strip = scene.find<charts::TimelineWidget>();
    QCOMPARE(strip->model()->events()[*strip->selected()].index, std::size_t(0));
    scene.desk.time.setDay(day("2024-02-14"));
    QCOMPARE(table->currentIndex().row(), 4);
    table->setCurrentIndex(table->model()->index(1, 0)); // a gap: the cursor goes with it
    QCOMPARE(*scene.desk.time.day(), day("2021-08-30"));
    scene.trigger(QStringLiteral("Next treatment"));
    QCOMPARE(table->currentIndex().row(), 2);
  }

  void aNumberOpensToItsRecords() {
    Scene scene(switcher(), PageId::Response);
    auto* table = scene.find<QTableView>();
    table->setCurrentIndex(table->model()->index(0, 0));
    QVERIFY(!scene.says(QStringLiteral("Pseudo-relapses do not count")));
    const QRect cell = table->visualRect(table->model()->index(0, SegmentModel::RelapsesColumn));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center());
    QTRY_VERIFY(scene.says(QStringLiteral("Pseudo-relapses do not count")));
    QAbstractButton* record = nullptr;
    for (auto* button : scene.window->currentPage()->findChildren<QAbstractButton*>()) {
      if (button->accessibleName().startsWith(QStringLiteral("2 May 2020: Relapse"))) {
        record = button;
      }
    }
    QVERIFY(record != nullptr);
    record->click();
    QCOMPARE(scene.desk.navigator.page(), PageId::Timeline);
    QCOMPARE(*scene.desk.time.day(), day("2020-05-02"));
  }

  void copiesTheChosenTime() {
    Scene scene(switcher(), PageId::Response);
    scene.trigger(QStringLiteral("Copy the chosen treatment as text"));
    QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("SE-K7Q2-M3\nocrelizumab")));
  }

  void saysWhyThereIsNothing() {
    QVERIFY(Scene(control(), PageId::Response).says(QStringLiteral("A healthy control has no treatment")));
    QVERIFY(Scene(newcomer(), PageId::Response).says(QStringLiteral("No treatment on record")));
    QVERIFY(Scene(imported(), PageId::Timeline).says(QStringLiteral("Nothing to show on a time line")));
    Scene scene(contradictory(), PageId::Response);
    scene.trigger(QStringLiteral("Treatment before"));
    QVERIFY(scene.says(QStringLiteral("at the same time as compound 17")));
  }

  void anotherPersonReplacesTheFirst() {
    Scene scene(switcher(), PageId::Response);
    scene.desk.person.record = veteran();
    scene.desk.openSample();
    QTRY_VERIFY(scene.says(QStringLiteral("siponimod")));
    scene.desk.person.record = imported();
    scene.desk.openSample();
    QTRY_VERIFY(scene.says(QStringLiteral("No treatment on record")));
    scene.desk.navigator.goTo(PageId::Timeline);
    QVERIFY(scene.says(QStringLiteral("Nothing to show on a time line")));
  }
};

QTEST_MAIN(TestCoursePages)
#include "tst_course_pages.moc"
