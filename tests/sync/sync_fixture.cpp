#include "sync_fixture.h"

#include <facet/imaging/image_io.h>

#include <QtTest>

using namespace facet;
using namespace facet::clinical;

namespace {

template <class R>
auto must(R result) {
  if (!result) {
    qFatal("%s", describe(result.error()).c_str());
  }
  return *std::move(result);
}

} // namespace

void Records::add(const std::string& person, Record record) {
  const std::string type(fhirTypeOf(record));
  lines[type].push_back(line(person, std::move(record)));
}

void Records::addLine(const std::string& type, const std::string& text) {
  lines[type].push_back(text);
}

void Records::putInto(ReleaseFixture& release) const {
  for (const auto& [type, some] : lines) {
    release.resources("fhir/" + type + ".ndjson", type, some);
  }
}

Visit visitOn(const std::string& id, const std::string& day, int edssTenths) {
  Visit visit;
  visit.id = id;
  visit.date = must(parseIsoDay(day));
  visit.edss = must(Edss::fromTenths(edssTenths));
  visit.systems.grades = {2, 1, 0, 2, 1, 0, 1};
  return visit;
}

void addPerson(Records& records, const std::string& id, const std::string& birth) {
  const auto date = [](const char* text) { return must(parseIsoDate(text)); };
  Person person;
  person.id = id;
  person.sex = Sex::Female;
  person.birth = must(parseIsoDate(birth));
  person.country = "SE";
  records.add(id, person);
  records.add(id, Onset{id + "-o", date("2012"), date("2013-05")});
  records.add(id, Phase{id + "-p", Course::RelapsingRemitting, date("2012"), std::nullopt});
  records.add(id, visitOn(id + "-v1", "2020-02-29", 20));
  records.add(id, visitOn(id + "-v2", "2021-03-01", 35));
  Relapse relapse{id + "-r", date("2019-07"), {}, {}, {}, {}, {}, {}};
  relapse.systems = {FunctionalSystem::Visual, FunctionalSystem::Sensory};
  records.add(id, relapse);
  records.add(id, Treatment{id + "-t", "L04AG08", "ocrelizumab", date("2020-03-10"), std::nullopt, "", ""});
  records.add(id,
              Administration{id + "-a", id + "-t", "L04AG08", "ocrelizumab", must(parseIsoDay("2020-03-10")), 300.0});
  records.add(id, Measurement{id + "-m", "snfl", date("2021-03-01"), 14.25, "pg/mL", "Simoa", "B07"});
  records.add(id, Finding{id + "-f", "smoking", date("2020"), "former"});
}

std::string smallImage(int seed, imaging::VoxelType type) {
  imaging::Grid grid;
  grid.size = {12, 14, 10};
  grid.lpsFromIjk.matrix = {{{-2, 0, 0}, {0, -2, 0}, {0, 0, 3}}};
  grid.lpsFromIjk.offset = {12, 14, -15};
  const std::size_t count = grid.size.voxels();
  const auto encode = [](const imaging::Volume& volume) {
    NullProgress progress;
    return must(imaging::encodeImage(volume, imaging::FileKind::NiftiGz, {}, progress)).bytes;
  };
  if (type == imaging::VoxelType::UInt8) {
    std::vector<std::uint8_t> mask(count);
    for (std::size_t i = 0; i < count; ++i) {
      mask[i] = i % 97 == static_cast<std::size_t>(seed % 97) ? 1 : 0;
    }
    return encode(must(imaging::makeVolume(grid, std::move(mask))));
  }
  std::vector<std::int16_t> grey(count);
  for (std::size_t i = 0; i < count; ++i) {
    grey[i] = static_cast<std::int16_t>((i * 31 + static_cast<std::size_t>(seed) * 7) % 1000);
  }
  return encode(must(imaging::makeVolume(grid, std::move(grey))));
}

void addDatasetDescription(ReleaseFixture& release) {
  release.put("bids/dataset_description.json", R"({"Name": "Test", "BIDSVersion": "1.8.0"})");
  release.put("bids/derivatives/reader/dataset_description.json",
              R"({"Name": "Reader", "BIDSVersion": "1.8.0", "DatasetType": "derivative"})");
}

void addImages(ReleaseFixture& release, const std::string& subject, const std::string& session, int seed) {
  const std::string stem = "sub-" + subject + "_ses-" + session;
  const std::string place = "sub-" + subject + "/ses-" + session + "/anat/" + stem;
  release.put("bids/" + place + "_FLAIR.nii.gz", smallImage(seed));
  release.put("bids/" + place + "_T1w.nii.gz", smallImage(seed + 1));
  release.put("bids/derivatives/reader/" + place + "_space-FLAIR_label-lesion_mask.nii.gz",
              smallImage(seed, imaging::VoxelType::UInt8));
}

DemoCache::DemoCache()
    : m_temporary(std::make_unique<QTemporaryDir>())
    , m_folder(std::filesystem::path(m_temporary->path().toStdString()) / "cache") {
  open();
}

DemoCache::DemoCache(const std::filesystem::path& folder)
    : m_folder(folder) {
  open();
}

void DemoCache::open() {
  storage::CacheOptions options;
  options.ifAbsent = storage::IfAbsent::MakeDemo;
  m_cache = must(storage::Cache::open(m_folder, options, m_clock));
}

Result<sync::SyncReport> DemoCache::sync(const std::filesystem::path& release, const sync::SyncOptions& options) {
  NullProgress progress;
  return sync(release, options, progress);
}

Result<sync::SyncReport> DemoCache::sync(const std::filesystem::path& release, const sync::SyncOptions& options,
                                         Progress& progress) {
  const auto opened = sync::Release::open(release, progress);
  return opened ? sync::syncRelease(*m_cache, *opened, options, progress) : Result<sync::SyncReport>(opened.error());
}

std::vector<std::string> linesOf(const std::vector<storage::QuarantineEntry>& refused) {
  std::vector<std::string> lines;
  for (const storage::QuarantineEntry& entry : refused) {
    lines.push_back(entry.file + ":" + std::to_string(entry.line) + " " + describe(entry.error));
  }
  return lines;
}
