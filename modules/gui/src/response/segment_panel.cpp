#include "segment_panel.h"

#include "fact_view.h"

#include <facet/gui/elided_label.h>
#include <facet/gui/icons.h>

#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace facet::gui {

using workspace::ResponseFact;
using workspace::ResponsePart;
using workspace::Texts;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

SegmentPanel::SegmentPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, Shape::Bar, parent)
    , m_theme(theme)
    , m_scroll(new QScrollArea)
    , m_name(new TextLabel(theme, TypeSize::Figure, TypeWeight::Strong, Token::Text))
    , m_period(new TextLabel(theme, TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary))
    , m_warnings(new TextLabel(theme, TypeSize::Dense, TypeWeight::Medium, Token::Threshold))
    , m_copy(new QPushButton(themedIcon(theme, Icon::Copy), tr("Copy as text"))) {
  setEdges(Qt::LeftEdge);
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(theme.grid(4), theme.grid(4), theme.grid(4), theme.grid(4));
  column->setSpacing(theme.grid(1));
  column->addWidget(m_name);
  column->addWidget(m_period);
  column->addWidget(m_warnings);
  column->addSpacing(theme.grid(2));
  m_copy->setToolTip(tr("Copy this time with its records and definitions as plain text (Ctrl+C)"));
  column->addWidget(m_copy, 0, Qt::AlignLeft);
  column->addSpacing(theme.grid(2));
  column->addStretch();
  m_scroll->setWidget(content);
  m_scroll->setWidgetResizable(true);
  content->setAutoFillBackground(false);
  m_scroll->viewport()->setAutoFillBackground(false);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setAccessibleName(tr("What happened in the chosen time"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 0, 0, 0);
  layout->addWidget(m_scroll);
  connect(m_copy, &QPushButton::clicked, this, &SegmentPanel::copyWanted);
}

void SegmentPanel::show(const workspace::Patient& patient, const workspace::Response& response, std::size_t segment) {
  const Texts texts;
  const workspace::SegmentText text = workspace::segmentText(patient.record, response, segment, texts);
  m_name->setText(text.treatment.main);
  QString period = text.treatment.more + QStringLiteral(" · ") + text.duration.main;
  if (response.segments[segment].episode) {
    period += QStringLiteral(" · ") + text.ended.main;
  }
  m_period->setText(period);
  const QStringList warnings = workspace::segmentWarnings(patient.record, response, segment, texts);
  m_warnings->setText(warnings.join(QLatin1Char('\n')));
  m_warnings->setVisible(!warnings.isEmpty());

  delete m_facts;
  m_views.clear();
  m_facts = new QWidget;
  auto* column = new QVBoxLayout(m_facts);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  for (const ResponseFact& fact : workspace::factsOf(patient.record, response, segment, texts)) {
    auto* view = new FactView(m_theme, fact);
    view->setOpen(m_open.contains(fact.part));
    connect(view, &FactView::recordChosen, this, &SegmentPanel::recordChosen);
    connect(view, &FactView::openChanged, this,
            [this, part = fact.part](bool open) { open ? (void)m_open.insert(part) : (void)m_open.erase(part); });
    column->addWidget(view);
    m_views.push_back(view);
  }
  auto* whole = static_cast<QVBoxLayout*>(m_scroll->widget()->layout());
  whole->insertWidget(whole->count() - 1, m_facts);
  m_scroll->ensureVisible(0, 0);
}

void SegmentPanel::reveal(ResponsePart part) {
  for (FactView* view : m_views) {
    if (view->part() == part) {
      view->setOpen(true);
      // Its place is known when the layout has run.
      QTimer::singleShot(0, view, [this, view] { m_scroll->ensureWidgetVisible(view, 0, 0); });
      return;
    }
  }
}

} // namespace facet::gui
