#pragma once

#include <facet/core/geometry.h>
#include <facet/core/progress.h>
#include <facet/core/result.h>
#include <facet/lesions/change.h>
#include <facet/lesions/label_source.h>
#include <facet/rendering/anatomy.h>
#include <facet/storage/images.h>
#include <facet/workspace/session.h>

#include <QImage>
#include <QPointF>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace facet::reporting {

/// One of the two scans that the report shows.
struct ScanFinding {
  storage::StoredSession session;
  storage::StoredImage image;
  std::optional<storage::StoredImage> mask;
  lesions::LabelMeaning meaning = lesions::LabelMeaning::Component;
  lesions::LesionCounts counts; ///< zero without a mask
};

/// A lesion of the table: as compared where identities are there, else as it is at the later scan.
struct LesionFinding {
  lesions::LesionChange change;
  LpsPoint centroid; ///< at the later scan, or where it was last seen. Frame: LPS mm of that scan
  double longestDiameterMm = 0;
};

/// How the earlier scan's slice was found for a place in the later one.
enum class Correspondence : std::uint8_t {
  ThisLesion,      ///< each slice goes through the middle of the lesion at that scan
  Registration,    ///< by a stored transform
  Lesions,         ///< by where lesions seen at both scans lie
  SameCoordinates, ///< none of both: equal coordinates, which may be another place
  Itself           ///< there is no other scan
};

/// A slice as pixels.
struct KeySlice {
  QImage image;
  double mmPerPixel = 1;
  std::array<std::string, 4> letters; ///< left, right, top, bottom
  std::int64_t number = 0;            ///< from 1, growing towards superior, posterior or left
  std::int64_t count = 0;
  LpsPoint at;                    ///< middle of the picture
  std::optional<QPointF> pointer; ///< where the lesion in question lies. Range: 0 … 1
};

enum class KeyReason : std::uint8_t { Lesion, LargestArea, MiddleSlice };

struct KeyPlace {
  KeyReason reason = KeyReason::MiddleSlice;
  std::optional<lesions::LesionChange> lesion; ///< with KeyReason::Lesion
  rendering::Plane plane = rendering::Plane::Axial;
  Correspondence correspondence = Correspondence::Itself;
  std::size_t lesionsUsed = 0;     ///< with Correspondence::Lesions
  std::optional<KeySlice> earlier; ///< as acquired
  std::optional<KeySlice> later;
  std::optional<KeySlice> outlined; ///< the later one with its lesions; none without a mask
};

enum class Comparison : std::uint8_t {
  Compared,
  OneScan,    ///< there is no second scan with images
  NoMask,     ///< a mask is missing at one of them
  NoIdentity, ///< masks without numbers that hold from one scan to the next
  OtherReader ///< numbers of different readers
};

/// What the images of a patient's last two scans show.
struct MriFindings {
  std::optional<ScanFinding> earlier;
  std::optional<ScanFinding> later; ///< none without images
  Comparison comparison = Comparison::OneScan;
  lesions::ChangeRule rule;
  lesions::PairNoise noise;           ///< with Comparison::Compared
  std::vector<LesionFinding> lesions; ///< those that count: by status, then by volume, largest first
  std::vector<KeyPlace> places;
  std::vector<Notice> notices; ///< images that could not be read
};

/// Reads the last two scans with images, measures the lesions of their masks and draws the key slices.
///
/// Both scans are shown in the first sequence of FLAIR, T2w, T1w that both have, else each in its own first one. Up to
/// three slices of the acquired grid: those with the largest new lesions, then with the lesions that enlarged most,
/// each at least 5 mm apart; where there are none, the slice with the largest lesion area; without a mask the middle
/// one. Masks of a reader are preferred. An image that cannot be read is left out with a notice. Errors: Cancelled.
/// Cost: mostly reading at most four volumes.
[[nodiscard]] Result<MriFindings> readMri(const workspace::Patient& patient, const workspace::VolumeReader& read,
                                          Progress& progress);

} // namespace facet::reporting
