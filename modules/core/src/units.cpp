#include <facet/core/units.h>

#include <algorithm>
#include <array>

namespace facet {
namespace {

enum class Kind {
  Number,
  Score,
  Time,
  Length,
  Area,
  Volume,
  Mass,
  MassConcentration,
  Substance,
  Cells,
  Activity,
  BodyMass,
  Field
};

struct Unit {
  std::string_view code;
  Kind kind;
  double factor; ///< of the kind's base unit
  std::string_view symbol;
};

// Factors from the UCUM specification, version 2.1, tables of base and derived units.
constexpr std::array kUnits = {
    Unit{"1", Kind::Number, 1, ""},
    Unit{"%", Kind::Number, 0.01, "%"},
    Unit{"{score}", Kind::Score, 1, "points"},
    Unit{"ms", Kind::Time, 1e-3, "ms"},
    Unit{"s", Kind::Time, 1, "s"},
    Unit{"min", Kind::Time, 60, "min"},
    Unit{"h", Kind::Time, 3600, "h"},
    Unit{"d", Kind::Time, 86400, "d"},
    Unit{"wk", Kind::Time, 604800, "weeks"},
    Unit{"mo", Kind::Time, 2629800, "months"},
    Unit{"a", Kind::Time, 31557600, "years"},
    Unit{"mm", Kind::Length, 1e-3, "mm"},
    Unit{"cm", Kind::Length, 1e-2, "cm"},
    Unit{"m", Kind::Length, 1, "m"},
    Unit{"mm2", Kind::Area, 1e-6, "mm²"},
    Unit{"cm2", Kind::Area, 1e-4, "cm²"},
    Unit{"mm3", Kind::Volume, 1e-6, "mm³"},
    Unit{"mL", Kind::Volume, 1e-3, "mL"},
    Unit{"cm3", Kind::Volume, 1e-3, "cm³"},
    Unit{"L", Kind::Volume, 1, "L"},
    Unit{"ug", Kind::Mass, 1e-6, "µg"},
    Unit{"mg", Kind::Mass, 1e-3, "mg"},
    Unit{"g", Kind::Mass, 1, "g"},
    Unit{"kg", Kind::Mass, 1e3, "kg"},
    Unit{"pg/mL", Kind::MassConcentration, 1e-9, "pg/mL"},
    Unit{"ng/L", Kind::MassConcentration, 1e-9, "ng/L"},
    Unit{"ng/mL", Kind::MassConcentration, 1e-6, "ng/mL"},
    Unit{"ug/L", Kind::MassConcentration, 1e-6, "µg/L"},
    Unit{"mg/L", Kind::MassConcentration, 1e-3, "mg/L"},
    Unit{"g/L", Kind::MassConcentration, 1, "g/L"},
    Unit{"nmol/L", Kind::Substance, 1e-9, "nmol/L"},
    Unit{"umol/L", Kind::Substance, 1e-6, "µmol/L"},
    Unit{"mmol/L", Kind::Substance, 1e-3, "mmol/L"},
    Unit{"10*9/L", Kind::Cells, 1, "×10⁹/L"},
    Unit{"/uL", Kind::Cells, 1e-3, "/µL"},
    Unit{"10*3/uL", Kind::Cells, 1, "×10³/µL"},
    Unit{"U/L", Kind::Activity, 1, "U/L"},
    Unit{"kg/m2", Kind::BodyMass, 1, "kg/m²"},
    Unit{"T", Kind::Field, 1, "T"},
};

const Unit* find(std::string_view code) {
  const auto* const found =
      std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& unit) { return unit.code == code; });
  return found == kUnits.end() ? nullptr : found;
}

} // namespace

bool isKnownUnit(std::string_view code) {
  return find(code) != nullptr;
}

std::string_view unitSymbol(std::string_view code) {
  const Unit* unit = find(code);
  return unit == nullptr ? code : unit->symbol;
}

Result<double> convertUnit(double value, std::string_view from, std::string_view to) {
  const Unit* source = find(from);
  const Unit* target = find(to);
  if (source == nullptr || target == nullptr) {
    return Error{ErrorCode::Unsupported, std::string(source == nullptr ? from : to),
                 FACET_TEXT("core", "is no unit that Facet knows")};
  }
  if (source->kind != target->kind) {
    return Error{ErrorCode::InvalidInput, std::string(from), FACET_TEXT("core", "cannot be converted to %1").with(to)};
  }
  if (source == target) {
    return value;
  }
  return value * source->factor / target->factor;
}

} // namespace facet
