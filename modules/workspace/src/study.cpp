#include <facet/imaging/sequence.h>
#include <facet/workspace/study.h>

#include <algorithm>
#include <array>

namespace facet::workspace {

using storage::ImageRole;
using storage::StoredImage;

namespace {

/// The place of a contrast in the list from which people choose.
std::size_t rankOf(const StoredImage& image) {
  using imaging::Contrast;
  constexpr std::array kOrder = {Contrast::Flair,         Contrast::T2w,  Contrast::T1w, Contrast::T1wEnhanced,
                                 Contrast::ProtonDensity, Contrast::Stir, Contrast::Swi};
  const auto found = std::find_if(kOrder.begin(), kOrder.end(),
                                  [&](Contrast contrast) { return imaging::nameOf(contrast) == image.sequence; });
  return static_cast<std::size_t>(found - kOrder.begin());
}

bool drawnByPeople(const StoredImage& mask) {
  return mask.madeBy == "reader" || mask.madeBy == "manual";
}

const clinical::MriExam* examOf(const Patient& patient, const storage::StoredSession& session) {
  const std::string ending = "/ses-" + session.label;
  const clinical::MriExam* sameDay = nullptr;
  for (const clinical::MriExam& exam : patient.record.exams) {
    if (exam.bidsSession.ends_with(ending)) {
      return &exam;
    }
    if (session.date && session.date->isExact() && session.date->earliest() == exam.date) {
      sameDay = &exam;
    }
  }
  return sameDay;
}

} // namespace

Study::Study(PatientPtr patient)
    : m_patient(std::move(patient)) {
  const storage::PersonImages& all = m_patient->images;
  for (const storage::StoredSession& session : all.sessions) {
    StudyVisit visit;
    visit.label = session.label;
    visit.date = session.date;
    for (const StoredImage& image : all.images) {
      if (image.session != session.label) {
        continue;
      }
      if (image.role == ImageRole::Image) {
        visit.images.push_back(&image);
      } else if (image.role == ImageRole::LesionMask) {
        visit.masks.push_back(&image);
      } else if (image.role == ImageRole::BrainMask && visit.brainMask == nullptr) {
        visit.brainMask = &image;
      }
    }
    if (visit.images.empty()) {
      continue;
    }
    std::stable_sort(visit.images.begin(), visit.images.end(),
                     [](const StoredImage* a, const StoredImage* b) { return rankOf(*a) < rankOf(*b); });
    std::stable_partition(visit.masks.begin(), visit.masks.end(),
                          [](const auto* mask) { return drawnByPeople(*mask); });
    visit.exam = examOf(*m_patient, session);
    m_visits.push_back(std::move(visit));
  }
  std::stable_sort(m_visits.begin(), m_visits.end(), [](const StudyVisit& a, const StudyVisit& b) {
    if (a.date && b.date) {
      return a.date->earliest() < b.date->earliest();
    }
    return a.date.has_value() && !b.date.has_value();
  });
}

std::optional<std::size_t> Study::visitAt(Day day) const {
  for (std::size_t n = m_visits.size(); n-- > 0;) {
    if (m_visits[n].date && m_visits[n].date->earliest() <= day) {
      return n;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> Study::newestVisit() const {
  for (std::size_t n = m_visits.size(); n-- > 0;) {
    if (m_visits[n].date) {
      return n;
    }
  }
  return m_visits.empty() ? std::nullopt : std::optional(m_visits.size() - 1);
}

std::size_t imageLike(const StudyVisit& visit, const StoredImage& other) {
  const auto found = std::find_if(visit.images.begin(), visit.images.end(),
                                  [&](const StoredImage* image) { return image->sequence == other.sequence; });
  return found == visit.images.end() ? 0 : static_cast<std::size_t>(found - visit.images.begin());
}

std::string_view spaceOf(const StoredImage& image) {
  constexpr std::string_view kKey = "_space-";
  const std::string_view name = image.name;
  const std::size_t at = name.find(kKey);
  if (at == std::string_view::npos) {
    return {};
  }
  const std::size_t begin = at + kKey.size();
  const std::string_view space = name.substr(begin, name.find('_', begin) - begin);
  return space == "orig" ? std::string_view() : space;
}

std::uint64_t voxelBytes(const StoredImage& image) {
  return std::uint64_t{image.grid.size.voxels()} * imaging::bytesPerVoxel(image.voxelType);
}

} // namespace facet::workspace
