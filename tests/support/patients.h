#pragma once

#include "records.h"

#include <algorithm>
#include <array>
#include <memory>

/// Whole patients for tests of charts, pages and reports. All of them are invented.
namespace facet::clinical::test {

/// Grades pyramidal … cerebral and ambulation.
inline FunctionalSystems systems(std::array<int, kFunctionalSystems> grades, int ambulation = 0) {
  FunctionalSystems made;
  for (std::size_t i = 0; i < kFunctionalSystems; ++i) {
    made.grades[i] = grades[i];
  }
  made.ambulation = ambulation;
  return made;
}

/// A course of eight years: four drugs with gaps, five relapses, scans, tests and neurofilament.
inline PatientRecord switcher() {
  PatientRecord record;
  record.person = {.id = "SE-K7Q2-M3", .birth = date("1992-05"), .death = {}, .country = "SE", .site = "SE-01"};
  record.person.sex = Sex::Female;
  record.onset = Onset{.id = "o", .onset = date("2018-03"), .diagnosis = date("2019-04-24")};
  record.phases = {
      {.id = "p1", .course = Course::ClinicallyIsolated, .start = date("2018-03-14"), .end = date("2019-04-20")},
      {.id = "p2", .course = Course::RelapsingRemitting, .start = date("2019-04-20"), .end = {}}};
  record.treatments = {treatment("glatiramer acetate", "2019-06-01", "2021-08-30", "inefficacy-relapses"),
                       treatment("dimethyl fumarate", "2021-10-20", "2022-05-10", "intolerance"),
                       treatment("fingolimod", "2022-06-10", "2025-05-02", "inefficacy-mri"),
                       treatment("ocrelizumab", "2025-09-18")};
  for (const char* iso : {"2025-09-18", "2025-10-02", "2026-03-18", "2026-09-17"}) {
    record.administrations.push_back(dose("ocrelizumab", iso, "t-ocrelizumab-2025-09-18"));
    record.administrations.back().doseMg = iso[6] == '9' || iso[5] == '1' ? 300 : 600;
  }
  record.relapses = {relapse("2018-03-14"),
                     relapse("2019-02-10", RelapseCertainty::Examined, RelapseSeverity::Mild),
                     relapse("2020-05-02"),
                     relapse("2021-05-20", RelapseCertainty::Confirmed, RelapseSeverity::Severe),
                     relapse("2023-03", RelapseCertainty::Reported),
                     relapse("2024-06-11", RelapseCertainty::Pseudo),
                     relapse("2024-11-26")};
  record.relapses[0].steroids = true;
  record.relapses[3].steroids = true;
  record.relapses[3].end = date("2021-07-30");
  record.relapses[3].systems = {FunctionalSystem::Pyramidal, FunctionalSystem::Sensory};
  record.relapses[3].recovery = Recovery::Partial;
  record.relapses[6].steroids = true;
  struct Point {
    const char* iso;
    double edss;
    Occasion occasion;
    std::array<int, kFunctionalSystems> grades;
  };
  const auto scheduled = Occasion::Scheduled;
  const std::vector<Point> course = {{"2018-04-20", 2, scheduled, {1, 0, 1, 2, 0, 1, 0}},
                                     {"2018-10-17", 1.5, scheduled, {1, 0, 0, 1, 1, 0, 0}},
                                     {"2019-04-20", 2.5, Occasion::Relapse, {2, 1, 1, 2, 0, 0, 0}},
                                     {"2019-10-18", 1.5, scheduled, {1, 0, 0, 1, 1, 0, 0}},
                                     {"2020-05-08", 3, Occasion::Relapse, {2, 2, 1, 2, 1, 0, 1}},
                                     {"2020-09-10", 2, scheduled, {2, 1, 0, 1, 1, 0, 0}},
                                     {"2021-03-11", 2, scheduled, {2, 0, 1, 1, 1, 0, 0}},
                                     {"2021-06-02", 3.5, Occasion::Relapse, {3, 2, 1, 2, 1, 1, 1}},
                                     {"2021-10-15", 2.5, scheduled, {2, 1, 1, 2, 1, 0, 1}},
                                     {"2022-04-19", 2, scheduled, {2, 1, 0, 1, 1, 0, 1}},
                                     {"2022-11-17", 2, scheduled, {1, 1, 0, 2, 1, 0, 0}},
                                     {"2023-06-15", 2, scheduled, {2, 0, 0, 1, 1, 1, 0}},
                                     {"2023-12-14", 2, scheduled, {2, 0, 0, 1, 1, 0, 0}},
                                     {"2024-06-13", 2, scheduled, {2, 0, 1, 1, 0, 0, 0}},
                                     {"2024-12-02", 3.5, Occasion::Relapse, {3, 2, 1, 2, 1, 0, 1}},
                                     {"2025-03-14", 3, scheduled, {3, 1, 1, 2, 1, 0, 1}},
                                     {"2025-06-20", 3, scheduled, {3, 1, 1, 1, 1, 0, 1}},
                                     {"2025-10-10", 3, scheduled, {2, 2, 1, 2, 2, 0, 1}},
                                     {"2026-03-12", 3, scheduled, {2, 2, 1, 2, 2, 0, 1}},
                                     {"2026-09-12", 2.5, scheduled, {2, 1, 1, 2, 1, 0, 1}}};
  double walk = 5.1;
  for (const Point& point : course) {
    record.visits.push_back(visit(point.iso, point.edss, point.occasion));
    record.visits.back().systems = systems(point.grades, point.edss >= 3.5 ? 1 : 0);
    walk = 4.6 + 0.5 * point.edss;
    record.measurements.push_back(measurement("t25fw", point.iso, walk, "s"));
    record.measurements.push_back(measurement("nhpt-dominant", point.iso, 17.2 + point.edss, "s"));
    record.measurements.push_back(measurement("nhpt-other", point.iso, 18.9 + 0.7 * point.edss, "s"));
  }
  record.visits[11].mode = ExaminationMode::Telephone;
  record.exams = {scan("2018-04-18", nullptr, std::nullopt, 0),
                  scan("2019-04-22", "2018-04-18", 3, 1),
                  scan("2020-05-20", "2019-04-22", 2, 1),
                  scan("2021-06-10", "2020-05-20", 4, 2),
                  scan("2022-07-05", "2021-06-10", 0, 0),
                  scan("2023-07-04", "2022-07-05", 0, 0),
                  scan("2024-11-04", "2023-07-04", 3, 1),
                  scan("2025-10-28", "2024-11-04", 1, 0),
                  scan("2026-11-03", "2025-10-28", 2, std::nullopt, ContrastGiven::No)};
  record.exams[4].regions = {"brain", "cervical-cord"};
  record.exams[8].enlargingT2 = 1;
  for (const auto& [iso, value] : std::vector<std::pair<const char*, double>>{{"2019-04-24", 22},
                                                                              {"2019-10-18", 15},
                                                                              {"2020-05-26", 24},
                                                                              {"2021-01-05", 13},
                                                                              {"2021-07-02", 29},
                                                                              {"2022-04-19", 12},
                                                                              {"2023-01-09", 9.2},
                                                                              {"2023-08-15", 8},
                                                                              {"2024-02-11", 14.2},
                                                                              {"2024-12-02", 27},
                                                                              {"2025-06-20", 12},
                                                                              {"2025-12-18", 9},
                                                                              {"2026-09-12", 11}}) {
    record.measurements.push_back(measurement("snfl", iso, value, "pg/mL", "Simoa"));
  }
  std::stable_sort(record.measurements.begin(), record.measurements.end(),
                   [](const Measurement& a, const Measurement& b) { return a.date.earliest() < b.date.earliest(); });
  return record;
}

/// One visit, nothing else.
inline PatientRecord newcomer() {
  PatientRecord record;
  record.person = {.id = "DE-AA11-B2", .birth = {}, .death = {}, .country = "DE", .site = {}};
  record.visits = {visit("2026-10-05", 1.5)};
  return record;
}

/// Forty years with partial dates, long silences, a telephone, a course of cladribine and progression.
inline PatientRecord veteran() {
  PatientRecord record;
  record.person = {.id = "IT-4Z9K-Q8-a-rather-long-pseudonym-of-a-registry",
                   .birth = date("1961"),
                   .death = {},
                   .country = "IT",
                   .site = "IT-03"};
  record.person.sex = Sex::Male;
  record.onset = Onset{.id = "o", .onset = date("1985"), .diagnosis = date("1987-03")};
  record.phases = {{.id = "p1", .course = Course::RelapsingRemitting, .start = date("1985"), .end = date("2009-06")},
                   {.id = "p2", .course = Course::SecondaryProgressive, .start = date("2009-06"), .end = {}}};
  record.treatments = {treatment("azathioprine", "1989", "1996-03", "other"),
                       treatment("interferon beta-1b", "1996-09", "2004", "inefficacy-relapses"),
                       treatment("mitoxantrone", "2004-11-02", "2006-10-10", "course-complete"),
                       treatment("interferon beta-1a", "2007-02-01", "2012-05-30", "progression"),
                       treatment("cladribine", "2018-09-03", "2019-10-04", "course-complete"),
                       treatment("siponimod", "2021-02-15")};
  for (const char* iso :
       {"1985", "1987-02", "1990", "1993-06", "1996-01-15", "1999-09-02", "2003-10-20", "2004-08-11"}) {
    record.relapses.push_back(relapse(iso, iso[2] == '8' ? RelapseCertainty::Reported : RelapseCertainty::Confirmed));
  }
  const std::vector<std::pair<const char*, double>> course = {
      {"1987-03-02", 1},   {"1988-04-11", 1.5}, {"1990-09-20", 2},   {"1993-07-01", 3},   {"1994-06-15", 2.5},
      {"1996-02-02", 3.5}, {"1997-03-10", 3},   {"1998-03-12", 3},   {"1999-09-10", 4},   {"2000-10-10", 3.5},
      {"2002-04-05", 3.5}, {"2003-11-03", 4.5}, {"2004-09-01", 5},   {"2005-09-01", 4.5}, {"2007-01-15", 5},
      {"2009-06-08", 6},   {"2011-05-16", 6},   {"2012-05-30", 6.5}, {"2018-08-20", 7},   {"2020-05-04", 7},
      {"2021-02-10", 7},   {"2023-03-15", 7.5}, {"2026-02-11", 7.5}};
  for (const auto& [iso, edss] : course) {
    record.visits.push_back(visit(iso, edss));
  }
  record.visits[19].mode = ExaminationMode::Telephone;
  record.visits[21].mode = ExaminationMode::SelfReported;
  record.exams = {scan("1996-02-20"), scan("2004-08-30", "1996-02-20", std::nullopt, 1),
                  scan("2018-08-21", "2004-08-30"),
                  scan("2021-08-20", "2018-08-21", 0, std::nullopt, ContrastGiven::No)};
  record.measurements = {
      measurement("sdmt", "2018-08-20", 38, "{score}"), measurement("sdmt", "2021-02-10", 33, "{score}"),
      measurement("snfl", "2018", 18.4, "pg/mL", "Simoa"), measurement("snfl", "2021-02-10", 16.1, "pg/mL", "Ella")};
  return record;
}

/// About `events` events over twenty years: visits, infusions, scans and values.
inline PatientRecord busy(int events) {
  PatientRecord record = switcher();
  record.person.id = "busy";
  record.visits.clear();
  record.exams.clear();
  record.measurements.clear();
  const Day first = day("2006-01-09");
  record.treatments = {treatment("natalizumab", "2006-06-01")};
  const int each = events / 5;
  const auto at = [&](int i) { return first + std::chrono::days(20 * 365 * i / each); };
  for (int i = 0; i < each; ++i) {
    const std::string iso = toIso(at(i));
    record.visits.push_back(visit(iso.c_str(), 2 + (i % 5) * 0.5));
    record.visits.back().systems = systems({i % 4, 1, 0, 2, 1, 0, i % 3});
    record.administrations.push_back(dose("natalizumab", iso.c_str(), "t-natalizumab-2006-06-01"));
    record.measurements.push_back(measurement("snfl", iso.c_str(), 8 + i % 9, "pg/mL", "Simoa"));
    record.measurements.push_back(measurement("t25fw", iso.c_str(), 4 + (i % 7) * 0.3, "s"));
    const std::string before = i == 0 ? std::string() : toIso(at(i - 1));
    record.exams.push_back(scan(iso.c_str(), i == 0 ? nullptr : before.c_str(), i % 11 == 0 ? 2 : 0, 0));
  }
  return record;
}

} // namespace facet::clinical::test
