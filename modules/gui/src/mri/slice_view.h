#pragma once

#include "view_state.h"

#include <facet/rendering/slice_image.h>
#include <facet/rendering/view_geometry.h>
#include <facet/workspace/mri_model.h>
#include <facet/workspace/theme.h>

#include <QImage>
#include <QWidget>

#include <optional>

namespace facet::gui {

[[nodiscard]] QString planeName(rendering::Plane plane);

/// One plane of one visit: image, lesions, cross-hair, letters, scale. Left sets the cross-hair, the wheel goes through
/// the slices, the middle button (or Shift and left) pans, the right one changes the window, Ctrl and wheel zoom.
class SliceView : public QWidget {
  Q_OBJECT

public:
  SliceView(const workspace::Theme& theme, workspace::MriModel& model, ViewState& state, workspace::MriRow row,
            rendering::Plane plane, QWidget* parent = nullptr);

  [[nodiscard]] workspace::MriRow row() const { return m_row; }
  [[nodiscard]] rendering::Plane plane() const { return m_plane; }
  /// Where the device pixels lie, or nothing while there is no image.
  [[nodiscard]] std::optional<rendering::ViewGeometry> geometry() const;
  /// Moves the cross-hair across the plane by slices of the image, towards superior, posterior or left.
  void scroll(std::int64_t slices);
  /// Moves the cross-hair within the plane by pixels of the image.
  void step(int right, int down);
  void zoom(double factor, QPointF at);
  /// Whether no other view is seen beside it; then it fits its own image and not those of all.
  void setAlone(bool alone) { m_alone = alone; }
  /// The place under the pointer, in the frame of the image; none while it is elsewhere.
  [[nodiscard]] std::optional<LpsPoint> pointed() const { return m_pointed; }
  /// The sentence that stands instead of an image, or an empty text.
  [[nodiscard]] QString message() const;
  [[nodiscard]] QStringList paintedTexts() const;

  [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
  void pointedChanged();
  /// The pointer or the focus came here.
  void touched();
  void fullPageRequested();

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  enum class Drag { None, CrossHair, Pan, Window };
  /// All that the drawn image depends on.
  struct Drawn {
    const void* volume = nullptr;
    const void* lesions = nullptr;
    rendering::ViewSpec spec;
    imaging::Window window;
    double fill = -1;
    std::int64_t selected = 0;
    int mode = 0;
  };

  [[nodiscard]] const imaging::Grid* grid() const;
  [[nodiscard]] double fitMmPerPixel() const;
  [[nodiscard]] LpsPoint lpsAt(const rendering::ViewGeometry& view, QPointF at) const;
  [[nodiscard]] QString sliceText() const;
  [[nodiscard]] QString scaleText(double lengthMm) const;
  void draw(const rendering::ViewGeometry& view);
  void drawLesions(const rendering::ViewGeometry& view, const rendering::PixelBuffer& out);
  void paintCrossHair(QPainter& painter, const rendering::ViewGeometry& view);
  void paintLetters(QPainter& painter, const rendering::ViewGeometry& view);
  void paintScale(QPainter& painter, const rendering::ViewGeometry& view);
  void paintMessage(QPainter& painter, const QString& text);
  void setPointed(std::optional<LpsPoint> at);

  const workspace::Theme& m_theme;
  workspace::MriModel& m_model;
  ViewState& m_state;
  workspace::MriRow m_row;
  rendering::Plane m_plane;
  QImage m_image;
  Drawn m_drawn;
  std::optional<LpsPoint> m_pointed;
  Drag m_drag = Drag::None;
  QPointF m_pressed;
  workspace::WindowChoice m_windowBefore;
  ViewState::Frame m_frameBefore;
  LpsPoint m_centreBefore;
  int m_wheel = 0;
  bool m_alone = false;
};

} // namespace facet::gui
