#pragma once

#include <facet/core/result.h>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace facet::clinical {

/// A step of the Expanded Disability Status Scale: 0, 1, 1.5, 2 … 10. Kept as tenths, so that it compares exactly.
/// Source: Kurtzke, Neurology 1983;33:1444.
class Edss {
public:
  /// Errors: InvalidInput for a number that is no step of the scale (0.5 among them, which does not exist).
  static Result<Edss> fromNumber(double value);
  /// As fromNumber, from tenths: 35 is 3.5.
  static Result<Edss> fromTenths(int tenths);

  [[nodiscard]] int tenths() const { return m_tenths; }
  [[nodiscard]] double value() const { return m_tenths / 10.0; }
  [[nodiscard]] auto operator<=>(const Edss&) const = default;

private:
  explicit Edss(int tenths)
      : m_tenths(tenths) {}
  int m_tenths;
};

/// The seven functional systems in the order in which they are always listed, and the ambulation score.
enum class FunctionalSystem : std::uint8_t {
  Pyramidal,
  Cerebellar,
  Brainstem,
  Sensory,
  BowelBladder,
  Visual,
  Cerebral
};
inline constexpr std::size_t kFunctionalSystems = 7;

/// Highest grade of each system before conversion, in the order of FunctionalSystem.
inline constexpr std::array<int, kFunctionalSystems> kHighestGrade = {6, 5, 5, 6, 6, 6, 5};
/// Highest grade of the 16-grade ambulation score.
inline constexpr int kHighestAmbulation = 16;

/// Grades as examined (visual and bowel/bladder not converted); what was not examined has no value.
struct FunctionalSystems {
  std::array<std::optional<int>, kFunctionalSystems> grades;
  std::optional<int> ambulation;

  [[nodiscard]] std::optional<int>& operator[](FunctionalSystem system) {
    return grades[static_cast<std::size_t>(system)];
  }
  [[nodiscard]] std::optional<int> operator[](FunctionalSystem system) const {
    return grades[static_cast<std::size_t>(system)];
  }
  [[nodiscard]] bool complete() const;
  [[nodiscard]] bool empty() const;
  [[nodiscard]] bool operator==(const FunctionalSystems&) const = default;
};

/// Which published rule turns functional systems into the EDSS.
enum class EdssRule : std::uint8_t {
  Kappos,      ///< scoring table by L. Kappos; a cerebral grade of 1 counts like any other
  Kurtzke1983, ///< the same table, but a cerebral grade of 1 counts as 0
};

/// The grade with which a system enters the EDSS: visual 6, 5, 4, 3, 2 count as 4, 3, 3, 2, 2 and bowel and bladder
/// 6, 5, 4 as 5, 4, 3; others as they are.
[[nodiscard]] int convertedGrade(FunctionalSystem system, int grade);

/// The EDSS that functional systems and ambulation amount to. From an ambulation score of 3 it decides alone, and
/// the systems may be missing.
/// Errors: InvalidInput for a grade outside its system's range; NotFound where a grade that is needed is missing.
/// Source: scoring table by L. Kappos (University Hospital Basel) after Kurtzke, Neurology 1983;33:1444.
[[nodiscard]] Result<Edss> edssFromSystems(const FunctionalSystems& systems, EdssRule rule = EdssRule::Kappos);

} // namespace facet::clinical
