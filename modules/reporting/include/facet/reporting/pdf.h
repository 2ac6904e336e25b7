#pragma once

#include <facet/core/clock.h>
#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/reporting/report.h>
#include <facet/storage/digest.h>

#include <QByteArray>

#include <filesystem>

namespace facet::reporting {

struct PdfSummary {
  int pages = 0;
  std::uint64_t bytes = 0;
  storage::Digest digest; ///< of the file
};

/// The report as PDF 1.6: charts are vectors, text can be extracted, Inter is embedded, nothing is transparent. One
/// report and one instant give the same bytes: the instant is the only thing in it that does not come from the report.
/// Errors: NotFound where Inter is not installed; Cancelled; Internal. Thread: any.
[[nodiscard]] Result<QByteArray> pdfOf(const Report& report, Instant created, Progress& progress);

/// The same into a file, whole or not at all. Errors: as pdfOf, and as writeFileAtomically.
[[nodiscard]] Result<PdfSummary> writePdf(const Report& report, Instant created, const std::filesystem::path& file,
                                          Progress& progress);

} // namespace facet::reporting
