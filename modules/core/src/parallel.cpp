#include <facet/core/parallel.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace facet {
namespace {

std::atomic<std::size_t> g_threadLimit{0};
thread_local bool t_insideParallel = false;

/// One parallelFor call: its parts are handed out by a counter.
struct Batch {
  std::size_t count;
  std::size_t grain;
  const std::function<void(std::size_t, std::size_t)>* body;
  std::size_t helpersWanted;
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::condition_variable idle;
  std::size_t running = 0;
  std::exception_ptr failure;

  void work() {
    for (std::size_t begin = next.fetch_add(grain); begin < count; begin = next.fetch_add(grain)) {
      try {
        (*body)(begin, std::min(begin + grain, count));
      } catch (...) {
        const std::lock_guard lock(mutex);
        failure = std::current_exception();
        next = count;
      }
    }
  }
};

/// Threads that sleep until a batch asks for helpers.
class Pool {
public:
  Pool() = default;
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool() {
    {
      const std::lock_guard lock(m_mutex);
      m_stop = true;
    }
    m_wake.notify_all();
    for (auto& thread : m_threads) {
      thread.join();
    }
  }

  void run(const std::shared_ptr<Batch>& batch) {
    {
      const std::lock_guard lock(m_mutex);
      while (m_threads.size() < batch->helpersWanted) {
        m_threads.emplace_back([this] { loop(); });
      }
      m_queue.push_back(batch);
    }
    m_wake.notify_all();
    t_insideParallel = true;
    batch->work();
    t_insideParallel = false;
    {
      // No helper may join after this; those that joined are waited for.
      const std::lock_guard lock(m_mutex);
      std::erase(m_queue, batch);
    }
    std::unique_lock lock(batch->mutex);
    batch->idle.wait(lock, [&] { return batch->running == 0; });
    if (batch->failure) {
      std::rethrow_exception(batch->failure);
    }
  }

private:
  void loop() {
    t_insideParallel = true;
    std::unique_lock lock(m_mutex);
    while (true) {
      m_wake.wait(lock, [this] { return m_stop || !m_queue.empty(); });
      if (m_stop) {
        return;
      }
      const std::shared_ptr<Batch> batch = m_queue.front();
      {
        const std::lock_guard batchLock(batch->mutex);
        ++batch->running;
      }
      if (--batch->helpersWanted == 0) {
        m_queue.erase(m_queue.begin());
      }
      lock.unlock();
      batch->work();
      {
        const std::lock_guard batchLock(batch->mutex);
        --batch->running;
      }
      batch->idle.notify_all();
      lock.lock();
    }
  }

  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::vector<std::thread> m_threads;
  std::vector<std::shared_ptr<Batch>> m_queue;
  bool m_stop = false;
};

Pool& pool() {
  static Pool instance;
  return instance;
}

} // namespace

void setThreadLimit(std::size_t threads) {
  g_threadLimit = threads;
}

std::size_t threadLimit() {
  const std::size_t limit = g_threadLimit;
  return limit != 0 ? limit : std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

void parallelFor(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body) {
  grain = std::max<std::size_t>(1, grain);
  const std::size_t parts = count / grain + (count % grain != 0 ? 1 : 0);
  const std::size_t threads = std::min(threadLimit(), parts);
  if (threads <= 1 || t_insideParallel) {
    for (std::size_t begin = 0; begin < count; begin += grain) {
      body(begin, std::min(begin + grain, count));
    }
    return;
  }
  const auto batch = std::make_shared<Batch>();
  batch->count = count;
  batch->grain = grain;
  batch->body = &body;
  batch->helpersWanted = threads - 1;
  pool().run(batch);
}

} // namespace facet
