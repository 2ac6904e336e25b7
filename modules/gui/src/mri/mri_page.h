#pragma once

#include "view_state.h"

#include <facet/gui/page.h>
#include <facet/workspace/mri_model.h>

#include <array>

class QAction;
class QStackedWidget;

namespace facet::gui {

class EmptyState;
class LesionPanel;
class SceneView;
class SliceView;
class VisitRow;

/// The MRI of two visits in three planes each, their lesions as a table and in 3D.
class MriPage final : public Page {
  Q_OBJECT

public:
  MriPage(const PageContext& context, QWidget* parent);
  ~MriPage() override;

  void setPatient(const workspace::PatientPtr& patient) override;
  [[nodiscard]] bool isSettled() const override;
  [[nodiscard]] QString readout() const override;
  [[nodiscard]] std::vector<std::pair<QString, QString>> gestures() const override;
  [[nodiscard]] QStringList paintedTexts() const override;

  [[nodiscard]] workspace::MriModel& model() { return *m_model; }
  [[nodiscard]] ViewState& viewState() { return *m_state; }

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  QWidget* makeContent();
  void addCommands();
  QAction* addCommand(const QString& text, const QKeySequence& keys, std::function<void()> run);
  void showStudy();
  void toggleFullPage(QWidget* view);
  void setActive(SliceView* view);
  void zoomActive(double factor);
  void followSelection();
  [[nodiscard]] std::vector<SliceView*> views() const;

  PageContext m_context;
  workspace::MriModel* m_model;
  ViewState* m_state;
  QStackedWidget* m_stack;
  EmptyState* m_empty;
  std::array<VisitRow*, 2> m_rows{};
  QWidget* m_side = nullptr;
  LesionPanel* m_panel = nullptr;
  SceneView* m_scene = nullptr;
  SliceView* m_active = nullptr;
  QWidget* m_full = nullptr; ///< the one view that is shown; none for all
};

} // namespace facet::gui
