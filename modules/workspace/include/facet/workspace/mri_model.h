#pragma once

#include <facet/workspace/cursors.h>
#include <facet/workspace/lesion_pair.h>
#include <facet/workspace/lesion_scene.h>
#include <facet/workspace/study.h>
#include <facet/workspace/volume_store.h>

#include <QObject>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace facet::workspace {

/// The two visits that stand above each other.
enum class MriRow : std::uint8_t {
  Current,   ///< that of the time cursor, or the newest
  Comparator ///< an earlier one: the previous unless another is chosen
};
inline constexpr std::array kMriRows = {MriRow::Current, MriRow::Comparator};

/// The value of one image at a place; none outside of it.
struct LayerValue {
  const storage::StoredImage* image = nullptr;
  std::optional<double> value;
};

/// What the MRI page shows of a patient: two visits, an image of each, one place in the anatomy, the lesions. Places
/// are given in the frame of the image that a row shows; the model leads them from one to the other.
class MriModel : public QObject {
  Q_OBJECT

public:
  MriModel(JobRunner& jobs, const VolumeReader& reader, TimeCursor& time, AnatomyCursor& anatomy,
           QObject* parent = nullptr);

  void setPatient(const PatientPtr& patient);
  [[nodiscard]] const Study& study() const { return m_study; }

  /// Index of a row's visit, or nothing where there is none.
  [[nodiscard]] std::optional<std::size_t> visitIndex(MriRow row) const { return rowOf(row).visit; }
  [[nodiscard]] const StudyVisit* visit(MriRow row) const;
  /// The image that a row shows, and the mask over it; none where there is none.
  [[nodiscard]] const storage::StoredImage* image(MriRow row) const;
  [[nodiscard]] const storage::StoredImage* mask(MriRow row) const;
  /// Shows another visit. As current one it becomes the day of all pages, and the one before it the comparator. Only an
  /// earlier visit than the current one can be the comparator.
  void chooseVisit(MriRow row, std::size_t visit);
  /// Shows another image of the row's visit.
  void chooseImage(MriRow row, std::size_t image);
  /// The day that was asked for is before the first scan, which is shown for want of another.
  [[nodiscard]] bool isBeforeFirstScan() const { return m_beforeFirst; }
  [[nodiscard]] const VisitLink& link() const { return m_link; }

  [[nodiscard]] LoadedPtr loaded(MriRow row) const;
  /// Why the row's image could not be read, or nothing.
  [[nodiscard]] const Error* failure(MriRow row) const;

  [[nodiscard]] const WindowChoice& windowChoice(MriRow row) const { return rowOf(row).window; }
  /// Sets the window of a row, and of the other too where it shows the same contrast.
  void setWindow(MriRow row, const WindowChoice& choice);

  [[nodiscard]] const Affine3& shownFromCurrent(MriRow row) const { return rowOf(row).shownFromCurrent; }
  [[nodiscard]] const Affine3& currentFromShown(MriRow row) const { return rowOf(row).currentFromShown; }
  /// Where the row's mask lies, or nothing where no map leads to it.
  [[nodiscard]] const std::optional<Affine3>& maskFromShown(MriRow row) const { return rowOf(row).maskFromShown; }
  [[nodiscard]] std::optional<LpsPoint> place(MriRow row) const;
  void setPlace(MriRow row, LpsPoint shown);
  /// The nearest voxel's value of each image of the row's visit that has been read.
  [[nodiscard]] std::vector<LayerValue> valuesAt(MriRow row, LpsPoint shown) const;
  /// The lesion at a place, or nothing.
  [[nodiscard]] std::optional<std::int64_t> lesionAt(MriRow row, LpsPoint shown) const;

  /// None while it is being read.
  [[nodiscard]] const std::shared_ptr<const LesionPair>& lesions() const { return m_lesions; }
  [[nodiscard]] const std::optional<Error>& lesionFailure() const { return m_lesionFailure; }
  [[nodiscard]] const std::shared_ptr<const LesionScene>& scene() const { return m_scene; }
  [[nodiscard]] std::optional<std::int64_t> selected() const { return m_selected; }
  /// Selects a lesion and moves the place to it.
  void select(std::optional<std::int64_t> label);

  [[nodiscard]] bool isSettled() const;

Q_SIGNALS:
  /// Other visits, images or windows are shown.
  void rowsChanged();
  /// An image has been read or could not be.
  void loadedChanged();
  void placeChanged();
  /// Lesions were read, or are being read.
  void lesionsChanged();
  void sceneChanged();
  void selectionChanged();
  /// isSettled() may have become true.
  void settled();

private:
  struct Row {
    std::optional<std::size_t> visit;
    std::size_t image = 0;
    WindowChoice window;
    Affine3 shownFromCurrent;
    Affine3 currentFromShown;
    std::optional<Affine3> maskFromShown;
    std::vector<std::optional<Affine3>> imageFromShown;
  };

  [[nodiscard]] const Row& rowOf(MriRow row) const { return m_rows[static_cast<std::size_t>(row)]; }
  [[nodiscard]] Row& rowOf(MriRow row) { return m_rows[static_cast<std::size_t>(row)]; }
  void followTime();
  void showVisits(std::size_t current, std::optional<std::size_t> comparator);
  void updateMaps();
  void readImages();
  void readLesions();
  void makeScene();
  [[nodiscard]] const VisitMask* maskOf(MriRow row) const;
  [[nodiscard]] const storage::PersonImages& images() const { return m_study.patient()->images; }

  VolumeReader m_reader;
  TimeCursor& m_time;
  AnatomyCursor& m_anatomy;
  VolumeStore m_volumes;
  JobScope m_lesionJobs;
  JobScope m_sceneJobs;
  Study m_study;
  std::array<Row, 2> m_rows;
  VisitLink m_link;
  bool m_beforeFirst = false;
  std::shared_ptr<const LesionPair> m_lesions;
  std::optional<Error> m_lesionFailure;
  std::shared_ptr<const LesionScene> m_scene;
  std::optional<std::int64_t> m_selected;
};

} // namespace facet::workspace
