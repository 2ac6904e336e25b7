#pragma once

#include <facet/core/progress.h>

#include <atomic>
#include <mutex>
#include <string>

namespace facet::cli {

/// Draws a bar on standard error while that is a terminal, and asks to stop after an interrupt.
class TerminalProgress final : public Progress {
public:
  TerminalProgress();
  ~TerminalProgress() override;

  void setFraction(double fraction) override;
  void setStep(const Message& step) override;
  [[nodiscard]] bool stopRequested() const override;

private:
  void draw();

  std::mutex m_mutex;
  std::string m_step;
  int m_percent = -1;
  const bool m_terminal;
  bool m_drawn = false;
};

} // namespace facet::cli
