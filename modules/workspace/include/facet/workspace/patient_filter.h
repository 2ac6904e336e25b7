#pragma once

#include <facet/workspace/patient_row.h>

#include <functional>
#include <string_view>

namespace facet::workspace {

/// Whether a person is meant.
using RowTest = std::function<bool(const PatientRow& row, Day dataDay)>;

/// What an expression such as "edss >= 4 and treatment = ocrelizumab and not mri" asks of a person. Conditions are
/// joined by "and"; each is a word (mri, relapse-in-year, scan-not-reported, no-visit-14-months, patient, control,
/// deceased, treated) or a comparison (= != < <= > >=) of id, sex, age, phenotype, years-since-onset, treatment, edss,
/// relapses-in-year, country, site, last-visit or last-scan; "not" turns a condition round. A comparison with what is
/// not known holds for nobody, also after "not". Ages and durations are those on the day of the data, in completed
/// years; where a date is known in part the comparison must hold for every day that it can mean.
/// Errors: InvalidInput with the part that is not understood as place.
[[nodiscard]] Result<RowTest> parseRowTest(std::string_view expression);

} // namespace facet::workspace
