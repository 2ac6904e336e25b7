#pragma once

#include <facet/workspace/job_runner.h>

#include <atomic>
#include <mutex>

namespace facet::workspace {

/// One job: what its thread writes and the GUI thread reads.
class JobState final : public Progress {
public:
  JobState(quint64 jobId, JobSpec jobSpec, std::function<void(Progress&)> jobBody, std::function<void()> jobDeliver)
      : id(jobId)
      , spec(std::move(jobSpec))
      , body(std::move(jobBody))
      , deliver(std::move(jobDeliver)) {}

  void setFraction(double fraction) override {
    double known = m_fraction.load();
    while (fraction > known && !m_fraction.compare_exchange_weak(known, fraction)) {
    }
    ++m_version;
  }
  void setStep(const Message& step) override {
    const std::lock_guard lock(m_mutex);
    m_step = step;
    ++m_version;
  }
  [[nodiscard]] bool stopRequested() const override { return m_stop; }

  void stop() {
    m_stop = true;
    ++m_version;
  }
  void begin() {
    m_begun = true;
    ++m_version;
  }
  [[nodiscard]] bool hasBegun() const { return m_begun; }
  /// Below 0 while nothing was reported.
  [[nodiscard]] double fraction() const { return m_fraction; }
  [[nodiscard]] Message step() const {
    const std::lock_guard lock(m_mutex);
    return m_step;
  }
  /// Rises with every change.
  [[nodiscard]] quint64 version() const { return m_version; }

  const quint64 id;
  const JobSpec spec;
  std::function<void(Progress&)> body;
  const std::function<void()> deliver;

private:
  std::atomic<double> m_fraction = -1;
  std::atomic<bool> m_stop = false;
  std::atomic<bool> m_begun = false;
  std::atomic<quint64> m_version = 0;
  mutable std::mutex m_mutex;
  Message m_step;
};

} // namespace facet::workspace
