#include "bench.h"

#include <facet/core/text.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>

std::vector<double> timesMs(int repeats, const std::function<void()>& body) {
  std::vector<double> times;
  for (int i = 0; i < repeats; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    body();
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  return times;
}

double quantile(std::vector<double> samples, double fraction) {
  if (samples.empty()) {
    return 0;
  }
  std::sort(samples.begin(), samples.end());
  const double at = fraction * static_cast<double>(samples.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(at));
  const auto above = static_cast<std::size_t>(std::ceil(at));
  return samples[below] + (at - static_cast<double>(below)) * (samples[above] - samples[below]);
}

std::string realDataFolder() {
  for (const char* folder : {"/../shared/data", "/../../shared/data"}) {
    const std::string path = std::string(FACET_SOURCE_DIR) + folder;
    if (std::filesystem::is_directory(path)) {
      return path;
    }
  }
  return {};
}

int runFigures(int argc, char** argv, const std::vector<Figure>& figures) {
  const std::string filter = argc > 1 ? argv[1] : "";
  for (const Figure& figure : figures) {
    if (figure.name.find(filter) == std::string::npos) {
      continue;
    }
    const bool atMost = figure.target.starts_with("<=");
    const auto limit = atMost || figure.target.starts_with(">=")
                           ? facet::parseNumber(std::string_view(figure.target).substr(2))
                           : std::nullopt;
    if (!limit) {
      std::fprintf(stderr, "error: %s: the target %s is not of the form <=N or >=N\n", figure.name.c_str(),
                   figure.target.c_str());
      return 2;
    }
    const std::vector<double> samples = figure.measure();
    if (samples.empty()) {
      std::fprintf(stderr, "%s: not measured, its data are absent\n", figure.name.c_str());
      continue;
    }
    const double median = quantile(samples, 0.5);
    const bool ok = atMost ? median <= *limit : median >= *limit;
    std::printf("%s\t%.4g\t%s\t%s\t%s\n", figure.name.c_str(), median, figure.unit.c_str(), figure.target.c_str(),
                ok ? "ok" : "short");
    std::fflush(stdout);
    std::fprintf(stderr, "%s: min %.4g, max %.4g of %zu\n", figure.name.c_str(),
                 *std::min_element(samples.begin(), samples.end()), *std::max_element(samples.begin(), samples.end()),
                 samples.size());
  }
  return 0;
}
