#include "tissue_contrast.h"

#include <facet/core/random.h>

#include <algorithm>
#include <cmath>

namespace facet::synthetic {
namespace {

constexpr std::uint32_t kContrastPurpose = 0x434F4E54;

// Brightness of the atlas series in pure tissue.
constexpr float kFluid = 12;
constexpr float kGrey = 44;
constexpr float kWhite = 70.5F;

/// The three tissues of the brain on one contrast.
struct Ramp {
  float fluid = 0;
  float grey = 0;
  float white = 0;
};

float mix(float a, float b, float share) {
  return a + (b - a) * std::clamp(share, 0.0F, 1.0F);
}

/// Brightness along the way from fluid over grey to white matter.
float along(const Ramp& ramp, float brightness) {
  return brightness < kGrey ? mix(ramp.fluid, ramp.grey, (brightness - kFluid) / (kGrey - kFluid))
                            : mix(ramp.grey, ramp.white, (brightness - kGrey) / (kWhite - kGrey));
}

/// Outside the brain: from air or bone over fat and marrow to muscle.
float outside(float brightness, float fat, float muscle) {
  return brightness < 9 ? mix(4, fat, brightness / 9) : mix(fat, muscle, (brightness - 10) / 22);
}

using Ramps = std::array<Ramp, 3>;

Ramps rampsAt(double fieldTesla) {
  if (fieldTesla < 2) {
    return {{{24, 70, 100}, {225, 118, 84}, {20, 100, 82}}};
  }
  return {{{20, 64, 100}, {248, 122, 80}, {16, 102, 77}}};
}

class Painter {
public:
  explicit Painter(const ContrastTraits& traits)
      : m_ramps(rampsAt(traits.fieldTesla))
      , m_widening(static_cast<float>(traits.sulcalWidening))
      , m_caps(static_cast<float>(std::clamp((traits.ageYears - 35) / 35, 0.0, 1.0))) {
    RandomStream random(traits.seed, 0, kContrastPurpose);
    m_iron = static_cast<float>(std::clamp((traits.ageYears - 20) / 50, 0.0, 1.0) + random.normal(0, 0.1));
    m_fat = static_cast<float>(random.uniform(0.85, 1.0));
  }

  [[nodiscard]] Brightness of(const TissueCode& code) const {
    const float b = code.brightness;
    switch (code.tissue) {
    case Tissue::Dark:
      return all(0, 0, 0);
    case Tissue::Cerebrum:
      return brain(widened(b), 1, 1);
    case Tissue::Cerebellum:
      return brain(widened(b), 1.02F, 0.93F);
    case Tissue::Brainstem:
      return brain(b, 1.07F, 1.05F);
    case Tissue::Cord:
      return brain(b, 1.05F, 1.05F);
    case Tissue::LimbicCortex:
      return limbic(widened(b));
    case Tissue::Caudate:
      return deepGrey(b, 108 - 4 * m_iron, 102);
    case Tissue::Putamen:
      return deepGrey(b, 104 - 10 * m_iron, 98 - 4 * m_iron);
    case Tissue::Pallidum:
      return deepGrey(b, 72 - 14 * m_iron, 74 - 8 * m_iron);
    case Tissue::Thalamus:
      return deepGrey(b, 98, 94);
    case Tissue::ChoroidPlexus:
      return withAgent(all(mix(m_ramps[0].fluid, 62, (b - kFluid) / 30), mix(m_ramps[1].fluid, 165, (b - kFluid) / 30),
                           mix(m_ramps[2].fluid, 150, (b - kFluid) / 30)),
                       60);
    case Tissue::Callosum:
    case Tissue::VentricleWall: {
      const float share = (b - kFluid) / (kWhite - kFluid);
      const float cap = code.tissue == Tissue::VentricleWall ? 10 + 48 * m_caps : 4 + 10 * m_caps;
      const auto at = [&](std::size_t c) { return mix(m_ramps[c].fluid, m_ramps[c].white, share); };
      return all(at(0), at(1) + 0.25F * cap * share, at(2) + cap * share);
    }
    case Tissue::Csf:
    case Tissue::LateralVentricle:
      return all(m_ramps[0].fluid, m_ramps[1].fluid, m_ramps[2].fluid);
    case Tissue::MidlineVentricle:
      return all(m_ramps[0].fluid, m_ramps[1].fluid * 0.86F, m_ramps[2].fluid + 16);
    case Tissue::Dura:
      return withAgent(all(mix(30, 52, (b - 24) / 10), mix(120, 46, (b - 24) / 10), mix(30, 52, (b - 24) / 10)), 45);
    case Tissue::Soft:
      return withAgent(all(outside(b, 102 * m_fat, 46), outside(b, 118 * m_fat, 36), outside(b, 104 * m_fat, 38)),
                       b > 20 ? 12.0F : 0.0F);
    case Tissue::Skin:
      return withAgent(all(52, 58, 56), 16);
    case Tissue::Artery:
      return withAgent(all(16, 8, 10), 90);
    case Tissue::Eye:
      return all(24, 244, 28);
    case Tissue::Lens:
      break;
    }
    return all(66, 34, 46);
  }

private:
  static Brightness all(float t1, float t2, float flair) { return {t1, t2, flair, t1}; }
  static Brightness withAgent(Brightness b, float uptake) {
    b[3] += uptake;
    return b;
  }
  /// A sulcus that is wider: less cortex where the voxel holds some fluid.
  [[nodiscard]] float widened(float b) const {
    if (b >= kGrey) {
      return b;
    }
    const float share = std::clamp((b - kFluid) / (kGrey - kFluid), 0.0F, 1.0F);
    return kFluid + (kGrey - kFluid) * std::clamp(share - m_widening * share * (1 - share), 0.0F, 1.0F);
  }
  [[nodiscard]] Brightness brain(float b, float t2, float flair) const {
    const float tissue = std::clamp((b - kFluid) / (kGrey - kFluid), 0.0F, 1.0F);
    return all(along(m_ramps[0], b), along(m_ramps[1], b) * mix(1, t2, tissue),
               along(m_ramps[2], b) * mix(1, flair, tissue));
  }
  [[nodiscard]] Brightness limbic(float b) const {
    Brightness result = brain(b, 1.03F, 1);
    const float cortex = std::clamp(1 - std::abs(b - kGrey) / 18, 0.0F, 1.0F);
    result[2] *= 1 + 0.10F * cortex;
    return result;
  }
  [[nodiscard]] Brightness deepGrey(float b, float t2, float flair) const {
    const float tissue = std::clamp((b - kFluid) / 26, 0.0F, 1.0F);
    const float white = std::clamp((b - 58) / (kWhite - 58), 0.0F, 1.0F) * 0.4F;
    return all(along(m_ramps[0], b), mix(m_ramps[1].fluid, mix(t2, m_ramps[1].white, white), tissue),
               mix(m_ramps[2].fluid, mix(flair, m_ramps[2].white, white), tissue));
  }

  Ramps m_ramps;
  float m_widening;
  float m_caps;
  float m_iron = 0;
  float m_fat = 1;
};

} // namespace

TissueContrast::TissueContrast(const HeadAtlas& atlas, const ContrastTraits& traits) {
  const Painter painter(traits);
  for (const TissueCode& code : atlas.table) {
    m_table.push_back(painter.of(code));
  }
}

float lesionShare(const TissueCode& code) {
  switch (code.tissue) {
  case Tissue::Cerebrum:
  case Tissue::LimbicCortex:
  case Tissue::Cerebellum:
    return std::clamp((code.brightness - 44) / 14, 0.0F, 1.0F);
  case Tissue::Callosum:
  case Tissue::VentricleWall:
  case Tissue::Brainstem:
  case Tissue::Cord:
    return std::clamp((code.brightness - 30) / 20, 0.0F, 1.0F);
  case Tissue::Caudate:
  case Tissue::Putamen:
  case Tissue::Pallidum:
  case Tissue::Thalamus:
    return std::clamp((code.brightness - 22) / 16, 0.0F, 1.0F);
  default:
    return 0;
  }
}

} // namespace facet::synthetic
