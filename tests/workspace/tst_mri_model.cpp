#include "../support/mri_fixture.h"

#include <facet/workspace/lesion_table.h>
#include <facet/workspace/mri_model.h>

#include <QSemaphore>
#include <QSignalSpy>
#include <QtTest>

using namespace facet;
using namespace facet::workspace;

namespace {

struct Bench {
  MriFixture fixture;
  JobRunner jobs;
  TimeCursor time;
  AnatomyCursor place;
  VolumeReader reader;
  std::unique_ptr<MriModel> model;

  explicit Bench(MriFixture given)
      : fixture(std::move(given))
      , reader(fixture.reader())
      , model(std::make_unique<MriModel>(jobs, reader, time, place)) {}
  void open() {
    model->setPatient(fixture.patient());
    QTRY_VERIFY(model->isSettled());
  }
};

} // namespace

class TestMriModel : public QObject {
  Q_OBJECT

private Q_SLOTS:
  // 2 mm voxels: 4³ voxels are 512 mm³, 3³ 216 mm³, 7³ 2744 mm³, one 8 mm³.
  void comparesTheLesionsOfBothVisits() {
    Bench b(smallHead());
    b.open();
    const std::shared_ptr<const LesionPair> pair = b.model->lesions();
    QVERIFY(pair != nullptr);
    QVERIFY(pair->basis == LesionBasis::Identity);
    QCOMPARE(pair->rows.size(), std::size_t{5});
    QVERIFY(pair->rowOf(1)->status == LesionStatus::Stable);
    QCOMPARE(pair->rowOf(1)->afterMm3.value(), 512.0);
    QVERIFY(pair->rowOf(2)->status == LesionStatus::New);
    QVERIFY(!pair->rowOf(2)->beforeMm3.has_value());
    QVERIFY(pair->rowOf(3)->status == LesionStatus::NoLongerVisible);
    QVERIFY(pair->rowOf(4)->status == LesionStatus::Enlarging);
    QCOMPARE(pair->rowOf(4)->changeMm3, 2744.0 - 216.0);
    QVERIFY(!pair->rowOf(5)->counted);
    QVERIFY(pair->rowOf(9) == nullptr);
    QCOMPARE(pair->counts, (std::array<std::size_t, 6>{1, 1, 1, 0, 1, 0}));
    QCOMPARE(pair->changeMm3, 512.0 - 512.0 + 2744.0 - 216.0);
    QCOMPARE(pair->noise->lesions, std::size_t{3});
    QVERIFY(pair->noise->origin == lesions::PairNoise::Origin::Assumed);

    LesionTable table;
    table.setPair(pair);
    QCOMPARE(table.countOf(LesionFilter::Lesions), 4);
    QCOMPARE(table.countOf(LesionFilter::Active), 2);
    QCOMPARE(table.countOf(LesionFilter::All), 5);
    QCOMPARE(table.labelOf(0), std::int64_t{2}); // new before enlarging
    QCOMPARE(table.labelOf(1), std::int64_t{4});
    QCOMPARE(table.data(table.index(0, LesionTable::StatusColumn), Qt::DisplayRole).toString(), QStringLiteral("new"));
    QCOMPARE(table.data(table.index(0, LesionTable::BeforeColumn), Qt::DisplayRole).toString(), QStringLiteral("–"));
    QVERIFY(table.data(table.index(1, LesionTable::ChangeColumn), Qt::DisplayRole)
                .toString()
                .startsWith(QStringLiteral("+2,528 ± ")));
    table.sort(LesionTable::AfterColumn, Qt::DescendingOrder);
    QCOMPARE(table.labelOf(0), std::int64_t{4});
    table.setFilter(LesionFilter::Active);
    QCOMPARE(table.rowCount(), 2);
    QCOMPARE(table.rowOf(1), -1);

    QVERIFY(b.model->scene() != nullptr);
    QCOMPARE(b.model->scene()->items.size(), std::size_t{5}); // four now, and the one that is no longer visible
    QCOMPARE(b.model->scene()->leftOut, std::size_t{0});
  }

  // The middle of the cube of voxels 26 … 29, 10 … 13, 10 … 13 is index 27.5, 11.5, 11.5: −39 + 2 · 27.5 = 16,
  // −47 + 2 · 11.5 = −24, −20 + 2 · 11.5 = 3.
  void selectingGoesToTheLesion() {
    Bench b(smallHead());
    b.open();
    b.model->select(2);
    QVERIFY(distanceMm(*b.model->place(MriRow::Current), {16, -24, 3}) < 1e-9);
    QCOMPARE(b.model->lesionAt(MriRow::Current, {16, -24, 3}), std::optional<std::int64_t>(2));
    QCOMPARE(b.model->lesionAt(MriRow::Comparator, {16, -24, 3}), std::optional<std::int64_t>());
    b.model->select(3); // seen at the earlier visit alone: −39 + 2 · 9.5 = −20, −47 + 2 · 35.5 = 24
    QVERIFY(distanceMm(*b.model->place(MriRow::Comparator), {-20, 24, 3}) < 1e-9);
    b.model->select(77);
    QVERIFY(!b.model->selected().has_value());
  }

  void tellsTheValuesOfAllImages() {
    Bench b(smallHead());
    b.open();
    // Voxel 20, 24, 16 of no lesion: FLAIR 400 + 20, T2w 500 + 20, T1w 300 + 20.
    const auto values = b.model->valuesAt(MriRow::Current, {1, 1, 12});
    QCOMPARE(values.size(), std::size_t{3});
    QCOMPARE(values[0].image->sequence, std::string("FLAIR"));
    QCOMPARE(values[0].value.value(), 420.0);
    QCOMPARE(values[1].value.value(), 520.0);
    QCOMPARE(values[2].value.value(), 320.0);
    QVERIFY(!b.model->valuesAt(MriRow::Current, {500, 0, 0})[0].value.has_value());
    QVERIFY(!b.model->valuesAt(MriRow::Current, {1e300, 0, 0})[0].value.has_value());
  }

  void followsTheDayOfAllPages() {
    Bench b(smallHead());
    b.open();
    QCOMPARE(b.model->visitIndex(MriRow::Current), std::optional<std::size_t>(1));
    b.time.setDay(*parseIsoDay("2026-01-01"));
    QTRY_VERIFY(b.model->isSettled());
    QCOMPARE(b.model->visitIndex(MriRow::Current), std::optional<std::size_t>(0));
    QVERIFY(b.model->visit(MriRow::Comparator) == nullptr);
    QVERIFY(!b.model->isBeforeFirstScan());
    QVERIFY(b.model->lesions()->basis == LesionBasis::OneVisit);
    b.time.setDay(*parseIsoDay("2020-01-01"));
    QVERIFY(b.model->isBeforeFirstScan());
    b.model->chooseVisit(MriRow::Current, 1);
    QCOMPARE(b.time.day(), std::optional(*parseIsoDay("2026-11-03")));
    QVERIFY(!b.model->isBeforeFirstScan());
    QCOMPARE(b.model->visitIndex(MriRow::Comparator), std::optional<std::size_t>(0));
    b.model->chooseVisit(MriRow::Comparator, 1); // not earlier: stays
    QCOMPARE(b.model->visitIndex(MriRow::Comparator), std::optional<std::size_t>(0));
  }

  void keepsWindowsOfOneContrastTogether() {
    Bench b(smallHead());
    b.open();
    b.model->setWindow(MriRow::Current, {false, WindowPreset::Bright, 0, 1});
    QVERIFY(b.model->windowChoice(MriRow::Comparator).preset == WindowPreset::Bright);
    b.model->chooseImage(MriRow::Comparator, 2);
    b.model->setWindow(MriRow::Current, {false, WindowPreset::Dark, 0, 1});
    QVERIFY(b.model->windowChoice(MriRow::Comparator).preset == WindowPreset::Automatic);
  }

  void computesWindows() {
    const WindowRange range = {{100, 300}, 0, 1000};
    QCOMPARE(windowOf(range, {}), (imaging::Window{100, 300}));
    QCOMPARE(windowOf(range, {false, WindowPreset::WholeRange, 0, 1}), (imaging::Window{0, 1000}));
    QCOMPARE(windowOf(range, {false, WindowPreset::HighContrast, 0, 1}), (imaging::Window{150, 270}));
    const WindowChoice dragged = draggedWindow(range, {}, 0.5, 0.1); // 300 wide, level 200 − 20
    const imaging::Window window = windowOf(range, dragged);
    QVERIFY(std::abs(window.low - 30) < 1e-9 && std::abs(window.high - 330) < 1e-9);
    const imaging::Window least = windowOf(range, draggedWindow(range, {}, -5, 0));
    QVERIFY(std::abs(least.high - least.low - 2) < 1e-9);
  }

  void saysWhatIsMissing() {
    Bench none({});
    none.open();
    QVERIFY(none.model->image(MriRow::Current) == nullptr);
    QVERIFY(none.model->valuesAt(MriRow::Current, {}).empty());

    MriFixture unmasked = smallHead();
    std::erase_if(unmasked.images.images, [](const auto& i) { return i.role == storage::ImageRole::LesionMask; });
    Bench b(std::move(unmasked));
    b.open();
    QVERIFY(b.model->lesions()->basis == LesionBasis::NoMask);

    MriFixture broken = smallHead();
    broken.volumes.clear();
    Bench c(std::move(broken));
    c.open();
    QVERIFY(c.model->loaded(MriRow::Current) == nullptr);
    QVERIFY(c.model->failure(MriRow::Current) != nullptr);
    QVERIFY(c.model->lesionFailure().has_value());
  }

  // Masks without numbers, and numbers of two makers, say nothing of which lesion is which.
  void matchesNothingByPosition() {
    MriFixture masks = smallHead();
    for (auto& image : masks.images.images) {
      if (image.role == storage::ImageRole::LesionMask) {
        image.name = "sub-x_label-lesion_mask";
      }
    }
    Bench b(std::move(masks));
    b.open();
    QVERIFY(b.model->lesions()->basis == LesionBasis::NoIdentity);
    QCOMPARE(b.model->lesions()->rows.size(), std::size_t{4});
    QVERIFY(!b.model->lesions()->rows[0].status.has_value());

    MriFixture others = smallHead();
    others.images.images.back().madeBy = "manual";
    Bench c(std::move(others));
    c.open();
    QVERIFY(c.model->lesions()->basis == LesionBasis::OtherReader);
  }

  void latestWins() {
    MriFixture fixture = smallHead();
    QSemaphore gate;
    JobRunner jobs;
    TimeCursor time;
    AnatomyCursor place;
    const VolumeReader inner = fixture.reader();
    const VolumeReader slow = [&](const storage::StoredImage& image, Progress& progress) {
      gate.acquire();
      return inner(image, progress);
    };
    MriModel model(jobs, slow, time, place);
    model.setPatient(fixture.patient());
    model.chooseVisit(MriRow::Current, 0);
    model.setPatient(nullptr);
    gate.release(1000);
    QTRY_VERIFY(jobs.isIdle());
    QVERIFY(model.lesions() == nullptr);
    QVERIFY(model.loaded(MriRow::Current) == nullptr);
  }

  void keepsWithinItsMemory() {
    MriFixture f = smallHead(); // 40 · 48 · 32 voxels of 2 bytes: 122,880 bytes each
    JobRunner jobs;
    VolumeStore store(jobs, f.reader(), {250'000, 200'000});
    std::vector<const storage::StoredImage*> all;
    for (const auto& image : f.images.images) {
      all.push_back(&image);
    }
    store.want({all[0]}, {all[1], all[2]});
    QTRY_VERIFY(!store.isBusy());
    QCOMPARE(store.keptBytes(), std::uint64_t{245'760});
    QVERIFY(store.find(*all[2]) == nullptr);
    store.want({all[2]}, {});
    QTRY_VERIFY(!store.isBusy());
    QVERIFY(store.find(*all[2]) != nullptr);
    QVERIFY((store.find(*all[0]) == nullptr) != (store.find(*all[1]) == nullptr)); // room for one more
    VolumeStore small(jobs, f.reader(), {250'000, 100'000});
    small.want({all[0]}, {});
    QVERIFY(small.failure(*all[0]) != nullptr);
    QVERIFY(small.failure(*all[0])->code == ErrorCode::Unsupported);
  }

  void findsTheHead() {
    MriFixture f = smallHead();
    const imaging::Volume& volume = f.volumes.begin()->second;
    const auto head = filledVolume<std::int16_t>(volume.grid(), [](auto i, auto j, auto k) {
      return static_cast<std::int16_t>(i >= 5 && i < 30 && j >= 4 && j < 40 && k >= 3 && k < 31 ? 500 + i : 0);
    });
    const imaging::Grid content = contentGrid(head, {{0, 500}, 0, 530});
    // Every second line and voxel is looked at.
    QVERIFY(std::abs(content.size.i - 25) <= 2 && std::abs(content.size.j - 36) <= 2 && content.size.k == 28);
    QCOMPARE(content.lpsFromIjk.offset.z, -20.0 + 2 * 3);
    const auto empty = filledVolume<std::int16_t>(volume.grid(), [](auto, auto, auto) { return std::int16_t{0}; });
    QVERIFY(contentGrid(empty, {{0, 1}, 0, 1}).size == empty.size());
  }
};

QTEST_GUILESS_MAIN(TestMriModel)
#include "tst_mri_model.moc"
