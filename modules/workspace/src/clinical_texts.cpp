#include <facet/clinical/tables.h>
#include <facet/workspace/clinical_texts.h>

namespace facet::workspace {

using namespace clinical;

QString tableText(const Texts& texts, std::string_view label) {
  return texts.translate("tables", std::string(label).c_str());
}

QString courseName(const Texts& texts, Course course) {
  switch (course) {
  case Course::RadiologicallyIsolated:
    return texts.say(FACET_TEXT("workspace", "RIS"));
  case Course::ClinicallyIsolated:
    return texts.say(FACET_TEXT("workspace", "CIS"));
  case Course::RelapsingRemitting:
    return texts.say(FACET_TEXT("workspace", "RRMS"));
  case Course::SecondaryProgressive:
    return texts.say(FACET_TEXT("workspace", "SPMS"));
  case Course::PrimaryProgressive:
    return texts.say(FACET_TEXT("workspace", "PPMS"));
  case Course::Unknown:
    break;
  }
  return texts.say(FACET_TEXT("workspace", "not known"));
}

QString courseLongName(const Texts& texts, Course course) {
  switch (course) {
  case Course::RadiologicallyIsolated:
    return texts.say(FACET_TEXT("workspace", "radiologically isolated syndrome"));
  case Course::ClinicallyIsolated:
    return texts.say(FACET_TEXT("workspace", "clinically isolated syndrome"));
  case Course::RelapsingRemitting:
    return texts.say(FACET_TEXT("workspace", "relapsing–remitting MS"));
  case Course::SecondaryProgressive:
    return texts.say(FACET_TEXT("workspace", "secondary progressive MS"));
  case Course::PrimaryProgressive:
    return texts.say(FACET_TEXT("workspace", "primary progressive MS"));
  case Course::Unknown:
    break;
  }
  return texts.say(FACET_TEXT("workspace", "course not known"));
}

QString sexLetter(const Texts& texts, Sex sex) {
  switch (sex) {
  case Sex::Female:
    return texts.say(FACET_TEXT("workspace", "F"));
  case Sex::Male:
    return texts.say(FACET_TEXT("workspace", "M"));
  case Sex::Other:
    return texts.say(FACET_TEXT("workspace", "other"));
  case Sex::Unknown:
    break;
  }
  return texts.say(FACET_TEXT("workspace", "sex not known"));
}

QString systemName(const Texts& texts, FunctionalSystem system) {
  switch (system) {
  case FunctionalSystem::Pyramidal:
    return texts.say(FACET_TEXT("workspace", "pyramidal"));
  case FunctionalSystem::Cerebellar:
    return texts.say(FACET_TEXT("workspace", "cerebellar"));
  case FunctionalSystem::Brainstem:
    return texts.say(FACET_TEXT("workspace", "brainstem"));
  case FunctionalSystem::Sensory:
    return texts.say(FACET_TEXT("workspace", "sensory"));
  case FunctionalSystem::BowelBladder:
    return texts.say(FACET_TEXT("workspace", "bowel and bladder"));
  case FunctionalSystem::Visual:
    return texts.say(FACET_TEXT("workspace", "visual"));
  case FunctionalSystem::Cerebral:
    break;
  }
  return texts.say(FACET_TEXT("workspace", "cerebral"));
}

QString drugName(const Texts& texts, std::string_view atc, std::string_view name) {
  const Drug* drug = atc.empty() ? nullptr : drugByAtc(atc);
  if (drug == nullptr) {
    drug = drugByName(name);
  }
  return drug != nullptr ? tableText(texts, drug->name)
                         : QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString drugName(const Texts& texts, const Treatment& treatment) {
  return drugName(texts, treatment.atc, treatment.name);
}

QString edssText(const Texts& texts, Edss edss) {
  return texts.number(edss.value(), 1);
}

} // namespace facet::workspace
