#include "lane_canvas.h"

#include <facet/workspace/record_words.h>

#include <algorithm>

namespace facet::charts {
namespace {

using namespace clinical;
using workspace::Token;
using workspace::TypeSize;

constexpr double kHighest = 10;

bool isHollow(const Visit& visit) {
  return visit.occasion == Occasion::Relapse || visit.occasion == Occasion::Unscheduled;
}

/// Visits closer than this are drawn without a mark each.
double radiusFor(double spacing) {
  return std::clamp(spacing / 3, 1.5, 4.0);
}

} // namespace

void drawVisit(QPainter& painter, const ChartStyle& style, const QPointF& middle, const Visit& visit, double radius) {
  const QColor ink = style.color(Token::Text);
  painter.setPen(QPen(ink, radius > 2 ? 1.5 : 1));
  painter.setBrush(isHollow(visit) ? style.color(Token::Panel) : ink);
  switch (visit.mode) {
  case ExaminationMode::Telephone:
    painter.drawRect(QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius));
    break;
  case ExaminationMode::SelfReported: {
    const double r = radius * 1.3;
    painter.drawPolygon(QPolygonF{{middle.x(), middle.y() - r},
                                  {middle.x() + r, middle.y()},
                                  {middle.x(), middle.y() + r},
                                  {middle.x() - r, middle.y()}});
    break;
  }
  case ExaminationMode::Examined:
  case ExaminationMode::Unknown:
    painter.drawEllipse(middle, radius, radius);
    break;
  }
}

void paintEdss(const LaneCanvas& canvas) {
  const QRectF plot = canvas.box.adjusted(0, 12, 0, -12);
  const auto y = [&](double edss) { return plot.bottom() - edss / kHighest * plot.height(); };
  std::vector<std::pair<double, QString>> axis;
  for (int value = 0; value <= 10; value += 2) {
    axis.emplace_back(y(value), canvas.texts.count(value));
  }
  drawValueAxis(canvas, axis);

  const auto& visits = canvas.model.record().visits;
  QPainter& painter = canvas.painter;
  QPen line(canvas.color(Token::Text), 1.6);
  line.setJoinStyle(Qt::MiterJoin);
  painter.setPen(line);
  QPolygonF steps;
  const Visit* before = nullptr;
  double closest = canvas.box.width();
  double lastX = -1e9;
  for (const std::size_t event : canvas.events()) {
    const Visit& visit = visits[canvas.event(event).index];
    const QPointF here(canvas.scale.x(visit.date), y(visit.edss->value()));
    if (before != nullptr && visit.date - before->date > kLongestLine) {
      painter.drawPolyline(steps);
      steps.clear();
    } else if (!steps.isEmpty()) {
      steps.append({here.x(), steps.last().y()});
    }
    steps.append(here);
    if (here.x() > lastX + 0.5 && canvas.scale.shows(visit.date, visit.date)) {
      closest = std::min(closest, here.x() - lastX);
      lastX = here.x();
    }
    before = &visit;
  }
  painter.setBrush(Qt::NoBrush);
  painter.drawPolyline(steps);

  const double radius = radiusFor(closest);
  for (const std::size_t event : canvas.events()) {
    const Visit& visit = visits[canvas.event(event).index];
    if (!canvas.scale.shows(visit.date, visit.date, 8)) {
      continue;
    }
    const QPointF here(canvas.scale.x(visit.date), y(visit.edss->value()));
    drawVisit(painter, canvas.style, here, visit, radius);
    canvas.mark(event, QRectF(here.x() - 5, here.y() - 5, 10, 10));
  }
}

QColor gradeColor(const ChartStyle& style, int grade) {
  static constexpr std::array<double, 7> kShare = {0.07, 0.22, 0.38, 0.54, 0.70, 0.85, 1.0};
  return style.mixed(Token::Accent, Token::Panel, kShare[static_cast<std::size_t>(std::clamp(grade, 0, 6))]);
}

void paintSystems(const LaneCanvas& canvas) {
  QPainter& painter = canvas.painter;
  std::vector<const Visit*> examined;
  for (const Visit& visit : canvas.model.record().visits) {
    if (!visit.systems.empty()) {
      examined.push_back(&visit);
    }
  }
  const double top = canvas.box.top() + 7;
  painter.setPen(Qt::NoPen);
  for (std::size_t i = 0; i < examined.size(); ++i) {
    const Visit& visit = *examined[i];
    // A grade holds until the next examination, for 18 months at most.
    Day until = visit.date + kLongestLine;
    if (i + 1 < examined.size()) {
      until = std::min(until, examined[i + 1]->date);
    } else {
      until = std::min(until, std::max(visit.date + std::chrono::days(30), canvas.model.extent().latest));
    }
    if (!canvas.scale.shows(visit.date, until)) {
      continue;
    }
    const double from = std::max(canvas.scale.x(visit.date), canvas.box.left());
    const double to = std::min(canvas.scale.x(until), canvas.box.right());
    const double gap = to - from > 3 ? 1 : 0;
    for (std::size_t system = 0; system < kFunctionalSystems; ++system) {
      if (const auto grade = visit.systems.grades[system]) {
        painter.setBrush(gradeColor(canvas.style, *grade));
        painter.drawRect(QRectF(from, top + kSystemPitch * static_cast<double>(system), std::max(to - from - gap, 0.8),
                                kSystemPitch - 1.5));
      }
    }
    if (const auto event = canvas.model.find(EventKind::Visit,
                                             static_cast<std::size_t>(&visit - canvas.model.record().visits.data()))) {
      canvas.mark(*event, QRectF(from, top, std::max(to - from, 1.0), kSystemPitch * kFunctionalSystems));
    }
  }
  painter.save();
  painter.setClipping(false);
  painter.setFont(canvas.style.font(TypeSize::Small));
  painter.setPen(canvas.color(Token::TextSecondary));
  for (std::size_t system = 0; system < kFunctionalSystems; ++system) {
    const QRectF label(canvas.box.left() - 50, top + kSystemPitch * static_cast<double>(system) - 3, 44,
                       kSystemPitch + 4);
    painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter,
                     workspace::shortSystemName(canvas.texts, static_cast<FunctionalSystem>(system)));
  }
  painter.restore();
}

} // namespace facet::charts
