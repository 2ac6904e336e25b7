#include "image_roles.h"
#include "import_fixture.h"
#include "import_scan.h"
#include "tape_archive.h"

#include <QProcess>
#include <QtTest>

#include <fstream>

using namespace facet;
using namespace facet::sync;
using namespace facet::sync::testing;
using storage::ImageRole;

namespace fs = std::filesystem;

namespace {

ImportPlan planOf(const std::vector<fs::path>& paths) {
  NullProgress progress;
  const auto plan = planImport(paths, progress);
  return plan ? *plan : ImportPlan{};
}

const PlannedImage* find(const ImportPlan& plan, const std::string& name) {
  for (const PlannedPatient& patient : plan.patients) {
    for (const PlannedImage& image : patient.images) {
      if (image.name == name) {
        return &image;
      }
    }
  }
  return nullptr;
}

const char* kDataset = R"({"Name": "Study", "BIDSVersion": "1.8.0"})";

} // namespace

class TestImportPlan : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() { m_data = std::make_unique<ImportFixture>(); }

  void plansADataset() {
    m_data->write("bids/dataset_description.json", kDataset);
    m_data->write("bids/participants.tsv", "participant_id\nsub-01\nsub-02\n");
    m_data->write("bids/sub-01/sub-01_sessions.tsv",
                  "session_id\tacq_time\nses-a\t2020-01-02T10:00:00\nses-b\tsoon\nses-c\t2021\n");
    m_data->image("bids/sub-01/ses-a/anat/sub-01_ses-a_FLAIR.nii.gz", smallImage(1));
    m_data->image("bids/sub-01/ses-a/anat/sub-01_ses-a_ce-gd_T1w.nii.gz", smallImage(2));
    m_data->image("bids/sub-01/ses-b/anat/sub-01_ses-b_T2w.nii", smallImage(3));
    m_data->write("bids/sub-01/ses-b/sub-01_ses-b_scans.tsv",
                  "filename\tacq_time\nanat/sub-01_ses-b_T2w.nii\t2020-12-31T23:59:59\n");
    m_data->image("bids/sub-01/ses-c/anat/sub-01_ses-c_space-MNI152NLin6Asym_T2w.nii", smallImage(4));
    for (const char* rater : {"rater1", "rater2"}) {
      const std::string folder = "bids/derivatives/" + std::string(rater) + "/";
      m_data->write(folder + "dataset_description.json", kDataset);
      m_data->image(folder + "sub-01/ses-a/anat/sub-01_ses-a_label-lesion_mask.nii.gz", smallMask(1));
    }
    m_data->image("bids/derivatives/rater1/sub-01/anat/sub-01_label-GM_probseg.nii.gz", smallImage(1));
    const ImportPlan plan = planOf({*m_data / "bids"});
    QCOMPARE(linesOf(plan.refused), std::string());
    // Participant 02 has no image.
    QCOMPARE(plan.patients.size(), std::size_t(1));
    QCOMPARE(plan.patients[0].kind, ImportKind::Bids);
    QCOMPARE(plan.patients[0].name, std::string("01"));
    QCOMPARE(plan.patients[0].images.size(), std::size_t(6));
    const PlannedImage* flair = find(plan, "sub-01_ses-a_FLAIR");
    QVERIFY(flair != nullptr);
    QCOMPARE(flair->session, std::string("a"));
    QCOMPARE(flair->date->toIso(), std::string("2020-01-02"));
    QCOMPARE(flair->sequence, std::string("FLAIR"));
    QCOMPARE(find(plan, "sub-01_ses-a_ce-gd_T1w")->sequence, std::string("T1w+ce"));
    // What the table of sessions does not tell, that of scans does.
    QCOMPARE(find(plan, "sub-01_ses-b_T2w")->date->toIso(), std::string("2020-12-31"));
    const PlannedImage* templated = find(plan, "sub-01_ses-c_space-MNI152NLin6Asym_T2w");
    QCOMPARE(templated->date->toIso(), std::string("2021"));
    QVERIFY(contains(linesOf(templated->notices), "lies in the template space MNI152NLin6Asym"));
    // Masks come last, and two readers' masks of one name are two.
    QCOMPARE(plan.patients[0].images[4].role, ImageRole::LesionMask);
    QCOMPARE(plan.patients[0].images[4].name, std::string("sub-01_ses-a_label-lesion_mask"));
    QCOMPARE(plan.patients[0].images[4].madeBy, std::string("rater1"));
    QCOMPARE(plan.patients[0].images[5].name, std::string("sub-01_ses-a_label-lesion_mask (rater2)"));
    const std::string warnings = linesOf(plan.warnings);
    QVERIFY2(contains(warnings, "acq_time “soon” is no date and was left out (line 3)"), warnings.c_str());
    QVERIFY2(contains(warnings, "probseg.nii.gz: is a map of probabilities and was left aside"), warnings.c_str());
  }

  void tellsRoles_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("role");
    const auto row = [](const char* name, ImageRole role) { QTest::newRow(name) << QString(name) << int(role); };
    row("sub-1_label-lesion_mask", ImageRole::LesionMask);
    row("sub-1_space-FLAIR_label-lesion_dseg", ImageRole::LesionMask);
    row("sub-1_desc-lesions_mask", ImageRole::LesionMask);
    row("sub-1_label-WMH_mask", ImageRole::LesionMask);
    row("sub-1_label-L_mask", ImageRole::LesionMask);
    row("sub-1_label-lesion_roi", ImageRole::LesionMask);
    row("sub-1_desc-lesionchange_mask", ImageRole::LesionChange);
    row("sub-1_label-lesion_desc-new_mask", ImageRole::LesionChange);
    row("sub-1_desc-newlesions_mask", ImageRole::LesionChange);
    row("sub-1_desc-brain_mask", ImageRole::BrainMask);
    row("sub-1_label-brain_mask", ImageRole::BrainMask);
    row("sub-1_label-brainstem_mask", ImageRole::OtherLabels);
    row("sub-1_desc-aseg_dseg", ImageRole::OtherLabels);
    row("sub-1_mask", ImageRole::OtherLabels);
    row("sub-1_desc-brain_T1w", ImageRole::Image);
    row("sub-1_desc-preproc_FLAIR", ImageRole::Image);
  }
  // A mask in the dataset itself, without sidecar and outside any derivative.
  void tellsRoles() {
    QFETCH(QString, name);
    QFETCH(int, role);
    m_data->write("bids/dataset_description.json", kDataset);
    m_data->image("bids/sub-1/anat/" + name.toStdString() + ".nii.gz", smallMask(1));
    const ImportPlan plan = planOf({*m_data / "bids"});
    QCOMPARE(plan.patients.size(), std::size_t(1));
    QCOMPARE(int(plan.patients[0].images.at(0).role), role);
  }

  void tellsTemplates() {
    for (const char* space : {"MNI152", "MNI152NLin2009cAsym", "fsaverage5", "Talairach", "ICBM452AirSpace"}) {
      QVERIFY2(isTemplateSpace(space), space);
    }
    for (const char* space : {"", "FLAIR", "T1w", "common", "orig", "individual"}) {
      QVERIFY2(!isTemplateSpace(space), space);
    }
  }

  void readsParticipants_data() {
    QTest::addColumn<QString>("cells");
    QTest::addColumn<QString>("expected"); ///< sex, age, course, EDSS
    QTest::addColumn<QString>("warning");
    const auto row = [](const char* cells, const char* expected, const char* warning) {
      QTest::newRow(cells) << QString(cells) << QString(expected) << QString(warning);
    };
    row("F\t34\tRR\t1.5", "female 34 rrms 15", "");
    row("male\t0\tSPMS\t10", "male 0 spms 100", "");
    row("o\t89+\tclinically isolated syndrome\t0", "other 89 cis 0", "");
    row("n/a\tn/a\tn/a\tn/a", "unknown - - -", "");
    row("f\t54\tPR\t6.5", "female 54 ppms 65", "was taken as primary progressive");
    row("x\t34\tRRMS\t2", "unknown 34 rrms 20", "sex “x” is none that is known");
    // There is no 0.5 on the scale; a table of real data has it.
    row("M\t34\tRR\t0.5", "male 34 rrms -", "EDSS “0.5” is no step of the scale");
    row("M\t34\tRR\t11", "male 34 rrms -", "EDSS “11” is no step of the scale");
    row("M\t34\tRR\t-1", "male 34 rrms -", "EDSS “-1” is no step of the scale");
    row("M\t34\tRR\t2,5", "male 34 rrms -", "EDSS “2,5” is no step of the scale");
    row("M\t150\tRR\t2", "male - rrms 20", "age “150” is no age");
    row("M\t-3\tRR\t2", "male - rrms 20", "age “-3” is no age");
    row("M\tforty\tMSX\t2", "male - - 20", "ms_type “MSX” is none that is known");
  }
  void readsParticipants() {
    QFETCH(QString, cells);
    QFETCH(QString, expected);
    QFETCH(QString, warning);
    imaging::BidsDataset dataset;
    dataset.root = "/data";
    for (const char* name : {"participant_id", "sex", "age", "ms_type", "edss"}) {
      imaging::BidsColumn column;
      column.name = name;
      dataset.participants.columns.push_back(column);
    }
    std::vector<std::optional<std::string>> row = {"sub-1"};
    for (const QString& cell : cells.split('\t')) {
      row.push_back(cell == "n/a" ? std::nullopt : std::optional(cell.toStdString()));
    }
    dataset.participants.rows.push_back(row);
    std::vector<Notice> notices;
    const FoundFacts facts = participantFacts(dataset, 0, notices);
    static constexpr std::array kSexes = {"female", "male", "other", "unknown"};
    static constexpr std::array kCourses = {"ris", "cis", "rrms", "spms", "ppms", "unknown"};
    const QString found = QString("%1 %2 %3 %4")
                              .arg(kSexes[std::size_t(facts.sex)])
                              .arg(facts.ageYears ? QString::number(*facts.ageYears) : "-")
                              .arg(facts.course ? kCourses[std::size_t(*facts.course)] : "-")
                              .arg(facts.edss ? QString::number(facts.edss->tenths()) : "-");
    QCOMPARE(found, expected);
    QCOMPARE(notices.empty(), warning.isEmpty());
    QVERIFY2(contains(linesOf(notices), warning.toStdString()), linesOf(notices).c_str());
  }

  void readsCodesByTheirLevels() {
    m_data->write("bids/dataset_description.json", kDataset);
    m_data->write("bids/participants.tsv", "participant_id\tgender\tage\tphenotype\nsub-1\t2\t480\t1\n");
    m_data->write("bids/participants.json",
                  R"({"gender": {"Levels": {"1": "male", "2": "female"}}, "age": {"Units": "months"},
                      "phenotype": {"Levels": {"1": "relapsing-remitting MS"}}})");
    NullProgress progress;
    const auto dataset = imaging::scanBids(*m_data / "bids", progress);
    QVERIFY(dataset);
    std::vector<Notice> notices;
    const FoundFacts facts = participantFacts(*dataset, 0, notices);
    QVERIFY2(notices.empty(), linesOf(notices).c_str());
    QCOMPARE(facts.sex, clinical::Sex::Female);
    QCOMPARE(*facts.ageYears, 40.0);
    QVERIFY(facts.course == clinical::Course::RelapsingRemitting);
  }

  void plansDicom() {
    m_data->dicom("disc/a/1", smallImage(1), ImportFixture::series("t2_flair_sag", "2020-02-29", 3));
    m_data->dicom("disc/a/2", smallImage(2), ImportFixture::series("t1_mprage", "2020-02-29", 4));
    m_data->dicom("disc/a/3", smallImage(3), ImportFixture::series("t1_mprage", "2020-02-29", 9));
    m_data->dicom("disc/b", smallImage(4), ImportFixture::series("t2_flair_sag", "2021-03-01", 3));
    auto other = ImportFixture::series("t2", "2021-03-01", 1);
    other.identity = {"CLINIC", "8888", "Roe^Richard", "19700101", "M", ""};
    other.facts.studyUid = "1.2.3.4";
    other.facts.seriesUid = "1.2.3.4.5";
    m_data->dicom("disc/c", smallImage(5), other);
    m_data->write("disc/readme.txt", "hello");
    m_data->write("disc/broken.dcm", std::string(128, '\0') + "DICM and so on");
    const ImportPlan plan = planOf({*m_data / "disc"});
    QCOMPARE(plan.patients.size(), std::size_t(2));
    QCOMPARE(plan.patients[0].kind, ImportKind::Dicom);
    QCOMPARE(plan.patients[0].name, std::string());
    QCOMPARE(plan.patients[0].images.size(), std::size_t(4));
    const PlannedImage& flair = plan.patients[0].images[0];
    QCOMPARE(flair.name, std::string("t2_flair_sag"));
    QCOMPARE(flair.session, std::string("2020-02-29"));
    QCOMPARE(flair.sequence, std::string("FLAIR"));
    QCOMPARE(flair.reason.english(), std::string("its name says flair"));
    QVERIFY(find(plan, "t1_mprage") != nullptr);
    QVERIFY(find(plan, "t1_mprage (9)") != nullptr);
    QCOMPARE(plan.patients[0].images[3].session, std::string("2021-03-01"));
    QCOMPARE(plan.patients[0].images[3].name, std::string("t2_flair_sag"));
    QVERIFY2(contains(linesOf(plan.refused), "broken.dcm: is a damaged DICOM file") ||
                 contains(linesOf(plan.refused), "broken.dcm: is a DICOM file that is cut off"),
             linesOf(plan.refused).c_str());
    QVERIFY2(contains(linesOf(plan.warnings), "1 files in it are no DICOM"), linesOf(plan.warnings).c_str());
    // Nobody's name or number is in the plan.
    std::string all = linesOf(plan.warnings) + linesOf(plan.refused);
    for (const PlannedPatient& patient : plan.patients) {
      for (const PlannedImage& image : patient.images) {
        all += image.name + image.session + linesOf(image.notices);
      }
    }
    for (const char* secret : {"Doe", "Jane", "4711", "Roe", "8888", "ACC-99"}) {
      QVERIFY2(!contains(all, secret), secret);
    }
  }

  void keepsPeopleApart() {
    auto scan = [&](const std::vector<fs::path>& paths) {
      NullProgress progress;
      return *scanForImport(paths, progress);
    };
    // One patient through two paths; without an id, one for each study.
    m_data->dicom("one", smallImage(1), ImportFixture::series("t1", "2020-02-29", 1));
    m_data->dicom("two", smallImage(2), ImportFixture::series("t1", "2021-02-28", 1));
    const ImportScan same = scan({*m_data / "one", *m_data / "two", *m_data / "one"});
    QCOMPARE(same.patients.size(), std::size_t(1));
    QCOMPARE(same.patients[0].images.size(), std::size_t(2));
    // Born on 29 February 1980: 40 at the first scan.
    QCOMPARE(*same.patients[0].facts.ageYears, 40.0);
    QCOMPARE(same.patients[0].facts.sex, clinical::Sex::Female);
    auto nameless = ImportFixture::series("t1", "2020-02-29", 1);
    nameless.identity = {};
    m_data->dicom("nobody/1", smallImage(3), nameless);
    nameless.facts.studyUid += ".7";
    nameless.facts.seriesUid = nameless.facts.studyUid + ".1";
    m_data->dicom("nobody/2", smallImage(4), nameless);
    const ImportScan apart = scan({*m_data / "nobody"});
    QCOMPARE(apart.patients.size(), std::size_t(2));
    QVERIFY(contains(linesOf(apart.warnings), "does not say whose it is"));
    auto unborn = ImportFixture::series("t1", "1979-01-01", 1);
    m_data->dicom("unborn", smallImage(5), unborn);
    const ImportScan early = scan({*m_data / "unborn"});
    QVERIFY(!early.patients[0].facts.ageYears);
    QVERIFY(contains(linesOf(early.warnings), "was taken before its patient was born"));
    auto old = ImportFixture::series("t1", "2020-01-01", 1);
    old.identity.birthDate = "19200101";
    m_data->dicom("old", smallImage(6), old);
    QCOMPARE(*scan({*m_data / "old"}).patients[0].facts.ageYears, 90.0);
  }

  void plansLooseFiles() {
    m_data->image("x/Case7_FLAIR.nii.gz", smallImage(1));
    m_data->image("x/Case8.t1_mprage.nrrd", smallImage(2));
    m_data->image("x/Case9_lesion_mask.mha", smallMask(3));
    m_data->image("y/Case7_FLAIR.mhd", smallImage(4));
    fs::rename(*m_data / "x/Case7_FLAIR.nii.gz", *m_data / "x/Case7_FLAIR.dat");
    m_data->write("x/notes.txt", "text");
    const ImportPlan one = planOf({*m_data / "x/Case7_FLAIR.dat"});
    QCOMPARE(one.patients.size(), std::size_t(1));
    QCOMPARE(one.patients[0].name, std::string("Case7_FLAIR.dat"));
    const ImportPlan plan = planOf({*m_data / "x", *m_data / "x/notes.txt", *m_data / "absent"});
    QCOMPARE(plan.patients.size(), std::size_t(3));
    QCOMPARE(plan.patients[1].name, std::string("Case8.t1_mprage"));
    QCOMPARE(plan.patients[1].images[0].sequence, std::string("T1w"));
    QCOMPARE(plan.patients[2].images[0].role, ImageRole::LesionMask);
    const std::string refused = linesOf(plan.refused);
    QVERIFY2(contains(refused, "notes.txt: is no image in a format that is read here"), refused.c_str());
    QVERIFY2(contains(refused, "absent: does not exist"), refused.c_str());
    fs::rename(*m_data / "x/Case7_FLAIR.dat", *m_data / "x/Case7_FLAIR.nii.gz");
    const ImportPlan twice = planOf({*m_data / "x/Case7_FLAIR.nii.gz", *m_data / "y"});
    QCOMPARE(twice.patients.size(), std::size_t(1));
    QVERIFY2(contains(linesOf(twice.refused), "y/Case7_FLAIR.mhd: has the name of another file"),
             linesOf(twice.refused).c_str());
  }

  void findsDatasetsInAFolder() {
    for (const char* name : {"one", "two"}) {
      m_data->write("both/" + std::string(name) + "/dataset_description.json", kDataset);
      m_data->image("both/" + std::string(name) + "/sub-" + name + "/anat/sub-" + name + "_T1w.nii", smallImage(1));
    }
    const ImportPlan plan = planOf({*m_data / "both"});
    QCOMPARE(plan.patients.size(), std::size_t(2));
    QCOMPARE(plan.patients[1].name, std::string("two"));
    m_data->write("empty/dataset_description.json", kDataset);
    QVERIFY(contains(linesOf(planOf({*m_data / "empty"}).refused), "is a BIDS dataset without an image"));
    fs::create_directories(*m_data / "nothing");
    QVERIFY(contains(linesOf(planOf({*m_data / "nothing"}).refused), "holds no image that is read here"));
  }

  // The container of a series is read by the system's tar, and has the same bytes each time.
  void writesTapeArchives() {
    const std::vector<ArchivedFile> files = {
        {"IM00001.dcm", std::string(1000, 'a')}, {"IM00002.dcm", ""}, {"IM00003.dcm", std::string(512, '\0')}};
    const std::string archive = tapeArchive(files);
    QCOMPARE(archive.size() % 512, std::size_t(0));
    QCOMPARE(tapeArchive(files), archive);
    m_data->write("series.tar", archive);
    QProcess tar;
    tar.setWorkingDirectory(QString::fromStdString((*m_data / "").string()));
    tar.start("tar", {"-xvf", "series.tar"});
    QVERIFY(tar.waitForFinished());
    QCOMPARE(tar.exitCode(), 0);
    QCOMPARE(tar.readAllStandardOutput(), QByteArray("IM00001.dcm\nIM00002.dcm\nIM00003.dcm\n"));
    QCOMPARE(fs::file_size(*m_data / "IM00001.dcm"), std::uintmax_t(1000));
    QCOMPARE(fs::file_size(*m_data / "IM00003.dcm"), std::uintmax_t(512));
  }

private:
  std::unique_ptr<ImportFixture> m_data;
};

QTEST_GUILESS_MAIN(TestImportPlan)
#include "tst_import_plan.moc"
