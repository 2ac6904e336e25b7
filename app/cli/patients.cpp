#include "patients.h"

#include "cache_option.h"
#include "outcome.h"

#include <facet/clinical/codes.h>
#include <facet/workspace/cache_access.h>
#include <facet/workspace/patient_filter.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <string>

namespace facet::cli {
namespace {

using nlohmann::ordered_json;
using workspace::PatientRow;

ordered_json iso(const std::optional<PartialDate>& date) {
  return date ? ordered_json(date->toIso()) : ordered_json();
}

ordered_json iso(const std::optional<Day>& day) {
  return day ? ordered_json(toIso(*day)) : ordered_json();
}

ordered_json text(const std::string& value) {
  return value.empty() ? ordered_json() : ordered_json(value);
}

ordered_json toJson(const PatientRow& row) {
  ordered_json treatments = ordered_json::array();
  for (const clinical::Treatment& treatment : row.treatments) {
    treatments.push_back({{"name", treatment.name}, {"atc", text(treatment.atc)}, {"start", treatment.start.toIso()}});
  }
  return {{"id", row.id},
          {"kind", clinical::codeOf(row.kind)},
          {"sex", clinical::codeOf(row.sex)},
          {"birth", iso(row.birth)},
          {"deceased", row.deceased},
          {"death", iso(row.death)},
          {"country", text(row.country)},
          {"site", text(row.site)},
          {"phenotype", clinical::codeOf(row.course)},
          {"onset", iso(row.onset)},
          {"treatments", treatments},
          {"edss", row.edss ? ordered_json(row.edss->value()) : ordered_json()},
          {"edss_date", iso(row.edssDate)},
          {"last_relapse", iso(row.lastRelapse)},
          {"relapses_in_year", row.relapsesInYear},
          {"last_visit", iso(row.lastVisit)},
          {"last_scan", iso(row.lastScan)},
          {"last_report", iso(row.lastReport)},
          {"mri", row.hasImages}};
}

std::string treatmentsOf(const PatientRow& row) {
  std::string all;
  for (const clinical::Treatment& treatment : row.treatments) {
    all += (all.empty() ? "" : ", ") + treatment.name;
  }
  return all.empty() ? "-" : all;
}

void printRow(const PatientRow& row) {
  const std::string course(clinical::codeOf(row.course));
  std::printf("%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", row.id.c_str(), std::string(clinical::codeOf(row.kind)).c_str(),
              std::string(clinical::codeOf(row.sex)).c_str(), row.birth ? row.birth->toIso().c_str() : "-",
              course.c_str(), row.edss ? std::to_string(row.edss->value()).substr(0, 3).c_str() : "-",
              treatmentsOf(row).c_str(), row.lastVisit ? toIso(*row.lastVisit).c_str() : "-",
              row.hasImages ? "mri" : "-");
}

Exit run(const std::string& expression, const Context& context) {
  workspace::RowTest wanted = [](const PatientRow&, Day) { return true; };
  if (!expression.empty()) {
    Result<workspace::RowTest> parsed = workspace::parseRowTest(expression);
    if (!parsed) {
      (void)fail(parsed.error());
      return Exit::Usage;
    }
    wanted = std::move(*parsed);
  }
  const SystemClock clock;
  const auto cache = openCacheToRead(context, clock);
  if (!cache) {
    return fail(cache.error());
  }
  const auto all = workspace::rowReader(*cache, clock)(*context.progress);
  if (!all) {
    return fail(all.error());
  }
  ordered_json document = ordered_json::array();
  if (!context.json) {
    std::printf("id\tkind\tsex\tbirth\tphenotype\tedss\ttreatment\tlast_visit\timages\n");
  }
  for (const PatientRow& row : all->rows) {
    if (!wanted(row, all->dataDay)) {
      continue;
    }
    if (context.json) {
      document.push_back(toJson(row));
    } else {
      printRow(row);
    }
  }
  if (context.json) {
    std::printf("%s\n", document.dump(1, ' ', false, ordered_json::error_handler_t::replace).c_str());
  }
  return Exit::Done;
}

} // namespace

void addPatients(CLI::App& app, Action& chosen) {
  const auto expression = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("patients", "List who is in the cache, one line each between tabs");
  command->add_option("--where", *expression, "Only those for whom EXPR holds")->type_name("EXPR");
  command->footer(
      "EXPR joins conditions by \"and\"; \"not\" before one turns it round.\n"
      "Words: mri, relapse-in-year, scan-not-reported, no-visit-14-months, patient, control, deceased, treated.\n"
      "Fields, with = != < <= > >=: id, sex, age, phenotype, years-since-onset, treatment, edss, relapses-in-year,\n"
      "country, site, last-visit, last-scan.\n"
      "Example: facetctl patients --where \"edss >= 4 and treatment = ocrelizumab and not mri\"");
  command->callback(
      [expression, &chosen] { chosen = [expression](const Context& context) { return run(*expression, context); }; });
}

} // namespace facet::cli
