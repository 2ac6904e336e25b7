#include "byte_source.h"
#include "dicom_parse.h"

#include <facet/core/files.h>
#include <facet/core/text.h>
#include <facet/imaging/image_io.h>
#include <facet/imaging/recognise.h>

#include <nlohmann/json.hpp>

#include <deque>

namespace facet::imaging {
namespace {

namespace fs = std::filesystem;

InputKind kindOfFile(const fs::path& path) {
  const auto source = openSource(path);
  if (!source) {
    return InputKind::Unknown;
  }
  const auto head = (*source)->head(4096);
  if (!head) {
    return InputKind::Unknown;
  }
  const auto format = imageFormatOf(*head);
  if (format == ImageFormat::Dicom) {
    return InputKind::Dicom;
  }
  if (format) {
    return InputKind::LooseImage;
  }
  // Without a preamble only a parser can tell.
  return mayBeDicom(*head) && parseDicomHeader(**source) ? InputKind::Dicom : InputKind::Unknown;
}

/// A dataset is what describes itself as one.
bool isBidsDataset(const fs::path& folder) {
  const auto bytes = readFile(folder / "dataset_description.json", std::uint64_t(16) << 20U);
  if (!bytes) {
    return false;
  }
  const auto text = decodeText(*bytes);
  const auto json = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
  return json.is_object() && (json.contains("BIDSVersion") || json.contains("DatasetType"));
}

/// Breadth first, so that the files on top tell before a deep tree is walked.
InputKind kindOfFolder(const fs::path& folder) {
  constexpr std::size_t kMostFiles = 10000;
  std::deque<fs::path> open = {folder};
  std::size_t looked = 0;
  while (!open.empty()) {
    const fs::path next = open.front();
    open.pop_front();
    std::error_code error;
    for (fs::directory_iterator at(next, error), end; !error && at != end; at.increment(error)) {
      std::error_code kind;
      if (at->is_symlink(kind)) {
        continue;
      }
      if (at->is_directory(kind)) {
        open.push_back(at->path());
      } else if (at->is_regular_file(kind)) {
        if (kindOfFile(at->path()) == InputKind::Dicom) {
          return InputKind::Dicom;
        }
        if (++looked == kMostFiles) {
          return InputKind::Unknown;
        }
      }
    }
  }
  return InputKind::Unknown;
}

} // namespace

Result<InputKind> recognise(const fs::path& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (error) {
    return systemError(path, error.value());
  }
  if (!fs::is_directory(status)) {
    return fs::is_regular_file(status) ? kindOfFile(path) : InputKind::Unknown;
  }
  return isBidsDataset(path) ? InputKind::BidsDataset : kindOfFolder(path);
}

} // namespace facet::imaging
