#include "event_texts.h"
#include "say.h"

#include <facet/clinical/course.h>
#include <facet/clinical/edss.h>
#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/record_words.h>

#include <QStringList>

#include <algorithm>

namespace facet::charts {
namespace {

using namespace clinical;
using workspace::Texts;

/// The last visit with an EDSS before one.
const Visit* visitBefore(const PatientRecord& record, const Visit& visit) {
  const Visit* before = nullptr;
  for (const Visit& other : record.visits) {
    if (other.edss && other.date < visit.date && (before == nullptr || other.date >= before->date)) {
      before = &other;
    }
  }
  return before;
}

void addSystems(EventText& text, const Visit& visit, const Texts& texts) {
  for (std::size_t i = 0; i < kFunctionalSystems; ++i) {
    const auto system = static_cast<FunctionalSystem>(i);
    const QString grade =
        visit.systems[system] ? texts.count(*visit.systems[system]) : say(texts, FACET_TEXT("charts", "not examined"));
    QString name = workspace::systemName(texts, system);
    text.rows.push_back({name.replace(0, 1, name.left(1).toUpper()), grade, {}});
  }
  text.rows.push_back({say(texts, FACET_TEXT("charts", "Ambulation score")),
                       visit.systems.ambulation ? texts.count(*visit.systems.ambulation)
                                                : say(texts, FACET_TEXT("charts", "not examined")),
                       {}});
}

QString intervalText(const TimelineModel& model, const MriExam& exam, const Texts& texts) {
  const auto& exams = model.record().exams;
  if (exam.comparatorId.empty()) {
    return say(texts, FACET_TEXT("charts", "No earlier scan was named for comparison."));
  }
  const auto found =
      std::find_if(exams.begin(), exams.end(), [&](const MriExam& other) { return other.id == exam.comparatorId; });
  if (found == exams.end() || found->date >= exam.date) {
    return say(texts, FACET_TEXT("charts", "The scan it was compared with is not on record."));
  }
  return say(texts, FACET_TEXT("charts", "Compared with the scan of %1, %2 earlier."), texts.date(found->date),
             daysText(daysBetween(clinical::rangeOf(found->date), clinical::rangeOf(exam.date)), texts));
}

/// To which treatment the new lesions of a scan belong, if to any.
QString placeText(const TimelineModel& model, std::size_t exam, const Texts& texts) {
  QStringList under;
  bool spans = false;
  bool compared = false;
  const auto look = [&](const Span& span, const QString& name) {
    if (isContradictory(span)) {
      return;
    }
    for (const ScanInterval& interval : scansIn(model.record(), span).intervals) {
      if (interval.exam != exam || interval.comparison != Comparison::Compared) {
        continue;
      }
      compared = true;
      if (interval.place == ScanPlace::Under) {
        under << name;
      } else {
        spans = true;
      }
    }
  };
  for (const Episode& episode : model.exposure().episodes) {
    look(episode.span, workspace::drugName(texts, episode));
  }
  if (!under.isEmpty()) {
    return say(texts, FACET_TEXT("charts", "Both scans lie under %1."), under.join(QStringLiteral(", ")));
  }
  if (compared && spans) {
    return say(texts, FACET_TEXT("charts", "The interval spans a switch: its new lesions belong to no drug."));
  }
  return {};
}

} // namespace

EventText visitText(const TimelineModel& model, std::size_t index, const Texts& texts) {
  const Visit& visit = model.record().visits[index];
  EventText text;
  text.title = visit.edss ? say(texts, FACET_TEXT("charts", "EDSS %1"), workspace::edssText(texts, *visit.edss))
                          : say(texts, FACET_TEXT("charts", "Functional systems"));
  QString occasion = workspace::occasionText(texts, visit.occasion);
  QStringList parts{occasion.replace(0, 1, occasion.left(1).toUpper()) + QStringLiteral(", ") +
                    workspace::modeText(texts, visit.mode) + QLatin1Char('.')};
  if (const Visit* before = visit.edss ? visitBefore(model.record(), visit) : nullptr) {
    parts << say(texts, FACET_TEXT("charts", "Before that %1 on %2, %3 earlier."),
                 workspace::edssText(texts, *before->edss), texts.date(before->date),
                 daysText(daysBetween(clinical::rangeOf(before->date), clinical::rangeOf(visit.date)), texts));
  }
  const auto computed = edssFromSystems(visit.systems);
  if (visit.edss && computed && *computed != *visit.edss) {
    parts << say(texts, FACET_TEXT("charts", "The functional systems amount to %1."),
                 workspace::edssText(texts, *computed));
  }
  text.sentence = parts.join(QLatin1Char(' '));
  text.rows = {{say(texts, FACET_TEXT("charts", "EDSS as entered")),
                visit.edss ? workspace::edssText(texts, *visit.edss) : say(texts, FACET_TEXT("charts", "not stated")),
                {}}};
  if (!visit.systems.empty()) {
    text.rows.push_back(
        {say(texts, FACET_TEXT("charts", "EDSS from systems")),
         computed ? workspace::edssText(texts, *computed) : say(texts, FACET_TEXT("charts", "systems incomplete")),
         {}});
    addSystems(text, visit, texts);
  }
  if (!visit.rater.empty()) {
    text.rows.push_back({say(texts, FACET_TEXT("charts", "Rater")), QString::fromStdString(visit.rater), {}});
  }
  return text;
}

EventText examText(const TimelineModel& model, std::size_t index, const Texts& texts) {
  const MriExam& exam = model.record().exams[index];
  EventText text;
  text.title = say(texts, FACET_TEXT("charts", "MRI: %1"), lesionText(exam, texts));
  QStringList parts{intervalText(model, exam, texts), placeText(model, index, texts)};
  parts.removeAll(QString());
  text.sentence = parts.join(QLatin1Char(' '));
  const auto count = [&](const std::optional<int>& value) {
    return value ? texts.count(*value) : say(texts, FACET_TEXT("charts", "not reported"));
  };
  const QString contrast = exam.contrast == ContrastGiven::Yes  ? say(texts, FACET_TEXT("charts", "given"))
                           : exam.contrast == ContrastGiven::No ? say(texts, FACET_TEXT("charts", "not given"))
                                                                : say(texts, FACET_TEXT("charts", "not stated"));
  text.rows = {
      {say(texts, FACET_TEXT("charts", "Region")), workspace::regionText(texts, exam), {}},
      {say(texts, FACET_TEXT("charts", "New T2 lesions")), count(exam.newT2), {}},
      {say(texts, FACET_TEXT("charts", "Enlarging T2 lesions")), count(exam.enlargingT2), {}},
      {say(texts, FACET_TEXT("charts", "Enhancing lesions")),
       exam.contrast == ContrastGiven::No && !exam.enhancing ? say(texts, FACET_TEXT("charts", "contrast not given"))
                                                             : count(exam.enhancing),
       {}},
      {say(texts, FACET_TEXT("charts", "Contrast")), contrast, {}},
      {say(texts, FACET_TEXT("charts", "Scanner")),
       exam.scanner.empty() ? say(texts, FACET_TEXT("charts", "not stated")) : QString::fromStdString(exam.scanner),
       {}}};
  if (exam.fieldTesla) {
    text.rows.push_back(
        {say(texts, FACET_TEXT("charts", "Field")), texts.number(*exam.fieldTesla, 1) + QStringLiteral(" T"), {}});
  }
  return text;
}

} // namespace facet::charts
