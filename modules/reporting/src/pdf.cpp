#include <facet/core/files.h>
#include <facet/reporting/page_layout.h>
#include <facet/reporting/pdf.h>

#include <QBuffer>
#include <QFontInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>

namespace facet::reporting {
namespace {

constexpr const char* kCreationDate = "/CreationDate (D:";

/// "YYYYMMDDHHmmSSZ". Source: ISO 32000-1, 7.9.4.
QByteArray pdfDate(Instant moment) {
  const Day day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(moment) - day);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d%02u%02u%02d%02d%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text.data();
}

/// Takes `shorter` bytes off every offset behind `at`: in the table of objects and in the pointer to that table.
bool moveOffsets(QByteArray& pdf, qsizetype at, qsizetype shorter) {
  const qsizetype pointer = pdf.lastIndexOf("startxref\n");
  const qsizetype table = pdf.lastIndexOf("xref\n", pointer);
  if (pointer < 0 || table < 0) {
    return false;
  }
  const qsizetype number = pointer + 10;
  const qsizetype end = pdf.indexOf('\n', number);
  // Entries are ten digits, a space, five digits, a space and "n".
  for (qsizetype entry = pdf.indexOf(" 00000 n", table); entry >= 0 && entry < pointer;
       entry = pdf.indexOf(" 00000 n", entry + 1)) {
    const qsizetype offset = pdf.mid(entry - 10, 10).toLongLong();
    if (offset > at) {
      pdf.replace(entry - 10, 10, QByteArray::number(offset - shorter).rightJustified(10, '0'));
    }
  }
  pdf.replace(number, end - number, QByteArray::number(pdf.mid(number, end - number).toLongLong() - shorter));
  return true;
}

/// Puts a moment in UTC in place of the one that Qt wrote, which is in the machine's zone and longer away from UTC.
bool setCreation(QByteArray& pdf, Instant moment) {
  const qsizetype begin = pdf.indexOf(kCreationDate) + static_cast<qsizetype>(std::strlen(kCreationDate));
  const qsizetype end = pdf.indexOf(')', begin);
  const QByteArray date = pdfDate(moment);
  const qsizetype shorter = end - begin - date.size();
  if (pdf.indexOf(kCreationDate) < 0 || shorter < 0 || !moveOffsets(pdf, begin, shorter)) {
    return false;
  }
  pdf.replace(begin, end - begin, date);
  return true;
}

} // namespace

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
  if (!setCreation(bytes, created)) {
    return Error{ErrorCode::Internal, "PDF", FACET_TEXT("reporting", "The moment of creation could not be set")};
  }
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
  return PdfSummary{static_cast<int>(bytes->count("/Type /Page\n")), static_cast<std::uint64_t>(bytes->size()),
                    storage::sha256(storage::bytesOf(content))};
}

} // namespace facet::reporting
