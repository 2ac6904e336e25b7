#pragma once

#include <facet/rendering/scene.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace facet::rendering {

/// A corner on the screen.
struct ScreenVertex {
  float x = 0;
  float y = 0;
  float z = 0;     ///< towards the viewer, mm from the focus
  float light = 0; ///< 0 … 1
  float veil = 0;  ///< how much of a translucent surface is seen here, 0 … 1
};

/// A triangle ready to draw.
struct ScreenTriangle {
  const ScreenVertex* vertices = nullptr; ///< of its mesh
  const std::array<std::uint32_t, 3>* corners = nullptr;
  std::int32_t object = 0; ///< index into the scene's objects, or kShell
};
inline constexpr std::int32_t kShell = -1;

/// Twice the area on the screen, below 0 for triangles that face the viewer.
[[nodiscard]] inline float screenArea(const ScreenVertex& a, const ScreenVertex& b, const ScreenVertex& c) {
  return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
}

/// The corners of a mesh on a screen whose middle is at (width/2, height/2).
[[nodiscard]] std::vector<ScreenVertex> project(const SurfaceMesh& mesh, const SceneCamera& camera, double width,
                                                double height);

/// Calls hit(x, y, w0, w1, w2) for every pixel centre inside the triangle within columns 0 … width and rows top …
/// bottom, with the weights of the corners.
template <class Hit>
void rasterize(const ScreenVertex& a, const ScreenVertex& b, const ScreenVertex& c, int width, int top, int bottom,
               Hit&& hit) {
  const float area = screenArea(a, b, c);
  if (area == 0 || !std::isfinite(area)) {
    return;
  }
  const auto first = [](float least, int bound) {
    return static_cast<int>(std::ceil(std::max(least - 0.5F, static_cast<float>(bound))));
  };
  const auto last = [](float most, int bound) {
    return static_cast<int>(std::floor(std::min(most - 0.5F, static_cast<float>(bound - 1))));
  };
  const int x0 = first(std::min({a.x, b.x, c.x}), 0);
  const int x1 = last(std::max({a.x, b.x, c.x}), width);
  const int y0 = first(std::min({a.y, b.y, c.y}), top);
  const int y1 = last(std::max({a.y, b.y, c.y}), bottom);
  const float scale = 1 / area;
  // Weights are linear over the screen: value at a pixel and steps to the right.
  const float step0 = (b.y - c.y) * scale;
  const float step1 = (c.y - a.y) * scale;
  for (int y = y0; y <= y1; ++y) {
    const float py = static_cast<float>(y) + 0.5F;
    const float px = static_cast<float>(x0) + 0.5F;
    float w0 = ((b.x - px) * (c.y - py) - (c.x - px) * (b.y - py)) * scale;
    float w1 = ((c.x - px) * (a.y - py) - (a.x - px) * (c.y - py)) * scale;
    for (int x = x0; x <= x1; ++x) {
      const float w2 = 1 - w0 - w1;
      if (w0 >= 0 && w1 >= 0 && w2 >= 0) {
        hit(x, y, w0, w1, w2);
      }
      w0 += step0;
      w1 += step1;
    }
  }
}

} // namespace facet::rendering
