#pragma once

#include <facet/core/geometry.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace facet::imaging::testing {

/// A DICOM image written element by element with DCMTK, for what no scanner here delivers.
struct DicomImage {
  std::uint16_t rows = 4;
  std::uint16_t columns = 5;
  Vec3 position;
  Vec3 along = {1, 0, 0};
  Vec3 down = {0, 1, 0};
  double rowSpacing = 1.5;
  double columnSpacing = 1.25;
  int instance = 1;
  std::vector<std::int16_t> pixels; ///< empty: instance · 100 + index
  /// More elements, "gggg,eeee" or a path as dcmodify takes it, with their values; an empty value removes one.
  std::map<std::string, std::string> elements;
};

/// The file's bytes in explicit little endian.
[[nodiscard]] std::string bytesOf(const DicomImage& image);
void writeDicom(const DicomImage& image, const std::filesystem::path& path);

/// A stack of `count` axial slices from z = 0 with the step given, changed by `change` one by one.
void writeStack(const std::filesystem::path& folder, int count, double step,
                const std::function<void(int index, DicomImage& image)>& change = {});

/// An enhanced MR file with one frame for each position along z; frame f holds pixels f · 100 + index.
/// `echoes` is the number of echoes that each position has.
void writeEnhanced(const std::filesystem::path& path, const std::vector<double>& positions, int echoes);

/// A standard element's VR, or an empty text for an unknown one.
[[nodiscard]] std::string vrOf(std::uint16_t group, std::uint16_t element);
[[nodiscard]] std::string keywordOf(std::uint16_t group, std::uint16_t element);

} // namespace facet::imaging::testing
