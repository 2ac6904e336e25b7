#include <facet/clinical/tables.h>
#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/record_words.h>

#include <QStringList>

#include <array>
#include <string_view>
#include <utility>

namespace facet::workspace {

using namespace clinical;

QString occasionText(const Texts& texts, Occasion occasion) {
  switch (occasion) {
  case Occasion::Scheduled:
    return texts.say(FACET_TEXT("workspace", "scheduled visit"));
  case Occasion::Relapse:
    return texts.say(FACET_TEXT("workspace", "visit for a relapse"));
  case Occasion::Unscheduled:
    return texts.say(FACET_TEXT("workspace", "unscheduled visit"));
  case Occasion::Unknown:
    break;
  }
  return texts.say(FACET_TEXT("workspace", "occasion not stated"));
}

QString modeText(const Texts& texts, ExaminationMode mode) {
  switch (mode) {
  case ExaminationMode::Examined:
    return texts.say(FACET_TEXT("workspace", "examined"));
  case ExaminationMode::Telephone:
    return texts.say(FACET_TEXT("workspace", "by telephone"));
  case ExaminationMode::SelfReported:
    return texts.say(FACET_TEXT("workspace", "self-reported"));
  case ExaminationMode::Unknown:
    break;
  }
  return texts.say(FACET_TEXT("workspace", "mode not stated"));
}

QString severityText(const Texts& texts, RelapseSeverity severity) {
  switch (severity) {
  case RelapseSeverity::Mild:
    return texts.say(FACET_TEXT("workspace", "mild"));
  case RelapseSeverity::Moderate:
    return texts.say(FACET_TEXT("workspace", "moderate"));
  case RelapseSeverity::Severe:
    return texts.say(FACET_TEXT("workspace", "severe"));
  case RelapseSeverity::Unknown:
    break;
  }
  return texts.say(FACET_TEXT("workspace", "severity not stated"));
}

QString certaintyText(const Texts& texts, RelapseCertainty certainty) {
  switch (certainty) {
  case RelapseCertainty::Reported:
    return texts.say(FACET_TEXT("workspace", "reported, not examined"));
  case RelapseCertainty::Examined:
    return texts.say(FACET_TEXT("workspace", "examined"));
  case RelapseCertainty::Confirmed:
    return texts.say(FACET_TEXT("workspace", "confirmed"));
  case RelapseCertainty::Pseudo:
    return texts.say(FACET_TEXT("workspace", "pseudo-relapse"));
  case RelapseCertainty::Unknown:
    break;
  }
  return texts.say(FACET_TEXT("workspace", "not stated whether examined"));
}

QString recoveryText(const Texts& texts, Recovery recovery) {
  switch (recovery) {
  case Recovery::Complete:
    return texts.say(FACET_TEXT("workspace", "complete recovery"));
  case Recovery::Partial:
    return texts.say(FACET_TEXT("workspace", "partial recovery"));
  case Recovery::None:
    return texts.say(FACET_TEXT("workspace", "no recovery"));
  case Recovery::Unknown:
    break;
  }
  return texts.say(FACET_TEXT("workspace", "recovery not stated"));
}

QString efficacyText(const Texts& texts, Efficacy efficacy) {
  switch (efficacy) {
  case Efficacy::Modest:
    return texts.say(FACET_TEXT("workspace", "modest efficacy"));
  case Efficacy::High:
    return texts.say(FACET_TEXT("workspace", "high efficacy"));
  case Efficacy::Unclassified:
    break;
  }
  return texts.say(FACET_TEXT("workspace", "efficacy not classified"));
}

QString shortSystemName(const Texts& texts, FunctionalSystem system) {
  switch (system) {
  case FunctionalSystem::Pyramidal:
    return texts.say(FACET_TEXT("workspace", "Pyr"));
  case FunctionalSystem::Cerebellar:
    return texts.say(FACET_TEXT("workspace", "Cbl"));
  case FunctionalSystem::Brainstem:
    return texts.say(FACET_TEXT("workspace", "Bst"));
  case FunctionalSystem::Sensory:
    return texts.say(FACET_TEXT("workspace", "Sen"));
  case FunctionalSystem::BowelBladder:
    return texts.say(FACET_TEXT("workspace", "B&B"));
  case FunctionalSystem::Visual:
    return texts.say(FACET_TEXT("workspace", "Vis"));
  case FunctionalSystem::Cerebral:
    break;
  }
  return texts.say(FACET_TEXT("workspace", "Cer"));
}

QString drugName(const Texts& texts, const Episode& episode) {
  return episode.drug != nullptr ? tableText(texts, episode.drug->name) : QString::fromStdString(episode.name);
}

QString stopReasonText(const Texts& texts, const std::string& code) {
  const StopReason* reason = stopReason(code);
  return reason != nullptr ? tableText(texts, reason->label) : QString::fromStdString(code);
}

QString variableText(const Texts& texts, const std::string& code) {
  const Variable* known = variable(code);
  return known != nullptr ? tableText(texts, known->label) : QString::fromStdString(code);
}

QString shortVariableText(const Texts& texts, const std::string& code) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 6> kShort = {
      {{"t25fw", QT_TRANSLATE_NOOP("workspace", "T25FW")},
       {"nhpt-dominant", QT_TRANSLATE_NOOP("workspace", "9HPT dominant")},
       {"nhpt-other", QT_TRANSLATE_NOOP("workspace", "9HPT other hand")},
       {"sdmt", QT_TRANSLATE_NOOP("workspace", "SDMT")},
       {"snfl", QT_TRANSLATE_NOOP("workspace", "sNfL")},
       {"gfap", QT_TRANSLATE_NOOP("workspace", "GFAP")}}};
  for (const auto& [known, text] : kShort) {
    if (known == code) {
      return texts.translate("workspace", text);
    }
  }
  return variableText(texts, code);
}

QString regionText(const Texts& texts, const MriExam& exam) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 4> kRegions = {
      {{"brain", QT_TRANSLATE_NOOP("workspace", "brain")},
       {"cervical-cord", QT_TRANSLATE_NOOP("workspace", "cervical cord")},
       {"thoracic-cord", QT_TRANSLATE_NOOP("workspace", "thoracic cord")},
       {"optic-nerve", QT_TRANSLATE_NOOP("workspace", "optic nerve")}}};
  if (exam.regions.empty()) {
    return texts.translate("workspace", "region not stated");
  }
  QStringList words;
  for (const std::string& region : exam.regions) {
    QString text = QString::fromStdString(region);
    for (const auto& [code, source] : kRegions) {
      if (code == region) {
        text = texts.translate("workspace", source);
      }
    }
    words << text;
  }
  return words.join(QStringLiteral(", "));
}

QString datesText(const Texts& texts, const std::optional<ReleaseDates>& dates) {
  switch (dates.value_or(ReleaseDates::Exact)) {
  case ReleaseDates::Shifted:
    return texts.say(FACET_TEXT("workspace", "Dates are shifted for this person: lengths of time hold, days of the "
                                             "calendar and seasons do not."));
  case ReleaseDates::YearOnly:
    return texts.say(FACET_TEXT("workspace", "This release gives years only: lengths of time are known as bounds."));
  case ReleaseDates::Exact:
    break;
  }
  return {};
}

} // namespace facet::workspace
