#include "bench.h"
#include "cache_state.h"

#include <facet/core/random.h>
#include <facet/storage/blob_store.h>
#include <facet/storage/reader.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <type_traits>

using namespace facet;
using namespace facet::storage;
namespace fs = std::filesystem;

namespace {

constexpr int kPeople = 80000;

/// The value of a result, or the end of the program.
template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
    std::exit(2);
  }
  if constexpr (!std::is_void_v<T>) {
    return std::move(result).value();
  }
}

/// A cache in a folder that is removed at the end.
class ScratchCache {
public:
  ScratchCache()
      : m_folder(fs::temp_directory_path() / ("facet-bench-" + std::to_string(std::random_device()()))) {
    fs::create_directory(m_folder);
    std::ofstream(m_folder / "key") << std::string(64, 'a');
    fs::permissions(m_folder / "key", fs::perms::owner_read | fs::perms::owner_write);
    CacheOptions options;
    options.keys.keyFile = m_folder / "key";
    options.keys.secretService = SecretServiceUse::Never;
    options.ifAbsent = IfAbsent::MakeProtected;
    m_cache.emplace(must(Cache::open(m_folder / "cache", options, m_clock)));
  }
  ScratchCache(const ScratchCache&) = delete;
  ScratchCache& operator=(const ScratchCache&) = delete;
  ~ScratchCache() {
    m_cache.reset();
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
  }
  [[nodiscard]] const Cache& cache() const { return *m_cache; }

private:
  SystemClock m_clock;
  fs::path m_folder;
  std::optional<Cache> m_cache;
};

/// Fills a cache with people who have, on average, 12 visits, 3 relapses, 2 treatments, 10 laboratory values and 4
/// scans, resource after resource of one type, as releases come.
void fill(const Cache& cache) {
  const CacheState& state = *cache.state();
  Database database = must(openCacheForWriting(state.files, state.document, state.key));
  const auto run = [&](const std::string& sql) { must(database.execute(sql.c_str())); };
  Transaction transaction = must(Transaction::begin(database));
  run("INSERT INTO source(key, series, location, name, demo, added) VALUES(1, 's', '/r', 'R', 0, 0);"
      "INSERT INTO release_file(key, source, path, bytes, modified_ns, sha256, state) VALUES(1, 1, 'f', 1, 1, "
      "zeroblob(32), 1);"
      "INSERT INTO sync_cursor(source, run, identity, version, time, dates, complete) VALUES(1, 1, zeroblob(32), '1', "
      "1735689600000, 0, 1);"
      "INSERT INTO term(key, text) VALUES(1, 'snfl'), (2, 'pg/mL'), (3, 'brain')");
  const std::string people = std::to_string(kPeople);
  run("WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < " + people +
      ") INSERT INTO subject(key, pseudonym) SELECT k, printf('SE-%05X-M3', (k * 7919) % 1048573) FROM n");
  int types = 0;
  std::int64_t next = 1;
  const auto records = [&](int each, const std::string& table, const std::string& columns, const std::string& values) {
    const std::string type = std::to_string(types++);
    const std::string first = std::to_string(next);
    const std::string count = std::to_string(kPeople * each);
    const std::string rows = "WITH RECURSIVE n(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k + 1 < " + count +
                             "), r(key, subject, k) AS (SELECT " + first + " + k, 1 + k / " + std::to_string(each) +
                             ", k FROM n) ";
    run(rows + "INSERT INTO resource(key, type, id, kind, subject, file, run, sha256, dictionary, json) SELECT key, " +
        type + ", printf('SE-%05X-M3-%d', subject, k), " + type +
        " % 12, subject, 1, 1, randomblob(32), 0, "
        "randomblob(150) FROM r");
    run(rows + "INSERT INTO " + table + "(resource, subject, " + columns + ") SELECT key, subject, " + values +
        " FROM r");
    next += kPeople * each;
  };
  records(1, "person", "kind, sex, birth, birth_precision, deceased, country, site",
          "0, k % 2, 3650 + k % 9000, 0, 0, 'SE', printf('SE%02d', k % 40)");
  records(1, "onset", "onset, onset_precision", "15000 + k % 3000, 1");
  records(2, "phase", "course, start, start_precision", "1 + k % 3, 15000 + k % 4000, 2");
  records(12, "visit", "day, occasion, mode, edss, pyramidal, cerebellar, brainstem, sensory, ambulation",
          "15000 + k % 5000, 0, 0, 10 + 5 * (k % 10), k % 4, k % 3, 0, 1, 0");
  records(3, "relapse", "onset, onset_precision, severity, certainty, recovery", "15000 + k % 5089, 2, 1, 2, 1");
  records(2, "treatment", "atc, name, start, start_precision, stop, stop_precision",
          "'L04AG01', 'natalizumab', 16000 + k % 3000, 2, iif(k % 2, NULL, 19000 + k % 1000), iif(k % 2, NULL, 2)");
  records(10, "measurement", "code, day, precision, value, unit", "1, 15000 + k % 5000, 2, 14.2, 2");
  records(4, "mri_exam", "day, contrast, new_t2", "15000 + k % 5000, 0, k % 3");
  run("INSERT INTO mri_exam_region SELECT resource, 0, 3 FROM mri_exam");
  run("INSERT INTO person_summary SELECT subject, resource, 2, 15000, 1, 19000, 25, 19000, 18000, 2, 19900 FROM "
      "person");
  run("WITH RECURSIVE n(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k < 8999) "
      "INSERT INTO image(person, session, name, role, sequence, format, voxel_type, size_i, size_j, size_k, "
      "lps_from_ijk, original, voxels, notices, brought_by) SELECT pseudonym, (k % 3), printf('i%d', k % 9), 0, "
      "'FLAIR', 0, 2, 1, 1, 1, zeroblob(96), randomblob(32), randomblob(32), '[]', 1 FROM n JOIN subject s "
      "ON s.key = 1 + (k / 9) * 80");
  must(transaction.commit());
}

const Cache& filled() {
  struct Filled : ScratchCache {
    Filled() { fill(cache()); }
  };
  static const Filled scratch;
  return scratch.cache();
}

Day dayOfData() {
  return Day(std::chrono::days(20089));
}

std::vector<double> listing() {
  CacheReader reader = must(CacheReader::open(filled()));
  NullProgress progress;
  return timesMs(5, [&] {
    if (must(reader.people(dayOfData(), dayOfData() - std::chrono::days(366), progress)).size() != kPeople) {
      std::exit(2);
    }
  });
}

/// From nothing open, one person after the other, those with images among them.
std::vector<double> opening() {
  std::vector<double> samples;
  for (int i = 0; i < 40; ++i) {
    const int key = 1 + i * 1840;
    char pseudonym[32];
    std::snprintf(pseudonym, sizeof pseudonym, "SE-%05X-M3", (key * 7919) % 1048573);
    const auto once = timesMs(1, [&] {
      CacheReader reader = must(CacheReader::open(filled()));
      if (must(reader.person(pseudonym)).record.visits.size() != 12) {
        std::exit(2);
      }
    });
    samples.push_back(once.front());
  }
  return samples;
}

/// A volume like a series of 384 slices, 12 bits of noise over a smooth head.
imaging::Volume series() {
  imaging::Grid grid;
  grid.size = {320, 320, 384};
  std::vector<std::int16_t> voxels(grid.size.voxels());
  RandomStream random(7, 1, 1);
  std::size_t at = 0;
  for (std::int64_t k = 0; k < grid.size.k; ++k) {
    for (std::int64_t j = 0; j < grid.size.j; ++j) {
      for (std::int64_t i = 0; i < grid.size.i; ++i) {
        const std::int64_t di = i - 160;
        const std::int64_t dj = j - 160;
        const std::int64_t dk = k - 192;
        const bool head = di * di + dj * dj + dk * dk < 140 * 140;
        voxels[at++] = static_cast<std::int16_t>((head ? 400 + (i + j + k) % 200 : 0) + random.below(head ? 40 : 12));
      }
    }
  }
  return must(imaging::makeVolume(grid, std::move(voxels)));
}

std::vector<double> keeping() {
  const imaging::Volume volume = series();
  std::vector<double> samples;
  for (int i = 0; i < 5; ++i) {
    const ScratchCache scratch;
    const BlobStore blobs(scratch.cache());
    NullProgress progress;
    samples.push_back(timesMs(1, [&] {
                        must(blobs.put(volume.bytes(), progress));
                        must(blobs.putVolume(volume, progress));
                      }).front());
  }
  return samples;
}

std::vector<double> fetching() {
  const imaging::Volume volume = series();
  const ScratchCache scratch;
  const BlobStore blobs(scratch.cache());
  NullProgress progress;
  const Digest digest = must(blobs.putVolume(volume, progress));
  return timesMs(5, [&] { must(blobs.readVolume(digest, progress)); });
}

} // namespace

int main(int argc, char** argv) {
  return runFigures(argc, argv,
                    {{"cache list 80000 people", "ms", "<=700", listing},
                     {"cache open a person among 80000", "ms", "<=50", opening},
                     {"cache keep a 384-slice series and its voxels", "ms", "<=600", keeping},
                     {"cache read a 384-slice volume", "ms", "<=250", fetching}});
}
