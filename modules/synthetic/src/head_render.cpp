#include "head_render.h"

#include <facet/core/parallel.h>
#include <facet/core/random.h>

#include <algorithm>
#include <cmath>

namespace facet::synthetic {
namespace {

constexpr std::uint32_t kNoisePurpose = 0x4E4F4953;
constexpr std::uint32_t kTablePurpose = 0x5441424C;
constexpr std::uint32_t kBiasPurpose = 0x42494153;
/// Noise in air against noise in tissue.
constexpr float kAirNoise = 0.3F;
/// Stored values per unit of brightness.
constexpr float kStored = 1.25F;

Point asPoint(Vec3 v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y), static_cast<float>(v.z)};
}

/// Normal numbers to be drawn from by index; drawing each anew would cost more than the image.
class NormalTable {
public:
  NormalTable() {
    RandomStream random(0, 0, kTablePurpose);
    for (float& value : m_values) {
      value = static_cast<float>(random.normal());
    }
  }
  [[nodiscard]] float at(std::uint64_t bits) const { return m_values[bits & (m_values.size() - 1)]; }

private:
  std::vector<float> m_values = std::vector<float>(std::size_t(1) << 14U);
};

/// Uneven brightness over the head: a polynomial of the second degree.
class Bias {
public:
  Bias(const RenderTraits& traits, Channel channel) {
    RandomStream random(traits.seed, traits.scan * kChannels + static_cast<std::size_t>(channel), kBiasPurpose);
    const double strength = traits.fieldTesla < 2 ? 0.6 : 1;
    for (float& c : m_linear) {
      c = static_cast<float>(strength * random.normal(0, 0.045));
    }
    for (float& c : m_square) {
      c = static_cast<float>(strength * random.normal(0.03, 0.03));
    }
    m_mixed = static_cast<float>(strength * random.normal(0, 0.03));
  }
  /// Frame: scanner, LPS mm.
  [[nodiscard]] float at(Point p) const {
    const float x = p.x / 90;
    const float y = p.y / 110;
    const float z = p.z / 90;
    return 0.98F + m_linear[0] * x + m_linear[1] * y + m_linear[2] * z + m_square[0] * x * x + m_square[1] * y * y +
           m_square[2] * z * z + m_mixed * x * y;
  }

private:
  std::array<float, 3> m_linear{};
  std::array<float, 3> m_square{};
  float m_mixed = 0;
};

float noiseOf(Channel channel, const RenderTraits& traits, double voxelMm3) {
  constexpr std::array<float, kChannels> kNoise = {2.3F, 3.6F, 2.5F, 2.3F};
  const double signal = std::sqrt(std::clamp(voxelMm3, 1.0, 3.0));
  return kNoise[static_cast<std::size_t>(channel)] * (traits.fieldTesla < 2 ? 1.5F : 1.0F) / static_cast<float>(signal);
}

/// Copies of the head shifted along the phase direction, as breathing and nodding leave them.
void ghost(std::span<float> row, std::vector<float>& before) {
  before.assign(row.begin(), row.end());
  const std::size_t n = row.size();
  const auto shifted = [&](std::size_t i, std::size_t by) { return before[(i + by) % n]; };
  const std::size_t wide = n * 19 / 100;
  const std::size_t near = std::max<std::size_t>(1, n / 64);
  for (std::size_t i = 0; i < n; ++i) {
    row[i] = 0.80F * before[i] + 0.10F * (shifted(i, near) + shifted(i, n - near)) -
             0.055F * (shifted(i, 2 * near) + shifted(i, n - 2 * near)) +
             0.030F * (shifted(i, 3 * near) + shifted(i, n - 3 * near)) + 0.045F * shifted(i, wide) +
             0.035F * shifted(i, n - wide) + 0.02F * shifted(i, 2 * wide);
  }
}

} // namespace

Result<std::vector<std::vector<std::int16_t>>> renderChannels(const HeadScene& scene, const HeadShape& shape,
                                                              const ImageGeometry& geometry,
                                                              const Affine3& headFromScanner,
                                                              std::span<const Channel> channels,
                                                              const RenderTraits& traits, Progress& progress) {
  const imaging::GridSize size = geometry.grid.size;
  const auto width = static_cast<std::size_t>(size.i);
  const auto height = static_cast<std::size_t>(size.j);
  const auto depth = static_cast<std::size_t>(size.k);
  std::vector<std::vector<std::int16_t>> images(channels.size(), std::vector<std::int16_t>(size.voxels()));
  const NormalTable normals;
  std::vector<Bias> bias;
  std::vector<float> noise;
  for (const Channel channel : channels) {
    bias.emplace_back(traits, channel);
    noise.push_back(noiseOf(channel, traits, geometry.grid.voxelVolumeMm3()));
  }
  const Affine3 headFromIjk = compose(headFromScanner, geometry.grid.lpsFromIjk);
  const Point stepI = asPoint(headFromIjk.column(0));
  const int samples = geometry.samplesAlongSlice;

  parallelFor(depth * height, 32, [&](std::size_t begin, std::size_t end) {
    if (progress.stopRequested()) {
      return;
    }
    std::vector<Brightness> row(width);
    std::vector<float> line(width);
    std::vector<float> spare;
    for (std::size_t r = begin; r < end; ++r) {
      const double j = static_cast<double>(r % height);
      const double k = static_cast<double>(r / height);
      std::fill(row.begin(), row.end(), Brightness{});
      for (int s = 0; s < samples; ++s) {
        const double inSlice = (s + 0.5) / samples - 0.5;
        const Point start = asPoint(headFromIjk({0, j, k + inSlice}));
        for (std::size_t i = 0; i < width; ++i) {
          const Point head = start + stepI * static_cast<float>(i);
          Point atlas;
          if (!shape.mapTissue(head, atlas)) {
            continue;
          }
          const Brightness b = scene.at(atlas);
          for (std::size_t c = 0; c < kChannels; ++c) {
            row[i][c] += b[c];
          }
        }
      }
      for (std::size_t n = 0; n < channels.size(); ++n) {
        const auto c = static_cast<std::size_t>(channels[n]);
        for (std::size_t i = 0; i < width; ++i) {
          line[i] = row[i][c] * (kStored / static_cast<float>(samples));
        }
        if (traits.motion == HeadMotion::Moved) {
          ghost(line, spare);
        }
        RandomStream random(traits.seed, (traits.scan * kChannels + c) << 32U | r, kNoisePurpose);
        std::uint64_t bits = std::uint64_t(random.word()) << 32U | random.word() | 1U;
        std::int16_t* out = images[n].data() + r * width;
        const float sigma = noise[n] * kStored;
        const Point first = asPoint(geometry.grid.lpsFromIjk({0, j, k}));
        const Point along = asPoint(geometry.grid.lpsFromIjk.column(0));
        for (std::size_t i = 0; i < width; ++i) {
          bits ^= bits << 13U;
          bits ^= bits >> 7U;
          bits ^= bits << 17U;
          const float value = line[i] > 0 ? line[i] * bias[n].at(first + along * static_cast<float>(i)) : 0.0F;
          // Coils far from the air around the head weigh less there.
          const float spread = value > 0 ? sigma : kAirNoise * sigma;
          const float real = value + spread * normals.at(bits);
          const float imaginary = spread * normals.at(bits >> 32U);
          out[i] = static_cast<std::int16_t>(std::sqrt(real * real + imaginary * imaginary) + 0.5F);
        }
      }
    }
  });
  if (progress.stopRequested()) {
    return cancelledError();
  }
  return images;
}

} // namespace facet::synthetic
