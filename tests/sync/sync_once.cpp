#include <facet/sync/sync_release.h>

#include <cstdio>

using namespace facet;

/// sync_once CACHE RELEASE: syncs a release of synthetic data into a demo cache.
int main(int argc, char** argv) {
  if (argc != 3) {
    return 2;
  }
  NullProgress progress;
  const SystemClock clock;
  storage::CacheOptions options;
  options.ifAbsent = storage::IfAbsent::MakeDemo;
  const auto release = sync::Release::open(argv[2], progress);
  const auto cache = storage::Cache::open(argv[1], options, clock);
  if (!release || !cache) {
    std::fprintf(stderr, "%s\n", describe(release ? cache.error() : release.error()).c_str());
    return 1;
  }
  const auto report = sync::syncRelease(*cache, *release, {}, progress);
  if (!report) {
    std::fprintf(stderr, "%s\n", describe(report.error()).c_str());
    return 1;
  }
  return 0;
}
