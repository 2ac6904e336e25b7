#pragma once

#include <facet/workspace/theme.h>

#include <QFrame>

class QVBoxLayout;

namespace facet::workspace {
class JobRunner;
}

namespace facet::gui {

/// The pop-up with all unfinished jobs: title, step, progress, and a button that stops those that may be stopped.
class JobsList final : public QFrame {
  Q_OBJECT

public:
  JobsList(const workspace::Theme& theme, workspace::JobRunner& jobs, QWidget* parent);

private:
  void rebuild();
  void refresh();

  const workspace::Theme& m_theme;
  workspace::JobRunner& m_jobs;
  QVBoxLayout* m_rows;
};

} // namespace facet::gui
