#include "command.h"
#include "convert.h"
#include "demo.h"
#include "import.h"
#include "outcome.h"
#include "patients.h"
#include "report.h"
#include "show.h"
#include "sync.h"
#include "terminal_progress.h"

#include <facet/core/parallel.h>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <vector>

using namespace facet;

namespace {

/// Every command, in the order in which --help lists them.
const std::vector<cli::AddCommand> kCommands = {
    cli::addPatients, cli::addShow, cli::addConvert, cli::addDemo, cli::addImport, cli::addReport, cli::addSync,
};

cli::Exit run(int argc, char** argv) {
  CLI::App app("Facet: multiple sclerosis workstation for clinical research, on the command line", "facetctl");
  cli::Context context;
  std::size_t threads = 0;
  app.set_version_flag("--version", FACET_VERSION);
  app.add_flag("--json", context.json, "Print one JSON document on standard output");
  app.add_option("--cache", context.cacheFolder, "Folder of the cache")->type_name("DIR");
  app.add_option("--key-file", context.keyFile, "File with the cache's key: 64 hexadecimal digits, mode 0600")
      ->type_name("FILE");
  app.add_option("--threads", threads, "Number of threads; 0: one for each processor")->type_name("N");
  app.fallthrough();
  app.require_subcommand(1);

  cli::Action chosen;
  for (const cli::AddCommand add : kCommands) {
    add(app, chosen);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? cli::Exit::Done : cli::Exit::Usage;
  }
  setThreadLimit(threads);
  cli::TerminalProgress progress;
  context.progress = &progress;
  return chosen(context);
}

} // namespace

int main(int argc, char** argv) {
  try {
    return static_cast<int>(run(argc, argv));
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "error: facetctl: %s\n", failure.what());
    return static_cast<int>(cli::Exit::Failed);
  }
}
