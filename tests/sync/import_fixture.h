#pragma once

#include <facet/core/progress.h>
#include <facet/imaging/dicom.h>
#include <facet/imaging/volume.h>
#include <facet/sync/import.h>

#include <QTemporaryDir>

#include <filesystem>
#include <string>
#include <vector>

namespace facet::sync::testing {

/// A grid of 1 × 1.5 × 3 mm, i by j by k voxels, that begins at an odd place.
[[nodiscard]] imaging::Grid smallGrid(std::int64_t i = 6, std::int64_t j = 5, std::int64_t k = 4);
/// int16 voxels that differ from their neighbours; another `seed`, another image.
[[nodiscard]] imaging::Volume smallImage(int seed, const imaging::Grid& grid = smallGrid());
/// uint8 voxels of 0 and 1.
[[nodiscard]] imaging::Volume smallMask(int seed, const imaging::Grid& grid = smallGrid());

/// A folder with the user's data, removed at the end.
class ImportFixture {
public:
  ImportFixture();

  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_root / name; }
  void write(const std::string& name, const std::string& bytes) const;
  void image(const std::string& name, const imaging::Volume& volume) const;
  /// A series of `volume`, of a patient with a name that must not be kept.
  void dicom(const std::string& folder, const imaging::Volume& volume, const imaging::DicomWriteOptions& options) const;

  /// What a scanner writes: description, day, series number and the patient Doe.
  [[nodiscard]] static imaging::DicomWriteOptions series(const std::string& description, const std::string& day,
                                                         int number);

private:
  QTemporaryDir m_dir;
  std::filesystem::path m_root;
};

/// All in lines: "subject: reason (place)".
[[nodiscard]] std::string linesOf(const std::vector<Notice>& notices);
[[nodiscard]] bool contains(const std::string& text, const std::string& part);

} // namespace facet::sync::testing
