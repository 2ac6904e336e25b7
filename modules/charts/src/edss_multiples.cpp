#include "lane_canvas.h"
#include "say.h"

#include <facet/charts/edss_multiples.h>
#include <facet/workspace/digits.h>
#include <facet/workspace/record_words.h>
#include <facet/workspace/response_texts.h>

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace facet::charts {
namespace {

using namespace clinical;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

constexpr double kAxis = 30;      ///< room for the labels of the first drawing of a row
constexpr double kGap = 10;       ///< between drawings
constexpr double kPadding = 8;    ///< within a drawing
constexpr double kNarrowest = 92; ///< so that the name has room
constexpr double kTitle = 34;     ///< name and length
constexpr double kFoot = 34;      ///< relapses and years
constexpr double kPlot = 76;      ///< height of a plot, about
constexpr double kRowGap = 12;
constexpr double kYear = 365.25;
constexpr double kLeastPerYear = 20;
constexpr double kUsualPerYear = 36;
constexpr double kMostPerYear = 72;
constexpr std::chrono::days kBefore{365};

/// Whole days that a segment takes on paper.
double daysOf(const Span& span) {
  return std::max(0.0, toNumber(std::max(span.end.latest, span.begin.latest)) - toNumber(span.begin.earliest));
}

} // namespace

EdssMultiples::EdssMultiples(const PatientRecord& record, const workspace::Response& response, const ChartStyle& style,
                             const workspace::Texts& texts)
    : m_record(record)
    , m_response(response)
    , m_style(style)
    , m_texts(texts) {
  double highest = 3;
  for (const Visit& visit : record.visits) {
    highest = visit.edss ? std::max(highest, visit.edss->value()) : highest;
  }
  m_highest = std::min(10, static_cast<int>(std::ceil((highest + 0.5) / 2)) * 2);
  m_step = std::max(9.0, std::round(kPlot / m_highest));
}

std::vector<EdssMultiples::Panel> EdssMultiples::layOut(const QRectF& paper, double& pixelsPerDay) const {
  std::vector<std::size_t> shown;
  std::vector<double> years;
  for (std::size_t i = 0; i < m_response.segments.size(); ++i) {
    if (!m_response.segments[i].contradictory) {
      shown.push_back(i);
      years.push_back((daysOf(spanOf(m_response.exposure, m_response.segments[i])) + kBefore.count()) / kYear);
    }
  }
  // The longest fills the paper at most; all in one row where a year keeps a readable width in it.
  const double room = paper.width() - kAxis;
  const auto inOneRow = [&](double perYear) {
    double width = -kGap;
    for (const double own : years) {
      width += std::max(own * perYear + 2 * kPadding, kNarrowest) + kGap;
    }
    return width <= room;
  };
  const double longest = years.empty() ? 1 : *std::max_element(years.begin(), years.end());
  const double most = std::min((room - 2 * kPadding) / longest, kMostPerYear);
  double perYear = most;
  while (perYear > kLeastPerYear && !inOneRow(perYear)) {
    perYear -= 1;
  }
  if (!inOneRow(perYear)) {
    perYear = std::min(most, kUsualPerYear);
  }
  pixelsPerDay = perYear / kYear;
  const double plotHeight = m_step * m_highest;
  const double height = kTitle + plotHeight + kFoot;
  std::vector<Panel> panels;
  double left = paper.left() + kAxis;
  double top = paper.top();
  for (const std::size_t segment : shown) {
    const double days = daysOf(spanOf(m_response.exposure, m_response.segments[segment])) + kBefore.count();
    const double width = std::max(days * pixelsPerDay + 2 * kPadding, kNarrowest);
    if (left + width > paper.right() + 0.5 && left > paper.left() + kAxis) {
      left = paper.left() + kAxis;
      top += height + kRowGap;
    }
    const QRectF box(left, top, width, height);
    panels.push_back({segment, box, QRectF(left + kPadding, top + kTitle, width - 2 * kPadding, plotHeight)});
    left += width + kGap;
  }
  return panels;
}

double EdssMultiples::heightFor(double width) const {
  double ignored = 0;
  const std::vector<Panel> panels = layOut(QRectF(0, 0, width, 0), ignored);
  return panels.empty() ? 0 : panels.back().box.bottom();
}

void EdssMultiples::setPaper(const QRectF& paper) {
  m_panels = layOut(paper, m_pixelsPerDay);
}

double EdssMultiples::y(const Panel& panel, double edss) const {
  return panel.plot.bottom() - edss * m_step;
}

double EdssMultiples::x(const Panel& panel, Day day) const {
  const Day start = spanOf(m_response.exposure, m_response.segments[panel.segment]).begin.earliest;
  return panel.plot.left() + (toNumber(day) - toNumber(start) + kBefore.count()) * m_pixelsPerDay;
}

const EdssMultiples::Panel* EdssMultiples::panelOf(std::size_t segment) const {
  const auto found =
      std::find_if(m_panels.begin(), m_panels.end(), [&](const Panel& panel) { return panel.segment == segment; });
  return found == m_panels.end() ? nullptr : &*found;
}

std::optional<std::size_t> EdssMultiples::segmentAt(const QPointF& point) const {
  const auto found =
      std::find_if(m_panels.begin(), m_panels.end(), [&](const Panel& panel) { return panel.box.contains(point); });
  return found == m_panels.end() ? std::nullopt : std::optional(found->segment);
}

QRectF EdssMultiples::boxOf(std::size_t segment) const {
  const Panel* panel = panelOf(segment);
  return panel == nullptr ? QRectF() : panel->box;
}

std::optional<Day> EdssMultiples::dayAt(std::size_t segment, const QPointF& point) const {
  const Panel* panel = panelOf(segment);
  if (panel == nullptr || point.x() < panel->plot.left() || point.x() > panel->plot.right()) {
    return std::nullopt;
  }
  const Span& span = spanOf(m_response.exposure, m_response.segments[segment]);
  const double number =
      toNumber(span.begin.earliest) - kBefore.count() + (point.x() - panel->plot.left()) / m_pixelsPerDay;
  const Day day = toDay(number);
  return day <= std::max(span.end.latest, span.begin.latest) ? std::optional(day) : std::nullopt;
}

void EdssMultiples::paint(QPainter& painter, const MultiplesView& view) const {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (const Panel& panel : m_panels) {
    paintPanel(painter, panel, view);
  }
  painter.restore();
}

void EdssMultiples::paintTitle(QPainter& painter, const Panel& panel) const {
  const workspace::Segment& segment = m_response.segments[panel.segment];
  const auto line = [&](double top, const QString& text) {
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double width = panel.box.right() - panel.plot.left() - 2;
    painter.drawText(QRectF(panel.plot.left(), top, width + 2, 15), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideRight, width));
  };
  painter.setFont(m_style.font(TypeSize::Dense, segment.episode ? TypeWeight::Strong : TypeWeight::Regular));
  painter.setPen(m_style.color(segment.episode ? Token::Text : Token::TextSecondary));
  line(panel.box.top() + 2, segment.episode ? workspace::segmentName(m_response, panel.segment, m_texts)
                                            : say(m_texts, FACET_TEXT("charts", "no drug")));
  painter.setFont(m_style.font(TypeSize::Small));
  painter.setPen(m_style.color(Token::TextSecondary));
  line(panel.box.top() + 17, workspace::lengthText(segment.days, m_texts));
}

void EdssMultiples::paintPanel(QPainter& painter, const Panel& panel, const MultiplesView& view) const {
  const workspace::Segment& segment = m_response.segments[panel.segment];
  const Span& span = spanOf(m_response.exposure, segment);
  const bool selected = view.selected == panel.segment;
  const QColor paper = selected ? m_style.color(Token::Selection) : m_style.color(Token::Panel);
  painter.setPen(Qt::NoPen);
  painter.setBrush(paper);
  painter.drawRoundedRect(panel.box, 4, 4);

  // The year before the start lies on grey; days that perhaps belong to the segment on a lighter one.
  const double start = x(panel, span.begin.latest);
  const double end = std::min(x(panel, std::max(span.end.latest, span.begin.latest)), panel.plot.right());
  const QColor grey = m_style.mixed(Token::Line, selected ? Token::Selection : Token::Panel, 0.5);
  painter.fillRect(QRectF(panel.plot.left(), panel.plot.top(), x(panel, span.begin.earliest) - panel.plot.left(),
                          panel.plot.height()),
                   grey);
  if (!span.begin.isExact()) {
    const QRectF perhaps(x(panel, span.begin.earliest), panel.plot.top(), start - x(panel, span.begin.earliest),
                         panel.plot.height());
    painter.fillRect(perhaps, m_style.mixed(Token::Line, selected ? Token::Selection : Token::Panel, 0.25));
  }
  for (int value = 0; value <= m_highest; value += 2) {
    painter.setPen(m_style.hairline(m_style.color(Token::Line)));
    painter.drawLine(QPointF(panel.plot.left(), y(panel, value)), QPointF(panel.plot.right(), y(panel, value)));
  }
  const bool firstOfRow = panel.box.left() == m_panels.front().box.left();
  if (firstOfRow) {
    painter.setFont(m_style.font(TypeSize::Small));
    painter.setPen(m_style.color(Token::TextSecondary));
    for (int value = 0; value <= m_highest; value += 2) {
      workspace::drawDigitText(painter, QRectF(panel.box.left() - kAxis, y(panel, value) - 8, kAxis - 2, 16),
                               Qt::AlignRight | Qt::AlignVCenter, m_texts.count(value));
    }
  }
  paintTitle(painter, panel);

  painter.save();
  painter.setClipRect(panel.box, Qt::IntersectClip);
  if (segment.edss.before) {
    const double level = y(panel, m_record.visits[*segment.edss.before].edss->value());
    painter.setPen(m_style.dashed(m_style.color(Token::TextSecondary)));
    painter.drawLine(QPointF(start, level), QPointF(end, level));
  }
  painter.setPen(QPen(m_style.color(segment.episode ? Token::Accent : Token::TextSecondary), 1.4));
  painter.drawLine(QPointF(start, panel.plot.top()), QPointF(start, panel.plot.bottom() + 3));
  paintCourse(painter, panel);
  painter.restore();

  // Years since the start under the plot, as far as they have room.
  painter.setFont(m_style.font(TypeSize::Small));
  painter.setPen(m_style.color(Token::TextSecondary));
  const QFontMetricsF metrics(painter.font(), painter.device());
  const double perYear = m_pixelsPerDay * kYear;
  const int every = perYear >= 22 ? 1 : perYear >= 9 ? 2 : 5;
  double free = panel.box.left();
  for (int year = 0; start + year * perYear <= end + 1; year += every) {
    const QString label =
        year == 0 ? m_texts.count(0) : say(m_texts, FACET_TEXT("charts", "%1 y"), m_texts.count(year));
    const double width = metrics.horizontalAdvance(label);
    const double at = start + year * perYear;
    const double left = std::clamp(at - width / 2, panel.box.left(), panel.box.right() - width);
    if (left >= free) {
      painter.drawText(QRectF(left, panel.plot.bottom() + 19, width + 2, 14), Qt::AlignLeft | Qt::AlignVCenter, label);
      free = left + width + 4;
    }
  }
  if (view.cursor && *view.cursor >= span.begin.earliest - kBefore) {
    const double at = x(panel, *view.cursor) + m_pixelsPerDay / 2;
    if (at <= end + 1) {
      painter.setPen(QPen(m_style.color(Token::Accent), 2));
      painter.drawLine(QPointF(at, panel.plot.top() - 2), QPointF(at, panel.plot.bottom() + 18));
    }
  }
}

void EdssMultiples::paintCourse(QPainter& painter, const Panel& panel) const {
  const Span& span = spanOf(m_response.exposure, m_response.segments[panel.segment]);
  const Day from = span.begin.earliest - kBefore;
  const Day to = span.kind == SpanEnd::Open ? Day::max() : std::max(span.end.latest, span.begin.latest);
  QPolygonF steps;
  std::vector<std::pair<QPointF, const Visit*>> marks;
  const Visit* before = nullptr;
  QPen line(m_style.color(Token::Text), 1.4);
  line.setJoinStyle(Qt::MiterJoin);
  painter.setPen(line);
  painter.setBrush(Qt::NoBrush);
  for (const Visit& visit : m_record.visits) {
    if (!visit.edss || visit.date < from || visit.date > to) {
      continue;
    }
    const QPointF here(x(panel, visit.date), y(panel, visit.edss->value()));
    if (before != nullptr && visit.date - before->date > kLongestLine) {
      painter.drawPolyline(steps);
      steps.clear();
    } else if (!steps.isEmpty()) {
      steps.append({here.x(), steps.last().y()});
    }
    steps.append(here);
    marks.emplace_back(here, &visit);
    before = &visit;
  }
  painter.drawPolyline(steps);
  for (const auto& [here, visit] : marks) {
    drawVisit(painter, m_style, here, *visit, m_pixelsPerDay * 90 >= 6 ? 3 : 2);
  }
  for (const Relapse& relapse : m_record.relapses) {
    const DayRange when = rangeOf(relapse.onset);
    if (when.latest < from || when.earliest > to || relapse.certainty == RelapseCertainty::Pseudo) {
      continue;
    }
    const double at = (x(panel, when.earliest) + x(panel, when.latest)) / 2;
    const double top = panel.plot.bottom() + 6;
    const bool examined =
        relapse.certainty == RelapseCertainty::Examined || relapse.certainty == RelapseCertainty::Confirmed;
    painter.setPen(QPen(m_style.color(Token::RelapseArea), 1.2));
    painter.setBrush(examined ? m_style.color(Token::RelapseArea) : m_style.color(Token::Panel));
    painter.drawPolygon(QPolygonF{{at - 4.5, top}, {at + 4.5, top}, {at, top + 8}});
  }
}

void drawTreatmentSwatch(QPainter& painter, const ChartStyle& style, const QRectF& box, const Drug* drug) {
  const Bar bar = barOf(style, drug);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(bar.fill);
  painter.drawRoundedRect(box, 2, 2);
  drawHatch(painter, box, bar.hatch, bar.ink);
  painter.restore();
}

void drawGapSwatch(QPainter& painter, const ChartStyle& style, const QRectF& box) {
  painter.save();
  painter.setPen(style.dashed(style.color(Token::TextSecondary)));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
  painter.restore();
}

} // namespace facet::charts
