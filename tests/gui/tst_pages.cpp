#include "../support/patients.h"
#include "window_fixture.h"

#include <facet/gui/grab.h>
#include <facet/gui/pages.h>

using namespace facet;
using namespace facet::gui;
using namespace facet::workspace;

namespace {
const QString kFolder = QStringLiteral("grabs/");
}

class TestPages : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { QDir().mkpath(kFolder); }

  void looks_data() {
    QTest::addColumn<PageId>("page");
    QTest::addColumn<ThemeMode>("mode");
    QTest::addColumn<QSize>("size");
    QTest::newRow("patients-dark") << PageId::Patients << ThemeMode::Dark << QSize(1600, 1000);
    QTest::newRow("patients-light") << PageId::Patients << ThemeMode::Light << QSize(1280, 800);
    QTest::newRow("overview-dark") << PageId::Overview << ThemeMode::Dark << QSize(1280, 800);
    QTest::newRow("overview-light") << PageId::Overview << ThemeMode::Light << QSize(1600, 1000);
    for (const auto& [page, name] :
         {std::pair(PageId::Timeline, "timeline"), std::pair(PageId::Response, "response")}) {
      QTest::addRow("%s-light", name) << page << ThemeMode::Light << QSize(1600, 1000);
      QTest::addRow("%s-dark", name) << page << ThemeMode::Dark << QSize(1280, 800);
    }
  }
  void looks() {
    QFETCH(PageId, page);
    QFETCH(ThemeMode, mode);
    QFETCH(QSize, size);
    Desk desk;
    desk.theme.setMode(mode);
    if (page == PageId::Timeline || page == PageId::Response) {
      desk.person.record = clinical::test::switcher();
      desk.time.setDay(clinical::test::day("2024-02-14"));
    }
    MainWindow window(desk.context(), allPages(), {patientProvider(desk.context())});
    window.setCacheState({CacheKind::Demo, CacheAccess::ReadWrite, samplePatient().dataDay});
    desk.patients.reload();
    desk.openSample();
    desk.navigator.goTo(page);
    bool done = false;
    grabWhenSettled(window, size, kFolder + QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png"),
                    [&](const Result<void>& r) { done = r.ok(); });
    QTRY_VERIFY(done);
  }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
