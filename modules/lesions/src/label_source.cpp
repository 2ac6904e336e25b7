#include "runs.h"

#include <facet/core/text.h>
#include <facet/lesions/label_source.h>

#include <algorithm>
#include <set>

namespace facet::lesions {
namespace {

/// Whether all voxels above 0 have one value; Labels where values are no labels, for the error to come from there.
LabelInput inputByContent(const Result<RunImage>& image) {
  if (!image || image->runs.empty()) {
    return LabelInput::Mask;
  }
  const std::int32_t value = image->runs.front().value;
  const bool one = std::all_of(image->runs.begin(), image->runs.end(), [&](const Run& r) { return r.value == value; });
  return one ? LabelInput::Mask : LabelInput::Labels;
}

Error tableError(Message reason, std::size_t line) {
  return {ErrorCode::InvalidInput, {}, std::move(reason), atLine(line)};
}

} // namespace

Result<LabelledLesions> labelLesions(const imaging::Volume& file, LabelInput input, Connectivity connectivity,
                                     const CountingRule& rule, Progress& progress) {
  if (input == LabelInput::ByContent) {
    const auto image = findRuns(file, RunValues::Labels, progress);
    if (!image) {
      return image.error();
    }
    input = inputByContent(image);
  }
  const auto components = connectedComponents(file, connectivity, progress);
  if (!components) {
    return components.error();
  }
  LabelledLesions lesions = {input == LabelInput::Labels ? LabelMeaning::Identity : LabelMeaning::Component,
                             input == LabelInput::Labels ? file : components->labels,
                             {},
                             {components->count, 0}};
  auto shapes = measureLabels(lesions.labels, progress);
  if (!shapes) {
    return shapes.error();
  }
  lesions.shapes = std::move(*shapes);
  lesions.counts.lesions =
      static_cast<std::size_t>(std::count_if(lesions.shapes.begin(), lesions.shapes.end(), [&](const LesionShape& s) {
        return isCountedLesion(s, file.grid(), rule);
      }));
  return lesions;
}

Result<std::vector<LabelRow>> parseLabelTable(std::string_view text) {
  auto decoded = decodeText(text);
  if (!decoded) {
    return decoded.error();
  }
  std::vector<std::string_view> lines = splitText(*decoded, '\n');
  while (!lines.empty() && trimText(lines.back()).empty()) {
    lines.pop_back();
  }
  if (lines.empty()) {
    return tableError(FACET_TEXT("lesions", "the table has no head"), 1);
  }
  const std::vector<std::string_view> heads = splitText(lines[0], '\t');
  const auto column = std::find(heads.begin(), heads.end(), "index");
  if (column == heads.end()) {
    return tableError(FACET_TEXT("lesions", "the table has no column “index”"), 1);
  }
  const auto indexColumn = static_cast<std::size_t>(column - heads.begin());
  std::vector<LabelRow> rows;
  std::set<std::int64_t> seen;
  for (std::size_t line = 1; line < lines.size(); ++line) {
    const std::vector<std::string_view> cells = splitText(lines[line], '\t');
    if (cells.size() != heads.size()) {
      return tableError(FACET_TEXT("lesions", "%1 columns instead of %2").with(cells.size(), heads.size()), line + 1);
    }
    const auto index = parseInteger(trimText(cells[indexColumn]));
    if (!index || *index < 0) {
      return tableError(FACET_TEXT("lesions", "the index “%1” is no whole number from 0 on").with(cells[indexColumn]),
                        line + 1);
    }
    if (!seen.insert(*index).second) {
      return tableError(FACET_TEXT("lesions", "the index %1 stands twice").with(*index), line + 1);
    }
    LabelRow row;
    row.index = *index;
    for (std::size_t n = 0; n < cells.size(); ++n) {
      const std::string_view cell = trimText(cells[n]);
      if (n == indexColumn || cell.empty() || cell == "n/a") {
        continue;
      }
      if (heads[n] == "name") {
        row.name = std::string(cell);
      } else {
        row.others.emplace_back(heads[n], cell);
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

} // namespace facet::lesions
