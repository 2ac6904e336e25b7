#pragma once

#include <facet/core/clock.h>
#include <facet/core/result.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// `manifest.json` of a release, in the shape of a FHIR bulk-publish manifest. Reading and writing stand side by side,
/// so that what is written is read back equal. Source: HL7 FHIR Bulk Data Access, STU 4 ballot, BulkPublishManifest;
/// what that has no element for is an extension of the consortium.
namespace facet::clinical {

/// What the dates of a release mean.
enum class ReleaseDates : std::uint8_t {
  Exact,
  Shifted, ///< by the same number of days for all of one person
  YearOnly
};

enum class ReleaseContent : std::uint8_t {
  Snapshot, ///< everything; what is not in it is no longer there
  Changes   ///< what is new or changed since an earlier release, and the list of what is gone
};

/// One NDJSON file with resources of one type.
struct ManifestFile {
  std::string type;
  std::string path; ///< in the release's folder, as written
  std::optional<std::int64_t> count;
  bool operator==(const ManifestFile&) const = default;
};

struct ReleaseManifest {
  std::string series;  ///< the same for all releases of one publisher: letters, digits, '-' and '.'
  std::string name;    ///< of the publisher, for people
  std::string version; ///< of the release, for people
  bool demo = false;   ///< synthetic data
  ReleaseDates dates = ReleaseDates::Exact;
  ReleaseContent content = ReleaseContent::Snapshot;
  Instant time; ///< of the data; orders the releases of a series
  /// With Changes, the time of the release that they lead on from.
  std::optional<Instant> since;
  std::vector<ManifestFile> output;
  std::vector<std::string> deleted; ///< paths of NDJSON files with lists of what is gone
  std::vector<std::string> errors;  ///< paths of files in which the publisher tells what could not be published
  bool operator==(const ReleaseManifest&) const = default;
};

/// The version of the consortium's release format that Facet reads.
inline constexpr int kReleaseSchema = 1;

/// Errors: InvalidInput with the JSON path as place for text that is no JSON, an element that is missing, wrong or not
/// known, or a file named twice; Unsupported for a newer schema, for manifests of another kind and for those that go on
/// in a second one.
[[nodiscard]] Result<ReleaseManifest> readManifest(std::string_view json);
/// Indented, with a line end; keys in a fixed order.
[[nodiscard]] std::string writeManifest(const ReleaseManifest& manifest);

/// A resource that is gone.
struct DeletedResource {
  std::string type;
  std::string id;
  auto operator<=>(const DeletedResource&) const = default;
};

/// The resources that one line of a `deleted` file takes back: a Bundle of type transaction with DELETE requests.
/// Errors: InvalidInput with the JSON path as place.
[[nodiscard]] Result<std::vector<DeletedResource>> readDeleted(std::string_view line);
/// One line of NDJSON, without the line end.
[[nodiscard]] std::string writeDeleted(std::span<const DeletedResource> resources);

} // namespace facet::clinical
