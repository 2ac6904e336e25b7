#include "timeline_panel.h"

#include "../widgets/value_grid.h"

#include <facet/charts/timeline_texts.h>
#include <facet/clinical/at_time.h>
#include <facet/gui/elided_label.h>
#include <facet/gui/icons.h>

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace facet::gui {

using workspace::Texts;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

std::vector<ValueRow> rowsOf(const std::vector<charts::TextRow>& texts) {
  std::vector<ValueRow> rows;
  for (const charts::TextRow& row : texts) {
    rows.push_back({row.label, row.value, row.age});
  }
  return rows;
}

} // namespace

TimelinePanel::TimelinePanel(const Theme& theme, QWidget* legend, QWidget* parent)
    : Panel(theme, Shape::Bar, parent)
    , m_when(new TextLabel(theme, TypeSize::Dense, TypeWeight::Medium, Token::TextSecondary))
    , m_title(new TextLabel(theme, TypeSize::Title, TypeWeight::Strong, Token::Text))
    , m_sentence(new TextLabel(theme, TypeSize::Dense, TypeWeight::Regular, Token::Text))
    , m_raw(new ValueGrid(theme))
    , m_hint(new TextLabel(theme, TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary))
    , m_at(new TextLabel(theme, TypeSize::Base, TypeWeight::Strong, Token::Text))
    , m_values(new ValueGrid(theme))
    , m_exam(new QPushButton(themedIcon(theme, Icon::Mri), QString()))
    , m_response(new QPushButton(themedIcon(theme, Icon::Response), tr("Response to the treatment of this day"))) {
  setEdges(Qt::LeftEdge);
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(theme.grid(4), theme.grid(4), theme.grid(4), theme.grid(4));
  column->setSpacing(theme.grid(2));
  for (QWidget* widget : std::initializer_list<QWidget*>{m_when, m_title, m_sentence, m_raw, m_hint}) {
    column->addWidget(widget);
  }
  column->addSpacing(theme.grid(3));
  column->addWidget(m_at);
  column->addWidget(m_values);
  column->addSpacing(theme.grid(2));
  column->addWidget(m_exam);
  column->addWidget(m_response);
  column->addSpacing(theme.grid(4));
  auto* marks = new TextLabel(theme, TypeSize::Base, TypeWeight::Strong, Token::Text);
  marks->setText(tr("What the marks mean"));
  column->addWidget(marks);
  column->addWidget(legend);
  column->addStretch();
  m_hint->setText(
      tr("Choose an event to read what is on record of it. A click on a day sets the time cursor, which all "
         "pages share."));
  auto* scroll = new QScrollArea;
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  content->setAutoFillBackground(false);
  scroll->viewport()->setAutoFillBackground(false);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setAccessibleName(tr("Values at the time cursor"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(1, 0, 0, 0);
  layout->addWidget(scroll);
  connect(m_exam, &QPushButton::clicked, this, [this] { Q_EMIT examWanted(*m_examDay); });
  connect(m_response, &QPushButton::clicked, this, [this] { Q_EMIT responseWanted(m_day); });
}

void TimelinePanel::show(const charts::TimelineModel& model, std::optional<std::size_t> event, std::optional<Day> day) {
  showEvent(model, event);
  showValues(model, day);
}

void TimelinePanel::showEvent(const charts::TimelineModel& model, std::optional<std::size_t> event) {
  const charts::EventText text = event ? charts::describeEvent(model, *event, Texts()) : charts::EventText();
  m_when->setText(text.when);
  m_title->setText(text.title);
  m_sentence->setText(text.sentence);
  m_raw->setRows(rowsOf(text.rows));
  m_when->setVisible(event.has_value());
  m_title->setVisible(event.has_value());
  m_sentence->setVisible(!text.sentence.isEmpty());
  m_hint->setVisible(!event.has_value());
}

void TimelinePanel::showValues(const charts::TimelineModel& model, std::optional<Day> day) {
  const Texts texts;
  m_day = day.value_or(model.exposure().lastContact.value_or(model.extent().latest));
  m_at->setText((day ? tr("At the cursor, %1") : tr("On the last day on record, %1")).arg(texts.date(m_day)));
  std::vector<ValueRow> rows = rowsOf(charts::valuesAt(model, m_day, texts));
  if (rows.empty()) {
    rows.push_back({tr("Nothing is on record up to this day."), {}, {}});
  }
  m_values->setRows(rows);
  const clinical::Snapshot at = clinical::snapshotAt(model.record(), model.exposure(), m_day);
  m_examDay = at.exam ? std::optional(model.record().exams[*at.exam].date) : std::nullopt;
  m_exam->setText(m_examDay ? tr("MRI of %1").arg(texts.date(*m_examDay)) : tr("No MRI up to this day"));
  m_exam->setEnabled(m_examDay.has_value());
  m_response->setEnabled(!at.episodes.empty() || at.gap);
}

} // namespace facet::gui
