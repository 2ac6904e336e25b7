#pragma once

#include <facet/workspace/theme.h>

#include <QAbstractButton>
#include <QPointer>

namespace facet::workspace {
class JobModel;
class JobRunner;
} // namespace facet::workspace

namespace facet::gui {

/// Shows in the status line what runs, how far it is, and opens the list of jobs. Hidden while nothing runs for longer
/// than a moment.
class JobsButton final : public QAbstractButton {
  Q_OBJECT

public:
  JobsButton(const workspace::Theme& theme, workspace::JobRunner& jobs, QWidget* parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  void refresh();
  void showList();

  const workspace::Theme& m_theme;
  workspace::JobRunner& m_jobs;
  QPointer<QWidget> m_list;
  double m_fraction = -1;
};

} // namespace facet::gui
