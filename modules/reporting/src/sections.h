#pragma once

#include <facet/reporting/make_report.h>

/// The parts of a report; each has its blocks filled, or a sentence that says what is missing.
namespace facet::reporting {

[[nodiscard]] Section treatmentSection(const workspace::Patient& patient, const workspace::Texts& texts);
[[nodiscard]] Section visitSection(const workspace::Patient& patient, const workspace::Texts& texts);
[[nodiscard]] Section scanSection(const workspace::Patient& patient, const workspace::Texts& texts);
/// `mri` is null where images were not read.
[[nodiscard]] Section keyImageSection(const MriFindings* mri, const workspace::Texts& texts);
[[nodiscard]] Section lesionSection(const MriFindings* mri, const workspace::Texts& texts);
/// The definitions that `report` uses so far.
[[nodiscard]] Section definitionSection(const Report& report, const MriFindings* mri, const ReportSource& source,
                                        const workspace::Texts& texts);

/// "L 18.4 P 22.1 S 26.0", with the language's decimal sign.
[[nodiscard]] QString placeText(LpsPoint point, const workspace::Texts& texts);

/// An empty section with its title.
[[nodiscard]] Section makeSection(SectionId id, const workspace::Texts& texts);

} // namespace facet::reporting
