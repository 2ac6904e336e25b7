#include "scan_choice.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace facet::reporting {
namespace {

using storage::ImageRole;
using storage::StoredImage;
using storage::StoredSession;

constexpr std::array<std::string_view, 3> kSequences = {"FLAIR", "T2w", "T1w"};

std::vector<const StoredImage*> imagesOf(const workspace::Patient& patient, const StoredSession& session,
                                         ImageRole role) {
  std::vector<const StoredImage*> found;
  for (const StoredImage& image : patient.images.images) {
    if (image.session == session.label && image.role == role) {
      found.push_back(&image);
    }
  }
  return found;
}

const StoredImage* ofSequence(const std::vector<const StoredImage*>& images, std::string_view sequence) {
  const auto found =
      std::find_if(images.begin(), images.end(), [&](const StoredImage* image) { return image->sequence == sequence; });
  return found == images.end() ? nullptr : *found;
}

const StoredImage* firstChoice(const std::vector<const StoredImage*>& images) {
  for (const std::string_view sequence : kSequences) {
    if (const StoredImage* image = ofSequence(images, sequence)) {
      return image;
    }
  }
  return images.front();
}

/// A reader's before a program's; numbered lesions before a mask; drawn on the shown sequence before others.
int rankOf(const StoredImage& mask, const std::string& sequence) {
  const int who = mask.madeBy == "reader" ? 0 : mask.madeBy == "manual" ? 1 : 2;
  const int numbered = mask.name.ends_with("_dseg") ? 0 : 1;
  const int drawnOn = mask.sequence.empty() || mask.sequence == sequence ? 0 : 1;
  return who * 4 + numbered * 2 + drawnOn;
}

ScanChoice choiceOf(const workspace::Patient& patient, const StoredSession& session, const StoredImage* image) {
  ScanChoice choice{&session, image, nullptr};
  for (const StoredImage* mask : imagesOf(patient, session, ImageRole::LesionMask)) {
    if (choice.mask == nullptr || rankOf(*mask, image->sequence) < rankOf(*choice.mask, image->sequence)) {
      choice.mask = mask;
    }
  }
  return choice;
}

/// Scans with images; those without a day only where no other has one.
std::vector<const StoredSession*> scansWithImages(const workspace::Patient& patient) {
  std::vector<const StoredSession*> dated;
  std::vector<const StoredSession*> undated;
  for (const StoredSession& session : patient.images.sessions) {
    if (imagesOf(patient, session, ImageRole::Image).empty()) {
      continue;
    }
    if (!session.date) {
      undated.push_back(&session);
    } else if (session.date->earliest() <= patient.dataDay) {
      dated.push_back(&session);
    }
  }
  std::stable_sort(dated.begin(), dated.end(), [](const StoredSession* a, const StoredSession* b) {
    return a->date->earliest() < b->date->earliest();
  });
  return dated.empty() ? undated : dated;
}

} // namespace

ScanChoices chooseScans(const workspace::Patient& patient) {
  const std::vector<const StoredSession*> scans = scansWithImages(patient);
  if (scans.empty()) {
    return {};
  }
  const StoredSession& last = *scans.back();
  const auto lastImages = imagesOf(patient, last, ImageRole::Image);
  if (scans.size() == 1) {
    return {std::nullopt, choiceOf(patient, last, firstChoice(lastImages))};
  }
  const StoredSession& before = *scans[scans.size() - 2];
  const auto beforeImages = imagesOf(patient, before, ImageRole::Image);
  for (const std::string_view sequence : kSequences) {
    const StoredImage* a = ofSequence(beforeImages, sequence);
    const StoredImage* b = ofSequence(lastImages, sequence);
    if (a != nullptr && b != nullptr) {
      return {choiceOf(patient, before, a), choiceOf(patient, last, b)};
    }
  }
  return {choiceOf(patient, before, firstChoice(beforeImages)), choiceOf(patient, last, firstChoice(lastImages))};
}

} // namespace facet::reporting
