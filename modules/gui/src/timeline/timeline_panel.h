#pragma once

#include <facet/charts/timeline_model.h>
#include <facet/gui/panel.h>

#include <memory>
#include <optional>

class QPushButton;

namespace facet::gui {

class TextLabel;
class ValueGrid;

/// Beside the timeline: the chosen event in words, and the value of every lane on a day with its age.
class TimelinePanel final : public Panel {
  Q_OBJECT

public:
  /// Takes the legend of the timeline to its foot.
  TimelinePanel(const workspace::Theme& theme, QWidget* legend, QWidget* parent = nullptr);

  /// `day` is that of the time cursor; without one the last day on record is read out.
  void show(const charts::TimelineModel& model, std::optional<std::size_t> event, std::optional<Day> day);

Q_SIGNALS:
  void examWanted(facet::Day day);
  void responseWanted(facet::Day day);

private:
  void showEvent(const charts::TimelineModel& model, std::optional<std::size_t> event);
  void showValues(const charts::TimelineModel& model, std::optional<Day> day);

  TextLabel* m_when;
  TextLabel* m_title;
  TextLabel* m_sentence;
  ValueGrid* m_raw;
  TextLabel* m_hint;
  TextLabel* m_at;
  ValueGrid* m_values;
  QPushButton* m_exam;
  QPushButton* m_response;
  std::optional<Day> m_examDay;
  Day m_day;
};

} // namespace facet::gui
