#pragma once

#include <facet/core/result.h>
#include <facet/imaging/bids.h>

#include <filesystem>
#include <string>
#include <vector>

namespace facet::imaging {

/// A tab-separated table and, where there is one, the JSON file that describes its columns. What is odd is told: rows
/// with more or fewer cells, columns without or with a doubled name, cells that are no number in a column of numbers.
/// Errors: as readFile; InvalidInput for bytes that are no text and for an empty file.
[[nodiscard]] Result<BidsTable> readBidsTable(const std::filesystem::path& table,
                                              const std::filesystem::path& description, std::vector<Notice>& notices);

} // namespace facet::imaging
