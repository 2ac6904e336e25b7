#include "demo.h"

#include "outcome.h"

#include <facet/synthetic/demo.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <string>

namespace facet::cli {
namespace {

using nlohmann::json;

/// More people than any registry has.
constexpr unsigned kMostPeople = 10'000'000;

struct Arguments {
  std::string folder;
  synthetic::DemoOptions options;
};

Exit run(const Arguments& arguments, const Context& context) {
  const auto summary = synthetic::writeDemoRelease(arguments.folder, arguments.options, *context.progress);
  if (!summary) {
    return fail(summary.error());
  }
  if (context.json) {
    const json document = {{"folder", arguments.folder},      {"seed", arguments.options.consortium.seed},
                           {"people", summary->people},       {"with_images", summary->withImages},
                           {"resources", summary->resources}, {"resource_bytes", summary->bytes}};
    std::printf("%s\n", document.dump(2, ' ', false, json::error_handler_t::replace).c_str());
  }
  reportWritten(context, arguments.folder);
  return Exit::Done;
}

} // namespace

void addDemo(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<Arguments>();
  synthetic::DemoOptions& options = arguments->options;
  CLI::App* command = app.add_subcommand("demo", "Write a release of a consortium that does not exist");
  command->add_option("DIR", arguments->folder, "An empty or new folder, or one with a former demo release")
      ->required();
  const auto number = CLI::Range(0u, kMostPeople);
  command->add_option("--participants", options.participants, "People with MS")
      ->type_name("N")
      ->check(number)
      ->capture_default_str();
  command->add_option("--controls", options.controls, "People without MS")
      ->type_name("N")
      ->check(number)
      ->capture_default_str();
  command
      ->add_option("--newly-diagnosed", options.newlyDiagnosed,
                   "Newly diagnosed people in addition; without it one in a hundred participants")
      ->type_name("N")
      ->check(number);
  command->add_option("--mri", options.mri, "Participants with images; without it 4")->type_name("K")->check(number);
  command->add_option("--seed", options.consortium.seed, "Another number makes other people")
      ->type_name("S")
      ->capture_default_str();
  command->footer("Example: facetctl demo consortium --participants 1000 --mri 0");
  command->callback([arguments, &chosen] {
    if (arguments->options.mri.value_or(0) > arguments->options.participants) {
      throw CLI::ValidationError("--mri", "there cannot be more participants with images than participants");
    }
    chosen = [arguments](const Context& context) { return run(*arguments, context); };
  });
}

} // namespace facet::cli
