#include <facet/charts/timeline_texts.h>
#include <facet/charts/timeline_widget.h>

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace facet::charts {
namespace {

using workspace::Texts;
using workspace::Token;

constexpr double kZoomPerNotch = 1.25;
constexpr double kNotch = 120; ///< eighths of a degree

bool lasts(EventKind kind) {
  return kind == EventKind::Phase || kind == EventKind::Treatment || kind == EventKind::Gap;
}

} // namespace

TimelineWidget::TimelineWidget(const workspace::Theme& theme, workspace::TimeCursor& cursor, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_cursor(cursor) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Timeline"));
  connect(&m_theme, &workspace::Theme::changed, this, &TimelineWidget::rebuild);
  connect(&m_cursor, &workspace::TimeCursor::dayChanged, this, qOverload<>(&QWidget::update));
}

TimelineWidget::~TimelineWidget() = default;

void TimelineWidget::setModel(std::shared_ptr<const TimelineModel> model) {
  m_model = std::move(model);
  m_selected.reset();
  m_hovered.reset();
  m_window.reset();
  if (m_model) {
    m_window.emplace(m_model->extent());
  }
  rebuild();
  updateGeometry();
  Q_EMIT windowChanged();
  Q_EMIT selectionChanged();
}

void TimelineWidget::rebuild() {
  m_painter.reset();
  if (m_model) {
    m_style = std::make_unique<ChartStyle>(m_theme, m_theme.mode(), logicalDpiY());
    m_painter = std::make_unique<TimelinePainter>(*m_model, *m_style, Texts());
    m_painter->setPaper(rect());
  }
  redraw();
}

void TimelineWidget::redraw() {
  m_drawn = {};
  update();
}

void TimelineWidget::setAxis(AxisMode axis) {
  m_axis = axis;
  redraw();
}

void TimelineWidget::showWindow(double first, double last) {
  if (m_window) {
    m_window->show(first, last);
    redraw();
    Q_EMIT windowChanged();
  }
}

void TimelineWidget::fit() {
  if (m_window) {
    m_window->fit();
    redraw();
    Q_EMIT windowChanged();
  }
}

void TimelineWidget::zoom(double factor) {
  if (!m_window) {
    return;
  }
  double about = (m_window->first() + m_window->last()) / 2;
  if (const auto day = m_cursor.day()) {
    const double cursor = toNumber(*day) + 0.5;
    about = cursor > m_window->first() && cursor < m_window->last() ? cursor : about;
  }
  m_window->zoom(factor, about);
  redraw();
  Q_EMIT windowChanged();
}

void TimelineWidget::select(std::optional<std::size_t> event) {
  m_selected = event;
  if (event) {
    const Day day = dayOf(m_model->events()[*event]);
    m_window->reveal(day);
    m_cursor.setDay(day);
    const EventText text = describeEvent(*m_model, *event, Texts());
    setAccessibleDescription(text.when + QStringLiteral(": ") + text.title + QStringLiteral(". ") + text.sentence);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    Q_EMIT windowChanged();
  }
  redraw();
  Q_EMIT selectionChanged();
}

void TimelineWidget::mark(std::optional<std::size_t> event) {
  if (event != m_selected) {
    m_selected = event;
    redraw();
    Q_EMIT selectionChanged();
  }
}

void TimelineWidget::activate(std::size_t event) {
  if (m_model->events()[event].kind == EventKind::Exam) {
    Q_EMIT examActivated(dayOf(m_model->events()[event]));
  }
}

QSize TimelineWidget::minimumSizeHint() const {
  return {480, m_painter ? static_cast<int>(std::ceil(m_painter->leastHeight())) + 1 : 120};
}

QSize TimelineWidget::sizeHint() const {
  return {1000, m_painter ? static_cast<int>(std::ceil(m_painter->mostHeight())) + 1 : 120};
}

TimelineView TimelineWidget::view() const {
  return {m_window->first(), m_window->last(), m_axis, m_selected};
}

Day TimelineWidget::dayAt(double x) const {
  return toDay(m_painter->scaleFor(view()).dayAt(x));
}

void TimelineWidget::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (!m_painter) {
    painter.fillRect(rect(), m_theme.color(Token::Panel));
    return;
  }
  if (m_drawn.isNull()) {
    m_drawn = QPixmap(size() * devicePixelRatioF());
    m_drawn.setDevicePixelRatio(devicePixelRatioF());
    m_drawn.fill(m_theme.color(Token::Panel));
    QPainter drawing(&m_drawn);
    m_painter->paint(drawing, view());
  }
  painter.drawPixmap(0, 0, m_drawn);
  if (m_hovered && m_drag != Drag::Panning && m_hovered != m_cursor.day()) {
    m_painter->paintHover(painter, view(), *m_hovered);
  }
  if (const auto day = m_cursor.day()) {
    m_painter->paintCursor(painter, view(), *day);
  }
  if (hasFocus()) {
    painter.setPen(QPen(m_theme.color(Token::Accent), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
  }
}

void TimelineWidget::resizeEvent(QResizeEvent*) {
  if (m_painter) {
    m_painter->setPaper(rect());
  }
  redraw();
}

void TimelineWidget::wheelEvent(QWheelEvent* event) {
  if (!m_painter) {
    return;
  }
  event->accept();
  const QPointF delta = event->angleDelta();
  const bool sideways = std::abs(delta.x()) > std::abs(delta.y()) || event->modifiers().testFlag(Qt::ShiftModifier);
  const double notches = (sideways && delta.x() != 0 ? delta.x() : delta.y()) / kNotch;
  const double perPixel = 1 / m_painter->scaleFor(view()).pixelsPerDay();
  if (sideways) {
    m_window->pan(-notches * 60 * perPixel);
  } else {
    m_window->zoom(std::pow(kZoomPerNotch, notches), m_painter->scaleFor(view()).dayAt(event->position().x()));
  }
  redraw();
  Q_EMIT windowChanged();
}

bool TimelineWidget::event(QEvent* event) {
  if (event->type() == QEvent::NativeGesture && m_painter) {
    const auto* gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() == Qt::ZoomNativeGesture) {
      m_window->zoom(1 + gesture->value(), m_painter->scaleFor(view()).dayAt(gesture->position().x()));
      redraw();
      Q_EMIT windowChanged();
      return true;
    }
  }
  if (event->type() == QEvent::ToolTip && m_painter) {
    const auto* help = static_cast<QHelpEvent*>(event);
    showTip(help->pos(), help->globalPos());
    return true;
  }
  return QWidget::event(event);
}

void TimelineWidget::showTip(const QPointF& point, const QPoint& global) {
  const auto event = m_painter->eventAt(point);
  if (!event) {
    QToolTip::hideText();
    return;
  }
  const EventText text = describeEvent(*m_model, *event, Texts());
  QToolTip::showText(global, text.when + QLatin1Char('\n') + text.title + QLatin1Char('\n') + text.sentence, this);
}

void TimelineWidget::mousePressEvent(QMouseEvent* event) {
  if (m_painter && event->button() == Qt::LeftButton) {
    m_drag = Drag::Pressed;
    m_pressed = event->position();
    m_lastDrag = event->globalPosition();
  }
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event) {
  if (!m_painter) {
    return;
  }
  const QPointF here = event->position();
  if (m_drag == Drag::Pressed && (here - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
    m_drag = Drag::Panning;
    setCursor(Qt::ClosedHandCursor);
  }
  if (m_drag == Drag::Panning) {
    // In global places: the widget itself may move under the pointer.
    const QPointF by = event->globalPosition() - m_lastDrag;
    m_lastDrag = event->globalPosition();
    m_window->pan(-by.x() / m_painter->scaleFor(view()).pixelsPerDay());
    redraw();
    Q_EMIT windowChanged();
    Q_EMIT draggedVertically(static_cast<int>(by.y()));
    return;
  }
  setHovered(m_painter->isOnPlot(here) ? std::optional(dayAt(here.x())) : std::nullopt);
  setCursor(m_painter->eventAt(here) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent* event) {
  if (m_drag == Drag::Pressed && event->button() == Qt::LeftButton) {
    click(event->position());
  }
  m_drag = Drag::None;
  setCursor(Qt::ArrowCursor);
}

void TimelineWidget::click(const QPointF& point) {
  const auto event = m_painter->eventAt(point);
  if (event) {
    select(event);
    if (lasts(m_model->events()[*event].kind)) {
      m_cursor.setDay(dayAt(point.x()));
    }
    activate(*event);
  } else if (m_painter->isOnPlot(point)) {
    select(std::nullopt);
    m_cursor.setDay(dayAt(point.x()));
  }
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent* event) {
  if (m_painter && !m_painter->eventAt(event->position())) {
    fit();
  }
}

void TimelineWidget::leaveEvent(QEvent*) {
  setHovered(std::nullopt);
}

void TimelineWidget::setHovered(std::optional<Day> day) {
  if (day != m_hovered) {
    m_hovered = day;
    update();
    Q_EMIT hoverChanged();
  }
}

void TimelineWidget::stepLane(int by) {
  const auto& events = m_model->events();
  const auto lanes = static_cast<int>(m_model->lanes().size());
  const Day day = m_selected ? dayOf(events[*m_selected]) : m_cursor.day().value_or(m_model->extent().latest);
  for (int lane = m_selected ? static_cast<int>(events[*m_selected].lane) + by : (by > 0 ? 0 : lanes - 1);
       lane >= 0 && lane < lanes; lane += by) {
    if (const auto event = m_model->nearest(static_cast<std::size_t>(lane), day)) {
      select(event);
      return;
    }
  }
}

void TimelineWidget::keyPressEvent(QKeyEvent* event) {
  if (!m_painter) {
    QWidget::keyPressEvent(event);
    return;
  }
  const auto keep = [&](std::optional<std::size_t> next) {
    if (next) {
      select(next);
    }
  };
  const double half = (m_window->last() - m_window->first()) / 2;
  switch (event->key()) {
  case Qt::Key_Right:
    keep(m_model->next(m_selected));
    break;
  case Qt::Key_Left:
    keep(m_model->previous(m_selected));
    break;
  case Qt::Key_Down:
    stepLane(1);
    break;
  case Qt::Key_Up:
    stepLane(-1);
    break;
  case Qt::Key_Home:
    keep(m_model->next(std::nullopt));
    break;
  case Qt::Key_End:
    keep(m_model->previous(std::nullopt));
    break;
  case Qt::Key_PageUp:
    showWindow(m_window->first() - half, m_window->last() - half);
    break;
  case Qt::Key_PageDown:
    showWindow(m_window->first() + half, m_window->last() + half);
    break;
  case Qt::Key_Plus:
  case Qt::Key_Equal:
    zoom(kZoomPerNotch);
    break;
  case Qt::Key_Minus:
    zoom(1 / kZoomPerNotch);
    break;
  case Qt::Key_0:
    fit();
    break;
  case Qt::Key_Escape:
    select(std::nullopt);
    break;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    if (m_selected) {
      activate(*m_selected);
    }
    break;
  default:
    QWidget::keyPressEvent(event);
  }
}

void TimelineWidget::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
    setAccessibleName(tr("Timeline"));
    rebuild();
  }
  QWidget::changeEvent(event);
}

} // namespace facet::charts
