#include "overview_parts.h"

#include <facet/clinical/tables.h>
#include <facet/core/units.h>
#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/record_words.h>

#include <algorithm>
#include <cmath>
#include <map>

// Tests, laboratory values, treatments and what else happened.
namespace facet::workspace {

using namespace clinical;

namespace {

constexpr qsizetype kMostValues = 5;
constexpr qsizetype kMostParts = 4;

std::string std8(const QString& text) {
  return text.toStdString();
}

QString fromStd(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// As many decimals as the size of the number calls for.
QString valueText(const Texts& texts, double value) {
  const double size = std::abs(value);
  const bool whole = std::round(value) == value;
  return texts.number(value, whole ? 0 : size < 1 ? 2 : 1);
}

bool isTest(const std::string& group) {
  return group == "walking" || group == "hand" || group == "cognition" || group == "questionnaire";
}

bool isLaboratory(const std::string& group) {
  return group == "laboratory" || group == "marker";
}

/// The last value in the span of each variable of a group, with the last one before it, newest first.
std::optional<OverviewLine> valueLine(const OverviewSpan& span, OverviewPart part, bool (*wanted)(const std::string&)) {
  struct Pair {
    const Measurement* before = nullptr;
    const Measurement* now = nullptr;
  };
  std::map<std::string, Pair> pairs;
  std::vector<std::string> order;
  for (const Measurement& value : span.record.measurements) {
    const Variable* known = variable(value.code);
    if (known == nullptr || !wanted(known->group)) {
      continue;
    }
    Pair& pair = pairs[value.code];
    if (span.contains(value.date)) {
      if (pair.now == nullptr) {
        order.push_back(value.code);
      }
      pair.now = &value;
    } else if (value.date.latest() <= span.since) {
      pair.before = &value;
    }
  }
  if (order.empty()) {
    return std::nullopt;
  }
  std::stable_sort(order.begin(), order.end(), [&](const std::string& a, const std::string& b) {
    return pairs[a].now->date.earliest() > pairs[b].now->date.earliest();
  });
  QStringList parts;
  for (const std::string& code : order) {
    const auto& [before, now] = pairs[code];
    const std::string name = std8(shortVariableText(span.texts, code));
    const std::string unit(unitSymbol(now->unit));
    const std::string value = std8(valueText(span.texts, now->value)) + (unit.empty() || unit == "1" ? "" : " " + unit);
    // A value in another unit or by another method is no value before.
    if (before != nullptr && before->unit == now->unit && before->method == now->method) {
      parts << span.say(
          FACET_TEXT("workspace", "%1 %2 → %3").with(name, std8(valueText(span.texts, before->value)), value));
    } else {
      parts << span.say(FACET_TEXT("workspace", "%1 %2").with(name, value));
    }
  }
  OverviewLine line;
  line.part = part;
  line.day = pairs[order.front()].now->date.earliest();
  line.sentence = shortList(span.texts, parts, kMostValues);
  line.detail =
      span.say(FACET_TEXT("workspace", "newest of %1").with(std8(span.texts.date(pairs[order.front()].now->date))));
  return line;
}

} // namespace

std::optional<OverviewLine> testLine(const OverviewSpan& span) {
  return valueLine(span, OverviewPart::Tests, isTest);
}

std::optional<OverviewLine> laboratoryLine(const OverviewSpan& span) {
  return valueLine(span, OverviewPart::Laboratory, isLaboratory);
}

std::optional<OverviewLine> treatmentLine(const OverviewSpan& span) {
  QStringList parts;
  std::optional<Day> last;
  const auto note = [&](const PartialDate& date) { last = std::max(last.value_or(Day::min()), date.earliest()); };
  for (const Treatment& treatment : span.record.treatments) {
    const std::string name = std8(drugName(span.texts, treatment));
    if (treatment.stop && span.contains(*treatment.stop)) {
      const QString reason = stopReasonText(span.texts, treatment.stopReason);
      const std::string date = std8(span.texts.date(*treatment.stop));
      parts << (reason.isEmpty()
                    ? span.say(FACET_TEXT("workspace", "%1 stopped %2").with(name, date))
                    : span.say(FACET_TEXT("workspace", "%1 stopped %2 (%3)").with(name, date, std8(reason))));
      note(*treatment.stop);
    }
    if (span.contains(treatment.start)) {
      parts << span.say(FACET_TEXT("workspace", "%1 started %2").with(name, std8(span.texts.date(treatment.start))));
      note(treatment.start);
    }
  }
  if (parts.isEmpty()) {
    return std::nullopt;
  }
  OverviewLine line;
  line.part = OverviewPart::Treatment;
  line.page = PageId::Response;
  line.day = last;
  line.sentence = shortList(span.texts, parts, kMostParts);
  return line;
}

std::optional<OverviewLine> doseLine(const OverviewSpan& span) {
  struct Doses {
    QString drug;
    QStringList days;
  };
  std::vector<Doses> drugs;
  std::optional<Day> last;
  for (const Administration& dose : span.record.administrations) {
    if (!span.contains(dose.date)) {
      continue;
    }
    QString drug = drugName(span.texts, dose.atc, dose.name);
    for (const Treatment& treatment : span.record.treatments) {
      if (drug.isEmpty() && treatment.id == dose.treatmentId) {
        drug = drugName(span.texts, treatment);
      }
    }
    auto found = std::find_if(drugs.begin(), drugs.end(), [&](const Doses& doses) { return doses.drug == drug; });
    if (found == drugs.end()) {
      found = drugs.insert(drugs.end(), {drug, {}});
    }
    found->days << span.texts.date(dose.date);
    last = dose.date;
  }
  if (drugs.empty()) {
    return std::nullopt;
  }
  OverviewLine line;
  line.part = OverviewPart::Doses;
  line.day = last;
  QStringList parts;
  QStringList days;
  for (const Doses& doses : drugs) {
    const auto count = static_cast<int>(doses.days.size());
    parts << span.texts.translate("workspace", "%n dose(s) of %1", nullptr, count).arg(doses.drug);
    days << doses.days;
  }
  line.sentence = parts.join(QStringLiteral("; "));
  line.detail = shortList(span.texts, days, kMostParts);
  return line;
}

std::optional<OverviewLine> sideEffectLine(const OverviewSpan& span) {
  QStringList parts;
  std::optional<Day> last;
  bool serious = false;
  for (const AdverseEvent& event : span.record.adverseEvents) {
    if (!span.contains(event.date)) {
      continue;
    }
    const std::string date = std8(span.texts.date(event.date));
    parts << (event.serious.value_or(false)
                  ? span.say(FACET_TEXT("workspace", "%1, serious (%2)").with(event.term, date))
                  : span.say(FACET_TEXT("workspace", "%1 (%2)").with(event.term, date)));
    serious = serious || event.serious.value_or(false);
    last = event.date.earliest();
  }
  if (parts.isEmpty()) {
    return std::nullopt;
  }
  OverviewLine line;
  line.part = OverviewPart::SideEffects;
  line.tone = serious ? OverviewTone::Worse : OverviewTone::Plain;
  line.day = last;
  const auto count = static_cast<int>(parts.size());
  line.sentence = span.texts.translate("workspace", "%n side effect(s)", nullptr, count);
  line.detail = shortList(span.texts, parts, kMostParts);
  return line;
}

std::optional<OverviewLine> otherLine(const OverviewSpan& span) {
  QStringList parts;
  std::optional<Day> last;
  for (const Pregnancy& pregnancy : span.record.pregnancies) {
    if (span.contains(pregnancy.conception)) {
      parts << span.say(FACET_TEXT("workspace", "pregnant since %1").with(std8(span.texts.date(pregnancy.conception))));
      last = pregnancy.conception.earliest();
    }
    if (pregnancy.end && span.contains(*pregnancy.end)) {
      parts << span.say(FACET_TEXT("workspace", "pregnancy ended %1").with(std8(span.texts.date(*pregnancy.end))));
      last = pregnancy.end->earliest();
    }
  }
  for (const Finding& finding : span.record.findings) {
    if (!finding.date || !span.contains(*finding.date)) {
      continue;
    }
    QString value = fromStd(finding.value);
    if (const Variable* known = variable(finding.code)) {
      for (const Level& level : known->levels) {
        value = level.code == finding.value ? tableText(span.texts, level.label) : value;
      }
    }
    parts << span.say(
        FACET_TEXT("workspace", "%1: %2 (%3)")
            .with(std8(variableText(span.texts, finding.code)), std8(value), std8(span.texts.date(*finding.date))));
    last = finding.date->earliest();
  }
  if (parts.isEmpty()) {
    return std::nullopt;
  }
  OverviewLine line;
  line.part = OverviewPart::Other;
  line.day = last;
  line.sentence = shortList(span.texts, parts, kMostParts);
  return line;
}

std::optional<OverviewLine> missingLine(const OverviewSpan& span) {
  const PatientRecord& record = span.record;
  QStringList parts;
  const auto inSpan = [&](const auto& item) { return span.contains(item.date); };
  if (std::none_of(record.visits.begin(), record.visits.end(), inSpan)) {
    parts << span.say(FACET_TEXT("workspace", "no visit"));
  } else if (std::none_of(record.visits.begin(), record.visits.end(),
                          [&](const Visit& visit) { return inSpan(visit) && visit.edss; })) {
    parts << span.say(FACET_TEXT("workspace", "no EDSS"));
  }
  const MriExam* brain = nullptr;
  bool cord = false;
  for (const MriExam& exam : record.exams) {
    const auto has = [&](std::string_view ending) {
      return std::any_of(exam.regions.begin(), exam.regions.end(),
                         [&](const std::string& region) { return region.ends_with(ending); });
    };
    brain = inSpan(exam) && has("brain") ? &exam : brain;
    cord = cord || (exam.date <= span.until && has("cord"));
  }
  if (brain == nullptr) {
    parts << span.say(FACET_TEXT("workspace", "no MRI of the brain"));
  } else if (brain->contrast == ContrastGiven::No) {
    parts << span.say(FACET_TEXT("workspace", "no contrast at the last MRI of the brain"));
  }
  if (!cord) {
    parts << span.say(FACET_TEXT("workspace", "the cord was never imaged"));
  }
  if (parts.isEmpty()) {
    return std::nullopt;
  }
  OverviewLine line;
  line.part = OverviewPart::Missing;
  line.tone = OverviewTone::Missing;
  line.sentence = span.say(FACET_TEXT("workspace", "Missing: %1").with(std8(parts.join(QStringLiteral(", ")))));
  return line;
}

} // namespace facet::workspace
