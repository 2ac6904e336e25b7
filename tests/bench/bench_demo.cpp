#include "bench.h"

#include <facet/synthetic/demo.h>

#include <cstdlib>
#include <filesystem>

using namespace facet;
using namespace facet::synthetic;

namespace {

std::vector<double> seconds(int repeats, const DemoOptions& options) {
  const auto folder = std::filesystem::temp_directory_path() / "facet-bench-demo";
  std::vector<double> found;
  for (const double ms : timesMs(repeats, [&] {
         std::filesystem::remove_all(folder);
         NullProgress progress;
         if (!writeDemoRelease(folder, options, progress)) {
           std::abort();
         }
       })) {
    found.push_back(ms / 1000);
  }
  std::filesystem::remove_all(folder);
  return found;
}

} // namespace

int main(int argc, char** argv) {
  DemoOptions records;
  records.mri = 0;
  return runFigures(argc, argv,
                    {{"demo release without images", "s", "<=2", [&] { return seconds(3, records); }},
                     {"demo release", "s", "<=30", [] { return seconds(1, {}); }}});
}
