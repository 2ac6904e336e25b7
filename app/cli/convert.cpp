#include "convert.h"

#include "outcome.h"

#include <facet/imaging/convert.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <string>

namespace facet::cli {
namespace {

using nlohmann::json;

struct Arguments {
  std::string in;
  std::string out;
  unsigned series = 0;
};

json geometryOf(const imaging::Grid& grid) {
  json rows = json::array();
  for (std::size_t row = 0; row < 3; ++row) {
    const auto& matrix = grid.lpsFromIjk.matrix[row];
    rows.push_back({matrix[0], matrix[1], matrix[2], grid.lpsFromIjk.offset[row]});
  }
  const Vec3 spacing = grid.spacingMm();
  return {{"size", {grid.size.i, grid.size.j, grid.size.k}},
          {"spacing_mm", {spacing.x, spacing.y, spacing.z}},
          {"lps_from_ijk", rows}};
}

json linesOf(const std::vector<Notice>& notices) {
  json lines = json::array();
  for (const Notice& notice : notices) {
    lines.push_back(describe(notice));
  }
  return lines;
}

void printJson(const Arguments& arguments, const imaging::AnyImage& any, const imaging::WriteReport& report,
               const std::vector<Notice>& warnings) {
  const imaging::Volume& volume = any.image.volume;
  json document = geometryOf(volume.grid());
  document["input"] = arguments.in;
  document["output"] = arguments.out;
  document["input_format"] = imaging::nameOf(any.image.format);
  document["input_voxel_type"] = imaging::nameOf(volume.type());
  document["input_rescale"] = {{"slope", volume.rescale().slope}, {"intercept", volume.rescale().intercept}};
  document["orientation"] = any.image.orientation == imaging::Orientation::Stated ? "stated" : "assumed";
  document["largest_error"] = report.largestError;
  document["warnings"] = linesOf(warnings);
  document["refused"] = linesOf(any.refused);
  std::printf("%s\n", document.dump(2, ' ', false, json::error_handler_t::replace).c_str());
}

Exit run(const Arguments& arguments, const Context& context) {
  PartProgress reading(*context.progress, 0, 0.6);
  const auto number = arguments.series == 0 ? std::optional<unsigned>() : std::optional(arguments.series);
  const auto any = imaging::readAnyImage(arguments.in, number, reading);
  if (!any) {
    return fail(any.error());
  }
  PartProgress writing(*context.progress, 0.6, 1);
  const auto report = imaging::writeAnyImage(*any, arguments.out, writing);
  if (!report) {
    return fail(report.error());
  }
  std::vector<Notice> warnings = any->image.notices;
  warnings.insert(warnings.end(), report->notices.begin(), report->notices.end());
  reportWarnings(warnings);
  if (context.json) {
    printJson(arguments, *any, *report, warnings);
  }
  reportWritten(context, arguments.out);
  return reportRefused(any->refused);
}

} // namespace

void addConvert(CLI::App& app, Action& chosen) {
  const auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      app.add_subcommand("convert", "Convert an image to another format: the same value at the same place");
  command
      ->add_option("IN", arguments->in, "NIfTI, NRRD or MetaImage file, or a file or folder of DICOM; told by content")
      ->required();
  command
      ->add_option("OUT", arguments->out,
                   "File ending in .nii .nii.gz .nrrd .mha .mhd; any other name is a folder that gets a DICOM series")
      ->required();
  command->add_option("--series", arguments->series, "Which volume to take where IN has several, counted from 1")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  command->footer("Example: facetctl convert dicom-folder flair.nii.gz");
  command->callback(
      [arguments, &chosen] { chosen = [arguments](const Context& context) { return run(*arguments, context); }; });
}

} // namespace facet::cli
