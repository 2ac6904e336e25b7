#include "import_scan.h"

#include "image_roles.h"

#include <facet/core/files.h>
#include <facet/core/text.h>
#include <facet/imaging/recognise.h>

#include <algorithm>
#include <set>

namespace facet::sync {
namespace {

namespace fs = std::filesystem;
using imaging::InputKind;
using storage::ImageRole;

/// The file's name without the endings of image formats.
std::string looseName(const fs::path& file) {
  std::string name = displayName(file.filename());
  for (const std::string_view ending : {".gz", ".nii", ".hdr", ".img", ".nrrd", ".nhdr", ".mha", ".mhd"}) {
    if (toLowerAscii(name).ends_with(ending) && name.size() > ending.size()) {
      name.resize(name.size() - ending.size());
    }
  }
  return name;
}

/// Image files below a folder, by path; links are not followed.
std::vector<fs::path> looseFilesIn(const fs::path& folder, ImportScan& scan, Progress& progress) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    std::error_code kind;
    if (progress.stopRequested()) {
      break;
    }
    if (at->is_symlink(kind) || !at->is_regular_file(kind)) {
      continue;
    }
    const auto found = imaging::recognise(at->path());
    if (found && *found == InputKind::LooseImage) {
      files.push_back(at->path());
    }
  }
  if (error) {
    scan.refused.push_back({displayName(folder), systemError(folder, error.value()).reason, {}});
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Datasets below a folder that is none itself, or nothing; what is inside a dataset is its own.
std::vector<fs::path> datasetsIn(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code kind;
    if (at->is_directory(kind) && !at->is_symlink(kind) && fs::exists(at->path() / "dataset_description.json", kind)) {
      const auto what = imaging::recognise(at->path());
      if (what && *what == InputKind::BidsDataset) {
        found.push_back(at->path());
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

Result<void> addUnknown(const fs::path& path, ImportScan& scan, Progress& progress) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    scan.refused.push_back({displayName(path), FACET_TEXT("sync", "is no image in a format that is read here"), {}});
    return {};
  }
  const auto files = looseFilesIn(path, scan, progress);
  for (const fs::path& file : files) {
    addLoose(file, scan);
  }
  if (files.empty()) {
    scan.refused.push_back({displayName(path), FACET_TEXT("sync", "holds no image that is read here"), {}});
  }
  return {};
}

Result<void> addPath(const fs::path& path, ImportScan& scan, Progress& progress) {
  const auto kind = imaging::recognise(path);
  if (!kind) {
    return kind.error();
  }
  if (*kind != InputKind::BidsDataset) {
    if (const auto datasets = datasetsIn(path); !datasets.empty()) {
      for (const fs::path& dataset : datasets) {
        if (auto added = addBids(dataset, scan, progress); !added) {
          return added;
        }
      }
      return {};
    }
  }
  switch (*kind) {
  case InputKind::BidsDataset:
    return addBids(path, scan, progress);
  case InputKind::Dicom:
    return addDicom(path, scan, progress);
  case InputKind::LooseImage:
    addLoose(path, scan);
    return {};
  case InputKind::Unknown:
    break;
  }
  return addUnknown(path, scan, progress);
}

/// Patients that were found through several paths are one. Loose files stay apart: that two have one name does not say
/// that they are of one patient.
void joinPatients(ImportScan& scan) {
  std::vector<FoundPatient> joined;
  for (FoundPatient& patient : scan.patients) {
    const auto same = patient.kind == ImportKind::Loose
                          ? joined.end()
                          : std::find_if(joined.begin(), joined.end(), [&](const FoundPatient& other) {
                              return other.kind == patient.kind && other.issuer == patient.issuer &&
                                     other.id == patient.id && other.name == patient.name;
                            });
    if (same == joined.end()) {
      joined.push_back(std::move(patient));
      continue;
    }
    std::move(patient.images.begin(), patient.images.end(), std::back_inserter(same->images));
    std::move(patient.transforms.begin(), patient.transforms.end(), std::back_inserter(same->transforms));
  }
  scan.patients = std::move(joined);
  for (FoundPatient& patient : scan.patients) {
    std::stable_sort(patient.images.begin(), patient.images.end(), [](const FoundImage& a, const FoundImage& b) {
      return (a.plan.role != ImageRole::Image) < (b.plan.role != ImageRole::Image);
    });
    makeNamesDiffer(patient);
  }
}

} // namespace

void addLoose(const fs::path& file, ImportScan& scan) {
  FoundPatient patient;
  patient.name = looseName(file);
  FoundImage image;
  image.source = file;
  image.plan.name = patient.name;
  image.mark = displayName(file.parent_path().filename());
  image.plan.role = roleOfName(patient.name);
  if (image.plan.role == ImageRole::Image) {
    imaging::SequenceFacts facts;
    facts.seriesDescription = patient.name;
    const imaging::ContrastGuess guess = imaging::guessContrast(facts);
    image.plan.sequence = imaging::nameOf(guess.contrast);
    image.plan.reason = guess.reason;
    image.plan.doubt = guess.doubt;
  }
  patient.images.push_back(std::move(image));
  scan.patients.push_back(std::move(patient));
}

void refuseSharedNames(ImportScan& scan) {
  std::set<std::string> names;
  std::vector<FoundPatient> left;
  for (FoundPatient& patient : scan.patients) {
    if (patient.kind != ImportKind::Loose || names.insert(patient.name).second) {
      left.push_back(std::move(patient));
      continue;
    }
    scan.refused.push_back(
        {displayName(std::get<fs::path>(patient.images.front().source)),
         FACET_TEXT("sync", "has the name of another file, which would make it the same patient's: say whose it is"),
         {}});
  }
  scan.patients = std::move(left);
}

void makeNamesDiffer(FoundPatient& patient) {
  std::set<std::pair<std::string, std::string>> taken;
  for (FoundImage& image : patient.images) {
    const std::string plain = image.plan.name;
    const auto isTaken = [&] { return !taken.emplace(image.plan.session, image.plan.name).second; };
    if (!isTaken()) {
      continue;
    }
    image.plan.name = image.mark.empty() ? plain : plain + " (" + image.mark + ")";
    for (int number = 2; isTaken(); ++number) {
      image.plan.name = plain + " (" + (image.mark.empty() ? "" : image.mark + ", ") + std::to_string(number) + ")";
    }
  }
}

Result<ImportScan> scanForImport(std::span<const fs::path> paths, Progress& progress) {
  ImportScan scan;
  std::set<fs::path> seen;
  for (std::size_t at = 0; at < paths.size(); ++at) {
    const auto share = [&](std::size_t index) {
      return static_cast<double>(index) / static_cast<double>(paths.size());
    };
    PartProgress part(progress, share(at), share(at + 1));
    std::error_code error;
    const fs::path canonical = fs::weakly_canonical(paths[at], error);
    if (!error && !seen.insert(canonical).second) {
      continue;
    }
    if (auto added = addPath(paths[at], scan, part); !added) {
      if (added.error().code == ErrorCode::Cancelled) {
        return added.error();
      }
      scan.refused.push_back({added.error().subject, added.error().reason, added.error().place});
    }
    if (progress.stopRequested()) {
      return cancelledError();
    }
  }
  joinPatients(scan);
  return scan;
}

} // namespace facet::sync
