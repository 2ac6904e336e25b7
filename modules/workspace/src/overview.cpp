#include "overview_parts.h"

#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/overview.h>

#include <algorithm>

namespace facet::workspace {

QString shortList(const Texts& texts, const QStringList& all, qsizetype most) {
  QString list = all.mid(0, most).join(QStringLiteral("; "));
  if (all.size() > most) {
    const auto rest = static_cast<int>(all.size() - most);
    list += QStringLiteral("; ") + texts.translate("workspace", "%n more", nullptr, rest);
  }
  return list;
}

std::vector<Day> visitDays(const Patient& patient) {
  std::vector<Day> days;
  for (const clinical::Visit& visit : patient.record.visits) {
    if (visit.date <= patient.dataDay) {
      days.push_back(visit.date);
    }
  }
  std::sort(days.begin(), days.end(), std::greater<>());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

std::optional<Day> usualSince(const Patient& patient) {
  const std::vector<Day> days = visitDays(patient);
  if (days.empty()) {
    return std::nullopt;
  }
  return days.size() > 1 ? days[1] : days[0];
}

std::vector<OverviewLine> overviewSince(const Patient& patient, Day since, const Texts& texts) {
  const OverviewSpan span{patient.record, since, patient.dataDay, texts};
  std::vector<OverviewLine> lines;
  for (const auto& line :
       {relapseLine(span), edssLine(span), scanLine(span), testLine(span), laboratoryLine(span), treatmentLine(span),
        doseLine(span), sideEffectLine(span), otherLine(span), missingLine(span)}) {
    if (line) {
      lines.push_back(*line);
    }
  }
  return lines;
}

QString plainOverview(const Patient& patient, Day since, const std::vector<OverviewLine>& lines, const Texts& texts) {
  QString text = texts.say(
      FACET_TEXT("workspace", "%1: new since the visit of %2 (data of %3)")
          .with(patient.record.person.id, texts.date(since).toStdString(), texts.date(patient.dataDay).toStdString()));
  for (const OverviewLine& line : lines) {
    text += QStringLiteral("\n- ") + line.sentence;
    if (!line.detail.isEmpty()) {
      text += QStringLiteral("\n  ") + line.detail;
    }
  }
  text += QStringLiteral("\n") + texts.say(FACET_TEXT("workspace", "Facet, for research, not for diagnosis"));
  return text;
}

} // namespace facet::workspace
