#include "patients_page.h"

#include <facet/gui/digit_delegate.h>
#include <facet/gui/empty_state.h>
#include <facet/gui/notices.h>
#include <facet/gui/pages.h>
#include <facet/gui/panel.h>
#include <facet/gui/table.h>

#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace facet::gui {

using workspace::Controls;
using workspace::PageId;
using workspace::PatientTable;
using workspace::Token;
using workspace::Worklist;

namespace {

constexpr int kSearchWidth = 264;

/// Draws what is missing in the secondary colour.
class PatientDelegate final : public DigitDelegate {
public:
  using DigitDelegate::DigitDelegate;

protected:
  [[nodiscard]] Token ink(const QModelIndex& index) const override {
    return index.data(PatientTable::MissingRole).toBool() ? Token::TextSecondary : Token::Text;
  }
};

QString worklistName(Worklist list) {
  switch (list) {
  case Worklist::Everyone:
    return PatientsPage::tr("All");
  case Worklist::RelapseInYear:
    return PatientsPage::tr("Relapse in 12 months");
  case Worklist::ScanNotReported:
    return PatientsPage::tr("Scan since the last report");
  case Worklist::NoVisitFor14Months:
    break;
  }
  return PatientsPage::tr("No visit for 14 months");
}

QString worklistRule(Worklist list) {
  switch (list) {
  case Worklist::Everyone:
    return PatientsPage::tr("Everyone who fits the search");
  case Worklist::RelapseInYear:
    return PatientsPage::tr(
        "A relapse began in the 12 months before the day of the data; pseudo-relapses do not count.");
  case Worklist::ScanNotReported:
    return PatientsPage::tr("The last scan is newer than the last report made in this copy, or there is no report.");
  case Worklist::NoVisitFor14Months:
    break;
  }
  return PatientsPage::tr("The last visit is more than 14 months before the day of the data, or there is none. The "
                          "dead are left out.");
}

} // namespace

PatientsPage::PatientsPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_model(new PatientTable(this))
    , m_search(new QLineEdit)
    , m_controls(new QCheckBox(tr("Healthy controls")))
    , m_stack(new QStackedWidget)
    , m_table(new QTableView)
    , m_empty(new EmptyState(context.theme, Icon::Patients)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(makeBar());
  layout->addWidget(m_stack, 1);
  m_stack->addWidget(m_table);
  m_stack->addWidget(m_empty);
  makeTable();
  addCommands();
  connect(m_model, &PatientTable::countsChanged, this, &PatientsPage::showCounts);
  connect(m_empty, &EmptyState::buttonClicked, this, [this] {
    if (m_context.patients.rows() && !m_context.patients.rows()->rows.empty()) {
      m_search->clear();
      m_worklists[0]->click();
    } else {
      m_context.navigator.goTo(PageId::Sync);
    }
  });
  connect(&context.patients, &workspace::PatientList::rowsChanged, this, &PatientsPage::showRows);
  connect(&context.patients, &workspace::PatientList::loadingFailed, this, [this](const Error& error) {
    m_context.notices.postFailure(tr("The list of patients could not be read."), error);
    Q_EMIT settled();
  });
  showRows();
}

QWidget* PatientsPage::makeBar() {
  const workspace::Theme& theme = m_context.theme;
  auto* bar = new Panel(theme, Panel::Shape::Bar);
  bar->setEdges(Qt::BottomEdge);
  auto* layout = new QHBoxLayout(bar);
  layout->setContentsMargins(theme.grid(3), theme.grid(2), theme.grid(3), theme.grid(2) + 1);
  layout->setSpacing(theme.grid(2));
  m_search->setPlaceholderText(tr("Pseudonym, drug, country"));
  m_search->setAccessibleName(tr("Search in the list"));
  m_search->setClearButtonEnabled(true);
  m_search->setMinimumWidth(kSearchWidth);
  m_search->setMaximumWidth(kSearchWidth);
  m_search->installEventFilter(this);
  layout->addWidget(m_search);
  layout->addSpacing(theme.grid(2));
  auto* group = new QButtonGroup(this);
  for (std::size_t i = 0; i < m_worklists.size(); ++i) {
    const auto list = static_cast<Worklist>(i);
    auto* button = new QPushButton;
    button->setCheckable(true);
    button->setChecked(i == 0);
    button->setToolTip(worklistRule(list));
    group->addButton(button);
    layout->addWidget(button);
    m_worklists[i] = button;
    connect(button, &QPushButton::clicked, this, [this, list] { m_model->setWorklist(list); });
  }
  layout->addStretch();
  m_controls->setToolTip(tr("Show healthy controls in the list too"));
  layout->addWidget(m_controls);
  connect(m_search, &QLineEdit::textChanged, m_model, &PatientTable::setSearch);
  connect(m_controls, &QCheckBox::toggled, this,
          [this](bool on) { m_model->setControls(on ? Controls::Shown : Controls::Hidden); });
  return bar;
}

void PatientsPage::makeTable() {
  m_table->setModel(m_model);
  setUpTable(*m_table, m_context.theme, tr("Patients"));
  m_table->setItemDelegate(new PatientDelegate(m_context.theme, this));
  m_table->setSortingEnabled(true);
  m_table->sortByColumn(PatientTable::Id, Qt::AscendingOrder);
  QHeaderView* head = m_table->horizontalHeader();
  head->setSectionsMovable(true);
  constexpr std::array kWidths = {130, 48, 64, 96, 92, 150, 60, 118, 104, 104, 104, 76};
  static_assert(kWidths.size() == PatientTable::Columns);
  for (int column = 0; column < PatientTable::Columns; ++column) {
    const int words = head->sectionSizeHint(column) + m_context.theme.grid(3);
    head->resizeSection(column, std::max(kWidths[static_cast<std::size_t>(column)], words));
  }
  head->setSectionResizeMode(PatientTable::TreatmentColumn, QHeaderView::Stretch);
  connect(m_table, &QTableView::activated, this, &PatientsPage::openCurrent);
}

void PatientsPage::addCommands() {
  const auto add = [this](const QString& text, const QKeySequence& keys, auto run) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
  };
  add(tr("Search in the list"), QKeySequence::Find, [this] {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
  });
  add(tr("Show or hide healthy controls"), Qt::CTRL | Qt::Key_H, [this] { m_controls->toggle(); });
}

void PatientsPage::setPatient(const workspace::PatientPtr& /*patient*/) {
  selectOpenPatient();
}

bool PatientsPage::isSettled() const {
  return !m_context.patients.isLoading();
}

QString PatientsPage::readout() const {
  return m_context.patients.rows() ? tr("%n shown", nullptr, m_model->rowCount()) : QString();
}

std::vector<std::pair<QString, QString>> PatientsPage::gestures() const {
  return {{tr("Enter or double click"), tr("Open the patient")}, {tr("Click on a head"), tr("Sort by this column")}};
}

void PatientsPage::showRows() {
  m_model->setRows(m_context.patients.rows());
  selectOpenPatient();
  Q_EMIT settled();
}

void PatientsPage::showCounts() {
  for (std::size_t i = 0; i < m_worklists.size(); ++i) {
    const auto list = static_cast<Worklist>(i);
    m_worklists[i]->setText(worklistName(list) + QStringLiteral("  ") + QLocale().toString(m_model->countOf(list)));
  }
  const workspace::PatientRowsPtr& rows = m_context.patients.rows();
  const bool none = rows && rows->rows.empty();
  if (none) {
    m_empty->setTexts(tr("No patients yet"),
                      tr("Everyone in your copy of the consortium's data would be listed here. Sync a release to get "
                         "them, or drop a folder of images on the window."));
    m_empty->setButton(tr("Sync …"));
  } else {
    m_empty->setTexts(tr("Nobody fits"), tr("No one in this copy fits the search and the worklist together."));
    m_empty->setButton(tr("Show all"));
  }
  m_stack->setCurrentWidget(rows && m_model->rowCount() == 0 ? static_cast<QWidget*>(m_empty) : m_table);
  if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid()) {
    m_table->selectRow(0);
  }
  Q_EMIT readoutChanged();
}

void PatientsPage::selectOpenPatient() {
  const workspace::PatientPtr& patient = m_context.session.patient();
  const int row = patient ? m_model->rowOf(QString::fromStdString(patient->record.person.id)) : -1;
  if (row >= 0) {
    m_table->selectRow(row);
  } else if (m_model->rowCount() > 0 && !m_table->currentIndex().isValid()) {
    m_table->selectRow(0);
  }
}

void PatientsPage::openCurrent() {
  const QModelIndex current = m_table->currentIndex();
  if (current.isValid()) {
    m_context.navigator.openPatient(current.data(PatientTable::IdRole).toString());
  }
}

// From the search field the arrows walk through the list and Enter opens, without leaving the field.
bool PatientsPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_search || event->type() != QEvent::KeyPress) {
    return Page::eventFilter(watched, event);
  }
  const int rows = m_model->rowCount();
  const int row = m_table->currentIndex().row();
  switch (static_cast<QKeyEvent*>(event)->key()) {
  case Qt::Key_Down:
    m_table->selectRow(std::min(row + 1, rows - 1));
    return true;
  case Qt::Key_Up:
    m_table->selectRow(std::max(row - 1, 0));
    return true;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    openCurrent();
    return true;
  case Qt::Key_Escape:
    m_search->clear();
    return true;
  default:
    return false;
  }
}

PageEntry patientsPage() {
  return {PageId::Patients, PageScope::Anywhere,
          [](const PageContext& context, QWidget* parent) -> Page* { return new PatientsPage(context, parent); }};
}

} // namespace facet::gui
