#pragma once

#include <facet/core/progress.h>
#include <facet/core/result.h>

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace facet::workspace {

class JobModel;
class JobState;

/// Who waits for a job.
enum class JobKind {
  Interactive, ///< a person looks at the place where the result will stand; starts at once
  Background   ///< sync, import, export: at most two run at a time, the others queue
};

enum class JobCancelling { Allowed, Never };

struct JobSpec {
  Message title; ///< what the job does, for the status bar: "Opening patient %1"
  JobKind kind = JobKind::Interactive;
  JobCancelling cancelling = JobCancelling::Allowed;
};

/// Runs plain functions `Result<T> f(Progress&)` on a pool of threads and lists those that are not finished.
/// Thread: lives in the GUI thread; only the functions run elsewhere.
class JobRunner : public QObject {
  Q_OBJECT

public:
  explicit JobRunner(QObject* parent = nullptr);
  /// Asks every job to stop and waits for them.
  ~JobRunner() override;

  /// Starts `work` and returns its result to come. The future always ends with a result: that of `work`, the error of
  /// cancelledError() where it was stopped before it began, or Internal where it threw. Owners that come and go use a
  /// JobScope instead: Qt 6.4 crashes where a future with a continuation is cancelled.
  template <class F>
  auto run(const JobSpec& spec, F work) -> QFuture<std::invoke_result_t<F&, Progress&>> {
    using R = std::invoke_result_t<F&, Progress&>;
    const auto promise = std::make_shared<QPromise<R>>();
    const auto shared = std::make_shared<F>(std::move(work));
    promise->start();
    QFuture<R> future = promise->future();
    start(
        spec,
        [promise, shared](Progress& progress) {
          promise->addResult(guarded<R>(*shared, progress));
          promise->finish();
        },
        [] {});
    return future;
  }

  /// The jobs that are not finished, oldest first.
  [[nodiscard]] JobModel& model() { return *m_model; }
  [[nodiscard]] bool isIdle() const { return m_states.empty(); }

  /// Asks a job to stop; nothing happens where it is finished or may not be cancelled.
  void cancel(quint64 id);
  /// Asks all jobs to stop, those too that the user may not cancel.
  void stopAll();

Q_SIGNALS:
  /// The last job has finished.
  void becameIdle();

private:
  friend class JobScope;

  template <class R, class F>
  static R guarded(F& work, Progress& progress) {
    if (progress.stopRequested()) {
      return cancelledError();
    }
    try {
      return work(progress);
    } catch (const std::exception& failure) {
      return thrownError(failure);
    }
  }
  static Error thrownError(const std::exception& failure);

  /// Runs `body` on the pool, then `deliver` in this thread; returns the job's id.
  quint64 start(JobSpec spec, std::function<void(Progress&)> body, std::function<void()> deliver);
  void launch(const std::shared_ptr<JobState>& state);
  void finished(const std::shared_ptr<JobState>& state);
  void launchWaiting();
  void refresh();

  QThreadPool m_pool;
  QTimer m_tick;
  JobModel* m_model;
  std::vector<std::shared_ptr<JobState>> m_states;
  quint64 m_lastId = 0;
};

/// The jobs of one owner (a page, a presenter). Results arrive in the GUI thread, one job's after the other; after
/// restart() and after the scope is gone, results of earlier jobs are dropped and those that may be stopped are
/// stopped.
class JobScope {
public:
  explicit JobScope(JobRunner& runner)
      : m_runner(runner) {}
  ~JobScope() { restart(); }
  JobScope(const JobScope&) = delete;
  JobScope& operator=(const JobScope&) = delete;

  /// Runs `work` and calls `done(Result<T>)` with what it returned.
  template <class F, class Done>
  void run(const JobSpec& spec, F work, Done done) {
    using R = std::invoke_result_t<F&, Progress&>;
    const auto shared = std::make_shared<F>(std::move(work));
    const auto receiver = std::make_shared<Done>(std::move(done));
    const auto result = std::make_shared<std::optional<R>>();
    const auto id = std::make_shared<quint64>(0);
    *id = m_runner.start(
        spec, [shared, result](Progress& progress) { result->emplace(JobRunner::guarded<R>(*shared, progress)); },
        [generation = std::weak_ptr(m_running), receiver, result, id] {
          if (const std::shared_ptr<std::vector<quint64>> running = generation.lock()) {
            std::erase(*running, *id);
            (*receiver)(std::move(**result));
          }
        });
    m_running->push_back(*id);
  }

  /// Stops what runs and drops its results.
  void restart();
  /// Whether a result is still to come.
  [[nodiscard]] bool isBusy() const { return !m_running->empty(); }

private:
  JobRunner& m_runner;
  /// Ids of the jobs whose results are to come; a new list replaces it at restart().
  std::shared_ptr<std::vector<quint64>> m_running = std::make_shared<std::vector<quint64>>();
};

} // namespace facet::workspace
