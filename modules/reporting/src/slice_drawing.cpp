#include "slice_drawing.h"

#include <facet/rendering/view_geometry.h>

#include <algorithm>
#include <cmath>

namespace facet::reporting {
namespace {

using rendering::Plane;

constexpr int kPixelsAcross = 560; ///< of a picture
constexpr double kLeastMmPerPixel = 0.2;
constexpr double kSearchMmPerPixel = 2;
constexpr int kDark = 34;            ///< of 255: darker pixels are background
constexpr double kLeastShare = 0.03; ///< of bright pixels that a row must have to belong to the head
constexpr double kMarginMm = 5;
constexpr double kLeastExtentMm = 40;
constexpr int kOutlinePixels = 2;
constexpr double kAnisotropic = 2;

struct Pixels {
  QImage image;
  explicit Pixels(int width, int height)
      : image(width, height, QImage::Format_RGB32) {}
  [[nodiscard]] rendering::PixelBuffer buffer() {
    return {reinterpret_cast<std::uint32_t*>(image.bits()), image.width(), image.height(), image.bytesPerLine() / 4};
  }
};

rendering::ViewSpec specOf(const imaging::Grid& grid, Plane plane, std::int64_t slice) {
  rendering::ViewSpec spec;
  spec.grid = grid;
  spec.plane = plane;
  spec.slice = slice;
  spec.centre = rendering::centreOf(grid);
  return spec;
}

/// First and last index whose count reaches a share of the largest possible one.
std::optional<std::pair<int, int>> brightRange(const std::vector<int>& counts, int across) {
  const int least = std::max(1, static_cast<int>(kLeastShare * across));
  const auto enough = [&](int count) { return count >= least; };
  const auto first = std::find_if(counts.begin(), counts.end(), enough);
  if (first == counts.end()) {
    return std::nullopt;
  }
  const auto last = std::find_if(counts.rbegin(), counts.rend(), enough);
  return std::pair(static_cast<int>(first - counts.begin()), static_cast<int>(last.base() - counts.begin()));
}

} // namespace

Plane acquiredPlane(const imaging::Grid& grid) {
  const Vec3 edges = grid.spacingMm();
  const std::array<double, 3> lengths = {edges.x, edges.y, edges.z};
  const auto [shortest, longest] = std::minmax_element(lengths.begin(), lengths.end());
  if (*longest <= kAnisotropic * *shortest) {
    return Plane::Axial;
  }
  const auto axis = static_cast<std::size_t>(longest - lengths.begin());
  for (const Plane plane : rendering::kPlanes) {
    if (rendering::planeAxes(grid.lpsFromIjk, plane).slice == axis) {
      return plane;
    }
  }
  return Plane::Axial;
}

SliceCrop cropOf(const imaging::Volume& image, const imaging::Window& window, Plane plane, std::int64_t slice) {
  const rendering::PlaneExtent extent = rendering::planeExtent(image.grid(), plane);
  rendering::ViewSpec spec = specOf(image.grid(), plane, slice);
  spec.mmPerPixel = kSearchMmPerPixel;
  spec.width = std::max(1, static_cast<int>(std::ceil(extent.widthMm / spec.mmPerPixel)));
  spec.height = std::max(1, static_cast<int>(std::ceil(extent.heightMm / spec.mmPerPixel)));
  const rendering::ViewGeometry view(spec);
  Pixels pixels(spec.width, spec.height);
  rendering::ImageLayer layer;
  layer.volume = &image;
  layer.window = window;
  rendering::drawImage(layer, view, pixels.buffer());
  std::vector<int> columns(static_cast<std::size_t>(spec.width));
  std::vector<int> rows(static_cast<std::size_t>(spec.height));
  for (int y = 0; y < spec.height; ++y) {
    for (int x = 0; x < spec.width; ++x) {
      if (qGray(pixels.image.pixel(x, y)) > kDark) {
        ++columns[static_cast<std::size_t>(x)];
        ++rows[static_cast<std::size_t>(y)];
      }
    }
  }
  const auto across = brightRange(columns, spec.height);
  const auto down = brightRange(rows, spec.width);
  if (!across || !down) {
    return {view.lpsAt(spec.width / 2.0, spec.height / 2.0), extent.widthMm, extent.heightMm};
  }
  const auto size = [](const std::pair<int, int>& range) {
    return std::max(kLeastExtentMm, (range.second - range.first) * kSearchMmPerPixel + 2 * kMarginMm);
  };
  return {view.lpsAt((across->first + across->second) / 2.0, (down->first + down->second) / 2.0), size(*across),
          size(*down)};
}

KeySlice drawSlice(const imaging::Volume& image, const imaging::Window& window, Plane plane, std::int64_t slice,
                   const SliceCrop& crop, const std::optional<LpsPoint>& pointer, const Outlines* outlines) {
  rendering::ViewSpec spec = specOf(image.grid(), plane, slice);
  spec.centre = crop.centre;
  spec.mmPerPixel = std::max(kLeastMmPerPixel, crop.widthMm / kPixelsAcross);
  spec.width = std::max(1, static_cast<int>(std::lround(crop.widthMm / spec.mmPerPixel)));
  spec.height = std::max(1, static_cast<int>(std::lround(crop.heightMm / spec.mmPerPixel)));
  const rendering::ViewGeometry view(spec);
  Pixels pixels(spec.width, spec.height);
  rendering::ImageLayer layer;
  layer.volume = &image;
  layer.window = window;
  rendering::drawImage(layer, view, pixels.buffer());
  if (outlines != nullptr) {
    rendering::LabelLayer labels;
    labels.labels = outlines->labels;
    labels.colours = outlines->colours;
    labels.fillOpacity = 0;
    labels.outlinePixels = kOutlinePixels;
    rendering::drawLabels(labels, view, pixels.buffer());
  }
  KeySlice drawn;
  drawn.mmPerPixel = spec.mmPerPixel;
  const rendering::EdgeLetters letters = view.edgeLetters();
  drawn.letters = {letters.left, letters.right, letters.top, letters.bottom};
  drawn.number = rendering::sliceNumber(image.grid(), plane, slice);
  drawn.count = rendering::sliceCount(image.grid(), plane);
  drawn.at = view.lpsAt(spec.width / 2.0, spec.height / 2.0);
  if (pointer) {
    const Vec3 pixel = view.pixelAt(*pointer);
    const QPointF place(pixel.x / spec.width, pixel.y / spec.height);
    if (QRectF(0, 0, 1, 1).contains(place)) {
      drawn.pointer = place;
    }
  }
  drawn.image = outlines == nullptr ? pixels.image.convertToFormat(QImage::Format_Grayscale8) : pixels.image;
  return drawn;
}

} // namespace facet::reporting
