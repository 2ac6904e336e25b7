#pragma once

#include <facet/core/result.h>

#include <string_view>

namespace facet {

/// The value in unit `to` of a value given in unit `from`.
/// Units: UCUM codes as they stand in FHIR, of those that the records use (ng/L, pg/mL, 10*9/L, s, mm, mL, kg/m2 …).
/// Errors: Unsupported for a code that is not in the table; InvalidInput where the two do not measure the same kind of
/// quantity (mass and substance concentrations are different kinds: the molar mass is not known here).
[[nodiscard]] Result<double> convertUnit(double value, std::string_view from, std::string_view to);

/// Whether the code is in the table of convertUnit.
[[nodiscard]] bool isKnownUnit(std::string_view code);

/// How a unit is written for people ("pg/mL", "×10⁹/L", "points"); codes that are not in the table stay as they are.
[[nodiscard]] std::string_view unitSymbol(std::string_view code);

} // namespace facet
