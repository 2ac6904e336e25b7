#include "passphrase_prompt.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <poll.h>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace facet::cli {
namespace {

/// How often an interrupt is looked for while nothing is typed. Units: ms.
constexpr int kPatience = 100;

/// Keeps what is typed off the screen; the line end alone shows.
class NoEcho {
public:
  NoEcho() {
    if (::tcgetattr(STDIN_FILENO, &m_before) == 0) {
      termios quiet = m_before;
      quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
      quiet.c_lflag |= ECHONL | ICANON;
      m_changed = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;
  ~NoEcho() {
    if (m_changed) {
      ::tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
    }
  }

private:
  termios m_before{};
  bool m_changed = false;
};

const char* textOf(storage::PassphraseQuestion question) {
  switch (question) {
  case storage::PassphraseQuestion::Open:
    return "Passphrase of the cache: ";
  case storage::PassphraseQuestion::New:
    return "Passphrase for the new cache (at least 8 characters): ";
  case storage::PassphraseQuestion::Repeat:
    break;
  }
  return "The same again: ";
}

const char* complaintOf(storage::PassphraseQuestion question) {
  return question == storage::PassphraseQuestion::Open ? "That passphrase does not open it.\n"
                                                       : "It was too short, or not twice the same.\n";
}

Result<storage::SecretText> readLine(const Progress& progress) {
  // A terminal gives one line at a time, of at most 4095 characters.
  std::array<char, 4096> line{};
  while (true) {
    if (progress.stopRequested()) {
      std::fputc('\n', stderr);
      return cancelledError();
    }
    pollfd input{STDIN_FILENO, POLLIN, 0};
    const int ready = ::poll(&input, 1, kPatience);
    if (ready == 0 || (ready < 0 && errno == EINTR)) {
      continue;
    }
    const ssize_t got = ready < 0 ? -1 : ::read(STDIN_FILENO, line.data(), line.size());
    if (got <= 0) {
      std::fputc('\n', stderr);
      return cancelledError();
    }
    auto length = static_cast<std::size_t>(got);
    if (line[length - 1] == '\n') {
      --length;
    }
    storage::SecretText text{std::string(line.data(), length)};
    ::explicit_bzero(line.data(), line.size());
    return text;
  }
}

} // namespace

storage::AskPassphrase passphrasePrompt(const Progress& progress) {
  if (::isatty(STDIN_FILENO) != 1 || ::isatty(STDERR_FILENO) != 1) {
    return {};
  }
  return [&progress](storage::PassphraseQuestion question, int attempt) -> Result<storage::SecretText> {
    if (attempt > 1 && question != storage::PassphraseQuestion::Repeat) {
      std::fputs(complaintOf(question), stderr);
    }
    // The echo goes before the question comes, so that nothing typed in answer shows.
    const NoEcho quiet;
    std::fputs(textOf(question), stderr);
    std::fflush(stderr);
    return readLine(progress);
  };
}

} // namespace facet::cli
