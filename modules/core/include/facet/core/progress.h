#pragma once

#include <facet/core/result.h>

namespace facet {

/// What a long function reports to and asks whether to stop. Thread: all members may be called from any thread.
class Progress {
public:
  Progress() = default;
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  virtual ~Progress() = default;

  /// Says how much is done. Range: 0 … 1, never falling.
  virtual void setFraction(double fraction) = 0;
  /// Says what is being done now.
  virtual void setStep(const Message& step) = 0;
  /// True once the work shall stop; the function then returns cancelledError() soon.
  [[nodiscard]] virtual bool stopRequested() const = 0;
};

/// Takes reports and never asks to stop.
class NullProgress final : public Progress {
public:
  void setFraction(double) override {}
  void setStep(const Message&) override {}
  [[nodiscard]] bool stopRequested() const override { return false; }
};

/// The part from `begin` to `end` of another progress, for a function called by a function.
class PartProgress final : public Progress {
public:
  PartProgress(Progress& whole, double begin, double end)
      : m_whole(whole)
      , m_begin(begin)
      , m_end(end) {}

  void setFraction(double fraction) override { m_whole.setFraction(m_begin + (m_end - m_begin) * fraction); }
  void setStep(const Message& step) override { m_whole.setStep(step); }
  [[nodiscard]] bool stopRequested() const override { return m_whole.stopRequested(); }

private:
  Progress& m_whole;
  double m_begin;
  double m_end;
};

} // namespace facet
