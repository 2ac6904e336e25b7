#include "jobs_list.h"

#include <facet/gui/elided_label.h>
#include <facet/workspace/job_model.h>
#include <facet/workspace/job_runner.h>

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace facet::gui {

using workspace::JobModel;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

constexpr int kWidth = 380;
constexpr int kSteps = 1000;

/// One job of the list.
class JobRow final : public QWidget {
public:
  JobRow(const Theme& theme, workspace::JobRunner& jobs, quint64 id)
      : m_title(new ElidedLabel(theme, TypeSize::Base, TypeWeight::Medium, Token::Text))
      , m_step(new ElidedLabel(theme, TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary))
      , m_bar(new QProgressBar)
      , m_stop(new QPushButton(JobsList::tr("Stop"))) {
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, theme.grid(1), 0, theme.grid(1));
    layout->setVerticalSpacing(2);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(m_bar, 1, 0);
    layout->addWidget(m_step, 2, 0);
    layout->addWidget(m_stop, 0, 1, 3, 1, Qt::AlignVCenter);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(theme.grid(2));
    m_bar->setAccessibleName(JobsList::tr("Progress"));
    QObject::connect(m_stop, &QPushButton::clicked, this, [&jobs, id] { jobs.cancel(id); });
  }

  void show(const QModelIndex& job) {
    m_title->setText(job.data().toString());
    const QVariant fraction = job.data(JobModel::FractionRole);
    m_bar->setRange(0, fraction.isValid() ? kSteps : 0);
    m_bar->setValue(static_cast<int>(fraction.toDouble() * kSteps));
    QString step = job.data(JobModel::StepRole).toString();
    if (job.data(JobModel::StoppingRole).toBool()) {
      step = JobsList::tr("Stopping …");
    } else if (job.data(JobModel::WaitingRole).toBool()) {
      step = JobsList::tr("Waiting for the jobs before it");
    }
    m_step->setText(step);
    m_stop->setEnabled(job.data(JobModel::CancellableRole).toBool());
  }

private:
  ElidedLabel* m_title;
  ElidedLabel* m_step;
  QProgressBar* m_bar;
  QPushButton* m_stop;
};

} // namespace

JobsList::JobsList(const Theme& theme, workspace::JobRunner& jobs, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_jobs(jobs)
    , m_rows(new QVBoxLayout(this)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setAccessibleName(tr("Running jobs"));
  setFrameShape(QFrame::StyledPanel);
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Button);
  setFixedWidth(kWidth);
  m_rows->setContentsMargins(theme.grid(4), theme.grid(2), theme.grid(4), theme.grid(2));
  m_rows->setSpacing(theme.grid(1));
  JobModel& model = jobs.model();
  connect(&model, &JobModel::rowsInserted, this, &JobsList::rebuild);
  connect(&model, &JobModel::rowsRemoved, this, &JobsList::rebuild);
  connect(&model, &JobModel::dataChanged, this, &JobsList::refresh);
  rebuild();
}

void JobsList::rebuild() {
  const JobModel& model = m_jobs.model();
  if (model.rowCount() == 0) {
    close();
    return;
  }
  while (QLayoutItem* item = m_rows->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  for (int row = 0; row < model.rowCount(); ++row) {
    m_rows->addWidget(new JobRow(m_theme, m_jobs, model.index(row).data(JobModel::IdRole).toULongLong()));
  }
  refresh();
  adjustSize();
}

void JobsList::refresh() {
  const JobModel& model = m_jobs.model();
  for (int row = 0; row < std::min(model.rowCount(), m_rows->count()); ++row) {
    static_cast<JobRow*>(m_rows->itemAt(row)->widget())->show(model.index(row));
  }
}

} // namespace facet::gui
