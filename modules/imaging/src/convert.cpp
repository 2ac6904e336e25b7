#include <facet/core/files.h>
#include <facet/imaging/convert.h>
#include <facet/imaging/dicom.h>
#include <facet/imaging/recognise.h>

namespace facet::imaging {
namespace {

namespace fs = std::filesystem;

/// "2: t2_flair, 256 × 256 × 40", for people to choose from.
std::string lineOf(const DicomSeries& series, std::size_t number) {
  const GridSize size = series.grid.size;
  return std::to_string(number) + ": " + series.facts.seriesDescription + ", " + std::to_string(size.i) + " × " +
         std::to_string(size.j) + " × " + std::to_string(size.k);
}

Result<std::size_t> chooseSeries(const DicomScan& scan, std::optional<unsigned> number, const std::string& name) {
  if (scan.series.empty()) {
    if (scan.refused.empty()) {
      return Error{ErrorCode::Unsupported, name, FACET_TEXT("imaging", "holds no image")};
    }
    const Notice& first = scan.refused.front();
    return Error{ErrorCode::Unsupported, first.subject, first.reason, first.place};
  }
  if (number) {
    if (*number < 1 || *number > scan.series.size()) {
      return Error{ErrorCode::NotFound, name,
                   FACET_TEXT("imaging", "holds %1 volumes, and no number %2").with(scan.series.size(), *number)};
    }
    return *number - 1;
  }
  if (scan.series.size() > 1) {
    std::string list;
    for (std::size_t at = 0; at < scan.series.size(); ++at) {
      list += (at == 0 ? "" : "; ") + lineOf(scan.series[at], at + 1);
    }
    return Error{ErrorCode::Conflict, name,
                 FACET_TEXT("imaging", "holds %1 volumes, of which one must be chosen by its number: %2")
                     .with(scan.series.size(), list)};
  }
  return std::size_t(0);
}

Result<AnyImage> readDicom(const fs::path& path, std::optional<unsigned> number, Progress& progress) {
  PartProgress scanning(progress, 0, 0.3);
  auto scan = scanDicom({&path, 1}, scanning);
  if (!scan) {
    return scan.error();
  }
  const auto chosen = chooseSeries(*scan, number, displayName(path));
  if (!chosen) {
    return chosen.error();
  }
  PartProgress reading(progress, 0.3, 1);
  auto image = readSeries(scan->series[*chosen], reading);
  if (!image) {
    return image.error();
  }
  return AnyImage{std::move(image).value(), scan->series[*chosen].facts, std::move(scan->refused)};
}

} // namespace

Result<AnyImage> readAnyImage(const fs::path& path, std::optional<unsigned> number, Progress& progress) {
  const auto kind = recognise(path);
  if (!kind) {
    return kind.error();
  }
  switch (*kind) {
  case InputKind::Dicom:
    return readDicom(path, number, progress);
  case InputKind::BidsDataset:
    return Error{ErrorCode::Unsupported, displayName(path),
                 FACET_TEXT("imaging", "is a BIDS dataset; one of its images is wanted")};
  case InputKind::LooseImage:
  case InputKind::Unknown:
    break;
  }
  std::error_code error;
  if (fs::is_directory(path, error)) {
    return Error{ErrorCode::Unsupported, displayName(path), FACET_TEXT("imaging", "holds no DICOM image")};
  }
  auto image = readImage(path, progress);
  if (!image) {
    return image.error();
  }
  return AnyImage{std::move(image).value(), {}, {}};
}

Result<WriteReport> writeAnyImage(const AnyImage& image, const fs::path& path, Progress& progress) {
  if (fileKindOf(path)) {
    WriteOptions options;
    options.space = image.image.space;
    return writeImage(image.image.volume, path, options, progress);
  }
  DicomWriteOptions options;
  options.facts = image.facts;
  // Another series than the one that was read: its voxels may be rescaled and its slices in another order.
  options.facts.studyUid.clear();
  options.facts.seriesUid.clear();
  options.facts.frameOfReferenceUid.clear();
  return writeDicomSeries(image.image.volume, path, options, progress);
}

} // namespace facet::imaging
