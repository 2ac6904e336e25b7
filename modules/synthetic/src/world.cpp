#include "world.h"

#include <facet/core/random.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace facet::synthetic {
namespace {

constexpr std::array<CountryFacts, 12> kCountries = {{
    {"BE", 0.7, 2, 200, 0.05},
    {"CZ", 0.8, 2, 400, 0.15},
    {"DE", 1.6, 4, 30, 0.15},
    {"DK", 1.0, 2, 60, 0.0},
    {"ES", 1.1, 3, 300, 0.3},
    {"FI", 0.7, 2, 200, 0.9},
    {"FR", 1.2, 3, 250, 0.3},
    {"IT", 1.4, 3, 250, 0.2},
    {"NL", 0.8, 2, 120, 0.3},
    {"NO", 0.8, 2, 100, 2.5},
    {"SE", 1.4, 4, 60, 12.0},
    {"US", 1.3, 3, 0, 0.6},
}};

// Relative rates of relapses: interferon and glatiramer 29 % fewer, teriflunomide 34 %, fumarate 51 %, S1P modulators
// 54 % (PMC10820407, table 2); others set between them by their tier in resources/tables/drugs.json.
constexpr std::array<DrugFacts, 19> kDrugs = {{
    {"interferon beta-1a", "1997-05-01", "", Rank::Modest, 0.71, 0.45, 0.97, 1.0, 0.3, 0.10, 0.01, 30, 0, 7,
     "44 ug three times a week"},
    {"interferon beta-1b", "1996-01-15", "", Rank::Modest, 0.71, 0.45, 0.97, 0.6, 0.2, 0.11, 0.01, 30, 0, 7,
     "250 ug every 2 days"},
    {"peginterferon beta-1a", "2014-09-01", "", Rank::Modest, 0.71, 0.45, 0.97, 0.3, 0.2, 0.11, 0.01, 30, 0, 7,
     "125 ug every 2 weeks"},
    {"glatiramer acetate", "2001-06-01", "", Rank::Modest, 0.71, 0.5, 1.0, 0.8, 0.4, 0.08, 0, 60, 0, 7, "20 mg daily"},
    {"teriflunomide", "2013-09-15", "", Rank::Modest, 0.66, 0.35, 0.93, 0.7, 0.6, 0.09, 0.03, 60, 120, 21,
     "14 mg daily"},
    {"dimethyl fumarate", "2014-02-10", "", Rank::Modest, 0.49, 0.22, 0.95, 1.4, 1.0, 0.10, 0.03, 40, 0, 14,
     "240 mg twice daily"},
    {"diroximel fumarate", "2021-11-20", "", Rank::Modest, 0.49, 0.22, 0.95, 0.2, 0.1, 0.06, 0.03, 40, 0, 14,
     "462 mg twice daily"},
    {"fingolimod", "2011-04-01", "", Rank::High, 0.46, 0.2, 0.92, 0.15, 1.4, 0.04, 0.02, 60, 70, 35, "0.5 mg daily"},
    {"ozanimod", "2020-07-01", "", Rank::High, 0.46, 0.2, 0.93, 0.15, 0.3, 0.04, 0.02, 60, 100, 28, "0.92 mg daily"},
    {"siponimod", "2020-02-01", "", Rank::High, 0.46, 0.2, 0.85, 0.0, 0.05, 0.04, 0.02, 30, 30, 28, "2 mg daily"},
    {"ponesimod", "2021-06-15", "", Rank::High, 0.46, 0.2, 0.93, 0.1, 0.2, 0.04, 0.02, 20, 20, 20, "20 mg daily"},
    {"cladribine", "2017-10-01", "", Rank::High, 0.42, 0.15, 0.88, 0.25, 0.7, 0.01, 0.01, 1600, 200, 180,
     "1.75 mg/kg a year"},
    {"natalizumab", "2006-07-15", "", Rank::High, 0.32, 0.05, 0.85, 0.45, 1.6, 0.02, 0, 60, 0, 42,
     "300 mg every 4 weeks"},
    {"alemtuzumab", "2013-10-01", "2020-01-31", Rank::High, 0.32, 0.08, 0.82, 0.08, 0.25, 0.0, 0.0, 1800, 130, 365,
     "12 mg a day"},
    {"ocrelizumab", "2018-02-01", "", Rank::High, 0.3, 0.03, 0.76, 1.1, 2.0, 0.015, 0.01, 240, 120, 90,
     "600 mg every 6 months"},
    {"ofatumumab", "2021-05-01", "", Rank::High, 0.3, 0.03, 0.78, 0.7, 0.9, 0.02, 0.01, 150, 180, 60, "20 mg monthly"},
    {"ublituximab", "2023-07-01", "", Rank::High, 0.3, 0.03, 0.78, 0.1, 0.15, 0.02, 0.01, 240, 120, 90,
     "450 mg every 24 weeks"},
    {"rituximab", "2009-01-15", "", Rank::High, 0.3, 0.03, 0.78, 0.0, 0.0, 0.015, 0.01, 300, 120, 90,
     "500 mg every 6 months"},
    {"daclizumab", "2016-08-01", "2018-03-02", Rank::High, 0.5, 0.3, 0.93, 0.05, 0.25, 0.08, 0.04, 120, 120, 30,
     "150 mg monthly"},
}};

struct Place {
  ScannerFacts old;
  ScannerFacts now;
  ScannerFacts spare;
};
constexpr std::array<Place, 5> kPlaces = {{
    {{"Siemens Symphony", 1.5}, {"Siemens Prisma", 3}, {"Siemens Aera", 1.5}},
    {{"Philips Intera", 1.5}, {"Philips Achieva", 3}, {"Philips Ingenia", 1.5}},
    {{"GE Signa HDxt", 1.5}, {"GE Discovery MR750", 3}, {"GE Optima MR450w", 1.5}},
    {{"Siemens Avanto", 1.5}, {"Siemens Skyra", 3}, {"Siemens Avanto", 1.5}},
    {{"Philips Gyroscan", 1.5}, {"Philips Ingenia", 3}, {"GE Signa Artist", 1.5}},
}};

std::vector<SiteFacts> makeSites() {
  std::vector<SiteFacts> sites;
  for (std::size_t country = 0; country < kCountries.size(); ++country) {
    for (int number = 1; number <= kCountries[country].sites; ++number) {
      RandomStream random(0x5173, country * 16 + static_cast<std::size_t>(number), 1);
      SiteFacts site;
      char code[16];
      std::snprintf(code, sizeof code, "%.2s%02d", kCountries[country].code.data(), number);
      site.code = code;
      site.country = country;
      site.firstYear = 1996 + static_cast<int>(random.below(10));
      site.measuresNfl = number == 1 || random.chance(0.4);
      site.oldAtcCodes = random.chance(0.35);
      site.questionnaires = random.chance(0.4);
      site.ella = random.chance(0.25);
      site.scannerSet = random.below(static_cast<std::uint32_t>(kPlaces.size()));
      sites.push_back(std::move(site));
    }
  }
  return sites;
}

} // namespace

std::span<const CountryFacts> countryFacts() {
  return kCountries;
}

const std::vector<SiteFacts>& siteFacts() {
  static const std::vector<SiteFacts> sites = makeSites();
  return sites;
}

ScannerFacts scannerOf(const SiteFacts& site, int year, bool spare) {
  const Place& place = kPlaces[site.scannerSet];
  if (year < 2012 + static_cast<int>(site.scannerSet)) {
    return place.old;
  }
  return spare ? place.spare : place.now;
}

std::span<const DrugFacts> drugFacts() {
  return kDrugs;
}

const DrugFacts* drugFacts(std::string_view name) {
  const auto* const found =
      std::find_if(kDrugs.begin(), kDrugs.end(), [name](const DrugFacts& drug) { return drug.name == name; });
  return found == kDrugs.end() ? nullptr : found;
}

bool isAvailable(const DrugFacts& drug, std::size_t country, Day day) {
  const bool american = kCountries[country].code == "US";
  std::string_view from = drug.from;
  if (american && drug.name == "cladribine") {
    from = "2019-05-01";
  } else if (american && drug.name == "alemtuzumab") {
    from = "2014-12-01";
  }
  if (drug.name == "rituximab" && kCountries[country].rituximab <= 0) {
    return false;
  }
  if (!drug.until.empty() && day > *parseIsoDay(drug.until)) {
    return false;
  }
  return day >= *parseIsoDay(from) + std::chrono::days(kCountries[country].adoptionDays);
}

} // namespace facet::synthetic
