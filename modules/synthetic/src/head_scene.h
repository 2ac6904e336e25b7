#pragma once

#include "head_atlas.h"
#include "lesion_plan.h"
#include "tissue_contrast.h"

#include <span>
#include <vector>

namespace facet::synthetic {

/// The atlas painted with the brightness of one scan, all channels side by side, lesions included.
class HeadScene {
public:
  /// `atlas` must outlive the scene.
  HeadScene(const HeadAtlas& atlas, const TissueContrast& contrast, std::span<const PlannedLesion> lesions,
            std::size_t scan);

  /// Brightness between the voxels; zero outside. Frame: atlas, LPS mm.
  [[nodiscard]] Brightness at(Point atlas) const;

private:
  void paintTissue(const TissueContrast& contrast);
  void paintLesion(const PlannedLesion& lesion, const LesionState& state);

  const HeadAtlas& m_atlas;
  std::vector<Brightness> m_voxels;
};

/// How much of a point is this lesion, given what lies there. Frame: atlas, LPS mm.
[[nodiscard]] float lesionAt(const HeadAtlas& atlas, const PlannedLesion& lesion, float scale, Point place);

} // namespace facet::synthetic
