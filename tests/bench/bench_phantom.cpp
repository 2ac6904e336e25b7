#include "bench.h"

#include <facet/synthetic/phantom.h>

#include <cstdlib>
#include <filesystem>

using namespace facet;
using namespace facet::synthetic;

namespace {

/// Four patients with three visits each, as in the demo.
std::vector<PatientScans> demoPatients() {
  constexpr std::array<double, 4> kAges = {29, 41, 56, 35};
  std::vector<PatientScans> patients;
  for (int p = 0; p < 4; ++p) {
    PatientScans patient;
    patient.seed = 1000 + static_cast<std::uint64_t>(p);
    patient.subject = "P" + std::to_string(p + 1);
    patient.sex = p % 2 == 0 ? clinical::Sex::Female : clinical::Sex::Male;
    for (int v = 0; v < 3; ++v) {
      const ScanSetup setup = demoSetup(p, v);
      patient.output = setup.output;
      ScanPlan scan;
      scan.session = "M" + std::to_string(12 * v);
      scan.date = Day(std::chrono::days(18000 + 370 * v + 40 * p));
      scan.ageYears = kAges[static_cast<std::size_t>(p)] + v;
      scan.protocol = setup.protocol;
      scan.scanner = setup.scanner;
      scan.gadolinium = setup.gadolinium;
      scan.motion = setup.motion;
      scan.activity.newLesions = v == 0 ? 16 + 3 * p : 3;
      scan.activity.enlarging = v == 0 ? 0 : 2;
      scan.activity.enhancing = v == 0 ? 1 : 2;
      scan.activity.vanishing = v == 2 ? 1 : 0;
      if (v == 1) {
        scan.activity.sites = {LesionSite::Brainstem, LesionSite::CerebellarPeduncle};
      }
      patient.scans.push_back(std::move(scan));
    }
    patients.push_back(std::move(patient));
  }
  return patients;
}

/// FACET_BENCH_KEEP names a folder where the images stay, to be looked at.
std::vector<double> writeAll() {
  namespace fs = std::filesystem;
  const char* keep = std::getenv("FACET_BENCH_KEEP");
  const fs::path folder = keep != nullptr ? fs::path(keep) : fs::temp_directory_path() / "facet-bench-phantom";
  fs::remove_all(folder);
  const std::vector<double> times = timesMs(1, [&] {
    NullProgress progress;
    const auto written = writePhantoms(demoPatients(), {.release = folder / "release", .truth = folder / "truth"},
                                       PhantomDetail::Full, progress);
    if (!written) {
      std::fprintf(stderr, "%s\n", describe(written.error()).c_str());
      std::exit(1);
    }
  });
  if (keep == nullptr) {
    fs::remove_all(folder);
  }
  return {times.front() / 1000};
}

} // namespace

int main(int argc, char** argv) {
  return runFigures(argc, argv, {{"phantom.12-sessions", "s", "<=18", writeAll}});
}
