#pragma once

#include <facet/charts/timeline_model.h>
#include <facet/gui/page.h>

#include <QSet>

#include <memory>

class QAction;
class QMenu;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTableView;

namespace facet::charts {
class TimelineOverview;
class TimelineTable;
class TimelineWidget;
} // namespace facet::charts

namespace facet::gui {

class ElidedLabel;
class EmptyState;
class TimelineLegend;
class TimelinePanel;

/// The course of one person on one axis of time, or as a table.
class TimelinePage final : public Page {
  Q_OBJECT

public:
  TimelinePage(const PageContext& context, QWidget* parent);

  void setPatient(const workspace::PatientPtr& patient) override;
  [[nodiscard]] QString readout() const override;
  [[nodiscard]] std::vector<std::pair<QString, QString>> gestures() const override;
  [[nodiscard]] QStringList paintedTexts() const override;

private:
  QWidget* makeBar();
  QWidget* makeContent();
  void addCommands();
  void connectParts();
  void fillLanes();
  void showLanes();
  void showAxis(bool sinceOnset);
  void showTable(bool table);
  void showSelection();
  void followCursor();
  void chooseRow(int row);
  void copyTable();
  void openExam();
  void openResponse();

  PageContext m_context;
  workspace::PatientPtr m_patient;
  std::shared_ptr<const charts::TimelineModel> m_all;   ///< with every lane; null without a patient
  std::shared_ptr<const charts::TimelineModel> m_model; ///< with the lanes that are shown
  QSet<QString> m_hidden;                               ///< lanes by name
  charts::TimelineWidget* m_timeline;
  charts::TimelineOverview* m_overview;
  TimelineLegend* m_legend;
  charts::TimelineTable* m_rows;
  QTableView* m_table;
  TimelinePanel* m_panel;
  ElidedLabel* m_dates;
  QPushButton* m_calendar;
  QPushButton* m_sinceOnset;
  QPushButton* m_lanesButton;
  QMenu* m_lanes;
  QPushButton* m_asTable;
  QScrollArea* m_scroll = nullptr;
  QStackedWidget* m_views = nullptr; ///< drawing, table
  QStackedWidget* m_stack;           ///< content, empty state
  EmptyState* m_empty;
};

} // namespace facet::gui
