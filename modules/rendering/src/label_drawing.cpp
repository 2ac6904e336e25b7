#include "sampling.h"

#include <facet/core/parallel.h>
#include <facet/rendering/slice_image.h>

#include <array>
#include <cstring>
#include <span>

namespace facet::rendering {
namespace {

/// Rows at a time; more than for images, because neighbouring rows are looked at twice.
constexpr std::size_t kLabelGrain = 64;

/// The labels under the pixels of some rows of a view, and which rows have any.
class LabelRows {
public:
  LabelRows(int begin, int end, int width)
      : m_begin(begin)
      , m_end(end)
      , m_width(width)
      , m_labels(static_cast<std::size_t>(end - begin) * static_cast<std::size_t>(width))
      , m_any(static_cast<std::size_t>(end - begin)) {}

  [[nodiscard]] int begin() const { return m_begin; }
  [[nodiscard]] int end() const { return m_end; }
  [[nodiscard]] int width() const { return m_width; }
  [[nodiscard]] bool contains(int y) const { return y >= m_begin && y < m_end; }
  [[nodiscard]] const std::uint32_t* row(int y) const {
    return m_labels.data() + at(y) * static_cast<std::size_t>(m_width);
  }
  [[nodiscard]] std::uint32_t* row(int y) { return m_labels.data() + at(y) * static_cast<std::size_t>(m_width); }
  [[nodiscard]] bool hasLabels(int y) const { return m_any[at(y)] != 0; }
  void setHasLabels(int y, bool any) { m_any[at(y)] = any ? 1 : 0; }

private:
  [[nodiscard]] std::size_t at(int y) const { return static_cast<std::size_t>(y - m_begin); }

  int m_begin;
  int m_end;
  int m_width;
  std::vector<std::uint32_t> m_labels;
  std::vector<std::uint8_t> m_any;
};

/// Values that are no label count as background.
template <class T>
std::uint32_t toLabel(T stored, const imaging::Rescale& rescale) {
  if constexpr (std::is_unsigned_v<T>) {
    if (rescale.isIdentity()) {
      return static_cast<std::uint32_t>(stored);
    }
  }
  const double value = static_cast<double>(stored) * rescale.slope + rescale.intercept;
  return value >= 0.5 && value < 4294967295.0 ? static_cast<std::uint32_t>(value + 0.5) : 0;
}

template <class T>
void fillOrthogonal(std::span<const T> voxels, const imaging::Volume& volume, const OrthogonalMap& map,
                    const std::vector<std::ptrdiff_t>& columns, LabelRows& rows) {
  const std::ptrdiff_t yStride = strideAlong(volume.size(), map.yAxis);
  const T* slice = voxels.data() + strideAlong(volume.size(), map.sliceAxis) * map.slice;
  const imaging::Rescale rescale = volume.rescale();
  std::int64_t filled = -1;
  for (int y = std::max(rows.begin(), map.y.begin); y < std::min(rows.end(), map.y.end); ++y) {
    std::uint32_t* row = rows.row(y) + map.x.begin;
    const std::int64_t source = map.y.nearest(y);
    if (source == filled) {
      rows.setHasLabels(y, rows.hasLabels(y - 1));
      if (rows.hasLabels(y)) {
        std::memcpy(row, row - rows.width(), columns.size() * sizeof(*row));
      }
      continue;
    }
    filled = source;
    const T* in = slice + yStride * source;
    std::uint32_t any = 0;
    for (std::size_t x = 0; x < columns.size(); ++x) {
      row[x] = toLabel(in[columns[x]], rescale);
      any |= row[x];
    }
    rows.setHasLabels(y, any != 0);
  }
}

template <class T>
void fillOblique(std::span<const T> voxels, const imaging::Volume& volume, const Affine3& ijkFromPixel,
                 LabelRows& rows) {
  const imaging::GridSize size = volume.size();
  const imaging::Rescale rescale = volume.rescale();
  const Vec3 step = ijkFromPixel.column(0);
  const auto nearest = [](double at, std::int64_t count) {
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(at + 0.5), 0, count - 1);
  };
  for (int y = rows.begin(); y < rows.end(); ++y) {
    std::uint32_t* row = rows.row(y);
    const Vec3 start = ijkFromPixel({0.5, static_cast<double>(y) + 0.5, 0});
    const InsideRange inside = insideRange(start, step, size, rows.width(), -0.5);
    std::uint32_t any = 0;
    for (int x = inside.begin; x < inside.end; ++x) {
      const Vec3 at = start + step * x;
      const std::int64_t voxel =
          (nearest(at.z, size.k) * size.j + nearest(at.y, size.j)) * size.i + nearest(at.x, size.i);
      row[x] = toLabel(voxels[static_cast<std::size_t>(voxel)], rescale);
      any |= row[x];
    }
    rows.setHasLabels(y, any != 0);
  }
}

/// `under` with `colour` laid over it. Range of opacity: 0 … 256.
std::uint32_t blend(std::uint32_t under, std::uint32_t colour, std::uint32_t opacity) {
  const std::uint32_t rest = 256 - opacity;
  const std::uint32_t redBlue = ((under & 0xff00ffU) * rest + (colour & 0xff00ffU) * opacity) >> 8U & 0xff00ffU;
  const std::uint32_t green = ((under & 0x00ff00U) * rest + (colour & 0x00ff00U) * opacity) >> 8U & 0x00ff00U;
  return 0xff000000U | redBlue | green;
}

std::uint32_t opacityOf(double share) {
  return static_cast<std::uint32_t>(std::clamp(share, 0.0, 1.0) * 256 + 0.5);
}

class LabelPainter {
public:
  LabelPainter(const LabelLayer& layer, const LabelRows& rows)
      : m_layer(layer)
      , m_rows(rows)
      , m_fill(opacityOf(layer.fillOpacity)) {}

  void paintRow(int y, std::uint32_t* out) const {
    const std::uint32_t* row = m_rows.row(y);
    for (int x = 0; x < m_rows.width(); ++x) {
      const std::uint32_t label = row[x];
      if (label == 0) {
        continue;
      }
      const Colour colour = m_layer.colours[std::min<std::size_t>(label, m_layer.colours.size() - 1)];
      const std::uint32_t alpha = colour >> 24U;
      if (alpha == 0) {
        continue;
      }
      const int reach = m_layer.outlinePixels * (static_cast<std::int64_t>(label) == m_layer.selected ? 2 : 1);
      const bool edge = isEdge(x, y, label, reach);
      out[x] = blend(out[x], colour, edge ? alpha + (alpha >> 7U) : m_fill);
    }
  }

private:
  /// Whether another label lies within `reach` pixels above, below, left or right. The ends of the view are no edge.
  [[nodiscard]] bool isEdge(int x, int y, std::uint32_t label, int reach) const {
    const std::uint32_t* row = m_rows.row(y);
    for (int d = 1; d <= reach; ++d) {
      if ((x >= d && row[x - d] != label) || (x + d < m_rows.width() && row[x + d] != label) ||
          (m_rows.contains(y - d) && m_rows.row(y - d)[x] != label) ||
          (m_rows.contains(y + d) && m_rows.row(y + d)[x] != label)) {
        return true;
      }
    }
    return false;
  }

  const LabelLayer& m_layer;
  const LabelRows& m_rows;
  std::uint32_t m_fill;
};

} // namespace

void drawLabels(const LabelLayer& layer, const ViewGeometry& view, const PixelBuffer& out) {
  if (layer.colours.empty()) {
    return;
  }
  const imaging::Volume& volume = *layer.labels;
  const Affine3 ijkFromPixel = sourceFromPixel(volume, layer.sourceFromView, view);
  const auto map = orthogonalMap(ijkFromPixel, volume.size(), out.width, out.height);
  if (map && (!map->inside || map->x.begin >= map->x.end || map->y.begin >= map->y.end)) {
    return;
  }
  std::vector<std::ptrdiff_t> columns;
  if (map) {
    for (int x = map->x.begin; x < map->x.end; ++x) {
      columns.push_back(map->x.nearest(x) * strideAlong(volume.size(), map->xAxis));
    }
  }
  const int reach = layer.outlinePixels * (layer.selected != 0 ? 2 : 1);
  parallelFor(static_cast<std::size_t>(out.height), kLabelGrain, [&](std::size_t from, std::size_t to) {
    // Outlines look at rows above and below those that are painted.
    LabelRows rows(std::max(0, static_cast<int>(from) - reach), std::min(out.height, static_cast<int>(to) + reach),
                   out.width);
    imaging::visitVoxels(volume, [&](auto voxels) {
      if (map) {
        fillOrthogonal(voxels, volume, *map, columns, rows);
      } else {
        fillOblique(voxels, volume, ijkFromPixel, rows);
      }
    });
    const LabelPainter painter(layer, rows);
    for (std::size_t y = from; y < to; ++y) {
      if (rows.hasLabels(static_cast<int>(y))) {
        painter.paintRow(static_cast<int>(y), out.pixels + out.stride * static_cast<std::ptrdiff_t>(y));
      }
    }
  });
}

} // namespace facet::rendering
