#pragma once

#include <facet/clinical/records.h>

#include <optional>
#include <string_view>

/// The words by which the records' enumerations are written in releases, in JSON output and in tables.
namespace facet::clinical {

/// The code of a value: lower case, words joined by '-'; "unknown" for Unknown.
[[nodiscard]] std::string_view codeOf(FunctionalSystem value);
[[nodiscard]] std::string_view codeOf(Sex value);
[[nodiscard]] std::string_view codeOf(PersonKind value);
[[nodiscard]] std::string_view codeOf(Course value);
[[nodiscard]] std::string_view codeOf(Occasion value);
[[nodiscard]] std::string_view codeOf(ExaminationMode value);
[[nodiscard]] std::string_view codeOf(RelapseSeverity value);
[[nodiscard]] std::string_view codeOf(RelapseCertainty value);
[[nodiscard]] std::string_view codeOf(Recovery value);
[[nodiscard]] std::string_view codeOf(PregnancyOutcome value);
[[nodiscard]] std::string_view codeOf(ContrastGiven value);

/// The value of a code, or nothing for another text. Defined for the types of codeOf.
template <class Enum>
[[nodiscard]] std::optional<Enum> fromCode(std::string_view code);

} // namespace facet::clinical
