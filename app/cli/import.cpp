#include "import.h"

#include "cache_option.h"
#include "outcome.h"

#include <facet/sync/import.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace facet::cli {
namespace {

using nlohmann::json;

struct Arguments {
  std::vector<std::string> paths;
  std::string patient;
};

const char* nameOf(storage::ImageRole role) {
  switch (role) {
  case storage::ImageRole::Image:
    return "image";
  case storage::ImageRole::LesionMask:
    return "lesion mask";
  case storage::ImageRole::BrainMask:
    return "brain mask";
  case storage::ImageRole::LesionChange:
    return "lesion change";
  case storage::ImageRole::OtherLabels:
    break;
  }
  return "other labels";
}

const char* nameOf(sync::ImportState state) {
  return state == sync::ImportState::Added ? "added" : state == sync::ImportState::Replaced ? "replaced" : "unchanged";
}

json linesOf(const std::vector<Notice>& notices) {
  json lines = json::array();
  for (const Notice& notice : notices) {
    lines.push_back(describe(notice));
  }
  return lines;
}

json describeImage(const sync::ImportedImage& imported) {
  const storage::StoredImage& image = imported.image;
  const Vec3 spacing = image.grid.spacingMm();
  json rows = json::array();
  for (std::size_t row = 0; row < 3; ++row) {
    const auto& matrix = image.grid.lpsFromIjk.matrix[row];
    rows.push_back({matrix[0], matrix[1], matrix[2], image.grid.lpsFromIjk.offset[row]});
  }
  json document = {{"patient", image.person},
                   {"session", image.session},
                   {"name", image.name},
                   {"role", nameOf(image.role)},
                   {"contrast", image.sequence},
                   {"made_by", image.madeBy},
                   {"format", imaging::nameOf(image.format)},
                   {"voxel_type", imaging::nameOf(image.voxelType)},
                   {"size", {image.grid.size.i, image.grid.size.j, image.grid.size.k}},
                   {"spacing_mm", {spacing.x, spacing.y, spacing.z}},
                   {"lps_from_ijk", rows},
                   {"state", nameOf(imported.state)},
                   {"reason", imported.reason.english()},
                   {"doubt", imported.doubt.english()},
                   {"warnings", linesOf(image.notices)}};
  document["date"] = imported.date ? json(imported.date->toIso()) : json();
  return document;
}

void printJson(const sync::ImportReport& report) {
  json taken = json::array();
  for (const sync::ImportedImage& image : report.images) {
    taken.push_back(describeImage(image));
  }
  const json document = {{"patients", report.patients},
                         {"taken", taken},
                         {"transforms", report.transforms},
                         {"added", report.count(sync::ImportState::Added)},
                         {"replaced", report.count(sync::ImportState::Replaced)},
                         {"unchanged", report.count(sync::ImportState::Unchanged)},
                         {"refused", linesOf(report.refused)},
                         {"warnings", linesOf(report.warnings)}};
  std::printf("%s\n", document.dump(2, ' ', false, json::error_handler_t::replace).c_str());
}

void printText(const sync::ImportReport& report) {
  std::string patient;
  for (const sync::ImportedImage& imported : report.images) {
    const storage::StoredImage& image = imported.image;
    if (image.person != patient) {
      patient = image.person;
      std::printf("patient %s\n", patient.c_str());
    }
    const bool dated = imported.date && imported.date->toIso() != image.session;
    const std::string session = image.session + (dated ? " (" + imported.date->toIso() + ")" : "");
    std::printf("  %-9s %s  %s  %s%s%s\n", nameOf(imported.state), session.empty() ? "-" : session.c_str(),
                image.name.c_str(), nameOf(image.role), image.sequence.empty() ? "" : ", ", image.sequence.c_str());
  }
  if (!report.images.empty() && report.changedNothing()) {
    std::printf("nothing new: all %zu images are in the cache already\n", report.images.size());
  } else {
    std::printf("added %zu, replaced %zu, unchanged %zu\n", report.count(sync::ImportState::Added),
                report.count(sync::ImportState::Replaced), report.count(sync::ImportState::Unchanged));
  }
}

Exit run(const Arguments& arguments, const Context& context) {
  const SystemClock clock;
  auto cache = openCacheToWrite(context, storage::CacheKind::Protected, clock);
  if (!cache) {
    return fail(cache.error());
  }
  const std::vector<std::filesystem::path> paths(arguments.paths.begin(), arguments.paths.end());
  const auto report = sync::importImages(*cache, paths, {arguments.patient}, clock, *context.progress);
  if (!report) {
    return fail(report.error());
  }
  reportWarnings(report->warnings);
  if (context.json) {
    printJson(*report);
  } else {
    printText(*report);
  }
  const Exit refused = reportRefused(report->refused);
  if (!report->images.empty()) {
    return refused;
  }
  return fail({ErrorCode::Unsupported, arguments.paths.front(), FACET_TEXT("app", "nothing in it could be taken")});
}

} // namespace

void addImport(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command = app.add_subcommand(
      "import", "Take your own images into the cache: DICOM, BIDS datasets, NIfTI, NRRD and MetaImage");
  command->add_option("PATH", arguments->paths, "Files and folders, told by content")->required();
  command
      ->add_option(
          "--patient", arguments->patient,
          "Whose images they are; else as the data say, and a loose image is of a patient named after its file")
      ->type_name("ID");
  command->footer("Example: facetctl import dicom-folder --key-file my.key");
  command->callback(
      [arguments, &chosen] { chosen = [arguments](const Context& context) { return run(*arguments, context); }; });
}

} // namespace facet::cli
