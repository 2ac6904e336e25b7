#pragma once

#include <facet/workspace/session.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The images of one patient as a reader looks for them: by visit and contrast.
namespace facet::workspace {

/// One scan. What it points to belongs to the study's patient.
struct StudyVisit {
  std::string label;
  std::optional<PartialDate> date;
  /// FLAIR first, then T2w, T1w, T1w+ce, PD, STIR, SWI and others; never empty.
  std::vector<const storage::StoredImage*> images;
  /// Masks of lesions, a reader's and drawn ones first.
  std::vector<const storage::StoredImage*> masks;
  const storage::StoredImage* brainMask = nullptr;
  const clinical::MriExam* exam = nullptr; ///< what the record says of this scan
};

/// A patient's scans in the order of their dates; those without a date last.
class Study {
public:
  Study() = default;
  /// Sessions without an image that can be shown are left out.
  explicit Study(PatientPtr patient);

  [[nodiscard]] const PatientPtr& patient() const { return m_patient; }
  [[nodiscard]] const std::vector<StudyVisit>& visits() const { return m_visits; }
  /// The newest scan at or before a day, or nothing; scans without a date are not found by a day.
  [[nodiscard]] std::optional<std::size_t> visitAt(Day day) const;
  /// The newest scan with a date, or the last in order where none has one.
  [[nodiscard]] std::optional<std::size_t> newestVisit() const;

private:
  PatientPtr m_patient;
  std::vector<StudyVisit> m_visits;
};

/// The image of a visit that fits another one best: the same contrast, else the first.
[[nodiscard]] std::size_t imageLike(const StudyVisit& visit, const storage::StoredImage& other);

/// The BIDS entity `space` of an image's name: images with the same one share a frame of reference. An empty text where
/// there is none and for "orig", which is the scan's own space (BIDS, appendix on coordinate systems).
[[nodiscard]] std::string_view spaceOf(const storage::StoredImage& image);

/// Size of an image's voxels in memory. Units: bytes.
[[nodiscard]] std::uint64_t voxelBytes(const storage::StoredImage& image);

/// Whether an import told something about an image that a reader has to know.
[[nodiscard]] inline bool hasWarnings(const storage::StoredImage& image) {
  return !image.notices.empty();
}

/// Points of `to` from points of `from`, where it is known: images of one session and one space share the scanner's
/// frame, images of one space share that, and stored transforms link what they were computed of. Nothing is guessed.
/// Frame: LPS mm of each image.
[[nodiscard]] std::optional<Affine3> knownMap(const storage::PersonImages& images, const storage::StoredImage& from,
                                              const storage::StoredImage& to);

/// How the cross-hairs of two visits move together.
enum class LinkKind : std::uint8_t {
  Anatomy,    ///< both share a frame of reference, or a stored transform leads from one to the other
  SameGrid,   ///< not registered, but both lie on the same grid: the same millimetres, which are the same voxels
  Proportion, ///< not registered: the same proportion of the way through each image
};

struct VisitLink {
  LinkKind kind = LinkKind::Proportion;
  Affine3 targetFromSource; ///< Frame: LPS mm of each visit's first image
};

/// The link between two visits, told by their first images of one contrast (or the first of each).
[[nodiscard]] VisitLink linkVisits(const storage::PersonImages& images, const StudyVisit& source,
                                   const StudyVisit& target);

} // namespace facet::workspace
