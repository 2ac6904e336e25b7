#include "../support/patients.h"

#include <facet/charts/timeline_overview.h>
#include <facet/charts/timeline_widget.h>

#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>

using namespace facet;
using namespace facet::charts;
using namespace facet::clinical::test;
using facet::clinical::PatientRecord;

namespace {

std::shared_ptr<const TimelineModel> modelOf(PatientRecord record) {
  return std::make_shared<const TimelineModel>(std::make_shared<const PatientRecord>(std::move(record)),
                                               day("2026-11-14"));
}

/// A widget on the screen with a patient.
struct Stage {
  explicit Stage(PatientRecord record = switcher()) {
    widget.resize(1000, 800);
    widget.setModel(modelOf(std::move(record)));
    widget.show();
    draw();
  }
  void draw() { (void)widget.grab(); }

  [[nodiscard]] double dayAt(double x) const {
    const TimelineView view{widget.window().first(), widget.window().last(), widget.axis(), {}};
    return widget.painter()->scaleFor(view).dayAt(x);
  }
  [[nodiscard]] QPoint placeOf(EventKind kind, std::size_t index) const {
    return widget.painter()->markOf(*widget.model()->find(kind, index)).center().toPoint();
  }
  void wheel(const QPoint& at, int delta, Qt::KeyboardModifiers modifiers = {}) {
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
  }

  workspace::Theme theme{workspace::ThemeMode::Light};
  workspace::TimeCursor cursor;
  TimelineWidget widget{theme, cursor};
};

} // namespace

class TestTimelineWidget : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void wheelZoomsAtThePointer() {
    Stage stage;
    const double length = stage.widget.window().last() - stage.widget.window().first();
    const double before = stage.dayAt(600);
    QSignalSpy changed(&stage.widget, &TimelineWidget::windowChanged);
    stage.wheel({600, 300}, 120);
    QCOMPARE(changed.count(), 1);
    QVERIFY(std::abs(stage.dayAt(600) - before) < 1e-6);
    QVERIFY(std::abs(length / (stage.widget.window().last() - stage.widget.window().first()) - 1.25) < 1e-9);
    stage.wheel({600, 300}, -120);
    stage.wheel({600, 300}, -120);
    QVERIFY(stage.widget.window().showsAll());
  }

  void draggingPans() {
    Stage stage;
    for (int i = 0; i < 6; ++i) {
      stage.wheel({600, 300}, 120);
    }
    const double before = stage.dayAt(600);
    QSignalSpy vertical(&stage.widget, &TimelineWidget::draggedVertically);
    QTest::mousePress(&stage.widget, Qt::LeftButton, {}, {600, 330});
    QTest::mouseMove(&stage.widget, {620, 330});
    QTest::mouseMove(&stage.widget, {700, 330});
    QTest::mouseRelease(&stage.widget, Qt::LeftButton, {}, {700, 330});
    QVERIFY(std::abs(stage.dayAt(700) - before) < 1e-6);
    QVERIFY(!vertical.isEmpty());
    // A drag is no click.
    QVERIFY(!stage.cursor.day());
  }

  void doubleClickFits() {
    Stage stage;
    stage.wheel({600, 300}, 480);
    QVERIFY(!stage.widget.window().showsAll());
    QTest::mouseDClick(&stage.widget, Qt::LeftButton, {}, {500, 310});
    QVERIFY(stage.widget.window().showsAll());
  }

  void clickSetsTheSharedCursor() {
    Stage stage;
    const QPoint empty(500, 310);
    QTest::mouseClick(&stage.widget, Qt::LeftButton, {}, empty);
    QCOMPARE(*stage.cursor.day(), toDay(stage.dayAt(500)));
    QVERIFY(!stage.widget.selected());
  }

  void clickSelectsAnEvent() {
    Stage stage;
    QSignalSpy selection(&stage.widget, &TimelineWidget::selectionChanged);
    QTest::mouseClick(&stage.widget, Qt::LeftButton, {}, stage.placeOf(EventKind::Relapse, 6));
    QCOMPARE(selection.count(), 1);
    QCOMPARE(*stage.cursor.day(), day("2024-11-26"));
    QVERIFY(stage.widget.accessibleDescription().contains("Relapse"));
  }

  void clickOnABarKeepsTheDayThatWasClicked() {
    Stage stage;
    const QPoint bar = stage.placeOf(EventKind::Treatment, 2);
    QTest::mouseClick(&stage.widget, Qt::LeftButton, {}, bar);
    QCOMPARE(stage.widget.model()->events()[*stage.widget.selected()].kind, EventKind::Treatment);
    QCOMPARE(*stage.cursor.day(), toDay(stage.dayAt(bar.x())));
  }

  void clickOnAScanOpensIt() {
    Stage stage;
    QSignalSpy opened(&stage.widget, &TimelineWidget::examActivated);
    QTest::mouseClick(&stage.widget, Qt::LeftButton, {}, stage.placeOf(EventKind::Exam, 3));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().value<facet::Day>(), day("2021-06-10"));
    // With the keyboard a scan is passed without opening it.
    QTest::keyClick(&stage.widget, Qt::Key_Right);
    QTest::keyClick(&stage.widget, Qt::Key_Left);
    QCOMPARE(opened.count(), 1);
    QTest::keyClick(&stage.widget, Qt::Key_Return);
    QCOMPARE(opened.count(), 2);
  }

  void arrowsStepFromEventToEvent() {
    Stage stage;
    const auto& model = *stage.widget.model();
    QTest::keyClick(&stage.widget, Qt::Key_Home);
    QCOMPARE(*stage.widget.selected(), *model.next(std::nullopt));
    std::size_t steps = 1;
    for (auto at = stage.widget.selected(); at != model.previous(std::nullopt); at = stage.widget.selected()) {
      QTest::keyClick(&stage.widget, Qt::Key_Right);
      QVERIFY(*stage.widget.selected() > *at);
      ++steps;
    }
    QCOMPARE(steps, model.events().size() - model.record().administrations.size());
    // At the end it stays.
    QTest::keyClick(&stage.widget, Qt::Key_Right);
    QCOMPARE(*stage.widget.selected(), *model.previous(std::nullopt));
    QTest::keyClick(&stage.widget, Qt::Key_Escape);
    QVERIFY(!stage.widget.selected());
  }

  void upAndDownChangeTheLane() {
    Stage stage;
    const auto& model = *stage.widget.model();
    stage.widget.select(model.find(EventKind::Relapse, 3));
    QTest::keyClick(&stage.widget, Qt::Key_Down);
    QCOMPARE(model.events()[*stage.widget.selected()].kind, EventKind::Visit);
    QCOMPARE(model.events()[*stage.widget.selected()].begin.earliest, day("2021-06-02"));
    QTest::keyClick(&stage.widget, Qt::Key_Up);
    QTest::keyClick(&stage.widget, Qt::Key_Up);
    QCOMPARE(model.events()[*stage.widget.selected()].lane, std::size_t(1));
  }

  void selectingShowsWhatIsOutOfSight() {
    Stage stage;
    stage.widget.showWindow(toNumber(day("2018-01-01")), toNumber(day("2019-01-01")));
    stage.widget.select(stage.widget.model()->find(EventKind::Relapse, 6));
    stage.draw();
    QVERIFY(!stage.widget.painter()->markOf(*stage.widget.selected()).isEmpty());
  }

  void hoverIsToldOncePerDay() {
    Stage stage;
    QSignalSpy hover(&stage.widget, &TimelineWidget::hoverChanged);
    QTest::mouseMove(&stage.widget, {500, 300});
    QCOMPARE(*stage.widget.hoveredDay(), toDay(stage.dayAt(500)));
    QTest::mouseMove(&stage.widget, {40, 300});
    QVERIFY(!stage.widget.hoveredDay());
    QCOMPARE(hover.count(), 2);
  }

  void keysZoom() {
    Stage stage;
    stage.cursor.setDay(day("2024-02-14"));
    QTest::keyClick(&stage.widget, Qt::Key_Plus);
    QVERIFY(!stage.widget.window().showsAll());
    const double before = stage.widget.window().first();
    QTest::keyClick(&stage.widget, Qt::Key_PageUp);
    QVERIFY(stage.widget.window().first() < before);
    QTest::keyClick(&stage.widget, Qt::Key_0);
    QVERIFY(stage.widget.window().showsAll());
  }

  void withoutAPatient() {
    Stage stage;
    stage.widget.setModel(nullptr);
    stage.draw();
    stage.wheel({600, 300}, 120);
    QTest::keyClick(&stage.widget, Qt::Key_Right);
    QTest::mouseClick(&stage.widget, Qt::LeftButton, {}, {500, 300});
    QTest::mouseDClick(&stage.widget, Qt::LeftButton, {}, {500, 300});
    QVERIFY(!stage.widget.selected());
  }

  void anotherPatientBeginsAnew() {
    Stage stage;
    stage.widget.select(std::size_t(3));
    stage.wheel({600, 300}, 480);
    stage.widget.setModel(modelOf(veteran()));
    QVERIFY(!stage.widget.selected());
    QVERIFY(stage.widget.window().showsAll());
  }

  void themeChangesTheDrawing() {
    Stage stage;
    const QImage light = stage.widget.grab().toImage();
    stage.theme.setMode(workspace::ThemeMode::Dark);
    const QImage dark = stage.widget.grab().toImage();
    QVERIFY(qGray(light.pixel(5, 400)) > 200);
    QVERIFY(qGray(dark.pixel(5, 400)) < 60);
  }

  void overviewFrame() {
    Stage stage;
    TimelineOverview overview(stage.theme, stage.widget);
    overview.resize(1000, 64);
    overview.show();
    (void)overview.grab();
    stage.widget.showWindow(toNumber(day("2020-01-01")), toNumber(day("2022-01-01")));
    // Beside the frame: it comes there.
    QTest::mouseClick(&overview, Qt::LeftButton, {}, {900, 30});
    QVERIFY(stage.widget.window().last() > toNumber(day("2024-01-01")));
    const double length = stage.widget.window().last() - stage.widget.window().first();
    QVERIFY(std::abs(length - 731) < 1e-6);
    // The frame is dragged.
    const double first = stage.widget.window().first();
    QTest::mousePress(&overview, Qt::LeftButton, {}, {900, 30});
    QTest::mouseMove(&overview, {800, 30});
    QTest::mouseRelease(&overview, Qt::LeftButton, {}, {800, 30});
    QVERIFY(stage.widget.window().first() < first - 100);
    QVERIFY(std::abs(stage.widget.window().last() - stage.widget.window().first() - length) < 1e-6);
    QTest::keyClick(&overview, Qt::Key_Plus);
    QVERIFY(stage.widget.window().last() - stage.widget.window().first() < length);
    QTest::mouseDClick(&overview, Qt::LeftButton, {}, {500, 30});
    QVERIFY(stage.widget.window().showsAll());
    QVERIFY(!overview.accessibleName().isEmpty());
  }
};

QTEST_MAIN(TestTimelineWidget)
#include "tst_timeline_widget.moc"
