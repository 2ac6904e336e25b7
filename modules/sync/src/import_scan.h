#pragma once

#include <facet/clinical/records.h>
#include <facet/imaging/bids.h>
#include <facet/imaging/dicom.h>
#include <facet/sync/import.h>

#include <variant>

namespace facet::sync {

/// An image that was found, and where its voxels are.
struct FoundImage {
  PlannedImage plan;
  std::variant<std::filesystem::path, imaging::DicomSeries> source;
  /// BIDS entities that tell for which images a transform is meant.
  imaging::BidsEntities entities;
  std::string suffix;
  /// Put behind the name where another image of the session has the same.
  std::string mark;
};

/// What the data say of a person without a date.
struct FoundFacts {
  clinical::Sex sex = clinical::Sex::Unknown;
  std::optional<double> ageYears;
  std::optional<clinical::Course> course;
  std::optional<clinical::Edss> edss;
};

struct FoundPatient {
  ImportKind kind = ImportKind::Loose;
  std::string name; ///< as in PlannedPatient
  /// Who gave the name: of DICOM the issuer, of BIDS the dataset.
  std::string issuer;
  std::string id; ///< of DICOM; dropped once the pseudonym is made
  FoundFacts facts;
  std::vector<FoundImage> images; ///< masks last
  std::vector<imaging::BidsTransform> transforms;
};

struct ImportScan {
  std::vector<FoundPatient> patients;
  std::vector<Notice> refused;
  std::vector<Notice> warnings;
};

/// Everything in the paths that can be imported. Errors: Cancelled.
[[nodiscard]] Result<ImportScan> scanForImport(std::span<const std::filesystem::path> paths, Progress& progress);

/// The patients of a dataset are added. Errors: as imaging::scanBids.
[[nodiscard]] Result<void> addBids(const std::filesystem::path& folder, ImportScan& scan, Progress& progress);
/// The patients in files and folders of DICOM are added. Errors: as imaging::scanDicom.
[[nodiscard]] Result<void> addDicom(const std::filesystem::path& path, ImportScan& scan, Progress& progress);
/// An image file becomes a patient of its own.
void addLoose(const std::filesystem::path& file, ImportScan& scan);

/// What a row of participants.tsv says; what cannot be taken goes to the notices.
[[nodiscard]] FoundFacts participantFacts(const imaging::BidsDataset& dataset, std::size_t row,
                                          std::vector<Notice>& notices);

/// Loose files of one name are of nobody knows how many patients: all but the first are refused.
void refuseSharedNames(ImportScan& scan);

/// Makes the names in each session of a patient differ, by the images' marks.
void makeNamesDiffer(FoundPatient& patient);

} // namespace facet::sync
