#pragma once

#include <facet/imaging/image_io.h>
#include <facet/synthetic/phantom.h>

#include <QTemporaryDir>

#include <filesystem>
#include <map>
#include <string>

/// Two or three scans a year apart of a person who does not exist.
inline facet::synthetic::PatientScans phantomPatient(std::uint64_t seed, facet::synthetic::Protocol protocol,
                                                     int scans = 3) {
  using namespace facet::synthetic;
  PatientScans patient;
  patient.seed = seed;
  patient.subject = "T" + std::to_string(seed);
  patient.sex = facet::clinical::Sex::Female;
  for (int v = 0; v < scans; ++v) {
    ScanPlan scan;
    scan.session = "M" + std::to_string(12 * v);
    scan.date = facet::Day(std::chrono::days(18000 + 365 * v));
    scan.ageYears = 34 + v;
    scan.protocol = protocol;
    scan.scanner = {.manufacturer = "Siemens", .model = "Prisma", .fieldTesla = 3};
    scan.gadolinium = Gadolinium::Given;
    scan.activity = {.newLesions = v == 0 ? 18 : 3,
                     .sites = v == 1 ? std::vector{LesionSite::Brainstem} : std::vector<LesionSite>{},
                     .enlarging = v == 0 ? 0 : 2,
                     .vanishing = v == 2 ? 1 : 0,
                     .enhancing = v == 0 ? 1 : 2};
    patient.scans.push_back(std::move(scan));
  }
  return patient;
}

/// Images written to a folder that goes with the object.
class Phantoms {
public:
  explicit Phantoms(const std::vector<facet::synthetic::PatientScans>& patients) {
    facet::NullProgress progress;
    auto written = facet::synthetic::writePhantoms(patients, {.release = root() / "release", .truth = root() / "truth"},
                                                   facet::synthetic::PhantomDetail::Coarse, progress);
    if (written) {
      truth = std::move(*written);
    } else {
      error = facet::describe(written.error());
    }
  }

  [[nodiscard]] std::filesystem::path root() const { return m_folder.path().toStdString(); }
  [[nodiscard]] std::filesystem::path bids() const { return root() / "release" / "bids"; }
  [[nodiscard]] std::filesystem::path image(const std::string& subject, const std::string& session,
                                            const std::string& name) const {
    const std::string prefix = "sub-" + subject + "_ses-" + session + "_";
    return bids() / ("sub-" + subject) / ("ses-" + session) / "anat" / (prefix + name + ".nii.gz");
  }
  [[nodiscard]] std::filesystem::path readersMask(const std::string& subject, const std::string& session) const {
    return bids() / "derivatives" / "reader" / std::filesystem::path(maskIn(subject, session, "anat"));
  }
  [[nodiscard]] std::filesystem::path exactMask(const std::string& subject, const std::string& session) const {
    return root() / "truth" / maskIn(subject, session, "");
  }

  /// Values of an image, or nothing.
  [[nodiscard]] static std::vector<double> values(const std::filesystem::path& path) {
    facet::NullProgress progress;
    const auto image = facet::imaging::readImage(path, progress);
    std::vector<double> result;
    if (image) {
      facet::imaging::visitVoxels(image->volume, [&](auto voxels) { result.assign(voxels.begin(), voxels.end()); });
    }
    return result;
  }

  std::vector<facet::synthetic::PhantomTruth> truth;
  std::string error;

private:
  static std::string maskIn(const std::string& subject, const std::string& session, const std::string& type) {
    return "sub-" + subject + "/ses-" + session + (type.empty() ? "" : "/" + type) + "/sub-" + subject + "_ses-" +
           session + "_space-orig_desc-lesions_dseg.nii.gz";
  }

  QTemporaryDir m_folder;
};
