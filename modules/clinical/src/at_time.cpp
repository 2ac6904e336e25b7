#include <facet/clinical/at_time.h>

#include <map>
#include <string_view>

namespace facet::clinical {
namespace {

/// The last of a list for which `knownFrom` gives a day up to `day`; the later listed of two on one day.
template <class Record, class KnownFrom>
std::optional<std::size_t> lastUpTo(const std::vector<Record>& records, Day day, KnownFrom knownFrom) {
  std::optional<std::size_t> last;
  std::optional<Day> lastDay;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::optional<Day> from = knownFrom(records[i]);
    if (from && *from <= day && (!lastDay || *from >= *lastDay)) {
      last = i;
      lastDay = from;
    }
  }
  return last;
}

std::vector<std::size_t> lastMeasurements(const PatientRecord& record, Day day) {
  std::map<std::string_view, std::size_t> last;
  for (std::size_t i = 0; i < record.measurements.size(); ++i) {
    const Measurement& value = record.measurements[i];
    if (value.date.latest() > day) {
      continue;
    }
    const auto [found, added] = last.try_emplace(value.code, i);
    if (!added && value.date.latest() >= record.measurements[found->second].date.latest()) {
      found->second = i;
    }
  }
  std::vector<std::size_t> indices;
  for (const auto& [code, index] : last) {
    indices.push_back(index);
  }
  return indices;
}

} // namespace

Snapshot snapshotAt(const PatientRecord& record, const Exposure& exposure, Day day) {
  Snapshot at;
  at.phase = lastUpTo(record.phases, day, [&](const Phase& phase) -> std::optional<Day> {
    const bool over = phase.end && phase.end->latest() < day;
    return over ? std::nullopt : std::optional(phase.start.latest());
  });
  at.edss = lastUpTo(record.visits, day,
                     [](const Visit& visit) { return visit.edss ? std::optional(visit.date) : std::nullopt; });
  at.systems = lastUpTo(record.visits, day, [](const Visit& visit) {
    return visit.systems.empty() ? std::nullopt : std::optional(visit.date);
  });
  at.relapse = lastUpTo(record.relapses, day, [](const Relapse& relapse) {
    return relapse.certainty == RelapseCertainty::Pseudo ? std::nullopt : std::optional(relapse.onset.latest());
  });
  at.exam = lastUpTo(record.exams, day, [](const MriExam& exam) { return std::optional(exam.date); });
  at.measurements = lastMeasurements(record, day);
  for (std::size_t i = 0; i < exposure.episodes.size(); ++i) {
    const Span& span = exposure.episodes[i].span;
    const Answer on = isContradictory(span) ? Answer::No : contains(span, rangeOf(day));
    if (on != Answer::No) {
      at.episodes.push_back({i, on, daysBetween(span.begin, rangeOf(day))});
    }
  }
  for (std::size_t i = 0; i < exposure.gaps.size(); ++i) {
    if (contains(exposure.gaps[i].span, rangeOf(day)) == Answer::Yes) {
      at.gap = i;
    }
  }
  return at;
}

} // namespace facet::clinical
