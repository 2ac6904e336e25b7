#pragma once

#include <facet/core/date.h>

#include <chrono>
#include <string>

namespace facet {

/// A moment in UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where the time comes from; tests and reproducible output bring their own.
class Clock {
public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;

  [[nodiscard]] virtual Instant now() const = 0;
  /// The current day in UTC.
  [[nodiscard]] Day today() const { return std::chrono::floor<std::chrono::days>(now()); }
};

/// The machine's clock.
class SystemClock final : public Clock {
public:
  [[nodiscard]] Instant now() const override {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
};

/// A clock that stands still until it is set.
class FixedClock final : public Clock {
public:
  explicit FixedClock(Instant instant)
      : m_instant(instant) {}
  [[nodiscard]] Instant now() const override { return m_instant; }
  void set(Instant instant) { m_instant = instant; }

private:
  Instant m_instant;
};

/// "YYYY-MM-DDThh:mm:ss.mmmZ".
[[nodiscard]] std::string toIso(Instant instant);
/// Errors: InvalidInput unless the text has the form of toIso(Instant); the milliseconds may be missing.
[[nodiscard]] Result<Instant> parseIsoInstant(std::string_view text);

} // namespace facet
