#include "lane_canvas.h"

#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/record_words.h>

#include <QFontMetricsF>

#include <algorithm>

namespace facet::charts {
namespace {

using namespace clinical;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

constexpr double kInset = 7;

/// Where the next bar of the same row begins.
double nextInRow(const LaneCanvas& canvas, std::size_t episode) {
  const auto& episodes = canvas.model.exposure().episodes;
  double right = canvas.box.right();
  for (std::size_t i = 0; i < episodes.size(); ++i) {
    if (i != episode && canvas.model.rowOf(i) == canvas.model.rowOf(episode) &&
        episodes[i].span.begin.earliest >= episodes[episode].span.begin.latest) {
      right = std::min(right, canvas.scale.x(episodes[i].span.begin.earliest));
    }
  }
  return right;
}

double topOf(const LaneCanvas& canvas, std::size_t episode) {
  return canvas.box.top() + 11 + kRowPitch * static_cast<double>(canvas.model.rowOf(episode));
}

/// Where text beside a bar begins: behind the gap that follows where the text would not fit into it.
double textBeside(const LaneCanvas& canvas, std::size_t episode, double x, double width) {
  for (const Gap& gap : canvas.model.exposure().gaps) {
    const double end = canvas.scale.x(gap.span.end.earliest);
    if (gap.after == episode && end > x - 5 && end < x + width) {
      return end + 5;
    }
  }
  return x;
}

/// A name inside its bar, on the bar's own colour so that no hatch runs through it.
bool drawNameInside(const LaneCanvas& canvas, const QRectF& core, const Bar& bar, const QString& name) {
  QPainter& painter = canvas.painter;
  const double left = std::max(core.left(), canvas.box.left()) + kInset;
  const double right = std::min(core.right(), canvas.box.right()) - kInset;
  const QFontMetricsF metrics(painter.font(), painter.device());
  const QString shown = metrics.elidedText(name, Qt::ElideRight, right - left);
  if (right <= left || 3 * shown.size() < 2 * name.size()) {
    return false;
  }
  const QRectF text(left, core.top(), metrics.horizontalAdvance(shown), core.height());
  if (bar.hatch != Hatch::None) {
    painter.fillRect(text.adjusted(-3, 3, 3, -3), bar.fill);
  }
  painter.setPen(ChartStyle::readableOn(bar.fill));
  painter.drawText(text.adjusted(0, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter, shown);
  return true;
}

void drawDoses(const LaneCanvas& canvas, const std::vector<std::size_t>& doses, double top) {
  canvas.painter.setPen(QPen(canvas.color(Token::Text), 1.4));
  double last = -10;
  for (const std::size_t dose : doses) {
    const double x = canvas.scale.x(canvas.model.record().administrations[dose].date);
    if (x < canvas.box.left() || x > canvas.box.right() || x - last < 1) {
      continue;
    }
    last = x;
    canvas.painter.drawLine(QPointF(x, top - 5), QPointF(x, top - 1));
  }
}

void drawEpisode(const LaneCanvas& canvas, std::size_t event, std::size_t index) {
  const Episode& episode = canvas.model.exposure().episodes[index];
  Bar bar = barOf(canvas.style, episode.drug);
  bar.begin = episode.span.begin;
  bar.end = episode.stop ? std::optional(episode.span.end) : std::nullopt;
  bar.until = episode.span.end.latest;
  bar.top = topOf(canvas, index);
  bar.height = kBarHeight;
  if (isContradictory(episode.span)) {
    bar.end = bar.begin;
  }
  const auto [whole, core] = drawBar(canvas, bar);
  canvas.mark(event, whole);

  QPainter& painter = canvas.painter;
  painter.setFont(canvas.style.font(TypeSize::Dense, TypeWeight::Strong));
  const QString name = workspace::drugName(canvas.texts, episode);
  const bool inside = drawNameInside(canvas, core, bar, name);
  double x = std::max(whole.right(), canvas.box.left()) + (episode.stop ? 5 : 14);
  const double right = nextInRow(canvas, index) - 4;
  if (!inside) {
    painter.setPen(canvas.color(Token::Text));
    x = textBeside(canvas, index, x, QFontMetricsF(painter.font(), painter.device()).horizontalAdvance(name));
    x = drawTextFrom(canvas, x, right, whole, name) + 6;
  }
  if (!episode.stopReason.empty() && whole.right() >= canvas.box.left()) {
    painter.setFont(canvas.style.font(TypeSize::Dense));
    painter.setPen(canvas.color(Token::TextSecondary));
    drawTextFrom(canvas, x, right, whole, workspace::stopReasonText(canvas.texts, episode.stopReason));
  }
  drawDoses(canvas, episode.doses, bar.top);
}

void drawGap(const LaneCanvas& canvas, std::size_t event, std::size_t index) {
  const Gap& gap = canvas.model.exposure().gaps[index];
  const Episode& before = canvas.model.exposure().episodes[gap.after];
  const auto x = [&](Day day) {
    return std::clamp(canvas.scale.x(day), canvas.box.left() - 40, canvas.box.right() + 40);
  };
  const double from = x(gap.span.begin.latest);
  const double to = x(gap.span.end.earliest);
  const QRectF box(from, topOf(canvas, gap.after), std::max(to - from, 1.0), kBarHeight);
  // After a course of a drug that acts for years the time is not untreated.
  const bool underEffect = before.drug != nullptr && before.drug->dosing == Dosing::Course;
  if (underEffect) {
    canvas.painter.fillRect(box, canvas.style.mixed(Token::HighArea, Token::Panel, 0.14));
  }
  canvas.painter.setPen(canvas.style.dashed(canvas.color(Token::TextTertiary)));
  canvas.painter.setBrush(Qt::NoBrush);
  canvas.painter.drawRect(box);
  canvas.mark(event, box);
  drawDoses(canvas, gap.doses, box.top());
}

} // namespace

Bar barOf(const ChartStyle& style, const Drug* drug) {
  Bar bar;
  switch (drug != nullptr ? drug->efficacy : Efficacy::Unclassified) {
  case Efficacy::Modest:
    bar.fill = style.color(Token::ModestArea);
    break;
  case Efficacy::High:
    bar.fill = style.color(Token::HighArea);
    bar.ink = QColor(0x5F, 0xA9, 0xD3);
    bar.hatch = Hatch::Diagonal;
    break;
  case Efficacy::Unclassified:
    bar.fill = style.mixed(Token::Stable, Token::Panel, 0.3);
    bar.ink = style.color(Token::Stable);
    bar.hatch = Hatch::Dots;
    break;
  }
  return bar;
}

void paintPhases(const LaneCanvas& canvas) {
  QPainter& painter = canvas.painter;
  painter.setFont(canvas.style.font(TypeSize::Dense, TypeWeight::Medium));
  for (const std::size_t event : canvas.events()) {
    const TimelineEvent& which = canvas.event(event);
    const Phase& phase = canvas.model.record().phases[which.index];
    const bool progressive = phase.course == Course::SecondaryProgressive || phase.course == Course::PrimaryProgressive;
    const bool relapsing = phase.course == Course::RelapsingRemitting;
    Bar bar;
    bar.fill = progressive ? canvas.style.mixed(Token::Accent, Token::Panel, 0.45)
               : relapsing ? canvas.style.mixed(Token::Accent, Token::Panel, 0.25)
                           : canvas.style.mixed(Token::Stable, Token::Panel, 0.25);
    bar.begin = which.begin;
    bar.end = which.end;
    bar.until = std::max(canvas.model.exposure().lastContact.value_or(which.begin.latest), which.begin.latest);
    bar.height = 18;
    bar.top = canvas.box.center().y() - bar.height / 2;
    const BarPlace place = drawBar(canvas, bar);
    canvas.mark(event, place.whole);
    drawNameInside(canvas, place.core, bar, workspace::courseName(canvas.texts, phase.course));
  }
}

void paintTreatments(const LaneCanvas& canvas) {
  // Gaps first: a reason to stop is written over the gap that follows.
  for (const std::size_t event : canvas.events()) {
    if (canvas.event(event).kind == EventKind::Gap) {
      drawGap(canvas, event, canvas.event(event).index);
    }
  }
  for (const std::size_t event : canvas.events()) {
    if (canvas.event(event).kind == EventKind::Treatment) {
      drawEpisode(canvas, event, canvas.event(event).index);
    }
  }
}

} // namespace facet::charts
