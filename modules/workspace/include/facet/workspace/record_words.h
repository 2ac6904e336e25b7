#pragma once

#include <facet/clinical/exposure.h>
#include <facet/clinical/records.h>
#include <facet/clinical/release_manifest.h>
#include <facet/workspace/texts.h>

#include <QString>

#include <optional>
#include <string>

/// More words for what the records hold, beside clinical_texts.h: how a visit, a relapse and a scan came about.
namespace facet::workspace {

/// "scheduled visit", "visit for a relapse" …
[[nodiscard]] QString occasionText(const Texts& texts, clinical::Occasion occasion);
/// "examined", "by telephone" …
[[nodiscard]] QString modeText(const Texts& texts, clinical::ExaminationMode mode);
/// "mild" … "severity not stated".
[[nodiscard]] QString severityText(const Texts& texts, clinical::RelapseSeverity severity);
/// "reported, not examined", "confirmed", "pseudo-relapse" …
[[nodiscard]] QString certaintyText(const Texts& texts, clinical::RelapseCertainty certainty);
/// "partial recovery" …
[[nodiscard]] QString recoveryText(const Texts& texts, clinical::Recovery recovery);
/// "high efficacy" …
[[nodiscard]] QString efficacyText(const Texts& texts, clinical::Efficacy efficacy);
/// Three letters: "Pyr".
[[nodiscard]] QString shortSystemName(const Texts& texts, clinical::FunctionalSystem system);
/// The drug's name, or as delivered where Facet does not know it.
[[nodiscard]] QString drugName(const Texts& texts, const clinical::Episode& episode);
/// Why a drug was stopped; as delivered where the table does not know the code; empty for none.
[[nodiscard]] QString stopReasonText(const Texts& texts, const std::string& code);
/// The label of a variable of the dictionary; its code where the dictionary does not know it.
[[nodiscard]] QString variableText(const Texts& texts, const std::string& code);
/// The short name of a variable for a narrow place: "T25FW"; its label where it has none.
[[nodiscard]] QString shortVariableText(const Texts& texts, const std::string& code);
/// "brain, cervical cord"; "region not stated" for none.
[[nodiscard]] QString regionText(const Texts& texts, const clinical::MriExam& exam);

/// What a reader must know of dates that are not the true ones, as a sentence; empty for exact dates.
[[nodiscard]] QString datesText(const Texts& texts, const std::optional<clinical::ReleaseDates>& dates);

} // namespace facet::workspace
