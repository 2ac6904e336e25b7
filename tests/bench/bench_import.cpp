#include "bench.h"

#include <facet/storage/cache.h>
#include <facet/sync/import.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace facet;

namespace fs = std::filesystem;

namespace {

/// A new protected cache in a folder that is removed with it, on the disk of the user's temporary files.
class NewCache {
public:
  NewCache() {
    std::string name = (fs::temp_directory_path() / "facet-bench-XXXXXX").string();
    m_folder = ::mkdtemp(name.data());
    const fs::path key = m_folder / "key";
    std::ofstream(key) << std::string(64, 'a');
    fs::permissions(key, fs::perms::owner_read | fs::perms::owner_write);
    storage::CacheOptions options;
    options.keys.keyFile = key;
    options.keys.secretService = storage::SecretServiceUse::Never;
    options.ifAbsent = storage::IfAbsent::MakeProtected;
    m_cache = std::make_unique<Result<storage::Cache>>(storage::Cache::open(m_folder / "cache", options, m_clock));
  }
  NewCache(const NewCache&) = delete;
  NewCache& operator=(const NewCache&) = delete;
  ~NewCache() {
    m_cache.reset();
    fs::remove_all(m_folder);
  }

  /// How long it took to import a folder with one series. Units: s; nothing where it failed.
  std::vector<double> import(const fs::path& folder) {
    std::vector<double> seconds;
    if (!*m_cache) {
      std::fprintf(stderr, "%s\n", describe(m_cache->error()).c_str());
      return seconds;
    }
    NullProgress progress;
    bool whole = false;
    const auto ms = timesMs(1, [&] {
      const auto report = sync::importImages(**m_cache, {&folder, 1}, {}, m_clock, progress);
      whole = report && report->images.size() == 1 && report->images[0].image.original;
    });
    if (whole) {
      seconds.push_back(ms[0] / 1000);
    }
    return seconds;
  }

private:
  SystemClock m_clock;
  fs::path m_folder;
  std::unique_ptr<Result<storage::Cache>> m_cache;
};

/// The 384-slice series: both encrypted blobs and the rows written, and synced to the disk.
std::vector<double> importSeries() {
  const std::string data = realDataFolder();
  const fs::path folder = fs::path(data) / "dicom-t1-series";
  std::vector<double> seconds;
  if (data.empty() || !fs::exists(folder)) {
    return seconds;
  }
  for (int repeat = 0; repeat < 5; ++repeat) {
    const auto once = NewCache().import(folder);
    seconds.insert(seconds.end(), once.begin(), once.end());
  }
  return seconds;
}

} // namespace

int main(int argc, char** argv) {
  return runFigures(argc, argv, {{"import of a DICOM series of 384 slices", "s", "<=1.0", importSeries}});
}
