#include "job_state.h"

#include <facet/workspace/job_model.h>
#include <facet/workspace/job_runner.h>

#include <QThread>

#include <algorithm>
#include <utility>

namespace facet::workspace {

namespace {
constexpr int kBackgroundJobs = 2;
constexpr int kRefreshMs = 80;
} // namespace

JobRunner::JobRunner(QObject* parent)
    : QObject(parent)
    , m_model(new JobModel(this)) {
  // Room for the background jobs and always for someone who waits.
  m_pool.setMaxThreadCount(kBackgroundJobs + std::max(2, QThread::idealThreadCount()));
  m_tick.setInterval(kRefreshMs);
  connect(&m_tick, &QTimer::timeout, this, &JobRunner::refresh);
}

JobRunner::~JobRunner() {
  stopAll();
  m_pool.waitForDone();
}

Error JobRunner::thrownError(const std::exception& failure) {
  return {ErrorCode::Internal, {}, FACET_TEXT("workspace", "the work failed unexpectedly: %1").with(failure.what())};
}

quint64 JobRunner::start(JobSpec spec, std::function<void(Progress&)> body, std::function<void()> deliver) {
  const auto state = std::make_shared<JobState>(++m_lastId, std::move(spec), std::move(body), std::move(deliver));
  m_states.push_back(state);
  m_model->append(state);
  m_tick.start();
  if (state->spec.kind == JobKind::Interactive) {
    launch(state);
  } else {
    launchWaiting();
  }
  return state->id;
}

void JobRunner::launch(const std::shared_ptr<JobState>& state) {
  state->begin();
  const int priority = state->spec.kind == JobKind::Interactive ? 1 : 0;
  m_pool.start(
      [this, state] {
        state->body(*state);
        state->body = nullptr;
        QMetaObject::invokeMethod(
            this, [this, state] { finished(state); }, Qt::QueuedConnection);
      },
      priority);
}

void JobRunner::launchWaiting() {
  const auto isBackground = [](const auto& state) { return state->spec.kind == JobKind::Background; };
  auto running = std::count_if(m_states.begin(), m_states.end(),
                               [&](const auto& state) { return isBackground(state) && state->hasBegun(); });
  for (const auto& state : m_states) {
    if (running < kBackgroundJobs && isBackground(state) && !state->hasBegun()) {
      launch(state);
      ++running;
    }
  }
}

void JobRunner::finished(const std::shared_ptr<JobState>& state) {
  std::erase(m_states, state);
  m_model->remove(*state);
  launchWaiting();
  state->deliver();
  if (m_states.empty()) {
    m_tick.stop();
    Q_EMIT becameIdle();
  }
}

void JobRunner::refresh() {
  for (const auto& state : m_states) {
    // What was stopped while it waited ends now.
    if (state->stopRequested() && !state->hasBegun()) {
      launch(state);
    }
  }
  m_model->refresh();
}

void JobRunner::cancel(quint64 id) {
  for (const auto& state : m_states) {
    if (state->id == id && state->spec.cancelling == JobCancelling::Allowed) {
      state->stop();
    }
  }
  refresh();
}

void JobRunner::stopAll() {
  for (const auto& state : m_states) {
    state->stop();
  }
  refresh();
}

void JobScope::restart() {
  const auto running = std::exchange(m_running, std::make_shared<std::vector<quint64>>());
  for (const quint64 id : *running) {
    m_runner.cancel(id);
  }
}

} // namespace facet::workspace
