#include "status_line.h"

#include "jobs_button.h"
#include "state_pill.h"

#include <facet/gui/elided_label.h>
#include <facet/workspace/texts.h>

#include <QHBoxLayout>

namespace facet::gui {

using workspace::CacheAccess;
using workspace::CacheKind;
using workspace::CacheState;
using workspace::Size;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

StatusLine::StatusLine(const Theme& theme, workspace::JobRunner& jobs, QWidget* parent)
    : Panel(theme, Shape::Bar, parent)
    , m_readout(new ElidedLabel(theme, TypeSize::Dense, TypeWeight::Regular, Token::Text))
    , m_notice(new StatePill(theme))
    , m_research(new ElidedLabel(theme, TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary))
    , m_data(new StatePill(theme)) {
  setAccessibleName(tr("Status"));
  setFixedHeight(theme.size(Size::StatusBar));
  setEdges(Qt::TopEdge);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(theme.grid(3), 1, theme.grid(4), 0);
  layout->setSpacing(theme.grid(5));
  layout->addWidget(m_readout, 1);
  layout->addWidget(new JobsButton(theme, jobs));
  layout->addWidget(m_notice);
  layout->addWidget(m_research);
  layout->addWidget(m_data);
  m_readout->setAccessibleName(tr("Readout"));
  m_research->setText(tr("For research, not for diagnosis"));
  setCacheState({});
}

void StatusLine::setReadout(const QString& text) {
  m_readout->setText(text);
}

void StatusLine::setCacheState(const CacheState& state) {
  m_notice->hide();
  if (state.kind == CacheKind::Demo) {
    m_notice->setState(tr("Synthetic demo data"), Token::ThresholdArea,
                       tr("Nobody in this copy is a real person: all data were made up by a program."));
    m_notice->show();
  } else if (state.access == CacheAccess::ReadOnly) {
    m_notice->setState(tr("Read-only"), Token::ThresholdArea,
                       tr("Another Facet uses this copy; this window can read it but change nothing."));
    m_notice->show();
  }
  if (state.dataDay) {
    m_data->setState(tr("Offline copy of %1").arg(workspace::Texts().date(*state.dataDay)), Token::GoodArea,
                     tr("Everything shown comes from a copy on this computer, as the consortium published it on this "
                        "day."));
  } else {
    m_data->setState(tr("No data yet"), Token::Stable, tr("Sync a release of the consortium to get data."));
  }
}

} // namespace facet::gui
