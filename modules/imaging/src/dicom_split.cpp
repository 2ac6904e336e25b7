#include "dicom_stack.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace facet::imaging {
namespace {

using Frames = std::vector<DicomFrame>;

/// Images nearer than this along the normal are at one place. Units: mm.
constexpr double kSamePlaceMm = 0.01;

bool sameDirection(Vec3 a, Vec3 b) {
  return norm(a - b) < 2e-3;
}

bool sameLength(double a, double b) {
  return std::abs(a - b) <= 1e-4 * std::max(a, b);
}

bool belongTogether(const DicomFrame& a, const DicomFrame& b, std::span<const DicomHeader> headers) {
  return a.kind == b.kind && headers[a.file].pixels == headers[b.file].pixels && sameDirection(a.along, b.along) &&
         sameDirection(a.down, b.down) && sameLength(a.rowSpacingMm, b.rowSpacingMm) &&
         sameLength(a.columnSpacingMm, b.columnSpacingMm);
}

bool before(const DicomFrame& a, const DicomFrame& b, std::span<const DicomHeader> headers) {
  // Heights to the micrometre: the same place may be rounded differently.
  const auto micrometres = [](const DicomFrame& frame) { return std::round(frame.height * 1000); };
  return std::tuple(micrometres(a), a.instance, headers[a.file].name, a.frame) <
         std::tuple(micrometres(b), b.instance, headers[b.file].name, b.frame);
}

/// Tells each of a few, and the number of the others.
void tellSome(std::vector<Notice>& notices, std::vector<Notice> all, const Message& more) {
  constexpr std::size_t kMost = 5;
  const std::size_t told = all.size() > kMost ? kMost - 1 : all.size();
  for (std::size_t at = 0; at < told; ++at) {
    notices.push_back(std::move(all[at]));
  }
  if (told < all.size()) {
    notices.push_back({all[told].subject, more.with(all.size() - told), {}});
  }
}

/// How many images lie at each place, of images in order.
std::vector<std::size_t> countsByPlace(const Frames& frames) {
  std::vector<std::size_t> counts;
  for (std::size_t at = 0; at < frames.size(); ++at) {
    if (at > 0 && frames[at].height - frames[at - 1].height < kSamePlaceMm) {
      ++counts.back();
    } else {
      counts.push_back(1);
    }
  }
  return counts;
}

/// Leaves the first image at each place and tells the others.
Frames withoutDoubles(const Frames& frames, std::span<const DicomHeader> headers, std::vector<Notice>& notices) {
  Frames kept;
  std::vector<Notice> left;
  for (const DicomFrame& frame : frames) {
    if (!kept.empty() && frame.height - kept.back().height < kSamePlaceMm) {
      left.push_back(
          {headers[frame.file].name,
           FACET_TEXT("imaging", "lies at the same place as %1 and was left out").with(headers[kept.back().file].name),
           {}});
    } else {
      kept.push_back(frame);
    }
  }
  tellSome(notices, std::move(left),
           FACET_TEXT("imaging", "and %1 more lie at the place of another slice and were left out"));
  return kept;
}

/// Parts by one of the keys that tell images apart; one part where all have the same.
std::vector<Frames> byKey(const Frames& frames, std::size_t key) {
  std::map<std::string, Frames> parts;
  for (const DicomFrame& frame : frames) {
    parts[frame.order[key]].push_back(frame);
  }
  std::vector<Frames> found;
  for (auto& [value, part] : parts) {
    found.push_back(std::move(part));
  }
  return found;
}

/// The n-th image at each place makes the n-th part.
std::vector<Frames> byTurn(const Frames& frames) {
  std::vector<Frames> parts;
  std::size_t turn = 0;
  for (std::size_t at = 0; at < frames.size(); ++at) {
    turn = at > 0 && frames[at].height - frames[at - 1].height < kSamePlaceMm ? turn + 1 : 0;
    if (turn == parts.size()) {
      parts.emplace_back();
    }
    parts[turn].push_back(frames[at]);
  }
  return parts;
}

/// Sorts images in order into volumes with one image at each place.
void separate(const Frames& frames, std::size_t firstKey, std::span<const DicomHeader> headers,
              std::vector<Frames>& volumes, std::vector<Notice>& notices) {
  const auto counts = countsByPlace(frames);
  const std::size_t doubles = frames.size() - counts.size();
  if (doubles == 0) {
    volumes.push_back(frames);
    return;
  }
  // A few doubles in a large stack are files that were copied or sent twice, not a second volume.
  if (doubles * 10 <= counts.size()) {
    volumes.push_back(withoutDoubles(frames, headers, notices));
    return;
  }
  for (std::size_t key = firstKey; key < frames.front().order.size(); ++key) {
    auto parts = byKey(frames, key);
    // A key that leaves single images says when each was taken, not to which volume it belongs.
    const bool useful = parts.size() > 1 && parts.size() * 2 <= frames.size() + 1 &&
                        std::any_of(parts.begin(), parts.end(),
                                    [&](const Frames& part) { return countsByPlace(part).size() * 2 > counts.size(); });
    if (useful) {
      for (const Frames& part : parts) {
        separate(part, key + 1, headers, volumes, notices);
      }
      return;
    }
  }
  for (Frames& part : byTurn(frames)) {
    volumes.push_back(std::move(part));
  }
}

/// Leaves out files that hold the very same instance. Some tools give all instances one UID: images at different places
/// are never the same.
Frames withoutCopies(const Frames& frames, std::span<const DicomHeader> headers, std::vector<Notice>& notices) {
  std::map<std::string, const DicomFrame*> seen;
  Frames kept;
  std::vector<Notice> left;
  for (const DicomFrame& frame : frames) {
    const std::string key = headers[frame.file].instanceUid + "#" + std::to_string(frame.frame);
    const auto [found, isNew] = seen.emplace(key, &frame);
    if (isNew || headers[frame.file].instanceUid.empty() || !(found->second->position == frame.position)) {
      kept.push_back(frame);
    } else if (frame.frame == 0) {
      left.push_back(
          {headers[frame.file].name,
           FACET_TEXT("imaging", "is the same instance as %1 and was left out").with(headers[found->second->file].name),
           {}});
    }
  }
  tellSome(notices, std::move(left),
           FACET_TEXT("imaging", "and %1 more hold the same instance as another file and were left out"));
  return kept;
}

} // namespace

Vec3 normalOf(const DicomFrame& frame) {
  const Vec3 across = cross(frame.along, frame.down);
  return across * (1 / norm(across));
}

std::vector<std::vector<DicomFrame>>
splitIntoStacks(std::vector<DicomFrame> frames, std::span<const DicomHeader> headers, std::vector<Notice>& notices) {
  std::sort(frames.begin(), frames.end(), [&](const DicomFrame& a, const DicomFrame& b) {
    return std::tie(headers[a.file].name, a.frame) < std::tie(headers[b.file].name, b.frame);
  });
  std::vector<Frames> groups;
  for (DicomFrame& frame : withoutCopies(frames, headers, notices)) {
    const auto group = std::find_if(groups.begin(), groups.end(),
                                    [&](const Frames& other) { return belongTogether(frame, other.front(), headers); });
    if (group == groups.end()) {
      groups.push_back({std::move(frame)});
    } else {
      group->push_back(std::move(frame));
    }
  }
  std::vector<Frames> volumes;
  for (Frames& group : groups) {
    const Vec3 normal = normalOf(group.front());
    for (DicomFrame& frame : group) {
      frame.height = dot(frame.position, normal);
    }
    std::sort(group.begin(), group.end(),
              [&](const DicomFrame& a, const DicomFrame& b) { return before(a, b, headers); });
    separate(group, 0, headers, volumes, notices);
  }
  return volumes;
}

} // namespace facet::imaging
