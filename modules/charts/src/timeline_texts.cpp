#include "event_texts.h"
#include "say.h"

#include <facet/charts/timeline_texts.h>
#include <facet/core/units.h>
#include <facet/workspace/record_words.h>

#include <QStringList>

#include <set>

namespace facet::charts {
namespace {

using namespace clinical;
using workspace::Texts;

/// Unit and methods of the values in a lane: "pg/mL · Simoa".
QString unitAndMethods(const TimelineModel& model, std::size_t lane, const Texts& texts) {
  std::set<std::string> methods;
  QString unit;
  for (const std::size_t event : model.eventsOf(lane)) {
    const Measurement& value = model.record().measurements[model.events()[event].index];
    const std::string_view symbol = unitSymbol(value.unit);
    unit = QString::fromUtf8(symbol.data(), static_cast<qsizetype>(symbol.size()));
    if (!value.method.empty()) {
      methods.insert(value.method);
    }
  }
  QStringList parts{unit};
  // Several assays have a key each in the lane.
  if (model.lanes()[lane].kind == LaneKind::Marker && methods.size() < 2) {
    for (const std::string& method : methods) {
      parts << QString::fromStdString(method);
    }
    if (methods.empty()) {
      parts << say(texts, FACET_TEXT("charts", "assay not stated"));
    }
  }
  return parts.join(QStringLiteral(" · "));
}

} // namespace

QString laneTitle(const TimelineModel& model, std::size_t lane, const Texts& texts) {
  const Lane& which = model.lanes()[lane];
  switch (which.kind) {
  case LaneKind::Phase:
    return say(texts, FACET_TEXT("charts", "Phase"));
  case LaneKind::Treatment:
    return say(texts, FACET_TEXT("charts", "Treatment"));
  case LaneKind::Relapse:
    return say(texts, FACET_TEXT("charts", "Relapses"));
  case LaneKind::Edss:
    return say(texts, FACET_TEXT("charts", "EDSS"));
  case LaneKind::Systems:
    return say(texts, FACET_TEXT("charts", "Functional"));
  case LaneKind::Mri:
    return say(texts, FACET_TEXT("charts", "MRI"));
  case LaneKind::Test:
    return which.variables.size() > 1 ? say(texts, FACET_TEXT("charts", "9HPT"))
                                      : workspace::shortVariableText(texts, which.variables.front());
  case LaneKind::Marker:
    return workspace::shortVariableText(texts, which.variables.front());
  }
  return {};
}

QString laneSubtitle(const TimelineModel& model, std::size_t lane, const Texts& texts) {
  switch (model.lanes()[lane].kind) {
  case LaneKind::Edss:
    return say(texts, FACET_TEXT("charts", "steps, 0–10"));
  case LaneKind::Systems:
    return say(texts, FACET_TEXT("charts", "systems"));
  case LaneKind::Mri:
    return say(texts, FACET_TEXT("charts", "new T2 · Gd"));
  case LaneKind::Test:
  case LaneKind::Marker:
    return unitAndMethods(model, lane, texts);
  case LaneKind::Phase:
  case LaneKind::Treatment:
  case LaneKind::Relapse:
    break;
  }
  return {};
}

QString whenText(const TimelineModel& model, const TimelineEvent& event, const Texts& texts) {
  const PatientRecord& record = model.record();
  const auto since = [&](const PartialDate& begin) {
    return say(texts, FACET_TEXT("charts", "since %1"), texts.date(begin));
  };
  const auto fromTo = [&](const PartialDate& begin, const PartialDate& end) {
    return texts.date(begin) + QStringLiteral(" – ") + texts.date(end);
  };
  switch (event.kind) {
  case EventKind::Phase: {
    const Phase& phase = record.phases[event.index];
    return phase.end ? fromTo(phase.start, *phase.end) : since(phase.start);
  }
  case EventKind::Treatment: {
    const Episode& episode = model.exposure().episodes[event.index];
    return episode.stop ? fromTo(episode.start, *episode.stop) : since(episode.start);
  }
  case EventKind::Gap: {
    const Gap& gap = model.exposure().gaps[event.index];
    const auto& episodes = model.exposure().episodes;
    const PartialDate begin = *episodes[gap.after].stop;
    return gap.before ? fromTo(begin, episodes[*gap.before].start) : since(begin);
  }
  case EventKind::Relapse: {
    const Relapse& relapse = record.relapses[event.index];
    return relapse.end && !(*relapse.end == relapse.onset) ? fromTo(relapse.onset, *relapse.end)
                                                           : texts.date(relapse.onset);
  }
  case EventKind::Measurement:
    return texts.date(record.measurements[event.index].date);
  case EventKind::Dose:
  case EventKind::Visit:
  case EventKind::Exam:
    break;
  }
  return texts.date(event.begin.earliest);
}

EventText describeEvent(const TimelineModel& model, std::size_t event, const Texts& texts) {
  const TimelineEvent& which = model.events()[event];
  EventText text;
  switch (which.kind) {
  case EventKind::Phase:
    text = phaseText(model, which.index, texts);
    break;
  case EventKind::Treatment:
    text = treatmentText(model, which.index, texts);
    break;
  case EventKind::Gap:
    text = gapText(model, which.index, texts);
    break;
  case EventKind::Dose:
    text = doseText(model, which.index, texts);
    break;
  case EventKind::Relapse:
    text = relapseText(model, which.index, texts);
    break;
  case EventKind::Visit:
    text = visitText(model, which.index, texts);
    break;
  case EventKind::Exam:
    text = examText(model, which.index, texts);
    break;
  case EventKind::Measurement:
    text = measurementText(model, which.index, texts);
    break;
  }
  text.when = whenText(model, which, texts);
  return text;
}

} // namespace facet::charts
