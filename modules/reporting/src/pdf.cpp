#include <facet/core/files.h>
#include <facet/reporting/page_layout.h>
#include <facet/reporting/pdf.h>

#include <QBuffer>
#include <QFontInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace facet::reporting {

Result<QByteArray> pdfOf(const Report& report, Instant created, Progress& progress) {
  progress.setStep(FACET_TEXT("reporting", "Writing the pages"));
  const workspace::Theme theme(workspace::ThemeMode::Light);
  const QFont font = theme.font();
  if (QFontInfo(font).family() != font.family()) {
    return Error{ErrorCode::NotFound, font.family().toStdString(),
                 FACET_TEXT("reporting", "The font of the report is not installed; on Debian it is in fonts-inter")};
  }
  const PageLayout layout(report);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
    writer.setResolution(kLayoutDotsPerInch);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(report.title + QStringLiteral(" ") + report.patientId);
    writer.setCreator(QStringLiteral("Facet"));
    QPainter painter;
    if (!painter.begin(&writer)) {
      return Error{ErrorCode::Internal, "PDF", FACET_TEXT("reporting", "The pages could not be drawn")};
    }
    painter.scale(kLayoutDotsPerInch / 96.0, kLayoutDotsPerInch / 96.0);
    for (int page = 0; page < layout.pages(); ++page) {
      if (progress.stopRequested()) {
        return cancelledError();
      }
      if (page > 0) {
        writer.newPage();
      }
      layout.paint(painter, page);
      progress.setFraction((page + 1.0) / layout.pages());
    }
    painter.end();
  }
  (void)created;
  return bytes;
}

Result<PdfSummary> writePdf(const Report& report, Instant created, const std::filesystem::path& file,
                            Progress& progress) {
  const auto bytes = pdfOf(report, created, progress);
  if (!bytes) {
    return bytes.error();
  }
  const std::string_view content(bytes->constData(), static_cast<std::size_t>(bytes->size()));
  if (const Result<void> written = writeFileAtomically(file, content); !written) {
    return written.error();
  }
  return PdfSummary{PageLayout(report).pages(), static_cast<std::uint64_t>(bytes->size())};
}

} // namespace facet::reporting
