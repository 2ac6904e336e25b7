#include "response_parts.h"
#include "say.h"

#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/record_words.h>

#include <algorithm>

namespace facet::workspace {
namespace {

using namespace clinical;

const QString kDot = QStringLiteral(" · ");

RecordLine relapseLine(const SegmentView& view, std::size_t index, const QString& remark = {}) {
  const Relapse& relapse = view.record.relapses[index];
  QStringList detail{certaintyText(view.texts, relapse.certainty)};
  if (relapse.recovery != Recovery::Unknown) {
    detail << recoveryText(view.texts, relapse.recovery);
  }
  if (relapse.steroids) {
    detail << (*relapse.steroids ? say(view.texts, FACET_TEXT("workspace", "steroids given"))
                                 : say(view.texts, FACET_TEXT("workspace", "no steroids")));
  }
  for (const FunctionalSystem system : relapse.systems) {
    detail << systemName(view.texts, system);
  }
  if (!remark.isEmpty()) {
    detail << remark;
  }
  return {view.texts.date(relapse.onset),
          say(view.texts, FACET_TEXT("workspace", "Relapse, %1"), severityText(view.texts, relapse.severity)),
          detail.join(kDot), relapse.onset.earliest(), PageId::Timeline};
}

std::vector<RecordLine> relapseLines(const SegmentView& view, const RelapseCount& count) {
  std::vector<std::size_t> all = count.certain;
  all.insert(all.end(), count.possible.begin(), count.possible.end());
  std::sort(all.begin(), all.end());
  std::vector<RecordLine> lines;
  for (const std::size_t index : all) {
    const bool possible = std::find(count.possible.begin(), count.possible.end(), index) != count.possible.end();
    lines.push_back(
        relapseLine(view, index, possible ? say(view.texts, FACET_TEXT("workspace", "perhaps in it")) : QString()));
  }
  return lines;
}

void noteWhatIsUnsure(const SegmentView& view, const RelapseCount& count, QStringList& notes) {
  if (!count.isExact()) {
    notes << say(view.texts,
                 FACET_TEXT("workspace", "Of %1 it is not certain whether they began in this time, because dates are "
                                         "not known to the day."),
                 view.texts.count(static_cast<qint64>(count.possible.size())));
  }
  if (count.notExamined > 0) {
    notes << say(view.texts,
                 FACET_TEXT("workspace", "%1 of them nobody examined, or whether anybody did is not on record."),
                 view.texts.count(static_cast<qint64>(count.notExamined)));
  }
}

FactRow visitRow(const SegmentView& view, const Message& label, std::size_t index) {
  const Visit& visit = view.record.visits[index];
  QString more = view.texts.date(visit.date);
  if (visit.mode == ExaminationMode::Telephone || visit.mode == ExaminationMode::SelfReported) {
    more += kDot + modeText(view.texts, visit.mode);
  }
  if (visit.occasion == Occasion::Relapse) {
    more += kDot + occasionText(view.texts, visit.occasion);
  }
  return {say(view.texts, label), edssText(view.texts, *visit.edss), more};
}

RecordLine visitLine(const SegmentView& view, std::size_t index, const QString& remark) {
  const Visit& visit = view.record.visits[index];
  QStringList detail{occasionText(view.texts, visit.occasion), modeText(view.texts, visit.mode)};
  if (!remark.isEmpty()) {
    detail << remark;
  }
  return {view.texts.date(visit.date),
          say(view.texts, FACET_TEXT("workspace", "EDSS %1"), edssText(view.texts, *visit.edss)), detail.join(kDot),
          visit.date, PageId::Timeline};
}

} // namespace

ResponseFact relapseFact(const SegmentView& view) {
  const auto& [record, response, segment, texts] = view;
  ResponseFact fact = startFact(ResponsePart::Relapses, say(texts, FACET_TEXT("workspace", "Relapses")), texts);
  fact.value = say(texts, FACET_TEXT("workspace", "%1 in %2 years"), countText(segment.relapses, texts),
                   personYearsText(segment.days, texts));
  if (segment.rate) {
    fact.interval = say(texts, FACET_TEXT("workspace", "%1 per year, exact 95 % interval %2"),
                        rateText(*segment.rate, texts), rateIntervalText(*segment.rate, texts));
  } else {
    fact.notes << say(texts, FACET_TEXT("workspace", "No rate: perhaps no day passed in this time."));
  }
  noteWhatIsUnsure(view, segment.relapses, fact.notes);
  if (view.span().kind == SpanEnd::Open) {
    fact.notes << say(texts, FACET_TEXT("workspace", "Followed up to the last contact on %1."),
                      texts.date(view.span().end.latest));
  }
  fact.records = relapseLines(view, segment.relapses);
  return fact;
}

ResponseFact yearBeforeFact(const SegmentView& view) {
  const auto& [record, response, segment, texts] = view;
  const RelapseCount& before = *segment.yearBefore;
  ResponseFact fact =
      startFact(ResponsePart::YearBefore, say(texts, FACET_TEXT("workspace", "Year before the start")), texts);
  fact.value = texts.translate("workspace", "%n relapse(s)", nullptr, pluralCount(before.certain.size()));
  if (!before.isExact()) {
    fact.value = say(texts, FACET_TEXT("workspace", "%1 relapses"), countText(before, texts));
  }
  if (!before.certain.empty() || !before.possible.empty()) {
    fact.notes << say(texts,
                      FACET_TEXT("workspace", "%1 in the year before the start, %2 since, in %3 years. Treatment is "
                                              "started after relapses, so the rate falls without it too."),
                      countText(before, texts), countText(segment.relapses, texts),
                      personYearsText(segment.days, texts));
  }
  noteWhatIsUnsure(view, before, fact.notes);
  if (segment.onsetWithinYearBefore) {
    fact.notes << say(texts,
                      FACET_TEXT("workspace", "The first symptom was %1 before the start: the year before is not a "
                                              "whole year of disease."),
                      lengthText(*segment.onsetWithinYearBefore, texts));
  }
  fact.records = relapseLines(view, before);
  return fact;
}

ResponseFact edssFact(const SegmentView& view) {
  const auto& [record, response, segment, texts] = view;
  const EdssCourse& course = segment.edss;
  ResponseFact fact = startFact(ResponsePart::Edss, say(texts, FACET_TEXT("workspace", "EDSS")), texts);
  const auto value = [&](std::size_t visit) { return edssText(texts, *record.visits[visit].edss); };
  if (course.before && course.last) {
    fact.value = say(texts, FACET_TEXT("workspace", "%1 → %2 (%3)"), value(*course.before), value(*course.last),
                     changeText(*course.changeInTenths, texts));
  } else if (course.last) {
    fact.value = say(texts, FACET_TEXT("workspace", "last %1, none before"), value(*course.last));
  } else {
    fact.value = say(texts, FACET_TEXT("workspace", "none in this time"));
  }
  if (course.before) {
    fact.rows.push_back(visitRow(view, FACET_TEXT("workspace", "Before"), *course.before));
    const Days ago = daysBetween(rangeOf(record.visits[*course.before].date), view.span().begin);
    if (ago.most > 0) {
      fact.rows.back().more += kDot + say(texts, FACET_TEXT("workspace", "%1 before"), lengthText(ago, texts));
    }
  }
  if (course.first && course.first != course.last) {
    fact.rows.push_back(visitRow(view, FACET_TEXT("workspace", "First"), *course.first));
  }
  if (course.lowest && course.lowest != course.last) {
    fact.rows.push_back(visitRow(view, FACET_TEXT("workspace", "Lowest"), *course.lowest));
  }
  if (course.last) {
    fact.rows.push_back(visitRow(view, FACET_TEXT("workspace", "Last"), *course.last));
  }
  if (!course.perhaps.empty()) {
    fact.notes << say(texts, FACET_TEXT("workspace", "Visits that lie in this time only perhaps are left out: %1."),
                      texts.count(static_cast<qint64>(course.perhaps.size())));
  }
  std::vector<std::size_t> all = course.within;
  all.insert(all.end(), course.perhaps.begin(), course.perhaps.end());
  std::sort(all.begin(), all.end());
  if (course.before) {
    fact.records.push_back(visitLine(view, *course.before, say(texts, FACET_TEXT("workspace", "before the start"))));
  }
  for (const std::size_t index : all) {
    const bool perhaps = std::find(course.perhaps.begin(), course.perhaps.end(), index) != course.perhaps.end();
    fact.records.push_back(
        visitLine(view, index, perhaps ? say(texts, FACET_TEXT("workspace", "perhaps in it")) : QString()));
  }
  return fact;
}

ResponseFact doseFact(const SegmentView& view) {
  const auto& [record, response, segment, texts] = view;
  const std::vector<std::size_t>& doses = view.episode() != nullptr ? view.episode()->doses : view.gap()->doses;
  ResponseFact fact = startFact(ResponsePart::Doses, say(texts, FACET_TEXT("workspace", "Doses")), texts);
  fact.value = doses.empty() ? say(texts, FACET_TEXT("workspace", "none on record"))
                             : texts.count(static_cast<qint64>(doses.size()));
  std::optional<Days> between;
  for (std::size_t i = 0; i < doses.size(); ++i) {
    const Administration& dose = record.administrations[doses[i]];
    if (i > 0) {
      const auto days = static_cast<int>((dose.date - record.administrations[doses[i - 1]].date).count());
      between = between ? Days{std::min(between->least, days), std::max(between->most, days)} : Days{days, days};
    }
    const QString amount = dose.doseMg ? say(texts, FACET_TEXT("workspace", "%1 mg"),
                                             texts.number(*dose.doseMg, *dose.doseMg < 10 ? 1 : 0))
                                       : say(texts, FACET_TEXT("workspace", "amount not on record"));
    fact.records.push_back(
        {texts.date(dose.date), drugName(texts, dose.atc, dose.name), amount, dose.date, PageId::Timeline});
  }
  if (!doses.empty()) {
    const auto day = [&](std::size_t dose) { return texts.date(record.administrations[dose].date); };
    fact.rows.push_back({say(texts, FACET_TEXT("workspace", "First")), day(doses.front()), {}});
    fact.rows.push_back({say(texts, FACET_TEXT("workspace", "Last")), day(doses.back()), {}});
  }
  if (between) {
    const QString days = between->isExact()
                             ? texts.count(between->least)
                             : texts.count(between->least) + QStringLiteral("–") + texts.count(between->most);
    fact.rows.push_back(
        {say(texts, FACET_TEXT("workspace", "Between doses")), say(texts, FACET_TEXT("workspace", "%1 d"), days), {}});
  }
  if (view.gap() != nullptr) {
    fact.notes << say(texts, FACET_TEXT("workspace", "These doses belong to no treatment on record."));
  }
  return fact;
}

ResponseFact sideEffectFact(const SegmentView& view) {
  const auto& [record, response, segment, texts] = view;
  ResponseFact fact = startFact(ResponsePart::SideEffects, say(texts, FACET_TEXT("workspace", "Side effects")), texts);
  const auto& ids = view.episode()->treatmentIds;
  qint64 serious = 0;
  for (const AdverseEvent& event : record.adverseEvents) {
    if (std::find(ids.begin(), ids.end(), event.treatmentId) == ids.end()) {
      continue;
    }
    serious += event.serious.value_or(false) ? 1 : 0;
    fact.records.push_back({texts.date(event.date), QString::fromStdString(event.term),
                            !event.serious   ? say(texts, FACET_TEXT("workspace", "seriousness not stated"))
                            : *event.serious ? say(texts, FACET_TEXT("workspace", "serious"))
                                             : say(texts, FACET_TEXT("workspace", "not serious")),
                            event.date.earliest(), PageId::Timeline});
  }
  const auto all = static_cast<qint64>(fact.records.size());
  fact.value = all == 0      ? say(texts, FACET_TEXT("workspace", "none on record"))
               : serious > 0 ? say(texts, FACET_TEXT("workspace", "%1, of them serious: %2"), texts.count(all),
                                   texts.count(serious))
                             : texts.count(all);
  return fact;
}

ResponseFact treatmentFact(const SegmentView& view) {
  const auto& [record, response, segment, texts] = view;
  const Episode& episode = *view.episode();
  ResponseFact fact =
      startFact(ResponsePart::Records, say(texts, FACET_TEXT("workspace", "Treatment as recorded")), texts);
  for (const Treatment& treatment : record.treatments) {
    if (std::find(episode.treatmentIds.begin(), episode.treatmentIds.end(), treatment.id) ==
        episode.treatmentIds.end()) {
      continue;
    }
    QStringList detail;
    if (!treatment.dose.empty()) {
      detail << QString::fromStdString(treatment.dose);
    }
    if (!treatment.atc.empty()) {
      detail << say(texts, FACET_TEXT("workspace", "ATC %1"), QString::fromStdString(treatment.atc));
    }
    if (treatment.stop) {
      detail << (treatment.stopReason.empty() ? say(texts, FACET_TEXT("workspace", "reason not on record"))
                                              : stopReasonText(texts, treatment.stopReason));
    }
    fact.records.push_back(
        {treatment.stop ? texts.date(treatment.start) + QStringLiteral(" – ") + texts.date(*treatment.stop)
                        : say(texts, FACET_TEXT("workspace", "since %1"), texts.date(treatment.start)),
         QString::fromStdString(treatment.name), detail.join(kDot), treatment.start.earliest(), PageId::Timeline});
  }
  fact.value = texts.translate("workspace", "%n record(s)", nullptr, pluralCount(fact.records.size()));
  return fact;
}

QString definitionOf(ResponsePart part, const Texts& texts) {
  switch (part) {
  case ResponsePart::Relapses:
    return say(texts,
               FACET_TEXT("workspace",
                          "Relapses that began from the first day of this time up to the day before its end. "
                          "Pseudo-relapses do not count. A relapse belongs to the time in which it began: no lag "
                          "until a drug acts and no carry-over are applied. Years are person-years of 365.25 "
                          "days. The interval is the exact one for a Poisson count (Garwood 1936); where dates "
                          "are known in part it reaches from the lowest to the highest rate that they allow."));
  case ResponsePart::YearBefore:
    return say(texts, FACET_TEXT("workspace",
                                 "Relapses that began in the year up to the day before the start, whatever was taken "
                                 "then. Regression to the mean alone may be up to 40 % of a fall after a start (Mult "
                                 "Scler 2006;12:826). For one person no rate ratio and no p-value is given."));
  case ResponsePart::Edss:
    return say(texts, FACET_TEXT("workspace",
                                 "Before: the last EDSS up to and with the first day, however old. First, lowest and "
                                 "last: of visits after the first day, up to and with the last. Of two values on one "
                                 "day the examined one counts. The difference is that of two values; it is no "
                                 "confirmed worsening or improvement."));
  case ResponsePart::Lesions:
    return say(texts, FACET_TEXT("workspace",
                                 "New T2 lesions as the radiologist counted them against the scan named in the report. "
                                 "A new lesion belongs to the time between the two scans: it counts under a drug only "
                                 "when both lie under it; no lag until the drug acts is applied. No scan, not reported "
                                 "and no contrast given are not 0."));
  case ResponsePart::Doses:
    return say(texts, FACET_TEXT("workspace", "Doses on record that belong to this treatment. A drug that is taken "
                                              "daily has none."));
  case ResponsePart::SideEffects:
    return say(texts, FACET_TEXT("workspace", "Side effects that were recorded for this treatment. None on record does "
                                              "not mean that there were none."));
  case ResponsePart::Records:
    break;
  }
  return say(texts, FACET_TEXT("workspace", "Records of the same drug that follow each other without a day between "
                                            "them and without a reason to stop are one time on the drug."));
}

std::vector<ResponseFact> factsOf(const PatientRecord& record, const Response& response, std::size_t segment,
                                  const Texts& texts) {
  const SegmentView view{record, response, response.segments[segment], texts};
  std::vector<ResponseFact> facts;
  if (!view.segment.contradictory) {
    facts.push_back(relapseFact(view));
    if (view.segment.yearBefore) {
      facts.push_back(yearBeforeFact(view));
    }
    facts.push_back(edssFact(view));
    facts.push_back(lesionFact(view));
  }
  const Episode* episode = view.episode();
  const bool given = episode != nullptr && (!episode->doses.empty() ||
                                            (episode->drug != nullptr && episode->drug->dosing != Dosing::Continuous));
  if (given || (view.gap() != nullptr && !view.gap()->doses.empty())) {
    facts.push_back(doseFact(view));
  }
  if (episode != nullptr) {
    facts.push_back(sideEffectFact(view));
    facts.push_back(treatmentFact(view));
  }
  return facts;
}

} // namespace facet::workspace
