#include "../support/mri_fixture.h"
#include "mri/lesion_panel.h"
#include "mri/mri_page.h"
#include "mri/scene_view.h"
#include "mri/slice_view.h"
#include "mri/visit_bar.h"
#include "window_fixture.h"

#include <facet/gui/grab.h>
#include <facet/gui/pages.h>
#include <facet/workspace/event_loop_watch.h>

#include <QComboBox>
#include <QTableView>

using namespace facet;
using namespace facet::gui;
using namespace facet::workspace;
using rendering::Plane;

namespace {

const QString kFolder = QStringLiteral("grabs/");

std::string dataFolder() {
  for (const char* place : {FACET_SOURCE_DIR "/../shared/data", FACET_SOURCE_DIR "/../../shared/data"}) {
    if (std::filesystem::is_directory(place)) {
      return place;
    }
  }
  return {};
}

/// A desk whose patient has the images of a fixture.
struct MriDesk : Desk {
  MriFixture fixture;
  explicit MriDesk(MriFixture given, const char* code = "en")
      : Desk(code)
      , fixture(std::move(given)) {
    volumes = fixture.reader();
  }
};

/// The page alone, loaded, in a size in which each view is a few hundred pixels.
struct Shown {
  MriDesk& desk;
  MriPage page;

  explicit Shown(MriDesk& on, QSize size = {1360, 900})
      : desk(on)
      , page(on.context(), nullptr) {
    page.setPatient(desk.fixture.patient());
    page.resize(size);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    page.activateWindow();
    QTRY_VERIFY(page.isSettled());
    QCoreApplication::sendPostedEvents();
  }

  SliceView& view(MriRow row, Plane plane) {
    for (auto* each : page.findChildren<SliceView*>()) {
      if (each->row() == row && each->plane() == plane) {
        return *each;
      }
    }
    qFatal("no such view");
  }
  LpsPoint place(MriRow row = MriRow::Current) { return *page.model().place(row); }
};

} // namespace

class TestMri : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { QDir().mkpath(kFolder); }

  void looks_data() {
    QTest::addColumn<ThemeMode>("mode");
    QTest::addColumn<QSize>("size");
    QTest::newRow("mri-dark") << ThemeMode::Dark << QSize(1600, 1000);
    QTest::newRow("mri-light-small") << ThemeMode::Light << QSize(1280, 800);
  }
  void looks() {
    QFETCH(ThemeMode, mode);
    QFETCH(QSize, size);
    std::optional<MriFixture> real = realHead(dataFolder());
    if (!real) {
      QSKIP("the real images of ../shared/data are not here");
    }
    MriDesk desk(std::move(*real));
    desk.theme.setMode(mode);
    MainWindow window(desk.context(), allPages(), {});
    window.setCacheState({CacheKind::Demo, CacheAccess::ReadWrite, samplePatient().dataDay});
    auto patient = desk.fixture.patient();
    desk.patients.reload();
    desk.openSample();
    desk.navigator.goTo(PageId::Mri);
    auto* page = dynamic_cast<MriPage*>(window.currentPage());
    QVERIFY(page != nullptr);
    page->setPatient(patient);
    QTRY_VERIFY_WITH_TIMEOUT(page->isSettled(), 60'000);
    page->findChild<LesionPanel*>()->stepSelection(1);
    bool done = false;
    grabWhenSettled(window, size, kFolder + QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png"),
                    [&](const Result<void>& r) { done = r.ok(); });
    QTRY_VERIFY_WITH_TIMEOUT(done, 60'000);
  }
};

QTEST_MAIN(TestMri)
#include "tst_mri.moc"
