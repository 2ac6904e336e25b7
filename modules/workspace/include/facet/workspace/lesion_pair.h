#pragma once

#include <facet/lesions/change.h>
#include <facet/lesions/label_source.h>
#include <facet/workspace/status_mark.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace facet::workspace {

/// The lesions of one visit's mask and who made it.
struct VisitMask {
  lesions::LabelledLesions lesions;
  std::string madeBy; ///< may be empty

  /// The measures of a label, or none.
  [[nodiscard]] const lesions::LesionShape* shapeOf(std::int64_t label) const;
  [[nodiscard]] double volumeMm3() const;
};

/// One line of the lesion table.
struct LesionRow {
  std::int64_t label = 0;
  /// What became of it; none where nothing says which lesion of the other visit it is.
  std::optional<LesionStatus> status;
  std::optional<double> beforeMm3; ///< at the comparator
  std::optional<double> afterMm3;  ///< at the current visit
  double changeMm3 = 0;
  std::optional<double> errorMm3;
  bool counted = false; ///< a lesion; else a component too small to count
};

/// What is known of the lesions of two visits.
enum class LesionBasis : std::uint8_t {
  NoMask,       ///< no mask at the current visit
  OneVisit,     ///< no earlier visit
  NoComparator, ///< no mask at the comparator
  NoIdentity,   ///< at least one mask does not number its lesions
  OtherReader,  ///< numbered by two different readers, whose numbers do not mean the same
  Identity      ///< numbers of one reader's files
};

struct LesionPair {
  LesionBasis basis = LesionBasis::NoMask;
  std::optional<VisitMask> before; ///< comparator
  std::optional<VisitMask> after;  ///< current visit
  /// With Identity all lesions of both visits; else those of the current visit. Ordered by label.
  std::vector<LesionRow> rows;
  std::optional<lesions::PairNoise> noise; ///< with Identity
  /// Lesions that count, by LesionStatus; with Identity.
  std::array<std::size_t, lesions::kChangeStatuses> counts{};
  /// Change of the total and its error: those of the lesions added up, as if all borders moved together. With Identity.
  double changeMm3 = 0;
  double errorMm3 = 0;

  [[nodiscard]] const LesionRow* rowOf(std::int64_t label) const;
};

/// Whether there is an earlier visit to compare with.
enum class Comparator : std::uint8_t { None, Visit };

/// Puts two visits' lesions side by side. Nothing is matched by position: only the numbers of one reader's label files
/// say which lesion is which.
[[nodiscard]] LesionPair pairLesions(std::optional<VisitMask> before, std::optional<VisitMask> after,
                                     Comparator comparator, const lesions::ChangeRule& rule = {});

[[nodiscard]] LesionStatus lesionStatusOf(lesions::ChangeStatus status);

/// New or enlarging.
[[nodiscard]] bool isActive(const LesionRow& row);

} // namespace facet::workspace
