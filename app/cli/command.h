#pragma once

#include <facet/core/progress.h>

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace facet::cli {

/// The program's exit codes. Source: the command line contract in README.md.
enum class Exit : int {
  Done = 0,
  Failed = 1, ///< nothing could be done or taken
  Usage = 2,  ///< wrong usage
  Partly = 3, ///< some input was refused, or the result is distrusted
  Cancelled = 130
};

/// What every command gets besides its own options.
struct Context {
  bool json = false;            ///< one JSON document on standard output and nothing else
  std::string cacheFolder;      ///< empty: the default in the user's data folder
  std::string keyFile;          ///< empty: secret service or passphrase
  Progress* progress = nullptr; ///< on standard error; set before a command runs
};

/// A command that was chosen on the command line, ready to run.
using Action = std::function<Exit(const Context&)>;

/// Adds one command: its options go to `app`, and when it is chosen `chosen` becomes what to run.
using AddCommand = void (*)(CLI::App& app, Action& chosen);

} // namespace facet::cli
