#pragma once

#include <facet/core/geometry.h>
#include <facet/rendering/anatomy.h>

#include <QObject>

#include <array>
#include <optional>

namespace facet::gui {

/// How the views of both visits are shown: what they share, so that they stay comparable.
class ViewState : public QObject {
  Q_OBJECT

public:
  static constexpr double kLeastZoom = 0.5;
  static constexpr double kMostZoom = 40;

  struct Frame {
    double zoom = 1; ///< 1 fits the image into its view
    /// Middle of the views in the frame of the current visit; none for the middle of each image.
    std::optional<LpsPoint> centre;
  };

  using QObject::QObject;

  [[nodiscard]] const Frame& frame(rendering::Plane plane) const { return m_frames[static_cast<std::size_t>(plane)]; }
  void setFrame(rendering::Plane plane, const Frame& frame) {
    m_frames[static_cast<std::size_t>(plane)] = frame;
    Q_EMIT changed();
  }
  void resetFrames() {
    m_frames = {};
    Q_EMIT changed();
  }

  /// Whether lesions are drawn over the images: switched on, and not hidden while a key is held.
  [[nodiscard]] bool overlayShown() const { return m_overlay && !m_held; }
  [[nodiscard]] bool overlayOn() const { return m_overlay; }
  void setOverlay(bool on) {
    m_overlay = on;
    Q_EMIT changed();
  }
  void setHeld(bool held) {
    if (held != m_held) {
      m_held = held;
      Q_EMIT changed();
    }
  }

  /// How opaque the inside of lesions is: 0 leaves the outline alone.
  [[nodiscard]] double fill() const { return m_fill; }
  void setFill(double fill) {
    m_fill = fill < 0 ? 0 : fill > 1 ? 1 : fill;
    Q_EMIT changed();
  }

Q_SIGNALS:
  void changed();

private:
  std::array<Frame, 3> m_frames;
  bool m_overlay = true;
  bool m_held = false;
  double m_fill = 0.25;
};

} // namespace facet::gui
