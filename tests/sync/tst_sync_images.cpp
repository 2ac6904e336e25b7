#include "cache_dump.h"
#include "sync_fixture.h"

#include <facet/imaging/dicom.h>
#include <facet/imaging/image_io.h>
#include <facet/storage/blob_store.h>
#include <facet/storage/reader.h>

#include <QtTest>

#include <algorithm>

using namespace facet;
using namespace facet::clinical;
using namespace facet::sync;

namespace fs = std::filesystem;

#define QVERIFY_TAKEN(report)                                                                                          \
  do {                                                                                                                 \
    const auto& taken = (report);                                                                                      \
    QVERIFY2(taken.ok(), taken.ok() ? "" : describe(taken.error()).c_str());                                           \
  } while (false)

namespace {

storage::PersonImages imagesOf(const DemoCache& cache, const std::string& person) {
  auto reader = storage::CacheReader::open(cache.cache());
  NullProgress progress;
  const auto found = reader ? reader->person(person) : Result<storage::StoredPerson>(reader.error());
  return found ? found->images : storage::PersonImages{};
}

bool names(const SyncReport& report, const std::string& expected) {
  const auto lines = linesOf(report.refused);
  return std::any_of(lines.begin(), lines.end(),
                     [&](const std::string& line) { return line.find(expected) != std::string::npos; });
}

std::string allOf(const SyncReport& report) {
  std::string all;
  for (const std::string& line : linesOf(report.refused)) {
    all += line + "\n";
  }
  for (const Notice& notice : report.notices) {
    all += "notice " + describe(notice) + "\n";
  }
  return all;
}

MriExam examOn(const std::string& id, const std::string& day, const std::string& bidsSession) {
  MriExam exam;
  exam.id = id;
  exam.date = *parseIsoDay(day);
  exam.bidsSession = bidsSession;
  exam.regions = {"brain"};
  return exam;
}

/// Two people, one with two sessions whose subject bears another name than the person.
void fill(ReleaseFixture& release, int seed = 1) {
  Records records;
  addPerson(records, "SE-K7-Q2");
  addPerson(records, "SE-2");
  records.add("SE-K7-Q2", examOn("e1", "2021-02-03", "sub-SEK7Q2/ses-01"));
  records.add("SE-K7-Q2", examOn("e2", "2022-02-03", "sub-SEK7Q2/ses-02"));
  records.putInto(release);
  addDatasetDescription(release);
  addImages(release, "SEK7Q2", "01", seed);
  addImages(release, "SEK7Q2", "02", seed + 10);
  release.finish();
}

constexpr const char* kFlair = "bids/sub-SEK7Q2/ses-01/anat/sub-SEK7Q2_ses-01_FLAIR.nii.gz";

} // namespace

class TestSyncImages : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void takesImagesAndMasks() {
    ReleaseFixture release;
    fill(release);
    DemoCache cache;
    const auto report = cache.sync(release.folder());
    QVERIFY_TAKEN(report);
    QCOMPARE(allOf(*report), std::string());
    QCOMPARE(report->counts.images, 6);
    const auto images = imagesOf(cache, "SE-K7-Q2");
    QCOMPARE(images.sessions.size(), std::size_t(2));
    QCOMPARE(images.sessions[0].label, std::string("01"));
    QCOMPARE(images.sessions[0].date->toIso(), std::string("2021-02-03"));
    QCOMPARE(images.images.size(), std::size_t(6));
    const auto mask = std::find_if(images.images.begin(), images.images.end(),
                                   [](const auto& image) { return image.role == storage::ImageRole::LesionMask; });
    QVERIFY(mask != images.images.end());
    QCOMPARE(mask->madeBy, std::string("reader"));
    QCOMPARE(mask->sequence, std::string("FLAIR"));
    const auto flair = std::find_if(images.images.begin(), images.images.end(),
                                    [](const auto& image) { return image.sequence == "FLAIR"; });
    NullProgress progress;
    const storage::BlobStore blobs(cache.cache());
    // The voxels are those of the file, and the file is kept as it came.
    const auto volume = blobs.readVolume(flair->voxels, progress);
    QVERIFY(volume.ok());
    QCOMPARE(volume->valueAt({3, 0, 0}), 3.0 * 31 + 7);
    QCOMPARE(*blobs.read(*flair->original, progress), readBytes(release.file(kFlair)));
    QVERIFY(volume->grid().sameAs(flair->grid));
    // A second sync reads no image.
    const auto dump = dumpOf(cache.cache());
    QCOMPARE(cache.sync(release.folder())->counts.images, 0);
    QCOMPARE(QString::fromStdString(difference(dump, dumpOf(cache.cache()))), QString());
  }

  void appliesANewerRelease() {
    ReleaseFixture release;
    fill(release);
    DemoCache cache;
    QVERIFY_TAKEN(cache.sync(release.folder()));
    // One image changes, one session goes, another's day changes, a person comes with images.
    release.manifest.time = *parseIsoInstant("2026-06-01T00:00:00Z");
    Records records;
    addPerson(records, "SE-K7-Q2");
    addPerson(records, "SE-2");
    records.add("SE-K7-Q2", examOn("e1", "2021-02-04", "sub-SEK7Q2/ses-01"));
    records.putInto(release);
    release.put(kFlair, smallImage(77));
    for (const char* suffix : {"_FLAIR.nii.gz", "_T1w.nii.gz"}) {
      release.remove(std::string("bids/sub-SEK7Q2/ses-02/anat/sub-SEK7Q2_ses-02") + suffix);
    }
    release.remove(
        "bids/derivatives/reader/sub-SEK7Q2/ses-02/anat/sub-SEK7Q2_ses-02_space-FLAIR_label-lesion_mask.nii.gz");
    addImages(release, "SE2", "01", 40);
    release.finish();
    const auto report = cache.sync(release.folder());
    QVERIFY_TAKEN(report);
    QCOMPARE(allOf(*report), std::string());
    QCOMPARE(report->counts.images, 4);
    DemoCache fresh;
    QVERIFY_TAKEN(fresh.sync(release.folder()));
    QCOMPARE(QString::fromStdString(difference(dumpOf(fresh.cache()), dumpOf(cache.cache()))), QString());
    QCOMPARE(imagesOf(cache, "SE-K7-Q2").sessions.size(), std::size_t(1));
    QCOMPARE(imagesOf(cache, "SE-K7-Q2").sessions[0].date->toIso(), std::string("2021-02-04"));
  }

  void quarantinesWhatIsDamagedAndGoesOn() {
    ReleaseFixture release;
    fill(release);
    // Damaged before it was published: the checksum is right.
    const std::string whole = readBytes(release.file(kFlair));
    release.put(kFlair, whole.substr(0, whole.size() / 2));
    addImages(release, "STRANGER", "01", 60);
    release.finish();
    // Damaged on its way.
    const std::string mask =
        "bids/derivatives/reader/sub-SEK7Q2/ses-01/anat/sub-SEK7Q2_ses-01_space-FLAIR_label-lesion_mask.nii.gz";
    const std::string good = readBytes(release.file(mask));
    std::string bad = good;
    bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 1);
    writeBytes(release.file(mask), bad);
    DemoCache cache;
    const auto report = cache.sync(release.folder());
    QVERIFY_TAKEN(report);
    QCOMPARE(report->counts.images, 4);
    QCOMPARE(report->refused.size(), std::size_t(5));
    QVERIFY2(names(*report, std::string(kFlair) + ":0 "), allOf(*report).c_str());
    QVERIFY2(names(*report, mask + ":0 has another content than its checksum says"), allOf(*report).c_str());
    QVERIFY2(names(*report, "is of sub-STRANGER, who is not in the release"), allOf(*report).c_str());
    // Once the file is whole it is taken.
    writeBytes(release.file(mask), good);
    const auto healed = cache.sync(release.folder());
    QVERIFY_TAKEN(healed);
    QCOMPARE(healed->counts.images, 1);
    QCOMPARE(healed->refused.size(), std::size_t(4));
  }

  void takesNothingWithoutAChecksum() {
    ReleaseFixture release;
    fill(release);
    writeBytes(release.file("bids/sub-SEK7Q2/ses-01/anat/sub-SEK7Q2_ses-01_T2w.nii.gz"), smallImage(5));
    DemoCache cache;
    const auto report = cache.sync(release.folder());
    QVERIFY_TAKEN(report);
    QCOMPARE(report->counts.images, 6);
    QVERIFY2(allOf(*report).find("T2w.nii.gz: has no checksum in SHA256SUMS") != std::string::npos,
             allOf(*report).c_str());
  }

  void takesDicomWhereThereIsNothingElse() {
    ReleaseFixture release;
    Records records;
    addPerson(records, "SE-1");
    records.add("SE-1", examOn("e1", "2021-02-03", "sub-SE1/ses-01"));
    records.putInto(release);
    addDatasetDescription(release);
    NullProgress progress;
    const auto volume = imaging::readImage(smallImage(3), "small", progress);
    QVERIFY(volume.ok());
    imaging::DicomWriteOptions options;
    options.facts.seriesDescription = "t2_flair_sag_3d";
    options.facts.modality = "MR";
    QTemporaryDir dicom;
    const fs::path series = fs::path(dicom.path().toStdString()) / "series";
    QVERIFY(imaging::writeDicomSeries(volume->volume, series, options, progress).ok());
    for (const auto& entry : fs::directory_iterator(series)) {
      release.put("bids/sourcedata/sub-SE1/ses-01/" + entry.path().filename().string(), readBytes(entry.path()));
    }
    release.finish();
    DemoCache cache;
    const auto report = cache.sync(release.folder());
    QVERIFY_TAKEN(report);
    QCOMPARE(allOf(*report), std::string());
    QCOMPARE(report->counts.images, 1);
    const auto images = imagesOf(cache, "SE-1");
    QCOMPARE(images.images.size(), std::size_t(1));
    QCOMPARE(images.images[0].format, imaging::ImageFormat::Dicom);
    QCOMPARE(images.images[0].sequence, std::string("FLAIR"));
    QCOMPARE(images.sessions[0].date->toIso(), std::string("2021-02-03"));
    QVERIFY(storage::readSources(cache.cache())->front().applied->complete);
    QCOMPARE(cache.sync(release.folder())->counts.images, 0);
  }
};

QTEST_GUILESS_MAIN(TestSyncImages)
#include "tst_sync_images.moc"
