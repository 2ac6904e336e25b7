#include "response_parts.h"
#include "say.h"

#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/record_words.h>

#include <algorithm>

namespace facet::workspace {
namespace {

using namespace clinical;

constexpr double kDaysPerYear = 365.25;
const QString kDash = QStringLiteral("–");

bool isCourse(const Episode& episode) {
  return episode.drug != nullptr && episode.drug->dosing == Dosing::Course;
}

/// Zero without decimals: an exact bound.
QString bound(double value, const Texts& texts) {
  return value == 0 ? texts.count(0) : texts.number(value, 2);
}

CellText durationCell(const SegmentView& view) {
  const auto& [record, response, segment, texts] = view;
  if (segment.contradictory) {
    return {say(texts, FACET_TEXT("workspace", "contradictory")), say(texts, FACET_TEXT("workspace", "not counted"))};
  }
  const Span& span = view.span();
  const bool exact = span.begin.isExact() && span.end.isExact();
  return {exact ? texts.duration(span.begin.earliest, std::max(span.begin.earliest, span.end.earliest))
                : lengthText(segment.days, texts),
          span.kind == SpanEnd::Open ? say(texts, FACET_TEXT("workspace", "so far")) : QString()};
}

CellText rateCell(const SegmentView& view) {
  if (view.segment.contradictory) {
    return {};
  }
  if (!view.segment.rate) {
    return {say(view.texts, FACET_TEXT("workspace", "no rate")), say(view.texts, FACET_TEXT("workspace", "no time"))};
  }
  return {rateText(*view.segment.rate, view.texts), rateIntervalText(*view.segment.rate, view.texts)};
}

CellText edssCell(const SegmentView& view) {
  const auto& [record, response, segment, texts] = view;
  if (segment.contradictory) {
    return {};
  }
  const EdssCourse& course = segment.edss;
  const auto value = [&](std::size_t visit) { return edssText(texts, *record.visits[visit].edss); };
  if (!course.last) {
    return {say(texts, FACET_TEXT("workspace", "no EDSS")),
            course.before ? say(texts, FACET_TEXT("workspace", "%1 before"), value(*course.before)) : QString()};
  }
  const QString lowest = say(texts, FACET_TEXT("workspace", "lowest %1"), value(*course.lowest));
  if (!course.before) {
    return {say(texts, FACET_TEXT("workspace", "last %1"), value(*course.last)), lowest};
  }
  return {value(*course.before) + QStringLiteral(" → ") + value(*course.last), lowest};
}

CellText lesionCell(const SegmentView& view) {
  const auto& [record, response, segment, texts] = view;
  if (segment.contradictory) {
    return {};
  }
  const LesionGroups groups = lesionGroups(view, LesionSite::Brain);
  const LesionGroup& under = groups.at(ScanPlace::Under);
  const LesionGroup& unsure = groups.at(ScanPlace::Unsure);
  LesionGroup spanning;
  for (const ScanPlace place : {ScanPlace::SpansStart, ScanPlace::SpansStop, ScanPlace::SpansBoth}) {
    spanning.intervals += groups.at(place).intervals;
    spanning.reported += groups.at(place).reported;
    spanning.lesions += groups.at(place).lesions;
  }
  CellText cell;
  if (under.reported > 0) {
    cell.main = segment.scans.brain.overlapping
                    ? say(texts, FACET_TEXT("workspace", "not summed"))
                    : texts.translate("workspace", "%1 in %n interval(s)", nullptr, pluralCount(under.reported))
                          .arg(texts.count(under.lesions));
  } else if (under.intervals > 0) {
    cell.main = say(texts, FACET_TEXT("workspace", "not reported"));
  } else if (!segment.scans.hasScan()) {
    cell.main = say(texts, FACET_TEXT("workspace", "no scan"));
  } else {
    cell.main = say(texts, FACET_TEXT("workspace", "no interval under it"));
  }
  QStringList more;
  if (spanning.lesions > 0) {
    more << texts.translate("workspace", "%n span(s) the switch", nullptr, spanning.lesions);
  } else if (spanning.intervals > spanning.reported) {
    more << say(texts, FACET_TEXT("workspace", "switch: not reported"));
  }
  if (unsure.intervals > 0) {
    more << say(texts, FACET_TEXT("workspace", "%1 unsure"), texts.count(unsure.lesions));
  }
  if (under.reported > 0 && under.reported < under.intervals) {
    more << say(texts, FACET_TEXT("workspace", "%1 not reported"),
                texts.count(static_cast<qint64>(under.intervals - under.reported)));
  }
  cell.more = more.join(QStringLiteral(" · "));
  return cell;
}

CellText endedCell(const SegmentView& view) {
  const auto& [record, response, segment, texts] = view;
  if (const Gap* gap = view.gap()) {
    return gap->before ? CellText{} : CellText{say(texts, FACET_TEXT("workspace", "goes on")), {}};
  }
  const Episode& episode = *view.episode();
  if (!episode.stop) {
    return {say(texts, FACET_TEXT("workspace", "goes on")), {}};
  }
  return {episode.stopReason.empty() ? say(texts, FACET_TEXT("workspace", "reason not on record"))
                                     : stopReasonText(texts, episode.stopReason),
          {}};
}

SegmentView viewOf(const PatientRecord& record, const Response& response, std::size_t segment, const Texts& texts) {
  return {record, response, response.segments[segment], texts};
}

void addOverlaps(const SegmentView& view, QStringList& warnings) {
  for (const Overlap& overlap : view.segment.overlaps) {
    const QString name = drugName(view.texts, view.response.exposure.episodes[overlap.with]);
    if (overlap.days.least > 0) {
      warnings << say(view.texts,
                      FACET_TEXT("workspace", "Taken at the same time as %1 for %2. What happened then counts under "
                                              "both drugs."),
                      name, lengthText(overlap.days, view.texts));
    } else {
      warnings << say(view.texts,
                      FACET_TEXT("workspace", "Perhaps taken at the same time as %1, at most for %2: dates are not "
                                              "known to the day."),
                      name, lengthText({overlap.days.most, overlap.days.most}, view.texts));
    }
  }
}

} // namespace

QString countText(const RelapseCount& count, const Texts& texts) {
  const auto certain = static_cast<qint64>(count.certain.size());
  const auto all = certain + static_cast<qint64>(count.possible.size());
  return certain == all ? texts.count(certain) : texts.count(certain) + kDash + texts.count(all);
}

QString personYearsText(const Days& days, const Texts& texts) {
  const QString most = texts.number(days.most / kDaysPerYear, 2);
  return days.isExact() ? most : texts.number(days.least / kDaysPerYear, 2) + kDash + most;
}

QString rateText(const RelapseRate& rate, const Texts& texts) {
  return rate.isExact() || rate.lowest.rate == rate.highest.rate
             ? texts.number(rate.lowest.rate, 2)
             : bound(rate.lowest.rate, texts) + kDash + texts.number(rate.highest.rate, 2);
}

QString rateIntervalText(const RelapseRate& rate, const Texts& texts) {
  return bound(rate.lowest.lower, texts) + kDash + texts.number(rate.highest.upper, 2);
}

QString changeText(int tenths, const Texts& texts) {
  const QString number = texts.number(tenths / 10.0, 1);
  return tenths > 0 ? QLatin1Char('+') + number : number;
}

QString lengthText(const Days& days, const Texts& texts) {
  constexpr int kMonthsFrom = 90;
  constexpr int kYearsFrom = 730;
  const int most = std::max(days.most, days.least);
  const auto range = [&](const Message& unit, const QString& from, const QString& to) {
    return say(texts, unit, from == to ? to : from + kDash + to);
  };
  if (most < kMonthsFrom) {
    return range(FACET_TEXT("workspace", "%1 d"), texts.count(days.least), texts.count(most));
  }
  if (most < kYearsFrom) {
    const auto months = [&](int length) { return texts.count(static_cast<int>(length / (kDaysPerYear / 12))); };
    return range(FACET_TEXT("workspace", "%1 mo"), months(days.least), months(most));
  }
  return range(FACET_TEXT("workspace", "%1 y"), texts.number(days.least / kDaysPerYear, 1),
               texts.number(most / kDaysPerYear, 1));
}

QString segmentName(const Response& response, std::size_t segment, const Texts& texts) {
  const Segment& which = response.segments[segment];
  if (which.episode) {
    return drugName(texts, response.exposure.episodes[*which.episode]);
  }
  const Episode& before = response.exposure.episodes[response.exposure.gaps[*which.gap].after];
  return isCourse(before) ? say(texts, FACET_TEXT("workspace", "After %1, no new drug"), drugName(texts, before))
                          : say(texts, FACET_TEXT("workspace", "No drug, after %1"), drugName(texts, before));
}

QString segmentPeriod(const Response& response, std::size_t segment, const Texts& texts) {
  const Segment& which = response.segments[segment];
  const auto& episodes = response.exposure.episodes;
  std::optional<PartialDate> begin;
  std::optional<PartialDate> end;
  if (which.episode) {
    begin = episodes[*which.episode].start;
    end = episodes[*which.episode].stop;
  } else {
    const Gap& gap = response.exposure.gaps[*which.gap];
    begin = episodes[gap.after].stop;
    if (gap.before) {
      end = episodes[*gap.before].start;
    }
  }
  if (!begin) {
    return {};
  }
  return end ? texts.date(*begin) + QStringLiteral(" – ") + texts.date(*end)
             : say(texts, FACET_TEXT("workspace", "since %1"), texts.date(*begin));
}

SegmentText segmentText(const PatientRecord& record, const Response& response, std::size_t segment,
                        const Texts& texts) {
  const SegmentView view = viewOf(record, response, segment, texts);
  SegmentText text;
  text.treatment = {segmentName(response, segment, texts), segmentPeriod(response, segment, texts)};
  text.duration = durationCell(view);
  if (!view.segment.contradictory) {
    text.relapses.main = countText(view.segment.relapses, texts);
    if (view.segment.relapses.notExamined > 0) {
      text.relapses.more = say(texts, FACET_TEXT("workspace", "%1 not examined"),
                               texts.count(static_cast<qint64>(view.segment.relapses.notExamined)));
    }
  }
  text.rate = rateCell(view);
  text.edss = edssCell(view);
  text.lesions = lesionCell(view);
  text.ended = endedCell(view);
  return text;
}

QStringList segmentWarnings(const PatientRecord& record, const Response& response, std::size_t segment,
                            const Texts& texts) {
  const SegmentView view = viewOf(record, response, segment, texts);
  QStringList warnings;
  if (view.segment.contradictory) {
    warnings << say(texts, FACET_TEXT("workspace", "The recorded stop lies before the start. Nothing is counted under "
                                                   "this treatment."));
  }
  const Episode* episode = view.episode();
  if (episode != nullptr && episode->drug == nullptr) {
    warnings << say(texts,
                    FACET_TEXT("workspace", "“%1” is not in the table of drugs: how it is dosed and how long it acts "
                                            "is not known."),
                    QString::fromStdString(episode->name));
  }
  addOverlaps(view, warnings);
  const Span& span = view.span();
  if (!view.segment.contradictory && (!span.begin.isExact() || !span.end.isExact())) {
    warnings << say(texts, FACET_TEXT("workspace", "Its dates are not known to the day; counts and rates are given as "
                                                   "the lowest and the highest that the dates allow."));
  }
  if (const Gap* gap = view.gap()) {
    const Episode& before = response.exposure.episodes[gap->after];
    if (isCourse(before)) {
      warnings << say(texts, FACET_TEXT("workspace", "%1 acts beyond its course: this time is not untreated."),
                      drugName(texts, before));
    }
    warnings << say(texts,
                    FACET_TEXT("workspace", "What happens after stopping may still belong to %1: what is left of its "
                                            "effect, or a rebound. It is counted here, where it began."),
                    drugName(texts, before));
  }
  return warnings;
}

std::optional<std::size_t> segmentAt(const Response& response, Day day) {
  std::optional<std::size_t> found;
  int best = 0;
  for (std::size_t i = 0; i < response.segments.size(); ++i) {
    const Segment& segment = response.segments[i];
    if (segment.contradictory) {
      continue;
    }
    const Answer within = contains(spanOf(response.exposure, segment), rangeOf(day));
    // Certain before perhaps, drugs before gaps; of equals the later one.
    const int rank = within == Answer::No ? 0 : (within == Answer::Yes ? 2 : 0) + (segment.episode ? 2 : 1);
    if (rank > 0 && rank >= best) {
      best = rank;
      found = i;
    }
  }
  return found;
}

} // namespace facet::workspace
