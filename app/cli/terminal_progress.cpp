#include "terminal_progress.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace facet::cli {
namespace {

volatile std::sig_atomic_t g_interrupted = 0;

void onInterrupt(int signal) {
  g_interrupted = 1;
  // A second interrupt ends the program at once.
  std::signal(signal, SIG_DFL);
}

} // namespace

TerminalProgress::TerminalProgress()
    : m_terminal(::isatty(STDERR_FILENO) == 1) {
  std::signal(SIGINT, onInterrupt);
  std::signal(SIGTERM, onInterrupt);
}

TerminalProgress::~TerminalProgress() {
  if (m_drawn) {
    std::fprintf(stderr, "\r\033[K");
  }
}

void TerminalProgress::setFraction(double fraction) {
  const std::lock_guard lock(m_mutex);
  const int percent = static_cast<int>(std::clamp(fraction, 0.0, 1.0) * 100);
  if (percent != m_percent) {
    m_percent = percent;
    draw();
  }
}

void TerminalProgress::setStep(const Message& step) {
  const std::lock_guard lock(m_mutex);
  m_step = step.english();
  draw();
}

bool TerminalProgress::stopRequested() const {
  return g_interrupted != 0;
}

void TerminalProgress::draw() {
  if (!m_terminal) {
    return;
  }
  constexpr int width = 30;
  const int percent = std::max(m_percent, 0);
  const int filled = percent * width / 100;
  const std::string bar =
      std::string(static_cast<std::size_t>(filled), '#') + std::string(static_cast<std::size_t>(width - filled), '.');
  std::fprintf(stderr, "\r\033[K[%s] %3d %% %s", bar.c_str(), percent, m_step.c_str());
  std::fflush(stderr);
  m_drawn = true;
}

} // namespace facet::cli
