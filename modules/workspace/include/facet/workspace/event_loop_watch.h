#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace facet::workspace {

/// Measures for how long the event loop of its thread does not come round, which is how long a click could wait.
/// Time in which the machine ran other programs instead of this thread does not count, where the kernel tells it.
class EventLoopWatch : public QObject {
  Q_OBJECT

public:
  explicit EventLoopWatch(QObject* parent = nullptr);
  ~EventLoopWatch() override;

  /// Forgets what was measured so far.
  void restart();
  /// The longest time without a turn since restart(), up to now.
  [[nodiscard]] std::chrono::milliseconds longestBlock();
  /// Class and event that took longest by themselves, for a test's message: "QWidget, event 12, 80 ms".
  [[nodiscard]] QString longestEvent() const;

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void turn();
  void closeEvent();

  QTimer m_timer;
  QElapsedTimer m_clock;
  qint64 m_lastTurnNs = 0;
  qint64 m_lastDelayNs = 0;
  qint64 m_longestNs = 0;

  qint64 m_eventBeganNs = 0;
  QString m_event;
  qint64 m_longestEventNs = 0;
  QString m_longestEvent;
};

} // namespace facet::workspace
