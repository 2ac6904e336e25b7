#pragma once

#include "head_atlas.h"

namespace facet::synthetic {

/// The contrasts that are drawn together.
enum class Channel : std::uint8_t { T1w, T2w, Flair, T1wEnhanced };
inline constexpr std::size_t kChannels = 4;
using Brightness = std::array<float, kChannels>;

/// What changes the brightness of tissue between people and scans.
struct ContrastTraits {
  std::uint64_t seed = 0; ///< of the person: slight differences between people
  double ageYears = 0;
  /// Widening of the sulci; 0 for a young brain, about 0.8 at 60.
  double sulcalWidening = 0;
  double fieldTesla = 3;
};

/// Brightness of every code of the atlas; white matter has 100 on T1w.
class TissueContrast {
public:
  TissueContrast(const HeadAtlas& atlas, const ContrastTraits& traits);
  [[nodiscard]] const Brightness& of(std::uint8_t code) const { return m_table[code]; }

private:
  std::vector<Brightness> m_table;
};

/// How much of a voxel with this code a lesion can take: 0 outside the brain, 1 in white matter.
[[nodiscard]] float lesionShare(const TissueCode& code);

} // namespace facet::synthetic
