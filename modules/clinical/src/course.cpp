#include <facet/clinical/course.h>

#include <algorithm>

namespace facet::clinical {
namespace {

bool isExamined(const Visit& visit) {
  return visit.mode == ExaminationMode::Examined;
}

/// Whether `b` counts rather than `a` as the value of a time that ends with the later of them.
bool isLater(const Visit& a, const Visit& b) {
  return b.date != a.date ? b.date > a.date : isExamined(b) >= isExamined(a);
}

/// Whether a visit lies after the first day of the span, up to and with its last.
Answer isUnder(const Span& span, Day day) {
  const bool closed = span.kind == SpanEnd::Closed;
  if (day <= span.begin.earliest || (closed && day > span.end.latest)) {
    return Answer::No;
  }
  return day > span.begin.latest && (!closed || day <= span.end.earliest) ? Answer::Yes : Answer::Perhaps;
}

std::optional<std::size_t> examOf(const PatientRecord& record, const std::string& id) {
  const auto found =
      std::find_if(record.exams.begin(), record.exams.end(), [&](const MriExam& exam) { return exam.id == id; });
  return found == record.exams.end() ? std::nullopt
                                     : std::optional<std::size_t>(std::distance(record.exams.begin(), found));
}

/// On which side of a stretch of time a scan lies; its first and last day belong to it.
enum class Side { Before, In, After, Unsure };

Side sideOf(const Span& span, Day day) {
  const bool closed = span.kind == SpanEnd::Closed;
  if (day < span.begin.earliest) {
    return Side::Before;
  }
  if (closed && day > span.end.latest) {
    return Side::After;
  }
  return day >= span.begin.latest && (!closed || day <= span.end.earliest) ? Side::In : Side::Unsure;
}

/// Where the interval lies, or nothing where it has no time in common with the span.
std::optional<ScanPlace> placeOf(const Span& span, Day reference, Day scan) {
  const Side from = sideOf(span, reference);
  const Side to = sideOf(span, scan);
  const bool outside = to == Side::Before || from == Side::After || scan == span.begin.earliest ||
                       (span.kind == SpanEnd::Closed && reference == span.end.latest);
  if (outside) {
    return std::nullopt;
  }
  if (from == Side::Unsure || to == Side::Unsure) {
    return ScanPlace::Unsure;
  }
  if (from == Side::Before) {
    return to == Side::After ? ScanPlace::SpansBoth : ScanPlace::SpansStart;
  }
  return to == Side::After ? ScanPlace::SpansStop : ScanPlace::Under;
}

std::optional<ScanInterval> intervalOf(const PatientRecord& record, std::size_t index, const Span& span) {
  const MriExam& exam = record.exams[index];
  ScanInterval interval{.exam = index, .comparator = std::nullopt};
  if (!exam.comparatorId.empty()) {
    interval.comparator = examOf(record, exam.comparatorId);
    const bool earlier = interval.comparator && record.exams[*interval.comparator].date < exam.date;
    interval.comparison = earlier ? Comparison::Compared : Comparison::NotOnRecord;
  }
  if (interval.comparison == Comparison::Compared) {
    const auto place = placeOf(span, record.exams[*interval.comparator].date, exam.date);
    if (!place) {
      return std::nullopt;
    }
    interval.place = *place;
    return interval;
  }
  const Side side = sideOf(span, exam.date);
  if (side == Side::Before || side == Side::After) {
    return std::nullopt;
  }
  interval.place = side == Side::In ? ScanPlace::Under : ScanPlace::Unsure;
  return interval;
}

void add(NewLesions& sum, const PatientRecord& record, const ScanInterval& interval, std::optional<Day>& until) {
  const MriExam& exam = record.exams[interval.exam];
  if (!exam.newT2) {
    ++sum.notReported;
    return;
  }
  sum.overlapping = sum.overlapping || (until && record.exams[*interval.comparator].date < *until);
  until = until ? std::max(*until, exam.date) : exam.date;
  sum.lesions += *exam.newT2;
  ++sum.intervals;
}

bool showsRegion(const MriExam& exam, std::string_view part) {
  return std::any_of(exam.regions.begin(), exam.regions.end(),
                     [&](const std::string& region) { return region.find(part) != std::string::npos; });
}

} // namespace

RelapseCount relapsesIn(const PatientRecord& record, const Span& span) {
  RelapseCount count;
  for (std::size_t i = 0; i < record.relapses.size(); ++i) {
    const Relapse& relapse = record.relapses[i];
    const Answer within = contains(span, rangeOf(relapse.onset));
    if (within == Answer::No || relapse.certainty == RelapseCertainty::Pseudo) {
      continue;
    }
    (within == Answer::Yes ? count.certain : count.possible).push_back(i);
    count.notExamined +=
        relapse.certainty == RelapseCertainty::Reported || relapse.certainty == RelapseCertainty::Unknown ? 1 : 0;
  }
  return count;
}

EdssCourse edssIn(const PatientRecord& record, const Span& span) {
  EdssCourse course;
  const auto visit = [&](std::size_t index) -> const Visit& { return record.visits[index]; };
  for (std::size_t i = 0; i < record.visits.size(); ++i) {
    if (!visit(i).edss) {
      continue;
    }
    switch (isUnder(span, visit(i).date)) {
    case Answer::Yes:
      course.within.push_back(i);
      break;
    case Answer::Perhaps:
      course.perhaps.push_back(i);
      break;
    case Answer::No:
      if (visit(i).date <= span.begin.earliest && (!course.before || isLater(visit(*course.before), visit(i)))) {
        course.before = i;
      }
      break;
    }
  }
  for (const std::size_t i : course.within) {
    if (!course.first || (visit(i).date == visit(*course.first).date && isLater(visit(*course.first), visit(i))) ||
        visit(i).date < visit(*course.first).date) {
      course.first = i;
    }
    if (!course.last || isLater(visit(*course.last), visit(i))) {
      course.last = i;
    }
    if (!course.lowest || *visit(i).edss < *visit(*course.lowest).edss) {
      course.lowest = i;
    }
  }
  if (course.before && course.last) {
    course.changeInTenths = visit(*course.last).edss->tenths() - visit(*course.before).edss->tenths();
  }
  return course;
}

bool ScanCourse::hasScan() const {
  return std::any_of(intervals.begin(), intervals.end(), [](const ScanInterval& interval) {
    return interval.place != ScanPlace::SpansStop && interval.place != ScanPlace::SpansBoth;
  });
}

ScanCourse scansIn(const PatientRecord& record, const Span& span) {
  ScanCourse course;
  std::optional<Day> brainUntil;
  std::optional<Day> elsewhereUntil;
  for (std::size_t i = 0; i < record.exams.size(); ++i) {
    const auto interval = intervalOf(record, i, span);
    if (!interval) {
      continue;
    }
    course.intervals.push_back(*interval);
    if (interval->comparison == Comparison::Compared && interval->place == ScanPlace::Under) {
      const bool brain = showsBrain(record.exams[i]);
      add(brain ? course.brain : course.elsewhere, record, *interval, brain ? brainUntil : elsewhereUntil);
    }
  }
  return course;
}

bool showsBrain(const MriExam& exam) {
  return exam.regions.empty() || showsRegion(exam, "brain");
}

bool showsCord(const MriExam& exam) {
  return showsRegion(exam, "cord");
}

} // namespace facet::clinical
