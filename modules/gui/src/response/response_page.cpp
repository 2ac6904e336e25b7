#include "response_page.h"

#include "multiples_view.h"
#include "segment_delegate.h"
#include "segment_panel.h"

#include <facet/charts/timeline_texts.h>
#include <facet/charts/timeline_widget.h>
#include <facet/gui/elided_label.h>
#include <facet/gui/empty_state.h>
#include <facet/gui/notices.h>
#include <facet/gui/pages.h>
#include <facet/gui/panel.h>
#include <facet/gui/table.h>
#include <facet/workspace/record_words.h>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>

#include <array>

namespace facet::gui {

using charts::EventKind;
using charts::LaneKind;
using charts::TimelineModel;
using workspace::PageId;
using workspace::ResponsePart;
using workspace::SegmentModel;
using workspace::Texts;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

constexpr int kPanelWidth = 348;
constexpr int kTallestStrip = 210;
constexpr int kLeastTable = 150;
constexpr int kLeastMultiples = 150;

/// The part that the number of a column belongs to.
std::optional<ResponsePart> partOf(int column) {
  switch (column) {
  case SegmentModel::RelapsesColumn:
  case SegmentModel::RateColumn:
    return ResponsePart::Relapses;
  case SegmentModel::EdssColumn:
    return ResponsePart::Edss;
  case SegmentModel::LesionsColumn:
    return ResponsePart::Lesions;
  case SegmentModel::EndedColumn:
  case SegmentModel::DurationColumn:
    return ResponsePart::Records;
  default:
    return std::nullopt;
  }
}

QScrollArea* scrollOf(QWidget* content, const QString& name) {
  auto* scroll = new QScrollArea;
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  content->setAutoFillBackground(false);
  scroll->viewport()->setAutoFillBackground(false);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setAccessibleName(name);
  return scroll;
}

} // namespace

ResponsePage::ResponsePage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_segments(new SegmentModel(this))
    , m_strip(new charts::TimelineWidget(context.theme, context.time))
    , m_table(new QTableView)
    , m_multiples(new MultiplesView(context.theme, context.time))
    , m_panel(new SegmentPanel(context.theme))
    , m_dates(new ElidedLabel(context.theme, TypeSize::Dense, TypeWeight::Medium, Token::Threshold))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(context.theme, Icon::Response)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_stack);
  m_stack->addWidget(makeContent());
  m_stack->addWidget(m_empty);
  connectParts();
  addCommands();
}

QWidget* ResponsePage::makeContent() {
  const workspace::Theme& theme = m_context.theme;
  auto* left = new QVBoxLayout;
  left->setContentsMargins(theme.grid(3), theme.grid(3), theme.grid(3), theme.grid(3));
  left->setSpacing(theme.grid(3));
  left->addWidget(m_dates);
  left->addWidget(makeStrip());
  left->addWidget(makeTable(), 3);
  left->addWidget(makeMultiples(), 2);
  left->addStretch();
  m_panel->setFixedWidth(kPanelWidth);
  auto* content = new QWidget;
  auto* columns = new QHBoxLayout(content);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(0);
  columns->addLayout(left, 1);
  columns->addWidget(m_panel);
  return content;
}

QWidget* ResponsePage::makeStrip() {
  auto* card = new Panel(m_context.theme, Panel::Shape::Card);
  auto* layout = new QVBoxLayout(card);
  layout->setContentsMargins(2, 2, 2, 2);
  m_stripScroll = scrollOf(m_strip, tr("Treatments, relapses and scans"));
  layout->addWidget(m_stripScroll);
  return card;
}

QWidget* ResponsePage::makeTable() {
  const workspace::Theme& theme = m_context.theme;
  m_tableCard = new Card(theme, tr("What happened under each treatment"),
                         tr("Rates with exact 95 % intervals, of this person alone. Choose a number to see what was "
                            "counted."));
  m_table->setModel(m_segments);
  setUpTable(*m_table, theme, tr("Treatments and the times between them"));
  m_table->setItemDelegate(new SegmentDelegate(theme, *m_segments, m_table));
  m_table->verticalHeader()->setDefaultSectionSize(SegmentDelegate::kRowHeight);
  m_table->horizontalHeader()->setSectionsClickable(false);
  m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_table->setMinimumHeight(kLeastTable);
  m_tableCard->body().addWidget(m_table, 1);
  return m_tableCard;
}

QWidget* ResponsePage::makeMultiples() {
  auto* card = new Card(m_context.theme, tr("EDSS under each treatment"),
                        tr("One scale for all, in years since the start. Grey: the year before; dashed: the value "
                           "before; triangles: relapses."));
  m_multiplesScroll = scrollOf(m_multiples, tr("EDSS under each treatment"));
  card->body().addWidget(m_multiplesScroll, 1);
  return card;
}

void ResponsePage::connectParts() {
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
    if (current.isValid()) {
      chooseByPerson(static_cast<std::size_t>(current.row()));
    }
  });
  connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
    if (const auto part = partOf(index.column())) {
      m_panel->reveal(*part);
    }
  });
  connect(m_multiples, &MultiplesView::segmentChosen, this, &ResponsePage::chooseByPerson);
  connect(m_strip, &charts::TimelineWidget::selectionChanged, this, &ResponsePage::followStrip);
  connect(m_strip, &charts::TimelineWidget::hoverChanged, this, &Page::readoutChanged);
  connect(m_strip, &charts::TimelineWidget::examActivated, this,
          [this](Day day) { m_context.navigator.goTo(PageId::Mri, day); });
  connect(&m_context.time, &workspace::TimeCursor::dayChanged, this, &ResponsePage::followCursor);
  connect(m_panel, &SegmentPanel::copyWanted, this, &ResponsePage::copy);
  connect(m_panel, &SegmentPanel::recordChosen, this,
          [this](PageId page, Day day) { m_context.navigator.goTo(page, day); });
  connect(m_empty, &EmptyState::buttonClicked, this, [this] { m_context.navigator.goTo(PageId::Timeline); });
}

void ResponsePage::addCommands() {
  const auto add = [this](const QString& text, const QKeySequence& keys, auto run) {
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
  };
  add(tr("Copy the chosen treatment as text"), QKeySequence::Copy, [this] { copy(); });
  add(tr("Next treatment"), Qt::ALT | Qt::Key_Down, [this] { step(1); });
  add(tr("Treatment before"), Qt::ALT | Qt::Key_Up, [this] { step(-1); });
  add(tr("Records of the relapses"), Qt::ALT | Qt::Key_R, [this] { m_panel->reveal(ResponsePart::Relapses); });
  add(tr("Records of the EDSS"), Qt::ALT | Qt::Key_D, [this] { m_panel->reveal(ResponsePart::Edss); });
  add(tr("Records of the scans"), Qt::ALT | Qt::Key_M, [this] { m_panel->reveal(ResponsePart::Lesions); });
}

void ResponsePage::showNobody() {
  m_multiples->setResponse(nullptr, nullptr);
  m_strip->setModel(nullptr);
  m_model.reset();
  const bool control = m_patient && m_patient->record.person.kind == clinical::PersonKind::Control;
  if (control) {
    m_empty->setTexts(tr("A healthy control has no treatment"),
                      tr("What happened under each treatment stands here for people with MS."));
  } else {
    m_empty->setTexts(tr("No treatment on record"),
                      tr("Relapses, EDSS and new lesions under each treatment would stand here. Treatments come "
                         "with a release."));
  }
  m_empty->setButton(m_patient && !control ? tr("Show the time line") : QString());
  m_stack->setCurrentWidget(m_empty);
}

void ResponsePage::setPatient(const workspace::PatientPtr& patient) {
  m_patient = patient;
  m_selected.reset();
  m_multiples->setResponse(nullptr, nullptr); // before the response that it shows is replaced
  m_segments->setPatient(patient);
  const workspace::Response& response = m_segments->response();
  if (!patient || response.segments.empty()) {
    showNobody();
    Q_EMIT readoutChanged();
    return;
  }
  m_model = std::make_shared<const TimelineModel>(
      std::shared_ptr<const clinical::PatientRecord>(patient, &patient->record), patient->dataDay,
      [](const charts::Lane& lane) {
        return lane.kind == LaneKind::Treatment || lane.kind == LaneKind::Relapse || lane.kind == LaneKind::Mri;
      });
  m_strip->setModel(m_model);
  m_stripScroll->setFixedHeight(std::min(m_strip->minimumSizeHint().height(), kTallestStrip));
  m_multiples->setResponse(patient, &response);
  m_multiplesScroll->setMinimumHeight(std::min(m_multiples->sizeHint().height(), kLeastMultiples));
  m_dates->setText(workspace::datesText(Texts(), patient->dates));
  m_dates->setVisible(!m_dates->text().isEmpty());

  // The name and the reasons take what the numbers leave.
  QHeaderView* header = m_table->horizontalHeader();
  for (int column = 0; column < SegmentModel::Columns; ++column) {
    const bool wide = column == SegmentModel::TreatmentColumn;
    header->setSectionResizeMode(column, wide ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
  }
  const int rows = static_cast<int>(response.segments.size());
  m_table->setMaximumHeight(rows * SegmentDelegate::kRowHeight + header->sizeHint().height() + 4);
  m_stack->setCurrentIndex(0);

  const std::optional<Day> day = m_context.time.day();
  const auto at = day ? workspace::segmentAt(response, *day) : std::nullopt;
  select(at.value_or(response.segments.size() - 1));
  Q_EMIT settled();
}

void ResponsePage::select(std::size_t segment) {
  if (m_selected == segment) {
    return;
  }
  m_selected = segment;
  const workspace::Response& response = m_segments->response();
  const workspace::Segment& which = response.segments[segment];
  m_table->setCurrentIndex(m_segments->index(static_cast<int>(segment), SegmentModel::TreatmentColumn));
  m_multiples->setSelected(segment);
  const QRectF box = m_multiples->boxOf(segment);
  m_multiplesScroll->ensureVisible(0, static_cast<int>(box.center().y()), 0, static_cast<int>(box.height() / 2));
  m_strip->mark(which.episode ? m_model->find(EventKind::Treatment, *which.episode)
                              : m_model->find(EventKind::Gap, *which.gap));
  m_panel->show(*m_patient, response, segment);
  // The table has its height when the layout has run.
  QTimer::singleShot(0, m_table, [this] { m_table->scrollTo(m_table->currentIndex()); });
  Q_EMIT readoutChanged();
}

void ResponsePage::chooseByPerson(std::size_t segment) {
  select(segment);
  const workspace::Response& response = m_segments->response();
  const clinical::Span& span = workspace::spanOf(response.exposure, response.segments[segment]);
  const std::optional<Day> day = m_context.time.day();
  if (day && contains(span, clinical::rangeOf(*day)) == clinical::Answer::No) {
    m_context.time.setDay(span.begin.earliest);
  }
}

void ResponsePage::followCursor() {
  const std::optional<Day> day = m_context.time.day();
  if (!m_selected || !day) {
    return;
  }
  const workspace::Response& response = m_segments->response();
  const clinical::Span& span = workspace::spanOf(response.exposure, response.segments[*m_selected]);
  if (contains(span, clinical::rangeOf(*day)) == clinical::Answer::No) {
    if (const auto segment = workspace::segmentAt(response, *day)) {
      select(*segment);
    }
  }
  Q_EMIT readoutChanged();
}

void ResponsePage::followStrip() {
  if (!m_model || !m_strip->selected()) {
    return;
  }
  const charts::TimelineEvent& event = m_model->events()[*m_strip->selected()];
  const auto& segments = m_segments->response().segments;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if ((event.kind == EventKind::Treatment && segments[i].episode == event.index) ||
        (event.kind == EventKind::Gap && segments[i].gap == event.index)) {
      select(i);
    }
  }
}

void ResponsePage::step(int by) {
  if (m_selected) {
    const int last = m_segments->rowCount() - 1;
    chooseByPerson(static_cast<std::size_t>(std::clamp(static_cast<int>(*m_selected) + by, 0, last)));
  }
}

QString ResponsePage::readout() const {
  if (!m_model || !m_selected) {
    return {};
  }
  const std::optional<Day> day = m_strip->hoveredDay() ? m_strip->hoveredDay() : m_context.time.day();
  return day ? charts::valuesLine(*m_model, *day, Texts()) : QString();
}

std::vector<std::pair<QString, QString>> ResponsePage::gestures() const {
  return {{tr("Click on a number"), tr("See how it is counted and from which records")},
          {tr("Click on a day"), tr("Set the time cursor of all pages")},
          {tr("Click on a record"), tr("Go to where it stands")},
          {tr("Arrow keys"), tr("Go from treatment to treatment")}};
}

QStringList ResponsePage::paintedTexts() const {
  QStringList all;
  for (int row = 0; row < m_segments->rowCount(); ++row) {
    for (int column = 0; column < SegmentModel::Columns; ++column) {
      const QModelIndex cell = m_segments->index(row, column);
      all << cell.data().toString() << cell.data(SegmentModel::MoreRole).toString();
    }
  }
  return all;
}

void ResponsePage::copy() {
  if (m_patient && m_selected) {
    QGuiApplication::clipboard()->setText(
        workspace::plainSegment(m_patient->record, m_segments->response(), *m_selected, Texts()));
    m_context.notices.post({NoticeKind::Done, tr("The chosen time was copied as text."), {}, {}, {}});
  }
}

PageEntry responsePage() {
  return {PageId::Response, PageScope::OfOnePatient,
          [](const PageContext& context, QWidget* parent) -> Page* { return new ResponsePage(context, parent); }};
}

} // namespace facet::gui
