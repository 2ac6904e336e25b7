#pragma once

#include "sample_patient.h"

#include <facet/workspace/patient_row.h>

#include <algorithm>
#include <array>
#include <cstdio>

/// The sample patient and `others` more with made-up facts, ordered by id; every fourteenth is a control, some facts
/// are missing.
inline std::vector<facet::workspace::PatientRow> samplePeople(int others) {
  using namespace facet;
  using namespace facet::clinical;
  const workspace::Patient sample = samplePatient();
  std::vector<workspace::PatientRow> rows{workspace::patientRow(sample.record, sample.dataDay, {})};
  rows.front().hasImages = true;
  constexpr std::array kCountries = {"BE", "CZ", "DE", "DK", "ES", "FI", "FR", "IT", "NL", "NO", "SE", "US"};
  constexpr std::array kDrugs = {"natalizumab",  "ocrelizumab", "dimethyl fumarate", "rituximab", "fingolimod", "",
                                 "teriflunomide"};
  constexpr std::array kCourses = {Course::RelapsingRemitting, Course::RelapsingRemitting, Course::SecondaryProgressive,
                                   Course::RelapsingRemitting, Course::PrimaryProgressive, Course::ClinicallyIsolated};
  for (int i = 0; i < others; ++i) {
    const auto pick = [i](const auto& from, int step) {
      return from[static_cast<std::size_t>(i * step) % from.size()];
    };
    workspace::PatientRow row;
    char id[32];
    std::snprintf(id, sizeof id, "%s-%04X-%02d", pick(kCountries, 5), (i * 40503) & 0xffff, i % 90 + 10);
    row.id = id;
    row.country = pick(kCountries, 5);
    row.kind = i % 14 == 13 ? PersonKind::Control : PersonKind::Patient;
    row.sex = i % 10 < 7 ? Sex::Female : Sex::Male;
    row.birth = *PartialDate::fromYear(1950 + (i * 37) % 54);
    row.lastVisit = sample.dataDay - std::chrono::days((i * 61) % 700);
    if (row.kind == PersonKind::Patient) {
      row.course = pick(kCourses, 1);
      row.onset = *PartialDate::fromYearMonth(1990 + (i * 13) % 34, static_cast<unsigned>(i % 12) + 1);
      row.edss = *Edss::fromTenths(i % 9 == 0 ? 0 : 10 + (i * 5) % 65 / 5 * 5);
      row.edssDate = row.lastVisit;
      row.relapsesInYear = i % 5 == 0 ? 1 : i % 23 == 0 ? 2 : 0;
      if (const char* drug = pick(kDrugs, 3); *drug != '\0') {
        row.treatments.push_back({"t", "", drug, *PartialDate::fromYear(2022), {}, "", ""});
      }
      if (i % 4 != 0) {
        row.lastScan = sample.dataDay - std::chrono::days((i * 97) % 900);
      }
      if (i % 11 == 0) {
        row.lastReport = sample.dataDay - std::chrono::days((i * 31) % 300);
      }
    }
    rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return rows;
}
