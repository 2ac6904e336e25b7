#include "phantom_fixture.h"

#include <facet/core/files.h>
#include <facet/core/parallel.h>
#include <facet/imaging/bids.h>
#include <facet/imaging/dicom.h>

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace facet;
using namespace facet::synthetic;

namespace {

namespace fs = std::filesystem;

/// Every file below a folder with its bytes.
std::map<std::string, std::string> filesIn(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      const auto bytes = readFile(entry.path(), std::uint64_t(1) << 30U);
      files[fs::relative(entry.path(), folder).generic_string()] = bytes ? *bytes : "unreadable";
    }
  }
  return files;
}

double meanWhere(const std::vector<double>& values, const std::vector<bool>& where) {
  double sum = 0;
  double n = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (where[i]) {
      sum += values[i];
      ++n;
    }
  }
  return n > 0 ? sum / n : 0;
}

/// The voxels whose value lies between two fractions of those that `among` has.
std::vector<bool> between(const std::vector<double>& values, const std::vector<bool>& among, double low, double high) {
  std::vector<double> sorted;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (among[i]) {
      sorted.push_back(values[i]);
    }
  }
  std::sort(sorted.begin(), sorted.end());
  const auto at = [&](double f) {
    return sorted[static_cast<std::size_t>(f * static_cast<double>(sorted.size() - 1))];
  };
  std::vector<bool> result(values.size(), false);
  for (std::size_t i = 0; i < values.size(); ++i) {
    result[i] = among[i] && values[i] >= at(low) && values[i] <= at(high);
  }
  return result;
}

double diceOf(const std::vector<double>& a, const std::vector<double>& b) {
  double both = 0;
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    both += a[i] > 0 && b[i] > 0 ? 1 : 0;
    sum += (a[i] > 0 ? 1 : 0) + (b[i] > 0 ? 1 : 0);
  }
  return sum > 0 ? 2 * both / sum : 1;
}

} // namespace

class PhantomImages : public QObject {
  Q_OBJECT

private slots:
  void initTestCase() {
    PatientScans second = phantomPatient(12, Protocol::ThreeD1mm, 1);
    second.scans[0].ageYears = 66;
    PatientScans dicom = phantomPatient(14, Protocol::ThreeD1mm, 1);
    dicom.output = ImageOutput::Dicom;
    PatientScans flat = phantomPatient(13, Protocol::Thick2D, 1);
    m_phantoms =
        std::make_unique<Phantoms>(std::vector{phantomPatient(11, Protocol::ThreeD1mm, 2), second, flat, dicom});
    QCOMPARE(m_phantoms->error, std::string());
  }

  /// The same plan gives the same bytes on one thread and on several.
  void bytesDoNotDependOnThreads() {
    PatientScans moved = phantomPatient(21, Protocol::ThreeD1mm, 1);
    moved.scans[0].motion = HeadMotion::Moved;
    PatientScans dicom = phantomPatient(22, Protocol::Thick2D, 1);
    dicom.output = ImageOutput::Dicom;
    const std::vector patients = {moved, dicom};
    std::vector<std::map<std::string, std::string>> runs;
    for (const std::size_t threads : {1U, 4U}) {
      setThreadLimit(threads);
      const Phantoms phantoms(patients);
      QCOMPARE(phantoms.error, std::string());
      runs.push_back(filesIn(phantoms.root()));
    }
    setThreadLimit(0);
    QVERIFY(runs[0].size() > 20);
    QCOMPARE(runs[0].size(), runs[1].size());
    for (const auto& [name, bytes] : runs[0]) {
      QVERIFY2(runs[1][name] == bytes, name.c_str());
    }
  }

  /// White matter, cortex and fluid stand in the order that each contrast is known for.
  void contrastsAreInOrder() {
    const auto t1 = Phantoms::values(m_phantoms->image("T11", "M0", "T1w"));
    const auto t2 = Phantoms::values(m_phantoms->image("T11", "M0", "T2w"));
    const auto flair = Phantoms::values(m_phantoms->image("T11", "M0", "FLAIR"));
    QVERIFY(!t1.empty() && t1.size() == t2.size() && t1.size() == flair.size());
    // A box well inside the head, around the middle of the brain: rows run back, columns down, slices right.
    const std::vector<std::size_t> size = {85, 80, 59};
    QCOMPARE(t1.size(), size[0] * size[1] * size[2]);
    std::vector<bool> box(t1.size(), false);
    for (std::size_t k = 20; k < 40; ++k) {
      for (std::size_t j = 18; j < 32; ++j) {
        for (std::size_t i = 24; i < 62; ++i) {
          box[i + size[0] * (j + size[1] * k)] = true;
        }
      }
    }
    const auto fluid = between(t2, box, 0.97, 1);
    const auto white = between(t1, box, 0.75, 0.97);
    const auto grey = between(t1, box, 0.22, 0.40);
    QVERIFY(meanWhere(t1, white) > 1.2 * meanWhere(t1, grey));
    QVERIFY(meanWhere(t1, grey) > 1.4 * meanWhere(t1, fluid));
    QVERIFY(meanWhere(t2, fluid) > 1.3 * meanWhere(t2, grey));
    QVERIFY(meanWhere(t2, grey) > 1.1 * meanWhere(t2, white));
    QVERIFY(meanWhere(flair, grey) > 1.1 * meanWhere(flair, white));
    QVERIFY(meanWhere(flair, white) > 1.3 * meanWhere(flair, fluid));
  }

  /// Lesions are brighter than white matter on FLAIR, and enhancing ones brighter after contrast agent than before.
  void lesionsAreSeen() {
    const auto flair = Phantoms::values(m_phantoms->image("T11", "M12", "FLAIR"));
    const auto t1 = Phantoms::values(m_phantoms->image("T11", "M12", "T1w"));
    const auto enhanced = Phantoms::values(m_phantoms->image("T11", "M12", "ce-gadolinium_T1w"));
    const auto mask = Phantoms::values(m_phantoms->exactMask("T11", "M12"));
    QCOMPARE(mask.size(), flair.size());
    std::vector<bool> lesion(mask.size());
    std::vector<bool> active(mask.size());
    std::vector<bool> box(mask.size(), true);
    for (std::size_t i = 0; i < mask.size(); ++i) {
      lesion[i] = mask[i] > 0;
      active[i] = lesion[i] && m_phantoms->truth[0].lesions[static_cast<std::size_t>(mask[i]) - 1].enhancing[1];
    }
    const auto white = between(t1, box, 0.93, 0.98);
    QVERIFY(meanWhere(flair, lesion) > 1.25 * meanWhere(flair, white));
    QVERIFY(meanWhere(enhanced, active) > 1.2 * meanWhere(t1, active));
  }

  /// The reader agrees with the truth as raters agree with each other; at 3 mm voxels less than at 1 mm.
  void readerDisagreesAtTheBorder() {
    for (const char* session : {"M0", "M12"}) {
      const double dice = diceOf(Phantoms::values(m_phantoms->readersMask("T11", session)),
                                 Phantoms::values(m_phantoms->exactMask("T11", session)));
      QVERIFY2(dice > 0.65 && dice < 0.97, qPrintable(QString::number(dice)));
    }
  }

  void everyPatientHasAnotherBrain() {
    const auto a = Phantoms::values(m_phantoms->image("T11", "M0", "T1w"));
    const auto b = Phantoms::values(m_phantoms->image("T12", "M0", "T1w"));
    QCOMPARE(a.size(), b.size());
    double difference = 0;
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      difference += std::abs(a[i] - b[i]);
      sum += a[i];
    }
    QVERIFY(difference > 0.2 * sum);
  }

  /// The dataset is read back without a complaint, with dates, scanner and contrasts.
  void datasetIsValid() {
    NullProgress progress;
    const auto dataset = imaging::scanBids(m_phantoms->bids(), progress);
    QVERIFY(dataset.ok());
    for (const Notice& notice : dataset->notices) {
      qWarning("%s", describe(notice).c_str());
    }
    QVERIFY(dataset->notices.empty());
    QCOMPARE(dataset->subjects.size(), std::size_t(4));
    QCOMPARE(dataset->datasetType, std::string("raw"));
    int masks = 0;
    int enhanced = 0;
    for (const imaging::BidsImage& image : dataset->images) {
      if (image.kind == imaging::BidsImageKind::Segmentation) {
        ++masks;
        QCOMPARE(image.pipeline, std::string("reader"));
        QVERIFY(!image.labels.empty());
        continue;
      }
      QVERIFY(image.facts.acquisitionDate.has_value());
      QCOMPARE(*image.facts.fieldStrengthTesla, 3.0);
      const imaging::Contrast expected = image.suffix == "FLAIR"        ? imaging::Contrast::Flair
                                         : image.suffix == "T2w"        ? imaging::Contrast::T2w
                                         : image.entities["ce"].empty() ? imaging::Contrast::T1w
                                                                        : imaging::Contrast::T1wEnhanced;
      enhanced += expected == imaging::Contrast::T1wEnhanced ? 1 : 0;
      QCOMPARE(image.contrast.contrast, expected);
    }
    QCOMPARE(masks, 5);
    QCOMPARE(enhanced, 4);
  }

  void dicomSeriesAreComplete() {
    NullProgress progress;
    const std::vector folders = {m_phantoms->bids() / "sourcedata"};
    const auto scan = imaging::scanDicom(folders, progress);
    QVERIFY(scan.ok());
    QVERIFY(scan->refused.empty());
    QCOMPARE(scan->series.size(), std::size_t(4));
    const auto mask = imaging::readImage(m_phantoms->readersMask("T14", "M0"), progress);
    QVERIFY(mask.ok());
    for (const imaging::DicomSeries& series : scan->series) {
      QVERIFY(series.notices.empty());
      QCOMPARE(series.identity.patientId, std::string("T14"));
      QCOMPARE(series.facts.studyUid, scan->series.front().facts.studyUid);
      // The masks lie on the series' voxels.
      QVERIFY(series.grid.sameAs(mask->volume.grid(), 1e-2));
    }
  }

  /// nibabel agrees about size, voxels and axes.
  void geometryAsNibabelReadsIt() {
    QProcess python;
    const QString script = "import nibabel,sys\n"
                           "for f in sys.argv[1:]:\n"
                           "  i=nibabel.load(f)\n"
                           "  print(i.shape,''.join(nibabel.aff2axcodes(i.affine)),"
                           "[round(float(z),3) for z in i.header.get_zooms()],i.get_data_dtype())\n";
    python.start("/usr/bin/python3",
                 {"-c", script, QString::fromStdString(m_phantoms->image("T11", "M0", "T1w").string()),
                  QString::fromStdString(m_phantoms->readersMask("T11", "M0").string()),
                  QString::fromStdString(m_phantoms->image("T13", "M0", "FLAIR").string())});
    QVERIFY(python.waitForFinished());
    const QString error = python.readAllStandardError();
    if (error.contains("No module named")) {
      QSKIP("nibabel is not installed");
    }
    const QStringList lines = QString(python.readAllStandardOutput()).trimmed().split('\n');
    QCOMPARE(lines.value(0), QString("(85, 80, 59) PIR [3.0, 3.0, 3.0] int16"));
    QCOMPARE(lines.value(1), QString("(85, 80, 59) PIR [3.0, 3.0, 3.0] uint16"));
    QCOMPARE(lines.value(2), QString("(80, 80, 29) LPS [3.0, 3.0, 6.0] int16"));
  }

private:
  std::unique_ptr<Phantoms> m_phantoms;
};

QTEST_APPLESS_MAIN(PhantomImages)
#include "tst_phantom_images.moc"
