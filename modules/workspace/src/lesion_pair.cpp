#include <facet/workspace/lesion_pair.h>

#include <algorithm>

namespace facet::workspace {

namespace {

LesionBasis basisOf(const std::optional<VisitMask>& before, const std::optional<VisitMask>& after,
                    Comparator comparator) {
  if (!after) {
    return LesionBasis::NoMask;
  }
  if (comparator == Comparator::None) {
    return LesionBasis::OneVisit;
  }
  if (!before) {
    return LesionBasis::NoComparator;
  }
  using lesions::LabelMeaning;
  if (before->lesions.meaning != LabelMeaning::Identity || after->lesions.meaning != LabelMeaning::Identity) {
    return LesionBasis::NoIdentity;
  }
  return before->madeBy == after->madeBy ? LesionBasis::Identity : LesionBasis::OtherReader;
}

void addRowsOfOneVisit(LesionPair& pair, const lesions::CountingRule& rule) {
  for (const lesions::LesionShape& shape : pair.after->lesions.shapes) {
    LesionRow row;
    row.label = shape.label;
    row.afterMm3 = shape.volumeMm3;
    row.counted = lesions::isCountedLesion(shape, pair.after->lesions.labels.grid(), rule);
    pair.rows.push_back(row);
  }
}

void addChanges(LesionPair& pair, const lesions::ChangeRule& rule) {
  const lesions::VisitLesions before = {pair.before->lesions.shapes, pair.before->lesions.labels.grid()};
  const lesions::VisitLesions after = {pair.after->lesions.shapes, pair.after->lesions.labels.grid()};
  pair.noise = lesions::estimatePairNoise(before, after, rule);
  const std::vector<lesions::LesionChange> changes = lesions::compareVisits(before, after, *pair.noise, rule);
  for (const lesions::LesionChange& change : changes) {
    pair.rows.push_back({change.label, lesionStatusOf(change.status), change.beforeMm3, change.afterMm3,
                         change.changeMm3, change.errorMm3, change.counted});
    pair.changeMm3 += change.changeMm3;
    pair.errorMm3 += change.errorMm3.value_or(0);
    if (change.counted) {
      ++pair.counts[static_cast<std::size_t>(lesionStatusOf(change.status))];
    }
  }
}

} // namespace

const lesions::LesionShape* VisitMask::shapeOf(std::int64_t label) const {
  const auto& shapes = lesions.shapes;
  const auto at = std::lower_bound(shapes.begin(), shapes.end(), label,
                                   [](const lesions::LesionShape& s, std::int64_t l) { return s.label < l; });
  return at != shapes.end() && at->label == label ? &*at : nullptr;
}

double VisitMask::volumeMm3() const {
  double sum = 0;
  for (const lesions::LesionShape& shape : lesions.shapes) {
    sum += shape.volumeMm3;
  }
  return sum;
}

const LesionRow* LesionPair::rowOf(std::int64_t label) const {
  const auto at = std::lower_bound(rows.begin(), rows.end(), label,
                                   [](const LesionRow& row, std::int64_t l) { return row.label < l; });
  return at != rows.end() && at->label == label ? &*at : nullptr;
}

LesionPair pairLesions(std::optional<VisitMask> before, std::optional<VisitMask> after, Comparator comparator,
                       const lesions::ChangeRule& rule) {
  LesionPair pair;
  pair.basis = basisOf(before, after, comparator);
  pair.before = std::move(before);
  pair.after = std::move(after);
  if (pair.basis == LesionBasis::Identity) {
    addChanges(pair, rule);
  } else if (pair.after) {
    addRowsOfOneVisit(pair, rule.counting);
  }
  return pair;
}

LesionStatus lesionStatusOf(lesions::ChangeStatus status) {
  using lesions::ChangeStatus;
  switch (status) {
  case ChangeStatus::New:
    return LesionStatus::New;
  case ChangeStatus::Enlarging:
    return LesionStatus::Enlarging;
  case ChangeStatus::Stable:
    return LesionStatus::Stable;
  case ChangeStatus::Shrinking:
    return LesionStatus::Shrinking;
  case ChangeStatus::NoLongerVisible:
    return LesionStatus::NoLongerVisible;
  case ChangeStatus::WithinError:
    break;
  }
  return LesionStatus::WithinError;
}

bool isActive(const LesionRow& row) {
  return row.status == LesionStatus::New || row.status == LesionStatus::Enlarging;
}

} // namespace facet::workspace
