#include "raster.h"

#include <facet/core/parallel.h>
#include <facet/rendering/scene.h>

#include <algorithm>
#include <limits>
#include <numbers>

namespace facet::rendering {
namespace {

/// Where the light comes from on the screen: above, a little from the left, mostly from the viewer. Length 1.
constexpr float kLightX = -0.35F;
constexpr float kLightY = -0.55F;
constexpr float kLightZ = 0.758F;
/// Rows of one part of the picture.
constexpr int kBandRows = 24;
constexpr float kNothing = -std::numeric_limits<float>::infinity();

/// One sample of the picture while it is drawn.
struct Sample {
  float objectZ = kNothing;
  float objectLight = 0;
  std::int32_t object = -1; ///< index, −1 for none
  float frontZ = kNothing;
  float frontLight = 0;
  float frontVeil = 0;
  float backZ = -kNothing;
  float backLight = 0;
  float backVeil = 0;
};

struct Rgb {
  float r = 0;
  float g = 0;
  float b = 0;
};

Rgb rgbOf(Colour colour) {
  return {static_cast<float>(colour >> 16U & 0xffU), static_cast<float>(colour >> 8U & 0xffU),
          static_cast<float>(colour & 0xffU)};
}
Rgb mixed(Rgb a, Rgb b, float share) {
  return {a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share};
}
Rgb scaled(Rgb a, float factor) {
  return {std::min(255.0F, a.r * factor), std::min(255.0F, a.g * factor), std::min(255.0F, a.b * factor)};
}
std::uint32_t packed(Rgb c) {
  const auto byte = [](float v) { return static_cast<std::uint32_t>(std::clamp(v, 0.0F, 255.0F) + 0.5F); };
  return 0xff000000U | byte(c.r) << 16U | byte(c.g) << 8U | byte(c.b);
}

/// The scene on the screen, cut into bands of rows.
struct Projection {
  std::vector<std::vector<ScreenVertex>> objects;
  std::vector<ScreenVertex> shell;
  std::vector<ScreenTriangle> triangles;
  std::vector<std::vector<std::uint32_t>> bands; ///< indices of triangles
};

void addTriangles(Projection& projection, const SurfaceMesh& mesh, const std::vector<ScreenVertex>& vertices,
                  std::int32_t object, int bandRows, int margin) {
  const auto bandCount = static_cast<int>(projection.bands.size());
  for (const auto& corners : mesh.triangles) {
    const ScreenVertex& a = vertices[corners[0]];
    const ScreenVertex& b = vertices[corners[1]];
    const ScreenVertex& c = vertices[corners[2]];
    if (object != kShell && screenArea(a, b, c) >= 0) {
      continue;
    }
    const float least = std::min({a.y, b.y, c.y}) - static_cast<float>(margin);
    const float most = std::max({a.y, b.y, c.y}) + static_cast<float>(margin);
    if (!(most >= 0) || !(least < static_cast<float>(bandCount * bandRows))) {
      continue;
    }
    const int first = std::max(0, static_cast<int>(least) / bandRows);
    const int last = std::min(bandCount - 1, static_cast<int>(most) / bandRows);
    const auto index = static_cast<std::uint32_t>(projection.triangles.size());
    projection.triangles.push_back({vertices.data(), &corners, object});
    for (int band = first; band <= last; ++band) {
      projection.bands[static_cast<std::size_t>(band)].push_back(index);
    }
  }
}

class BandPainter {
public:
  BandPainter(const Scene& scene, const Projection& projection, int width, int top, int bottom, float nearZ, float farZ)
      : m_scene(scene)
      , m_projection(projection)
      , m_width(width)
      , m_top(top)
      , m_bottom(bottom)
      , m_nearZ(nearZ)
      , m_farZ(farZ)
      , m_samples(static_cast<std::size_t>(width) * static_cast<std::size_t>(bottom - top)) {}

  void draw(std::size_t band) {
    for (const std::uint32_t index : m_projection.bands[band]) {
      const ScreenTriangle& t = m_projection.triangles[index];
      const ScreenVertex& a = t.vertices[(*t.corners)[0]];
      const ScreenVertex& b = t.vertices[(*t.corners)[1]];
      const ScreenVertex& c = t.vertices[(*t.corners)[2]];
      if (t.object == kShell) {
        drawShell(a, b, c, screenArea(a, b, c) < 0);
      } else {
        drawObject(a, b, c, t.object);
      }
    }
  }

  [[nodiscard]] Rgb colourAt(int x, int y, bool rim) const {
    const Sample& s = at(x, y);
    Rgb colour = rgbOf(m_scene.background);
    const Rgb shell = rgbOf(m_scene.shellColour);
    if (s.backVeil > 0) {
      colour = mixed(colour, scaled(shell, s.backLight), 0.6F * s.backVeil);
    }
    if (s.object >= 0) {
      const float depth = (s.objectZ - m_farZ) / std::max(1.0F, m_nearZ - m_farZ);
      const Rgb own = rgbOf(m_scene.objects[static_cast<std::size_t>(s.object)].colour);
      colour = scaled(own, s.objectLight * (0.7F + 0.3F * std::clamp(depth, 0.0F, 1.0F)));
      if (rim) {
        colour = rgbOf(m_scene.rim);
      }
    }
    if (s.frontVeil > 0 && s.frontZ > s.objectZ) {
      colour = mixed(colour, scaled(shell, s.frontLight), rim ? 0.3F * s.frontVeil : s.frontVeil);
    }
    return colour;
  }

  /// Whether a sample lies on the border of the selected object.
  [[nodiscard]] bool isRim(int x, int y, int reach) const {
    if (m_scene.selected == 0 || !isSelected(x, y)) {
      return false;
    }
    for (int d = 1; d <= reach; ++d) {
      if ((x >= d && !isSelected(x - d, y)) || (x + d < m_width && !isSelected(x + d, y)) ||
          (y - d >= m_top && !isSelected(x, y - d)) || (y + d < m_bottom && !isSelected(x, y + d))) {
        return true;
      }
    }
    return false;
  }

private:
  [[nodiscard]] const Sample& at(int x, int y) const {
    return m_samples[static_cast<std::size_t>(y - m_top) * static_cast<std::size_t>(m_width) +
                     static_cast<std::size_t>(x)];
  }
  [[nodiscard]] bool isSelected(int x, int y) const {
    const std::int32_t object = at(x, y).object;
    return object >= 0 && m_scene.objects[static_cast<std::size_t>(object)].id == m_scene.selected;
  }
  Sample& sample(int x, int y) {
    return m_samples[static_cast<std::size_t>(y - m_top) * static_cast<std::size_t>(m_width) +
                     static_cast<std::size_t>(x)];
  }

  void drawObject(const ScreenVertex& a, const ScreenVertex& b, const ScreenVertex& c, std::int32_t object) {
    rasterize(a, b, c, m_width, m_top, m_bottom, [&](int x, int y, float w0, float w1, float w2) {
      const float z = w0 * a.z + w1 * b.z + w2 * c.z;
      Sample& s = sample(x, y);
      if (z > s.objectZ) {
        s.objectZ = z;
        s.objectLight = w0 * a.light + w1 * b.light + w2 * c.light;
        s.object = object;
      }
    });
  }

  void drawShell(const ScreenVertex& a, const ScreenVertex& b, const ScreenVertex& c, bool front) {
    rasterize(a, b, c, m_width, m_top, m_bottom, [&](int x, int y, float w0, float w1, float w2) {
      const float z = w0 * a.z + w1 * b.z + w2 * c.z;
      Sample& s = sample(x, y);
      if (front ? z > s.frontZ : z < s.backZ) {
        (front ? s.frontZ : s.backZ) = z;
        (front ? s.frontLight : s.backLight) = w0 * a.light + w1 * b.light + w2 * c.light;
        (front ? s.frontVeil : s.backVeil) = w0 * a.veil + w1 * b.veil + w2 * c.veil;
      }
    });
  }

  const Scene& m_scene;
  const Projection& m_projection;
  int m_width;
  int m_top;
  int m_bottom;
  float m_nearZ;
  float m_farZ;
  std::vector<Sample> m_samples;
};

void drawBand(const Scene& scene, const Projection& projection, std::size_t band, int samples, float radius,
              const PixelBuffer& out) {
  const int width = out.width * samples;
  const int rows = out.height * samples;
  const int bandTop = static_cast<int>(band) * kBandRows * samples;
  const int bandBottom = std::min(rows, bandTop + kBandRows * samples);
  // Rims look at neighbouring rows.
  const int margin = 2 * samples;
  BandPainter painter(scene, projection, width, std::max(0, bandTop - margin), std::min(rows, bandBottom + margin),
                      radius, -radius);
  painter.draw(band);
  const auto share = 1.0F / static_cast<float>(samples * samples);
  for (int y = bandTop / samples; y < bandBottom / samples; ++y) {
    for (int x = 0; x < out.width; ++x) {
      Rgb sum;
      for (int sy = y * samples; sy < (y + 1) * samples; ++sy) {
        for (int sx = x * samples; sx < (x + 1) * samples; ++sx) {
          const Rgb c = painter.colourAt(sx, sy, painter.isRim(sx, sy, samples));
          sum = {sum.r + c.r * share, sum.g + c.g * share, sum.b + c.b * share};
        }
      }
      out.pixels[out.stride * y + x] = packed(sum);
    }
  }
}

} // namespace

Affine3 SceneCamera::screenFromLps() const {
  const double yaw = yawDegrees * std::numbers::pi / 180;
  const double pitch = pitchDegrees * std::numbers::pi / 180;
  const Vec3 right = {std::cos(yaw), std::sin(yaw), 0};
  const Vec3 level = {std::sin(yaw), -std::cos(yaw), 0};
  const Vec3 up = Vec3{0, 0, std::cos(pitch)} - level * std::sin(pitch);
  const Vec3 viewer = level * std::cos(pitch) + Vec3{0, 0, std::sin(pitch)};
  Affine3 map;
  map.matrix = {{{right.x, right.y, right.z}, {-up.x, -up.y, -up.z}, {viewer.x, viewer.y, viewer.z}}};
  return map;
}

std::vector<ScreenVertex> project(const SurfaceMesh& mesh, const SceneCamera& camera, double width, double height) {
  const Affine3 screenFromLps = camera.screenFromLps();
  const Vec3 focus = asVec(camera.focus);
  std::vector<ScreenVertex> vertices(mesh.points.size());
  parallelFor(mesh.points.size(), 8192, [&](std::size_t begin, std::size_t end) {
    for (std::size_t n = begin; n < end; ++n) {
      const Point3f& p = mesh.points[n];
      const Vec3 at = screenFromLps.linear(Vec3{p.x, p.y, p.z} - focus);
      const Point3f& m = mesh.normals[n];
      const Vec3 normal = screenFromLps.linear({m.x, m.y, m.z});
      ScreenVertex& v = vertices[n];
      v.x = static_cast<float>(at.x / camera.mmPerPixel + 0.5 * width);
      v.y = static_cast<float>(at.y / camera.mmPerPixel + 0.5 * height);
      v.z = static_cast<float>(at.z);
      const auto nx = static_cast<float>(normal.x);
      const auto ny = static_cast<float>(normal.y);
      const auto nz = static_cast<float>(normal.z);
      const float facing = std::abs(nx * kLightX + ny * kLightY + nz * kLightZ);
      const float shine = std::pow(std::max(0.0F, facing), 24.0F);
      v.light = 0.42F + 0.55F * facing + 0.18F * shine;
      const float grazing = 1 - std::min(1.0F, std::abs(nz));
      v.veil = 0.13F + 0.5F * grazing * grazing;
    }
  });
  return vertices;
}

SceneExtent extentOf(const Scene& scene) {
  Vec3 least = {1e30, 1e30, 1e30};
  Vec3 most = {-1e30, -1e30, -1e30};
  const auto add = [&](const SurfaceMesh& mesh) {
    for (const Point3f& p : mesh.points) {
      const Vec3 at = {p.x, p.y, p.z};
      for (std::size_t axis = 0; axis < 3; ++axis) {
        least[axis] = std::min(least[axis], at[axis]);
        most[axis] = std::max(most[axis], at[axis]);
      }
    }
  };
  if (scene.shell != nullptr) {
    add(*scene.shell);
  } else {
    for (const SceneObject& object : scene.objects) {
      add(*object.mesh);
    }
  }
  if (least.x > most.x) {
    return {};
  }
  return {asLps((least + most) * 0.5), 0.5 * norm(most - least)};
}

void drawScene(const Scene& scene, const SceneCamera& camera, SceneQuality quality, const PixelBuffer& out) {
  const int samples = quality == SceneQuality::Fine ? 2 : 1;
  SceneCamera fine = camera;
  fine.mmPerPixel = camera.mmPerPixel / samples;
  const double width = out.width * samples;
  const double height = out.height * samples;
  Projection projection;
  projection.bands.resize(static_cast<std::size_t>((out.height + kBandRows - 1) / kBandRows));
  projection.objects.reserve(scene.objects.size());
  const int margin = 2 * samples;
  for (std::size_t n = 0; n < scene.objects.size(); ++n) {
    projection.objects.push_back(project(*scene.objects[n].mesh, fine, width, height));
    addTriangles(projection, *scene.objects[n].mesh, projection.objects.back(), static_cast<std::int32_t>(n),
                 kBandRows * samples, margin);
  }
  if (scene.shell != nullptr) {
    projection.shell = project(*scene.shell, fine, width, height);
    addTriangles(projection, *scene.shell, projection.shell, kShell, kBandRows * samples, margin);
  }
  const auto radius = static_cast<float>(extentOf(scene).radiusMm);
  parallelFor(projection.bands.size(), 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t band = begin; band < end; ++band) {
      drawBand(scene, projection, band, samples, radius, out);
    }
  });
}

std::optional<ScenePick> pick(const Scene& scene, const SceneCamera& camera, int width, int height, double x,
                              double y) {
  std::optional<ScenePick> nearest;
  float nearestZ = kNothing;
  for (const SceneObject& object : scene.objects) {
    const std::vector<ScreenVertex> vertices = project(*object.mesh, camera, width, height);
    for (const auto& corners : object.mesh->triangles) {
      const ScreenVertex& a = vertices[corners[0]];
      const ScreenVertex& b = vertices[corners[1]];
      const ScreenVertex& c = vertices[corners[2]];
      const float area = screenArea(a, b, c);
      if (area >= 0) {
        continue;
      }
      const auto px = static_cast<float>(x);
      const auto py = static_cast<float>(y);
      const float w0 = ((b.x - px) * (c.y - py) - (c.x - px) * (b.y - py)) / area;
      const float w1 = ((c.x - px) * (a.y - py) - (a.x - px) * (c.y - py)) / area;
      const float w2 = 1 - w0 - w1;
      const float z = w0 * a.z + w1 * b.z + w2 * c.z;
      if (w0 >= 0 && w1 >= 0 && w2 >= 0 && z > nearestZ) {
        nearestZ = z;
        const Vec3 screen = {(x - 0.5 * width) * camera.mmPerPixel, (y - 0.5 * height) * camera.mmPerPixel,
                             static_cast<double>(z)};
        const Affine3 lpsFromScreen = camera.screenFromLps().inverse().value_or(Affine3{});
        nearest = {object.id, asLps(lpsFromScreen.linear(screen) + asVec(camera.focus))};
      }
    }
  }
  return nearest;
}

} // namespace facet::rendering
