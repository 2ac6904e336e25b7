#pragma once

#include <facet/gui/page.h>
#include <facet/workspace/open_cache.h>
#include <facet/workspace/sync_models.h>

#include <memory>

class QFormLayout;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace facet::gui {

class Card;
class EmptyState;

/// The copy that is open: where it lies, what protects it, whose releases are in it, what came and what was not taken;
/// the ways in for releases and images.
class SyncPage final : public Page {
  Q_OBJECT

public:
  SyncPage(const PageContext& context, QWidget* parent);

  [[nodiscard]] bool isSettled() const override { return !m_jobs.isBusy() && !m_context.data.isOpening(); }

private:
  QWidget* makeBar();
  QWidget* makeContent();
  void addCommands();
  void reload();
  void show(workspace::SyncOverview overview);
  void showCopy();
  void showSource();
  void chooseRelease();
  void chooseImages();
  void addFact(QFormLayout& form, const QString& label, const QString& value);

  PageContext m_context;
  workspace::JobScope m_jobs;
  workspace::SyncOverview m_overview;
  workspace::SyncRunModel* m_runs;
  workspace::QuarantineModel* m_quarantine;
  QPushButton* m_passphrase;
  QStackedWidget* m_stack;
  EmptyState* m_empty;
  QFormLayout* m_copy;
  QFormLayout* m_source;
  Card* m_sourceCard;
  Card* m_runsCard;
  Card* m_quarantineCard;
  QTableView* m_quarantineTable;
};

} // namespace facet::gui
