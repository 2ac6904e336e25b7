#pragma once

#include <facet/workspace/session.h>
#include <facet/workspace/texts.h>

#include <QString>

#include <vector>

namespace facet::workspace {

enum class Presence { Known, Missing };

/// One fact of the patient header.
struct HeaderFact {
  QString label;
  QString value; ///< where missing, a word that says so
  QString hint;  ///< more of it, for a tooltip; may be empty
  Presence presence = Presence::Known;
};

/// What stands on top of all pages of a patient, in order: sex and age, phenotype, onset, treatment, EDSS, last MRI of
/// the brain, last MRI of the cord, neurofilament. Healthy controls have only what applies to them.
[[nodiscard]] std::vector<HeaderFact> headerFacts(const Patient& patient, const Texts& texts);

/// Completed years; two numbers where the day of birth is not known well enough. Units: years.
struct AgeRange {
  int least = 0;
  int most = 0;
};
/// The age on a day; nothing where the birth is not known or comes later.
[[nodiscard]] std::optional<AgeRange> ageAt(const std::optional<PartialDate>& birth, Day day);
/// "34", or "33–34".
[[nodiscard]] QString ageNumber(const AgeRange& age);

} // namespace facet::workspace
