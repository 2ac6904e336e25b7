#include "../support/mri_fixture.h"
#include "mri/lesion_panel.h"
#include "mri/mri_page.h"
#include "mri/scene_view.h"
#include "mri/slice_view.h"
#include "mri/visit_bar.h"
#include "screen_walk.h"
#include "window_fixture.h"

#include <facet/gui/grab.h>
#include <facet/gui/pages.h>

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
    page.setAccessibleName(pageTitle(PageId::Mri));
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

  // The small head's grid runs along L, P and S from −39, −47, −20 in steps of 2 mm; its middle is 0, 0, 11. What is
  // seen is 36 × 44 × 30 voxels or so; the views are fitted to that, so the scale is read from the view.
  void showsTheRightSideOnTheLeft() {
    MriDesk desk(smallHead());
    Shown shown(desk);
    // Radiological convention (the patient's right on the left of the picture), anterior on top or on the left.
    const std::array<std::array<const char*, 4>, 3> expected = {{{"R", "L", "A", "P"},   // axial
                                                                 {"R", "L", "S", "I"},   // coronal
                                                                 {"A", "P", "S", "I"}}}; // sagittal
    for (const Plane plane : rendering::kPlanes) {
      for (const MriRow row : kMriRows) {
        const auto letters = shown.view(row, plane).geometry()->edgeLetters();
        const auto& want = expected[static_cast<std::size_t>(plane)];
        QCOMPARE(letters.left, std::string(want[0]));
        QCOMPARE(letters.right, std::string(want[1]));
        QCOMPARE(letters.top, std::string(want[2]));
        QCOMPARE(letters.bottom, std::string(want[3]));
      }
    }
  }

  void aClickMovesTheCrossHairOfAllViews() {
    MriDesk desk(smallHead());
    Shown shown(desk);
    SliceView& axial = shown.view(MriRow::Current, Plane::Axial);
    const double mm = axial.geometry()->spec().mmPerPixel; // at 1x a device pixel is a logical one
    const LpsPoint before = shown.place();
    const LpsPoint centre = axial.geometry()->spec().centre;
    // 40 pixels right of the middle of pixel (w/2, h/2) and 25 above it: towards L and A.
    const QPoint at(axial.width() / 2 + 40, axial.height() / 2 - 25);
    QTest::mouseClick(&axial, Qt::LeftButton, {}, at);
    const LpsPoint after = shown.place();
    QVERIFY(std::abs(after.l - (centre.l + (at.x() - axial.width() / 2.0) * mm)) < 1e-6);
    QVERIFY(std::abs(after.p - (centre.p + (at.y() - axial.height() / 2.0) * mm)) < 1e-6);
    QVERIFY(std::abs(after.s - before.s) < 1.0 + 1e-9); // onto the middle of its slice
    QVERIFY(after.l > before.l && after.p < before.p);
    // Both visits lie on one grid: the same millimetres.
    QVERIFY(distanceMm(shown.place(MriRow::Comparator), after) < 1e-9);
    // The sagittal slice is the one of that L: −39 + 2 n.
    const auto sagittal = shown.view(MriRow::Comparator, Plane::Sagittal).geometry()->spec().slice;
    QCOMPARE(sagittal, static_cast<std::int64_t>(std::floor((after.l + 39) / 2 + 0.5)));
  }

  void wheelAndKeysGoThroughTheSlices() {
    MriDesk desk(smallHead());
    Shown shown(desk);
    SliceView& axial = shown.view(MriRow::Current, Plane::Axial);
    const auto slice = [&] { return axial.geometry()->spec().slice; };
    const std::int64_t first = slice();
    wheel(axial, 120);
    QCOMPARE(slice(), first + 1); // towards superior, which is +k here
    wheel(axial, -60);
    QCOMPARE(slice(), first + 1); // half a step of a touch pad
    wheel(axial, -60);
    QCOMPARE(slice(), first);
    axial.setFocus();
    QTest::keyClick(&axial, Qt::Key_PageUp);
    QCOMPARE(slice(), first + 1);
    QTest::keyClick(&axial, Qt::Key_PageDown);
    QCOMPARE(slice(), first);
    QTest::keyClick(&axial, Qt::Key_End);
    QCOMPARE(slice(), std::int64_t{31});
    wheel(axial, 1200);
    QCOMPARE(slice(), std::int64_t{31});
    QTest::keyClick(&axial, Qt::Key_Home);
    QCOMPARE(slice(), std::int64_t{0});
    const LpsPoint before = shown.place();
    QTest::keyClick(&axial, Qt::Key_Right);
    QTest::keyClick(&axial, Qt::Key_Up);
    QVERIFY(distanceMm(shown.place(), {before.l + 2, before.p - 2, before.s}) < 1e-9);
  }

  void zoomKeepsWhatIsUnderThePointer() {
    MriDesk desk(smallHead());
    Shown shown(desk);
    for (const Plane plane : rendering::kPlanes) {
      SliceView& view = shown.view(MriRow::Current, plane);
      const QPointF at(view.width() * 0.3, view.height() * 0.7);
      const LpsPoint before = view.geometry()->lpsAt(at.x(), at.y());
      const double mm = view.geometry()->spec().mmPerPixel;
      wheel(view, 360, Qt::ControlModifier, at);
      const auto after = view.geometry();
      QVERIFY(std::abs(after->spec().mmPerPixel * 1.2 * 1.2 * 1.2 - mm) < 1e-9);
      QVERIFY(distanceMm(after->lpsAt(at.x(), at.y()), before) < 1e-9);
      // The other visit shows the same anatomy in the same scale.
      const auto other = shown.view(MriRow::Comparator, plane).geometry();
      QVERIFY(std::abs(other->spec().mmPerPixel - after->spec().mmPerPixel) < 1e-12);
      QVERIFY(distanceMm(other->spec().centre, after->spec().centre) < 1e-9);
    }
    QTest::keyClick(&shown.view(MriRow::Current, Plane::Axial), Qt::Key_R);
    QVERIFY(!shown.page.viewState().frame(Plane::Axial).centre.has_value());
  }

  void dragsPanAndWindow() {
    MriDesk desk(smallHead());
    Shown shown(desk);
    SliceView& view = shown.view(MriRow::Current, Plane::Coronal);
    const auto before = *view.geometry();
    drag(view, Qt::MiddleButton, {100, 100}, {130, 90});
    const auto panned = *view.geometry();
    // What was under 100, 100 is under 130, 90 now.
    QVERIFY(distanceMm(panned.lpsAt(130, 90), before.lpsAt(100, 100)) < 1e-9);
    const imaging::Window window =
        windowOf(shown.page.model().loaded(MriRow::Current)->range, shown.page.model().windowChoice(MriRow::Current));
    drag(view, Qt::RightButton, {100, 100}, {160, 70});
    const imaging::Window now =
        windowOf(shown.page.model().loaded(MriRow::Current)->range, shown.page.model().windowChoice(MriRow::Current));
    const double unit = window.high - window.low;
    QVERIFY(std::abs((now.high - now.low) - 1.2 * unit) < 1e-6);                              // 60 of 300 px
    QVERIFY(std::abs((now.high + now.low) - (window.high + window.low - 0.2 * unit)) < 1e-6); // level 30 of 300 px down
    QTest::keyClick(&view, Qt::Key_4);
    QVERIFY(!shown.page.model().windowChoice(MriRow::Current).byHand);
    QVERIFY(shown.page.model().windowChoice(MriRow::Comparator).preset == WindowPreset::Bright);
  }

  void keysOfTheOverlayAndTheFullPage() {
    MriDesk desk(smallHead());
    Shown shown(desk);
    SliceView& view = shown.view(MriRow::Comparator, Plane::Sagittal);
    view.setFocus();
    ViewState& state = shown.page.viewState();
    QTest::keyPress(&view, Qt::Key_H);
    QVERIFY(!state.overlayShown());
    QTest::keyRelease(&view, Qt::Key_H);
    QVERIFY(state.overlayShown());
    QTest::keyClick(&view, Qt::Key_O);
    QVERIFY(!state.overlayShown());
    QTest::keyClick(&view, Qt::Key_O);
    const double fill = state.fill();
    QTest::keyClick(&view, Qt::Key_BracketRight);
    QVERIFY(std::abs(state.fill() - fill - 0.1) < 1e-9);
    const int width = view.width();
    QTest::mouseDClick(&view, Qt::LeftButton, {}, {50, 50});
    QTRY_VERIFY(view.width() > 3 * width);
    QVERIFY(!shown.view(MriRow::Current, Plane::Axial).isVisible());
    QTest::keyClick(&view, Qt::Key_Escape);
    QTRY_COMPARE(view.width(), width);
    QVERIFY(shown.view(MriRow::Current, Plane::Axial).isVisible());
  }

  // The new lesion fills voxels 26 … 29 of L, 10 … 13 of P; the picture is new-lesion orange over the image there.
  void drawsLesionsInTheColourOfTheirStatus() {
    MriDesk desk(smallHead());
    Shown shown(desk);
    shown.page.model().select(2);
    SliceView& axial = shown.view(MriRow::Current, Plane::Axial);
    const auto pixelOf = [&](SliceView& view, LpsPoint place) {
      const QImage image = view.grab().toImage();
      const Vec3 at = view.geometry()->pixelAt(place);
      return image.pixelColor(static_cast<int>(at.x), static_cast<int>(at.y));
    };
    const LpsPoint beside = {18, -26, 3}; // inside the lesion, off the cross-hair
    const QColor ink = pixelOf(axial, beside);
    QVERIFY2(ink.red() > ink.blue() + 20, qPrintable(ink.name()));
    const QColor earlier = pixelOf(shown.view(MriRow::Comparator, Plane::Axial), beside);
    QCOMPARE(earlier.red(), earlier.blue()); // grey: nothing is there yet
    QVERIFY(shown.page.readout().startsWith(QStringLiteral("L 16.0 A 24.0 S 3.0 mm")));
    QVERIFY(shown.page.readout().contains(QStringLiteral("lesion 2")));
    QVERIFY(shown.page.readout().contains(QStringLiteral("FLAIR")));
  }

  void tableAndViewsSelectTogether() {
    MriDesk desk(smallHead());
    Shown shown(desk);
    auto& table = shown.page.findChild<LesionPanel*>()->table();
    QCOMPARE(table.model()->rowCount(), 4);
    SliceView& view = shown.view(MriRow::Current, Plane::Axial);
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_N);
    QCOMPARE(shown.page.model().selected(), std::optional<std::int64_t>(2));
    QCOMPARE(table.currentIndex().row(), 0);
    QTest::keyClick(&view, Qt::Key_N);
    QCOMPARE(shown.page.model().selected(), std::optional<std::int64_t>(4));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(0, 1)).center());
    QCOMPARE(shown.page.model().selected(), std::optional<std::int64_t>(2));
    // A click in 3D, seen from the front: the picture of lesion 2 (L 16, A 24, S 3) lies right of the middle.
    auto* scene = shown.page.findChild<SceneView*>();
    shown.page.model().select(std::nullopt);
    bool picked = false;
    for (int y = 0; y < scene->height() && !picked; y += 4) {
      for (int x = scene->width() / 2; x < scene->width() && !picked; x += 4) {
        QTest::mouseClick(scene, Qt::LeftButton, {}, {x, y});
        picked = shown.page.model().selected().has_value();
      }
    }
    QVERIFY(picked);
    const double yaw = scene->camera().yawDegrees;
    drag(*scene, Qt::LeftButton, {50, 50}, {90, 50});
    QVERIFY(scene->camera().yawDegrees != yaw);
  }

  void saysWhatIsMissing() {
    MriDesk none({});
    Shown empty(none);
    QVERIFY(empty.page.readout().isEmpty());

    MriFixture single = smallHead();
    std::erase_if(single.images.images, [](const auto& image) { return image.session == "20251028"; });
    MriDesk one(std::move(single));
    Shown shown(one);
    QVERIFY(shown.view(MriRow::Comparator, Plane::Axial).message().contains(QStringLiteral("no earlier scan")));

    MriFixture broken = smallHead();
    broken.volumes.clear();
    MriDesk bad(std::move(broken));
    Shown failed(bad);
    QVERIFY(failed.view(MriRow::Current, Plane::Axial).message().contains(QStringLiteral("is not in this copy")));

    MriFixture flat;
    flat.addSession("1", "2026-01-01");
    flat.add("1", "one_FLAIR", "FLAIR",
             filledVolume<std::int16_t>(uprightGrid({20, 20, 1}, {1, 1, 5}, {0, 0, 0}),
                                        [](auto i, auto, auto) { return static_cast<std::int16_t>(100 + i); }));
    MriDesk thin(std::move(flat));
    Shown slice(thin);
    QVERIFY(slice.view(MriRow::Current, Plane::Axial).message().isEmpty());
    QVERIFY(slice.view(MriRow::Current, Plane::Coronal).message().contains(QStringLiteral("one slice only")));
  }

  // An oblique, left-handed comparator on another grid: linked by proportion, and said so.
  void saysWhenVisitsAreNotRegistered() {
    MriFixture f = smallHead();
    for (auto& image : f.images.images) {
      if (image.session == "20251028" && image.role == storage::ImageRole::Image) {
        image.grid.lpsFromIjk.offset = {40, -47, 100};
        image.grid.lpsFromIjk.setColumn(0, {-2, 0, 0});
        f.volumes.insert_or_assign(image.voxels, *f.volumes.at(image.voxels).withGeometry(image.grid.lpsFromIjk));
      }
    }
    MriDesk desk(std::move(f));
    Shown shown(desk);
    QVERIFY(shown.page.model().link().kind == LinkKind::Proportion);
    bool said = false;
    for (const auto* bar : shown.page.findChildren<VisitBar*>()) {
      for (const VisitBar::Warning& warning : bar->warnings()) {
        said = said || warning.sentence.contains(QStringLiteral("same proportion"));
      }
    }
    QVERIFY(said);
    const auto letters = shown.view(MriRow::Comparator, Plane::Axial).geometry()->edgeLetters();
    QCOMPARE(letters.left, std::string("R")); // however it is stored
    // Middle to middle: 0, 0, 11 to 1, 0, 131.
    shown.page.model().setPlace(MriRow::Current, {0, 0, 11});
    QVERIFY(distanceMm(shown.place(MriRow::Comparator), {1, 0, 131}) < 1e-9);
  }

  void hasRoomForItsTexts_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    for (const char* language : {"en", "de"}) {
      QTest::addRow("usual, %s", language) << QSize(1536, 918) << QString::fromLatin1(language);
      QTest::addRow("small, %s", language) << QSize(1216, 718) << QString::fromLatin1(language);
    }
  }
  void hasRoomForItsTexts() {
    QFETCH(QSize, size);
    QFETCH(QString, language);
    MriDesk desk(smallHead(), qPrintable(language));
    Shown shown(desk, size);
    shown.page.model().select(4);
    QCoreApplication::sendPostedEvents();
    (void)QTest::qWaitFor([&] { return screen::clipped(shown.page).isEmpty(); }, 300);
    const QStringList wrong = screen::clipped(shown.page);
    QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
  }

  void textsAreTranslatedAndNamed() {
    MriDesk desk(smallHead(), "qps");
    Shown shown(desk);
    shown.page.model().select(4);
    QCoreApplication::sendPostedEvents();
    const QStringList data = {QStringLiteral("Siemens Prisma"), QStringLiteral("FLAIR"), QStringLiteral("T1w"),
                              QStringLiteral("T2w"), QStringLiteral("reader")};
    QStringList wrong = screen::unnamed(shown.page) + screen::unreached(shown.page);
    for (const screen::Shown& text : screen::texts(shown.page)) {
      if (!screen::unmarked(text.text, data).isEmpty()) {
        wrong << QStringLiteral("not translated: %1: %2").arg(text.where, text.text);
      }
    }
    for (const QString& text : shown.page.paintedTexts()) {
      if (!screen::unmarked(text, data).isEmpty()) {
        wrong << QStringLiteral("not translated: painted: %1").arg(text);
      }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') + wrong.join(QLatin1Char('\n'))));
  }

private:
  static void wheel(QWidget& view, int delta, Qt::KeyboardModifiers keys = {}, QPointF at = {50, 50}) {
    QWheelEvent event(at, view.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &event);
  }
  static void drag(QWidget& view, Qt::MouseButton button, QPoint from, QPoint to) {
    QTest::mousePress(&view, button, {}, from);
    QMouseEvent move(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, button, {});
    QCoreApplication::sendEvent(&view, &move);
    QTest::mouseRelease(&view, button, {}, to);
  }
};

QTEST_MAIN(TestMri)
#include "tst_mri.moc"
