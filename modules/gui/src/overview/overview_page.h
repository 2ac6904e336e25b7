#pragma once

#include <facet/gui/page.h>
#include <facet/workspace/overview.h>
#include <facet/workspace/visit_model.h>

class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace facet::gui {

class Card;
class ElidedLabel;
class EmptyState;

/// What is new since a visit, each line a way to the page that shows it; the visits to choose from beside it.
class OverviewPage final : public Page {
  Q_OBJECT

public:
  OverviewPage(const PageContext& context, QWidget* parent);

  void setPatient(const workspace::PatientPtr& patient) override;
  [[nodiscard]] QString readout() const override;
  [[nodiscard]] std::vector<std::pair<QString, QString>> gestures() const override;
  [[nodiscard]] QStringList paintedTexts() const override;

private:
  QWidget* makeBar();
  QWidget* makeContent();
  void addCommands();
  void chooseVisit(int row);
  void showLines();
  void copy();
  void moveFocus(int rows);

  PageContext m_context;
  workspace::PatientPtr m_patient;
  Day m_since;
  std::vector<workspace::OverviewLine> m_lines;
  workspace::VisitModel* m_visits;
  ElidedLabel* m_title;
  QStackedWidget* m_stack;
  QVBoxLayout* m_rows;
  QTableView* m_chooser;
  EmptyState* m_empty;
  std::vector<QWidget*> m_buttons;
};

} // namespace facet::gui
