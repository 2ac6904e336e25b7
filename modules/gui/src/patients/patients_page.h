#pragma once

#include <facet/gui/page.h>
#include <facet/workspace/patient_table.h>

#include <array>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace facet::gui {

class EmptyState;

/// See patientsPage().
class PatientsPage final : public Page {
  Q_OBJECT

public:
  PatientsPage(const PageContext& context, QWidget* parent);

  void setPatient(const workspace::PatientPtr& patient) override;
  [[nodiscard]] bool isSettled() const override;
  [[nodiscard]] QString readout() const override;
  [[nodiscard]] std::vector<std::pair<QString, QString>> gestures() const override;

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  QWidget* makeBar();
  void makeTable();
  void addCommands();
  void showRows();
  void showCounts();
  void selectOpenPatient();
  void openCurrent();

  PageContext m_context;
  workspace::PatientTable* m_model;
  QLineEdit* m_search;
  std::array<QPushButton*, 4> m_worklists{};
  QCheckBox* m_controls;
  QStackedWidget* m_stack;
  QTableView* m_table;
  EmptyState* m_empty;
};

} // namespace facet::gui
