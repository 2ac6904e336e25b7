#pragma once

#include <facet/workspace/session.h>

#include <optional>

namespace facet::reporting {

/// Which images of which scans the report shows.
struct ScanChoice {
  const storage::StoredSession* session = nullptr;
  const storage::StoredImage* image = nullptr;
  const storage::StoredImage* mask = nullptr; ///< null: none
};

struct ScanChoices {
  std::optional<ScanChoice> earlier;
  std::optional<ScanChoice> later;
};

/// The last two scans up to the day of the data that have images, in the first sequence that both have. Pointers are
/// into `patient`.
[[nodiscard]] ScanChoices chooseScans(const workspace::Patient& patient);

} // namespace facet::reporting
