#include "oblique.h"
#include "sampling.h"

#include <facet/core/parallel.h>
#include <facet/rendering/slice_image.h>

#include <array>
#include <cstring>
#include <span>

namespace facet::rendering {
namespace {

constexpr Colour kBlack = 0xff000000U;

ColourTable makeGreyTable() {
  ColourTable table{};
  for (std::uint32_t n = 0; n < table.size(); ++n) {
    table[n] = 0xff000000U | n << 16U | n << 8U | n;
  }
  return table;
}

/// The part of one slice that a view needs, as values from 0 (low end of the window) to 255, not clamped.
struct SlicePart {
  std::int64_t x0 = 0; ///< source index of the first column
  std::int64_t y0 = 0;
  std::size_t width = 0;
  std::size_t height = 0;
  std::vector<float> values;

  [[nodiscard]] const float* row(std::int64_t y) const {
    return values.data() + static_cast<std::size_t>(y - y0) * width;
  }
};

struct Range {
  std::int64_t first;
  std::int64_t last;
};

/// Source indices that the pixels of a map need, with `margin` neighbours to each side.
Range neededRange(const AxisMap& map, std::int64_t margin) {
  const std::int64_t a = map.nearest(map.begin);
  const std::int64_t b = map.nearest(map.end - 1);
  return {std::max<std::int64_t>(0, std::min(a, b) - margin),
          std::min<std::int64_t>(map.count - 1, std::max(a, b) + margin)};
}

template <class T>
SlicePart extract(std::span<const T> voxels, const imaging::Volume& volume, const OrthogonalMap& map,
                  const WindowScale& scale, std::int64_t margin) {
  const imaging::GridSize size = volume.size();
  const Range xs = neededRange(map.x, margin);
  const Range ys = neededRange(map.y, margin);
  SlicePart part;
  part.x0 = xs.first;
  part.y0 = ys.first;
  part.width = static_cast<std::size_t>(xs.last - xs.first + 1);
  part.height = static_cast<std::size_t>(ys.last - ys.first + 1);
  part.values.resize(part.width * part.height);
  const std::ptrdiff_t xStride = strideAlong(size, map.xAxis);
  const std::ptrdiff_t yStride = strideAlong(size, map.yAxis);
  const T* origin = voxels.data() + strideAlong(size, map.sliceAxis) * map.slice + xStride * xs.first;
  for (std::size_t y = 0; y < part.height; ++y) {
    const T* in = origin + yStride * (ys.first + static_cast<std::int64_t>(y));
    float* out = part.values.data() + y * part.width;
    for (std::size_t x = 0; x < part.width; ++x) {
      out[x] = scale(in[static_cast<std::ptrdiff_t>(x) * xStride]);
    }
  }
  return part;
}

/// Source column left of each pixel, relative to the part, and how far the pixel lies towards the next.
struct Columns {
  std::vector<std::int32_t> left;
  std::vector<float> fraction;
};

Columns columnsOf(const AxisMap& map, std::int64_t first) {
  Columns columns;
  for (int x = map.begin; x < map.end; ++x) {
    const double at = std::clamp(map.indexAt(x), 0.0, static_cast<double>(map.count - 1));
    const double left = std::floor(at);
    columns.left.push_back(static_cast<std::int32_t>(static_cast<std::int64_t>(left) - first));
    columns.fraction.push_back(static_cast<float>(at - left));
  }
  return columns;
}

void drawNearest(const SlicePart& part, const OrthogonalMap& map, const ColourTable& table, const PixelBuffer& out,
                 int begin, int end) {
  std::vector<std::int32_t> columns;
  for (int x = map.x.begin; x < map.x.end; ++x) {
    columns.push_back(static_cast<std::int32_t>(map.x.nearest(x) - part.x0));
  }
  std::vector<Colour> colours(part.width);
  std::int64_t drawn = -1;
  for (int y = begin; y < end; ++y) {
    std::uint32_t* row = out.pixels + out.stride * y + map.x.begin;
    const std::int64_t source = map.y.nearest(y);
    if (source == drawn) {
      std::memcpy(row, row - out.stride, columns.size() * sizeof(*row));
      continue;
    }
    drawn = source;
    const float* values = part.row(source);
    for (std::size_t x = 0; x < part.width; ++x) {
      colours[x] = table[toByte(values[x])];
    }
    for (std::size_t x = 0; x < columns.size(); ++x) {
      row[x] = colours[static_cast<std::size_t>(columns[x])];
    }
  }
}

void drawLinear(const SlicePart& part, const OrthogonalMap& map, const Columns& columns, const ColourTable& table,
                const PixelBuffer& out, int begin, int end) {
  // One value more at the end, so that the last column has a right neighbour.
  std::vector<float> blended(part.width + 1);
  for (int y = begin; y < end; ++y) {
    const double at = std::clamp(map.y.indexAt(y), 0.0, static_cast<double>(map.y.count - 1));
    const auto top = static_cast<std::int64_t>(std::floor(at));
    const auto fraction = static_cast<float>(at - static_cast<double>(top));
    const float* a = part.row(top);
    const float* b = fraction > 0 ? part.row(top + 1) : a;
    float* line = blended.data();
    const std::size_t width = part.width;
    for (std::size_t x = 0; x < width; ++x) {
      line[x] = a[x] + fraction * (b[x] - a[x]);
    }
    line[width] = line[width - 1];
    std::uint32_t* row = out.pixels + out.stride * y + map.x.begin;
    const std::int32_t* left = columns.left.data();
    const float* fx = columns.fraction.data();
    const std::size_t count = columns.left.size();
    for (std::size_t x = 0; x < count; ++x) {
      const float* pair = line + left[x];
      row[x] = table[toByte(pair[0] + fx[x] * (pair[1] - pair[0]))];
    }
  }
}

void drawCubic(const SlicePart& part, const OrthogonalMap& map, const Columns& columns, const ColourTable& table,
               const PixelBuffer& out, int begin, int end) {
  // One value more on the left and two on the right: edges go on as they are.
  std::vector<float> blended(part.width + 3);
  for (int y = begin; y < end; ++y) {
    const double at = std::clamp(map.y.indexAt(y), 0.0, static_cast<double>(map.y.count - 1));
    const auto top = static_cast<std::int64_t>(std::floor(at));
    const auto weights = cubicWeights(static_cast<float>(at - static_cast<double>(top)));
    std::array<const float*, 4> rows{};
    for (std::size_t n = 0; n < 4; ++n) {
      rows[n] = part.row(std::clamp<std::int64_t>(top + static_cast<std::int64_t>(n) - 1, 0, map.y.count - 1));
    }
    float* line = blended.data() + 1;
    for (std::size_t x = 0; x < part.width; ++x) {
      line[x] = weights[0] * rows[0][x] + weights[1] * rows[1][x] + weights[2] * rows[2][x] + weights[3] * rows[3][x];
    }
    line[-1] = line[0];
    line[part.width] = line[part.width + 1] = line[part.width - 1];
    std::uint32_t* row = out.pixels + out.stride * y + map.x.begin;
    for (std::size_t x = 0; x < columns.left.size(); ++x) {
      const float* four = line + columns.left[x] - 1;
      const auto w = cubicWeights(columns.fraction[x]);
      row[x] = table[toByte(w[0] * four[0] + w[1] * four[1] + w[2] * four[2] + w[3] * four[3])];
    }
  }
}

void fillRow(const PixelBuffer& out, int y, int begin, int end) {
  std::fill(out.pixels + out.stride * y + begin, out.pixels + out.stride * y + end, kBlack);
}

void drawOrthogonal(const ImageLayer& layer, const OrthogonalMap& map, const PixelBuffer& out) {
  const bool empty = !map.inside || map.x.begin >= map.x.end || map.y.begin >= map.y.end;
  SlicePart part;
  Columns columns;
  if (!empty) {
    const std::int64_t margin = layer.interpolation == Interpolation::Off      ? 0
                                : layer.interpolation == Interpolation::Linear ? 1
                                                                               : 3;
    const WindowScale scale(*layer.volume, layer.window);
    part = imaging::visitVoxels(*layer.volume,
                                [&](auto voxels) { return extract(voxels, *layer.volume, map, scale, margin); });
    columns = columnsOf(map.x, part.x0);
  }
  const auto draw = layer.interpolation == Interpolation::Linear ? drawLinear : drawCubic;
  parallelFor(static_cast<std::size_t>(out.height), kRowGrain, [&](std::size_t from, std::size_t to) {
    const int begin = static_cast<int>(from);
    const int end = static_cast<int>(to);
    const int firstRow = empty ? end : std::clamp(map.y.begin, begin, end);
    const int lastRow = empty ? end : std::clamp(map.y.end, firstRow, end);
    for (int y = begin; y < end; ++y) {
      if (y < firstRow || y >= lastRow) {
        fillRow(out, y, 0, out.width);
      } else {
        fillRow(out, y, 0, map.x.begin);
        fillRow(out, y, map.x.end, out.width);
      }
    }
    if (firstRow >= lastRow) {
      return;
    }
    if (layer.interpolation == Interpolation::Off) {
      drawNearest(part, map, *layer.table, out, firstRow, lastRow);
    } else {
      draw(part, map, columns, *layer.table, out, firstRow, lastRow);
    }
  });
}

} // namespace

const ColourTable& greyTable() {
  static const ColourTable table = makeGreyTable();
  return table;
}

void drawImage(const ImageLayer& layer, const ViewGeometry& view, const PixelBuffer& out) {
  const Affine3 ijkFromPixel = sourceFromPixel(*layer.volume, layer.sourceFromView, view);
  if (const auto map = orthogonalMap(ijkFromPixel, layer.volume->size(), out.width, out.height)) {
    drawOrthogonal(layer, *map, out);
  } else {
    drawOblique(layer, ijkFromPixel, out);
  }
}

} // namespace facet::rendering
