#include "event_texts.h"

#include "say.h"

#include <facet/clinical/at_time.h>
#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/record_words.h>

#include <QStringList>

namespace facet::charts {
namespace {

using workspace::pluralCount;
using namespace clinical;
using workspace::Texts;

QString sentences(const QStringList& parts) {
  return parts.join(QLatin1Char(' '));
}

/// A sentence about the drug on the day of an event.
QString underTreatment(const TimelineModel& model, const DayRange& when, const Texts& texts) {
  const Snapshot at = snapshotAt(model.record(), model.exposure(), when.earliest);
  QStringList drugs;
  for (const EpisodeAt& episode : at.episodes) {
    const Episode& which = model.exposure().episodes[episode.episode];
    if (contains(which.span, when) != Answer::Yes) {
      return say(texts, FACET_TEXT("charts", "Whether it fell into the time on %1 is not certain."),
                 workspace::drugName(texts, which));
    }
    const Days day{episode.sinceStart.least + 1, episode.sinceStart.most + 1};
    const QString number = day.isExact() && when.isExact() ? texts.count(day.least) : QString();
    drugs << (number.isEmpty()
                  ? workspace::drugName(texts, which)
                  : say(texts, FACET_TEXT("charts", "%1 (day %2)"), workspace::drugName(texts, which), number));
  }
  if (!drugs.isEmpty()) {
    return say(texts, FACET_TEXT("charts", "Treatment then: %1."), drugs.join(QStringLiteral(", ")));
  }
  if (at.gap) {
    const Gap& gap = model.exposure().gaps[*at.gap];
    return say(texts, FACET_TEXT("charts", "No drug then; %1 after %2."),
               daysText(daysBetween(gap.span.begin, when), texts),
               workspace::drugName(texts, model.exposure().episodes[gap.after]));
  }
  return {};
}

/// "30.8 years": a length for a sentence.
QString lengthText(const Days& days, const Texts& texts) {
  const auto one = [&](int value) {
    return value < 90 ? texts.translate("charts", "%n day(s)", nullptr, value)
                      : say(texts, FACET_TEXT("charts", "%1 years"), texts.number(value / 365.25, 1));
  };
  return days.isExact() ? one(days.least)
                        : say(texts, FACET_TEXT("charts", "%1 to %2"), one(days.least), one(days.most));
}

} // namespace

EventText phaseText(const TimelineModel& model, std::size_t index, const Texts& texts) {
  const Phase& phase = model.record().phases[index];
  EventText text;
  text.title = workspace::courseName(texts, phase.course);
  QString name = workspace::courseLongName(texts, phase.course);
  text.sentence = name.replace(0, 1, name.left(1).toUpper()) + QLatin1Char('.');
  text.rows = {{say(texts, FACET_TEXT("charts", "From")), texts.date(phase.start), {}},
               {say(texts, FACET_TEXT("charts", "Until")),
                phase.end ? texts.date(*phase.end) : say(texts, FACET_TEXT("charts", "goes on")),
                {}}};
  return text;
}

EventText treatmentText(const TimelineModel& model, std::size_t index, const Texts& texts) {
  const Episode& episode = model.exposure().episodes[index];
  EventText text;
  text.title = workspace::drugName(texts, episode);
  QStringList parts;
  if (isContradictory(episode.span)) {
    parts << say(
        texts,
        FACET_TEXT("charts", "The recorded stop lies before the start; nothing is counted under this treatment."));
  } else if (episode.stop) {
    parts << say(texts, FACET_TEXT("charts", "Taken for %1."), lengthText(lengthOf(episode.span), texts));
  } else {
    parts << say(texts, FACET_TEXT("charts", "Goes on; %1 up to the last contact on %2."),
                 lengthText(lengthOf(episode.span), texts), texts.date(episode.span.end.latest));
  }
  if (episode.stop) {
    parts << (episode.stopReason.empty() ? say(texts, FACET_TEXT("charts", "Why it was stopped is not on record."))
                                         : say(texts, FACET_TEXT("charts", "Stopped: %1."),
                                               workspace::stopReasonText(texts, episode.stopReason)));
  }
  for (const Overlap& overlap : overlapsOf(model.exposure(), index)) {
    if (overlap.days.least > 0) {
      parts << say(texts, FACET_TEXT("charts", "Overlaps %1 by %2."),
                   workspace::drugName(texts, model.exposure().episodes[overlap.with]), daysText(overlap.days, texts));
    }
  }
  text.sentence = sentences(parts);

  text.rows = {{say(texts, FACET_TEXT("charts", "Start")), texts.date(episode.start), {}},
               {say(texts, FACET_TEXT("charts", "Stop")),
                episode.stop ? texts.date(*episode.stop) : say(texts, FACET_TEXT("charts", "goes on")),
                {}}};
  for (const Treatment& treatment : model.record().treatments) {
    if (std::find(episode.treatmentIds.begin(), episode.treatmentIds.end(), treatment.id) ==
        episode.treatmentIds.end()) {
      continue;
    }
    if (!treatment.dose.empty()) {
      text.rows.push_back({say(texts, FACET_TEXT("charts", "Dose from %1"), texts.date(treatment.start)),
                           QString::fromStdString(treatment.dose),
                           {}});
    }
  }
  if (!episode.doses.empty()) {
    const Administration& last = model.record().administrations[episode.doses.back()];
    text.rows.push_back({say(texts, FACET_TEXT("charts", "Doses on record")),
                         texts.count(static_cast<qint64>(episode.doses.size())),
                         {}});
    text.rows.push_back({say(texts, FACET_TEXT("charts", "Last dose")), texts.date(last.date), {}});
  }
  if (episode.drug != nullptr) {
    const Drug& drug = *episode.drug;
    text.rows.push_back({say(texts, FACET_TEXT("charts", "ATC")),
                         drug.atc.empty() ? say(texts, FACET_TEXT("charts", "none")) : QString::fromStdString(drug.atc),
                         {}});
    text.rows.push_back(
        {say(texts, FACET_TEXT("charts", "Usual interval")), QString::fromStdString(drug.interval), {}});
    text.rows.push_back({say(texts, FACET_TEXT("charts", "Tier")), workspace::efficacyText(texts, drug.efficacy), {}});
    const bool unverified = drug.efficacyFrom.confidence == Confidence::Unverified;
    const QString source = QString::fromStdString(drug.efficacyFrom.source);
    text.rows.push_back({say(texts, FACET_TEXT("charts", "Tier after")),
                         unverified ? say(texts, FACET_TEXT("charts", "%1 (not verified)"), source) : source,
                         {}});
  }
  return text;
}

EventText gapText(const TimelineModel& model, std::size_t index, const Texts& texts) {
  const Gap& gap = model.exposure().gaps[index];
  const Episode& before = model.exposure().episodes[gap.after];
  EventText text;
  const QString name = workspace::drugName(texts, before);
  text.title = say(texts, FACET_TEXT("charts", "No drug, after %1"), name);
  QStringList parts;
  parts << (gap.before ? say(texts, FACET_TEXT("charts", "%1 between %2 and %3."), daysText(lengthOf(gap.span), texts),
                             name, workspace::drugName(texts, model.exposure().episodes[*gap.before]))
                       : say(texts, FACET_TEXT("charts", "No drug on record for %1, up to the last contact."),
                             lengthText(lengthOf(gap.span), texts)));
  if (before.drug != nullptr && before.drug->dosing == Dosing::Course) {
    parts << say(texts, FACET_TEXT("charts", "%1 acts beyond its course: this time is not untreated."), name);
  } else if (before.drug != nullptr && before.drug->dosing == Dosing::Infusion) {
    parts << say(texts, FACET_TEXT("charts", "The last dose of %1 may still have acted."), name);
  }
  if (!gap.doses.empty()) {
    parts << texts.translate("charts", "%n dose(s) in it belong to no treatment on record.", nullptr,
                             pluralCount(gap.doses.size()));
  }
  text.sentence = sentences(parts);
  text.rows = {{say(texts, FACET_TEXT("charts", "Length")), daysText(lengthOf(gap.span), texts), {}}};
  return text;
}

EventText doseText(const TimelineModel& model, std::size_t index, const Texts& texts) {
  const Administration& dose = model.record().administrations[index];
  EventText text;
  text.title = QString::fromStdString(dose.name);
  text.sentence = dose.doseMg ? say(texts, FACET_TEXT("charts", "Dose of %1 mg."),
                                    texts.number(*dose.doseMg, *dose.doseMg < 10 ? 1 : 0))
                              : say(texts, FACET_TEXT("charts", "Amount not on record."));
  return text;
}

EventText relapseText(const TimelineModel& model, std::size_t index, const Texts& texts) {
  const Relapse& relapse = model.record().relapses[index];
  EventText text;
  const bool pseudo = relapse.certainty == RelapseCertainty::Pseudo;
  text.title = pseudo
                   ? say(texts, FACET_TEXT("charts", "Pseudo-relapse"))
                   : say(texts, FACET_TEXT("charts", "Relapse, %1"), workspace::severityText(texts, relapse.severity));
  QStringList systems;
  for (const FunctionalSystem system : relapse.systems) {
    systems << workspace::systemName(texts, system);
  }
  const QString affected =
      systems.isEmpty() ? say(texts, FACET_TEXT("charts", "not stated")) : systems.join(QStringLiteral(", "));
  const QString steroids = !relapse.steroids   ? say(texts, FACET_TEXT("charts", "not stated"))
                           : *relapse.steroids ? say(texts, FACET_TEXT("charts", "given"))
                                               : say(texts, FACET_TEXT("charts", "not given"));
  QStringList parts;
  if (pseudo) {
    parts << say(texts, FACET_TEXT("charts", "Not counted as a relapse."));
  } else if (!systems.isEmpty()) {
    parts << say(texts, FACET_TEXT("charts", "Systems: %1."), affected);
  }
  parts << underTreatment(model, clinical::rangeOf(relapse.onset), texts);
  text.sentence = sentences(parts).trimmed();
  text.rows = {{say(texts, FACET_TEXT("charts", "Onset")), texts.date(relapse.onset), {}},
               {say(texts, FACET_TEXT("charts", "End")),
                relapse.end ? texts.date(*relapse.end) : say(texts, FACET_TEXT("charts", "not stated")),
                {}},
               {say(texts, FACET_TEXT("charts", "Certainty")), workspace::certaintyText(texts, relapse.certainty), {}},
               {say(texts, FACET_TEXT("charts", "Severity")), workspace::severityText(texts, relapse.severity), {}},
               {say(texts, FACET_TEXT("charts", "Systems")), affected, {}},
               {say(texts, FACET_TEXT("charts", "Steroids")), steroids, {}},
               {say(texts, FACET_TEXT("charts", "Recovery")), workspace::recoveryText(texts, relapse.recovery), {}}};
  return text;
}

EventText measurementText(const TimelineModel& model, std::size_t index, const Texts& texts) {
  const Measurement& value = model.record().measurements[index];
  EventText text;
  text.title = workspace::shortVariableText(texts, value.code) + QLatin1Char(' ') + quantityText(value, texts);
  text.sentence = workspace::variableText(texts, value.code) + QLatin1Char('.');
  const bool marker =
      model.lanes()[model.events()[*model.find(EventKind::Measurement, index)].lane].kind == LaneKind::Marker;
  if (marker) {
    text.sentence +=
        QLatin1Char(' ') +
        say(texts, FACET_TEXT("charts",
                              "No reference table for this assay is loaded, so the value stands without a z score."));
  }
  const auto orNotStated = [&](const std::string& known) {
    return known.empty() ? say(texts, FACET_TEXT("charts", "not stated")) : QString::fromStdString(known);
  };
  text.rows = {{say(texts, FACET_TEXT("charts", "Value")), quantityText(value, texts), {}},
               {marker ? say(texts, FACET_TEXT("charts", "Assay")) : say(texts, FACET_TEXT("charts", "Version")),
                orNotStated(value.method),
                {}}};
  if (marker) {
    text.rows.push_back({say(texts, FACET_TEXT("charts", "Batch")), orNotStated(value.batch), {}});
  }
  return text;
}

} // namespace facet::charts
