#include <facet/rendering/view_geometry.h>
#include <facet/workspace/mri_model.h>

#include <algorithm>
#include <cmath>

namespace facet::workspace {

using storage::StoredImage;

namespace {

lesions::LabelInput inputOf(const StoredImage& mask) {
  if (mask.name.ends_with("_dseg")) {
    return lesions::LabelInput::Labels;
  }
  return mask.name.ends_with("_mask") ? lesions::LabelInput::Mask : lesions::LabelInput::ByContent;
}

Result<std::optional<VisitMask>> readMask(const VolumeReader& reader, const std::optional<StoredImage>& mask,
                                          Progress& progress) {
  if (!mask) {
    return std::optional<VisitMask>();
  }
  const Result<imaging::Volume> volume = reader(*mask, progress);
  if (!volume) {
    return volume.error();
  }
  Result<lesions::LabelledLesions> labelled =
      lesions::labelLesions(*volume, inputOf(*mask), lesions::Connectivity::Six, {}, progress);
  if (!labelled) {
    Error error = labelled.error();
    if (error.subject.empty()) {
      error.subject = mask->name;
    }
    return error;
  }
  return std::optional(VisitMask{std::move(labelled).value(), mask->madeBy});
}

std::optional<StoredImage> copyOf(const StoredImage* image) {
  return image == nullptr ? std::nullopt : std::optional(*image);
}

/// The image of a visit from which a brain can be told, or nothing.
const StoredImage* outlineSource(const StudyVisit& visit) {
  for (const char* sequence : {"T1w", "FLAIR", "T2w"}) {
    for (const StoredImage* image : visit.images) {
      if (image->sequence == sequence) {
        return image;
      }
    }
  }
  return nullptr;
}

std::optional<IjkIndex> voxelAt(const imaging::Grid& grid, LpsPoint at) {
  const std::optional<Affine3> ijkFromLps = grid.lpsFromIjk.inverse();
  if (!ijkFromLps) {
    return std::nullopt;
  }
  const Vec3 ijk = (*ijkFromLps)(asVec(at));
  // Far outside, the conversion to whole numbers would not be defined.
  constexpr double kFar = 1e9;
  if (!(std::abs(ijk.x) < kFar && std::abs(ijk.y) < kFar && std::abs(ijk.z) < kFar)) {
    return std::nullopt;
  }
  const IjkIndex voxel = {std::llround(std::floor(ijk.x + 0.5)), std::llround(std::floor(ijk.y + 0.5)),
                          std::llround(std::floor(ijk.z + 0.5))};
  return grid.size.contains(voxel) ? std::optional(voxel) : std::nullopt;
}

} // namespace

MriModel::MriModel(JobRunner& jobs, const VolumeReader& reader, TimeCursor& time, AnatomyCursor& anatomy,
                   QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_time(time)
    , m_anatomy(anatomy)
    , m_volumes(jobs, reader, {}, this)
    , m_lesionJobs(jobs)
    , m_sceneJobs(jobs) {
  connect(&time, &TimeCursor::dayChanged, this, &MriModel::followTime);
  connect(&anatomy, &AnatomyCursor::pointChanged, this, &MriModel::placeChanged);
  connect(&m_volumes, &VolumeStore::changed, this, [this] {
    Q_EMIT loadedChanged();
    Q_EMIT settled();
  });
}

void MriModel::setPatient(const PatientPtr& patient) {
  m_volumes.clear();
  m_lesionJobs.restart();
  m_sceneJobs.restart();
  m_lesions.reset();
  m_lesionFailure.reset();
  m_scene.reset();
  m_selected.reset();
  m_rows = {};
  m_study = patient ? Study(patient) : Study();
  m_beforeFirst = false;
  if (m_study.visits().empty()) {
    m_anatomy.setPoint(std::nullopt);
    Q_EMIT rowsChanged();
    Q_EMIT lesionsChanged();
    Q_EMIT settled();
    return;
  }
  followTime();
}

const StudyVisit* MriModel::visit(MriRow row) const {
  const std::optional<std::size_t>& index = rowOf(row).visit;
  return index ? &m_study.visits()[*index] : nullptr;
}

const StoredImage* MriModel::image(MriRow row) const {
  const StudyVisit* shown = visit(row);
  return shown == nullptr ? nullptr : shown->images[rowOf(row).image];
}

const StoredImage* MriModel::mask(MriRow row) const {
  const StudyVisit* shown = visit(row);
  return shown == nullptr || shown->masks.empty() ? nullptr : shown->masks.front();
}

void MriModel::followTime() {
  if (m_study.visits().empty()) {
    return;
  }
  std::size_t current = *m_study.newestVisit();
  m_beforeFirst = false;
  if (m_time.day() && m_study.visits()[current].date) {
    const std::optional<std::size_t> at = m_study.visitAt(*m_time.day());
    m_beforeFirst = !at;
    current = at.value_or(0);
  }
  if (visitIndex(MriRow::Current) != current) {
    showVisits(current, current > 0 ? std::optional(current - 1) : std::nullopt);
  } else {
    Q_EMIT rowsChanged();
  }
}

void MriModel::chooseVisit(MriRow row, std::size_t index) {
  if (visitIndex(row) == index || index >= m_study.visits().size()) {
    return;
  }
  if (row == MriRow::Comparator) {
    if (index < *visitIndex(MriRow::Current)) {
      showVisits(*visitIndex(MriRow::Current), index);
    }
    return;
  }
  m_beforeFirst = false;
  showVisits(index, index > 0 ? std::optional(index - 1) : std::nullopt);
  const std::optional<PartialDate>& date = m_study.visits()[index].date;
  if (date) {
    m_time.setDay(date->latest());
  }
}

/// Shows other visits; contrast, window and place are kept as far as the other visit has them.
void MriModel::showVisits(std::size_t current, std::optional<std::size_t> comparator) {
  const std::vector<StudyVisit>& visits = m_study.visits();
  std::optional<LpsPoint> place = m_anatomy.point();
  const StudyVisit* before = visit(MriRow::Current);
  if (place && before != nullptr && before != &visits[current]) {
    place = asLps(linkVisits(images(), *before, visits[current]).targetFromSource(asVec(*place)));
  }
  const std::array<std::optional<std::size_t>, 2> indices = {current, comparator};
  for (const MriRow row : kMriRows) {
    Row& shown = rowOf(row);
    const std::optional<std::size_t>& index = indices[static_cast<std::size_t>(row)];
    const StoredImage* like = image(row) != nullptr ? image(row) : image(MriRow::Current);
    shown.image = index && like != nullptr ? imageLike(visits[*index], *like) : 0;
    shown.visit = index;
  }
  m_selected.reset();
  m_link = comparator ? linkVisits(images(), visits[current], visits[*comparator]) : VisitLink{};
  updateMaps();
  const StoredImage& reference = *visits[current].images.front();
  if (!place || !voxelAt(reference.grid, *place)) {
    place = rendering::centreOf(reference.grid);
  }
  readImages();
  readLesions();
  Q_EMIT rowsChanged();
  Q_EMIT selectionChanged();
  m_anatomy.setPoint(place);
  Q_EMIT placeChanged();
}

void MriModel::chooseImage(MriRow row, std::size_t index) {
  const StudyVisit* shown = visit(row);
  if (shown == nullptr || index >= shown->images.size() || rowOf(row).image == index) {
    return;
  }
  rowOf(row).image = index;
  rowOf(row).window = {};
  updateMaps();
  readImages();
  Q_EMIT rowsChanged();
  Q_EMIT placeChanged();
}

void MriModel::updateMaps() {
  const StudyVisit* current = visit(MriRow::Current);
  for (const MriRow row : kMriRows) {
    const StudyVisit* shown = visit(row);
    if (shown == nullptr) {
      continue;
    }
    Row& r = rowOf(row);
    const StoredImage& displayed = *image(row);
    const Affine3 visitFromCurrent = shown == current ? Affine3{} : m_link.targetFromSource;
    // Images of one visit that nothing links are shown at the same millimetres.
    const Affine3 displayedFromVisit = knownMap(images(), *shown->images.front(), displayed).value_or(Affine3{});
    r.shownFromCurrent = compose(displayedFromVisit, visitFromCurrent);
    r.currentFromShown = r.shownFromCurrent.inverse().value_or(Affine3{});
    r.maskFromShown = mask(row) != nullptr ? knownMap(images(), displayed, *mask(row)) : std::nullopt;
    r.imageFromShown.clear();
    for (const StoredImage* other : shown->images) {
      r.imageFromShown.push_back(knownMap(images(), displayed, *other));
    }
  }
}

void MriModel::readImages() {
  std::vector<const StoredImage*> shown;
  std::vector<const StoredImage*> others;
  for (const MriRow row : kMriRows) {
    if (image(row) != nullptr) {
      shown.push_back(image(row));
    }
  }
  for (const MriRow row : kMriRows) {
    if (const StudyVisit* of = visit(row)) {
      std::copy_if(of->images.begin(), of->images.end(), std::back_inserter(others),
                   [&](const StoredImage* other) { return other != image(row); });
    }
  }
  m_volumes.want(shown, others);
}

LoadedPtr MriModel::loaded(MriRow row) const {
  return image(row) == nullptr ? nullptr : m_volumes.find(*image(row));
}

const Error* MriModel::failure(MriRow row) const {
  return image(row) == nullptr ? nullptr : m_volumes.failure(*image(row));
}

void MriModel::setWindow(MriRow row, const WindowChoice& choice) {
  for (const MriRow other : kMriRows) {
    const bool alike = image(other) != nullptr && image(row) != nullptr &&
                       image(other)->sequence == image(row)->sequence && !image(row)->sequence.empty();
    if (other == row || alike) {
      rowOf(other).window = choice;
    }
  }
  Q_EMIT rowsChanged();
}

std::optional<LpsPoint> MriModel::place(MriRow row) const {
  if (!m_anatomy.point() || !rowOf(row).visit) {
    return std::nullopt;
  }
  return asLps(shownFromCurrent(row)(asVec(*m_anatomy.point())));
}

void MriModel::setPlace(MriRow row, LpsPoint shown) {
  m_anatomy.setPoint(asLps(currentFromShown(row)(asVec(shown))));
}

std::vector<LayerValue> MriModel::valuesAt(MriRow row, LpsPoint shown) const {
  std::vector<LayerValue> values;
  const StudyVisit* of = visit(row);
  if (of == nullptr) {
    return values;
  }
  for (std::size_t n = 0; n < of->images.size(); ++n) {
    const std::optional<Affine3>& map = rowOf(row).imageFromShown[n];
    const LoadedPtr loaded = m_volumes.find(*of->images[n]);
    if (!map || !loaded) {
      continue;
    }
    LayerValue value = {of->images[n], std::nullopt};
    if (const auto voxel = voxelAt(loaded->volume.grid(), asLps((*map)(asVec(shown))))) {
      value.value = loaded->volume.valueAt(*voxel);
    }
    values.push_back(value);
  }
  return values;
}

const VisitMask* MriModel::maskOf(MriRow row) const {
  if (!m_lesions) {
    return nullptr;
  }
  const std::optional<VisitMask>& mask = row == MriRow::Current ? m_lesions->after : m_lesions->before;
  return mask ? &*mask : nullptr;
}

std::optional<std::int64_t> MriModel::lesionAt(MriRow row, LpsPoint shown) const {
  const VisitMask* mask = maskOf(row);
  const std::optional<Affine3>& map = maskFromShown(row);
  if (mask == nullptr || !map) {
    return std::nullopt;
  }
  const imaging::Volume& labels = mask->lesions.labels;
  const auto voxel = voxelAt(labels.grid(), asLps((*map)(asVec(shown))));
  const std::int64_t label = voxel ? std::llround(labels.valueAt(*voxel)) : 0;
  return label > 0 ? std::optional(label) : std::nullopt;
}

void MriModel::select(std::optional<std::int64_t> label) {
  if (label && (!m_lesions || m_lesions->rowOf(*label) == nullptr)) {
    label.reset();
  }
  if (label == m_selected) {
    return;
  }
  m_selected = label;
  // The lesion's own place, at the current visit where it is seen there.
  for (const MriRow row : kMriRows) {
    const VisitMask* mask = maskOf(row);
    const lesions::LesionShape* shape = label && mask != nullptr ? mask->shapeOf(*label) : nullptr;
    if (shape == nullptr || !maskFromShown(row)) {
      continue;
    }
    const Affine3 shownFromMask = maskFromShown(row)->inverse().value_or(Affine3{});
    setPlace(row, asLps(shownFromMask(asVec(shape->centroid))));
    break;
  }
  Q_EMIT selectionChanged();
}

void MriModel::readLesions() {
  m_lesionJobs.restart();
  m_sceneJobs.restart();
  m_lesions.reset();
  m_lesionFailure.reset();
  m_scene.reset();
  Q_EMIT lesionsChanged();
  Q_EMIT sceneChanged();
  const Comparator comparator = visit(MriRow::Comparator) != nullptr ? Comparator::Visit : Comparator::None;
  m_lesionJobs.run(
      {FACET_TEXT("workspace", "Measuring lesions")},
      [reader = m_reader, before = copyOf(mask(MriRow::Comparator)), after = copyOf(mask(MriRow::Current)),
       comparator](Progress& progress) -> Result<std::shared_ptr<const LesionPair>> {
        PartProgress first(progress, 0, 0.5);
        Result<std::optional<VisitMask>> afterMask = readMask(reader, after, first);
        if (!afterMask) {
          return afterMask.error();
        }
        PartProgress second(progress, 0.5, 1);
        Result<std::optional<VisitMask>> beforeMask = readMask(reader, before, second);
        if (!beforeMask) {
          return beforeMask.error();
        }
        return std::make_shared<const LesionPair>(
            pairLesions(std::move(beforeMask).value(), std::move(afterMask).value(), comparator));
      },
      [this](const Result<std::shared_ptr<const LesionPair>>& result) {
        if (result) {
          m_lesions = *result;
          makeScene();
        } else {
          m_lesionFailure = result.error();
        }
        Q_EMIT lesionsChanged();
        Q_EMIT settled();
      });
}

void MriModel::makeScene() {
  const StudyVisit& current = *visit(MriRow::Current);
  const StoredImage& reference = *current.images.front();
  const auto toCurrent = [&](const StoredImage* image) {
    return image == nullptr ? std::nullopt : knownMap(images(), *image, reference);
  };
  LesionSceneInput input;
  input.pair = m_lesions;
  input.currentFromAfter = toCurrent(mask(MriRow::Current));
  const StudyVisit* comparator = visit(MriRow::Comparator);
  if (comparator != nullptr && mask(MriRow::Comparator) != nullptr && m_link.kind != LinkKind::Proportion) {
    const auto visitFromMask = knownMap(images(), *mask(MriRow::Comparator), *comparator->images.front());
    const auto currentFromVisit = m_link.targetFromSource.inverse();
    if (visitFromMask && currentFromVisit) {
      input.currentFromBefore = compose(*currentFromVisit, *visitFromMask);
    }
  }
  input.brainMask = copyOf(current.brainMask);
  input.currentFromBrainMask = toCurrent(current.brainMask);
  const StoredImage* outline = outlineSource(current);
  if (const auto map = toCurrent(outline)) {
    input.outline = *outline;
    input.currentFromOutline = *map;
  }
  m_sceneJobs.run(
      {FACET_TEXT("workspace", "Drawing the lesions in 3D")},
      [input, reader = m_reader](Progress& progress) { return makeLesionScene(input, reader, progress); },
      [this](const Result<std::shared_ptr<const LesionScene>>& result) {
        if (result) {
          m_scene = *result;
        }
        Q_EMIT sceneChanged();
        Q_EMIT settled();
      });
}

bool MriModel::isSettled() const {
  return !m_volumes.isBusy() && !m_lesionJobs.isBusy() && !m_sceneJobs.isBusy();
}

} // namespace facet::workspace
