#pragma once

#include <facet/imaging/statistics.h>
#include <facet/imaging/volume.h>
#include <facet/lesions/label_source.h>
#include <facet/reporting/mri_findings.h>

#include <optional>

namespace facet::reporting {

/// A scan's voxels while the report is made.
struct LoadedScan {
  imaging::Volume image;
  imaging::Window window;
  std::optional<lesions::LabelledLesions> lesions;

  /// The measures of a label, or null.
  [[nodiscard]] const lesions::LesionShape* shapeOf(std::int64_t label) const;
};

/// Fills findings.places from the scans and what was found in them. `earlier` may be null.
void addKeyPlaces(MriFindings& findings, const std::vector<storage::StoredTransform>& transforms,
                  const LoadedScan* earlier, const LoadedScan& later);

} // namespace facet::reporting
