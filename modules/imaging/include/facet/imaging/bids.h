#pragma once

#include <facet/core/geometry.h>
#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/imaging/sequence.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace facet::imaging {

/// What a table's column holds, from its JSON description where it has one, else from its cells.
enum class ColumnKind : std::uint8_t { Text, Number, Category };

struct BidsColumn {
  std::string name;
  ColumnKind kind = ColumnKind::Text;
  std::string description;
  std::string units;
  std::map<std::string, std::string> levels; ///< what the codes of a category mean
};

/// A table of text cells; "n/a" and empty cells are nothing.
struct BidsTable {
  std::vector<BidsColumn> columns;
  std::vector<std::vector<std::optional<std::string>>> rows;

  [[nodiscard]] std::optional<std::size_t> columnIndex(std::string_view name) const;
  /// The cell, or nothing where it, the row or the column is missing.
  [[nodiscard]] std::optional<std::string> cell(std::size_t row, std::string_view column) const;
  [[nodiscard]] std::optional<double> number(std::size_t row, std::string_view column) const;
};

/// The key-value pairs of a file name, in its order.
struct BidsEntities {
  std::vector<std::pair<std::string, std::string>> pairs;

  /// The value of an entity ("sub", "ses", "ce", "acq", "rec", "run", "space", "desc", "label" …), or an empty text.
  [[nodiscard]] const std::string& operator[](std::string_view key) const;
};

/// What an image file is.
enum class BidsImageKind : std::uint8_t {
  Image,        ///< grey values
  Mask,         ///< _mask: one structure
  Segmentation, ///< _dseg: one number for each structure
  Probability   ///< _probseg
};

struct BidsImage {
  std::filesystem::path path; ///< in the dataset's folder
  std::string pipeline;       ///< folder under derivatives/, empty for the dataset itself
  std::string dataType;       ///< "anat" …
  BidsEntities entities;
  std::string suffix; ///< "T1w", "FLAIR", "mask" …
  BidsImageKind kind = BidsImageKind::Image;
  SequenceFacts facts; ///< from the sidecars that apply, the nearest winning, and from scans.tsv
  ContrastGuess contrast;
  /// Those sidecars as one JSON object, without fields that say who, and where; empty where there is none.
  std::string sidecar;
  /// Names of a segmentation's numbers, from its table.
  std::map<int, std::string> labels;
};

/// A map of points that came with a dataset.
struct BidsTransform {
  std::filesystem::path path;
  std::string pipeline;
  BidsEntities entities;
  std::string from;
  std::string to;
  /// Takes points of the `to` image (fixed) to the `from` image (moving), as ITK writes transforms: to resample the
  /// `from` image into the `to` image, each of its points is looked up at movingFromFixed. Frame: LPS mm.
  Affine3 movingFromFixed;
};

struct BidsSession {
  std::string id;                 ///< without "ses-"; empty for a subject without sessions
  std::optional<std::size_t> row; ///< in the subject's sessions table
};

struct BidsSubject {
  std::string id; ///< without "sub-"
  std::vector<BidsSession> sessions;
  BidsTable sessionTable;
  std::optional<std::size_t> participantRow;
};

struct BidsDataset {
  std::filesystem::path root;
  std::string name;
  std::string bidsVersion;
  std::string datasetType; ///< "raw" or "derivative"
  std::string license;
  std::vector<std::string> authors;
  BidsTable participants;
  std::vector<BidsSubject> subjects; ///< by id; those of participants.tsv without a folder included
  std::vector<BidsImage> images;     ///< by path
  std::vector<BidsTransform> transforms;
  /// What was not understood or contradicts itself, with file and line.
  std::vector<Notice> notices;
};

/// What a BIDS dataset and its derivatives hold; no voxel is read. Links that lead out of the folder are not followed.
/// Errors: NotFound; InvalidInput where dataset_description.json is missing or no JSON; Cancelled.
[[nodiscard]] Result<BidsDataset> scanBids(const std::filesystem::path& folder, Progress& progress);

/// An affine map of points in ITK's text format: one transform of the matrix-offset family (affine, Euler 3D, versor
/// rigid, similarity, translation, identity). Frame: LPS mm, points of the fixed image to the moving image.
/// Errors: InvalidInput for another form; Unsupported for other and for several transforms.
[[nodiscard]] Result<Affine3> readItkTransform(std::string_view text, const std::string& name);

} // namespace facet::imaging
