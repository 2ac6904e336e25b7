#pragma once

#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/synthetic/people.h>
#include <facet/synthetic/phantom.h>

#include <cstdint>
#include <filesystem>
#include <optional>

/// A synthetic release of the consortium, as a folder.
namespace facet::synthetic {

struct DemoOptions {
  Consortium consortium;
  std::uint32_t participants = 200;
  std::uint32_t controls = 120;
  std::optional<std::uint32_t> newlyDiagnosed; ///< absent: one in a hundred participants, rounded up
  std::optional<std::uint32_t> mri;            ///< participants with images; absent: 4, or fewer where fewer have scans
  PhantomDetail detail = PhantomDetail::Full;
  /// An earlier day of data: the release then holds only what is new, changed or gone since, without images, and leads
  /// on from the release of that day. Absent: everything.
  std::optional<Day> since;
  std::uint64_t largestFile = std::uint64_t{128} << 20; ///< bytes after which an NDJSON file goes on in a next one
};

struct DemoSummary {
  std::uint64_t people = 0;
  std::uint64_t resources = 0;
  std::uint64_t bytes = 0; ///< of the resources
  std::uint32_t withImages = 0;
};

/// Writes the release with `truth/` beside it and signs it with the demo key. A former demo release in the folder is
/// replaced once the new one is complete; until then, and after any error, it stays as it was. The same bytes for the
/// same options on any number of threads.
/// Errors: Conflict for a folder with other files in it; InvalidInput where fewer people have scans than shall have
/// images; Locked; Cancelled; as systemError.
/// Cost: memory does not grow with the number of people.
[[nodiscard]] Result<DemoSummary> writeDemoRelease(const std::filesystem::path& folder, const DemoOptions& options,
                                                   Progress& progress);

} // namespace facet::synthetic
