#include "cache_fixture.h"
#include "import_fixture.h"

#include <facet/core/files.h>
#include <facet/imaging/image_io.h>
#include <facet/storage/blob_store.h>
#include <facet/storage/reader.h>

#include <QtTest>

#include <atomic>
#include <cstring>
#include <limits>

using namespace facet;
using namespace facet::sync;
using namespace facet::sync::testing;
using storage::ImageRole;
using storage::StoredImage;

namespace fs = std::filesystem;

namespace {

const char* kDataset = R"({"Name": "Study", "BIDSVersion": "1.8.0"})";

template <class T>
std::string with(std::string file, std::size_t offset, T value) {
  std::memcpy(file.data() + offset, &value, sizeof value);
  return file;
}

/// Stops after it was asked a number of times.
class StoppingProgress final : public Progress {
public:
  explicit StoppingProgress(int questions)
      : m_left(questions) {}
  void setFraction(double) override {}
  void setStep(const Message&) override {}
  [[nodiscard]] bool stopRequested() const override { return m_left-- <= 0; }

private:
  mutable std::atomic<int> m_left;
};

} // namespace

class TestImport : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_data = std::make_unique<ImportFixture>();
    m_fixture = std::make_unique<storage::CacheFixture>();
    m_cache.reset();
    m_cache = std::make_unique<storage::Cache>(*m_fixture->make());
  }
  void cleanup() { m_cache.reset(); }

  void takesADataset() {
    m_data->write("bids/dataset_description.json", kDataset);
    // As a spreadsheet saves it: UTF-16 with CRLF.
    std::string table = "\xFF\xFE";
    for (const char c : std::string("participant_id\tsex\tage\tms_type\tedss\r\nsub-01\tF\t31\tRR\t3.5\r\n")) {
      table += c;
      table += '\0';
    }
    m_data->write("bids/participants.tsv", table);
    m_data->write("bids/sub-01/sub-01_sessions.tsv",
                  "session_id\tacq_time\r\nses-1\t2020-01-02\r\nses-2\t2020-01-02\r\n");
    m_data->image("bids/sub-01/ses-1/anat/sub-01_ses-1_FLAIR.nii.gz", smallImage(1));
    m_data->image("bids/sub-01/ses-2/anat/sub-01_ses-2_FLAIR.nii.gz", smallImage(2, smallGrid(7, 6, 5)));
    m_data->image("bids/derivatives/manual/sub-01/ses-1/anat/sub-01_ses-1_label-lesion_mask.nii.gz", smallMask(1));
    // On a grid of its own.
    m_data->image("bids/derivatives/manual/sub-01/anat/sub-01_space-common_desc-lesionchange_mask.nii.gz",
                  smallMask(2, smallGrid(9, 9, 9)));
    m_data->write("bids/derivatives/manual/sub-01/ses-1/anat/sub-01_ses-1_from-FLAIR_to-common_mode-points_xfm.txt",
                  "#Insight Transform File V1.0\n#Transform 0\nTransform: AffineTransform_double_3_3\n"
                  "Parameters: 1 0 0 0 1 0 0 0 1 5 6 7\nFixedParameters: 0 0 0\n");
    m_data->write("bids/derivatives/manual/sub-01/ses-2/anat/sub-01_ses-2_from-T1w_to-FLAIR_mode-points_xfm.txt",
                  "#Insight Transform File V1.0\n#Transform 0\nTransform: AffineTransform_double_3_3\n"
                  "Parameters: 2 0 0 0 1 0 0 0 1 5 6 7\nFixedParameters: 0 0 0\n");
    const ImportReport report = take({*m_data / "bids"});
    QCOMPARE(linesOf(report.refused), std::string());
    QCOMPARE(report.patients, std::vector<std::string>{"01"});
    QCOMPARE(report.count(ImportState::Added), std::size_t(4));
    QCOMPARE(report.transforms, std::size_t(1));
    QVERIFY2(contains(linesOf(report.warnings), "sub-01: 1 transforms name images that are not here"),
             linesOf(report.warnings).c_str());

    const storage::StoredPerson person = personOf("01");
    QVERIFY(person.own.has_value());
    QCOMPARE(person.own->sex, clinical::Sex::Female);
    QCOMPARE(*person.own->ageYears, 31.0);
    QVERIFY(person.own->course == clinical::Course::RelapsingRemitting);
    QCOMPARE(person.own->edss->tenths(), 35);
    // Two visits on one day are two sessions.
    QCOMPARE(person.images.sessions.size(), std::size_t(3));
    QCOMPARE(person.images.sessions[0].date->toIso(), std::string("2020-01-02"));
    QCOMPARE(person.images.sessions[1].date->toIso(), std::string("2020-01-02"));
    QVERIFY(!person.images.sessions[2].date && person.images.sessions[2].label.empty());

    const StoredImage flair = imageOf("01", "sub-01_ses-1_FLAIR");
    QVERIFY(sameVoxels(flair, smallImage(1)));
    QVERIFY(flair.origin == storage::ImageOrigin::Import);
    QCOMPARE(*blobs().read(*flair.original, m_progress),
             *readFile(*m_data / "bids/sub-01/ses-1/anat/sub-01_ses-1_FLAIR.nii.gz", 1 << 20));
    QVERIFY(sameVoxels(imageOf("01", "sub-01_ses-2_FLAIR"), smallImage(2, smallGrid(7, 6, 5))));
    const StoredImage mask = imageOf("01", "sub-01_ses-1_label-lesion_mask");
    QCOMPARE(mask.role, ImageRole::LesionMask);
    QCOMPARE(mask.madeBy, std::string("manual"));
    QCOMPARE(mask.sequence, std::string("FLAIR"));
    const StoredImage change = imageOf("01", "sub-01_space-common_desc-lesionchange_mask");
    QCOMPARE(change.role, ImageRole::LesionChange);
    QVERIFY(sameVoxels(change, smallMask(2, smallGrid(9, 9, 9))));
    QCOMPARE(person.images.transforms.size(), std::size_t(1));
    const storage::StoredTransform& transform = person.images.transforms[0];
    QVERIFY(transform.fixed == change.voxels && transform.moving == flair.voxels);
    QCOMPARE(transform.movingFromFixed.offset, (Vec3{5, 6, 7}));
    QCOMPARE(transform.model, storage::TransformModel::Rigid);
    QCOMPARE(transform.method, std::string("manual"));
  }

  void changesNothingTheSecondTime() {
    dataset("bids");
    m_data->dicom("disc/1", smallImage(7), ImportFixture::series("t1_mprage", "2020-02-29", 3));
    m_data->dicom("disc/2", smallImage(8), ImportFixture::series("t1_mprage", "2020-02-29", 4));
    m_data->image("loose/case.nrrd", smallImage(9));
    const std::vector<fs::path> all = {*m_data / "bids", *m_data / "disc", *m_data / "loose/case.nrrd"};
    const ImportReport first = take(all);
    QCOMPARE(first.count(ImportState::Added), std::size_t(5));
    QVERIFY(!first.changedNothing());
    const auto before = filesIn(m_fixture->folder());
    const ImportReport second = take(all);
    QCOMPARE(linesOf(second.refused), std::string());
    QVERIFY(second.changedNothing());
    QCOMPARE(second.images.size(), std::size_t(5));
    QCOMPARE(second.patients, first.patients);
    for (std::size_t at = 0; at < 5; ++at) {
      QCOMPARE(second.images[at].image.name, first.images[at].image.name);
    }
    QCOMPARE(filesIn(m_fixture->folder()), before);
    // One mask drawn again: it alone is replaced.
    m_data->image("bids/derivatives/manual/sub-01/anat/sub-01_label-lesion_mask.nii.gz", smallMask(3));
    const ImportReport third = take({*m_data / "bids"});
    QCOMPARE(third.count(ImportState::Replaced), std::size_t(1));
    QCOMPARE(third.count(ImportState::Unchanged), std::size_t(1));
    QVERIFY(sameVoxels(imageOf("01", "sub-01_label-lesion_mask"), smallMask(3)));
  }

  void keepsDicomWithoutWho() {
    m_data->dicom("disc", smallImage(7), ImportFixture::series("t2_flair Doe", "2020-02-29", 3));
    const ImportReport report = take({*m_data / "disc"});
    QCOMPARE(report.patients.size(), std::size_t(1));
    const std::string pseudonym = report.patients[0];
    QVERIFY2(pseudonym.size() == 13 && pseudonym[0] == 'P', pseudonym.c_str());
    QCOMPARE(pseudonym, m_cache->pseudonyms().pseudonym("CLINIC", "4711-Z"));
    const storage::StoredPerson person = personOf(pseudonym);
    QCOMPARE(person.own->sex, clinical::Sex::Female);
    QCOMPARE(*person.own->ageYears, 40.0);
    QCOMPARE(person.images.sessions.at(0).label, std::string("2020-02-29"));
    QCOMPARE(person.images.sessions[0].date->toIso(), std::string("2020-02-29"));
    const StoredImage image = person.images.images.at(0);
    QCOMPARE(image.sequence, std::string("FLAIR"));
    QVERIFY(!contains(image.name, "Doe"));
    QVERIFY(sameVoxels(image, smallImage(7)));
    const std::string container = *blobs().read(*image.original, m_progress);
    for (const char* secret : {"Doe", "Jane", "4711", "19800229", "ACC-99", "Nowhere", "20200229", "1.2.826."}) {
      QVERIFY2(!contains(container, secret), secret);
    }
    // The instances are whole: unpacked, they are the same series.
    m_data->write("kept.tar", container);
    fs::create_directories(*m_data / "kept");
    QProcess tar;
    tar.start("tar", {"-xf", QString::fromStdString((*m_data / "kept.tar").string()), "-C",
                      QString::fromStdString((*m_data / "kept").string())});
    QVERIFY(tar.waitForFinished() && tar.exitCode() == 0);
    const fs::path kept = *m_data / "kept";
    const auto scan = imaging::scanDicom({&kept, 1}, m_progress);
    QVERIFY(scan && scan->series.size() == 1);
    QCOMPARE(scan->series[0].identity.patientId, pseudonym);
    QVERIFY(!scan->series[0].facts.studyDate);
    const auto again = imaging::readSeries(scan->series[0], m_progress);
    QVERIFY(again);
    QVERIFY(again->volume.grid().sameAs(smallGrid()));
    QCOMPARE(again->volume.valueAt({3, 2, 1}), smallImage(7).valueAt({3, 2, 1}));
  }

  void namesWhatDicomLacks() {
    m_data->dicom("disc", smallImage(7, smallGrid(6, 5, 9)), ImportFixture::series("t2_flair", "2020-02-29", 3));
    fs::remove(*m_data / "disc/IM0004.dcm");
    fs::copy(*m_data / "disc/IM0007.dcm", *m_data / "disc/copy.dcm");
    m_data->write("disc/cut.dcm", readFile(*m_data / "disc/IM0002.dcm", 1 << 20)->substr(0, 600));
    const ImportReport report = take({*m_data / "disc"});
    QCOMPARE(report.count(ImportState::Added), std::size_t(1));
    const std::string refused = linesOf(report.refused);
    QVERIFY2(contains(refused, "cut.dcm: "), refused.c_str());
    // Kept with the image, without the folder's name.
    const std::string kept = linesOf(report.images[0].image.notices);
    QVERIFY2(contains(kept, "IM0003.dcm: the slice between it and IM0005.dcm is missing and was left empty"),
             kept.c_str());
    QVERIFY2(contains(kept, "is the same instance as") && !contains(kept, (*m_data / "disc").string()), kept.c_str());
    QVERIFY(contains(linesOf(report.warnings), "is missing and was left empty"));
    QCOMPARE(imageOf(report.patients[0], "t2_flair").grid.size.k, std::int64_t(9));
  }

  // Each bad file is refused with its reason and the good ones beside it are taken.
  void refusesBadFilesAndTakesTheRest() {
    m_data->write("bids/dataset_description.json", kDataset);
    const std::string anat = "bids/sub-01/anat/";
    m_data->image(anat + "sub-01_run-01_T1w.nii", smallImage(1, smallGrid(16, 16, 16)));
    const std::string good = *readFile(*m_data / (anat + "sub-01_run-01_T1w.nii"), 1 << 20);
    int run = 2;
    const auto bad = [&](const std::string& bytes, const std::string& ending = ".nii") {
      m_data->write(anat + "sub-01_run-" + std::to_string(run++) + "_T1w" + ending, bytes);
    };
    bad("");                                                                                             // empty
    bad(good.substr(0, 5000));                                                                           // cut
    bad("no image at all");                                                                              // wrong magic
    bad(with<std::int16_t>(with<std::int16_t>(with<std::int16_t>(good, 42, 1200), 44, 1200), 46, 1200)); // 10^9 voxels
    bad(with<std::int16_t>(with<float>(with<std::int16_t>(good, 254, 0), 84, std::numeric_limits<float>::quiet_NaN()),
                           252, 1));
    bad(with<std::int16_t>(with<std::int16_t>(good, 40, 4), 48, 2)); // 4D
    bad(with<std::int16_t>(good, 70, 128));                          // RGB
    bad(with<std::int16_t>(good, 46, 0));                            // zero slices
    const int count = run - 2;
    m_data->image(anat + "sub-01_acq-one_T1w.nii.gz", smallImage(2, smallGrid(16, 16, 1))); // one slice
    m_data->image("bids/derivatives/m/sub-01/anat/sub-01_label-lesion_mask.nii.gz",
                  *imaging::makeVolume<float>(smallGrid(1, 1, 3), {0, 0.5F, 1})); // no labels
    const ImportReport report = take({*m_data / "bids"});
    QCOMPARE(report.count(ImportState::Added), std::size_t(2));
    QCOMPARE(report.refused.size(), std::size_t(count + 1));
    const std::string refused = linesOf(report.refused);
    for (const char* reason : {"run-2_T1w.nii: is empty", "run-3_T1w.nii: is cut off", "run-4_T1w.nii: is no image",
                               "promises 3456000000 bytes", "gives the voxels the spacing", "holds 2 volumes", "RGB24",
                               "axis 3 the size 0", "label-lesion_mask.nii.gz: "}) {
      QVERIFY2(contains(refused, reason), (std::string(reason) + "\n" + refused).c_str());
    }
  }

  void refusesABombWithoutMemory() {
    std::vector<std::uint8_t> zeros(std::size_t(512) * 512 * 64, 0);
    m_data->image("zeros.nii.gz", *imaging::makeVolume(smallGrid(512, 512, 64), std::move(zeros)));
    std::string file = *readFile(*m_data / "zeros.nii.gz", 1 << 24);
    QVERIFY(file.size() < 200000);
    // The stream goes on, but not to what the header promises.
    m_data->write("bomb.nii.gz", file.substr(0, file.size() / 2));
    const ImportReport report = take({*m_data / "bomb.nii.gz", *m_data / "zeros.nii.gz"});
    QCOMPARE(report.images.size(), std::size_t(1));
    QVERIFY2(contains(linesOf(report.refused), "bomb.nii.gz: "), linesOf(report.refused).c_str());
  }

  void warnsOfConflictingHeaders() {
    m_data->image("case.nii", smallImage(1));
    const std::string file = *readFile(*m_data / "case.nii", 1 << 20);
    // The sform says another place than the qform.
    m_data->write("case.nii", with<float>(file, 292, 99));
    const ImportReport report = take({*m_data / "case.nii"});
    QCOMPARE(report.count(ImportState::Added), std::size_t(1));
    const std::string kept = linesOf(report.images[0].image.notices);
    QVERIFY2(contains(kept, "sform") && contains(kept, "qform"), kept.c_str());
    QVERIFY(contains(linesOf(report.warnings), "sform"));
    // Texts of the header are not kept.
    m_data->write("told.nii", with<char>(file, 148, 'D'));
    QVERIFY(!take({*m_data / "told.nii"}).images.at(0).image.original);
  }

  void namesLoosePatients() {
    const std::string name(196, 'n');
    m_data->image("a/FLAIR.nii.gz", smallImage(1));
    m_data->image("b/FLAIR.nii.gz", smallImage(2));
    m_data->image("c/FLAIR.nii.gz", smallImage(3));
    m_data->image(name + ".nii", smallImage(4));
    QCOMPARE(take({*m_data / (name + ".nii")}).patients.at(0), name);
    const ImportReport first = take({*m_data / "a/FLAIR.nii.gz"});
    QCOMPARE(first.patients.at(0), std::string("FLAIR"));
    QCOMPARE(first.images[0].image.sequence, std::string("FLAIR"));
    // Another file of that name is perhaps another patient's.
    const ImportReport other = take({*m_data / "b/FLAIR.nii.gz"});
    QCOMPARE(other.images.size(), std::size_t(0));
    QVERIFY2(contains(linesOf(other.refused), "FLAIR: a patient of this name is in the cache already"),
             linesOf(other.refused).c_str());
    // With a name said, nothing is replaced.
    const ImportReport named = take({*m_data / "a/FLAIR.nii.gz", *m_data / "b/FLAIR.nii.gz"}, "Case 12");
    QCOMPARE(named.patients, std::vector<std::string>{"Case 12"});
    const ImportReport more = take({*m_data / "b/FLAIR.nii.gz", *m_data / "c/FLAIR.nii.gz"}, "Case 12");
    QCOMPARE(more.images[0].state, ImportState::Unchanged);
    QCOMPARE(more.images[1].image.name, std::string("FLAIR (3)"));
    QVERIFY(sameVoxels(imageOf("Case 12", "FLAIR"), smallImage(1)));
    QVERIFY(sameVoxels(imageOf("Case 12", "FLAIR (2)"), smallImage(2)));
  }

  void neverMixesPatients() {
    dataset("one");
    m_data->write("two/dataset_description.json", R"({"Name": "Other study", "BIDSVersion": "1.8.0"})");
    m_data->image("two/sub-01/anat/sub-01_T1w.nii.gz", smallImage(50));
    QCOMPARE(take({*m_data / "one"}).patients.at(0), std::string("01"));
    const ImportReport other = take({*m_data / "two"});
    const std::string name = other.patients.at(0);
    QVERIFY2(name.size() == 7 && name.starts_with("01-"), name.c_str());
    QVERIFY(contains(linesOf(other.warnings), "another patient is called 01 already"));
    QCOMPARE(take({*m_data / "two"}).patients.at(0), name);
    QCOMPARE(take({*m_data / "one"}).patients.at(0), std::string("01"));
    // Masks that are imported alone are the dataset's patients.
    QCOMPARE(take({*m_data / "one/derivatives/manual"}).patients.at(0), std::string("01"));
    // One name for two patients.
    m_data->image("one/sub-02/anat/sub-02_T1w.nii.gz", smallImage(51));
    const auto mixed = importAll({*m_data / "one"}, "Me");
    QCOMPARE(mixed.error().code, ErrorCode::InvalidInput);
    QVERIFY(contains(describe(mixed.error()), "Me: is the name of one patient, and these are the images of 2"));
    for (const char* bad : {" x", "a\nb", "\xFF"}) {
      QCOMPARE(importAll({*m_data / "two"}, bad).error().code, ErrorCode::InvalidInput);
    }
    QCOMPARE(importAll({*m_data / "two"}, std::string(201, 'x')).error().code, ErrorCode::InvalidInput);
  }

  void takesNothingIntoADemo() {
    dataset("bids");
    const storage::CacheFixture fixture;
    storage::CacheFixture demo;
    auto cache = demo.makeDemo();
    QVERIFY(cache);
    const FixedClock clock(Instant{});
    const std::vector<fs::path> paths = {*m_data / "bids"};
    const auto refused = importImages(*cache, paths, {}, clock, m_progress);
    QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
    QVERIFY(contains(describe(refused.error()), "own images go into a protected one"));
    auto reading = m_fixture->openForReading();
    QVERIFY(reading);
    QCOMPARE(importImages(*reading, paths, {}, clock, m_progress).error().code, ErrorCode::Unauthorized);
  }

  void warnsOfTheFuture() {
    dataset("bids");
    m_data->write("bids/sub-01/sub-01_sessions.tsv", "session_id\tacq_time\n");
    m_data->write("bids/sub-01/sub-01_scans.tsv", "filename\tacq_time\nanat/sub-01_T1w.nii.gz\t2199-01-01T00:00:00\n");
    const ImportReport report = take({*m_data / "bids"});
    QVERIFY2(contains(linesOf(report.warnings), "01: has a scan on 2199-01-01, which is in the future"),
             linesOf(report.warnings).c_str());
  }

  void stopsWhenAsked() {
    dataset("bids");
    const FixedClock clock(Instant{});
    const std::vector<fs::path> paths = {*m_data / "bids"};
    for (const int questions : {0, 1, 3, 6}) {
      StoppingProgress progress(questions);
      const auto stopped = importImages(*m_cache, paths, {}, clock, progress);
      QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }
    QCOMPARE(take(paths).count(ImportState::Added), std::size_t(2));
  }

private:
  void dataset(const std::string& name) {
    m_data->write(name + "/dataset_description.json", kDataset);
    m_data->image(name + "/sub-01/anat/sub-01_T1w.nii.gz", smallImage(1));
    m_data->write(name + "/derivatives/manual/dataset_description.json",
                  R"({"Name": "masks", "BIDSVersion": "1.8.0"})");
    m_data->image(name + "/derivatives/manual/sub-01/anat/sub-01_label-lesion_mask.nii.gz", smallMask(1));
  }
  Result<ImportReport> importAll(const std::vector<fs::path>& paths, const std::string& patient = {}) {
    return importImages(*m_cache, paths, {patient}, m_fixture->clock(), m_progress);
  }
  ImportReport take(const std::vector<fs::path>& paths, const std::string& patient = {}) {
    const auto report = importAll(paths, patient);
    storage::must(report);
    return *report;
  }
  storage::StoredPerson personOf(const std::string& pseudonym) {
    auto reader = storage::CacheReader::open(*m_cache);
    storage::must(reader);
    auto person = reader->person(pseudonym);
    storage::must(person);
    return *person;
  }
  StoredImage imageOf(const std::string& pseudonym, const std::string& name) {
    for (const StoredImage& image : personOf(pseudonym).images.images) {
      if (image.name == name) {
        return image;
      }
    }
    qFatal("no image %s", name.c_str());
  }
  [[nodiscard]] storage::BlobStore blobs() const { return storage::BlobStore(*m_cache); }
  bool sameVoxels(const StoredImage& image, const imaging::Volume& volume) {
    const auto stored = blobs().readVolume(image.voxels, m_progress);
    storage::must(stored);
    if (stored->size() != volume.size() || !stored->grid().sameAs(volume.grid()) || !image.grid.sameAs(volume.grid())) {
      return false;
    }
    for (std::int64_t k = 0; k < volume.size().k; ++k) {
      for (std::int64_t j = 0; j < volume.size().j; ++j) {
        for (std::int64_t i = 0; i < volume.size().i; ++i) {
          if (stored->valueAt({i, j, k}) != volume.valueAt({i, j, k})) {
            return false;
          }
        }
      }
    }
    return true;
  }
  /// Names of all blobs.
  static std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file() && !contains(entry.path().filename().string(), "db")) {
        files.push_back(entry.path());
      }
    }
    std::sort(files.begin(), files.end());
    return files;
  }

  std::unique_ptr<ImportFixture> m_data;
  std::unique_ptr<storage::CacheFixture> m_fixture;
  std::unique_ptr<storage::Cache> m_cache;
  NullProgress m_progress;
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
