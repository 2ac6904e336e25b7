#pragma once

#include <facet/clinical/exposure.h>
#include <facet/clinical/records.h>
#include <facet/clinical/span.h>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace facet::charts {

/// What a lane of the timeline shows.
enum class LaneKind : std::uint8_t {
  Phase,
  Treatment,
  Relapse,
  Edss,
  Systems, ///< functional systems as a heat strip
  Test,    ///< timed and counted tests of one unit
  Mri,
  Marker ///< a molecular marker
};

struct Lane {
  LaneKind kind = LaneKind::Phase;
  std::vector<std::string> variables; ///< of Test and Marker: codes of the dictionary
};

/// Which lanes a timeline shows.
using LaneFilter = std::function<bool(const Lane& lane)>;

enum class EventKind : std::uint8_t { Phase, Treatment, Gap, Dose, Relapse, Visit, Exam, Measurement };
inline constexpr std::size_t kEventKinds = static_cast<std::size_t>(EventKind::Measurement) + 1;

/// One thing that happened or lasted.
struct TimelineEvent {
  EventKind kind = EventKind::Visit;
  std::size_t index = 0; ///< in the record's list of its kind; of Exposure for Treatment and Gap
  std::size_t lane = 0;
  clinical::DayRange begin;
  std::optional<clinical::DayRange> end; ///< of what lasts and ended
};

/// Everything that the timeline of one person shows, in the order of time. A value; copies share the record.
class TimelineModel {
public:
  TimelineModel() = default;
  /// `dataDay` is the day up to which the data can know anything.
  /// Without a filter all lanes that have something to show are there.
  TimelineModel(std::shared_ptr<const clinical::PatientRecord> record, Day dataDay, const LaneFilter& shows = {});

  /// Whether there is nothing to show.
  [[nodiscard]] bool isEmpty() const { return m_events.empty(); }
  [[nodiscard]] const clinical::PatientRecord& record() const { return *m_record; }
  [[nodiscard]] const clinical::Exposure& exposure() const { return m_exposure; }
  [[nodiscard]] Day dataDay() const { return m_dataDay; }
  /// Lanes that have something to show, from top to bottom.
  [[nodiscard]] const std::vector<Lane>& lanes() const { return m_lanes; }
  /// By begin, then by lane.
  [[nodiscard]] const std::vector<TimelineEvent>& events() const { return m_events; }
  [[nodiscard]] const clinical::DayRange& extent() const { return m_extent; }
  /// The first symptom, if it is known.
  [[nodiscard]] const std::optional<PartialDate>& onset() const { return m_onset; }
  /// In which row of the treatment lane an episode stands; rows fill from the top, overlapping ones stack.
  [[nodiscard]] std::size_t rowOf(std::size_t episode) const { return m_rows[episode]; }
  [[nodiscard]] std::size_t rows() const { return m_rowCount; }
  /// The events of one lane, by begin.
  [[nodiscard]] const std::vector<std::size_t>& eventsOf(std::size_t lane) const { return m_byLane[lane]; }

  /// The event of a record.
  [[nodiscard]] std::optional<std::size_t> find(EventKind kind, std::size_t index) const;
  /// The next event in time after (or before) one, in any lane or only in `lane`; the first or last one where `from` is
  /// none. Doses are passed over: they are read with their treatment.
  [[nodiscard]] std::optional<std::size_t> next(std::optional<std::size_t> from,
                                                std::optional<std::size_t> lane = {}) const;
  [[nodiscard]] std::optional<std::size_t> previous(std::optional<std::size_t> from,
                                                    std::optional<std::size_t> lane = {}) const;
  /// The event of `lane` nearest to a day.
  [[nodiscard]] std::optional<std::size_t> nearest(std::size_t lane, Day day) const;

private:
  void addLanes(const LaneFilter& shows);
  void addEvents(std::size_t lane);
  void assignRows();
  void sortEvents();

  std::shared_ptr<const clinical::PatientRecord> m_record;
  Day m_dataDay;
  clinical::Exposure m_exposure;
  std::vector<Lane> m_lanes;
  std::vector<TimelineEvent> m_events;
  std::vector<std::vector<std::size_t>> m_byLane;
  std::array<std::unordered_map<std::size_t, std::size_t>, kEventKinds> m_places; ///< event by index of its record
  std::vector<std::size_t> m_rows;
  std::size_t m_rowCount = 0;
  clinical::DayRange m_extent;
  std::optional<PartialDate> m_onset;
};

/// The day that stands for an event where one is needed: its first possible day.
[[nodiscard]] inline Day dayOf(const TimelineEvent& event) {
  return event.begin.earliest;
}

} // namespace facet::charts
