#include "scene_view.h"

#include <facet/gui/paint.h>
#include <facet/rendering/anatomy.h>
#include <facet/workspace/texts.h>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace facet::gui {

using rendering::SceneQuality;
using workspace::LesionBasis;
using workspace::LesionScene;
using workspace::MriRow;
using workspace::ThemeMode;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {

constexpr double kDegreesPerPixel = 0.5;
constexpr double kDegreesPerKey = 15;
constexpr double kFirstYaw = 0;
constexpr double kFirstPitch = 9;
constexpr double kRoom = 1.25; ///< a head is narrower than the ball around it
constexpr int kRefineMs = 150;
constexpr int kMargin = 8;

} // namespace

SceneView::SceneView(const workspace::Theme& theme, workspace::MriModel& model, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(model) {
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setAccessibleName(tr("Lesions in 3D"));
  m_refine.setSingleShot(true);
  m_refine.setInterval(kRefineMs);
  connect(&m_refine, &QTimer::timeout, this, [this] { redraw(SceneQuality::Fine); });
  connect(&model, &workspace::MriModel::sceneChanged, this, &SceneView::showScene);
  connect(&model, &workspace::MriModel::lesionsChanged, this, qOverload<>(&QWidget::update));
  connect(&model, &workspace::MriModel::selectionChanged, this, [this] { redraw(SceneQuality::Fine); });
  resetView();
}

void SceneView::resetView() {
  m_camera.yawDegrees = kFirstYaw;
  m_camera.pitchDegrees = kFirstPitch;
  m_zoom = 1;
  redraw(SceneQuality::Fine);
}

void SceneView::showScene() {
  if (m_model.scene()) {
    m_extent = rendering::extentOf(scene());
    m_camera.focus = m_extent.centre;
  }
  redraw(SceneQuality::Fine);
}

void SceneView::redraw(SceneQuality quality) {
  m_quality = quality;
  m_image = {};
  update();
}

rendering::Scene SceneView::scene() const {
  rendering::Scene drawn;
  drawn.background = m_theme.color(Token::Viewport).rgba();
  const std::shared_ptr<const LesionScene>& lesions = m_model.scene();
  if (!lesions) {
    return drawn;
  }
  for (const LesionScene::Item& item : lesions->items) {
    const QColor ink = item.status ? m_theme.color(workspace::markOf(*item.status).shape, ThemeMode::Dark)
                                   : m_theme.color(Token::OnViewport);
    drawn.objects.push_back({&item.mesh, ink.rgba(), item.label});
  }
  if (!lesions->shell.triangles.empty()) {
    drawn.shell = &lesions->shell;
  }
  drawn.selected = m_model.selected().value_or(0);
  return drawn;
}

rendering::SceneCamera SceneView::deviceCamera() const {
  rendering::SceneCamera camera = m_camera;
  const double side = std::max(1, std::min(width(), height())) * kRoom;
  camera.mmPerPixel = std::max(1e-3, 2 * m_extent.radiusMm / side / m_zoom / devicePixelRatioF());
  return camera;
}

QString SceneView::message() const {
  if (m_model.study().visits().empty()) {
    return {};
  }
  if (m_model.lesionFailure()) {
    return tr("The mask of lesions could not be read.");
  }
  if (m_model.lesions() && m_model.lesions()->basis == LesionBasis::NoMask) {
    return tr("Lesions would be shown here. There is no mask of this scan.");
  }
  if (!m_model.scene()) {
    return m_model.isSettled() ? tr("The lesions could not be drawn in 3D.") : tr("Drawing the lesions …");
  }
  return m_model.scene()->items.empty() ? tr("The mask of this scan is empty or lies in another space.") : QString();
}

QString SceneView::caption() const {
  const std::shared_ptr<const LesionScene>& lesions = m_model.scene();
  if (!lesions || lesions->items.empty()) {
    return {};
  }
  QStringList parts;
  if (lesions->shellOrigin == LesionScene::Shell::Estimated) {
    parts << tr("Brain outline estimated, not measured");
  } else if (lesions->shellOrigin == LesionScene::Shell::None) {
    parts << tr("No brain outline");
  }
  if (lesions->leftOut > 0) {
    parts << tr("%n lesion(s) no longer visible left out: the scans are not registered", nullptr,
                static_cast<int>(lesions->leftOut));
  }
  return parts.join(QLatin1Char('\n'));
}

QStringList SceneView::paintedTexts() const {
  return {tr("3D"), message(), caption()};
}

void SceneView::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const QString text = message();
  const QRectF inside = QRectF(rect()).adjusted(kMargin, kMargin - 2, -kMargin, -kMargin);
  if (m_model.scene() && text.isEmpty() && m_extent.radiusMm > 0) {
    const double dpr = devicePixelRatioF();
    const QSize size(std::max(1, static_cast<int>(std::lround(width() * dpr))),
                     std::max(1, static_cast<int>(std::lround(height() * dpr))));
    if (m_image.size() != size) {
      m_image = QImage(size, QImage::Format_RGB32);
      rendering::drawScene(scene(), deviceCamera(), m_quality,
                           {reinterpret_cast<std::uint32_t*>(m_image.bits()), size.width(), size.height(),
                            static_cast<std::ptrdiff_t>(m_image.bytesPerLine() / 4)});
    }
    painter.drawImage(QRectF(0, 0, width(), height()), m_image);
    paintLetters(painter);
  } else {
    painter.fillRect(rect(), m_theme.color(Token::Viewport));
    painter.setFont(m_theme.font());
    painter.setPen(m_theme.color(Token::TextSecondary, ThemeMode::Dark));
    painter.drawText(inside.adjusted(2 * kMargin, 0, -2 * kMargin, 0),
                     static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap, text);
  }
  painter.setFont(m_theme.font(TypeSize::Dense));
  painter.setPen(m_theme.color(Token::OnViewport));
  painter.drawText(inside, static_cast<int>(Qt::AlignLeft | Qt::AlignTop), tr("3D"));
  painter.setPen(m_theme.color(Token::TextSecondary, ThemeMode::Dark));
  painter.setFont(m_theme.font(TypeSize::Small));
  painter.drawText(inside, static_cast<int>(Qt::AlignLeft | Qt::AlignBottom) | Qt::TextWordWrap, caption());
  if (hasFocus()) {
    painter.setPen(QPen(m_theme.color(Token::Accent, ThemeMode::Dark), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75));
  }
}

void SceneView::paintLetters(QPainter& painter) {
  const std::optional<Affine3> lpsFromScreen = m_camera.screenFromLps().inverse();
  if (!lpsFromScreen) {
    return;
  }
  const Vec3 right = lpsFromScreen->column(0);
  const Vec3 down = lpsFromScreen->column(1);
  painter.setFont(m_theme.font(TypeSize::Dense, TypeWeight::Strong));
  painter.setPen(m_theme.color(Token::Orientation));
  const QRectF inside = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
  const auto letter = [&](Qt::Alignment where, Vec3 direction) {
    painter.drawText(inside, static_cast<int>(where), QString::fromStdString(rendering::directionLetters(direction)));
  };
  letter(Qt::AlignLeft | Qt::AlignVCenter, right * -1);
  letter(Qt::AlignRight | Qt::AlignVCenter, right);
  letter(Qt::AlignHCenter | Qt::AlignTop, down * -1);
}

void SceneView::turn(double yaw, double pitch) {
  m_camera.yawDegrees = std::remainder(m_camera.yawDegrees + yaw, 360.0);
  m_camera.pitchDegrees = std::clamp(m_camera.pitchDegrees + pitch, -90.0, 90.0);
  redraw(SceneQuality::Draft);
  m_refine.start();
}

void SceneView::zoom(double factor) {
  m_zoom = std::clamp(m_zoom * factor, 0.5, 20.0);
  redraw(SceneQuality::Draft);
  m_refine.start();
}

void SceneView::mousePressEvent(QMouseEvent* event) {
  m_pressed = m_last = event->position();
  m_turning = false;
}

void SceneView::mouseMoveEvent(QMouseEvent* event) {
  if (!event->buttons().testFlag(Qt::LeftButton)) {
    return;
  }
  if ((event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
    m_turning = true;
  }
  if (m_turning) {
    const QPointF moved = event->position() - m_last;
    turn(-moved.x() * kDegreesPerPixel, moved.y() * kDegreesPerPixel);
    m_last = event->position();
  }
}

void SceneView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || m_turning || !m_model.scene()) {
    return;
  }
  const double dpr = devicePixelRatioF();
  const auto picked = rendering::pick(scene(), deviceCamera(), static_cast<int>(std::lround(width() * dpr)),
                                      static_cast<int>(std::lround(height() * dpr)), event->position().x() * dpr,
                                      event->position().y() * dpr);
  if (picked) {
    m_model.select(picked->id);
  }
}

void SceneView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) {
    Q_EMIT fullPageRequested();
  }
}

void SceneView::wheelEvent(QWheelEvent* event) {
  event->accept();
  zoom(std::pow(1.2, event->angleDelta().y() / 120.0));
}

void SceneView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
  case Qt::Key_Left:
    return turn(-kDegreesPerKey, 0);
  case Qt::Key_Right:
    return turn(kDegreesPerKey, 0);
  case Qt::Key_Up:
    return turn(0, kDegreesPerKey);
  case Qt::Key_Down:
    return turn(0, -kDegreesPerKey);
  default:
    QWidget::keyPressEvent(event);
  }
}

void SceneView::focusInEvent(QFocusEvent* /*event*/) {
  update();
}

void SceneView::focusOutEvent(QFocusEvent* /*event*/) {
  update();
}

} // namespace facet::gui
