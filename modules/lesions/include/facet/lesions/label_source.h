#pragma once

#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/imaging/volume.h>
#include <facet/lesions/components.h>
#include <facet/lesions/shape.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace facet::lesions {

/// What a label means from one visit to the next.
enum class LabelMeaning : std::uint8_t {
  Identity, ///< the file gives each lesion a number; the same number at another visit of the same reader is the same
  Component ///< the file is a mask: numbers are those of connected parts here and mean nothing elsewhere
};

/// The lesions of one visit as a label volume with their measures.
struct LabelledLesions {
  LabelMeaning meaning = LabelMeaning::Component;
  imaging::Volume labels;
  std::vector<LesionShape> shapes; ///< ordered by label
  LesionCounts counts;
};

/// Which files are masks.
enum class LabelInput : std::uint8_t {
  Mask,     ///< voxels above 0 are lesion (BIDS `_mask`)
  Labels,   ///< each value is a lesion (BIDS `_dseg`)
  ByContent ///< one value above 0 makes it a mask, several make them labels
};

/// Lesions of a mask or label file, on its own grid. Components are counted with `connectivity`, lesions by `rule`; a
/// lesion with an identity counts once, in however many parts.
/// Errors: InvalidInput for labels that are no whole numbers from 0 on; Cancelled.
[[nodiscard]] Result<LabelledLesions> labelLesions(const imaging::Volume& file, LabelInput input,
                                                   Connectivity connectivity, const CountingRule& rule,
                                                   Progress& progress);

/// A row of the table beside a label file.
struct LabelRow {
  std::int64_t index = 0;
  std::string name;                                        ///< may be empty
  std::vector<std::pair<std::string, std::string>> others; ///< further columns by their heads, without "n/a" and empty
};

/// The rows of a BIDS `_dseg.tsv`: a head with the column `index`, tabs between columns.
/// Errors: InvalidInput with the line for a missing column, an index that is no number or stands twice, or a row of
/// another length. Source: BIDS 1.8, "Common image-derived labels".
[[nodiscard]] Result<std::vector<LabelRow>> parseLabelTable(std::string_view text);

} // namespace facet::lesions
