#pragma once

#include <facet/workspace/session.h>

/// The patient of the design sketches: nobody real.
inline facet::workspace::Patient samplePatient() {
  using namespace facet;
  using namespace facet::clinical;
  const auto on = [](const char* iso) { return *parseIsoDate(iso); };
  const auto day = [](const char* iso) { return *parseIsoDay(iso); };
  workspace::Patient p;
  p.dataDay = day("2026-11-14");
  p.record.person.id = "SE-K7Q2-M3";
  p.record.person.sex = Sex::Female;
  p.record.person.birth = on("1992-05-10");
  p.record.person.country = "SE";
  p.record.onset = Onset{"o", on("2018-03"), on("2019-02-11")};
  p.record.phases = {{"p1", Course::ClinicallyIsolated, on("2018-03"), on("2019-02")},
                     {"p2", Course::RelapsingRemitting, on("2019-02"), {}}};
  p.record.treatments = {
      {"t1", "L03AX13", "glatiramer acetate", on("2019-06-01"), on("2021-08-15"), "inefficacy-relapses", ""},
      {"t2", "L04AX07", "dimethyl fumarate", on("2021-10-01"), on("2022-04-20"), "intolerance", ""},
      {"t3", "L04AA27", "fingolimod", on("2022-06-01"), on("2025-04-30"), "inefficacy-relapses", ""},
      {"t4", "L04AA36", "ocrelizumab", on("2025-09-12"), {}, "", ""}};
  for (const char* iso : {"2025-09-12", "2025-09-26", "2026-03-12", "2026-09-14"}) {
    p.record.administrations.push_back({std::string("d-") + iso, "t4", "L04AA36", "ocrelizumab", day(iso), 600.0});
  }
  p.record.relapses = {
      {"r1", on("2018-03-12"), {}, RelapseSeverity::Moderate, RelapseCertainty::Reported, Recovery::Partial, {}, {}},
      {"r2",
       on("2024-11-26"),
       {},
       RelapseSeverity::Moderate,
       RelapseCertainty::Confirmed,
       Recovery::Partial,
       true,
       {FunctionalSystem::Pyramidal, FunctionalSystem::Brainstem}}};
  const auto visit = [&](const char* id, const char* date, double edss, std::array<std::optional<int>, 7> grades) {
    Visit v;
    v.id = id;
    v.date = day(date);
    v.occasion = Occasion::Scheduled;
    v.mode = ExaminationMode::Examined;
    v.edss = *Edss::fromNumber(edss);
    v.systems.grades = grades;
    p.record.visits.push_back(v);
  };
  visit("v1", "2024-12-02", 3.5, {3, 1, 2, 2, 1, 0, 1});
  visit("v2", "2025-03-14", 3.0, {3, 1, 1, 2, 1, 0, 1});
  visit("v3", "2025-10-28", 3.0, {3, 1, 1, 2, 1, 0, 1});
  visit("v4", "2026-03-10", 3.0, {3, 1, 1, 2, 1, 0, 1});
  visit("v5", "2026-09-12", 2.5, {2, 1, 1, 2, 1, 0, 1});
  const auto exam = [&](const char* id, const char* date, ContrastGiven contrast, std::optional<int> newT2) {
    MriExam e;
    e.id = id;
    e.date = day(date);
    e.regions = {"brain"};
    e.scanner = "Siemens Prisma";
    e.fieldTesla = 3.0;
    e.contrast = contrast;
    e.newT2 = newT2;
    e.comparatorId = p.record.exams.empty() ? "" : p.record.exams.back().id;
    p.record.exams.push_back(e);
  };
  exam("m1", "2024-12-09", ContrastGiven::Yes, 3);
  exam("m2", "2025-10-28", ContrastGiven::Yes, 0);
  exam("m3", "2026-11-03", ContrastGiven::No, 2);
  p.record.exams.back().enlargingT2 = 1;
  p.record.measurements = {{"n1", "snfl", on("2025-10-28"), 9.1, "pg/mL", "Simoa", ""},
                           {"w1", "t25fw", on("2026-03-10"), 5.4, "s", "", ""},
                           {"l1", "lymphocytes", on("2026-09-12"), 1.1, "10*9/L", "", ""},
                           {"n2", "snfl", on("2026-09-12"), 14.2, "pg/mL", "Simoa", ""},
                           {"w2", "t25fw", on("2026-09-12"), 6.1, "s", "", ""}};
  return p;
}
