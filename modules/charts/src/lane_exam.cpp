#include "lane_canvas.h"
#include "say.h"

#include <facet/clinical/course.h>

#include <algorithm>

namespace facet::charts {
namespace {

using namespace clinical;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

bool isActive(const MriExam& exam) {
  return exam.newT2.value_or(0) > 0 || exam.enhancing.value_or(0) > 0;
}

QString newLesions(const MriExam& exam, const workspace::Texts& texts) {
  if (exam.comparatorId.empty()) {
    return QStringLiteral("–");
  }
  return exam.newT2 ? texts.count(*exam.newT2) : QStringLiteral("?");
}

QString enhancing(const MriExam& exam, const workspace::Texts& texts) {
  if (exam.enhancing) {
    return say(texts, FACET_TEXT("charts", "Gd %1"), texts.count(*exam.enhancing));
  }
  return exam.contrast == ContrastGiven::No ? say(texts, FACET_TEXT("charts", "no Gd"))
                                            : say(texts, FACET_TEXT("charts", "Gd ?"));
}

/// Where there is no room for a box: a stroke, thick and in colour where there was activity.
void drawStroke(const LaneCanvas& canvas, double x, const MriExam& exam) {
  const double y = canvas.box.center().y();
  const QColor ink = isActive(exam) ? canvas.color(Token::RelapseArea) : canvas.color(Token::Stable);
  canvas.painter.setPen(QPen(ink, isActive(exam) ? 3 : 1.2, Qt::SolidLine, Qt::FlatCap));
  canvas.painter.drawLine(QPointF(x, y - (isActive(exam) ? 14 : 8)), QPointF(x, y + (isActive(exam) ? 14 : 8)));
}

} // namespace

void drawExam(QPainter& painter, const ChartStyle& style, const workspace::Texts& texts, const QRectF& box,
              const MriExam& exam) {
  const bool active = isActive(exam);
  painter.setPen(active ? QPen(style.color(Token::RelapseArea), 1.5)
                        : style.hairline(style.color(Token::TextTertiary)));
  painter.setBrush(active ? style.mixed(Token::RelapseArea, Token::Panel, 0.08) : style.color(Token::Raised));
  painter.drawRoundedRect(box, 4, 4);
  painter.setPen(style.color(Token::Text));
  painter.setFont(style.font(TypeSize::Base, TypeWeight::Strong));
  painter.drawText(QRectF(box.left(), box.top() + 2, box.width(), 17), Qt::AlignCenter, newLesions(exam, texts));
  painter.setFont(style.font(TypeSize::Small));
  painter.setPen(style.color(Token::TextSecondary));
  painter.drawText(QRectF(box.left() - 4, box.top() + 17, box.width() + 8, 14), Qt::AlignCenter,
                   enhancing(exam, texts));
  if (showsCord(exam)) {
    // A column below the box stands for the cord; hollow where the brain was not scanned.
    const QRectF cord(box.center().x() - 2.5, box.bottom() + 1.5, 5, 6);
    painter.setPen(QPen(style.color(Token::Text), 1));
    painter.setBrush(showsBrain(exam) ? style.color(Token::Text) : style.color(Token::Panel));
    painter.drawRect(cord);
  }
}

void paintExams(const LaneCanvas& canvas) {
  const auto& events = canvas.events();
  const auto x = [&](std::size_t i) { return canvas.scale.x(canvas.event(events[i]).begin.earliest); };
  for (std::size_t i = 0; i < events.size(); ++i) {
    const MriExam& exam = canvas.model.record().exams[canvas.event(events[i]).index];
    if (!canvas.scale.shows(exam.date, exam.date, kExamBox.width())) {
      continue;
    }
    const double room = kExamBox.width() + 2;
    const bool crowded = (i > 0 && x(i) - x(i - 1) < room) || (i + 1 < events.size() && x(i + 1) - x(i) < room);
    const QRectF box(x(i) - kExamBox.width() / 2, canvas.box.center().y() - kExamBox.height() / 2 - 2, kExamBox.width(),
                     kExamBox.height());
    if (crowded) {
      drawStroke(canvas, x(i), exam);
      canvas.mark(events[i], QRectF(x(i) - 2, box.top(), 4, box.height()));
    } else {
      drawExam(canvas.painter, canvas.style, canvas.texts, box, exam);
      canvas.mark(events[i], box);
    }
  }
}

} // namespace facet::charts
