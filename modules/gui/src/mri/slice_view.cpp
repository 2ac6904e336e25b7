#include "slice_view.h"

#include <facet/workspace/texts.h>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace facet::gui {

using rendering::Plane;
using rendering::ViewGeometry;
using workspace::MriRow;

namespace {

constexpr double kRoomForLetters = 0.9;
constexpr int kWheelStep = 120;
constexpr double kZoomPerStep = 1.2;
constexpr double kDragPerWindow = 300; ///< logical pixels that change the window by its own width

bool sameSpec(const rendering::ViewSpec& a, const rendering::ViewSpec& b) {
  return a.slice == b.slice && a.centre == b.centre && a.mmPerPixel == b.mmPerPixel && a.width == b.width &&
         a.height == b.height;
}

} // namespace

QString planeName(Plane plane) {
  switch (plane) {
  case Plane::Axial:
    return SliceView::tr("Axial");
  case Plane::Coronal:
    return SliceView::tr("Coronal");
  case Plane::Sagittal:
    break;
  }
  return SliceView::tr("Sagittal");
}

SliceView::SliceView(const workspace::Theme& theme, workspace::MriModel& model, ViewState& state, MriRow row,
                     Plane plane, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model)
    , m_state(state)
    , m_row(row)
    , m_plane(plane) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setCursor(Qt::CrossCursor);
  setAccessibleName(row == MriRow::Current ? tr("%1 view of the current visit").arg(planeName(plane))
                                           : tr("%1 view of the earlier visit").arg(planeName(plane)));
  const auto repaint = qOverload<>(&QWidget::update);
  connect(&model, &workspace::MriModel::rowsChanged, this, repaint);
  connect(&model, &workspace::MriModel::loadedChanged, this, repaint);
  connect(&model, &workspace::MriModel::placeChanged, this, repaint);
  connect(&model, &workspace::MriModel::lesionsChanged, this, repaint);
  connect(&model, &workspace::MriModel::selectionChanged, this, repaint);
  connect(&state, &ViewState::changed, this, repaint);
}

QSize SliceView::minimumSizeHint() const {
  return {120, 100};
}

const imaging::Grid* SliceView::grid() const {
  const storage::StoredImage* image = m_model.image(m_row);
  return image == nullptr ? nullptr : &image->grid;
}

/// One scale for all views that are seen, so that both visits and all planes can be compared.
double SliceView::fitMmPerPixel() const {
  double mm = 0;
  const auto fit = [&](MriRow row, Plane plane) {
    if (const storage::StoredImage* image = m_model.image(row)) {
      const workspace::LoadedPtr loaded = m_model.loaded(row);
      const rendering::PlaneExtent extent = rendering::planeExtent(loaded ? loaded->content : image->grid, plane);
      mm = std::max({mm, extent.widthMm / std::max(1, width()), extent.heightMm / std::max(1, height())});
    }
  };
  for (const MriRow row : workspace::kMriRows) {
    for (const Plane plane : rendering::kPlanes) {
      if (!m_alone || (row == m_row && plane == m_plane)) {
        fit(row, plane);
      }
    }
  }
  return mm / kRoomForLetters;
}

std::optional<ViewGeometry> SliceView::geometry() const {
  const imaging::Grid* shown = grid();
  if (shown == nullptr) {
    return std::nullopt;
  }
  const double dpr = devicePixelRatioF();
  const ViewState::Frame& frame = m_state.frame(m_plane);
  rendering::ViewSpec spec;
  spec.grid = *shown;
  spec.plane = m_plane;
  const workspace::LoadedPtr loaded = m_model.loaded(m_row);
  const LpsPoint middle = rendering::centreOf(loaded ? loaded->content : *shown);
  spec.slice = rendering::nearestSlice(*shown, m_plane, m_model.place(m_row).value_or(middle));
  spec.centre = frame.centre ? asLps(m_model.shownFromCurrent(m_row)(asVec(*frame.centre))) : middle;
  spec.mmPerPixel = fitMmPerPixel() / frame.zoom / dpr;
  spec.width = std::max(1, static_cast<int>(std::lround(width() * dpr)));
  spec.height = std::max(1, static_cast<int>(std::lround(height() * dpr)));
  return ViewGeometry(spec);
}

LpsPoint SliceView::lpsAt(const ViewGeometry& view, QPointF at) const {
  const double dpr = devicePixelRatioF();
  return view.lpsAt(at.x() * dpr, at.y() * dpr);
}

void SliceView::scroll(std::int64_t slices) {
  const imaging::Grid* shown = grid();
  const std::optional<LpsPoint> place = m_model.place(m_row);
  if (shown == nullptr || !place) {
    return;
  }
  const std::int64_t number =
      rendering::sliceNumber(*shown, m_plane, rendering::nearestSlice(*shown, m_plane, *place)) + slices;
  const std::int64_t slice = rendering::sliceOfNumber(
      *shown, m_plane, std::clamp<std::int64_t>(number, 1, rendering::sliceCount(*shown, m_plane)));
  Vec3 ijk = shown->lpsFromIjk.inverse().value_or(Affine3{})(asVec(*place));
  ijk[rendering::planeAxes(shown->lpsFromIjk, m_plane).slice] = static_cast<double>(slice);
  m_model.setPlace(m_row, asLps(shown->lpsFromIjk(ijk)));
}

void SliceView::step(int right, int down) {
  const imaging::Grid* shown = grid();
  const std::optional<LpsPoint> place = m_model.place(m_row);
  if (shown == nullptr || !place) {
    return;
  }
  const rendering::PlaneAxes axes = rendering::planeAxes(shown->lpsFromIjk, m_plane);
  Vec3 ijk = shown->lpsFromIjk.inverse().value_or(Affine3{})(asVec(*place));
  const std::array<double, 3> size = {static_cast<double>(shown->size.i), static_cast<double>(shown->size.j),
                                      static_cast<double>(shown->size.k)};
  ijk[axes.right] = std::clamp(ijk[axes.right] + right * axes.rightSign, 0.0, size[axes.right] - 1);
  ijk[axes.down] = std::clamp(ijk[axes.down] + down * axes.downSign, 0.0, size[axes.down] - 1);
  m_model.setPlace(m_row, asLps(shown->lpsFromIjk(ijk)));
}

/// The place under `at` stays where it is.
void SliceView::zoom(double factor, QPointF at) {
  const std::optional<ViewGeometry> before = geometry();
  if (!before) {
    return;
  }
  ViewState::Frame frame = m_state.frame(m_plane);
  const double zoom = std::clamp(frame.zoom * factor, ViewState::kLeastZoom, ViewState::kMostZoom);
  const LpsPoint fixed = lpsAt(*before, at);
  const Vec3 toCentre = asVec(before->spec().centre) - asVec(fixed);
  const LpsPoint centre = asLps(asVec(fixed) + toCentre * (frame.zoom / zoom));
  frame.zoom = zoom;
  frame.centre = asLps(m_model.currentFromShown(m_row)(asVec(centre)));
  m_state.setFrame(m_plane, frame);
}

QString SliceView::message() const {
  if (m_model.visit(m_row) == nullptr) {
    return m_row == MriRow::Comparator ? tr("There is no earlier scan to compare with.") : QString();
  }
  if (m_model.loaded(m_row)) {
    const rendering::PlaneAxes axes = rendering::planeAxes(grid()->lpsFromIjk, m_plane);
    const std::array<std::int64_t, 3> size = {grid()->size.i, grid()->size.j, grid()->size.k};
    const bool thin = size[axes.right] == 1 || size[axes.down] == 1;
    return thin ? tr("This image has one slice only; there is nothing to see in this plane.") : QString();
  }
  if (const Error* error = m_model.failure(m_row)) {
    const workspace::Texts texts;
    return error->code == ErrorCode::Cancelled ? tr("Reading this image was stopped. Choose it again to read it.")
                                               : tr("This image could not be read. %1").arg(texts.describe(*error));
  }
  return tr("Reading the image …");
}

void SliceView::draw(const ViewGeometry& view) {
  const workspace::LoadedPtr loaded = m_model.loaded(m_row);
  Drawn now;
  now.volume = loaded.get();
  now.lesions = m_state.overlayShown() ? m_model.lesions().get() : nullptr;
  now.spec = view.spec();
  now.window = workspace::windowOf(loaded->range, m_model.windowChoice(m_row));
  now.fill = m_state.fill();
  now.selected = m_model.selected().value_or(0);
  now.mode = static_cast<int>(m_theme.mode());
  const bool same = !m_image.isNull() && now.volume == m_drawn.volume && now.lesions == m_drawn.lesions &&
                    sameSpec(now.spec, m_drawn.spec) && now.window == m_drawn.window && now.fill == m_drawn.fill &&
                    now.selected == m_drawn.selected && now.mode == m_drawn.mode;
  if (same) {
    return;
  }
  m_drawn = now;
  const QSize size(view.spec().width, view.spec().height);
  if (m_image.size() != size) {
    m_image = QImage(size, QImage::Format_RGB32);
  }
  const rendering::PixelBuffer out = {reinterpret_cast<std::uint32_t*>(m_image.bits()), size.width(), size.height(),
                                      static_cast<std::ptrdiff_t>(m_image.bytesPerLine() / 4)};
  rendering::ImageLayer layer;
  layer.volume = &loaded->volume;
  layer.window = now.window;
  rendering::drawImage(layer, view, out);
  if (now.lesions != nullptr) {
    drawLesions(view, out);
  }
}

void SliceView::drawLesions(const ViewGeometry& view, const rendering::PixelBuffer& out) {
  const workspace::LesionPair& pair = *m_model.lesions();
  const auto& mask = m_row == MriRow::Current ? pair.after : pair.before;
  const std::optional<Affine3>& maskFromShown = m_model.maskFromShown(m_row);
  if (!mask || !maskFromShown) {
    return;
  }
  constexpr std::size_t kMostColours = 65'536;
  const auto& shapes = mask->lesions.shapes;
  const std::size_t labels = shapes.empty() ? 1 : static_cast<std::size_t>(shapes.back().label) + 1;
  const rendering::Colour plain = m_theme.color(workspace::Token::OnViewport).rgba();
  std::vector<rendering::Colour> colours(std::min(labels, kMostColours), plain);
  for (const workspace::LesionRow& row : pair.rows) {
    if (row.status && static_cast<std::size_t>(row.label) < colours.size()) {
      colours[static_cast<std::size_t>(row.label)] =
          m_theme.color(workspace::markOf(*row.status).shape, workspace::ThemeMode::Dark).rgba();
    }
  }
  rendering::LabelLayer layer;
  layer.labels = &mask->lesions.labels;
  layer.sourceFromView = *maskFromShown;
  layer.colours = colours;
  layer.fillOpacity = m_state.fill();
  layer.outlinePixels = std::max(1, static_cast<int>(std::lround(devicePixelRatioF())));
  layer.selected = m_model.selected().value_or(0);
  rendering::drawLabels(layer, view, out);
}

bool SliceView::event(QEvent* event) {
  switch (event->type()) {
  case QEvent::Enter:
  case QEvent::FocusIn:
    Q_EMIT touched();
    update();
    break;
  case QEvent::Leave:
    setPointed(std::nullopt);
    break;
  case QEvent::FocusOut:
    update();
    break;
  default:
    break;
  }
  return QWidget::event(event);
}

void SliceView::setPointed(std::optional<LpsPoint> at) {
  if (at != m_pointed) {
    m_pointed = at;
    Q_EMIT pointedChanged();
  }
}

void SliceView::mousePressEvent(QMouseEvent* event) {
  const std::optional<ViewGeometry> view = geometry();
  if (!view || m_drag != Drag::None) {
    return;
  }
  m_pressed = event->position();
  m_windowBefore = m_model.windowChoice(m_row);
  m_frameBefore = m_state.frame(m_plane);
  m_centreBefore = view->spec().centre;
  const bool pan = event->button() == Qt::MiddleButton ||
                   (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier));
  if (pan) {
    m_drag = Drag::Pan;
  } else if (event->button() == Qt::RightButton) {
    m_drag = m_model.loaded(m_row) ? Drag::Window : Drag::None;
  } else if (event->button() == Qt::LeftButton) {
    m_drag = Drag::CrossHair;
    m_model.setPlace(m_row, lpsAt(*view, event->position()));
  }
}

void SliceView::mouseMoveEvent(QMouseEvent* event) {
  const std::optional<ViewGeometry> view = geometry();
  if (!view) {
    return;
  }
  const QPointF moved = event->position() - m_pressed;
  switch (m_drag) {
  case Drag::None:
    break;
  case Drag::CrossHair:
    m_model.setPlace(m_row, lpsAt(*view, event->position()));
    break;
  case Drag::Pan: {
    const double mm = view->spec().mmPerPixel * devicePixelRatioF();
    const Vec3 shift = view->rightDirection() * (-moved.x() * mm) + view->downDirection() * (-moved.y() * mm);
    ViewState::Frame frame = m_frameBefore;
    frame.centre = asLps(m_model.currentFromShown(m_row)(asVec(m_centreBefore) + shift));
    m_state.setFrame(m_plane, frame);
    break;
  }
  case Drag::Window:
    if (const workspace::LoadedPtr loaded = m_model.loaded(m_row)) {
      m_model.setWindow(m_row, workspace::draggedWindow(loaded->range, m_windowBefore, moved.x() / kDragPerWindow,
                                                        -moved.y() / kDragPerWindow));
    }
    break;
  }
  setPointed(lpsAt(*view, event->position()));
}

void SliceView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->buttons() == Qt::NoButton) {
    m_drag = Drag::None;
  }
}

void SliceView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) {
    m_drag = Drag::None;
    Q_EMIT fullPageRequested();
  }
}

void SliceView::wheelEvent(QWheelEvent* event) {
  event->accept();
  if (event->modifiers().testFlag(Qt::ControlModifier)) {
    zoom(std::pow(kZoomPerStep, static_cast<double>(event->angleDelta().y()) / kWheelStep), event->position());
    return;
  }
  m_wheel += event->angleDelta().y();
  const int slices = m_wheel / kWheelStep;
  m_wheel -= slices * kWheelStep;
  if (slices != 0) {
    scroll(slices);
  }
}

void SliceView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
  case Qt::Key_Left:
    return step(-1, 0);
  case Qt::Key_Right:
    return step(1, 0);
  case Qt::Key_Up:
    return step(0, -1);
  case Qt::Key_Down:
    return step(0, 1);
  case Qt::Key_Home:
    return scroll(-1'000'000);
  case Qt::Key_End:
    return scroll(1'000'000);
  default:
    QWidget::keyPressEvent(event);
  }
}

} // namespace facet::gui
