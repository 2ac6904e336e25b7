#include "lane_canvas.h"

#include <facet/charts/timeline_overview.h>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace facet::charts {
namespace {

using workspace::Token;

constexpr double kEdge = 7; ///< pixels on both sides of the frame's edges that take hold of them
constexpr double kMargin = 6;

void drawTreatments(QPainter& painter, const TimelineModel& model, const ChartStyle& style, const TimeScale& scale,
                    double top) {
  painter.setPen(Qt::NoPen);
  for (const clinical::Episode& episode : model.exposure().episodes) {
    painter.setBrush(barOf(style, episode.drug).fill);
    const double from = scale.x(episode.span.begin.earliest);
    painter.drawRect(QRectF(from, top, std::max(scale.x(episode.span.end.latest) - from, 1.5), 6));
  }
}

void drawRelapses(QPainter& painter, const TimelineModel& model, const ChartStyle& style, const TimeScale& scale,
                  double top) {
  painter.setPen(QPen(style.color(Token::RelapseArea), 1.5));
  for (const clinical::Relapse& relapse : model.record().relapses) {
    if (relapse.certainty != clinical::RelapseCertainty::Pseudo) {
      const double x = markX(scale, clinical::rangeOf(relapse.onset));
      painter.drawLine(QPointF(x, top), QPointF(x, top + 6));
    }
  }
}

void drawEdss(QPainter& painter, const TimelineModel& model, const ChartStyle& style, const TimeScale& scale,
              const QRectF& box) {
  painter.setPen(QPen(style.color(Token::TextSecondary), 1));
  painter.setBrush(Qt::NoBrush);
  QPolygonF steps;
  std::optional<Day> last;
  for (const clinical::Visit& visit : model.record().visits) {
    if (!visit.edss) {
      continue;
    }
    const QPointF here(scale.x(visit.date), box.bottom() - visit.edss->value() / 10 * box.height());
    if (last && visit.date - *last > kLongestLine) {
      painter.drawPolyline(steps);
      steps.clear();
    } else if (!steps.isEmpty()) {
      steps.append({here.x(), steps.last().y()});
    }
    steps.append(here);
    last = visit.date;
  }
  painter.drawPolyline(steps);
}

} // namespace

TimelineOverview::TimelineOverview(const workspace::Theme& theme, TimelineWidget& timeline, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_timeline(timeline) {
  setMouseTracking(true);
  setFocusPolicy(Qt::TabFocus);
  retranslate();
  connect(&m_timeline, &TimelineWidget::windowChanged, this, qOverload<>(&QWidget::update));
  connect(&m_theme, &workspace::Theme::changed, this, qOverload<>(&QWidget::update));
}

void TimelineOverview::retranslate() {
  setAccessibleName(tr("Overview of the whole time"));
  setAccessibleDescription(tr("Left and right move the part that is shown, plus and minus change its length."));
}

TimeScale TimelineOverview::scale() const {
  const TimeWindow& window = m_timeline.window();
  return {window.earliest(), window.latest(), TimelinePainter::plotLeft(),
          TimelinePainter::plotRight(width()) - TimelinePainter::plotLeft()};
}

QRectF TimelineOverview::frame() const {
  const TimeScale all = scale();
  const double left = all.x(m_timeline.window().first());
  return {left, kMargin, std::max(all.x(m_timeline.window().last()) - left, 4.0), height() - 2 * kMargin};
}

TimelineOverview::Part TimelineOverview::partAt(const QPointF& point) const {
  const QRectF box = frame();
  // Of a narrow frame the inner half stays for dragging it.
  const double inner = std::min(kEdge, box.width() / 4);
  if (point.x() >= box.left() - kEdge && point.x() <= box.left() + inner) {
    return Part::LeftEdge;
  }
  if (point.x() <= box.right() + kEdge && point.x() >= box.right() - inner) {
    return Part::RightEdge;
  }
  return box.contains(point) ? Part::Frame : Part::Outside;
}

void TimelineOverview::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), m_theme.color(Token::Window));
  if (!m_timeline.model()) {
    return;
  }
  painter.setRenderHint(QPainter::Antialiasing);
  const ChartStyle style(m_theme, m_theme.mode(), logicalDpiY());
  const TimeScale all = scale();
  const QRectF box(all.left(), kMargin, all.width(), height() - 2 * kMargin);
  painter.fillRect(box, style.mixed(Token::Panel, Token::Window, 0.5));
  const QRectF shown = frame();
  painter.fillRect(shown, style.color(Token::Panel));
  drawTreatments(painter, *m_timeline.model(), style, all, box.top() + 5);
  drawRelapses(painter, *m_timeline.model(), style, all, box.top() + 15);
  drawEdss(painter, *m_timeline.model(), style, all,
           QRectF(box.left(), box.top() + 22, box.width(), box.height() - 26));

  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(style.color(Token::Accent), hasFocus() ? 3 : 2));
  painter.drawRoundedRect(shown, 3, 3);
  painter.setPen(Qt::NoPen);
  painter.setBrush(style.color(Token::Accent));
  for (const double x : {shown.left(), shown.right()}) {
    painter.drawRoundedRect(QRectF(x - 3, shown.center().y() - 9, 6, 18), 3, 3);
  }
}

void TimelineOverview::mousePressEvent(QMouseEvent* event) {
  if (!m_timeline.model() || event->button() != Qt::LeftButton) {
    return;
  }
  const double day = scale().dayAt(event->position().x());
  const TimeWindow& window = m_timeline.window();
  m_dragged = partAt(event->position());
  if (m_dragged == Part::Outside) {
    const double half = (window.last() - window.first()) / 2;
    m_timeline.showWindow(day - half, day + half);
    m_dragged = Part::Frame;
  }
  m_grabbed = day - m_timeline.window().first();
}

void TimelineOverview::mouseMoveEvent(QMouseEvent* event) {
  if (!m_timeline.model()) {
    return;
  }
  const TimeWindow& window = m_timeline.window();
  const double day = scale().dayAt(event->position().x());
  switch (m_dragged) {
  case Part::Frame:
    m_timeline.showWindow(day - m_grabbed, day - m_grabbed + window.last() - window.first());
    return;
  case Part::LeftEdge:
    m_timeline.showWindow(std::min(day, window.last() - 1), window.last());
    return;
  case Part::RightEdge:
    m_timeline.showWindow(window.first(), std::max(day, window.first() + 1));
    return;
  case Part::None:
  case Part::Outside:
    break;
  }
  const Part part = partAt(event->position());
  setCursor(part == Part::LeftEdge || part == Part::RightEdge ? Qt::SizeHorCursor
            : part == Part::Frame                             ? Qt::OpenHandCursor
                                                              : Qt::ArrowCursor);
}

void TimelineOverview::mouseReleaseEvent(QMouseEvent*) {
  m_dragged = Part::None;
}

void TimelineOverview::mouseDoubleClickEvent(QMouseEvent*) {
  m_timeline.fit();
}

void TimelineOverview::keyPressEvent(QKeyEvent* event) {
  if (!m_timeline.model()) {
    return;
  }
  const TimeWindow& window = m_timeline.window();
  const double step = (window.last() - window.first()) / 10;
  switch (event->key()) {
  case Qt::Key_Left:
    m_timeline.showWindow(window.first() - step, window.last() - step);
    break;
  case Qt::Key_Right:
    m_timeline.showWindow(window.first() + step, window.last() + step);
    break;
  case Qt::Key_Plus:
  case Qt::Key_Equal:
    m_timeline.showWindow(window.first() + step, window.last() - step);
    break;
  case Qt::Key_Minus:
    m_timeline.showWindow(window.first() - step, window.last() + step);
    break;
  default:
    QWidget::keyPressEvent(event);
  }
}

void TimelineOverview::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
  }
  QWidget::changeEvent(event);
}

} // namespace facet::charts
