#include "cache_fixture.h"
#include "import_fixture.h"

#include <facet/storage/blob_store.h>
#include <facet/storage/reader.h>

#include <QProcess>
#include <QtTest>

#include <cmath>

using namespace facet;
using namespace facet::sync;
using namespace facet::sync::testing;
using storage::ImageRole;
using storage::StoredImage;

namespace fs = std::filesystem;

/// The real data of ../shared/data in a cache, against what nibabel and pydicom read from the same files.
class TestImportData : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() { m_cache = std::make_unique<storage::Cache>(*m_fixture.make()); }
  void cleanup() { m_cache.reset(); }

  void takesTheLongitudinalPatients() {
    const fs::path root = need("open-ms-longitudinal");
    if (root.empty()) {
      QSKIP("../shared/data/open-ms-longitudinal is absent");
    }
    const ImportReport report = take(root);
    QCOMPARE(report.patients, (std::vector<std::string>{"long01", "long03", "long04", "long09", "long20"}));
    // 16 images of 5 patients, a brain mask and a mask of change for each, and the maps whose two images are here.
    QCOMPARE(report.images.size(), std::size_t(27));
    QCOMPARE(count(report, ImageRole::Image), std::size_t(17));
    QCOMPARE(count(report, ImageRole::BrainMask), std::size_t(5));
    QCOMPARE(count(report, ImageRole::LesionChange), std::size_t(5));
    compare(report, [&](const StoredImage& image) {
      const std::string subject = "sub-" + image.person;
      const fs::path folder = image.role == ImageRole::Image ? root / subject / ("ses-" + image.session)
                                                             : root / "derivatives/manual" / subject;
      return folder / "anat" / (image.name + ".nii.gz");
    });
    const storage::StoredPerson person = personOf("long01");
    QCOMPARE(person.own->sex, clinical::Sex::Female);
    QCOMPARE(*person.own->ageYears, 20.0);
    // FLAIR of both sessions to both masks of the common space, T1w and T2w to FLAIR in each session.
    QCOMPARE(person.images.transforms.size(), std::size_t(8));
    checkBrainFits(person);
  }

  void takesTheTemplatePatients() {
    const fs::path root = need("open-ms-mni");
    if (root.empty()) {
      QSKIP("../shared/data/open-ms-mni is absent");
    }
    const ImportReport report = take(root);
    QCOMPARE(report.patients.size(), std::size_t(29));
    QCOMPARE(report.images.size(), std::size_t(37));
    QCOMPARE(count(report, ImageRole::LesionMask), std::size_t(29));
    // Those of three patients, to be done in time.
    ImportReport some;
    std::copy_if(report.images.begin(), report.images.end(), std::back_inserter(some.images), [](const auto& image) {
      return image.image.person == "cs01" || image.image.person == "cs07" || image.image.person == "cs19";
    });
    compare(some, [&](const StoredImage& image) {
      const fs::path folder = image.role == ImageRole::Image ? root : root / "derivatives/manual";
      return folder / ("sub-" + image.person) / "anat" / (image.name + ".nii.gz");
    });
    const storage::StoredPerson cs07 = personOf("cs07");
    QCOMPARE(*cs07.own->ageYears, 53.0);
    QVERIFY(!cs07.own->edss);
    QVERIFY(contains(linesOf(report.warnings), "EDSS “0.5” is no step of the scale"));
    for (const StoredImage& image : cs07.images.images) {
      QVERIFY(contains(linesOf(image.notices), "lies in the template space MNI152"));
      if (image.role == ImageRole::LesionMask) {
        QCOMPARE(image.sequence, std::string("FLAIR"));
      }
    }
    const storage::StoredPerson cs15 = personOf("cs15");
    QVERIFY(cs15.own->course == clinical::Course::PrimaryProgressive);
    QCOMPARE(cs15.own->edss->tenths(), 65);
  }

  void takesTheDicomSeries() {
    const fs::path root = need("dicom-t1-series");
    if (root.empty()) {
      QSKIP("../shared/data/dicom-t1-series is absent");
    }
    const ImportReport report = take(root);
    QCOMPARE(linesOf(report.refused), std::string());
    QCOMPARE(report.images.size(), std::size_t(1));
    const StoredImage& image = report.images[0].image;
    QCOMPARE(image.sequence, std::string("T1w"));
    QCOMPARE(image.session, std::string("2013-07-17"));
    QVERIFY(image.original.has_value());
    compare(report, [&](const StoredImage&) { return root / "dicoms"; });
  }

private:
  static fs::path need(const std::string& name) {
    const fs::path path = fs::path(FACET_SOURCE_DIR) / "../shared/data" / name;
    return fs::exists(path) ? fs::canonical(path) : fs::path();
  }
  ImportReport take(const fs::path& root) {
    const std::vector<fs::path> paths = {root};
    const auto report = importImages(*m_cache, paths, {}, m_fixture.clock(), m_progress);
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
  static std::size_t count(const ImportReport& report, ImageRole role) {
    return static_cast<std::size_t>(std::count_if(report.images.begin(), report.images.end(),
                                                  [&](const auto& image) { return image.image.role == role; }));
  }

  /// Every image as it is in the cache against what Python reads from the file it came from.
  void compare(const ImportReport& report, const std::function<fs::path(const StoredImage&)>& fileOf) {
    QStringList arguments = {QString(FACET_SOURCE_DIR) + "/tests/sync/check_import.py"};
    for (const ImportedImage& image : report.images) {
      arguments << QString::fromStdString(fileOf(image.image).string());
    }
    QProcess python;
    python.start("/usr/bin/python3", arguments);
    QVERIFY(python.waitForFinished(120000));
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
    const QStringList lines = QString::fromUtf8(python.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), qsizetype(report.images.size()));
    for (std::size_t at = 0; at < report.images.size(); ++at) {
      compareOne(report.images[at].image, lines[qsizetype(at)].split('\t'));
    }
  }
  void compareOne(const StoredImage& image, const QStringList& cells) {
    const auto volume = storage::BlobStore(*m_cache).readVolume(image.voxels, m_progress);
    storage::must(volume);
    const char* name = image.name.c_str();
    QVERIFY2(volume->size() == (imaging::GridSize{cells[1].toInt(), cells[2].toInt(), cells[3].toInt()}), name);
    QVERIFY2(imaging::nameOf(volume->type()) == cells[4].toStdString(), name);
    imaging::Grid expected = volume->grid();
    for (std::size_t row = 0; row < 3; ++row) {
      for (std::size_t column = 0; column < 3; ++column) {
        expected.lpsFromIjk.matrix[row][column] = cells[qsizetype(5 + 4 * row + column)].toDouble();
      }
      expected.lpsFromIjk.offset[row] = cells[qsizetype(8 + 4 * row)].toDouble();
    }
    QVERIFY2(volume->grid().largestDistanceMm(expected) <= 1e-3, name);
    QVERIFY2(image.grid.largestDistanceMm(expected) <= 1e-3, name);
    double smallest = HUGE_VAL;
    double largest = -HUGE_VAL;
    double sum = 0;
    double weighted = 0;
    imaging::visitVoxels(*volume, [&](auto voxels) {
      for (std::size_t voxel = 0; voxel < voxels.size(); ++voxel) {
        const auto value = static_cast<double>(voxels[voxel]);
        smallest = std::min(smallest, value);
        largest = std::max(largest, value);
        sum += value;
        weighted += value * static_cast<double>(1 + voxel % 1021);
      }
    });
    QVERIFY2(smallest == cells[17].toDouble() && largest == cells[18].toDouble(), name);
    // Sums of floats depend on their order in the last digits.
    QVERIFY2(std::abs(sum - cells[19].toDouble()) <= 1e-9 * std::abs(sum), name);
    QVERIFY2(std::abs(weighted - cells[20].toDouble()) <= 1e-9 * std::abs(weighted), name);
  }

  /// Through the map that came with the data, voxels of the brain mask are brighter in FLAIR than the others are.
  void checkBrainFits(const storage::StoredPerson& person) {
    const StoredImage* mask = nullptr;
    for (const StoredImage& image : person.images.images) {
      mask = image.role == ImageRole::BrainMask ? &image : mask;
    }
    QVERIFY(mask != nullptr);
    const storage::BlobStore blobs(*m_cache);
    const auto brain = blobs.readVolume(mask->voxels, m_progress);
    int checked = 0;
    for (const storage::StoredTransform& transform : person.images.transforms) {
      if (transform.fixed != mask->voxels) {
        continue;
      }
      const auto flair = blobs.readVolume(transform.moving, m_progress);
      const Affine3 ijkFromLps = *flair->grid().lpsFromIjk.inverse();
      double inside = 0;
      double outside = 0;
      std::size_t insideCount = 0;
      std::size_t outsideCount = 0;
      const imaging::GridSize size = brain->size();
      for (std::int64_t k = 0; k < size.k; k += 2) {
        for (std::int64_t j = 0; j < size.j; j += 5) {
          for (std::int64_t i = 0; i < size.i; i += 5) {
            const Vec3 fixed = brain->grid().lpsFromIjk({double(i), double(j), double(k)});
            const Vec3 at = ijkFromLps(transform.movingFromFixed(fixed));
            const IjkIndex voxel{std::lround(at.x), std::lround(at.y), std::lround(at.z)};
            if (flair->size().contains(voxel)) {
              const bool isBrain = brain->valueAt({i, j, k}) != 0;
              (isBrain ? inside : outside) += flair->valueAt(voxel);
              ++(isBrain ? insideCount : outsideCount);
            }
          }
        }
      }
      QVERIFY(insideCount > 1000 && outsideCount > 1000);
      QVERIFY(inside / double(insideCount) > 3 * outside / double(outsideCount));
      ++checked;
    }
    QCOMPARE(checked, 2);
  }

  storage::CacheFixture m_fixture;
  std::unique_ptr<storage::Cache> m_cache;
  NullProgress m_progress;
};

QTEST_GUILESS_MAIN(TestImportData)
#include "tst_import_data.moc"
