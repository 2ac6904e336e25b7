#pragma once

#include <facet/gui/page.h>
#include <facet/reporting/make_report.h>
#include <facet/reporting/page_layout.h>

#include <array>
#include <memory>

class QCheckBox;
class QComboBox;
class QPushButton;
class QStackedWidget;

namespace facet::gui {

class ElidedLabel;
class EmptyState;
class PagePreview;

/// The report of the open patient as it will be printed, in a chosen language and with chosen parts, and its export.
class ReportPage final : public Page {
  Q_OBJECT

public:
  ReportPage(const PageContext& context, QWidget* parent);

  void setPatient(const workspace::PatientPtr& patient) override;
  [[nodiscard]] bool isSettled() const override { return !m_jobs.isBusy(); }
  [[nodiscard]] QString readout() const override;
  [[nodiscard]] std::vector<std::pair<QString, QString>> gestures() const override;

public Q_SLOTS:
  /// Writes the report as it is shown into a file, as a job.
  void exportTo(const QString& file);

private:
  QWidget* makeBar();
  QWidget* makeChoices();
  void addCommands();
  void prepare();
  void showPages();
  void askAndExport();
  [[nodiscard]] reporting::ReportChoice choice() const;
  [[nodiscard]] reporting::ReportSource source() const;

  PageContext m_context;
  workspace::JobScope m_jobs;
  workspace::JobScope m_exports;
  workspace::PatientPtr m_patient;
  std::shared_ptr<const reporting::MriFindings> m_mri;
  ElidedLabel* m_title;
  QComboBox* m_language;
  QComboBox* m_years;
  QPushButton* m_export;
  QStackedWidget* m_stack;
  PagePreview* m_preview;
  EmptyState* m_empty;
  std::array<QCheckBox*, reporting::kSections> m_parts{};
};

} // namespace facet::gui
