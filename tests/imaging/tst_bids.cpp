#include "support.h"

#include <facet/core/files.h>
#include <facet/imaging/bids.h>
#include <facet/imaging/image_io.h>
#include <facet/imaging/recognise.h>

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>

using namespace facet;
using namespace facet::imaging;
using namespace facet::imaging::testing;

namespace fs = std::filesystem;

namespace {

std::string noticesOf(const BidsDataset& dataset) {
  std::string text;
  for (const Notice& notice : dataset.notices) {
    text += describe(notice) + "\n";
  }
  return text;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

} // namespace

class TestBids : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_root = fs::canonical(m_dir->path().toStdString());
    write("dataset_description.json",
          R"({"Name": "Test", "BIDSVersion": "1.8.0", "License": "CC0", "Authors": ["A", "B"]})");
  }

  void readsADataset() {
    write("participants.tsv",
          "participant_id\tage\tsex\tsite\nsub-01\t34\tF\tLund\nsub-02\tn/a\tM\t\nsub-03\t51.5\tF\tx\n");
    write("participants.json", R"({"age": {"Units": "year", "Description": "at first scan"},
                                   "sex": {"Levels": {"F": "female", "M": {"Description": "male"}}}})");
    write("sub-01/sub-01_sessions.tsv", "session_id\tacq_time\nses-a\t2020-01-02\nses-b\t2021-01-02\n");
    image("sub-01/ses-a/anat/sub-01_ses-a_ce-gd_acq-mprage_run-1_T1w.nii.gz");
    image("sub-01/ses-a/anat/sub-01_ses-a_FLAIR.nii");
    image("sub-01/ses-b/anat/sub-01_ses-b_T2w.nii.gz");
    image("sub-02/anat/sub-02_T1w.nii.gz");
    const BidsDataset dataset = scan();
    QVERIFY2(dataset.notices.empty(), noticesOf(dataset).c_str());
    QCOMPARE(dataset.name, std::string("Test"));
    QCOMPARE(dataset.datasetType, std::string("raw"));
    QCOMPARE(dataset.authors.size(), std::size_t(2));
    QCOMPARE(dataset.subjects.size(), std::size_t(3));
    QCOMPARE(dataset.subjects[0].sessions.size(), std::size_t(2));
    QCOMPARE(dataset.subjects[0].sessions[1].id, std::string("b"));
    QCOMPARE(dataset.subjects[0].sessions[1].row.value(), std::size_t(1));
    QCOMPARE(dataset.subjects[1].sessions.size(), std::size_t(1));
    QVERIFY(dataset.subjects[1].sessions[0].id.empty());
    // A participant without images is still a participant.
    QVERIFY(dataset.subjects[2].sessions.empty());

    const BidsTable& table = dataset.participants;
    QCOMPARE(table.columns[1].kind, ColumnKind::Number);
    QCOMPARE(table.columns[1].units, std::string("year"));
    QCOMPARE(table.columns[2].kind, ColumnKind::Category);
    QCOMPARE(table.columns[2].levels.at("M"), std::string("male"));
    QCOMPARE(table.columns[3].kind, ColumnKind::Text);
    QCOMPARE(table.number(2, "age").value(), 51.5);
    QVERIFY(!table.number(1, "age"));
    QVERIFY(!table.cell(1, "site"));
    QVERIFY(!table.cell(0, "no such column"));
    QVERIFY(!table.cell(99, "age"));

    QCOMPARE(dataset.images.size(), std::size_t(4));
    const auto& t1 = *std::find_if(dataset.images.begin(), dataset.images.end(),
                                   [](const BidsImage& one) { return !one.entities["ce"].empty(); });
    QCOMPARE(t1.entities["sub"], std::string("01"));
    QCOMPARE(t1.entities["ses"], std::string("a"));
    QCOMPARE(t1.entities["acq"], std::string("mprage"));
    QCOMPARE(t1.entities["run"], std::string("1"));
    QCOMPARE(t1.entities["space"], std::string());
    QCOMPARE(t1.suffix, std::string("T1w"));
    QCOMPARE(t1.dataType, std::string("anat"));
    QCOMPARE(t1.contrast.contrast, Contrast::T1wEnhanced);
  }

  // The specification's inheritance principle: from the top down, the nearest wins, more entities win in one folder.
  void inheritsSidecars() {
    write("T1w.json",
          R"({"EchoTime": 0.001, "RepetitionTime": 2.3, "Manufacturer": "Top", "PatientName": "Doe^Jane"})");
    write("sub-01/sub-01_T1w.json", R"({"EchoTime": 0.002, "MagneticFieldStrength": 3})");
    write("sub-01/ses-a/anat/sub-01_ses-a_run-1_T1w.json", R"({"EchoTime": 0.003, "InstitutionName": "Clinic"})");
    write("sub-01/ses-a/anat/sub-01_ses-a_T1w.json", R"({"EchoTime": 0.004, "FlipAngle": 9})");
    write("sub-01/ses-a/anat/sub-01_ses-a_run-2_T1w.json", R"({"EchoTime": 0.5})");
    write("FLAIR.json", R"({"EchoTime": 0.1})");
    image("sub-01/ses-a/anat/sub-01_ses-a_run-1_T1w.nii.gz");
    const BidsDataset dataset = scan();
    const SequenceFacts& facts = dataset.images.at(0).facts;
    QCOMPARE(facts.echoTimeMs.value(), 3.0);
    QCOMPARE(facts.repetitionTimeMs.value(), 2300.0);
    QCOMPARE(facts.fieldStrengthTesla.value(), 3.0);
    QCOMPARE(facts.flipAngleDegrees.value(), 9.0);
    QCOMPARE(facts.manufacturer, std::string("Top"));
    const std::string& sidecar = dataset.images[0].sidecar;
    QVERIFY(contains(sidecar, "\"FlipAngle\":9"));
    QVERIFY(!contains(sidecar, "Doe") && !contains(sidecar, "Clinic"));
  }

  void readsDerivatives() {
    write("derivatives/manual/dataset_description.json", R"({"Name": "m", "BIDSVersion": "1.8.0"})");
    image("derivatives/manual/sub-01/anat/sub-01_space-T1w_desc-brain_mask.nii.gz");
    image("derivatives/manual/sub-01/anat/sub-01_label-lesion_dseg.nii.gz");
    image("derivatives/manual/sub-01/anat/sub-01_label-WM_probseg.nii.gz");
    write("derivatives/manual/sub-01/anat/sub-01_label-lesion_dseg.tsv", "index\tname\n1\tnew\n2\tstable\nx\tbad\n");
    write("derivatives/manual/sub-01/anat/sub-01_from-FLAIR_to-T1w_mode-points_xfm.txt",
          "#Insight Transform File V1.0\n#Transform 0\nTransform: AffineTransform_double_3_3\n"
          "Parameters: 1 0 0 0 1 0 0 0 1 5 6 7\nFixedParameters: 0 0 0\n");
    write("derivatives/manual/sub-01/anat/sub-01_from-FLAIR_to-T2w_mode-image_xfm.h5", "x");
    const BidsDataset dataset = scan();
    QCOMPARE(dataset.images.size(), std::size_t(3));
    for (const BidsImage& one : dataset.images) {
      QCOMPARE(one.pipeline, std::string("manual"));
      QCOMPARE(one.contrast.contrast, Contrast::Other);
      if (one.suffix == "dseg") {
        QCOMPARE(one.kind, BidsImageKind::Segmentation);
        QVERIFY(one.labels == (std::map<int, std::string>{{1, "new"}, {2, "stable"}}));
      } else if (one.suffix == "mask") {
        QCOMPARE(one.kind, BidsImageKind::Mask);
        QCOMPARE(one.entities["desc"], std::string("brain"));
      } else {
        QCOMPARE(one.kind, BidsImageKind::Probability);
      }
    }
    QCOMPARE(dataset.transforms.size(), std::size_t(1));
    QCOMPARE(dataset.transforms[0].from, std::string("FLAIR"));
    QCOMPARE(dataset.transforms[0].movingFromFixed.offset, (Vec3{5, 6, 7}));
    const std::string notices = noticesOf(dataset);
    QVERIFY2(contains(notices, "has a row whose index is no whole number (line 4)"), notices.c_str());
    QVERIFY2(contains(notices, "mode-image_xfm.h5: is no ITK transform in text form") ||
                 contains(notices, "mode-image_xfm.h5: is no valid text"),
             notices.c_str());
  }

  void readsTextFromAnySystem() {
    const std::u16string text = u"participant_id\tname\r\nsub-01\tGr\u00F6\u00DFe\r\nsub-02\tn/a\r\n";
    std::string bytes = "\xFF\xFE";
    for (const char16_t c : text) {
      bytes += static_cast<char>(c & 0xFF);
      bytes += static_cast<char>(c >> 8);
    }
    write("participants.tsv", bytes);
    write("sub-01/sub-01_sessions.tsv", "\xEF\xBB\xBFsession_id\tdays\r\nses-1\t0\r\nses-2\t100\r\n");
    image("sub-01/ses-1/anat/sub-01_ses-1_T1w.nii");
    const BidsDataset dataset = scan();
    QVERIFY2(dataset.notices.empty(), noticesOf(dataset).c_str());
    QCOMPARE(dataset.participants.cell(0, "name").value(), std::string("Größe"));
    QCOMPARE(dataset.subjects.size(), std::size_t(2));
    QCOMPARE(dataset.subjects[0].sessions.size(), std::size_t(2));
    QCOMPARE(dataset.subjects[0].sessionTable.number(1, "days").value(), 100.0);
  }

  void tellsWhatIsOdd() {
    write("participants.tsv", "participant_id\tage\tage\nsub-01\t3\nsub-01\t4\t5\n\t6\t7\nsub-02\tforty\t1\n");
    write("participants.json", R"({"age": {"Units": "year"}})");
    write("sub-03/sub-03_sessions.tsv", "session_id\nses-1\nses-1\n");
    image("sub-03/anat/sub-04_T1w.nii.gz");
    image("sub-03/anat/badname.nii.gz");
    image("sub-03/func/sub-03_task-rest_bold.nii.gz");
    image("sub-03/func/sub-03_task-rest_run-2_bold.nii.gz");
    image("sub-03/anat/sub-03_T1w.nii.gz");
    write("sub-03/anat/sub-03_T1w.json", "{broken");
    write("sub-03/sub-03_scans.tsv",
          "filename\tacq_time\nanat/sub-03_T1w.nii.gz\t2020-02-29T10:11:12\n../../x\t2020-01-01\n");
    const BidsDataset dataset = scan();
    const std::string notices = noticesOf(dataset);
    for (const char* expected :
         {"participants.tsv: has two columns of the name age (line 1)", "has a row of 2 cells under 3 columns (line 2)",
          "names sub-01 a second time (first on line 2): the first row counts (line 3)",
          "has a row without participant_id (line 4)", "column age is measured in year and holds “forty”",
          "participants.tsv: has no row for sub-03",
          "sub-03_sessions.tsv: names ses-1 a second time: the first row counts (line 3)",
          "sub-04_T1w.nii.gz: belongs to sub-04 by its name and lies in the folder of another",
          "badname.nii.gz: is an image whose name does not follow BIDS",
          "2 images of the kind func are no anatomy and were left aside",
          "sub-03_T1w.json: is no JSON object and was left aside",
          "sub-03_scans.tsv: names ../../x, which lies outside its folder (line 3)"}) {
      QVERIFY2(contains(notices, expected), (std::string(expected) + "\n" + notices).c_str());
    }
    QCOMPARE(dataset.images.size(), std::size_t(1));
    QVERIFY(dataset.images[0].facts.acquisitionDate == *dayOf(2020, 2, 29));
    QCOMPARE(dataset.participants.rows.size(), std::size_t(4));
  }

  void followsNoLinkOut() {
    const fs::path outside = fs::path(m_dir->path().toStdString()).parent_path() / "outside.nii.gz";
    image("sub-01/anat/sub-01_T1w.nii.gz");
    fs::create_directories(m_root / ".store");
    fs::rename(m_root / "sub-01/anat/sub-01_T1w.nii.gz", m_root / ".store/content");
    // git-annex keeps content inside the dataset and links to it.
    fs::create_symlink("../../.store/content", m_root / "sub-01/anat/sub-01_T1w.nii.gz");
    fs::create_symlink("/etc/hostname", m_root / "sub-01/anat/sub-01_T2w.nii.gz");
    fs::create_symlink("../../.store/absent", m_root / "sub-01/anat/sub-01_FLAIR.nii.gz");
    fs::create_symlink("/tmp", m_root / "sub-02");
    const BidsDataset dataset = scan();
    QCOMPARE(dataset.images.size(), std::size_t(1));
    NullProgress progress;
    QVERIFY(readImage(dataset.images[0].path, progress));
    const std::string notices = noticesOf(dataset);
    QVERIFY2(contains(notices, "sub-01_T2w.nii.gz: is a link that leads out of the dataset"), notices.c_str());
    QVERIFY2(contains(notices, "sub-01_FLAIR.nii.gz: is a link to a file that is not here"), notices.c_str());
    QVERIFY2(contains(notices, "sub-02: is a link that leads out of the dataset"), notices.c_str());
  }

  void refusesWhatIsNoDataset() {
    fs::remove(m_root / "dataset_description.json");
    NullProgress progress;
    QCOMPARE(scanBids(m_root, progress).error().code, ErrorCode::NotFound);
    write("dataset_description.json", "[]");
    QCOMPARE(scanBids(m_root, progress).error().code, ErrorCode::InvalidInput);
    QCOMPARE(scanBids(m_root / "absent", progress).error().code, ErrorCode::NotFound);
  }

  void recognisesByContent() {
    const auto kind = [&](const char* name) { return *recognise(m_root / name); };
    QCOMPARE(*recognise(m_root), InputKind::BidsDataset);
    image("x.nii.gz");
    fs::rename(m_root / "x.nii.gz", m_root / "image.txt");
    QCOMPARE(kind("image.txt"), InputKind::LooseImage);
    write("fake.nii.gz", "no image");
    QCOMPARE(kind("fake.nii.gz"), InputKind::Unknown);
    write("empty/deep/nothing.dcm", "");
    QCOMPARE(kind("empty"), InputKind::Unknown);
    write("dicom/deep/er/a", std::string(128, '\0') + "DICM and so on");
    QCOMPARE(kind("dicom"), InputKind::Dicom);
    QCOMPARE(kind("dicom/deep/er/a"), InputKind::Dicom);
    QCOMPARE(recognise(m_root / "absent").error().code, ErrorCode::NotFound);
  }

  // ITK's own parameters: matrix rows, translation; centre as fixed parameters. Worked by hand.
  void readsTransforms_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("parameters");
    QTest::addColumn<QString>("fixed");
    QTest::addColumn<QString>("point");
    QTest::addColumn<QString>("expected");
    QTest::newRow("affine with centre") << "AffineTransform_double_3_3"
                                        << "2 0 0 0 3 0 0 0 4 1 2 3"
                                        << "10 20 30"
                                        << "11 21 31"
                                        << "13 25 37";
    QTest::newRow("matrix offset") << "MatrixOffsetTransformBase_double_3_3"
                                   << "0 -1 0 1 0 0 0 0 1 0 0 0"
                                   << "0 0 0"
                                   << "1 2 3"
                                   << "-2 1 3";
    // A quarter turn about x takes (0,1,0) to (0,0,1).
    QTest::newRow("Euler about x") << "Euler3DTransform_double_3_3"
                                   << "1.5707963267948966 0 0 0 0 5"
                                   << "0 0 0"
                                   << "0 1 0"
                                   << "0 0 6";
    QTest::newRow("Euler about y") << "Euler3DTransform_double_3_3"
                                   << "0 1.5707963267948966 0 0 0 0"
                                   << "0 0 0"
                                   << "0 0 1"
                                   << "1 0 0";
    // Default order: about y, then x, then z. (0,0,1) goes to (1,0,0), stays, goes to (0,1,0).
    QTest::newRow("Euler order") << "Euler3DTransform_double_3_3"
                                 << "1.5707963267948966 1.5707963267948966 1.5707963267948966 0 0 0"
                                 << "0 0 0"
                                 << "0 0 1"
                                 << "0 1 0";
    // A versor of a quarter turn about z: (0, 0, sin 45°).
    QTest::newRow("versor") << "VersorRigid3DTransform_double_3_3"
                            << "0 0 0.7071067811865476 1 0 0"
                            << "0 0 0"
                            << "1 0 0"
                            << "1 1 0";
    QTest::newRow("translation") << "TranslationTransform_double_3_3"
                                 << "1 2 3"
                                 << ""
                                 << "1 1 1"
                                 << "2 3 4";
    QTest::newRow("identity") << "IdentityTransform_double_3_3"
                              << ""
                              << ""
                              << "1 2 3"
                              << "1 2 3";
    QTest::newRow("similarity") << "Similarity3DTransform_double_3_3"
                                << "0 0 0 1 0 0 2"
                                << "1 1 1"
                                << "2 1 1"
                                << "4 1 1";
  }
  void readsTransforms() {
    QFETCH(QString, kind);
    QFETCH(QString, parameters);
    QFETCH(QString, fixed);
    QFETCH(QString, point);
    QFETCH(QString, expected);
    const QString text = "#Insight Transform File V1.0\r\n#Transform 0\r\nTransform: " + kind +
                         "\r\nParameters: " + parameters + "\r\nFixedParameters: " + fixed + "\r\n";
    const auto map = readItkTransform(text.toStdString(), "x");
    QVERIFY2(map, map ? "" : describe(map.error()).c_str());
    const auto vec = [](const QString& words) {
      const QStringList parts = words.split(' ');
      return Vec3{parts[0].toDouble(), parts[1].toDouble(), parts[2].toDouble()};
    };
    const Vec3 found = (*map)(vec(point));
    QVERIFY2(norm(found - vec(expected)) < 1e-9,
             qPrintable(QString("%1 %2 %3").arg(found.x).arg(found.y).arg(found.z)));
  }

  void refusesOtherTransforms() {
    const auto code = [](const std::string& text) { return readItkTransform(text, "x").error().code; };
    const std::string head = "#Insight Transform File V1.0\n";
    QCOMPARE(code(""), ErrorCode::InvalidInput);
    QCOMPARE(code("x"), ErrorCode::InvalidInput);
    QCOMPARE(code(head), ErrorCode::InvalidInput);
    QCOMPARE(code(head + "Transform: BSplineTransform_double_3_3\nParameters: 1\n"), ErrorCode::Unsupported);
    QCOMPARE(code(head + "Transform: AffineTransform_double_2_2\nParameters: 1\n"), ErrorCode::Unsupported);
    QCOMPARE(code(head + "Transform: AffineTransform_double_3_3\nParameters: 1 2\n"), ErrorCode::InvalidInput);
    QCOMPARE(code(head + "Transform: AffineTransform_double_3_3\nParameters: 1 x\n"), ErrorCode::InvalidInput);
    QCOMPARE(code(head + "Transform: AffineTransform_double_3_3\nParameters: 0 0 0 0 0 0 0 0 0 1 1 1\n"),
             ErrorCode::InvalidInput);
    QCOMPARE(code(head + "Transform: TranslationTransform_double_3_3\nParameters: nan 0 0\n"), ErrorCode::InvalidInput);
    QCOMPARE(code(head + "Transform: IdentityTransform_double_3_3\nTransform: IdentityTransform_double_3_3\n"),
             ErrorCode::Unsupported);
  }

  void opensTheRealDatasets() {
    const fs::path data = sharedData();
    if (data.empty()) {
      QSKIP("no real data beside the project");
    }
    NullProgress progress;
    const auto longitudinal = scanBids(data / "open-ms-longitudinal", progress);
    QVERIFY(longitudinal);
    QVERIFY2(longitudinal->notices.empty(), noticesOf(*longitudinal).c_str());
    QCOMPARE(longitudinal->subjects.size(), std::size_t(5));
    QCOMPARE(longitudinal->transforms.size(), std::size_t(30));
    QCOMPARE(longitudinal->participants.columns[3].levels.at("RR"), std::string("relapsing-remitting"));
    const auto mni = scanBids(data / "open-ms-mni", progress);
    QVERIFY(mni);
    QCOMPARE(mni->subjects.size(), std::size_t(30));
    QCOMPARE(mni->participants.rows.size(), std::size_t(30));
    for (const auto* dataset : {&*longitudinal, &*mni}) {
      QVERIFY2(dataset->notices.empty(), noticesOf(*dataset).c_str());
      for (const BidsImage& one : dataset->images) {
        const auto image = readImage(one.path, progress);
        QVERIFY2(image, image ? "" : describe(image.error()).c_str());
        QVERIFY2(image->notices.empty(), image->notices.empty() ? "" : describe(image->notices[0]).c_str());
        QVERIFY(one.kind != BidsImageKind::Image || one.contrast.contrast != Contrast::Other);
      }
    }
    QCOMPARE(*recognise(data / "open-ms-mni"), InputKind::BidsDataset);
    QCOMPARE(*recognise(data / "dicom-t1-series"), InputKind::Dicom);
    const auto enhanced = std::count_if(mni->images.begin(), mni->images.end(), [](const BidsImage& one) {
      return one.contrast.contrast == Contrast::T1wEnhanced;
    });
    QCOMPARE(enhanced, std::ptrdiff_t(2));
  }

private:
  void write(const std::string& name, const std::string& bytes) {
    fs::create_directories((m_root / name).parent_path());
    std::ofstream(m_root / name, std::ios::binary) << bytes;
  }
  void image(const std::string& name) {
    fs::create_directories((m_root / name).parent_path());
    NullProgress progress;
    const auto written = writeImage(patterned(axisOrders()[0].grid, VoxelType::UInt8), m_root / name, {}, progress);
    QVERIFY(written);
  }
  BidsDataset scan() {
    NullProgress progress;
    auto dataset = scanBids(m_root, progress);
    if (!dataset) {
      qFatal("%s", describe(dataset.error()).c_str());
    }
    return std::move(dataset).value();
  }

  std::unique_ptr<QTemporaryDir> m_dir;
  fs::path m_root;
};

QTEST_APPLESS_MAIN(TestBids)
#include "tst_bids.moc"
