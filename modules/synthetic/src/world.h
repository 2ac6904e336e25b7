#pragma once

#include <facet/core/date.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The countries, sites and drugs of the synthetic consortium. All figures are parameters of the simulation, chosen to
/// look like published cohorts; they are written to the truth and are nobody's statement of fact.
namespace facet::synthetic {

struct CountryFacts {
  std::string_view code;
  double share = 1; ///< of the participants
  int sites = 2;
  int adoptionDays = 0; ///< from launch to first use
  double rituximab = 0; ///< weight of rituximab among anti-CD20 antibodies
};
[[nodiscard]] std::span<const CountryFacts> countryFacts();

struct SiteFacts {
  std::string code; ///< "SE02"
  std::size_t country = 0;
  int firstYear = 2000; ///< of the registry
  bool measuresNfl = false;
  bool oldAtcCodes = false; ///< delivers the codes in force before 2024
  bool questionnaires = false;
  bool ella = false; ///< measures NfL with Ella since 2022, with Simoa before
  std::size_t scannerSet = 0;
};
[[nodiscard]] const std::vector<SiteFacts>& siteFacts();

struct ScannerFacts {
  std::string_view name;
  double fieldTesla = 3;
};
/// The scanner of a site in a year; `spare` picks its other one.
[[nodiscard]] ScannerFacts scannerOf(const SiteFacts& site, int year, bool spare);

enum class Rank : std::uint8_t { Modest, High };

struct DrugFacts {
  std::string_view name;  ///< as in clinical::drugs()
  std::string_view from;  ///< first day of use in the first country
  std::string_view until; ///< last day of use, or empty
  Rank rank = Rank::Modest;
  double relapses = 1;         ///< rate under the drug, untreated = 1
  double lesions = 1;          ///< likewise for new lesions
  double progression = 1;      ///< likewise for the slope of progression
  double first = 0;            ///< weight as first drug
  double later = 0;            ///< weight after another
  double intolerance = 0.05;   ///< stops for side effects, per year
  double laboratory = 0;       ///< stops for laboratory values, per year
  int actsOnDays = 30;         ///< after the last dose
  int conceptionAfterDays = 0; ///< after the stop; 0: may be taken until conception
  int washoutDays = 14;        ///< before the next drug
  std::string_view dose;
};
[[nodiscard]] std::span<const DrugFacts> drugFacts();
[[nodiscard]] const DrugFacts* drugFacts(std::string_view name);

/// Whether a drug is to be had in a country on a day.
[[nodiscard]] bool isAvailable(const DrugFacts& drug, std::size_t country, Day day);

} // namespace facet::synthetic
