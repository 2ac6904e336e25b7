#include <facet/charts/timeline_model.h>

#include <algorithm>
#include <array>

namespace facet::charts {
namespace {

using namespace clinical;

/// Tests of one unit share a lane; a lane shows when any of its variables was measured.
const std::vector<Lane>& measurementLanes() {
  static const std::vector<Lane> lanes = {{LaneKind::Test, {"t25fw"}},
                                          {LaneKind::Test, {"nhpt-dominant", "nhpt-other"}},
                                          {LaneKind::Test, {"sdmt"}},
                                          {LaneKind::Marker, {"snfl"}}};
  return lanes;
}

bool isMeasured(const PatientRecord& record, const std::vector<std::string>& variables) {
  return std::any_of(record.measurements.begin(), record.measurements.end(), [&](const Measurement& value) {
    return std::find(variables.begin(), variables.end(), value.code) != variables.end();
  });
}

std::optional<DayRange> rangeOf(const std::optional<PartialDate>& date) {
  return date ? std::optional(clinical::rangeOf(*date)) : std::nullopt;
}

} // namespace

TimelineModel::TimelineModel(std::shared_ptr<const PatientRecord> record, Day dataDay, const LaneFilter& shows)
    : m_record(std::move(record))
    , m_dataDay(dataDay)
    , m_exposure(exposureOf(*m_record, dataDay))
    , m_onset(m_record->onset ? m_record->onset->onset : std::nullopt) {
  addLanes(shows);
  assignRows();
  sortEvents();
}

void TimelineModel::addLanes(const LaneFilter& shows) {
  const auto addLane = [&](LaneKind kind, std::vector<std::string> variables = {}) {
    Lane lane{kind, std::move(variables)};
    if (!shows || shows(lane)) {
      m_lanes.push_back(std::move(lane));
      addEvents(m_lanes.size() - 1);
    }
  };
  const auto has = [](const auto& list) { return !list.empty(); };
  const auto anyVisit = [&](auto test) { return std::any_of(m_record->visits.begin(), m_record->visits.end(), test); };
  if (has(m_record->phases)) {
    addLane(LaneKind::Phase);
  }
  if (has(m_record->treatments) || has(m_record->administrations)) {
    addLane(LaneKind::Treatment);
  }
  if (has(m_record->relapses)) {
    addLane(LaneKind::Relapse);
  }
  if (anyVisit([](const Visit& visit) { return visit.edss.has_value(); })) {
    addLane(LaneKind::Edss);
  }
  if (anyVisit([](const Visit& visit) { return !visit.systems.empty(); })) {
    addLane(LaneKind::Systems);
  }
  for (const Lane& lane : measurementLanes()) {
    if (lane.kind == LaneKind::Test && isMeasured(*m_record, lane.variables)) {
      addLane(lane.kind, lane.variables);
    }
  }
  if (has(m_record->exams)) {
    addLane(LaneKind::Mri);
  }
  for (const Lane& lane : measurementLanes()) {
    if (lane.kind == LaneKind::Marker && isMeasured(*m_record, lane.variables)) {
      addLane(lane.kind, lane.variables);
    }
  }
}

void TimelineModel::addEvents(std::size_t lane) {
  const auto add = [&](EventKind kind, std::size_t index, DayRange begin, std::optional<DayRange> end = {}) {
    m_events.push_back({kind, index, lane, begin, end});
  };
  const auto forEach = [](const auto& list, auto&& body) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      body(i, list[i]);
    }
  };
  switch (m_lanes[lane].kind) {
  case LaneKind::Phase:
    forEach(m_record->phases, [&](std::size_t i, const Phase& phase) {
      add(EventKind::Phase, i, clinical::rangeOf(phase.start), rangeOf(phase.end));
    });
    break;
  case LaneKind::Treatment:
    forEach(m_exposure.episodes, [&](std::size_t i, const Episode& episode) {
      add(EventKind::Treatment, i, episode.span.begin, rangeOf(episode.stop));
    });
    forEach(m_exposure.gaps, [&](std::size_t i, const Gap& gap) {
      const bool closed = gap.span.kind == SpanEnd::Closed;
      add(EventKind::Gap, i, gap.span.begin, closed ? std::optional(gap.span.end) : std::nullopt);
    });
    forEach(m_record->administrations,
            [&](std::size_t i, const Administration& dose) { add(EventKind::Dose, i, clinical::rangeOf(dose.date)); });
    break;
  case LaneKind::Relapse:
    forEach(m_record->relapses, [&](std::size_t i, const Relapse& relapse) {
      add(EventKind::Relapse, i, clinical::rangeOf(relapse.onset), rangeOf(relapse.end));
    });
    break;
  case LaneKind::Edss:
    forEach(m_record->visits, [&](std::size_t i, const Visit& visit) {
      if (visit.edss) {
        add(EventKind::Visit, i, clinical::rangeOf(visit.date));
      }
    });
    break;
  case LaneKind::Systems:
    forEach(m_record->visits, [&](std::size_t i, const Visit& visit) {
      if (!visit.edss && !visit.systems.empty()) {
        add(EventKind::Visit, i, clinical::rangeOf(visit.date));
      }
    });
    break;
  case LaneKind::Mri:
    forEach(m_record->exams,
            [&](std::size_t i, const MriExam& exam) { add(EventKind::Exam, i, clinical::rangeOf(exam.date)); });
    break;
  case LaneKind::Test:
  case LaneKind::Marker: {
    const auto& variables = m_lanes[lane].variables;
    forEach(m_record->measurements, [&](std::size_t i, const Measurement& value) {
      if (std::find(variables.begin(), variables.end(), value.code) != variables.end()) {
        add(EventKind::Measurement, i, clinical::rangeOf(value.date));
      }
    });
    break;
  }
  }
}

void TimelineModel::assignRows() {
  // A short bar that is soon followed by another one has no room for its name beside it, so it steps down a row.
  const auto& episodes = m_exposure.episodes;
  const auto firstDay = [&](std::size_t i) { return episodes[i].span.begin.earliest; };
  Day last = episodes.empty() ? Day() : firstDay(episodes.size() - 1);
  if (m_exposure.lastContact) {
    last = std::max(last, *m_exposure.lastContact);
  }
  const auto room = episodes.empty() ? std::chrono::days(0) : (last - firstDay(0)) / 9;

  std::vector<Day> until;
  for (std::size_t i = 0; i < episodes.size(); ++i) {
    const Span& span = episodes[i].span;
    const bool open = span.kind == SpanEnd::Open;
    const Day lastDay = open ? Day::max() : std::max(span.end.latest, span.begin.latest);
    const bool isShort =
        lastDay < firstDay(i) + room && i + 1 < episodes.size() && firstDay(i + 1) < firstDay(i) + room;
    std::size_t row = isShort && i > 0 ? 1 : 0;
    while (row < until.size() && until[row] > firstDay(i)) {
      ++row;
    }
    until.resize(std::max(until.size(), row + 1), Day::min());
    until[row] = isShort ? firstDay(i) + room : lastDay;
    m_rows.push_back(row);
  }
  m_rowCount = until.size();
}

void TimelineModel::sortEvents() {
  std::stable_sort(m_events.begin(), m_events.end(), [](const TimelineEvent& a, const TimelineEvent& b) {
    return a.begin.earliest != b.begin.earliest ? a.begin.earliest < b.begin.earliest : a.lane < b.lane;
  });
  m_byLane.resize(m_lanes.size());
  for (std::size_t i = 0; i < m_events.size(); ++i) {
    const TimelineEvent& event = m_events[i];
    m_byLane[event.lane].push_back(i);
    m_places[static_cast<std::size_t>(event.kind)].emplace(event.index, i);
    const Day last = event.end ? std::max(event.end->latest, event.begin.latest) : event.begin.latest;
    if (i == 0) {
      m_extent = {event.begin.earliest, last};
    }
    m_extent = {std::min(m_extent.earliest, event.begin.earliest), std::max(m_extent.latest, last)};
  }
  if (!m_events.empty() && m_exposure.lastContact) {
    m_extent.latest = std::max(m_extent.latest, *m_exposure.lastContact);
  }
}

std::optional<std::size_t> TimelineModel::find(EventKind kind, std::size_t index) const {
  const auto& places = m_places[static_cast<std::size_t>(kind)];
  const auto found = places.find(index);
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> TimelineModel::next(std::optional<std::size_t> from, std::optional<std::size_t> lane) const {
  for (std::size_t i = from ? *from + 1 : 0; i < m_events.size(); ++i) {
    if (m_events[i].kind != EventKind::Dose && (!lane || m_events[i].lane == *lane)) {
      return i;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> TimelineModel::previous(std::optional<std::size_t> from,
                                                   std::optional<std::size_t> lane) const {
  for (std::size_t i = from.value_or(m_events.size()); i-- > 0;) {
    if (m_events[i].kind != EventKind::Dose && (!lane || m_events[i].lane == *lane)) {
      return i;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> TimelineModel::nearest(std::size_t lane, Day day) const {
  std::optional<std::size_t> best;
  const auto away = [&](std::size_t event) { return std::chrono::abs(dayOf(m_events[event]) - day); };
  for (const std::size_t event : m_byLane[lane]) {
    if (m_events[event].kind != EventKind::Dose && (!best || away(event) < away(*best))) {
      best = event;
    }
  }
  return best;
}

} // namespace facet::charts
