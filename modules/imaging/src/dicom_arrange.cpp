#include "dicom_stack.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace facet::imaging {
namespace {

using Frames = std::vector<DicomFrame>;

double rounded(double value) {
  return std::round(value * 1000) / 1000;
}

/// "at 12.5 mm along the stack", for messages.
Message placeOf(const DicomFrame& frame) {
  return FACET_TEXT("imaging", "at %1 mm along the stack").with(rounded(frame.height));
}

/// How many even steps lie between neighbours, or nothing where the distances are no multiples of one step.
std::optional<std::vector<std::int64_t>> stepsBetween(const Frames& frames, double step) {
  std::vector<std::int64_t> steps;
  std::int64_t total = 0;
  for (std::size_t at = 1; at < frames.size(); ++at) {
    const double gap = frames[at].height - frames[at - 1].height;
    const double count = std::round(gap / step);
    if (count < 1 || std::abs(gap - count * step) > 0.1 * step || count > 1e6) {
      return std::nullopt;
    }
    steps.push_back(static_cast<std::int64_t>(count));
    total += steps.back();
  }
  // More gaps than images is no volume with missing slices.
  return total + 1 <= static_cast<std::int64_t>(2 * frames.size()) ? std::optional(steps) : std::nullopt;
}

double medianGap(const Frames& frames) {
  std::vector<double> gaps;
  for (std::size_t at = 1; at < frames.size(); ++at) {
    gaps.push_back(frames[at].height - frames[at - 1].height);
  }
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

/// A stack being arranged.
struct Arranging {
  DicomStack& stack;
  std::span<const DicomHeader> headers;

  [[nodiscard]] const std::string& nameOf(const DicomFrame& frame) const { return headers[frame.file].name; }
  void tell(const DicomFrame& frame, Message reason, Message place = {}) const {
    stack.notices.push_back({nameOf(frame), std::move(reason), std::move(place)});
  }
};

void tellMissing(const Arranging& a, const std::vector<std::int64_t>& steps) {
  constexpr std::size_t kMost = 5;
  const Frames& frames = a.stack.frames;
  std::size_t told = 0;
  std::int64_t untold = 0;
  for (std::size_t at = 0; at < steps.size(); ++at) {
    if (steps[at] == 1) {
      continue;
    }
    if (++told > kMost) {
      untold += steps[at] - 1;
      continue;
    }
    a.tell(frames[at],
           steps[at] == 2 ? FACET_TEXT("imaging", "the slice between it and %1 is missing and was left empty")
                                .with(a.nameOf(frames[at + 1]))
                          : FACET_TEXT("imaging", "%2 slices between it and %1 are missing and were left empty")
                                .with(a.nameOf(frames[at + 1]), steps[at] - 1),
           placeOf(frames[at]));
  }
  if (untold > 0) {
    a.tell(frames.back(), FACET_TEXT("imaging", "%1 more slices are missing at %2 places and were left empty")
                              .with(untold, told - kMost));
  }
}

/// The pair of neighbours whose distance is furthest from `step`.
std::size_t oddestGap(const Frames& frames, double step) {
  std::size_t oddest = 1;
  double most = 0;
  for (std::size_t at = 1; at < frames.size(); ++at) {
    const double off = std::abs(frames[at].height - frames[at - 1].height - step);
    if (off > most) {
      most = off;
      oddest = at;
    }
  }
  return oddest;
}

/// How far the images lie from even steps between the first and the last, at most. Units: mm.
double unevennessMm(const Frames& frames, const std::vector<std::int64_t>& steps, double step) {
  double most = 0;
  std::int64_t index = 0;
  for (std::size_t at = 1; at < frames.size(); ++at) {
    index += steps[at - 1];
    most = std::max(most, std::abs(frames[at].height - frames[0].height - static_cast<double>(index) * step));
  }
  return most;
}

/// The third axis where the images lie in even steps, with `slices` of them.
struct ThirdAxis {
  Vec3 step;
  std::int64_t slices;
};

Result<ThirdAxis> unevenAxis(const Arranging& a, double step) {
  const Frames& frames = a.stack.frames;
  const double length = frames.back().height - frames.front().height;
  const double slices = std::round(length / step) + 1;
  const std::size_t odd = oddestGap(frames, step);
  const double gap = frames[odd].height - frames[odd - 1].height;
  if (slices > 4 * static_cast<double>(frames.size()) || frames.size() < 3) {
    return Error{ErrorCode::Unsupported, a.nameOf(frames[odd - 1]),
                 FACET_TEXT("imaging", "lies %1 mm from %2, other slices %3 mm from each other: they make no volume")
                     .with(rounded(gap), a.nameOf(frames[odd]), rounded(step)),
                 placeOf(frames[odd - 1])};
  }
  a.stack.spacing = Spacing::Uneven;
  const double even = length / (slices - 1);
  a.tell(frames[odd - 1],
         FACET_TEXT("imaging", "lies %1 mm from %2, other slices %3 mm from each other: the volume was interpolated to "
                               "slices every %4 mm")
             .with(rounded(gap), a.nameOf(frames[odd]), rounded(step), rounded(even)),
         placeOf(frames[odd - 1]));
  const Vec3 way = frames.back().position - frames.front().position;
  return ThirdAxis{way * (1 / (slices - 1)), static_cast<std::int64_t>(slices)};
}

Result<ThirdAxis> thirdAxis(const Arranging& a) {
  const Frames& frames = a.stack.frames;
  const Vec3 normal = normalOf(frames.front());
  if (frames.size() == 1) {
    double thickness = frames[0].sliceDistanceMm.value_or(0);
    thickness = thickness > 0 ? thickness : frames[0].thicknessMm.value_or(0);
    if (!(thickness > 0)) {
      a.tell(frames[0], FACET_TEXT("imaging", "the header gives its one slice no thickness: 1 mm was taken"));
      thickness = 1;
    }
    return ThirdAxis{normal * thickness, 1};
  }
  const double median = medianGap(frames);
  const auto steps = stepsBetween(frames, median);
  if (!steps) {
    return unevenAxis(a, median);
  }
  std::int64_t total = 0;
  for (const std::int64_t count : *steps) {
    total += count;
  }
  const Vec3 step = (frames.back().position - frames.front().position) * (1 / static_cast<double>(total));
  const double height = dot(step, normal);
  const double unevenness = unevennessMm(frames, *steps, height);
  if (unevenness > 0.1 * height) {
    return unevenAxis(a, median);
  }
  if (unevenness > std::max(0.01, 0.01 * height)) {
    const std::size_t odd = oddestGap(frames, height);
    a.tell(frames[odd - 1],
           FACET_TEXT("imaging", "lies %1 mm from %2, slices on average %3 mm from each other: even steps were taken, "
                                 "which moves a slice by up to %4 mm")
               .with(rounded(frames[odd].height - frames[odd - 1].height), a.nameOf(frames[odd]), rounded(height),
                     rounded(unevenness)),
           placeOf(frames[odd - 1]));
  }
  tellMissing(a, *steps);
  return ThirdAxis{step, total + 1};
}

/// Tilt is told; images that do not lie on one line make no volume.
Result<void> checkLine(const Arranging& a, const ThirdAxis& axis) {
  const Frames& frames = a.stack.frames;
  const Vec3 normal = normalOf(frames.front());
  const double height = dot(axis.step, normal);
  const Vec3 sideways = axis.step - normal * height;
  if (norm(sideways) * static_cast<double>(axis.slices - 1) > 0.1) {
    a.tell(frames.front(),
           FACET_TEXT("imaging",
                      "its slices are tilted by %1° against their stack: the axes are not at right angles, and "
                      "every voxel was kept where the header puts it")
               .with(rounded(std::atan2(norm(sideways), height) * 57.29577951308232)));
  }
  const double pixel = std::min(frames.front().rowSpacingMm, frames.front().columnSpacingMm);
  for (const DicomFrame& frame : frames) {
    const Vec3 way = frame.position - frames.front().position;
    const Vec3 beside = way - axis.step * (dot(way, normal) / height);
    if (norm(beside) > std::max(1.0, pixel)) {
      return Error{ErrorCode::Unsupported, a.nameOf(frame),
                   FACET_TEXT("imaging", "lies %1 mm beside the line of the other slices: they make no volume")
                       .with(rounded(norm(beside))),
                   placeOf(frame)};
    }
    if (norm(beside) > std::max(0.1, 0.1 * pixel)) {
      a.tell(frame, FACET_TEXT("imaging", "lies %1 mm beside the line of the other slices").with(rounded(norm(beside))),
             placeOf(frame));
    }
  }
  return {};
}

void tellMixedRescale(const Arranging& a) {
  const Frames& frames = a.stack.frames;
  const auto other = std::find_if(frames.begin(), frames.end(),
                                  [&](const DicomFrame& frame) { return !(frame.rescale == frames.front().rescale); });
  if (other != frames.end()) {
    a.tell(*other,
           FACET_TEXT("imaging",
                      "is rescaled by slope %1 and intercept %2, %3 by %4 and %5: values were stored as they are")
               .with(other->rescale.slope, other->rescale.intercept, a.nameOf(frames.front()),
                     frames.front().rescale.slope, frames.front().rescale.intercept));
  }
}

} // namespace

Result<DicomStack> arrangeStack(std::vector<DicomFrame> frames, std::span<const DicomHeader> headers) {
  DicomStack stack;
  stack.frames = std::move(frames);
  const Arranging arranging{stack, headers};
  const auto axis = thirdAxis(arranging);
  if (!axis) {
    return axis.error();
  }
  if (auto checked = checkLine(arranging, *axis); !checked) {
    return checked.error();
  }
  tellMixedRescale(arranging);
  const DicomFrame& first = stack.frames.front();
  const PixelFormat& pixels = headers[first.file].pixels;
  stack.grid.size = {pixels.columns, pixels.rows, axis->slices};
  stack.grid.lpsFromIjk.setColumn(0, first.along * first.columnSpacingMm);
  stack.grid.lpsFromIjk.setColumn(1, first.down * first.rowSpacingMm);
  stack.grid.lpsFromIjk.setColumn(2, axis->step);
  stack.grid.lpsFromIjk.offset = first.position;
  return stack;
}

} // namespace facet::imaging
