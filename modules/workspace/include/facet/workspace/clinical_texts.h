#pragma once

#include <facet/clinical/records.h>
#include <facet/workspace/texts.h>

#include <string_view>

namespace facet::workspace {

/// A label of the tables that come with the program (variables, levels, drugs, reasons to stop) in the language of
/// `texts`; a label that is not among them stays as it is.
[[nodiscard]] QString tableText(const Texts& texts, std::string_view label);

/// "RRMS", as it is written in notes.
[[nodiscard]] QString courseName(const Texts& texts, clinical::Course course);
/// "relapsing–remitting MS".
[[nodiscard]] QString courseLongName(const Texts& texts, clinical::Course course);
/// "F", "M", "other" or "sex not known".
[[nodiscard]] QString sexLetter(const Texts& texts, clinical::Sex sex);
/// "pyramidal", "bowel and bladder" …
[[nodiscard]] QString systemName(const Texts& texts, clinical::FunctionalSystem system);
/// The drug's name by its ATC code or its name as delivered; as delivered where Facet does not know it.
[[nodiscard]] QString drugName(const Texts& texts, std::string_view atc, std::string_view name);
[[nodiscard]] QString drugName(const Texts& texts, const clinical::Treatment& treatment);
/// "2.5".
[[nodiscard]] QString edssText(const Texts& texts, clinical::Edss edss);

} // namespace facet::workspace
