#include "jobs_button.h"

#include "jobs_list.h"

#include <facet/gui/paint.h>
#include <facet/workspace/job_model.h>
#include <facet/workspace/job_runner.h>

#include <QTimer>

namespace facet::gui {

using workspace::JobModel;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;

namespace {
constexpr int kBarWidth = 72;
constexpr int kGap = 8;
constexpr int kShowAfterMs = 300;
} // namespace

JobsButton::JobsButton(const Theme& theme, workspace::JobRunner& jobs, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_jobs(jobs) {
  setFont(theme.font(TypeSize::Dense));
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setToolTip(tr("What is being done; click to see and stop it"));
  setAccessibleName(tr("Running jobs"));
  hide();
  JobModel& model = jobs.model();
  // Jobs of a blink shall not make the line flicker.
  connect(&model, &JobModel::rowsInserted, this,
          [this] { QTimer::singleShot(kShowAfterMs, this, &JobsButton::refresh); });
  connect(&model, &JobModel::rowsRemoved, this, &JobsButton::refresh);
  connect(&model, &JobModel::dataChanged, this, [this] {
    if (isVisible()) {
      refresh();
    }
  });
  connect(this, &QAbstractButton::clicked, this, &JobsButton::showList);
}

QSize JobsButton::sizeHint() const {
  return {fontMetrics().horizontalAdvance(text()) + kGap + kBarWidth, 22};
}

void JobsButton::refresh() {
  const JobModel& model = m_jobs.model();
  const int rows = model.rowCount();
  setVisible(rows > 0);
  if (rows == 0) {
    return;
  }
  const QModelIndex first = model.index(0);
  const QVariant fraction = first.data(JobModel::FractionRole);
  m_fraction = fraction.isValid() ? fraction.toDouble() : -1;
  const QString title = first.data().toString();
  setText(rows == 1 ? title : tr("%1 and %n more", nullptr, rows - 1).arg(title));
  setAccessibleDescription(text());
  updateGeometry();
  update();
}

void JobsButton::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setFont(font());
  painter.setPen(m_theme.color(underMouse() || hasFocus() ? Token::Text : Token::TextSecondary));
  painter.drawText(rect().adjusted(0, 0, -kBarWidth - kGap, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
  const QRectF groove(width() - kBarWidth, height() / 2.0 - 2, kBarWidth, 4);
  drawBox(painter, groove, m_theme.color(Token::Line), {}, 2);
  if (m_fraction > 0) {
    QRectF done = groove;
    done.setWidth(std::max(2.0, groove.width() * m_fraction));
    drawBox(painter, done, m_theme.color(Token::Accent), {}, 2);
  }
}

void JobsButton::showList() {
  if (m_list) {
    m_list->close();
    return;
  }
  m_list = new JobsList(m_theme, m_jobs, this);
  m_list->adjustSize();
  m_list->move(mapToGlobal(QPoint(width() - m_list->width(), -m_list->height() - kGap)));
  m_list->show();
}

} // namespace facet::gui
