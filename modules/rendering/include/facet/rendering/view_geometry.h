#pragma once

#include <facet/core/geometry.h>
#include <facet/imaging/volume.h>
#include <facet/rendering/anatomy.h>

#include <optional>
#include <string>

namespace facet::rendering {

/// What a view shows of a grid.
struct ViewSpec {
  imaging::Grid grid; ///< whose planes are shown; its axes give the view's
  Plane plane = Plane::Axial;
  std::int64_t slice = 0; ///< index along the axis across the plane
  LpsPoint centre;        ///< stands in the middle of the view, moved at a right angle onto the slice
  double mmPerPixel = 1;  ///< device pixels, which are square whatever the voxels
  int width = 0;          ///< device pixels
  int height = 0;
};

struct EdgeLetters {
  std::string left;
  std::string right;
  std::string top;
  std::string bottom;
};

/// Where the pixels of a view lie. Pixel coordinates are continuous: 0, 0 is the outer corner at the top left, the
/// middle of the first pixel is 0.5, 0.5. Thread: may be read from any number of threads.
class ViewGeometry {
public:
  explicit ViewGeometry(const ViewSpec& spec);

  [[nodiscard]] const ViewSpec& spec() const { return m_spec; }
  [[nodiscard]] const PlaneAxes& axes() const { return m_axes; }
  /// Frame: LPS mm from (x, y, n): pixels to the right and down, slices from the shown one.
  [[nodiscard]] const Affine3& lpsFromPixel() const { return m_lpsFromPixel; }
  [[nodiscard]] const Affine3& pixelFromLps() const { return m_pixelFromLps; }

  /// The place under a point of the view.
  [[nodiscard]] LpsPoint lpsAt(double x, double y) const { return asLps(m_lpsFromPixel({x, y, 0})); }
  /// The voxel of the shown slice under a point of the view, or nothing outside the grid.
  [[nodiscard]] std::optional<IjkIndex> voxelAt(double x, double y) const;
  /// Where a place is drawn; z is its distance from the shown slice in slices.
  [[nodiscard]] Vec3 pixelAt(LpsPoint lps) const { return m_pixelFromLps(asVec(lps)); }

  /// Directions of the screen in the patient. Units: length 1.
  [[nodiscard]] Vec3 rightDirection() const;
  [[nodiscard]] Vec3 downDirection() const;
  [[nodiscard]] EdgeLetters edgeLetters() const;

private:
  ViewSpec m_spec;
  PlaneAxes m_axes;
  Affine3 m_lpsFromPixel;
  Affine3 m_pixelFromLps;
  Affine3 m_ijkFromPixel;
};

/// Middle of a grid.
[[nodiscard]] LpsPoint centreOf(const imaging::Grid& grid);

/// Width and height of a grid in a plane, from outer side to outer side. Units: mm.
struct PlaneExtent {
  double widthMm = 0;
  double heightMm = 0;
};
[[nodiscard]] PlaneExtent planeExtent(const imaging::Grid& grid, Plane plane);

/// The longest length of 1, 2 or 5 times a power of ten that is at most `atMostMm`. Units: mm.
[[nodiscard]] double roundLengthMm(double atMostMm);

} // namespace facet::rendering
