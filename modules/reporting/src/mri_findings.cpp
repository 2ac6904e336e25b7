#include "loaded_scan.h"
#include "scan_choice.h"

#include <facet/reporting/mri_findings.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace facet::reporting {
namespace {

using lesions::ChangeStatus;
using lesions::LabelInput;
using lesions::LabelMeaning;
using storage::StoredImage;

/// The order of the table: what changed first.
constexpr std::array kOrder = {ChangeStatus::New,         ChangeStatus::Enlarging,
                               ChangeStatus::Shrinking,   ChangeStatus::NoLongerVisible,
                               ChangeStatus::WithinError, ChangeStatus::Stable};

LabelInput inputOf(const StoredImage& mask) {
  if (mask.name.ends_with("_mask")) {
    return LabelInput::Mask;
  }
  return mask.name.ends_with("_dseg") ? LabelInput::Labels : LabelInput::ByContent;
}

/// Reads one image; where that fails, says so in `notices` and returns nothing. Cancelling is passed on.
Result<std::optional<imaging::Volume>> readOne(const StoredImage& image, const workspace::VolumeReader& read,
                                               std::vector<Notice>& notices, Progress& progress) {
  auto volume = read(image, progress);
  if (volume) {
    return std::optional(*std::move(volume));
  }
  if (volume.error().code == ErrorCode::Cancelled) {
    return volume.error();
  }
  notices.push_back({image.name, volume.error().reason, volume.error().place});
  return std::optional<imaging::Volume>();
}

Result<std::optional<LoadedScan>> load(const ScanChoice& choice, const lesions::CountingRule& rule,
                                       const workspace::VolumeReader& read, std::vector<Notice>& notices,
                                       Progress& progress) {
  PartProgress imagePart(progress, 0, 0.5);
  auto image = readOne(*choice.image, read, notices, imagePart);
  if (!image) {
    return image.error();
  }
  if (!*image) {
    return std::optional<LoadedScan>();
  }
  LoadedScan scan{**image, imaging::defaultWindow(**image), std::nullopt};
  if (choice.mask != nullptr) {
    PartProgress maskPart(progress, 0.5, 0.8);
    auto mask = readOne(*choice.mask, read, notices, maskPart);
    if (!mask) {
      return mask.error();
    }
    if (*mask) {
      PartProgress measuring(progress, 0.8, 1);
      auto lesions = lesions::labelLesions(**mask, inputOf(*choice.mask), lesions::Connectivity::Six, rule, measuring);
      if (lesions) {
        scan.lesions = *std::move(lesions);
      } else if (lesions.error().code == ErrorCode::Cancelled) {
        return lesions.error();
      } else {
        notices.push_back({choice.mask->name, lesions.error().reason, lesions.error().place});
      }
    }
  }
  return std::optional(std::move(scan));
}

ScanFinding findingOf(const ScanChoice& choice, const LoadedScan& scan) {
  ScanFinding finding;
  finding.session = *choice.session;
  finding.image = *choice.image;
  if (scan.lesions) {
    finding.mask = *choice.mask;
    finding.meaning = scan.lesions->meaning;
    finding.counts = scan.lesions->counts;
  }
  return finding;
}

Comparison comparisonOf(const MriFindings& findings) {
  if (!findings.earlier) {
    return Comparison::OneScan;
  }
  if (!findings.earlier->mask || !findings.later->mask) {
    return Comparison::NoMask;
  }
  if (findings.earlier->meaning != LabelMeaning::Identity || findings.later->meaning != LabelMeaning::Identity) {
    return Comparison::NoIdentity;
  }
  return findings.earlier->mask->madeBy == findings.later->mask->madeBy ? Comparison::Compared
                                                                        : Comparison::OtherReader;
}

std::ptrdiff_t orderOf(ChangeStatus status) {
  return std::find(kOrder.begin(), kOrder.end(), status) - kOrder.begin();
}

double largest(const lesions::LesionChange& change) {
  return std::max(change.beforeMm3.value_or(0), change.afterMm3.value_or(0));
}

void compare(MriFindings& findings, const LoadedScan& earlier, const LoadedScan& later) {
  const lesions::VisitLesions before{earlier.lesions->shapes, earlier.lesions->labels.grid()};
  const lesions::VisitLesions after{later.lesions->shapes, later.lesions->labels.grid()};
  findings.noise = lesions::estimatePairNoise(before, after, findings.rule);
  for (const lesions::LesionChange& change : lesions::compareVisits(before, after, findings.noise, findings.rule)) {
    if (!change.counted) {
      continue;
    }
    const lesions::LesionShape* shape = later.shapeOf(change.label);
    shape = shape != nullptr ? shape : earlier.shapeOf(change.label);
    findings.lesions.push_back({change, shape->centroid, shape->longestDiameterMm});
  }
  std::stable_sort(findings.lesions.begin(), findings.lesions.end(), [](const auto& a, const auto& b) {
    const auto x = orderOf(a.change.status);
    const auto y = orderOf(b.change.status);
    return x != y ? x < y : largest(a.change) > largest(b.change);
  });
}

/// The lesions of the later scan alone.
void list(MriFindings& findings, const LoadedScan& later) {
  for (const lesions::LesionShape& shape : later.lesions->shapes) {
    if (lesions::isCountedLesion(shape, later.lesions->labels.grid(), findings.rule.counting)) {
      lesions::LesionChange change;
      change.label = shape.label;
      change.afterMm3 = shape.volumeMm3;
      change.counted = true;
      findings.lesions.push_back({change, shape.centroid, shape.longestDiameterMm});
    }
  }
  std::stable_sort(findings.lesions.begin(), findings.lesions.end(),
                   [](const auto& a, const auto& b) { return *a.change.afterMm3 > *b.change.afterMm3; });
}

} // namespace

Result<MriFindings> readMri(const workspace::Patient& patient, const workspace::VolumeReader& read,
                            Progress& progress) {
  progress.setStep(FACET_TEXT("reporting", "Reading the images"));
  MriFindings findings;
  ScanChoices choices = chooseScans(patient);
  std::optional<LoadedScan> earlier;
  std::optional<LoadedScan> later;
  const auto take = [&](std::optional<ScanChoice>& choice, std::optional<LoadedScan>& scan,
                        std::optional<ScanFinding>& finding, double begin, double end) -> Result<void> {
    if (!choice) {
      return {};
    }
    PartProgress part(progress, begin, end);
    auto loaded = load(*choice, findings.rule.counting, read, findings.notices, part);
    if (!loaded) {
      return loaded.error();
    }
    scan = *std::move(loaded);
    if (scan) {
      finding = findingOf(*choice, *scan);
    }
    return {};
  };
  if (const auto taken = take(choices.earlier, earlier, findings.earlier, 0, 0.4); !taken) {
    return taken.error();
  }
  if (const auto taken = take(choices.later, later, findings.later, 0.4, 0.8); !taken) {
    return taken.error();
  }
  if (!later && earlier) {
    // The last scan could not be read: the one before stands alone.
    later = std::move(earlier);
    earlier.reset();
    findings.later = std::move(findings.earlier);
    findings.earlier.reset();
  }
  if (!later) {
    return findings;
  }
  findings.comparison = comparisonOf(findings);
  if (findings.comparison == Comparison::Compared) {
    compare(findings, *earlier, *later);
  } else if (later->lesions) {
    list(findings, *later);
  }
  if (progress.stopRequested()) {
    return cancelledError();
  }
  progress.setStep(FACET_TEXT("reporting", "Drawing the images"));
  addKeyPlaces(findings, patient.images.transforms, earlier ? &*earlier : nullptr, *later);
  progress.setFraction(1);
  return findings;
}

} // namespace facet::reporting
