#include <facet/workspace/event_loop_watch.h>

#include <QtTest>

#include <chrono>
#include <ctime>

using namespace facet::workspace;

namespace {

/// Keeps the thread busy, as a slow slot would, for that much time of a processor.
void work(std::chrono::milliseconds time) {
  const auto used = [] {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
  };
  const auto end = used() + time;
  while (used() < end) {
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
    QVERIFY2(watch.longestBlock().count() >= 70, qPrintable(QString::number(watch.longestBlock().count())));
    QVERIFY2(watch.longestEvent().contains(QStringLiteral("slow, event 1000")), qPrintable(watch.longestEvent()));
    watch.restart();
    QVERIFY(watch.longestBlock().count() < 10);
  }

  void countsABlockThatStillLasts() {
    EventLoopWatch watch;
    work(std::chrono::milliseconds(80));
    QVERIFY(watch.longestBlock().count() >= 70);
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
