#include <facet/gui/grab.h>
#include <facet/gui/main_window.h>

#include <QPixmap>
#include <QTimer>

namespace facet::gui {

namespace {

constexpr int kAwayPx = 8;
constexpr int kStillMs = 60;
constexpr int kPatienceMs = 120'000;

/// Waits until the window has been settled for a moment, so that what follows a result is drawn too.
class Grabber final : public QObject {
public:
  Grabber(MainWindow& window, QString file, std::function<void(Result<void>)> done)
      : QObject(&window)
      , m_window(window)
      , m_file(std::move(file))
      , m_done(std::move(done)) {
    m_still.setSingleShot(true);
    m_still.setInterval(kStillMs);
    connect(&m_still, &QTimer::timeout, this, &Grabber::look);
    connect(&window, &MainWindow::settled, &m_still, qOverload<>(&QTimer::start));
    QTimer::singleShot(kPatienceMs, this, [this] {
      finish(Error{ErrorCode::Internal, m_file.toStdString(), FACET_TEXT("gui", "the window did not finish loading")});
    });
    m_still.start();
  }

private:
  void look() {
    if (!m_window.isSettled()) {
      m_still.start();
      return;
    }
    if (!m_window.grab().save(m_file, "PNG")) {
      finish(Error{ErrorCode::Io, m_file.toStdString(), FACET_TEXT("gui", "the picture cannot be written")});
      return;
    }
    finish({});
  }

  void finish(Result<void> result) {
    m_still.stop();
    deleteLater();
    m_done(std::move(result));
  }

  MainWindow& m_window;
  QString m_file;
  std::function<void(Result<void>)> m_done;
  QTimer m_still;
};

} // namespace

void grabWhenSettled(MainWindow& window, QSize size, const QString& file, std::function<void(Result<void>)> done) {
  window.setFixedSize(size);
  // Away from the pointer's first place, so that nothing looks hovered.
  window.move(kAwayPx, kAwayPx);
  window.show();
  new Grabber(window, file, std::move(done));
}

} // namespace facet::gui
