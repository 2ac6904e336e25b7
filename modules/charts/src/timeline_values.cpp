#include "say.h"

#include <facet/charts/timeline_texts.h>
#include <facet/clinical/at_time.h>
#include <facet/clinical/course.h>
#include <facet/core/units.h>
#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/record_words.h>

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace facet::charts {
namespace {

using namespace clinical;
using workspace::Texts;

const QString kDot = QStringLiteral(" · ");

/// How long ago a date lies: "41 d", "3–14 mo".
QString ageText(const DayRange& when, Day day, const Texts& texts) {
  const QString longest = texts.duration(when.earliest, day);
  const QString shortest = texts.duration(when.latest, day);
  if (shortest == longest) {
    return longest;
  }
  // "10–11 mo": the unit once.
  const qsizetype unit = longest.lastIndexOf(QLatin1Char(' '));
  const bool sameUnit = unit > 0 && shortest.endsWith(longest.mid(unit));
  return (sameUnit ? shortest.left(shortest.lastIndexOf(QLatin1Char(' '))) : shortest) + QStringLiteral("–") + longest;
}

TextRow treatmentRow(const TimelineModel& model, const EpisodeAt& at, const Texts& texts) {
  const Episode& episode = model.exposure().episodes[at.episode];
  const QString name = workspace::drugName(texts, episode);
  if (at.on == Answer::Perhaps) {
    return {name, say(texts, FACET_TEXT("charts", "perhaps")), {}};
  }
  // The first day is day 1.
  const Days day{at.sinceStart.least + 1, at.sinceStart.most + 1};
  const QString number =
      day.isExact() ? texts.count(day.least) : texts.count(day.least) + QStringLiteral("–") + texts.count(day.most);
  return {name, say(texts, FACET_TEXT("charts", "day %1"), number), {}};
}

QString gapText(const TimelineModel& model, std::size_t gap, const Texts& texts) {
  const Episode& before = model.exposure().episodes[model.exposure().gaps[gap].after];
  return say(texts, FACET_TEXT("charts", "none, after %1"), workspace::drugName(texts, before));
}

TextRow measurementRow(const Measurement& value, Day day, const Texts& texts) {
  QString text = quantityText(value, texts);
  if (!value.method.empty()) {
    text += QStringLiteral(", ") + QString::fromStdString(value.method);
  }
  return {workspace::shortVariableText(texts, value.code), text, ageText(clinical::rangeOf(value.date), day, texts)};
}

} // namespace

QString daysText(const Days& days, const Texts& texts) {
  if (days.isExact()) {
    return say(texts, FACET_TEXT("charts", "%1 d"), texts.count(days.least));
  }
  return say(texts, FACET_TEXT("charts", "%1–%2 d"), texts.count(days.least), texts.count(days.most));
}

QString quantityText(const Measurement& value, const Texts& texts) {
  int decimals = 0;
  while (decimals < 3 &&
         std::abs(value.value * std::pow(10, decimals) - std::round(value.value * std::pow(10, decimals))) > 1e-3) {
    ++decimals;
  }
  const QString number = texts.number(value.value, decimals);
  const std::string_view symbol =
      value.unit == "{score}" || value.unit == "1" ? std::string_view() : unitSymbol(value.unit);
  return symbol.empty()
             ? number
             : number + QLatin1Char(' ') + QString::fromUtf8(symbol.data(), static_cast<qsizetype>(symbol.size()));
}

QString lesionText(const MriExam& exam, const Texts& texts) {
  QStringList parts;
  if (exam.comparatorId.empty()) {
    parts << say(texts, FACET_TEXT("charts", "not compared"));
  } else if (exam.newT2) {
    parts << say(texts, FACET_TEXT("charts", "%1 new T2"), texts.count(*exam.newT2));
  } else {
    parts << say(texts, FACET_TEXT("charts", "new T2 not reported"));
  }
  if (exam.enhancing) {
    parts << say(texts, FACET_TEXT("charts", "Gd %1"), texts.count(*exam.enhancing));
  } else if (exam.contrast == ContrastGiven::No) {
    parts << say(texts, FACET_TEXT("charts", "contrast not given"));
  } else {
    parts << say(texts, FACET_TEXT("charts", "Gd not reported"));
  }
  return parts.join(kDot);
}

std::vector<TextRow> valuesAt(const TimelineModel& model, Day day, const Texts& texts) {
  std::vector<TextRow> rows;
  if (model.isEmpty()) {
    return rows;
  }
  const PatientRecord& record = model.record();
  const Snapshot at = snapshotAt(record, model.exposure(), day);
  if (at.phase) {
    rows.push_back(
        {say(texts, FACET_TEXT("charts", "Phase")), workspace::courseName(texts, record.phases[*at.phase].course), {}});
  }
  for (const EpisodeAt& episode : at.episodes) {
    rows.push_back(treatmentRow(model, episode, texts));
  }
  if (at.gap) {
    rows.push_back({say(texts, FACET_TEXT("charts", "Treatment")), gapText(model, *at.gap, texts), {}});
  }
  if (at.relapse) {
    const Relapse& relapse = record.relapses[*at.relapse];
    rows.push_back({say(texts, FACET_TEXT("charts", "Last relapse")), texts.date(relapse.onset),
                    ageText(clinical::rangeOf(relapse.onset), day, texts)});
  }
  if (at.edss) {
    const Visit& visit = record.visits[*at.edss];
    rows.push_back({say(texts, FACET_TEXT("charts", "EDSS")), workspace::edssText(texts, *visit.edss),
                    ageText(clinical::rangeOf(visit.date), day, texts)});
  }
  const auto addMeasurements = [&](LaneKind kind) {
    for (const Lane& lane : model.lanes()) {
      for (const std::string& variable : lane.kind == kind ? lane.variables : std::vector<std::string>()) {
        for (const std::size_t index : at.measurements) {
          if (record.measurements[index].code == variable) {
            rows.push_back(measurementRow(record.measurements[index], day, texts));
          }
        }
      }
    }
  };
  addMeasurements(LaneKind::Test);
  if (at.exam) {
    const MriExam& exam = record.exams[*at.exam];
    rows.push_back({say(texts, FACET_TEXT("charts", "Last MRI")), lesionText(exam, texts),
                    ageText(clinical::rangeOf(exam.date), day, texts)});
  }
  addMeasurements(LaneKind::Marker);
  return rows;
}

QString valuesLine(const TimelineModel& model, Day day, const Texts& texts) {
  QStringList parts{texts.date(day)};
  if (model.onset() && model.onset()->latest() <= day) {
    parts << say(texts, FACET_TEXT("charts", "%1 since onset"), ageText(clinical::rangeOf(*model.onset()), day, texts));
  }
  for (const TextRow& row : valuesAt(model, day, texts)) {
    const QString text = row.label + QLatin1Char(' ') + row.value;
    parts << (row.age.isEmpty() ? text : say(texts, FACET_TEXT("charts", "%1 (%2 old)"), text, row.age));
  }
  return parts.join(kDot);
}

} // namespace facet::charts
