#include "../reporting/report_fixture.h"
#include "bench.h"

#include <facet/reporting/pdf.h>

#include <QGuiApplication>

#include <cstdlib>

using namespace facet;
using namespace facet::reporting;
using namespace facet::reporting::test;

namespace {

/// From voxels in memory to the bytes of the PDF, with two scans of 1 mm.
std::vector<double> wholeReport() {
  const ImagedPatient imaged = imagedOn(headGrid({1, 1, 1}));
  return timesMs(5, [&] {
    NullProgress progress;
    const auto mri = readMri(imaged.patient, imaged.reader(), progress);
    if (!mri || !pdfOf(makeReport(imaged.patient, &*mri, demoSource(), {}, textsIn("en")), Instant(), progress)) {
      std::abort();
    }
  });
}

/// A long record without images: every figure and table, most pages.
std::vector<double> longReport() {
  const workspace::Patient patient = patientOf(clinical::test::busy(1000));
  return timesMs(5, [&] {
    NullProgress progress;
    if (!pdfOf(makeReport(patient, nullptr, demoSource(), {}, textsIn("de")), Instant(), progress)) {
      std::abort();
    }
  });
}

} // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  int count = 1;
  const QGuiApplication application(count, argv);
  return runFigures(argc, argv,
                    {{"report PDF with images of two scans at 1 mm", "ms", "<=3000", wholeReport},
                     {"report PDF of 1000 events", "ms", "<=3000", longReport}});
}
