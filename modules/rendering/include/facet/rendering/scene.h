#pragma once

#include <facet/core/geometry.h>
#include <facet/rendering/slice_image.h>
#include <facet/rendering/surface.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace facet::rendering {

/// An opaque surface. The mesh must live until drawing has ended.
struct SceneObject {
  const SurfaceMesh* mesh = nullptr;
  Colour colour = 0xffffffffU;
  std::int64_t id = 0; ///< what pick() returns
};

/// Lesions inside a brain.
struct Scene {
  std::vector<SceneObject> objects;
  const SurfaceMesh* shell = nullptr; ///< drawn translucent around them; none for no shell
  Colour shellColour = 0xffa0a8b0U;
  Colour background = 0xff000000U;
  std::int64_t selected = 0; ///< id of the object that gets a rim; 0 for none
  Colour rim = 0xffffffffU;
};

/// From where a scene is seen, in parallel projection: lengths across the view are true everywhere.
struct SceneCamera {
  LpsPoint focus; ///< in the middle of the view
  /// 0 looks at the face, 90 at the patient's left side, 180 at the back of the head. Units: degrees.
  double yawDegrees = 0;
  double pitchDegrees = 0; ///< 90 looks from above, −90 from below
  double mmPerPixel = 1;   ///< device pixels

  /// Frame: screen (x to the right, y down, z towards the viewer) from LPS, directions only.
  [[nodiscard]] Affine3 screenFromLps() const;
};

/// Middle and radius of what a scene holds; radius 0 where it is empty. Units: mm.
struct SceneExtent {
  LpsPoint centre;
  double radiusMm = 0;
};
[[nodiscard]] SceneExtent extentOf(const Scene& scene);

enum class SceneQuality : std::uint8_t {
  Draft, ///< one sample a pixel, while it is being turned
  Fine   ///< four
};

/// Draws a scene over the whole buffer, in software. Thread: any. Cost: 300 × 340 pixels with 60,000 triangles in 5 ms
/// as a draft and 12 ms fine on two cores.
void drawScene(const Scene& scene, const SceneCamera& camera, SceneQuality quality, const PixelBuffer& out);

/// The id of the object under a point of a view of that size, and the place on its surface.
struct ScenePick {
  std::int64_t id = 0;
  LpsPoint place;
};
[[nodiscard]] std::optional<ScenePick> pick(const Scene& scene, const SceneCamera& camera, int width, int height,
                                            double x, double y);

} // namespace facet::rendering
