#include "../gui/window_fixture.h"
#include "../support/mri_fixture.h"
#include "bench.h"

#include <facet/gui/pages.h>
#include <facet/workspace/event_loop_watch.h>

#include <QApplication>

#include <memory>
#include <unistd.h>

using namespace facet;

namespace {

/// The page of a real patient in the window's usual room, as people see it.
struct Stage {
  Desk desk;
  MriFixture fixture;
  std::unique_ptr<gui::Page> page;

  explicit Stage(MriFixture given)
      : fixture(std::move(given)) {
    desk.volumes = fixture.reader();
    page.reset(gui::mriPage().make(desk.context(), nullptr));
    page->resize(1536, 918);
    page->show();
  }
  void load() {
    page->setPatient(fixture.patient());
    (void)QTest::qWaitFor([this] { return page->isSettled(); }, 60'000);
    QCoreApplication::sendPostedEvents();
  }
};

const std::optional<MriFixture>& head() {
  static const std::optional<MriFixture> once = realHead(realDataFolder());
  return once;
}

double percentile95(std::vector<double> samples) {
  return quantile(std::move(samples), 0.95);
}

/// One step of every plane in turn, drawn through the page's own paint events into a picture.
std::vector<double> scroll() {
  if (!head()) {
    return {};
  }
  Stage stage(*head());
  stage.load();
  const double dpr = stage.page->devicePixelRatioF();
  QImage screen((QSizeF(stage.page->size()) * dpr).toSize(), QImage::Format_RGB32);
  screen.setDevicePixelRatio(dpr);
  std::vector<QWidget*> views;
  for (QWidget* each : stage.page->findChildren<QWidget*>()) {
    if (QByteArray(each->metaObject()->className()) == "facet::gui::SliceView") {
      views.push_back(each);
    }
  }
  int step = 0;
  const std::vector<double> times = timesMs(180, [&] {
    QWidget& view = *views[static_cast<std::size_t>(step % 3)];
    const int delta = (step / 30) % 2 == 0 ? 120 : -120;
    ++step;
    QWheelEvent event({50, 50}, view.mapToGlobal(QPointF(50, 50)), {}, {0, delta}, Qt::NoButton, {}, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&view, &event);
    for (QWidget* each : views) {
      each->render(&screen, each->mapTo(stage.page.get(), QPoint()));
    }
  });
  return {percentile95(times)};
}

std::vector<double> load() {
  if (!head()) {
    return {};
  }
  return timesMs(3, [] {
    Stage stage(*head());
    stage.load();
  });
}

std::vector<double> block() {
  if (!head()) {
    return {};
  }
  Stage stage(*head());
  QCoreApplication::sendPostedEvents();
  workspace::EventLoopWatch watch;
  watch.restart();
  stage.load();
  return {static_cast<double>(watch.longestBlock().count())};
}

} // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  int code = 0;
  {
    const QApplication application(argc, argv);
    if (application.devicePixelRatio() > 1.5) {
      return runFigures(argc, argv, {{"mri_scroll_six_views_2x_p95", "ms", "<=33", scroll}});
    }
    code = runFigures(argc, argv,
                      {{"mri_page_two_visits", "ms", "<=2000", load},
                       {"mri_load_longest_block", "ms", "<=50", block},
                       {"mri_scroll_six_views_1x_p95", "ms", "<=16", scroll}});
  }
  // The scale is read once in a process.
  qputenv("QT_SCALE_FACTOR", "2");
  execv("/proc/self/exe", argv);
  return code;
}
