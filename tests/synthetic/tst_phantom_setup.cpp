#include <facet/synthetic/phantom.h>

#include <QTest>

#include <set>

using namespace facet::synthetic;

namespace {
constexpr int kSites = 9;
constexpr int kStatuses = 6;
} // namespace

class PhantomSetup : public QObject {
  Q_OBJECT

private slots:
  void everyCodeIsItsOwn() {
    std::set<std::string_view> codes;
    for (int i = 0; i < kSites; ++i) {
      codes.insert(codeOf(static_cast<LesionSite>(i)));
    }
    QCOMPARE(codes.size(), std::size_t(kSites));
    codes.clear();
    for (int i = 0; i < kStatuses; ++i) {
      codes.insert(codeOf(static_cast<LesionStatus>(i)));
    }
    QCOMPARE(codes.size(), std::size_t(kStatuses));
  }

  void infratentorialAreThree() {
    int count = 0;
    for (int i = 0; i < kSites; ++i) {
      count += isInfratentorial(static_cast<LesionSite>(i)) ? 1 : 0;
    }
    QCOMPARE(count, 3);
    QVERIFY(!isInfratentorial(LesionSite::Cord));
  }

  /// Of four patients two have thick slices, one of them as DICOM; one scan is on another scanner, one with motion,
  /// some without contrast.
  void demoHasEveryKindOfScan() {
    int thick = 0;
    int dicom = 0;
    int otherScanner = 0;
    int moved = 0;
    int noContrast = 0;
    for (int patient = 0; patient < 4; ++patient) {
      const ScanSetup first = demoSetup(patient, 0);
      thick += first.protocol == Protocol::Thick2D ? 1 : 0;
      dicom += first.output == ImageOutput::Dicom ? 1 : 0;
      for (int visit = 0; visit < 3; ++visit) {
        const ScanSetup setup = demoSetup(patient, visit);
        QCOMPARE(setup.protocol, first.protocol);
        QCOMPARE(setup.output, first.output);
        otherScanner += setup.scanner.model != first.scanner.model ? 1 : 0;
        moved += setup.motion == HeadMotion::Moved ? 1 : 0;
        noContrast += setup.gadolinium == Gadolinium::NotGiven ? 1 : 0;
      }
    }
    QCOMPARE(demoSetup(0, 0).protocol, Protocol::ThreeD1mm);
    QCOMPARE(demoSetup(1, 0).protocol, Protocol::ThreeD1mm);
    QCOMPARE(thick, 2);
    QCOMPARE(dicom, 1);
    QCOMPARE(otherScanner, 1);
    QCOMPARE(moved, 1);
    QVERIFY(noContrast >= 1);
  }
};

QTEST_APPLESS_MAIN(PhantomSetup)
#include "tst_phantom_setup.moc"
