#include "../support/mri_fixture.h"

#include <facet/workspace/study.h>

#include <QtTest>

using namespace facet;
using namespace facet::workspace;
using storage::ImageRole;

namespace {

imaging::Volume block(const imaging::Grid& grid) {
  return filledVolume<std::int16_t>(grid, [](auto, auto, auto) { return std::int16_t{1}; });
}

const imaging::Grid kGrid = uprightGrid({10, 20, 5}, {1, 1, 3}, {0, 0, 0});

const storage::StoredImage& named(const Study& study, const std::string& name) {
  for (const storage::StoredImage& image : study.patient()->images.images) {
    if (image.name == name) {
      return image;
    }
  }
  qFatal("no such image");
}

} // namespace

class TestStudy : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void ordersVisitsByDateAndImagesByContrast() {
    MriFixture f;
    f.addSession("undated", nullptr);
    f.addSession("b", "2026-11-03");
    f.addSession("a", "2025");
    f.addSession("empty", "2026-12-01");
    f.add("undated", "u_FLAIR", "FLAIR", block(kGrid));
    for (const char* sequence : {"T1w", "other", "T2w", "FLAIR"}) {
      f.add("b", std::string("b_") + sequence, sequence, block(kGrid));
    }
    f.add("b", "pipeline_mask", "FLAIR", block(kGrid), ImageRole::LesionMask).madeBy = "samseg";
    f.add("b", "reader_mask", "FLAIR", block(kGrid), ImageRole::LesionMask);
    f.add("b", "change", "FLAIR", block(kGrid), ImageRole::LesionChange);
    f.add("a", "a_T2w", "T2w", block(kGrid));
    f.add("empty", "empty_mask", "", block(kGrid), ImageRole::LesionMask);
    const Study study(f.patient());
    QCOMPARE(study.visits().size(), std::size_t{3});
    QCOMPARE(study.visits()[0].label, std::string("a"));
    QCOMPARE(study.visits()[1].label, std::string("b"));
    QCOMPARE(study.visits()[2].label, std::string("undated"));
    std::string order;
    for (const auto* image : study.visits()[1].images) {
      order += image->sequence + " ";
    }
    QCOMPARE(order, std::string("FLAIR T2w T1w other "));
    QCOMPARE(study.visits()[1].masks.size(), std::size_t{2});
    QCOMPARE(study.visits()[1].masks[0]->name, std::string("reader_mask"));
    QCOMPARE(study.newestVisit(), std::optional<std::size_t>(1));
    QVERIFY(study.visits()[1].exam != nullptr); // by its day, 3 Nov 2026
    QCOMPARE(study.visits()[1].exam->id, std::string("m3"));
    QVERIFY(study.visits()[0].exam == nullptr);
    QCOMPARE(imageLike(study.visits()[1], *study.visits()[0].images[0]), std::size_t{1});
    QCOMPARE(imageLike(study.visits()[0], *study.visits()[1].images[0]), std::size_t{0});
  }

  void findsTheScanAtOrBeforeADay() {
    MriFixture f = smallHead();
    const Study study(f.patient());
    QCOMPARE(study.visitAt(*parseIsoDay("2025-10-27")), std::optional<std::size_t>());
    QCOMPARE(study.visitAt(*parseIsoDay("2025-10-28")), std::optional<std::size_t>(0));
    QCOMPARE(study.visitAt(*parseIsoDay("2026-11-02")), std::optional<std::size_t>(0));
    QCOMPARE(study.visitAt(*parseIsoDay("2030-01-01")), std::optional<std::size_t>(1));
    QVERIFY(Study().visits().empty());
    QCOMPARE(Study().newestVisit(), std::optional<std::size_t>());
  }

  void takesTheNewestWithADateAndTheLastWithout() {
    MriFixture f;
    f.addSession("1", nullptr);
    f.addSession("2", nullptr);
    f.add("1", "a", "T1w", block(kGrid));
    f.add("2", "b", "T1w", block(kGrid));
    QCOMPARE(Study(f.patient()).newestVisit(), std::optional<std::size_t>(1));
  }

  void readsTheSpaceOfAName() {
    storage::StoredImage image;
    image.name = "sub-1_space-MNI152_T1w";
    QCOMPARE(spaceOf(image), std::string_view("MNI152"));
    image.name = "sub-1_T1w_space-common";
    QCOMPARE(spaceOf(image), std::string_view("common"));
    // BIDS: "orig" is the space of the scan itself.
    image.name = "sub-1_space-orig_dseg";
    QVERIFY(spaceOf(image).empty());
    image.name = "sub-1_T1w";
    QVERIFY(spaceOf(image).empty());
  }

  // Sessions 1 and 2: FLAIR of 1 → common by a transform, FLAIR of 2 → common by another. Worked by hand: a shift by
  // +10 in L, then one by −3 in P the other way round.
  void leadsThroughTransformsAndSpaces() {
    MriFixture f;
    f.addSession("1", "2025-01-01");
    f.addSession("2", "2026-01-01");
    f.add("1", "one_FLAIR", "FLAIR", block(kGrid));
    f.add("1", "one_T1w", "T1w", block(kGrid));
    f.add("2", "two_FLAIR", "FLAIR", block(kGrid));
    f.add("2", "two_space-common_mask", "FLAIR", block(kGrid), ImageRole::LesionMask);
    f.add("1", "one_space-common_mask", "FLAIR", block(kGrid), ImageRole::LesionMask);
    f.add("2", "two_space-other_T2w", "T2w", block(kGrid));
    Affine3 alongL;
    alongL.offset = {10, 0, 0};
    Affine3 alongP;
    alongP.offset = {0, 3, 0};
    const auto digest = [&](std::size_t n) { return f.images.images[n].voxels; };
    f.images.transforms = {{digest(0), digest(4), storage::TransformModel::Rigid, alongL, "", {}},
                           {digest(2), digest(3), storage::TransformModel::Rigid, alongP, "", {}}};
    const Study study(f.patient());
    const auto& images = study.patient()->images;
    const auto map = knownMap(images, named(study, "one_T1w"), named(study, "two_FLAIR"));
    QVERIFY(map.has_value());
    QCOMPARE((*map)({1, 2, 3}), (Vec3{11, -1, 3}));
    QVERIFY(!knownMap(images, named(study, "one_FLAIR"), named(study, "two_space-other_T2w")).has_value());
    const VisitLink link = linkVisits(images, study.visits()[1], study.visits()[0]);
    QVERIFY(link.kind == LinkKind::Anatomy);
    QCOMPARE(link.targetFromSource({11, -1, 3}), (Vec3{1, 2, 3}));
  }

  void linksUnregisteredVisitsByGridOrProportion() {
    MriFixture f;
    f.addSession("1", "2025-01-01");
    f.addSession("2", "2026-01-01");
    f.add("1", "one", "FLAIR", block(kGrid));
    f.add("2", "two", "FLAIR", block(kGrid));
    const Study same(f.patient());
    const VisitLink link = linkVisits(same.patient()->images, same.visits()[1], same.visits()[0]);
    QVERIFY(link.kind == LinkKind::SameGrid);
    QVERIFY(link.targetFromSource == Affine3{});

    // Another grid: twice the voxels along L, stored from left to right the other way round, and moved by 100 mm. The
    // middle goes to the middle; a quarter of the way to L goes to a quarter of the way.
    imaging::Grid other = kGrid;
    other.size = {20, 20, 5};
    other.lpsFromIjk.setColumn(0, {-1, 0, 0});
    other.lpsFromIjk.offset = {119, 100, 100};
    MriFixture g;
    g.addSession("1", "2025-01-01");
    g.addSession("2", "2026-01-01");
    g.add("1", "one", "FLAIR", block(kGrid));
    g.add("2", "two", "FLAIR", block(other));
    const Study differing(g.patient());
    const VisitLink moved = linkVisits(differing.patient()->images, differing.visits()[0], differing.visits()[1]);
    QVERIFY(moved.kind == LinkKind::Proportion);
    // Source: L from −0.5 to 9.5; target: L from 99.5 to 119.5. P and S: by 100.
    const Vec3 middle = moved.targetFromSource({4.5, 9.5, 6});
    QVERIFY(norm(middle - Vec3{109.5, 109.5, 106}) < 1e-9);
    const Vec3 quarter = moved.targetFromSource({2, 0, 0});
    QVERIFY(norm(quarter - Vec3{104.5, 100, 100}) < 1e-9);
  }
};

QTEST_APPLESS_MAIN(TestStudy)
#include "tst_study.moc"
