#pragma once

#include "sample_patient.h"

#include <facet/imaging/image_io.h>
#include <facet/lesions/components.h>
#include <facet/storage/bytes.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

/// The images of one patient in memory, and the reader that a page gets.
struct MriFixture {
  facet::storage::PersonImages images;
  std::map<facet::storage::Digest, facet::imaging::Volume> volumes;

  void addSession(const std::string& label, const char* isoDate) {
    images.sessions.push_back(
        {"SE-K7Q2-M3", label, isoDate == nullptr ? std::nullopt : std::optional(*facet::parseIsoDate(isoDate))});
  }

  facet::storage::StoredImage& add(const std::string& session, const std::string& name, const std::string& sequence,
                                   const facet::imaging::Volume& volume,
                                   facet::storage::ImageRole role = facet::storage::ImageRole::Image) {
    facet::storage::StoredImage image;
    image.person = "SE-K7Q2-M3";
    image.session = session;
    image.name = name;
    image.role = role;
    image.sequence = sequence;
    image.madeBy = role == facet::storage::ImageRole::Image ? "" : "reader";
    image.voxelType = volume.type();
    image.grid = volume.grid();
    const std::string key = session + "/" + name;
    // Of the name: unique without reading voxels.
    image.voxels = facet::storage::sha256(facet::storage::bytesOf(key));
    volumes.insert_or_assign(image.voxels, volume);
    images.images.push_back(image);
    return images.images.back();
  }

  [[nodiscard]] facet::workspace::PatientPtr patient() const {
    facet::workspace::Patient patient = samplePatient();
    patient.images = images;
    return std::make_shared<const facet::workspace::Patient>(std::move(patient));
  }

  /// The fixture must outlive it.
  [[nodiscard]] facet::workspace::VolumeReader reader() const {
    return [this](const facet::storage::StoredImage& image, facet::Progress&) -> facet::Result<facet::imaging::Volume> {
      const auto at = volumes.find(image.voxels);
      if (at == volumes.end()) {
        return facet::Error{facet::ErrorCode::NotFound, image.name, FACET_TEXT("test", "is not in this copy")};
      }
      return at->second;
    };
  }
};

/// Axes along L, P and S; the first voxel's centre at `first`.
inline facet::imaging::Grid uprightGrid(facet::imaging::GridSize size, facet::Vec3 stepMm, facet::Vec3 first) {
  facet::imaging::Grid grid;
  grid.size = size;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    facet::Vec3 column;
    column[axis] = stepMm[axis];
    grid.lpsFromIjk.setColumn(axis, column);
  }
  grid.lpsFromIjk.offset = first;
  return grid;
}

/// A volume whose voxels are given by their index.
template <class T>
facet::imaging::Volume filledVolume(const facet::imaging::Grid& grid,
                                    const std::function<T(std::int64_t, std::int64_t, std::int64_t)>& value) {
  std::vector<T> voxels;
  voxels.reserve(grid.size.voxels());
  for (std::int64_t k = 0; k < grid.size.k; ++k) {
    for (std::int64_t j = 0; j < grid.size.j; ++j) {
      for (std::int64_t i = 0; i < grid.size.i; ++i) {
        voxels.push_back(value(i, j, k));
      }
    }
  }
  return *facet::imaging::makeVolume<T>(grid, std::move(voxels));
}

/// Two visits of a small head on one grid (40 × 48 × 32 voxels of 2 mm): FLAIR, T2w and T1w each, and a reader's
/// labels: 1 a cube of 4³ voxels at both, 2 one of 4³ at the later visit alone, 3 one at the earlier alone, 4 grown
/// from 3³ to 7³, 5 a single voxel at both.
inline MriFixture smallHead() {
  MriFixture fixture;
  const auto grid = uprightGrid({40, 48, 32}, {2, 2, 2}, {-39, -47, -20});
  const auto cube = [](std::int64_t i, std::int64_t j, std::int64_t k, std::int64_t i0, std::int64_t j0,
                       std::int64_t k0, std::int64_t n) {
    return i >= i0 && i < i0 + n && j >= j0 && j < j0 + n && k >= k0 && k < k0 + n;
  };
  const auto labelAt = [cube](std::int64_t i, std::int64_t j, std::int64_t k, bool later) -> std::uint16_t {
    if (cube(i, j, k, 8, 10, 10, 4)) {
      return 1;
    }
    if (later && cube(i, j, k, 26, 10, 10, 4)) {
      return 2;
    }
    if (!later && cube(i, j, k, 8, 34, 10, 4)) {
      return 3;
    }
    const std::int64_t grown = later ? 7 : 3;
    if (cube(i, j, k, 26, 30, 14, grown)) {
      return 4;
    }
    return cube(i, j, k, 20, 20, 24, 1) ? 5 : 0;
  };
  for (const bool later : {false, true}) {
    const std::string session = later ? "20261103" : "20251028";
    fixture.addSession(session, later ? "2026-11-03" : "2025-10-28");
    for (const char* sequence : {"T1w", "FLAIR", "T2w"}) {
      const int offset = sequence[1] == '1' ? 0 : sequence[0] == 'F' ? 100 : 200;
      fixture.add(session, "sub-x_ses-" + session + "_" + sequence, sequence,
                  filledVolume<std::int16_t>(grid, [&](std::int64_t i, std::int64_t j, std::int64_t k) {
                    const double x = (static_cast<double>(i) - 19.5) / 18;
                    const double y = (static_cast<double>(j) - 23.5) / 22;
                    const double z = (static_cast<double>(k) - 15.5) / 15;
                    const bool inside = x * x + y * y + z * z < 1;
                    return static_cast<std::int16_t>(inside ? 300 + offset + i + (labelAt(i, j, k, later) > 0 ? 300 : 0)
                                                            : 0);
                  }));
    }
    fixture.add(session, "sub-x_ses-" + session + "_desc-lesion_dseg", "FLAIR",
                filledVolume<std::uint16_t>(
                    grid, [&](std::int64_t i, std::int64_t j, std::int64_t k) { return labelAt(i, j, k, later); }),
                facet::storage::ImageRole::LesionMask);
  }
  return fixture;
}

/// Two visits made of one real patient's images in MNI space, which are the same at both; the lesions of the mask are
/// numbered, and some are taken away from one of the visits or made smaller. Nothing where the data are absent.
inline std::optional<MriFixture> realHead(const std::string& dataFolder) {
  const std::filesystem::path folder = std::filesystem::path(dataFolder) / "open-ms-mni";
  const std::string subject = "sub-cs19";
  facet::NullProgress progress;
  MriFixture fixture;
  const auto mask = facet::imaging::readImage(folder / "derivatives/manual" / subject / "anat" /
                                                  (subject + "_space-MNI152_label-lesion_mask.nii.gz"),
                                              progress);
  if (!mask) {
    return std::nullopt;
  }
  const auto parts = facet::lesions::connectedComponents(mask->volume, facet::lesions::Connectivity::Six, progress);
  for (const bool later : {false, true}) {
    const std::string session = later ? "20261103" : "20251028";
    fixture.addSession(session, later ? "2026-11-03" : "2025-10-28");
    for (const std::string sequence : {"FLAIR", "T1w", "T2w"}) {
      std::string file;
      for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / subject)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with("_" + sequence + ".nii.gz") && name.find("_ce-") == std::string::npos) {
          file = entry.path().string();
        }
      }
      const auto image = facet::imaging::readImage(file, progress);
      if (!image) {
        return std::nullopt;
      }
      fixture.add(session, subject + "_space-MNI152_" + sequence, sequence, image->volume);
    }
    const auto size = parts->labels.size();
    const auto all = parts->labels.stored<std::uint16_t>();
    const auto at = [&](std::int64_t i, std::int64_t j, std::int64_t k) {
      return all[static_cast<std::size_t>(i + size.i * (j + size.j * k))];
    };
    fixture.add(session, subject + "_space-MNI152_desc-lesion_dseg", "FLAIR",
                filledVolume<std::uint16_t>(parts->labels.grid(),
                                            [&](std::int64_t i, std::int64_t j, std::int64_t k) {
                                              const std::uint16_t label = at(i, j, k);
                                              if (label == 0 || label % 11 == (later ? 3 : 5)) {
                                                return std::uint16_t{0};
                                              }
                                              const bool thinner = label % 7 == (later ? 1 : 2);
                                              const bool border = i + 1 >= size.i || at(i + 1, j, k) == 0;
                                              return thinner && border ? std::uint16_t{0} : label;
                                            }),
                facet::storage::ImageRole::LesionMask);
  }
  return fixture;
}
