#include "overview_page.h"

#include "overview_row.h"

#include <facet/gui/elided_label.h>
#include <facet/gui/empty_state.h>
#include <facet/gui/notices.h>
#include <facet/gui/pages.h>
#include <facet/gui/panel.h>
#include <facet/gui/table.h>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace facet::gui {

using workspace::OverviewLine;
using workspace::PageId;
using workspace::Texts;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {
constexpr int kVisitsWidth = 340;
constexpr int kDateWidth = 116;
constexpr int kEdssWidth = 64;
} // namespace

OverviewPage::OverviewPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_visits(new workspace::VisitModel(this))
    , m_title(new ElidedLabel(context.theme, TypeSize::Base, TypeWeight::Strong, Token::Text))
    , m_stack(new QStackedWidget)
    , m_rows(nullptr)
    , m_chooser(new QTableView)
    , m_empty(new EmptyState(context.theme, Icon::Overview)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addWidget(m_stack, 1);
  m_stack->addWidget(makeContent());
  m_stack->addWidget(m_empty);
  addCommands();
}

QWidget* OverviewPage::makeBar() {
  const workspace::Theme& theme = m_context.theme;
  auto* bar = new Panel(theme, Panel::Shape::Bar);
  bar->setEdges(Qt::BottomEdge);
  auto* layout = new QHBoxLayout(bar);
  layout->setContentsMargins(theme.grid(4), theme.grid(2), theme.grid(3), theme.grid(2) + 1);
  layout->addWidget(m_title, 1);
  auto* copyButton = new QPushButton(themedIcon(theme, Icon::Copy), tr("Copy as text"));
  copyButton->setIconSize({16, 16});
  copyButton->setToolTip(tr("Copy these lines as plain text (Ctrl+C)"));
  layout->addWidget(copyButton);
  connect(copyButton, &QPushButton::clicked, this, &OverviewPage::copy);
  return bar;
}

QWidget* OverviewPage::makeContent() {
  const workspace::Theme& theme = m_context.theme;
  auto* lines = new Panel(theme, Panel::Shape::Card);
  lines->setAccessibleName(tr("What is new"));
  m_rows = new QVBoxLayout(lines);
  m_rows->setContentsMargins(1, 1, 1, 1);
  m_rows->setSpacing(0);

  auto* visits = new Card(theme, tr("Visits"), tr("Choose the visit since which to look"));
  visits->setFixedWidth(kVisitsWidth);
  m_chooser->setModel(m_visits);
  setUpTable(*m_chooser, theme, tr("Visits"));
  m_chooser->horizontalHeader()->setSectionsClickable(false);
  m_chooser->horizontalHeader()->setStretchLastSection(true);
  m_chooser->horizontalHeader()->resizeSection(workspace::VisitModel::DateColumn, kDateWidth);
  m_chooser->horizontalHeader()->resizeSection(workspace::VisitModel::EdssColumn, kEdssWidth);
  visits->body().addWidget(m_chooser, 1);
  connect(m_chooser->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
          [this](const QModelIndex& current) { chooseVisit(current.row()); });

  auto* left = new QWidget;
  auto* above = new QVBoxLayout(left);
  above->setContentsMargins(theme.grid(3), theme.grid(3), 0, theme.grid(3));
  above->addWidget(lines);
  above->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setWidget(left);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setAccessibleName(tr("What is new"));
  scroll->setFocusPolicy(Qt::NoFocus);
  auto* content = new QWidget;
  auto* columns = new QHBoxLayout(content);
  columns->setContentsMargins(0, 0, theme.grid(3), 0);
  columns->setSpacing(theme.grid(3));
  columns->addWidget(scroll, 1);
  auto* right = new QVBoxLayout;
  right->setContentsMargins(0, theme.grid(3), 0, theme.grid(3));
  right->addWidget(visits);
  columns->addLayout(right);
  return content;
}

void OverviewPage::addCommands() {
  const auto add = [this](const QString& text, const QKeySequence& keys, auto run) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
  };
  add(tr("Copy as text"), QKeySequence::Copy, [this] { copy(); });
  add(tr("Next line"), Qt::ALT | Qt::Key_Down, [this] { moveFocus(1); });
  add(tr("Line before"), Qt::ALT | Qt::Key_Up, [this] { moveFocus(-1); });
}

void OverviewPage::setPatient(const workspace::PatientPtr& patient) {
  m_patient = patient;
  m_visits->setPatient(patient);
  const std::optional<Day> since = patient ? workspace::usualSince(*patient) : std::nullopt;
  if (since) {
    m_chooser->selectRow(m_visits->rowOf(*since));
  } else {
    showLines();
  }
}

void OverviewPage::chooseVisit(int row) {
  if (row >= 0) {
    m_since = m_visits->day(row);
    showLines();
  }
}

void OverviewPage::showLines() {
  for (QWidget* button : m_buttons) {
    delete button;
  }
  m_buttons.clear();
  m_lines.clear();
  if (m_patient == nullptr || m_visits->rowCount() == 0) {
    m_title->setText(tr("New since a visit"));
    m_empty->setTexts(tr("No visit recorded"),
                      tr("What is new since a visit would be listed here. This copy holds no visit of this person; the "
                         "time line shows what there is."));
    m_stack->setCurrentWidget(m_empty);
    Q_EMIT readoutChanged();
    return;
  }
  const Texts texts;
  m_title->setText(tr("New since the visit of %1").arg(texts.date(m_since)));
  m_lines = workspace::overviewSince(*m_patient, m_since, texts);
  for (const OverviewLine& line : m_lines) {
    const auto place = &line == &m_lines.back() ? OverviewRow::Place::Last : OverviewRow::Place::Between;
    auto* row = new OverviewRow(m_context.theme, line, place);
    connect(row, &QAbstractButton::clicked, this, [this, line] { m_context.navigator.goTo(line.page, line.day); });
    m_rows->addWidget(row);
    m_buttons.push_back(row);
  }
  m_stack->setCurrentIndex(0);
  Q_EMIT readoutChanged();
  Q_EMIT settled();
}

QString OverviewPage::readout() const {
  if (!m_patient || m_lines.empty()) {
    return {};
  }
  const Texts texts;
  return tr("%1 to %2, the day of the data").arg(texts.date(m_since), texts.date(m_patient->dataDay));
}

std::vector<std::pair<QString, QString>> OverviewPage::gestures() const {
  return {{tr("Space or click"), tr("Go to where the line comes from")}};
}

QStringList OverviewPage::paintedTexts() const {
  QStringList all;
  for (const OverviewLine& line : m_lines) {
    all << line.sentence << line.detail << pageTitle(line.page);
  }
  return all;
}

void OverviewPage::copy() {
  if (m_patient && !m_lines.empty()) {
    QGuiApplication::clipboard()->setText(workspace::plainOverview(*m_patient, m_since, m_lines, Texts()));
    m_context.notices.post({NoticeKind::Done, tr("The overview was copied as text."), {}, {}, {}});
  }
}

void OverviewPage::moveFocus(int rows) {
  if (m_buttons.empty()) {
    return;
  }
  const auto focused = std::find(m_buttons.begin(), m_buttons.end(), focusWidget());
  const auto last = static_cast<int>(m_buttons.size()) - 1;
  const int row = focused == m_buttons.end()
                      ? (rows > 0 ? 0 : last)
                      : std::clamp(static_cast<int>(focused - m_buttons.begin()) + rows, 0, last);
  m_buttons[static_cast<std::size_t>(row)]->setFocus(Qt::TabFocusReason);
}

PageEntry overviewPage() {
  return {PageId::Overview, PageScope::OfOnePatient,
          [](const PageContext& context, QWidget* parent) -> Page* { return new OverviewPage(context, parent); }};
}

} // namespace facet::gui
