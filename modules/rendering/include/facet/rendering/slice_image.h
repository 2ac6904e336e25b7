#pragma once

#include <facet/core/geometry.h>
#include <facet/imaging/statistics.h>
#include <facet/imaging/volume.h>
#include <facet/rendering/view_geometry.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace facet::rendering {

/// A colour as 0xAARRGGBB, not premultiplied.
using Colour = std::uint32_t;

/// Pixels to draw into: 0xffRRGGBB in the machine's byte order, row by row from the top.
struct PixelBuffer {
  std::uint32_t* pixels = nullptr;
  int width = 0;
  int height = 0;
  std::ptrdiff_t stride = 0; ///< pixels from one row to the next
};

enum class Interpolation : std::uint8_t { Off, Linear, Cubic };

/// Colours from the low to the high end of the window.
using ColourTable = std::array<Colour, 256>;
[[nodiscard]] const ColourTable& greyTable();

/// An image to draw. What it refers to must live until drawing has ended.
struct ImageLayer {
  const imaging::Volume* volume = nullptr;
  Affine3 sourceFromView; ///< LPS of the volume from LPS of the view; identity where both share a frame of reference
  imaging::Window window; ///< low below high
  Interpolation interpolation = Interpolation::Linear;
  const ColourTable* table = &greyTable();
};

/// Labels to draw over an image, by the nearest voxel. Values below 1 and those with a transparent colour are left out.
struct LabelLayer {
  const imaging::Volume* labels = nullptr;
  Affine3 sourceFromView;
  /// Colour of each label; labels beyond the end have the last one. Alpha counts for the outline alone.
  std::span<const Colour> colours;
  double fillOpacity = 0.3;  ///< 0 … 1
  int outlinePixels = 1;     ///< inside the label; 0 for none
  std::int64_t selected = 0; ///< a label whose outline is drawn twice as wide; 0 for none
};

/// Draws an image over the whole buffer, black where the volume is not. Values are interpolated first and windowed
/// then; a volume whose axes are the view's is never interpolated across slices.
/// Cost: 590 × 400 pixels in 0.7 ms linear and 0.3 ms without interpolation on two cores, 3 ms oblique.
void drawImage(const ImageLayer& layer, const ViewGeometry& view, const PixelBuffer& out);

/// Draws labels over what is in the buffer.
void drawLabels(const LabelLayer& layer, const ViewGeometry& view, const PixelBuffer& out);

} // namespace facet::rendering
