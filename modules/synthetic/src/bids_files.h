#pragma once

#include "tissue_contrast.h"

#include <facet/imaging/label_map.h>
#include <facet/imaging/volume.h>

#include <filesystem>
#include <span>

namespace facet::synthetic {

/// One session in a dataset, and the names of what it writes.
struct SessionFiles {
  const PatientScans& patient;
  const ScanPlan& scan;
  std::size_t scanIndex = 0;
  const PhantomFolders& folders;
};

/// Writes an image with its sidecar into the dataset, or as a DICOM series into its source data.
[[nodiscard]] Result<void> writeScanImage(const SessionFiles& files, const imaging::Volume& image, Channel channel,
                                          double sliceThicknessMm, Progress& progress);

/// Writes the reader's mask with its sidecar and names of labels, and the exact one to the truth.
[[nodiscard]] Result<void> writeMasks(const SessionFiles& files, const imaging::LabelMap& reader,
                                      const imaging::LabelMap& exact, std::span<const LesionTruth> lesions,
                                      Progress& progress);

/// Writes the dataset's descriptions, participants and sessions.
[[nodiscard]] Result<void> writeTables(std::span<const PatientScans> patients, const PhantomFolders& folders);

/// Writes `lesions.tsv` of the truth: a line for each lesion and scan.
[[nodiscard]] Result<void> writeTruthTable(std::span<const PatientScans> patients, std::span<const PhantomTruth> truth,
                                           const PhantomFolders& folders);

} // namespace facet::synthetic
