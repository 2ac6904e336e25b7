#pragma once

#include <facet/gui/panel.h>
#include <facet/workspace/lesion_table.h>
#include <facet/workspace/mri_model.h>

#include <array>

class QPushButton;
class QTableView;

namespace facet::gui {

class LesionCounts;

/// The lesions: how many of each kind, the table, and more of the selected one.
class LesionPanel final : public Panel {
  Q_OBJECT

public:
  LesionPanel(const workspace::Theme& theme, workspace::MriModel& model, QWidget* parent = nullptr);

  /// Selects the next or the previous line of the table.
  void stepSelection(int lines);
  [[nodiscard]] QTableView& table() { return *m_table; }

private:
  QWidget* makeHead(const workspace::Theme& theme);
  void makeTable(const workspace::Theme& theme);
  void showLesions();
  void showSelection();
  void showTotals(const workspace::LesionPair& pair);
  [[nodiscard]] QString basisSentence(const workspace::LesionPair& pair) const;
  [[nodiscard]] QString noiseSentence(const workspace::LesionPair& pair) const;
  [[nodiscard]] QString detailOf(std::int64_t label) const;

  workspace::MriModel& m_model;
  workspace::LesionTable* m_lesions;
  TextLabel* m_title;
  LesionCounts* m_counts;
  TextLabel* m_totals;
  TextLabel* m_basis;
  std::array<QPushButton*, 3> m_filters{};
  QTableView* m_table;
  TextLabel* m_detail;
  bool m_selecting = false;
};

} // namespace facet::gui
