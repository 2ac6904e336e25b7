#include <facet/workspace/patient_row.h>

#include <algorithm>
#include <chrono>

namespace facet::workspace {

using namespace clinical;

namespace {
constexpr int kYear = 12;
constexpr int kLongAgo = 14;
} // namespace

Day monthsBefore(Day day, int months) {
  using namespace std::chrono;
  const year_month_day date(day);
  const year_month month = date.year() / date.month() - std::chrono::months(months);
  const year_month_day same = month / date.day();
  return same.ok() ? sys_days(same) : sys_days(month / last);
}

PatientRow patientRow(const PatientRecord& record, Day dataDay, std::optional<Day> lastReport) {
  PatientRow row;
  row.id = record.person.id;
  row.kind = record.person.kind;
  row.sex = record.person.sex;
  row.birth = record.person.birth;
  row.deceased = record.person.deceased;
  row.death = record.person.death;
  row.country = record.person.country;
  row.site = record.person.site;
  row.lastReport = lastReport;
  if (!record.phases.empty()) {
    row.course = record.phases.back().course;
  }
  if (record.onset) {
    row.onset = record.onset->onset;
  }
  for (const Treatment& treatment : record.treatments) {
    const bool begun = treatment.start.earliest() <= dataDay;
    if (begun && (!treatment.stop || treatment.stop->latest() > dataDay)) {
      row.treatments.push_back(treatment);
    }
  }
  const Day yearAgo = monthsBefore(dataDay, kYear);
  for (const Relapse& relapse : record.relapses) {
    if (relapse.certainty == RelapseCertainty::Pseudo || relapse.onset.earliest() > dataDay) {
      continue;
    }
    if (!row.lastRelapse || relapse.onset.latest() > row.lastRelapse->latest()) {
      row.lastRelapse = relapse.onset;
    }
    // Only what certainly lies in the year counts.
    row.relapsesInYear += relapse.onset.earliest() > yearAgo ? 1 : 0;
  }
  for (const Visit& visit : record.visits) {
    if (visit.date > dataDay) {
      continue;
    }
    row.lastVisit = visit.date;
    if (visit.edss) {
      row.edss = visit.edss;
      row.edssDate = visit.date;
    }
  }
  for (const MriExam& exam : record.exams) {
    if (exam.date <= dataDay) {
      row.lastScan = exam.date;
    }
    row.hasImages = row.hasImages || !exam.bidsSession.empty();
  }
  return row;
}

bool belongsTo(const PatientRow& row, Worklist list, Day dataDay) {
  if (list == Worklist::Everyone) {
    return true;
  }
  if (row.kind == PersonKind::Control) {
    return false;
  }
  switch (list) {
  case Worklist::RelapseInYear:
    return row.relapsesInYear > 0;
  case Worklist::ScanNotReported:
    return row.lastScan && (!row.lastReport || *row.lastScan > *row.lastReport);
  case Worklist::NoVisitFor14Months:
    return !row.deceased && (!row.lastVisit || *row.lastVisit < monthsBefore(dataDay, kLongAgo));
  case Worklist::Everyone:
    break;
  }
  return true;
}

} // namespace facet::workspace
