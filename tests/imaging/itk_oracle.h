#pragma once

#include <facet/imaging/volume.h>

#include <filesystem>
#include <optional>
#include <string>

namespace facet::imaging::testing {

enum class ItkFormat { Nrrd, MetaImage };

/// An image as ITK reads it. Frame: LPS mm.
struct ItkImage {
  std::string componentType; ///< ITK's word: "short", "unsigned_char", …
  Grid grid;
  std::vector<double> values;
};

/// What ITK reads from a file; nothing and `failure` where it does not.
[[nodiscard]] std::optional<ItkImage> readWithItk(const std::filesystem::path& path, ItkFormat format,
                                                  std::string& failure);
enum class Compression { On, Off };
/// Writes values as ITK does, in the volume's type. An empty text, or why it could not.
[[nodiscard]] std::string writeWithItk(const Volume& volume, const std::filesystem::path& path, ItkFormat format,
                                       Compression compression);

} // namespace facet::imaging::testing
