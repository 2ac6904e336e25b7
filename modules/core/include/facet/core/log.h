#pragma once

#include <facet/core/clock.h>
#include <facet/core/message.h>
#include <facet/core/result.h>

#include <concepts>
#include <string>
#include <vector>

namespace facet {

enum class LogLevel { Debug, Info, Warning, Error };

/// A word that the writer vouches for: a constant of the program, never text that came from data.
class LogWord {
public:
  explicit consteval LogWord(const char* text)
      : m_text(text) {}
  [[nodiscard]] const char* text() const { return m_text; }

private:
  const char* m_text;
};

/// What may stand in a log line: numbers and constants of the program. There is no way in for text from data, so a
/// log cannot contain a name, an id or a path.
class LogValue {
public:
  LogValue(std::integral auto value)
      : m_text(std::to_string(value)) {}
  LogValue(double value);
  LogValue(LogWord word)
      : m_text(word.text()) {}
  LogValue(ErrorCode code);
  [[nodiscard]] const std::string& text() const { return m_text; }

private:
  std::string m_text;
};

/// Receives finished lines. Thread: called from any thread, one line at a time.
class LogSink {
public:
  LogSink() = default;
  LogSink(const LogSink&) = delete;
  LogSink& operator=(const LogSink&) = delete;
  virtual ~LogSink() = default;
  virtual void write(LogLevel level, const std::string& line) = 0;
};

/// Writes "time level category: text" to a sink; lines below the threshold cost nothing.
class Log {
public:
  Log(LogSink& sink, const Clock& clock, LogLevel threshold)
      : m_sink(sink)
      , m_clock(clock)
      , m_threshold(threshold) {}

  /// `category` is the module's name; `text` has places %1 … %9 for `values`.
  void write(LogLevel level, LogWord category, LogWord text, const std::vector<LogValue>& values = {}) const;

private:
  LogSink& m_sink;
  const Clock& m_clock;
  LogLevel m_threshold;
};

/// Writes lines to standard error.
class StderrSink final : public LogSink {
public:
  void write(LogLevel level, const std::string& line) override;
};

/// Forgets every line.
class NullSink final : public LogSink {
public:
  void write(LogLevel, const std::string&) override {}
};

} // namespace facet
