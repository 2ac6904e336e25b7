#include "oblique.h"

#include "sampling.h"

#include <facet/core/parallel.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace facet::rendering {
namespace {

template <class T>
class Sampler {
public:
  Sampler(const imaging::Volume& volume, const WindowScale& scale)
      : m_voxels(volume.stored<T>().data())
      , m_size(volume.size())
      , m_scale(scale) {}

  [[nodiscard]] float nearest(Vec3 at) const {
    return m_scale(
        m_voxels[offset(index(at.x + 0.5, m_size.i), index(at.y + 0.5, m_size.j), index(at.z + 0.5, m_size.k))]);
  }

  [[nodiscard]] float linear(Vec3 at) const {
    const Axis x(at.x, m_size.i, 1);
    const Axis y(at.y, m_size.j, m_size.i);
    const Axis z(at.z, m_size.k, m_size.i * m_size.j);
    return trilinear(m_voxels + x.first + y.first + z.first, {x.step, y.step, z.step},
                     {x.fraction, y.fraction, z.fraction});
  }

  /// The same for a place whose eight neighbours are all inside. Single precision holds an index of 512 to 1/16,000.
  [[nodiscard]] float linearInside(float x, float y, float z) const {
    const auto i = static_cast<std::int32_t>(x);
    const auto j = static_cast<std::int32_t>(y);
    const auto k = static_cast<std::int32_t>(z);
    return trilinear(m_voxels + offset(i, j, k), {1, m_size.i, m_size.i * m_size.j},
                     {x - static_cast<float>(i), y - static_cast<float>(j), z - static_cast<float>(k)});
  }

  [[nodiscard]] float cubic(Vec3 at) const {
    const Four x(at.x, m_size.i, 1);
    const Four y(at.y, m_size.j, m_size.i);
    const Four z(at.z, m_size.k, m_size.i * m_size.j);
    float sum = 0;
    for (std::size_t c = 0; c < 4; ++c) {
      for (std::size_t b = 0; b < 4; ++b) {
        const T* row = m_voxels + z.offset[c] + y.offset[b];
        const float line = x.weight[0] * float(row[x.offset[0]]) + x.weight[1] * float(row[x.offset[1]]) +
                           x.weight[2] * float(row[x.offset[2]]) + x.weight[3] * float(row[x.offset[3]]);
        sum += z.weight[c] * y.weight[b] * line;
      }
    }
    return m_scale(sum);
  }

private:
  float trilinear(const T* p, const std::array<std::int64_t, 3>& step, const std::array<float, 3>& f) const {
    const auto along = [&](const T* q) {
      const auto a = static_cast<float>(q[0]);
      return a + f[0] * (static_cast<float>(q[step[0]]) - a);
    };
    const auto face = [&](const T* q) {
      const float a = along(q);
      return a + f[1] * (along(q + step[1]) - a);
    };
    const float a = face(p);
    return m_scale(a + f[2] * (face(p + step[2]) - a));
  }

  static std::int64_t index(double at, std::int64_t count) {
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(at)), 0, count - 1);
  }
  [[nodiscard]] std::int64_t offset(std::int64_t i, std::int64_t j, std::int64_t k) const {
    return (k * m_size.j + j) * m_size.i + i;
  }

  /// The two neighbours of a place along one axis.
  struct Axis {
    Axis(double at, std::int64_t count, std::int64_t stride) {
      const double inside = std::clamp(at, 0.0, static_cast<double>(count - 1));
      const auto left = static_cast<std::int64_t>(inside);
      fraction = static_cast<float>(inside - static_cast<double>(left));
      first = left * stride;
      step = left + 1 < count ? stride : 0;
    }
    std::int64_t first;
    std::int64_t step;
    float fraction;
  };

  /// The four neighbours.
  struct Four {
    Four(double at, std::int64_t count, std::int64_t stride) {
      const double inside = std::clamp(at, 0.0, static_cast<double>(count - 1));
      const auto left = static_cast<std::int64_t>(inside);
      weight = cubicWeights(static_cast<float>(inside - static_cast<double>(left)));
      for (std::int64_t n = 0; n < 4; ++n) {
        offset[static_cast<std::size_t>(n)] = std::clamp<std::int64_t>(left + n - 1, 0, count - 1) * stride;
      }
    }
    std::array<std::int64_t, 4> offset{};
    std::array<float, 4> weight{};
  };

  const T* m_voxels;
  imaging::GridSize m_size;
  WindowScale m_scale;
};

template <class T>
void drawCore(const Sampler<T>& sampler, Vec3 start, Vec3 step, InsideRange core, const ColourTable& table,
              std::uint32_t* row) {
  const auto dx = static_cast<float>(step.x);
  const auto dy = static_cast<float>(step.y);
  const auto dz = static_cast<float>(step.z);
  const auto x0 = static_cast<float>(start.x);
  const auto y0 = static_cast<float>(start.y);
  const auto z0 = static_cast<float>(start.z);
  for (int x = core.begin; x < core.end; ++x) {
    const auto n = static_cast<float>(x);
    row[x] = table[toByte(sampler.linearInside(x0 + n * dx, y0 + n * dy, z0 + n * dz))];
  }
}

template <class T>
void drawRows(const ImageLayer& layer, const Affine3& ijkFromPixel, const PixelBuffer& out) {
  const Sampler<T> sampler(*layer.volume, WindowScale(*layer.volume, layer.window));
  const imaging::GridSize size = layer.volume->size();
  const Vec3 step = ijkFromPixel.column(0);
  const ColourTable& table = *layer.table;
  parallelFor(static_cast<std::size_t>(out.height), kRowGrain, [&](std::size_t from, std::size_t to) {
    for (std::size_t y = from; y < to; ++y) {
      std::uint32_t* row = out.pixels + out.stride * static_cast<std::ptrdiff_t>(y);
      const Vec3 start = ijkFromPixel({0.5, static_cast<double>(y) + 0.5, 0});
      // Rounding may put the outermost pixel a hair outside; indices are clamped.
      const InsideRange inside = insideRange(start, step, size, out.width, -0.5);
      std::fill(row, row + inside.begin, 0xff000000U);
      std::fill(row + inside.end, row + out.width, 0xff000000U);
      const auto line = [&](int begin, int end, auto sample) {
        for (int x = begin; x < end; ++x) {
          row[x] = table[toByte(sample(start + step * x))];
        }
      };
      switch (layer.interpolation) {
      case Interpolation::Off:
        line(inside.begin, inside.end, [&](Vec3 at) { return sampler.nearest(at); });
        break;
      case Interpolation::Linear: {
        const auto edge = [&](Vec3 at) { return sampler.linear(at); };
        InsideRange core = insideRange(start, step, size, out.width, 0.001);
        core.begin = std::clamp(core.begin, inside.begin, inside.end);
        core.end = std::clamp(core.end, core.begin, inside.end);
        line(inside.begin, core.begin, edge);
        drawCore(sampler, start, step, core, table, row);
        line(core.end, inside.end, edge);
        break;
      }
      case Interpolation::Cubic:
        line(inside.begin, inside.end, [&](Vec3 at) { return sampler.cubic(at); });
        break;
      }
    }
  });
}

} // namespace

void drawOblique(const ImageLayer& layer, const Affine3& ijkFromPixel, const PixelBuffer& out) {
  imaging::visitVoxels(*layer.volume,
                       [&](auto voxels) { drawRows<typename decltype(voxels)::value_type>(layer, ijkFromPixel, out); });
}

} // namespace facet::rendering
