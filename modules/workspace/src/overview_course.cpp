#include "overview_parts.h"

#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/record_words.h>

#include <algorithm>

// Relapses, disability and scans.
namespace facet::workspace {

using namespace clinical;

namespace {

constexpr qsizetype kMostParts = 3;

std::string std8(const QString& text) {
  return text.toStdString();
}

QString describeRelapse(const OverviewSpan& span, const Relapse& relapse) {
  QStringList parts{severityText(span.texts, relapse.severity), certaintyText(span.texts, relapse.certainty)};
  QStringList systems;
  for (const FunctionalSystem system : relapse.systems) {
    systems << systemName(span.texts, system);
  }
  if (!systems.isEmpty()) {
    parts << systems.join(QStringLiteral(", "));
  }
  parts << recoveryText(span.texts, relapse.recovery);
  return span.texts.date(relapse.onset) + QStringLiteral(": ") + parts.join(QStringLiteral(", "));
}

const Visit* lastWithEdss(const std::vector<Visit>& visits, Day from, Day until) {
  const Visit* found = nullptr;
  for (const Visit& visit : visits) {
    if (visit.edss && visit.date > from && visit.date <= until) {
      found = &visit;
    }
  }
  return found;
}

const Visit* highest(const OverviewSpan& span) {
  const Visit* found = nullptr;
  for (const Visit& visit : span.record.visits) {
    if (visit.edss && span.contains(visit.date) && (found == nullptr || *visit.edss > *found->edss)) {
      found = &visit;
    }
  }
  return found;
}

QStringList systemChanges(const OverviewSpan& span, const Visit& before, const Visit& now) {
  QStringList changes;
  for (std::size_t i = 0; i < kFunctionalSystems; ++i) {
    const auto system = static_cast<FunctionalSystem>(i);
    const std::optional<int> a = before.systems[system];
    const std::optional<int> b = now.systems[system];
    if (a && b && *a != *b) {
      changes << span.say(FACET_TEXT("workspace", "%1 %2 → %3").with(std8(systemName(span.texts, system)), *a, *b));
    }
  }
  return changes;
}

/// "2 new and 1 enlarging T2 lesions, 1 enhancing"; what was not reported is said so.
QString describeCounts(const OverviewSpan& span, const MriExam& exam) {
  QStringList parts;
  if (exam.newT2) {
    parts << span.texts.translate("workspace", "%n new T2 lesion(s)", nullptr, *exam.newT2);
  }
  if (exam.enlargingT2) {
    parts << span.texts.translate("workspace", "%n enlarging", "T2 lesions", *exam.enlargingT2);
  }
  if (exam.contrast == ContrastGiven::No) {
    parts << span.say(FACET_TEXT("workspace", "no contrast given"));
  } else if (exam.enhancing) {
    parts << span.texts.translate("workspace", "%n enhancing", "lesions", *exam.enhancing);
  }
  if (!exam.newT2 && !exam.enlargingT2) {
    parts.prepend(span.say(FACET_TEXT("workspace", "no count of new lesions reported")));
  }
  return parts.join(QStringLiteral(", "));
}

QString comparedWith(const OverviewSpan& span, const MriExam& exam) {
  const auto found = std::find_if(span.record.exams.begin(), span.record.exams.end(),
                                  [&](const MriExam& other) { return other.id == exam.comparatorId; });
  if (exam.comparatorId.empty() || found == span.record.exams.end()) {
    return span.say(FACET_TEXT("workspace", "compared with no earlier scan"));
  }
  return span.say(FACET_TEXT("workspace", "compared with %1").with(std8(span.texts.date(found->date))));
}

} // namespace

std::optional<OverviewLine> relapseLine(const OverviewSpan& span) {
  QStringList parts;
  int pseudo = 0;
  std::optional<Day> last;
  for (const Relapse& relapse : span.record.relapses) {
    if (!span.contains(relapse.onset)) {
      continue;
    }
    if (relapse.certainty == RelapseCertainty::Pseudo) {
      ++pseudo;
      continue;
    }
    parts.prepend(describeRelapse(span, relapse));
    last = relapse.onset.earliest();
  }
  OverviewLine line;
  line.part = OverviewPart::Relapses;
  line.day = last;
  if (parts.isEmpty()) {
    line.sentence = span.say(FACET_TEXT("workspace", "No relapse recorded"));
  } else {
    line.tone = OverviewTone::Relapse;
    const auto count = static_cast<int>(parts.size());
    line.sentence = span.texts.translate("workspace", "%n relapse(s)", nullptr, count);
    line.detail = shortList(span.texts, parts, kMostParts);
  }
  if (pseudo > 0) {
    line.detail += line.detail.isEmpty() ? QString() : QStringLiteral("; ");
    line.detail += span.texts.translate("workspace", "%n pseudo-relapse(s) not counted", nullptr, pseudo);
  }
  return line;
}

std::optional<OverviewLine> edssLine(const OverviewSpan& span) {
  const Visit* now = lastWithEdss(span.record.visits, span.since, span.until);
  if (now == nullptr) {
    return std::nullopt;
  }
  const Visit* before = lastWithEdss(span.record.visits, Day::min(), span.since);
  OverviewLine line;
  line.part = OverviewPart::Edss;
  line.day = now->date;
  const std::string value = std8(edssText(span.texts, *now->edss));
  const std::string date = std8(span.texts.date(now->date));
  QStringList details;
  if (before == nullptr) {
    line.sentence = span.say(FACET_TEXT("workspace", "EDSS %1 on %2, no earlier one").with(value, date));
  } else if (*before->edss == *now->edss) {
    line.sentence = span.say(FACET_TEXT("workspace", "EDSS %1 on %2, as before").with(value, date));
  } else {
    line.tone = *now->edss > *before->edss ? OverviewTone::Worse : OverviewTone::Better;
    line.sentence = span.say(
        FACET_TEXT("workspace", "EDSS %1 → %2 on %3").with(std8(edssText(span.texts, *before->edss)), value, date));
  }
  if (before != nullptr) {
    details << systemChanges(span, *before, *now);
  }
  const Visit* peak = highest(span);
  if (peak != now && *peak->edss > *now->edss) {
    details << span.say(FACET_TEXT("workspace", "highest %1 on %2")
                            .with(std8(edssText(span.texts, *peak->edss)), std8(span.texts.date(peak->date))));
  }
  if (now->occasion == Occasion::Relapse) {
    details << occasionText(span.texts, now->occasion);
  }
  if (now->mode == ExaminationMode::Telephone || now->mode == ExaminationMode::SelfReported) {
    details << modeText(span.texts, now->mode);
  }
  line.detail = details.join(QStringLiteral("; "));
  return line;
}

std::optional<OverviewLine> scanLine(const OverviewSpan& span) {
  QStringList parts;
  const MriExam* last = nullptr;
  for (const MriExam& exam : span.record.exams) {
    if (span.contains(exam.date)) {
      last = &exam;
      parts.prepend(span.say(FACET_TEXT("workspace", "MRI of %1 (%2): %3")
                                 .with(std8(span.texts.date(exam.date)), std8(regionText(span.texts, exam)),
                                       std8(describeCounts(span, exam)))));
    }
  }
  if (last == nullptr) {
    return std::nullopt;
  }
  OverviewLine line;
  line.part = OverviewPart::Scans;
  line.page = PageId::Mri;
  line.day = last->date;
  if (last->newT2.value_or(0) > 0 || last->enhancing.value_or(0) > 0) {
    line.tone = OverviewTone::Relapse;
  } else if (last->enlargingT2.value_or(0) > 0) {
    line.tone = OverviewTone::Worse;
  }
  line.sentence = parts.takeFirst();
  parts.prepend(comparedWith(span, *last));
  line.detail = shortList(span.texts, parts, kMostParts);
  return line;
}

} // namespace facet::workspace
