#include "bids_files.h"
#include "head_render.h"
#include "head_scene.h"
#include "head_shape.h"
#include "lesion_masks.h"

#include <facet/core/parallel.h>

#include <algorithm>

namespace facet::synthetic {
namespace {

/// One patient's scans, one after the other.
class PatientWriter {
public:
  PatientWriter(const HeadAtlas& atlas, const VentricleSlope& ventricles, const PatientScans& patient,
                const PhantomFolders& folders, PhantomDetail detail)
      : m_atlas(atlas)
      , m_ventricles(ventricles)
      , m_patient(patient)
      , m_folders(folders)
      , m_detail(detail) {}

  Result<PhantomTruth> run(Progress& progress) {
    auto lesions = planLesions(m_atlas, m_patient);
    if (!lesions) {
      return lesions.error();
    }
    m_lesions = std::move(*lesions);
    m_truth.subject = m_patient.subject;
    measure();
    const double scans = static_cast<double>(m_patient.scans.size());
    for (std::size_t scan = 0; scan < m_patient.scans.size(); ++scan) {
      PartProgress part(progress, static_cast<double>(scan) / scans, static_cast<double>(scan + 1) / scans);
      if (const auto written = writeScan(scan, part); !written) {
        return written.error();
      }
      part.setFraction(1);
    }
    return std::move(m_truth);
  }

private:
  [[nodiscard]] ShapeTraits traitsAt(std::size_t scan) const {
    const ScanPlan& first = m_patient.scans.front();
    return {.seed = m_patient.seed,
            .sex = m_patient.sex,
            .ageAtFirstScan = first.ageYears,
            .yearsSinceFirstScan = yearsBetween(first.date, m_patient.scans[scan].date)};
  }

  /// Volumes are those in the head at the first scan, so that a stable lesion keeps its volume exactly.
  void measure() {
    if (m_patient.scans.empty()) {
      return;
    }
    const HeadShape shape(m_ventricles, traitsAt(0));
    const std::size_t scans = m_patient.scans.size();
    m_truth.lesions.resize(m_lesions.size());
    parallelFor(m_lesions.size(), 1, [&](std::size_t l, std::size_t) {
      LesionTruth& truth = m_truth.lesions[l];
      truth.id = m_lesions[l].id;
      truth.site = m_lesions[l].site;
      truth.inReadersMask.resize(scans, false);
      for (std::size_t scan = 0; scan < scans; ++scan) {
        const LesionState& state = m_lesions[l].states[scan];
        const bool same = state.status == LesionStatus::Stable;
        truth.volumeMm3.push_back(same ? truth.volumeMm3.back() : lesionVolumeMm3(m_atlas, shape, m_lesions[l], scan));
        truth.status.push_back(state.status);
        truth.enhancing.push_back(state.uptake != Uptake::None);
      }
    });
  }

  Result<void> writeScan(std::size_t scan, Progress& progress) {
    const ScanPlan& plan = m_patient.scans[scan];
    const ShapeTraits traits = traitsAt(scan);
    const HeadShape shape(m_ventricles, traits);
    const double widening =
        std::clamp((traits.ageAtFirstScan - 30) * 0.026, -0.15, 1.0) + 0.05 * traits.yearsSinceFirstScan;
    const TissueContrast contrast(m_atlas, {.seed = m_patient.seed,
                                            .ageYears = plan.ageYears,
                                            .sulcalWidening = widening,
                                            .fieldTesla = plan.scanner.fieldTesla});
    const HeadScene scene(m_atlas, contrast, m_lesions, scan);
    progress.setFraction(0.1);
    std::vector<Channel> channels = {Channel::T1w, Channel::T2w, Channel::Flair};
    if (plan.gadolinium == Gadolinium::Given) {
      channels.push_back(Channel::T1wEnhanced);
    }
    // Contrasts on one grid are drawn in one go: all in 3D, in 2D the T1w with and without contrast agent.
    std::vector<std::vector<Channel>> passes = {channels};
    if (plan.protocol == Protocol::Thick2D) {
      passes = {{Channel::T1w}, {Channel::T2w}, {Channel::Flair}};
      if (plan.gadolinium == Gadolinium::Given) {
        passes.front().push_back(Channel::T1wEnhanced);
      }
    }
    for (const std::vector<Channel>& pass : passes) {
      if (const auto drawn = draw(scan, scene, shape, pass, progress); !drawn) {
        return drawn;
      }
    }
    progress.setFraction(0.9);
    return drawMasks(scan, shape, progress);
  }

  Result<void> draw(std::size_t scan, const HeadScene& scene, const HeadShape& shape, std::span<const Channel> channels,
                    Progress& progress) {
    const ScanPlan& plan = m_patient.scans[scan];
    const auto contrast = static_cast<std::size_t>(channels.front());
    const ImageGeometry geometry = geometryOf(plan.protocol, m_detail, m_patient.seed, scan, contrast);
    auto images = renderChannels(
        scene, shape, geometry, headFromScannerOn(m_patient.seed, scan), channels,
        {.seed = m_patient.seed, .scan = scan, .fieldTesla = plan.scanner.fieldTesla, .motion = plan.motion}, progress);
    if (!images) {
      return images.error();
    }
    const SessionFiles files{m_patient, plan, scan, m_folders};
    for (std::size_t n = 0; n < channels.size(); ++n) {
      const auto volume = imaging::makeVolume(geometry.grid, std::move((*images)[n]));
      if (!volume) {
        return volume.error();
      }
      NullProgress quiet;
      if (const auto written = writeScanImage(files, *volume, channels[n], geometry.sliceThicknessMm, quiet);
          !written) {
        return written;
      }
      if (progress.stopRequested()) {
        return cancelledError();
      }
    }
    return {};
  }

  Result<void> drawMasks(std::size_t scan, const HeadShape& shape, Progress& progress) {
    const ScanPlan& plan = m_patient.scans[scan];
    const ImageGeometry geometry =
        geometryOf(plan.protocol, m_detail, m_patient.seed, scan, static_cast<std::size_t>(Channel::Flair));
    const MaskGrid grid{m_atlas, shape, geometry, headFromScannerOn(m_patient.seed, scan)};
    const auto exact = exactMask(grid, m_lesions, scan);
    if (!exact) {
      return exact.error();
    }
    std::vector<double> volumes;
    for (const LesionTruth& lesion : m_truth.lesions) {
      volumes.push_back(lesion.volumeMm3[scan]);
    }
    const auto reader = readersMask(grid, m_lesions, scan, m_patient.seed, volumes);
    if (!reader) {
      return reader.error();
    }
    for (std::size_t l = 0; l < m_lesions.size(); ++l) {
      m_truth.lesions[l].inReadersMask[scan] = reader->seen[l];
    }
    report(scan);
    if (progress.stopRequested()) {
      return cancelledError();
    }
    NullProgress quiet;
    return writeMasks({m_patient, plan, scan, m_folders}, reader->map, *exact, m_truth.lesions, quiet);
  }

  void report(std::size_t scan) {
    const ScanPlan& plan = m_patient.scans[scan];
    ScanReport report;
    report.session = plan.session;
    report.bidsSession = "sub-" + m_patient.subject + "/ses-" + plan.session;
    report.regions = {"brain"};
    int appeared = 0;
    int enlarging = 0;
    int enhancing = 0;
    for (const LesionTruth& lesion : m_truth.lesions) {
      if (!lesion.inReadersMask[scan]) {
        continue;
      }
      ++report.lesions;
      const bool before = scan > 0 && lesion.inReadersMask[scan - 1];
      appeared += before ? 0 : 1;
      enlarging += before && lesion.status[scan] == LesionStatus::Enlarging ? 1 : 0;
      enhancing += lesion.enhancing[scan] ? 1 : 0;
    }
    if (scan > 0) {
      report.newT2 = appeared;
      report.enlargingT2 = enlarging;
    }
    if (plan.gadolinium == Gadolinium::Given) {
      report.enhancing = enhancing;
    }
    m_truth.reports.push_back(std::move(report));
  }

  const HeadAtlas& m_atlas;
  const VentricleSlope& m_ventricles;
  const PatientScans& m_patient;
  const PhantomFolders& m_folders;
  PhantomDetail m_detail;
  std::vector<PlannedLesion> m_lesions;
  PhantomTruth m_truth;
};

} // namespace

Result<std::vector<PhantomTruth>> writePhantoms(std::span<const PatientScans> patients, const PhantomFolders& folders,
                                                PhantomDetail detail, Progress& progress) {
  if (const auto checked = checkPlan(patients); !checked) {
    return checked.error();
  }
  const auto atlas = loadHeadAtlas(detail, progress);
  if (!atlas) {
    return atlas.error();
  }
  const VentricleSlope ventricles(*atlas);
  std::vector<PhantomTruth> truth;
  for (std::size_t p = 0; p < patients.size(); ++p) {
    progress.setStep(FACET_TEXT("synthetic", "Drawing the MRI of sub-%1").with(patients[p].subject));
    const double count = static_cast<double>(patients.size());
    PartProgress part(progress, static_cast<double>(p) / count, static_cast<double>(p + 1) / count);
    auto written = PatientWriter(*atlas, ventricles, patients[p], folders, detail).run(part);
    if (!written) {
      return written.error();
    }
    truth.push_back(std::move(*written));
  }
  if (const auto written = writeTables(patients, folders); !written) {
    return written.error();
  }
  if (const auto written = writeTruthTable(patients, truth, folders); !written) {
    return written.error();
  }
  return truth;
}

} // namespace facet::synthetic
