#pragma once

#include <facet/rendering/scene.h>
#include <facet/workspace/mri_model.h>
#include <facet/workspace/theme.h>

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace facet::gui {

/// The lesions of both visits inside the brain. Dragging turns it, the wheel zooms, a click selects a lesion.
class SceneView final : public QWidget {
  Q_OBJECT

public:
  SceneView(const workspace::Theme& theme, workspace::MriModel& model, QWidget* parent = nullptr);

  [[nodiscard]] const rendering::SceneCamera& camera() const { return m_camera; }
  /// From the front, whole.
  void resetView();
  [[nodiscard]] QString message() const;
  [[nodiscard]] QString caption() const;
  [[nodiscard]] QStringList paintedTexts() const;
  [[nodiscard]] QSize minimumSizeHint() const override { return {120, 100}; }

Q_SIGNALS:
  void fullPageRequested();

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

private:
  void showScene();
  [[nodiscard]] rendering::Scene scene() const;
  [[nodiscard]] rendering::SceneCamera deviceCamera() const;
  void turn(double yaw, double pitch);
  void zoom(double factor);
  void redraw(rendering::SceneQuality quality);
  void paintLetters(QPainter& painter);

  const workspace::Theme& m_theme;
  workspace::MriModel& m_model;
  rendering::SceneCamera m_camera;
  rendering::SceneExtent m_extent;
  double m_zoom = 1;
  rendering::SceneQuality m_quality = rendering::SceneQuality::Fine;
  QTimer m_refine;
  QImage m_image;
  QPointF m_last;
  QPointF m_pressed;
  bool m_turning = false;
};

} // namespace facet::gui
