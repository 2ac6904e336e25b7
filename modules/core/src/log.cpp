#include <facet/core/log.h>

#include <cstdio>

namespace facet {
namespace {

const char* nameOf(LogLevel level) {
  switch (level) {
  case LogLevel::Debug:
    return "debug";
  case LogLevel::Info:
    return "info";
  case LogLevel::Warning:
    return "warning";
  case LogLevel::Error:
    return "error";
  }
  return "?";
}

const char* nameOf(ErrorCode code) {
  switch (code) {
  case ErrorCode::NotFound:
    return "not-found";
  case ErrorCode::InvalidInput:
    return "invalid-input";
  case ErrorCode::Unsupported:
    return "unsupported";
  case ErrorCode::Cancelled:
    return "cancelled";
  case ErrorCode::Io:
    return "io";
  case ErrorCode::NoSpace:
    return "no-space";
  case ErrorCode::Conflict:
    return "conflict";
  case ErrorCode::Unauthorized:
    return "unauthorized";
  case ErrorCode::Corrupt:
    return "corrupt";
  case ErrorCode::Locked:
    return "locked";
  case ErrorCode::Internal:
    return "internal";
  }
  return "?";
}

} // namespace

LogValue::LogValue(double value)
    : m_text(Message("", "%1").with(value).english()) {}

LogValue::LogValue(ErrorCode code)
    : m_text(nameOf(code)) {}

void Log::write(LogLevel level, LogWord category, LogWord text, const std::vector<LogValue>& values) const {
  if (level < m_threshold) {
    return;
  }
  std::vector<std::string> arguments;
  arguments.reserve(values.size());
  for (const LogValue& value : values) {
    arguments.push_back(value.text());
  }
  m_sink.write(level, toIso(m_clock.now()) + " " + nameOf(level) + " " + category.text() + ": " +
                          fillPlaces(text.text(), arguments));
}

void StderrSink::write(LogLevel, const std::string& line) {
  std::fprintf(stderr, "%s\n", line.c_str());
}

} // namespace facet
