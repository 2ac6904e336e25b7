#include "window_fixture.h"

#include <facet/gui/pages.h>

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSemaphore>
#include <QTableView>
#include <QToolButton>

using namespace facet;
using namespace facet::gui;
using namespace facet::workspace;

namespace {

/// Counts what the window does with a page.
struct Calls {
  int made = 0;
  QList<bool> patients; ///< each setPatient(): whether there was one
};

class CountingPage final : public Page {
public:
  CountingPage(Calls& calls, QWidget* parent)
      : Page(parent)
      , m_calls(calls) {
    ++m_calls.made;
    auto* action = new QAction(QStringLiteral("Frobnicate"), this);
    action->setShortcut(Qt::CTRL | Qt::Key_J);
    connect(action, &QAction::triggered, this, [this] { ++triggered; });
    addAction(action);
  }
  void setPatient(const PatientPtr& patient) override { m_calls.patients << (patient != nullptr); }

  int triggered = 0;

private:
  Calls& m_calls;
};

PageEntry counting(PageId id, PageScope scope, Calls& calls) {
  return {id, scope,
          [&calls](const PageContext&, QWidget* parent) -> Page* { return new CountingPage(calls, parent); }};
}

template <class T>
T* named(const QWidget& root, const QString& accessibleName) {
  for (T* widget : root.findChildren<T*>()) {
    if (widget->accessibleName() == accessibleName) {
      return widget;
    }
  }
  return nullptr;
}

QAbstractButton* buttonWithText(const QWidget& root, const QString& text) {
  for (auto* button : root.findChildren<QAbstractButton*>()) {
    if (button->text() == text) {
      return button;
    }
  }
  return nullptr;
}

void expose(QWidget& window) {
  window.resize(1280, 800);
  window.show();
  QVERIFY(QTest::qWaitForWindowActive(&window));
}

} // namespace

class TestBehaviour : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void makesPagesWhenTheyAreShownAndTellsHiddenOnesLater() {
    Desk desk;
    Calls list;
    Calls mri;
    MainWindow window(
        desk.context(),
        {counting(PageId::Patients, PageScope::Anywhere, list), counting(PageId::Mri, PageScope::OfOnePatient, mri)},
        {});
    QCOMPARE(list.made, 1);
    QCOMPARE(mri.made, 0);
    desk.openSample();
    QCOMPARE(list.patients, (QList<bool>{false, true}));
    QCOMPARE(mri.made, 0);
    desk.navigator.goTo(PageId::Mri);
    QCOMPARE(mri.patients, QList<bool>{true});
    desk.session.close();
    QCOMPARE(list.patients.size(), 2); // hidden: not told yet
    desk.navigator.goTo(PageId::Patients);
    QCOMPARE(list.patients, (QList<bool>{false, true, false}));
    desk.navigator.goTo(PageId::Report); // a page that does not exist changes nothing
    QVERIFY(window.currentPage() != nullptr);
  }

  void disablesPagesOfAPatientUntilOneIsOpen() {
    Desk desk;
    MainWindow window(desk.context(), allPages(), {});
    auto* overview = named<QAbstractButton>(window, QStringLiteral("Overview"));
    QVERIFY(!overview->isEnabled());
    QVERIFY(overview->toolTip().contains(QStringLiteral("Open a patient first.")));
    desk.openSample();
    QVERIFY(overview->isEnabled());
    QVERIFY(!overview->toolTip().contains(QStringLiteral("first")));
    QCOMPARE(window.windowTitle(), QString::fromUtf8("SE-K7Q2-M3 – Facet"));
  }

  void opensAPatientByKeyboard() {
    Desk desk;
    MainWindow window(desk.context(), allPages(), {});
    desk.patients.reload();
    expose(window);
    QTRY_VERIFY(desk.patients.rows() != nullptr);
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    auto* search = named<QLineEdit>(window, QStringLiteral("Search in the list"));
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("k7q2"));
    auto* table = named<QTableView>(window, QStringLiteral("Patients"));
    QCOMPARE(table->model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(desk.navigator.page(), PageId::Overview);
    QCOMPARE(desk.session.patient()->record.person.id, std::string("SE-K7Q2-M3"));
  }

  void walksTheListFromTheSearch() {
    Desk desk;
    MainWindow window(desk.context(), allPages(), {});
    desk.patients.reload();
    expose(window);
    QTRY_VERIFY(desk.patients.rows() != nullptr);
    auto* search = named<QLineEdit>(window, QStringLiteral("Search in the list"));
    auto* table = named<QTableView>(window, QStringLiteral("Patients"));
    QTest::keyClick(search, Qt::Key_Up);
    QCOMPARE(table->currentIndex().row(), 0);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(table->currentIndex().row(), 2);
    QTest::keyClicks(search, QStringLiteral("no such person"));
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(!table->isVisible());
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(!desk.session.isOpening());
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(table->isVisible());
    const int people = table->model()->rowCount();
    auto* controls = window.findChild<QCheckBox*>();
    controls->click();
    QCOMPARE(table->model()->rowCount(), 200);
    QVERIFY(people < 200);
  }

  void palette() {
    Desk desk;
    Calls calls;
    MainWindow window(desk.context(), {counting(PageId::Patients, PageScope::Anywhere, calls), overviewPage()},
                      {patientProvider(desk.context())});
    desk.patients.reload();
    expose(window);
    QTRY_VERIFY(desk.patients.rows() != nullptr);
    auto* query = named<QLineEdit>(window, QStringLiteral("Search patients, pages and commands"));
    auto* list = named<QListView>(window, QStringLiteral("Results"));
    QVERIFY(!query->isVisible());
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(query->isVisible());
    QVERIFY(query->hasFocus());
    QTest::keyClicks(query, QStringLiteral("frob"));
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(query, Qt::Key_Return);
    QVERIFY(!query->isVisible());
    QCOMPARE(static_cast<CountingPage*>(window.currentPage())->triggered, 1);

    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(query->text(), QString());
    QTest::keyClicks(query, QStringLiteral("zzzz"));
    QCOMPARE(list->model()->rowCount(), 0);
    QTest::keyClick(query, Qt::Key_Return);
    QTest::keyClick(query, Qt::Key_Down);
    QTest::keyClick(query, Qt::Key_Escape);
    QVERIFY(!query->isVisible());

    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(query, QStringLiteral("sek7q2"));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("SE-K7Q2-M3"));
    QTest::keyClick(query, Qt::Key_Return);
    QTRY_COMPARE(desk.navigator.page(), PageId::Overview);
    // Commands of a page that is not shown are not offered, those that need a patient are now.
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(query, QStringLiteral("frob"));
    QCOMPARE(list->model()->rowCount(), 0);
    query->clear();
    QTest::keyClicks(query, QStringLiteral("close patient"));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Close patient"));
    QTest::keyClick(query, Qt::Key_Return);
    QVERIFY(desk.session.patient() == nullptr);
    QCOMPARE(desk.navigator.page(), PageId::Patients);
  }

  void overviewLinesLeadToTheirPages() {
    Desk desk;
    Calls calls;
    MainWindow window(desk.context(), {overviewPage(), counting(PageId::Mri, PageScope::OfOnePatient, calls)}, {});
    desk.openSample();
    desk.navigator.goTo(PageId::Overview);
    expose(window);
    QAbstractButton* scan = nullptr;
    for (auto* button : window.findChildren<QAbstractButton*>()) {
      scan = button->text().startsWith(QStringLiteral("MRI of 3 Nov 2026")) ? button : scan;
    }
    QVERIFY(scan != nullptr);
    scan->setFocus();
    QTest::keyClick(scan, Qt::Key_Space);
    QCOMPARE(desk.navigator.page(), PageId::Mri);
    QCOMPARE(*desk.time.day(), *dayOf(2026, 11, 3));
    desk.session.close();
    QVERIFY(!desk.time.day());
  }

  void overviewFollowsTheChosenVisitAndIsCopied() {
    Desk desk;
    MainWindow window(desk.context(), {overviewPage()}, {});
    desk.openSample();
    desk.navigator.goTo(PageId::Overview);
    expose(window);
    auto* visits = named<QTableView>(window, QStringLiteral("Visits"));
    QCOMPARE(visits->currentIndex().row(), 1);
    visits->selectRow(3);
    QVERIFY(buttonWithText(
                window, QStringLiteral("fingolimod stopped 30 Apr 2025 (Relapses); ocrelizumab started 12 Sep 2025")) !=
            nullptr);
    window.activateWindow();
    visits->setFocus();
    QTest::keyClick(visits, Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(QGuiApplication::clipboard()->text().startsWith(
                 QStringLiteral("SE-K7Q2-M3: new since the visit of 14 Mar 2025")),
             qPrintable(QGuiApplication::clipboard()->text()));
  }

  void takesDroppedFilesWhereSomebodyOpensThem() {
    Desk desk;
    MainWindow window(desk.context(), allPages(), {});
    QVERIFY(!window.acceptDrops());
    QStringList opened;
    window.setOpenHandler([&](const QStringList& paths) { opened = paths; });
    QVERIFY(window.acceptDrops());
    expose(window);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a folder")), QUrl(QStringLiteral("https://example.org/x"))});
    QDragEnterEvent enter({200, 200}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({200, 200}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    QCOMPARE(opened, QStringList{QStringLiteral("/tmp/a folder")});
    QMimeData words;
    words.setText(QStringLiteral("hello"));
    QDragEnterEvent other({200, 200}, Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
    other.ignore();
    QApplication::sendEvent(&window, &other);
    QVERIFY(!other.isAccepted());
  }

  void saysWhatFailed() {
    Desk desk;
    MainWindow window(desk.context(), allPages(), {});
    expose(window);
    desk.navigator.openPatient(QStringLiteral("XX"));
    QLabel* sentence = nullptr;
    const auto find = [&] {
      for (auto* label : window.findChildren<QLabel*>()) {
        sentence = label->text() == QStringLiteral("The patient could not be opened.") ? label : sentence;
      }
      return sentence != nullptr;
    };
    QTRY_VERIFY(find());
    QCOMPARE(desk.navigator.page(), PageId::Patients);
    auto* details = named<QLabel>(window, QStringLiteral("Details"));
    QVERIFY(!details->isVisible());
    buttonWithText(window, QStringLiteral("Details"))->click();
    QVERIFY(details->isVisible());
    QCOMPARE(details->text(), QStringLiteral("XX: is not in this copy"));
    named<QToolButton>(window, QStringLiteral("Close"))->click();
    QTRY_VERIFY(named<QLabel>(window, QStringLiteral("Details")) == nullptr);
    // What the user stopped is no failure.
    desk.notices.postFailure(QStringLiteral("Stopped."), cancelledError());
    QVERIFY(named<QLabel>(window, QStringLiteral("Details")) == nullptr);
  }

  void showsAndStopsJobs() {
    Desk desk;
    MainWindow window(desk.context(), allPages(), {});
    expose(window);
    auto* jobs = named<QAbstractButton>(window, QStringLiteral("Running jobs"));
    QVERIFY(!jobs->isVisible());
    auto endless = desk.jobs.run({FACET_TEXT("test", "Counting stars")}, [](Progress& progress) -> Result<void> {
      progress.setFraction(0.25);
      while (!progress.stopRequested()) {
        QThread::yieldCurrentThread();
      }
      return cancelledError();
    });
    QTRY_VERIFY(jobs->isVisible());
    QCOMPARE(jobs->text(), QStringLiteral("Counting stars"));
    jobs->click();
    QWidget* list = QApplication::activePopupWidget();
    QVERIFY(list != nullptr);
    buttonWithText(*list, QStringLiteral("Stop"))->click();
    QTRY_VERIFY(endless.isFinished());
    QTRY_VERIFY(!jobs->isVisible());
    QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
  }

  void changesTheThemeInPlace() {
    Desk desk;
    MainWindow window(desk.context(), allPages(), {});
    expose(window);
    const QColor dark = window.grab().toImage().pixelColor(30, 400);
    desk.theme.setMode(ThemeMode::Light);
    const QColor light = window.grab().toImage().pixelColor(30, 400);
    QCOMPARE(dark, desk.theme.color(Token::Panel, ThemeMode::Dark));
    QCOMPARE(light, desk.theme.color(Token::Panel, ThemeMode::Light));
  }
};

QTEST_MAIN(TestBehaviour)
#include "tst_behaviour.moc"
