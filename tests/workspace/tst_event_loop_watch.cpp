#include <facet/workspace/event_loop_watch.h>

#include <QtTest>

#include <chrono>

using namespace facet::workspace;

namespace {

/// Keeps the thread busy, as a slow slot would.
void work(std::chrono::milliseconds time) {
  QElapsedTimer clock;
  clock.start();
  while (!clock.hasExpired(time.count())) {
  }
}

class Slow : public QObject {
protected:
  bool event(QEvent* event) override {
    if (event->type() == QEvent::User) {
      work(std::chrono::milliseconds(80));
    }
    return QObject::event(event);
  }
};

} // namespace

class TestEventLoopWatch : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void seesABlockedLoop() {
    EventLoopWatch watch;
    Slow slow;
    slow.setObjectName(QStringLiteral("slow"));
    bool done = false;
    QCoreApplication::postEvent(&slow, new QEvent(QEvent::User));
    QTimer::singleShot(20, this, [&] { done = true; });
    QTRY_VERIFY(done);
    // Other programs may take a part of the wall-clock time, so less than 80 ms may be this thread's own.
    QVERIFY2(watch.longestBlock().count() >= 30, qPrintable(QString::number(watch.longestBlock().count())));
    QVERIFY2(watch.longestEvent().contains(QStringLiteral("slow, event 1000")), qPrintable(watch.longestEvent()));
    watch.restart();
    QVERIFY(watch.longestBlock().count() < 10);
  }

  void countsABlockThatStillLasts() {
    EventLoopWatch watch;
    work(std::chrono::milliseconds(80));
    QVERIFY(watch.longestBlock().count() >= 30);
  }

  void doesNotCountIdleTime() {
    EventLoopWatch watch;
    bool done = false;
    QTimer::singleShot(300, this, [&] { done = true; });
    QTRY_VERIFY(done);
    QVERIFY2(watch.longestBlock().count() < 40, qPrintable(QString::number(watch.longestBlock().count())));
  }
};

QTEST_GUILESS_MAIN(TestEventLoopWatch)
#include "tst_event_loop_watch.moc"
