#pragma once

#include <facet/charts/timeline_model.h>
#include <facet/gui/page.h>
#include <facet/workspace/segment_model.h>

#include <memory>

class QScrollArea;
class QStackedWidget;
class QTableView;

namespace facet::charts {
class TimelineWidget;
} // namespace facet::charts

namespace facet::gui {

class Card;
class ElidedLabel;
class EmptyState;
class MultiplesView;
class SegmentPanel;

/// What happened under each treatment of one person and between them; nothing is compared with other people.
class ResponsePage final : public Page {
  Q_OBJECT

public:
  ResponsePage(const PageContext& context, QWidget* parent);

  void setPatient(const workspace::PatientPtr& patient) override;
  [[nodiscard]] QString readout() const override;
  [[nodiscard]] std::vector<std::pair<QString, QString>> gestures() const override;
  [[nodiscard]] QStringList paintedTexts() const override;
  [[nodiscard]] std::optional<std::size_t> selected() const { return m_selected; }

private:
  QWidget* makeContent();
  QWidget* makeStrip();
  QWidget* makeTable();
  QWidget* makeMultiples();
  void connectParts();
  void addCommands();
  void showNobody();
  void select(std::size_t segment);
  void chooseByPerson(std::size_t segment);
  void followCursor();
  void followStrip();
  void step(int by);
  void copy();

  PageContext m_context;
  workspace::PatientPtr m_patient;
  workspace::SegmentModel* m_segments;
  std::shared_ptr<const charts::TimelineModel> m_model;
  std::optional<std::size_t> m_selected;
  charts::TimelineWidget* m_strip;
  QScrollArea* m_stripScroll = nullptr;
  QTableView* m_table;
  Card* m_tableCard = nullptr;
  MultiplesView* m_multiples;
  QScrollArea* m_multiplesScroll = nullptr;
  SegmentPanel* m_panel;
  ElidedLabel* m_dates;
  QStackedWidget* m_stack;
  EmptyState* m_empty;
};

} // namespace facet::gui
