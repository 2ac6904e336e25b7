#include "timeline_page.h"

#include "timeline_legend.h"
#include "timeline_panel.h"

#include <facet/charts/timeline_overview.h>
#include <facet/charts/timeline_table.h>
#include <facet/charts/timeline_texts.h>
#include <facet/clinical/at_time.h>
#include <facet/gui/elided_label.h>
#include <facet/gui/empty_state.h>
#include <facet/gui/notices.h>
#include <facet/gui/pages.h>
#include <facet/gui/panel.h>
#include <facet/gui/table.h>
#include <facet/workspace/record_words.h>

#include <QAction>
#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>

namespace facet::gui {

using charts::AxisMode;
using charts::TimelineModel;
using workspace::PageId;
using workspace::Texts;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {
constexpr int kPanelWidth = 340;
constexpr int kWhenWidth = 190;
constexpr int kLaneWidth = 120;
constexpr int kWhatWidth = 230;
constexpr double kZoomStep = 1.6;
} // namespace

TimelinePage::TimelinePage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_timeline(new charts::TimelineWidget(context.theme, context.time))
    , m_overview(new charts::TimelineOverview(context.theme, *m_timeline))
    , m_legend(new TimelineLegend(context.theme, *m_timeline))
    , m_rows(new charts::TimelineTable(this))
    , m_table(new QTableView)
    , m_panel(new TimelinePanel(context.theme, m_legend))
    , m_dates(new ElidedLabel(context.theme, TypeSize::Dense, TypeWeight::Medium, Token::Threshold))
    , m_calendar(new QPushButton(tr("Calendar")))
    , m_sinceOnset(new QPushButton(tr("Since onset")))
    , m_lanesButton(new QPushButton(tr("Lanes")))
    , m_lanes(new QMenu(this))
    , m_asTable(new QPushButton(themedIcon(context.theme, Icon::Table), tr("Table")))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(context.theme, Icon::Timeline)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addWidget(m_stack, 1);
  m_stack->addWidget(makeContent());
  m_stack->addWidget(m_empty);
  addCommands();
  connectParts();
}

QWidget* TimelinePage::makeBar() {
  const workspace::Theme& theme = m_context.theme;
  auto* bar = new Panel(theme, Panel::Shape::Bar);
  bar->setEdges(Qt::BottomEdge);
  auto* layout = new QHBoxLayout(bar);
  layout->setContentsMargins(theme.grid(3), theme.grid(2), theme.grid(3), theme.grid(2) + 1);
  layout->setSpacing(theme.grid(2));
  auto* axis = new QButtonGroup(this);
  for (QPushButton* button : {m_calendar, m_sinceOnset}) {
    button->setCheckable(true);
    axis->addButton(button);
    layout->addWidget(button);
  }
  m_calendar->setChecked(true);
  layout->addSpacing(theme.grid(2));
  m_lanesButton->setMenu(m_lanes);
  m_lanesButton->setToolTip(tr("Choose which lanes are shown"));
  layout->addWidget(m_lanesButton);
  layout->addWidget(m_dates, 1);
  const auto addIcon = [&](Icon icon, const QString& name, auto run) {
    auto* button = new QPushButton(themedIcon(theme, icon), QString());
    button->setAccessibleName(name);
    button->setToolTip(name);
    layout->addWidget(button);
    connect(button, &QPushButton::clicked, this, run);
  };
  addIcon(Icon::Minus, tr("Zoom out"), [this] { m_timeline->zoom(1 / kZoomStep); });
  addIcon(Icon::Fit, tr("Show all of the time"), [this] { m_timeline->fit(); });
  addIcon(Icon::Plus, tr("Zoom in"), [this] { m_timeline->zoom(kZoomStep); });
  layout->addSpacing(theme.grid(2));
  m_asTable->setCheckable(true);
  m_asTable->setToolTip(tr("Show the same events as a table"));
  layout->addWidget(m_asTable);
  auto* copyButton = new QPushButton(themedIcon(theme, Icon::Copy), tr("Copy table"));
  copyButton->setToolTip(tr("Copy all events as tab-separated values, in English (Ctrl+C)"));
  layout->addWidget(copyButton);
  connect(copyButton, &QPushButton::clicked, this, &TimelinePage::copyTable);
  return bar;
}

QWidget* TimelinePage::makeContent() {
  const workspace::Theme& theme = m_context.theme;
  m_scroll = new QScrollArea;
  m_scroll->setWidget(m_timeline);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setAccessibleName(tr("Timeline"));

  auto* drawing = new QWidget;
  auto* column = new QVBoxLayout(drawing);
  column->setContentsMargins(theme.grid(2), 0, theme.grid(2), theme.grid(2));
  column->setSpacing(theme.grid(2));
  column->addWidget(m_scroll, 1);
  column->addWidget(m_overview);
  column->addStretch();

  m_table->setModel(m_rows);
  setUpTable(*m_table, theme, tr("All events"));
  m_table->horizontalHeader()->setSectionsClickable(false);
  m_table->horizontalHeader()->setStretchLastSection(true);
  m_table->horizontalHeader()->resizeSection(charts::TimelineTable::When, kWhenWidth);
  m_table->horizontalHeader()->resizeSection(charts::TimelineTable::LaneName, kLaneWidth);
  m_table->horizontalHeader()->resizeSection(charts::TimelineTable::What, kWhatWidth);

  m_views = new QStackedWidget;
  m_views->addWidget(drawing);
  m_views->addWidget(m_table);
  m_panel->setFixedWidth(kPanelWidth);
  auto* content = new QWidget;
  auto* columns = new QHBoxLayout(content);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(0);
  columns->addWidget(m_views, 1);
  columns->addWidget(m_panel);
  return content;
}

void TimelinePage::addCommands() {
  const auto add = [this](const QString& text, const QKeySequence& keys, auto run) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
  };
  add(tr("Zoom in"), Qt::CTRL | Qt::Key_Plus, [this] { m_timeline->zoom(kZoomStep); });
  add(tr("Zoom out"), Qt::CTRL | Qt::Key_Minus, [this] { m_timeline->zoom(1 / kZoomStep); });
  add(tr("Show all of the time"), Qt::CTRL | Qt::Key_0, [this] { m_timeline->fit(); });
  add(tr("Calendar or years since onset"), Qt::CTRL | Qt::Key_D, [this] {
    if (m_sinceOnset->isEnabled()) {
      (m_calendar->isChecked() ? m_sinceOnset : m_calendar)->setChecked(true);
    }
  });
  add(tr("Timeline as a table"), Qt::CTRL | Qt::Key_T, [this] { m_asTable->toggle(); });
  add(tr("Copy all events as a table"), QKeySequence::Copy, [this] { copyTable(); });
  add(tr("MRI up to the time cursor"), Qt::CTRL | Qt::Key_M, [this] { openExam(); });
  add(tr("Response to the treatment at the time cursor"), Qt::CTRL | Qt::Key_R, [this] { openResponse(); });
}

void TimelinePage::connectParts() {
  connect(m_sinceOnset, &QPushButton::toggled, this, &TimelinePage::showAxis);
  connect(m_asTable, &QPushButton::toggled, this, &TimelinePage::showTable);
  connect(m_timeline, &charts::TimelineWidget::selectionChanged, this, &TimelinePage::showSelection);
  connect(m_timeline, &charts::TimelineWidget::hoverChanged, this, &Page::readoutChanged);
  connect(m_timeline, &charts::TimelineWidget::examActivated, this,
          [this](Day day) { m_context.navigator.goTo(PageId::Mri, day); });
  connect(m_timeline, &charts::TimelineWidget::draggedVertically, this, [this](int pixels) {
    m_scroll->verticalScrollBar()->setValue(m_scroll->verticalScrollBar()->value() - pixels);
  });
  connect(&m_context.time, &workspace::TimeCursor::dayChanged, this, &TimelinePage::followCursor);
  connect(m_panel, &TimelinePanel::examWanted, this, [this](Day day) { m_context.navigator.goTo(PageId::Mri, day); });
  connect(m_panel, &TimelinePanel::responseWanted, this,
          [this](Day day) { m_context.navigator.goTo(PageId::Response, day); });
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) { chooseRow(current.row()); });
}

void TimelinePage::setPatient(const workspace::PatientPtr& patient) {
  m_patient = patient;
  m_all.reset();
  m_model.reset();
  if (patient) {
    m_all = std::make_shared<const TimelineModel>(
        std::shared_ptr<const clinical::PatientRecord>(patient, &patient->record), patient->dataDay);
  }
  if (!m_all || m_all->isEmpty()) {
    m_timeline->setModel(nullptr);
    m_rows->setModel(nullptr);
    m_empty->setTexts(tr("Nothing to show on a time line"),
                      tr("The course would stand here on one axis of time. This copy holds none of it for this person; "
                         "imported images are on the MRI page."));
    m_stack->setCurrentWidget(m_empty);
    Q_EMIT readoutChanged();
    return;
  }
  m_dates->setText(workspace::datesText(Texts(), patient->dates));
  m_sinceOnset->setEnabled(m_all->onset().has_value());
  m_sinceOnset->setToolTip(m_all->onset() ? QString() : tr("The first symptom is not on record"));
  if (!m_all->onset()) {
    m_calendar->setChecked(true);
  }
  fillLanes();
  showLanes();
  m_timeline->fit();
  m_stack->setCurrentIndex(0);
  Q_EMIT settled();
}

void TimelinePage::fillLanes() {
  m_lanes->clear();
  const Texts texts;
  for (std::size_t lane = 0; lane < m_all->lanes().size(); ++lane) {
    const QString name = charts::laneTitle(*m_all, lane, texts);
    QAction* action = m_lanes->addAction(name);
    action->setCheckable(true);
    action->setChecked(!m_hidden.contains(name));
    connect(action, &QAction::toggled, this, [this, name, action](bool on) {
      on ? (void)m_hidden.remove(name) : (void)m_hidden.insert(name);
      const auto all = m_lanes->actions();
      if (std::none_of(all.begin(), all.end(), [](const QAction* each) { return each->isChecked(); })) {
        action->setChecked(true); // one lane always stays
        return;
      }
      showLanes();
    });
  }
  const auto all = m_lanes->actions();
  if (std::none_of(all.begin(), all.end(), [](const QAction* each) { return each->isChecked(); })) {
    m_hidden.clear();
    for (QAction* action : all) {
      action->setChecked(true);
    }
  }
}

void TimelinePage::showLanes() {
  const std::optional<std::pair<double, double>> window =
      m_model ? std::optional(std::pair(m_timeline->window().first(), m_timeline->window().last())) : std::nullopt;
  std::optional<charts::TimelineEvent> selected;
  if (m_model && m_timeline->selected()) {
    selected = m_model->events()[*m_timeline->selected()];
  }
  m_model = m_all;
  if (!m_hidden.isEmpty()) {
    std::size_t lane = 0;
    const Texts texts;
    std::vector<bool> shown;
    for (std::size_t i = 0; i < m_all->lanes().size(); ++i) {
      shown.push_back(!m_hidden.contains(charts::laneTitle(*m_all, i, texts)));
    }
    m_model = std::make_shared<const TimelineModel>(
        std::shared_ptr<const clinical::PatientRecord>(m_patient, &m_patient->record), m_patient->dataDay,
        [&](const charts::Lane&) { return shown[lane++]; });
  }
  m_timeline->setModel(m_model);
  m_rows->setModel(m_model);
  if (window) {
    m_timeline->showWindow(window->first, window->second);
  }
  if (selected) {
    m_timeline->mark(m_model->find(selected->kind, selected->index));
  }
  m_scroll->setMaximumHeight(m_timeline->sizeHint().height());
  m_legend->updateGeometry();
  m_legend->update();
  followCursor();
}

void TimelinePage::showAxis(bool sinceOnset) {
  m_timeline->setAxis(sinceOnset ? AxisMode::SinceOnset : AxisMode::Calendar);
}

void TimelinePage::showTable(bool table) {
  m_views->setCurrentIndex(table ? 1 : 0);
  if (table && m_timeline->selected()) {
    m_table->selectRow(static_cast<int>(*m_timeline->selected()));
  }
  (table ? static_cast<QWidget*>(m_table) : m_timeline)->setFocus();
}

void TimelinePage::showSelection() {
  if (m_model) {
    m_panel->show(*m_model, m_timeline->selected(), m_context.time.day());
  }
}

void TimelinePage::followCursor() {
  if (!m_model) {
    return;
  }
  const std::optional<Day> day = m_context.time.day();
  if (day) {
    const double at = charts::toNumber(*day) + 0.5;
    const double first = m_timeline->window().first();
    const double last = m_timeline->window().last();
    if (at < first || at > last) {
      m_timeline->showWindow(at - (last - first) / 2, at + (last - first) / 2);
    }
  }
  m_panel->show(*m_model, m_timeline->selected(), day);
  Q_EMIT readoutChanged();
}

void TimelinePage::chooseRow(int row) {
  if (row >= 0 && m_timeline->selected() != static_cast<std::size_t>(row)) {
    m_timeline->select(static_cast<std::size_t>(row));
  }
}

QString TimelinePage::readout() const {
  if (!m_model) {
    return {};
  }
  const std::optional<Day> day = m_timeline->hoveredDay() ? m_timeline->hoveredDay() : m_context.time.day();
  return day ? charts::valuesLine(*m_model, *day, Texts()) : QString();
}

std::vector<std::pair<QString, QString>> TimelinePage::gestures() const {
  return {{tr("Click on a day"), tr("Set the time cursor of all pages")},
          {tr("Click on a mark"), tr("Read what is on record of it; a scan opens")},
          {tr("Wheel"), tr("Zoom at the pointer; with Shift go along the time")},
          {tr("Drag"), tr("Go along the time")},
          {tr("Double click"), tr("Show all of the time")},
          {tr("Arrow keys"), tr("Go from event to event and from lane to lane")},
          {tr("Page Up, Page Down"), tr("Go along the time by half of what is shown")}};
}

QStringList TimelinePage::paintedTexts() const {
  QStringList all;
  if (m_model) {
    const Texts texts;
    for (std::size_t lane = 0; lane < m_model->lanes().size(); ++lane) {
      all << charts::laneTitle(*m_model, lane, texts) << charts::laneSubtitle(*m_model, lane, texts);
    }
    all << readout();
  }
  return all;
}

void TimelinePage::copyTable() {
  if (m_all && !m_all->isEmpty()) {
    QGuiApplication::clipboard()->setText(charts::toTsv(*m_all));
    m_context.notices.post({NoticeKind::Done, tr("All events were copied as a table."), {}, {}, {}});
  }
}

void TimelinePage::openExam() {
  if (m_model && m_context.time.day()) {
    const auto at = clinical::snapshotAt(m_model->record(), m_model->exposure(), *m_context.time.day());
    if (at.exam) {
      m_context.navigator.goTo(PageId::Mri, m_model->record().exams[*at.exam].date);
    }
  }
}

void TimelinePage::openResponse() {
  m_context.navigator.goTo(PageId::Response);
}

PageEntry timelinePage() {
  return {PageId::Timeline, PageScope::OfOnePatient,
          [](const PageContext& context, QWidget* parent) -> Page* { return new TimelinePage(context, parent); }};
}

} // namespace facet::gui
