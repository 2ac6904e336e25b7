#include "bench.h"

#include <facet/core/parallel.h>
#include <facet/sync/sync_release.h>
#include <facet/synthetic/demo.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

using namespace facet;

namespace fs = std::filesystem;

namespace {

template <class R>
void must(const R& result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
    std::abort();
  }
}

/// A folder that is removed at the end.
class Scratch {
public:
  Scratch() {
    std::string pattern = (fs::temp_directory_path() / "facet-bench-XXXXXX").string();
    m_path = mkdtemp(pattern.data());
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { fs::remove_all(m_path); }
  [[nodiscard]] const fs::path& path() const { return m_path; }

private:
  fs::path m_path;
};

/// What `facetctl sync` does: opens release and cache, and syncs.
void syncOnce(const fs::path& release, const fs::path& folder) {
  const SystemClock clock;
  NullProgress progress;
  const auto opened = sync::Release::open(release, progress);
  must(opened);
  storage::CacheOptions options;
  options.ifAbsent = storage::IfAbsent::MakeDemo;
  const auto cache = storage::Cache::open(folder, options, clock);
  must(cache);
  must(sync::syncRelease(*cache, *opened, {}, progress));
}

} // namespace

int main(int argc, char** argv) {
  setThreadLimit(2);
  const Scratch scratch;
  const fs::path release = scratch.path() / "release";
  const fs::path cache = scratch.path() / "cache";
  const auto prepare = [&] {
    if (!fs::exists(release)) {
      NullProgress progress;
      must(synthetic::writeDemoRelease(release, {}, progress));
    }
  };
  return runFigures(argc, argv,
                    {{"sync of the demo release", "s", "<=5",
                      [&] {
                        prepare();
                        std::vector<double> seconds;
                        for (int i = 0; i < 3; ++i) {
                          fs::remove_all(cache);
                          seconds.push_back(timesMs(1, [&] { syncOnce(release, cache); }).front() / 1000);
                        }
                        return seconds;
                      }},
                     {"second sync of the demo release", "s", "<=0.3", [&] {
                        prepare();
                        if (!fs::exists(cache)) {
                          syncOnce(release, cache);
                        }
                        std::vector<double> seconds;
                        for (const double ms : timesMs(5, [&] { syncOnce(release, cache); })) {
                          seconds.push_back(ms / 1000);
                        }
                        return seconds;
                      }}});
}
