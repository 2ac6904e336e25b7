#include "screen_walk.h"
#include "window_fixture.h"

#include <facet/gui/pages.h>

#include <QDialog>

using namespace facet;
using namespace facet::gui;
using namespace facet::workspace;

namespace {

constexpr QSize kUsual{1600, 1000};
constexpr QSize kSmall{1280, 800};

/// Words of the records and signs of the field that are the same in every language.
const QStringList kData = {QStringLiteral("SE-K7Q2-M3"), QStringLiteral("Siemens Prisma"), QStringLiteral("Simoa"),
                           QStringLiteral("pg/mL"),      QStringLiteral("English"),        QStringLiteral("Deutsch")};

} // namespace

/// Every page and dialog as people meet them: in a language whose texts are a third longer, by keyboard, by ear.
class TestScreen : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyPage_data() {
    QTest::addColumn<PageId>("page");
    QTest::addColumn<bool>("withPatient");
    for (const PageEntry& entry : allPages()) {
      QTest::addRow("%d", static_cast<int>(entry.id)) << entry.id << true;
      if (entry.scope == PageScope::Anywhere) {
        QTest::addRow("%d, nobody open", static_cast<int>(entry.id)) << entry.id << false;
      }
    }
  }
  void everyPage() {
    QFETCH(PageId, page);
    QFETCH(bool, withPatient);
    Desk desk("qps");
    MainWindow window(desk.context(), allPages(), {patientProvider(desk.context())});
    window.setCacheState({CacheKind::Demo, CacheAccess::ReadWrite, samplePatient().dataDay});
    window.setOpenHandler([](const QStringList&) {});
    window.setLanguageHandler([](const QString&) {});
    desk.patients.reload();
    if (withPatient) {
      desk.openSample();
    }
    desk.navigator.goTo(page);
    show(window, kUsual);
    QTRY_VERIFY(window.isSettled());
    look(window);
    QStringList wrong;
    for (const QString& painted : window.currentPage()->paintedTexts()) {
      const QStringList words = screen::unmarked(painted, kData);
      if (!words.isEmpty()) {
        wrong << QStringLiteral("painted: “%1”: %2").arg(painted, words.join(QLatin1Char(' ')));
      }
    }
    for (const auto& [gesture, meaning] : window.currentPage()->gestures()) {
      if (!screen::unmarked(gesture + meaning, kData).isEmpty()) {
        wrong << QStringLiteral("gesture: %1").arg(gesture);
      }
    }
    for (const QAction* action : window.currentPage()->actions()) {
      if (!screen::unmarked(action->text(), kData).isEmpty()) {
        wrong << QStringLiteral("command: %1").arg(action->text());
      }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
  }

  // In the real languages all has room on a small screen too.
  void smallScreen_data() {
    QTest::addColumn<PageId>("page");
    QTest::addColumn<QString>("language");
    for (const PageEntry& entry : allPages()) {
      for (const Language& language : languages()) {
        QTest::addRow("%d, %s", static_cast<int>(entry.id), qPrintable(language.code)) << entry.id << language.code;
      }
    }
  }
  void smallScreen() {
    QFETCH(PageId, page);
    QFETCH(QString, language);
    Desk desk(qPrintable(language));
    MainWindow window(desk.context(), allPages(), {});
    window.setCacheState({CacheKind::Demo, CacheAccess::ReadWrite, samplePatient().dataDay});
    desk.patients.reload();
    desk.openSample();
    desk.navigator.goTo(page);
    show(window, kSmall);
    QTRY_VERIFY(window.isSettled());
    QCoreApplication::sendPostedEvents();
    const QStringList wrong = screen::clipped(window);
    QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
  }

  void dialogs_data() {
    QTest::addColumn<bool>("keys");
    QTest::newRow("keys") << true;
    QTest::newRow("about") << false;
  }
  void dialogs() {
    QFETCH(bool, keys);
    Desk desk("qps");
    MainWindow window(desk.context(), allPages(), {});
    show(window, kUsual);
    keys ? window.showKeys() : window.showAbout();
    auto* dialog = window.findChild<QDialog*>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    look(*dialog);
  }

  void palette() {
    Desk desk("qps");
    MainWindow window(desk.context(), allPages(), {patientProvider(desk.context())});
    show(window, kUsual);
    window.openPalette();
    look(window);
  }

  void notices() {
    Desk desk("qps");
    MainWindow window(desk.context(), allPages(), {});
    show(window, kUsual);
    desk.notices.postFailure(QStringLiteral("[sentence]"), Error{ErrorCode::Io, {}, FACET_TEXT("test", "reason")});
    look(window);
  }

private:
  static void show(QWidget& window, QSize size) {
    window.resize(size);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
  }

  static void look(QWidget& root) {
    QCoreApplication::sendPostedEvents();
    QStringList wrong;
    for (const screen::Shown& shown : screen::texts(root)) {
      const QStringList words = screen::unmarked(shown.text, kData);
      if (!words.isEmpty()) {
        wrong << QStringLiteral("not translated: %1: “%2”").arg(shown.where, shown.text);
      }
    }
    for (const QString& line : screen::clipped(root)) {
      wrong << QStringLiteral("clipped: ") + line;
    }
    for (const QString& line : screen::unnamed(root)) {
      wrong << QStringLiteral("no accessible name: ") + line;
    }
    for (const QString& line : screen::unreached(root)) {
      wrong << QStringLiteral("not reached by Tab: ") + line;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
  }
};

QTEST_MAIN(TestScreen)
#include "tst_screen.moc"
