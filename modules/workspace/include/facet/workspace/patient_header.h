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

/// "34 y", "33–34 y" where only the year of birth is known, or an empty text.
[[nodiscard]] QString ageText(const Texts& texts, const std::optional<PartialDate>& birth, Day day);

} // namespace facet::workspace
