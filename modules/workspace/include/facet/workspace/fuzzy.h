#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace facet::workspace {

struct FuzzyMatch {
  double score = 0;        ///< higher is better; comparable between texts for one query
  std::vector<int> places; ///< indices of the fitting characters, rising
};

/// Whether all characters of `query` stand in `text` in this order, whatever the case; blanks and hyphens in the query
/// are passed over. Best are matches at the beginning of the text, of words, and without gaps.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(const QString& query, const QString& text);

} // namespace facet::workspace
