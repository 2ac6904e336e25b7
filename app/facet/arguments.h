#pragma once

#include <facet/workspace/navigator.h>

#include <QSize>
#include <QString>

#include <optional>
#include <variant>

namespace facet::app {

/// What the command line asks of the window.
struct Arguments {
  QString cacheFolder; ///< empty: the usual place
  QString keyFile; ///< empty: keyring or passphrase
  bool demo = false;
  QString patient;
  std::optional<workspace::PageId> page;
  QString theme;    ///< empty: as set before
  QString language; ///< empty: as set before
  QString grabFile; ///< empty: no picture
  QSize grabSize{1600, 1000};
};

/// Ends the program: --help, --version or a wrong line, already printed.
struct ExitCode {
  int value = 0;
};

[[nodiscard]] std::variant<Arguments, ExitCode> parseArguments(int argc, char** argv);

} // namespace facet::app
