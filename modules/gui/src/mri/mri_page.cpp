#include "mri_page.h"

#include "lesion_panel.h"
#include "scene_view.h"
#include "visit_bar.h"
#include "visit_row.h"

#include <facet/gui/empty_state.h>
#include <facet/gui/pages.h>
#include <facet/workspace/texts.h>

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <cmath>

namespace facet::gui {

using workspace::MriRow;
using workspace::PageId;
using workspace::Texts;

namespace {

constexpr int kSideWidth = 416;
constexpr double kZoomStep = 1.25;
constexpr double kFillStep = 0.1;

} // namespace

MriPage::MriPage(const PageContext& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_model(new workspace::MriModel(context.jobs, context.volumes, context.time, context.place, this))
    , m_state(new ViewState(this))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(context.theme, Icon::Mri)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_stack);
  m_stack->addWidget(makeContent());
  m_stack->addWidget(m_empty);
  m_empty->setTexts(tr("No MRI of this person"),
                    tr("Scans come with a release, or when files are imported: BIDS, DICOM, NIfTI, NRRD, MHA."));
  addCommands();
  connect(m_model, &workspace::MriModel::rowsChanged, this, &MriPage::showStudy);
  connect(m_model, &workspace::MriModel::settled, this, &Page::settled);
  connect(m_model, &workspace::MriModel::placeChanged, this, &Page::readoutChanged);
  connect(m_model, &workspace::MriModel::loadedChanged, this, &Page::readoutChanged);
  connect(m_model, &workspace::MriModel::lesionsChanged, this, &Page::readoutChanged);
  connect(m_model, &workspace::MriModel::selectionChanged, this, &MriPage::followSelection);
  showStudy();
}

MriPage::~MriPage() = default;

QWidget* MriPage::makeContent() {
  auto* content = new QWidget;
  auto* columns = new QHBoxLayout(content);
  columns->setContentsMargins(0, 0, 0, 0);
  columns->setSpacing(0);
  auto* rows = new QVBoxLayout;
  rows->setSpacing(0);
  for (const MriRow row : workspace::kMriRows) {
    auto* visit = new VisitRow(m_context.theme, *m_model, m_context.time, *m_state, row);
    rows->addWidget(visit, 1);
    m_rows[static_cast<std::size_t>(row)] = visit;
    for (SliceView* view : visit->views()) {
      view->installEventFilter(this);
      connect(view, &SliceView::touched, this, [this, view] { setActive(view); });
      connect(view, &SliceView::pointedChanged, this, &Page::readoutChanged);
      connect(view, &SliceView::fullPageRequested, this, [this, view] { toggleFullPage(view); });
    }
  }
  m_active = m_rows[0]->views()[0];
  columns->addLayout(rows, 1);
  m_side = new QWidget;
  auto* side = new QVBoxLayout(m_side);
  side->setContentsMargins(0, 0, 0, 0);
  side->setSpacing(0);
  m_panel = new LesionPanel(m_context.theme, *m_model);
  m_panel->setEdges(Qt::LeftEdge);
  m_panel->table().installEventFilter(this);
  m_scene = new SceneView(m_context.theme, *m_model);
  m_scene->installEventFilter(this);
  connect(m_scene, &SceneView::fullPageRequested, this, [this] { toggleFullPage(m_scene); });
  side->addWidget(m_panel, 2);
  side->addWidget(m_scene, 1);
  m_side->setFixedWidth(kSideWidth);
  columns->addWidget(m_side);
  return content;
}

QAction* MriPage::addCommand(const QString& text, const QKeySequence& keys, std::function<void()> run) {
  auto* action = new QAction(text, this);
  action->setShortcut(keys);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
  addAction(action);
  return action;
}

void MriPage::addCommands() {
  const Texts texts;
  for (std::size_t n = 0; n < workspace::kWindowPresets.size(); ++n) {
    const workspace::WindowPreset preset = workspace::kWindowPresets[n];
    addCommand(tr("Window: %1").arg(texts.say(workspace::nameOf(preset))),
               QKeySequence(static_cast<int>(Qt::Key_1) + static_cast<int>(n)), [this, preset] {
                 m_model->setWindow(m_active->row(), {false, preset, 0, 1});
               });
  }
  addCommand(tr("Next slice"), Qt::Key_PageUp, [this] { m_active->scroll(1); });
  addCommand(tr("Previous slice"), Qt::Key_PageDown, [this] { m_active->scroll(-1); });
  addCommand(tr("Next lesion"), Qt::Key_N, [this] { m_panel->stepSelection(1); });
  addCommand(tr("Previous lesion"), Qt::Key_P, [this] { m_panel->stepSelection(-1); });
  addCommand(tr("Show or hide the lesions"), Qt::Key_O, [this] { m_state->setOverlay(!m_state->overlayOn()); });
  addCommand(tr("Lesions less opaque"), Qt::Key_BracketLeft, [this] { m_state->setFill(m_state->fill() - kFillStep); });
  addCommand(tr("Lesions more opaque"), Qt::Key_BracketRight,
             [this] { m_state->setFill(m_state->fill() + kFillStep); });
  addCommand(tr("One view on the full page, and back"), Qt::Key_F, [this] {
    toggleFullPage(m_scene->hasFocus() ? static_cast<QWidget*>(m_scene) : static_cast<QWidget*>(m_active));
  });
  addCommand(tr("Zoom in"), Qt::Key_Plus, [this] { zoomActive(kZoomStep); });
  addCommand(tr("Zoom out"), Qt::Key_Minus, [this] { zoomActive(1 / kZoomStep); });
  addCommand(tr("Reset zoom, place of the image and window"), Qt::Key_R, [this] {
    m_state->resetFrames();
    m_scene->resetView();
    for (const MriRow row : workspace::kMriRows) {
      m_model->setWindow(row, {});
    }
  });
}

void MriPage::setPatient(const workspace::PatientPtr& patient) {
  if (m_full != nullptr) {
    toggleFullPage(m_full);
  }
  m_state->resetFrames();
  m_model->setPatient(patient);
}

bool MriPage::isSettled() const {
  return m_model->isSettled();
}

void MriPage::showStudy() {
  const bool any = !m_model->study().visits().empty();
  m_stack->setCurrentIndex(any ? 0 : 1);
  for (QAction* action : actions()) {
    action->setEnabled(any);
  }
  Q_EMIT readoutChanged();
}

std::vector<SliceView*> MriPage::views() const {
  std::vector<SliceView*> all;
  for (const VisitRow* row : m_rows) {
    all.insert(all.end(), row->views().begin(), row->views().end());
  }
  return all;
}

void MriPage::setActive(SliceView* view) {
  m_active = view;
}

void MriPage::zoomActive(double factor) {
  const std::optional<rendering::ViewGeometry> view = m_active->geometry();
  const std::optional<LpsPoint> place = m_model->place(m_active->row());
  if (view && place) {
    const Vec3 pixel = view->pixelAt(*place);
    const double dpr = m_active->devicePixelRatioF();
    m_active->zoom(factor, {pixel.x / dpr, pixel.y / dpr});
  }
}

/// Where a selected lesion is out of sight, the views go to it.
void MriPage::followSelection() {
  if (!m_model->selected() || !m_context.place.point()) {
    return;
  }
  for (SliceView* view : m_rows[0]->views()) {
    const std::optional<rendering::ViewGeometry> shown = view->geometry();
    const std::optional<LpsPoint> place = m_model->place(MriRow::Current);
    if (!shown || !place) {
      continue;
    }
    const Vec3 pixel = shown->pixelAt(*place);
    if (pixel.x < 0 || pixel.y < 0 || pixel.x > shown->spec().width || pixel.y > shown->spec().height) {
      m_state->setFrame(view->plane(), {m_state->frame(view->plane()).zoom, m_context.place.point()});
    }
  }
}

void MriPage::toggleFullPage(QWidget* view) {
  m_full = m_full == nullptr ? view : nullptr;
  for (VisitRow* row : m_rows) {
    const auto& views = row->views();
    const auto mine = std::find(views.begin(), views.end(), m_full);
    row->showOnly(mine == views.end() ? nullptr : *mine);
    row->setVisible(m_full == nullptr || mine != views.end());
  }
  m_side->setVisible(m_full == nullptr || m_full == m_scene);
  m_panel->setVisible(m_full == nullptr);
  if (m_full == m_scene) {
    m_side->setMinimumWidth(0);
    m_side->setMaximumWidth(QWIDGETSIZE_MAX);
  } else {
    m_side->setFixedWidth(kSideWidth);
  }
  if (view != nullptr) {
    view->setFocus(Qt::OtherFocusReason);
  }
}

bool MriPage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
    const auto* key = static_cast<const QKeyEvent*>(event);
    if (key->key() == Qt::Key_H && key->modifiers() == Qt::NoModifier) {
      if (!key->isAutoRepeat()) {
        m_state->setHeld(event->type() == QEvent::KeyPress);
      }
      return true;
    }
    if (key->key() == Qt::Key_Escape && event->type() == QEvent::KeyPress && m_full != nullptr) {
      toggleFullPage(m_full);
      return true;
    }
  }
  if (event->type() == QEvent::FocusOut) {
    m_state->setHeld(false);
  }
  return Page::eventFilter(watched, event);
}

QString MriPage::readout() const {
  if (m_model->study().visits().empty()) {
    return {};
  }
  MriRow row = MriRow::Current;
  std::optional<LpsPoint> at = m_model->place(row);
  for (const SliceView* view : views()) {
    if (view->pointed()) {
      row = view->row();
      at = view->pointed();
    }
  }
  if (!at) {
    return {};
  }
  const Texts texts;
  QStringList parts = {QString::fromStdString(toLetters(*at))};
  QStringList layers;
  for (const workspace::LayerValue& layer : m_model->valuesAt(row, *at)) {
    const QString name =
        QString::fromStdString(layer.image->sequence.empty() ? layer.image->name : layer.image->sequence);
    const bool whole = layer.value && *layer.value == std::floor(*layer.value);
    layers << QStringLiteral("%1 %2").arg(name, layer.value ? texts.number(*layer.value, whole ? 0 : 2)
                                                            : QStringLiteral("–"));
  }
  if (!layers.isEmpty()) {
    parts << layers.join(QStringLiteral(" · "));
  }
  if (const std::optional<std::int64_t> lesion = m_model->lesionAt(row, *at)) {
    parts << tr("lesion %1").arg(*lesion);
  }
  const workspace::StudyVisit& visit = *m_model->visit(row);
  if (row == MriRow::Comparator && visit.date) {
    parts << tr("at the scan of %1").arg(texts.date(*visit.date));
  }
  return parts.join(QStringLiteral("     "));
}

std::vector<std::pair<QString, QString>> MriPage::gestures() const {
  return {{tr("Click or drag"), tr("Move the cross-hair")},
          {tr("Wheel"), tr("Go through the slices")},
          {tr("Ctrl and wheel"), tr("Zoom at the pointer")},
          {tr("Middle drag"), tr("Move the image; also Shift and drag")},
          {tr("Right drag"), tr("Change the window: sideways contrast, up and down brightness")},
          {tr("Double click"), tr("One view on the full page, and back")},
          {tr("Arrow keys"), tr("Move the cross-hair by a voxel; turn the 3D view")},
          {tr("Home or End"), tr("First or last slice")},
          {tr("Hold H"), tr("Hide the lesions while the key is held")},
          {tr("Escape"), tr("All views again")},
          {tr("Click in 3D"), tr("Select the lesion and go to it")}};
}

QStringList MriPage::paintedTexts() const {
  QStringList all;
  if (!m_model->study().visits().empty()) {
    for (const SliceView* view : views()) {
      all << view->paintedTexts();
    }
    all << m_scene->paintedTexts();
  }
  return all;
}

PageEntry mriPage() {
  return {PageId::Mri, PageScope::OfOnePatient,
          [](const PageContext& context, QWidget* parent) -> Page* { return new MriPage(context, parent); }};
}

} // namespace facet::gui
