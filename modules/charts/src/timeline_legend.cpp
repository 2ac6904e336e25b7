#include "lane_canvas.h"
#include "say.h"

#include <facet/clinical/course.h>
#include <facet/workspace/record_words.h>

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace facet::charts {
namespace {

using namespace clinical;
using workspace::Token;
using workspace::TypeSize;

constexpr double kLine = 22;
constexpr double kMark = 26; ///< width of a mark
constexpr double kBetween = 18;

struct Entry {
  std::function<void(QPainter&, const QRectF&)> draw;
  QString text;
};

/// The entries of one timeline: what it has, and nothing else.
class Entries {
public:
  Entries(const TimelineModel& model, const ChartStyle& style, const workspace::Texts& texts)
      : m_model(model)
      , m_style(style)
      , m_texts(texts) {
    treatments();
    relapses();
    visits();
    exams();
  }
  [[nodiscard]] const std::vector<Entry>& list() const { return m_entries; }

private:
  void add(QString text, std::function<void(QPainter&, const QRectF&)> draw) {
    m_entries.push_back({std::move(draw), std::move(text)});
  }

  void treatments() {
    const auto& exposure = m_model.exposure();
    for (const Efficacy tier : {Efficacy::Modest, Efficacy::High, Efficacy::Unclassified}) {
      const auto has = std::find_if(exposure.episodes.begin(), exposure.episodes.end(), [&](const Episode& episode) {
        return (episode.drug != nullptr ? episode.drug->efficacy : Efficacy::Unclassified) == tier;
      });
      if (has != exposure.episodes.end()) {
        const Bar bar = barOf(m_style, has->drug);
        add(workspace::efficacyText(m_texts, tier), [bar](QPainter& painter, const QRectF& box) {
          const QRectF inner = box.adjusted(0, 5, 0, -5);
          painter.fillRect(inner, bar.fill);
          drawHatch(painter, inner, bar.hatch, bar.ink);
        });
      }
    }
    bool none = false;
    bool underEffect = false;
    for (const Gap& gap : exposure.gaps) {
      const Drug* drug = exposure.episodes[gap.after].drug;
      (drug != nullptr && drug->dosing == Dosing::Course ? underEffect : none) = true;
    }
    if (none) {
      add(say(m_texts, FACET_TEXT("charts", "no drug on record")), gapMark(false));
    }
    if (underEffect) {
      add(say(m_texts, FACET_TEXT("charts", "after a course that goes on acting")), gapMark(true));
    }
    if (!m_model.record().administrations.empty()) {
      add(say(m_texts, FACET_TEXT("charts", "dose")),
          [ink = m_style.color(Token::Text)](QPainter& painter, const QRectF& box) {
            painter.setPen(QPen(ink, 1.4));
            for (const double x : {-6.0, 0.0, 6.0}) {
              painter.drawLine(QPointF(box.center().x() + x, box.center().y() - 2),
                               QPointF(box.center().x() + x, box.center().y() + 3));
            }
          });
    }
  }

  [[nodiscard]] std::function<void(QPainter&, const QRectF&)> gapMark(bool filled) const {
    const QColor fill = filled ? m_style.mixed(Token::HighArea, Token::Panel, 0.14) : m_style.color(Token::Panel);
    const QPen pen = m_style.dashed(m_style.color(Token::TextTertiary));
    return [fill, pen](QPainter& painter, const QRectF& box) {
      painter.setPen(pen);
      painter.setBrush(fill);
      painter.drawRect(box.adjusted(0, 5, 0, -5));
    };
  }

  void relapse(const QString& text, RelapseCertainty certainty, RelapseSeverity severity, bool steroids = false) {
    Relapse sample{.id = {}, .onset = PartialDate(Day()), .end = {}, .steroids = steroids, .systems = {}};
    sample.certainty = certainty;
    sample.severity = severity;
    add(text, [this_style = &m_style, sample](QPainter& painter, const QRectF& box) {
      drawRelapse(painter, *this_style,
                  {box.center().x() - (sample.steroids.value_or(false) ? 4 : 0), box.center().y()}, sample);
    });
  }

  void relapses() {
    const auto& list = m_model.record().relapses;
    const auto has = [&](auto test) { return std::any_of(list.begin(), list.end(), test); };
    const auto isExamined = [](const Relapse& relapse) {
      return relapse.certainty == RelapseCertainty::Examined || relapse.certainty == RelapseCertainty::Confirmed;
    };
    const std::array<std::pair<RelapseSeverity, Message>, 4> severities = {
        {{RelapseSeverity::Mild, FACET_TEXT("charts", "mild relapse")},
         {RelapseSeverity::Moderate, FACET_TEXT("charts", "moderate relapse")},
         {RelapseSeverity::Severe, FACET_TEXT("charts", "severe relapse")},
         {RelapseSeverity::Unknown, FACET_TEXT("charts", "relapse, severity not stated")}}};
    for (const auto& [severity, text] : severities) {
      if (has([&](const Relapse& r) { return isExamined(r) && r.severity == severity; })) {
        relapse(say(m_texts, text), RelapseCertainty::Confirmed, severity);
      }
    }
    if (has([](const Relapse& r) {
          return r.certainty == RelapseCertainty::Reported || r.certainty == RelapseCertainty::Unknown;
        })) {
      relapse(say(m_texts, FACET_TEXT("charts", "relapse not examined")), RelapseCertainty::Reported,
              RelapseSeverity::Moderate);
    }
    if (has([](const Relapse& r) { return r.certainty == RelapseCertainty::Pseudo; })) {
      relapse(say(m_texts, FACET_TEXT("charts", "pseudo-relapse")), RelapseCertainty::Pseudo,
              RelapseSeverity::Moderate);
    }
    if (has([](const Relapse& r) { return r.steroids.value_or(false); })) {
      add(say(m_texts, FACET_TEXT("charts", "steroids")),
          [ink = m_style.color(Token::Text)](QPainter& painter, const QRectF& box) {
            painter.setPen(QPen(ink, 1.4));
            painter.drawLine(QPointF(box.center().x(), box.center().y() - 7),
                             QPointF(box.center().x(), box.center().y() + 7));
          });
    }
  }

  void visit(const QString& text, Occasion occasion, ExaminationMode mode) {
    Visit sample;
    sample.occasion = occasion;
    sample.mode = mode;
    add(text, [this_style = &m_style, sample](QPainter& painter, const QRectF& box) {
      drawVisit(painter, *this_style, box.center(), sample, 4);
    });
  }

  void visits() {
    const auto& list = m_model.record().visits;
    const auto has = [&](auto test) {
      return std::any_of(list.begin(), list.end(), [&](const Visit& v) { return v.edss && test(v); });
    };
    if (has([](const Visit&) { return true; })) {
      visit(say(m_texts, FACET_TEXT("charts", "EDSS, scheduled")), Occasion::Scheduled, ExaminationMode::Examined);
    }
    if (has([](const Visit& v) { return v.occasion == Occasion::Relapse || v.occasion == Occasion::Unscheduled; })) {
      visit(say(m_texts, FACET_TEXT("charts", "relapse or unscheduled")), Occasion::Relapse, ExaminationMode::Examined);
    }
    if (has([](const Visit& v) { return v.mode == ExaminationMode::Telephone; })) {
      visit(say(m_texts, FACET_TEXT("charts", "by telephone")), Occasion::Scheduled, ExaminationMode::Telephone);
    }
    if (has([](const Visit& v) { return v.mode == ExaminationMode::SelfReported; })) {
      visit(say(m_texts, FACET_TEXT("charts", "self-reported")), Occasion::Scheduled, ExaminationMode::SelfReported);
    }
    if (std::any_of(list.begin(), list.end(), [](const Visit& v) { return !v.systems.empty(); })) {
      add(say(m_texts, FACET_TEXT("charts", "functional system grade 0 to 6")),
          [this_style = &m_style](QPainter& painter, const QRectF& box) {
            const double width = box.width() / 7;
            painter.setPen(Qt::NoPen);
            for (int grade = 0; grade <= 6; ++grade) {
              painter.fillRect(QRectF(box.left() + grade * width, box.top() + 6, width, box.height() - 12),
                               gradeColor(*this_style, grade));
            }
          });
    }
  }

  void exams() {
    const auto& list = m_model.record().exams;
    if (list.empty()) {
      return;
    }
    add(say(m_texts, FACET_TEXT("charts", "scan with new or enhancing lesions")),
        [this_style = &m_style](QPainter& painter, const QRectF& box) {
          painter.setPen(QPen(this_style->color(Token::RelapseArea), 1.5));
          painter.setBrush(this_style->mixed(Token::RelapseArea, Token::Panel, 0.08));
          painter.drawRoundedRect(QRectF(box.center().x() - 8, box.top() + 3, 16, box.height() - 6), 3, 3);
        });
    if (std::any_of(list.begin(), list.end(), showsCord)) {
      add(say(m_texts, FACET_TEXT("charts", "cord scanned; hollow: cord only")),
          [ink = m_style.color(Token::Text)](QPainter& painter, const QRectF& box) {
            painter.fillRect(QRectF(box.center().x() - 2.5, box.center().y() - 4, 5, 8), ink);
          });
    }
  }

  const TimelineModel& m_model;
  const ChartStyle& m_style;
  const workspace::Texts& m_texts;
  std::vector<Entry> m_entries;
};

/// Lays entries out in lines; calls `place(entry, box of its line)` and returns the height.
template <class F>
double flow(const std::vector<Entry>& entries, const QFontMetricsF& metrics, double width, F place) {
  double x = 0;
  double y = 0;
  for (const Entry& entry : entries) {
    const double needed = kMark + 6 + metrics.horizontalAdvance(entry.text);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += kLine;
    }
    place(entry, QRectF(x, y, std::min(needed, width), kLine));
    x += needed + kBetween;
  }
  return entries.empty() ? 0 : y + kLine;
}

} // namespace

double TimelinePainter::paintLegend(QPainter& painter, const QRectF& box) const {
  const Entries entries(m_model, m_style, m_texts);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const QFont font = m_style.font(TypeSize::Dense);
  painter.setFont(font);
  const QFontMetricsF metrics(font, painter.device());
  const double height = flow(entries.list(), metrics, box.width(), [&](const Entry& entry, const QRectF& place) {
    const QRectF at = place.translated(box.topLeft());
    painter.save();
    entry.draw(painter, QRectF(at.left(), at.top(), kMark, at.height()));
    painter.restore();
    painter.setFont(font);
    painter.setPen(m_style.color(Token::TextSecondary));
    painter.drawText(at.adjusted(kMark + 6, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
  });
  painter.restore();
  return height;
}

double TimelinePainter::legendHeight(double width, const QPaintDevice* device) const {
  const Entries entries(m_model, m_style, m_texts);
  const QFontMetricsF metrics(m_style.font(TypeSize::Dense), device);
  return flow(entries.list(), metrics, width, [](const Entry&, const QRectF&) {});
}

} // namespace facet::charts
