#include "response_parts.h"
#include "say.h"

#include <facet/workspace/record_words.h>

#include <algorithm>

namespace facet::workspace {
namespace {

using namespace clinical;

const QString kDot = QStringLiteral(" · ");
constexpr std::array kPlaces = {ScanPlace::Under, ScanPlace::SpansStart, ScanPlace::SpansStop, ScanPlace::SpansBoth,
                                ScanPlace::Unsure};

/// "3 in 2 intervals", "2 in 1 interval, 1 not reported", "not reported".
QString groupText(const LesionGroup& group, bool sum, const Texts& texts) {
  if (group.reported == 0) {
    return say(texts, FACET_TEXT("workspace", "not reported"));
  }
  const QString count = sum ? texts.translate("workspace", "%1 in %n interval(s)", nullptr, pluralCount(group.reported))
                                  .arg(texts.count(group.lesions))
                            : texts.translate("workspace", "%n interval(s) that share time, not summed", nullptr,
                                              pluralCount(group.reported));
  const auto missing = static_cast<qint64>(group.intervals - group.reported);
  return missing == 0 ? count : say(texts, FACET_TEXT("workspace", "%1, %2 not reported"), count, texts.count(missing));
}

RecordLine examLine(const SegmentView& view, const ScanInterval& interval) {
  const auto& [record, response, segment, texts] = view;
  const MriExam& exam = record.exams[interval.exam];
  RecordLine line{.when = texts.date(exam.date), .what = {}, .detail = {}, .day = exam.date, .page = PageId::Mri};
  QStringList detail;
  switch (interval.comparison) {
  case Comparison::Compared:
    line.when = texts.date(record.exams[*interval.comparator].date) + QStringLiteral(" → ") + line.when;
    detail << placeText(view, interval.place);
    break;
  case Comparison::FirstScan:
    detail << say(texts, FACET_TEXT("workspace", "compared with no earlier scan"));
    break;
  case Comparison::NotOnRecord:
    detail << say(texts, FACET_TEXT("workspace", "the scan that it was compared with is not on record"));
    break;
  }
  QStringList what;
  if (exam.newT2) {
    what << say(texts, FACET_TEXT("workspace", "%1 new T2"), texts.count(*exam.newT2));
  } else {
    what << say(texts, FACET_TEXT("workspace", "new T2 not reported"));
  }
  if (exam.enlargingT2) {
    what << say(texts, FACET_TEXT("workspace", "%1 enlarging"), texts.count(*exam.enlargingT2));
  }
  if (exam.enhancing) {
    what << say(texts, FACET_TEXT("workspace", "Gd %1"), texts.count(*exam.enhancing));
  } else if (exam.contrast == ContrastGiven::No) {
    what << say(texts, FACET_TEXT("workspace", "no contrast given"));
  } else {
    what << say(texts, FACET_TEXT("workspace", "Gd not reported"));
  }
  line.what = what.join(kDot);
  detail << regionText(texts, exam);
  if (!exam.scanner.empty()) {
    detail << QString::fromStdString(exam.scanner);
  }
  if (exam.fieldTesla) {
    detail << say(texts, FACET_TEXT("workspace", "%1 T"), texts.number(*exam.fieldTesla, 1));
  }
  line.detail = detail.join(kDot);
  return line;
}

void addRows(const SegmentView& view, LesionSite site, ResponseFact& fact) {
  const LesionGroups groups = lesionGroups(view, site);
  const bool overlapping =
      site == LesionSite::Brain ? view.segment.scans.brain.overlapping : view.segment.scans.elsewhere.overlapping;
  for (const ScanPlace place : kPlaces) {
    const LesionGroup& group = groups.at(place);
    if (group.intervals > 0) {
      fact.rows.push_back(
          {placeText(view, place), groupText(group, place != ScanPlace::Under || !overlapping, view.texts),
           site == LesionSite::Elsewhere ? say(view.texts, FACET_TEXT("workspace", "cord or optic nerve alone"))
                                         : QString()});
    }
  }
  if (groups.notCompared > 0) {
    fact.rows.push_back({say(view.texts, FACET_TEXT("workspace", "without comparator")),
                         view.texts.translate("workspace", "%n scan(s)", nullptr, pluralCount(groups.notCompared)),
                         {}});
  }
}

} // namespace

LesionGroups lesionGroups(const SegmentView& view, LesionSite site) {
  LesionGroups groups;
  for (const ScanInterval& interval : view.segment.scans.intervals) {
    const MriExam& exam = view.record.exams[interval.exam];
    if (showsBrain(exam) != (site == LesionSite::Brain)) {
      continue;
    }
    if (interval.comparison != Comparison::Compared) {
      ++groups.notCompared;
      continue;
    }
    LesionGroup& group = groups.byPlace[static_cast<std::size_t>(interval.place)];
    ++group.intervals;
    group.reported += exam.newT2 ? 1 : 0;
    group.lesions += exam.newT2.value_or(0);
  }
  return groups;
}

QString placeText(const SegmentView& view, ScanPlace place) {
  const auto& [record, response, segment, texts] = view;
  const bool isFirst = &segment == response.segments.data();
  const bool isLast = &segment == &response.segments.back();
  switch (place) {
  case ScanPlace::Under:
    return view.gap() != nullptr ? say(texts, FACET_TEXT("workspace", "in it"))
                                 : say(texts, FACET_TEXT("workspace", "under it"));
  case ScanPlace::SpansStart:
    return isFirst ? say(texts, FACET_TEXT("workspace", "spans the start"))
                   : say(texts, FACET_TEXT("workspace", "spans the switch to it"));
  case ScanPlace::SpansStop:
    return isLast ? say(texts, FACET_TEXT("workspace", "spans the stop"))
                  : say(texts, FACET_TEXT("workspace", "spans the switch from it"));
  case ScanPlace::SpansBoth:
    return say(texts, FACET_TEXT("workspace", "spans all of it"));
  case ScanPlace::Unsure:
    break;
  }
  return say(texts, FACET_TEXT("workspace", "unsure: dates known in part"));
}

ResponseFact lesionFact(const SegmentView& view) {
  const auto& [record, response, segment, texts] = view;
  ResponseFact fact = startFact(ResponsePart::Lesions, say(texts, FACET_TEXT("workspace", "New T2 lesions")), texts);
  const NewLesions& brain = segment.scans.brain;
  if (!segment.scans.hasScan()) {
    fact.value = segment.gap ? say(texts, FACET_TEXT("workspace", "no scan in this time"))
                             : say(texts, FACET_TEXT("workspace", "no scan during treatment"));
  } else if (brain.intervals + brain.notReported == 0) {
    fact.value = say(texts, FACET_TEXT("workspace", "no interval under it"));
  } else {
    const LesionGroup under{brain.intervals + brain.notReported, brain.intervals, brain.lesions};
    fact.value = groupText(under, !brain.overlapping, texts);
  }
  addRows(view, LesionSite::Brain, fact);
  addRows(view, LesionSite::Elsewhere, fact);
  const bool spans = std::any_of(segment.scans.intervals.begin(), segment.scans.intervals.end(), [](const auto& each) {
    return each.comparison == Comparison::Compared && each.place != ScanPlace::Under;
  });
  if (spans) {
    fact.notes << say(texts, FACET_TEXT("workspace", "Lesions of an interval that spans a switch may have come before "
                                                     "or after it; they are not counted under a drug."));
  }
  for (const ScanInterval& interval : segment.scans.intervals) {
    fact.records.push_back(examLine(view, interval));
  }
  return fact;
}

} // namespace facet::workspace
