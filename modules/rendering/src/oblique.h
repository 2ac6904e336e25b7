#pragma once

#include <facet/rendering/slice_image.h>

#include <array>
#include <cstdint>

namespace facet::rendering {

/// Turns stored voxels into 0 … 255 by a window; values outside go on beyond.
class WindowScale {
public:
  WindowScale(const imaging::Volume& volume, const imaging::Window& window)
      : m_factor(volume.rescale().slope * 255 / (window.high - window.low))
      , m_offset((volume.rescale().intercept - window.low) * 255 / (window.high - window.low)) {}

  template <class T>
  [[nodiscard]] float operator()(T stored) const {
    return static_cast<float>(static_cast<double>(stored) * m_factor + m_offset);
  }

private:
  double m_factor;
  double m_offset;
};

/// The nearest of 0 … 255; 0 for NaN.
[[nodiscard]] inline std::uint8_t toByte(float value) {
  const float above = value > 0 ? value : 0;
  return static_cast<std::uint8_t>((above < 255 ? above : 255) + 0.5F);
}

/// Weights of the four neighbours of a place at `t` between the middle two.
/// Source: Catmull and Rom 1974; Keys, IEEE ASSP 1981;29:1153, with a = −1/2.
[[nodiscard]] inline std::array<float, 4> cubicWeights(float t) {
  const float u = 1 - t;
  return {-0.5F * t * u * u, 1 + t * t * (1.5F * t - 2.5F), 1 + u * u * (1.5F * u - 2.5F), -0.5F * u * t * t};
}

/// Draws a view whose axes are not those of the volume, value by value.
void drawOblique(const ImageLayer& layer, const Affine3& ijkFromPixel, const PixelBuffer& out);

} // namespace facet::rendering
