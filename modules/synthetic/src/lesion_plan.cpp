#include "lesion_plan.h"

#include <facet/core/random.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace facet::synthetic {
namespace {

constexpr std::uint32_t kLesionPurpose = 0x4C455349;

/// How often a lesion of people with MS lies at each site, in the order of LesionSite.
constexpr std::array<double, 9> kSiteWeights = {0.34, 0.06, 0.20, 0.22, 0.05, 0.03, 0.04, 0.02, 0.04};

Point unit(Point v) {
  const float length = std::sqrt(dot(v, v));
  return length > 1e-6F ? v * (1 / length) : Point{0, 0, 1};
}

Point crossOf(Point a, Point b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

/// Median half length, the lengths of the ovoid's axes against it (along the normal, across, across) and how far its
/// centre is moved along the normal.
struct Form {
  float halfMm = 2.5F;
  std::array<float, 3> axes{1, 1, 1};
  float shift = 0;
};

Form formOf(LesionSite site, RandomStream& random) {
  const float a = static_cast<float>(random.uniform(0.85, 1.15));
  switch (site) {
  case LesionSite::Periventricular:
    return {3.2F, {1.65F * a, 0.8F, 0.8F / a}, 0.9F};
  case LesionSite::Callososeptal:
    return {2.4F, {1.25F * a, 0.85F, 0.95F}, 0.3F};
  case LesionSite::Juxtacortical:
    return {2.9F, {0.75F, 1.55F * a, 1.1F}, 0};
  case LesionSite::DeepWhite:
    return {2.6F, {1.2F * a, 1 / a, 0.9F}, 0};
  case LesionSite::Brainstem:
    return {2.5F, {0.75F, 1.15F * a, 1}, 0.1F};
  case LesionSite::CerebellarPeduncle:
    return {3.0F, {1.2F * a, 0.9F, 0.9F}, 0};
  case LesionSite::Cerebellum:
    return {2.4F, {1, 1.1F * a, 1}, 0};
  case LesionSite::DeepGrey:
    return {2.1F, {1, 1, 1}, 0};
  case LesionSite::Cord:
    break;
  }
  return {2.1F, {1.9F * a, 0.8F, 0.8F}, 0};
}

class Planner {
public:
  Planner(const HeadAtlas& atlas, const PatientScans& patient)
      : m_atlas(atlas)
      , m_patient(patient)
      , m_used(atlas.sites.size(), false) {}

  Result<std::vector<PlannedLesion>> plan() {
    for (std::size_t scan = 0; scan < m_patient.scans.size(); ++scan) {
      RandomStream random(m_patient.seed, scan + 1, kLesionPurpose);
      evolve(scan, random);
      if (!addNew(scan, random)) {
        return Error{.code = ErrorCode::InvalidInput,
                     .subject = "sub-" + m_patient.subject,
                     .reason = FACET_TEXT("synthetic", "has more lesions than there is room for")};
      }
      enhance(scan, random);
    }
    return std::move(m_lesions);
  }

private:
  [[nodiscard]] LesionState& state(std::size_t lesion, std::size_t scan) { return m_lesions[lesion].states[scan]; }

  /// What becomes of the lesions of the scan before.
  void evolve(std::size_t scan, RandomStream& random) {
    if (scan == 0) {
      return;
    }
    const LesionActivity& activity = m_patient.scans[scan].activity;
    std::vector<std::size_t> present;
    for (std::size_t i = 0; i < m_lesions.size(); ++i) {
      const LesionState& before = state(i, scan - 1);
      if (before.scale > 0) {
        present.push_back(i);
      } else {
        state(i, scan).status = LesionStatus::Absent;
      }
    }
    // The smallest that the record does not tell of vanish first; the larger ones grow.
    std::stable_sort(present.begin(), present.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(m_lesions[a].reported, sizeOf(a, scan - 1)) <
             std::pair(m_lesions[b].reported, sizeOf(b, scan - 1));
    });
    const auto vanishing = static_cast<std::size_t>(activity.vanishing);
    for (std::size_t n = 0; n < vanishing; ++n) {
      state(present[n], scan).status = LesionStatus::NoLongerVisible;
    }
    std::vector<std::size_t> rest(present.begin() + static_cast<std::ptrdiff_t>(vanishing), present.end());
    for (int n = 0; n < activity.enlarging; ++n) {
      // New ones shrink after their acute time, so old ones are taken first.
      const auto old = std::count_if(rest.begin(), rest.end(),
                                     [&](std::size_t i) { return state(i, scan - 1).status != LesionStatus::New; });
      const auto limit = static_cast<std::uint32_t>(old > 0 ? old : std::ssize(rest));
      std::stable_partition(rest.begin(), rest.end(),
                            [&](std::size_t i) { return state(i, scan - 1).status != LesionStatus::New; });
      const std::uint32_t chosen = random.below(limit);
      const std::size_t i = rest[chosen];
      rest.erase(rest.begin() + chosen);
      const LesionState& before = state(i, scan - 1);
      state(i, scan) = {.scale = before.scale * static_cast<float>(random.uniform(1.16, 1.3)),
                        .status = LesionStatus::Enlarging,
                        .t1 = before.t1};
    }
    for (const std::size_t i : rest) {
      const LesionState& before = state(i, scan - 1);
      LesionState& now = state(i, scan);
      now = {.scale = before.scale, .status = LesionStatus::Stable, .t1 = before.t1};
      if (before.status == LesionStatus::New && scan > 1) {
        // 20 to 50 % of the volume go as the oedema does.
        now.scale *= static_cast<float>(std::cbrt(random.uniform(0.5, 0.8)));
        now.status = LesionStatus::Shrinking;
      }
      if (before.t1 == T1Look::Grey) {
        now.t1 = random.chance(0.4) ? T1Look::BlackHole : T1Look::Equal;
      }
    }
  }

  [[nodiscard]] float sizeOf(std::size_t lesion, std::size_t scan) {
    const PlannedLesion& l = m_lesions[lesion];
    const float s = state(lesion, scan).scale;
    return s * s * s * l.halfMm[0] * l.halfMm[1] * l.halfMm[2];
  }

  bool addNew(std::size_t scan, RandomStream& random) {
    const LesionActivity& activity = m_patient.scans[scan].activity;
    for (int n = 0; n < activity.newLesions; ++n) {
      const bool reported = n < std::ssize(activity.sites);
      bool placed = false;
      for (int attempt = 0; attempt < 200 && !placed; ++attempt) {
        const LesionSite site =
            reported ? activity.sites[static_cast<std::size_t>(n)] : static_cast<LesionSite>(random.pick(kSiteWeights));
        placed = place(site, scan, reported, random);
      }
      if (!placed) {
        return false;
      }
    }
    return true;
  }

  bool place(LesionSite site, std::size_t scan, bool reported, RandomStream& random) {
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < m_atlas.sites.size(); ++i) {
      if (m_atlas.sites[i].site == site && !m_used[i]) {
        free.push_back(i);
      }
    }
    if (free.empty()) {
      return false;
    }
    const std::size_t chosen = free[random.below(static_cast<std::uint32_t>(free.size()))];
    const AtlasSite& at = m_atlas.sites[chosen];
    const Form form = formOf(site, random);
    const double spread = reported || site == LesionSite::Cord ? 0.12 : 0.3;
    const float half = std::clamp(form.halfMm * static_cast<float>(std::exp(random.normal(0, spread))), 1.9F, 5.5F);
    PlannedLesion lesion;
    lesion.id = static_cast<int>(m_lesions.size()) + 1;
    lesion.site = site;
    lesion.reported = reported;
    lesion.surface = random.word();
    const double angle = random.uniform(0, 6.283185307);
    const Point side =
        unit(std::abs(at.normal.z) < 0.8F ? crossOf(at.normal, {0, 0, 1}) : crossOf(at.normal, {1, 0, 0}));
    const Point other = crossOf(at.normal, side);
    const auto c = static_cast<float>(std::cos(angle));
    const auto s = static_cast<float>(std::sin(angle));
    lesion.axes = {unit(at.normal), side * c + other * s, other * c - side * s};
    for (std::size_t axis = 0; axis < 3; ++axis) {
      lesion.halfMm[axis] = half * form.axes[axis];
    }
    lesion.centre = at.place + lesion.axes[0] * (form.shift * half);
    const float reach = lesion.reachMm(1.3F);
    for (const PlannedLesion& l : m_lesions) {
      const Point gap = l.centre - lesion.centre;
      const float apart = 0.72F * (reach + l.reachMm(1.3F));
      if (dot(gap, gap) < apart * apart) {
        m_used[chosen] = true;
        return false;
      }
    }
    m_used[chosen] = true;
    lesion.states.resize(m_patient.scans.size());
    // Before the first scan lesions have had time: a third are black holes. Later ones are seen while acute.
    LesionState& now = lesion.states[scan];
    now.scale = 1;
    now.status = LesionStatus::New;
    const bool acute = scan > 0;
    const bool supratentorial = !isInfratentorial(site) && site != LesionSite::Cord;
    now.t1 = acute ? T1Look::Grey : supratentorial && random.chance(0.38) ? T1Look::BlackHole : T1Look::Equal;
    m_lesions.push_back(std::move(lesion));
    return true;
  }

  void enhance(std::size_t scan, RandomStream& random) {
    std::vector<std::size_t> active;
    for (std::size_t i = 0; i < m_lesions.size(); ++i) {
      const LesionStatus status = state(i, scan).status;
      if (status == LesionStatus::New || status == LesionStatus::Enlarging) {
        active.push_back(i);
      }
    }
    for (int n = 0; n < m_patient.scans[scan].activity.enhancing; ++n) {
      const std::uint32_t chosen = random.below(static_cast<std::uint32_t>(active.size()));
      LesionState& now = state(active[chosen], scan);
      const bool large = m_lesions[active[chosen]].halfMm[1] * now.scale > 2.8F;
      now.uptake = large && random.chance(0.6) ? Uptake::OpenRing : Uptake::Nodular;
      now.t1 = T1Look::Grey;
      active.erase(active.begin() + chosen);
    }
  }

  const HeadAtlas& m_atlas;
  const PatientScans& m_patient;
  std::vector<bool> m_used;
  std::vector<PlannedLesion> m_lesions;
};

} // namespace

float PlannedLesion::shareAt(Point atlas, float scale) const {
  const Point d = atlas - centre;
  Point u = {dot(d, axes[0]) / halfMm[0], dot(d, axes[1]) / halfMm[1], dot(d, axes[2]) / halfMm[2]};
  u = u * (1 / scale);
  const float r = std::sqrt(dot(u, u));
  if (r > 1.8F) {
    return 0;
  }
  // Two slow waves over the surface, different for each lesion.
  const float phase = static_cast<float>(surface & 0xFFFFU) * 9.5873799e-5F;
  const float turn = static_cast<float>(surface >> 16U) * 9.5873799e-5F;
  const float bump =
      0.11F * std::sin(2.3F * u.x + 1.7F * u.y + phase) + 0.09F * std::sin(2.1F * u.z - 2.6F * u.y + turn);
  const float smallest = scale * std::min({halfMm[0], halfMm[1], halfMm[2]});
  // The edge is about 1 mm wide.
  const float edge = (1 + bump - r) * smallest;
  return std::clamp(0.5F + edge, 0.0F, 1.0F);
}

float PlannedLesion::reachMm(float scale) const {
  return scale * 1.2F * std::max({halfMm[0], halfMm[1], halfMm[2]}) + 1.2F;
}

Result<std::vector<PlannedLesion>> planLesions(const HeadAtlas& atlas, const PatientScans& patient) {
  return Planner(atlas, patient).plan();
}

} // namespace facet::synthetic
