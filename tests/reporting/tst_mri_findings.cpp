#include "report_fixture.h"

#include <facet/reporting/mri_findings.h>

#include <QtTest>

using namespace facet;
using namespace facet::reporting;
using namespace facet::reporting::test;
using lesions::ChangeStatus;
using storage::ImageRole;

namespace {

MriFindings findingsOf(const ImagedPatient& imaged) {
  NullProgress progress;
  return *readMri(imaged.patient, imaged.reader(), progress);
}

/// Where the pixels of at least `grey` have their middle. Range: 0 … 1.
QPointF middleOfBright(const QImage& image, int grey) {
  QPointF sum;
  int count = 0;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) {
      if (qGray(image.pixel(x, y)) >= grey) {
        sum += QPointF(x + 0.5, y + 0.5);
        ++count;
      }
    }
  }
  return count == 0 ? QPointF(-1, -1) : QPointF(sum.x() / count / image.width(), sum.y() / count / image.height());
}

class Stopped final : public Progress {
public:
  void setFraction(double) override {}
  void setStep(const Message&) override {}
  [[nodiscard]] bool stopRequested() const override { return true; }
};

} // namespace

class TestMriFindings : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void comparesByIdentity() {
    const MriFindings mri = findingsOf(imaged());
    QVERIFY(mri.comparison == Comparison::Compared);
    QCOMPARE(mri.earlier->counts.lesions, std::size_t{13});
    QCOMPARE(mri.later->counts.lesions, std::size_t{13});
    QCOMPARE(mri.lesions.size(), std::size_t{14});
    QCOMPARE(mri.lesions[0].change.label, std::int64_t{20});
    QVERIFY(mri.lesions[0].change.status == ChangeStatus::New);
    QCOMPARE(mri.lesions[1].change.label, std::int64_t{3});
    QVERIFY(mri.lesions[1].change.status == ChangeStatus::Enlarging);
    QCOMPARE(mri.lesions[2].change.label, std::int64_t{21});
    QVERIFY(mri.lesions[2].change.status == ChangeStatus::NoLongerVisible);
    // Of what is gone, the place where it was.
    QVERIFY(distanceMm(mri.lesions[2].centroid, {-40, 20, 30}) < 1);
  }

  void showsNewThenEnlargingLesions() {
    const MriFindings mri = findingsOf(imaged());
    QCOMPARE(mri.places.size(), std::size_t{2});
    QCOMPARE(mri.places[0].lesion->label, std::int64_t{20});
    QVERIFY(mri.places[0].correspondence == Correspondence::Lesions);
    QCOMPARE(mri.places[1].lesion->label, std::int64_t{3});
    QVERIFY(mri.places[1].correspondence == Correspondence::ThisLesion);
    // Centre at S 14: voxel centres at -88.5, -85.5 … 13.5: the slice of index 34, called 35.
    QCOMPARE(mri.places[0].later->number, std::int64_t{35});
    QCOMPARE(mri.places[0].later->count, std::int64_t{60});
  }

  void sidesAreRight() {
    for (const Vec3 edges : {Vec3{3, 3, 3}, Vec3{-3, 3, 3}, Vec3{3, -3, -3}}) {
      imaging::Grid grid = headGrid();
      for (std::size_t axis = 0; axis < 3; ++axis) {
        const double sign = (axis == 0 ? edges.x : axis == 1 ? edges.y : edges.z) < 0 ? -1 : 1;
        grid.lpsFromIjk.matrix[axis][axis] *= sign;
      }
      grid.lpsFromIjk.offset = {-edges.x / 2 * 65, -edges.y / 2 * 79, -edges.z / 2 * 59};
      const MriFindings mri = findingsOf(imagedOn(grid));
      for (const auto& slice : {mri.places[0].earlier, mri.places[0].later}) {
        QCOMPARE(slice->letters[0], std::string("R"));
        QCOMPARE(slice->letters[1], std::string("L"));
        QCOMPARE(slice->letters[2], std::string("A"));
        QCOMPARE(slice->letters[3], std::string("P"));
        // The brightest mark is at the patient's left, which is on the right of the picture.
        const QPointF mark = middleOfBright(slice->image, 250);
        QVERIFY2(mark.x() > 0.7 && mark.x() < 0.95,
                 qPrintable(QString::number(mark.x()) + QStringLiteral(" ") + QString::number(edges.x)));
        QVERIFY(std::abs(mark.y() - 0.5) < 0.06);
      }
      // The new lesion lies right (−36) and anterior (−30): on the left and above the middle.
      const QPointF pointer = *mri.places[0].later->pointer;
      QVERIFY(pointer.x() < 0.4 && pointer.y() < 0.45);
      QVERIFY(!mri.places[0].earlier->pointer);
    }
  }

  void lengthsAreRight() {
    const KeySlice slice = *findingsOf(imaged()).places.front().later;
    // The head is 144 mm wide at its middle; at S 14 narrower by sqrt(1 − (14/76)²).
    int first = slice.image.width();
    int last = 0;
    for (int x = 0; x < slice.image.width(); ++x) {
      for (int y = 0; y < slice.image.height(); ++y) {
        if (qGray(slice.image.pixel(x, y)) > 60) {
          first = std::min(first, x);
          last = std::max(last, x);
        }
      }
    }
    const double expected = 144 * std::sqrt(1 - std::pow(14.0 / 76, 2));
    QVERIFY2(std::abs((last - first + 1) * slice.mmPerPixel - expected) < 4,
             qPrintable(QString::number((last - first + 1) * slice.mmPerPixel)));
  }

  void acquiredImagesAreGreyAndOutlinedOnesCopiesOfThem() {
    const KeyPlace place = findingsOf(imaged()).places[0];
    QVERIFY(place.later->image.isGrayscale());
    QVERIFY(place.outlined && !place.outlined->image.isGrayscale());
    QCOMPARE(place.outlined->image.size(), place.later->image.size());
    QCOMPARE(place.earlier->image.size(), place.later->image.size());
    int changed = 0;
    for (int y = 0; y < place.later->image.height(); ++y) {
      for (int x = 0; x < place.later->image.width(); ++x) {
        changed += place.later->image.pixel(x, y) != place.outlined->image.pixel(x, y) ? 1 : 0;
      }
    }
    // Only outlines differ: far less than the lesions' area.
    QVERIFY(changed > 50);
    QVERIFY(changed < place.later->image.width() * place.later->image.height() / 50);
  }

  void movedHeadsAreFollowedByTheirLesions() {
    ImagedPatient moved = imaged();
    const imaging::Grid grid = headGrid();
    Affine3 up = grid.lpsFromIjk;
    up.offset.z += 20;
    for (auto& [name, volume] : moved.volumes) {
      if (name.starts_with("20251028")) {
        volume = *volume.withGeometry(up);
      }
    }
    const MriFindings mri = findingsOf(moved);
    QCOMPARE(mri.places[0].lesion->label, std::int64_t{20});
    // The grid moved with the head: the same slice of the grid shows the same place.
    QCOMPARE(mri.places[0].earlier->number, mri.places[0].later->number);
    QCOMPARE(mri.places[0].lesionsUsed, std::size_t{6});
  }

  void registrationsComeFirst() {
    ImagedPatient registered = imaged();
    storage::StoredTransform transform;
    transform.fixed = registered.patient.images.images[2].voxels;
    transform.moving = registered.patient.images.images[0].voxels;
    transform.movingFromFixed.offset = {0, 0, -12};
    registered.patient.images.transforms.push_back(transform);
    const MriFindings mri = findingsOf(registered);
    QVERIFY(mri.places[0].correspondence == Correspondence::Registration);
    QCOMPARE(mri.places[0].later->number - mri.places[0].earlier->number, std::int64_t{4});
    // The same map the other way round.
    registered.patient.images.transforms[0].fixed = transform.moving;
    registered.patient.images.transforms[0].moving = transform.fixed;
    registered.patient.images.transforms[0].movingFromFixed.offset = {0, 0, 12};
    const MriFindings inverse = findingsOf(registered);
    QCOMPARE(inverse.places[0].later->number - inverse.places[0].earlier->number, std::int64_t{4});
  }

  void masksWithoutIdentityAreNotCompared() {
    ImagedPatient masks = imaged();
    for (storage::StoredImage& image : masks.patient.images.images) {
      if (image.role == ImageRole::LesionMask) {
        const std::string before = image.session + "/" + image.name;
        image.name.replace(image.name.find("_dseg"), 5, "_mask");
        masks.volumes.emplace(image.session + "/" + image.name, masks.volumes.at(before));
      }
    }
    const MriFindings mri = findingsOf(masks);
    QVERIFY(mri.comparison == Comparison::NoIdentity);
    QVERIFY(mri.places.size() == 1 && mri.places[0].reason == KeyReason::LargestArea);
    QVERIFY(mri.places[0].correspondence == Correspondence::SameCoordinates);
    QVERIFY(!mri.lesions.empty() && !mri.lesions[0].change.beforeMm3);
  }

  void otherReadersAreNotCompared() {
    ImagedPatient readers = imaged();
    readers.patient.images.images[1].madeBy = "manual";
    QVERIFY(findingsOf(readers).comparison == Comparison::OtherReader);
  }

  void withoutMasksTheMiddleSliceIsShown() {
    ImagedPatient plain = imaged();
    std::erase_if(plain.patient.images.images, [](const auto& image) { return image.role == ImageRole::LesionMask; });
    const MriFindings mri = findingsOf(plain);
    QVERIFY(mri.comparison == Comparison::NoMask);
    QVERIFY(mri.places[0].reason == KeyReason::MiddleSlice);
    QVERIFY(!mri.places[0].outlined && mri.places[0].earlier);
    QVERIFY(mri.lesions.empty());
  }

  void oneScanStandsAlone() {
    ImagedPatient one = imaged();
    one.patient.images.sessions.erase(one.patient.images.sessions.begin());
    const MriFindings mri = findingsOf(one);
    QVERIFY(mri.comparison == Comparison::OneScan);
    QVERIFY(!mri.earlier && mri.later && mri.later->session.label == "20261103");
    QVERIFY(mri.places[0].correspondence == Correspondence::Itself);
  }

  void damagedImagesAreSaidAndLeftOut() {
    ImagedPatient damaged = imaged();
    damaged.volumes.erase("20261103/b_FLAIR");
    const MriFindings mri = findingsOf(damaged);
    QCOMPARE(mri.notices.size(), std::size_t{1});
    QCOMPARE(mri.notices[0].subject, std::string("b_FLAIR"));
    QCOMPARE(mri.later->session.label, std::string("20251028"));
    QVERIFY(!mri.earlier);
    damaged.volumes.clear();
    const MriFindings none = findingsOf(damaged);
    QVERIFY(!none.later && none.places.empty());
  }

  void scansAfterTheDataDayAreNotShown() {
    ImagedPatient future = imaged();
    future.addScan("20270101", "2027-01-01");
    future.add("20270101", "c_FLAIR", ImageRole::Image, headOf(headGrid(), {}));
    QCOMPARE(findingsOf(future).later->session.label, std::string("20261103"));
  }

  void bothScansAreShownInOneSequence() {
    ImagedPatient mixed = imaged();
    for (storage::StoredImage& image : mixed.patient.images.images) {
      if (image.session == "20251028") {
        image.sequence = "T2w";
      }
    }
    mixed.add("20261103", "b_T2w", ImageRole::Image, headOf(headGrid(), lesionsAfter()), "T2w");
    const MriFindings mri = findingsOf(mixed);
    QCOMPARE(mri.earlier->image.sequence, std::string("T2w"));
    QCOMPARE(mri.later->image.sequence, std::string("T2w"));
  }

  void thickSlicesAreShownInTheirPlane() {
    const MriFindings sagittal = findingsOf(imagedOn(headGrid({9, 3, 3})));
    QVERIFY(sagittal.places[0].plane == rendering::Plane::Sagittal);
    QCOMPARE(sagittal.places[0].later->letters[0], std::string("A"));
    QCOMPARE(sagittal.places[0].later->letters[2], std::string("S"));
  }

  void emptyMasksGiveNoLesion() {
    ImagedPatient empty = imaged();
    for (auto& [name, volume] : empty.volumes) {
      if (name.ends_with("_dseg")) {
        volume = labelsOf(headGrid(), {});
      }
    }
    const MriFindings mri = findingsOf(empty);
    QVERIFY(mri.lesions.empty());
    QVERIFY(mri.places.size() == 1 && mri.places[0].reason == KeyReason::MiddleSlice);
  }

  void stopsWhenAsked() {
    Stopped progress;
    const ImagedPatient patient = imaged();
    const auto stopped = readMri(patient.patient, patient.reader(), progress);
    QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
  }
};

QTEST_GUILESS_MAIN(TestMriFindings)
#include "tst_mri_findings.moc"
