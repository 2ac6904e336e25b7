#pragma once

#include <facet/clinical/records.h>
#include <facet/core/date.h>
#include <facet/core/progress.h>
#include <facet/core/result.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Head MRI of people who do not exist: the plan says who is scanned when and what happens to the lesions, the images,
/// a reader's masks and the exact truth come out.
namespace facet::synthetic {

/// Where a lesion lies. The first four and the cord are the regions of the McDonald criteria, some of them split.
enum class LesionSite : std::uint8_t {
  Periventricular, ///< ovoid at a right angle to a lateral ventricle
  Callososeptal,   ///< on the underside of the corpus callosum
  Juxtacortical,   ///< along the U-fibres under a sulcus
  DeepWhite,
  Brainstem,          ///< on the surface of the pons, midbrain or medulla
  CerebellarPeduncle, ///< middle cerebellar peduncle
  Cerebellum,
  DeepGrey,
  Cord ///< upper cervical cord, as far as a head scan shows it
};
/// "periventricular", "middle-cerebellar-peduncle" …, as in the tables of the release.
[[nodiscard]] std::string_view codeOf(LesionSite site);
/// Brainstem, peduncle or cerebellum.
[[nodiscard]] bool isInfratentorial(LesionSite site);

/// State of a lesion against the previous session; at the first session all that are there are new.
enum class LesionStatus : std::uint8_t {
  New,
  Enlarging,
  Stable,
  Shrinking,
  NoLongerVisible, ///< seen at the previous session
  Absent           ///< not there yet, or gone since an earlier session
};
/// "new", "enlarging", "stable", "shrinking", "no_longer_visible", "absent".
[[nodiscard]] std::string_view codeOf(LesionStatus status);

enum class Protocol : std::uint8_t {
  ThreeD1mm, ///< sagittal 3D, 1 mm, one grid for all contrasts
  Thick2D    ///< axial 2D, 3–4 mm, each contrast on an oblique grid of its own
};
enum class Gadolinium : std::uint8_t { NotGiven, Given };
enum class HeadMotion : std::uint8_t { Still, Moved };
enum class ImageOutput : std::uint8_t { Nifti, Dicom };

struct Scanner {
  std::string manufacturer;
  std::string model;
  double fieldTesla = 3;
};

/// What happens to the lesions before a scan: since the previous one, or ever before the first. All of it is fulfilled,
/// however small the numbers; what the reader then sees of it may differ and stands in ScanReport.
struct LesionActivity {
  int newLesions = 0;
  /// Sites that must be among the new lesions, because the record tells of their symptoms (double vision: Brainstem).
  /// At most newLesions of them; the other sites are drawn.
  std::vector<LesionSite> sites;
  int enlarging = 0; ///< of the lesions of the previous scan; at most as many as there are
  int vanishing = 0; ///< likewise
  /// Of the new and enlarging ones, how many take up contrast on the day of the scan, whether it is given or not.
  int enhancing = 0;
};

struct ScanPlan {
  std::string session; ///< letters and digits: the part after "ses-"
  Day date;
  double ageYears = 0;
  Protocol protocol = Protocol::ThreeD1mm;
  Scanner scanner;
  Gadolinium gadolinium = Gadolinium::NotGiven;
  HeadMotion motion = HeadMotion::Still;
  LesionActivity activity;
};

/// One patient and all scans, in order of date.
struct PatientScans {
  std::uint64_t seed = 0; ///< brain and lesions depend on it alone
  std::string subject;    ///< letters and digits: the part after "sub-"
  clinical::Sex sex = clinical::Sex::Unknown;
  ImageOutput output = ImageOutput::Nifti;
  std::vector<ScanPlan> scans;
};

/// Full is what a release has; Coarse has voxels of three times the edge, for tests.
enum class PhantomDetail : std::uint8_t { Full, Coarse };

struct PhantomFolders {
  std::filesystem::path release; ///< the images go to bids/, DICOM to bids/sourcedata/
  std::filesystem::path truth;   ///< exact masks and volumes
};

/// A lesion as it is; one entry of each list per scan.
struct LesionTruth {
  int id = 0; ///< the same in every session, in the masks of the truth and of the reader
  LesionSite site = LesionSite::DeepWhite;
  std::vector<double> volumeMm3; ///< 0 while it is not there
  std::vector<LesionStatus> status;
  std::vector<bool> enhancing;
  std::vector<bool> inReadersMask;
};

/// What the radiologist reported of a scan; agrees with the reader's masks. Counts are against the scan before, and
/// absent for the first scan (new, enlarging) and without contrast (enhancing).
struct ScanReport {
  std::string session;
  std::string bidsSession; ///< "sub-X/ses-Y"
  int lesions = 0;         ///< in the reader's mask
  std::optional<int> newT2;
  std::optional<int> enlargingT2;
  std::optional<int> enhancing;
  std::vector<std::string> regions; ///< what the scan covers, as in clinical::MriExam
};

struct PhantomTruth {
  std::string subject;
  std::vector<LesionTruth> lesions;
  std::vector<ScanReport> reports; ///< one per scan
};

/// How the scans of the demo are made: the first two patients in 3D, the third in thick slices, the fourth in thick
/// slices as DICOM, further ones in turn. Of each patient's visits one may be on another scanner, without contrast or
/// with motion.
struct ScanSetup {
  ImageOutput output = ImageOutput::Nifti;
  Protocol protocol = Protocol::ThreeD1mm;
  Scanner scanner;
  Gadolinium gadolinium = Gadolinium::NotGiven;
  HeadMotion motion = HeadMotion::Still;
};
[[nodiscard]] ScanSetup demoSetup(int patient, int visit);

/// Writes `bids/` (images, sidecars, sessions, participants, `derivatives/reader/`) for all patients into the release,
/// the exact masks and volumes into the truth folder, and returns the truth in the order of the patients. The same
/// bytes for the same plan on any number of threads.
/// Errors: InvalidInput for a plan that contradicts itself (names, order of dates, more lesions enlarging than there
/// are); Cancelled; as core's files.
/// Cost: about 1.5 s for a 3D session on two cores, 0.6 GB of memory.
[[nodiscard]] Result<std::vector<PhantomTruth>> writePhantoms(std::span<const PatientScans> patients,
                                                              const PhantomFolders& folders, PhantomDetail detail,
                                                              Progress& progress);

} // namespace facet::synthetic
