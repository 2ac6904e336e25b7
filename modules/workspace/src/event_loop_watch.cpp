#include <facet/workspace/event_loop_watch.h>

#include <QCoreApplication>
#include <QEvent>
#include <QFile>

namespace facet::workspace {

namespace {

constexpr int kTickMs = 2;

/// Nanoseconds for which this thread was ready to run but another ran instead; 0 where the kernel does not tell.
qint64 schedulerDelayNs() {
  QFile file(QStringLiteral("/proc/thread-self/schedstat"));
  if (!file.open(QIODevice::ReadOnly)) {
    return 0;
  }
  return file.readLine().split(' ').value(1).toLongLong();
}

} // namespace

EventLoopWatch::EventLoopWatch(QObject* parent)
    : QObject(parent) {
  m_timer.setTimerType(Qt::PreciseTimer);
  m_timer.setInterval(kTickMs);
  connect(&m_timer, &QTimer::timeout, this, &EventLoopWatch::turn);
  QCoreApplication::instance()->installEventFilter(this);
  m_clock.start();
  m_timer.start();
  restart();
}

EventLoopWatch::~EventLoopWatch() {
  QCoreApplication::instance()->removeEventFilter(this);
}

void EventLoopWatch::restart() {
  m_lastTurnNs = m_clock.nsecsElapsed();
  m_lastDelayNs = schedulerDelayNs();
  m_longestNs = 0;
  m_event.clear();
  m_longestEventNs = 0;
  m_longestEvent.clear();
}

void EventLoopWatch::turn() {
  closeEvent();
  const qint64 now = m_clock.nsecsElapsed();
  const qint64 delay = schedulerDelayNs();
  const qint64 gap = now - m_lastTurnNs - (delay - m_lastDelayNs) - qint64(kTickMs) * 1'000'000;
  m_longestNs = std::max(m_longestNs, gap);
  m_lastTurnNs = now;
  m_lastDelayNs = delay;
}

std::chrono::milliseconds EventLoopWatch::longestBlock() {
  turn();
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::nanoseconds(m_longestNs));
}

QString EventLoopWatch::longestEvent() const {
  return m_longestEvent;
}

void EventLoopWatch::closeEvent() {
  if (m_event.isEmpty()) {
    return;
  }
  const qint64 took = m_clock.nsecsElapsed() - m_eventBeganNs;
  if (took > m_longestEventNs) {
    m_longestEventNs = took;
    m_longestEvent = QStringLiteral("%1, %2 ms").arg(m_event).arg(took / 1'000'000);
  }
  m_event.clear();
}

bool EventLoopWatch::eventFilter(QObject* watched, QEvent* event) {
  closeEvent();
  if (watched != &m_timer) {
    m_event = QStringLiteral("%1 %2, event %3")
                  .arg(QLatin1String(watched->metaObject()->className()), watched->objectName())
                  .arg(static_cast<int>(event->type()));
    m_eventBeganNs = m_clock.nsecsElapsed();
  }
  return false;
}

} // namespace facet::workspace
